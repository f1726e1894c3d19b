"""Which sheets of a workbook are read: those of its month and those of no period. Two periods are never joined."""

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import combinations

from dashboard.domain.identity import normalised
from dashboard.domain.issue import Issue, issue
from dashboard.domain.month import MONTH_NAMES, Month
from dashboard.domain.period import Period
from dashboard.domain.reported_month import LIKELY, decide_month, find_months, months_without_year
from dashboard.domain.sheet_name import month_number, read_sheet_name
from dashboard.workbook.cell_text import as_text, bare_date
from dashboard.workbook.grid import Grid, GridCell
from dashboard.workbook.header import Header
from dashboard.workbook.scope import is_cross_cutting_sheet

LABEL = re.compile(r"(?:måned|dato|status|ultimo|primo|opgjort|opgørelse|gælder|pr\b)[^\d]*", re.IGNORECASE)
LONGEST_NAME = 40
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

    @property
    def periods_alone(self) -> set[Period]:
        """Give the months that stand above the table as a sheet's name does: "Lyskurv maj 2025"."""
        alone = (read_sheet_name(text).period for text in self.heading if len(text) <= LONGEST_NAME)
        return {period for period in alone if period and period.is_a_month}

    @property
    def has_lines(self) -> bool:
        """Tell whether anything stands below its tables' headers."""
        return max(self.grid.rows) > self.headers[-1].last_row

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


@dataclass(frozen=True)
class DatedSheet:
    """A sheet with the period that it is called for, and those that it is of by its name and its heading."""

    sheet: SheetTables
    called: Period | None
    periods: Set[Period]

    @property
    def name(self) -> str:
        """Give the sheet's name."""
        return self.sheet.grid.sheet

    @property
    def contradicting(self) -> Set[Period]:
        """Give the months of its heading where the month that it is called is none of them."""
        above = self.sheet.periods_above or self.sheet.periods_alone
        is_own = self.called is None or self.called.is_a_year or not all(map(self.called.differs, above))
        return set() if is_own else above

    def span(self, month: Month | None) -> int | None:
        """Count the months of its shortest period that covers a month; None when none does."""
        return min((len(period.numbers) for period in self.periods if month and period.covers(month)), default=None)

    def differs(self, other: "DatedSheet") -> bool:
        """Tell whether both are of a period, and of none in common."""
        both = [one.differs(two) for one in self.periods for two in other.periods]
        return bool(both) and all(both)


def choose_sheets(
    sheets: Sequence[DatedSheet],
    speaking: Sequence[SheetTables],
    month: Month | None,
    file_name: str,
    *,
    is_answered: bool,
) -> tuple[Month | None, list[SheetTables], list[Issue]]:
    """Decide the month where it is not given, and choose its sheets among those with tables.

    ``speaking`` are the sheets whose texts may say the month, with tables or without. No sheet is chosen where a person
    must say which; ``is_answered`` where a person has said which month it is.
    """
    issues: list[Issue] = []
    if month is None:
        month, issues = _month(sheets, speaking, file_name)
    chosen = _of_month(sheets, month)
    if not chosen or (month is None and _differ(sheets)):
        return month, [], [which_sheet(sheets)]
    own = next((sheet.name for sheet in chosen if sheet.periods), "")
    for sheet in (sheet for sheet in sheets if sheet not in chosen and month is not None):
        if sheet.periods and sheet.span(month) is None:
            issues.append(issue("sheet-of-another-month", sheet=sheet.name))
        else:
            issues.append(issue("sheet-left-out", sheet=sheet.name, detail=f"arket '{own}' gælder for måneden"))
    for sheet in (sheet for sheet in chosen if sheet.contradicting and month is not None):
        is_left = is_answered or sheet.periods == sheet.contradicting or any(_is_source(each, sheet) for each in sheets)
        kind, said = "heading-left" if is_left else "heading-disagrees", _named(sheet.contradicting)
        issues.append(issue(kind, sheet=sheet.name, value=said, detail=month.label if month else ""))
    return month, [sheet.sheet for sheet in chosen], issues


def which_sheet(sheets: Sequence[DatedSheet]) -> Issue:
    """Ask which of the sheets of several periods is read."""
    *others, last = [sheet.name for sheet in sheets if sheet.periods]
    return issue("which-sheet", value=f"{', '.join(others)} og {last}")


def _is_source(sheet: DatedSheet, of: DatedSheet) -> bool:
    """Tell whether the heading of another sheet, that says something else than its name, is right on this one."""
    both = ((one, two) for one in sheet.periods for two in of.contradicting)
    return not sheet.contradicting and not all(one.differs(two) for one, two in both)


