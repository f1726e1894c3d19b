import pytest

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


@pytest.fixture
def con(database):
    cursor = database.cursor()
    for statement in SOUND:
        cursor.execute(statement)
    return cursor


def test_a_sound_database_breaks_no_rule(con) -> None:
    assert violations(con) == []


@pytest.mark.parametrize(
    ("statement", "breach"),
    [
        (WORKBOOK, "workbook_id twice"),
        (SNAPSHOT.format(1, "2025-2028", 2), "snapshot_id twice"),
        (SNAPSHOT.format(2, "2025-2028", 1), "revision twice"),
        (SNAPSHOT.format(2, "2026-2029", 2), "two plans"),
        ("UPDATE snapshot SET workbook_id = 9", "snapshot without workbook"),
        ("INSERT INTO indsats VALUES (1, '2025-2028', 1)", "indsats_id twice"),
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
    ],
)
def test_each_breach_is_found(con, statement, breach) -> None:
    con.execute(statement)
    assert any(found.startswith(breach) for found in violations(con))
