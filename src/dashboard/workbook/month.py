"""Which month a workbook speaks for, from the words above its tables or from its file name."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from dashboard.domain.issue import Issue, issue
from dashboard.domain.month import MONTH_NAMES, Month
from dashboard.workbook.grid import Grid

NAMES = "|".join(sorted((name + "|" + name[:3] for name in MONTH_NAMES), key=len, reverse=True)) + "|sept"
DAY = r"(?P<day>\d{1,2})\.? ?"
SPELLINGS = [
    re.compile(rf"(?<![^\W\d_])(?:{DAY})?(?P<name>{NAMES})\.?[ -]{{0,2}}(?P<year>20\d\d|'?[2-4]\d)(?!\d|-\d\d\b)"),
    re.compile(r"(?<![\d./-])(?P<year>20\d\d)[-./](?P<number>0[1-9]|1[0-2])(?:[-./](?P<day>[0-3]\d))?(?![\d])"),
    re.compile(r"(?<![\d./-])(?P<day>[0-3]?\d)[-./](?P<number>0?[1-9]|1[0-2])[-./ ](?P<year>20\d\d|[2-4]\d)(?!\d)"),
    re.compile(r"(?<![\d./-])(?P<number>0?[1-9]|1[0-2])[-/](?P<year>20\d\d)(?![\d-])"),
]
IN_FILE_NAMES = [
    re.compile(r"(?<!\d)(?P<year>20\d\d)[ _]?(?P<number>0[1-9]|1[0-2])(?P<day>[0-3]\d)?(?!\d)"),
]
# What stands before a date says what the date is: the month's own, or some other day.
OWN = re.compile(r"(?:ultimo|primo|status\w*|\bpr\.?|måned\w*|gælder|periode\w*|for)[ :]*$")
OTHER = re.compile(
    r"(?:budget\w*|godkendt\w*|vedtaget\w*|møde\w*|behandle\w*|opdateret|udskrevet|udarbejdet|rettet|gemt|dato|den|d\.)"
    r"[ :]*(?:den |d\. |på |i |af |\w+ \w+s? møde )*$"
)


@dataclass(frozen=True)
class FoundMonth:
    """A month read in a text, and how clearly the text says that it is the status's month (3 clearly, 0 some date)."""

    month: Month
    clarity: int


def find_months(text: str, *, file_name: bool = False) -> list[FoundMonth]:
    """Find the months that a text names, clearest first: "ultimo maj 2025", "pr. 31.05.2025", "2025-05", "maj 25"."""
    words = re.sub(r"[\s_]+", " ", text.casefold()).replace("–", "-")
    found: list[FoundMonth] = []
    taken: set[int] = set()
    for pattern in SPELLINGS + (IN_FILE_NAMES if file_name else []):
        for match in pattern.finditer(words):
            month = _month(match)
            if month is not None and taken.isdisjoint(range(*match.span())):
                taken.update(range(*match.span()))
                found.append(FoundMonth(month, _clarity(words[: match.start()], "status" in words)))
    return sorted(found, key=lambda each: -each.clarity)


def decide_month(
    grids: Iterable[tuple[Grid, int]], headers: Iterable[str], file_name: str
) -> tuple[Month | None, list[Issue]]:
    """Decide the month from the text above each table (grid, header row), its column headers, and the file name."""
    on_sheet = [
        (found, grid.sheet, cell.reference)
        for grid, header_row in grids
        for cell in grid.cells()
        if cell.row < header_row and cell.text
        for found in find_months(cell.text)
    ]
    on_sheet += [(found, "", "") for grid, _ in grids for found in find_months(grid.sheet)]
    on_sheet += [(FoundMonth(found.month, 1), "", "") for header in headers for found in find_months(header)]
    in_name = [found.month for found in find_months(file_name.rsplit(".", 1)[0], file_name=True)]
    clearest = max((found.clarity for found, _, _ in on_sheet), default=-1)
    months = sorted({found.month for found, _, _ in on_sheet if found.clarity == clearest})
    sure = clearest >= 1
    if sure and len(months) > 1:
        named = [month for month in months if month in in_name]
        if len(named) != 1:
            return None, [issue("several-months", detail=" og ".join(month.label for month in months))]
        months = named
    if sure:
        if in_name and months[0] not in in_name:
            detail = f"{months[0].label}, men filnavnet siger {in_name[0].label}"
            return months[0], [issue("month-disagrees", detail=detail)]
        return months[0], []
    if len(set(in_name)) == 1:
        return in_name[0], []
    if len(months) == 1:
        return months[0], []
    return None, [issue("no-month")]


def _month(match: re.Match[str]) -> Month | None:
    groups = match.groupdict()
    year = int(groups["year"].lstrip("'"))
    name = groups.get("name")
    names = [month[:3] for month in MONTH_NAMES]
    number = names.index(name[:3]) + 1 if name else int(groups["number"])
    if groups.get("day") and not 1 <= int(groups["day"]) <= 31:
        return None
    return Month(year + 2000 if year < 100 else year, number)


def _clarity(before: str, names_status: bool) -> int:
    if OWN.search(before):
        return 3
    if OTHER.search(before):
        return 0
    return 2 if names_status else 1
