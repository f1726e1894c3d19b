"""What people say of a line in a half-year status: the list that it is placed in and why, and what is highlighted."""

import getpass

from dashboard.domain.clock import utc_now
from dashboard.domain.half_year import HalfYearList
from dashboard.domain.month import Month
from dashboard.store.database import Database
from dashboard.store.meetings import OverwriteError
from dashboard.store.records import withdraw_record, write_record

STANDING = (
    "SELECT word_id FROM standing_half_year_word WHERE plan = ? AND month = ? AND indsats_id = ? "
    "AND (placed_in IS NULL) = ? ORDER BY word_id"
)


def place_line(
    database: Database,
    plan: str,
    month: Month,
    indsats_id: int,
    placed_in: HalfYearList | None,
    note: str,
    over: int | None = None,
    by: str | None = None,
) -> None:
    """Place a line in a list with a note that says why, or (None) let it be where the rule puts it.

    ``over`` is the placement that stood when this was said: raise OverwriteError when another stands by now.
    """
    _say(database, (plan, month, indsats_id), placed_in, note if placed_in else "", over, by, is_highlight=False)


def highlight_line(
    database: Database,
    plan: str,
    month: Month,
    indsats_id: int,
    text: str,
    over: int | None = None,
    by: str | None = None,
) -> None:
    """Highlight a line with a text, or ("") no longer; ``over`` as for a placement."""
    _say(database, (plan, month, indsats_id), None, text, over, by, is_highlight=True)


def _say(
    database: Database,
    line: tuple[str, Month, int],
    placed_in: HalfYearList | None,
    text: str,
    over: int | None,
    by: str | None,
    *,
    is_highlight: bool,
) -> None:
    (plan, month, indsats_id), at, who = line, utc_now(), by or getpass.getuser()
    said = {
        "plan": plan,
        "month": str(month),
        "indsats_id": indsats_id,
        "placed_in": placed_in,
        "text": text.strip(),
        "written_at": at,
        "written_by": who,
    }
    with database.transaction() as con:
        standing = [word for (word,) in con.execute(STANDING, [plan, str(month), indsats_id, is_highlight]).fetchall()]
        newest = max(standing, default=None)
        if newest != over:
            raise OverwriteError(newest or 0)
        for word in standing:
            withdraw_record(con, "half_year_word", word, "half-year", at=at, by=who)
        if text.strip():
            write_record(con, "half_year_word", said, "half-year", at=at, by=who)
