"""What a workbook says of plan and month is told where something else was given; nothing is overruled in silence."""

from pathlib import Path
from typing import Any

import pytest

from dashboard.domain.month import Month
from dashboard.workbook.isolated import read_workbook
from fixture_types import MakeWorkbook, Run
from month_sheets import month_sheets

HEAD = ["Indsats", "Udvalg", "Farve"]


@pytest.fixture
def may(make_workbook: MakeWorkbook) -> Path:
    heading = ["Udmøntningsplan 2025-2028 - hele planen"], ["Status pr. ultimo maj 2025"]
    return make_workbook([*heading, HEAD, ["Havnen", "ØK", "Grøn"]], name="status-maj-2025.xlsx")


@pytest.mark.parametrize("verb", ["check", "import"])
def test_a_month_and_a_plan_that_overrule_the_workbook_are_told(run: Run, may: Path, verb: str) -> None:
    said = " ".join(run(verb, may, "--month", "2025-06").stdout.split())
    assert "Arket siger maj 2025; læst som juni 2025, fordi det er valgt ved indlæsningen." in said
    assert "Filnavnet siger maj 2025; læst som juni 2025" in said
    said = " ".join(run(verb, may, "--plan", "2024-2027").stdout.split())
    assert "Arket siger 2025-2028; læst som 2024-2027, fordi" in said
    assert "Filnavnet" not in said.partition("Sådan er den læst")[0]


def test_what_is_given_as_the_workbook_says_is_no_remark(run: Run, may: Path) -> None:
    said = run("import", may, "--month", "2025-05", "--plan", "2025-2028").stdout
    assert "Ingen fejl og ingen bemærkninger." in said


def test_where_only_the_file_name_says_the_month_that_is_told(run: Run, make_workbook: MakeWorkbook) -> None:
    path = make_workbook([["Hele planen 2025-2028"], HEAD, ["Havnen", "ØK", "Grøn"]], name="status-april-2025.xlsx")
    said = " ".join(run("check", path, "--month", "2025-05").stdout.split())
    assert "Filnavnet siger april 2025; læst som maj 2025" in said
    assert "Arket siger" not in said


def test_a_month_of_a_workbook_with_a_sheet_for_each_overrules_nothing(run: Run, make_workbook: MakeWorkbook) -> None:
    path = make_workbook(sheets=month_sheets(Month(2024, 3)), name="historik.xlsx")
    assert "læst som" not in run("check", path, "--month", "2024-02").stdout


def test_yes_tells_that_the_file_name_was_not_believed_and_reads_once(
    run: Run, may: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = may.rename(may.with_name("status-april-2025.xlsx"))
    times = []

    def counted(*given: Any, **more: Any) -> Any:
        times.append(given)
        return read_workbook(*given, **more)

    monkeypatch.setattr("dashboard.intake.answers.read_workbook", counted)
    said = " ".join(run("import", path, "--yes").stdout.split())
    assert "Filnavnet siger april 2025; læst som maj 2025" in said
    assert len(times) == 1
    assert "maj 2025" in run("status").stdout
