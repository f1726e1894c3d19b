"""The lines of one table: each row below a header as a StatusRow, with what is wrong and where."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import count, islice, takewhile
from typing import Any

from openpyxl.utils.cell import coordinate_to_tuple

from dashboard.domain.issue import Issue
from dashboard.domain.line_fields import COLUMNS, TEXTS
from dashboard.domain.month import Month
from dashboard.domain.reading_answer import Choice, Question
from dashboard.domain.status_row import StatusRow
from dashboard.domain.terms import Terms
from dashboard.workbook.grid import Grid, GridCell, reference
from dashboard.workbook.issue_log import IssueLog
from dashboard.workbook.layout import Layout
from dashboard.workbook.light_cell import LightReading, read_light
from dashboard.workbook.line import LineReader
from dashboard.workbook.namesakes import Namesakes
from dashboard.workbook.row_kinds import OPEN_END, RowClassifier, RowKind
from dashboard.workbook.sections import Sections, is_udvalg, sections_of
from dashboard.workbook.subtasks import COUNTED, Subtasks, are_counted, hang_parts, projects_of, title_cell

READ_APART = ("title", "status_text", "percent_done")
PLAIN_TEXTS = tuple(name for name in TEXTS if name in COLUMNS and name not in READ_APART)
CHOICES = {"parts": "Dele af indsatsen over dem, som ikke tælles", "lines": "Indsatser, som tælles hver for sig"}
NAMED = 6
# by what a column is, and whether the row is one that it counts in
UNREADABLE = {
    ("titel", True): "error-in-title-or-light", ("status", True): "error-in-title-or-light",
    ("titel", False): "error-cell", ("", True): "error-cell",
}  # fmt: skip


@dataclass
class TableReader:
    """Reads the data rows of one table, keeping the section they stand in, every issue met and what must be asked.

    ``subtasks_are_lines`` is what was answered of rows that hang under a line, None when nobody has been asked.
    """

    grid: Grid
    layout: Layout
    terms: Terms
    sections: Sections
    cross_cutting: bool = False
    rows: list[StatusRow] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    month: Month | None = None
    subtasks_are_lines: bool | None = None
    questions: list[Question] = field(default_factory=list)
    sections_entered: int = 0

    def __post_init__(self) -> None:
        self._log = IssueLog(self.grid.sheet, self.issues)

    def read(self, numbers: Sequence[int]) -> None:
        """Read the rows with these numbers, top to bottom."""
        tema = self.sections.now.tema
        namesakes = Namesakes(self.grid, self.layout, self.terms, tema, not self.rows, self._log)
        kinds = namesakes.settle(RowClassifier(self.grid, self.layout, self.terms).kinds(numbers))
        kinds = self._settle_lit_headings(kinds)
        projects = projects_of(self.grid, self.layout, kinds)
        kinds, heads, in_doubt = Subtasks(self.grid, self.layout, self.terms, projects).find(kinds)
        self._tell_unreadable(kinds)
        self._tell_dated_number(kinds)
        answer = self.subtasks_are_lines
        parts = {} if (in_doubt if answer is None else answer) else heads
        read = self._read_rows(kinds, projects | dict.fromkeys(parts, ""))
        self.rows += hang_parts(read, parts)
        asked = [read[number] for number in heads if number in read]
        if answer is None and asked:
            self._ask(asked, in_doubt=in_doubt)

    def _settle_lit_headings(self, kinds: Mapping[int, RowKind]) -> dict[int, RowKind]:
        """Make sections of the udvalg above lines, whose own light is told, and ask where several temaer have one."""
        above = [number for number, kind in kinds.items() if kind is kinds.get(number + 1) is RowKind.LINE]
        named = {number: self._named_cells(number) for number in above}
        title = self.layout.fields["title"]
        headings = {number: cells[0] for number, cells in named.items() if [cell.column for cell in cells] == [title]}
        udvalg = {number for number, cell in headings.items() if is_udvalg(cell.text, self.terms)}
        others = {n for n, cell in headings.items() if sections_of(cell.text, self.terms)} - udvalg
        are_several = len({headings[number].text for number in others}) > 1
        for number in sorted(udvalg | others if are_several else udvalg):
            told = "section-with-light" if number in udvalg else "tema-with-light"
            self._log.tell(told, headings[number].reference, headings[number].text)
        return {**kinds, **dict.fromkeys(udvalg, RowKind.SECTION)}

    def _named_cells(self, number: int) -> list[GridCell]:
        """Give a row's cells with words other than its light's."""
        worded = [cell for cell in self.grid.texts(number) if any(map(str.isalpha, cell.text))]
        return [cell for cell in worded if cell.column not in self.layout.light.columns] or worded

    def _read_rows(self, kinds: Mapping[int, RowKind], projects: Mapping[int, str]) -> dict[int, StatusRow]:
        """Read lines and their parts, by the number of their row."""
        lines = [number for number, kind in kinds.items() if kind is RowKind.LINE]
        fields = self.layout.fields.items()
        columns = {name: [self.grid.text(line, column) for line in lines] for name, column in fields}
        counted = are_counted(columns["title"])
        read: dict[int, StatusRow] = {}
        self._tell_open_titles(lines)
        after_section = False
        for number, kind in kinds.items():
            match kind:
                case RowKind.SECTION | RowKind.UNKNOWN_SECTION:
                    self._enter_section(number, directly=after_section)
                case RowKind.LINE:
                    going_on = list(takewhile(lambda n: kinds.get(n) is RowKind.TITLE_GOES_ON, count(number + 1)))
                    line = LineReader(
                        self.grid, self.layout, self.terms, self._log, self.sections.now, number, going_on,
                        projects[number], columns, self.month,
                    )  # fmt: skip
                    if (row := self._read_line(line, counted=counted)) is not None:
                        read[number] = row
                case RowKind.NOTE:
                    cell = self.grid.texts(number)[0]
                    self._log.tell("read-as-note", cell.reference, cell.text)
            after_section = kind is RowKind.SECTION or (after_section and kind is RowKind.NO_LINE)
        return read

    def _tell_open_titles(self, lines: Sequence[int]) -> None:
        """Tell of titles that may go on in the line below, though that has something of its own."""
        titles = {line: self.grid.text(line, self.layout.fields["title"]) for line in lines}
        for line, title in titles.items():
            below = titles.get(line + 1, "")
            if below[:1].islower() and OPEN_END.search(title):
                self._log.tell("open-title", reference(line, self.layout.fields["title"]), title, detail=below)

    def _tell_unreadable(self, kinds: Mapping[int, RowKind]) -> None:
        """Tell of cells that are read and hold no value. Without title or light a line cannot be read at all."""
        read = self._read_columns
        lines = {number for number, kind in kinds.items() if kind in (RowKind.LINE, RowKind.TITLE_GOES_ON)}
        titled = {number for number, kind in kinds.items() if kind is not RowKind.NO_LINE}
        for cell in (each for each in self.grid.errors if each.row in kinds):
            what = read.get(cell.column, "-")
            told = UNREADABLE.get((what, cell.row in (titled if what == "titel" else lines)))
            if told is not None:
                self._log.tell(told, cell.reference, cell.value, detail=what)
        for row, column in sorted(map(coordinate_to_tuple, self.grid.uncomputed)):
            if row in lines and read.get(column, "status") != "status":
                self._log.tell("uncomputed", reference(row, column))

    def _tell_dated_number(self, kinds: Mapping[int, RowKind]) -> None:
        """Tell of the first line whose number has become a date."""
        numbers = {self.layout.fields.get(name) for name in ("number", "code")}
        lines = (number for number, kind in kinds.items() if kind is RowKind.LINE)
        dated = (c for n in lines for c in self.grid.texts(n) if c.column in numbers and isinstance(c.value, date))
        for cell in islice(dated, 1):
            self._log.tell("number-became-date", cell.reference, cell.text)

    @property
    def _read_columns(self) -> dict[int, str]:
        """Give the columns that are read, and what is lost of a line when a cell of one cannot be."""
        lights = [] if self.layout.light.words == "other" else self.layout.light.columns
        read = dict.fromkeys(self.layout.read_columns, "") | dict.fromkeys(lights, "status")
        return read | {self.layout.fields["title"]: "titel"}

    def _ask(self, rows: Sequence[StatusRow], *, in_doubt: bool) -> None:
        """Tell of the rows that are parts of lines, or may be, once for the whole sheet, and ask what they are."""
        kind = "which-subtasks" if in_doubt else "subtasks"
        told = rows if in_doubt else [part for row in self.rows for part in row.subtasks]
        cells = [each.cell for each in told]
        which = f"{len(cells)} række{'r' * (len(cells) > 1)} ({', '.join(cells[:NAMED])}{' …' * (len(cells) > NAMED)})"
        self.issues[:] = [each for each in self.issues if each.kind != "subtasks" or in_doubt]
        self._log.tell(kind, cells[0], which)
        samples = tuple(row.title for row in rows[:NAMED])
        choices = tuple(Choice("subtasks", value, name, samples) for value, name in CHOICES.items())
        text = f"{which} står under en anden indsats. Hvad er de?"
        self.questions.append(
            Question(self.grid.sheet, cells[0], self.layout.answers.layout, text, choices, None if in_doubt else 0)
        )

    def _enter_section(self, number: int, *, directly: bool) -> None:
        cells = self._named_cells(number)
        text = " ".join(cell.text for cell in cells)
        found = sections_of(text, self.terms)
        if not found:
            self._log.tell("unknown-section", cells[0].reference, text)
            self.sections.enter_unknown()
        for name, value in found:
            known = {"udvalg": self.terms.udvalg, "tema": self.terms.tema, "art": self.terms.art}
            if value not in {named.key for named in known[name]}:
                self._log.tell(f"unknown-{name}", cells[0].reference, value)
            self.sections.enter(name, value, cells[0].reference, directly=directly)
            self.sections_entered += 1
            directly = True

    def _read_line(self, line: LineReader, *, counted: bool) -> StatusRow | None:
        number = line.row
        cell = title_cell(self.grid, self.layout, number)
        if cell is not None and cell.is_struck:
            self._log.tell("struck-line", cell.reference, cell.runs[0].text)
            return None
        reading = read_light(self.grid, number, cell, self.layout.light, self.terms)
        if cell is None or not cell.text:
            if reading.light.is_reported:
                self._log.tell("light-without-title", self._light_reference(number))
            return None
        if cell.row != number and not self._has_own_light(number):
            return None  # the lower half of a title merged over several rows
        if reading.issue is not None:
            self.issues.append(reading.issue)
        return self._row(line, cell, COUNTED.sub("", cell.text) if counted else cell.text, reading)

    def _row(self, line: LineReader, title_cell: GridCell, written: str, reading: LightReading) -> StatusRow:
        title, code, marks = line.title(title_cell, written)
        light = self._light_reference(line.row)
        status_text = line.text("status_text")
        if status_text is None and reading.text is not None:
            status_text = reading.text
            line.cells["status_text"] = light
            cell = self.grid.cell(line.row, self.layout.light.number or 0)
            if cell is not None and cell.runs:
                line.runs.setdefault("status_text", cell.runs)
        done = reading.done or line.done()
        if reading.done:
            line.cells["done"] = light
        texts: dict[str, Any] = {name: line.text(name) for name in PLAIN_TEXTS}
        texts["expected_end"] = texts["expected_end"] or line.planned
        return StatusRow(
            title=title, code=code, marks=marks, udvalg=line.udvalg(), tema=line.named("tema"), art=line.named("art"),
            light=reading.light, light_source=reading.source, done=done, status_text=status_text,
            percent_done=line.percent_done(), cross_cutting=line.cross_cutting() or self.cross_cutting,
            amounts=line.amounts(), sheet=self.grid.sheet, cell=light, title_cell=title_cell.reference,
            **texts, runs=line.runs, cells=line.cells,
        )  # fmt: skip

    def _has_own_light(self, number: int) -> bool:
        cells = [self.grid.rows[number].get(column) for column in self.layout.light.columns]
        return any(cell is not None and (cell.text or cell.fill) for cell in cells)

    def _light_reference(self, number: int) -> str:
        return reference(number, next(iter(self.layout.light.columns), self.layout.fields["title"]))
