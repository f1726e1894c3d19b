"""Rows that count the lines of each light in cells of its colour: "Fordeling | 2 | 1 | 1"."""

import re
from collections.abc import Sequence
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


def settle_counts(rows: Sequence[Row]) -> None:
    """Let a row of nothing but counts in several lights' colours be a note, where other lines have no such numbers."""
    lines = [row for row in rows if row.kind is RowKind.LINE]
    counting = [row for row in lines if _counts(row)]
    others = [row for row in lines if row not in counting]
    numbered = {cell.column for row in others for cell in _coloured(row)}
    for row in counting if others and len(numbered) < SEVERAL else ():
        is_untitled = not any(map(str.isalpha, "".join(cell.text for cell in row.texts)))
        if not _are_amounts(row, len(others)):
            row.kind = RowKind.NO_LINE if is_untitled else RowKind.NOTE
    for place, row in enumerate(rows):
        under = list(takewhile(partial(_stands_under, row), rows[place + 1 :])) if _heads_lights(row) else []
        for each in [row, *under] if under else ():
            if each.kind is RowKind.LINE:
                each.kind = RowKind.NOTE if each.texts else RowKind.NO_LINE


def _heads_lights(row: Row) -> set[int]:
    """Give the columns where a row names or shows all lights, and lines have none; one other text may stand before."""
    shown = {cell.column: light_named(cell.text) if cell.text else light_of(cell.fill) for cell in row.cells.values()}
    columns = {column for column, light in shown.items() if light is not None}
    lit = {number for other in row.layout.other_lights for number in other.column.columns} | {*row.layout.light.columns}
    others = [cell for cell in row.texts if cell.column not in columns]
    lights = [shown[column] for column in columns]
    is_heading = set(lights) == TRAFFIC and len(lights) == len(TRAFFIC) and others == row.texts[: len(others)]
    return columns if is_heading and len(others) <= 1 and len(columns - lit) >= SEVERAL else set()


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
    return len(said) <= 1 and len(lights) >= SEVERAL and len(set(lights)) == len(lights)


def _are_amounts(row: Row, lines: int) -> bool:
    """Tell whether its numbers stand where amounts do, and are more than the lines."""
    columns, cells = {column for column, _ in row.layout.amounts.values()}, _coloured(row)
    counts = (match[1] for cell in cells if (match := COUNT.fullmatch(cell.text)))
    return not columns.isdisjoint(cell.column for cell in cells) and sum(map(int, counts)) > lines
