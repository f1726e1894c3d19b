"""The first cells of a workbook's columns, drawn with their fills as they stand in the sheet."""

from collections.abc import Sequence
from html import escape

from dashboard.domain.table_reading import ColumnReading, SampleCell
from dashboard.intake import column_letter
from dashboard.web.intake import texts
from dashboard.web.markup import tag, text

BRIGHT = 140  # a fill that is darker than this has white text


def sample_columns(columns: Sequence[ColumnReading]) -> str:
    """Draw columns beside each other, each under its letter and heading, as a table."""
    heads = "".join(tag("th", heading(column), scope="col") for column in columns)
    rows = "".join(
        tag("tr", "".join(_cell(column.first[row]) if row < len(column.first) else "<td></td>" for column in columns))
        for row in range(max((len(column.first) for column in columns), default=0))
    )
    table = tag("table", tag("thead", tag("tr", heads)) + tag("tbody", rows), "sheet samples")
    return tag("div", table, "sheet-frame", tabindex="0", role="region", aria_label=texts.FIRST_VALUES)


def heading(column: ColumnReading) -> str:
    """Draw a column's letter and heading."""
    return text(column_letter(column.cell), "letter") + " " + tag("b", escape(column.header or texts.NO_HEADING))


def stacked(cells: Sequence[SampleCell]) -> str:
    """Draw a column's cells under each other, each as high as those beside it."""
    return "".join(tag("div", tag("span", escape(cell.text)), "cell", **_look(cell)) for cell in cells)


def _cell(cell: SampleCell) -> str:
    return tag("td", tag("div", escape(cell.text)), **_look(cell))


def _look(cell: SampleCell) -> dict[str, str]:
    look = {"title": cell.text} if cell.text else {}
    return look | ({"style": f"background:{cell.fill};color:{_ink(cell.fill)}"} if cell.fill else {})


def _ink(fill: str) -> str:
    red, green, blue = (int(fill[start : start + 2], 16) for start in (1, 3, 5))
    return "#111" if (299 * red + 587 * green + 114 * blue) / 1000 > BRIGHT else "#FFF"
