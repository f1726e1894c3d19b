"""The copy with comments: it says what is wrong where it is wrong, and is the same workbook in all else."""

from io import BytesIO
from typing import Any

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment

from dashboard.domain.issue import issue
from dashboard.workbook.annotate import annotate
from dashboard.workbook.parse import parse_workbook
from fixture_types import MakeWorkbook
from workbook_maker import GREEN, Cell

ROWS = [
    ["Udmøntningsplan 2025-2028 - hele planen"],
    ["Status pr. ultimo maj 2025"],
    ["Indsats", "Udvalg", "Farve"],
    ["A", "ØK", "lilla"],
    ["B", "ØK", Cell("Grøn", GREEN)],
]
WRONG = issue("unknown-light", sheet="Ark1", cell="C4", value="lilla")


@pytest.fixture
def content(make_workbook: MakeWorkbook) -> bytes:
    return make_workbook(ROWS, merge=["A1:C1"]).read_bytes()


def comments(copy: Any, sheet: str = "Ark1") -> dict[Any, str]:
    cells = [cell for row in openpyxl.load_workbook(BytesIO(copy))[sheet] for cell in row]
    return {cell.coordinate: cell.comment.text for cell in cells if cell.comment}


def test_an_issue_is_a_comment_on_its_cell_and_says_what_to_do(content: bytes) -> None:
    assert comments(annotate(content, [WRONG])) == {"C4": f"FEJL: {WRONG.message}"}


def test_everything_a_reader_finds_is_the_same_in_the_copy(content: bytes) -> None:
    issues = parse_workbook(content, "maj.xlsx").issues
    assert [found.kind for found in issues] == ["unknown-light"]
    assert parse_workbook(annotate(content, issues), "maj.xlsx") == parse_workbook(content, "maj.xlsx")


def test_what_concerns_a_whole_sheet_or_file_stands_on_its_first_cell(make_workbook: MakeWorkbook) -> None:
    content = make_workbook(sheets={"Ark1": ROWS, "Noter": [["hej"]]}).read_bytes()
    copy = annotate(content, [issue("sheet-without-table", sheet="Noter"), issue("no-month")])
    assert "ikke læst" in comments(copy, "Noter")["A1"]
    assert "Måneden kunne ikke findes" in comments(copy)["A1"]


def test_a_cell_inside_a_merge_is_commented_where_the_merge_shows(content: bytes) -> None:
    assert list(comments(annotate(content, [issue("no-light-column", sheet="Ark1", cell="B1")]))) == ["A1"]


def test_several_issues_and_an_old_comment_share_a_cell(content: bytes) -> None:
    workbook = openpyxl.load_workbook(BytesIO(content))
    workbook["Ark1"]["C4"].comment = Comment("Husk at spørge", "Anna")
    before = BytesIO()
    workbook.save(before)
    said = comments(annotate(before.getvalue(), [WRONG, WRONG]))["C4"]
    assert said.count("FEJL") == 2
    assert said.endswith("Husk at spørge")


def test_red_and_struck_words_stay_red_and_struck(content: bytes) -> None:
    workbook = openpyxl.load_workbook(BytesIO(content))
    workbook["Ark1"]["A5"].value = CellRichText("B ", TextBlock(InlineFont(strike=True, color="FFFF0000"), "før"))
    before = BytesIO()
    workbook.save(before)
    copy = openpyxl.load_workbook(BytesIO(annotate(before.getvalue(), [WRONG])), rich_text=True)
    block = copy["Ark1"]["A5"].value[1]
    assert (block.text, block.font.strike, block.font.color.rgb) == ("før", True, "FFFF0000")


def test_fills_widths_and_formulas_stay(content: bytes) -> None:
    workbook = openpyxl.load_workbook(BytesIO(content))
    sheet = workbook["Ark1"]
    sheet["D4"].value = "=1+1"
    sheet.column_dimensions["A"].width = 55
    before = BytesIO()
    workbook.save(before)
    copy = openpyxl.load_workbook(BytesIO(annotate(before.getvalue(), [WRONG])))["Ark1"]
    assert (copy["D4"].value, copy.column_dimensions["A"].width, copy["C5"].fill.fgColor.rgb) == ("=1+1", 55, GREEN)
