"""The column of a table's lights, and how they are written there."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from dashboard.domain.half_step import half_step
from dashboard.domain.light import Light
from dashboard.domain.terms import Terms
from dashboard.domain.words import claims_a_light, light_word, sign_of
from dashboard.workbook.colour import Rgb, light_of
from dashboard.workbook.column_values import is_short
from dashboard.workbook.grid import Grid, GridCell
from dashboard.workbook.legend import NO_LEGEND, Legend
from dashboard.workbook.symbol_font import CROSSES, TICKS, is_shape, is_tick_or_cross

LightWords = Literal["light", "text", "other"]


SIGN_AND_MEANING = re.compile(r"\s*(?:(\w{1,2})\s*[=:–-]|(.{3,25}?)\s*(?:=|betyder|means))\s*(.+)")
LONGEST_LEGEND = 90
CROSS = frozenset({"x", "(x)"})


@dataclass(frozen=True)
class LightColumn:
    """Where the light stands and how it is written there.

    ``words``: "light" when they say the light, "text" when they are the status text in a coloured cell, "other" when
    the coloured column is another field's. ``background``: fills that say nothing, being the row's or the column's.
    ``letters``: what single letters mean here. ``marks``: a column for each light instead, with a mark in one of them.
    ``legend``: what colours mean beside the lights. ``bands``: fills of whole rows, some of which have a light.
    ``ticks_are_coloured``: ticks and crosses stand in several colours. ``not_done``: crosses, where ticks stand too.
    """

    number: int | None = None
    words: LightWords = "light"
    shared_fill_is_background: bool = False
    background: frozenset[Rgb] = frozenset()
    letters: Mapping[str, Light] = field(default_factory=dict)
    marks: Mapping[Light, int] = field(default_factory=dict)
    legend: Legend = NO_LEGEND
    bands: frozenset[Rgb] = frozenset()
    ticks_are_coloured: bool = False
    not_done: frozenset[str] = frozenset()

    def tells(self, fill: Rgb | None, *, of_whole_row: bool) -> bool:
        """Tell whether a fill may say something: one that the title has too only where lights are written so."""
        if of_whole_row and self.legend.meaning(fill, of_whole_row=True) is not None:
            return fill not in self.bands
        if fill is not None and fill in self.legend.fills and not of_whole_row:
            return True
        return fill not in self.background and not (of_whole_row and self.shared_fill_is_background)

    def light_of(self, rgb: Rgb | None, *, of_whole_row: bool = False) -> Light | None:
        """Give the light that a colour means, or done where the legend says so; None for anything else."""
        meaning = self.legend.meaning(rgb, of_whole_row=of_whole_row)
        if meaning is None:
            return light_of(rgb)
        return meaning if meaning is Light.DONE else None


def column_cells(grid: Grid, column: int, rows: Sequence[int]) -> list[GridCell]:
    """List the cells of a column in the given rows."""
    return [cell for row in rows if (cell := grid.cell(row, column)) is not None]


def shown_light(cell: GridCell) -> Light | None:
    """Give the light that a cell's fill shows, or the colour of the lone sign in it."""
    return light_of(cell.fill) or (light_of(cell.ink) if is_shape(cell.text) else None)


Pair = tuple[GridCell, GridCell | None]  # a cell that may hold the light, and the title beside it


def written_in(
    grid: Grid,
    number: int,
    rows: Sequence[int],
    title: int,
    legend: Legend,
    answered: Mapping[str, Light],
    terms: Terms,
    *,
    is_prose: bool,
) -> LightColumn:
    """Find out how lights are written in a column: what its words are, and which of its fills say nothing.

    ``answered`` is what a person said that words mean; ``is_prose`` tells that the texts may be about the status.
    """
    pairs = _beside_titles(grid, number, rows, title)
    texts = [cell.text for cell, _ in pairs if cell.text]
    known = {**_letters(grid, texts, terms), **answered}
    said = [text for text in texts if _says_a_light(text, known, terms)]
    own_fill = any(_has_own_light(*pair) for pair in pairs)
    is_text = len(said) * 2 < len(texts) and (is_prose or own_fill)
    return LightColumn(
        number,
        "text" if is_text else "light",
        own_fill or bool(said) or any(cell.conditional for cell, _ in pairs),
        _background(pairs, said, terms),
        known,
        legend=legend,
        bands=_bands(pairs, terms),
        ticks_are_coloured=_ticks_are_coloured(pairs),
        not_done=CROSSES if TICKS.intersection(texts) else frozenset(),
    )


def _beside_titles(grid: Grid, number: int, rows: Sequence[int], title: int) -> list[Pair]:
    lines = [row for row in rows if grid.text(row, title)]
    return [(cell, grid.cell(row, title)) for row in lines if (cell := grid.rows[row].get(number)) is not None]


def _ticks_are_coloured(pairs: Sequence[Pair]) -> bool:
    return len({light_of(cell.ink) for cell, _ in pairs if is_tick_or_cross(cell.text)} - {None}) > 1


def _says_a_light(text: str, known: Mapping[str, Light], terms: Terms) -> bool:
    return (known.get(sign_of(text)) or light_word(text, terms)) not in (None, Light.NOT_REPORTED)


