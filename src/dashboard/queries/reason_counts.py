"""Why lines were red, month by month."""

from typing import TYPE_CHECKING

from dashboard.domain.reason import reason_of
from dashboard.queries.answer import answer_selection
from dashboard.queries.selection import Selection
from dashboard.store.seen import Seen

if TYPE_CHECKING:  # pandas takes as long to load as all else, and the command line seldom needs it
    import pandas as pd


def reason_counts(con: Seen, selection: Selection) -> "pd.DataFrame":
    """Count the red lines of every delivered month up to the one shown by the reason that is stated for them.

    Columns month, reason (as domain.reason gives it) and n; a month without red lines has no row.
    """
    found = answer_selection(con, "reason_counts", selection)
    found["reason"] = [reason_of(text if isinstance(text, str) else None) for text in found["red_reason"]]
    return found.groupby(["month", "reason"], as_index=False)[["n"]].sum()
