"""The half-year status of the whole plan: its three lists, and the rules by which a line comes into one of them.

Why these rules: docs/decisions/0016-the-half-year-status.md.
"""

from enum import StrEnum

from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.domain.political_treatment import political_treatment
from dashboard.domain.terms import terms

MONTHS_AHEAD = 6


class HalfYearList(StrEnum):
    """A list of the half-year status, in the order they are told; OUTSIDE are the lines that belong to none of them."""

    UNDER_WAY = "under_way"
    FOCUS = "focus"
    TREATMENT = "treatment"
    OUTSIDE = "outside"


def list_by_rule(light: Light, treatment: str | None, month: Month, *, is_cross_cutting: bool) -> HalfYearList:
    """Give the list that a line belongs to in a month, when nobody says otherwise."""
    ahead = political_treatment(treatment)
    if light is Light.DONE:
        return HalfYearList.UNDER_WAY
    if ahead and (ahead.day is None or ahead.day <= month.plus(MONTHS_AHEAD).last_day):
        return HalfYearList.TREATMENT
    if is_cross_cutting:
        return HalfYearList.FOCUS
    return HalfYearList.UNDER_WAY if light in (Light.GREEN, Light.YELLOW) else HalfYearList.OUTSIDE


def half_year_before(month: Month) -> Month:
    """Give the last month before another that a half-year status is of."""
    before = month.plus(-1)
    while before.name not in terms().half_year_months:
        before = before.plus(-1)
    return before
