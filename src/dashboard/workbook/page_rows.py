"""Rows that a printed list repeats on each page and that are no lines: headings, page numbers, "(fortsat)"."""

import re
from datetime import date
from functools import cache

from dashboard.domain.municipality import municipality, own_words
from dashboard.domain.period import periods_in
from dashboard.domain.words import read_udvalg
from dashboard.workbook.colour import light_of
from dashboard.workbook.grid import GridCell
from dashboard.workbook.row import NUMBER, Row

LONGEST, MOST = 80, 6
PAGE = re.compile(
    r"\(?\b(?:(?:side|page)[: ]{1,2}|s\. )\d{1,4}(?: ?(?:af|of|/|-) ?\d{1,4})?\b\)?"
    r"|\(?\bfortsat(?: fra (?:forrige |sidste )?side(?: \d{1,4})?)?\b\)?|\b(?:udskrevet|udskrift)[: ]+\d[\d. :/-]*"
)
FILLING = re.compile(r"(?:status)?oversigt|status|opfølgning|hele|den|det|budget|dato|ultimo|primo|pr|på|for|i|af")


def is_of_pages(row: Row) -> bool:
    """Tell whether a row without a light is one that pages have: a page number, the heading again, a part of it.

    A line may have a page for a remark: only whose list it is and of when, and nothing else, stand beside its number.
    """
    if not row.is_lit and len(row.texts) <= MOST and all(map(_is_furniture, row.texts)):
        said = [cell.text.casefold() for cell in row.texts]
        begins = bool(_whose().search(said[0]) or PAGE.search(said[0]))  # "Budget 2026" may be a title
        is_named = begins and (row.is_lone or any(map(_is_only_name, said))) and not _is_of_a_line(row)
        return any(map(PAGE.search, said)) and (is_named or all(map(_is_page, said)))
    whole = " ".join(cell.text.casefold() for cell in row.texts)  # "Side", "2"
    is_page = not row.is_lit and PAGE.search(whole) is not None and _is_page(whole)
    return len(row.texts) > 1 and (is_page or _repeats_headings(row))


def names_a_page(row: Row) -> bool:
    """Tell whether a row without a light, code, udvalg or amount begins with whose list it is, as a page does.

    There is a page number beside it, or nothing but of when it is: "Norddjurs Kommune", "maj 2025".
    """
    own = (
        *(row.text(name) for name in ("code", "udvalg")),
        *(row.grid.text(row.number, column) for column, _ in row.layout.amounts.values()),
    )
    first, *others = row.texts
    if row.is_lit or not others or len(row.texts) > MOST or not _is_furniture(first) or _is_of_a_line(row):
        return False
    is_whole = all(map(_is_furniture, others)) and first.text.casefold().startswith(municipality().name.casefold())
    has_page = any(_is_page(cell.text.casefold()) for cell in others) and not any(own)
    return is_whole or (has_page and _whose().search(first.text.casefold()) is not None)


def _is_of_a_line(row: Row) -> bool:
    """Tell whether a row has a number for an amount, a known udvalg, or another light's colour than its first cell."""
    amounts = (row.grid.text(row.number, column) for column, _ in row.layout.amounts.values())
    named, unknown = read_udvalg(row.text("udvalg"))
    if any(light_of(cell.fill) and cell.fill != row.texts[0].fill for cell in row.cells.values()):
        return True
    return (bool(named) and not unknown) or any(re.search(r"\d", text) and NUMBER.fullmatch(text) for text in amounts)


@cache
def _whose() -> re.Pattern[str]:
    """Give the pattern of the municipality's own name and of its plan."""
    named = (municipality().name, own_words("{udmøntningsplanen}"), own_words("{udmøntningsplan}"))
    return re.compile(rf"\b(?:{'|'.join(re.escape(name.casefold()) for name in named)})\b")


def _is_only_name(text: str) -> bool:
    """Tell whether a text names the municipality and no year: "Udmøntningsplan 2026" may be a title, and is told."""
    return municipality().name.casefold() in text and re.search(r"\d", PAGE.sub("", text)) is None


def _is_page(text: str) -> bool:
    return not re.search(r"\w", PAGE.sub("", text))


def _is_furniture(cell: GridCell) -> bool:
    """Tell whether a text says only whose list it is, of when and which page of it, or is a dash."""
    text = cell.text.casefold()
    if isinstance(cell.value, date) or not re.search(r"\w", text) or (len(text) <= LONGEST and _is_page(text)):
        return True
    periods, rest = periods_in(_whose().sub("", PAGE.sub("", text))) if len(text) <= LONGEST else ([], text)
    is_said = bool(periods) or _whose().search(text) is not None
    return is_said and all(map(FILLING.fullmatch, re.findall(r"[^\W\d_]+", rest)))


def _repeats_headings(row: Row) -> bool:
    """Tell whether every text of a row is the heading of its own column."""
    headings = {column.number: column.heading.header for column in row.layout.columns}
    return all(headings.get(cell.column) == cell.text for cell in row.texts)
