"""From a value on a page back to the cell that it was read in."""

from dataclasses import dataclass

from dashboard.domain.excerpt import Excerpt
from dashboard.domain.issue import Issue
from dashboard.store.origin import Reading, other_readings, reading, stored_content
from dashboard.store.seen import Seen, file_around
from dashboard.store.values import Value, values_of
from dashboard.workbook.isolated import read_excerpt

__all__ = ["LIGHT", "Place", "Reading", "Trace", "Value", "trace", "traced_sheet"]

LIGHT = "light"


@dataclass(frozen=True)
class Place:
    """Where a value stands: the file it came in, the sheet and the cell."""

    reading: Reading
    sheet: str
    cell: str


@dataclass(frozen=True)
class Trace:
    """Where a line was read: its light, its other values, and what workbooks of the same month say otherwise.

    ``values`` are the workbook's own, and what it leaves out that a page takes from another workbook of the month.
    """

    reading: Reading
    values: tuple[Value, ...]
    others: tuple[Reading, ...]

    @property
    def disagreeing(self) -> tuple[Reading, ...]:
        """Give the other workbooks that give the line another light."""
        return tuple(other for other in self.others if other.shown_light is not self.reading.shown_light)

    @property
    def placed(self) -> tuple[Value, ...]:
        """Give the values that have a cell."""
        return tuple(value for value in self.values if value.cell is not None)

    def value(self, field: str) -> Value | None:
        """Give the value of a field; None where no workbook told it, and for the light."""
        return next((value for value in self.values if value.field == field), None)

    def place(self, field: str) -> Place:
        """Tell where a field stands; where the light does for one that has no cell of its own."""
        value = self.value(field)
        if value is None or value.cell is None:
            return Place(self.reading, self.reading.sheet, self.reading.cell)
        read = {each.snapshot_id: each for each in (self.reading, *self.others)}
        return Place(read[value.snapshot_id], value.sheet, value.cell)


def trace(con: Seen, snapshot_id: int, indsats_id: int) -> Trace | None:
    """Find where a snapshot's values of an indsats were read; None when it does not tell that indsats."""
    found = reading(con, snapshot_id, indsats_id)
    if found is None:
        return None
    others = other_readings(con, snapshot_id, indsats_id)
    values = {value.field: value for value in values_of(con, snapshot_id, indsats_id)}
    has_amounts = any(field.isdecimal() for field in values)
    for other in sorted(others, key=lambda other: not other.scope.is_plan):
        for value in values_of(con, other.snapshot_id, indsats_id):
            if value.may_be_lent and not (has_amounts and value.field.isdecimal()):
                values.setdefault(value.field, value)
    return Trace(found, tuple(values.values()), tuple(others))


def traced_sheet(con: Seen, snapshot_id: int, indsats_id: int, field: str = LIGHT) -> Excerpt | Issue | None:
    """Cut the part around a value's cell out of the stored file, in the reading process.

    ``field`` is the light, or a field or year of the line; one without a cell shows the light's. None when the file has
    no such sheet or cell, and an Issue when it can no longer be read. Who is not given the file sees the row alone.
    """
    found = trace(con, snapshot_id, indsats_id)
    if found is None:
        return None
    place = found.place(field)
    content = stored_content(con, place.reading.snapshot_id)
    if content is not None:
        return read_excerpt(content, place.sheet, place.cell)
    found_there = read_excerpt(file_around(con, place.reading.snapshot_id), place.sheet, place.cell)
    return found_there.of_row() if isinstance(found_there, Excerpt) else found_there
