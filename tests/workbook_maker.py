"""Workbooks that tests make: rows of values and Cells, written as real .xlsx files."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import openpyxl
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.colors import Color
from openpyxl.styles.fills import Fill
from openpyxl.worksheet.worksheet import Worksheet

Rows = list[list[Any]]
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
GREEN, YELLOW, RED = "FF92D050", "FFFFC000", "FFFF0000"


@dataclass(frozen=True)
class Cell:
    """A cell to write: a value, its fill (ARGB text, an openpyxl Color or a whole fill), its font and its format."""

    value: object = None
    fill: str | Color | Fill | None = None
    bold: bool = False
    font: str | None = None
    ink: str | None = None
    number_format: str | None = None


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
            if wanted.number_format:
                cell.number_format = wanted.number_format


def with_part(path: Path, name: str, content: str, relation: str) -> Path:
    """Add a part to the first sheet of a workbook."""
    relations = "xl/worksheets/_rels/sheet1.xml.rels"
    with ZipFile(path) as source:
        parts = {each: source.read(each) for each in source.namelist()}
    empty = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
    entry = f'<Relationship Id="rId99" Type="{relation}" Target="/{name}"/></Relationships>'
    parts[relations] = parts.get(relations, empty).replace(b"</Relationships>", entry.encode())
    parts[name] = content.encode()
    with ZipFile(path, "w") as target:
        for each, data in parts.items():
            target.writestr(each, data)
    return path
