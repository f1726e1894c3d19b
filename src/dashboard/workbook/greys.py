"""Grey cells in the column of lights: done, empty or only for the eye, which nobody but the sender knows."""

from collections.abc import Mapping, Sequence

from dashboard.domain.issue import Issue, issue
from dashboard.workbook.colour import GREY, hue_name, light_of
from dashboard.workbook.grid import Grid, GridCell
from dashboard.workbook.light_column import LightColumn


def unexplained_greys(grid: Grid, column: LightColumn, fields: Mapping[str, int], rows: Sequence[int]) -> list[Issue]:
    """Tell once of a table's empty grey cells beside coloured ones, where nothing explains the grey."""
    if column.number is None or column.words == "other":
        return []
    title, done = fields["title"], fields.get("done", 0)
    open_lines = [row for row in rows if grid.text(row, title) and not grid.text(row, done)]
    pairs = [(grid.cell(row, column.number), grid.cell(row, title)) for row in open_lines]
    greys = [cell for cell, beside in pairs if cell is not None and _is_grey(cell, beside, column)]
    if not greys or not any(light_of(cell.fill) for cell, _ in pairs if cell is not None):
        return []
    more = len(greys) - 1
    detail = "her" if not more else f"her og i {more} {'række' if more == 1 else 'rækker'} mere"
    return [issue("grey-light", sheet=grid.sheet, cell=greys[0].reference, detail=detail)]


def _is_grey(cell: GridCell, title: GridCell | None, column: LightColumn) -> bool:
    if cell.fill is None or cell.text or hue_name(cell.fill) != GREY or column.legend.explains(cell.fill):
        return False
    return title is None or title.fill != cell.fill
