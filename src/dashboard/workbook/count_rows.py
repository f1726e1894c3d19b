"""Rows that count the lines of each light in cells of its colour: "Fordeling | 2 | 1 | 1"."""

import re
from collections.abc import Collection, Sequence, Set
from functools import cache, partial
from itertools import takewhile

from dashboard.domain.identity import normalised
from dashboard.domain.terms import terms
from dashboard.workbook.colour import light_of
from dashboard.workbook.grid import GridCell
from dashboard.workbook.legend import HEADING, TRAFFIC, light_named
from dashboard.workbook.row import Row, RowKind

COUNT = re.compile(r"(\d{1,4})(?:,\d{1,2})?(?: ?%| (?!t?kr|mio)[a-zæøå]+\.?)?", re.IGNORECASE)
DASH = re.compile(r"[-–\s]*")
SEVERAL = 2


def kinds_of_counts(rows: Sequence[Row], lines: Collection[Row]) -> dict[Row, RowKind]:
    """Tell which of the ``lines`` only count others, in several lights' colours or under their names: notes.

    A row with other lines below it is no row of counts, unless it is called so.
    """
    are_numbers = _are_numbers(lines)
    counting = {row for row in lines if _counts(row) and not _has_own_light(row, are_numbers=are_numbers)}
    others = [row for row in lines if row not in counting]
    numbered = {cell.column for row in others for cell in _coloured(row)}
    are_counts = bool(others) and len(numbered) < SEVERAL
    places = {row.number for row in others}
    last = max(places, default=0)
    found = [
        row
        for row in counting
        if are_counts and (row.number > last or _is_called(row)) and not _are_of_a_line(row, len(others))
    ]
    for place, row in enumerate(rows):
        if not (columns := _heads_lights(row)):
            continue
        below = (each for n, each in enumerate(rows[place + 1 :], 1) if each.number == row.number + n)
        under = list(takewhile(partial(_stands_under, columns=columns, are_numbers=are_numbers), below))
        is_between = row.number + len(under) + 1 in places
        is_heading = bool(under) or any(HEADING.fullmatch(cell.text) for cell in row.texts)
        counts = [each for each in under if not is_between or _is_called(each) or not _besides(each, columns)]
        found += [each for each in ([row] * is_heading + counts) if each in lines]
    return {row: RowKind.NOTE if _said(row) or _has_words(row) else RowKind.NO_LINE for row in found}


def _has_words(row: Row) -> bool:
    return any(map(str.isalpha, "".join(cell.text for cell in row.texts)))


def _said(row: Row) -> list[GridCell]:
    """Give its texts that are no counts; a number for a title is a count only in a light's colour."""
    texts = [cell for cell in row.texts if not (COUNT.fullmatch(cell.text) or DASH.fullmatch(cell.text))]
    title = row.own_title
    is_number = title is not None and COUNT.fullmatch(title.text) is not None and light_of(title.fill) is None
    return texts + [title] * is_number if title is not None else texts


@cache
def _words_for_counts() -> frozenset[str]:
    return terms().counts | terms().overall | {*terms().totals}


@cache
def _words_for_groups() -> frozenset[str]:
    return frozenset(word for field in ("udvalg", "tema", "art") for word in terms().columns[field])


def _calls_counts(text: str) -> bool:
    """Tell whether a text is what counts or explanations of lights are called: "Fordeling"."""
    return HEADING.fullmatch(text) is not None or normalised(text).rstrip(" :.") in _words_for_counts()


def _is_called(row: Row) -> bool:
    """Tell whether its title is what counts are called, or its first text where it has none."""
    title = row.own_title.text if row.own_title is not None else ""
    return any(map(_calls_counts, [title] if title else [cell.text for cell in _said(row)[:1]]))


def _are_numbers(lines: Collection[Row]) -> bool:
    """Tell whether most lights of lines are written as numbers; rows with several numbers in colour may be counts."""
    lit = [row for row in lines if row.is_lit and row.own_title is not None and row.own_title.text]
    asked = [row for row in lit if len(_coloured(row)) < SEVERAL] or lit
    return 2 * sum(row.light is not None and COUNT.fullmatch(row.light.text) is not None for row in asked) > len(asked)


def _has_own_light(row: Row, *, are_numbers: bool) -> bool:
    """Tell whether a row is a line with a light: no count, where not most lights are numbers, and not called so."""
    title, light = row.own_title, row.light
    if title is None or not title.text or light_named(title.text) or light is None or not row.is_lit:
        return False
    return (are_numbers or not COUNT.fullmatch(light.text)) and not _is_called(row)


def _heads_lights(row: Row) -> set[int]:
    """Give the columns where a row names or shows all lights, and lines have none; a word for counts may precede."""
    if len(row.texts) > len(TRAFFIC) + 1:
        return set()
    shown = {cell.column: light_named(cell.text) if cell.text else light_of(cell.fill) for cell in row.cells.values()}
    columns = {column for column, light in shown.items() if light is not None}
    others = [cell for cell in row.texts if cell.column not in columns]
    lights = [shown[column] for column in columns]
    is_heading = {*lights} == {*TRAFFIC} and len(lights) == len(TRAFFIC) and others == row.texts[: len(others)]
    is_called = not others or _calls_counts(others[0].text) or normalised(others[0].text) in _words_for_groups()
    is_whole = is_heading and is_called and len(others) <= 1
    return columns if is_whole and len(columns - row.columns_of_lights) >= SEVERAL else set()


def _besides(row: Row, columns: Set[int]) -> list[GridCell]:
    return [cell for cell in row.texts if cell.column not in columns]


def _stands_under(row: Row, *, columns: Set[int], are_numbers: bool) -> bool:
    """Tell whether a row below lights has only words under each, or counts and one other text, and no own light."""
    others = _besides(row, columns)
    counts = [cell for cell in others if not COUNT.fullmatch(cell.text)]
    under = [cell for cell in row.texts if cell.column in columns]
    are_counts = bool(under) and all(COUNT.fullmatch(cell.text) or DASH.fullmatch(cell.text) for cell in under)
    is_under = (are_counts and len(counts) <= 1) or (not others and len(under) == len(columns))
    return is_under and not _has_own_light(row, are_numbers=are_numbers)


def _coloured(row: Row) -> list[GridCell]:
    """Give its cells that hold a count and have the colour of a light."""
    return [cell for cell in row.texts if COUNT.fullmatch(cell.text) and light_of(cell.fill) is not None]


def _counts(row: Row) -> bool:
    """Tell whether a row has a number in the colour of each light, or of several and no other title than for counts."""
    lights, said = [light_of(cell.fill) for cell in _coloured(row)], _said(row)
    are_some = len(said) <= 1 and len(lights) >= SEVERAL and len(set(lights)) == len(lights)
    return are_some and (not said or {*lights} >= {*TRAFFIC} or _is_called(row))


def _are_of_a_line(row: Row, lines: int) -> bool:
    """Tell whether its numbers stand where amounts and other lights do, and are not those of about all lines."""
    columns, cells = {column for column, _ in row.layout.amounts.values()} | row.columns_of_lights, _coloured(row)
    counted = sum(int(match[1]) for cell in cells if (match := COUNT.fullmatch(cell.text)))
    is_among = len(columns & {cell.column for cell in cells}) >= SEVERAL
    return is_among and not counted <= lines <= 2 * counted
