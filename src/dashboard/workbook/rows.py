"""The lines of one table: each row below a header as a StatusRow, with what is wrong and where."""

import math
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from itertools import takewhile

from dashboard.domain.cell_name import cell_name, place_of
from dashboard.domain.issue import issue
from dashboard.domain.month import Month
from dashboard.domain.reading_answer import LINES, OTHER, Answer
from dashboard.domain.status_row import StatusRow
from dashboard.domain.terms import terms
from dashboard.workbook.amounts import AmountReader
from dashboard.workbook.grid import Grid
from dashboard.workbook.header import Table
from dashboard.workbook.headings import settle_lit_headings, settle_temaer
from dashboard.workbook.layout import Layout, decide_layout, read_as
from dashboard.workbook.legend import Legend
from dashboard.workbook.light_column import ORANGE, here
from dashboard.workbook.line import LineReader
from dashboard.workbook.overall_light import has_overall_column, join_projects, tell_overall_rows
from dashboard.workbook.periods import SheetTables
from dashboard.workbook.row import Row, RowKind
from dashboard.workbook.row_doubts import tell_doubts, tell_sums, tell_texts_beside
from dashboard.workbook.row_kinds import classify, lights_the_line_above
from dashboard.workbook.rows_of_months import rows_of_month
from dashboard.workbook.scope import is_cross_cutting_sheet, sheet_art, sheet_udvalg
from dashboard.workbook.sections import Section, Sections, sections_of
from dashboard.workbook.sheet_reading import SheetReading
from dashboard.workbook.side_by_side import seem_two_tables, tables_beside
from dashboard.workbook.subtasks import are_counted, find_parts, give_projects, hang_parts

NAMED = 6
PART, PARTS = "en del af indsatsen over den", "dele af indsatsen over dem"
# by what a column is, and whether the row is one that it counts in
UNREADABLE = {
    ("titel", True): "error-in-title-or-light", ("status", True): "error-in-title-or-light",
    ("titel", False): "error-cell", ("", True): "error-cell",
}  # fmt: skip


def read_sheet(sheet: SheetTables, month: Month | None, legend: Legend, answers: Sequence[Answer] = ()) -> SheetReading:
    """Read the tables of a sheet, top to bottom, and those beside each other from left to right."""
    grid = sheet.grid
    reading = SheetReading(grid.sheet, [issue("hidden", sheet=grid.sheet, detail=what) for what in grid.hidden])
    reading.issues += sheet.dates_without_format()
    sections = Sections(Section(udvalg=sheet_udvalg(grid.sheet), art=sheet_art(grid.sheet)))
    _enter_names_above(grid, 1, sheet.headers[0].first_row, sections)
    above = 1
    for header, end in zip(sheet.headers, [*(each.first_row for each in sheet.headers[1:]), math.inf], strict=True):
        rows = tuple(row for row in grid.rows if header.last_row < row < end)
        tables = tables_beside(Table(grid, header, rows))
        for whole in tables:
            table = rows_of_month(whole, month, reading)
            own = sections
            if len(tables) > 1:
                own = deepcopy(sections)
                _enter_names_above(table.grid, above, header.first_row, own)
                own.base = own.now
            layout = decide_layout(table, month, legend, answers, reading)
            reading.issues += filter(None, [seem_two_tables(table)])
            before = len(reading.rows)
            if layout.answers.table == OTHER and not layout.light.columns:
                reading.tell("table-left-out", layout.columns[0].heading.reference)
            else:
                TableReader(table.grid.up_to(layout.last_column), layout, own, month, reading).read(table.rows)
            lines = [place_of(row.title_cell)[0] for row in reading.rows[before:]]
            tell_texts_beside(table.grid, lines, layout.last_column, reading)
            reading.tables.append(read_as(table, layout, lines))
            said = [cell.text for cell, _ in layout.light.cells] + [ORANGE] * bool(layout.light.oranges)
            reading.answers += layout.answers.remembered(said)
        above = header.last_row + 1
    if is_cross_cutting_sheet(grid.sheet):
        reading.rows = [replace(row, cross_cutting=True) for row in reading.rows]
    return reading


def _enter_names_above(grid: Grid, first: int, end: int, sections: Sections) -> None:
    """Let a lone name above a table be its section."""
    for row in grid.rows:
        if first <= row < end and len(grid.texts(row)) == 1:
            (cell,) = grid.texts(row)
            for name, value in sections_of(cell.text):
                sections.enter(name, value, cell.reference, directly=False)


