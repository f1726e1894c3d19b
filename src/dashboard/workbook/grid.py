"""A sheet as plain values: only the cells that exist, with their text, fill and place."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time

from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from dashboard.workbook.colour import Palette, Rgb


@dataclass(frozen=True)
class GridCell:
    """One cell that holds something: a value, a fill, or both."""

    row: int
    column: int
    value: object
    text: str
    fill: Rgb | None
    bold: bool

    @property
    def reference(self) -> str:
        """Give the cell's name: "G7"."""
        return reference(self.row, self.column)


@dataclass(frozen=True)
class Merge:
    """A merged range, first and last row and column included."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int

    @property
    def is_horizontal(self) -> bool:
        """Tell whether it spans several columns."""
        return self.last_column > self.first_column


@dataclass(frozen=True)
class Grid:
    """One sheet: rows of cells by row and column number, and its merged ranges by their every cell's left column."""

    sheet: str
    rows: Mapping[int, Mapping[int, GridCell]]
    merges: tuple[Merge, ...] = ()
    _merged_into: Mapping[tuple[int, int], Merge] = field(default_factory=dict)

    def cell(self, row: int, column: int) -> GridCell | None:
        """Give the cell there; inside a merged range the one that holds its value."""
        merge = self._merged_into.get((row, column))
        if merge is not None:
            row, column = merge.first_row, merge.first_column
        return self.rows.get(row, {}).get(column)

    def text(self, row: int, column: int) -> str:
        """Give the text there, empty when there is none."""
        cell = self.cell(row, column)
        return "" if cell is None else cell.text

    def merge_at(self, row: int, column: int) -> Merge | None:
        """Give the merged range that a cell lies in."""
        return self._merged_into.get((row, column))

    def texts(self, row: int) -> list[GridCell]:
        """List the cells of a row that hold text, left to right."""
        return [cell for cell in self.rows.get(row, {}).values() if cell.text]

    def cells(self) -> Iterator[GridCell]:
        """Walk every cell that exists, row by row."""
        for row in self.rows.values():
            yield from row.values()


def reference(row: int, column: int) -> str:
    """Name a cell by row and column number: 7, 7 is "G7"."""
    return f"{get_column_letter(column)}{row}"


def read_grids(workbook: Workbook) -> list[Grid]:
    """Read every worksheet of an opened workbook."""
    palette = Palette(workbook)
    return [_read_sheet(sheet, palette) for sheet in workbook.worksheets]


def _read_sheet(sheet: Worksheet, palette: Palette) -> Grid:
    looks: dict[int, tuple[Rgb | None, bool]] = {}
    rows: dict[int, dict[int, GridCell]] = {}
    for (row, column), cell in sorted(sheet._cells.items()):
        look: tuple[Rgb | None, bool] = (None, False)
        if cell.has_style:
            style = cell.style_id
            if style not in looks:
                fill = cell.fill
                solid = fill.fill_type == "solid"
                looks[style] = (palette.rgb(fill.fgColor) if solid else None, bool(cell.font.b))
            look = looks[style]
        value = cell.value
        if value is None and look[0] is None:
            continue
        rows.setdefault(row, {})[column] = GridCell(row, column, value, as_text(value), *look)
    merges = tuple(Merge(area.min_row, area.min_col, area.max_row, area.max_col) for area in sheet.merged_cells.ranges)
    used = range(min(rows, default=1), max(rows, default=0) + 1)
    widest = max((column for cells in rows.values() for column in cells), default=0)
    merged_into = {
        (row, column): merge
        for merge in merges
        for row in range(max(merge.first_row, used.start), min(merge.last_row, used.stop - 1) + 1)
        for column in range(merge.first_column, min(merge.last_column, widest) + 1)
    }
    return Grid(sheet.title, rows, merges, merged_into)


def as_text(value: object) -> str:
    """Write a cell's value as a Dane reads it in Excel: dates as 31.12.2025, whole numbers without decimals."""
    match value:
        case None:
            return ""
        case bool():
            return "SAND" if value else "FALSK"
        case datetime() if value.time() == time():
            return f"{value:%d.%m.%Y}"
        case datetime():
            return f"{value:%d.%m.%Y %H:%M}"
        case date():
            return f"{value:%d.%m.%Y}"
        case float() if value.is_integer():
            return str(int(value))
        case float():
            return f"{value:.10g}".replace(".", ",")
        case _:
            return str(value).strip()
