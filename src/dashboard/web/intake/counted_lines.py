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
    """Draw a cell for each of the table's first lines, under one for its headings."""
    lines = {_row_of(row.title_cell): row for row in rows if _is_in(row, table)}
    head = tag("div", text(texts.ROW.format(number=table.header_row), "letter"), "cell head")
    why = tag("div", escape(texts.COUNTS_AS), "cell why")
    return head + why + "".join(_cell(number, lines.get(number)) for number in table.first_rows)


def _cell(number: int, line: StatusRow | None) -> str:
    """Draw a line's light and how many parts it has; a row that was joined with another one has none of its own."""
    if line is None:
        said = text(texts.JOINED, "quiet")
    else:
        said = tag("b", light(line.shown_light))
        said += text(texts.parts(len(line.subtasks)), "quiet") if line.subtasks else ""
    return tag("div", text(str(number), "letter") + tag("div", said), "cell")


def _is_in(row: StatusRow, table: TableReading) -> bool:
    """Tell whether a line's title stands in one of the table's columns."""
    letters = {column_letter(column.cell) for column in table.columns}
    return row.sheet == table.sheet and column_letter(row.title_cell) in letters


def _row_of(cell: str) -> int:
    return int(re.sub(r"\D", "", cell))
