"""Cells as the generator writes them, and a sheet of them."""

from dataclasses import dataclass, field
from functools import cache
from typing import TypeAlias

from openpyxl.comments import Comment
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.styles.colors import Color
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.theme import theme_xml

Fill: TypeAlias = str | Color


@dataclass(frozen=True)
class Cell:
    """A cell to write: its value and what it looks like."""

    value: object = None
    fill: Fill | None = None
    bold: bool = False
    ink: str | None = None
    font: str | None = None
    indent: int = 0
    shape: str | None = None  # the number format
    struck: bool = False
    note: str | None = None


def cell_of(given: object) -> Cell:
    """Make a Cell of a bare value."""
    return given if isinstance(given, Cell) else Cell(given)


@dataclass
class Paper:
    """One sheet: its cells by row and column, merged areas, outline levels and conditional formats."""

    name: str
    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    merged: list[tuple[int, int, int, int]] = field(default_factory=list)
    outline: dict[int, int] = field(default_factory=dict)
    rules: list[tuple[str, Rule]] = field(default_factory=list)

    def put(self, row: int, column: int, given: object) -> None:
        """Write a cell, unless there is nothing to write."""
        cell = cell_of(given)
        if cell != Cell():
            self.cells[row, column] = cell

    def turn(self) -> None:
        """Let rows be columns."""
        self.cells = {(column, row): cell for (row, column), cell in self.cells.items()}
        self.merged = [(left, top, right, bottom) for top, left, bottom, right in self.merged]
        self.outline, self.rules = {}, []

    def write(self, sheet: Worksheet) -> None:
        """Write everything to an openpyxl sheet."""
        for (row, column), cell in sorted(self.cells.items()):
            target = sheet.cell(row, column, cell.value)
            if cell.fill is not None:
                target.fill = PatternFill("solid", fgColor=cell.fill)
            if cell.bold or cell.ink or cell.font or cell.struck:
                target.font = Font(bold=cell.bold, color=cell.ink, name=cell.font or "Calibri", strike=cell.struck)
            if cell.indent:
                target.alignment = Alignment(indent=cell.indent)
            if cell.note:
                target.comment = Comment(cell.note, "MSK")
            if cell.shape:
                target.number_format = cell.shape
        for top, left, bottom, right in self.merged:
            sheet.merge_cells(start_row=top, start_column=left, end_row=bottom, end_column=right)
        for row, level in self.outline.items():
            sheet.row_dimensions[row].outlineLevel = level
        for area, rule in self.rules:
            sheet.conditional_formatting.add(area, rule)


def area(top: int, left: int, bottom: int) -> str:
    """Give the reference of one column's cells."""
    letter = get_column_letter(left)
    return f"{letter}{top}:{letter}{bottom}"


@cache
def newer_theme() -> bytes:
    """Give the Office theme since 2013; openpyxl writes the one before it, where accent 6 is orange and not green."""
    accents = {
        "4F81BD": "4472C4",
        "C0504D": "ED7D31",
        "9BBB59": "A5A5A5",
        "8064A2": "FFC000",
        "4BACC6": "5B9BD5",
        "F79646": "70AD47",
    }
    made = theme_xml
    for older, newer in accents.items():
        made = made.replace(f'<a:srgbClr val="{older}"/>', f'<a:srgbClr val="{newer}"/>')
    return bytes(made.encode())
