"""Who is who on the command line: seen, decided and undone."""

import json
from typing import Any

import pytest

from fixture_types import MakeWorkbook, Run

HEAD = ["Indsats", "Udvalg", "Farve"]


@pytest.fixture
def renamed(run: Run, make_workbook: MakeWorkbook) -> Run:
    paths = [
        make_workbook(
            [
                ["Udmøntningsplan 2025-2028 - hele planen"],
                [f"Status pr. ultimo {month} 2025"],
                HEAD,
                [title, "ØK", light],
            ],
            name=f"{month}.xlsx",
        )
        for month, title, light in (("marts", "Kloge m2 R003", "Grøn"), ("april", "Klog m2 R003", "Rød"))
    ]
    run("import", *paths)
    return run


def document(run: Run) -> Any:
    return json.loads(run("who", "--json").stdout)


def test_who_lists_the_likely_pairs_with_numbers_and_scores(renamed: Run) -> None:
    printed = renamed("who").stdout
    assert "af 100 · ny i april 2025 · hele planen" in printed
    assert "2: Klog m2 R003 (ØK)" in printed
    assert "1: Kloge m2 R003 (ØK), sidst set marts 2025" in printed
    for verb in ("same", "different", "continues"):
        assert f"dashboard {verb} 2 1" in printed
    (pair,) = document(renamed)["suggestions"]
    assert (pair["indsats_id"], pair["other_id"], pair["udvalg"], pair["score"] >= 90) == (2, 1, ["ØK"], True)


def test_who_can_be_asked_of_a_month_and_a_scope(renamed: Run) -> None:
    assert "Ingen nye indsatser ligner" in renamed("who", "--month", "2025-03").stdout
    assert "Ingen nye indsatser ligner" in renamed("who", "--scope", "tvaergaaende").stdout
    assert "Ingen nye indsatser ligner" in renamed("who", "--scope", "BUU").stdout
    assert "2: Klog m2 R003 (ØK)" in renamed("who", "--scope", "ØK").stdout


@pytest.mark.parametrize(
    ("verb", "said"),
    [("same", "samme indsats som"), ("different", "en anden indsats end"), ("continues", "en fortsættelse af")],
)
def test_a_decision_is_said_listed_and_undone(renamed: Run, verb: str, said: str) -> None:
    assert f"Afgørelse 1: 2 er {said} 1." in renamed(verb, 2, 1).stdout
    assert document(renamed)["suggestions"] == []
    assert document(renamed)["links"][0]["kind"] == verb
    assert f"2 Klog m2 R003 er {said} 1 Kloge m2 R003" in renamed("who").stdout
    renamed("undo-link", 1)
    assert len(document(renamed)["suggestions"]) == 1
    assert document(renamed)["links"] == []


def test_a_row_says_which_line_it_continues_until_that_is_undone(renamed: Run) -> None:
    def continued() -> Any:
        (row,) = json.loads(renamed("rows").stdout)["rows"]
        return row["continues"]

    assert continued() == []
    renamed("continues", 2, 1)
    assert continued() == ["Kloge m2 R003"]
    assert ",Kloge m2 R003," in renamed("rows", "--format", "csv").stdout
    renamed("undo-link", 1)
    assert continued() == []


def test_same_makes_the_status_follow_the_line(renamed: Run) -> None:
    renamed("same", 2, 1)
    changes = json.loads(renamed("status", "--json").stdout)["changes"]
    assert [change["title"] for change in changes["worsened"]] == ["Klog m2"]
    assert changes["new"] == changes["gone"] == []


def test_what_cannot_be_is_refused_in_danish(renamed: Run) -> None:
    assert "Indsats 9 findes ikke" in renamed("same", 9, 1, code=1).stderr
    assert "ingen afgørelse 7" in renamed("undo-link", 7, code=1).stderr
    renamed("same", "to", 1, code=2)
