"""The lines of one table: each row below a header as a StatusRow, with what is wrong and where."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from dashboard.domain.issue import Issue, issue
from dashboard.domain.light import Light
from dashboard.domain.status_row import StatusRow
from dashboard.domain.terms import Terms
from dashboard.domain.text_run import TextRun
from dashboard.workbook.grid import Grid, GridCell, reference
from dashboard.workbook.layout import Layout
from dashboard.workbook.light_cell import LightReading, read_light
from dashboard.workbook.row_kinds import RowClassifier, RowKind
from dashboard.workbook.sections import Sections, sections_of
from dashboard.workbook.words import find_named, light_word, read_amount, read_code, read_udvalg, split_title

TEXT_FIELDS = ("responsible", "schedule", "political_treatment", "red_reason", "ask", "obs")
DATE = re.compile(r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}")
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
    _going_on: Sequence[int] = ()

    def read(self, numbers: Sequence[int]) -> None:
        """Read the rows with these numbers, top to bottom."""
        kinds = RowClassifier(self.grid, self.layout, self.terms).kinds(numbers)
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
                    self._going_on = _rows_going_on(number, kinds)
                    self._read_line(number)
                case RowKind.NOTE:
                    cell = self.grid.texts(number)[0]
                    self._warn("read-as-note", cell.reference, cell.text)
            after_section = kind is RowKind.SECTION or (after_section and kind is RowKind.NO_LINE)

    def _enter_section(self, number: int, *, directly: bool) -> None:
        cells = [cell for cell in self.grid.texts(number) if any(map(str.isalpha, cell.text))]
        text = " ".join(cell.text for cell in cells)
        found = sections_of(text, self.terms)
        if not found:
            self._warn("unknown-section", cells[0].reference, text)
            self.sections.enter_unknown()
        for name, value in found:
            known = {"udvalg": self.terms.udvalg, "tema": self.terms.tema, "art": self.terms.art}[name]
            if value not in {named.key for named in known}:
                self._warn(f"unknown-{name}", cells[0].reference, value)
            self.sections.enter(name, value, directly=directly)
            self.sections_entered += 1
            directly = True

    def _read_line(self, number: int) -> None:
        title_cell = self.grid.cell(number, self.layout.fields["title"])
        if title_cell is not None and title_cell.row != number:
            return  # the lower half of a title merged over several rows
        if title_cell is not None and title_cell.is_struck:
            self._warn("struck-line", title_cell.reference, title_cell.runs[0].text)
            return
        reading = read_light(self.grid, number, title_cell, self.layout.light, self.terms)
        if title_cell is None or not title_cell.text:
            if reading.light.is_reported:
                self._warn("light-without-title", self._light_reference(number))
            return
        if reading.issue is not None:
            self.issues.append(reading.issue)
        written = NUMBERED.sub("", title_cell.text) if self._titles_are_numbered else title_cell.text
        more = [self.grid.text(row, self.layout.fields["title"]) for row in self._going_on]
        title = split_title("\n".join([written, *more]), self.terms)
        self.rows.append(
            StatusRow(
                title=title.title,
                code=self._code(number, title.code),
                marks=title.marks or self._marks(number),
                udvalg=self._udvalg(number),
                tema=self._named(number, "tema") or self.sections.now.tema,
                art=self._named(number, "art") or self.sections.now.art,
                light=reading.light,
                light_source=reading.source,
                done=reading.done or self._done(number),
                status_text=self._text(number, "status_text") or reading.text,
                cross_cutting=self._cross_cutting(number),
                amounts=self._amounts(number),
                sheet=self.grid.sheet,
                cell=self._light_reference(number),
                title_cell=title_cell.reference,
                runs=self._runs(number, reading),
                **{name: self._text(number, name) for name in TEXT_FIELDS},
            )
        )

    def _cell(self, number: int, name: str) -> GridCell | None:
        column = self.layout.fields.get(name)
        return self.grid.cell(number, column) if column else None

    def _text(self, number: int, name: str) -> str | None:
        cell = self._cell(number, name)
        if name in self.layout.fields and self._reference(number, name) in self.grid.uncomputed:
            self._warn("uncomputed", self._reference(number, name))
        below = [self.grid.text(row, self.layout.fields[name]) for row in self._going_on] if cell is not None else []
        return "\n".join(filter(None, [cell.text if cell else "", *below])) or None

    def _runs(self, number: int, reading: LightReading) -> dict[str, tuple[TextRun, ...]]:
        cells = {name: self._cell(number, name) for name in ("title", "udvalg", "status_text", *TEXT_FIELDS)}
        if reading.text is not None and self.layout.light.number:
            cells["status_text"] = cells["status_text"] or self.grid.cell(number, self.layout.light.number)
        return {name: cell.runs for name, cell in cells.items() if cell is not None and cell.runs}

    def _code(self, number: int, in_title: str | None) -> str | None:
        text = self._text(number, "code")
        in_column = read_code(text, self.terms) if text else None
        if in_title and in_column and in_title != in_column:
            reference_ = self._reference(number, "code")
            self.issues.append(
                issue("code-disagrees", sheet=self.grid.sheet, cell=reference_, value=in_title, detail=in_column)
            )
        return in_title or in_column

    def _marks(self, number: int) -> str | None:
        text = self._text(number, "code")
        return split_title(text, self.terms).marks if text else None

    def _udvalg(self, number: int) -> tuple[str, ...]:
        text = self._text(number, "udvalg")
        if text is None:
            return self.sections.now.udvalg
        found, unknown = read_udvalg(text, self.terms)
        for name in unknown:
            self._warn("unknown-udvalg", self._reference(number, "udvalg"), name)
        return found or self.sections.now.udvalg

    def _named(self, number: int, name: str) -> str | None:
        text = self._text(number, name)
        if text is None:
            return None
        named = find_named(text, self.terms.tema if name == "tema" else self.terms.art)
        if named is None:
            self._warn(f"unknown-{name}", self._reference(number, name), text)
        return named.key if named else re.sub(r"\s+", " ", text)

    def _done(self, number: int) -> bool:
        cell = self._cell(number, "done")
        if cell is None or not cell.text:
            return False
        text = cell.text.casefold().strip()
        if text in self.terms.yes or light_word(text, self.terms) is Light.DONE or DATE.fullmatch(text):
            return True
        if light_word(text, self.terms) is not Light.NOT_REPORTED and text not in self.terms.no:
            self._warn("unreadable-done", cell.reference, cell.text)
        return False

    def _cross_cutting(self, number: int) -> bool:
        text = self._text(number, "cross_cutting")
        return self.cross_cutting or (text is not None and text.casefold().strip(" .") in self.terms.yes)

    def _amounts(self, number: int) -> dict[int, Decimal]:
        amounts = {}
        for year, (column, unit) in self.layout.amounts.items():
            cell = self.grid.cell(number, column)
            if cell is None or not any(map(str.isalnum, cell.text)):
                continue
            amount = read_amount(cell.value)
            if amount is None:
                self._warn("unreadable-amount", cell.reference, cell.text)
            else:
                amounts[year] = amount * unit
        return amounts

    def _light_reference(self, number: int) -> str:
        light = self.layout.light
        return reference(number, light.number or next(iter(light.marks.values()), self.layout.fields["title"]))

    def _reference(self, number: int, name: str) -> str:
        return reference(number, self.layout.fields[name])

    def _warn(self, kind: str, cell: str, value: str | None = None) -> None:
        """Note an issue once for each value: a word that is unknown in forty rows is one thing to mend."""
        told = value is not None and kind.startswith("unknown-")
        if not (told and any(i.kind == kind and i.value == value and i.sheet == self.grid.sheet for i in self.issues)):
            self.issues.append(issue(kind, sheet=self.grid.sheet, cell=cell, value=value))


def _rows_going_on(number: int, kinds: Mapping[int, RowKind]) -> list[int]:
    """Collect the rows below a line that only continue it."""
    more: list[int] = []
    while kinds.get(number + 1) is RowKind.TITLE_GOES_ON:
        number += 1
        more.append(number)
    return more
