"""Where the light of a table stands, and how it is written there."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import Literal

from openpyxl.utils import get_column_letter

from dashboard.domain.issue import Issue, issue
from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.domain.terms import Terms
from dashboard.workbook.colour import Rgb, light_of
from dashboard.workbook.grid import Grid, GridCell
from dashboard.workbook.half_step import half_step
from dashboard.workbook.header import Column
from dashboard.workbook.legend import NO_LEGEND, Legend
from dashboard.workbook.month import find_months, named_months
from dashboard.workbook.symbol_font import is_tick_or_cross
from dashboard.workbook.words import claims_a_light, light_word

LightWords = Literal["light", "text", "other"]


OVERALL = re.compile(r"\b(?:samlet|overordnet|samlede)\b", re.IGNORECASE)


@dataclass(frozen=True)
class LightColumn:
    """Where the light stands and how it is written there.

    ``words``: "light" when they say the light, "text" when they are the status text in a coloured cell, "other" when
    the coloured column is another field's. ``background``: fills that say nothing, being the row's or the column's.
    ``letters``: what single letters mean here. ``marks``: a column for each light instead, with a mark in one of them.
    ``legend``: what colours mean beside the lights. ``ticks_are_coloured``: ticks and crosses stand in several colours.
    """

    number: int | None = None
    words: LightWords = "light"
    shared_fill_is_background: bool = False
    background: frozenset[Rgb] = frozenset()
    letters: Mapping[str, Light] = field(default_factory=dict)
    marks: Mapping[Light, int] = field(default_factory=dict)
    legend: Legend = NO_LEGEND
    ticks_are_coloured: bool = False

    def tells(self, fill: Rgb | None, *, of_whole_row: bool) -> bool:
        """Tell whether a fill may say something: one that the title has too only where lights are written so."""
        if fill is not None and fill in self.legend.fills:
            return self.legend.fills[fill] is not None or not of_whole_row
        return fill not in self.background and not (of_whole_row and self.shared_fill_is_background)

    def light_of(self, rgb: Rgb | None, *, of_whole_row: bool = False) -> Light | None:
        """Give the light that a colour means, or done where the legend says so; None for anything else."""
        meaning = self.legend.meaning(rgb, of_whole_row=of_whole_row)
        if meaning is None:
            return light_of(rgb)
        return meaning if meaning is Light.DONE else None


def choose_light_column(
    grid: Grid,
    candidates: Sequence[Column],
    marks: Mapping[Light, int],
    rows: Sequence[int],
    fields: Mapping[str, int],
    former: Set[int],
    month: Month | None,
    legend: Legend,
    terms: Terms,
) -> tuple[LightColumn, list[Issue]]:
    """Choose where the light is read in a table: columns that may hold it, columns of marks, or a coloured one."""
    if len(marks) >= 2:
        return LightColumn(marks=marks), []
    own, found = _of_the_month(grid, candidates, month)
    if found:
        return LightColumn(), found
    strict = [column for column in own if column.field == "light" and column.exact]
    usable = [column for column in strict or own if _speaks(grid, column, rows, legend, terms)] or (strict or own)[:1]
    strict = [column for column in usable if column.field == "light"] or usable
    overall = [column for column in strict if OVERALL.search(column.header)] or strict
    exact = [column for column in overall if column.exact] or overall
    if exact and _speaks(grid, exact[0], rows, legend, terms):
        rivals = [column for column in exact[1:] if _differ(grid, exact[0], column, rows, terms)]
        if rivals:
            detail = f"{get_column_letter(exact[0].number)} ({exact[0].header})"
            return LightColumn(), [
                issue(
                    "two-light-columns",
                    sheet=grid.sheet,
                    cell=rivals[0].reference,
                    value=rivals[0].header,
                    detail=detail,
                )
            ]
        return _written(grid, exact[0], rows, fields, legend, terms), []
    if own and named_months(own[0].header):
        return LightColumn(own[0].number, legend=legend), []
    number = _coloured_column(grid, rows, fields, former)
    if number is not None:
        words: LightWords = "other" if number in fields.values() else "text"
        told = issue("light-column-by-colour", sheet=grid.sheet, detail=get_column_letter(number))
        return LightColumn(number, words, legend=legend), [told]
    if exact and exact[0].field == "light":
        return LightColumn(exact[0].number, legend=legend), []
    return LightColumn(), [issue("no-light-column", sheet=grid.sheet)]


def _of_the_month(grid: Grid, candidates: Sequence[Column], month: Month | None) -> tuple[list[Column], list[Issue]]:
    """Keep the columns of the workbook's own month: those that name it, else those that name none."""
    dated = {column: named_months(column.header) for column in candidates}
    if month is not None:
        own = [column for column, numbers in dated.items() if month.number in numbers and _year_fits(column, month)]
        if own:
            return own, []
    undated = [column for column, numbers in dated.items() if not numbers]
    if candidates and not undated and month is not None:
        first = candidates[0]
        return [], [
            issue(
                "no-column-of-the-month", sheet=grid.sheet, cell=first.reference, value=first.header, detail=month.label
            )
        ]
    return undated, []


