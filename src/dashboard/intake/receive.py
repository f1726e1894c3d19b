"""A workbook that arrives: looked at, and saved in one transaction or not at all."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dashboard.domain.month import Month
from dashboard.domain.reading_answer import Answer
from dashboard.domain.scope import Scope
from dashboard.intake.answers import save_answers
from dashboard.intake.preview import Preview, preview_workbook
from dashboard.intake.preview_document import preview_document
from dashboard.intake.receipt import Receipt, examine, received_now
from dashboard.intake.recognise import recognise_lines
from dashboard.intake.saving import write_snapshot
from dashboard.intake.who_is_who import Decisions, check_decisions, ids_of_rows
from dashboard.store import integrity
from dashboard.store.database import Database
from dashboard.store.indsatser import known_names


@dataclass(frozen=True)
class Received:
    """What was seen of a workbook before anything was saved, and its receipt.

    ``decisions`` are those that were saved with it, and ``ids`` what its rows got when they were saved, by row_key.
    """

    preview: Preview
    receipt: Receipt
    decisions: Decisions = field(default_factory=dict)
    ids: Mapping[str, int] = field(default_factory=dict)

    def as_json(self) -> dict[str, object]:
        """Give both as the JSON document that the command line prints for each file."""
        undecided = [each for each in self.receipt.suggestions if each.key not in self.decisions]
        return self.receipt.as_json() | preview_document(self.preview, undecided, self.ids)


def receive_workbook(
    database: Database,
    content: bytes,
    file_name: str,
    *,
    plan: str | None = None,
    month: Month | None = None,
    scope: Scope | None = None,
    sure: bool = False,
    accept_errors: bool = False,
    save: bool = True,
    by: str | None = None,
    decisions: Decisions | None = None,
    answers: Sequence[Answer] = (),
) -> Received:
    """Read a workbook, say what saving it changes, and save it as ``save_seen`` does; raise what that does.

    A plan, month or scope that is given overrules the workbook's own; ``sure`` gives the month that it says, whatever
    speaks against it. ``answers`` say how its tables are to be read, beside
    what is remembered; they are remembered when it is saved.
    """
    seen = preview_workbook(database, content, file_name, month, scope, answers, decisions or {}, plan)
    if sure and month is None and any(choice.subject == "month" for each in seen.questions for choice in each.choices):
        month = seen.receipt.month
        seen = preview_workbook(database, content, file_name, month, scope, answers, decisions or {}, plan)
    receipt = save_seen(database, content, seen, accept_errors=accept_errors, save=save, by=by, decisions=decisions)
    ids: Mapping[str, int] = {}
    if save and receipt.suggestions and receipt.plan and receipt.month and receipt.scope and receipt.revision:
        ids = ids_of_rows(database.cursor(), receipt.plan, receipt.month, receipt.scope, receipt.revision)
    return Received(seen, receipt, decisions or {}, ids)


def save_seen(
    database: Database,
    content: bytes,
    seen: Preview,
    *,
    accept_errors: bool = False,
    save: bool = True,
    by: str | None = None,
    decisions: Decisions | None = None,
) -> Receipt:
    """Save a workbook that was looked at, unless it has errors that are not accepted; ``save=False`` only checks.

    Accepted errors leave their lines not reported. ``decisions`` say of rows (by row_key) which line they are, or None
    for a new one; they are saved with the rows. Raise LinkError or AnswerError, and save nothing, when a decision or an
    answer cannot stand.
    """
    reading, file = seen.reading, received_now(content, seen.receipt.file, by)
    if not save:
        con, rows = database.cursor(), reading.parsed.rows
        check_decisions(decisions or {}, rows, recognise_lines(rows, known_names(con))[0])
        return examine(con, reading, file, accept_errors)
    with database.transaction() as con:
        receipt = examine(con, reading, file, accept_errors)
        unchanged = any(found.kind == "already-imported" for found in receipt.issues)
        if receipt.accepted and not unchanged:
            snapshot_id = write_snapshot(con, receipt, file, decisions or {}, is_example=reading.parsed.is_example)
            save_answers(con, reading, snapshot_id, file)
            integrity.check(con, snapshot_id)
    return receipt
