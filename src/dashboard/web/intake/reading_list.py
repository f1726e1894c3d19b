"""What was recognised, sheet by sheet: which header became which field, and what was left unread and why."""

from collections.abc import Sequence
from html import escape

from dashboard.domain.field_names import field_name
from dashboard.domain.table_reading import ColumnReading, TableReading
from dashboard.web.intake import texts
from dashboard.web.markup import tag, text


def reading_list(tables: Sequence[TableReading]) -> str:
    """Draw each table with its columns."""
    if not tables:
        return tag("p", escape(texts.NO_READING))
    return tag("div", "".join(_table(table) for table in tables), "readings")


def _table(table: TableReading) -> str:
    place = texts.table_place(table.header_row, table.lines)
    heads = tag("tr", "".join(tag("th", escape(head), scope="col") for head in texts.READING_HEADS))
    rows = "".join(_column(column) for column in table.columns)
    return tag(
        "section",
        tag("h3", escape(table.sheet))
        + text(place, "count")
        + tag("table", tag("thead", heads) + tag("tbody", rows), "list"),
    )


def _column(column: ColumnReading) -> str:
    became = field_name(column.field) if column.field else texts.NOT_READ
    return tag(
        "tr",
        tag("td", escape(column.cell))
        + tag("td", escape(column.header))
        + tag("td", text(became, "" if column.field else "quiet"))
        + tag("td", escape(column.note or ""), "quiet"),
        "" if column.field else "unread",
    )
