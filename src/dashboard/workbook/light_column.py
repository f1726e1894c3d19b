"""The column of a table's lights: how they are written there, and what stands in it that nobody has explained."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Literal

from dashboard.domain.excerpt import Rgb
from dashboard.domain.half_step import half_step
from dashboard.domain.identity import normalised
from dashboard.domain.issue import Issue, issue
from dashboard.domain.light import Light
from dashboard.domain.terms import terms
from dashboard.domain.words import claims_a_light, is_done_mark, light_word, sign_of
from dashboard.workbook.cell_text import CROSSES, TICKS, is_shape, is_tick_or_cross
from dashboard.workbook.colour import BLACK, GREY, WHITE, hue_name, is_neutral, is_orange, light_of
from dashboard.workbook.column_values import is_short
from dashboard.workbook.grid import Grid, GridCell
from dashboard.workbook.legend import NO_LEGEND, Legend
from dashboard.workbook.sections import sections_of

LightWords = Literal["light", "text", "other"]
Pair = tuple[GridCell, GridCell | None]  # a cell that may hold the light, and the title beside it

SIGN_AND_MEANING = re.compile(r"\s*+(?:(\w{1,2})\s*[=:–-]|(.{3,25}?)\s*(?:=|betyder|means))\s*(.+)")
ORANGE = "orange"  # the word that an answer about orange fills is remembered by
LONGEST_LEGEND = 90
MANY_CLOSED = 0.2  # of the lines
FILLS_TO_A_WORD = 4  # from so many fills on, a word among them is meant as a light, and not the text of a status
LONGEST_LIGHT = 4  # words


@dataclass(frozen=True)
class LightColumn:
    """Where the light stands and how it is written there.

    ``words``: "light" when they say the light, "text" when they are the status text in a coloured cell, "other" when
    the coloured column is another field's. ``background``: fills that say nothing, being the row's or the column's.
    ``letters``: what single letters mean here. ``marks``: a column for each light instead, with a mark in one of them.
    ``legend``: what colours mean beside the lights. ``bands``: fills of whole rows, some of which have a light.
    ``not_done``: crosses, where ticks stand too. ``oranges``: fills that may be yellow or red. ``cells``: those of the
    lines, each with the title beside it.
    """

    number: int | None = None
    words: LightWords = "light"
    shared_fill_is_background: bool = False
    background: frozenset[Rgb] = frozenset()
    letters: Mapping[str, Light] = field(default_factory=dict)
    marks: Mapping[Light, int] = field(default_factory=dict)
    legend: Legend = NO_LEGEND
    bands: frozenset[Rgb] = frozenset()
    not_done: frozenset[str] = frozenset()
    oranges: frozenset[Rgb] = frozenset()
    cells: tuple[Pair, ...] = ()

    @property
    def columns(self) -> list[int]:
        """Give the number of its column, or of the column for each light."""
        return [self.number] if self.number else list(self.marks.values())

    @cached_property
    def orange_cells(self) -> list[GridCell]:
        """List the cells that only an orange beside yellows gives a light, which nobody has explained."""
        orange = [cell for cell, _ in self.cells if cell.fill in self.oranges and ORANGE not in self.letters]
        return [cell for cell in orange if self.said(cell.text) in (None, Light.NOT_REPORTED)]

    @cached_property
    def ticks_are_coloured(self) -> bool:
        """Tell whether ticks and crosses stand in several colours of lights."""
        return len({light_of(cell.ink) for cell, _ in self.cells if is_tick_or_cross(cell.text)} - {None}) > 1

    def tells(self, fill: Rgb | None, *, of_whole_row: bool) -> bool:
        """Tell whether a fill may say something: one that the title has too only where lights are written so."""
        if of_whole_row and self.legend.meaning(fill, of_whole_row=True) is not None:
            return fill not in self.bands
        return fill not in self.background and not (of_whole_row and self.shared_fill_is_background)

    def light_of(self, rgb: Rgb | None, *, of_whole_row: bool = False) -> Light | None:
        """Give the light that a colour means, or done where the legend says so; None for anything else."""
        meaning = self.legend.meaning(rgb, of_whole_row=of_whole_row)
        if meaning is None:
            return self.letters.get(ORANGE) if rgb in self.oranges else light_of(rgb)
        return meaning if meaning is Light.DONE else None

    def said(self, text: str) -> Light | None:
        """Give the light that a text says here: what a letter or an answered word means, or what it means anywhere."""
        return self.letters.get(sign_of(text)) or light_word(text)


def shown_light(cell: GridCell) -> Light | None:
    """Give the light that a cell's fill or a rule shows, or the colour of the lone sign in it."""
    return light_of(cell.fill) or cell.conditional or (light_of(cell.ink) if is_shape(cell.text) else None)


