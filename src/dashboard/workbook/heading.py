"""The texts above a table, where a date is read with the label that stands to the left of it."""

import re
from collections.abc import Iterator
from datetime import date

from dashboard.domain.issue import Issue, issue
from dashboard.workbook.cell_text import as_text
from dashboard.workbook.dates import bare_date
from dashboard.workbook.grid import Grid, GridCell

LABEL = re.compile(r"(?:måned|dato|status|ultimo|primo|opgjort|opgørelse|gælder|pr\b)[^\d]*", re.IGNORECASE)


def heading_texts(grid: Grid, end: int) -> list[str]:
    """List the texts of the rows before ``end``: "Status pr." beside a date is one text with it."""
    return [_said(grid, cell) for cell in _above(grid, end)]


def dates_without_format(grid: Grid, end: int) -> list[Issue]:
    """Tell of the numbers that are read as dates in the rows before ``end``."""
    return [
        issue("number-as-date", sheet=grid.sheet, cell=cell.reference, value=cell.text, detail=as_text(day))
        for cell in _above(grid, end)
        if _label(grid, cell) and (day := bare_date(cell.value, grid.epoch)) is not None
    ]


def _above(grid: Grid, end: int) -> Iterator[GridCell]:
    for row in grid.rows:
        if row >= end:
            return
        yield from grid.texts(row)


def _said(grid: Grid, cell: GridCell) -> str:
    day = cell.value if isinstance(cell.value, date) else bare_date(cell.value, grid.epoch)
    label = _label(grid, cell) if day is not None else ""
    if not label:
        return cell.text
    return f"{label} {cell.text if isinstance(cell.value, date) else as_text(day)}"


def _label(grid: Grid, cell: GridCell) -> str:
    """Give the text to the left where it introduces a date, else nothing."""
    left = [other for other in grid.texts(cell.row) if other.column < cell.column]
    return left[-1].text.rstrip(" :") if left and LABEL.match(left[-1].text) else ""
