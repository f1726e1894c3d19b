"""When an indsats is to be finished, as its tidsplan says it in words."""

import re
from collections.abc import Callable, Iterator
from datetime import date

from dashboard.domain.month import MONTH_NAMES, Month

YEAR = r"(?P<year>20\d\d)"
MONTH = "|".join(f"{name}|{name[:3]}" for name in MONTH_NAMES)
SEASON_ENDS = {"forår": 5, "sommer": 8, "efterår": 11, "vinter": 12}


def _day(found: re.Match[str]) -> date:
    return date(int(found["year"]), int(found["month"]), int(found["day"]))


def _end_of(month: int, found: re.Match[str]) -> date:
    return Month(int(found["year"]), month).last_day


def _named_month(found: re.Match[str]) -> date:
    number = next(n for n, name in enumerate(MONTH_NAMES, start=1) if name.startswith(found["name"][:3]))
    return _end_of(number, found)


# The most exact first: what one of them has read is not read again as a mere year.
WAYS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], date]], ...] = (
    (re.compile(rf"\b(?P<day>\d{{1,2}})[./-](?P<month>\d{{1,2}})[./-]{YEAR}"), _day),
    (re.compile(rf"\b{YEAR}-(?P<month>\d\d)-(?P<day>\d\d)\b"), _day),
    (re.compile(rf"\b(?P<n>[1-4])\.?\s*(?:kvt|kvartal|kv)\w*\.?\s*{YEAR}"), lambda m: _end_of(int(m["n"]) * 3, m)),
    (re.compile(rf"\bq(?P<n>[1-4])\s*{YEAR}"), lambda m: _end_of(int(m["n"]) * 3, m)),
    (re.compile(rf"\b(?P<n>[12])\.?\s*halvår\s*{YEAR}"), lambda m: _end_of(int(m["n"]) * 6, m)),
    (re.compile(rf"\b(?P<name>{MONTH})\.?\s*{YEAR}"), _named_month),
    (re.compile(rf"\b(?P<name>{'|'.join(SEASON_ENDS)})\w*\s*{YEAR}"), lambda m: _end_of(SEASON_ENDS[m["name"]], m)),
    (re.compile(rf"\b{YEAR}\b"), lambda m: _end_of(12, m)),
)


def deadline(schedule: str | None) -> date | None:
    """Give the last day that a tidsplan names ("2. kvt. 2025 - 1. kvt. 2026": 31 March 2026), or None for none."""
    return max(_days((schedule or "").casefold()), default=None)


def _days(text: str) -> Iterator[date]:
    for pattern, read in WAYS:
        for found in pattern.finditer(text):
            try:
                yield read(found)
            except ValueError:  # 31.02.2025 is a slip of the pen, and no day
                continue
        text = pattern.sub(" ", text)
