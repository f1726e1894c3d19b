"""A backup holds all of one moment and is whole or not there; some are kept; putting one back loses nothing."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from dashboard.cli import app
from dashboard.domain.clock import in_denmark, utc_now
from dashboard.intake import receive_workbook, verify
from dashboard.intake.inbox import Inbox
from dashboard.store import backup
from dashboard.store.backup import back_up_today, write_backup
from dashboard.store.database import Database, open_database
from dashboard.store.faults import DatabaseError
from fixture_types import MakeWorkbook
from plan_workbook import sound


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "status.duckdb"


@pytest.fixture
def stored(path: Path, make_workbook: MakeWorkbook) -> Iterator[Database]:
    """Give a database of its own that holds a month."""
    opened = open_database(path)
    receive_workbook(opened, make_workbook(sound()).read_bytes(), "Maj.xlsx")
    yield opened
    opened.close()


def run(*arguments: Any, code: int = 0) -> str:
    done = CliRunner().invoke(app, [*map(str, arguments)])
    assert done.exit_code == code, done.output
    return " ".join(done.output.split())


def months(path: Path) -> list[str]:
    """List the months that a file holds, after all in it was found to be sound."""
    opened = open_database(path)
    assert verify(opened) == []
    found = opened.cursor().execute("SELECT month FROM snapshot ORDER BY month").fetchall()
    opened.close()
    return [month for (month,) in found]


def test_a_backup_is_of_one_moment_though_others_write_meanwhile(stored: Database, tmp_path: Path) -> None:
    stop = threading.Event()

    def write() -> None:
        number = 1
        while not stop.is_set():
            number += 1
            with stored.transaction() as con:
                con.execute("INSERT INTO event VALUES (?, now()::TIMESTAMP, 'a', 'x', NULL, NULL)", [number])
                con.execute("INSERT INTO issue VALUES (1, ?, 'w', 'k', NULL, NULL, NULL, 'm')", [number])

    writing = threading.Thread(target=write)
    writing.start()
    try:
        for number in range(5):
            write_backup(stored.cursor(), tmp_path / f"{number}.duckdb")
    finally:
        stop.set()
        writing.join()
    for number in range(5):
        copy = open_database(tmp_path / f"{number}.duckdb")
        sql = "SELECT max(event_id), (SELECT coalesce(max(number), 1) FROM issue) FROM event"
        assert copy.cursor().execute(f"SELECT DISTINCT unnest([a, b]) FROM ({sql}) AS t(a, b)").fetchall()[1:] == []
        copy.close()


def test_the_process_that_backs_up_still_keeps_others_out(stored: Database, path: Path, tmp_path: Path) -> None:
    write_backup(stored.cursor(), tmp_path / "kopi.duckdb")
    command = [sys.executable, "-c", f"import duckdb; duckdb.connect({str(path)!r})"]
    assert b"Could not set lock" in subprocess.run(command, capture_output=True).stderr


def test_where_a_backup_cannot_be_written_nothing_is_left_and_the_database_is_as_it_was(
    stored: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "kopi.duckdb"
    target.write_text("en ældre", "utf-8")

    def full(_: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backup, "flush", full)
    with pytest.raises(DatabaseError, match=r"kunne ikke skrives: der er ikke plads på drevet.* ikke ændret"):
        write_backup(stored.cursor(), target)
    assert (target.read_text("utf-8"), [*tmp_path.glob(".*")], verify(stored)) == ("en ældre", [], [])


def test_each_day_has_one_backup_and_the_last_days_are_kept(
    stored: Database, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DASHBOARD_BACKUPS", str(tmp_path / "andetsteds"))
    monkeypatch.setenv("DASHBOARD_BACKUP_DAYS", "3")
    inbox = Inbox(tmp_path / "indbakke", path, lambda: stored)
    begun = utc_now()
    for day in (0, 1, 2, 3, -40):  # the clock is set back
        monkeypatch.setattr(backup, "utc_now", lambda day=day: begun + timedelta(days=day))
        assert inbox.back_up() is not None
        assert inbox.back_up() is None
    there = sorted((tmp_path / "andetsteds").iterdir())
    days = [f"{in_denmark(begun + timedelta(days=day)):%Y-%m-%d}" for day in (-40, 2, 3)]
    assert [each.stem for each in there] == [f"status {day}" for day in days]
    assert months(there[-1]) == ["2025-05"]


def test_an_empty_file_that_took_a_lost_ones_name_is_not_backed_up(tmp_path: Path) -> None:
    empty = open_database(tmp_path / "status.duckdb")
    assert back_up_today(empty.cursor(), tmp_path / "status.duckdb") is None
    empty.close()


def test_a_backup_is_restored_and_what_it_replaced_is_kept(
    stored: Database, path: Path, tmp_path: Path, make_workbook: MakeWorkbook
) -> None:
    stored.close()
    copy = tmp_path / "kopi.duckdb"
    assert "Skrevet" in run("backup", copy, "--database", path)
    run("import", make_workbook(sound("juni 2025")), "--database", path)
    said = run("restore", copy, "--database", path)
    assert months(path) == ["2025-05"]
    (kept,) = (tmp_path / "sikkerhedskopier").glob("status lagt til side *.duckdb")
    assert str(kept) in said
    assert months(kept) == ["2025-05", "2025-06"]


def test_a_damaged_database_is_said_how_to_be_mended_and_the_advice_works(
    stored: Database, path: Path, tmp_path: Path
) -> None:
    copy = back_up_today(stored.cursor(), path)
    stored.close()
    path.write_bytes(path.read_bytes()[:9000] + bytes(200_000))
    said = run("verify", "--database", path, code=1)
    assert "er beskadiget" in said
    assert f'dashboard restore "{copy}"' in said
    run("restore", copy, "--database", path)
    assert months(path) == ["2025-05"]


def test_a_backup_that_is_not_sound_is_refused_and_changes_nothing(
    stored: Database, path: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "kopi.duckdb"
    write_backup(stored.cursor(), copy)
    stored.close()
    other = open_database(copy)
    with other.transaction() as con:
        con.execute("UPDATE workbook SET content = 'noget andet'::BLOB")
    other.close()
    before = path.read_bytes()
    assert "er ikke i orden: workbook is not as received" in run("restore", copy, "--database", path, code=1)
    assert "findes ikke" in run("restore", tmp_path / "ingen.duckdb", "--database", path, code=1)
    assert "er selve databasen" in run("restore", path, "--database", path, code=1)
    (tmp_path / "brev.duckdb").write_text("et brev " * 2000, "utf-8")
    assert "er ikke en database" in run("restore", tmp_path / "brev.duckdb", "--database", path, code=1)
    assert path.read_bytes() == before
    assert [*tmp_path.glob(".*")] == []


def test_restore_asks_for_a_backup_or_a_revision(path: Path) -> None:
    assert "eller en sikkerhedskopi" in run("restore", "--month", "2025-05", "--database", path, code=2)
