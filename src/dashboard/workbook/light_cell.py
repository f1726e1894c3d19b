"""The light of one line, from its cell's fill and its words."""

import colorsys
import unicodedata
from dataclasses import dataclass

from dashboard.domain.issue import Issue, issue
from dashboard.domain.light import Light
from dashboard.domain.terms import Terms
from dashboard.workbook.colour import Rgb, hex_of, is_neutral, light_of
from dashboard.workbook.grid import Grid, GridCell, reference
from dashboard.workbook.light_column import LightColumn
from dashboard.workbook.words import claims_a_light, light_word, mentioned_lights

OTHER_COLOURS = frozenset({"blå", "grå", "lilla", "pink", "hvid", "sort", "brun", "turkis", "blue", "grey", "gray"})
LONGEST_LIGHT = 4
HUES = (
    (20, "rød"),
    (45, "orange"),
    (70, "gul"),
    (160, "grøn"),
    (200, "turkis"),
    (255, "blå"),
    (290, "lilla"),
    (345, "pink"),
)


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
    fill = None if cell.fill in column.background or (shared and column.shared_fill_is_background) else cell.fill
    colour = light_of(fill)
    if column.words == "other":
        return LightReading(colour or Light.NOT_REPORTED, "fill" if colour else None)
    word = column.letters.get(cell.text.strip(" .").casefold()) or light_word(cell.text, terms)
    if word is Light.DONE:
        return LightReading(colour or Light.NOT_REPORTED, "word", done=True)
    if cell.text and is_symbol(cell.text) and colour is None and light_of(cell.ink) is not None:
        return LightReading(light_of(cell.ink) or Light.NOT_REPORTED, "symbol")
    if colour is None and word is None and cell.conditional is not None:
        return LightReading(cell.conditional, "conditional formatting")
    if word is Light.NOT_REPORTED and (not cell.text or not any(map(str.isalnum, cell.text))):
        return _by_colour(cell, fill, shared, grid)
    if word is not None:
        return _agreed(cell, colour, word, grid, terms)
    return _with_other_words(cell, colour, column, grid, terms)


def _read_marks(grid: Grid, row: int, column: LightColumn, terms: Terms) -> LightReading:
    """Read a table with a column for each light: the one that is marked or filled with its own colour counts."""
    marked = []
    for light, number in column.marks.items():
        cell = grid.cell(row, number)
        if cell is not None and (cell.text or light_of(cell.fill) is light):
            marked.append((light, cell))
    if len(marked) > 1:
        return LightReading(issue=_at("several-marks", marked[1][1], grid, terms.lights[marked[0][0]].word))
    return LightReading(marked[0][0], "mark") if marked else LightReading()


def _by_colour(cell: GridCell, fill: Rgb | None, shared: bool, grid: Grid) -> LightReading:
    colour = light_of(fill)
    if colour is not None:
        return LightReading(colour, "fill")
    if fill is None or is_neutral(fill) or shared:
        return LightReading()
    found = issue("unknown-colour", sheet=grid.sheet, cell=cell.reference, value=hue_name(fill), detail=hex_of(fill))
    return LightReading(issue=found)


def _agreed(cell: GridCell, colour: Light | None, word: Light, grid: Grid, terms: Terms) -> LightReading:
    if colour is None:
        return LightReading(word, "word" if word.is_reported else None)
    if colour is word:
        return LightReading(word, "fill and word")
    return LightReading(issue=_at("light-disagrees", cell, grid, terms.lights[colour].word.lower()))


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
            return LightReading(issue=_at("light-disagrees", cell, grid, terms.lights[colour].word.lower()))
        spoken = any(map(str.isalpha, cell.text)) and not initial
        return LightReading(colour, "fill", text=cell.text if spoken else None)
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


def is_symbol(text: str) -> bool:
    """Tell whether a text is only a sign whose colour must say the light: "●", "■", "▲"."""
    return len(text.strip()) == 1 and unicodedata.category(text.strip()) in ("So", "Sm", "Po", "Co")


def hue_name(rgb: Rgb) -> str:
    """Name a colour as people do: "blå"."""
    hue, saturation, _ = colorsys.rgb_to_hsv(*(part / 255 for part in rgb))
    if saturation < 0.08:
        return "grå"
    return next((name for last, name in HUES if hue * 360 <= last), "rød")


def _at(kind: str, cell: GridCell, grid: Grid, detail: str = "") -> Issue:
    return issue(kind, sheet=grid.sheet, cell=cell.reference, value=cell.text, detail=detail)
