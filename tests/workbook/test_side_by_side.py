"""Two tables beside each other below one row of headers: both are read."""

from typing import Any

import pytest

from dashboard.workbook.parsed import ParsedWorkbook
from fixture_types import MakeWorkbook, Read
from workbook_maker import GREEN, RED, YELLOW, Cell, Rows

G, Y, R = (Cell(fill=fill) for fill in (GREEN, YELLOW, RED))
HEAD = ["Indsats", "Udvalg", "Farve"]


def lines(parsed: ParsedWorkbook) -> list[tuple[str, Any, str, Any]]:
    return [(row.title, row.udvalg, str(row.light), row.cell) for row in parsed.rows]


def errors(parsed: ParsedWorkbook) -> Any:
    return {issue.kind for issue in parsed.issues if issue.is_error} - {"no-month", "no-scope"}


@pytest.mark.parametrize("gap", [[], [None], [None, None]])
def test_both_tables_are_read_with_or_without_a_column_between_them(
    make_workbook: MakeWorkbook, read: Read, gap: Any
) -> None:
    rows = [[*HEAD, *gap, *HEAD], ["A", "ØK", G, *gap, "C", "AU", R], ["B", "KB", Y, *gap, "D", "BUU", G]]
    parsed = read(make_workbook(rows))
    last = "FGH"[len(gap)]
    assert lines(parsed) == [
        ("A", ("ØK",), "green", "C2"), ("B", ("KB",), "yellow", "C3"),
        ("C", ("AU",), "red", f"{last}2"), ("D", ("BUU",), "green", f"{last}3"),
    ]  # fmt: skip
    assert errors(parsed) == set()
    assert [(table.header_row, table.lines) for table in parsed.tables] == [(1, 2), (1, 2)]


def test_tables_with_different_headers_and_lengths_are_read(make_workbook: MakeWorkbook, read: Read) -> None:
    rows: Rows = [["Nr.", "Indsats", "Status", None, "Nr.", "Projekt", "Lys", "Ansvarlig"]]
    rows += [[1, "A", G, None, 1, "C", R, "NN"], [2, "B", Y, None, 2, "D", G, "MM"], [None] * 4 + [3, "E", Y, "NN"]]
    parsed = read(make_workbook(rows))
    assert [(row.title, str(row.light), row.responsible) for row in parsed.rows] == [
        ("A", "green", None), ("B", "yellow", None), ("C", "red", "NN"), ("D", "green", "MM"), ("E", "yellow", "NN"),
    ]  # fmt: skip


def test_a_name_above_each_table_is_its_section_and_a_name_merged_over_both_is_theirs(
    make_workbook: MakeWorkbook, read: Read
) -> None:
    head = ["Indsats", "Farve"]
    rows = [["BUU", None, None, "VPU"], [*head, None, *head], ["Partnerskaber"], ["A", G, None, "B", R]]
    parsed = read(make_workbook(rows, merge=["A3:E3"]))
    assert [(row.title, row.udvalg, row.tema) for row in parsed.rows] == [
        ("A", ("BUU",), "Partnerskaber"), ("B", ("VPU",), "Partnerskaber"),
    ]  # fmt: skip


