"""A workbook that arrives: looked at, and saved in one transaction or not at all."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import duckdb

from dashboard.domain.month import Month
from dashboard.domain.reading_answer import Answer
from dashboard.domain.scope import Scope
from dashboard.domain.viewer import EVERYTHING, Viewer
from dashboard.intake.answers import Reading, believed, read_answered
from dashboard.intake.month_by_month import take_months
from dashboard.intake.preview import Preview, compared_with_stored
from dashboard.intake.preview_document import preview_document
from dashboard.intake.receipt import Receipt, examine, received_now
from dashboard.intake.recognise import recognise_lines
from dashboard.intake.saving import counted_by_saving, save_reading
from dashboard.intake.who_is_who import NOTHING_DECIDED, Decisions, check_decisions, check_stored, ids_of_rows, settle
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
        undecided = [each for each in self.preview.suggestions if each.key not in self.decisions]
        document = self.receipt.as_json() | preview_document(self.preview, undecided, self.ids)
        months = [each.receipt.as_json() | preview_document(each, (), {}) for each in self.preview.months]
        return document | ({"months": months} if months else {})


def preview_workbook(
    database: Database,
    content: bytes,
    file_name: str,
    month: Month | None = None,
    scope: Scope | None = None,
    answers: Sequence[Answer] = (),
    decisions: Decisions = NOTHING_DECIDED,
    plan: str | None = None,
    viewer: Viewer = EVERYTHING,
) -> Preview:
    """Read a workbook and say what saving it would change, of what a viewer may see; nothing is saved.

    A plan, month or scope that is given overrules the workbook's own, and answers overrule what is remembered. Raise
    LinkError when a decision cannot stand.
    """
    reading = read_answered(database, content, file_name, plan=plan, month=month, scope=scope, answers=answers)
    return _preview(database, content, file_name, reading, decisions, viewer)


def preview_again(
    database: Database,
    content: bytes,
    before: Preview,
    decisions: Decisions = NOTHING_DECIDED,
    viewer: Viewer = EVERYTHING,
) -> Preview:
    """Say what saving a workbook would change now that something was saved or decided, without reading it again."""
    return _preview(database, content, before.receipt.file, before.reading, decisions, viewer)


def _preview(
    database: Database,
    content: bytes,
    file_name: str,
    reading: Reading,
    decisions: Decisions,
    viewer: Viewer = EVERYTHING,
) -> Preview:
    file, hidden = received_now(content, file_name), database.hidden_from(viewer)
    if reading.months:
        return take_months(database, reading, file, decisions, keep=False, hidden=hidden)
    con, settled = database.cursor(), settle(decisions)
    receipt = examine(con, reading, file, accept_errors=False).without(hidden)
    preview = Preview(receipt, compared_with_stored(con, receipt, settled, hidden), reading, None, decisions)
    if preview.is_stored or not preview.can_be_saved:
        return preview
    return replace(preview, counted=counted_by_saving(con, receipt, file, settled, hidden))


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
    speaks against it, and lets the lights go that it takes away. ``answers`` say how its tables are to be read, beside
    what is remembered; they are remembered when it is saved.
    """
    reading = read_answered(database, content, file_name, plan=plan, month=month, scope=scope, answers=answers)
    reading = replace(reading, sure=sure)
    if reading.months:
        file = received_now(content, file_name, by)
        taken = take_months(database, reading, file, decisions or {}, accept_errors=accept_errors, keep=save)
        is_saved = save and taken.receipt.accepted
        return Received(taken, taken.receipt, decisions or {}, taken.made if is_saved else {})
    reading, commits = believed(reading) if sure else reading, database.commits
    seen = _preview(database, content, file_name, reading, decisions or {})
    receipt = save_seen(
        database, content, seen, accept_errors=accept_errors, save=save, by=by, decisions=decisions, commits=commits
    )
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
    commits: int | None = None,
) -> Receipt:
    """Save a workbook that was looked at, unless it has errors that are not accepted; ``save=False`` only checks.

    One with a sheet for each month is saved month by month, all or none: to save it answers whether all are meant.
    Accepted errors leave their lines not reported. ``decisions`` say of rows (by row_key) which line they are, or None
    for a new one; they are saved with the rows. What was seen still holds where nothing was written since ``commits``.
    Raise LinkError or AnswerError, and save nothing, when a decision or an answer cannot stand.
    """
    reading, file = seen.reading, received_now(content, seen.receipt.file, by)
    if seen.months:
        return take_months(
            database, reading, file, decisions or {}, keep=save, accept_errors=accept_errors, all_months=True
        ).receipt

    def receipt_of(con: duckdb.DuckDBPyConnection) -> Receipt:
        holds = database.is_unwritten_since(commits) and (seen.receipt.accepted or not accept_errors)
        return seen.receipt if holds else examine(con, reading, file, accept_errors)

    settled = settle(decisions or {})
    if not save:
        stored, rows = database.cursor(), reading.parsed.rows
        check_decisions(settled, rows, recognise_lines(rows, known_names(stored))[0])
        return receipt_of(stored)
    with database.transaction() as con:
        receipt = receipt_of(con)
        unchanged = any(found.kind == "already-imported" for found in receipt.issues)
        if unchanged:
            check_stored(settled, receipt.rows, known_names(con))
        elif receipt.accepted:
            save_reading(con, reading, receipt, file, settled)
    return receipt
