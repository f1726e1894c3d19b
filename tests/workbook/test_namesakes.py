"""Norddjurs i bevægelse is a tema and an indsats: which of them a row is, and when the reader is in doubt."""

from typing import Any

import pytest

from dashboard.workbook.parsed import ParsedWorkbook
from fixture_types import MakeWorkbook, Read
from workbook_maker import GREEN, RED, Cell

TEMA = "Norddjurs i bevægelse"
HEAD = ["Nr.", "Indsats", "Udvalg", "Farve", "Tidsplan"]
G, R = Cell(fill=GREEN), Cell(fill=RED)


def lines(parsed: ParsedWorkbook) -> list[tuple[str, Any]]:
    return [(row.title, row.tema) for row in parsed.rows]


def doubts(parsed: ParsedWorkbook) -> list[tuple[Any, str]]:
    return [(issue.cell, issue.kind) for issue in parsed.issues if issue.kind.startswith("tema-")]


@pytest.mark.parametrize(
    "row",
    [
        [None, TEMA, None, G], [None, TEMA, None, "Gul"], ["R123", TEMA], [None, f"{TEMA} R123"], [None, TEMA, "ØK"],
        [None, TEMA, None, None, "31.12.2025"], [None, TEMA, None, "-"],
    ],
)  # fmt: skip
def test_a_name_with_anything_that_only_an_indsats_has_is_one_without_doubt(
    make_workbook: MakeWorkbook, read: Read, row: list[Any]
) -> None:
    parsed = read(make_workbook([HEAD, [None, "A", "ØK", G], row, [None, "B", "KB", R]]))
    assert lines(parsed) == [("A", None), (TEMA, None), ("B", None)]
    assert doubts(parsed) == []


@pytest.mark.parametrize("head", [["X", "Indsats", "Lys"], ["Tværgående", "Indsats", "Lys"]])
def test_a_cross_to_the_left_of_the_name_is_a_mark_and_no_number_of_a_section(
    make_workbook: MakeWorkbook, read: Read, head: list[str]
) -> None:
    parsed = read(make_workbook([head, [None, "A", G], ["X", TEMA], [None, "B", R]]))
    assert [row.title for row in parsed.rows] == ["A", TEMA, "B"]


def test_a_name_in_the_running_numbers_of_the_lines_is_a_line(make_workbook: MakeWorkbook, read: Read) -> None:
    rows = [HEAD, [1, "A", "ØK", G], [2, TEMA], [3, "B", "KB", R]]
    parsed = read(make_workbook(rows))
    assert lines(parsed) == [("A", None), (TEMA, None), ("B", None)]
    assert doubts(parsed) == []


def test_a_name_below_its_own_heading_is_a_line_and_told(make_workbook: MakeWorkbook, read: Read) -> None:
    rows = [HEAD, [None, TEMA], [None, TEMA], [None, "A", "ØK", G]]
    parsed = read(make_workbook(rows))
    assert lines(parsed) == [(TEMA, TEMA), ("A", TEMA)]
    assert doubts(parsed) == [("B3", "tema-as-line")]


def test_the_only_tema_among_lines_that_have_none_is_a_line_and_told(make_workbook: MakeWorkbook, read: Read) -> None:
    parsed = read(make_workbook([HEAD, [None, "A", "ØK", G], [None, TEMA], [None, "B", "KB", R]]))
    assert lines(parsed) == [("A", None), (TEMA, None), ("B", None)]
    assert doubts(parsed) == [("B3", "tema-as-line")]


@pytest.mark.parametrize("heading", [Cell(TEMA, bold=True), Cell(TEMA, "FFDDEBF7"), f"Tema: {TEMA}", f"4. {TEMA}"])
def test_a_heading_that_looks_like_one_is_one_without_doubt(
    make_workbook: MakeWorkbook, read: Read, heading: Any
) -> None:
    parsed = read(make_workbook([HEAD, [None, "A", "ØK", G], [None, heading], [None, "B", "KB", R]]))
    assert lines(parsed) == [("A", None), ("B", TEMA)]
    assert doubts(parsed) == []


