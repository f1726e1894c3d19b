"""What people write beside the workbooks: appended and withdrawn, never changed, each with its event."""

from collections.abc import Mapping
from datetime import datetime
from typing import Literal

import duckdb

from dashboard.store.database import insert_rows, next_id, write_event

Kept = Literal["saved_view", "settled_signal", "reading_answer", "half_year_word"]
IDS: Mapping[Kept, str] = {
    "saved_view": "view_id",
    "settled_signal": "settled_id",
    "reading_answer": "answer_id",
    "half_year_word": "word_id",
}


def write_record(
    con: duckdb.DuckDBPyConnection, table: Kept, values: Mapping[str, object], what: str, *, at: datetime, by: str
) -> int:
    """Append a record inside the caller's transaction, and give its id."""
    record_id = next_id(con, table, IDS[table])
    insert_rows(con, table, [{IDS[table]: record_id, **values}])
    write_event(con, what, str(record_id), at=at, by=by)
    return record_id


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
