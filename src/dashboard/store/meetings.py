"""Meetings, their agendas and decisions: every change is a new version, written only over the one it was made from."""

from collections.abc import Mapping
from dataclasses import asdict, fields
from datetime import date, datetime
from typing import Any, Literal

import duckdb

from dashboard.domain.meeting import AgendaItem, Decision, Meeting
from dashboard.store.database import insert_rows, next_id, write_event

Versioned = Literal["agenda_item", "decision"]
IDS: Mapping[Versioned, str] = {"agenda_item": "item_id", "decision": "decision_id"}


class OverwriteError(Exception):
    """Somebody else wrote a newer version meanwhile; ``newest`` is its number."""

    def __init__(self, newest: int) -> None:
        super().__init__(newest)
        self.newest = newest


def save_meeting(con: duckdb.DuckDBPyConnection, meeting: Meeting, *, at: datetime, by: str) -> int:
    """Write a new meeting inside the caller's transaction, and give its id."""
    meeting_id = next_id(con, "meeting", "meeting_id")
    newest = con.execute("SELECT max(plan) FROM snapshot").fetchone()
    row = {"meeting_id": meeting_id, **_plain(meeting), "created_at": at, "created_by": by}
    insert_rows(con, "meeting", [row | {"plan": meeting.plan or (newest and newest[0])}])
    write_event(con, "plan-meeting", str(meeting_id), at=at, by=by)
    return meeting_id


def stored_meeting(con: duckdb.DuckDBPyConnection, meeting_id: int) -> tuple[Meeting, bool] | None:
    """Give a meeting and whether it is closed, or None when there is no such meeting."""
    row = con.execute(
        "SELECT body, held_on, month, scope, closed_at IS NOT NULL FROM meeting "
        "WHERE meeting_id = ? AND withdrawn_at IS NULL",
        [meeting_id],
    ).fetchone()
    return None if row is None else (Meeting.read(*row[:4]), bool(row[4]))


def set_closed(con: duckdb.DuckDBPyConnection, meeting_id: int, *, at: datetime, by: str) -> None:
    """Lock a meeting that has been held, inside the caller's transaction."""
    con.execute("UPDATE meeting SET closed_at = ?, closed_by = ? WHERE meeting_id = ?", [at, by, meeting_id])
    write_event(con, "hold-meeting", str(meeting_id), at=at, by=by)


def set_withdrawn(con: duckdb.DuckDBPyConnection, meeting_id: int, *, at: datetime, by: str) -> None:
    """Take a meeting away that was made by mistake, inside the caller's transaction."""
    con.execute("UPDATE meeting SET withdrawn_at = ?, withdrawn_by = ? WHERE meeting_id = ?", [at, by, meeting_id])
    write_event(con, "withdraw-meeting", str(meeting_id), at=at, by=by)


def is_on_agenda(con: duckdb.DuckDBPyConnection, meeting_id: int, indsats_id: int | None, but: int | None) -> bool:
    """Tell whether a line stands on a meeting's agenda, as another item than this one."""
    question = "SELECT 1 FROM current_item WHERE meeting_id = ? AND indsats_id = ? AND item_id IS DISTINCT FROM ?"
    return con.execute(question, [meeting_id, indsats_id, but]).fetchone() is not None


def newest_version(
    con: duckdb.DuckDBPyConnection, table: Versioned, record_id: int
) -> tuple[int, dict[str, Any]] | None:
    """Give the number and the columns of the newest version of an item or a decision, or None without any."""
    columns = _columns(table)
    row = con.execute(
        f"SELECT version, {', '.join(columns)} FROM {table} WHERE {IDS[table]} = ? ORDER BY version DESC LIMIT 1",
        [record_id],
    ).fetchone()
    return None if row is None else (int(row[0]), dict(zip(columns, row[1:], strict=True)))


def write_version(
    con: duckdb.DuckDBPyConnection,
    table: Versioned,
    record_id: int | None,
    values: Mapping[str, Any],
    *,
    over: int,
    at: datetime,
    by: str,
) -> tuple[int, int]:
    """Write a version over the one it was made from (``over``; 0 for a new record), and give its id and version.

    Inside the caller's transaction. Raise OverwriteError when a newer one has been written since.
    """
    if record_id is None:
        record_id, newest = next_id(con, table, IDS[table]), 0
    else:
        found = newest_version(con, table, record_id)
        newest = found[0] if found else 0
    if newest != over:
        raise OverwriteError(newest)
    row = {IDS[table]: record_id, "version": newest + 1, **values, "written_at": at, "written_by": by}
    insert_rows(con, table, [row])
    write_event(con, "agenda" if table == "agenda_item" else "decide", str(record_id), at=at, by=by)
    return record_id, newest + 1


def _columns(table: Versioned) -> list[str]:
    kind = AgendaItem if table == "agenda_item" else Decision
    return [field.name for field in fields(kind)]


def _plain(meeting: Meeting) -> dict[str, str | date | None]:
    return asdict(meeting) | {"month": str(meeting.month), "scope": str(meeting.scope)}
