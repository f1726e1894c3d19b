"""The rules of decisions about lines, each broken once."""

from typing import Any

import duckdb
import pytest

from dashboard.store.database import Database
from dashboard.store.integrity import violations

SOUND = [
    "INSERT INTO indsats SELECT unnest([1, 2, 3]), '2025-2028', 1",
    "INSERT INTO indsats_name SELECT unnest([1, 2, 3]), 'A', 'a', NULL, 1, NULL",
    "INSERT INTO indsats_line VALUES (1, 2, 1)",
]
LINK = "INSERT INTO indsats_link VALUES ({}, '{}', {}, {}, now()::TIMESTAMP, 'a', NULL, NULL)"


@pytest.fixture
def con(database: Database) -> duckdb.DuckDBPyConnection:
    cursor = database.cursor()
    for statement in [*SOUND, LINK.format(1, "same", 2, 1)]:
        cursor.execute(statement)
    return cursor


def test_sound_decisions_break_no_rule(con: duckdb.DuckDBPyConnection) -> None:
    con.execute(LINK.format(2, "continues", 3, 1))
    assert violations(con) == []


@pytest.mark.parametrize(
    ("statement", "breach"),
    [
        (LINK.format(1, "continues", 3, 2), "link_id twice"),
        (LINK.format(2, "perhaps", 3, 2), "unsound link"),
        (LINK.format(2, "continues", 3, 3), "unsound link"),
        (LINK.format(2, "continues", 3, 9), "unsound link"),
        (LINK.format(2, "continues", 9, 3), "unsound link"),
        ("UPDATE indsats_link SET withdrawn_at = now()::TIMESTAMP", "unsound link"),
        (LINK.format(2, "same", 2, 3), "same as several"),
        (LINK.format(2, "same", 3, 2), "line is not as decided: 3"),
        (LINK.format(2, "same", 1, 2), "line is not as decided"),
        ("INSERT INTO indsats_line VALUES (2, 2, 2)", "line is not as decided: 2"),
        ("INSERT INTO indsats_line VALUES (2, 3, 1)", "line is not as decided: 3"),
        (LINK.format(2, "different", 2, 1), "same and not the same"),
        (LINK.format(2, "continues", 2, 1), "continues itself"),
    ],
)
def test_each_breach_is_found(con: duckdb.DuckDBPyConnection, statement: Any, breach: str) -> None:
    con.execute(statement)
    assert any(found.startswith(breach) for found in violations(con))


def test_two_joined_lines_in_one_snapshot_that_counts_are_found(con: duckdb.DuckDBPyConnection) -> None:
    con.execute(
        "INSERT INTO snapshot VALUES (1, 1, 'p', '2025-05', 'plan', 1, false, now()::TIMESTAMP, 'a', NULL, NULL)"
    )
    con.execute(
        "INSERT INTO status BY NAME SELECT 1 AS snapshot_id, unnest([1, 2]) AS indsats_id, 'A' AS title, "
        "'green' AS light, ['ØK'] AS udvalg, false AS done, false AS cross_cutting, 'Ark1' AS sheet, 'C2' AS cell, "
        "'A2' AS title_cell"
    )
    assert any(found.startswith("line twice under two names in snapshot 1: 1") for found in violations(con))