def beside_titles(grid: Grid, number: int, rows: Sequence[int], title: int) -> tuple[Pair, ...]:
    """Give the cells of a column in the rows with a title, each with the title's cell."""
    lines = [row for row in rows if grid.text(row, title)]
    return tuple((cell, grid.cell(row, title)) for row in lines if (cell := grid.rows[row].get(number)) is not None)


def written_in(
    grid: Grid, number: int, cells: tuple[Pair, ...], legend: Legend, answered: Mapping[str, Light],
    *, is_prose: bool,
) -> LightColumn:  # fmt: skip
    """Find out how lights are written in a column: what its words are, and which of its fills say nothing.

    ``answered`` is what a person said that words mean; ``is_prose`` tells that the texts may be about the status.
    """
    texts = [cell.text for cell, _ in cells if cell.text]
    column = LightColumn(number, letters={**_letters(grid, texts), **answered}, legend=legend, cells=cells)
    said = [text for text in texts if column.said(text) not in (None, Light.NOT_REPORTED)]
    lit = [cell for cell, title in cells if light_of(cell.fill) and (title is None or title.fill != cell.fill)]
    own_fill = bool(lit)
    is_lone = len(texts) * FILLS_TO_A_WORD <= len(lit) and all(len(text.split()) <= LONGEST_LIGHT for text in texts)
    n_explained = sum(column.said(text) is not None for text in texts)
    is_text = n_explained * 2 < len(texts) and (is_prose or own_fill) and not is_lone
    return replace(
        column,
        words="text" if is_text else "light",
        shared_fill_is_background=own_fill or bool(said) or any(cell.conditional for cell, _ in cells),
        background=_background(cells, said),
        bands=_bands(cells),
        not_done=CROSSES if TICKS.intersection(texts) else frozenset(),
        oranges=_oranges({cell.fill for cell, _ in cells if cell.fill}),
    )


def _oranges(fills: Set[Rgb]) -> frozenset[Rgb]:
    """Find the oranges among the fills of lights where others are yellow: they are no other shade of it."""
    oranges = frozenset(filter(is_orange, fills))
    yellows = {fill for fill in fills - oranges if light_of(fill) is Light.YELLOW}
    return oranges if yellows else frozenset()


def _background(cells: Sequence[Pair], said: Sequence[str]) -> frozenset[Rgb]:
    """Give the one fill that a whole column has, where its words say something else."""
    fills = {cell.fill for cell, _ in cells}
    only = next(iter(fills)) if len(fills) == 1 and len(cells) >= 3 else None
    lights = [light for text in said if (light := light_word(text)) and light.is_reported]
    agreeing = sum(light is light_of(only) for light in lights)
    return frozenset({only}) if only is not None and agreeing * 2 < len(lights) else frozenset()


