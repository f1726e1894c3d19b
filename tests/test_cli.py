"""The command line as people and checks use it."""

import csv
import io
import json
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dashboard.cli import app
from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.domain.scope import PLAN
from dashboard.domain.snapshot import Snapshot
from dashboard.domain.status_row import LinePart, StatusRow
from dashboard.store.database import open_database
from dashboard.store.snapshots import ReceivedFile, save_snapshot
from fixture_types import MakeWorkbook, Run
from workbook_maker import GREEN, RED, YELLOW, Cell, Rows

HEADING = ["Udmøntningsplan 2025-2028 - Samlet status for hele planen"]
HEAD = ["Indsats", "Udvalg", "Tema", "Farve", "Afsluttet (X)", "Tværgående"]
MAY: Rows = [
    HEADING,
    ["Status pr. ultimo maj 2025"],
    HEAD,
    ["Flådestyring R003(I)(B)", "ØK, KB", "Økonomisk Politik", Cell(fill=GREEN), None, "X"],
    ["Bosætningskampagne", "ØK", "Politiske visioner", Cell(fill=YELLOW)],
    ["Sidste skoledag", "BUU", None, None, "X"],
]
SEEN_BEFORE = {"counted", "tables", "lost_lines", "compared_with", "difference", "suggestions"}
JUNE = [HEADING, ["Status pr. ultimo juni 2025"], HEAD, [*MAY[3][:3], Cell(fill=RED), None, "X"], *MAY[4:]]


@pytest.fixture
def imported(run: Run, make_workbook: MakeWorkbook) -> Run:
    run("import", make_workbook(MAY, name="maj.xlsx"), make_workbook(JUNE, name="juni.xlsx"))
    return run


def test_import_prints_one_json_document_with_the_receipt_of_each_file(run: Run, make_workbook: MakeWorkbook) -> None:
    path = make_workbook(MAY, name="maj.xlsx")
    (receipt,) = json.loads(run("import", path, "--json").stdout)["files"]
    told = {name: receipt[name] for name in receipt if name not in SEEN_BEFORE}
    assert told == {
        "file": str(path),
        "accepted": True,
        "plan": "2025-2028",
        "month": "2025-05",
        "scope": "plan",
        "revision": 1,
        "rows": 3,
        "lights": {"green": 1, "yellow": 1, "red": 0, "not_reported": 0},
        "done": 1,
        "cross_cutting": 1,
        "issues": [],
    }


def test_one_rejected_workbook_gives_exit_code_1_and_the_others_are_saved(
    run: Run, make_workbook: MakeWorkbook
) -> None:
    bad = make_workbook([HEADING, ["Status ultimo juni 2025"], HEAD, ["A", "ØK", None, "lilla"]], name="juni.xlsx")
    good = make_workbook(MAY, name="maj.xlsx")
    receipts = json.loads(run("import", bad, good, "--json", code=1).stdout)["files"]
    assert [receipt["accepted"] for receipt in receipts] == [False, True]
    assert receipts[0]["issues"][0] | {"message": ""} == {
        "severity": "error", "kind": "unknown-light", "sheet": "Ark1", "cell": "D4", "value": "lilla", "message": "",
    }  # fmt: skip
    assert json.loads(run("status", "--json").stdout)["month"] == "2025-05"


def test_a_refusal_names_file_sheet_and_cell_and_says_what_to_do(run: Run, make_workbook: MakeWorkbook) -> None:
    bad = make_workbook([HEADING, ["Status ultimo juni 2025"], HEAD, ["A", "ØK", None, "lilla"]], name="juni.xlsx")
    printed = " ".join(run("import", bad, code=1).stdout.split())
    assert "Afvist: juni.xlsx" in printed
    assert "ark 'Ark1' celle D4: 'lilla' er ikke en kendt status. Skriv Grøn, Gul eller Rød" in printed


def test_accepting_errors_saves_the_workbook(run: Run, make_workbook: MakeWorkbook) -> None:
    bad = make_workbook([HEADING, ["Status ultimo juni 2025"], HEAD, ["A", "ØK", None, "lilla"]], name="juni.xlsx")
    run("import", bad, "--accept-errors")
    assert json.loads(run("status", "--json").stdout)["lights"]["not_reported"] == 1


def test_check_saves_nothing_and_makes_no_database(run: Run, make_workbook: MakeWorkbook, tmp_path: Path) -> None:
    (tmp_path / "status.duckdb").unlink()
    document = json.loads(run("check", make_workbook(MAY), "--json").stdout)
    assert document["files"][0]["accepted"]
    assert not (tmp_path / "status.duckdb").exists()


@pytest.mark.parametrize(
    "arguments", [["import", "findes-ikke.xlsx"], ["import"], ["status", "--month", "maj"], ["nope"]]
)
def test_wrong_usage_gives_exit_code_2(run: Run, arguments: list[str]) -> None:
    run(*arguments, code=2)


