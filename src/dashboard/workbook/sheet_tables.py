"""One sheet: its tables, what stands above them, and all lines of them in order."""

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from openpyxl.utils.cell import coordinate_to_tuple

from dashboard.domain.identity import normalised
from dashboard.domain.issue import Issue, issue
from dashboard.domain.month import Month
from dashboard.domain.period import Period
from dashboard.domain.reading_answer import Answer
from dashboard.domain.reported_month import LIKELY, find_months, months_without_year
from dashboard.domain.terms import Terms
from dashboard.workbook.cell_text import as_text, bare_date
from dashboard.workbook.grid import Grid, GridCell
from dashboard.workbook.header import Header, Table
from dashboard.workbook.layout import decide_layout, read_as
from dashboard.workbook.legend import Legend
from dashboard.workbook.rows import TableReader
from dashboard.workbook.scope import is_cross_cutting_sheet, sheet_art, sheet_udvalg
from dashboard.workbook.sections import Section, Sections, sections_of
from dashboard.workbook.sheet_reading import SheetReading
from dashboard.workbook.side_by_side import seem_two_tables, tables_beside

LABEL = re.compile(r"(?:måned|dato|status|ultimo|primo|opgjort|opgørelse|gælder|pr\b)[^\d]*", re.IGNORECASE)
SHORTEST_NAME = 5  # letters: no light, no udvalg


@dataclass(frozen=True)
class SheetTables:
    """A sheet and the header rows of its tables."""

    grid: Grid
    headers: tuple[Header, ...]

    @property
    def heading(self) -> list[str]:
        """List the texts above the first table: "Status pr." beside a date is one text with it."""
        return [_said(self.grid, cell) for cell in self._above()]

    def dates_without_format(self) -> list[Issue]:
        """Tell of the numbers above the first table that are read as dates."""
        return [
            issue("number-as-date", sheet=self.grid.sheet, cell=cell.reference, value=cell.text, detail=as_text(day))
            for cell in self._above()
            if _label(self.grid, cell) and (day := bare_date(cell.value, self.grid.epoch)) is not None
        ]

    def _above(self) -> Iterator[GridCell]:
        """Walk the cells with text above the first table; all of them on a sheet without one."""
        rows = (row for row in self.grid.rows if not self.headers or row < self.headers[0].first_row)
        return (cell for row in rows for cell in self.grid.texts(row))

    def texts(self) -> list[str]:
        """List the texts above the first table, and the sheet's name."""
        return [*self.heading, self.grid.sheet]

    def light_headers(self) -> list[str]:
        """List the headers of the columns that may hold lights."""
        columns = (column for header in self.headers for column in header.columns)
        return [column.header for column in columns if column.field in ("light", "status", "light_mark")]

    @property
    def periods_above(self) -> set[Period]:
        """Give the months that the heading clearly says the sheet is for."""
        clear = [found.month for text in self.heading for found in find_months(text) if found.clarity >= LIKELY]
        bare = {Period(number, number) for text in self.heading for number in months_without_year(text)}
        return {Period(month.number, month.number, month.year) for month in clear} or bare

    def repeats(self, other: "SheetTables") -> bool:
        """Tell whether both hold mostly the same lines: half of the texts of a column of names are in both."""
        return any(len(one & two) * 2 >= len(one | two) for one in self._names for two in other._names)

    @cached_property
    def _names(self) -> list[set[str]]:
        """Give the texts of each column in which hardly any stands twice."""
        columns: dict[int, list[str]] = {}
        for cell in (cell for row in self.grid.rows for cell in self.grid.texts(row)):
            if cell.row > self.headers[0].last_row and len(cell.text) >= SHORTEST_NAME and not cell.text[0].isdigit():
                columns.setdefault(cell.column, []).append(normalised(cell.text))
        return [set(texts) for texts in columns.values() if 1 < len(texts) <= len(set(texts)) * 1.1]


def _said(grid: Grid, cell: GridCell) -> str:
    day = cell.value if isinstance(cell.value, date) else bare_date(cell.value, grid.epoch)
    label = _label(grid, cell) if day is not None else ""
    return f"{label} {cell.text if isinstance(cell.value, date) else as_text(day)}" if label else cell.text


def _label(grid: Grid, cell: GridCell) -> str:
    """Give the text to the left where it introduces a date, else nothing."""
    left = [other for other in grid.texts(cell.row) if other.column < cell.column]
    return left[-1].text.rstrip(" :") if left and LABEL.match(left[-1].text) else ""


def read_sheet(
    sheet: SheetTables, month: Month | None, legend: Legend, words: Terms, answers: Sequence[Answer] = ()
) -> SheetReading:
    """Read the tables of a sheet, top to bottom, and those beside each other from left to right."""
    grid = sheet.grid
    sections = Sections(Section(udvalg=sheet_udvalg(grid.sheet, words), art=sheet_art(grid.sheet)))
    first = sheet.headers[0].first_row
    reading = SheetReading(grid.sheet, [issue("hidden", sheet=grid.sheet, detail=what) for what in grid.hidden])
    reading.issues += sheet.dates_without_format()
    _enter_names_above(grid, 1, first, sections, words)
    above = 1
    for header, following in zip(sheet.headers, (*sheet.headers[1:], None), strict=True):
        end = following.first_row if following else max(grid.rows) + 1
        rows = tuple(row for row in grid.rows if header.last_row < row < end)
        tables = tables_beside(Table(grid, header, rows))
        for table in tables:
            own = sections
            if len(tables) > 1:
                own = deepcopy(sections)
                _enter_names_above(table.grid, above, header.first_row, own, words)
                own.base = own.now
            _read_table(table, own, month, legend, words, answers, reading)
        above = header.last_row + 1
    return reading


def _read_table(
    table: Table,
    sections: Sections,
    month: Month | None,
    legend: Legend,
    words: Terms,
    answers: Sequence[Answer],
    reading: SheetReading,
) -> None:
    """Decide what the columns of a table are, and add its lines to what was read from the sheet."""
    layout = decide_layout(table, month, legend, answers, reading)
    reading.issues += filter(None, [seem_two_tables(table)])
    before = len(reading.rows)
    TableReader(table.grid.up_to(layout.last_column), layout, words, sections, month, reading).read(table.rows)
    if is_cross_cutting_sheet(table.grid.sheet):
        reading.rows[before:] = [replace(row, cross_cutting=True) for row in reading.rows[before:]]
    lines = [coordinate_to_tuple(row.title_cell)[0] for row in reading.rows[before:]]
    reading.tables.append(read_as(table, layout, lines))
    reading.answers += layout.answers.remembered(cell.text for cell, _ in layout.light.cells)


def _enter_names_above(grid: Grid, first: int, end: int, sections: Sections, words: Terms) -> None:
    """Let a lone name above a table be its section."""
    for row in grid.rows:
        if first <= row < end and len(grid.texts(row)) == 1:
            (cell,) = grid.texts(row)
            for name, value in sections_of(cell.text, words):
                sections.enter(name, value, cell.reference, directly=False)
