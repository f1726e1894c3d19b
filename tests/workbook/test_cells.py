"""Each value of a line has the cell that it was read in."""

from fixture_types import MakeWorkbook, Read
from workbook_maker import GREEN, Cell

HEAD = [
    "Indsats", "Kode", "Udvalg", "Tema", "Ansvarlig", "Tidsplan", "Farve", "Status (tekst)", "Årsag", "OBS",
    "Afsluttet (X)", "2025", "2026",
]  # fmt: skip


def test_every_value_that_stands_in_the_row_has_its_cell(make_workbook: MakeWorkbook, read: Read) -> None:
    line = ["A", "R003", "ØK", "Partnerskaber", "Fagchef", "Maj", "Rød", "Står", "Stop", "Se bilag", "X", -5, 7]
    (row,) = read(make_workbook([HEAD, line])).rows
    assert row.cells == {
        "title": "A2", "code": "B2", "udvalg": "C2", "tema": "D2", "responsible": "E2", "schedule": "F2",
        "status_text": "H2", "red_reason": "I2", "obs": "J2", "done": "K2", "2025": "L2", "2026": "M2",
    }  # fmt: skip
    assert row.cell == "G2"


def test_a_value_that_is_not_there_has_no_cell(make_workbook: MakeWorkbook, read: Read) -> None:
    (row,) = read(make_workbook([HEAD, ["A", None, None, None, None, None, "Rød", None, None, None, "nej", "-"]])).rows
    assert row.cells == {"title": "A2"}


def test_a_value_from_a_section_has_the_sections_cell_and_one_from_the_sheets_name_has_none(
    make_workbook: MakeWorkbook, read: Read
) -> None:
    rows = [
        ["Indsats", "Udvalg", "Farve"],
        ["Økonomiudvalget"],
        ["Partnerskaber"],
        ["A", None, "Grøn"],
        ["B", "KB", "Rød"],
    ]
    first, second = read(make_workbook(rows, sheet="Råderumsforslag", merge=["A2:C2", "A3:C3"])).rows
    assert first.cells == {"title": "A4", "udvalg": "A2", "tema": "A3"}
    assert second.cells == {"title": "A5", "udvalg": "B5", "tema": "A3"}
    assert first.art == "råderumsforslag"


def test_a_code_in_the_title_has_the_titles_cell(make_workbook: MakeWorkbook, read: Read) -> None:
    (row,) = read(make_workbook([["Indsats", "Farve"], ["Flådestyring R003", "Grøn"]])).rows
    assert row.cells == {"title": "A2", "code": "A2"}


def test_a_text_in_the_lights_cell_has_that_cell(make_workbook: MakeWorkbook, read: Read) -> None:
    rows = [["Indsats", "Udvalg", "Status"], ["A", "ØK", Cell("Udbuddet er i gang og følger planen", GREEN)]]
    (row,) = read(make_workbook(rows)).rows
    assert (row.status_text, row.cells["status_text"], row.cell) == ("Udbuddet er i gang og følger planen", "C2", "C2")


def test_a_merged_value_has_the_cell_that_shows_it(make_workbook: MakeWorkbook, read: Read) -> None:
    rows = [["Udvalg", "Indsats", "Farve"], ["BUU", "A", "Grøn"], [None, "B", "Grøn"]]
    assert [row.cells["udvalg"] for row in read(make_workbook(rows, merge=["A2:A3"])).rows] == ["A2", "A2"]


def test_a_line_of_two_sheets_names_the_sheet_of_what_it_has_from_the_other(
    make_workbook: MakeWorkbook, read: Read
) -> None:
    sheets = {
        "Drift": [["Indsats", "Udvalg", "Farve"], ["A", "ØK", None]],
        "Tværgående": [["Indsats", "Ansvarlig", "Farve"], ["A", "Fagchef", "Rød"]],
    }
    (row,) = read(make_workbook(sheets=sheets)).rows
    assert (row.sheet, row.cell) == ("Tværgående", "C2")
    assert row.cells == {"title": "Drift!A2", "udvalg": "Drift!B2", "responsible": "B2"}
