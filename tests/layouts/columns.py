"""Columns beside title and light: the ordinary ones, and those that are coloured or sound like something else."""

from collections.abc import Callable, Sequence

from dashboard.domain.light import Light
from layouts.draft import SHOWN, Column, Draft, Line
from layouts.features import feature
from layouts.paper import Cell
from layouts.words import said, words

MANY = [Light.GREEN, Light.GREEN, Light.GREEN, Light.YELLOW, Light.RED]


def ordinary(draft: Draft) -> None:
    """Add the columns that most workbooks have."""
    if draft.maybe(0.25):
        draft.add(Column("number", draft.heading("number"), _running(draft)))
    if draft.maybe(0.6):
        draft.add(Column("responsible", draft.heading("responsible"), lambda line: draft.say("names")))
    if draft.maybe(0.4):
        draft.add(Column("schedule", draft.heading("deadline"), _days(draft, -3, 14)))
    if draft.maybe(0.55):
        share = draft.rng.choice([0.4, 0.8, 1.0])
        draft.add(Column("status_text", draft.heading("status_text"), _texts(draft, share)))
    if draft.language == "da" and draft.sections != "udvalg" and draft.maybe(0.3):
        draft.add(Column("udvalg", draft.heading("udvalg"), lambda line: line.udvalg))
    if draft.language == "da" and draft.sections != "tema" and draft.maybe(0.12):
        draft.add(Column("tema", draft.heading("tema"), lambda line: line.tema))


def _running(draft: Draft) -> Callable[[Line], object]:
    if any(line.number for line in draft.lines):
        return lambda line: line.number
    return lambda line: None if line.is_part else draft.lines.index(line) + 1 if line in draft.lines else 99


def _texts(draft: Draft, share: float) -> Callable[[Line], object]:
    return lambda line: draft.dated(draft.say("texts")) if draft.maybe(share) else None


def _days(draft: Draft, first: int, last: int) -> Callable[[Line], object]:
    shape = draft.rng.choice(["DD-MM-YYYY", "DD/MM/YYYY", "YYYY-MM-DD", "MMM YY"])
    return lambda line: Cell(draft.day(first, last), shape=shape)


def _coloured(draft: Draft, value: Callable[[Light], object]) -> Callable[[Line], object]:
    def cell(line: Line) -> object:
        light = draft.rng.choice(MANY)
        return Cell(value(light), draft.palette[light])

    return cell


# ---- plans of time


def _bars(draft: Draft, names: Sequence[str], kind: str) -> list[Column]:
    """Make the columns of a plan over months, quarters or weeks: bars, crosses or amounts."""
    spans: dict[int, tuple[int, int, Light]] = {}
    own = draft.maybe(0.4)
    neutral = draft.rng.choice(["FF5B9BD5", "FF9DC3E6", "FFBFBFBF"])

    def cell_at(place: int) -> Callable[[Line], object]:
        def cell(line: Line) -> object:
            start = draft.rng.randrange(len(names))
            light = draft.rng.choice(MANY)
            length = draft.rng.randint(2, 5)
            start, end, light = spans.setdefault(id(line), (start, start + length, light))
            if not start <= place < end:
                return None
            if kind == "amounts":
                return draft.rng.randint(10, 400)
            if kind == "crosses":
                return "X"
            return Cell(None, draft.palette[light if own else Light.GREEN] if kind == "bars" else neutral)

        return cell

    return [Column("plan_month", name, cell_at(place)) for place, name in enumerate(names)]


def _months(draft: Draft, kind: str) -> None:
    names = [str(name) for name in said("months", language=draft.language)]
    short = draft.rng.choice(["short", "short", "whole", "letters"] if kind != "bars" else ["short", "short", "whole"])
    names = [name[:3] if short == "short" else name[:1] if short == "letters" else name for name in names]
    if draft.maybe(0.6):
        names = [name.capitalize() for name in names]
    if draft.maybe(0.3):
        names = names[:6] if draft.month <= 6 else names[6:]
    draft.add(*_bars(draft, names, kind))


@feature
def month_bars(draft: Draft) -> None:
    _months(draft, "bars")


@feature
def month_bars_neutral(draft: Draft) -> None:
    _months(draft, "neutral bars")


