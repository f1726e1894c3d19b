"""A workbook before it is saved: what it holds, what was recognised, and what it would change."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

import duckdb

from dashboard.domain.issue import Issue
from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.domain.reading_answer import Question
from dashboard.domain.scope import Scope
from dashboard.domain.snapshot import count_lights
from dashboard.domain.status_row import StatusRow
from dashboard.domain.table_reading import TableReading
from dashboard.intake.answers import Reading
from dashboard.intake.difference import Difference, compare
from dashboard.intake.receipt import Receipt
from dashboard.intake.recognise import recognise_lines
from dashboard.intake.who_is_who import Decisions, Settled, Suggestion, row_key
from dashboard.store.database import Database
from dashboard.store.indsatser import known_names
from dashboard.store.reading_answers import standing_answers
from dashboard.store.rehearsal import Counted
from dashboard.store.revisions import change_kinds, known_before, lines_of, newest_bases, revisions_of
from dashboard.store.seen import Seen


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

    One with a sheet for each month has ``months``, oldest first, each compared with the one before it, and in ``made``
    the lines that are new in them, by the keys of their rows.
    """

    receipt: Receipt
    compared: Compared | None
    reading: Reading
    counted: Counted | None
    decisions: Decisions
    months: tuple["Preview", ...] = ()
    made: Mapping[str, int] = field(default_factory=dict)

    @property
    def tables(self) -> tuple[TableReading, ...]:
        """List the tables that were recognised, sheet by sheet."""
        return self.receipt.tables

    @property
    def questions(self) -> tuple[Question, ...]:
        """List what must be answered before it can be saved."""
        return self.receipt.questions

    @property
    def rows(self) -> tuple[StatusRow, ...]:
        """List its lines, of all months."""
        return self.receipt.rows + tuple(row for each in self.months for row in each.rows)

    @property
    def issues(self) -> tuple[Issue, ...]:
        """List what is told of it and of its months; which of these is meant is a question of its own."""
        told = [*self.receipt.issues, *(found for each in self.months for found in each.issues)]
        settled = ("which-sheet", "already-imported") if self.months else ()
        return tuple(dict.fromkeys(found for found in told if found.kind not in settled))

    @property
    def told_months(self) -> list[Month]:
        """List the months that it is status for."""
        return [each.receipt.month for each in (self.months or [self]) if each.receipt.month]

    @property
    def suggestions(self) -> tuple[Suggestion, ...]:
        """List what is asked of its new lines, those of the newest month first."""
        return self.receipt.suggestions + tuple(found for each in reversed(self.months) for found in each.suggestions)

    @property
    def is_stored(self) -> bool:
        """Tell whether this very file counts already, so that saving it changes nothing."""
        told = any(found.kind == "already-imported" for found in self.receipt.issues)
        return all(each.is_stored for each in self.months) if self.months else told

    @property
    def can_be_saved(self) -> bool:
        """Tell whether it can be saved, if need be with its errors."""
        return all(each.can_be_saved for each in self.months) if self.months else self.receipt.can_be_saved

    @property
    def lost_lines(self) -> int:
        """Count the lines that an error leaves not reported."""
        if self.months:
            return sum(each.lost_lines for each in self.months)
        wrong = {(found.sheet, found.cell) for found in self.receipt.errors}
        named = {found.value for found in self.receipt.errors if found.kind == "line-with-two-lights"}
        return sum((row.sheet, row.cell) in wrong or row.name in named for row in self.receipt.rows)


def is_read_as_remembered(database: Database, preview: Preview) -> bool:
    """Tell whether what is remembered about its tables is still what a workbook was read with."""
    layouts = {table.layout for table in preview.tables}
    known, now = (
        [each for each in answers if each.answer.layout in layouts]
        for answers in (preview.reading.known, standing_answers(database.cursor()))
    )
    return known == now


def revision_difference(
    con: Seen, month: Month, scope: Scope, revision: int, plan: str | None = None
) -> Difference | None:
    """Say what a stored revision told otherwise than the revision before it, or None for the first."""
    there = {each.revision: each.snapshot_id for each in revisions_of(con, month, scope, plan)}
    if revision - 1 not in there:
        return None
    before, now = lines_of(con, there[revision - 1]), lines_of(con, there[revision])
    return compare(change_kinds(con), before, list(now.items()), is_correction=True)


def month_difference(
    con: Seen, month: Month, scope: Scope, revision: int, plan: str
) -> tuple[Month, Difference] | None:
    """Say what a stored revision told otherwise than the month before it, and which that is; None for the first."""
    there = {each.revision: each.snapshot_id for each in revisions_of(con, month, scope, plan)}
    basis = next((each for each in newest_bases(con, plan, month, scope) if each.month != month), None)
    if basis is None:
        return None
    before = lines_of(con, basis.snapshot_id, None if basis.scope == scope else scope)
    now, known = lines_of(con, there[revision]), known_before(con, plan, month, scope)
    return basis.month, compare(change_kinds(con), before, list(now.items()), known=known)


def compared_with_stored(
    con: duckdb.DuckDBPyConnection, receipt: Receipt, decisions: Settled, hidden: Collection[int] = ()
) -> Compared | None:
    """Compare a workbook with the revision that it takes the place of, else with the month before; None without.

    ``hidden`` lines are new, as where they never were.
    """
    plan, month, scope = receipt.plan, receipt.month, receipt.scope
    if plan is None or month is None or scope is None or not receipt.rows:
        return None
    bases = newest_bases(con, plan, month, scope)
    # a wider workbook of the month is not what this one takes the place of
    basis = next((each for each in bases if each.month != month or each.scope == scope), None)
    if basis is None:
        return None
    every = lines_of(con, basis.snapshot_id, None if basis.scope == scope else scope)
    stored = {number: row for number, row in every.items() if number not in hidden}
    columns = {column.field for table in receipt.tables for column in table.columns if column.field}
    told = [(None if each in hidden else each, row) for each, row in told_lines(con, receipt, decisions)]
    difference = compare(
        change_kinds(con),
        stored,
        told,
        columns,
        known=known_before(con, plan, basis.month, scope),
        is_correction=basis.month == month,
    )
    return Compared(basis.month, basis.scope, basis.revision, count_lights(tuple(stored.values())), difference)


def told_lines(
    con: duckdb.DuckDBPyConnection, receipt: Receipt, decisions: Settled
) -> list[tuple[int | None, StatusRow]]:
    """Give each row with the line that it is, by itself or as decided; None for a new one."""
    known = known_names(con)
    ids, _ = recognise_lines(receipt.rows, known)
    line_of = {name.indsats_id: name.line_id for name in known}
    return [
        (decisions.get(row_key(row)) if each is None else line_of[each], row)
        for each, row in zip(ids, receipt.rows, strict=True)
    ]
