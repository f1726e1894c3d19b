"""The command that writes a template, as people use it."""

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from dashboard.cli import app
from fixture_types import MakeWorkbook, Run

MAY = [
    ["Udmøntningsplan 2025-2028 - Samlet status for hele planen"],
    ["Status pr. ultimo maj 2025"],
    ["Indsats", "Udvalg", "Art", "Farve", "Tværgående"],
    ["Flådestyring R003(I)(B)", "ØK, KB", "Råderumsforslag", "Grøn", "X"],
    ["Sidste skoledag", "BUU", "Driftsændringer", "Rød"],
]


@pytest.fixture
def run(tmp_path: Path, make_workbook: MakeWorkbook) -> Run:
    def invoke(*arguments: Any, code: int = 0) -> Any:
        result = CliRunner().invoke(app, [*map(str, arguments), "--database", str(tmp_path / "status.duckdb")])
        assert result.exit_code == code, result.output
        return result

    invoke("import", make_workbook(MAY))
    return invoke


@pytest.mark.parametrize(
    ("chosen", "scope", "lines"),
    [
        ((), "plan", 2),
        (("--scope", "tvaergaaende"), "tvaergaaende", 1),
        (("--scope", "plan"), "plan", 2),
        (("--udvalg", "BUU"), "BUU", 1),
    ],
)
def test_a_template_is_written_for_the_widest_scope_or_the_one_that_is_named(
    run: Run, tmp_path: Path, chosen: Any, scope: str, lines: int
) -> None:
    path = tmp_path / "ud.xlsx"
    run("template", "--month", "2025-06", *chosen, path)
    (receipt,) = json.loads(run("check", path, "--json").stdout)["files"]
    assert (receipt["month"], receipt["scope"], receipt["lights"]["not_reported"]) == ("2025-06", scope, lines)


def test_the_widest_scope_is_that_of_the_newest_month_before(
    run: Run, make_workbook: MakeWorkbook, tmp_path: Path
) -> None:
    run("import", make_workbook(MAY), "--month", "2025-07", "--scope", "tvaergaaende")
    assert "tværgående indsatser" in run("template", "--month", "2025-08", tmp_path).stdout
    assert "hele planen" in run("template", "--month", "2025-07", tmp_path).stdout


def test_a_template_is_of_the_plan_that_is_named_or_that_of_the_newest_month(
    run: Run, make_workbook: MakeWorkbook, tmp_path: Path
) -> None:
    rows = [["Udmøntningsplan 2026-2029 - Samlet status for hele planen"], ["Status pr. ultimo juni 2026"], *MAY[2:]]
    run("import", make_workbook(rows))
    for chosen, plan in ((), "2026-2029"), (("--plan", "2025-2028"), "2025-2028"):
        path = tmp_path / f"{plan}.xlsx"
        run("template", "--month", "2026-07", *chosen, path)
        (receipt,) = json.loads(run("check", path, "--json").stdout)["files"]
        assert (receipt["plan"], receipt["rows"]) == (plan, 2)


def test_a_folder_gets_a_file_that_is_named_for_scope_and_month(run: Run, tmp_path: Path) -> None:
    printed = run("template", "--month", "2025-06", "--udvalg", "Børne- og Ungdomsudvalget", tmp_path).stdout
    assert (tmp_path / "skabelon-BUU-2025-06.xlsx").exists()
    assert "juni 2025, Børne- og Ungdomsudvalget" in printed


def test_a_file_that_may_be_filled_in_is_never_overwritten(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "ud.xlsx"
    path.write_bytes(b"udfyldt")
    assert "findes allerede" in run("template", "--month", "2025-06", path, code=2).stderr
    assert path.read_bytes() == b"udfyldt"


def test_without_an_earlier_status_nothing_is_written(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "ud.xlsx"
    assert "ingen status før maj 2025" in run("template", "--month", "2025-05", path, code=1).stderr
    assert not path.exists()


@pytest.mark.parametrize(
    "wrong", [("--month", "juni"), ("--month", "2025-06", "--udvalg", "BUU", "--scope", "plan"), ()]
)
def test_wrong_usage_gives_exit_code_2(run: Run, tmp_path: Path, wrong: Any) -> None:
    run("template", *wrong, tmp_path / "ud.xlsx", code=2)
    assert "skal ende på .xlsx" in run("template", "--month", "2025-06", tmp_path / "ud.odt", code=2).stderr
