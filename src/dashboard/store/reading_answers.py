"""What people answered about tables: one standing answer for each layout and subject, the older ones kept beside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import duckdb

from dashboard.domain.reading_answer import Answer
from dashboard.store.records import Kept, withdraw_record, write_record

TABLE: Kept = "reading_answer"


@dataclass(frozen=True)
class StandingAnswer:
    """An answer that is remembered, who gave it and when, and the headings of the table it was given for."""

    answer_id: int
    answer: Answer
    headings: tuple[str, ...]
    given_at: datetime
    given_by: str


def standing_answers(con: duckdb.DuckDBPyConnection) -> tuple[StandingAnswer, ...]:
    """List the answers that stand, oldest first."""
    found = con.execute(
        "SELECT answer_id, layout, subject, value, headings, given_at, given_by "
        "FROM reading_answer WHERE withdrawn_at IS NULL ORDER BY answer_id"
    ).fetchall()
    return tuple(
        StandingAnswer(answer_id, Answer(layout, subject, value), tuple(headings), given_at, given_by)
        for answer_id, layout, subject, value, headings, given_at, given_by in found
    )


def remember_answer(
    con: duckdb.DuckDBPyConnection, answer: Answer, headings: Sequence[str], snapshot_id: int, *, at: datetime, by: str
) -> None:
    """Write an answer in place of those that no longer hold, inside the transaction that saves its workbook."""
    standing = standing_answers(con)
    if any(each.answer == answer for each in standing):
        return
    for older in standing:
        if answer.replaces(older.answer):
            withdraw_record(con, TABLE, older.answer_id, "replace-answer", at=at, by=by)
    said = {
        "layout": answer.layout,
        "headings": list(headings),
        "subject": answer.subject,
        "value": answer.value,
        "snapshot_id": snapshot_id,
        "given_at": at,
        "given_by": by,
    }
    write_record(con, TABLE, said, "answer", at=at, by=by)


def forget_answer(con: duckdb.DuckDBPyConnection, answer_id: int, *, at: datetime, by: str) -> bool:
    """Withdraw an answer inside the caller's transaction; tell whether there was one that stood."""
    return withdraw_record(con, TABLE, answer_id, "forget-answer", at=at, by=by)


def remember_again(con: duckdb.DuckDBPyConnection, answer_id: int, *, at: datetime, by: str) -> bool:
    """Give a forgotten answer once more inside the caller's transaction, unless it or one in its place stands."""
    found = con.execute(
        "SELECT layout, subject, value, headings, snapshot_id FROM reading_answer "
        "WHERE answer_id = ? AND withdrawn_at IS NOT NULL",
        [answer_id],
    ).fetchone()
    answer = Answer(*found[:3]) if found else None
    if found is None or answer is None or any(answer.replaces(each.answer) for each in standing_answers(con)):
        return False
    remember_answer(con, answer, found[3], found[4], at=at, by=by)
    return True