def test_a_table_below_two_that_stand_beside_each_other_is_read_as_one(make_workbook: MakeWorkbook, read: Read) -> None:
    wide = ["Indsats", "Udvalg", "Tidsplan", "Ansvarlig", "Farve"]
    rows = [
        ["Indsats", "Farve", None, "Indsats", "Farve"],
        ["A", G, None, "B", R],
        [],
        wide,
        ["C", "ØK", "maj", "NN", Y],
    ]
    parsed = read(make_workbook(rows))
    assert [(row.title, str(row.light), row.responsible) for row in parsed.rows] == [
        ("A", "green", None), ("B", "red", None), ("C", "yellow", "NN"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "rows",
    [
        [["Indsats", "Udvalg", "Farve", None, "Bemærkninger"], ["A", "ØK", G, None, "Fint"]],
        [["Indsats", None, "Farve", None, "Bemærkninger"], ["A", None, G, None, "Fint"]],
        [["Indsats", "Farve", "Tiltag", "Bemærkninger"], ["A", G, "Udbud", "Fint"]],
    ],
)
def test_one_table_with_empty_columns_in_it_stays_one(make_workbook: MakeWorkbook, read: Read, rows: Any) -> None:
    parsed = read(make_workbook(rows))
    assert [(row.title, str(row.light), row.status_text) for row in parsed.rows] == [("A", "green", "Fint")]
    assert len(parsed.tables) == 1


@pytest.mark.parametrize(
    "beside",
    [
        [["Farve", "Betydning"], ["Grøn", "Følger planen"], ["Gul", "Udfordringer"], ["Rød", "Zoom ind"]],
        [["Farve", "Antal"], ["Grøn", 1], ["Gul", 0], ["Rød", 2]],
        [["Tema", "Grøn", "Gul", "Rød"], ["Partnerskaber", 1, 0, 1], ["Politiske visioner", 0, 0, 1]],
        [["Status", "Forklaring"], [G, "Følger planen"], [Y, "Udfordringer"], [R, "Zoom ind"]],
    ],
)
def test_an_explanation_or_a_count_beside_the_table_is_no_column_of_it(
    make_workbook: MakeWorkbook, read: Read, beside: Any
) -> None:
    table: Rows = [HEAD, ["A", "ØK", G], ["B", "KB", R], ["C", "AU", R]]
    rows = [[*row, None, *(beside[n] if n < len(beside) else [])] for n, row in enumerate(table)]
    parsed = read(make_workbook(rows))
    assert [(row.title, str(row.light), row.tema) for row in parsed.rows] == [
        ("A", "green", None), ("B", "red", None), ("C", "red", None),
    ]  # fmt: skip
    assert errors(parsed) == set()


def test_titles_and_lights_twice_over_with_nothing_between_are_asked_about(
    make_workbook: MakeWorkbook, read: Read
) -> None:
    rows = [["Indsats", "Farve", "Projekt", "Status"], ["A", G, "B", R], ["C", Y, "D", G]]
    parsed = read(make_workbook(rows))
    assert [(issue.cell, issue.kind) for issue in parsed.issues if issue.kind == "two-tables"] == [("C1", "two-tables")]
    tasks = [["Indsats", "Farve", "Opgave", "Status"], ["A", G, "Udbud", "Vi er godt i gang"]]
    assert "two-tables" not in errors(read(make_workbook(tasks)))


def test_the_same_line_in_both_tables_with_different_lights_is_told(make_workbook: MakeWorkbook, read: Read) -> None:
    parsed = read(make_workbook([[*HEAD, None, *HEAD], ["A", "ØK", G, None, "A", "KB", R]]))
    assert "line-with-two-lights" in errors(parsed)


def test_two_light_columns_of_one_table_are_still_asked_about(make_workbook: MakeWorkbook, read: Read) -> None:
    rows = [["Indsats", "Fagchefens vurdering", None, "Direktionens vurdering"], ["A", G, None, R]]
    assert "two-light-columns" in errors(read(make_workbook(rows)))


def test_a_count_of_lights_beside_lights_of_parts_is_never_the_light(make_workbook: MakeWorkbook, read: Read) -> None:
    table: Rows = [["Indsats", "Omfang", "Tid"], ["A", G, R], ["B", Y, G], ["C", R, Y]]
    count: Rows = [["Lys", "Antal"], [Cell("Grøn", GREEN), 1], [Cell("Gul", YELLOW), 1], [Cell("Rød", RED), 1]]
    parsed = read(make_workbook([[*row, None, *beside] for row, beside in zip(table, count, strict=True)]))
    assert "which-light" in errors(parsed)


def test_a_table_with_one_of_each_light_behind_a_wide_title_is_no_legend(
    make_workbook: MakeWorkbook, read: Read
) -> None:
    rows = [
        ["Indsats", None, "Udvalg", "Status"],
        ["Ny ruteplan", None, "ØK", Cell("Rød", RED)],
        ["Madservice", None, "BUU", Cell("Grøn", GREEN)],
        ["Hjælpemidler", None, "AU", None],
        ["Digital post", None, "VPU", Cell("Gul", YELLOW)],
    ]
    parsed = read(make_workbook(rows, merge=[f"A{row}:B{row}" for row in range(1, 6)]))
    assert [str(row.light) for row in parsed.rows] == ["red", "green", "not_reported", "yellow"]
