"""The light of one line, from its cell's fill and its words."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from dashboard.domain.cell_name import cell_name
from dashboard.domain.excerpt import Rgb, hex_of
from dashboard.domain.half_step import half_step, two_lights
from dashboard.domain.issue import Issue, issue
from dashboard.domain.light import Light
from dashboard.domain.terms import terms
from dashboard.domain.words import claims_a_light, is_as_before, is_left, is_misspelt_light, mentioned_lights, sign_of
from dashboard.workbook.cell_text import is_shape, is_tick_or_cross
from dashboard.workbook.colour import WHITE, hue_name, is_neutral, light_of
from dashboard.workbook.grid import Grid, GridCell
from dashboard.workbook.light_column import LONGEST_LIGHT, LightColumn

OTHER_COLOURS = frozenset({"blå", "grå", "lilla", "pink", "hvid", "sort", "brun", "turkis", "blue", "grey", "gray"})


@dataclass(frozen=True)
class LightReading:
    """What a cell says: the light and how it was read, whether it says done, text that is no light, what is wrong."""

    light: Light = Light.NOT_REPORTED
    source: str | None = None
    done: bool = False
    text: str | None = None
    issue: Issue | None = None


def read_light(grid: Grid, row: int, title: GridCell | None, column: LightColumn) -> LightReading:
    """Read a line's light from fill and words; both may be there and must agree."""
    reader = _LightReader(grid, column)
    if column.marks:
        return reader.marks(row)
    if column.number is None:
        return LightReading()
    place = cell_name(row, column.number)
    if place in grid.uncomputed:
        return LightReading(issue=issue("uncomputed-light", sheet=grid.sheet, cell=place))
    cell = grid.cell(row, column.number)
    if cell is None or (cell.is_error and column.words != "other"):
        return LightReading()
    read = reader.cell(cell, is_shared=title is not None and title.fill == cell.fill and title.column != cell.column)
    if cell.is_struck and read == LightReading():
        return reader.told("struck-light", cell, cell.runs[0].text)
    return read


