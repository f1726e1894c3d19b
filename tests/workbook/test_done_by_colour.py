"""A fourth colour: done where the workbook itself says so, asked about where it does not, and never guessed of grey."""

from typing import Any

import pytest

from dashboard.domain.light import Light
from dashboard.workbook.parsed import ParsedWorkbook
from fixture_types import MakeWorkbook, Read
from workbook_maker import GREEN, RED, Cell, Rows

HEAD = ["Indsats", "Udvalg", "Farve"]
BLUE, OTHER_BLUE, GREY, PALE = "FF5B9BD5", "FF4472C4", "FFBFBFBF", "FFD9D9D9"
LINES = [["A", "ØK", Cell(fill=GREEN)], ["B", "ØK", Cell(fill=RED)]]


def lights(parsed: ParsedWorkbook) -> dict[str, str]:
    return {row.title: "done" if row.done else str(row.light) for row in parsed.rows}


def kinds(parsed: ParsedWorkbook) -> set[tuple[Any, str]]:
    return {(issue.cell, issue.kind) for issue in parsed.issues if issue.cell}


def line(fill: Any, text: Any = None) -> list[Any]:
    return ["C", "ØK", Cell(text, fill)]


@pytest.mark.parametrize(
    "legend",
    [
        [Cell("Afsluttet", BLUE)],
        [Cell(fill=BLUE), "Afsluttet"],
        [Cell(fill=GREEN), "Følger planen", Cell(fill=RED), "Zoom ind", Cell(fill=BLUE), "Indsatsen er gennemført"],
        [Cell("Blå", BLUE), "Færdig"],
        ["Blå = afsluttet"],
        ["Blå", "Afsluttet"],
        ["Farver: grøn = følger planen, gul = udfordringer, rød = zoom ind, blå = afsluttet"],
        ["Afsluttede indsatser er blå"],
        ["Blå felt betyder gennemført"],
    ],
)
@pytest.mark.parametrize("below", [False, True])
def test_blue_is_done_where_a_legend_above_or_below_the_table_says_so(
    make_workbook: MakeWorkbook, read: Read, legend: Any, below: bool
) -> None:
    table = [HEAD, *LINES, line(BLUE)]
    parsed = read(make_workbook([*table, [], legend] if below else [legend, [], *table]))
    assert lights(parsed) == {"A": "green", "B": "red", "C": "done"}
    assert (parsed.rows[2].light, parsed.rows[2].light_source) == (Light.NOT_REPORTED, "fill")


def test_a_legend_beside_the_table_or_on_another_sheet_or_in_a_header_counts(
    make_workbook: MakeWorkbook, read: Read
) -> None:
    beside = [HEAD, [*LINES[0], None, Cell(fill=BLUE), "Afsluttet"], LINES[1], line(BLUE)]
    assert lights(read(make_workbook(beside)))["C"] == "done"
    sheets = {"Farvekoder": [[Cell(fill=BLUE), "Afsluttet"]], "Status": [HEAD, *LINES, line(BLUE)]}
    assert lights(read(make_workbook(sheets=sheets)))["C"] == "done"
    header = ["Indsats", "Udvalg", "Farve (grøn, gul, rød, blå = afsluttet)"]
    assert lights(read(make_workbook([header, *LINES, line(BLUE)])))["C"] == "done"


def test_a_patch_of_colour_and_its_meaning_below_the_table_are_no_section(
    make_workbook: MakeWorkbook, read: Read
) -> None:
    patches = [[Cell(fill=GREEN), "Fint"], [Cell(fill=RED), "Zoom ind"], [Cell(fill=BLUE), "Færdig"]]
    parsed = read(make_workbook([HEAD, *LINES, line(BLUE), [], *patches]))
    assert lights(parsed) == {"A": "green", "B": "red", "C": "done"}
    assert kinds(parsed) == set()


