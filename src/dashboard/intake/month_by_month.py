"""A workbook with a sheet for each month: every month looked at and saved in its turn, in one transaction."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

import duckdb

from dashboard.domain.issue import Issue, issue
from dashboard.domain.reading_answer import MONTHS
from dashboard.intake.answers import Reading
from dashboard.intake.difference import compare
from dashboard.intake.preview import Preview, compared_with_stored, told_lines
from dashboard.intake.questions import open_questions
from dashboard.intake.receipt import Receipt, examine
from dashboard.intake.saving import save_reading
from dashboard.intake.who_is_who import NOTHING_DECIDED
from dashboard.store.database import Database, NotKept
from dashboard.store.line_months import renew_months
from dashboard.store.revisions import change_kinds, lines_of, revisions_of
from dashboard.store.snapshots import ReceivedFile


def take_months(
    database: Database,
    reading: Reading,
    file: ReceivedFile,
    *,
    keep: bool,
    accept_errors: bool = False,
    all_months: bool = False,
) -> Preview:
    """Save the months, oldest first, and say what each changes beside the one before; all are kept, or none.

    ``all_months`` answers the question whether all are to be saved. What a month says already in a revision that
    stands is not saved again.
    """
    if not keep:
        with database.trial() as con:
            return _take_all(con, reading, file, accept_errors, all_months)
    with database.transaction() as con:
        seen = _take_all(con, reading, file, accept_errors, all_months)
        if not seen.receipt.accepted:
            raise NotKept
        saved = [each.receipt.month for each in seen.months if each.receipt.month and not each.is_stored]
        if saved:
            renew_months(con, saved[0])
    return seen


def _take_all(
    con: duckdb.DuckDBPyConnection, reading: Reading, file: ReceivedFile, accept_errors: bool, all_months: bool
) -> Preview:
    taken = [_take(con, each, file, accept_errors=accept_errors) for each in reading.months]
    told = Counter(found for each in taken for found in each.receipt.issues)
    months = tuple(_naming_sheet(each, told) for each in taken)
    receipt = _together(reading, months, file.file_name, all_months=all_months)
    return Preview(receipt, None, reading, None, NOTHING_DECIDED, months)


def _take(con: duckdb.DuckDBPyConnection, reading: Reading, file: ReceivedFile, *, accept_errors: bool) -> Preview:
    receipt = examine(con, reading, file, accept_errors)
    receipt = _unless_stored(con, receipt)
    compared = compared_with_stored(con, receipt, NOTHING_DECIDED)
    seen = Preview(receipt, compared, reading, None, NOTHING_DECIDED)
    if seen.can_be_saved and not seen.is_stored and receipt.month and receipt.scope:
        save_reading(con, reading, receipt, file, NOTHING_DECIDED, renews=False)
    return seen


def _naming_sheet(month: Preview, told: Mapping[Issue, int]) -> Preview:
    """Let what is told of one month alone name its sheet."""
    own = next((table.sheet for table in month.tables), None)
    issues = [replace(each, sheet=each.sheet or own) if told[each] == 1 else each for each in month.receipt.issues]
    return replace(month, receipt=replace(month.receipt, issues=tuple(issues)))


def _unless_stored(con: duckdb.DuckDBPyConnection, receipt: Receipt) -> Receipt:
    """Tell where a standing revision of the month says the same, even one that another has taken the place of."""
    plan, month, scope = receipt.plan, receipt.month, receipt.scope
    if plan is None or month is None or scope is None or not receipt.rows or receipt.questions:
        return receipt
    columns = {column.field for table in receipt.tables for column in table.columns if column.field}
    told, kinds = told_lines(con, receipt, NOTHING_DECIDED), change_kinds(con)
    for each in reversed(revisions_of(con, month, scope, plan)):
        found = compare(kinds, lines_of(con, each.snapshot_id), told, columns, is_correction=True)
        if each.stands and not found.lines and not found.left_out:
            known = [other for other in receipt.issues if other.kind != "already-imported"]
            issues = (issue("already-imported", detail=str(each.revision)), *known)
            return replace(receipt, accepted=True, revision=each.revision, issues=issues)
    return receipt


def _together(reading: Reading, months: Sequence[Preview], file_name: str, *, all_months: bool) -> Receipt:
    """Give the receipt of the whole workbook: it is accepted when each month is."""
    parsed = reading.parsed
    asked_of_months = [question for each in months for question in each.receipt.questions]
    asked = open_questions([*parsed.questions, *asked_of_months], parsed.issues)
    is_asked = any(choice.subject == MONTHS for question in asked for choice in question.choices) and not all_months
    told = [] if is_asked else [found for each in months for found in each.receipt.issues]
    of_months = {found for each in months for found in each.reading.parsed.issues}
    own = [found for found in parsed.issues if found not in of_months]
    is_stored = all(each.is_stored for each in months)
    news = [found for found in told if found.kind != "already-imported"]
    issues = dict.fromkeys([*told[: int(is_stored)], *own, *news])
    accepted = not is_asked and all(each.receipt.accepted for each in months)
    return Receipt(
        file_name, accepted, parsed.plan, None, parsed.scope, None, (), tuple(issues),
        questions=asked, tables=parsed.tables,
    )  # fmt: skip
