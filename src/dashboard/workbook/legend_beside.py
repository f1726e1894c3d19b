"""Legends that stand beside or below lines, as if they were a column or a row of theirs."""

from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from itertools import pairwise

from dashboard.domain.cell_name import cell_name
from dashboard.domain.excerpt import Rgb
from dashboard.domain.issue import Issue, issue
from dashboard.domain.light import Light
from dashboard.domain.words import light_word
from dashboard.workbook.colour import light_of
from dashboard.workbook.grid import Grid, GridCell
from dashboard.workbook.header import Header
from dashboard.workbook.legend import (
    HEADING,
    explained_light,
    hue_named,
    hue_of_explanation,
    light_named,
    light_of_explanation,
    meaning_said,
    words_of_explanation,
)
from dashboard.workbook.legend_across import rows_of_legends

FEW = 2


@dataclass(frozen=True)
class Parted:
    """Lines and their headers without the legends that stood beside them, the legends, and what is told of it."""

    grid: Grid
    headers: tuple[Header, ...]
    legend: Grid
    issues: tuple[Issue, ...] = ()


def without_legends(grid: Grid, headers: Sequence[Header]) -> Parted:
    """Part lines and their headers from the legends across a row, and from those beside lines with other lights."""
    legends: dict[int, dict[int, GridCell]] = {}
    told = []
    kept = []
    for header, below in pairwise([*headers, None]):
        assert header is not None
        last = max(grid.rows) if below is None else below.first_row - 1
        headed = {column.number for column in header.columns}
        numbers = [row for row in grid.rows if header.last_row < row <= last]
        own = list(header.columns)
        legends |= {row: dict(grid.rows[row]) for row in rows_of_legends(grid, header, numbers)}
        numbers = [row for row in numbers if row not in legends]
        for column in (column for column in header.columns if HEADING.fullmatch(column.header)):
            span = {column.number, *({column.number + 1} - headed)}
            if _are_a_legend(grid, header, numbers, span):
                own.remove(column)
                place = cell_name(header.first_row, column.number)
                told.append(issue("legend-beside", sheet=grid.sheet, cell=place, value=column.header))
                for row in (header.first_row, *numbers):
                    held = {number: cell for number, cell in grid.rows[row].items() if number in span}
                    legends[row] = legends.get(row, {}) | held
        kept.append(replace(header, columns=tuple(own)))
    if not legends:
        return Parted(grid, tuple(headers), replace(grid, rows={}))
    rows = {
        row: {n: cell for n, cell in cells.items() if n not in legends.get(row, ())} for row, cells in grid.rows.items()
    }
    without = replace(grid, rows={row: cells for row, cells in rows.items() if cells})
    return Parted(without, tuple(kept), replace(grid, rows=legends), tuple(told))


def _are_a_legend(grid: Grid, header: Header, numbers: Sequence[int], span: Set[int]) -> bool:
    """Tell whether columns hold a block of cells right below their heading that explain a colour each, and no more.

    Most lines have nothing in it, and one of the colours is not that of the line beside it, or all are named with "=".
    """
    block = [row for row in numbers if any(number in span for number in grid.rows[row])]
    is_whole = block == [*range(header.last_row + 1, header.last_row + 1 + len(block))]
    if len(block) < FEW or not is_whole or len(block) * 2 >= len(numbers):
        return False
    shown: list[Rgb | Light | str] = []
    differs = len(block) > FEW and all(
        any("=" in cell.text for n, cell in grid.rows[row].items() if n in span) for row in block
    )
    for cells in map(grid.rows.__getitem__, block):
        explained = _explained([cell for number, cell in cells.items() if number in span])
        if explained is None:
            return False
        colour, light = explained
        shown.append(colour)
        beside = [cell for number, cell in cells.items() if number not in span]
        lights = {light_of(cell.fill) for cell in beside} | {light_word(cell.text) for cell in beside if cell.text}
        fills = {cell.fill for cell in beside}
        differs = differs or (lights != {None} and light not in lights - {None} and colour not in fills)
    return len(set(shown)) == len(shown) and differs


def _explained(held: Sequence[GridCell]) -> tuple[Rgb | Light | str, Light | None] | None:
    """Give the colour that cells explain with words of a known meaning, and its light; None where they do not."""
    texts, fills = [cell.text for cell in held if cell.text], [cell.fill for cell in held if cell.fill]
    if not texts or len(texts) > FEW:
        return None
    whole = " ".join(texts)
    said, named, hue = texts[-1], light_named(texts[0]), hue_named(texts[0]) if len(texts) > 1 else None
    if len(texts) == 1:
        said, named, hue = words_of_explanation(whole) or whole, light_of_explanation(whole), hue_of_explanation(whole)
    if (explained_light(said) or meaning_said(said)) is None or (len(texts) == 1 and light_named(said) is not None):
        return None
    light = light_of(fills[0]) if fills else named
    colour = fills[0] if fills else named or hue
    return (colour, light) if colour is not None else None