@dataclass(frozen=True)
class _LightReader:
    grid: Grid
    column: LightColumn

    def cell(self, cell: GridCell, *, is_shared: bool) -> LightReading:
        """Read a cell, whose fill may be shared with the title."""
        column = self.column
        if is_shared and not cell.text and column.shared_fill_is_background and self._is_of_its_row(cell):
            return self.told("row-in-colour", cell, hue_name(cell.fill))
        fill = cell.fill if column.tells(cell.fill, of_whole_row=is_shared) else None
        colour = column.light_of(fill, of_whole_row=is_shared)
        if column.words == "other":
            return self._by_rule(cell) if colour is None else _by_light(colour)
        word = column.said(cell.text)
        if word is Light.DONE:
            return self._marked_done(cell, colour or cell.conditional)
        sign = self._sign(cell, colour) if word in (None, Light.NOT_REPORTED) else None
        if sign is not None:
            return sign
        if cell in column.orange_cells:
            return LightReading()  # asked about once
        is_silent = word is Light.NOT_REPORTED and self._is_silent(cell)
        if colour is None and (word is None or is_silent) and cell.conditional is not None:
            return self._by_rule(cell)
        blended = two_lights(set(filter(None, map(light_of, cell.blend)))) if colour is None else None
        between = half_step(cell.text) or blended
        if between is not None:
            return self._half_step(cell, between) if colour in (None, *between) else self._disputed(cell, colour)
        if is_silent:
            return self._by_colour(cell, None if is_shared else fill, colour)
        if word is None and colour is None and self.column.words == "text" and not is_shared:
            coloured = self._by_colour(cell, fill, None)  # a text says no light, and no more does blue
            return coloured if coloured.issue else self._by_word(cell, colour, word)
        return self._by_word(cell, colour, word)

    def _by_rule(self, cell: GridCell) -> LightReading:
        return LightReading(cell.conditional, "conditional formatting") if cell.conditional else LightReading()

    def _is_of_its_row(self, cell: GridCell) -> bool:
        """Tell whether a light's colour fills a whole row, as in no row with a light of its own."""
        return light_of(cell.fill) is not None and cell.fill not in self.column.bands | self.column.background

    def _sign(self, cell: GridCell, colour: Light | None) -> LightReading | None:
        """Read a lone sign by its own colour; None where that adds nothing to the fill."""
        if not is_shape(cell.text):
            return None
        ink = self.column.light_of(cell.ink)
        if colour is None and ink is not None:
            return replace(_by_light(ink), source="symbol")
        if colour is None:
            return None if is_neutral(cell.ink) else self._by_colour(cell, cell.ink, None)
        return self._sign_disputed(cell, colour, ink) if ink not in (None, colour) else None

    def _by_word(self, cell: GridCell, colour: Light | None, word: Light | None) -> LightReading:
        if word is None:
            return self._with_other_words(cell, colour)
        if colour is None:
            return LightReading(word, "word" if word.is_reported else None)
        return LightReading(word, "fill and word") if colour is word else self._disputed(cell, colour)

    def _is_silent(self, cell: GridCell) -> bool:
        """Tell whether a text that says no light leaves it to the colour: a sign, or what was answered to be none."""
        return sign_of(cell.text) in self.column.letters or not any(map(str.isalnum, cell.text))

    def marks(self, row: int) -> LightReading:
        """Read a row with a column for each light: the one that is marked or filled with its own colour counts."""
        cells = {light: cell for light, n in self.column.marks.items() if (cell := self.grid.cell(row, n)) is not None}
        texts = {light: cell.text.casefold() for light, cell in cells.items()}
        said = {light for light, text in texts.items() if text and text not in terms().no}
        marked = [
            (light, cell)
            for light, cell in cells.items()
            if light in said or light in (light_of(cell.fill), cell.conditional)
        ]
        own = [(light, cell) for light, cell in marked if is_shape(cell.text) and light_of(cell.ink) is light]
        marked = own or marked  # beside a sign in its column's colour the others are only dimmed
        if len(marked) > 1:
            return self.told("several-marks", marked[1][1], detail=self._word(marked[0][0]))
        for light, cell in marked:
            ink = light_of(cell.ink) if is_shape(cell.text) else None
            return self._sign_disputed(cell, light, ink) if ink not in (None, light) else LightReading(light, "mark")
        return self._filled_alone(row, list(cells.values()))

    def _filled_alone(self, row: int, cells: Sequence[GridCell]) -> LightReading:
        """Tell of the one column for a light that a row fills, in a colour of no light: it may be its mark."""
        filled = [(cell, cell.fill) for cell in cells if cell.fill is not None and hue_name(cell.fill) != WHITE]
        if len(filled) != 1 or filled[0][0].row != row or filled[0][0].text:
            return LightReading()
        cell, fill = filled[0]
        return self.told("unknown-colour", cell, hue_name(fill), hex_of(fill))

    def _marked_done(self, cell: GridCell, colour: Light | None) -> LightReading:
        """Read a mark or word for done; a tick or cross drawn in a light's colour may mean the light as well."""
        ink = light_of(cell.ink) if colour is None and is_tick_or_cross(cell.text) else None
        if ink is not None and (self.column.ticks_are_coloured or ink is not Light.GREEN):
            return self.told("coloured-mark", cell, detail=self._word(ink))
        if cell.text in self.column.not_done:
            return self.told("unknown-light", cell)
        reported = colour if colour is not None and colour.is_reported else Light.NOT_REPORTED
        return LightReading(reported, "word", done=True)

    def _half_step(self, cell: GridCell, between: tuple[Light, Light]) -> LightReading:
        """Tell of a cell between two lights, and offer the worse one, which hides nothing."""
        value = cell.text or "/".join(self._word(light).lower() for light in between) + " fyld"
        return self.told("half-step", cell, value, self._word(between[0]))

    def _by_colour(self, cell: GridCell, fill: Rgb | None, colour: Light | None) -> LightReading:
        is_said = self.column.legend.meaning(fill) is Light.NOT_REPORTED
        if colour is not None or fill is None or is_neutral(fill) or is_said:
            return _by_light(colour)
        return self.told("unknown-colour", cell, hue_name(fill), hex_of(fill))

    def _with_other_words(self, cell: GridCell, colour: Light | None) -> LightReading:
        """Settle a cell whose words are no light: its colour counts, unless the words name another one."""
        if colour is None:
            is_text = self.column.words == "text" and not (claims_a_light(cell.text) or is_misspelt_light(cell.text))
            if not is_text:
                return self.told("unknown-light", cell)
            as_before = self.told("light-as-before", cell).issue if is_as_before(cell.text) else None
            return LightReading(text=cell.text, issue=as_before)
        words = set(cell.text.casefold().split())
        is_short = self.column.words == "light" or len(words) <= LONGEST_LIGHT
        others = mentioned_lights(cell.text) - {colour}
        initial = self._initial(cell.text)
        if words & OTHER_COLOURS or is_left(cell.text) or (others and is_short) or (initial and colour not in initial):
            return self._disputed(cell, colour)
        is_spoken = any(map(str.isalpha, cell.text)) and not initial
        return replace(_by_light(colour), text=cell.text if is_spoken else None)

    def _initial(self, text: str) -> set[Light]:
        """Give the lights that a single letter can stand for: G is green and, in Danish, also yellow."""
        letter = text.strip(" .()").casefold()
        if len(letter) != 1 or not letter.isalpha():
            return set()
        lights = ((light, entry.written) for light, entry in terms().lights.items() if light.is_reported)
        return {light for light, written in lights if any(word.startswith(letter) for word in written)}

    def _sign_disputed(self, cell: GridCell, colour: Light, ink: Light) -> LightReading:
        return self._disputed(cell, colour, f"{cell.text} ({self._word(ink).lower()})")

    def _disputed(self, cell: GridCell, colour: Light, value: str | None = None) -> LightReading:
        detail = self._word(colour).lower()
        if colour is Light.DONE and cell.fill is not None:
            detail = f"{hue_name(cell.fill)} ({detail})"
        return self.told("light-disagrees", cell, value, detail)

    def told(self, kind: str, cell: GridCell, value: str | None = None, detail: str = "") -> LightReading:
        """Give no light, and what is wrong with the cell."""
        found = issue(kind, sheet=self.grid.sheet, cell=cell.reference, value=value or cell.text, detail=detail)
        return LightReading(issue=found)

    def _word(self, light: Light) -> str:
        return terms().lights[light].word


def _by_light(colour: Light | None) -> LightReading:
    """Give what a colour alone says: a light, or done."""
    if colour is None:
        return LightReading()
    return LightReading(Light.NOT_REPORTED, "fill", done=True) if colour is Light.DONE else LightReading(colour, "fill")