def test_month_and_scope_can_be_given(run: Run, make_workbook: MakeWorkbook) -> None:
    path = make_workbook(MAY)
    (receipt,) = json.loads(run("import", path, "--month", "2025-07", "--scope", "AU", "--json").stdout)["files"]
    assert (receipt["month"], receipt["scope"]) == ("2025-07", "AU")


def test_status_counts_compares_and_distributes(imported: Run) -> None:
    document = json.loads(imported("status", "--json").stdout)
    assert (document["month"], document["compared_with"], document["scope"]) == ("2025-06", "2025-05", "plan")
    assert (document["total"], document["done"]) == (3, 1)
    assert document["lights"] == {"green": 0, "yellow": 1, "red": 1, "not_reported": 0}
    assert document["changes"]["worsened"] == [
        {"title": "Flådestyring", "code": "R003", "from": "green", "to": "red", "udvalg": ["ØK", "KB"]}
    ]
    assert document["by"]["udvalg"]["ØK"] == {
        "red": 1, "yellow": 1, "green": 0, "not_reported": 0, "done": 0, "total": 2,
    }  # fmt: skip
    assert set(document["by"]["tema"]) == {"Økonomisk Politik", "Politiske visioner", ""}


def test_status_can_be_narrowed_to_an_udvalg_a_tema_a_month_and_a_scope(imported: Run) -> None:
    assert json.loads(imported("status", "--udvalg", "BUU", "--json").stdout)["total"] == 1
    assert json.loads(imported("status", "--udvalg", "Økonomiudvalget", "--json").stdout)["total"] == 2
    assert json.loads(imported("status", "--tema", "politiske visioner", "--json").stdout)["total"] == 1
    assert json.loads(imported("status", "--month", "2025-05", "--json").stdout)["compared_with"] is None
    assert json.loads(imported("status", "--scope", "tvaergaaende", "--json").stdout)["total"] == 1


@pytest.mark.parametrize("scope", ["BUU", "buu", "Børne- og Ungdomsudvalget"])
def test_an_udvalg_without_a_workbook_of_its_own_is_answered_with_its_part_of_the_plan(
    imported: Run, scope: str
) -> None:
    document = json.loads(imported("status", "--scope", scope, "--json").stdout)
    assert (document["month"], document["compared_with"], document["scope"]) == ("2025-06", "2025-05", "BUU")
    assert (document["total"], document["done"]) == (1, 1)
    assert [row["title"] for row in json.loads(imported("rows", "--scope", scope).stdout)["rows"]] == [
        "Sidste skoledag"
    ]
    assert json.loads(imported("signals", "--scope", scope, "--json").stdout)["scope"] == "BUU"
    assert "Børne- og Ungdomsudvalget" in imported("status", "--scope", scope, "--compare", "2025-05").stdout
    assert "2025-01" in imported("status", "--scope", scope, "--compare", "2025-01", code=1).stderr


def test_an_udvalg_that_has_no_lines_in_the_plan_has_no_status(imported: Run) -> None:
    told = imported("status", "--scope", "AU", code=1).stderr
    assert "Der er ingen status indlæst for AU. Der er for: plan, tvaergaaende, BUU, KB, ØK." in told
    told = imported("status", "--scope", "BUU", "--month", "2025-01", code=1).stderr
    assert "Der er ingen status indlæst for 2025-01 BUU. Der er for: 2025-06, 2025-05." in told


@pytest.mark.parametrize(
    ("named", "scope"),
    [
        ("hele planen", "plan"),
        ("Hele planen", "plan"),
        ("Tværgående indsatser", "tvaergaaende"),
        ("tværgående", "tvaergaaende"),
    ],
)
def test_a_scope_can_be_named_as_the_answers_name_it(imported: Run, named: str, scope: str) -> None:
    assert json.loads(imported("status", "--scope", named, "--json").stdout)["scope"] == scope


def test_status_in_words_is_danish(imported: Run) -> None:
    printed = imported("status").stdout
    assert "juni 2025 sammenlignet med maj 2025 · hele planen · 3 indsatser" in printed
    assert "Forværret: Flådestyring R003 (Grøn → Rød)" in printed


def test_asking_an_empty_database_says_what_to_do(run: Run) -> None:
    assert "Der er ingen status indlæst" in run("status", code=1).stderr


def test_a_comparison_month_that_was_not_delivered_is_refused(imported: Run) -> None:
    assert "2025-01" in imported("status", "--compare", "2025-01", code=1).stderr


def test_rows_give_every_field_and_the_cell_as_json_and_csv(imported: Run) -> None:
    (first, *_) = json.loads(imported("rows").stdout)["rows"]
    assert (first["title"], first["light"], first["udvalg"]) == ("Flådestyring", "red", ["ØK", "KB"])
    assert (first["file_name"], first["sheet"], first["cell"]) == ("juni.xlsx", "Ark1", "D4")
    lines = list(csv.DictReader(io.StringIO(imported("rows", "--month", "2025-05", "--format", "csv").stdout)))
    assert [line["title"] for line in lines] == ["Bosætningskampagne", "Flådestyring", "Sidste skoledag"]
    assert lines[1]["udvalg"] == "ØK, KB"


