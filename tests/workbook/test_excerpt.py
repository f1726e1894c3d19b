"""The part of a sheet around a cell: as it looks in the file, and nothing far away but the header."""

from io import BytesIO
from typing import Any

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Font, PatternFill

from dashboard.domain.excerpt import Excerpt
from dashboard.domain.issue import Issue
from dashboard.domain.light import Light
from dashboard.domain.text_run import TextRun
from dashboard.workbook.excerpt import excerpt
from dashboard.workbook.isolated import read_excerpt
from fixture_types import MakeWorkbook
from workbook_maker import GREEN, RED, Cell, Rows

HEAD = ["Nr.", "Indsats", "Udvalg", "Ansvarlig", "Tidsplan", "Art", "Tema", "Farve", "Status", "OBS", "Bilag", "Sag"]
TITLE, LIGHT = 2, 8


@pytest.fixture
def plan(make_workbook: MakeWorkbook) -> bytes:
    """Give a sheet of thirty lines in a wide table, its header in row 3, a section row in row 20."""
    rows: Rows = [["Udmøntningsplan 2025-2028"], [], HEAD]
    for number in range(1, 31):
        fill = RED if number == 15 else GREEN
        rows.append([number, f"Indsats {number}", "ØK", "", "", "", "", Cell(None, fill), f"Tekst {number}"])
    rows.insert(19, [Cell("Partnerskaber", bold=True)])
    return make_workbook(rows, merge=["A20:L20"]).read_bytes()


def around(content: bytes, cell: str) -> Excerpt:
    found = excerpt(content, "Ark1", cell)
    assert isinstance(found, Excerpt)
    return found


def at(found: Excerpt, row: int, column: int) -> Any:
    return next(cell for each in found.rows for cell in each.cells if (cell.row, cell.column) == (row, column))


def text(found: Excerpt, row: int, column: int) -> str:
    return "".join(run.text for run in at(found, row, column).runs)


def test_the_rows_around_come_with_the_header_however_far_above(plan: bytes) -> None:
    found = around(plan, "H18")
    assert [row.number for row in found.rows] == [3, 14, 15, 16, 17, 18, 19, 20, 21, 22]
    assert [row.number for row in found.rows if row.is_header] == [3]
    assert text(found, 3, LIGHT) == "Farve"


def test_the_columns_around_come_with_the_titles_however_far_away(plan: bytes) -> None:
    found = around(plan, "H18")
    assert found.letters == ("B", "E", "F", "G", "H", "I", "J", "K")
    assert text(found, 18, TITLE) == "Indsats 15"


def test_the_cell_is_named_and_has_the_colour_of_the_file(plan: bytes) -> None:
    found = around(plan, "H18")
    assert (found.cell, found.row, found.column) == ("H18", 18, 8)
    assert (at(found, 18, LIGHT).fill, at(found, 17, LIGHT).fill) == ((255, 0, 0), (146, 208, 80))


def test_a_section_spans_the_columns_that_are_shown_and_is_bold(plan: bytes) -> None:
    row = next(row for row in around(plan, "H18").rows if row.number == 20)
    assert [(cell.column, cell.column_span, cell.bold) for cell in row.cells] == [(2, 8, True)]


def test_a_cell_in_a_merge_is_the_merge_and_is_drawn_once(make_workbook: MakeWorkbook) -> None:
    rows = [["Indsats", "Farve"], ["A", Cell("Grøn", GREEN)], ["B"], ["C", "Rød"]]
    found = around(make_workbook(rows, merge=["B2:B3"]).read_bytes(), "B3")
    assert (found.row, found.column) == (2, 2)
    assert at(found, 2, 2).row_span == 2
    assert [cell.column for cell in found.rows[2].cells] == [1]


def test_nothing_above_the_header_or_below_the_table_is_shown(plan: bytes) -> None:
    assert [row.number for row in around(plan, "H5").rows] == [3, 4, 5, 6, 7, 8, 9]
    assert around(plan, "H34").rows[-1].number == 34


def test_a_cell_that_is_empty_is_there_all_the_same(plan: bytes) -> None:
    assert at(around(plan, "J18"), 18, 10).runs == ()


def test_red_words_and_struck_words_are_told_apart(make_workbook: MakeWorkbook) -> None:
    workbook = openpyxl.load_workbook(
        BytesIO(make_workbook([["Indsats", "Farve", "Status"], ["A", "Gul", ""]]).read_bytes())
    )
    sheet = workbook["Ark1"]
    sheet["C2"].value = CellRichText(
        "Går ", TextBlock(InlineFont(strike=True), "godt"), TextBlock(InlineFont(color="FFFF0000"), "i stå")
    )
    sheet["B2"].font = Font(color="FF1F4E79")
    written = BytesIO()
    workbook.save(written)
    found = around(written.getvalue(), "B2")
    assert at(found, 2, 3).runs == (TextRun("Går "), TextRun("godt", struck=True), TextRun("i stå", red=True))
    assert at(found, 2, 2).ink == (31, 78, 121)


def test_a_colour_that_a_rule_gives_is_told_as_its_light(make_workbook: MakeWorkbook) -> None:
    workbook = openpyxl.load_workbook(BytesIO(make_workbook([["Indsats", "Farve"], ["A", 3]]).read_bytes()))
    red = PatternFill(bgColor="FFFF0000", fill_type="solid")
    workbook["Ark1"].conditional_formatting.add("B2:B9", CellIsRule(operator="equal", formula=["3"], fill=red))
    written = BytesIO()
    workbook.save(written)
    assert at(around(written.getvalue(), "B2"), 2, 2).conditional is Light.RED


def test_a_sheet_without_a_table_shows_what_is_around_the_cell(make_workbook: MakeWorkbook) -> None:
    found = around(make_workbook([["a"], ["b"], ["c"]]).read_bytes(), "A2")
    assert [row.number for row in found.rows] == [1, 2, 3]
    assert found.columns == (1,)


@pytest.mark.parametrize(("sheet", "cell"), [("Ark2", "A1"), ("Ark1", "ikke en celle"), ("Ark1", "")])
def test_no_such_sheet_or_cell_is_none(plan: bytes, sheet: str, cell: str) -> None:
    assert excerpt(plan, sheet, cell) is None


def test_a_damaged_file_says_what_is_wrong(plan: bytes) -> None:
    found = excerpt(plan[:2000], "Ark1", "H18")
    assert isinstance(found, Issue)
    assert found.kind == "damaged"


def test_the_reading_process_gives_the_same_for_one_file_after_the_other(
    plan: bytes, make_workbook: MakeWorkbook
) -> None:
    other = make_workbook([["Indsats", "Farve"], ["A", "Rød"]], name="Anden.xlsx").read_bytes()
    for content, cell in ((plan, "H18"), (plan, "H5"), (other, "B2"), (plan, "H18")):
        assert read_excerpt(content, "Ark1", cell) == excerpt(content, "Ark1", cell)
    refused = read_excerpt(b"", "Ark1", "A1")
    assert isinstance(refused, Issue)
    assert refused.kind == "empty-file"
