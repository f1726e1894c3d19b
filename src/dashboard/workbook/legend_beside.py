"""Legends that stand beside lines, as if they were a column of theirs."""

from collections.abc import Sequence, Set
from dataclasses import replace
from itertools import pairwise

from dashboard.domain.excerpt import Rgb
from dashboard.domain.light import Light
from dashboard.domain.words import light_word
from dashboard.workbook.colour import light_of
from dashboard.workbook.grid import Grid, GridCell
from dashboard.workbook.header import Header
from dashboard.workbook.legend import HEADING, explained_light, light_named, light_of_explanation, meaning_said

FEW = 2


def without_legends(grid: Grid, headers: Sequence[Header]) -> tuple[Grid, tuple[Header, ...], Grid]:
    """Part lines and their headers from the legends that explain other lights than those of the lines beside them."""
    legends: dict[int, dict[int, GridCell]] = {}
    kept = []
    for header, below in pairwise([*headers, None]):
        assert header is not None
        last = max(grid.rows) if below is None else below.first_row - 1
        headed = {column.number for column in header.columns}
        numbers = [row for row in grid.rows if header.last_row < row <= last]
        own = list(header.columns)
        for column in (column for column in header.columns if HEADING.fullmatch(column.header)):
            span = {column.number, *({column.number + 1} - headed)}
            if _are_a_legend(grid, numbers, span):
                own.remove(column)
                for row in (header.first_row, *numbers):
                    held = {number: cell for number, cell in grid.rows[row].items() if number in span}
                    legends[row] = legends.get(row, {}) | held
        kept.append(replace(header, columns=tuple(own)))
    if not legends:
        return grid, tuple(headers), replace(grid, rows={})
    rows = {
        row: {n: cell for n, cell in cells.items() if n not in legends.get(row, ())} for row, cells in grid.rows.items()
    }
    return (
        replace(grid, rows={row: cells for row, cells in rows.items() if cells}),
        tuple(kept),
        replace(grid, rows=legends),
    )


def _are_a_legend(grid: Grid, numbers: Sequence[int], span: Set[int]) -> bool:
    """Tell whether the cells of columns explain a colour each, one of which is not that of the line beside it.

    Of two alone both must be in a legend's words.
    """
    shown: list[Light | Rgb | None] = []
    differs, are_words = False, True
    for cells in map(grid.rows.__getitem__, numbers):
        held = [cell for number, cell in cells.items() if number in span]
        texts, fills = [cell.text for cell in held if cell.text], [cell.fill for cell in held if cell.fill]
        if not held:
            continue
        named = light_named(texts[0]) if len(texts) > 1 else light_of_explanation(" ".join(texts))
        light = light_of(fills[0]) if fills else named
        if not texts or not (fills or light) or (len(texts) == 1 and light_named(texts[0]) is not None):
            return False
        beside = [cell for number, cell in cells.items() if number not in span]
        shown.append(fills[0] if fills else light)
        differs = differs or light not in {
            each for cell in beside for each in (light_of(cell.fill), light_word(cell.text))
        }
        are_words = are_words and (explained_light(texts[-1]) or meaning_said(texts[-1])) is not None
    return len(set(shown)) == len(shown) > 1 and differs and (len(shown) > FEW or are_words)
