"""A workbook that is written: its rows, and what was decided about them."""

from collections.abc import Collection

import duckdb

from dashboard.domain.snapshot import Snapshot
from dashboard.intake.answers import Reading, save_answers
from dashboard.intake.receipt import Receipt
from dashboard.intake.recognise import recognise_lines
from dashboard.intake.who_is_who import Settled, check_decisions, save_decisions, undecided
from dashboard.store import integrity
from dashboard.store.indsatser import known_names
from dashboard.store.rehearsal import Counted, counted, is_told, rehearsed
from dashboard.store.snapshots import ReceivedFile, save_snapshot


def write_snapshot(
    con: duckdb.DuckDBPyConnection,
    receipt: Receipt,
    file: ReceivedFile,
    decisions: Settled,
    *,
    is_example: bool = False,
    renews: bool = True,
) -> int:
    """Write what a workbook says inside the caller's transaction, and give the id of its snapshot.

    Raise LinkError when a decision cannot stand.
    """
    assert receipt.plan is not None
    assert receipt.month is not None
    assert receipt.scope is not None
    known_ids, _ = recognise_lines(receipt.rows, known_names(con))
    check_decisions(decisions, receipt.rows, known_ids)
    issues = undecided(receipt.issues, decisions)
    snapshot = Snapshot(receipt.plan, receipt.month, receipt.scope, receipt.rows, issues, is_example)
    snapshot_id = save_snapshot(con, file, snapshot, known_ids, renews=renews)
    save_decisions(con, decisions, receipt.suggestions, snapshot_id, file)
    return snapshot_id


def save_reading(
    con: duckdb.DuckDBPyConnection,
    reading: Reading,
    receipt: Receipt,
    file: ReceivedFile,
    decisions: Settled,
    *,
    renews: bool = True,
) -> int:
    """Write a workbook, or one month of it, with what was answered about it, and give the id of its snapshot."""
    is_example = reading.parsed.is_example
    snapshot_id = write_snapshot(con, receipt, file, decisions, is_example=is_example, renews=renews)
    save_answers(con, reading, snapshot_id, file)
    integrity.check(con, snapshot_id)
    return snapshot_id


def counted_by_saving(
    con: duckdb.DuckDBPyConnection,
    receipt: Receipt,
    file: ReceivedFile,
    decisions: Settled,
    hidden: Collection[int],
) -> Counted | None:
    """Say what saving a workbook would change in what counts of its month; None for a month that nothing counts of.

    Of ``hidden`` lines nothing is said. Raise LinkError when a decision cannot stand.
    """
    if receipt.plan is None or receipt.month is None or not is_told(con, receipt.plan, receipt.month):
        return None
    with rehearsed(con, receipt.plan, receipt.month):
        snapshot_id = write_snapshot(con, receipt, file, decisions, renews=False)
        return counted(con, [snapshot_id], hidden)[snapshot_id]
