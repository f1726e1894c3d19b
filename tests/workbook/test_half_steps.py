"""Cells between two lights: an issue that offers the worse one, and never a guess."""

from typing import Any

import pytest
from openpyxl.styles.fills import GradientFill, PatternFill

from dashboard.domain.light import Light
from dashboard.workbook.parsed import ParsedWorkbook
from fixture_types import MakeWorkbook, Read
from workbook_maker import GREEN, RED, YELLOW, Cell

HEAD = ["Indsats", "Udvalg", "Farve"]


def issues(parsed: ParsedWorkbook) -> list[tuple[Any, str, Any]]:
    return [(issue.cell, issue.kind, issue.value) for issue in parsed.issues if issue.is_error and issue.cell]


@pytest.mark.parametrize(
    ("written", "offered"),
    [
        ("Grøn/gul", "Gul"), ("gul-rød", "Rød"), ("grøn → gul", "Gul"), ("mellem gul og rød", "Rød"),
        ("gul/grøn", "Gul"), ("Grøn -> gul", "Gul"), ("GRØN / GUL", "Gul"), ("gul på vej mod rød", "Rød"),
        ("Rød (på vej mod gul)", "Rød"), ("gulgrøn", "Gul"), ("A/R", "Rød"), ("G/Y", "Gul"), ("🟢/🟡", "Gul"),
        ("orange/rød", "Rød"), ("grøn til gul", "Gul"), ("Grøn/gul - afventer udbud", "Gul"), ("grøn\ngul", "Gul"),
        ("Status: grøn/gul", "Gul"),
        ("grøn med gul tendens", "Gul"), ("Vi er mellem gul og rød lige nu", "Rød"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("head", ["Farve", "Status"])
def test_two_lights_in_one_cell_are_an_issue_that_offers_the_worse_one(
    make_workbook: MakeWorkbook, read: Read, written: str, offered: str, head: str
) -> None:
    rows = [["Indsats", "Udvalg", head], ["A", "ØK", written], ["B", "ØK", "Grøn"], ["C", "ØK", "Rød"]]
    parsed = read(make_workbook(rows, sheet="Tværgående"))
    (found,) = [issue for issue in parsed.issues if issue.kind == "half-step"]
    assert (found.sheet, found.cell, found.value) == ("Tværgående", "C2", written)
    assert f"den mest alvorlige: {offered}." in found.message
    assert [row.light for row in parsed.rows] == [Light.NOT_REPORTED, Light.GREEN, Light.RED]


@pytest.mark.parametrize(
    "written", ["Grøn", "Grøn - den grønne omstilling", "Rød, tidligere gul", "Grøn/gul/rød", "grøn/grøn", "X/grøn"]
)
def test_what_names_one_light_or_all_three_is_no_half_step(
    make_workbook: MakeWorkbook, read: Read, written: str
) -> None:
    parsed = read(make_workbook([HEAD, ["A", "ØK", written], ["B", "ØK", "Grøn"]]))
    assert "half-step" not in {issue.kind for issue in parsed.issues}


@pytest.mark.parametrize(("fill", "kind"), [(GREEN, "half-step"), (YELLOW, "half-step"), (RED, "light-disagrees")])
def test_a_fill_does_not_settle_a_half_step_and_a_third_colour_disagrees(
    make_workbook: MakeWorkbook, read: Read, fill: Any, kind: str
) -> None:
    parsed = read(make_workbook([HEAD, ["A", "ØK", Cell("Grøn/gul", fill)], ["B", "ØK", "Grøn"]]))
    assert ("C2", kind, "Grøn/gul") in issues(parsed)
    assert parsed.rows[0].light is Light.NOT_REPORTED


@pytest.mark.parametrize(
    "fill",
    [GradientFill(stop=(GREEN, YELLOW)), PatternFill("darkUp", fgColor=YELLOW, bgColor=GREEN)],
    ids=["gradient", "stripes"],
)
@pytest.mark.parametrize("text", [None, "Grøn"])
def test_a_fill_of_two_lights_is_a_half_step_too(
    make_workbook: MakeWorkbook, read: Read, fill: Any, text: str | None
) -> None:
    parsed = read(make_workbook([HEAD, ["A", "ØK", Cell(text, fill)], ["B", "ØK", Cell(fill=GREEN)]]))
    (found,) = [issue for issue in parsed.issues if issue.kind == "half-step"]
    assert found.cell == "C2"
    assert found.message.endswith("den mest alvorlige: Gul.")


def test_prose_about_colours_is_prose(make_workbook: MakeWorkbook, read: Read) -> None:
    rows = [
        ["Indsats", "Udvalg", "Status"],
        ["A", "ØK", Cell("Går fra gul til grøn i juni, når udbuddet er i gang", YELLOW)],
    ]
    rows += [["B", "ØK", Cell("Følger planen og budgettet", GREEN)]]
    (first, _) = read(make_workbook(rows)).rows
    assert (first.light, first.status_text) == (Light.YELLOW, "Går fra gul til grøn i juni, når udbuddet er i gang")
