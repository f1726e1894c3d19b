"""How a cell is called: 7, 7 is "G7" on a sheet; in a document it is "tabel 3, række 5, kolonne 2"."""

import re
from collections.abc import Sequence
from functools import lru_cache

LETTERS = 26
MOST_LISTED = 12
DOCUMENT = "Dokumentet"  # as the sheet of what stands in one
BLOCK = 1 << 20  # rows that a sheet has at most; those of a document are numbered beyond, a block for each table
PARAGRAPHS = BLOCK >> 1  # where in its block the paragraphs behind a table are
MOST_COLUMNS = 63  # of a table in Word; beyond are the fields that share a cell, each as if in a column of its own
ON_SHEET = re.compile(r"([A-Z]{1,3})([1-9]\d*)")
IN_DOCUMENT = re.compile(
    r"tabel (?P<table>\d+), række (?P<row>\d+), kolonne (?P<column>\d+)"
    r"|afsnit (?P<paragraph>\d+)(?: efter tabel (?P<after>\d+))?|sidehoved eller -fod (?P<around>\d+)"
)


@lru_cache(maxsize=1024)
def column_letter(number: int) -> str:
    """Name a column by its number: 28 is "AB"."""
    rest, place = divmod(number - 1, LETTERS)
    return (column_letter(rest) if rest else "") + chr(ord("A") + place)


def column_number(letters: str) -> int:
    """Give the number of a column by its letters: "AB" is 28; a document's columns have numbers already."""
    if letters.isdecimal():
        return int(letters)
    number = 0
    for letter in letters.upper():
        number = number * LETTERS + ord(letter) - ord("A") + 1
    return number


def document_row(table: int, row: int) -> int:
    """Give the number of a row of a document's table; those of table 0 are what stands around its text."""
    return (table + 1) * BLOCK + row


def paragraph_row(table: int, paragraph: int) -> int:
    """Give the number of a paragraph behind a table of a document, or (0) before the first."""
    return document_row(table, PARAGRAPHS + paragraph)


def row_name(row: int) -> str:
    """Name a row as the file does: "5", also where it is the fifth of a document's table."""
    table, number = divmod(row, BLOCK) if row > BLOCK else (0, row)
    return "" if table and (number > PARAGRAPHS or table == 1) else str(number)


def column_name(row: int, column: int) -> str:
    """Name a column as the file that a row is of does: "D" on a sheet, "4" in a document."""
    return str((column - 1) % MOST_COLUMNS + 1) if row > BLOCK else column_letter(column)


def cell_name(row: int, column: int) -> str:
    """Name a cell by row and column number: 7, 7 is "G7"."""
    if row <= BLOCK:
        return f"{column_letter(column)}{row}"
    table, number = row // BLOCK - 1, row % BLOCK
    if number > PARAGRAPHS:
        return f"afsnit {number - PARAGRAPHS}" + f" efter tabel {table}" * bool(table)
    return (
        f"tabel {table}, række {number}, kolonne {column_name(row, column)}"
        if table
        else f"sidehoved eller -fod {number}"
    )


@lru_cache(maxsize=4096)
def place_of(cell: str) -> tuple[int, int]:
    """Give row and column number of a cell by its name; raise ValueError for what is none."""
    if (found := ON_SHEET.fullmatch(cell)) is not None:
        return int(found[2]), column_number(found[1])
    if (told := IN_DOCUMENT.fullmatch(cell)) is None:
        raise ValueError(cell)
    if told["table"]:
        return document_row(int(told["table"]), int(told["row"])), int(told["column"])
    if told["around"]:
        return document_row(0, int(told["around"])), 1
    return paragraph_row(int(told["after"] or 0), int(told["paragraph"])), 1


def listed(cells: Sequence[str], between: str | None = None) -> str:
    """List the first of what is said of cells: "C4, C5 m.fl."."""
    between = between or ("; " if any("," in cell for cell in cells) else ", ")
    return between.join(cells[:MOST_LISTED]) + " m.fl." * (len(cells) > MOST_LISTED)


def is_in_document(sheet: str | None, cell: str | None) -> bool:
    """Tell whether a place is in a document and not on a sheet."""
    return IN_DOCUMENT.fullmatch(cell or "") is not None or sheet == DOCUMENT


def place_name(sheet: str | None, cell: str | None, between: str = ", ") -> str:
    """Say where something stands: "ark 'Status', celle G7", or "tabel 3, række 5, kolonne 2" in a document."""
    if is_in_document(sheet, cell):
        return cell or DOCUMENT.lower()
    return between.join(filter(None, [sheet and f"ark '{sheet}'", cell and f"celle {cell}"]))


def row_place(row: int) -> str:
    """Say where a row is: "række 7", "tabel 3, række 7" in a document."""
    return cell_name(row, 1).rpartition(", ")[0] if row > BLOCK else f"række {row}"
