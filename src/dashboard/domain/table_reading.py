"""What was recognised on a sheet: a table's header row, and which column became which field."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ColumnReading:
    """One column of a table: where its header stands and what it became (None: left unread), and why."""

    cell: str
    header: str
    field: str | None
    note: str | None


@dataclass(frozen=True)
class TableReading:
    """One table: its sheet, its header row, its columns from left to right, and how many lines were read from it."""

    sheet: str
    header_row: int
    columns: tuple[ColumnReading, ...]
    lines: int