def test_plain_headings_of_several_temaer_are_headings(make_workbook: MakeWorkbook, read: Read) -> None:
    rows = [HEAD, [None, "Partnerskaber"], [None, "A", "ØK", G], [None, TEMA], [None, "B", "KB", R]]
    parsed = read(make_workbook(rows))
    assert lines(parsed) == [("A", "Partnerskaber"), ("B", TEMA)]
    assert doubts(parsed) == []


def test_plain_headings_of_temaer_below_a_bold_art_are_headings(make_workbook: MakeWorkbook, read: Read) -> None:
    rows = [HEAD, [Cell("Hensigtserklæringer", bold=True)], [None, TEMA], [None, "A", "ØK", G]]
    rows += [[None, "Partnerskaber"], [None, "B", "KB", R]]
    parsed = read(make_workbook(rows))
    assert [(row.title, row.art, row.tema) for row in parsed.rows] == [
        ("A", "hensigtserklæringer", TEMA), ("B", "hensigtserklæringer", "Partnerskaber"),
    ]  # fmt: skip


def test_a_plain_name_among_bold_headings_is_a_line(make_workbook: MakeWorkbook, read: Read) -> None:
    rows = [HEAD, [None, Cell("Partnerskaber", bold=True)], [None, "A", "ØK", G], [None, TEMA], [None, "B", "KB", R]]
    parsed = read(make_workbook(rows))
    assert lines(parsed) == [("A", "Partnerskaber"), (TEMA, "Partnerskaber"), ("B", "Partnerskaber")]


def test_a_heading_that_is_repeated_with_the_headers_is_a_heading(make_workbook: MakeWorkbook, read: Read) -> None:
    page = [HEAD, [None, TEMA]]
    parsed = read(make_workbook([*page, [None, "A", "ØK", G], *page, [None, "B", "KB", R]]))
    assert lines(parsed) == [("A", TEMA), ("B", TEMA)]


def test_a_plain_heading_without_lines_is_told_and_a_list_of_all_temaer_is_not(
    make_workbook: MakeWorkbook, read: Read
) -> None:
    rows = [HEAD, [None, "Partnerskaber"], [None, "A", "ØK", G], [None, TEMA]]
    parsed = read(make_workbook(rows))
    assert lines(parsed) == [("A", "Partnerskaber")]
    assert doubts(parsed) == [("B4", "tema-without-lines")]
    assert doubts(read(make_workbook([*rows, [None, "Politiske visioner"]]))) == []


def test_amounts_in_one_tema_only_make_it_a_line_and_sums_in_all_of_them_do_not(
    make_workbook: MakeWorkbook, read: Read
) -> None:
    head = ["Indsats", "Farve", "2025"]
    rows = [head, ["Partnerskaber"], ["A", G, 100], [TEMA, None, 50], ["B", R, 20]]
    parsed = read(make_workbook(rows))
    assert lines(parsed) == [("A", "Partnerskaber"), (TEMA, "Partnerskaber"), ("B", "Partnerskaber")]
    assert doubts(parsed) == [("A4", "tema-as-line")]
    rows[1] = ["Partnerskaber", None, 100]
    assert lines(read(make_workbook(rows))) == [("A", "Partnerskaber"), ("B", TEMA)]


def test_a_name_beside_a_merged_tema_is_a_line(make_workbook: MakeWorkbook, read: Read) -> None:
    rows = [["Tema", "Indsats", "Farve"], [TEMA, "A", G], [None, TEMA], [None, "B", R]]
    parsed = read(make_workbook(rows, merge=["A2:A4"]))
    assert lines(parsed) == [("A", TEMA), (TEMA, TEMA), ("B", TEMA)]


def test_rows_coloured_from_end_to_end_make_a_line_of_the_name_and_it_is_told(
    make_workbook: MakeWorkbook, read: Read
) -> None:
    rows = [["Indsats", "Udvalg", "Status"], [Cell("A", GREEN), Cell("ØK", GREEN), Cell(fill=GREEN)]]
    rows += [[Cell(TEMA, GREEN), Cell(fill=GREEN), Cell(fill=GREEN)], [Cell("B", RED), Cell("KB", RED), Cell(fill=RED)]]
    parsed = read(make_workbook(rows))
    assert [(row.title, str(row.light)) for row in parsed.rows] == [("A", "green"), (TEMA, "green"), ("B", "red")]
    assert doubts(parsed) == [("A3", "tema-as-line")]
