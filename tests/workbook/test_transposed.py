"""Projects as columns, or months as rows: refused in one clear sentence, and never seen in an ordinary sheet."""

from typing import Any

import pytest

from dashboard.domain.issue import ISSUE_KINDS
from dashboard.workbook.parsed import ParsedWorkbook
from fixture_types import MakeWorkbook, Read
from workbook_maker import GREEN, RED, YELLOW, Cell

ACROSS = ["Flådestyring", "Aktindsigt", "Cykelstier"]
G, Y, R = (Cell(fill=fill) for fill in (GREEN, YELLOW, RED))


def turned(parsed: ParsedWorkbook) -> list[tuple[Any, Any]]:
    return [(issue.sheet, issue.cell) for issue in parsed.issues if issue.kind == "transposed"]


@pytest.mark.parametrize(
    "rows",
    [
        [["Indsats", *ACROSS], ["Udvalg", "ØK", "KB", "BUU"], ["Farve", G, Y, R]],
        [["", *ACROSS], ["Udvalg", "ØK", "KB", "BUU"], ["Farve", "Grøn", "Gul", "Rød"]],
        [["Emne", *ACROSS], ["Ansvarlig", "NN", "NN", "NN"], ["Status", "Grøn", "X", "Rød"], ["Note", "a"]],
        [["Indsats", "Status på skoler", "Nyt udvalg", "Ny art"], ["Udvalg", "ØK", "KB", "AU"], ["Farve", G, Y, R]],
        [["Indsats", *ACROSS[:2]], ["Udvalg", "ØK", "KB"], ["Status", G, R]],
        [["Indsats", *ACROSS], ["Udvalg", "ØK", "KB", "BUU"], ["Farve", None, None, None]],
        [["Måned", *ACROSS], ["April 2025", G, G, R], ["Maj 2025", G, Y, R]],
    ],
)  # fmt: skip
def test_lines_that_stand_as_columns_are_refused_with_sheet_and_cell(
    make_workbook: MakeWorkbook, read: Read, rows: Any
) -> None:
    parsed = read(make_workbook([["Tværgående indsatser, maj 2025"], [], *rows], sheet="Status"))
    lit = next(n for n, row in enumerate(rows, start=3) if row[0] in ("Farve", "Status", "April 2025"))
    assert turned(parsed) == [("Status", f"A{lit}")]
    assert parsed.rows == ()
    assert {issue.kind for issue in parsed.issues} == {"transposed"}
    assert ISSUE_KINDS["transposed"].leaves_nothing
    assert "Vend tabellen, så hver indsats har sin egen række" in parsed.issues[0].message


def test_a_turned_sheet_beside_an_ordinary_one_is_refused_too_since_its_lines_would_be_gone(
    make_workbook: MakeWorkbook, read: Read
) -> None:
    sheets = {
        "Drift": [["Indsats", "Udvalg", "Farve"], ["A", "ØK", G]],
        "Anlæg": [["Indsats", *ACROSS], ["Udvalg", "ØK", "KB", "BUU"], ["Farve", G, Y, R]],
    }
    parsed = read(make_workbook(sheets=sheets))
    assert turned(parsed) == [("Anlæg", "A3")]
    assert [row.title for row in parsed.rows] == ["A"]


@pytest.mark.parametrize(
    "above",
    [
        [["Udvalg:", "BUU"], ["Farve:", Cell("Grøn", GREEN), Cell("Gul", YELLOW), Cell("Rød", RED)]],
        [["Indsats", "Titlen"], ["Farve", "Grøn", "Gul", "Rød"], ["Udvalg", "ØK", "KB"]],
        [["Status", "Grøn", "Gul", "Rød"], ["Antal", 4, 2, 1], ["Udvalg", "ØK"]],
        [[]],
    ],
)
def test_what_explains_an_ordinary_table_does_not_turn_it(make_workbook: MakeWorkbook, read: Read, above: Any) -> None:
    table = [
        ["Indsats", "Udvalg", "Farve", "Vurdering"],
        ["A", "ØK", G, G],
        ["Status", "KB", R, R],
        ["Udvalg", "AU", Y, Y],
    ]
    parsed = read(make_workbook([*above, [], *table]))
    assert turned(parsed) == []
    assert [row.title for row in parsed.rows] == ["A", "Status", "Udvalg"]


def test_a_guide_and_a_history_of_months_beside_a_table_are_no_reason_to_refuse_it(
    make_workbook: MakeWorkbook, read: Read
) -> None:
    sheets = {
        "Vejledning": [["Felt", "Fx"], ["Indsats", "A", "B"], ["Udvalg", "ØK", "KB"], ["Farve", "Grøn", "Rød"]],
        "Status": [["Indsats", "Udvalg", "Farve"], ["A", "ØK", G]],
        "Historik": [["Måned", *ACROSS], ["April 2025", G, G, R], ["Maj 2025", G, Y, R]],
    }  # fmt: skip
    parsed = read(make_workbook(sheets=sheets))
    assert turned(parsed) == []
    assert [row.title for row in parsed.rows] == ["A"]
