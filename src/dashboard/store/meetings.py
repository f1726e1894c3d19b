"""Meetings, their agendas and decisions: every change is a new version, written only over the one it was made from."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import date, datetime
from typing import Any, Literal

import duckdb

from dashboard.domain.meeting import AgendaItem, Decision, Meeting
from dashboard.domain.month import Month
from dashboard.domain.scope import Scope
from dashboard.store.database import insert_rows, next_id, write_event

Versioned = Literal["meeting_version", "agenda_item", "decision"]
IDS: Mapping[Versioned, str] = {"meeting_version": "meeting_id", "agenda_item": "item_id", "decision": "decision_id"}
KINDS: Mapping[Versioned, type[Meeting | AgendaItem | Decision]] = {
    "meeting_version": Meeting,
    "agenda_item": AgendaItem,
    "decision": Decision,
}
EVENTS: Mapping[Versioned, str] = {"meeting_version": "change-meeting", "agenda_item": "agenda", "decision": "decide"}


class OverwriteError(Exception):
    """Somebody else wrote a newer version meanwhile; ``newest`` is its number."""

    def __init__(self, newest: int) -> None:
        super().__init__(newest)
        self.newest = newest


def save_meeting(con: duckdb.DuckDBPyConnection, meeting: Meeting, *, at: datetime, by: str) -> int:
    """Write a new meeting inside the caller's transaction, and give its id."""
    meeting_id = next_id(con, "meeting", "meeting_id")
    newest = con.execute("SELECT max(plan) FROM snapshot").fetchone()
    values = plain(meeting) | {"plan": meeting.plan or (newest and newest[0])}
    planned = {name: values[name] for name in ("body", "held_on", "month", "scope", "plan")}
    insert_rows(con, "meeting", [{"meeting_id": meeting_id, **planned, "created_at": at, "created_by": by}])
    write_version(con, "meeting_version", meeting_id, values, over=0, at=at, by=by)
    write_event(con, "plan-meeting", str(meeting_id), at=at, by=by)
    return meeting_id


def stored_meeting(con: duckdb.DuckDBPyConnection, meeting_id: int) -> tuple[int, dict[str, Any]] | None:
    """Give the newest version of a meeting and its number, or None when there is no such meeting."""
    there = con.execute("SELECT 1 FROM meeting WHERE meeting_id = ? AND withdrawn_at IS NULL", [meeting_id]).fetchone()
    return newest_version(con, "meeting_version", meeting_id) if there else None


def meeting_of(con: duckdb.DuckDBPyConnection, body: str, held_on: date) -> int | None:
    """Find the meeting of a body on a day, or None."""
    sql = "SELECT min(meeting_id) FROM current_meeting WHERE body = ? AND held_on = ?"
    row = con.execute(sql, [body, held_on]).fetchone()
    return None if row is None else row[0]


def item_of(con: duckdb.DuckDBPyConnection, meeting_id: int, indsats_id: int | None) -> int | None:
    """Find the item of a line on a meeting's agenda, or None."""
    sql = "SELECT min(item_id) FROM current_item WHERE meeting_id = ? AND indsats_id = ?"
    row = con.execute(sql, [meeting_id, indsats_id]).fetchone()
    return None if row is None else row[0]


def next_position(con: duckdb.DuckDBPyConnection, meeting_id: int) -> float:
    """Give the position after the last item of a meeting's agenda."""
    sql = "SELECT coalesce(max(position), 0) + 1 FROM current_item WHERE meeting_id = ?"
    row = con.execute(sql, [meeting_id]).fetchone()
    return 1.0 if row is None else float(row[0])


def set_withdrawn(
    con: duckdb.DuckDBPyConnection, meeting_id: int, *, at: datetime, by: str, is_back: bool = False
) -> bool:
    """Take away a meeting made by mistake, or bring it back, in the caller's transaction; tell whether it was done."""
    changed = con.execute(
        "UPDATE meeting SET withdrawn_at = ?, withdrawn_by = ? "
        "WHERE meeting_id = ? AND (withdrawn_at IS NOT NULL) = ? RETURNING 1",
        [*([None, None] if is_back else [at, by]), meeting_id, is_back],
    ).fetchall()
    if changed:
        write_event(con, "restore-meeting" if is_back else "withdraw-meeting", str(meeting_id), at=at, by=by)
    return bool(changed)


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
    write_event(con, EVENTS[table], str(record_id), at=at, by=by)
    return record_id, newest + 1


def plain(kept: Meeting | AgendaItem | Decision) -> dict[str, Any]:
    """Give what is kept as the columns it is stored in."""
    return {field.name: column(getattr(kept, field.name)) for field in fields(kept)}


def column(value: Any) -> Any:
    """Give a value as the column it is stored in."""
    if isinstance(value, tuple):
        return list(value)
    return str(value) if isinstance(value, Month | Scope) else value


def _columns(table: Versioned) -> list[str]:
    return [field.name for field in fields(KINDS[table])]
