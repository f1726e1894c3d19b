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
        [["Fordeling af status", *NAMES], ["Stk.", 2, 1, 1]],
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


OWN_LIGHTS: list[Any] = [
    [
        ["Indsats", "Status", "2025", "2026"],
        [["Haller", R, G, Y], ["Skoler", G, 100, 200], ["Veje", Y, 4, 5], ["Bro", R, 400, 500]],
    ],
    [["Indsats", "Status", "2025", "2026"], [["Haller", R, G, Y], ["Skoler", None, 100, 200], ["Bro", R, 400, 500]]],
    [["Indsats", "Status", "2025", "2026"], [["Bro", R, 4, 5], ["Haller", R, G, Y], ["Skoler", None, 100, 200]]],
    [
        ["Indsats", "Status", "Risiko", "Effekt"],
        [["Haller", R, G, Y], ["Skoler", G, "-", "-"], ["Veje", Y, G, "-"], ["Bro", G, G, G]],
    ],
    [["Indsats", "Status", "A", "B"], [["Haller", "Rød", "Grøn", "Gul"], ["Skoler", "Grøn", 1, "-"], ["Bro", "Gul"]]],
    [
        ["Indsats", "Status", "A", "B", "C"],
        [["Haller", None, G, Y, R], ["Skoler", None, 1, 2, 3], ["Bro", Y, 4, 5, 6], ["Veje", G]],
    ],
    [["Indsats", "Status", "A", "B"], [["Haller", Cell(3, RED), G, Y], ["Skoler", Cell(1, GREEN), 1, 2]]],
]


@pytest.mark.parametrize(("head", "rows"), OWN_LIGHTS)
def test_a_line_that_shows_each_light_is_no_heading_of_counts(
    read_table: ReadTable, head: list[Any], rows: list[Any]
) -> None:
    parsed, _ = read_table([head, *rows])
    assert [row.title for row in parsed.rows] == [row[0] for row in rows]


@pytest.mark.parametrize("before", [[], [["Molen", G, 7, 8]]])
@pytest.mark.parametrize(
    "counts",
    [
        [["Forklaring", "Grøn", "Gul", "Rød"]],
        [["Fordeling", "Grøn", "Gul", "Rød"], ["Antal", 1, 0, 1]],
        [["Fordeling", *NAMES], ["Antal", 1, 0, 1]],
        [["Fordeling", *NAMES], ["ØK", 1, 0, 1]],
        [["Fordeling", "Grøn", "Gul", "Rød"], ["Optælling", *COUNTS]],
        [[None, G, Y, R], ["Antal", 2, 1, 1]],
    ],
)
@pytest.mark.parametrize("first", [G, Cell("Grøn", GREEN), None])
def test_lines_right_below_counts_or_a_legend_are_lines(
    read_table: ReadTable, counts: list[Any], before: list[Any], first: Any
) -> None:
    rows = [["Ruteplan", first, 100, 200], ["Haller", R, 2, 3], ["Skoler", G, 4, 5]]
    parsed, _ = read_table([["Indsats", "Status", "2025", "2026"], *before, *counts, *rows])
    assert [row.title for row in parsed.rows] == [row[0] for row in (*before, *rows)]


@pytest.mark.parametrize(
    ("head", "rows"),
    [
        (
            ["Indsats", "Status", "Risiko"],
            [
                ["Ruteplan", Cell(1, GREEN), 2],
                ["Haller", Cell(2, YELLOW), Cell(9, RED)],
                ["Skoler", Cell(3, RED), 4],
                ["Veje", Cell(1, GREEN), 1],
            ],
        ),
        (
            ["Indsats", "Status", "Point", "Score"],
            [["Ruteplan", Cell(1, GREEN)], ["Haller", Cell(2, YELLOW)], ["Skoler", Cell(3, RED), *COUNTS[:2]]],
        ),
        (
            ["Indsats", "Status", "Risiko"],
            [["Ruteplan", Cell("80 %", GREEN), 2], ["Haller", Cell("20 %", RED), Cell("50 %", YELLOW)]],
        ),
        (
            ["Indsats", "Status", "Score"],
            [["Ruteplan", Cell(1, GREEN)], ["2030", Cell(1, GREEN), Cell(2, YELLOW)], ["Haller", Cell(2, YELLOW)]],
        ),
        (
            ["Indsats", "Status", "Mål", "Resultat"],
            [["Ruteplan", G, 50, 60], ["Skoler", None, Cell(80, GREEN), Cell(20, RED)], ["Haller", R, 50, 20]],
        ),
        (
            ["Indsats", "Status", "Mål", "Resultat"],
            [["Ruteplan", G, 50, 60], ["Haller", R, 50, 20], ["Skoler", None, Cell(80, GREEN), Cell(20, RED)]],
        ),
        (
            ["Indsats", "Status", "A", "B", "C"],
            [["Ruteplan", G, 5], ["Skoler", None, *COUNTS], ["Haller", R, 50, 20]],
        ),
        (
            ["Indsats", "Status", "Score"],
            [["Haller", Cell(2, YELLOW)], ["Lys", Cell(1, GREEN), Cell(2, YELLOW)], ["Veje", Cell(1, GREEN)]],
        ),
        (
            ["Indsats", "Udvalg", "Status", "Score"],
            [["Ruteplan", "ØK", Cell(1, GREEN)], ["Haller", None, Cell(2, YELLOW), Cell(9, RED)]],
        ),
    ],
)
def test_a_line_with_numbers_for_lights_or_between_lines_is_no_row_of_counts(
    read_table: ReadTable, head: list[Any], rows: list[Any]
) -> None:
    parsed, _ = read_table([head, *rows])
    assert [row.title for row in parsed.rows] == [row[0] for row in rows]


def test_counts_that_are_called_so_are_none_of_the_lines_with_numbers_for_lights(read_table: ReadTable) -> None:
    parsed, _ = read_table([["Indsats", "Status", "A", "B"], *NUMBERED, ["Fordeling", *COUNTS]])
    assert lights(parsed) == {"Ruteplan": "green", "Haller": "yellow"}
    assert "read-as-note" in [kind for _, kind in kinds(parsed)]


@pytest.mark.parametrize("head", [["Indsats", "Status", "Score", "Point"], ["Indsats", "Status", "2025", "2026"]])
def test_a_number_for_a_title_beside_coloured_numbers_is_told(read_table: ReadTable, head: list[Any]) -> None:
    rows = [["Ruteplan", G], ["1813", None, Cell(1, GREEN), Cell(2, YELLOW)], ["Haller", G]]
    parsed, _ = read_table([head, *rows])
    assert "A4" in [cell for cell, _ in kinds(parsed)]
