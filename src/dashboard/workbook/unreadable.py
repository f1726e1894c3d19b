"""Cells of a table that hold no value where one is read: an error, or a formula whose result is not in the file."""

from collections.abc import Mapping

from openpyxl.utils.cell import coordinate_to_tuple

from dashboard.workbook.grid import Grid, reference
from dashboard.workbook.issue_log import IssueLog
from dashboard.workbook.layout import Layout
from dashboard.workbook.row_kinds import RowKind


def tell_unreadable(grid: Grid, layout: Layout, kinds: Mapping[int, RowKind], issues: IssueLog) -> None:
    """Tell of each such cell in the columns that are read. Without title or light a line cannot be read at all."""
    title, light, fields = layout.fields["title"], _light_columns(layout), layout.read_columns
    lines = {number for number, kind in kinds.items() if kind in (RowKind.LINE, RowKind.TITLE_GOES_ON)}
    for cell in grid.errors:
        if cell.column not in fields or cell.row not in kinds:
            continue
        if cell.column == title and kinds[cell.row] is not RowKind.NO_LINE:
            issues.tell("error-in-title-or-light", cell.reference, cell.value, detail="titel")
        elif cell.row in lines and cell.column in light:
            issues.tell("error-in-title-or-light", cell.reference, cell.value, detail="status")
        elif cell.row in lines or cell.column == title:
            issues.tell("error-cell", cell.reference, cell.value)
    for row, column in sorted(map(coordinate_to_tuple, grid.uncomputed)):
        if row in lines and column in fields - light:
            issues.tell("uncomputed", reference(row, column))


def _light_columns(layout: Layout) -> set[int]:
    """Give the columns that only the light is read in."""
    light = layout.light
    own = {light.number} if light.number and light.words != "other" else set()
    return own | set(light.marks.values())