def _has_own_light(cell: GridCell, title: GridCell | None) -> bool:
    return light_of(cell.fill) is not None and (title is None or title.fill != cell.fill)


def unknown_words(
    grid: Grid, column: LightColumn, rows: Sequence[int], fields: Mapping[str, int], terms: Terms
) -> Counter[str]:
    """Count the short words in a column of lights that stand for something nobody has explained, over and over."""
    if column.number is None or column.words == "other":
        return Counter()
    lines = [row for row in rows if grid.text(row, fields["title"])]
    cells = [cell for row in lines if (cell := grid.rows[row].get(column.number)) and cell.text]
    unknown = Counter(cell.text for cell in cells if is_short(cell.text) and _is_unknown(cell, column, terms))
    if any(may_be_a_light(word, terms) for word in unknown) or _is_code(unknown, len(cells)):
        return unknown
    is_done_said = any(grid.text(row, fields.get("done", 0)) for row in lines)
    return _crosses(cells, column, terms, done_is_said=is_done_said)


def _is_code(unknown: Counter[str], n: int) -> bool:
    """Tell whether words are so many of the cells, and said over and over, that they stand for something."""
    least = n / (3 if unknown.total() > len(unknown) else 2)
    return n > 2 and unknown.total() >= least and len(unknown) < n


def _crosses(cells: Sequence[GridCell], column: LightColumn, terms: Terms, *, done_is_said: bool) -> Counter[str]:
    """Count the X that stand on several of the colours, or on one where done is said without: do they close lines?"""
    crosses = [cell for cell in cells if sign_of(cell.text) in CROSS and sign_of(cell.text) not in column.letters]
    on_colours = [light for cell in crosses if (light := column.light_of(cell.fill)) and light.is_reported]
    plain = any(light_word(cell.text, terms) is Light.DONE and not light_of(cell.fill) for cell in cells)
    doubtful = len(on_colours) > 1 and (len(set(on_colours)) > 1 or plain or done_is_said)
    return Counter(cell.text for cell in crosses) if doubtful else Counter()


def may_be_a_light(text: str, terms: Terms) -> bool:
    """Tell whether a house may write its lights so; a number alone says too little."""
    return text.casefold() in terms.perhaps and not text.isdigit()


def _is_unknown(cell: GridCell, column: LightColumn, terms: Terms) -> bool:
    looks_lit = column.light_of(cell.fill) or cell.conditional or cell.blend or shown_light(cell)
    said = column.letters.get(sign_of(cell.text)) or light_word(cell.text, terms)
    if said is Light.NOT_REPORTED and cell.text.strip("*!?") == "":
        return not looks_lit  # signs that stand for something
    return not (looks_lit or said or half_step(cell.text, terms) or claims_a_light(cell.text, terms))


def _background(pairs: Sequence[Pair], said: Sequence[str], terms: Terms) -> frozenset[Rgb]:
    """Give the one fill that a whole column has, where its words say something else."""
    fills = {cell.fill for cell, _ in pairs}
    only = next(iter(fills)) if len(fills) == 1 and len(pairs) >= 3 else None
    agreeing = sum(light_word(text, terms) is light_of(only) for text in said)
    return frozenset({only}) if only is not None and agreeing * 2 < len(said) else frozenset()


def _bands(pairs: Sequence[Pair], terms: Terms) -> frozenset[Rgb]:
    """Find the fills of titles beside which a light of its own stands: they only part the rows."""

    def has_a_light(cell: GridCell, title: GridCell) -> bool:
        word = light_word(cell.text, terms)
        return (word is not None and word.is_reported) or (cell.fill != title.fill and shown_light(cell) is not None)

    return frozenset(
        title.fill for cell, title in pairs if title is not None and title.fill is not None and has_a_light(cell, title)
    )


def _letters(grid: Grid, texts: Sequence[str], terms: Terms) -> dict[str, Light]:
    """Find out what single letters or digits in a column mean.

    A legend on the sheet says it ("1 = Grøn"); else G is green with Y or A (English) or with GU (Danish) beside it.
    """
    letters = {sign_of(text) for text in texts}
    if not letters:
        return {}
    meant = {"r": Light.RED} | _explained(grid, terms)
    single = {letter for letter in letters if len(letter) <= 2}
    if single <= {"g", "y", "a", "r"} and single & {"y", "a"}:
        meant = {"g": Light.GREEN, "y": Light.YELLOW, "a": Light.YELLOW} | meant
    if single <= {"g", "gu", "r", "x", "rø"} and "gu" in single:
        meant = {"g": Light.GREEN} | meant
    return {letter: light for letter, light in meant.items() if letter in letters}


def _explained(grid: Grid, terms: Terms) -> dict[str, Light]:
    """Read what the sheet itself says that signs mean: "1 = Grøn, 2 = Gul"."""
    texts = (cell.text for cell in grid.cells() if cell.text and len(cell.text) < LONGEST_LEGEND)
    matches = (SIGN_AND_MEANING.fullmatch(part) for text in texts for part in re.split(r"[,;\n()]", text))
    said = ((sign_of(match[1] or match[2]), light_word(match[3], terms)) for match in matches if match is not None)
    return {sign: light for sign, light in said if light is not None and light.is_reported}
