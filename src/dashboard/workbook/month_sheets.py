"""A workbook with a sheet for each month: which months those are, and whether one or all of them are read."""

from collections.abc import Collection, Sequence
from itertools import pairwise

from dashboard.domain.clock import this_month
from dashboard.domain.issue import Issue, issue
from dashboard.domain.month import Month
from dashboard.domain.period import Period
from dashboard.domain.plan import plan_years
from dashboard.domain.reading_answer import ALL_MONTHS, ANY_LAYOUT, MONTHS, Answer, Choice, Question
from dashboard.domain.reported_month import months_in_file_name, one_year
from dashboard.domain.terms import terms
from dashboard.workbook.periods import DatedSheet

ONE_OR_ALL = "Projektmappen har et ark for hver måned: {sheets}. Vil du indlæse én måned eller alle?"
WHICH_YEAR = "Projektmappen har et ark for hver måned: {sheets}. Hvilket år er de fra, og vil du indlæse én eller alle?"
MOST_NAMED = 6
HALF_A_YEAR = 6  # months: a longer step back, as from November to January, may be into the next year
ALL, ALL_OF_YEAR, ONLY = "Alle måneder ({n}), hver for sig", "Alle, og de er fra {year}", "Kun {month}"


def months_of(
    sheets: Sequence[DatedSheet], file_name: str, texts: Sequence[str], answers: Sequence[Answer]
) -> list[Month] | None:
    """Give the months that sheets are of, oldest first; None where there are several and the year of one is not known.

    An answer may say which year it is, and so may the file's name and the ``texts``.
    """
    given = next((int(a.value) for a in answers if a.subject == MONTHS and a.value.isdecimal()), None)
    periods = _months(sheets)
    year = None if all(period.year for period in periods) else given or _year_around(sheets, file_name, texts)
    if all(period.year or year for period in periods):
        return sorted({Month(own, period.first) for period in periods if (own := period.year or year)})
    return None if len(periods) > 1 else []


def _year_around(sheets: Sequence[DatedSheet], file_name: str, texts: Sequence[str]) -> int | None:
    """Give the one year that is said, where all months can be of it.

    They cannot where one with lines would be later than the file's name or the present month, or where a new year
    begins among them.
    """
    year = one_year({file_name, *texts})
    last = min(this_month(), max(months_in_file_name(file_name, texts), default=this_month()))
    bare = [each for sheet in sheets if sheet.sheet.has_lines for each in _months([sheet]) if not each.year]
    is_later = year is not None and any(Month(year, period.first) > last for period in bare)
    return None if is_later or not _are_of_one_year(_months(sheets)) else year


def takes_all(answers: Sequence[Answer], layouts: Sequence[str] = (ANY_LAYOUT,)) -> bool:
    """Tell whether it is answered that all months are read, for tables of some layouts or for whatever there is."""
    return any(answer.subject == MONTHS and answer.layout in layouts for answer in answers)


def ask_for_months(sheets: Sequence[DatedSheet], months: Sequence[Month], layout: str = "") -> list[Question]:
    """Ask whether all months are read or one. We propose all."""
    all_of_them = Choice(MONTHS, ALL_MONTHS, ALL.format(n=len(months)))
    last = Choice("month", str(months[-1]), ONLY.format(month=months[-1].label))
    return [Question("", "", layout, ONE_OR_ALL.format(sheets=_listed(sheets)), (all_of_them, last), proposed=0)]


def ask_for_year(sheets: Sequence[DatedSheet], plan: str | None) -> list[Question]:
    """Ask which year the months are of that say none, unless a new year seems to begin among them."""
    planned = {year for each in ([plan] if plan else terms().plans) for year in plan_years(each)}
    years = sorted(year for year in planned if year <= this_month().year)
    months = _months(sheets)
    may_be_shuffled = all(abs(one.first - other.first) <= HALF_A_YEAR for one, other in pairwise(months))
    if not (may_be_shuffled or _are_of_one_year(months)) or not years:
        return []
    choices = tuple(Choice(MONTHS, str(year), ALL_OF_YEAR.format(year=year)) for year in years)
    return [Question("", "", "", WHICH_YEAR.format(sheets=_listed(sheets)), choices)]


def tell_unread(sheets: Sequence[DatedSheet], read: Sequence[Collection[str]], months: Sequence[Month]) -> list[Issue]:
    """Tell of the sheets that were read with no month, or only with the newest; ``read`` are those of each month."""
    return [
        issue("sheet-left-out", sheet=sheet.name, detail=why)
        for sheet in sheets
        if (why := _why_unread(sheet, read, months))
    ]


def _why_unread(sheet: DatedSheet, read: Sequence[Collection[str]], months: Sequence[Month]) -> str | None:
    if not sheet.periods and sheet.name in read[-1]:
        return "det siger ingen måned, så kun den nyeste har det med" if len(read) > 1 else None
    if any(sheet.name in each for each in read):
        return None
    own = [month for month in months if sheet.span(month) == 1]
    if not own:
        return "det er ikke for en enkelt måned"
    return "det er for en måned, der ikke er kommet endnu" if own[0] > this_month() else "det har ingen indsatser"


def _months(sheets: Sequence[DatedSheet]) -> list[Period]:
    return [period for sheet in sheets if len(sheet.periods) == 1 for period in sheet.periods if period.is_a_month]


def _are_of_one_year(months: Sequence[Period]) -> bool:
    """Tell whether they stand in order: "November", "December", "Januar" are of two years, and so are the last two."""
    pairs = list(pairwise(month.first for month in months))
    return (all(a < b for a, b in pairs) or all(a > b for a, b in pairs)) and all(abs(a - b) < 11 for a, b in pairs)


def _listed(sheets: Sequence[DatedSheet]) -> str:
    """List the names of a few sheets, or the first and the last of many."""
    names = [sheet.name for sheet in sheets if sheet.periods]
    if len(names) > MOST_NAMED:
        return f"{names[0]}, {names[1]} … {names[-1]} ({len(names)} ark)"
    return " og ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))
