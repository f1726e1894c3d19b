"""The light of one line, from its cell's fill and its words."""

from dataclasses import dataclass, replace

from dashboard.domain.half_step import half_step, two_lights
from dashboard.domain.issue import Issue, issue
from dashboard.domain.light import Light
from dashboard.domain.terms import Terms
from dashboard.domain.words import claims_a_light, light_word, mentioned_lights, sign_of
from dashboard.workbook.colour import Rgb, hex_of, hue_name, is_neutral, light_of
from dashboard.workbook.grid import Grid, GridCell, reference
from dashboard.workbook.light_column import LightColumn
from dashboard.workbook.symbol_font import is_shape, is_tick_or_cross

OTHER_COLOURS = frozenset({"blå", "grå", "lilla", "pink", "hvid", "sort", "brun", "turkis", "blue", "grey", "gray"})
LONGEST_LIGHT = 4


@dataclass(frozen=True)
class LightReading:
    """What a cell says: the light and how it was read, whether it says done, text that is no light, what is wrong."""

    light: Light = Light.NOT_REPORTED
    source: str | None = None
    done: bool = False
    text: str | None = None
    issue: Issue | None = None


def read_light(grid: Grid, row: int, title: GridCell | None, column: LightColumn, terms: Terms) -> LightReading:
    """Read a line's light from fill and words; both may be there and must agree."""
    if column.marks:
        return _read_marks(grid, row, column, terms)
    if column.number is None:
        return LightReading()
    place = reference(row, column.number)
    if place in grid.uncomputed:
        return LightReading(issue=issue("uncomputed-light", sheet=grid.sheet, cell=place))
    cell = grid.cell(row, column.number)
    if cell is None or (cell.is_error and column.words != "other"):
        return LightReading()
    shared = title is not None and title.fill == cell.fill and title.column != cell.column
    fill = cell.fill if column.tells(cell.fill, of_whole_row=shared) else None
    colour = column.light_of(fill, of_whole_row=shared)
    if column.words == "other":
        return _done_or(colour)
    word = column.letters.get(sign_of(cell.text)) or light_word(cell.text, terms)
    if word is Light.DONE:
        return _marked_done(cell, colour, column, grid, terms)
    if word is None and is_shape(cell.text):
        ink = column.light_of(cell.ink)
        if colour is None and ink is not None:
            return replace(_done_or(ink), source="symbol")
        if colour is None and not is_neutral(cell.ink):
            return _by_colour(cell, cell.ink, None, grid)
        if colour is not None and ink is not None and colour is not ink:
            return _disputed(cell, colour, grid, terms, f"{cell.text} ({terms.lights[ink].word.lower()})")
    if colour is None and word is None and cell.conditional is not None:
        return LightReading(cell.conditional, "conditional formatting")
    between = half_step(cell.text, terms) or (
        two_lights(set(filter(None, map(light_of, cell.blend)))) if colour is None else None
    )
    if between is not None:
        if colour is None or colour in between:
            return _half_step(cell, between, grid, terms)
        return _disputed(cell, colour, grid, terms)
    is_silent = sign_of(cell.text) in column.letters or not any(map(str.isalnum, cell.text))
    if word is Light.NOT_REPORTED and is_silent:
        return _by_colour(cell, None if shared else fill, colour, grid)
    if word is not None:
        return _agreed(cell, colour, word, grid, terms)
    return _with_other_words(cell, colour, column, grid, terms)


def _done_or(colour: Light | None) -> LightReading:
    """Give what a colour alone says: a light, or done."""
    if colour is None:
        return LightReading()
    return LightReading(Light.NOT_REPORTED, "fill", done=True) if colour is Light.DONE else LightReading(colour, "fill")


def _marked_done(cell: GridCell, colour: Light | None, column: LightColumn, grid: Grid, terms: Terms) -> LightReading:
    """Read a mark or word for done; a tick or cross drawn in a light's colour may mean the light as well."""
    ink = light_of(cell.ink)
    drawn = colour is None and is_tick_or_cross(cell.text)
    if drawn and ink is not None and (column.ticks_are_coloured or ink is not Light.GREEN):
        return LightReading(issue=_at("coloured-mark", cell, grid, terms.lights[ink].word))
    if cell.text in column.not_done:
        return LightReading(issue=_at("unknown-light", cell, grid))
    reported = colour if colour is not None and colour.is_reported else Light.NOT_REPORTED
    return LightReading(reported, "word", done=True)


