"""What people write beside the workbooks: appended and withdrawn, never changed, each with its event."""

from collections.abc import Mapping
from datetime import datetime
from logging import getLogger
from typing import Literal

import duckdb

from dashboard.domain.clock import utc_now
from dashboard.store.database import Database, insert_rows, next_id, write_event
from dashboard.store.faults import DatabaseError

log = getLogger(__name__)
Kept = Literal["saved_view", "settled_signal", "reading_answer", "half_year_word", "line_closing"]
IDS: Mapping[Kept, str] = {
    "saved_view": "view_id",
    "settled_signal": "settled_id",
    "reading_answer": "answer_id",
    "half_year_word": "word_id",
    "line_closing": "closing_id",
}


def write_record(
    con: duckdb.DuckDBPyConnection, table: Kept, values: Mapping[str, object], what: str, *, at: datetime, by: str
) -> int:
    """Append a record inside the caller's transaction, and give its id."""
    record_id = next_id(con, table, IDS[table])
    insert_rows(con, table, [{IDS[table]: record_id, **values}])
    write_event(con, what, str(record_id), at=at, by=by)
    return record_id


def write_closing(
    con: duckdb.DuckDBPyConnection, indsats_id: int, note: str, *, closed: bool, at: datetime, by: str
) -> None:
    """Write who may see a line inside the caller's transaction: those who may see closed ones alone, or everybody."""
    said = {"indsats_id": indsats_id, "closed": closed, "note": note.strip(), "written_at": at, "written_by": by}
    write_record(con, "line_closing", said, "close-line" if closed else "open-line", at=at, by=by)


def withdraw_record(
    con: duckdb.DuckDBPyConnection, table: Kept, record_id: int, what: str, *, at: datetime, by: str
) -> bool:
    """Withdraw a record inside the caller's transaction; tell whether there was one that stood."""
    changed = con.execute(
        f"UPDATE {table} SET withdrawn_at = ?, withdrawn_by = ? WHERE {IDS[table]} = ? AND withdrawn_at IS NULL "
        "RETURNING 1",
        [at, by, record_id],
    ).fetchall()
    if changed:
        write_event(con, what, str(record_id), at=at, by=by)
    return bool(changed)


def note(database: Database, what: str, detail: str, *, by: str, at: datetime | None = None) -> None:
    """Write into the record that something was done which changes nothing that is stored.

    With the moment it was done at (else it is now) it is written once. Where it cannot be written that goes to the log.
    """
    written = "SELECT 1 FROM event WHERE what = ? AND detail = ? AND who = ? AND happened_at = ?"
    try:
        with database.transaction() as con:
            if at is None or con.execute(written, [what, detail, by, at]).fetchone() is None:
                write_event(con, what, detail, at=at or utc_now(), by=by)
    except DatabaseError as error:
        log.warning("not written in the record", exc_info=error, extra={"told": {"event": what}})
