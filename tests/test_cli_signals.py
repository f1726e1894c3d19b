"""What smells wrong, on the command line."""

import json
from pathlib import Path
from typing import Any

import pytest

from dashboard.domain.scope import PLAN
from dashboard.domain.terms import terms
from dashboard.queries import default_selection, open_database, signals
from dashboard.records import settle_signal
from fixture_types import MakeWorkbook, Run
from workbook_maker import GREEN, RED, Cell

HEADING = ["Udmøntningsplan 2025-2028 - Samlet status for hele planen"]
HEAD = ["Indsats", "Udvalg", "Tema", "Farve"]


def status(month: str, flaadestyring: str, aktindsigt: str | None) -> list[Any]:
    lines = (("Flådestyring R003", "ØK, KB", flaadestyring), ("Aktindsigt", "BUU", aktindsigt))
    rows = [[title, udvalg, "Politiske visioner", Cell(fill=fill) if fill else None] for title, udvalg, fill in lines]
    return [HEADING, [f"Status pr. ultimo {month} 2025"], HEAD, *rows]


@pytest.fixture
def imported(run: Run, make_workbook: MakeWorkbook) -> Run:
    run("import", make_workbook(status("maj", GREEN, GREEN), name="maj.xlsx"))
    run("import", make_workbook(status("juni", RED, None), name="juni.xlsx"))
    return run


def test_signals_are_told_by_rule_in_one_json_document(imported: Run) -> None:
    document = json.loads(imported("signals", "--json").stdout)
    assert (document["month"], document["scope"], document["open"], document["lines"]) == ("2025-06", "plan", 3, 2)
    rules = {rule["rule"]: rule for rule in document["rules"]}
    assert list(rules) == [rule.rule for rule in terms().signals]
    assert {name: rule["open"] for name, rule in rules.items() if rule["open"]} == {
        "red_without_reason": 1,
        "green_to_red": 1,
        "not_reported": 1,
    }
    (case,) = rules["green_to_red"]["signals"]
    assert case | {"indsats_id": 0} == {
        "indsats_id": 0,
        "title": "Flådestyring",
        "code": "R003",
        "udvalg": ["ØK", "KB"],
        "light": "red",
        "said": "Gik direkte fra grøn til rød",
        "settled": None,
    }


def test_signals_in_words_are_danish_and_counted_in_the_right_number(imported: Run) -> None:
    printed = imported("signals").stdout
    assert "juni 2025 · hele planen · 3 åbne signaler på 2 indsatser" in printed
    assert "Ikke indberettet: Aktindsigt (BUU). Ikke indberettet ved denne status" in " ".join(printed.split())
    assert "Flådestyring R003 (ØK, KB)" in printed
    assert "None" not in printed


def test_signals_can_be_narrowed_to_a_month_and_an_udvalg(imported: Run) -> None:
    assert json.loads(imported("signals", "--month", "2025-05", "--json").stdout)["open"] == 0
    assert json.loads(imported("signals", "--udvalg", "ØK", "--json").stdout)["open"] == 2
    assert "1 åbent signal på 1 indsats" in imported("signals", "--udvalg", "BUU").stdout


def test_a_settled_signal_is_told_with_its_note_and_not_counted(imported: Run, tmp_path: Path) -> None:
    database = open_database(tmp_path / "status.duckdb")
    selection = default_selection(database.cursor())
    assert selection is not None
    case = next(each for each in signals(database.cursor(), selection) if each.rule_key == "not_reported")
    settle_signal(database, "not_reported", case.indsats_id, PLAN, case.basis, "Kommer i juli.", "Ane")
    database.close()
    document = json.loads(imported("signals", "--json").stdout)
    (told,) = next(rule for rule in document["rules"] if rule["rule"] == "not_reported")["signals"]
    assert document["open"] == 2
    assert (told["settled"]["note"], told["settled"]["by"]) == ("Kommer i juli.", "Ane")
    assert "Afklaret: 1" in imported("signals").stdout