def _bands(cells: Sequence[Pair]) -> frozenset[Rgb]:
    """Find the fills of titles beside which a light of its own stands: they only part the rows."""
    bands: set[Rgb] = set()
    for cell, title in cells:
        word = light_word(cell.text)
        has_own_fill = title is not None and cell.fill != title.fill and shown_light(cell) is not None
        if title is not None and title.fill is not None and (has_own_fill or (word and word.is_reported)):
            bands.add(title.fill)
    return frozenset(bands)


def _letters(grid: Grid, texts: Sequence[str]) -> dict[str, Light]:
    """Find out what single letters or digits in a column mean.

    A legend on the sheet says it ("1 = Grøn"); else G is green with Y or A (English) or with GU (Danish) beside it.
    """
    letters = {sign_of(text) for text in texts}
    meant = {"r": Light.RED, "rø": Light.RED} | (_explained(grid) if letters else {})
    single = {letter for letter in letters if len(letter) <= 2}
    if single <= {"g", "y", "a", "r"} and single & {"y", "a"}:
        meant = {"g": Light.GREEN, "y": Light.YELLOW, "a": Light.YELLOW} | meant
    if single <= {"g", "gu", "r", "x", "rø"} and "gu" in single:
        meant = {"g": Light.GREEN} | meant
    return {letter: light for letter, light in meant.items() if letter in letters}


def _explained(grid: Grid) -> dict[str, Light]:
    """Read what the sheet itself says that signs mean: "1 = Grøn, 2 = Gul"."""
    texts = (cell.text for row in grid.rows for cell in grid.texts(row) if len(cell.text) < LONGEST_LEGEND)
    matches = (SIGN_AND_MEANING.fullmatch(part) for text in texts for part in re.split(r"[,;\n()]", text))
    said = ((sign_of(match[1] or match[2]), light_word(match[3])) for match in matches if match is not None)
    return {sign: light for sign, light in said if light is not None and light.is_reported}


def unknown_words(column: LightColumn, done_rows: Set[int]) -> Counter[str]:
    """Count the short words in a column of lights that stand for something nobody has explained, over and over.

    ``done_rows`` are those that say something in a column for done.
    """
    if column.words == "other":
        return Counter()
    held = [(cell, title) for cell, title in column.cells if cell.text and not sections_of(cell.text)]
    cells = [cell for cell, title in held if not _is_count(cell, title)]
    unlit = [c for c in cells if not (column.light_of(c.fill) or c.blend or shown_light(c))]
    short = (cell.text for cell in unlit if is_short(cell.text))
    unknown = Counter(text for text in short if not (column.said(text) or half_step(text) or claims_a_light(text)))
    least = len(cells) / (3 if unknown.total() > len(unknown) else 2)
    are_signs = all(len(sign_of(word)) == 1 for word in unknown)
    is_code = len(cells) > 2 and unknown.total() >= least and (are_signs or len(unknown) < len(cells))
    if is_code or any(may_be_a_light(word) for word in unknown):
        return unknown
    signs = Counter({word: n for word, n in unknown.items() if len(sign_of(word)) == 1})
    if signs and any(len(sign_of(cell.text)) == 1 for cell in cells if cell not in unlit):
        return signs  # "3" is no text about a status where a rule colours "1" and "2"
    return _marks(cells, column, done_is_said=bool(done_rows))


def _is_count(cell: GridCell, title: GridCell | None) -> bool:
    """Tell whether a number stands below the lights beside what it counts: "Antal røde", "I alt"."""
    words = normalised(title.text) if title and isinstance(cell.value, int) else ""
    first, _, last = words.partition(" ")
    return bool(words) and (first in terms().totals or any(map(light_word, filter(None, (words, first, last)))))


