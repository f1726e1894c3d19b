"""Which sheets of a workbook are read: those of its month and those of no period. Two periods are never joined."""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import combinations

from dashboard.domain.identity import normalised
from dashboard.domain.issue import Issue, issue
from dashboard.domain.month import Month
from dashboard.domain.period import Period
from dashboard.domain.reported_month import decide_month
from dashboard.domain.sheet_name import month_number, read_sheet_name
from dashboard.domain.status_row import StatusRow
from dashboard.domain.terms import Terms
from dashboard.workbook.scope import is_cross_cutting_sheet, sheet_art, sheet_udvalg
from dashboard.workbook.sheet_tables import SheetTables

FEWEST_REPEATED = 3  # lines on two sheets that make them versions of the same table
PER_LINE = ("line-with-two-lights", "light-on-one-sheet", "duplicate-line")


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

    def span(self, month: Month | None) -> int | None:
        """Count the months of its shortest period that covers a month; None when none does."""
        return min((len(period.numbers) for period in self.periods if month and period.covers(month)), default=None)

    def differs(self, other: "DatedSheet") -> bool:
        """Tell whether both are of a period, and of none in common."""
        both = [one.differs(two) for one in self.periods for two in other.periods]
        return bool(both) and all(both)


def choose_sheets(
    sheets: Sequence[DatedSheet], speaking: Sequence[SheetTables], month: Month | None, file_name: str
) -> tuple[Month | None, list[SheetTables], list[Issue]]:
    """Decide the month where it is not given, and choose its sheets among those with tables.

    ``speaking`` are the sheets whose texts may say the month, with tables or without. No sheet is chosen where a person
    must say which.
    """
    issues: list[Issue] = []
    if month is None:
        month, issues = _month(sheets, speaking, file_name)
    chosen = _of_month(sheets, month)
    if not chosen or (month is None and _differ(sheets)):
        *others, last = [sheet.name for sheet in sheets if sheet.periods]
        return month, [], [issue("which-sheet", value=f"{', '.join(others)} og {last}")]
    issues += [_left_out(sheet, chosen, month) for sheet in sheets if sheet not in chosen and month is not None]
    return month, [sheet.sheet for sheet in chosen], issues


def date_sheets(tabled: Sequence[SheetTables]) -> list[DatedSheet]:
    """Give each sheet its period. Where their names say several, a heading that disagrees was left from another."""
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


def _left_out(sheet: DatedSheet, chosen: Sequence[DatedSheet], month: Month) -> Issue:
    if sheet.periods and sheet.span(month) is None:
        return issue("sheet-of-another-month", sheet=sheet.name)
    own = next(each.name for each in chosen if each.periods)
    return issue("sheet-left-out", sheet=sheet.name, detail=f"arket '{own}' gælder for måneden")


def tell_versions(rows: Sequence[StatusRow], doubled: Sequence[Issue], terms: Terms) -> list[Issue]:
    """Tell of sheets that repeat most of each other's lines, instead of what is told of each of these lines."""
    codes: dict[str, dict[str, str | None]] = {}
    for row in rows:
        codes.setdefault(row.sheet, {})[normalised(row.title)] = row.code
    found: list[Issue] = []
    told: set[tuple[str, str]] = set()
    without_lights = codes.keys() - {row.sheet for row in rows if row.cell != row.title_cell}
    for one, two in combinations(codes, 2):
        both = _in_both(codes[one], codes[two])
        adds_facts = any(codes[sheet].keys() == both for sheet in without_lights & {one, two})
        if both and not adds_facts and _part(one, terms) == _part(two, terms):
            found.append(issue("same-lines-on-sheets", sheet=two, value=f"'{one}' og '{two}'"))
            told |= {(row.sheet, row.name) for row in rows if row.sheet in (one, two) and normalised(row.title) in both}
    return found + [each for each in doubled if each.kind not in PER_LINE or (each.sheet, each.value) not in told]


def _in_both(one: Mapping[str, str | None], two: Mapping[str, str | None]) -> set[str]:
    """Give the titles that two sheets share, without conflicting codes, where these are most of the smaller's."""
    both = {title for title in one.keys() & two if len({one[title], two[title]} - {None}) <= 1}
    return both if len(both) >= max(FEWEST_REPEATED, min(len(one), len(two)) / 2) else set()


def _part(sheet: str, terms: Terms) -> tuple[object, ...]:
    """Give what a sheet's name says its lines to be: sheets of different parts may share lines."""
    crossing, done = is_cross_cutting_sheet(sheet), read_sheet_name(sheet).is_of_done
    return sheet_udvalg(sheet, terms), sheet_art(sheet), crossing, done
