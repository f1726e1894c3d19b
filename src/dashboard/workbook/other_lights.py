"""The lights of a table that never count: of parts of the status, of other times, and of columns nobody chose."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from dashboard.domain.cell_name import cell_name
from dashboard.domain.status_row import LinePart
from dashboard.workbook.column_values import TableColumn
from dashboard.workbook.grid import Grid, GridCell
from dashboard.workbook.header import Table
from dashboard.workbook.legend import Legend
from dashboard.workbook.light_cell import read_light
from dashboard.workbook.light_column import LightColumn, beside_titles, written_in

NAMED, UNNAMED = ("aspect", "previous"), ("other", "priority")


@dataclass(frozen=True)
class OtherLights:
    """A column of lights that does not count: what heads it, and how lights are written there."""

    heading: str
    column: LightColumn
    role: str


def find_other_lights(
    table: Table,
    columns: Sequence[TableColumn],
    roles: Mapping[int, str],
    counted: Sequence[int],
    passed: Collection[int],
    title: int,
    legend: Legend,
) -> tuple[OtherLights, ...]:
    """Find the columns that hold lights: any light under a heading that says so, else several unlike the ``counted``.

    ``passed`` are the columns that are read as something else, or said by a person to be nothing.
    """
    found = []
    repeated = [column.shown for column in columns if column.number in counted]
    for column in (c for c in columns if c.number not in passed and roles[c.number] in (*NAMED, *UNNAMED)):
        cells = beside_titles(table.grid, column.number, table.rows, title)
        written = written_in(table.grid, column.number, cells, legend, {}, is_prose=False)
        lights = column.lights | {written.said(text) for text in column.texts}
        reported = [light for light in lights if light is not None and light.is_reported]
        is_named = roles[column.number] in NAMED
        if (is_named and reported) or (len(reported) > 1 and column.shown not in repeated):
            role = NAMED[0] if roles[column.number] == "other" else roles[column.number]
            found.append(OtherLights(column.heading.header or column.heading.name, written, role))
    return tuple(found)


def read_other_lights(grid: Grid, row: int, title: GridCell, others: Sequence[OtherLights]) -> tuple[LinePart, ...]:
    """Read the other lights of a line; what is no light there is kept as it is written."""
    parts = []
    for other in others:
        reading = read_light(grid, row, title, other.column)
        text = reading.text or (reading.issue.value if reading.issue else None)
        if reading.light.is_reported or reading.done or text:
            cell = cell_name(row, *other.column.columns)
            parts.append(LinePart(other.heading, cell, reading.light, reading.done, text))
    return tuple(parts)