def test_grey_beside_an_x_in_the_column_for_done_is_nothing_to_ask_about(
    make_workbook: MakeWorkbook, read: Read
) -> None:
    rows = [[*HEAD, "Afsluttet"], ["A", "ØK", Cell(fill=GREEN)], ["B", "ØK", Cell(fill=GREY), "X"]]
    assert kinds(read(make_workbook(rows))) == set()


def test_a_word_for_blue_counts_for_every_blue_and_a_patch_for_its_own_only(
    make_workbook: MakeWorkbook, read: Read
) -> None:
    assert lights(read(make_workbook([["Blå = afsluttet"], HEAD, *LINES, line(OTHER_BLUE)])))["C"] == "done"
    parsed = read(make_workbook([[Cell(fill=BLUE), "Afsluttet"], HEAD, *LINES, line(OTHER_BLUE)]))
    assert ("C5", "unknown-colour") in kinds(parsed)


def test_blue_without_a_legend_is_an_issue_that_asks(make_workbook: MakeWorkbook, read: Read) -> None:
    parsed = read(make_workbook([HEAD, *LINES, line(BLUE)]))
    (found,) = [issue for issue in parsed.issues if issue.kind == "unknown-colour"]
    assert found.cell == "C4"
    assert "skriv 'blå = afsluttet' over tabellen" in found.message
    assert lights(parsed)["C"] == "not_reported"


@pytest.mark.parametrize(
    "meaning", ["Ikke startet", "Ikke afsluttet", "Gennemført eller i gang", "Ny indsats", "Status"]
)
def test_a_legend_that_says_something_else_of_blue_makes_nothing_done(
    make_workbook: MakeWorkbook, read: Read, meaning: str
) -> None:
    parsed = read(make_workbook([[Cell(fill=BLUE), meaning], [f"Blå = {meaning}"], HEAD, *LINES, line(BLUE)]))
    assert not any(row.done for row in parsed.rows)


def test_done_by_colour_and_a_word_for_a_light_disagree(make_workbook: MakeWorkbook, read: Read) -> None:
    parsed = read(make_workbook([["Blå = afsluttet"], HEAD, *LINES, line(BLUE, "Grøn")]))
    (found,) = [issue for issue in parsed.issues if issue.kind == "light-disagrees"]
    assert "cellen er blå (afsluttet), men der står 'Grøn'" in found.message
    assert lights(parsed)["C"] == "not_reported"


@pytest.mark.parametrize("text", ["X", "Afsluttet", "-"])
def test_done_by_colour_and_a_word_for_done_agree(make_workbook: MakeWorkbook, read: Read, text: str) -> None:
    assert lights(read(make_workbook([["Blå = afsluttet"], HEAD, *LINES, line(BLUE, text)])))["C"] == "done"


def test_grey_is_done_where_a_legend_says_so(make_workbook: MakeWorkbook, read: Read) -> None:
    for legend in (["Grå = afsluttet"], [Cell(fill=GREY), "Gennemført"]):
        assert lights(read(make_workbook([legend, HEAD, *LINES, line(GREY)])))["C"] == "done"


def test_grey_without_a_legend_is_not_reported_and_told_once(make_workbook: MakeWorkbook, read: Read) -> None:
    parsed = read(make_workbook([HEAD, *LINES, line(GREY), ["D", "ØK", Cell(fill=GREY)]]))
    assert lights(parsed) == {"A": "green", "B": "red", "C": "not_reported", "D": "not_reported"}
    (found,) = [issue for issue in parsed.issues if issue.kind == "unexplained-fill"]
    assert (found.cell, found.is_error) == ("C4", False)
    assert "her og i 1 række mere" in found.message


