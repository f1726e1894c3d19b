"""A stretch of whole months, and how it is written: a month, a quarter, half a year or a year, with its year or not."""

import re
from dataclasses import dataclass, replace

from dashboard.domain.month import MONTH_NAMES, Month
from dashboard.domain.municipality import own_words

ENGLISH = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
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
# What stands before such a date says that it is another day than the status's own.
OTHER = re.compile(
    rf"(?:\b(?:budget\w*|godkend\w*|vedtag\w*|møde\w*|direktionen|{re.escape(own_words('{direktionen}'))}|behandle\w*|opdateret|udskrevet|udarbejdet|rettet|gemt|dannet|printet|eksporteret|"
    r"dato|indgået|version|forelægges|fremsendt)|møde)[ :]*(?:den |d\. |på |i |af |til |\w+ møde |\d+ )*$"
    r"|\b(?:budgetopfølgning\w*|forbrug\w*|regnskab\w*)[ :]*(?:pr\.? |ultimo |ult\. |den |i )*$"
    r"|\b(?:siden|næste|forrige|sidste|tidligere|sammenlign\w*)\b[^.;]*$"
)


@dataclass(frozen=True)
class Period:
    """The months from one number to another, both included; ``year`` is None where it is not said."""

    first: int
    last: int
    year: int | None = None

    @property
    def numbers(self) -> range:
        """Give the numbers of its months."""
        return range(self.first, self.last + 1)

    @property
    def is_a_year(self) -> bool:
        """Tell whether it is a whole year."""
        return len(self.numbers) == 12

    @property
    def is_a_month(self) -> bool:
        """Tell whether it is a single month."""
        return self.first == self.last

    def covers(self, month: Month) -> bool:
        """Tell whether a month lies in it, as far as it says."""
        return month.number in self.numbers and self.year in (None, month.year)

    def differs(self, other: "Period") -> bool:
        """Tell whether no month can lie in both."""
        return (None not in (self.year, other.year) and self.year != other.year) or (
            self.last < other.first or other.last < self.first
        )


def folded(text: str) -> str:
    """Fold a text as the patterns expect it."""
    return re.sub(r"[\s_]+", " ", text.casefold()).replace("–", "-")


def read_period(match: re.Match[str]) -> Period | None:
    """Read what one of the patterns has found; None when its day is none."""
    said = {name: text for name, text in match.groupdict().items() if text}
    year = 2000 + int(said["year"][-2:]) if "year" in said else None
    for part, months in (("quarter", 3), ("half", 6)):
        if part in said:
            return Period((int(said[part]) - 1) * months + 1, int(said[part]) * months, year)
    if not said.keys() & {"name", "number"}:
        return Period(1, 12, year)
    number = NUMBERS[said["name"]] if "name" in said else int(said["number"])
    return Period(number, number, year) if int(said.get("day", 1)) in range(1, 32) else None


def periods_in(text: str, *, other_days: bool = True) -> tuple[list[Period], str]:
    """Read the periods of a heading or a sheet's name, with the one year said beside them, and give what is left.

    Without ``other_days`` those are left out that seem to be the day of a meeting or a print.
    """
    found: list[Period] = []

    def take(match: re.Match[str]) -> str:
        period = read_period(match)
        if period is None or not (other_days or OTHER.search(match.string[: match.start()]) is None):
            return match[0]
        found.append(period)
        return " " * len(match[0])

    words = folded(text)
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
    periods = [period for period in periods_in(text, other_days=False)[0] if not period.is_a_year]
    dated = {Month(period.year, number) for period in periods if period.year for number in period.numbers}
    return frozenset(dated), frozenset(n for period in periods if not period.year for n in period.numbers)


def named_months(header: str) -> set[int]:
    """Give the numbers of the months that a header names ("Status april", "Farve maj 2025", "Status 31.05.2025")."""
    months, numbers = months_of_heading(header)
    return {month.number for month in months} | numbers
