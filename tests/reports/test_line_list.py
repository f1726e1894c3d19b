"""A list of lines as Excel and as CSV, opened again as a reader would."""

import csv
import io
from typing import Any

import openpyxl

from dashboard.domain.light import Light
from dashboard.reports.line_list import HEADERS, ExportedLine, line_csv
from dashboard.reports.line_workbook import line_workbook

LINES = [
    ExportedLine(
        Light.RED,
        Light.GREEN,
        3,
        {
            "title": "Flådestyring",
            "code": "R003",
            "marks": "(I)(B)",
            "udvalg": "ØK, KB",
            "status_text": "Gået i stå;\nigen",
        },
    ),
    ExportedLine(None, Light.YELLOW, None, {"title": "=HYPERLINK(1)"}),
    ExportedLine(Light.NOT_REPORTED, None, 1, {"title": "Aktindsigt\x07"}),
]
SHOWN = ("Oktober 2026 · Hele planen", "Forværret siden september · 3 indsatser")


def opened() -> Any:
    return openpyxl.load_workbook(io.BytesIO(line_workbook("Udmøntningsplan 2025-2028", SHOWN, LINES))).worksheets[0]


def test_the_workbook_says_what_it_shows_and_has_a_row_for_each_line() -> None:
    sheet = opened()
    assert [sheet["A1"].value, sheet["A2"].value, sheet["A3"].value] == ["Udmøntningsplan 2025-2028", *SHOWN]
    assert [cell.value for cell in sheet[5]] == list(HEADERS)
    assert [cell.value for cell in sheet[6]][:7] == ["Rød", "Grøn", 3, "Flådestyring", "R003", "(I)(B)", "ØK, KB"]
    assert sheet.max_row == 8
    assert sheet.auto_filter.ref == "A5:V8"


def test_a_light_is_its_word_on_its_colour_and_what_is_gone_says_so() -> None:
    sheet = opened()
    assert sheet["A6"].fill.fgColor.rgb == "FFC8102E"
    assert sheet["A6"].font.color.rgb == "FFFFFFFF"
    assert (sheet["A7"].value, sheet["A7"].fill.fill_type) == ("Udgået", None)
    assert (sheet["A8"].value, sheet["A8"].border.left.style) == ("Ikke indberettet", "thin")


def test_nothing_that_a_stranger_wrote_is_a_formula() -> None:
    assert (opened()["D7"].value, opened()["D7"].data_type) == ("=HYPERLINK(1)", "s")
    assert "'=HYPERLINK(1)" in line_csv(LINES).decode("utf-8-sig")


def test_the_csv_opens_in_danish_excel() -> None:
    written = line_csv(LINES)
    assert written.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(written.decode("utf-8-sig"), newline=""), delimiter=";"))
    assert rows[0] == list(HEADERS)
    assert [*rows[1][:4], rows[1][12]] == ["Rød", "Grøn", "3", "Flådestyring", "Gået i stå;\nigen"]
    assert rows[2][:3] == ["Udgået", "Gul", ""]


def test_expected_end_percent_remark_and_parts_stand_last_in_both() -> None:
    facts = {
        "expected_end": "31.12.2026",
        "percent_done": "75 %",
        "remark": "spørg",
        "subtasks": "Udbud (Gul)",
        "other_lights": "Tid (Rød)",
        "cross_cutting": "X",
    }
    lines = [ExportedLine(Light.RED, None, 1, {"title": "Flådestyring", **facts})]
    sheet = openpyxl.load_workbook(io.BytesIO(line_workbook("Plan", (), lines))).worksheets[0]
    rows = list(csv.reader(io.StringIO(line_csv(lines).decode("utf-8-sig"), newline=""), delimiter=";"))
    for written in ([[cell.value for cell in row][-6:] for row in sheet.iter_rows(min_row=3)], [r[-6:] for r in rows]):
        assert written == [
            ["Forventet færdig", "Procent færdig", "Bemærkning i celle", "Delopgaver", "Øvrige lys", "Tværgående"],
            ["31.12.2026", "75 %", "spørg", "Udbud (Gul)", "Tid (Rød)", "X"],
        ]


def test_a_list_that_compares_says_what_became_of_each_line_and_why_it_got_worse() -> None:
    why = ("Forværret", "maj 2026", "Sagen er gået i stå. Udbud trukket tilbage")
    lines = [ExportedLine(Light.RED, Light.GREEN, 1, {"title": "Flådestyring"}, why)]
    sheet = openpyxl.load_workbook(io.BytesIO(line_workbook("Plan", (), lines))).worksheets[0]
    rows = list(csv.reader(io.StringIO(line_csv(lines).decode("utf-8-sig"), newline=""), delimiter=";"))
    for written in ([[cell.value for cell in row][-3:] for row in sheet.iter_rows(min_row=3)], [r[-3:] for r in rows]):
        assert written == [["Ændring", "Blev værre i", "Begrundelse dengang"], list(why)]


def test_a_list_of_nothing_is_still_a_workbook() -> None:
    book = openpyxl.load_workbook(io.BytesIO(line_workbook("Plan", (), [])))
    assert [cell.value for cell in book.worksheets[0][3]] == list(HEADERS)
