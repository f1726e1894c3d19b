"""A line is closed to those who may not see it, and opened again, with a note and by somebody who is named."""

import getpass

from dashboard.domain.clock import utc_now
from dashboard.store.database import Database
from dashboard.store.records import write_record


def close_line(database: Database, indsats_id: int, note: str, by: str | None = None, *, closed: bool = True) -> None:
    """Say that only those who may see closed lines see this one, or (``closed`` false) that everybody does again."""
    at, who = utc_now(), by or getpass.getuser()
    said = {"indsats_id": indsats_id, "closed": closed, "note": note.strip(), "written_at": at, "written_by": who}
    with database.transaction() as con:
        write_record(con, "line_closing", said, "close-line" if closed else "open-line", at=at, by=who)
