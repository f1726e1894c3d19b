"""Legends in the house's own words right below a table of titles and lights, where they look like its last lines."""

from collections.abc import Sequence

from dashboard.domain.line_fields import STANDING
from dashboard.workbook.legend import HEADING, TRAFFIC, are_in_order, says_how_it_goes
from dashboard.workbook.row import NUMBER, Row

SEVERAL = 2
FACTS = ("number", *STANDING)


def is_bare(row: Row) -> bool:
    """Tell whether a row has nothing but a title and perhaps a light."""
    beside = [cell for cell in row.texts if cell is not row.own_title and cell.column not in row.layout.light.columns]
    title = row.own_title.text if row.own_title is not None else ""
    return bool(title) and not beside and not HEADING.fullmatch(title)


def foot_of_words(lines: Sequence[Row]) -> Sequence[Row]:
    """Give the last lines of a table that say how it goes, once for each light and in order; none where they do not.

    All of them must say it, and no line before them, unless a heading of a legend stands above them.
    """
    for n in (len(TRAFFIC) + 1, len(TRAFFIC)):  # perhaps with another colour
        before, foot = lines[:-n], lines[-n:]
        lights = [row.reading.light for row in foot if row.reading.light.is_reported]
        is_block = len(before) >= SEVERAL and _is_block(foot, n)
        if is_block and are_in_order(lights) and all(map(is_bare, foot)):
            lit = [row for row in foot if row.reading.light.is_reported]
            says_it = all(map(_says_how_it_goes, lit)) and not any(map(_says_how_it_goes, before))
            if says_it or _is_headed(foot[0]):
                return foot
    return ()


def possible_legend(lines: Sequence[Row]) -> Sequence[Row]:
    """Give the last lines, after an empty row, that are lit once each in order and say less than others: a legend?"""
    for n in (len(TRAFFIC) + 2, len(TRAFFIC) + 1, len(TRAFFIC)):
        before, foot = lines[:-n], lines[-n:]
        lights, more = [row.reading.light for row in foot[:3]], [row.reading.light for row in foot[3:]]
        is_ordered = are_in_order(lights) and not any(light.is_reported for light in more)
        is_apart = len(before) >= SEVERAL and not foot[0].grid.texts(foot[0].number - 1)
        if is_apart and is_ordered and _is_block(foot, n):
            fewest, most = min(len(row.texts) for row in before), max(len(row.texts) for row in foot)
            if all(map(is_bare, foot)) or (most < fewest and not any(map(_says_whose, foot))):
                return foot
    return ()


def _says_whose(row: Row) -> bool:
    """Tell whether a row says what is said of lines only: whose it is, a number or an amount."""
    texts = (cell.text for cell in row.texts if cell.column not in row.layout.light.columns)
    return any(map(row.text, FACTS)) or any(map(NUMBER.fullmatch, texts))


def _is_block(foot: Sequence[Row], n: int) -> bool:
    return foot[-1].number == foot[0].number + n - 1


def _is_headed(row: Row) -> bool:
    above = row.grid.texts(row.number - 1)
    return len(above) == 1 and HEADING.fullmatch(above[0].text) is not None


def _says_how_it_goes(row: Row) -> bool:
    return says_how_it_goes(row.text("title"))
