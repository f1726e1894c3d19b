"""Revisions on the command line: seen, withdrawn, brought back and written out again."""

import json
import re
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import duckdb
import pytest
from typer.testing import Result

from fixture_types import MakeWorkbook, Run

HEAD = ["Indsats", "Udvalg", "Farve"]
PLACE = ["--month", "2025-05", "--scope", "plan"]
WHY = ["--note", "Forkert fil"]


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


def told(result: Result) -> str:
    """Give all that was said, its lines joined."""
    return " ".join((result.stdout + result.stderr).split())


def lights(run: Run, *more: Any) -> Any:
    return json.loads(run("status", "--json", *more).stdout)["lights"]


def test_withdraw_and_restore_change_what_counts_and_say_it(run: Run, files: list[Path]) -> None:
    assert lights(run)["red"] == 1
    assert "Nu gælder revision 1." in run("withdraw", *PLACE, *WHY, "--revision", 2).stdout
    assert lights(run)["green"] == 1
    assert "Nu gælder revision 2." in run("restore", *PLACE, "--revision", 2).stdout
    assert lights(run)["red"] == 1


def test_why_a_revision_was_withdrawn_is_asked_kept_and_said_when_it_comes_back(run: Run, files: list[Path]) -> None:
    assert "--note" in run("withdraw", *PLACE, "--revision", 2, code=2).stderr
    assert (
        "Skriv, hvorfor den trækkes tilbage." in run("withdraw", *PLACE, "--revision", 2, "--note", " ", code=1).stderr
    )
    assert lights(run)["red"] == 1
    run("withdraw", *PLACE, "--revision", 2, "--note", "Sendt fra det forkerte ark")
    assert re.search(r"Trukket tilbage .* af .*: Sendt fra det forkerte ark", told(run("revisions")))
    assert json.loads(run("revisions", "--json").stdout)["revisions"][0]["withdrawn_note"] == (
        "Sendt fra det forkerte ark"
    )
    assert "Sendt fra det forkerte ark" in told(run("restore", *PLACE, "--revision", 2))
    assert "forkerte ark" not in told(run("revisions"))


def test_a_revision_withdrawn_before_anybody_asked_why_is_listed(run: Run, files: list[Path], tmp_path: Path) -> None:
    run("withdraw", *PLACE, *WHY, "--revision", 2)
    with duckdb.connect(str(tmp_path / "status.duckdb")) as con:
        con.execute("UPDATE event SET detail = NULL WHERE what = 'withdraw'")
    assert re.search(r"Trukket tilbage \S+ kl\. \S+ af \S+ Mod", told(run("revisions")))
    assert "Nu gælder revision 2." in told(run("restore", *PLACE, "--revision", 2))


def test_a_scope_that_the_plan_speaks_for_is_answered_from_the_plan(
    run: Run, files: list[Path], tmp_path: Path
) -> None:
    of_part = ["--month", "2025-05", "--scope", "ØK"]
    said = told(run("revisions", "--scope", "ØK"))
    assert "Økonomiudvalget har ingen egne filer. Hele planens taler for det" in said
    assert "hele planen · revision 2 · gælder" in said
    assert "hele planen, revision 2" in told(run("original", *of_part, tmp_path / "ud.xlsx"))
    assert (tmp_path / "ud.xlsx").read_bytes() == files[1].read_bytes()
    refused = told(run("withdraw", *of_part, *WHY, "--revision", 2, code=1))
    assert "Hele planens fil taler for det; dens omfang er plan." in refused
    assert lights(run)["red"] == 1
    assert "for den måned og det omfang" in told(run("revisions", "--scope", "AU"))


def test_revisions_are_listed_by_month_and_scope(run: Run, files: list[Path], make_workbook: MakeWorkbook) -> None:
    run("import", files[0], "--month", "2025-06", "--scope", "ØK")
    assert run("revisions", "--month", "2025-06", "--json").stdout.count('"revision":') == 1
    assert run("revisions", "--month", "2025-05", "--scope", "plan", "--json").stdout.count('"revision":') == 2
    assert run("revisions", "--scope", "Økonomiudvalget", "--json").stdout.count('"revision":') == 1


def test_a_month_with_nothing_left_says_so(run: Run, files: list[Path]) -> None:
    run("withdraw", *PLACE, *WHY, "--revision", 2)
    assert "Nu gælder ingen revision." in run("withdraw", *PLACE, *WHY, "--revision", 1).stdout


def test_withdrawing_twice_is_refused_with_a_sentence(run: Run, files: list[Path]) -> None:
    run("withdraw", *PLACE, *WHY, "--revision", 2)
    assert "allerede trukket tilbage" in run("withdraw", *PLACE, *WHY, "--revision", 2, code=1).stderr


def test_revisions_lists_everything_newest_first(run: Run, files: list[Path]) -> None:
    run("withdraw", *PLACE, *WHY, "--revision", 2)
    newest, first = json.loads(run("revisions", "--json").stdout)["revisions"]
    assert (newest["revision"], newest["state"], newest["red"], newest["n_light"]) == (2, "withdrawn", 1, 1)
    assert (first["revision"], first["state"], first["n_new"]) == (1, "counts", None)
    said = run("revisions", "--month", "2025-05").stdout
    assert "maj 2025 · hele planen · revision 2 · trukket tilbage: Rød.xlsx" in said
    assert "Mod revisionen før: 1 ændret (1 med ny farve), 0 nye, 0 udgåede" in said


def test_nothing_imported_is_said_and_no_database_is_made(run: Run, tmp_path: Path) -> None:
    (tmp_path / "status.duckdb").unlink()
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
