"""Fills of lines without a light that nothing explains: done, empty or only for the eye, which the sender knows."""

from collections.abc import Mapping, Sequence

from dashboard.domain.issue import Issue, issue
from dashboard.workbook.colour import GREY, WHITE, hue_name, is_neutral, light_of
from dashboard.workbook.grid import Grid, GridCell
from dashboard.workbook.light_column import LightColumn, shown_light


def unexplained_fills(grid: Grid, column: LightColumn, fields: Mapping[str, int], rows: Sequence[int]) -> list[Issue]:
    """Tell once for each hue of empty grey cells among the lights, and of whole rows in a colour that is no light."""
    if column.number is None or column.words == "other":
        return []
    title, done = fields["title"], fields.get("done", 0)
    open_lines = [row for row in rows if grid.text(row, title) and not grid.text(row, done)]
    pairs = [(cell, grid.cell(row, title)) for row in open_lines if (cell := grid.cell(row, column.number)) is not None]
    if not any(shown_light(cell) for cell, _ in pairs):
        return []
    found: dict[str, list[GridCell]] = {}
    for cell, beside in pairs:
        is_whole_row = beside is not None and beside.fill == cell.fill
        hue = _unexplained(cell, column, of_whole_row=is_whole_row)
        if hue is not None:
            found.setdefault(hue, []).append(cell)
    return [
        issue("unexplained-fill", sheet=grid.sheet, cell=cells[0].reference, value=hue, detail=_where(len(cells) - 1))
        for hue, cells in found.items()
    ]


def _unexplained(cell: GridCell, column: LightColumn, *, of_whole_row: bool) -> str | None:
    """Name the hue of a fill that may mean something; None for one that is explained, asked about or only a band."""
    if cell.fill is None or cell.text or light_of(cell.fill) is not None or cell.fill in column.bands:
        return None
    hue, legend = hue_name(cell.fill), column.legend
    if legend.meaning(cell.fill, of_whole_row=of_whole_row) is not None or cell.fill in legend.fills:
        return None
    if of_whole_row:
        return hue if hue == GREY or (hue != WHITE and not is_neutral(cell.fill)) else None
    return hue if hue == GREY and hue not in legend.hues else None


def _where(more: int) -> str:
    return "her" if not more else f"her og i {more} {'række' if more == 1 else 'rækker'} mere"
