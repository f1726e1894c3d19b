"""Which month a workbook speaks for, from the words above its tables or from its file name."""

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from itertools import pairwise

from dashboard.domain.issue import Issue, issue
from dashboard.domain.month import MONTH_NAMES, Month
from dashboard.domain.period import Period

ENGLISH = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
NUMBERS = {
    spelling: number
    for names in (MONTH_NAMES, ENGLISH)
    for number, name in enumerate(names, 1)
    for spelling in (name, name[:3], name[:4])
}
NAMES = "|".join(sorted(NUMBERS, key=len, reverse=True))
NAMED = rf"(?<![^\W\d_])(?P<name>{NAMES})\.?(?: måned)?"
SPELLINGS = [
    re.compile(rf"(?:(?P<day>(?<!\d)\d{{1,2}})\.? ?)?{NAMED}[ -]{{0,2}}(?P<year>20\d\d|'?[2-4]\d)(?!\d|-\d\d\b)"),
    re.compile(r"(?<![\d./-])(?P<year>20\d\d)[-./](?P<number>0[1-9]|1[0-2])(?:[-./](?P<day>[0-3]\d))?(?![\d])"),
    re.compile(r"(?<![\d./-])(?P<day>[0-3]?\d)[-./](?P<number>0?[1-9]|1[0-2])[-./ ](?P<year>20\d\d|[2-4]\d)(?!\d)"),
    re.compile(r"(?<![\d./-])(?P<number>0?[1-9]|1[0-2])[-/](?P<year>20\d\d)(?![\d-])"),
]
IN_FILE_NAMES = [
    re.compile(r"(?<!\d)(?P<year>20\d\d)[ _]?(?P<number>0[1-9]|1[0-2])(?P<day>[0-3]\d)?(?!\d)"),
]
# Where only a period can be meant, in a column's heading or a sheet's name, it is often written shorter.
YEAR_AFTER = r"(?:[ .,-]{0,3}(?P<year>20[2-4]\d|'?[2-4]\d))?(?!\d)"
LONE_YEAR = re.compile(r"(?<![\d./])(?<!\d-)(?<!\d - )(?P<year>20[2-4]\d)(?!\d|[./]\d| ?- ?\d)")
SHORT = [
    *IN_FILE_NAMES,
    re.compile(r"(?<![\d./-])(?P<number>0?[1-9]|1[0-2])\.(?P<year>20\d\d)(?![\d.])"),
    re.compile(r"(?<![\d./-])(?P<number>0?[1-9]|1[0-2])[/-](?P<year>[2-4]\d)(?![\d./-])"),
    re.compile(r"(?<![\d./-])(?P<day>2[89]|3[01])[./-](?P<number>0?[1-9]|1[0-2])(?![\d./-])"),
    re.compile(r"(?:ultimo|ult\.?|pr\.?|den|d\.) ?(?P<day>[0-3]?\d)[./-](?P<number>0?[1-9]|1[0-2])(?![\d./-])"),
    re.compile(
        rf"(?<!\w)(?P<first>(?:q|kvartal|kvt\.?|kv\.?) ?)?(?P<quarter>[1-4])"
        rf"(?(first)|\.? ?(?:kvartal[a-z]*|kvt\.?|kv\.?|q)){YEAR_AFTER}"
    ),
    re.compile(rf"(?<!\w)(?P<first>h|halvår )?(?P<half>[12])(?(first)|\.? ?halvår[a-z]*){YEAR_AFTER}"),
    re.compile(rf"(?:(?<!\d)\d{{1,2}}\.? ?)?{NAMED}(?!\w)"),
    LONE_YEAR,
]
WITHOUT_YEAR = re.compile(rf"(?:ultimo|ult\.?|pr\.?|status(?: for| pr\.?)?|måned:?) {NAMED}(?!\w| ?'?\d)")
RANGE = re.compile(r"\s*(?:-|til|–)\s*(?:den )?$")
# What stands before a date says what the date is: the status's own, or some other day.
OWN = re.compile(
    r"(?:ultimo|\bult\.?|primo|status\w*|\bpr\.?|måned\w*|gælder|for|opgørelsesdato|statusdato|skæringsdato|opgjort)"
    r"[ :]*(?:den )?$"
)
OTHER = re.compile(
    r"(?:\b(?:budget\w*|godkend\w*|vedtag\w*|møde\w*|direktionen|behandle\w*|opdateret|udskrevet|udarbejdet|rettet|gemt|"
    r"dato|indgået|version|forelægges|fremsendt)|møde)[ :]*(?:den |d\. |på |i |af |til |\w+ møde |\d+ )*$"
    r"|\b(?:siden|næste|forrige|sidste|tidligere|sammenlign\w*)\b[^.;]*$"
)
CLEAR, LIKELY, POSSIBLE, OTHER_DAY = 3, 2, 1, 0