@feature
def month_crosses(draft: Draft) -> None:
    _months(draft, "crosses")


@feature
def month_amounts(draft: Draft) -> None:
    _months(draft, "amounts")


@feature
def quarter_bars(draft: Draft) -> None:
    forms = {"da": ["{}. kvt.", "{}. kvartal", "K{}", "Q{}"], "en": ["Q{}", "Q{} {year}"]}[draft.language]
    form = draft.rng.choice(forms)
    names = [form.format(quarter, year=draft.year) for quarter in range(1, 5)]
    draft.add(*_bars(draft, names, draft.rng.choice(["bars", "crosses", "neutral bars"])))


@feature
def week_bars(draft: Draft) -> None:
    first = draft.rng.randint(5, 40)
    form = {"da": "Uge {}", "en": "W{}"}[draft.language]
    draft.add(*_bars(draft, [form.format(first + week) for week in range(6)], "bars"))


# ---- money


@feature
def years(draft: Draft) -> None:
    """Amounts by year, often with their sum."""
    _years(draft, coloured=False)


@feature
def years_coloured(draft: Draft) -> None:
    """Amounts by year and their sum, coloured by sign."""
    _years(draft, coloured=True)


def _years(draft: Draft, *, coloured: bool) -> None:
    first = draft.rng.choice([2025, draft.year])
    names: list[str] = [str(first + year) for year in range(draft.rng.choice([3, 4, 4]))]
    if draft.maybe(0.2):
        names = [f"Budget {name}" for name in names]
    if draft.maybe(0.7):
        names.append(draft.heading("sum"))
    over = draft.rng.choice(["", "", "1.000 kr.", "Økonomi" if draft.language == "da" else "Budget"])
    only_sum = draft.maybe(0.5)

    def cell_of(place: int) -> Callable[[Line], object]:
        def cell(line: Line) -> object:
            amount = draft.rng.randint(-40, 25) * 50
            if not coloured or (only_sum and place < len(names) - 1):
                return amount
            return Cell(amount, draft.palette[Light.RED if amount < 0 else Light.GREEN])

        return cell

    columns = [Column("amount", name, cell_of(place), over) for place, name in enumerate(names)]
    draft.add(*columns)


@feature
def budget(draft: Draft) -> None:
    draft.add(Column("amount", draft.heading("budget"), lambda line: draft.rng.randint(1, 90) * 100))


@feature
def budget_coloured(draft: Draft) -> None:
    """One or two columns of money, coloured."""
    roles = draft.rng.choice([["budget"], ["spent"], ["budget", "spent"]])
    draft.add(
        *(
            Column("sum", draft.heading(role), _coloured(draft, lambda light: draft.rng.randint(1, 90) * 100))
            for role in roles
        )
    )


# ---- other coloured columns


@feature
def priority_plain(draft: Draft) -> None:
    levels = draft.say("levels")
    draft.add(Column("priority", draft.heading("priority"), lambda line: draft.rng.choice(levels)))


def _levels(draft: Draft, role: str) -> None:
    levels = draft.say("levels")
    draft.add(Column("priority", draft.heading(role), _coloured(draft, lambda light: levels[2 - SHOWN.index(light)])))


@feature
def priority_coloured(draft: Draft) -> None:
    _levels(draft, "priority")


@feature
def risk_coloured(draft: Draft) -> None:
    _levels(draft, "risk")


@feature
def risk_filled(draft: Draft) -> None:
    """Risk as a colour alone."""
    draft.add(Column("priority", draft.heading("risk"), _coloured(draft, lambda light: None)))


@feature
def deadline_coloured(draft: Draft) -> None:
    """A deadline that is red when it has passed."""

    def cell(line: Line) -> Cell:
        late = draft.maybe(0.25)
        day = draft.day(-4, -1) if late else draft.day(1, 12)
        return Cell(day, draft.palette[Light.RED if late else Light.GREEN], shape="DD-MM-YYYY")

    draft.add(Column("schedule", draft.heading("deadline"), cell))


@feature
def previous_status(draft: Draft) -> None:
    """The light of the time before, written as the present one is."""
    draft.add(Column("previous", draft.heading("previous"), _drawn_light(draft)))


def _drawn_light(draft: Draft, empty: float = 0.1) -> Callable[[Line], object]:
    return lambda line: None if draft.maybe(empty) else draft.light_cell(draft.rng.choice(MANY))


