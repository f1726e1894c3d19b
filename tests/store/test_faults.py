"""Each fault of the database's file is said for what it is, with what to do, and nothing stored is harmed by it."""

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.domain.clock import utc_now
from dashboard.domain.month import Month
from dashboard.domain.scope import PLAN
from dashboard.intake import receipt, receive_workbook, revisions, verify, verify_again, withdraw_revision
from dashboard.intake.inbox import Inbox, Pace
from dashboard.queries import Selection, lines, record
from dashboard.store.backup import write_backup
from dashboard.store.database import Database, open_database
from dashboard.store.faults import DatabaseError, DatabaseHeldError
from dashboard.web import startup
from dashboard.web.database import database as shared_database
from fixture_types import MakeWorkbook
from plan_workbook import sound

BLOCK = 262_144
LIMITED = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, {limit}))
from dashboard.cli import run
run()
"""


@pytest.fixture
def stored(tmp_path: Path, make_workbook: MakeWorkbook) -> Path:
    """Store a month in a database of its own."""
    path = tmp_path / "status.duckdb"
    database = open_database(path)
    receive_workbook(database, make_workbook(sound()).read_bytes(), "Status.xlsx")
    database.close()
    return path


def test_damaged_blocks_are_called_damage_and_not_another_program(stored: Path) -> None:
    content = bytearray(stored.read_bytes())
    content[4096 * 2 + 64 :] = random.Random(1).randbytes(len(content) - 4096 * 2 - 64)
    stored.write_bytes(content)
    with pytest.raises(DatabaseError, match="er beskadiget") as told:
        open_database(stored)
    assert not isinstance(told.value, DatabaseHeldError)
    assert stored.read_bytes() == content


@pytest.mark.parametrize("kept", [100, 3 * 4096 + 1000])
def test_a_file_that_is_cut_off_is_never_advised_to_be_deleted(stored: Path, kept: int) -> None:
    content = stored.read_bytes()[:kept]
    stored.write_bytes(content)
    with pytest.raises(DatabaseError, match="er beskadiget") as told:
        open_database(stored)
    assert "slet" not in str(told.value)
    assert stored.read_bytes() == content


def test_a_file_that_is_no_database_is_left_where_it_is(stored: Path) -> None:
    stored.write_text("et brev " * 2000, "utf-8")
    with pytest.raises(DatabaseError, match=r"er ikke en database.*lad denne ligge"):
        open_database(stored)


def test_nothing_is_saved_in_a_file_that_another_took_the_place_of(stored: Path, make_workbook: MakeWorkbook) -> None:
    database = open_database(stored)
    stored.rename(stored.with_name("flyttet.duckdb"))
    other = make_workbook(sound("juni 2025"), name="Juni.xlsx")
    with pytest.raises(DatabaseError, match="er flyttet eller slettet"):
        receive_workbook(database, other.read_bytes(), other.name)
    stored.with_name("flyttet.duckdb").rename(stored)
    receive_workbook(database, other.read_bytes(), other.name)
    assert verify(database) == []
    database.close()


@pytest.mark.skipif(sys.platform == "win32", reason="a process cannot be given a smaller disk there")
def test_a_full_disk_is_said_and_what_was_saved_before_it_is_still_there(
    stored: Path, make_workbook: MakeWorkbook
) -> None:
    rows = [*sound("juni 2025"), *([f"Indsats {number} {'æ' * 900}", "ØK", "Rød"] for number in range(900))]
    big = make_workbook(rows, name="Juni.xlsx")
    limit = stored.stat().st_size + BLOCK // 2
    arguments: list[Any] = ["import", str(big), "--database", str(stored)]
    command = [sys.executable, "-c", LIMITED.format(limit=limit), *arguments]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
    said = " ".join((done.stdout + done.stderr).split())
    assert done.returncode == 1, said
    assert "Der kunne ikke gemmes i databasen" in said
    assert "Traceback" not in said
    database = open_database(stored)
    assert verify(database) == []
    (line,) = lines(database.cursor(), Selection(Month(2025, 5), None, PLAN)).to_dict("records")
    assert line["title"] == "Flådestyring"
    database.close()


@pytest.mark.parametrize("altered", ["content[:100]", "'en anden fil'::BLOB"])
def test_a_stored_workbook_that_was_cut_off_or_replaced_is_found(stored: Path, altered: str) -> None:
    database = open_database(stored)
    with database.transaction() as con:
        con.execute(f"UPDATE workbook SET content = {altered}")
    assert verify(database) == ["workbook is not as received: 1 Status.xlsx"]
    database.close()


@pytest.fixture
def small_disk(stored: Path, tmp_path: Path) -> Iterator[Path]:
    """Give the database on a disk of 8 MB, where the machine lets us make one."""
    disk = tmp_path / "drev"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(disk)]
    if sys.platform != "linux" or subprocess.run(mount, capture_output=True).returncode:
        pytest.skip("no disk can be mounted here")
    yield Path(shutil.copy(stored, disk))
    subprocess.run(["umount", disk], check=True)


def write(database: Database) -> None:
    with database.transaction() as con:
        con.execute("INSERT INTO event VALUES (9, now()::TIMESTAMP, 'a', repeat('b', 1000000), NULL, NULL)")


def test_what_could_not_be_saved_on_a_full_disk_can_when_there_is_room(small_disk: Path) -> None:
    database, filling = open_database(small_disk), small_disk.with_name("fylder")
    with pytest.raises(OSError, match="No space"):
        filling.write_bytes(bytes(20_000_000))
    with pytest.raises(DatabaseError, match=r"ikke plads på drevet\. Skaf plads .* er der endnu"):
        write(database)
    assert verify(database) == []
    filling.unlink()
    write(database)
    database.close()


def test_a_backup_that_finds_no_room_says_so_and_harms_nothing(small_disk: Path, stored: Path) -> None:
    database, filling = open_database(stored), small_disk.with_name("fylder")
    with pytest.raises(OSError, match="No space"):
        filling.write_bytes(bytes(20_000_000))
    with pytest.raises(DatabaseError, match=r"Sikkerhedskopien .* der er ikke plads på drevet\. .* er ikke ændret"):
        write_backup(database.cursor(), small_disk.with_name("kopi.duckdb"))
    assert sorted(each.name for each in small_disk.parent.iterdir()) == ["fylder", "status.duckdb"]
    assert verify(database) == []
    database.close()


def test_a_disk_that_can_only_be_read_is_told_of(small_disk: Path) -> None:
    subprocess.run(["mount", "-o", "remount,ro", small_disk.parent], check=True)
    with pytest.raises(DatabaseError, match="drevet kan kun læses"):
        open_database(small_disk)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can take the rights of another")
def test_a_folder_without_rights_is_told_of_when_something_is_saved(stored: Path) -> None:
    os.chown(stored, 65534, 65534)
    for folder in stored.parents[:-2]:
        folder.chmod(0o755)
    os.seteuid(65534)
    try:
        database = open_database(stored)
        with pytest.raises(DatabaseError, match=r"kan der ikke skrives: der er ikke adgang til den\. Giv appen lov"):
            write(database)
        database.close()
    finally:
        os.seteuid(0)


def test_a_page_says_that_the_database_is_damaged(stored: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = bytearray(stored.read_bytes())
    content[4096 * 2 + 64 :] = bytes(len(content) - 4096 * 2 - 64)
    stored.write_bytes(content)
    monkeypatch.setenv("DASHBOARD_DATABASE", str(stored))
    shown = AppTest.from_file(str(startup.MAIN_SCRIPT), default_timeout=30).run()
    assert not shown.exception
    assert any("er beskadiget" in each.value for each in shown.html)


def test_a_folder_that_vanishes_under_the_running_app_is_told_of_never_made_anew_and_used_again_when_it_is_back(
    tmp_path: Path, make_workbook: MakeWorkbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, away = tmp_path / "drev" / "plan", tmp_path / "taget af"
    monkeypatch.setenv("DASHBOARD_DATABASE", str(folder / "status.duckdb"))
    may, june = (make_workbook(sound(f"{month} 2025"), name=f"{month}.xlsx") for month in ("maj", "juni"))
    database = shared_database()
    receive_workbook(database, may.read_bytes(), may.name)
    inbox = Inbox(folder / "indbakke", folder / "status.duckdb", lambda: database, Pace(settled=0))
    inbox.look()
    folder.parent.rename(away)
    shown = AppTest.from_file(str(startup.MAIN_SCRIPT), default_timeout=30).run()
    assert any("er flyttet eller slettet" in each.value for each in shown.html)
    with pytest.raises(DatabaseError, match="er flyttet eller slettet"):
        receive_workbook(database, june.read_bytes(), june.name)
    with pytest.raises(FileNotFoundError):
        inbox.look()
    assert inbox.back_up() is None
    assert not folder.parent.exists()
    away.rename(folder.parent)
    (folder / "indbakke" / june.name).write_bytes(june.read_bytes())
    assert any(inbox.look() for _ in range(2))
    assert inbox.back_up() is not None
    assert not shown.run().exception
    assert verify(database) == []
    shared_database.clear()


def test_a_clock_that_is_set_back_changes_neither_what_counts_nor_the_order_of_the_record(
    stored: Path, make_workbook: MakeWorkbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = open_database(stored)
    yesterday = utc_now() - timedelta(days=400)
    monkeypatch.setattr(receipt, "utc_now", lambda: yesterday)
    monkeypatch.setattr(revisions, "utc_now", lambda: yesterday - timedelta(days=1))
    received = receive_workbook(database, make_workbook(sound(light="Rød")).read_bytes(), "Rettet.xlsx", sure=True)
    assert received.receipt.revision == 2
    (line,) = lines(database.cursor(), Selection(Month(2025, 5), None, PLAN)).to_dict("records")
    assert line["light"] == "red"
    withdraw_revision(database, Month(2025, 5), PLAN, 2, "forkert fil")
    (line,) = lines(database.cursor(), Selection(Month(2025, 5), None, PLAN)).to_dict("records")
    assert line["light"] == "green"
    assert [event.what for event in record(database.cursor())] == ["withdraw", "import", "import"]
    assert verify(database) == []
    database.close()
    assert verify_again(stored, lambda _done, _of: None) == []
