"""Rows that a printed list repeats on each page and that are no lines: headings, page numbers, "(fortsat)"."""

import re

from dashboard.workbook.row import Row

LONGEST, BEGINNINGS = 40, frozenset("sSpPfFuU(")
PAGE = re.compile(r"\(?(?:side|page) \d{1,4}(?: ?(?:af|of|/|-) ?\d{1,4})?\)?")
FURNITURE = re.compile(
    r"\(?fortsat(?: fra (?:forrige |sidste )?side(?: \d{1,4})?)?\)?|(?:udskrevet|udskrift)[: ]+\d[\d. :/-]*"
)


def is_of_pages(row: Row) -> bool:
    """Tell whether a row without a light is one that pages have: a page number, the heading again, a part of it."""
    short = [cell.text.casefold() for cell in row.texts if len(cell.text) <= LONGEST and cell.text[0] in BEGINNINGS]
    if short and (any(map(PAGE.fullmatch, short)) or FURNITURE.fullmatch(short[0].rstrip(" ."))):
        return not (row.is_lit or row.text("udvalg") or row.text("responsible"))
    return len(row.texts) > 1 and _repeats_headings(row)


def _repeats_headings(row: Row) -> bool:
    """Tell whether every text of a row is the heading of its own column."""
    headings = {column.number: column.heading.header for column in row.layout.columns}
    return all(headings.get(cell.column) == cell.text for cell in row.texts)