@feature
def aspects_beside(draft: Draft) -> None:
    """Partial lights beside one that says that it is the whole."""
    if draft.light_columns is not None:
        return
    if draft.light_heading:
        draft.headings.discard(draft.light_heading.casefold())
        draft.light_heading = draft.heading("overall")
    prefix = draft.rng.choice(["", "", "Status "])
    names = [draft.heading("aspect") for _ in range(draft.rng.randint(2, 4))]
    names = [f"{prefix}{name.lower()}" if prefix else name for name in names]
    draft.add(*(Column("aspect", name, _drawn_light(draft, 0.05)) for name in names))


@feature
def dated_statuses(draft: Draft) -> None:
    """The months before the workbook's own, each with its lights."""
    if draft.light_columns is not None or draft.month < 3:
        return
    form = draft.rng.choice(["Status {}", "Status {}", "{}"])
    months = range(draft.month - draft.rng.choice([1, 2]), draft.month)
    draft.light_heading = form.format(draft.month_name()).capitalize()
    draft.headings |= {draft.light_heading.casefold()}
    draft.add(*(Column("previous", form.format(draft.month_name(m)).capitalize(), _drawn_light(draft)) for m in months))


@feature
def trend(draft: Draft) -> None:
    arrows = draft.rng.choice([["↑", "→", "↓"], ["▲", "■", "▼"], ["+", "=", "-"]])
    inks = ["FF00B050", "FFFFC000", "FFFF0000"] if draft.maybe(0.6) else [None] * 3

    def cell(line: Line) -> Cell:
        place = draft.rng.randrange(3)
        return Cell(arrows[place], ink=inks[place])

    draft.add(Column("other", draft.heading("trend"), cell))


# ---- plain columns that may be taken for something else


@feature
def start_dates(draft: Draft) -> None:
    both = draft.maybe(0.4)
    columns = [Column("other", draft.heading("start"), _days(draft, -14, 2))]
    if both:
        columns.append(Column("schedule", draft.heading("deadline"), _days(draft, 2, 14)))
    draft.add(*columns)


@feature
def updated(draft: Draft) -> None:
    draft.add(Column("other", draft.heading("updated"), _days(draft, -1, 0)))


@feature
def counts(draft: Draft) -> None:
    draft.add(Column("other", draft.heading("count"), lambda line: draft.rng.randint(1, 40)))


@feature
def identifiers(draft: Draft) -> None:
    prefix = draft.rng.choice(["P-", "A", "2025-", "S", "ID"])
    start = draft.rng.randint(10, 300)
    known: dict[str, int] = {}
    draft.add(
        Column(
            "other", draft.heading("id"), lambda line: f"{prefix}{known.setdefault(line.title, start + len(known)):03}"
        )
    )


@feature
def second_names(draft: Draft) -> None:
    draft.add(Column("other", draft.heading("second_names"), lambda line: draft.say("places")))


@feature
def phases(draft: Draft) -> None:
    draft.add(Column("other", draft.heading("phase"), lambda line: draft.say("phases")))


@feature
def next_steps(draft: Draft) -> None:
    draft.add(Column("other", draft.heading("next_step"), _texts(draft, 0.7)))


@feature
def political(draft: Draft) -> None:
    if draft.language == "da":
        keys = list(words()["udvalg"])
        draft.add(
            Column(
                "political_treatment",
                draft.heading("political"),
                lambda line: f"{draft.rng.choice(keys)} i {draft.month_name()}",
            )
        )


@feature
def month_remarks(draft: Draft) -> None:
    """Remarks under the name of a month."""
    draft.add(Column("status_text", draft.heading("month_remark"), _texts(draft, 0.7)))


@feature
def texts_with_lights(draft: Draft) -> None:
    """Remarks that mention colours."""

    def cell(line: Line) -> str:
        return draft.dated(draft.say("light_texts") if draft.maybe(0.4) else draft.say("texts"))

    draft.add(Column("status_text", draft.heading("status_text"), cell))


@feature
def other_marks(draft: Draft) -> None:
    """Crosses that mean something else than done."""
    draft.add(Column("other", draft.heading("marks"), lambda line: "X" if draft.maybe(0.3) else None))
