"""A file of any earlier version opens with all that it holds, after a backup, and is then as one made today."""

from pathlib import Path

import duckdb
import pytest

from dashboard.domain.month import Month
from dashboard.domain.scope import PLAN
from dashboard.intake import receive_workbook, verify
from dashboard.queries import Selection, lines, meetings, reading_answers, saved_views
from dashboard.store import schema
from dashboard.store.database import Database, open_database
from dashboard.store.faults import DatabaseError
from dashboard.store.schema import step_of, steps
from fixture_types import MakeWorkbook
from plan_workbook import sound

LATER = range(8, max(steps()) + 1)  # files before these had no numbers
NOW = "TIMESTAMP '2025-06-01 10:00'"
# What a file may hold once it has taken a step. A new step brings what it makes room for.
HELD: dict[int, list[str]] = {
    1: [
        f"INSERT INTO workbook VALUES (1, sha256('x'), 'Maj.xlsx', 'x'::BLOB, {NOW}, 'a')",
        f"INSERT INTO snapshot VALUES (1, 1, '2025-2028', '2025-05', 'plan', 1, false, {NOW}, 'a', NULL, NULL), "
        f"(2, 1, '2025-2028', '2025-05', 'plan', 2, false, {NOW}, 'a', {NOW}, 'b')",
        f"INSERT INTO event VALUES (1, {NOW}, 'a', 'import', 1, 'Maj.xlsx'), (2, {NOW}, 'a', 'import', 2, 'Maj.xlsx'), "
        f"(3, {NOW}, 'b', 'withdraw', 2, 'forkert fil'), (4, {NOW}, 'a', 'same', NULL, '1')",
        "INSERT INTO indsats VALUES (1, '2025-2028', 1), (2, '2025-2028', 1), (3, '2025-2028', 2)",
        "INSERT INTO indsats_name VALUES (1, 'Flåde', 'flåde', 'R001', 1, NULL), (2, 'Skov', 'skov', NULL, 1, NULL), "
        "(3, 'Skovrejsning', 'skovrejsning', NULL, 2, NULL)",
        f"INSERT INTO indsats_link VALUES (1, 'same', 3, 2, {NOW}, 'a', NULL, NULL)",
        "INSERT INTO indsats_line VALUES (4, 3, 2)",
        "INSERT INTO status BY NAME SELECT unnest([1, 1, 2]) AS snapshot_id, unnest([1, 2, 3]) AS indsats_id, "
        "unnest(['Flåde', 'Skov', 'Skovrejsning']) AS title, unnest(['R001', NULL, NULL]) AS code, 'red' AS light, "
        "['ØK'] AS udvalg, '4. kvartal' AS schedule, 'Forsinket' AS status_text, false AS done, "
        "false AS cross_cutting, 'Ark1' AS sheet, 'C2' AS cell, 'A2' AS title_cell",
        "INSERT INTO amount VALUES (1, 1, 2025, -1200.5)",
        "INSERT INTO issue VALUES (1, 1, 'warning', 'no-plan', 'Ark1', 'A1', NULL, 'Ingen plan')",
    ],
    2: [
        f"INSERT INTO saved_view VALUES (1, 'Vores', 'udvalg', 'udvalg=ØK', {NOW}, 'a', NULL, NULL)",
        f"INSERT INTO settled_signal VALUES (1, 'red_long', 1, 'plan', '3', 'aftalt', {NOW}, 'a', NULL, NULL)",
    ],
    3: [
        "INSERT INTO meeting BY NAME SELECT 1 AS meeting_id, 'direktionen' AS body, DATE '2025-06-04' AS held_on, "
        f"'2025-05' AS month, 'plan' AS scope, {NOW} AS created_at, 'a' AS created_by, {NOW} AS closed_at, "
        "'b' AS closed_by",
        "INSERT INTO agenda_item BY NAME SELECT 1 AS item_id, 1 AS version, 1 AS meeting_id, 1 AS indsats_id, "
        f"['added'] AS reasons, 1 AS position, false AS focus, false AS removed, {NOW} AS written_at, "
        "'a' AS written_by",
        "INSERT INTO decision VALUES "
        f"(1, 1, 1, 'decision', 'Ses igen', 'Fagchefen', NULL, 'open', NULL, false, {NOW}, 'a')",
    ],
    4: [
        "INSERT INTO reading_answer VALUES (1, 'indsats | farve', ['Indsats', 'Farve'], 'word i gang', 'yellow', 1, "
        f"{NOW}, 'a', NULL, NULL)",
        f"INSERT INTO event VALUES (5, {NOW}, 'a', 'answer', NULL, '1')",
    ],
    5: ["UPDATE status SET expected_end = '2026', percent_done = '75 %', remark = 'Se bilag', subtasks = '[]'"],
    6: ["UPDATE meeting SET plan = '2025-2028'"],
    7: ["UPDATE status SET other_lights = '[]'"],
    8: ["UPDATE agenda_item SET documents = ['Bilag 1']"],
    9: [
        f"INSERT INTO half_year_word VALUES (1, '2025-2028', '2025-05', 1, 'focus', 'aftalt', {NOW}, 'a', NULL, NULL), "
        f"(2, '2025-2028', '2025-05', 1, NULL, 'fremhæves', {NOW}, 'a', {NOW}, 'b')"
    ],
    10: ["UPDATE meeting_version SET cross_month = '2025-06', kept_plan = '2026-2029'"],
    11: [f"INSERT INTO line_closing VALUES (1, 1, true, 'aftalt', {NOW}, 'a')"],
}