def test_grey_that_bands_the_rows_is_nothing_whatever_a_legend_says(make_workbook: MakeWorkbook, read: Read) -> None:
    def band(title: Any, light: Any) -> list[Any]:
        return [Cell(title, GREY), Cell("ØK", GREY), light]

    rows = [HEAD, band("A", Cell(fill=GREEN)), ["B", "ØK", Cell(fill=RED)], band("C", Cell(fill=GREY))]
    for legend in ([], ["Grå = afsluttet"], [Cell(fill=GREY), "Afsluttet"]):
        parsed = read(make_workbook([legend, *rows]))
        assert lights(parsed) == {"A": "green", "B": "red", "C": "not_reported"}
        assert "unexplained-fill" not in {kind for _, kind in kinds(parsed)}


@pytest.mark.parametrize("fill", [PALE, BLUE])
def test_a_whole_row_in_a_colour_that_no_other_line_has_is_asked_about(
    make_workbook: MakeWorkbook, read: Read, fill: Any
) -> None:
    parsed = read(make_workbook([HEAD, *LINES, [Cell("C", fill), Cell("ØK", fill), Cell(fill=fill)]]))
    assert lights(parsed)["C"] == "not_reported"
    assert kinds(parsed) == {("C4", "unexplained-fill")}


def test_a_whole_row_in_a_blue_that_means_done_is_done_and_one_in_grey_must_match_the_patch(
    make_workbook: MakeWorkbook, read: Read
) -> None:
    def whole(fill: Any) -> list[Any]:
        return [HEAD, *LINES, [Cell("C", fill), Cell("ØK", fill), Cell(fill=fill)]]

    parsed = read(make_workbook([["Blå = afsluttet"], *whole(BLUE)]))
    assert (lights(parsed)["C"], kinds(parsed)) == ("done", set())
    parsed = read(make_workbook([["Grå = afsluttet"], *whole(PALE)]))
    assert lights(parsed)["C"] == "not_reported"
    assert ("C5", "unexplained-fill") in kinds(parsed)


def test_a_whole_row_in_the_legends_own_grey_is_done(make_workbook: MakeWorkbook, read: Read) -> None:
    row = [Cell("C", GREY), Cell("ØK", GREY), Cell(fill=GREY)]
    assert lights(read(make_workbook([[Cell(fill=GREY), "Afsluttet"], HEAD, *LINES, row])))["C"] == "done"


def test_blue_headers_banners_and_sections_say_nothing_of_lights(make_workbook: MakeWorkbook, read: Read) -> None:
    rows: Rows = [[Cell("Tværgående indsatser, maj 2025", BLUE)], [Cell(text, BLUE) for text in (*HEAD, "Afsluttet")]]
    rows += [[Cell("Partnerskaber", BLUE), Cell(fill=BLUE), Cell(fill=BLUE), Cell(fill=BLUE)], *LINES, line(BLUE)]
    parsed = read(make_workbook(rows))
    assert lights(parsed) == {"A": "green", "B": "red", "C": "not_reported"}
    assert ("C6", "unknown-colour") in kinds(parsed)


def test_a_dark_green_is_done_where_a_legend_has_another_green_for_the_light(
    make_workbook: MakeWorkbook, read: Read
) -> None:
    dark = "FF375623"
    legend = [[Cell(fill=GREEN), "Følger planen"], [Cell(fill=dark), "Afsluttet"]]
    assert lights(read(make_workbook([*legend, HEAD, *LINES, line(dark)])))["C"] == "done"
    assert lights(read(make_workbook([[Cell("Afsluttet", GREEN)], HEAD, *LINES]))) == {"A": "green", "B": "red"}


def test_a_line_of_which_only_the_blue_says_something_is_a_line(make_workbook: MakeWorkbook, read: Read) -> None:
    rows = [
        ["Blå = afsluttet"],
        HEAD,
        *LINES,
        ["Partnerskaber", None, Cell(fill=BLUE)],
        ["Cykelstier", None, Cell(fill=BLUE)],
    ]
    assert lights(read(make_workbook(rows))) == {
        "A": "green",
        "B": "red",
        "Partnerskaber": "done",
        "Cykelstier": "done",
    }
    assert all(row.tema is None for row in read(make_workbook(rows)).rows)
