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
    pairs = [(grid.cell(row, column.number), grid.cell(row, title)) for row in open_lines]
    if not any(shown_light(cell) for cell, _ in pairs if cell is not None):
        return []
    found: dict[str, list[GridCell]] = {}
    for cell, beside in pairs:
        hue = _unexplained(cell, beside, column) if cell is not None else None
        if hue is not None and cell is not None:
            found.setdefault(hue, []).append(cell)
    return [
        issue("unexplained-fill", sheet=grid.sheet, cell=cells[0].reference, value=hue, detail=_where(len(cells) - 1))
        for hue, cells in found.items()
    ]


def _unexplained(cell: GridCell, title: GridCell | None, column: LightColumn) -> str | None:
    """Name the hue of a fill that may mean something; None for one that is explained, asked about or only a band."""
    if cell.fill is None or cell.text or light_of(cell.fill) is not None or cell.fill in column.bands:
        return None
    of_whole_row = title is not None and title.fill == cell.fill
    hue = hue_name(cell.fill)
    meaning = column.legend.meaning(cell.fill, of_whole_row=of_whole_row)
    if meaning is not None or cell.fill in column.legend.fills or (hue in column.legend.hues and not of_whole_row):
        return None
    grey = hue == GREY
    return hue if grey or (of_whole_row and not is_neutral(cell.fill) and hue != WHITE) else None


def _where(more: int) -> str:
    return "her" if not more else f"her og i {more} {'række' if more == 1 else 'rækker'} mere"
