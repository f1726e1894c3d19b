"""Rows that count the lines of each light in cells of its colour: "Fordeling | 2 | 1 | 1"."""

import re
from collections.abc import Collection, Sequence
from functools import partial
from itertools import takewhile

from dashboard.domain.light import Light
from dashboard.workbook.colour import light_of
from dashboard.workbook.grid import GridCell
from dashboard.workbook.legend import light_named
from dashboard.workbook.row import Row, RowKind

COUNT = re.compile(r"(\d{1,4})(?:,\d{1,2})?(?: ?%| (?!t?kr|mio)[a-zæøå]+\.?)?", re.IGNORECASE)
DASH = re.compile(r"[-–\s]*")
SEVERAL = 2
TRAFFIC = {Light.GREEN, Light.YELLOW, Light.RED}


def kinds_of_counts(rows: Sequence[Row], lines: Collection[Row]) -> dict[Row, RowKind]:
    """Tell which of the ``lines`` only count others, in several lights' colours or under their names: notes.

    Where other lines have such numbers they are lines.
    """
    counting = {row for row in lines if _counts(row)}
    others = [row for row in lines if row not in counting]
    numbered = {cell.column for row in others for cell in _coloured(row)}
    are_counts = bool(others) and len(numbered) < SEVERAL
    found = [row for row in counting if are_counts and not _are_of_a_line(row, len(others))]
    for place, row in enumerate(rows):
        if not _heads_lights(row):
            continue
        below = (each for n, each in enumerate(rows[place + 1 :], 1) if each.number == row.number + n)
        under = list(takewhile(partial(_stands_under, row), below))
        found += [each for each in (row, *under) if under and each in lines]
    return {row: RowKind.NOTE if any(map(str.isalpha, _said(row))) else RowKind.NO_LINE for row in found}


def _said(row: Row) -> str:
    return "".join(cell.text for cell in row.texts)


def _heads_lights(row: Row) -> set[int]:
    """Give the columns where a row names or shows all lights, and lines have none; one other text may stand before."""
    if len(row.texts) > len(TRAFFIC) + 1:
        return set()
    shown = {cell.column: light_named(cell.text) if cell.text else light_of(cell.fill) for cell in row.cells.values()}
    columns = {column for column, light in shown.items() if light is not None}
    others = [cell for cell in row.texts if cell.column not in columns]
    lights = [shown[column] for column in columns]
    is_heading = set(lights) == TRAFFIC and len(lights) == len(TRAFFIC) and others == row.texts[: len(others)]
    return columns if is_heading and len(others) <= 1 and len(columns - row.columns_of_lights) >= SEVERAL else set()


def _stands_under(heading: Row, row: Row) -> bool:
    """Tell whether a row below lights has only words under each, or counts and one other text."""
    columns = _heads_lights(heading)
    others = [cell for cell in row.texts if cell.column not in columns]
    counts = [cell for cell in others if not COUNT.fullmatch(cell.text)]
    under = [cell for cell in row.texts if cell.column in columns]
    are_counts = bool(under) and all(COUNT.fullmatch(cell.text) or DASH.fullmatch(cell.text) for cell in under)
    return (are_counts and len(counts) <= 1) or (not others and len(under) == len(columns))


def _coloured(row: Row) -> list[GridCell]:
    """Give its cells that hold a count and have the colour of a light."""
    return [cell for cell in row.texts if COUNT.fullmatch(cell.text) and light_of(cell.fill) is not None]


def _counts(row: Row) -> bool:
    lights = [light_of(cell.fill) for cell in _coloured(row)]
    said = [cell for cell in row.texts if not (COUNT.fullmatch(cell.text) or DASH.fullmatch(cell.text))]
    has_own_light = row.is_lit and row.light is not None and not COUNT.fullmatch(row.light.text)
    return not has_own_light and len(said) <= 1 and len(lights) >= SEVERAL and len(set(lights)) == len(lights)


def _are_of_a_line(row: Row, lines: int) -> bool:
    """Tell whether its numbers stand where amounts and other lights do, and are not those of about all lines."""
    columns, cells = {column for column, _ in row.layout.amounts.values()} | row.columns_of_lights, _coloured(row)
    counted = sum(int(match[1]) for cell in cells if (match := COUNT.fullmatch(cell.text)))
    is_among = len(columns & {cell.column for cell in cells}) >= SEVERAL
    return is_among and not counted <= lines <= 2 * counted
