"""The fields that share a cell in a document of ours, each as if it stood in a column of its own."""

from dashboard.domain.cell_name import MOST_COLUMNS
from dashboard.domain.line_fields import LINE_FIELDS
from dashboard.workbook.word.texts import Content, Piece

HEADINGS = {each.key: each.heading or each.name for each in LINE_FIELDS}
PLACES = {key: place for place, key in enumerate(HEADINGS, start=1)}


def beside(column: int, field: str) -> int:
    """Give the column of a field that stands in a cell of another column."""
    return column + MOST_COLUMNS * PLACES[field]


def heading_of(field: str) -> Content:
    """Give the heading that a column of the field has in our lists."""
    return Content([[Piece(HEADINGS[field])]])
