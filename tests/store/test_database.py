import subprocess
import sys
from pathlib import Path

import duckdb
import pandas
import pytest

from dashboard.domain.month import Month
from dashboard.domain.scope import PLAN
from dashboard.intake import receive_workbook, verify
from dashboard.queries import Selection, agenda, lines, meetings
from dashboard.store.database import Database, open_database
from dashboard.store.faults import DatabaseError
from dashboard.store.integrity import violations
from dashboard.store.schema import steps
from fixture_types import MakeWorkbook

UNNUMBERED = "DROP TABLE schema_step"  # as files were before their steps had numbers
WITHOUT_PARTS = """
CREATE TABLE status (
    snapshot_id INTEGER NOT NULL, indsats_id INTEGER NOT NULL, title VARCHAR NOT NULL, code VARCHAR, marks VARCHAR,
    udvalg VARCHAR[] NOT NULL, tema VARCHAR, art VARCHAR, responsible VARCHAR, schedule VARCHAR,
    political_treatment VARCHAR, light VARCHAR NOT NULL, done BOOLEAN NOT NULL, status_text VARCHAR, red_reason VARCHAR,
    ask VARCHAR, obs VARCHAR, cross_cutting BOOLEAN NOT NULL, sheet VARCHAR NOT NULL, cell VARCHAR NOT NULL,
    title_cell VARCHAR NOT NULL, light_source VARCHAR, runs VARCHAR, cells VARCHAR
);
CREATE VIEW line_status AS SELECT *, indsats_id AS reported_id FROM status;
"""


def test_a_new_file_gets_the_schema_and_opening_again_keeps_what_is_there(tmp_path: Path) -> None:
    path = tmp_path / "folder" / "status.duckdb"
    first = open_database(path)
    with first.transaction() as con:
        con.execute("INSERT INTO event VALUES (1, now()::TIMESTAMP, 'a', 'b', NULL, NULL)")
    first.close()
    again = open_database(path)
    assert again.cursor().execute("SELECT count(*) FROM event").fetchone() == (1,)
    assert again.cursor().execute("SELECT count(*) FROM light").fetchone() == (5,)
    again.close()


def test_a_transaction_that_fails_writes_nothing(database: Database) -> None:
    def write_and_fail() -> None:
        with database.transaction() as con:
            con.execute("INSERT INTO event VALUES (1, now()::TIMESTAMP, 'a', 'b', NULL, NULL)")
            raise RuntimeError("strømmen gik")

    with pytest.raises(RuntimeError):
        write_and_fail()
    assert database.cursor().execute("SELECT count(*) FROM event").fetchone() == (0,)


def test_a_trial_is_seen_by_nobody_else_keeps_nothing_and_lets_others_write_meanwhile(database: Database) -> None:
    event = "INSERT INTO event VALUES (?, now()::TIMESTAMP, 'a', 'b', NULL, NULL)"
    count = "SELECT count(*) FROM event"
    with database.trial() as con:
        con.execute(event, [1])
        assert con.execute(count).fetchone() == (1,)
        assert database.cursor().execute(count).fetchone() == (0,)
        with database.transaction() as other:
            other.execute(event, [2])
    assert database.cursor().execute("SELECT event_id FROM event").fetchall() == [(2,)]


