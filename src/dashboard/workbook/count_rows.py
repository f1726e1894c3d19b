"""Rows that count the lines of each light in cells of its colour: "Fordeling | 2 | 1 | 1"."""

import re
from collections.abc import Sequence

from dashboard.workbook.colour import light_of
from dashboard.workbook.grid import GridCell
from dashboard.workbook.row import Row, RowKind

COUNT = re.compile(r"(\d{1,4})(?: ?%| stk\.?| indsats(?:er)?)?", re.IGNORECASE)
DASH = re.compile(r"[-–\s]*")
SEVERAL = 2


def settle_counts(rows: Sequence[Row]) -> None:
    """Let a row of nothing but counts in several lights' colours be a note, where other lines have no such numbers."""
    lines = [row for row in rows if row.kind is RowKind.LINE]
    counting = [row for row in lines if _counts(row)]
    others = [row for row in lines if row not in counting]
    numbered = {cell.column for row in others for cell in _coloured(row)}
    for row in counting if others and len(numbered) < SEVERAL else ():
        is_untitled = all(COUNT.fullmatch(cell.text) for cell in row.texts)
        if not _are_amounts(row, len(others)):
            row.kind = RowKind.NO_LINE if is_untitled else RowKind.NOTE


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
