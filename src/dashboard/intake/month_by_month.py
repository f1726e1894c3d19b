"""A workbook with a sheet for each month: every month looked at and saved in its turn, in one transaction."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

import duckdb

from dashboard.domain.issue import Issue, issue
from dashboard.domain.reading_answer import MONTHS, UNREPORTED
from dashboard.intake.answers import Reading
from dashboard.intake.difference import compare
from dashboard.intake.preview import Preview, compared_with_stored, told_lines
from dashboard.intake.questions import open_questions
from dashboard.intake.receipt import Receipt, examine
from dashboard.intake.recognise import recognise_lines
from dashboard.intake.saving import save_reading
from dashboard.intake.who_is_who import NOTHING_DECIDED, Decisions, check_open, check_stored, row_ids, row_key, settle
from dashboard.store.database import Database, NotKept
from dashboard.store.indsatser import known_names, lines_side_by_side
from dashboard.store.line_months import renew_months
from dashboard.store.rehearsal import counted, note_counted
from dashboard.store.revisions import change_kinds, lines_of, revisions_of
from dashboard.store.snapshots import ReceivedFile


def take_months(
    database: Database,
    reading: Reading,
    file: ReceivedFile,
    decisions: Decisions,
    *,
    keep: bool,
    accept_errors: bool = False,
    all_months: bool = False,
    hidden: Collection[int] = (),
) -> Preview:
    """Save the months, oldest first, and say what each changes beside the one before; all are kept, or none.

    Of ``hidden`` lines nothing is said.
    ``all_months`` answers the question whether all are to be saved. What a month says already in a revision that
    stands is not saved again. Raise LinkError when a decision cannot stand.
    """
    if not keep:
        with database.trial() as con:
            return _Taking(con, file, decisions, accept_errors, hidden).take(reading, all_months=all_months)
    with database.transaction() as con:
        taking = _Taking(con, file, decisions, accept_errors)
        seen = taking.take(reading, all_months=all_months)
        if not seen.receipt.accepted:
            raise NotKept
        renew_months(con, list(taking.snapshots.values()))
    return seen


@dataclass(frozen=True)
class _Taking:
    """The months that are taken through a cursor, each with what was decided about its rows.

    ``told`` are the numbers of the lines of the months before, by the keys of their rows, ``made`` of those that were
    new, and ``snapshots`` those of the months by their places.
    """

    con: duckdb.DuckDBPyConnection
    file: ReceivedFile
    decisions: Decisions
    accept_errors: bool
    hidden: Collection[int] = ()
    told: dict[str, int] = field(default_factory=dict)
    made: dict[str, int] = field(default_factory=dict)
    snapshots: dict[int, int] = field(default_factory=dict)

    def take(self, reading: Reading, *, all_months: bool) -> Preview:
        check_open(self.decisions, {row_key(row) for each in reading.months for row in each.parsed.rows})
        note_counted(self.con)
        taken = [self._take(place, each) for place, each in enumerate(reading.months)]
        told = Counter(found for each in taken for found in each.receipt.issues)
        changed = counted(self.con, self.snapshots.values(), self.hidden)
        asked = [found for each in taken for found in each.receipt.suggestions]
        beside = lines_side_by_side(self.con, [self.made[each.key] for each in asked if each.key in self.made])
        months = tuple(
            replace(_naming_sheet(self._without(beside, each), told), counted=changed.get(self.snapshots.get(place, 0)))
            for place, each in enumerate(taken)
        )
        receipt = _together(reading, months, self.file.file_name, all_months=all_months)
        return Preview(receipt, None, reading, None, self.decisions, months, self.made)

    def _take(self, place: int, reading: Reading) -> Preview:
        receipt = _unless_stored(self.con, examine(self.con, reading, self.file, self.accept_errors)).without(
            self.hidden
        )
        keys = {row_key(row) for row in receipt.rows}
        known = known_names(self.con)
        ids, _ = recognise_lines(receipt.rows, known)
        of_rows = {row_key(row): each for row, each in zip(receipt.rows, ids, strict=True) if each is not None}
        own = settle({key: said for key, said in self.decisions.items() if key in keys}, self.told)
        told_in = {number: key for key, number in self.made.items()}
        suggestions = [replace(each, told_in=told_in.get(each.line.indsats_id)) for each in receipt.suggestions]
        seen = Preview(
            replace(receipt, suggestions=tuple(suggestions)),
            compared_with_stored(self.con, receipt, own, self.hidden),
            reading,
            None,
            own,
        )
        if seen.is_stored:
            check_stored(own, receipt.rows, known)
            self.told.update(of_rows)
        elif seen.can_be_saved and receipt.month and receipt.scope:
            snapshot_id = save_reading(self.con, reading, receipt, self.file, own, renews=False)
            told = row_ids(self.con, snapshot_id)
            self.made.update({key: told[key] for key in keys - of_rows.keys()})
            self.told.update(told)
            self.snapshots[place] = snapshot_id
        return seen

    def _without(self, beside: Collection[tuple[int, int]], seen: Preview) -> Preview:
        """Ask of no line that stands beside the new one in any month."""
        asked = seen.receipt.suggestions
        left = [each for each in asked if (self.made.get(each.key, 0), each.line.indsats_id) not in beside]
        return replace(seen, receipt=replace(seen.receipt, suggestions=tuple(left)))


def _naming_sheet(month: Preview, told: Mapping[Issue, int]) -> Preview:
    """Let what is told of one month alone name its sheet."""
    own = next((table.sheet for table in month.tables), None)
    issues = [replace(each, sheet=each.sheet or own) if told[each] == 1 else each for each in month.receipt.issues]
    return replace(month, receipt=replace(month.receipt, issues=tuple(issues)))


def _unless_stored(con: duckdb.DuckDBPyConnection, receipt: Receipt) -> Receipt:
    """Tell where a standing revision of the month says the same, even one that another has taken the place of."""
    plan, month, scope = receipt.plan, receipt.month, receipt.scope
    if plan is None or month is None or scope is None or not receipt.rows:
        return receipt
    if any(choice.subject != f"{UNREPORTED} {month}" for question in receipt.questions for choice in question.choices):
        return receipt
    columns = {column.field for table in receipt.tables for column in table.columns if column.field}
    told, kinds = told_lines(con, receipt, NOTHING_DECIDED), change_kinds(con)
    for each in reversed(revisions_of(con, month, scope, plan)):
        found = compare(kinds, lines_of(con, each.snapshot_id), told, columns, is_correction=True)
        if each.stands and not found.lines and not found.left_out:
            known = [other for other in receipt.issues if other.kind != "already-imported"]
            issues = (issue("already-imported", detail=str(each.revision)), *known)
            return replace(receipt, accepted=True, revision=each.revision, issues=issues, questions=())
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
