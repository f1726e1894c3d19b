"""Columns headed by months: the bars, marks and amounts of a plan, or the lights of each month."""

from collections.abc import Mapping, Sequence

from dashboard.domain.heading_words import Column
from dashboard.domain.month import Month
from dashboard.domain.period import months_of_heading
from dashboard.workbook.column_values import ColumnValues

SEVERAL, LONG_PLAN = 3, 6


def planned_columns(held: Mapping[Column, ColumnValues], month: Month | None) -> set[Column]:
    """Give the columns of a plan, among those headed by names of months and among those headed by dates."""
    periods = [column for column in held if column.is_period and "status" in column.weights]
    dated = [column for column in periods if column.header[:1].isdigit()]
    blocks = (dated, [column for column in periods if column not in dated])
    return {c for block in blocks if _is_a_plan({each: held[each] for each in block}, month) for c in block}


def _is_a_plan(block: Mapping[Column, ColumnValues], month: Month | None) -> bool:
    """Tell whether months hold something else than lights, or bars: of one colour, or going on after the month."""
    held = list(block.values())
    if len(held) < SEVERAL:
        return any(_amounts(values) + values.shares["marks"] > 0.5 for values in held)
    if any(_holds_others(values) for values in held if not values.lights):
        return True
    lights = set().union(*(values.lights for values in held))
    if len(lights) < 2:
        return bool(lights) or any(cell.fill for values in held for cell in values.cells)
    if len(held) >= LONG_PLAN and not _changes(held):
        return True
    return not all(_is_past(column, month) for column, values in block.items() if values.lights)


def _holds_others(values: ColumnValues) -> bool:
    return max(_amounts(values), values.shares["marks"], values.shares["words"]) > 0.2


def _amounts(values: ColumnValues) -> float:
    """Give the share of numbers that are no lights: 1, 2 and 3 may be, and only 1 is a mark."""
    return 0 if values.shares["scale"] and not values.shares["ones"] else values.shares["numbers"]


def _changes(held: Sequence[ColumnValues]) -> bool:
    """Tell whether any line has different lights in different months, as a bar has not."""
    return len({each for values in held for each in values.shown.items()}) > len(
        {row for values in held for row in values.shown}
    )


def _is_past(column: Column, month: Month | None) -> bool:
    dated, numbers = months_of_heading(column.header)
    return month is None or (max(dated, default=month) <= month and max(numbers, default=0) <= month.number)
