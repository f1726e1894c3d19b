"""What people say of a line in a half-year status: the list that it is placed in and why, and what is highlighted."""

import getpass
from dataclasses import dataclass

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


@dataclass(frozen=True)
class HalfYearSaid:
    """What somebody says of a line: the list it is placed in and why, or (``placed_in`` None) what is highlighted.

    An empty text takes back what stands; ``over`` is the word that stood when this was said.
    """

    placed_in: HalfYearList | None
    text: str
    over: int | None = None


def say_of_line(
    database: Database, plan: str, month: Month, indsats_id: int, *told: HalfYearSaid, by: str | None = None
) -> None:
    """Say of a line in a half-year status where it is placed, what is highlighted, or both: all or nothing.

    Raise OverwriteError when another word stands by now than the one it was said over.
    """
    at, who = utc_now(), by or getpass.getuser()
    place = {"plan": plan, "month": str(month), "indsats_id": indsats_id}
    with database.transaction() as con:
        for each in told:
            asked = [*place.values(), each.placed_in is None]
            standing = [word for (word,) in con.execute(STANDING, asked).fetchall()]
            newest = max(standing, default=None)
            if newest != each.over:
                raise OverwriteError(newest or 0)
            for word in standing:
                withdraw_record(con, "half_year_word", word, "half-year", at=at, by=who)
            if each.text.strip():
                said = {"placed_in": each.placed_in, "text": each.text.strip(), "written_at": at, "written_by": who}
                write_record(con, "half_year_word", place | said, "half-year", at=at, by=who)
