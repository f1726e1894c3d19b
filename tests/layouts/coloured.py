"""Coloured columns beside the light: money, priority, risk, deadlines, trends, partial and former lights."""

from collections.abc import Callable

from dashboard.domain.light import Light
from layouts.catalogue import feature
from layouts.draft import SHOWN, Column, Draft, Line, last_day
from layouts.paper import Cell
from layouts.plans import MANY


def _coloured(draft: Draft, value: Callable[[Light], object]) -> Callable[[Line], object]:
    def cell(line: Line) -> object:
        light = draft.rng.choice(MANY)
        return Cell(value(light), draft.palette[light])

    return cell


@feature
def budget(draft: Draft) -> None:
    """Tell one amount a line."""
    draft.add(Column("amount", draft.heading("budget"), lambda line: draft.rng.randint(1, 90) * 100))


@feature
def budget_coloured(draft: Draft) -> None:
    """Colour one or two columns of money."""
    roles = draft.rng.choice([["budget"], ["spent"], ["budget", "spent"]])
    cell = _coloured(draft, lambda light: draft.rng.randint(1, 90) * 100)
    draft.add(*(Column("sum", draft.heading(role), cell) for role in roles))


@feature
def priority_plain(draft: Draft) -> None:
    """Tell a priority by a word or number."""
    levels = draft.say("levels")
    draft.add(Column("priority", draft.heading("priority"), lambda line: draft.rng.choice(levels)))


def _levels(draft: Draft, role: str) -> None:
    levels = draft.say("levels")
    cell = _coloured(draft, lambda light: levels[2 - SHOWN.index(light)])
    draft.add(Column("priority", draft.heading(role), cell))


@feature
def priority_coloured(draft: Draft) -> None:
    """Colour a priority."""
    _levels(draft, "priority")


@feature
def risk_coloured(draft: Draft) -> None:
    """Colour a risk and write its level."""
    _levels(draft, "risk")


@feature
def risk_filled(draft: Draft) -> None:
    """Show a risk by its colour alone."""
    draft.add(Column("priority", draft.heading("risk"), _coloured(draft, lambda light: None)))


@feature
def deadline_coloured(draft: Draft) -> None:
    """Colour a deadline red when it has passed."""

    def cell(line: Line) -> Cell:
        late = draft.maybe(0.25)
        day = draft.day(-4, -1) if late else draft.day(1, 12)
        return Cell(day, draft.palette[Light.RED if late else Light.GREEN], shape="DD-MM-YYYY")

    draft.add(Column("schedule", draft.heading("deadline"), cell))


@feature
def trend(draft: Draft) -> None:
    """Show with an arrow whether a line gets better."""
    arrows = draft.rng.choice([["↑", "→", "↓"], ["▲", "■", "▼"], ["+", "=", "-"]])
    inks = ["FF00B050", "FFFFC000", "FFFF0000"] if draft.maybe(0.6) else [None] * 3

    def cell(line: Line) -> Cell:
        place = draft.rng.randrange(3)
        return Cell(arrows[place], ink=inks[place])

    draft.add(Column("other", draft.heading("trend"), cell))


# ---- lights of another time or of a part


def _drawn_light(draft: Draft, empty: float = 0.1) -> Callable[[Line], object]:
    """Give a light as the present one is written, or as a colour alone."""
    bare = draft.maybe(0.3)

    def cell(line: Line) -> object:
        light = draft.rng.choice(MANY)
        if draft.maybe(empty):
            return None
        return Cell(None, draft.palette[light]) if bare else draft.light_cell(light)

    return cell


@feature
def previous_status(draft: Draft) -> None:
    """Repeat the light of the time before."""
    draft.add(Column("previous", draft.heading("previous"), _drawn_light(draft)))


@feature
def aspects_beside(draft: Draft) -> None:
    """Give partial lights beside one that says that it is the whole."""
    if draft.light_columns is not None or draft.legend_place == "heading":
        return
    draft.headings.discard(draft.light_heading.casefold())
    draft.light_heading = draft.heading("overall")
    prefix = draft.rng.choice(["", "", "Status "])
    names = [draft.heading("aspect") for _ in range(draft.rng.randint(2, 4))]
    names = [f"{prefix}{name.lower()}" if prefix else name for name in names]
    draft.add(*(Column("aspect", name, _drawn_light(draft, 0.05)) for name in names))


@feature
def months_of_status(draft: Draft) -> None:
    """Keep the lights of the months before in columns beside those of the workbook's own."""
    months = range(draft.month - draft.rng.choice([1, 2]), draft.month + 1)
    _months_of_status(draft, months)


@feature
def months_of_status_without_own(draft: Draft) -> None:
    """Give the lights of other months only."""
    if draft.light_columns is None:
        _months_of_status(draft, range(draft.month - 2, draft.month))
        draft.doubts.append("lights of other months only")


def _months_of_status(draft: Draft, months: range) -> None:
    """Write the last of these months where the light stands; bare names of months only where cells speak."""
    if draft.light_columns is not None or draft.legend_place == "heading":
        return
    speaks = getattr(draft.light_cell(Light.GREEN), "value", None) is not None and "plan_month" not in draft.roles()
    forms = ["Status {0}", "Status {0}", "Status {1:%d.%m.%Y}", "{1:%d.%m.%Y}", "Status pr. {1:%d.%m}", "Lys {0}"]
    form = draft.rng.choice([*forms, "{0}"] if speaks else forms)
    names = [form.format(draft.month_name(month), last_day(draft.year, month)) for month in months]
    names = [name[:1].upper() + name[1:] for name in names]
    draft.light_heading = names[-1]
    draft.headings |= {name.casefold() for name in names}
    draft.add(*(Column("previous", name, _drawn_light(draft)) for name in names[:-1]))


@feature
def two_lights_disagree(draft: Draft) -> None:
    """Give a second column of lights that says something else."""
    if draft.light_columns is None:
        draft.light_heading = "Status"
        draft.add(Column("light", draft.heading("colour"), _drawn_light(draft, 0)))
        draft.doubts.append("two columns of lights that disagree")
