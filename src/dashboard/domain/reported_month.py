"""Which month a workbook speaks for, from the words above its tables or from its file name."""

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from itertools import pairwise

from dashboard.domain.issue import Issue, issue
from dashboard.domain.month import Month
from dashboard.domain.period import (
    IN_FILE_NAMES,
    LONE_YEAR,
    NAMED,
    NUMBERS,
    OTHER,
    SPELLINGS,
    Period,
    folded,
    read_period,
)  # fmt: skip

WITHOUT_YEAR = re.compile(rf"(?:ultimo|ult\.?|pr\.?|status(?: for| pr\.?)?|måned:?) {NAMED}(?!\w| ?'?\d)")
RANGE = re.compile(r"\s*(?:-|til|–)\s*(?:den )?$")
# What stands before a date says what the date is: the status's own, or some other day (OTHER).
OWN = re.compile(
    r"(?:ultimo|\bult\.?|primo|status\w*|\bpr\.?|måned\w*|gælder|for|opgørelsesdato|statusdato|skæringsdato|opgjort)"
    r"[ :]*(?:den )?$"
)
MADE_AT = re.compile(
    r"(?<!\d)20\d{6}[-_ t]?(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?(?!\d)"
)  # "20261130-1300" is when a file was made
CLEAR, LIKELY, POSSIBLE, OTHER_DAY = 3, 2, 1, 0


@dataclass(frozen=True)
class FoundMonth:
    """A month read in a text, and how clearly the text says that it is the status's month."""

    month: Month
    clarity: int


def find_months(text: str, *, file_name: bool = False) -> list[FoundMonth]:
    """Find the months that a text names, clearest first: "ultimo maj 2025", "pr. 31.05.2025", "2025-05", "maj 25"."""
    words = MADE_AT.sub("", folded(text)) if file_name else folded(text)
    found: list[tuple[int, int, FoundMonth]] = []
    taken: set[int] = set()
    for pattern in SPELLINGS + (IN_FILE_NAMES if file_name else []):
        for match in pattern.finditer(words):
            period = read_period(match)
            if period is not None and period.year and taken.isdisjoint(range(*match.span())):
                taken.update(range(*match.span()))
                month = Month(period.year, period.first)
                day = int(match["day"]) if match.groupdict().get("day") else None
                clarity = _clarity(words[: match.start()], "status" in words, month, day)
                found.append((*match.span(), FoundMonth(month, clarity)))
    found.sort(key=lambda each: each[0])
    return sorted(_without_ranges(found, words), key=lambda each: -each.clarity)


def months_without_year(text: str) -> set[int]:
    """Give the numbers of the months that a text names as the status's own without a year ("Status ultimo maj")."""
    return {NUMBERS[match["name"]] for match in WITHOUT_YEAR.finditer(folded(text))}


def decide_month(
    above: Sequence[str],
    headers: Sequence[str],
    file_name: str,
    called: Set[Period] = frozenset(),
    around: Sequence[str] = (),
) -> tuple[Month | None, list[Issue]]:
    """Decide the month from the texts above the tables, the headers of lights, and the file name.

    ``called`` are the months that sheets are called for, ``around`` texts that may say which year a bare one is of.
    """
    in_name = months_in_file_name(file_name, [*above, *around])
    found = _found(above) + _completed(above, called, [*around, file_name])
    clearest = max((each.clarity for each in found), default=OTHER_DAY)
    months = {each.month for each in found if each.clarity == clearest > OTHER_DAY}
    if len(in_name & months) == 1:
        months &= in_name
    if len(months) > 1:
        return None, [issue("several-months", detail=" og ".join(month.label for month in sorted(months)))]
    last = months or in_name or set(sorted(found.month for found in _found(headers))[-1:])
    if len(last) != 1:
        return None, [issue("no-month")]
    (month,) = last
    disagrees = in_name and month not in in_name
    return month, [issue("month-disagrees", value=min(in_name).label, detail=month.label)] if disagrees else []


def months_in_file_name(file_name: str, around: Sequence[str]) -> set[Month]:
    """Give the months that a file's name says; a bare one takes the one year that stands around it."""
    stem = file_name.rsplit(".", 1)[0]
    dated = {found.month for found in find_months(stem, file_name=True) if found.clarity}
    return dated or {found.month for found in _completed([stem], set(), around)}


def _found(texts: Sequence[str]) -> list[FoundMonth]:
    return [found for text in texts for found in find_months(text)]


def _completed(above: Sequence[str], called: Set[Period], around: Sequence[str]) -> list[FoundMonth]:
    """Complete "Status ultimo maj", or a sheet called "Maj", with the one year that stands around it."""
    said = {Period(number, number): CLEAR for text in above for number in months_without_year(text)}
    clarities = dict.fromkeys(called, POSSIBLE) | said
    year = one_year({*above, *around}) if not all(period.year for period in clarities) else None
    return [FoundMonth(Month(own, p.first), clear) for p, clear in clarities.items() if (own := p.year or year)]


def one_year(texts: Set[str]) -> int | None:
    """Give the year of the dates in the texts, or else the one that stands alone; None where there are several."""
    years = {found.month.year for text in texts for found in find_months(text, file_name=True)}
    years = years or {int(match["year"]) for text in texts for match in LONE_YEAR.finditer(folded(text))}
    return years.pop() if len(years) == 1 else None


def _without_ranges(found: list[tuple[int, int, FoundMonth]], words: str) -> list[FoundMonth]:
    """Take the clarity from dates that only begin and end a period of several months."""
    ends: set[int] = set()
    for (_, end, first), (start, last_end, second) in pairwise(found):
        if RANGE.fullmatch(words[end:start]) and first.month != second.month:
            ends |= {end, last_end}
    return [replace(each, clarity=OTHER_DAY) if end in ends else each for _, end, each in found]


def _clarity(before: str, names_status: bool, month: Month, day: int | None) -> int:
    if OTHER.search(before):
        return OTHER_DAY
    if OWN.search(before):
        return CLEAR
    if day is not None and day != month.last_day.day:
        return OTHER_DAY
    return LIKELY if names_status else POSSIBLE
