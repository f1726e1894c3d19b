import subprocess
import sys

import duckdb
import pytest

from dashboard.store.database import DatabaseError, open_database


def test_a_new_file_gets_the_schema_and_opening_again_keeps_what_is_there(tmp_path) -> None:
    path = tmp_path / "folder" / "status.duckdb"
    first = open_database(path)
    with first.transaction() as con:
        con.execute("INSERT INTO event VALUES (1, now()::TIMESTAMP, 'a', 'b', NULL, NULL)")
    first.close()
    again = open_database(path)
    assert again.cursor().execute("SELECT count(*) FROM event").fetchone() == (1,)
    assert again.cursor().execute("SELECT count(*) FROM light").fetchone() == (5,)
    again.close()


def test_a_transaction_that_fails_writes_nothing(database) -> None:
    def write_and_fail() -> None:
        with database.transaction() as con:
            con.execute("INSERT INTO event VALUES (1, now()::TIMESTAMP, 'a', 'b', NULL, NULL)")
            raise RuntimeError("strømmen gik")

    with pytest.raises(RuntimeError):
        write_and_fail()
    assert database.cursor().execute("SELECT count(*) FROM event").fetchone() == (0,)


def test_a_database_held_by_another_process_is_explained_in_danish(tmp_path) -> None:
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


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path) -> None:
    path = tmp_path / "status.duckdb"
    path.write_bytes(b"not a database" * 1000)
    with pytest.raises(DatabaseError, match="ikke en database"):
        open_database(path)
    assert path.read_bytes() == b"not a database" * 1000


def test_nothing_is_fetched_from_outside(database) -> None:
    names = ("autoinstall_known_extensions", "autoload_known_extensions")
    settings = [database.cursor().execute("SELECT current_setting(?)", [name]).fetchone() for name in names]
    assert settings == [(False,), (False,)]


def test_a_file_from_before_a_column_existed_opens_and_keeps_what_it_holds(tmp_path) -> None:
    path = tmp_path / "status.duckdb"
    older = open_database(path)
    with older.transaction() as con:
        con.execute("INSERT INTO event VALUES (1, now()::TIMESTAMP, 'a', 'b', NULL, NULL)")
        con.execute("DROP VIEW IF EXISTS scope_status")
    older.close()
    with duckdb.connect(str(path)) as con:
        con.execute("ALTER TABLE event DROP COLUMN detail")
        con.execute("ALTER TABLE status DROP COLUMN cells")
        con.execute("UPDATE schema_in_place SET fingerprint = 'an older one'")
    again = open_database(path)
    assert again.cursor().execute("SELECT who, detail FROM event").fetchall() == [("a", None)]
    assert again.cursor().execute("SELECT cells FROM scope_status").fetchall() == []
    again.close()
