"""What was recognised on a sheet: a table's header row, and which column became which field."""

from dataclasses import dataclass


@dataclass(frozen=True)
class SampleCell:
    """A cell as the preview draws it: its text, and its fill ("#92D050") where it has one."""

    text: str
    fill: str | None = None


@dataclass(frozen=True)
class ColumnReading:
    """One column of a table: where its header stands and what it became (None: left unread), and why.

    ``position`` counts from the table's first column, as an Answer does; ``first`` are its cells in the table's first
    lines.
    """

    cell: str
    header: str
    field: str | None
    note: str | None
    position: int = 0
    first: tuple[SampleCell, ...] = ()


@dataclass(frozen=True)
class TableReading:
    """One table: its sheet, its header row, its columns from left to right, and how many lines were read from it.

    ``layout`` is what answers about it are remembered for: its headings. ``first_rows`` are the rows of the sheet that
    ``first`` of its columns shows.
    """

    sheet: str
    header_row: int
    columns: tuple[ColumnReading, ...]
    lines: int
    layout: str = ""
    first_rows: tuple[int, ...] = ()
