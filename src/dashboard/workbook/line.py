"""One line of a table: what its fields say, and in which cells it stands."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Literal

from dashboard.domain.identity import normalised
from dashboard.domain.light import Light
from dashboard.domain.line_fields import DATED
from dashboard.domain.month import Month
from dashboard.domain.period import NAMES, periods_in
from dashboard.domain.reported_month import find_months
from dashboard.domain.terms import Terms
from dashboard.domain.text_run import TextRun
from dashboard.domain.words import find_named, light_word, read_amount, read_code, read_udvalg, split_title
from dashboard.workbook.cell_text import as_text, bare_date
from dashboard.workbook.grid import Grid, GridCell
from dashboard.workbook.issue_log import IssueLog
from dashboard.workbook.layout import Layout
from dashboard.workbook.sections import Section, SectionField

DATE = re.compile(
    r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d\d-\d\d"
    rf"|(?:(?:d\. ?|den )?\d{{1,2}}\.? ?)?(?:{NAMES})\.? (?:20)?\d\d"
)
DAY = re.compile(r"(?<![\d/])([5-9]|[12]\d|3[01])/(1?\d)(?![\d/-]| ?20)")  # below 5 it may be a share: 1/2, 3/4
SAYS_NO = re.compile(r"(?:nej|ikke)\b")
PERCENT = re.compile(r"(\d{1,3}(?:,\d+)?)( ?%)?")


@dataclass
class LineReader:
    """Reads the fields of one row, and keeps the cell and the marked runs of each that says something.

    ``going_on`` are the rows below that only continue its title, ``section`` and ``project`` what the line belongs to.
    ``columns`` are the texts of all lines in the columns of fields, ``month`` is the status's.
    ``planned`` is the day on which it will be done, where the column for what is done says one that has not come.
    """

    grid: Grid
    layout: Layout
    terms: Terms
    issues: IssueLog
    section: Section
    row: int
    going_on: Sequence[int] = ()
    project: str = ""
    columns: Mapping[str, Sequence[str]] = field(default_factory=dict)
    month: Month | None = None
    planned: str | None = None
    cells: dict[str, str] = field(default_factory=dict)
    runs: dict[str, tuple[TextRun, ...]] = field(default_factory=dict)

    def text(self, name: str) -> str | None:
        """Read a field's text."""
        cell = self._cell(name)
        if cell is None:
            return None
        if cell.runs:
            self.runs[name] = cell.runs
        text = self._dated(cell) if name in DATED else cell.text
        if text:
            self.cells[name] = cell.reference
        return text or None

    def title(self, cell: GridCell, written: str) -> tuple[str, str | None, str | None]:
        """Read title, code and marks from the title's cell and, where there is one, the code's column."""
        more = [self.grid.text(row, self.layout.fields["title"]) for row in self.going_on]
        told = split_title("\n".join([written, *more]), self.terms)
        self.cells["title"] = cell.reference
        if cell.runs:
            self.runs["title"] = cell.runs
        in_column = self.text("code")
        code = read_code(in_column, self.terms) if in_column else None
        if told.code and code and told.code != code:
            self.issues.tell("code-disagrees", self.cells["code"], told.code, detail=code)
        if told.code:
            self.cells["code"] = cell.reference
        elif not code:
            self.cells.pop("code", None)
        marks = told.marks or (split_title(in_column, self.terms).marks if in_column else None)
        project = split_title(self.project, self.terms)
        is_named = normalised(project.title) not in ("", normalised(told.title))
        return f"{project.title}: {told.title}" if is_named else told.title, told.code or code or project.code, marks

    def udvalg(self) -> tuple[str, ...]:
        """Read one or several udvalg; the section's where the line names none."""
        text = self.text("udvalg")
        found, unknown = read_udvalg(text, self.terms) if text else ((), ())
        for name in unknown:
            self.issues.tell("unknown-udvalg", self.cells["udvalg"], name)
        if not found:
            self._inherit("udvalg")
        return found or self.section.udvalg

    def named(self, name: Literal["tema", "art"]) -> str | None:
        """Read a tema or an art; the section's where the line names none."""
        text = self.text(name)
        if text is None:
            self._inherit(name)
            return self.section.tema if name == "tema" else self.section.art
        known = find_named(text, self.terms.tema if name == "tema" else self.terms.art)
        if known is None:
            self.issues.tell(f"unknown-{name}", self.cells[name], text)
        return known.key if known else re.sub(r"\s+", " ", text)

    def done(self) -> bool:
        """Tell whether the column for it says that the line is done: a mark, a word or a day that has come."""
        cell = self._cell("done")
        if cell is None or not cell.text:
            return False
        shown = self._dated(cell)
        text = shown.casefold()
        word = light_word(text, self.terms)
        is_dated = isinstance(cell.value, date) or (DATE.fullmatch(text) or self._ended(text)) is not None
        if text not in self.layout.not_done and (self._is_yes(text) or is_dated or word is Light.DONE):
            if self.month is None or not any(month > self.month for month in self._months(text)):
                self.cells["done"] = cell.reference
                return True
            self.issues.tell("done-later", cell.reference, shown, detail=self.month.label)
            self.planned, self.cells["expected_end"] = shown, cell.reference
        elif not (word is Light.NOT_REPORTED or text in self.terms.no or SAYS_NO.match(text)):
            self.issues.tell("unreadable-done", cell.reference, cell.text)
        return False

    def _months(self, text: str) -> list[Month]:
        ended = self._ended(text)
        return [ended] if ended else [found.month for found in find_months(text)]

    def _is_yes(self, text: str) -> bool:
        """Tell whether a text is a mark or a yes; a number is one only where it is the column's only text."""
        return text in self.terms.yes and (not text.isdigit() or {*self.columns["done"]} <= {"", text})

    def _ended(self, text: str) -> Month | None:
        """Give the month that ends a day or period, when a text says no more than it, or yes."""
        if self.month is None:
            return None
        periods, left = periods_in(DAY.sub(rf"\1/\2-{self.month.year}", text))
        if len(periods) != 1 or set(re.findall(r"\w+", left)) - {"ja", "ultimo", "den", "d", "pr"}:
            return None
        return Month(periods[0].year or self.month.year, periods[0].last)

    def percent_done(self) -> str | None:
        """Read how far the line is, "75 %", from a number of hundredths or a share; any other text as it stands."""
        text = self.text("percent_done")
        told = PERCENT.fullmatch(text) if text else None
        if told is None:
            return text
        column = [each.replace(",", ".") for each in self.columns["percent_done"]]
        numbers = [float(each) for each in column if each.replace(".", "").isdecimal()]
        are_shares = not told[2] and max(numbers) <= 1 and any(0 < number < 1 for number in numbers)
        return as_text(float(told[1].replace(",", ".")) / (1 if are_shares else 100), percent=True)

    def cross_cutting(self) -> bool:
        """Tell whether the column for it says that the line is cross-cutting."""
        text = self.text("cross_cutting")
        says = text is not None and text.casefold().strip(" .") in self.terms.yes
        if not says:
            self.cells.pop("cross_cutting", None)
        return says

    def amounts(self) -> dict[int, Decimal]:
        """Read the amount of each year that has one."""
        amounts = {}
        for year, (column, unit) in self.layout.amounts.items():
            cell = self.grid.cell(self.row, column)
            if cell is None or not any(map(str.isalnum, cell.text)):
                continue
            amount = read_amount(cell.value)
            if amount is None:
                self.issues.tell("unreadable-amount", cell.reference, cell.text)
            else:
                amounts[year] = amount * unit
                self.cells[str(year)] = cell.reference
        return amounts

    def _cell(self, name: str) -> GridCell | None:
        return self.grid.cell(self.row, self.layout.fields.get(name, 0))

    def _dated(self, cell: GridCell) -> str:
        """Give a cell's text; a number that is a date without its format becomes one, and is told."""
        day = bare_date(cell.value, self.grid.epoch)
        if day is None:
            return cell.text
        self.issues.tell("number-as-date", cell.reference, cell.text, detail=as_text(day))
        return as_text(day)

    def _inherit(self, name: SectionField) -> None:
        self.cells.pop(name, None)
        if name in self.section.cells:
            self.cells[name] = self.section.cells[name]
