"""Lights that stand elsewhere than in one cell, or nowhere; and workbooks that say two things."""

from collections.abc import Callable

from dashboard.domain.light import Light
from layouts.catalogue import feature
from layouts.draft import SHOWN, Column, Draft, Line
from layouts.lights import need
from layouts.paper import Cell, Fill
from layouts.words import said


@feature
def column_each(draft: Draft) -> None:
    """Give each light a column, to be crossed or filled."""
    names = said("lights", "words", language=draft.language)[0]
    filled = draft.maybe(0.4)

    def marked(light: Light) -> Callable[[Line], object]:
        def cell(line: Line) -> object:
            if line.colour is not light:
                return None
            return Cell(None, draft.palette[light]) if filled else "X"

        return cell

    draft.headings |= {name.casefold() for name in names}
    over = draft.light_heading if draft.maybe(0.4) else ""
    own = [Column("light", name, marked(light), over) for name, light in zip(names, SHOWN, strict=True)]
    _instead(draft, own)


def _instead(draft: Draft, columns: list[Column]) -> None:
    """Put these columns in place of the column of lights; that a line is done is told in a column then."""
    draft.light_columns = lambda: columns
    draft.done_way = "needs column"


@feature
def whole_row_filled(draft: Draft) -> None:
    """Give the whole row its light's colour, as a legend says, and no column to it."""
    draft.rows_are_lights = True
    draft.row_fill = lambda line, place: draft.palette.get(line.colour)
    _coloured_elsewhere(draft)


@feature
def title_filled(draft: Draft) -> None:
    """Give the title its light's colour, as a legend says, and no column to it."""
    before = draft.title_cell

    def cell(line: Line) -> Cell:
        plain = before(line)
        return Cell(plain.value, draft.palette.get(line.colour), plain.bold, indent=plain.indent)

    draft.title_cell = cell
    _coloured_elsewhere(draft)


def _coloured_elsewhere(draft: Draft) -> None:
    _instead(draft, [])
    texts = said("lights", "definitions", language=draft.language)
    draft.legend = [[Cell(text, draft.palette[light])] for text, light in zip(texts, SHOWN, strict=True)]
    draft.legend_place = "above"


@feature
def no_lights(draft: Draft) -> None:
    """Tell nothing of lights: every line that is not done is without one."""
    _unlit(draft, [])


def _unlit(draft: Draft, columns: list[Column]) -> None:
    _instead(draft, columns)
    for line in draft.lines:
        line.shown = Light.NOT_REPORTED
        line.light = line.light if line.light is Light.DONE else Light.NOT_REPORTED


@feature
def only_percent_coloured(draft: Draft) -> None:
    """Colour how far lines are, and tell no status."""

    def cell(line: Line) -> Cell:
        share = draft.rng.randint(0, 10) / 10
        return Cell(share, draft.palette[SHOWN[2 - min(2, int(share * 3))]], shape="0%")

    _unlit(draft, [Column("percent_done", draft.heading("percent"), cell)])
    draft.doubts.append("percent coloured and no status")


@feature
def only_months_coloured(draft: Draft) -> None:
    """Colour a plan of months, and tell no status."""
    hues: list[Fill] = [draft.palette[light] for light in draft.rng.choice([SHOWN, SHOWN[:1]])]

    def bar(month: int) -> Callable[[Line], object]:
        def cell(line: Line) -> object:
            seed = sum(map(ord, line.title))
            return Cell(None, hues[seed % len(hues)]) if seed % 8 < month <= seed % 8 + 5 else None

        return cell

    names = [draft.month_name(month)[:3].capitalize() for month in range(1, 13)]
    _unlit(draft, [Column("plan_month", name, bar(month)) for month, name in enumerate(names, start=1)])
    draft.doubts.append("a plan of months and no status")


@feature
def only_aspects(draft: Draft) -> None:
    """Give two or three partial lights, and none for the whole."""
    names = [draft.heading("aspect") for _ in range(draft.rng.randint(2, 3))]
    names = [f"Status {name.lower()}" for name in names] if draft.maybe(0.5) else names
    lights = [Light.GREEN, Light.GREEN, Light.YELLOW, Light.RED]
    own = [Column("aspect", name, lambda line: Cell(None, draft.palette[draft.rng.choice(lights)])) for name in names]
    _unlit(draft, own)
    draft.doubts.append("partial lights and no overall one")


# ---- workbooks that say two things


@feature
def crosses_on_colours(draft: Draft) -> None:
    """Write X on the colour of a light, which may mean done or no more than the light."""
    _on_some(draft, 3, lambda line: Cell("X", draft.palette[line.light]), "X on a colour")


@feature
def word_against_colour(draft: Draft) -> None:
    """Write the word of another light on the colour."""
    need(draft, Light.GREEN, Light.RED)
    word = str(said("lights", "words", language=draft.language)[0][2])
    _on_some(draft, 1, lambda line: Cell(word, draft.palette[Light.GREEN]), "a word against its colour")


@feature
def half_steps(draft: Draft) -> None:
    """Write a light between two."""
    green, yellow, red = said("lights", "words", language=draft.language)[0]
    text = draft.rng.choice([f"{green}/{yellow.lower()}", f"{yellow}/{red.lower()}", f"{yellow} → {red.lower()}"])
    _on_some(draft, 1, lambda line: Cell(text), "a light between two")


@feature
def unexplained_blue(draft: Draft) -> None:
    """Fill some lights with a blue that nothing explains."""
    _on_some(draft, 2, lambda line: Cell(None, "FF00B0F0"), "a colour that nothing explains")


def _on_some(draft: Draft, count: int, cell: Callable[[Line], Cell], doubt: str) -> None:
    lines = [line for line in draft.lines if line.light in SHOWN]
    for line in lines[:count]:
        draft.light_cells[id(line)] = cell(line)
    draft.doubts.append(doubt)
