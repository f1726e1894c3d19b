"""How different departments write the same thing, and what must never be read into it. Each once misled the reader."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font

from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.domain.scope import CROSS_CUTTING, PLAN, Scope
from dashboard.workbook.parsed import ParsedWorkbook
from fixture_types import MakeWorkbook, Read
from workbook_maker import GREEN, RED, YELLOW, Cell, Rows

TITLE = ["Strategiske og tværgående indsatser, status pr. ultimo maj 2025"]
G, Y, R = (Cell(fill=fill) for fill in (GREEN, YELLOW, RED))
BAND = "FFE2EFDA"


def lights(parsed: ParsedWorkbook) -> dict[str, str]:
    return {row.title: "done" if row.done else str(row.light) for row in parsed.rows}


def kinds(parsed: ParsedWorkbook) -> set[str]:
    return {issue.kind for issue in parsed.issues}


def errors(parsed: ParsedWorkbook) -> set[str]:
    return {issue.kind for issue in parsed.issues if issue.is_error}


@pytest.mark.parametrize(
    "heads", [("Status april", "Status maj"), ("Farve apr.", "Farve maj"), ("Apr", "Maj"), ("Lys sidst", "Lys nu")]
)
def test_of_two_months_side_by_side_the_workbooks_own_is_read(
    make_workbook: MakeWorkbook, read: Read, heads: tuple[str, str]
) -> None:
    rows = [TITLE, ["Indsats", "Udvalg", *heads], ["A", "ØK", G, R], ["B", "ØK", Y, G]]
    assert lights(read(make_workbook(rows))) == {"A": "red", "B": "green"}


def test_months_below_a_merged_status_are_read_as_its_columns(make_workbook: MakeWorkbook, read: Read) -> None:
    rows = [TITLE, ["Indsats", "Udvalg", "Status", None], [None, None, "April", "Maj"], ["A", "ØK", G, R]]
    assert lights(read(make_workbook(rows, merge=["C2:D2"]))) == {"A": "red"}


def test_an_empty_column_of_the_own_month_is_not_filled_from_last_months(
    make_workbook: MakeWorkbook, read: Read
) -> None:
    rows = [TITLE, ["Indsats", "Udvalg", "Status april", "Status maj"], ["A", "ØK", G, None]]
    assert lights(read(make_workbook(rows))) == {"A": "not_reported"}


def test_lights_of_other_months_only_are_an_error(make_workbook: MakeWorkbook, read: Read) -> None:
    rows = [TITLE, ["Indsats", "Udvalg", "Status marts", "Status april"], ["A", "ØK", G, G]]
    assert "no-column-of-the-month" in errors(read(make_workbook(rows)))


def test_two_light_columns_that_differ_are_an_error_unless_one_is_the_overall(
    make_workbook: MakeWorkbook, read: Read
) -> None:
    rows = [TITLE, ["Indsats", "Udvalg", "Fagchefens vurdering", "Direktionens vurdering"], ["A", "ØK", G, R]]
    assert "two-light-columns" in errors(read(make_workbook(rows)))
    rows[1] = ["Indsats", "Udvalg", "Status økonomi", "Samlet status"]
    assert lights(read(make_workbook(rows))) == {"A": "red"}


def test_a_column_for_each_light_is_read_by_its_mark_or_fill(make_workbook: MakeWorkbook, read: Read) -> None:
    head = ["Indsats", "Udvalg", "Grøn", "Gul", "Rød"]
    rows = [TITLE, head, ["A", "ØK", "X"], ["B", "ØK", None, Y], ["C", "ØK", None, None, "x"], ["D", "ØK"]]
    assert lights(read(make_workbook(rows))) == {"A": "green", "B": "yellow", "C": "red", "D": "not_reported"}
    assert "several-marks" in errors(read(make_workbook([TITLE, head, ["A", "ØK", "X", "X"]])))


def test_a_sheet_of_another_month_is_not_mixed_in(make_workbook: MakeWorkbook, read: Read) -> None:
    table = ["Indsats", "Udvalg", "Lys"]
    sheets = {
        "April 2025": [TITLE[:0], table, ["A", "ØK", G], ["Gammel", "ØK", G]],
        "Maj 2025": [["Tværgående indsatser"], [], table, ["A", "ØK", None]],
    }
    parsed = read(make_workbook(sheets=sheets, name="Status maj 2025.xlsx"))
    assert lights(parsed) == {"A": "not_reported"}
    assert "sheet-of-another-month" in kinds(parsed)


def test_a_fill_that_bands_the_rows_is_no_light_where_lights_speak_for_themselves(
    make_workbook: MakeWorkbook, read: Read
) -> None:
    def band(text: Any) -> Cell:
        return Cell(text, BAND)

    rows = [TITLE, ["Indsats", "Udvalg", "Lys"], ["A", "ØK", R], [band("B"), band("ØK"), Cell(fill=BAND)]]
    rows += [[band("C"), band("ØK"), Cell("Rød", BAND)]]
    parsed = read(make_workbook(rows))
    assert lights(parsed) == {"A": "red", "B": "not_reported", "C": "red"}
    assert not errors(parsed)


def test_rows_coloured_from_end_to_end_are_read_by_that_colour(make_workbook: MakeWorkbook, read: Read) -> None:
    rows: Rows = [TITLE, ["Indsats", "Udvalg", "Ansvarlig"]]
    rows += [[Cell(text, fill) for text in line] for line, fill in [(("A", "ØK", "x"), GREEN), (("B", "ØK", "y"), RED)]]
    parsed = read(make_workbook(rows))
    assert lights(parsed) == {"A": "green", "B": "red"}
    assert "light-column-by-colour" in kinds(parsed)


def test_one_highlighted_date_is_no_column_of_lights(make_workbook: MakeWorkbook, read: Read) -> None:
    rows: Rows = [TITLE, ["Indsats", "Udvalg", "Frist"], *[[f"L{n}", "ØK", "1. maj"] for n in range(4)]]
    rows[2] = ["L0", "ØK", Cell("1. maj", YELLOW)]
    assert set(lights(read(make_workbook(rows))).values()) == {"not_reported"}


@pytest.mark.parametrize(
    ("text", "light"),
    [
        ("I gang", "green"), ("OK", "green"), ("●", "green"), ("BA", "green"),
        ("Afsluttet - bortset fra evalueringen, der udestår", "green"), ("Mangler: afklaring", "green"),
    ],
)  # fmt: skip
def test_a_colour_with_words_that_name_no_light_settles_it(
    make_workbook: MakeWorkbook, read: Read, text: str, light: str
) -> None:
    rows = [TITLE, ["Indsats", "Udvalg", "Lys"], ["A", "ØK", Cell(text, GREEN)], ["B", "ØK", R]]
    assert lights(read(make_workbook(rows)))["A"] == light


@pytest.mark.parametrize(("text", "fill"), [("R", GREEN), ("Gul", RED), ("blå", GREEN), ("Grøn (var gul)", RED)])
def test_a_colour_with_a_word_for_another_light_is_an_error(
    make_workbook: MakeWorkbook, read: Read, text: str, fill: Any
) -> None:
    rows = [TITLE, ["Indsats", "Udvalg", "Lys"], ["A", "ØK", Cell(text, fill)], ["B", "ØK", R]]
    assert "light-disagrees" in errors(read(make_workbook(rows)))


def test_the_letters_g_y_r_are_english_where_y_stands_and_g_alone_is_not_guessed(
    make_workbook: MakeWorkbook, read: Read
) -> None:
    head = ["Indsats", "Udvalg", "RAG"]
    rows = [TITLE, head, ["A", "ØK", "G"], ["B", "ØK", "Y"], ["C", "ØK", "R"]]
    assert lights(read(make_workbook(rows))) == {"A": "green", "B": "yellow", "C": "red"}
    assert "unknown-light" in errors(read(make_workbook([TITLE, head, ["A", "ØK", "G"], ["C", "ØK", "R"]])))


def test_prose_that_seems_to_give_a_light_must_be_settled_by_a_person(make_workbook: MakeWorkbook, read: Read) -> None:
    rows = [TITLE, ["Indsats", "Udvalg", "Status"], ["A", "ØK", "Rød afventer KB"], ["B", "ØK", "Udbud i gang"]]
    assert "unknown-light" in errors(read(make_workbook(rows)))


@pytest.mark.parametrize("written", ["X", "01.04.2025", "ja", "☑", "Afsluttet 1. april"])
@pytest.mark.parametrize("head", ["Afsluttet", "Implementeret", "X", "Lukket"])
def test_done_is_marked_in_many_ways(make_workbook: MakeWorkbook, read: Read, written: str, head: str) -> None:
    rows = [TITLE, ["Indsats", "Udvalg", "Lys", head], ["A", "ØK", G, written]]
    assert lights(read(make_workbook(rows))) == {"A": "done"}


def test_crosses_under_a_header_nobody_knows_are_told(make_workbook: MakeWorkbook, read: Read) -> None:
    rows = [TITLE, ["Indsats", "Udvalg", "Lys", "Sendt"], ["A", "ØK", G, "X"], ["B", "ØK", G, None]]
    assert "unread-marks" in kinds(read(make_workbook(rows)))


def test_struck_text_no_longer_holds_and_red_text_is_kept_as_new(tmp_path: Path, read: Read) -> None:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    for values in (
        [TITLE[0]],
        ["Indsats", "Udvalg", "Lys", "Tidsplan"],
        ["A", "ØK", "Grøn", ""],
        ["Nedlagt", "ØK", "Gul"],
    ):
        sheet.append(values)
    sheet["D3"] = CellRichText(
        TextBlock(InlineFont(strike=True), "2. kvt. 2025"), TextBlock(InlineFont(color="FFFF0000"), " 4. kvt. 2025")
    )
    sheet["A4"].font = Font(strike=True)
    workbook.save(tmp_path / "a.xlsx")
    parsed = read(tmp_path / "a.xlsx")
    (row,) = parsed.rows
    assert row.schedule == "4. kvt. 2025"
    assert [(run.text, run.red, run.struck) for run in row.runs["schedule"]] == [
        ("2. kvt. 2025", False, True),
        (" 4. kvt. 2025", True, False),
    ]
    assert ("A4", "struck-line") in {(issue.cell, issue.kind) for issue in parsed.issues}


def test_a_definition_pasted_into_a_line_does_not_make_it_a_legend(make_workbook: MakeWorkbook, read: Read) -> None:
    definition = "Følger planen - der er ikke behov for at zoome ind"
    rows = [TITLE, ["Indsats", "Udvalg", "Lys", "Kommentar"], ["A", "ØK", definition, None], ["B", "ØK", R, definition]]
    assert lights(read(make_workbook(rows))) == {"A": "green", "B": "red"}


def test_titles_that_begin_like_a_total_are_lines_and_totals_are_not(make_workbook: MakeWorkbook, read: Read) -> None:
    rows = [TITLE, ["Indsats", "Udvalg", "Lys", "2025"], ["Samlet indsats mod fravær", None, R]]
    rows += [["Antal elever pr. klasse", "BUU", G], ["Samlet", None, None, 300], ["Røde indsatser", 1]]
    assert list(lights(read(make_workbook(rows)))) == ["Samlet indsats mod fravær", "Antal elever pr. klasse"]


def test_a_title_that_goes_on_in_the_row_below_is_one_line(make_workbook: MakeWorkbook, read: Read) -> None:
    rows = [TITLE, ["Nr.", "Indsats", "Udvalg", "Lys"], [1, "Økonomisk prognose på voksen-", "VPU", Y]]
    rows += [[None, "handicapområdet"], [2, "Investering i fraværsindsatsen", "BUU", R], [None, "R307(B)"]]
    parsed = read(make_workbook(rows))
    assert [(row.title, row.code) for row in parsed.rows] == [
        ("Økonomisk prognose på voksen-handicapområdet", None),
        ("Investering i fraværsindsatsen", "R307"),
    ]


def test_text_that_is_taken_for_a_note_is_told(make_workbook: MakeWorkbook, read: Read) -> None:
    rows = [TITLE, ["Indsats", "Udvalg", "Lys"], ["A", "ØK", G], [], ["Noget der ligner en indsats"]]
    parsed = read(make_workbook(rows))
    assert list(lights(parsed)) == ["A"]
    assert "read-as-note" in kinds(parsed)


@pytest.mark.parametrize(
    ("row", "tema", "art"),
    [
        (["Tema 1: Partnerskaber"], "Partnerskaber", None),
        (["1.1", "Partnerskaber"], "Partnerskaber", None),
        (["A.", "Driftsændringer"], None, "driftsændringer"),
        (["Hensigtserklæringer - Partnerskaber"], "Partnerskaber", "hensigtserklæringer"),
        (["Vækst, erhverv & beskæftigelse"], "Vækst, erhverv og beskæftigelse", None),
    ],
)
def test_section_rows_are_numbered_and_worded_in_many_ways(
    make_workbook: MakeWorkbook, read: Read, row: list[str], tema: str | None, art: str | None
) -> None:
    rows = [TITLE, ["Nr.", "Indsats", "Udvalg", "Lys"], [1, "A", "ØK", G], row, [2, "B", "ØK", R]]
    parsed = read(make_workbook(rows))
    assert [(line.title, line.tema, line.art) for line in parsed.rows] == [("A", None, None), ("B", tema, art)]


def test_sections_inside_sections_end_where_an_outer_one_begins(make_workbook: MakeWorkbook, read: Read) -> None:
    rows = [TITLE, ["Indsats", "Lys"], ["Hensigtserklæringer"], ["Partnerskaber"], ["ØK"], ["A", G], ["BUU"], ["B", G]]
    rows += [["Politiske visioner"], ["C", G], [Cell("Noget ukendt", bold=True)], ["D", G]]
    parsed = read(make_workbook(rows))
    assert [(row.title, row.tema, row.udvalg) for row in parsed.rows] == [
        ("A", "Partnerskaber", ("ØK",)),
        ("B", "Partnerskaber", ("BUU",)),
        ("C", "Politiske visioner", ()),
        ("D", None, ()),
    ]


def test_the_title_is_the_column_with_words_and_a_number_of_a_proposal_is_its_code(
    make_workbook: MakeWorkbook, read: Read
) -> None:
    rows = [TITLE, ["Punkt", "Emne", "Lys"], [1, "Flådestyring", G], [2, "Aktindsigt", R]]
    assert list(lights(read(make_workbook(rows)))) == ["Flådestyring", "Aktindsigt"]
    rows = [TITLE, ["Forslag nr.", "Emne", "Lys"], ["R003", "Flådestyring", G]]
    assert [(row.title, row.code) for row in read(make_workbook(rows)).rows] == [("Flådestyring", "R003")]


def test_amounts_in_millions_or_in_kroner_become_thousands(make_workbook: MakeWorkbook, read: Read) -> None:
    rows = [TITLE, ["Indsats", "Lys", "Mio. kr. 2025", "Beløb i kr. 2026"], ["A", G, 1.5, 1250000]]
    (row,) = read(make_workbook(rows)).rows
    assert {year: float(amount) for year, amount in row.amounts.items()} == {2025: 1500, 2026: 1250}


def test_a_formula_without_a_stored_result_is_told_and_never_read_as_empty(tmp_path: Path, read: Read) -> None:
    workbook = openpyxl.Workbook()
    for row in ([TITLE[0]], ["Indsats", "Udvalg", "Lys"], ["A", "ØK", '=IF(1=1,"Grøn","Rød")'], ["B", "ØK", "Rød"]):
        workbook.active.append(row)
    workbook.save(tmp_path / "a.xlsx")
    assert "uncomputed-light" in errors(read(tmp_path / "a.xlsx"))


def test_what_is_hidden_is_read_and_told(tmp_path: Path, read: Read) -> None:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    for row in ([TITLE[0]], ["Indsats", "Udvalg", "Lys"], ["A", "ØK", "Grøn"], ["B", "ØK", "Rød"]):
        sheet.append(row)
    sheet.row_dimensions[4].hidden = True
    workbook.save(tmp_path / "a.xlsx")
    parsed = read(tmp_path / "a.xlsx")
    assert lights(parsed) == {"A": "green", "B": "red"}
    assert "hidden" in kinds(parsed)


@pytest.mark.parametrize(
    ("heading", "scope"),
    [
        ("Tværgående indsatser - forelægges Økonomiudvalget den 10. juni", CROSS_CUTTING),
        ("Udmøntningsplan for Arbejdsmarkedsudvalgets område", Scope("AU")),
        ("AU's egne punkter samt de tværgående punkter", Scope("AU")),
        ("Halvårlig status på den samlede udmøntningsplan", PLAN),
        ("Tværgående indsatser - uddrag af den samlede udmøntningsplan", CROSS_CUTTING),
        ("Status til Økonomiudvalget", None),
    ],
)
def test_the_scope_is_what_the_heading_is_about_and_not_whom_it_is_for(
    make_workbook: MakeWorkbook, read: Read, heading: str, scope: Any
) -> None:
    rows = [[heading], ["Indsats", "Udvalg", "Lys"], ["A", "AU", G], ["B", "BUU", R], ["C", "ØK", R]]
    parsed = read(make_workbook(rows, name="maj 2025.xlsx"))
    assert parsed.scope == scope
    assert ("no-scope" in errors(parsed)) == (scope is None)


def test_a_plan_that_marks_its_cross_cutting_lines_is_the_plan(make_workbook: MakeWorkbook, read: Read) -> None:
    rows = [["Tværgående indsatser er markeret med X"], ["Indsats", "Tværgående", "Lys"], ["A", "X", G], ["B", None, R]]
    assert read(make_workbook(rows)).scope == PLAN


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Direktionsmøde den 4. juni 2025 - status pr. ultimo maj", "a.xlsx"),
        ("Opgørelsesdato: 31.05.2025. Version 3 af 05.06.2025", "a.xlsx"),
        ("Direktionen 04-06-2025", "Status maj 2025.xlsx"),
        ("maj måned 2025. Næste status: juni 2025", "a.xlsx"),
    ],
)
def test_the_day_of_a_meeting_is_not_the_month_of_the_status(
    make_workbook: MakeWorkbook, read: Read, heading: str, name: str
) -> None:
    rows = [[heading], ["Indsats", "Udvalg", "Lys"], ["A", "ØK", G]]
    assert read(make_workbook(rows, name=name)).month == Month(2025, 5)


def test_a_period_of_several_months_names_none(make_workbook: MakeWorkbook, read: Read) -> None:
    rows = [["Periode: 01.04.2025 - 30.06.2025"], ["Indsats", "Udvalg", "Lys"], ["A", "ØK", G]]
    assert read(make_workbook(rows, name="a.xlsx")).month is None


def test_a_word_that_is_unknown_in_many_rows_is_told_once(make_workbook: MakeWorkbook, read: Read) -> None:
    rows = [TITLE, ["Indsats", "Udvalg", "Lys"], *[[f"L{n}", "XYZ", G] for n in range(5)]]
    assert [issue.kind for issue in read(make_workbook(rows)).issues] == ["unknown-udvalg"]


def test_every_light_says_how_it_was_read(make_workbook: MakeWorkbook, read: Read) -> None:
    rows = [TITLE, ["Indsats", "Udvalg", "Lys"], ["A", "ØK", R], ["B", "ØK", "Gul"], ["C", "ØK", Cell("Grøn", GREEN)]]
    rows += [["D", "ØK", None]]
    assert [row.light_source for row in read(make_workbook(rows)).rows] == ["fill", "word", "fill and word", None]
    assert read(make_workbook(rows)).rows[0].light is Light.RED


def test_a_line_whose_every_word_could_be_a_header_is_a_line(make_workbook: MakeWorkbook, read: Read) -> None:
    rows = [TITLE, ["Indsats", "Udvalg", "Art", "Farve"], ["Flådestyring", "ØK, KB", "Råderumsforslag", "Grøn"]]
    assert lights(read(make_workbook(rows))) == {"Flådestyring": "green"}


def test_last_months_colours_beside_an_empty_column_are_not_this_months(
    make_workbook: MakeWorkbook, read: Read
) -> None:
    rows = [TITLE, ["Indsats", "Udvalg", "Farve sidst", "Farve"], ["A", "ØK", G, None], ["B", "ØK", R, None]]
    assert set(lights(read(make_workbook(rows))).values()) == {"not_reported"}


def test_what_a_guide_sheet_names_is_not_what_the_workbook_holds(make_workbook: MakeWorkbook, read: Read) -> None:
    sheets = {
        "Vejledning": [["Udvalgene er ØK, KB, AU, BUU og VPU. Hele planen, fx ultimo marts 2025."]],
        "Status": [["Udmøntningsplan for BUU, ultimo maj 2025"], [], ["Indsats", "Farve"], ["A", G]],
    }
    parsed = read(make_workbook(sheets=sheets))
    assert (parsed.scope, parsed.month) == (Scope("BUU"), Month(2025, 5))
