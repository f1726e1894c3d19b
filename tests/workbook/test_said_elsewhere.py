"""What people write beside the lights, under headings of their own, or in words that look like something else."""

from decimal import Decimal
from typing import Any

import pytest

from dashboard.domain.scope import PLAN
from fixture_types import MakeWorkbook, Read, ReadTable
from table_reading import HEADING, kinds, lights
from workbook_maker import GREEN, RED, YELLOW, Cell

G, Y, R = (Cell(fill=fill) for fill in (GREEN, YELLOW, RED))


@pytest.mark.parametrize("merge", [(), ("A3:A4", "A5:A6")])
def test_a_light_in_a_row_whose_only_text_is_in_another_column_is_not_left_out(
    read_table: ReadTable, merge: Any
) -> None:
    rows = [["Ruteplan", "Analyse", R], [None, "Udbud", G], ["Vaskerier", "Analyse", G], [None, "Udbud", R]]
    parsed, _ = read_table([["Indsats", "Fase", "Status"], *rows], merge=merge)
    assert {"line-with-two-lights", "light-without-title", "light-below-line"} & {kind for _, kind in kinds(parsed)}


@pytest.mark.parametrize("heading", ["Status", "Fremdrift", "Bemærkning"])
def test_a_word_for_done_beside_a_light_is_told(read_table: ReadTable, heading: str) -> None:
    rows = [["Ruteplan", G, "Igangværende"], ["Vaskerier", G, "Afsluttet"], ["Haller", R, "Udgår"]]
    parsed, _ = read_table([["Indsats", "Lys", heading], *rows])
    assert lights(parsed) == {"Ruteplan": "green", "Vaskerier": "green", "Haller": "red"}
    assert {(cell, kind) for cell, kind in kinds(parsed) if kind == "done-said-beside"} >= {("C4", "done-said-beside")}


@pytest.mark.parametrize("title", ["Vaskerier (afsluttet)", "Vaskerier - UDGÅR", "AFSLUTTET: Vaskerier"])
def test_a_title_that_says_done_beside_a_light_is_told(read_table: ReadTable, title: str) -> None:
    parsed, _ = read_table([["Indsats", "Lys"], ["Ruteplan til drift", G], [title, G]])
    assert kinds(parsed) == [("A4", "done-said-beside")]


def test_a_line_that_is_said_to_leave_on_a_colour_is_an_error(read_table: ReadTable) -> None:
    parsed, _ = read_table([["Indsats", "Lys"], ["Ruteplan", G], ["Haller", Cell("Udgår", RED)], ["Skoler", Y]])
    assert kinds(parsed) == [("B4", "light-disagrees")]


@pytest.mark.parametrize("word", ["Afsluttet", "Gennemført"])
def test_a_word_for_done_as_a_heading_above_lines_is_told(read_table: ReadTable, word: str) -> None:
    rows = [["Vaskerier", "AU", G], [word], ["Ruteplan", "ØK", G], ["Haller", "ØK", None]]
    parsed, _ = read_table([["Indsats", "Udvalg", "Status"], *rows])
    assert ("A4", "unknown-section") in kinds(parsed)
    assert [row.title for row in parsed.rows] == ["Vaskerier", "Ruteplan", "Haller"]


@pytest.mark.parametrize("others", [[None, None, "🔴", "🟢"], ["🟡 Afventer svar", "🔴 Mangler penge", "🔴", "🟢"]])
def test_a_sign_of_a_light_before_other_words_is_never_nothing(read_table: ReadTable, others: Any) -> None:
    rows = [[title, text] for title, text in zip("ABCDE", ["🟢 Udbud er sendt", *others], strict=True)]
    parsed, _ = read_table([["Indsats", "Status"], *rows])
    assert ("B3", "unknown-light") in kinds(parsed)


@pytest.mark.parametrize("title", ["ØK i alt", "Råderumsforslag i alt", "Nettoeffekt", "Rest til udmøntning"])
def test_what_sums_up_numbers_is_no_line(read_table: ReadTable, title: str) -> None:
    rows = [["Ruteplan", "ØK", -100, "Grøn"], ["Haller", "AU", -50, "Rød"], [title, None, -150]]
    parsed, _ = read_table([["Indsats", "Udvalg", "2025", "Status"], *rows])
    assert [row.title for row in parsed.rows] == ["Ruteplan", "Haller"]


