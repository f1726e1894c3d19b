"""Rows that a printed list repeats on each page and that are no lines: headings, page numbers, "(fortsat)"."""

import re

from dashboard.workbook.grid import GridCell
from dashboard.workbook.row import Row

LONGEST, MOST = 40, 3
PAGE = re.compile(r"\(?(?:side|page) \d{1,4}(?: ?(?:af|of|/|-) ?\d{1,4})?\)?")
WHOSE = re.compile(r"(?<!\w)(?:kommune|udmøntningsplan)(?!\w)", re.IGNORECASE)
FURNITURE = re.compile(
    r"\(?fortsat(?: fra (?:forrige |sidste )?side(?: \d{1,4})?)?\)?|(?:udskrevet|udskrift)[: ]+\d[\d. :/-]*"
)


def is_of_pages(row: Row) -> bool:
    """Tell whether a row without a light is one that pages have: a page number, the heading again, a part of it.

    A line may have a page for a remark: only whose list it is, and nothing else, stands beside a page number.
    """
    if len(row.texts) <= MOST and not row.is_lit and all(map(_is_of_page, row.texts)):
        return not all(WHOSE.search(cell.text) for cell in row.texts)
    return len(row.texts) > 1 and _repeats_headings(row)


def _is_of_page(cell: GridCell) -> bool:
    text = cell.text.casefold().rstrip(" .")
    is_short = len(text) <= LONGEST
    return bool((is_short and (PAGE.fullmatch(text) or FURNITURE.fullmatch(text))) or WHOSE.search(cell.text))


def _repeats_headings(row: Row) -> bool:
    """Tell whether every text of a row is the heading of its own column."""
    headings = {column.number: column.heading.header for column in row.layout.columns}
    return all(headings.get(cell.column) == cell.text for cell in row.texts)
