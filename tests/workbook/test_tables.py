"""Traps 6 and 7 of real workbooks: headers anywhere, section rows, totals, notes, titles over two lines."""

from decimal import Decimal
from typing import Any

import pytest

from dashboard.domain.light import Light
from dashboard.workbook.parsed import ParsedWorkbook
from fixture_types import MakeWorkbook, Read
from workbook_maker import GREEN, RED, YELLOW, Cell, Rows

LONG_TEMA = "Sociale investeringer, Fremtidens velfærd, Skoler og dagtilbud"


def titles(parsed: ParsedWorkbook) -> list[str]:
    return [row.title for row in parsed.rows]


def kinds(parsed: ParsedWorkbook) -> list[tuple[Any, str]]:
    return [(issue.cell, issue.kind) for issue in parsed.issues]


def test_the_header_row_is_found_below_title_date_and_legend_and_off_the_edge(
    make_workbook: MakeWorkbook, read: Read
) -> None:
    rows = [
        [None, None, "Udmøntningsplan 2025-2028 - Strategiske og tværgående indsatser"],
        [None, None, "Status pr. ultimo maj 2025"],
        [],
        [None, None, "Emne", "Tovholder", "Lys", "Bemærkninger"],
        [None, None, "Flådestyring", "Fagchef", "Rød", "Udbud i gang"],
    ]
    (row,) = read(make_workbook(rows)).rows
    assert (row.title, row.responsible, row.light, row.status_text) == (
        "Flådestyring", "Fagchef", Light.RED, "Udbud i gang",
    )  # fmt: skip


def test_every_field_is_recognised_by_its_header_words(make_workbook: MakeWorkbook, read: Read) -> None:
    head = [
        "Titel", "Kode", "Udvalg", "Tema", "Art", "Ansvarlig fagchef", "Tidsplan", "Politisk behandling", "Farvekode",
        "Statustekst", "Årsag til rød markering", "Hvad bedes direktionen om?", "OBS-punkter", "Afsluttet (X)",
        "Tværgående", "Beløb 2025 (1.000 kr.)", "2026",
    ]  # fmt: skip
    line = [
        "Flådestyring", "R003", "ØK, KB", LONG_TEMA, "Råderum", "Fagchef for Teknik", "2. kvt. 2025", "ØK i maj", "rød",
        "Udbud i gang", "Sagen er gået i stå", "Afklaring af ejerskab", "Bilerne", None, "X", "-1.250,5", 300,
    ]  # fmt: skip
    (row,) = read(make_workbook([head, line])).rows
    assert (row.title, row.code, row.udvalg, row.tema, row.art) == (
        "Flådestyring", "R003", ("ØK", "KB"), LONG_TEMA, "råderumsforslag",
    )  # fmt: skip
    assert (row.responsible, row.schedule, row.political_treatment) == (
        "Fagchef for Teknik", "2. kvt. 2025", "ØK i maj",
    )  # fmt: skip
    assert (row.light, row.status_text, row.red_reason) == (Light.RED, "Udbud i gang", "Sagen er gået i stå")
    assert (row.ask, row.obs, row.done, row.cross_cutting) == ("Afklaring af ejerskab", "Bilerne", False, True)
    assert row.amounts == {2025: Decimal("-1250.5"), 2026: Decimal(300)}


def test_a_header_over_two_rows_gives_the_years_below(make_workbook: MakeWorkbook, read: Read) -> None:
    rows = [
        ["Indsats", "Udvalg", "Status", "Økonomi i 1.000 kr.", None],
        [None, None, None, "2025", "2026"],
        ["Flådestyring", "ØK", "Gul", -100, -200],
    ]
    (row,) = read(make_workbook(rows, merge=["D1:E1"])).rows
    assert row.amounts == {2025: Decimal(-100), 2026: Decimal(-200)}


@pytest.mark.parametrize("merged", [True, False])
def test_section_rows_give_their_tema_to_the_rows_below_merged_or_not(
    make_workbook: MakeWorkbook, read: Read, merged: bool
) -> None:
    rows = [
        ["Nr.", "Indsats", "Udvalg", "Farve"],
        ["Økonomisk Politik"],
        [1, "A", "ØK", Cell(fill=GREEN)],
        [LONG_TEMA],
        [2, "B", "BUU", Cell(fill=RED)],
    ]
    parsed = read(make_workbook(rows, merge=["A2:D2", "A4:D4"] if merged else []))
    assert {row.title: row.tema for row in parsed.rows} == {"A": "Økonomisk Politik", "B": LONG_TEMA}


