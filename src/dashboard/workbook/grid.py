"""A sheet as plain values: only the cells that exist, with their text, fill and place."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time

from openpyxl.cell.cell import Cell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.styles.fills import GradientFill
from openpyxl.utils import get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from dashboard.domain.light import Light
from dashboard.domain.text_run import TextRun, standing_text
from dashboard.workbook.colour import Palette, Rgb, light_of
from dashboard.workbook.conditional import conditional_lights

Look = tuple[Rgb | None, bool, Rgb | None, bool]
HIDDEN_SHEET = "arket"


@dataclass(frozen=True)
class GridCell:
    """One cell that holds something: a value, a fill, or both.

    ``text`` is what still holds; ``runs`` are there when some of it is red or struck. ``ink`` is the font's colour,
    ``conditional`` the light that conditional formatting gives it.
    """

    row: int
    column: int
    value: object
    text: str
    fill: Rgb | None
    bold: bool
    ink: Rgb | None = None
    conditional: Light | None = None
    runs: tuple[TextRun, ...] = ()

    @property
    def reference(self) -> str:
        """Give the cell's name: "G7"."""
        return reference(self.row, self.column)

    @property
    def is_struck(self) -> bool:
        """Tell whether nothing of what is written here still holds."""
        return bool(self.runs) and not self.text


@dataclass(frozen=True)
class Merge:
    """A merged range, first and last row and column included."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int

    @property
    def columns(self) -> int:
        """Count the columns it spans."""
        return self.last_column - self.first_column + 1


@dataclass(frozen=True)
class Grid:
    """One sheet: its cells by row and column number, and its merged ranges.

    ``hidden`` tells in words what is hidden on it; ``uncomputed`` are the cells whose formula has no stored result.
    """

    sheet: str
    rows: Mapping[int, Mapping[int, GridCell]]
    hidden: tuple[str, ...] = ()
    uncomputed: frozenset[str] = frozenset()
    _merged_into: Mapping[tuple[int, int], Merge] = field(default_factory=dict)

    @property
    def is_hidden(self) -> bool:
        """Tell whether the whole sheet is hidden."""
        return HIDDEN_SHEET in self.hidden

    def cell(self, row: int, column: int) -> GridCell | None:
        """Give the cell there; inside a merged range the one that holds its value."""
        merge = self.merge_at(row, column)
        if merge is not None:
            row, column = merge.first_row, merge.first_column
        return self.rows.get(row, {}).get(column)

    def merge_at(self, row: int, column: int) -> Merge | None:
        """Give the merged range that a cell lies in."""
        return self._merged_into.get((row, column))

    def text(self, row: int, column: int) -> str:
        """Give the text there, empty when there is none."""
        cell = self.cell(row, column)
        return "" if cell is None else cell.text

    def merged_columns(self, row: int, column: int) -> int:
        """Count the columns of the merged range that a cell lies in; 1 outside of any."""
        merge = self.merge_at(row, column)
        return 1 if merge is None else merge.columns

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


def read_grids(workbook: Workbook, uncomputed: Mapping[str, frozenset[str]]) -> list[Grid]:
    """Read every worksheet of an opened workbook; ``uncomputed`` are cells without a stored result, by sheet."""
    palette = Palette(workbook)
    return [_read_sheet(sheet, palette, uncomputed.get(sheet.title, frozenset())) for sheet in workbook.worksheets]


def _read_sheet(sheet: Worksheet, palette: Palette, uncomputed: frozenset[str]) -> Grid:
    looks: dict[int, Look] = {}
    rows: dict[int, dict[int, GridCell]] = {}
    conditional = conditional_lights(sheet, palette)
    for (row, column), cell in sorted(sheet._cells.items()):
        look: Look = (None, False, None, False)
        if cell.has_style:
            style = cell.style_id
            if style not in looks:
                looks[style] = _look(cell, palette)
            look = looks[style]
        fill, bold, ink, struck = look
        value = cell.value
        if value is None and fill is None:
            continue
        runs = _runs(value, palette, _is_red(ink), struck)
        text = standing_text(runs) if runs else as_text(value)
        rows.setdefault(row, {})[column] = GridCell(
            row, column, value, text, fill, bold, ink, conditional.get((row, column)), runs
        )
    return Grid(sheet.title, rows, _hidden(sheet, rows), uncomputed, _merged_into(sheet, rows))


def _look(cell: Cell, palette: Palette) -> Look:
    fill = cell.fill
    if isinstance(fill, GradientFill):
        stops = [palette.rgb(stop.color) for stop in fill.stop]
        rgb = stops[0] if stops and len({light_of(stop) for stop in stops}) == 1 else None
    else:
        rgb = palette.rgb(fill.fgColor) if fill.fill_type else None
    font = cell.font
    return rgb, bool(font.b), palette.rgb(font.color), bool(font.strike)


def _is_red(rgb: Rgb | None) -> bool:
    return rgb is not None and rgb[0] > 150 and max(rgb[1:]) < 100


def _runs(value: object, palette: Palette, red: bool, struck: bool) -> tuple[TextRun, ...]:
    """Give the runs of a text in which something is red or struck; none for plain text."""
    if isinstance(value, CellRichText):
        runs = tuple(
            TextRun(part.text, _is_red(palette.rgb(part.font.color)), bool(part.font.strike))
            if isinstance(part, TextBlock)
            else TextRun(str(part), red, struck)
            for part in value
        )
        return runs if any(run.red or run.struck for run in runs) else ()
    if value is not None and (red or struck):
        return (TextRun(as_text(value), red, struck),)
    return ()


def _merged_into(sheet: Worksheet, rows: Mapping[int, Mapping[int, GridCell]]) -> dict[tuple[int, int], Merge]:
    last_row = max(rows, default=0)
    last_column = max((column for cells in rows.values() for column in cells), default=0)
    merges = [Merge(area.min_row, area.min_col, area.max_row, area.max_col) for area in sheet.merged_cells.ranges]
    return {
        (row, column): merge
        for merge in merges
        for row in range(merge.first_row, min(merge.last_row, last_row) + 1)
        for column in range(merge.first_column, min(merge.last_column, last_column) + 1)
    }


def _hidden(sheet: Worksheet, rows: Mapping[int, Mapping[int, GridCell]]) -> tuple[str, ...]:
    hidden_rows = [row for row in rows if row in sheet.row_dimensions and sheet.row_dimensions[row].hidden]
    used = {column for cells in rows.values() for column, cell in cells.items() if cell.text}
    hidden_columns = sorted(
        column
        for dimension in sheet.column_dimensions.values()
        if dimension.hidden
        for column in range(dimension.min or 1, min(dimension.max or 1, max(used, default=0)) + 1)
        if column in used
    )
    found = [HIDDEN_SHEET] if sheet.sheet_state != "visible" else []
    found += [f"række {', '.join(map(str, hidden_rows))}"] if hidden_rows else []
    found += [f"kolonne {', '.join(map(get_column_letter, hidden_columns))}"] if hidden_columns else []
    return tuple(found)


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
