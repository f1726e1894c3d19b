"""The part of a sheet around one cell, as it looks in the file."""

from dataclasses import dataclass, replace
from typing import Self

from dashboard.domain.cell_name import column_name, row_name
from dashboard.domain.light import Light
from dashboard.domain.text_run import TextRun

Rgb = tuple[int, int, int]


def hex_of(rgb: Rgb) -> str:
    """Write a colour as people look it up: "#92D050"."""
    return "#{:02X}{:02X}{:02X}".format(*rgb)


@dataclass(frozen=True)
class ExcerptCell:
    """A cell as it is drawn: its text in runs, its colours, and how many of the shown rows and columns it spans.

    ``conditional`` is the light that conditional formatting gives it.
    """

    row: int
    column: int
    runs: tuple[TextRun, ...] = ()
    fill: Rgb | None = None
    ink: Rgb | None = None
    bold: bool = False
    conditional: Light | None = None
    row_span: int = 1
    column_span: int = 1


@dataclass(frozen=True)
class ExcerptRow:
    """A row of the sheet: its number, whether it is the table's header, and its cells from left to right.

    A cell that a merged one covers is left out.
    """

    number: int
    is_header: bool
    cells: tuple[ExcerptCell, ...]

    @property
    def name(self) -> str:
        """Name the row as the file does."""
        return row_name(self.number)


@dataclass(frozen=True)
class Excerpt:
    """Rows and columns of a sheet, by their own numbers, around the cell at ``row`` and ``column``."""

    sheet: str
    cell: str
    row: int
    column: int
    columns: tuple[int, ...]
    rows: tuple[ExcerptRow, ...]

    def of_row(self) -> Self:
        """Give the row of the cell and the headings alone."""
        kept = [row for row in self.rows if row.is_header or row.number == self.row]
        rows = (replace(row, cells=tuple(replace(cell, row_span=1) for cell in row.cells)) for row in kept)
        return replace(self, rows=tuple(rows))

    @property
    def letters(self) -> tuple[str, ...]:
        """Name the columns as the sheet does."""
        return tuple(column_name(self.row, column) for column in self.columns)