def test_an_udvalg_as_section_row_belongs_to_the_rows_below_but_a_rows_own_udvalg_counts(
    make_workbook: MakeWorkbook, read: Read
) -> None:
    rows = [
        ["Indsats", "Udvalg", "Farve"],
        ["Arbejdsmarkedsudvalget"],
        ["A", None, "Grøn"],
        ["B", "ØK, KB", "Grøn"],
        ["Teknik- og Klimaudvalget"],
        ["C", None, "Grøn"],
    ]
    parsed = read(make_workbook(rows))
    assert {row.title: row.udvalg for row in parsed.rows} == {
        "A": ("AU",),
        "B": ("ØK", "KB"),
        "C": ("Teknik- og Klimaudvalget",),
    }
    assert ("A5", "unknown-udvalg") in kinds(parsed)


def test_the_indsats_norddjurs_i_bevaegelse_is_a_line_and_its_tema_a_section(
    make_workbook: MakeWorkbook, read: Read
) -> None:
    rows = [
        ["Indsats", "Farve", "Udvalg"],
        ["Norddjurs i bevægelse"],
        ["Norddjurs i bevægelse", Cell(fill=YELLOW)],
        ["Cykelstier", "Grøn"],
    ]
    parsed = read(make_workbook(rows))
    assert [(row.title, row.light, row.tema) for row in parsed.rows] == [
        ("Norddjurs i bevægelse", Light.YELLOW, "Norddjurs i bevægelse"),
        ("Cykelstier", Light.GREEN, "Norddjurs i bevægelse"),
    ]


def test_totals_notes_and_empty_rows_are_no_lines(make_workbook: MakeWorkbook, read: Read) -> None:
    rows = [
        ["Indsats", "Udvalg", "Farve", "2025"],
        ["A", "ØK", "Grøn", 100],
        [],
        ["B", "KB", "Rød", 200],
        ["I alt", None, None, 300],
        [],
        ["Note: beløb er i 1.000 kr."],
        ["Udarbejdet af økonomiafdelingen"],
        ["Tidspunkterne er vejledende og kan blive justeret"],
    ]
    assert titles(read(make_workbook(rows))) == ["A", "B"]


def test_a_title_alone_among_the_lines_is_a_line_that_nobody_reported(make_workbook: MakeWorkbook, read: Read) -> None:
    rows = [["Indsats", "Farve", "Udvalg"], ["A", "Grøn"], ["B"], ["C", "Rød"]]
    parsed = read(make_workbook(rows))
    assert [(row.title, row.light) for row in parsed.rows] == [
        ("A", Light.GREEN), ("B", Light.NOT_REPORTED), ("C", Light.RED),
    ]  # fmt: skip


def test_an_unknown_section_is_told_and_is_no_line(make_workbook: MakeWorkbook, read: Read) -> None:
    rows = [["Indsats", "Farve", "Udvalg"], [Cell("Diverse punkter", bold=True)], ["A", "Grøn"]]
    parsed = read(make_workbook(rows))
    assert titles(parsed) == ["A"]
    assert ("A2", "unknown-section") in kinds(parsed)


def test_a_column_of_running_numbers_is_no_code_but_a_column_of_codes_is(
    make_workbook: MakeWorkbook, read: Read
) -> None:
    numbered = [["Nr.", "Indsats", "Farve"], [1, "A", "Grøn"], [2, "B", "Grøn"], [3, "C", "Grøn"]]
    assert [row.code for row in read(make_workbook(numbered)).rows] == [None, None, None]
    coded = [["Nr.", "Indsats", "Farve"], ["R003", "A", "Grøn"], ["R101", "B", "Grøn"]]
    assert [row.code for row in read(make_workbook(coded)).rows] == ["R003", "R101"]


def test_running_numbers_that_start_again_in_each_section_are_no_codes(make_workbook: MakeWorkbook, read: Read) -> None:
    rows = [["Nr.", "Indsats", "Farve"], ["Partnerskaber"], [1, "A", "Grøn"], [2, "B", "Grøn"], ["Politiske visioner"]]
    rows += [[1, "C", "Grøn"], [2, "D", "Grøn"]]
    assert [row.code for row in read(make_workbook(rows)).rows] == [None] * 4


def test_a_code_shared_by_two_lines_keeps_them_apart(make_workbook: MakeWorkbook, read: Read) -> None:
    rows = [
        ["Indsats", "Farve"],
        ["Investering i fraværsindsatsen på BUU - besparelser på forsørgelsesudgifter R307(B)", "Grøn"],
        ["Investering i fraværsindsatsen - besparelser på sociale indsatser og anbringelser R307(B)", "Rød"],
    ]
    parsed = read(make_workbook(rows))
    assert [(row.code, row.marks, row.light) for row in parsed.rows] == [
        ("R307", "(B)", Light.GREEN),
        ("R307", "(B)", Light.RED),
    ]


