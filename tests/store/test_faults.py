"""Each fault of the database's file is said for what it is, with what to do, and nothing stored is harmed by it."""

import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.domain.month import Month
from dashboard.domain.scope import PLAN
from dashboard.intake import receive_workbook, verify
from dashboard.queries import Selection, lines
from dashboard.store.database import open_database
from dashboard.store.faults import DatabaseError, DatabaseHeldError
from dashboard.web import startup
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


def test_a_page_says_that_the_database_is_damaged(stored: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = bytearray(stored.read_bytes())
    content[4096 * 2 + 64 :] = bytes(len(content) - 4096 * 2 - 64)
    stored.write_bytes(content)
    monkeypatch.setenv("DASHBOARD_DATABASE", str(stored))
    shown = AppTest.from_file(str(startup.MAIN_SCRIPT), default_timeout=30).run()
    assert not shown.exception
    assert any("er beskadiget" in each.value for each in shown.html)