def _year_fits(column: Column, month: Month) -> bool:
    named = {found.month for found in find_months(column.header)}
    return not named or month in named


def _speaks(grid: Grid, column: Column, rows: Sequence[int], legend: Legend, terms: Terms) -> bool:
    """Tell whether a column that may hold the light does: a light's own column with anything in it, or a status column
    with fills or mostly words of lights."""
    cells = column_cells(grid, column.number, rows)
    texts = [cell.text for cell in cells if cell.text]
    words = sum(light_word(text, terms) not in (None, Light.NOT_REPORTED) for text in texts)
    coloured = any(light_of(cell.fill) or legend.meaning(cell.fill) or cell.blend or cell.conditional for cell in cells)
    claimed = any(claims_a_light(text, terms) or half_step(text, terms) for text in texts)
    return coloured or claimed or (words * 2 >= len(texts) > 0) or (column.field == "light" and bool(texts))


def _written(
    grid: Grid, column: Column, rows: Sequence[int], fields: Mapping[str, int], legend: Legend, terms: Terms
) -> LightColumn:
    """Find out how lights are written in a column: what its words are, and which of its fills say nothing."""
    pairs = [
        (cell, grid.cell(row, fields["title"]))
        for row in rows
        if (cell := grid.rows[row].get(column.number)) is not None and grid.text(row, fields["title"])
    ]
    texts = [cell.text for cell, _ in pairs if cell.text]
    said = [cell for cell, _ in pairs if cell.text and light_word(cell.text, terms) not in (None, Light.NOT_REPORTED)]
    own_fill = any(
        light_of(cell.fill) is not None and (title is None or title.fill != cell.fill) for cell, title in pairs
    )
    mostly_prose = len(said) * 2 < len(texts)
    words: LightWords = "text" if mostly_prose and (column.field == "status" or own_fill) else "light"
    fills = {cell.fill for cell, _ in pairs}
    only = next(iter(fills)) if len(fills) == 1 and len(pairs) >= 3 else None
    disputed = only is not None and any(light_word(cell.text, terms) is not light_of(only) for cell in said)
    background = frozenset({only}) if only is not None and disputed else frozenset()
    ticks = {light_of(cell.ink) for cell, _ in pairs if is_tick_or_cross(cell.text)} - {None}
    return LightColumn(
        column.number,
        words,
        own_fill or bool(said),
        background,
        _letters(grid, texts, terms),
        legend=legend,
        ticks_are_coloured=len(ticks) > 1,
    )


def _letters(grid: Grid, texts: Sequence[str], terms: Terms) -> dict[str, Light]:
    """Find out what single letters or digits in a column mean.

    A legend on the sheet says it ("1 = Grøn"); else, with Y or A beside it, G is the English green.
    """
    letters = {text.strip(" .").casefold() for text in texts if len(text.strip(" .")) == 1}
    if not letters:
        return {}
    explained = (re.fullmatch(r"\s*(\w)\s*[=:–-]\s*(.+)", cell.text) for cell in grid.cells() if len(cell.text) < 90)
    legend = {match[1].casefold(): light_word(match[2], terms) for match in explained if match is not None}
    english = letters <= {"g", "y", "a", "r"} and bool(letters & {"y", "a"})
    known = {sign: light for sign, light in legend.items() if light is not None and light.is_reported}
    meant = known | {"r": Light.RED} | ({"g": Light.GREEN, "y": Light.YELLOW, "a": Light.YELLOW} if english else {})
    return {letter: light for letter, light in meant.items() if letter in letters}


def _coloured_column(grid: Grid, rows: Sequence[int], fields: Mapping[str, int], former: Set[int]) -> int | None:
    """Find the column whose cells are filled as lights though no header says so: most rows, or different lights.

    Where whole rows are coloured it is the title's. The columns of former lights are never this month's.
    """
    cells = [cell for row in rows if grid.text(row, fields["title"]) for cell in grid.rows[row].values()]
    lights: dict[int, Counter[Light]] = {}
    for cell in cells:
        light = light_of(cell.fill)
        if light is not None and cell.column not in former:
            lights.setdefault(cell.column, Counter())[light] += 1
    lines = sum(bool(grid.text(row, fields["title"])) for row in rows)
    enough = {number: n.total() for number, n in lights.items() if len(n) >= 2 or n.total() * 2 > lines}
    best = [number for number, total in enough.items() if total == max(enough.values())]
    if len(best) > 1 and fields["title"] in best:
        return fields["title"]
    return best[0] if len(best) == 1 else None


def _differ(grid: Grid, one: Column, other: Column, rows: Sequence[int], terms: Terms) -> bool:
    def light(row: int, column: Column) -> Light | None:
        cell = grid.cell(row, column.number)
        return None if cell is None else light_of(cell.fill) or light_word(cell.text, terms)

    pairs = [(light(row, one), light(row, other)) for row in rows]
    return any(a is not b for a, b in pairs if a and b and a.is_reported and b.is_reported)


def column_cells(grid: Grid, column: int, rows: Sequence[int]) -> list[GridCell]:
    """List the cells of a column in the given rows."""
    return [cell for row in rows if (cell := grid.cell(row, column)) is not None]