def made_at(path: Path, step: int, *, numbered: bool) -> dict[str, list[tuple[object, ...]]]:
    """Make a file as one that has come so far, with data in every table, and give what it holds."""
    with duckdb.connect(str(path)) as con:
        if numbered:
            con.execute(schema.OWN_TABLES)
        for number in range(1, step + 1):
            con.execute(steps()[number])
            for statement in HELD[number]:
                con.execute(statement)
            if numbered:
                con.execute(f"INSERT INTO schema_step VALUES ({number}, {NOW})")
        tables = [name for (name,) in con.execute("SELECT table_name FROM duckdb_tables()").fetchall()]
        return {name: con.execute(f"FROM {name}").fetchall() for name in tables if name != "schema_step"}


def columns(database: Database) -> set[tuple[object, ...]]:
    found = database.cursor().execute(
        "SELECT table_name, column_name, data_type FROM duckdb_columns() WHERE NOT internal"
    )
    return set(found.fetchall())


@pytest.mark.parametrize(
    ("step", "numbered"), [(step, False) for step in range(1, 9)] + [(step, True) for step in LATER]
)
def test_a_file_of_every_earlier_version_opens_with_all_it_held(
    tmp_path: Path, database: Database, make_workbook: MakeWorkbook, step: int, numbered: bool
) -> None:
    path = tmp_path / "status.duckdb"
    held = made_at(path, step, numbered=numbered)
    opened = open_database(path)
    con = opened.cursor()
    for table, before in held.items():
        now = con.execute(f"FROM {table}").fetchall()
        assert [row[: len(old)] for row, old in zip(now, before, strict=False)] == before, table
    assert (step_of(con), columns(opened), verify(opened)) == (max(steps()), columns(database), [])
    told = lines(con, Selection(Month(2025, 5), None, PLAN)).to_dict("records")
    assert [(line["title"], line["light"]) for line in told] == [("Flåde", "red"), ("Skov", "red")]
    if step >= 2:
        assert [view.name for view in saved_views(con)] == ["Vores"]
    if step >= 3:
        assert [(each.is_held, each.closed_by, each.plan) for each in meetings(con)] == [(True, "b", "2025-2028")]
    if step >= 4:
        assert [each.value for each in reading_answers(con)] == ["yellow"]
    if step == 1:  # where every later column is new
        assert receive_workbook(opened, make_workbook(sound("juni 2025")).read_bytes(), "Juni.xlsx").receipt.accepted
        assert verify(opened) == []
    opened.close()


def test_every_step_is_tried_with_data_of_its_own() -> None:
    assert [*steps()] == [*range(1, max(steps()) + 1)] == [*HELD]


def test_before_a_step_a_backup_is_written_that_the_version_before_can_read(tmp_path: Path) -> None:
    path = tmp_path / "status.duckdb"
    held = made_at(path, 4, numbered=True)
    open_database(path).close()
    (backup,) = (tmp_path / "sikkerhedskopier").iterdir()
    assert "før trin 5" in backup.name
    with duckdb.connect(str(backup)) as con:
        assert step_of(con) == 4
        assert {name: con.execute(f"FROM {name}").fetchall() for name in held} == held
    open_database(path).close()
    assert [*(tmp_path / "sikkerhedskopier").iterdir()] == [backup]


def test_a_step_that_cannot_be_taken_leaves_the_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "status.duckdb"
    made_at(path, 4, numbered=True)
    last = max(steps())
    broken = {**steps(), last: "DROP TABLE settled_signal; SELECT 1 / 'nul'"}
    monkeypatch.setattr(schema, "steps", lambda: broken)
    with pytest.raises(DatabaseError, match=rf"fra trin 4 til {last} og er, som den var"):
        open_database(path)
    with duckdb.connect(str(path)) as con:
        assert (step_of(con), con.execute("SELECT count(*) FROM settled_signal").fetchone()) == (4, (1,))


def test_nothing_is_changed_where_no_backup_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / "status.duckdb"
    made_at(path, 4, numbered=True)
    (tmp_path / "sikkerhedskopier").write_text("en fil, hvor mappen skulle være", "utf-8")
    with pytest.raises(DatabaseError, match=r"Sikkerhedskopien .* kunne ikke skrives: .*Databasen er ikke ændret"):
        open_database(path)
    with duckdb.connect(str(path)) as con:
        assert step_of(con) == 4


def test_a_file_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "status.duckdb"
    open_database(path).close()
    with duckdb.connect(str(path)) as con:
        con.execute(f"INSERT INTO schema_step VALUES (99, {NOW})")
    content = path.read_bytes()
    with pytest.raises(DatabaseError, match="fra en nyere udgave"):
        open_database(path)
    assert path.read_bytes() == content
