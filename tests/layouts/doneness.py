"""How a line is said to be done."""

from dashboard.domain.light import Light
from layouts.catalogue import feature
from layouts.draft import Column, Draft, Line
from layouts.paper import Cell


def settle(draft: Draft) -> None:
    """Draw how the done lines are told where no feature said so, and the colour that still stands beside it."""
    if draft.done_way in ("free", "needs column"):
        ways = [crossed] if draft.done_way == "needs column" else [crossed, in_the_light, in_the_light]
        draft.rng.choice(ways)(draft)
    stays = draft.rng.choice(["none", "green", "any"]) if "light" in _told(draft) else "none"
    for line in draft.lines:
        for one in (line, *line.parts):
            if one.light is Light.DONE and stays != "none":
                one.shown = Light.GREEN if stays == "green" else draft.rng.choice([Light.GREEN, Light.YELLOW])


def _told(draft: Draft) -> set[str]:
    """Give the ways in which lights are told: by a column, by the fill of rows or titles, or not at all."""
    instead = [] if draft.light_columns is None else draft.light_columns()
    return {"light"} if draft.light_columns is None else {column.role for column in instead}


def _tell_in(draft: Draft, column: Column) -> None:
    draft.done_columns, draft.done_way = [column], "column"


def crossed(draft: Draft) -> None:
    """Add a column of crosses."""
    mark, empty = draft.rng.choice([("X", None), ("X", None), ("x", None), ("✓", None), ("✔", None), ("☒", "☐")])
    _tell_in(draft, Column("done", draft.heading("done"), lambda line: mark if line.light is Light.DONE else empty))


def in_the_light(draft: Draft) -> None:
    """Write a word or an X where the light stands."""
    word = draft.rng.choice([draft.say("done"), draft.say("done"), "X"])
    colour = draft.palette[Light.GREEN] if word != "X" and draft.maybe(0.3) else None
    draft.done_way, draft.done_cell = "cell", Cell(word, colour)


@feature
def done_dates(draft: Draft) -> None:
    """Write the day on which a line was done; sometimes also a day to come, of one that is not."""
    shape = draft.rng.choice(["DD-MM-YYYY", "DD/MM/YYYY", "D. MMM YYYY", "text"])
    told = {"da": "{0.day:02}.{0.month:02}.{0.year}", "en": "{0.year}-{0.month:02}-{0.day:02}"}[draft.language]
    planned = draft.rng.choice([0, 0, 0.2])

    def cell(line: Line) -> object:
        if line.light is not Light.DONE and not draft.maybe(planned):
            return None
        day = draft.day(-7, 0) if line.light is Light.DONE else draft.day(1, 12)
        return Cell(told.format(day)) if shape == "text" else Cell(day, shape=shape)

    _tell_in(draft, Column("done", draft.heading("done_date"), cell))


@feature
def planned_days_below_done(draft: Draft) -> None:
    """Write days to come below a heading that says that it happened: none of these lines is done."""
    if draft.light_columns is not None and "light" not in _told(draft):
        return
    for line in draft.lines:
        for one in (line, *line.parts):
            one.light = Light.GREEN if one.light is Light.DONE else one.light
    share = draft.rng.choice([0.5, 1])
    shape = draft.rng.choice(["DD-MM-YYYY", "MMM YYYY"])
    heading = draft.heading("done_date")
    _tell_in(
        draft, Column("done", heading, lambda line: Cell(draft.day(1, 14), shape=shape) if draft.maybe(share) else None)
    )


@feature
def done_yes_no(draft: Draft) -> None:
    """Answer yes and no below a heading for done."""
    yes, word = {"da": ("Ja", "Nej"), "en": ("Yes", "No")}[draft.language]
    no = draft.rng.choice([word, word, None])
    _tell_in(draft, Column("done", draft.heading("done"), lambda line: yes if line.light is Light.DONE else no))


@feature
def open_or_closed(draft: Draft) -> None:
    """Say open and closed in a column beside the light."""
    closed, open_ = {"da": ("Lukket", "Åben"), "en": ("Closed", "Open")}[draft.language]
    _tell_in(draft, Column("done", draft.heading("state"), lambda line: closed if line.light is Light.DONE else open_))


@feature
def done_words_beside(draft: Draft) -> None:
    """Write the word for done below a heading for done."""
    word = draft.say("done")
    _tell_in(draft, Column("done", draft.heading("done"), lambda line: word if line.light is Light.DONE else None))


@feature
def done_blue_explained(draft: Draft) -> None:
    """Fill done lights with blue or grey, and say so."""
    if draft.done_way == "needs column" or draft.doubts:
        return
    name, colour = draft.rng.choice(
        [("Blå", "FF00B0F0"), ("Blå", "FF5B9BD5"), ("Blå", "FF0070C0"), ("Grå", "FFBFBFBF")]
    )
    draft.done_way, draft.done_cell = "cell", Cell(None, colour)
    said = {"da": f"{name} = afsluttet", "en": {"Blå": "Blue = done", "Grå": "Grey = done"}[name]}[draft.language]
    draft.legend.append([Cell(said, colour if draft.maybe(0.5) else None)])
    draft.legend_place = "above" if draft.legend_place in ("none", "heading") else draft.legend_place


@feature
def done_rows_grey(draft: Draft) -> None:
    """Grey the rows of done lines, beside what says that they are done."""
    if not draft.doubts and not draft.rows_are_lights:
        draft.row_fill = lambda line, place: "FFD9D9D9" if line.light is Light.DONE else None
