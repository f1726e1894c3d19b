"""One line of a table: what its fields say, and in which cells it stands."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from dashboard.domain.identity import normalised
from dashboard.domain.light import Light
from dashboard.domain.line_fields import COLUMNS, DATED, TEXTS
from dashboard.domain.month import Month
from dashboard.domain.period import NAMES, periods_in
from dashboard.domain.reported_month import find_months
from dashboard.domain.status_row import StatusRow
from dashboard.domain.terms import terms
from dashboard.domain.text_run import TextRun
from dashboard.domain.words import (
    find_named,
    is_ditto,
    is_done_word,
    is_left,
    light_word,
    read_code,
    read_udvalg,
    split_title,
)
from dashboard.workbook.amounts import AmountReader
from dashboard.workbook.cell_text import as_text, bare_date
from dashboard.workbook.grid import GridCell
from dashboard.workbook.other_lights import read_other_lights
from dashboard.workbook.row import Row
from dashboard.workbook.sections import Section, SectionField
from dashboard.workbook.sheet_reading import SheetReading
from dashboard.workbook.subtasks import COUNTED

READ_APART = ("title", "status_text", "percent_done")
PLAIN_TEXTS = tuple(name for name in TEXTS if name in COLUMNS and name not in READ_APART)
AS_ABOVE = {*PLAIN_TEXTS, "status_text", "udvalg", "tema", "art"}
DATE = re.compile(
    r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d\d-\d\d"
    rf"|(?:(?:d\. ?|den )?\d{{1,2}}\.? ?)?(?:{NAMES})\.? (?:20)?\d\d"
)
DAY = re.compile(r"(?<![\d/])([5-9]|[12]\d|3[01])/(1?\d)(?![\d/-]| ?20)")  # below 5 it may be a share: 1/2, 3/4
OPEN_TO_ALL = ("åben", "åben sag", "åbent", "nej", "ej", "no", "nej, åben", "ikke fortrolig", "-", "–", "")
SAYS_NO = re.compile(r"(?:nej|ikke)\b")
OVER = r"\s*(?:afsluttet|udgår|udgået|bortfaldet)\s*"
DONE_IN_TITLE = re.compile(rf"\A{OVER}[:–-]|\({OVER}\)\s*\Z|\s[–-]{OVER}\Z", re.IGNORECASE)
BEGINS_A_TITLE = r"\s*(?:\d{1,2}(?:\)|\.\s*(?=[A-ZÆØÅ]))|(?:[a-hA-H]|[ivxIVX]{1,4})\)|[-–*•▪·]\s)"
SEVERAL_TITLES = re.compile(rf"{BEGINS_A_TITLE}.*?\n{BEGINS_A_TITLE}|\s*[1aA]\) .*\s[2bB]\) ", re.DOTALL)
IN_BRACKETS = re.compile(r"\([^()]*+\)")
PERCENT = re.compile(r"(\d{1,3}(?:,\d+)?)( ?%)?")


@dataclass
class LineReader:
    """Reads the fields of one row, and keeps the cell and the marked runs of each that says something.

    ``going_on`` are the rows below that only continue its title, ``section`` is what the line belongs to. ``columns``
    are the texts of all lines in the columns of fields, ``amounts`` reads those of years, ``counted`` tells that their
    titles are, ``month`` is the status's. ``planned`` is the day on which it will be done, where the column for what is
    done says one that has not come.
    """

    row: Row
    going_on: Sequence[Row]
    section: Section
    columns: Mapping[str, Sequence[str]]
    amounts: AmountReader
    counted: bool
    month: Month | None
    log: SheetReading
    planned: str | None = None
    cells: dict[str, str] = field(default_factory=dict)
    runs: dict[str, tuple[TextRun, ...]] = field(default_factory=dict)

    def read(self) -> StatusRow | None:
        """Read the row; None where it is no line: struck, without a title, or the lower half of a merged one."""
        row, cell, light = self.row, self.row.title, self.row.reading
        if cell is not None and cell.is_struck:
            self.log.tell("struck-line", cell.reference, cell.runs[0].text)
            return None
        if cell is None or not cell.text:
            if light.light.is_reported:
                self.log.untitled.append(row.light_place)
            return None
        lights = (row.cells.get(column) for column in row.layout.light.columns)
        if cell.row != row.number and not any(each is not None and (each.text or each.fill) for each in lights):
            return None
        title, code, marks = self._title(cell)
        status_text = self._text("status_text")
        if status_text is None and light.text is not None:
            status_text, self.cells["status_text"] = light.text, row.light_place
            if row.light is not None and row.light.runs:
                self.runs.setdefault("status_text", row.light.runs)
        done = light.done or self._done()
        if light.issue is not None and not (done and light.issue.kind == "row-in-colour"):
            self.log.issues.append(light.issue)
        if light.done:
            self.cells["done"] = row.light_place
        if light.light.is_reported and not done:
            self._tell_done_beside(cell)
        texts: dict[str, Any] = {name: self._text(name) for name in PLAIN_TEXTS}
        texts["expected_end"] = texts["expected_end"] or self.planned
        return StatusRow(
            title=title, code=code, marks=marks, udvalg=self._udvalg(), tema=self._named("tema"),
            art=self._named("art"), light=light.light, light_source=light.source, done=done, status_text=status_text,
            percent_done=self._percent_done(), cross_cutting=self._cross_cutting(), closed=self._closed(),
            amounts=self.amounts.read(row.number, self.cells),
            other_lights=read_other_lights(row.grid, row.number, cell, row.layout.other_lights),
            sheet=row.grid.sheet, cell=row.light_place, title_cell=cell.reference, **texts, runs=self.runs,
            cells=self.cells,
        )  # fmt: skip

    def _tell_done_beside(self, title: GridCell) -> None:
        """Tell of a word for done that stands beside a light, in a column of something else or in the title."""
        layout = self.row.layout
        apart = {layout.fields.get(name) for name in ("done", "political_treatment", "title")} | {*layout.light.columns}
        apart |= {number for other in layout.other_lights for number in other.column.columns}
        for cell in self.row.texts:
            if cell.column not in apart and (is_done_word(cell.text) or is_left(cell.text)):
                self.log.tell("done-said-beside", cell.reference, cell.text)
        if (said := DONE_IN_TITLE.search(title.text)) is not None:
            self.log.tell("done-said-beside", title.reference, said[0].strip(" :()-–"))

    def _text(self, name: str) -> str | None:
        """Read a field's text."""
        cell = self.row.cell(name)
        if cell is not None and name in AS_ABOVE and is_ditto(cell.text):
            cell = self._above(cell)
        if cell is None:
            return None
        if cell.runs:
            self.runs[name] = cell.runs
        text = self._dated(cell) if name in DATED else cell.text
        if text:
            self.cells[name] = cell.reference
        return text or None

    def _above(self, cell: GridCell) -> GridCell | None:
        """Give the cell of the nearest line above that says itself what a sign for "the same" stands for."""
        grid, first = self.row.grid, next(c for c in self.row.layout.columns if c.number == cell.column).heading.row
        lines = (n for n in sorted(grid.rows, reverse=True) if first < n < cell.row and len(grid.texts(n)) > 1)
        cells = (grid.cell(number, cell.column) for number in lines)
        return next((each for each in cells if each is None or not is_ditto(each.text)), None)

    def _title(self, cell: GridCell) -> tuple[str, str | None, str | None]:
        """Read title, code and marks from the title's cell and, where there is one, the code's column."""
        written = COUNTED.sub("", cell.text) if self.counted else cell.text
        told = split_title("\n".join([written, *(row.text("title") for row in self.going_on)]))
        self.cells["title"] = cell.reference
        if _are_several(cell.text):
            said = " / ".join(part.strip() for part in cell.text.split("\n") if part.strip())
            self.log.tell("several-titles", cell.reference, said)
        if cell.runs:
            self.runs["title"] = cell.runs
        if not any(
            map(str.isalpha, periods_in(DATE.sub("", told.title.casefold()))[1])
        ):  # only numbers, signs or dates
            self.log.tell("title-is-number", cell.reference, told.title)
        in_column = self._text("code")
        code = read_code(in_column) if in_column else None
        if told.code and code and told.code != code:
            self.log.tell("code-disagrees", self.cells["code"], told.code, detail=code)
        if told.code:
            self.cells["code"] = cell.reference
        elif not code:
            self.cells.pop("code", None)
        marks = told.marks or (split_title(in_column).marks if in_column else None)
        project = split_title(self.row.project)
        is_named = normalised(project.title) not in ("", normalised(told.title))
        return f"{project.title}: {told.title}" if is_named else told.title, told.code or code or project.code, marks

    def _udvalg(self) -> tuple[str, ...]:
        """Read one or several udvalg; the section's where the line names none."""
        text = self._text("udvalg")
        found, unknown = read_udvalg(text) if text else ((), ())
        for name in unknown:
            self.log.tell("unknown-udvalg", self.cells["udvalg"], name)
        if not found:
            self._inherit("udvalg")
        return found or self.section.udvalg

    def _named(self, name: Literal["tema", "art"]) -> str | None:
        """Read a tema or an art; the section's where the line names none."""
        text = self._text(name)
        if text is None:
            self._inherit(name)
            return self.section.tema if name == "tema" else self.section.art
        known = find_named(text, terms().tema if name == "tema" else terms().art)
        if known is None:
            self.log.tell(f"unknown-{name}", self.cells[name], text)
        return known.key if known else re.sub(r"\s+", " ", text)

    def _done(self) -> bool:
        """Tell whether the column for it says that the line is done: a mark, a word or a day that has come."""
        cell = self.row.cell("done")
        if cell is None or not cell.text:
            return False
        shown = self._dated(cell)
        text = shown.casefold()
        word, ended = light_word(text), self._ended(text)
        is_alone = not text.isdigit() or {*self.columns["done"]} <= {"", text}  # a number is a yes where no other is
        is_dated = isinstance(cell.value, date) or ended is not None or DATE.fullmatch(text) is not None
        is_yes = (text in terms().yes and is_alone) or is_dated or word is Light.DONE
        if is_yes and text not in self.row.layout.not_done:
            months = [ended] if ended else [found.month for found in find_months(text)]
            if self.month is None or not any(month > self.month for month in months):
                self.cells["done"] = cell.reference
                return True
            self.log.tell("done-later", cell.reference, shown, detail=self.month.label)
            self.planned, self.cells["expected_end"] = shown, cell.reference
        elif not (word is Light.NOT_REPORTED or text in terms().no or SAYS_NO.match(text)):
            self.log.tell("unreadable-done", cell.reference, cell.text)
        return False

    def _ended(self, text: str) -> Month | None:
        """Give the month that ends a day or period, when a text says no more than it, or yes."""
        if self.month is None:
            return None
        periods, left = periods_in(DAY.sub(rf"\1/\2-{self.month.year}", text))
        if len(periods) != 1 or set(re.findall(r"\w+", left)) - {"ja", "ultimo", "den", "d", "pr"}:
            return None
        return Month(periods[0].year or self.month.year, periods[0].last)

    def _percent_done(self) -> str | None:
        """Read how far the line is, "75 %", from a number of hundredths or a share; any other text as it stands."""
        text = self._text("percent_done")
        told = PERCENT.fullmatch(text) if text else None
        if told is None:
            return text
        column = [each.replace(",", ".") for each in self.columns["percent_done"]]
        numbers = [float(each) for each in column if each.replace(".", "").isdecimal()]
        are_shares = not told[2] and max(numbers) <= 1 and any(0 < number < 1 for number in numbers)
        return as_text(float(told[1].replace(",", ".")) / (1 if are_shares else 100), percent=True)

    def _cross_cutting(self) -> bool:
        """Tell whether the column for it says that the line is cross-cutting."""
        text = self._text("cross_cutting")
        if text is not None and text.casefold().strip(" .") in terms().yes:
            return True
        self.cells.pop("cross_cutting", None)
        return False

    def _closed(self) -> bool:
        """Tell whether the line is closed to most: whatever stands in the column for it that does not say open."""
        text = self._text("closed")
        if text is not None and text.casefold().strip(" .") not in OPEN_TO_ALL:
            return True
        self.cells.pop("closed", None)
        return False

    def _dated(self, cell: GridCell) -> str:
        """Give a cell's text; a number that is a date without its format becomes one, and is told."""
        day = bare_date(cell.value, self.row.grid.epoch)
        if day is None:
            return cell.text
        self.log.tell("number-as-date", cell.reference, cell.text, detail=as_text(day))
        return as_text(day)

    def _inherit(self, name: SectionField) -> None:
        self.cells.pop(name, None)
        if name in self.section.cells:
            self.cells[name] = self.section.cells[name]


def _are_several(title: str) -> bool:
    """Tell whether a title seems to be several: lines of it, or parts, are numbered, bulleted or have codes."""
    words = [line.split()[0] for line in title.split("\n") if line.strip()]
    codes = {read_code(word) for word in words if any(map(str.isdigit, word))}
    is_numbered = SEVERAL_TITLES.match(IN_BRACKETS.sub("", title)) is not None  # "(fase 2)" is no number
    return is_numbered or (None not in codes and 1 < len(words) == len(codes))