def test_what_counts_lines_on_the_colours_of_lights_is_no_line(read_table: ReadTable) -> None:
    rows = [["Ruteplan", "ØK", G], ["Haller", "AU", R]]
    counts = [["Antal på plan", None, Cell(1, GREEN)], ["Antal kritiske", None, Cell(1, RED)]]
    parsed, _ = read_table([["Indsats", "Udvalg", "Status"], *rows, *counts])
    assert [row.title for row in parsed.rows] == ["Ruteplan", "Haller"]


@pytest.mark.parametrize(
    "said",
    [
        "Planen har 120 indsatser, heraf 18 tværgående",
        "Tværgående indsatser er markeret med fed",
        "Status for indsatser ekskl. de tværgående indsatser",
        "Kontakt: Økonomiudvalgets sekretariat",
        "ØK 10. juni 2025, punkt 7",
        "Status for alle udvalg undtagen BUU",
    ],
)
def test_lines_that_are_named_in_passing_are_not_what_a_workbook_is_of(
    make_workbook: MakeWorkbook, read: Read, said: str
) -> None:
    lines = [["Indsats", "Udvalg", "Status"], ["Ruteplan", "ØK", G], ["Haller", "AU", R]]
    parsed = read(make_workbook([["Udmøntningsplan 2025-2028, status maj 2025"], [said], *lines], name="Status.xlsx"))
    assert parsed.scope in (None, PLAN)
    assert not any(row.cross_cutting for row in parsed.rows)


def test_the_day_of_a_budget_is_not_that_of_the_status(make_workbook: MakeWorkbook, read: Read) -> None:
    said = "Økonomi jf. budgetopfølgning pr. 31. marts 2025"
    lines = [["Indsats", "Udvalg", "Status"], ["Ruteplan", "ØK", G]]
    parsed = read(make_workbook([["Udmøntningsplan 2025-2028 - hele planen"], [said], *lines], name="Plan.xlsx"))
    assert parsed.month is None


def test_a_sheet_that_is_a_form_to_fill_in_is_left_out(make_workbook: MakeWorkbook, read: Read) -> None:
    head = ["Indsats", "Udvalg", "Status"]
    sheets = {"Status": [HEADING, head, ["Ruteplan", "ØK", R]], "Skabelon": [head, ["Indsatsens navn", "ØK", G]]}
    parsed = read(make_workbook(sheets=sheets))
    assert lights(parsed) == {"Ruteplan": "red"}
    assert ("sheet-left-out", "Skabelon") in [(issue.kind, issue.sheet) for issue in parsed.issues]


@pytest.mark.parametrize(
    "legend",
    [
        [["Farver: Grøn = afsluttet, Gul = i gang, Rød = ikke startet"]],
        [[G, "Afsluttet"], [Y, "I gang"], [R, "Ikke startet"]],
    ],
)
def test_a_colour_of_a_light_that_is_explained_as_done_is_an_error(read_table: ReadTable, legend: Any) -> None:
    rows = [["Ruteplan", "ØK", G], ["Haller", "AU", R], ["Skoler", "BUU", Y]]
    parsed, _ = read_table([*legend, ["Indsats", "Udvalg", "Status"], *rows])
    assert [(issue.cell, issue.value) for issue in parsed.issues if issue.kind == "light-means-done"] == [
        ("A2", "grøn")
    ]


def test_one_shade_of_green_may_mean_done(read_table: ReadTable) -> None:
    dark = Cell(fill="FF00B050")
    legend = [[G, "Følger planen"], [dark, "Afsluttet"]]
    parsed, _ = read_table([*legend, ["Indsats", "Status"], ["Ruteplan", G], ["Haller", dark]])
    assert "light-means-done" not in {issue.kind for issue in parsed.issues}


