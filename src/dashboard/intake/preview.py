"""A workbook before it is saved: what it holds, what was recognised, and what it would change."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

import duckdb

from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.domain.reading_answer import Answer, Question
from dashboard.domain.scope import Scope
from dashboard.domain.snapshot import count_lights
from dashboard.domain.table_reading import TableReading
from dashboard.intake.answers import Reading, read_answered
from dashboard.intake.difference import Difference, compare
from dashboard.intake.receipt import Receipt, examine, received_now
from dashboard.intake.recognise import recognise_lines
from dashboard.intake.saving import counted_by_saving
from dashboard.intake.who_is_who import NOTHING_DECIDED, Decisions, row_key
from dashboard.store.database import Database
from dashboard.store.indsatser import known_names
from dashboard.store.reading_answers import standing_answers
from dashboard.store.rehearsal import Counted
from dashboard.store.revisions import basis_of, change_kinds, earlier_month, lines_of, revisions_of


@dataclass(frozen=True)
class Compared:
    """What is stored that a workbook is compared with: a revision for a month, and the scope it was delivered for."""

    month: Month
    scope: Scope
    revision: int
    lights: Counter[Light]
    difference: Difference


@dataclass(frozen=True)
class Preview:
    """What an import would give, with what is decided about its rows.

    ``compared`` is None where nothing is stored to compare with, ``counted`` where there is nothing to change: nothing
    counts of the month yet, or the workbook is stored already or cannot be saved.
    """

    receipt: Receipt
    compared: Compared | None
    reading: Reading
    counted: Counted | None
    decisions: Decisions

    @property
    def tables(self) -> tuple[TableReading, ...]:
        """List the tables that were recognised, sheet by sheet."""
        return self.receipt.tables

    @property
    def questions(self) -> tuple[Question, ...]:
        """List what must be answered before it can be saved."""
        return self.receipt.questions

    @property
    def is_stored(self) -> bool:
        """Tell whether this very file counts already, so that saving it changes nothing."""
        return any(found.kind == "already-imported" for found in self.receipt.issues)

    @property
    def can_be_saved(self) -> bool:
        """Tell whether it can be saved, if need be with its errors."""
        return self.receipt.can_be_saved

    @property
    def lost_lines(self) -> int:
        """Count the lines that an error leaves not reported."""
        wrong = {(found.sheet, found.cell) for found in self.receipt.errors}
        named = {found.value for found in self.receipt.errors if found.kind == "line-with-two-lights"}
        return sum((row.sheet, row.cell) in wrong or row.name in named for row in self.receipt.rows)


def preview_workbook(
    database: Database,
    content: bytes,
    file_name: str,
    month: Month | None = None,
    scope: Scope | None = None,
    answers: Sequence[Answer] = (),
    decisions: Decisions = NOTHING_DECIDED,
    plan: str | None = None,
) -> Preview:
    """Read a workbook and say what saving it would change; nothing is saved.

    A plan, month or scope that is given overrules the workbook's own, and answers overrule what is remembered. Raise
    LinkError when a decision cannot stand.
    """
    reading = read_answered(database, content, file_name, plan=plan, month=month, scope=scope, answers=answers)
    return _preview(database, content, file_name, reading, decisions)


def preview_again(
    database: Database, content: bytes, before: Preview, decisions: Decisions = NOTHING_DECIDED
) -> Preview:
    """Say what saving a workbook would change now that something was saved or decided, without reading it again."""
    return _preview(database, content, before.receipt.file, before.reading, decisions)


def is_read_as_remembered(database: Database, preview: Preview) -> bool:
    """Tell whether what is remembered about its tables is still what a workbook was read with."""
    layouts = {table.layout for table in preview.tables}
    known, now = (
        [each for each in answers if each.answer.layout in layouts]
        for answers in (preview.reading.known, standing_answers(database.cursor()))
    )
    return known == now


def revision_difference(
    database: Database, month: Month, scope: Scope, revision: int, plan: str | None = None
) -> Difference | None:
    """Say what a stored revision told otherwise than the revision before it, or None for the first."""
    con = database.cursor()
    there = {each.revision: each.snapshot_id for each in revisions_of(con, month, scope, plan)}
    if revision - 1 not in there:
        return None
    before, now = lines_of(con, there[revision - 1]), lines_of(con, there[revision])
    return compare(change_kinds(con), before, list(now.items()), is_correction=True)


def _preview(database: Database, content: bytes, file_name: str, reading: Reading, decisions: Decisions) -> Preview:
    con = database.cursor()
    file = received_now(content, file_name)
    receipt = examine(con, reading, file, accept_errors=False)
    compared = _compared(con, receipt, reading.parsed.tables, decisions)
    preview = Preview(receipt, compared, reading, None, decisions)
    if preview.is_stored or not preview.can_be_saved:
        return preview
    return replace(preview, counted=counted_by_saving(con, receipt, file, decisions))


def _compared(
    con: duckdb.DuckDBPyConnection, receipt: Receipt, tables: tuple[TableReading, ...], decisions: Decisions
) -> Compared | None:
    plan, month, scope = receipt.plan, receipt.month, receipt.scope
    if plan is None or month is None or scope is None or not receipt.rows:
        return None
    basis = basis_of(con, plan, month, scope)
    if basis is None or basis[1] != scope:  # a wider workbook of the month is not what this one takes the place of
        earlier = earlier_month(con, plan, month, scope)
        basis = basis_of(con, plan, earlier, scope) if earlier else None
        if earlier is None or basis is None:
            return None
        month = earlier
    snapshot_id, delivered_for, revision = basis
    stored = lines_of(con, snapshot_id, None if delivered_for == scope else scope)
    known = known_names(con)
    ids, _ = recognise_lines(receipt.rows, known)
    line_of = {name.indsats_id: name.line_id for name in known}
    columns = {column.field for table in tables for column in table.columns if column.field}
    lines = [
        decisions.get(row_key(row)) if known_id is None else line_of[known_id]
        for row, known_id in zip(receipt.rows, ids, strict=True)
    ]
    told = list(zip(lines, receipt.rows, strict=True))
    difference = compare(change_kinds(con), stored, told, columns, is_correction=month == receipt.month)
    return Compared(month, delivered_for, revision, count_lights(tuple(stored.values())), difference)
