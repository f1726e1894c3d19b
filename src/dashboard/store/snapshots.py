"""Saving what a workbook says: append only, a correction is a new revision."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import duckdb

from dashboard.domain.month import Month
from dashboard.domain.scope import Scope
from dashboard.domain.snapshot import Snapshot
from dashboard.domain.status_row import StatusRow
from dashboard.store.database import insert_rows, next_id, write_event
from dashboard.store.indsatser import save_indsatser
from dashboard.store.line_columns import written_line
from dashboard.store.line_months import renew_months


@dataclass(frozen=True)
class ReceivedFile:
    """A workbook as it arrived: its bytes and where they came from."""

    file_name: str
    sha256: str
    content: bytes
    received_at: datetime
    received_by: str


@dataclass(frozen=True)
class StandingRevision:
    """The revision that counts now for a month and scope."""

    revision: int
    sha256: str
    imported_at: datetime


def stored_plans(con: duckdb.DuckDBPyConnection) -> list[str]:
    """List the plans that something came for, oldest first: what is withdrawn of one is often about to come again."""
    found = con.execute("SELECT DISTINCT plan FROM snapshot ORDER BY plan").fetchall()
    return [plan for (plan,) in found]


def standing_revision(con: duckdb.DuckDBPyConnection, plan: str, month: Month, scope: Scope) -> StandingRevision | None:
    """Find the revision that counts for a month and scope of a plan, or None."""
    row = con.execute(
        "SELECT revision, sha256, imported_at FROM current_snapshot JOIN workbook USING (workbook_id) "
        "WHERE plan = ? AND month = ? AND scope = ?",
        [plan, str(month), str(scope)],
    ).fetchone()
    return StandingRevision(*row) if row else None


def next_revision(con: duckdb.DuckDBPyConnection, plan: str, month: Month, scope: Scope) -> int:
    """Give the number that the next revision of a month and scope of a plan gets; withdrawn ones keep theirs."""
    row = con.execute(
        "SELECT coalesce(max(revision), 0) + 1 FROM snapshot WHERE plan = ? AND month = ? AND scope = ?",
        [plan, str(month), str(scope)],
    ).fetchone()
    assert row is not None
    return int(row[0])


def save_snapshot(
    con: duckdb.DuckDBPyConnection,
    file: ReceivedFile,
    snapshot: Snapshot,
    known_ids: Sequence[int | None],
    *,
    renews: bool = True,
) -> int:
    """Write a snapshot with its file, lines and issues inside the caller's transaction, and give its id.

    ``known_ids`` holds, for each row, the line it is (None: a new one). Without ``renews`` what is known of each month
    is left as it was, to be renewed once for many.
    """
    workbook_id = _save_file(con, file)
    snapshot_id = next_id(con, "snapshot", "snapshot_id")
    told = {
        "snapshot_id": snapshot_id,
        "workbook_id": workbook_id,
        "plan": snapshot.plan,
        "month": str(snapshot.month),
        "scope": str(snapshot.scope),
        "revision": next_revision(con, snapshot.plan, snapshot.month, snapshot.scope),
        "is_example": snapshot.is_example,
        "imported_at": file.received_at,
        "imported_by": file.received_by,
    }
    insert_rows(con, "snapshot", [told])
    ids = save_indsatser(con, snapshot.plan, snapshot_id, snapshot.rows, known_ids)
    _save_rows(con, snapshot_id, snapshot.rows, ids)
    issues = [vars(each) | {"severity": str(each.severity)} for each in snapshot.issues]
    numbered = [{"snapshot_id": snapshot_id, "number": number, **each} for number, each in enumerate(issues, start=1)]
    insert_rows(con, "issue", numbered)
    write_event(con, "import", file.file_name, at=file.received_at, by=file.received_by, snapshot_id=snapshot_id)
    if renews:
        renew_months(con, [snapshot_id])
    return snapshot_id


def altered_files(con: duckdb.DuckDBPyConnection) -> list[str]:
    """List the stored workbooks that are not the bytes they were when they were received."""
    found = con.execute(
        "SELECT 'workbook is not as received: ' || workbook_id || ' ' || file_name FROM workbook "
        "WHERE sha256(content) <> sha256 ORDER BY workbook_id"
    ).fetchall()
    return [text for (text,) in found]


def _save_file(con: duckdb.DuckDBPyConnection, file: ReceivedFile) -> int:
    """Keep a file once, however many months were received in it, and give its id."""
    same = "SELECT workbook_id FROM workbook WHERE sha256 = ? AND file_name = ? AND received_at = ?"
    there = con.execute(same, [file.sha256, file.file_name, file.received_at]).fetchone()
    if there is not None:
        return int(there[0])
    workbook_id = next_id(con, "workbook", "workbook_id")
    insert_rows(con, "workbook", [{"workbook_id": workbook_id, **vars(file)}])
    return workbook_id


def _save_rows(con: duckdb.DuckDBPyConnection, snapshot_id: int, rows: Sequence[StatusRow], ids: Sequence[int]) -> None:
    of_lines = [({"snapshot_id": snapshot_id, "indsats_id": each}, row) for each, row in zip(ids, rows, strict=True)]
    insert_rows(con, "status", [line | written_line(row) for line, row in of_lines])
    amounts = ((line, year, amount) for line, row in of_lines for year, amount in row.amounts.items())
    insert_rows(con, "amount", [{**line, "year": year, "amount": amount} for line, year, amount in amounts])
