"""A row below the lines that counts those of each light is no line, and a line with coloured numbers is one."""

from typing import Any

import pytest

from fixture_types import ReadTable
from table_reading import kinds, lights
from workbook_maker import GREEN, RED, YELLOW, Cell

G, Y, R = (Cell(fill=fill) for fill in (GREEN, YELLOW, RED))
HEAD = ["Indsats", "Udvalg", "Status", "Bemærkning"]
LINES = [["Ruteplan", "ØK", G, "a"], ["Haller", "AU", R, "b"], ["Skoler", "BUU", Y, "c"], ["Veje", "ØK", G, "d"]]
READ = {"Ruteplan": "green", "Haller": "red", "Skoler": "yellow", "Veje": "green"}
COUNTS = [Cell(2, GREEN), Cell(1, YELLOW), Cell(1, RED)]


@pytest.mark.parametrize("gap", [[], [[]]])
@pytest.mark.parametrize("order", [[0, 1, 2, 3], [0, 2, 1, 3]])
@pytest.mark.parametrize(
    "counts",
    [
        ["Fordeling", *COUNTS],
        ["Optælling", *COUNTS],
        ["Status i alt", *COUNTS],
        ["Fordeling", None, Cell(2, GREEN), Cell(1, RED)],
        ["Fordeling", Cell(1, RED), Cell(1, YELLOW), Cell(2, GREEN)],
        ["Fordeling", Cell("50 %", GREEN), Cell("25 %", YELLOW), Cell("25 %", RED)],
        ["Fordeling", Cell("2 stk.", GREEN), Cell("1 stk.", YELLOW), Cell("1 stk.", RED)],
        [None, "Fordeling", Cell(2, GREEN), Cell(1, YELLOW), Cell(1, RED), 4],
    ],
)
def test_a_row_of_counts_below_the_lines_is_no_line_and_told(
    read_table: ReadTable, counts: list[Any], order: list[int], gap: list[Any]
) -> None:
    table: list[list[Any]] = [[row[place] for place in order] for row in [HEAD, *LINES]]
    parsed, _ = read_table([*table, *gap, counts])
    assert lights(parsed) == READ
    assert "read-as-note" in [kind for _, kind in kinds(parsed)]


@pytest.mark.parametrize("counts", [["Antal", *COUNTS], COUNTS, [None, *COUNTS], [None, Cell(2, GREEN), Cell(1, RED)]])
def test_counts_that_nobody_takes_for_a_line_are_nothing_to_tell(read_table: ReadTable, counts: list[Any]) -> None:
    parsed, _ = read_table([HEAD, *LINES, [], counts])
    assert lights(parsed) == READ
    assert kinds(parsed) == []


def test_counts_below_titles_that_stand_after_the_light_are_no_line(read_table: ReadTable) -> None:
    rows = [[light, title, udvalg] for title, udvalg, light, _ in LINES]
    parsed, _ = read_table([["Status", "Indsats", "Udvalg"], *rows, ["Fordeling", *COUNTS]])
    assert lights(parsed) == READ


@pytest.mark.parametrize(
    ("head", "rows"),
    [
        (
            ["Indsats", "Status", "Tid", "Økonomi"],
            [["Ruteplan", G, Cell(1, GREEN), Cell(1, GREEN)], ["Haller", R, Cell(1, GREEN), Cell(3, RED)]],
        ),
        (
            ["Indsats", "Status", "2025", "2026"],
            [["Ruteplan", G, 200, 300], ["Haller", R, Cell(150, GREEN), Cell(300, RED)]],
        ),
        (["Indsats", "Tid", "Status"], [["Ruteplan", Cell(1, GREEN), Cell(2, YELLOW)]]),
        (
            ["Indsats", "Udvalg", "Prioritet", "Status"],
            [["Ruteplan", "ØK", 1, G], ["Haller", "AU", Cell(2, GREEN), Cell(1, RED)]],
        ),
    ],
)
def test_a_line_with_coloured_numbers_is_a_line(read_table: ReadTable, head: list[Any], rows: list[Any]) -> None:
    parsed, _ = read_table([head, *rows])
    assert [row.title for row in parsed.rows] == [row[0] for row in rows]
