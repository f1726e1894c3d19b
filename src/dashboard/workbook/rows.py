"""The lines of one table: each row below a header as a StatusRow, with what is wrong and where."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from dashboard.domain.issue import Issue, issue
from dashboard.domain.light import Light
from dashboard.domain.status_row import StatusRow
from dashboard.domain.terms import Terms
from dashboard.workbook.grid import Grid, reference
from dashboard.workbook.layout import Layout
from dashboard.workbook.light_cell import LightReading, read_light
from dashboard.workbook.sections import RowKind, Section, classify, section_of
from dashboard.workbook.words import find_named, light_word, read_amount, read_udvalg, split_title

TEXT_FIELDS = ("responsible", "schedule", "political_treatment", "red_reason", "ask", "obs")


@dataclass
class TableReader:
    """Reads the data rows of one table, keeping the section they stand in and every issue met."""

    grid: Grid
    layout: Layout
    terms: Terms
    section: Section = field(default_factory=Section)
    cross_cutting: bool = False
    rows: list[StatusRow] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)

    def read(self, numbers: Sequence[int]) -> None:
        """Read the rows with these numbers, top to bottom."""
        kinds = self._classify(numbers)
        last_line = max((number for number, kind in kinds.items() if kind is RowKind.LINE), default=0)
        after_section = False
        gap = False
        for before, number in zip((0, *kinds), kinds, strict=False):
            kind = kinds[number]
            gap = number > last_line > 0 and (gap or number > before + 1 or kind is RowKind.NO_LINE)
            if kind in (RowKind.SECTION, RowKind.UNKNOWN_SECTION):
                self._enter_section(number, nested=after_section)
                after_section = True
            elif kind is RowKind.LINE or (kind is RowKind.TITLE_ONLY and not gap):
                # A title alone is a line that nobody reported; below the last line and a gap it is a note.
                self._read_line(number)
                after_section = False

    def _classify(self, numbers: Sequence[int]) -> dict[int, RowKind]:
        kinds = {number: classify(self.grid, number, self.layout, self.terms) for number in numbers}
        title_column = self.layout.fields["title"]
        titles = {number: self.grid.rows[number].get(title_column) for number in numbers}
        if any(title and title.bold for number, title in titles.items() if kinds[number] is RowKind.LINE):
            # Where every title is bold, bold does not make a section.
            for number, title in titles.items():
                if (
                    kinds[number] is RowKind.UNKNOWN_SECTION
                    and title
                    and self.grid.merge_at(number, title_column) is None
                ):
                    kinds[number] = RowKind.TITLE_ONLY
        return kinds

    def _enter_section(self, number: int, *, nested: bool) -> None:
        cell = self.grid.texts(number)[-1]
        found = section_of(cell.text, self.terms)
        if found is None:
            self._warn("unknown-section", cell.reference, cell.text)
            return
        name, value = found
        known = {"udvalg": self.terms.udvalg, "tema": self.terms.tema, "art": self.terms.art}[name]
        if value not in {named.key for named in known}:
            self._warn(f"unknown-{name}", cell.reference, value)
        self.section = self.section.entering(name, value, nested=nested)

    def _read_line(self, number: int) -> None:
        title_column = self.layout.fields["title"]
        title_cell = self.grid.cell(number, title_column)
        if title_cell is not None and title_cell.row != number:
            return  # the lower half of a title merged over several rows
        reading = self._light(number)
        if title_cell is None or not title_cell.text:
            if reading.light.is_reported:
                self._warn("light-without-title", self._reference(number, "light"))
            return
        if reading.issue is not None:
            self.issues.append(reading.issue)
        title = split_title(title_cell.text, self.terms)
        self.rows.append(
            StatusRow(
                title=title.title,
                code=self._code(number, title.code),
                marks=title.marks,
                udvalg=self._udvalg(number),
                tema=self._named(number, "tema") or self.section.tema,
                art=self._named(number, "art") or self.section.art,
                light=reading.light,
                done=reading.done or self._done(number),
                status_text=self._text(number, "status_text") or reading.text,
                cross_cutting=self._cross_cutting(number),
                amounts=self._amounts(number),
                sheet=self.grid.sheet,
                cell=self._reference(number, "light" if "light" in self.layout.fields else "title"),
                title_cell=title_cell.reference,
                **{name: self._text(number, name) for name in TEXT_FIELDS},
            )
        )

    def _light(self, number: int) -> LightReading:
        if "light" not in self.layout.fields:
            return LightReading()
        cell = self.grid.cell(number, self.layout.fields["light"])
        title = self.grid.cell(number, self.layout.fields["title"])
        return read_light(cell, title, self.grid.sheet, self.terms, self.layout.light_words)

    def _text(self, number: int, name: str) -> str | None:
        column = self.layout.fields.get(name)
        return (self.grid.text(number, column) or None) if column else None

    def _code(self, number: int, in_title: str | None) -> str | None:
        in_column = self._text(number, "code")
        if in_title and in_column and in_title.casefold() not in in_column.casefold():
            reference = self._reference(number, "code")
            self.issues.append(
                issue("code-disagrees", sheet=self.grid.sheet, cell=reference, value=in_title, detail=in_column)
            )
        if in_column and not in_title:
            return split_title(in_column, self.terms).code or in_column
        return in_title

    def _udvalg(self, number: int) -> tuple[str, ...]:
        text = self._text(number, "udvalg")
        if text is None:
            return self.section.udvalg
        found, unknown = read_udvalg(text, self.terms)
        for name in unknown:
            self._warn("unknown-udvalg", self._reference(number, "udvalg"), name)
        return found or self.section.udvalg

    def _named(self, number: int, name: str) -> str | None:
        text = self._text(number, name)
        if text is None:
            return None
        named = find_named(text, self.terms.tema if name == "tema" else self.terms.art)
        if named is None:
            self._warn(f"unknown-{name}", self._reference(number, name), text)
        return named.key if named else re.sub(r"\s+", " ", text)

    def _done(self, number: int) -> bool:
        text = self._text(number, "done")
        if text is None or light_word(text, self.terms) is Light.DONE or text.casefold() in self.terms.yes:
            return text is not None
        if light_word(text, self.terms) is not Light.NOT_REPORTED and text.casefold() not in self.terms.no:
            self._warn("unreadable-done", self._reference(number, "done"), text)
        return False

    def _cross_cutting(self, number: int) -> bool:
        text = self._text(number, "cross_cutting")
        return self.cross_cutting or (text is not None and text.casefold().strip(" .") in self.terms.yes)

    def _amounts(self, number: int) -> dict[int, Decimal]:
        amounts = {}
        for year, column in self.layout.amounts.items():
            cell = self.grid.cell(number, column)
            if cell is None or not any(map(str.isalnum, cell.text)):
                continue
            amount = read_amount(cell.value)
            if amount is None:
                self._warn("unreadable-amount", cell.reference, cell.text)
            else:
                amounts[year] = amount
        return amounts

    def _reference(self, number: int, name: str) -> str:
        return reference(number, self.layout.fields[name])

    def _warn(self, kind: str, cell: str, value: str | None = None) -> None:
        self.issues.append(issue(kind, sheet=self.grid.sheet, cell=cell, value=value))
