"""How a line is said to be done, and columns that sound like it and are not."""

from datetime import date

from dashboard.domain.light import Light
from layouts.draft import Column, Draft, Line
from layouts.features import feature
from layouts.paper import Cell
from layouts.words import said


def ordinary(draft: Draft) -> None:
    """Draw how the done lines are told where no feature has said so: X in a column, a word or an X for the light."""
    if draft.done_way == "none" and not draft.done_columns:
        draft.rng.choice([crossed, in_the_light, in_the_light])(draft)
    elif draft.done_way == "needs column" and not draft.done_columns:
        crossed(draft)


def settle(draft: Draft) -> None:
    """Give done lines the colour that still stands beside the word of a column."""
    stays = draft.rng.choice(["none", "green", "any"])
    for line in (*draft.lines, *(part for line in draft.lines for part in line.parts)):
        if line.light is Light.DONE and stays != "none":
            line.shown = Light.GREEN if stays == "green" else draft.rng.choice([Light.GREEN, Light.YELLOW])
    if draft.light_columns is not None and draft.light_columns() == []:
        draft.done_way = "column"


def _told_in(draft: Draft, column: Column) -> None:
    draft.done_columns = [column]
    draft.done_way = "column"


def crossed(draft: Draft) -> None:
    """A column of crosses."""
    mark = draft.rng.choice(["X", "X", "x", "✓", "✔"])
    _told_in(draft, Column("done", draft.heading("done"), lambda line: mark if line.light is Light.DONE else None))


def in_the_light(draft: Draft) -> None:
    """A word or an X where the light stands."""
    word = draft.rng.choice([draft.say("done"), draft.say("done"), "X"])
    colour = draft.palette[Light.GREEN] if word != "X" and draft.maybe(0.3) else None
    draft.done_way, draft.done_cell = "cell", Cell(word, colour)


@feature
def done_dates(draft: Draft) -> None:
    """A day of the past for what is done, and nothing for the rest."""
    shape = draft.rng.choice(["DD-MM-YYYY", "DD/MM/YYYY", "D. MMM YYYY", "text"])
    told = {"da": "{0.day:02}.{0.month:02}.{0.year}", "en": "{0.year}-{0.month:02}-{0.day:02}"}[draft.language]

    def cell(line: Line) -> object:
        if line.light is not Light.DONE:
            return None
        day = draft.day(-7, -1)
        return Cell(told.format(day)) if shape == "text" else Cell(day, shape=shape)

    _told_in(draft, Column("done", draft.heading("done_date"), cell))


@feature
def done_yes_no(draft: Draft) -> None:
    yes, no = {"da": ("Ja", "Nej"), "en": ("Yes", "No")}[draft.language]
    no = draft.rng.choice([no, no, None])
    _told_in(draft, Column("done", draft.heading("done"), lambda line: yes if line.light is Light.DONE else no))


@feature
def done_blue_explained(draft: Draft) -> None:
    """Blue in the column of lights, and a legend that says what it means."""
    if draft.done_way == "needs column":
        return
    blue = draft.rng.choice(["FF00B0F0", "FF9DC3E6", "FF5B9BD5", "FF0070C0"])
    draft.done_way, draft.done_cell = "cell", Cell(None, blue)
    line = {"da": "Blå = afsluttet", "en": "Blå = afsluttet"}[draft.language]
    draft.legend.append([Cell(line, blue if draft.maybe(0.5) else None)])
    draft.legend_place = "above" if draft.legend_place == "none" else draft.legend_place


@feature
def planned_end_under_done(draft: Draft) -> None:
    """Days to come under a heading that says that it happened: none of these lines is done."""
    _open_again(draft)
    draft.done_way = "column"
    _told_in(
        draft, Column("done", draft.heading("done_date"), lambda line: _later(draft) if draft.maybe(0.7) else None)
    )


def _open_again(draft: Draft) -> None:
    for line in draft.lines:
        for one in (line, *line.parts):
            one.light = Light.GREEN if one.light is Light.DONE else one.light


def _later(draft: Draft) -> Cell:
    return Cell(draft.day(1, 14), shape="DD-MM-YYYY")


@feature
def expected_end(draft: Draft) -> None:
    """Days, months and quarters of an expected end; of what is done they are past, of late lines too."""
    as_text = draft.maybe(0.3)

    def cell(line: Line) -> object:
        day = draft.day(-5, -1) if line.light is Light.DONE or draft.maybe(0.1) else draft.day(1, 14)
        return _as_text(draft, day) if as_text else Cell(day, shape="DD-MM-YYYY")

    draft.add(Column("expected_end", draft.heading("expected_end"), cell))


def _as_text(draft: Draft, day: date) -> str:
    quarter = (day.month + 2) // 3
    forms = {
        "da": [f"{quarter}. kvt. {day.year}", f"ultimo {said('months', language='da')[day.month - 1]} {day.year}", f"{day:%d.%m.%Y}", f"uge {day.isocalendar().week}", f"{day.year}"],
        "en": [f"Q{quarter} {day.year}", f"{day:%d-%b-%y}", f"end of {day.year}", f"{day:%d/%m/%Y}"],
    }  # fmt: skip
    return draft.rng.choice(forms[draft.language])


@feature
def not_done_marks(draft: Draft) -> None:
    """X for what is not done."""
    draft.add(Column("other", draft.heading("not_done"), lambda line: None if line.light is Light.DONE else "X"))


@feature
def partly_done(draft: Draft) -> None:
    """How much of it is done, as a number."""
    draft.add(Column("other", draft.heading("partly_done"), lambda line: draft.rng.randint(0, 12)))


def _percent(draft: Draft, line: Line, whole: bool) -> Cell:
    full = line.light is Light.DONE or draft.maybe(0.06)
    share = 100 if full else draft.rng.choice([0, 1, 5, 10, 20, 25, 40, 50, 60, 75, 80, 90, 95])
    return Cell(share) if whole else Cell(share / 100, shape="0%")


@feature
def percent_shares(draft: Draft) -> None:
    draft.add(Column("percent_done", draft.heading("percent"), lambda line: _percent(draft, line, whole=False)))


@feature
def percent_numbers(draft: Draft) -> None:
    draft.add(Column("percent_done", draft.heading("percent"), lambda line: _percent(draft, line, whole=True)))


@feature
def percent_coloured(draft: Draft) -> None:
    """A share coloured by its size, beside the light."""

    def cell(line: Line) -> Cell:
        plain = _percent(draft, line, whole=False)
        share = float(str(plain.value))
        light = Light.GREEN if share > 0.7 else Light.YELLOW if share > 0.3 else Light.RED
        return Cell(plain.value, draft.palette[light], shape="0%")

    draft.add(Column("percent_done", draft.heading("percent"), cell))
