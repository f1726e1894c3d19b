"""The amounts of the plan, year by year, savings and expenses apart, under the light that the lines have."""

from typing import TYPE_CHECKING

from dashboard.queries.answer import answer_selection
from dashboard.queries.questions import Part
from dashboard.queries.selection import Selection
from dashboard.store.seen import Seen

if TYPE_CHECKING:  # pandas takes as long to load as all else, and the command line seldom needs it
    import pandas as pd


def money(con: Seen, selection: Selection, by: Part | None = None) -> "pd.DataFrame":
    """Sum the amounts of the month by light and year, of all the lines or of each part of the plan.

    Columns value ('' for all, and for lines without), month, light, year, savings (negative) and expenses in
    1.000 kr., lines (under that light) and with_amounts (those of them that have an amount in some year).
    """
    return _summed(con, selection, by, all_months=False)


def money_history(con: Seen, selection: Selection, by: Part | None = None) -> "pd.DataFrame":
    """Sum the amounts as ``money`` does, in every delivered month up to the one shown."""
    return _summed(con, selection, by, all_months=True)


def _summed(con: Seen, selection: Selection, by: Part | None, *, all_months: bool) -> "pd.DataFrame":
    return answer_selection(con, "money", selection, by=by, all_months=all_months)
