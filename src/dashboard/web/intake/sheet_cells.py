"""The first cells of a workbook's columns with their fills, as they stand in the sheet, and what its rows count as."""

import re
from collections.abc import Sequence

from htpy import Element, Fragment, Node, b, div, fragment, span, table, tbody, td, th, thead, tr

from dashboard.domain.status_row import StatusRow
from dashboard.domain.table_reading import ColumnReading, SampleCell, TableReading
from dashboard.intake import column_letter
from dashboard.web.intake import phrases
from dashboard.web.markup import light

FIRST_VALUES, NO_HEADING = "Kolonnernes første værdier", "uden overskrift"
ROW, COUNTS_AS, JOINED = "Række {number}", "Tæller som", "Tæller ikke for sig"
BRIGHT = 140  # a fill that is darker than this has white text


def sample_columns(columns: Sequence[ColumnReading]) -> Element:
    """Draw columns beside each other, each under its letter and heading, as a table."""
    height = max((len(column.first) for column in columns), default=0)
    rows = (tr[(_cell(column, row) for column in columns)] for row in range(height))
    return div(".sheet-frame", tabindex="0", role="region", aria_label=FIRST_VALUES)[
        table(".sheet.samples")[
            thead[tr[(th(scope="col")[heading(column)] for column in columns)]],
            tbody[rows],
        ]
    ]


def heading(column: ColumnReading) -> Fragment:
    """Draw a column's letter and heading."""
    return fragment[span(".letter")[column_letter(column.cell)], " ", b[column.header or NO_HEADING]]


def stacked(cells: Sequence[SampleCell]) -> Fragment:
    """Draw a column's cells under each other, each as high as those beside it."""
    return fragment[(div(".cell", **_look(cell))[span[cell.text]] for cell in cells)]


def counted_as(table: TableReading, rows: Sequence[StatusRow]) -> Fragment:
    """Draw a cell for each of the table's first lines, under one for its headings, with the light it counts as."""
    letters = {column_letter(column.cell) for column in table.columns}
    lines = {
        int(re.sub(r"\D", "", row.title_cell)): row
        for row in rows
        if row.sheet == table.sheet and column_letter(row.title_cell) in letters
    }
    head = div(".cell.head")[span(".letter")[ROW.format(number=table.header_row)]]
    return fragment[
        head, div(".cell.why")[COUNTS_AS], (_counted(number, lines.get(number)) for number in table.first_rows)
    ]


def _counted(number: int, line: StatusRow | None) -> Element:
    """Draw a line's light and how many parts it has; a row that was joined with another one has none of its own."""
    said: Node = span(".quiet")[JOINED]
    if line is not None:
        parts = span(".quiet")[phrases.parts(len(line.subtasks))] if line.subtasks else None
        said = [b[light(line.shown_light)], parts]
    return div(".cell")[span(".letter")[str(number)], div[said]]


def _cell(column: ColumnReading, row: int) -> Element:
    if row >= len(column.first):
        return td
    cell = column.first[row]
    return td(**_look(cell))[div[cell.text]]


def _look(cell: SampleCell) -> dict[str, str | None]:
    style = f"background:{cell.fill};color:{_ink(cell.fill)}" if cell.fill else None
    return {"title": cell.text or None, "style": style}


def _ink(fill: str) -> str:
    red, green, blue = (int(fill[start : start + 2], 16) for start in (1, 3, 5))
    return "#111" if (299 * red + 587 * green + 114 * blue) / 1000 > BRIGHT else "#FFF"
