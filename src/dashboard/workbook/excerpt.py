"""The part of a sheet around one cell, as it looks in the file: for the one who asks where a value was read."""

from functools import lru_cache

from dashboard.domain.cell_name import BLOCK, place_of
from dashboard.domain.excerpt import Excerpt, ExcerptCell, ExcerptRow
from dashboard.domain.issue import Issue
from dashboard.domain.text_run import TextRun
from dashboard.workbook.grid import Grid, Merge
from dashboard.workbook.header import find_headers
from dashboard.workbook.opening import open_grids

ROWS_BEFORE, ROWS_AFTER = 4, 4
COLUMNS_BEFORE, COLUMNS_AFTER = 3, 3


# The file that was asked of last stays open for the next cell.
opened = lru_cache(maxsize=1)(open_grids)


def excerpt(content: bytes, sheet: str, cell: str) -> Excerpt | Issue | None:
    """Cut out what stands around a cell of a workbook; None when there is no such sheet or cell.

    The table's header and the column of the titles come along, however far away they are.
    """
    grids = opened(content)
    if isinstance(grids, Issue):
        return grids
    grid = next((grid for grid in grids if grid.sheet == sheet), None)
    try:
        return _around(grid, cell, *place_of(cell)) if grid else None
    except ValueError:
        return None


def _around(grid: Grid, cell: str, row: int, column: int) -> Excerpt:
    merge = grid.merge_at(row, column)
    if merge is not None:
        row, column = merge.first_row, merge.first_column
    above = [header for header in find_headers(grid) if header.first_row <= row]
    header = above[-1] if above else None
    heading = range(header.first_row, header.last_row + 1) if header else range(0)
    last = max(row, min(row + ROWS_AFTER, max(grid.rows, default=row)))
    around = range(max(1, row - ROWS_BEFORE, heading.start), last + 1)
    rows_there = {number for number in around if number <= BLOCK or number in grid.rows}
    named = header.columns if header else ()
    last_column = max([column, *(each.number for each in named), *grid.rows.get(row, {})])
    beside = range(max(1, column - COLUMNS_BEFORE), min(column + COLUMNS_AFTER, last_column) + 1)
    titles = (each.number for each in named if each.field == "title")
    rows, columns = tuple(sorted({*heading, *rows_there})), tuple(sorted({*beside, *titles}))
    cells = ((number, (_cell(grid, number, each, rows, columns) for each in columns)) for number in rows)
    drawn = (ExcerptRow(number, number in heading, tuple(filter(None, found))) for number, found in cells)
    return Excerpt(grid.sheet, cell, row, column, columns, tuple(drawn))


def _cell(grid: Grid, row: int, column: int, rows: tuple[int, ...], columns: tuple[int, ...]) -> ExcerptCell | None:
    merge = grid.merge_at(row, column) or Merge(row, column, row, column)
    spanned_rows = [number for number in rows if merge.first_row <= number <= merge.last_row]
    spanned_columns = [number for number in columns if merge.first_column <= number <= merge.last_column]
    if (row, column) != (spanned_rows[0], spanned_columns[0]):
        return None  # an earlier one draws it
    row_span, column_span = len(spanned_rows), len(spanned_columns)
    found = grid.cell(row, column)
    if found is None:
        return ExcerptCell(row, column, row_span=row_span, column_span=column_span)
    shown = str(found.value) if found.is_error else found.text
    runs = found.runs or ((TextRun(shown),) if shown else ())
    return ExcerptCell(row, column, runs, found.fill, found.ink, found.bold, found.conditional, row_span, column_span)
