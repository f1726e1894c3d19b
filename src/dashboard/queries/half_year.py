"""The half-year status of the whole plan: each line in its list, by rule or as placed, and what is highlighted."""

from dataclasses import dataclass
from datetime import date, datetime

from dashboard.domain.half_year import HalfYearList, list_by_rule
from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.domain.political_treatment import PoliticalTreatment, political_treatment
from dashboard.domain.scope import PLAN
from dashboard.domain.terms import terms
from dashboard.queries.answer import answer_rows, rests_on_records
from dashboard.queries.progress import ListedLine, line_list
from dashboard.queries.questions import default_selection, deliveries
from dashboard.queries.selection import Selection
from dashboard.store.seen import Seen


@dataclass(frozen=True)
class HalfYearWord:
    """What somebody said of a line: the list it is placed in (None: the text is highlighted) and why, who and when.

    ``name`` is what the line was called last.
    """

    word_id: int
    indsats_id: int
    name: str
    placed_in: HalfYearList | None
    text: str
    written_at: datetime
    written_by: str


@dataclass(frozen=True)
class HalfYearLine:
    """A line of the plan in the half-year status."""

    line: ListedLine
    by_rule: HalfYearList
    placement: HalfYearWord | None
    highlight: HalfYearWord | None

    @property
    def listed_in(self) -> HalfYearList:
        """Give the list that it stands in."""
        return (self.placement and self.placement.placed_in) or self.by_rule

    @property
    def treatment(self) -> PoliticalTreatment | None:
        """Give the political treatment that lies ahead."""
        return political_treatment(self.line.told["political_treatment"])


@rests_on_records
def half_year(con: Seen, selection: Selection) -> tuple[HalfYearLine, ...]:
    """List the lines by list, worst first; those that stand before treatment by its day."""
    words = _words(con, selection)
    placed = {word.indsats_id: word for word in words if word.placed_in}
    highlighted = {word.indsats_id: word for word in words if not word.placed_in}
    lines = [
        HalfYearLine(line, _rule(line, selection.month), placed.get(line.indsats_id), highlighted.get(line.indsats_id))
        for line in line_list(con, selection)
    ]
    return tuple(sorted(lines, key=_order))


@rests_on_records
def half_year_left(con: Seen, selection: Selection) -> tuple[HalfYearWord, ...]:
    """List what was said of lines that the plan of the month does not have, or no longer has."""
    words = _words(con, selection)
    there = {line.indsats_id for line in line_list(con, selection.unfiltered)} if words else set()
    return tuple(word for word in words if word.indsats_id not in there)


@rests_on_records
def half_year_highlights(con: Seen, selection: Selection) -> tuple[HalfYearWord, ...]:
    """List what is highlighted in the half-year status of a month."""
    return tuple(word for word in _words(con, selection) if not word.placed_in)


def last_half_year(con: Seen, month: Month, plan: str | None, known_at: datetime | None = None) -> Month | None:
    """Find the last half-year status before a month that the whole plan was delivered for, or None."""
    months = terms().half_year_months
    told = (each.month for each in deliveries(con, known_at, plan, PLAN) if each.month.name in months)
    return next((each for each in told if each < month), None)


def half_year_selection(
    con: Seen,
    month: Month | None = None,
    compare: Month | None = None,
    known_at: datetime | None = None,
    plan: str | None = None,
) -> Selection | None:
    """Select the whole plan in a month (None: the newest), compared with the last half-year status; None without it."""
    found = default_selection(con, month, compare, PLAN, known_at, plan)
    if found is None:
        return None
    compare = compare or last_half_year(con, found.month, found.plan, known_at)
    return Selection(found.month, compare, PLAN, known_at=known_at, plan=found.plan)


def _words(con: Seen, selection: Selection) -> tuple[HalfYearWord, ...]:
    place = {"plan": selection.plan, "month": str(selection.month)}
    return answer_rows(con, "half_year_words", HalfYearWord, selection.known_at, **place)


def _rule(line: ListedLine, month: Month) -> HalfYearList:
    treatment = line.told["political_treatment"]
    return list_by_rule(Light(line.light_now), treatment, month, is_cross_cutting=line.cross_cutting)


def _order(line: HalfYearLine) -> tuple[int, date]:
    is_ahead = line.listed_in is HalfYearList.TREATMENT and line.treatment and line.treatment.day
    return list(HalfYearList).index(line.listed_in), is_ahead or date.max