@pytest.mark.parametrize("text", ['=HYPERLINK("http://x")', "+45 12", "-SUM(A1)", "@import", "\tcmd"])
def test_rows_as_csv_hold_no_formulas_and_as_json_what_was_written(
    run: Run, make_row: Callable[..., StatusRow], tmp_path: Path, text: str
) -> None:
    opened = open_database(tmp_path / "status.duckdb")
    row = replace(make_row("Flådestyring", Light.RED), status_text=text)
    with opened.transaction() as con:
        file = ReceivedFile("maj.xlsx", "0", b"", datetime(2026, 1, 1), "prøve")
        save_snapshot(con, file, Snapshot("2025-2028", Month(2025, 5), PLAN, (row,)), [None])
    opened.close()
    (line,) = csv.DictReader(io.StringIO(run("rows", "--format", "csv").stdout))
    assert line["status_text"] == f"'{text}"
    assert json.loads(run("rows").stdout)["rows"][0]["status_text"] == text


def test_rows_give_the_parts_of_a_line_with_their_lights(
    run: Run, make_row: Callable[..., StatusRow], tmp_path: Path
) -> None:
    parts = (LinePart("Udbud", "A5", Light.YELLOW, text="afventer"), LinePart("Kontrakt", "A6", done=True))
    row = replace(make_row("Flådestyring", Light.RED), percent_done="75 %", subtasks=parts, other_lights=parts[:1])
    opened = open_database(tmp_path / "status.duckdb")
    file = ReceivedFile("maj.xlsx", "0", b"", datetime(2026, 1, 1), "prøve")
    with opened.transaction() as con:
        save_snapshot(con, file, Snapshot("2025-2028", Month(2025, 5), PLAN, (row,)), [None])
    opened.close()
    (told,) = json.loads(run("rows").stdout)["rows"]
    assert (told["percent_done"], told["expected_end"], told["remark"]) == ("75 %", None, None)
    assert told["subtasks"] == [
        {"title": "Udbud", "light": "yellow", "done": False, "text": "afventer"},
        {"title": "Kontrakt", "light": "not_reported", "done": True, "text": None},
    ]
    assert told["other_lights"] == told["subtasks"][:1]
    (line,) = csv.DictReader(io.StringIO(run("rows", "--format", "csv").stdout))
    assert (line["percent_done"], line["expected_end"]) == ("75 %", "")
    assert '"Udbud"' in line["subtasks"]
    assert '"Udbud"' in line["other_lights"]


def test_a_folder_means_the_workbooks_in_it(run: Run, make_workbook: MakeWorkbook, tmp_path: Path) -> None:
    empty = tmp_path / "tom mappe"
    empty.mkdir()
    assert "Der er ingen projektmapper (.xlsx) i mappen" in run("check", empty, code=2).stderr
    make_workbook(MAY, name="maj.xlsx")
    make_workbook(JUNE, name="~$juni.xlsx")
    assert len(json.loads(run("check", tmp_path, "--json").stdout)["files"]) == 1
    make_workbook(JUNE).rename(tmp_path / "JUNI.XLSX")
    assert len(json.loads(run("check", tmp_path, "--json").stdout)["files"]) == 2


@pytest.mark.parametrize("verb", ["status", "signals"])
def test_an_udvalg_that_nobody_knows_is_named_with_those_that_there_are(imported: Run, verb: str) -> None:
    assert (
        "Der er intet udvalg, der hedder BUUU. Der er: BUU, KB, ØK."
        in imported(verb, "--udvalg", "BUUU", code=1).stderr
    )
    assert imported(verb, "--udvalg", "AU").stdout


def test_a_tema_that_nobody_knows_is_named_with_those_that_there_are(imported: Run) -> None:
    said = imported("status", "--tema", "Veje", code=1).stderr
    assert "Der er intet tema, der hedder Veje. Der er: Politiske visioner, Økonomisk Politik." in said


def test_a_scope_that_nobody_knows_saves_nothing(run: Run, make_workbook: MakeWorkbook) -> None:
    path = make_workbook(MAY)
    assert "'BUUU' er ikke et udvalg, der kendes" in run("import", path, "--scope", "BUUU", code=1).stdout
    run("import", path, "--scope", "buu")


def test_the_database_is_also_taken_from_the_environment_and_before_the_verb(
    make_workbook: MakeWorkbook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "other.duckdb"
    monkeypatch.setenv("DASHBOARD_DATABASE", str(path))
    assert CliRunner().invoke(app, ["import", str(make_workbook(MAY))]).exit_code == 0
    assert path.exists()
    monkeypatch.delenv("DASHBOARD_DATABASE")
    assert CliRunner().invoke(app, ["--database", str(path), "status"]).exit_code == 0


def test_verify_says_that_a_sound_database_is_in_order(imported: Run) -> None:
    assert "Databasen er i orden." in imported("verify").stdout
