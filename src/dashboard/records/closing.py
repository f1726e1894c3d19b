"""A line is closed to those who may not see it, and opened again, with a note and by somebody who is named."""

import getpass

from dashboard.domain.clock import utc_now
from dashboard.store.database import Database
from dashboard.store.records import write_closing


def close_line(database: Database, indsats_id: int, note: str, by: str | None = None, *, closed: bool = True) -> None:
    """Say that only those who may see closed lines see this one, or (``closed`` false) that everybody does again."""
    with database.transaction() as con:
        write_closing(con, indsats_id, note, closed=closed, at=utc_now(), by=by or getpass.getuser())
