"""What a sheet's name says that it is: a period's, an archive's or that of what is done. Only the whole name counts."""

import re
from collections.abc import Iterable, Set
from dataclasses import dataclass
from functools import cache

from dashboard.domain.identity import normalised
from dashboard.domain.period import Period, periods_in
from dashboard.domain.reported_month import find_months
from dashboard.domain.terms import terms

SEAMS = re.compile(r"(?<=[a-zæøå])(?=[A-ZÆØÅ\d])|(?<=\d)(?=[a-zæøåA-ZÆØÅ])")
NUMBER = re.compile(r"(?:(?:m|md|måned)\.? ?)?(0?[1-9]|1[0-2])\.?", re.IGNORECASE)
GLUED = 6  # letters: a word of the filling so long is cut off from what it is glued to


@dataclass(frozen=True)
class SheetName:
    """The period that a sheet is called for, whether it is an archive or a copy, and whether its lines are done.

    ``perhaps`` is a period ``beside`` other words: it counts where another sheet has the same words beside another.
    """

    period: Period | None = None
    is_archive: bool = False
    is_of_done: bool = False
    perhaps: Period | None = None
    beside: Set[str] = frozenset()

    def is_of_a_series(self, others: Iterable["SheetName"]) -> bool:
        """Tell whether another name differs in nothing but the period ("DIR april" beside "DIR maj")."""
        own = self.perhaps
        same = [other.perhaps for other in others if other.beside == self.beside]
        return own is not None and not own.is_a_year and any(period and period.differs(own) for period in same)


def read_sheet_name(name: str) -> SheetName:
    """Read a sheet's name ("Ult. maj", "MajStatus2025", "1. kvartal", "Arkiv 2024", "Kopi af Anlæg", "Afsluttede").

    Beside a month there may be the udvalg or art whose part it is; "Anlæg 2026" is no year's status.
    """
    whole = normalised(name)
    copies = tuple(f"{words} " for words in terms().sheets_archive if " " in words)
    if whole in terms().sheets_set_aside or whole.startswith(copies):
        return SheetName(is_archive=True)
    periods, words = _taken_apart(name)
    period, said = _joined(periods), {*words}
    other = said - _parts()
    if other and other <= {*terms().sheets_archive, *terms().sheets_done}:
        is_archive = not said.isdisjoint(terms().sheets_archive)
        return SheetName(period if is_archive else None, is_archive, not is_archive)
    if not other and not (said and period is not None and period.is_a_year):
        return SheetName(period)
    dated = [Period(found.month.number, found.month.number, found.month.year) for found in find_months(name)]
    return SheetName(_joined(dated), perhaps=period, beside=said)


def part_called(name: str, *, is_of_done: bool = True) -> str:
    """Give the words for parts of the plan that a sheet is called; none where it says more: "Drift og vedligehold".

    "I drift" is such a part only where the sheet is not one of what is done.
    """
    _, words = _taken_apart(name, is_of_done=is_of_done)
    beside = terms().sheets_beside_part | terms().sheets_done | {*terms().sheets_archive}
    parts = [word for word in words if word not in beside and not word.isdigit()]
    own = re.compile(rf"(?:{'|'.join(_parts())})s?(?:{'|'.join(terms().sheets_beside_part | terms().sheets_filling)})?")
    return " ".join(parts) if all(map(own.fullmatch, parts)) else ""


def month_number(name: str) -> Period | None:
    """Read a name that is nothing but the number of a month ("05", "Md. 5")."""
    said = NUMBER.fullmatch(name.strip())
    return Period(int(said[1]), int(said[1])) if said else None


def _taken_apart(name: str, *, is_of_done: bool = True) -> tuple[list[Period], list[str]]:
    """Give the periods of a name, and its words but for filling and numbers; "til drift" is one of them."""
    periods, rest = periods_in(_glued().sub(r" \1 ", SEAMS.sub(" ", name)))
    phrases = (re.escape(words) for words in terms().sheets_done if " " in words and is_of_done)
    said = re.findall("|".join([*(rf"\b{words}\b" for words in phrases), r"\w+"]), rest)
    return periods, [word for word in said if not re.fullmatch(r"\d{1,2}", word) and word not in terms().sheets_filling]


def _joined(periods: list[Period]) -> Period | None:
    """Join "januar" and "marts 2025" into one period; None where they are of several years."""
    years = {period.year for period in periods if period.year}
    if not periods or len(years) > 1:
        return None
    return Period(min(p.first for p in periods), max(p.last for p in periods), years.pop() if years else None)


@cache
def _parts() -> frozenset[str]:
    """Give the words of the names of udvalg, arter and the cross-cutting."""
    named = (*terms().udvalg, *terms().art)
    names = [*terms().scope_cross_cutting, *(text for each in named for text in each.spellings)]
    return frozenset(word for text in names for word in re.findall(r"\w+", text))


@cache
def _glued() -> re.Pattern[str]:
    """Match the longer words of the filling also where they are glued to another."""
    words = sorted((word for word in terms().sheets_filling if len(word) >= GLUED), key=len, reverse=True)
    return re.compile(rf"({'|'.join(words)})", re.IGNORECASE)