def test_a_database_held_by_another_process_is_explained_in_danish(tmp_path: Path) -> None:
    path = tmp_path / "status.duckdb"
    hold = f"import duckdb, sys; c = duckdb.connect({str(path)!r}); print('held', flush=True); sys.stdin.read()"
    holder = subprocess.Popen([sys.executable, "-c", hold], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    try:
        assert holder.stdout is not None
        holder.stdout.readline()
        with pytest.raises(DatabaseError, match="bruges af et andet program"):
            open_database(path)
    finally:
        holder.communicate()


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "status.duckdb"
    path.write_bytes(b"not a database" * 1000)
    with pytest.raises(DatabaseError, match="ikke en database"):
        open_database(path)
    assert path.read_bytes() == b"not a database" * 1000


def test_nothing_is_fetched_from_outside(database: Database) -> None:
    names = ("autoinstall_known_extensions", "autoload_known_extensions")
    settings = [database.cursor().execute("SELECT current_setting(?)", [name]).fetchone() for name in names]
    assert settings == [(False,), (False,)]


def test_a_file_from_before_a_column_existed_opens_and_keeps_what_it_holds(tmp_path: Path) -> None:
    path = tmp_path / "status.duckdb"
    older = open_database(path)
    with older.transaction() as con:
        con.execute("INSERT INTO event VALUES (1, now()::TIMESTAMP, 'a', 'b', NULL, NULL)")
        con.execute("DROP VIEW IF EXISTS scope_status")
    older.close()
    with duckdb.connect(str(path)) as con:
        con.execute("ALTER TABLE event DROP COLUMN detail")
        con.execute("ALTER TABLE status DROP COLUMN cells")
        con.execute(UNNUMBERED)
    again = open_database(path)
    assert again.cursor().execute("SELECT who, detail FROM event").fetchall() == [("a", None)]
    assert again.cursor().execute("SELECT cells FROM scope_status").fetchall() == []
    again.close()


def test_a_file_from_before_parts_and_expected_ends_keeps_every_line_and_takes_new_ones(tmp_path: Path) -> None:
    path = tmp_path / "status.duckdb"
    with duckdb.connect(str(path)) as con:
        con.execute(WITHOUT_PARTS)
        con.execute("".join(sql for number, sql in steps().items() if number < 5))
        con.execute("INSERT INTO workbook VALUES (1, 'x', 'a.xlsx', ''::BLOB, now()::TIMESTAMP, 'a')")
        con.execute(
            "INSERT INTO snapshot VALUES (1, 1, 'p', '2025-05', 'plan', 1, false, now()::TIMESTAMP, 'a', NULL, NULL)"
        )
        con.execute("INSERT INTO event VALUES (1, now()::TIMESTAMP, 'a', 'import', 1, NULL)")
        con.execute("INSERT INTO indsats VALUES (1, 'p', 1)")
        con.execute("INSERT INTO indsats_name VALUES (1, 'Flådestyring', 'flådestyring', NULL, 1, NULL)")
        con.execute(
            "INSERT INTO status BY NAME SELECT 1 AS snapshot_id, 1 AS indsats_id, 'Flådestyring' AS title, "
            "'red' AS light, ['ØK'] AS udvalg, '4. kvartal' AS schedule, false AS done, false AS cross_cutting, "
            "'Ark1' AS sheet, 'C2' AS cell, 'A2' AS title_cell"
        )
    opened = open_database(path)
    (line,) = lines(opened.cursor(), Selection(Month(2025, 5), None, PLAN)).to_dict("records")
    assert (line["title"], line["light"], line["schedule"]) == ("Flådestyring", "red", "4. kvartal")
    assert [pandas.isna(line[fact]) for fact in ("expected_end", "percent_done", "remark", "subtasks")] == [True] * 4
    assert violations(opened.cursor()) == []
    opened.close()


def test_a_file_from_before_answers_were_remembered_gets_a_place_for_them(tmp_path: Path) -> None:
    path = tmp_path / "status.duckdb"
    open_database(path).close()
    with duckdb.connect(str(path)) as con:
        con.execute("DROP TABLE reading_answer")
        con.execute(UNNUMBERED)
    again = open_database(path)
    assert again.cursor().execute("SELECT count(*) FROM reading_answer").fetchone() == (0,)
    again.close()


def test_a_meeting_from_before_meetings_had_versions_is_as_it_was_planned_and_locked(tmp_path: Path) -> None:
    path = tmp_path / "status.duckdb"
    open_database(path).close()
    with duckdb.connect(str(path)) as con:
        con.execute("DROP TABLE meeting_version")
        con.execute("ALTER TABLE agenda_item DROP COLUMN documents")
        con.execute(
            "INSERT INTO meeting VALUES (1, 'direktionen', '2025-06-04', '2025-05', 'plan', '2025-06-01', 'a', "
            "'2025-06-04 12:00', 'b', NULL, NULL, NULL), "
            "(2, 'BUU', '2025-07-02', '2025-06', 'plan', '2025-06-30', 'a', NULL, NULL, NULL, NULL, '2025-2028')"
        )
        con.execute(
            "INSERT INTO agenda_item BY NAME SELECT 1 AS item_id, 1 AS version, 1 AS meeting_id, 'Emne' AS topic, "
            "['added'] AS reasons, 1 AS position, false AS focus, false AS removed, "
            "TIMESTAMP '2025-06-02' AS written_at, 'a' AS written_by"
        )
        con.execute(UNNUMBERED)
    for _ in range(2):  # the second time nothing is added
        again = open_database(path)
        told = {each.meeting_id: each for each in meetings(again.cursor())}
        assert (told[1].is_held, told[1].closed_by, told[1].version) == (True, "b", 2)
        assert (told[2].is_held, told[2].version, told[2].plan) == (False, 1, "2025-2028")
        assert [item.documents for item in agenda(again.cursor(), 1)] == [()]
        assert violations(again.cursor()) == []
        again.close()
        with duckdb.connect(str(path)) as con:
            con.execute(UNNUMBERED)


def test_what_is_kept_for_each_month_is_made_again_when_it_is_gone_and_missed_when_it_is_wrong(
    tmp_path: Path, make_workbook: MakeWorkbook
) -> None:
    path = tmp_path / "status.duckdb"
    rows = [
        ["Udmøntningsplan 2025-2028"],
        ["Status pr. ultimo maj 2025"],
        ["Indsats", "Farve"],
        ["Flådestyring", "Rød"],
    ]
    opened = open_database(path)
    content = make_workbook(rows).read_bytes()
    assert receive_workbook(opened, content, "maj.xlsx", scope=PLAN).receipt.accepted
    with opened.transaction() as con:
        con.execute("UPDATE line_month SET in_row = 7")
    assert verify(opened) == ["line_month is not as defined: 2025-2028 plan 2025-05 1"]
    opened.close()
    with duckdb.connect(str(path)) as con:
        con.execute("DROP TABLE line_month")
        con.execute("UPDATE schema_in_place SET fingerprint = 'an older one'")
    again = open_database(path)
    assert verify(again) == []
    (line,) = lines(again.cursor(), Selection(Month(2025, 5), None, PLAN)).to_dict("records")
    assert (line["title"], line["light"]) == ("Flådestyring", "red")
    again.close()


def test_a_database_that_may_not_be_opened_is_not_said_to_be_something_else(tmp_path: Path) -> None:
    with pytest.raises(DatabaseError, match=r"kan ikke åbnes: det er en mappe\.$"):
        open_database(tmp_path)