def test_the_same_line_twice_with_different_lights_is_an_error_and_not_reported(
    make_workbook: MakeWorkbook, read: Read
) -> None:
    rows = [["Indsats", "Farve"], ["Arbejde med kloge m2", "Grøn"], ["Arbejde med kloge m²", "Rød"]]
    parsed = read(make_workbook(rows))
    assert ("B3", "line-with-two-lights") in kinds(parsed)
    assert [(row.title, row.light) for row in parsed.rows] == [("Arbejde med kloge m2", Light.NOT_REPORTED)]


def test_the_same_line_on_two_sheets_with_the_same_light_is_one_line(make_workbook: MakeWorkbook, read: Read) -> None:
    sheets = {
        "Råderumsforslag": [["Indsats", "Udvalg", "Farve"], ["Aktindsigt R001(I)(B)", "ØK", "Grøn"]],
        "Tværgående": [["Indsats", "Udvalg", "Farve"], ["Aktindsigt", "KB", "Grøn"]],
    }
    (row,) = read(make_workbook(sheets=sheets)).rows
    assert (row.code, row.udvalg, row.cross_cutting, row.art) == ("R001", ("ØK", "KB"), True, "råderumsforslag")


def test_a_light_without_a_title_is_told(make_workbook: MakeWorkbook, read: Read) -> None:
    parsed = read(make_workbook([["Indsats", "Udvalg", "Farve"], ["A", "ØK", "Grøn"], [None, "ØK", Cell(fill=RED)]]))
    assert titles(parsed) == ["A"]
    assert ("C3", "light-without-title") in kinds(parsed)


def test_a_repeated_header_is_no_line(make_workbook: MakeWorkbook, read: Read) -> None:
    head = ["Indsats", "Udvalg", "Farve"]
    assert titles(read(make_workbook([head, ["A", "ØK", "Grøn"], head, ["B", "ØK", "Rød"]]))) == ["A", "B"]


def test_the_months_own_column_is_read_when_last_months_stands_beside_it(
    make_workbook: MakeWorkbook, read: Read
) -> None:
    rows = [
        ["Status pr. ultimo maj 2025"],
        ["Indsats", "Udvalg", "Status april 2025", "Status maj 2025"],
        ["A", "ØK", Cell("Rød", RED), Cell("Grøn", GREEN)],
    ]
    assert [row.light for row in read(make_workbook(rows)).rows] == [Light.GREEN]


def test_filled_cells_under_no_header_are_found_and_told(make_workbook: MakeWorkbook, read: Read) -> None:
    rows: Rows = [["Indsats", "Udvalg", "Ansvarlig"], ["A", "ØK", "Fagchef", Cell(fill=RED)]]
    rows[0] = [*rows[0], Cell(" ")]
    rows += [["B", "KB", "Fagchef", Cell(fill=GREEN)]]
    parsed = read(make_workbook(rows))
    assert [row.light for row in parsed.rows] == [Light.RED, Light.GREEN]
    assert "light-column-by-colour" in {issue.kind for issue in parsed.issues}


def test_an_udvalg_merged_over_its_lines_belongs_to_each_of_them(make_workbook: MakeWorkbook, read: Read) -> None:
    rows = [["Udvalg", "Indsats", "Farve"], ["BUU", "A", "Grøn"], [None, "B", "Grøn"], ["AU", "C", "Rød"]]
    parsed = read(make_workbook(rows, merge=["A2:A3"]))
    assert [row.udvalg for row in parsed.rows] == [("BUU",), ("BUU",), ("AU",)]


def test_a_sheet_without_a_table_is_told_and_the_others_are_read(make_workbook: MakeWorkbook, read: Read) -> None:
    sheets = {
        "Forside": [["Udmøntningsplan"]],
        "Referat": [["Kære alle"]],
        "Drift": [["Indsats", "Farve"], ["A", "Grøn"]],
    }
    parsed = read(make_workbook(sheets=sheets))
    assert titles(parsed) == ["A"]
    assert [issue.sheet for issue in parsed.issues if issue.kind == "sheet-without-table"] == ["Referat"]