@dataclass(frozen=True)
class FoundMonth:
    """A month read in a text, and how clearly the text says that it is the status's month."""

    month: Month
    clarity: int


def find_months(text: str, *, file_name: bool = False) -> list[FoundMonth]:
    """Find the months that a text names, clearest first: "ultimo maj 2025", "pr. 31.05.2025", "2025-05", "maj 25"."""
    words = _folded(text)
    found: list[tuple[int, int, FoundMonth]] = []
    taken: set[int] = set()
    for pattern in SPELLINGS + (IN_FILE_NAMES if file_name else []):
        for match in pattern.finditer(words):
            period = _period(match)
            if period is not None and period.year and taken.isdisjoint(range(*match.span())):
                taken.update(range(*match.span()))
                month = Month(period.year, period.first)
                day = int(match["day"]) if match.groupdict().get("day") else None
                clarity = _clarity(words[: match.start()], "status" in words, month, day)
                found.append((*match.span(), FoundMonth(month, clarity)))
    found.sort(key=lambda each: each[0])
    return sorted((each for _, _, each in _without_ranges(found, words)), key=lambda each: -each.clarity)


def months_without_year(text: str) -> set[int]:
    """Give the numbers of the months that a text names as the status's own without a year ("Status ultimo maj")."""
    return {_number(match["name"]) for match in WITHOUT_YEAR.finditer(_folded(text))}


def periods_in(text: str) -> tuple[list[Period], str]:
    """Read the periods of a heading or a sheet's name, with the one year said beside them, and give what is left."""
    found: list[Period] = []

    def take(match: re.Match[str]) -> str:
        period = _period(match)
        if period is None or OTHER.search(match.string[: match.start()]):
            return match[0]
        found.append(period)
        return " " * len(match[0])

    words = _folded(text)
    for pattern in (*SPELLINGS, *SHORT):
        words = pattern.sub(take, words)
    years = {period.year for period in found if period.is_a_year}
    year = years.pop() if len(years) == 1 else None
    parts = [replace(period, year=period.year or year) for period in found if not period.is_a_year]
    return parts or found, words


def months_of_heading(text: str) -> tuple[frozenset[Month], frozenset[int]]:
    """Give the months that a column's heading names, and the numbers of those that it names without a year.

    A quarter ("Status Q2") is its three months; a year alone names none.
    """
    periods = [period for period in periods_in(text)[0] if not period.is_a_year]
    dated = {Month(period.year, number) for period in periods if period.year for number in period.numbers}
    return frozenset(dated), frozenset(n for period in periods if not period.year for n in period.numbers)


def named_months(header: str) -> set[int]:
    """Give the numbers of the months that a header names ("Status april", "Farve maj 2025", "Status 31.05.2025")."""
    months, numbers = months_of_heading(header)
    return {month.number for month in months} | numbers


