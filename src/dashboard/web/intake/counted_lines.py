"""What the first rows of a table count as: the light of each line as shape and word, beside the row's number."""

import re
from collections.abc import Sequence
from html import escape

from dashboard.domain.status_row import StatusRow
from dashboard.domain.table_reading import TableReading
from dashboard.intake import column_letter
from dashboard.web.intake import texts
from dashboard.web.markup import light, tag, text


def counted_as(table: TableReading, rows: Sequence[StatusRow]) -> str:
    """Draw a cell for each of the table's first rows, under one for its headings."""
    lines = {number: tag("b", light(row.shown_light)) for number, row in _lines(table, rows).items()}
    parts = {_row_of(part.cell): text(texts.PART, "quiet") for row in _of(table, rows) for part in row.subtasks}
    head = tag("div", text(texts.ROW.format(number=table.header_row), "letter"), "cell head")
    why = tag("div", escape(texts.COUNTS_AS), "cell why")
    drawn = "".join(
        tag("div", text(str(row), "letter") + lines.get(row, parts.get(row, text(texts.NO_LINE, "quiet"))), "cell")
        for row in table.first_rows
    )
    return head + why + drawn


def _lines(table: TableReading, rows: Sequence[StatusRow]) -> dict[int, StatusRow]:
    return {_row_of(row.title_cell): row for row in _of(table, rows)}


def _of(table: TableReading, rows: Sequence[StatusRow]) -> list[StatusRow]:
    """List the lines whose title stands in one of the table's columns."""
    letters = {column_letter(column.cell) for column in table.columns}
    return [row for row in rows if row.sheet == table.sheet and column_letter(row.title_cell) in letters]


def _row_of(cell: str) -> int:
    return int(re.sub(r"\D", "", cell))
