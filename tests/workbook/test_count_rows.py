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
NUMBERED = [["Ruteplan", Cell(1, GREEN)], ["Haller", Cell(2, YELLOW)]]
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
        ["Fordeling", Cell("2 grønne", GREEN), Cell("1 gul", YELLOW), Cell("1 rød", RED)],
        ["Fordeling", Cell(0.5, GREEN), Cell(0.25, YELLOW), Cell(0.25, RED)],
        ["Fordeling", *COUNTS, Cell(0, "FF5B9BD5")],
        ["4 indsatser", *COUNTS],
        [None, "Fordeling", Cell(2, GREEN), Cell(1, YELLOW), Cell(1, RED), 4],
    ],
)
def test_a_row_of_counts_below_the_lines_is_no_line_and_told(
    read_table: ReadTable, counts: list[Any], order: list[int], gap: list[Any]
) -> None:
    whole: list[list[Any]] = [HEAD, *LINES]
    table = [[row[place] for place in order] for row in whole]
    parsed, _ = read_table([*table, *gap, counts])
    assert lights(parsed) == READ
    assert "read-as-note" in [kind for _, kind in kinds(parsed)]


@pytest.mark.parametrize("counts", [["Antal", *COUNTS], COUNTS, [None, *COUNTS], [None, Cell(2, GREEN), Cell(1, RED)]])
def test_counts_that_nobody_takes_for_a_line_are_nothing_to_tell(read_table: ReadTable, counts: list[Any]) -> None:
    parsed, _ = read_table([HEAD, *LINES, [], counts])
    assert lights(parsed) == READ
    assert kinds(parsed) == []


NAMES = [Cell("Grøn", GREEN), Cell("Gul", YELLOW), Cell("Rød", RED)]


@pytest.mark.parametrize(
    "rows",
    [
        [["Fordeling", "Grøn", "Gul", "Rød"], ["Antal", 2, 1, 1]],
        [["Fordeling", *NAMES], ["Antal", 2, 1, 1]],
        [["Fordeling", *NAMES], ["April", *COUNTS], ["Maj", *COUNTS]],
        [["Udvalg", *NAMES], ["ØK", Cell(2, GREEN), "-", "-"], ["AU", "-", "-", Cell(1, RED)]],
        [["Grøn", "Gul", "Rød"], ["Kører", "Halter", "Gået ned"]],
        [NAMES, ["Kører", "Halter", "Gået ned"]],
        [[G, Y, R], ["Kører", "Halter", "Gået ned"]],
        [[None, G, Y, R], ["Fordeling", 2, 1, 1]],
    ],
)
def test_what_stands_under_the_names_of_all_lights_is_no_line_and_told(
    read_table: ReadTable, rows: list[list[Any]]
) -> None:
    parsed, _ = read_table([HEAD, *LINES, [], *rows])
    assert lights(parsed) == READ
    assert {kind for _, kind in kinds(parsed)} == {"read-as-note"}


@pytest.mark.parametrize("title", ["Grønne i alt", "Antal grønne"])
def test_a_total_with_its_count_on_its_colour_is_no_line(read_table: ReadTable, title: str) -> None:
    parsed, _ = read_table([["Indsats", "Status"], *[[row[0], row[2]] for row in LINES], [title, Cell(2, GREEN)]])
    assert lights(parsed) == READ


@pytest.mark.parametrize("title", ["Grønne i alt", "Grønne indsatser i alt", "Røde indsatser i alt"])
def test_a_total_of_one_light_is_no_line_where_lights_are_numbers(read_table: ReadTable, title: str) -> None:
    parsed, _ = read_table([["Indsats", "Status"], *NUMBERED, [title, Cell(2, YELLOW)]])
    assert lights(parsed) == {"Ruteplan": "green", "Haller": "yellow"}


@pytest.mark.parametrize(
    "title",
    ["Grøn omstilling i alt", "Grønne områder i alt", "Røde Kors i alt", "Udført arbejde i alt", "Gul linje i alt"],
)
@pytest.mark.parametrize("light", [Cell(2, YELLOW), Cell("50 %", YELLOW)])
def test_a_title_that_begins_as_a_light_and_ends_as_a_total_is_a_line(
    read_table: ReadTable, title: str, light: Cell
) -> None:
    parsed, _ = read_table([["Indsats", "Status"], *NUMBERED, [title, light]])
    assert lights(parsed) == {"Ruteplan": "green", "Haller": "yellow", title: "yellow"}


def test_a_remark_after_the_counts_is_a_note(read_table: ReadTable) -> None:
    parsed, _ = read_table([HEAD, *LINES, [], ["Fordeling", *COUNTS], ["Status på nye veje"]])
    assert lights(parsed) == READ
    assert [kind for _, kind in kinds(parsed)] == ["read-as-note"] * 2


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
        (
            ["Indsats", "Økonomi", "Tid", "Kvalitet", "Status"],
            [["Ruteplan", None, None, None, G], ["Haller", Cell(1, GREEN), Cell(2, YELLOW), Cell(3, RED), R]],
        ),
        (
            ["Indsats", "Status økonomi", "Status tid", "Status"],
            [["Ruteplan", None, None, G], ["Haller", Cell(1, GREEN), Cell(2, YELLOW), None]],
        ),
        (["Indsats", "Status"], [["Sygefravær i alt", Cell(1, GREEN)], ["Haller", Cell(3, RED)]]),
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


def test_a_line_after_the_names_of_lights_and_an_empty_row_is_one(read_table: ReadTable) -> None:
    parsed, _ = read_table([HEAD, *LINES, NAMES, [], ["Havnen", "ØK", G]])
    assert lights(parsed) == {**READ, "Havnen": "green"}


def test_lines_below_one_with_all_lights_are_lines(read_table: ReadTable) -> None:
    rows = [["Havnen", "Grøn", "Gul", "Rød"], ["Broen", 1, 2, 3], ["Parken", "Grøn", "Grøn", "Gul"]]
    parsed, _ = read_table([["Indsats", "Status", "Status økonomi", "Status tid"], *rows])
    assert [row.title for row in parsed.rows] == ["Havnen", "Broen", "Parken"]
