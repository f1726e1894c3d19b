"""Which month a workbook speaks for, from the words above its tables or from its file name."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from dashboard.domain.issue import Issue, issue
from dashboard.domain.month import MONTH_NAMES, Month

NAMES = "|".join(sorted((name + "|" + name[:3] for name in MONTH_NAMES), key=len, reverse=True)) + "|sept"
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
WITHOUT_YEAR = re.compile(rf"(?:ultimo|pr\.?|status(?: for| pr\.?)?|måned:?) {NAMED}(?!\w| ?'?\d)")
RANGE = re.compile(r"\s*(?:-|til|–)\s*(?:den )?$")
# What stands before a date says what the date is: the status's own, or some other day.
OWN = re.compile(
    r"(?:ultimo|primo|status\w*|\bpr\.?|måned\w*|gælder|for|opgørelsesdato|statusdato|skæringsdato|opgjort)"
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
            month = _month(match)
            if month is not None and taken.isdisjoint(range(*match.span())):
                taken.update(range(*match.span()))
                day = int(match["day"]) if match.groupdict().get("day") else None
                clarity = _clarity(words[: match.start()], "status" in words, month, day)
                found.append((*match.span(), FoundMonth(month, clarity)))
    found.sort(key=lambda each: each[0])
    return sorted((each for _, _, each in _without_ranges(found, words)), key=lambda each: -each.clarity)


def months_without_year(text: str) -> set[int]:
    """Give the numbers of the months that a text names as the status's own without a year ("Status ultimo maj")."""
    return {_number(match["name"]) for match in WITHOUT_YEAR.finditer(_folded(text))}


def named_months(header: str) -> set[int]:
    """Give the numbers of the months whose names stand in a header ("Status april", "Farve maj 2025")."""
    return {_number(match["name"]) for match in re.finditer(rf"{NAMED}(?!\w)", _folded(header))}


def decide_month(
    above: Sequence[str], headers: Sequence[str], elsewhere: Sequence[str], file_name: str
) -> tuple[Month | None, list[Issue]]:
    """Decide the month from the texts above the tables, the headers of lights, other texts, and the file name."""
    in_name = {found.month for found in find_months(file_name.rsplit(".", 1)[0], file_name=True) if found.clarity}
    found = [found for text in above for found in find_months(text)] + _completed(above, file_name)
    clearest = max((each.clarity for each in found), default=OTHER_DAY)
    months = sorted({each.month for each in found if each.clarity == clearest and clearest > OTHER_DAY})
    if not months:
        months = sorted({each.month for text in elsewhere for each in find_months(text) if each.clarity == CLEAR})
    if len(months) > 1 and len(in_name & set(months)) == 1:
        months = sorted(in_name & set(months))
    if len(months) > 1:
        return None, [issue("several-months", detail=" og ".join(month.label for month in months))]
    if months:
        if in_name and months[0] not in in_name:
            detail = f"{months[0].label}, men filnavnet siger {min(in_name).label}"
            return months[0], [issue("month-disagrees", detail=detail)]
        return months[0], []
    if len(in_name) == 1:
        return in_name.pop(), []
    in_headers = [each.month for header in headers for each in find_months(header)]
    if in_headers and not in_name:
        return max(in_headers), []
    return None, [issue("no-month")]


def _completed(above: Sequence[str], file_name: str) -> list[FoundMonth]:
    """Complete "Status ultimo maj" with the one year that the dates around it have."""
    numbers = {number for text in above for number in months_without_year(text)}
    dated = [found for text in above for found in find_months(text)] + find_months(file_name, file_name=True)
    years = {found.month.year for found in dated}
    return [FoundMonth(Month(year, number), CLEAR) for number in numbers for year in years if len(years) == 1]


def _folded(text: str) -> str:
    return re.sub(r"[\s_]+", " ", text.casefold()).replace("–", "-")


def _without_ranges(found: list[tuple[int, int, FoundMonth]], words: str) -> list[tuple[int, int, FoundMonth]]:
    """Take the clarity from dates that only begin and end a period of several months."""
    for index, ((_, end, first), (start, last_end, second)) in enumerate(pairwise(found)):
        if RANGE.fullmatch(words[end:start]) and first.month != second.month:
            found[index] = (found[index][0], end, FoundMonth(first.month, OTHER_DAY))
            found[index + 1] = (start, last_end, FoundMonth(second.month, OTHER_DAY))
    return found


def _month(match: re.Match[str]) -> Month | None:
    groups = match.groupdict()
    year = int(groups["year"].lstrip("'"))
    number = _number(groups["name"]) if groups.get("name") else int(groups["number"])
    if groups.get("day") and not 1 <= int(groups["day"]) <= 31:
        return None
    return Month(year + 2000 if year < 100 else year, number)


def _number(name: str) -> int:
    return [month[:3] for month in MONTH_NAMES].index(name[:3]) + 1


def _clarity(before: str, names_status: bool, month: Month, day: int | None) -> int:
    if OTHER.search(before):
        return OTHER_DAY
    if OWN.search(before):
        return CLEAR
    if day is not None and day != month.last_day.day:
        return OTHER_DAY
    return LIKELY if names_status else POSSIBLE
