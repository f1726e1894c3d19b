"""Revisions on the command line: seen, withdrawn, brought back and written out again."""

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from fixture_types import MakeWorkbook, Run

HEAD = ["Indsats", "Udvalg", "Farve"]
PLACE = ["--month", "2025-05", "--scope", "plan"]


@pytest.fixture
def files(run: Run, make_workbook: MakeWorkbook) -> list[Path]:
    paths = [
        make_workbook(
            [["Udmøntningsplan 2025-2028 - hele planen"], ["Status pr. ultimo maj 2025"], HEAD, ["A", "ØK", light]],
            name=f"{light}.xlsx",
        )
        for light in ("Grøn", "Rød")
    ]
    run("import", *paths)
    return paths


def lights(run: Run, *more: Any) -> Any:
    return json.loads(run("status", "--json", *more).stdout)["lights"]


def test_withdraw_and_restore_change_what_counts_and_say_it(run: Run, files: list[Path]) -> None:
    assert lights(run)["red"] == 1
    assert "Nu gælder revision 1." in run("withdraw", *PLACE, "--revision", 2).stdout
    assert lights(run)["green"] == 1
    assert "Nu gælder revision 2." in run("restore", *PLACE, "--revision", 2).stdout
    assert lights(run)["red"] == 1


def test_a_month_with_nothing_left_says_so(run: Run, files: list[Path]) -> None:
    run("withdraw", *PLACE, "--revision", 2)
    assert "Nu gælder ingen revision." in run("withdraw", *PLACE, "--revision", 1).stdout


def test_withdrawing_twice_is_refused_with_a_sentence(run: Run, files: list[Path]) -> None:
    run("withdraw", *PLACE, "--revision", 2)
    assert "allerede trukket tilbage" in run("withdraw", *PLACE, "--revision", 2, code=1).stderr


def test_revisions_lists_everything_newest_first(run: Run, files: list[Path]) -> None:
    run("withdraw", *PLACE, "--revision", 2)
    newest, first = json.loads(run("revisions", "--json").stdout)["revisions"]
    assert (newest["revision"], newest["state"], newest["red"], newest["n_light"]) == (2, "withdrawn", 1, 1)
    assert (first["revision"], first["state"], first["n_new"]) == (1, "counts", None)
    said = run("revisions", "--month", "2025-05").stdout
    assert "maj 2025 · hele planen · revision 2 · trukket tilbage: Rød.xlsx" in said
    assert "Mod revisionen før: 1 ændret (1 med ny farve), 0 nye, 0 udgåede" in said


def test_nothing_imported_is_said_and_no_database_is_made(run: Run, tmp_path: Path) -> None:
    assert "Intet er indlæst." in run("revisions").stdout
    assert not (tmp_path / "status.duckdb").exists()


def test_the_original_file_is_written_byte_for_byte(run: Run, files: list[Path], tmp_path: Path) -> None:
    target = tmp_path / "ud.xlsx"
    run("original", *PLACE, target)
    assert target.read_bytes() == files[1].read_bytes()
    run("original", *PLACE, "--revision", 1, target)
    assert target.read_bytes() == files[0].read_bytes()
    assert "ingen revision 9" in run("original", *PLACE, "--revision", 9, target, code=1).stderr


def test_status_can_be_asked_as_known_on_a_date(run: Run, files: list[Path]) -> None:
    today, yesterday = date.today() + timedelta(days=1), date.today() - timedelta(days=2)
    assert lights(run, "--known-at", today)["red"] == 1
    assert f"pr. {yesterday}" in run("status", "--known-at", yesterday, code=1).stderr
    assert "er ikke en dato" in run("status", "--known-at", "i går", code=2).stderr