@dataclass(frozen=True)
class TableReader:
    """Reads the rows of one table into what is read of its sheet, keeping the section that they stand in."""

    grid: Grid
    layout: Layout
    sections: Sections
    month: Month | None
    reading: SheetReading

    def read(self, numbers: Sequence[int]) -> None:
        """Read the rows with these numbers, top to bottom."""
        rows = [Row(self.grid, self.layout, number) for number in numbers]
        classify(rows)
        settle_temaer(rows, self.sections.now.tema, self.reading, is_first=not self.reading.rows)
        settle_lit_headings(rows, self.reading)
        give_projects(rows)
        heads, in_doubt = find_parts(rows)
        self._tell_unreadable(rows)
        tell_doubts(rows, self.layout, self.sections.now, heads, self.reading)
        answer = self.layout.answers.subtasks
        are_lines = in_doubt if answer is None else answer == LINES
        parts = {} if are_lines else heads
        for part in parts:
            part.project = ""
        read = self._read_lines(rows)
        tell_overall_rows(rows, self.reading)
        tell_sums([*read.values()], self.reading)
        self._tell_untitled(rows)
        asked = [read[row] for row in heads if row in read]
        if not heads and answer != LINES and has_overall_column(self.layout):
            apart, read = read, join_projects(read)
            asked = [*apart.values()] if len(read) < len(apart) else []
        self.reading.rows += hang_parts(read, parts)
        if answer is None and asked:
            self._ask(asked, in_doubt=in_doubt)

    def _read_lines(self, rows: Sequence[Row]) -> dict[Row, StatusRow]:
        """Read lines and their parts, entering the sections on the way."""
        lines = [row for row in rows if row.kind is RowKind.LINE]
        columns = {name: [line.text(name) for line in lines] for name in self.layout.fields}
        headings, numbers = {c.number: c.heading for c in self.layout.columns}, [line.number for line in lines]
        amounts = AmountReader(self.grid, headings, self.layout.amounts, numbers, self.reading)
        amounts.tell_doubts()
        counted = are_counted(columns["title"])
        read: dict[Row, StatusRow] = {}
        after_section = False
        for place, row in enumerate(rows, 1):
            match row.kind:
                case RowKind.SECTION | RowKind.UNKNOWN_SECTION:
                    self._enter_section(row, directly=after_section)
                case RowKind.LINE:
                    below = (rows[each] for each in range(place, len(rows)))
                    going_on = list(takewhile(lambda row: row.kind is RowKind.TITLE_GOES_ON, below))
                    line = LineReader(
                        row, going_on, self.sections.now, columns, amounts, counted, self.month, self.reading
                    )
                    if (found := line.read()) is not None:
                        read[row] = found
                case RowKind.NOTE:
                    cell = (row.named or row.texts)[0]
                    self.reading.tell("read-as-note", cell.reference, cell.text)
                case RowKind.EXAMPLE:
                    cell = row.own_title if row.own_title and row.own_title.text else row.texts[0]
                    self.reading.tell("example-row", cell.reference, cell.text)
            after_section = row.kind is RowKind.SECTION or (after_section and row.kind is RowKind.NO_LINE)
        return read

    def _enter_section(self, row: Row, *, directly: bool) -> None:
        text, cell = " ".join(cell.text for cell in row.named), row.named[0].reference
        found = sections_of(text)
        if not found:
            self.reading.tell("unknown-section", cell, text)
            self.sections.enter_unknown()
        known = {"udvalg": terms().udvalg, "tema": terms().tema, "art": terms().art}
        for name, value in found:
            if value not in {named.key for named in known[name]}:
                self.reading.tell(f"unknown-{name}", cell, value)
            self.sections.enter(name, value, cell, directly=directly)
            self.reading.sections += 1
            directly = True

    def _tell_unreadable(self, rows: Sequence[Row]) -> None:
        """Tell of cells that are read and hold no value. Without title or light a line cannot be read at all."""
        title, lights = self.layout.fields["title"], self.layout.light.columns
        read = dict.fromkeys(self.layout.read_columns, "")
        read |= dict.fromkeys(lights if self.layout.light.words != "other" else (), "status") | {title: "titel"}
        lines = {row.number for row in rows if row.kind in (RowKind.LINE, RowKind.TITLE_GOES_ON)}
        titled = {row.number for row in rows if row.kind is not RowKind.NO_LINE}
        numbers = {row.number for row in rows}
        named = {row.number for row in rows if row.is_lit or any(cell.column in read for cell in row.named)}
        for cell in (cell for cell in self.grid.errors if cell.row in numbers):
            what = read.get(cell.column, "-")
            told = UNREADABLE.get((what, cell.row in (titled if what == "titel" else lines)))
            if told is not None:
                self.reading.tell(told, cell.reference, cell.value, detail=what)
        for number, column in sorted(map(place_of, self.grid.uncomputed)):
            if column == title and number in named:
                self.reading.tell("uncomputed-light", cell_name(number, column))
            elif number in lines and read.get(column, "status") != "status":
                self.reading.tell("uncomputed", cell_name(number, column))

    def _tell_untitled(self, rows: Sequence[Row]) -> None:
        """Tell once of the lights in rows without a title, and once of those below lines that have none."""
        below = {row.light_place for row in rows if lights_the_line_above(row)}
        for kind, is_below in (("light-below-line", True), ("light-without-title", False)):
            first, *more = [cell for cell in self.reading.untitled if (cell in below) is is_below] or [""]
            if first:
                self.reading.tell(kind, first, detail=here(len(more)))
        self.reading.untitled.clear()

    def _ask(self, rows: Sequence[StatusRow], *, in_doubt: bool) -> None:
        """Tell of the rows that are parts of lines, or may be, once for the whole sheet, and ask what they are."""
        told = rows if in_doubt else [part for row in self.reading.rows for part in row.subtasks]
        cells = [each.cell for each in told]
        if not cells:
            return
        which = f"{len(cells)} række{'r' * (len(cells) > 1)} ({', '.join(cells[:NAMED])}{' …' * (len(cells) > NAMED)})"
        if not in_doubt:
            self.reading.issues[:] = [each for each in self.reading.issues if each.kind != "subtasks"]
        samples, proposed = [row.title for row in rows[:NAMED]], None if in_doubt else 0
        question = self.layout.answers.ask_about_subtasks(cells[0], which, samples, proposed)
        kind, parts = "which-subtasks" if in_doubt else "subtasks", PARTS if len(cells) > 1 else PART
        self.reading.ask([question], kind, cells[0], which, detail=parts)
