"""Cells of a table that hold no value where one is read: an error, or a formula whose result is not in the file."""

from collections.abc import Mapping

from openpyxl.utils.cell import coordinate_to_tuple

from dashboard.workbook.grid import Grid, reference
from dashboard.workbook.issue_log import IssueLog
from dashboard.workbook.layout import Layout
from dashboard.workbook.row_kinds import RowKind

# by what a column is, and whether the row is one that it counts in
TOLD = {
    ("titel", True): "error-in-title-or-light", ("status", True): "error-in-title-or-light",
    ("titel", False): "error-cell", ("", True): "error-cell",
}  # fmt: skip


def tell_unreadable(grid: Grid, layout: Layout, kinds: Mapping[int, RowKind], issues: IssueLog) -> None:
    """Tell of each such cell in the columns that are read. Without title or light a line cannot be read at all."""
    read = _columns(layout)
    lines = {number for number, kind in kinds.items() if kind in (RowKind.LINE, RowKind.TITLE_GOES_ON)}
    titled = {number for number, kind in kinds.items() if kind is not RowKind.NO_LINE}
    for cell in (each for each in grid.errors if each.row in kinds):
        what = read.get(cell.column, "-")
        told = TOLD.get((what, cell.row in (titled if what == "titel" else lines)))
        if told is not None:
            issues.tell(told, cell.reference, cell.value, detail=what)
    for row, column in sorted(map(coordinate_to_tuple, grid.uncomputed)):
        if row in lines and read.get(column, "status") != "status":
            issues.tell("uncomputed", reference(row, column))


def _columns(layout: Layout) -> dict[int | None, str]:
    """Give the columns that are read, and what is lost of a line when a cell of one cannot be."""
    light = layout.light
    lights = {light.number, *light.marks.values()} - ({light.number} if light.words == "other" else set())
    columns: dict[int | None, str] = dict.fromkeys(layout.read_columns, "")
    return {**columns, **dict.fromkeys(lights, "status"), layout.fields["title"]: "titel"}
