"""A workbook that arrives: parsed, recognised, checked, and saved in one transaction or not at all."""

import getpass
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from hashlib import sha256

import duckdb

from dashboard.domain.issue import Issue, issue
from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.domain.scope import Scope
from dashboard.domain.snapshot import Snapshot, count_lights
from dashboard.domain.status_row import StatusRow
from dashboard.intake.recognise import recognise_lines
from dashboard.intake.who_is_who import (
    Decisions,
    Suggestion,
    check_decisions,
    save_decisions,
    suggest_lines,
    undecided,
)
from dashboard.store import integrity
from dashboard.store.database import Database
from dashboard.store.indsatser import known_names
from dashboard.store.snapshots import ReceivedFile, next_revision, save_snapshot, standing_revision, stored_plan
from dashboard.workbook.isolated import read_workbook
from dashboard.workbook.parse import ParsedWorkbook

# Without these there is nothing to save, so they cannot be accepted; every other error is of single lines.
NOTHING_TO_SAVE = frozenset(
    {
        "empty-file", "encrypted", "another-kind", "macros", "too-large", "document-type", "strict", "endless-merge",
        "too-slow", "too-much-memory", "damaged", "no-sheets", "no-header", "no-rows", "no-month", "several-months",
        "which-sheet", "no-scope", "transposed", "another-plan",
    }
)  # fmt: skip


@dataclass(frozen=True)
class Receipt:
    """What became of one workbook. ``revision`` is the one it got, or the standing one when nothing changed.

    ``suggestions`` are the known lines that its new ones may be, best first.
    """

    file: str
    accepted: bool
    plan: str
    month: Month | None
    scope: Scope | None
    revision: int | None
    rows: tuple[StatusRow, ...]
    issues: tuple[Issue, ...] = field(default=())
    suggestions: tuple[Suggestion, ...] = ()

    @property
    def errors(self) -> list[Issue]:
        """List what rejects the workbook."""
        return [found for found in self.issues if found.is_error]

    def as_json(self) -> dict[str, object]:
        """Give the receipt as the JSON document that the command line prints for each file."""
        lights = count_lights(self.rows)
        return {
            "file": self.file,
            "accepted": self.accepted,
            "plan": self.plan,
            "month": str(self.month) if self.month else None,
            "scope": str(self.scope) if self.scope else None,
            "revision": self.revision,
            "rows": len(self.rows),
            "lights": {
                str(light): lights[light] for light in (Light.GREEN, Light.YELLOW, Light.RED, Light.NOT_REPORTED)
            },
            "done": lights[Light.DONE],
            "cross_cutting": sum(row.cross_cutting for row in self.rows),
            "issues": [
                {
                    "severity": str(found.severity),
                    "kind": found.kind,
                    "sheet": found.sheet,
                    "cell": found.cell,
                    "value": found.value,
                    "message": found.message,
                }
                for found in self.issues
            ],
        }


def receive_workbook(
    database: Database,
    content: bytes,
    file_name: str,
    *,
    month: Month | None = None,
    scope: Scope | None = None,
    accept_errors: bool = False,
    save: bool = True,
    by: str | None = None,
    decisions: Decisions | None = None,
) -> Receipt:
    """Read a workbook and save it, unless it has errors that are not accepted; ``save=False`` only looks.

    A month or scope that is given overrules the workbook's own. Accepted errors leave their lines not reported.
    ``decisions`` say of rows (by row_key) which line they are, or None for a new one; they are saved with the rows.
    Raise LinkError, and save nothing, when one of them cannot stand.
    """
    parsed = read_workbook(content, file_name, month=month, scope=scope)
    file = received_now(content, file_name, by)
    return receive_parsed(database, parsed, file, accept_errors=accept_errors, save=save, decisions=decisions)


def receive_parsed(
    database: Database,
    parsed: ParsedWorkbook,
    file: ReceivedFile,
    *,
    accept_errors: bool = False,
    save: bool = True,
    decisions: Decisions | None = None,
) -> Receipt:
    """Do the same with a workbook that has been read already."""
    if not save:
        con = database.cursor()
        check_decisions(decisions or {}, parsed.rows, recognise_lines(parsed.rows, known_names(con))[0])
        return examine(con, parsed, file, accept_errors)
    with database.transaction() as con:
        receipt = examine(con, parsed, file, accept_errors)
        unchanged = any(found.kind == "already-imported" for found in receipt.issues)
        if receipt.accepted and not unchanged:
            _save(con, parsed, receipt, file, decisions or {})
    return receipt


def received_now(content: bytes, file_name: str, by: str | None = None) -> ReceivedFile:
    """Note that a file is received now, by someone or (None) by whoever runs this."""
    at = datetime.now(UTC).replace(tzinfo=None)
    return ReceivedFile(file_name, sha256(content).hexdigest(), content, at, by or getpass.getuser())


def examine(con: duckdb.DuckDBPyConnection, parsed: ParsedWorkbook, file: ReceivedFile, accept_errors: bool) -> Receipt:
    """Say what would become of a parsed workbook; nothing is written."""
    issues = list(parsed.issues)
    held = stored_plan(con)
    if held is not None and held != parsed.plan:
        issues.append(issue("another-plan", value=parsed.plan, detail=held))
    known_ids, ambiguous = recognise_lines(parsed.rows, known_names(con))
    issues += ambiguous
    errors = [found for found in issues if found.is_error]
    refused = errors if not accept_errors else [found for found in errors if found.kind in NOTHING_TO_SAVE]
    receipt = Receipt(
        file.file_name, not refused, parsed.plan, parsed.month, parsed.scope, None, parsed.rows, tuple(issues)
    )
    if refused or parsed.month is None or parsed.scope is None:
        return receipt
    standing = standing_revision(con, parsed.month, parsed.scope)
    if standing is not None and standing.sha256 == file.sha256:
        known = issue("already-imported", detail=str(standing.revision))
        return replace(receipt, revision=standing.revision, issues=(known, *receipt.issues))
    suggestions = suggest_lines(con, parsed.month, parsed.scope, parsed.rows, known_ids)
    revision = next_revision(con, parsed.month, parsed.scope)
    return replace(receipt, revision=revision, suggestions=tuple(suggestions))


def _save(
    con: duckdb.DuckDBPyConnection, parsed: ParsedWorkbook, receipt: Receipt, file: ReceivedFile, decisions: Decisions
) -> None:
    assert receipt.month is not None
    assert receipt.scope is not None
    known_ids, _ = recognise_lines(receipt.rows, known_names(con))
    check_decisions(decisions, receipt.rows, known_ids)
    issues = undecided(receipt.issues, decisions)
    snapshot = Snapshot(receipt.plan, receipt.month, receipt.scope, receipt.rows, issues, parsed.is_example)
    snapshot_id = save_snapshot(con, file, snapshot, known_ids)
    save_decisions(con, decisions, receipt.suggestions, snapshot_id, file)
    integrity.check(con, snapshot_id)
