"""Workbooks that tests make: rows of values and Cells, written as real .xlsx files."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.colors import Color
from openpyxl.styles.fills import Fill
from openpyxl.worksheet.worksheet import Worksheet

Rows = list[list[Any]]
GREEN, YELLOW, RED = "FF92D050", "FFFFC000", "FFFF0000"


@dataclass(frozen=True)
class Cell:
    """A cell to write: a value with a fill (ARGB text, an openpyxl Color or a whole fill), bold, or in another font."""

    value: object = None
    fill: str | Color | Fill | None = None
    bold: bool = False
    font: str | None = None
    ink: str | None = None


def write_workbook(
    path: Path,
    sheets: dict[str, Sequence[Sequence[object]]],
    *,
    merge: Sequence[str] = (),
    theme: str | None = None,
) -> Path:
    """Write a workbook; ``merge`` are ranges of its first sheet."""
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.worksheets[0])
    if theme is not None:
        workbook.loaded_theme = theme
    for title, rows in sheets.items():
        _write(workbook.create_sheet(title), rows)
    for area in merge:
        workbook.worksheets[0].merge_cells(area)
    workbook.save(path)
    return path


def _write(sheet: Worksheet, rows: Sequence[Sequence[object]]) -> None:
    for row_number, row in enumerate(rows, start=1):
        for column_number, given in enumerate(row, start=1):
            wanted = given if isinstance(given, Cell) else Cell(given)
            cell = sheet.cell(row_number, column_number, wanted.value)
            if wanted.fill is not None:
                is_whole = isinstance(wanted.fill, Fill)
                cell.fill = wanted.fill if is_whole else PatternFill("solid", fgColor=wanted.fill)
            if wanted.bold or wanted.font or wanted.ink:
                cell.font = Font(bold=wanted.bold, name=wanted.font, color=wanted.ink)