def decide_month(
    above: Sequence[str],
    headers: Sequence[str],
    elsewhere: Sequence[str],
    file_name: str,
    called: Set[Period] = frozenset(),
    around: Sequence[str] = (),
) -> tuple[Month | None, list[Issue]]:
    """Decide the month from the texts above the tables, the headers of lights, other texts, and the file name.

    ``called`` are the months that sheets are called for, ``around`` texts that may say which year a bare one is of.
    """
    in_name = _in_file_name(file_name.rsplit(".", 1)[0], [*above, *around])
    months = _clearest(_found(above) + _completed(above, called, [*around, file_name]))
    months = months or {found.month for found in _found(elsewhere) if found.clarity == CLEAR}
    if len(in_name & months) == 1:
        months &= in_name
    if len(months) > 1:
        return None, [issue("several-months", detail=" og ".join(month.label for month in sorted(months)))]
    last = months or in_name or set(sorted(found.month for found in _found(headers))[-1:])
    if len(last) != 1:
        return None, [issue("no-month")]
    (month,) = last
    told = f"{month.label}, men filnavnet siger {min(in_name, default=month).label}"
    return month, [issue("month-disagrees", detail=told)] if in_name and month not in in_name else []


def _in_file_name(stem: str, around: Sequence[str]) -> set[Month]:
    dated = {found.month for found in find_months(stem, file_name=True) if found.clarity}
    return dated or {found.month for found in _completed([stem], set(), around)}


def _found(texts: Sequence[str]) -> list[FoundMonth]:
    return [found for text in texts for found in find_months(text)]


def _clearest(found: Sequence[FoundMonth]) -> set[Month]:
    clearest = max((each.clarity for each in found), default=OTHER_DAY)
    return {each.month for each in found if each.clarity == clearest > OTHER_DAY}


def _completed(above: Sequence[str], called: Set[Period], around: Sequence[str]) -> list[FoundMonth]:
    """Complete "Status ultimo maj", or a sheet called "Maj", with the one year that stands around it."""
    said = {Period(number, number): CLEAR for text in above for number in months_without_year(text)}
    clarities = dict.fromkeys(called, POSSIBLE) | said
    year = _one_year({*above, *around}) if not all(period.year for period in clarities) else None
    return [FoundMonth(Month(own, p.first), clear) for p, clear in clarities.items() if (own := p.year or year)]


def _one_year(texts: Set[str]) -> int | None:
    """Give the year of the dates in the texts, or else the one that stands alone; None where there are several."""
    years = {found.month.year for text in texts for found in find_months(text, file_name=True)}
    years = years or {int(match["year"]) for text in texts for match in LONE_YEAR.finditer(_folded(text))}
    return years.pop() if len(years) == 1 else None


def _folded(text: str) -> str:
    return re.sub(r"[\s_]+", " ", text.casefold()).replace("–", "-")


def _without_ranges(found: list[tuple[int, int, FoundMonth]], words: str) -> list[tuple[int, int, FoundMonth]]:
    """Take the clarity from dates that only begin and end a period of several months."""
    for index, ((_, end, first), (start, last_end, second)) in enumerate(pairwise(found)):
        if RANGE.fullmatch(words[end:start]) and first.month != second.month:
            found[index] = (found[index][0], end, FoundMonth(first.month, OTHER_DAY))
            found[index + 1] = (start, last_end, FoundMonth(second.month, OTHER_DAY))
    return found


def _period(match: re.Match[str]) -> Period | None:
    said = {name: text for name, text in match.groupdict().items() if text}
    year = 2000 + int(said["year"][-2:]) if "year" in said else None
    for part, months in (("quarter", 3), ("half", 6)):
        if part in said:
            return Period((int(said[part]) - 1) * months + 1, int(said[part]) * months, year)
    if not said.keys() & {"name", "number"}:
        return Period(1, 12, year)
    number = _number(said["name"]) if "name" in said else int(said["number"])
    return Period(number, number, year) if int(said.get("day", 1)) in range(1, 32) else None


def _number(name: str) -> int:
    return NUMBERS[name]


def _clarity(before: str, names_status: bool, month: Month, day: int | None) -> int:
    if OTHER.search(before):
        return OTHER_DAY
    if OWN.search(before):
        return CLEAR
    if day is not None and day != month.last_day.day:
        return OTHER_DAY
    return LIKELY if names_status else POSSIBLE
