"""Writing a workbook that has been read and examined, inside a transaction that its caller keeps or not."""

import duckdb

from dashboard.domain.snapshot import Snapshot
from dashboard.intake.answers import Reading, save_answers
from dashboard.intake.receipt import Receipt
from dashboard.intake.recognise import recognise_lines
from dashboard.intake.who_is_who import Decisions, check_decisions, save_decisions, undecided
from dashboard.store import integrity
from dashboard.store.indsatser import known_names
from dashboard.store.snapshots import ReceivedFile, save_snapshot


def save_reading(
    con: duckdb.DuckDBPyConnection, reading: Reading, receipt: Receipt, file: ReceivedFile, decisions: Decisions
) -> None:
    """Write the snapshot of a workbook, or of one month of it, with what was decided and answered."""
    assert receipt.month is not None
    assert receipt.scope is not None
    known_ids, _ = recognise_lines(receipt.rows, known_names(con))
    check_decisions(decisions, receipt.rows, known_ids)
    issues = undecided(receipt.issues, decisions)
    example = reading.parsed.is_example
    snapshot = Snapshot(receipt.plan, receipt.month, receipt.scope, receipt.rows, issues, example)
    snapshot_id = save_snapshot(con, file, snapshot, known_ids)
    save_decisions(con, decisions, receipt.suggestions, snapshot_id, file)
    save_answers(con, reading, snapshot_id, file)
    integrity.check(con, snapshot_id)