@pytest.mark.parametrize(
    ("note", "heading", "written", "amount"),
    [
        ("Beløb i mio. kr., + er udgift", "2025", 1.5, "1500"),
        ("Alle beløb er i hele kroner", "2025", 1250000, "1250"),
        ("Alle beløb er i hele kroner", "2025 (1.000 kr.)", 1250, "1250"),
        ("Beløb i 1.000 kr.", "2025", 1250, "1250"),
        ("Bemærk datoerne", "2025", "1.250.000 kr.", "1250"),
        ("Bemærk datoerne", "2025 (kr.)", "1.250.000 kr.", "1250"),
        ("Bemærk datoerne", "2025", "11.000 kr.", "11000"),
    ],
)
def test_what_a_note_or_a_cell_says_of_amounts_counts(
    read_table: ReadTable, note: str, heading: str, written: Any, amount: str
) -> None:
    parsed, _ = read_table([[note], ["Indsats", "Udvalg", "Status", heading], ["Ruteplan", "ØK", G, written]])
    assert parsed.rows[0].amounts == {2025: Decimal(amount)}


@pytest.mark.parametrize("letters", [["G", "GU", "R"], ["G", "Y", "R"]])
def test_letters_below_one_heading_are_a_column_for_each_light(read_table: ReadTable, letters: list[str]) -> None:
    head = [["Indsats", "Udvalg", "Status", None, None, "Bemærkning"], [None, None, *letters, None]]
    rows = [
        ["Ruteplan", "AU", "x", None, None, "a"],
        ["Haller", "AU", None, "x", None, "b"],
        ["Skoler", "AU", None, None, "x"],
    ]
    parsed, _ = read_table([*head, *rows], merge=["C2:E2"])
    assert lights(parsed) == {"Ruteplan": "green", "Haller": "yellow", "Skoler": "red"}


def test_colours_in_other_columns_below_the_lights_heading_are_an_error(read_table: ReadTable) -> None:
    head = ["Indsats", "Udvalg", "Status", None, None, "Bemærkning"]
    rows = [["Ruteplan", "ØK", R, None, None, "a"], *[[title, "AU", None, None, G, "b"] for title in "BCDEF"]]
    parsed, _ = read_table([head, *rows], merge=["C2:E2"])
    assert "colours-without-lights" in {issue.kind for issue in parsed.issues if issue.is_error}


def test_a_light_that_another_sheet_explains_as_not_begun_is_an_error(make_workbook: MakeWorkbook, read: Read) -> None:
    lines = [HEADING, ["Indsats", "Udvalg", "Status"], ["Ruteplan", "ØK", R], ["Haller", "AU", G]]
    parsed = read(make_workbook(sheets={"Status": lines, "Farvekoder": [["Rød = ikke startet"], ["Grøn = i gang"]]}))
    found = [(issue.sheet, issue.cell, issue.value) for issue in parsed.issues if issue.kind == "light-means-done"]
    assert found == [("Farvekoder", "A1", "rød")]


def test_an_udvalg_that_stands_where_it_changes_alone_is_told(read_table: ReadTable) -> None:
    udvalg = ["ØK", None, None, "AU", None, None]
    rows = [[each, title, G] for each, title in zip(udvalg, "ABCDEF", strict=True)]
    parsed, _ = read_table([["Udvalg", "Indsats", "Status"], *rows])
    assert kinds(parsed) == [("A4", "said-once")]


@pytest.mark.parametrize("name", ["Risici", "Aktionslog", "Milepæle"])
def test_a_sheet_of_something_else_than_the_plan_is_left_out(
    make_workbook: MakeWorkbook, read: Read, name: str
) -> None:
    head = ["Indsats", "Udvalg", "Status"]
    other = [["Nr.", "Beskrivelse", "Status", "Ansvarlig"], [1, "Manglende rekruttering", R, "LK"]]
    parsed = read(make_workbook(sheets={"Status": [HEADING, head, ["Ruteplan", "ØK", R]], name: other}))
    assert lights(parsed) == {"Ruteplan": "red"}
    assert ("sheet-left-out", name) in [(issue.kind, issue.sheet) for issue in parsed.issues]