def test_several_faults_are_all_told_at_once(make_workbook: MakeWorkbook, read: Read) -> None:
    rows = [
        ["Indsats", "Udvalg", "Farve", "2025"],
        ["A", "XYZ", "lilla", "mange"],
        ["B", "ØK", Cell("Grøn", RED), 1],
    ]
    assert set(kinds(read(make_workbook(rows)))) >= {
        ("B2", "unknown-udvalg"), ("C2", "unknown-light"), ("D2", "unreadable-amount"), ("C3", "light-disagrees"),
    }  # fmt: skip


def test_a_header_that_explains_its_colours_at_length_is_still_a_header(
    make_workbook: MakeWorkbook, read: Read
) -> None:
    explained = (
        "Farvekode (grøn: følger planen, gul: der ses udfordringer, rød: der er behov for, at direktionen zoomer ind)"
    )
    parsed = read(make_workbook([["Indsats", "Udvalg", explained], ["A", "ØK", "Rød"]]))
    assert [row.light for row in parsed.rows] == [Light.RED]


@pytest.mark.parametrize("lights", [(Cell(fill=YELLOW), Cell(fill=RED)), ("Gul", "Rød")])
def test_an_udvalg_with_a_light_of_its_own_above_lines_is_their_section_and_told(
    make_workbook: MakeWorkbook, read: Read, lights: Any
) -> None:
    first, second = lights
    rows = [["Status pr. ultimo maj 2025 - hele planen"], ["Indsats", "Status"]]
    rows += [["Børne- og Ungdomsudvalget", first], ["Ny ruteplan", "Grøn"], ["Haller", "Gul"]]
    parsed = read(make_workbook([*rows, ["Økonomiudvalget", second], ["Digital post", "Rød"]]))
    assert [(row.title, row.udvalg) for row in parsed.rows] == [
        ("Ny ruteplan", ("BUU",)), ("Haller", ("BUU",)), ("Digital post", ("ØK",)),
    ]  # fmt: skip
    assert kinds(parsed) == [("A3", "section-with-light"), ("A6", "section-with-light")]


def test_temaer_with_lights_of_their_own_above_lines_are_asked_about(make_workbook: MakeWorkbook, read: Read) -> None:
    rows: Rows = [["Status pr. ultimo maj 2025 - hele planen"], ["Indsats", "Udvalg", "Status"]]
    rows += [["Partnerskaber", None, Cell(fill=YELLOW)], ["Ny ruteplan", "ØK", "Grøn"]]
    rows += [["Økonomisk Politik", None, Cell(fill=RED)], ["Digital post", "ØK", "Rød"]]
    asked = [("A3", "tema-with-light"), ("A5", "tema-with-light")]
    assert [found for found in kinds(read(make_workbook(rows))) if found[1] == "tema-with-light"] == asked
    rows[2][1] = rows[4][1] = "ØK"
    assert len(read(make_workbook(rows)).rows) == 4


@pytest.mark.parametrize("title", ["Partnerskaber", "Nedsættelse af et § 17-udvalg"])
def test_one_indsats_called_like_a_section_keeps_its_light(make_workbook: MakeWorkbook, read: Read, title: str) -> None:
    rows = [["Status pr. ultimo maj 2025 - hele planen"], ["Indsats", "Status"], ["Ny ruteplan", "Grøn"]]
    parsed = read(make_workbook([*rows, [title, Cell(fill=RED)], ["Digital post", "Rød"]]))
    assert [(row.title, row.light) for row in parsed.rows][1] == (title, Light.RED)


def test_a_legend_beside_the_table_takes_no_heading_from_the_lines_below_it(
    make_workbook: MakeWorkbook, read: Read
) -> None:
    def bold(text: Any) -> Cell:
        return Cell(text, bold=True)

    rows = [
        [bold("Indsats"), bold("Ansvarlig"), bold("Farve"), None, Cell("Grøn", GREEN), "Følger planen"],
        [bold("Ældreområdet"), None, None, None, Cell("Gul", YELLOW), "Der ses udfordringer"],
        ["Madservice", "Fagchef", Cell("Grøn", GREEN), None, Cell("Rød", RED), "Der er behov for at zoome ind"],
        ["Hjælpemidler", "Fagchef", Cell("Gul", YELLOW)],
        [bold("Teknik og anlæg")],
        ["Ny ruteplan", "Fagchef", Cell("Rød", RED)],
    ]
    parsed = read(make_workbook(rows))
    assert [row.title for row in parsed.rows] == ["Madservice", "Hjælpemidler", "Ny ruteplan"]
    assert [i.value for i in parsed.issues if i.kind == "unknown-section"] == ["Ældreområdet", "Teknik og anlæg"]
