"""Header rows: where they stand, and which column holds what."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.domain.identity import normalised
from dashboard.domain.terms import Terms
from dashboard.workbook.grid import Grid, GridCell

USUAL_HEADER, READ_OF_A_HEADER = 60, 120
EXACT, LEADING, INSIDE = 300, 200, 100
YEAR = re.compile(r"(?<!\d)(20[2-4]\d)(?!\d)")


@dataclass(frozen=True)
class Column:
    """One column of a table: its header as written, and the field it was recognised as (None: left unread)."""

    number: int
    header: str
    field: str | None
    year: int | None = None
    exact: bool = False


@dataclass(frozen=True)
class Header:
    """A header row (or two) with its columns from left to right."""

    first_row: int
    last_row: int
    columns: tuple[Column, ...]

    @property
    def by_field(self) -> Mapping[str, list[Column]]:
        """Group the recognised columns by field, left to right."""
        fields: dict[str, list[Column]] = {}
        for column in self.columns:
            if column.field is not None:
                fields.setdefault(column.field, []).append(column)
        return fields


def find_headers(grid: Grid, terms: Terms) -> list[Header]:
    """Find every header row of a sheet: the row with most known headers, and each other row that is unmistakable."""
    candidates = [header for row in grid.rows if (header := _read_header(grid, row, terms)) is not None]
    if not candidates:
        return []
    main = max(candidates, key=lambda header: (len(header.by_field), -header.first_row))
    return [
        header
        for header in candidates
        if header is main or _same_texts(grid, header.first_row, main.first_row) or _is_unmistakable(header)
    ]


def recognise(text: str, terms: Terms) -> tuple[str | None, int | None, bool]:
    """Tell which field a header means: the field, the year of an amount, and whether the words match exactly."""
    words = normalised(text[:READ_OF_A_HEADER])
    if not words:
        return None, None, False
    if re.fullmatch(r"(?:i |år )?20[2-4]\d", words):
        return "amount", int(words[-4:]), True
    best: tuple[int, str] | None = None
    for field, phrases in terms.columns.items():
        for phrase in phrases:
            score = _match(words, phrase)
            if score and (best is None or score > best[0]):
                best = (score, field)
    if best is None:
        return None, None, False
    year = YEAR.search(words)
    if best[1] == "amount":
        return ("amount", int(year[1]), True) if year else (None, None, False)
    return best[1], None, best[0] >= EXACT


def _is_unmistakable(header: Header) -> bool:
    exact = {column.field for column in header.columns if column.exact}
    return "title" in exact and len(exact) >= 3


def _match(words: str, phrase: str) -> int:
    if words == phrase:
        return EXACT + len(phrase)
    if len(phrase) < 2 or phrase not in words:
        return 0
    if re.match(rf"{re.escape(phrase)}(?!\w)", words):
        return LEADING + len(phrase)
    return INSIDE + len(phrase) if re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", words) else 0


def _read_header(grid: Grid, row: int, terms: Terms) -> Header | None:
    cells = grid.texts(row)
    if len(cells) < 2 or sum(len(cell.text) > USUAL_HEADER for cell in cells) * 3 > len(cells):
        return None
    columns = [_column(cell.column, cell.text, terms) for cell in cells]
    fields = {column.field for column in columns if column.field is not None}
    if "title" not in fields or len(fields) < 2:
        return None
    if not fields & {"light", "status"} and len(fields) < 3:
        return None
    second = _second_row(grid, row, cells, terms)
    known = {column.number for column in columns if column.field is not None}
    columns = [column for column in columns if column.number not in {extra.number for extra in second} - known]
    columns += [extra for extra in second if extra.number not in known]
    last_row = row + 1 if second else row
    return Header(row, last_row, tuple(sorted(columns, key=lambda column: column.number)))


def _second_row(grid: Grid, row: int, above: list[GridCell], terms: Terms) -> list[Column]:
    """Read the row below as the header's second half when everything in it is a header and no title stands there."""
    below = grid.texts(row + 1)
    if not below:
        return []
    columns = [_column(cell.column, cell.text, terms) for cell in below]
    title_columns = {cell.column for cell in above if recognise(cell.text, terms)[0] == "title"}
    if all(column.field and column.exact for column in columns) and not title_columns & {c.number for c in columns}:
        return columns
    return []


def _column(number: int, text: str, terms: Terms) -> Column:
    field, year, exact = recognise(text, terms)
    return Column(number, re.sub(r"\s+", " ", text), field, year, exact)


def _same_texts(grid: Grid, row: int, other: int) -> bool:
    return [cell.text for cell in grid.texts(row)] == [cell.text for cell in grid.texts(other)]