def _marks(cells: Sequence[GridCell], column: LightColumn, *, done_is_said: bool) -> Counter[str]:
    """Count the marks for done that stand on colours: do they close lines?

    Perhaps not where they stand on several colours, where done is said without, or where they would close many at once.
    """
    marks = [cell for cell in cells if is_done_mark(cell.text) and sign_of(cell.text) not in column.letters]
    lights = (column.light_of(cell.fill) or cell.conditional for cell in marks)
    on_colours = [light for light in lights if light is not None and light.is_reported]
    plain = any(light_word(cell.text) is Light.DONE and not light_of(cell.fill) for cell in cells)
    worded = any(light_word(cell.text) is light_of(cell.fill) is not None for cell in cells)
    are_many = len(on_colours) > MANY_CLOSED * len(column.cells)
    doubtful = len(on_colours) > 1 and (len(set(on_colours)) > 1 or plain or worded or done_is_said or are_many)
    return Counter(cell.text for cell in marks) if doubtful else Counter()


def may_be_a_light(text: str) -> bool:
    """Tell whether a house may write its lights so; a number alone says too little."""
    return text.casefold() in terms().perhaps and not text.isdigit()


def unexplained_fills(grid: Grid, column: LightColumn, done_rows: Set[int]) -> list[Issue]:
    """Tell once for each hue of empty grey or pale cells among the lights, and of whole rows in another colour.

    They may mean done or empty, or be only for the eye, which the sender knows.
    """
    open_cells = [(cell, title) for cell, title in column.cells if cell.row not in done_rows]
    if column.words == "other" or not any(shown_light(cell) for cell, _ in open_cells):
        return []
    found: dict[str, list[GridCell]] = {}
    of_lines = {title.fill for cell, title in open_cells if title and (shown_light(cell) or not _is_lone(grid, title))}
    for cell, title in open_cells:
        is_whole_row = title is not None and title.fill == cell.fill
        if _is_to_fill_in(grid, cell) or (is_whole_row and title and _is_heading(grid, title, of_lines)):
            continue
        if not cell.text and (hue := _unexplained(cell.fill, column, of_whole_row=is_whole_row)):
            found.setdefault(hue, []).append(cell)
    told = []
    for hue, (first, *more) in found.items():
        told.append(
            issue("unexplained-fill", sheet=grid.sheet, cell=first.reference, value=hue, detail=here(len(more)))
        )
    return told


def _is_lone(grid: Grid, title: GridCell) -> bool:
    return len(grid.texts(title.row)) == 1


def _is_heading(grid: Grid, title: GridCell, of_lines: Set[Rgb | None]) -> bool:
    """Tell whether a row that is filled across heads a section: it names one, or is alone unlike any line is filled."""
    named = " ".join(cell.text for cell in grid.texts(title.row) if any(map(str.isalpha, cell.text)))
    return bool(sections_of(named)) or (_is_lone(grid, title) and title.fill not in of_lines)


def _is_to_fill_in(grid: Grid, cell: GridCell) -> bool:
    """Tell whether a cell has the faint hue of others in its row, which shows where to write."""
    same = sum(each.fill == cell.fill for each in grid.rows[cell.row].values())
    return same > 1 and cell.fill is not None and is_neutral(cell.fill) and hue_name(cell.fill) != GREY


def here(more: int) -> str:
    """Say where something stands that stands in more rows as well."""
    return f"her og i {more} {'række' if more == 1 else 'rækker'} mere" if more else "her"


def _unexplained(fill: Rgb | None, column: LightColumn, *, of_whole_row: bool) -> str | None:
    """Name the hue of a fill that may mean something; None for one that is explained, asked about or only a band."""
    legend = column.legend
    if fill is None or light_of(fill) is not None or fill in column.bands or fill in legend.fills:
        return None
    hue = hue_name(fill)
    if legend.meaning(fill, of_whole_row=of_whole_row) is not None:
        return None
    if of_whole_row:
        return hue if hue == GREY or (hue != WHITE and not is_neutral(fill)) else None
    is_pale = hue != WHITE and is_neutral(fill) and light_of(fill) is None  # what is stronger is an error of its own
    faintly = "" if hue in (GREY, BLACK) else "svagt "
    return f"{faintly}{hue}" if is_pale and hue not in legend.hues else None
