"""Legends that stand beside lines, as if they were a column of theirs."""

from collections.abc import Sequence, Set
from dataclasses import replace
from itertools import pairwise

from dashboard.domain.excerpt import Rgb
from dashboard.domain.light import Light
from dashboard.domain.words import light_word, mentioned_lights
from dashboard.workbook.colour import light_of
from dashboard.workbook.grid import Grid
from dashboard.workbook.header import Header
from dashboard.workbook.legend import HEADING


def without_legends(grid: Grid, headers: Sequence[Header]) -> tuple[Grid, tuple[Header, ...]]:
    """Leave out the columns of legends, which explain other lights than those of the lines that they are beside."""
    rows, kept = dict(grid.rows), []
    for header, below in pairwise([*headers, None]):
        assert header is not None
        last = max(grid.rows) if below is None else below.first_row - 1
        headed = {column.number for column in header.columns}
        numbers = [row for row in grid.rows if header.last_row < row <= last]
        own = header.columns
        for column in header.columns:
            span = {column.number, *({column.number + 1} - headed)}
            if HEADING.fullmatch(column.header) and _are_a_legend(grid, numbers, span):
                own = tuple(each for each in own if each is not column)
                for row in (*range(header.first_row, header.last_row + 1), *numbers):
                    rows[row] = {number: cell for number, cell in rows.get(row, {}).items() if number not in span}
        kept.append(replace(header, columns=own))
    rows = {row: cells for row, cells in rows.items() if cells}
    return (grid if rows == grid.rows else replace(grid, rows=rows)), tuple(kept)


def _are_a_legend(grid: Grid, numbers: Sequence[int], span: Set[int]) -> bool:
    """Tell whether the cells of columns explain a colour each, one of which is not that of the line beside it."""
    shown: list[Light | Rgb | None] = []
    differs, is_more = False, False
    for cells in map(grid.rows.__getitem__, numbers):
        held = [cell for number, cell in cells.items() if number in span]
        texts, fills = [cell.text for cell in held if cell.text], [cell.fill for cell in held if cell.fill]
        named = mentioned_lights(texts[0]) if texts else frozenset()
        said = next(iter(named)) if len(named) == 1 else None
        light = light_of(fills[0]) if fills else said
        if held and (not texts or not (fills or light)):
            return False
        if held:
            beside = [cell for number, cell in cells.items() if number not in span]
            shown.append(fills[0] if fills else light)
            differs = differs or light not in {
                said for cell in beside for said in (light_of(cell.fill), light_word(cell.text))
            }
            is_more = is_more or said is None or len(texts) > 1 or " " in texts[0]
    return len(set(shown)) == len(shown) > 1 and differs and is_more
