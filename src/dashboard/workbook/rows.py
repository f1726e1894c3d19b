"""The lines of one table: each row below a header as a StatusRow, with what is wrong and where."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from dashboard.domain.issue import Issue
from dashboard.domain.status_row import StatusRow
from dashboard.domain.terms import Terms
from dashboard.workbook.grid import Grid, GridCell, reference
from dashboard.workbook.issue_log import IssueLog
from dashboard.workbook.layout import Layout
from dashboard.workbook.light_cell import LightReading, read_light
from dashboard.workbook.line import LineReader
from dashboard.workbook.namesakes import Namesakes
from dashboard.workbook.row_kinds import RowClassifier, RowKind
from dashboard.workbook.sections import Sections, sections_of
from dashboard.workbook.unreadable import tell_unreadable

TEXT_FIELDS = ("responsible", "schedule", "political_treatment", "red_reason", "ask", "obs")
NUMBERED = re.compile(r"^\d+[.)]\s+(?=\D)")


@dataclass
class TableReader:
    """Reads the data rows of one table, keeping the section they stand in and every issue met."""

    grid: Grid
    layout: Layout
    terms: Terms
    sections: Sections
    cross_cutting: bool = False
    rows: list[StatusRow] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    sections_entered: int = 0
    _titles_are_numbered: bool = False

    def __post_init__(self) -> None:
        self._log = IssueLog(self.grid.sheet, self.issues)

    def read(self, numbers: Sequence[int]) -> None:
        """Read the rows with these numbers, top to bottom."""
        kinds = RowClassifier(self.grid, self.layout, self.terms).kinds(numbers)
        tema = self.sections.now.tema
        kinds = Namesakes(self.grid, self.layout, self.terms, tema, not self.rows, self._log).settle(kinds)
        tell_unreadable(self.grid, self.layout, kinds, self._log)
        lines = [number for number, kind in kinds.items() if kind is RowKind.LINE]
        titles = [self.grid.text(number, self.layout.fields["title"]) for number in lines]
        self._titles_are_numbered = (
            len(titles) > 1 and sum(map(bool, map(NUMBERED.match, titles))) * 5 >= len(titles) * 4
        )
        after_section = False
        for number, kind in kinds.items():
            match kind:
                case RowKind.SECTION | RowKind.UNKNOWN_SECTION:
                    self._enter_section(number, directly=after_section)
                case RowKind.LINE:
                    self._read_line(number, _rows_going_on(number, kinds))
                case RowKind.NOTE:
                    cell = self.grid.texts(number)[0]
                    self._log.tell("read-as-note", cell.reference, cell.text)
            after_section = kind is RowKind.SECTION or (after_section and kind is RowKind.NO_LINE)

    def _enter_section(self, number: int, *, directly: bool) -> None:
        cells = [cell for cell in self.grid.texts(number) if any(map(str.isalpha, cell.text))]
        text = " ".join(cell.text for cell in cells)
        found = sections_of(text, self.terms)
        if not found:
            self._log.tell("unknown-section", cells[0].reference, text)
            self.sections.enter_unknown()
        for name, value in found:
            known = {"udvalg": self.terms.udvalg, "tema": self.terms.tema, "art": self.terms.art}[name]
            if value not in {named.key for named in known}:
                self._log.tell(f"unknown-{name}", cells[0].reference, value)
            self.sections.enter(name, value, cells[0].reference, directly=directly)
            self.sections_entered += 1
            directly = True

    def _read_line(self, number: int, going_on: Sequence[int]) -> None:
        title_cell = self.grid.cell(number, self.layout.fields["title"])
        if title_cell is not None and title_cell.row != number:
            return  # the lower half of a title merged over several rows
        if title_cell is not None and title_cell.is_struck:
            self._log.tell("struck-line", title_cell.reference, title_cell.runs[0].text)
            return
        reading = read_light(self.grid, number, title_cell, self.layout.light, self.terms)
        if title_cell is None or not title_cell.text:
            if reading.light.is_reported:
                self._log.tell("light-without-title", self._light_reference(number))
            return
        if reading.issue is not None:
            self.issues.append(reading.issue)
        self.rows.append(self._row(number, going_on, title_cell, reading))

    def _row(self, number: int, going_on: Sequence[int], title_cell: GridCell, reading: LightReading) -> StatusRow:
        line = LineReader(self.grid, self.layout, self.terms, self._log, self.sections.now, number, going_on)
        written = NUMBERED.sub("", title_cell.text) if self._titles_are_numbered else title_cell.text
        title, code, marks = line.title(title_cell, written)
        light = self._light_reference(number)
        status_text = line.text("status_text")
        if status_text is None and reading.text is not None:
            status_text = reading.text
            line.cells["status_text"] = light
            line.keep_runs("status_text", self.layout.light.number)
        done = reading.done or line.done()
        if reading.done:
            line.cells["done"] = light
        texts: dict[str, Any] = {name: line.text(name) for name in TEXT_FIELDS}
        return StatusRow(
            title=title,
            code=code,
            marks=marks,
            udvalg=line.udvalg(),
            tema=line.named("tema"),
            art=line.named("art"),
            light=reading.light,
            light_source=reading.source,
            done=done,
            status_text=status_text,
            cross_cutting=line.cross_cutting() or self.cross_cutting,
            amounts=line.amounts(),
            sheet=self.grid.sheet,
            cell=light,
            title_cell=title_cell.reference,
            **texts,
            runs=line.runs,
            cells=line.cells,
        )

    def _light_reference(self, number: int) -> str:
        light = self.layout.light
        return reference(number, light.number or next(iter(light.marks.values()), self.layout.fields["title"]))


def _rows_going_on(number: int, kinds: Mapping[int, RowKind]) -> list[int]:
    """Collect the rows below a line that only continue it."""
    more: list[int] = []
    while kinds.get(number + 1) is RowKind.TITLE_GOES_ON:
        number += 1
        more.append(number)
    return more
