"""A light for all of an indsats beside those of its parts: which counts, and which are parts of it."""

from typing import Any

import pytest

from fixture_types import ReadTable
from table_reading import kinds, lights, parts
from workbook_maker import GREEN, RED, YELLOW, Cell

G, Y, R = (Cell(fill=fill) for fill in (GREEN, YELLOW, RED))
ROWS: list[list[Any]] = [
    ["Ruteplan", "Analyse", G, Y],
    [None, "Udbud", R, None],
    ["Vaskerier", "Høring", G, G],
    [None, "Drift", G, None],
]
HEAD = ["Indsats", "Delopgave", "Status delopgave", "Samlet status"]
OVERALL = {"Ruteplan": "yellow", "Vaskerier": "green"}


@pytest.mark.parametrize(
    "heading", ["Samlet status", "Overordnet status", "Status i alt", "Status (samlet)", "Samlet vurdering", "Status"]
)
@pytest.mark.parametrize("is_first", [True, False])
@pytest.mark.parametrize("written", [(G, Y, R), ("Grøn", "Gul", "Rød")])
def test_the_overall_light_beside_a_column_for_each_part_is_the_lines_own(
    read_table: ReadTable, heading: str, is_first: bool, written: Any
) -> None:
    green, yellow, red = written
    rows = [("Ruteplan", green, [green, yellow]), ("Haller", red, [green, red]), ("Skoler", yellow, [yellow, yellow])]
    table = [
        [title, own, *beside] if is_first else [title, *beside, own]
        for title, own, beside in [("Indsats", heading, ["Delopgave 1", "Delopgave 2"]), *rows]
    ]
    parsed, _ = read_table(table)
    assert lights(parsed) == {"Ruteplan": "green", "Haller": "red", "Skoler": "yellow"}
    assert kinds(parsed) == []
    assert [part.title for part in parsed.rows[0].other_lights] == ["Delopgave 1", "Delopgave 2"]


@pytest.mark.parametrize("merge", [[], ["A3:A4", "D3:D4", "A5:A6", "D5:D6"]])
def test_rows_with_lights_of_their_own_are_parts_of_the_indsats_with_the_overall_light(
    read_table: ReadTable, merge: list[str]
) -> None:
    parsed, questions = read_table([HEAD, *ROWS], merge=merge)
    assert lights(parsed) == OVERALL
    assert parts(parsed) == {"Ruteplan": ["Analyse", "Udbud"], "Vaskerier": ["Høring", "Drift"]}
    assert [str(part.light) for part in parsed.rows[0].subtasks] == ["green", "red"]
    assert kinds(parsed) == [("C3", "subtasks")]
    assert len(questions) == 1
    assert (parsed.rows[0].cell, parsed.rows[0].title_cell) == ("D3", "A3")


def test_the_overall_light_before_the_parts_is_no_second_table(read_table: ReadTable) -> None:
    rows = [[row[0], row[3], row[1], row[2]] for row in ROWS]
    parsed, _ = read_table([["Indsats", "Samlet status", "Delopgave", "Status"], *rows])
    assert lights(parsed) == OVERALL
    assert [kind for _, kind in kinds(parsed)] == ["subtasks"]


def test_a_person_may_say_that_the_parts_count(read_table: ReadTable) -> None:
    parsed, _ = read_table([HEAD, *ROWS], answer=True)
    assert list(lights(parsed)) == ["Ruteplan: Analyse", "Ruteplan: Udbud", "Vaskerier: Høring", "Vaskerier: Drift"]


def test_rows_of_one_project_with_different_overall_lights_are_lines(read_table: ReadTable) -> None:
    parsed, _ = read_table([HEAD, ROWS[0], ["Ruteplan", "Udbud", R, R], *ROWS[2:3]])
    assert len(parsed.rows) == 3


@pytest.mark.parametrize("titles", [("Samlet status", "Samlet status"), ("Ruteplan - samlet status", "Veje - samlet")])
def test_rows_with_the_light_of_those_around_them_are_told(read_table: ReadTable, titles: Any) -> None:
    one, two = titles
    rows = [["Analyse", G], ["Udbud", R], [one, R], ["Høring", G], ["Drift på kontrakt", G], [two, G]]
    parsed, _ = read_table([["Indsats", "Status"], *rows])
    assert kinds(parsed) == [("A5", "overall-rows")]


def test_the_light_of_each_udvalg_sums_up_lines(read_table: ReadTable) -> None:
    rows = [["Økonomiudvalget"], ["Ruteplan", G], ["Samlet status", G], ["Børne- og Ungdomsudvalget"], ["Haller", R]]
    parsed, _ = read_table([["Indsats", "Status"], *rows, ["Samlet status", R]])
    assert kinds(parsed) == []


def test_lines_of_a_project_with_codes_or_udvalg_of_their_own_stay_lines(read_table: ReadTable) -> None:
    rows = [
        ["Ruter", "R001", "Ruteplan", "ØK", Y, G],
        ["Ruter", "R002", "Haller", "BUU", G, G],
        ["Byg", "R003", "Skoler", "AU", G, R],
        ["Byg", "R004", "Veje", "ØK", R, R],
    ]
    parsed, _ = read_table([["Projekt", "Kode", "Indsats", "Udvalg", "Økonomi", "Samlet status"], *rows])
    assert [(row.code, row.udvalg) for row in parsed.rows] == [
        ("R001", ("ØK",)),
        ("R002", ("BUU",)),
        ("R003", ("AU",)),
        ("R004", ("ØK",)),
    ]