def _half_step(cell: GridCell, between: tuple[Light, Light], grid: Grid, terms: Terms) -> LightReading:
    """Tell of a cell between two lights, and offer the worse one, which hides nothing."""
    value = cell.text or "/".join(terms.lights[light].word.lower() for light in between) + " fyld"
    found = issue("half-step", sheet=grid.sheet, cell=cell.reference, value=value, detail=terms.lights[between[0]].word)
    return LightReading(issue=found)


def _disputed(cell: GridCell, colour: Light, grid: Grid, terms: Terms, value: str | None = None) -> LightReading:
    detail = terms.lights[colour].word.lower()
    if colour is Light.DONE and cell.fill is not None:
        detail = f"{hue_name(cell.fill)} ({detail})"
    found = issue("light-disagrees", sheet=grid.sheet, cell=cell.reference, value=value or cell.text, detail=detail)
    return LightReading(issue=found)


def _read_marks(grid: Grid, row: int, column: LightColumn, terms: Terms) -> LightReading:
    """Read a table with a column for each light: the one that is marked or filled with its own colour counts."""
    marked = []
    for light, number in column.marks.items():
        cell = grid.cell(row, number)
        if cell is not None and (_is_mark(cell.text, terms) or light_of(cell.fill) is light):
            marked.append((light, cell))
    own = [(light, cell) for light, cell in marked if is_shape(cell.text) and light_of(cell.ink) is light]
    marked = own or marked  # beside a sign in its column's colour the others are only dimmed
    if len(marked) == 1:
        light, cell = marked[0]
        ink = light_of(cell.ink) if is_shape(cell.text) else None
        if ink not in (None, light):
            return _disputed(cell, light, grid, terms, f"{cell.text} ({terms.lights[ink].word.lower()})")
    if len(marked) > 1:
        return LightReading(issue=_at("several-marks", marked[1][1], grid, terms.lights[marked[0][0]].word))
    return LightReading(marked[0][0], "mark") if marked else LightReading()


def _is_mark(text: str, terms: Terms) -> bool:
    return bool(text) and text.casefold() not in terms.no


def _by_colour(cell: GridCell, fill: Rgb | None, colour: Light | None, grid: Grid) -> LightReading:
    if colour is not None:
        return _done_or(colour)
    if fill is None or is_neutral(fill):
        return LightReading()
    found = issue("unknown-colour", sheet=grid.sheet, cell=cell.reference, value=hue_name(fill), detail=hex_of(fill))
    return LightReading(issue=found)


def _agreed(cell: GridCell, colour: Light | None, word: Light, grid: Grid, terms: Terms) -> LightReading:
    if colour is None:
        return LightReading(word, "word" if word.is_reported else None)
    if colour is word:
        return LightReading(word, "fill and word")
    return _disputed(cell, colour, grid, terms)


def _with_other_words(
    cell: GridCell, colour: Light | None, column: LightColumn, grid: Grid, terms: Terms
) -> LightReading:
    """Settle a cell whose words are no light: its colour counts, unless the words name another one."""
    words = set(cell.text.casefold().split())
    mentioned = mentioned_lights(cell.text, terms)
    if colour is not None:
        short = column.words == "light" or len(words) <= LONGEST_LIGHT
        disputes = bool(words & OTHER_COLOURS) or (bool(mentioned - {colour}) and short)
        initial = _initial(cell.text, terms)
        if disputes or (initial and colour not in initial):
            return _disputed(cell, colour, grid, terms)
        spoken = any(map(str.isalpha, cell.text)) and not initial
        return replace(_done_or(colour), text=cell.text if spoken else None)
    if column.words == "text" and not claims_a_light(cell.text, terms):
        return LightReading(text=cell.text)
    return LightReading(issue=_at("unknown-light", cell, grid))


def _initial(text: str, terms: Terms) -> set[Light]:
    """Give the lights that a single letter can stand for: G is green and, in Danish, also yellow."""
    letter = text.strip(" .()").casefold()
    if len(letter) != 1 or not letter.isalpha():
        return set()
    return {
        light
        for light, entry in terms.lights.items()
        if light.is_reported and any(word.startswith(letter) for word in entry.written)
    }


def _at(kind: str, cell: GridCell, grid: Grid, detail: str = "") -> Issue:
    return issue(kind, sheet=grid.sheet, cell=cell.reference, value=cell.text, detail=detail)
