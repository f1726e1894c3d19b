"""A row for each line and month: the rows of the workbook's own month are its lines, and the others are not."""

from datetime import date
from typing import Any

import pytest

from dashboard.domain.month import Month
from fixture_types import MakeWorkbook, Read, ReadTable
from table_reading import kinds, lights
from workbook_maker import GREEN, RED, YELLOW, Cell

G, Y, R = (Cell(fill=fill) for fill in (GREEN, YELLOW, RED))
APRIL, MAY = {"Ruteplan": G, "Haller": R}, {"Ruteplan": Y, "Haller": G}
READ = {"Ruteplan": "yellow", "Haller": "green"}


def rows_of(april: object, may: object, *, by_line: bool = False) -> list[list[Any]]:
    rows = [[title, month, of[title]] for month, of in ((april, APRIL), (may, MAY)) for title in of]
    return sorted(rows, key=lambda row: str(row[0]), reverse=True) if by_line else rows


@pytest.mark.parametrize(
    ("heading", "april", "may"),
    [
        ("Måned", "April", "Maj"),
        ("Måned", "april 2025", "maj 2025"),
        ("Periode", "2025-04", "2025-05"),
        ("Dato", date(2025, 4, 30), date(2025, 5, 31)),
        ("Md.", 4, 5),
        ("Kvartal", "1. kvartal", "2. kvartal"),
    ],
)
@pytest.mark.parametrize("by_line", [False, True])
def test_only_the_rows_of_the_workbooks_month_are_lines(
    read_table: ReadTable, heading: str, april: object, may: object, by_line: bool
) -> None:
    parsed, _ = read_table([["Indsats", heading, "Status"], *rows_of(april, may, by_line=by_line)])
    assert lights(parsed) == READ
    assert kinds(parsed) == [("B2", "rows-of-other-months")]


@pytest.mark.parametrize("merge", [[], ["A3:A4", "A5:A6"]])
def test_a_title_or_a_month_may_stand_in_the_first_of_its_rows_only(read_table: ReadTable, merge: list[str]) -> None:
    titled = [["Ruteplan", "April", G], [None, "Maj", Y], ["Haller", "April", R], [None, "Maj", G]]
    parsed, _ = read_table([["Indsats", "Måned", "Status"], *titled], merge=merge)
    assert lights(parsed) == READ
    dated = [["April", "Ruteplan", G], [None, "Haller", R], ["Maj", "Ruteplan", Y], [None, "Haller", G]]
    parsed, _ = read_table([["Måned", "Indsats", "Status"], *dated], merge=merge)
    assert lights(parsed) == READ


def test_months_as_headings_between_the_lines_part_them(read_table: ReadTable) -> None:
    rows = [["April 2025"], ["Ruteplan", G], ["Haller", R], ["Maj 2025"], ["Ruteplan", Y], ["Haller", G]]
    parsed, _ = read_table([["Indsats", "Status"], *rows])
    assert lights(parsed) == READ
    assert [kind for _, kind in kinds(parsed)] == ["rows-of-other-months"]


def test_the_month_is_asked_for_where_no_row_is_of_it(read: Read, make_workbook: MakeWorkbook) -> None:
    path = make_workbook([["Indsats", "Måned", "Status"], *rows_of("april 2025", "maj 2025")])
    assert "which-months-rows" in [kind for _, kind in kinds(read(path))]
    assert lights(read(path, month=Month(2025, 5))) == READ
    parsed = read(path, month=Month(2025, 6))
    assert lights(parsed) == {}
    assert "which-months-rows" in [kind for _, kind in kinds(parsed)]


@pytest.mark.parametrize(
    "rows",
    [
        [["Ruteplan", "Maj", G], ["Haller", "Juni", R], ["Skoler", "August", Y]],
        [["Ruteplan", "Maj", G], ["Haller", "Maj", R], ["Skoler", "Maj", Y]],
    ],
)
def test_a_month_of_each_line_alone_leaves_no_line_out(read_table: ReadTable, rows: list[Any]) -> None:
    parsed, _ = read_table([["Indsats", "Måned", "Status"], *rows])
    assert list(lights(parsed).values()) == ["green", "red", "yellow"]
    assert kinds(parsed) == []


@pytest.mark.parametrize("columns", [["Kode", "Indsats"], ["Indsats", "Handling"]])
def test_different_lines_of_one_title_with_a_deadline_each_are_all_read(
    read_table: ReadTable, columns: list[str]
) -> None:
    titles, months, seen = ["Takster", "Takster", "Ruter", "Ruter"], ["Maj", "Juni", "Maj", "August"], [G, R, Y, G]
    told = ["R001", "R002", "R003", "R004"] if "Kode" in columns else ["Analyse", "Udbud", "Anlæg", "Drift"]
    named = zip(told, titles, strict=True) if "Kode" in columns else zip(titles, told, strict=True)
    rows = [[*names, month, light] for names, month, light in zip(named, months, seen, strict=True)]
    parsed, _ = read_table([[*columns, "Dato", "Status"], *rows])
    assert [str(row.shown_light) for row in parsed.rows] == ["green", "red", "yellow", "green"]


def test_parts_of_an_indsats_with_a_date_each_are_no_months_of_it(read_table: ReadTable) -> None:
    rows = [
        ["Ruteplan", "Analyse", "Maj", G],
        ["Ruteplan", "Udbud", "Juni", R],
        ["Ruteplan", "Drift af ruter", "Juli", Y],
    ]
    parsed, _ = read_table([["Projekt", "Opgave", "Dato", "Status"], *rows])
    assert len(parsed.rows) == 3
