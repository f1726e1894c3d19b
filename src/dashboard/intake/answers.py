"""What is answered about the tables of a workbook: given now, or remembered from before; both go into its reading."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import duckdb

from dashboard.domain.cell_name import column_name, place_of
from dashboard.domain.issue import issue
from dashboard.domain.month import Month
from dashboard.domain.reading_answer import ANY_LAYOUT, MONTHS, UNREPORTED, Answer
from dashboard.domain.scope import Scope
from dashboard.domain.table_reading import TableReading
from dashboard.store.database import Database
from dashboard.store.reading_answers import StandingAnswer, remember_answer, standing_answers
from dashboard.store.snapshots import ReceivedFile
from dashboard.workbook.isolated import read_workbook
from dashboard.workbook.parsed import ParsedWorkbook


class AnswerError(Exception):
    """An answer that fits nothing in the workbook; the message is a Danish sentence."""


@dataclass(frozen=True)
class Reading:
    """A workbook as it was read with answers.

    ``given`` are those of its tables that were given now and are to be remembered, ``remembered`` those that were
    remembered already and used. ``known`` is everything that was remembered when it was read. ``plan`` and ``month``
    are what was given, None where the workbook was believed. ``unreported`` are the months whose lights it may take
    away; where ``sure``, those of all.
    """

    parsed: ParsedWorkbook
    plan: str | None = None
    month: Month | None = None
    given: tuple[Answer, ...] = ()
    remembered: tuple[StandingAnswer, ...] = ()
    known: tuple[StandingAnswer, ...] = ()
    unreported: frozenset[str] = frozenset()
    sure: bool = False

    @property
    def months(self) -> tuple["Reading", ...]:
        """Give the months of a workbook with a sheet for each, each with its answers: one is that all are read."""
        given = [
            (m, [each for each in m.answers if each in self.given or each.subject == MONTHS])
            for m in self.parsed.months
        ]
        return tuple(replace(self, parsed=m, month=m.month, given=tuple(answers)) for m, answers in given)


def read_answered(
    database: Database,
    content: bytes,
    file_name: str,
    *,
    plan: str | None = None,
    month: Month | None = None,
    scope: Scope | None = None,
    answers: Sequence[Answer] = (),
) -> Reading:
    """Read a workbook with the answers given now, and the remembered ones that those leave standing.

    Raise AnswerError when one of them names a column that no table has.
    """
    of_months = [each for each in answers if each.about[0] == UNREPORTED]
    unreported = frozenset(each.about[1] for each in of_months if each.layout == ANY_LAYOUT)
    answers = [each for each in answers if each not in of_months]
    known = standing_answers(database.cursor())
    standing = [each for each in known if not any(given.replaces(each.answer) for given in answers)]
    asked = (*(each.answer for each in standing), *answers)
    parsed = read_workbook(content, file_name, plan=plan, month=month, scope=scope, answers=asked)
    remembered = tuple(each for each in known if each.answer in parsed.answers)
    stored = {each.answer for each in known}
    given = tuple(
        answer
        for answer in dict.fromkeys(parsed.answers)
        if answer not in stored and answer.layout != ANY_LAYOUT and answer.about[0] != "letter"
    )
    _check_letters(answers, parsed, given)
    return Reading(parsed, plan, month, given, remembered, known, unreported)


def believed(reading: Reading) -> Reading:
    """Give a reading as if the month that the workbook says had been given, and tell what speaks against it."""
    parsed, month = reading.parsed, reading.parsed.month
    if month is None:
        return reading
    told = [
        issue("overruled", value=f"Filnavnet siger {found.value}", detail=month.label)
        if found.kind == "month-disagrees"
        else found
        for found in parsed.issues
    ]
    return replace(reading, parsed=replace(parsed, issues=tuple(told)), month=month)


def save_answers(con: duckdb.DuckDBPyConnection, reading: Reading, snapshot_id: int, file: ReceivedFile) -> None:
    """Remember what was given with a workbook, in the transaction that saves it."""
    for answer in reading.given:
        headings = headings_of(answer.layout, reading.parsed.tables)
        remember_answer(con, answer, headings, snapshot_id, at=file.received_at, by=file.received_by)


def headings_of(layout: str, tables: Sequence[TableReading]) -> list[str]:
    """List the headings of the table with a layout as they are written, each at its place from the first column."""
    table = next((table for table in tables if table.layout == layout), None)
    if table is None:
        return []
    written = {column.position: column.header for column in table.columns}
    return [written.get(position, "") for position in range(1, max(written, default=0) + 1)]


def column_letter(cell: str) -> str:
    """Give the letter of the column that a cell stands in."""
    row, column = place_of(cell)
    return column_name(row, column)


def _check_letters(answers: Sequence[Answer], parsed: ParsedWorkbook, given: Sequence[Answer]) -> None:
    letters = {column_letter(column.cell) for table in parsed.tables for column in table.columns}
    used = {answer.value for answer in given}
    for kind, which, value in ((*answer.about, answer.value) for answer in answers):
        if kind == "letter" and parsed.tables and which not in letters and value not in used:
            there = ", ".join(sorted(letters, key=lambda letter: (len(letter), letter)))
            raise AnswerError(f"Ingen tabel har en kolonne {which}. Der er: {there}.")