def _named(periods: Set[Period]) -> str:
    names = sorted((each.year or 0, each.first) for each in periods)
    return " og ".join(f"{MONTH_NAMES[number - 1]} {year or ''}".strip() for year, number in names)


def said_months(
    sheets: Sequence[DatedSheet], speaking: Sequence[SheetTables], chosen: Sequence[SheetTables], file_name: str
) -> tuple[Month | None, Month | None]:
    """Give the month that the chosen sheets say, and the one that the file's name says, each for itself."""
    own = [each for each in sheets if each.sheet in chosen]
    voices = speaking if len(own) == len(sheets) else chosen
    around = [text for sheet in speaking for text in sheet.texts()]
    return _month(own, voices, "")[0], decide_month((), (), file_name, around=around)[0]


def date_sheets(tabled: Sequence[SheetTables]) -> list[DatedSheet]:
    """Give each sheet its period. Where their names say several, they count before headings that disagree."""
    called = [_called(sheet, tabled) for sheet in tabled]
    named = [DatedSheet(sheet, name, {name} if name else set()) for sheet, name in zip(tabled, called, strict=True)]
    several = _differ(named)
    return [DatedSheet(each.sheet, each.called, _periods(each, several=several)) for each in named]


def _called(sheet: SheetTables, tabled: Sequence[SheetTables]) -> Period | None:
    """Tell which period a sheet is called for. Only "5", or "Jan" alone, means it where another has the same lines."""
    others = [other for other in tabled if other is not sheet]
    name, *names = [read_sheet_name(each.grid.sheet) for each in (sheet, *others)]
    if name.is_of_a_series(names):
        return name.perhaps
    period, sure = name.period, any(other.period for other in names) or not others
    if period is None:
        period, others = month_number(sheet.grid.sheet), [other for other in others if month_number(other.grid.sheet)]
        sure = False
    return period if period and (period.year or sure or any(map(sheet.repeats, others))) else None


def _periods(sheet: DatedSheet, *, several: bool) -> Set[Period]:
    above = sheet.sheet.periods_above
    agreeing = {period for period in above if not any(period.differs(named) for named in sheet.periods)}
    if sheet.called is None or (above and not agreeing and (sheet.called.is_a_year or not several)):
        return above
    return {period for period in agreeing if period.year} or sheet.periods


def _differ(sheets: Sequence[DatedSheet]) -> bool:
    return any(one.differs(other) for one, other in combinations(sheets, 2))


def _is_version(sheet: DatedSheet, of: DatedSheet) -> bool:
    """Tell whether a sheet of no period holds the lines of one that is of a period."""
    return not sheet.periods and not is_cross_cutting_sheet(sheet.name) and sheet.sheet.repeats(of.sheet)


def _month(
    sheets: Sequence[DatedSheet], speaking: Sequence[SheetTables], file_name: str
) -> tuple[Month | None, list[Issue]]:
    voices = _voices(sheets, speaking)
    texts = [text for sheet in voices for text in sheet.texts()]
    light_headers = [text for sheet in voices for text in sheet.light_headers()]
    months = {period for each in sheets if each.sheet in voices for period in each.periods if period.is_a_month}
    around = [text for sheet in speaking for text in sheet.texts()]
    return decide_month(texts, light_headers, file_name, months, around)


def _voices(sheets: Sequence[DatedSheet], speaking: Sequence[SheetTables]) -> Sequence[SheetTables]:
    """Give the sheets that are shown. Those called for different periods say nothing of the workbook's month."""
    shown = [sheet for sheet in speaking if not sheet.grid.is_hidden] or speaking
    called = [each for each in sheets if each.called and each.sheet in shown]
    if _differ(called) or any(_is_version(sheet, each) for each in called for sheet in sheets):
        return [sheet for sheet in shown if all(sheet is not each.sheet for each in called)]
    return shown


def _of_month(sheets: Sequence[DatedSheet], month: Month | None) -> list[DatedSheet]:
    """Give the sheets of the month's shortest period and those of none, but no other version of the same lines."""
    shortest = min((span for sheet in sheets if (span := sheet.span(month))), default=0)
    own = [sheet for sheet in sheets if sheet.span(month) == shortest]
    rest = [s for s in sheets if not s.periods and not any(_is_version(s, each) for each in own if each.called)]
    return [s for s in sheets if s in own or s in rest] or ([] if _differ(sheets) else list(sheets))
