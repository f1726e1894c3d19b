from typing import Any

import duckdb
import pytest

from dashboard.store.database import Database
from dashboard.store.integrity import violations

SNAPSHOT = "INSERT INTO snapshot VALUES ({}, 1, '{}', '2025-05', 'plan', {}, false, now()::TIMESTAMP, 'a', NULL, NULL)"
WORKBOOK = "INSERT INTO workbook VALUES (1, 'x', 'a.xlsx', ''::BLOB, now()::TIMESTAMP, 'a')"
STATUS = (
    "INSERT INTO status BY NAME SELECT 1 AS snapshot_id, {} AS indsats_id, '{}' AS title, '{}' AS light, "
    "['ØK'] AS udvalg, false AS done, false AS cross_cutting, 'Ark1' AS sheet, 'C2' AS cell, 'A2' AS title_cell"
)
SOUND = [
    WORKBOOK,
    SNAPSHOT.format(1, "2025-2028", 1),
    "INSERT INTO event VALUES (1, now()::TIMESTAMP, 'a', 'import', 1, NULL)",
    "INSERT INTO indsats VALUES (1, '2025-2028', 1)",
    "INSERT INTO indsats_name VALUES (1, 'A', 'a', NULL, 1, NULL)",
    STATUS.format(1, "A", "green"),
]


ANSWER = (
    "INSERT INTO reading_answer VALUES ({}, '{}', ['A', 'B'], '{}', '{}', {}, now()::TIMESTAMP, 'a', NULL, NULL); "
    "INSERT INTO event VALUES (10 + {}, now()::TIMESTAMP, 'a', 'answer', NULL, '{}')"
)


def answer(subject: str, value: str, number: int = 2, layout: str = "a | b", snapshot: int = 1) -> str:
    return ANSWER.format(number, layout, subject, value, snapshot, number, number)


SAVED_VIEW = "INSERT INTO saved_view VALUES (1, 'Vores', '', '', now()::TIMESTAMP, 'a', NULL, NULL); "
SETTLED = "INSERT INTO settled_signal VALUES (1, 'red_long', 1, 'plan', '', '', now()::TIMESTAMP, 'a', NULL, NULL); "
PLACED = (
    "INSERT INTO half_year_word VALUES ({}, '2025-2028', '2025-05', 1, '{}', 'Ja', now()::TIMESTAMP, 'a', NULL, NULL); "
)
MEETING = (
    "INSERT INTO meeting VALUES "
    "(1, 'direktionen', DATE '2025-06-04', '2025-05', 'plan', now()::TIMESTAMP, 'a', NULL, NULL, NULL, NULL, NULL); "
)
VERSION = (
    "INSERT INTO meeting_version BY NAME SELECT meeting_id, 1 AS version, body, held_on, month, '{}' AS scope, "
    "[] AS participants, [] AS invited, false AS locked, created_at AS written_at, 'a' AS written_by, "
    "'{}' AS cross_month FROM meeting"
)


@pytest.fixture
def con(database: Database) -> duckdb.DuckDBPyConnection:
    cursor = database.cursor()
    for statement in (*SOUND, answer("column 2", "light", 1)):
        cursor.execute(statement)
    return cursor


def test_a_sound_database_breaks_no_rule(con: duckdb.DuckDBPyConnection) -> None:
    assert violations(con) == []


def test_answers_of_many_kinds_stand_side_by_side(con: duckdb.DuckDBPyConnection) -> None:
    said = [("column 3", "other"), ("column 4", "other"), ("column 0", "title"), ("none done", ""), ("word 1", "done")]
    for number, (subject, value) in enumerate([*said, ("subtasks", "lines")], start=2):
        con.execute(answer(subject, value, number))
    con.execute(answer("column 2", "light", 9, layout="another"))
    assert violations(con) == []


@pytest.mark.parametrize(
    ("statement", "breach"),
    [
        (WORKBOOK, "workbook_id twice"),
        (SNAPSHOT.format(1, "2025-2028", 2), "snapshot_id twice"),
        (SNAPSHOT.format(2, "2025-2028", 1), "revision twice"),
        ("UPDATE snapshot SET workbook_id = 9", "snapshot without workbook"),
        ("INSERT INTO indsats VALUES (1, '2025-2028', 1)", "indsats_id twice"),
        ("INSERT INTO event FROM event", "event_id twice"),
        (SAVED_VIEW * 2, "view_id twice"),
        (SETTLED * 2, "settled_id twice"),
        (PLACED.format(1, "nowhere"), "unsound word on a half-year status: 1"),
        (PLACED.format(1, "focus") + PLACED.format(2, "focus"), "two words on a half-year status: 1 2025-05"),
        (MEETING * 2, "meeting_id twice"),
        (MEETING + VERSION.format("AU", "2025-05"), "unsound months of meeting"),
        (MEETING + VERSION.format("tvaergaaende", "2025-06"), "unsound months of meeting"),
        (STATUS.format(1, "A", "green"), "line twice in snapshot"),
        (STATUS.format(7, "A", "green"), "status without indsats"),
        ("UPDATE status SET snapshot_id = 9", "status without snapshot"),
        ("UPDATE status SET light = 'blue'", "unknown light"),
        ("UPDATE status SET light = 'done'", "unknown light"),
        ("UPDATE status SET title = 'B'", "title without name"),
        ("UPDATE status SET udvalg = ['ØK', 'KB', 'ØK']", "udvalg twice"),
        ("INSERT INTO amount VALUES (1, 9, 2025, 1)", "amount without status"),
        ("INSERT INTO issue VALUES (9, 1, 'error', 'x', NULL, NULL, NULL, 'm')", "issue without snapshot"),
        ("DELETE FROM event", "not imported once"),
        ("UPDATE snapshot SET withdrawn_at = now()::TIMESTAMP, withdrawn_by = 'a'", "state and events disagree"),
        ("INSERT INTO event VALUES (2, now()::TIMESTAMP, 'a', 'withdraw', 1, NULL)", "state and events disagree"),
        (answer("word i gang", "green", 1), "answer_id twice"),
        (answer("word i gang", "green", snapshot=9), "answer without snapshot"),
        (answer("word i gang", "blue"), "unsound answer"),
        (answer("word ", "green"), "unsound answer"),
        (answer("column x", "light"), "unsound answer"),
        (answer("column 3", "kat"), "unsound answer"),
        (answer("letter C", "title"), "unsound answer"),
        (answer("none light", "light", layout="c"), "unsound answer"),
        (answer("subtasks", "måske"), "unsound answer"),
        (answer("subtasks", "parts", layout=""), "unsound answer"),
        (answer("column 2", "title"), "two answers"),
        (answer("column 3", "light"), "two columns for one role"),
        (answer("none light", ""), "two columns for one role"),
        ("UPDATE reading_answer SET withdrawn_at = now()::TIMESTAMP", "answer and events disagree"),
        ("UPDATE reading_answer SET withdrawn_at = now()::TIMESTAMP, withdrawn_by = 'a'", "answer and events disagree"),
        ("DELETE FROM event WHERE what = 'answer'", "answer and events disagree"),
    ],
)
def test_each_breach_is_found(con: duckdb.DuckDBPyConnection, statement: Any, breach: str) -> None:
    con.execute(statement)
    assert any(found.startswith(breach) for found in violations(con))
