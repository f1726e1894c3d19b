"""A workbook that arrives: parsed, recognised, checked, and saved in one transaction or not at all."""

import getpass
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256

import duckdb

from dashboard.domain.clock import utc_now
from dashboard.domain.issue import ISSUE_KINDS, Issue, issue
from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.domain.reading_answer import Answer, Question
from dashboard.domain.scope import Scope
from dashboard.domain.snapshot import Snapshot, count_lights
from dashboard.domain.status_row import StatusRow
from dashboard.domain.table_reading import TableReading
from dashboard.intake.answers import Reading, read_answered, save_answers
from dashboard.intake.questions import open_questions
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
from dashboard.store.snapshots import (
    ReceivedFile,
    StandingRevision,
    next_revision,
    save_snapshot,
    standing_revision,
    stored_plan,
)


@dataclass(frozen=True)
class Receipt:
    """What became of one workbook. ``revision`` is the one it got, or the standing one when nothing changed.

    ``suggestions`` are the known lines that its new ones may be, best first. ``questions`` are to be answered before it
    can be saved, and ``tables`` are what they are about.
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
    questions: tuple[Question, ...] = ()
    tables: tuple[TableReading, ...] = ()

    @property
    def can_be_saved(self) -> bool:
        """Tell whether it can be saved, if need be with its errors."""
        return not self.questions and not any(ISSUE_KINDS[found.kind].leaves_nothing for found in self.errors)

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
    answers: Sequence[Answer] = (),
) -> Receipt:
    """Read a workbook and save it, unless it has errors that are not accepted; ``save=False`` only looks.

    A month or scope that is given overrules the workbook's own. Accepted errors leave their lines not reported.
    ``decisions`` say of rows (by row_key) which line they are, or None for a new one; they are saved with the rows.
    ``answers`` say how its tables are to be read, beside what is remembered; they are remembered when it is saved.
    Raise LinkError or AnswerError, and save nothing, when one of them cannot stand.
    """
    reading = read_answered(database, content, file_name, month=month, scope=scope, answers=answers)
    file = received_now(content, file_name, by)
    return receive_read(database, reading, file, accept_errors=accept_errors, save=save, decisions=decisions)


def receive_read(
    database: Database,
    reading: Reading,
    file: ReceivedFile,
    *,
    accept_errors: bool = False,
    save: bool = True,
    decisions: Decisions | None = None,
) -> Receipt:
    """Do the same with a workbook that has been read already."""
    if not save:
        con, rows = database.cursor(), reading.parsed.rows
        check_decisions(decisions or {}, rows, recognise_lines(rows, known_names(con))[0])
        return examine(con, reading, file, accept_errors)
    with database.transaction() as con:
        receipt = examine(con, reading, file, accept_errors)
        unchanged = any(found.kind == "already-imported" for found in receipt.issues)
        if receipt.accepted and not unchanged:
            _save(con, reading, receipt, file, decisions or {})
    return receipt


def received_now(content: bytes, file_name: str, by: str | None = None) -> ReceivedFile:
    """Note that a file is received now, by someone or (None) by whoever runs this."""
    at = utc_now()
    return ReceivedFile(file_name, sha256(content).hexdigest(), content, at, by or getpass.getuser())


def examine(con: duckdb.DuckDBPyConnection, reading: Reading, file: ReceivedFile, accept_errors: bool) -> Receipt:
    """Say what would become of a workbook that has been read; nothing is written."""
    parsed = reading.parsed
    issues = list(parsed.issues)
    held = stored_plan(con)
    if held is not None and held != parsed.plan:
        issues.append(issue("another-plan", value=parsed.plan, detail=held))
    known_ids, ambiguous = recognise_lines(parsed.rows, known_names(con))
    issues += ambiguous
    receipt = Receipt(
        file.file_name, False, parsed.plan, parsed.month, parsed.scope, None, parsed.rows, tuple(issues),
        questions=open_questions(parsed.questions, parsed.issues), tables=parsed.tables,
    )  # fmt: skip
    receipt = replace(receipt, accepted=receipt.can_be_saved and (accept_errors or not receipt.errors))
    if not receipt.accepted or parsed.month is None or parsed.scope is None:
        return receipt
    standing = standing_revision(con, parsed.month, parsed.scope)
    if standing is not None and standing.sha256 == file.sha256 and not _is_answered_since(reading, standing):
        known = issue("already-imported", detail=str(standing.revision))
        return replace(receipt, revision=standing.revision, issues=(known, *receipt.issues))
    suggestions = suggest_lines(con, parsed.month, parsed.scope, parsed.rows, known_ids)
    revision = next_revision(con, parsed.month, parsed.scope)
    return replace(receipt, revision=revision, suggestions=tuple(suggestions))


def _is_answered_since(reading: Reading, standing: StandingRevision) -> bool:
    """Tell whether something was answered after a file was imported, so that the same file can be read otherwise."""
    return bool(reading.given) or any(each.given_at > standing.imported_at for each in reading.remembered)


def _save(
    con: duckdb.DuckDBPyConnection, reading: Reading, receipt: Receipt, file: ReceivedFile, decisions: Decisions
) -> None:
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
