"""Legends that stand across a row: a patch of each colour, and what it means beside it, below it or in it."""

from typing import Any

import pytest

from fixture_types import ReadTable
from table_reading import kinds, lights
from workbook_maker import GREEN, RED, YELLOW, Cell

G, Y, R = (Cell(fill=fill) for fill in (GREEN, YELLOW, RED))
BLUE = Cell(fill="FF00B0F0")
LINES = [["Ruteplan", G, "ØK"], ["Haller", R, "AU"], ["Skoler", Y, "BUU"], ["Veje", G, "ØK"]]
READ = {"Ruteplan": "green", "Haller": "red", "Skoler": "yellow", "Veje": "green"}
LEGENDS: list[list[Any]] = [
    [G, "Grøn", Y, "Gul", R, "Rød"],
    [G, "Kører", Y, "Halter", R, "Gået ned"],
    ["Kører", G, "Halter", Y, "Gået ned", R],
    ["Signatur:", G, "Kører", Y, "Halter", R, "Gået ned"],
    ["Signatur", *(Cell(word, fill) for word, fill in (("Kører", GREEN), ("Halter", YELLOW), ("Nede", RED)))],
    [G, "Kører", 2, Y, "Halter", 1, R, "Gået ned", 1],
    [G, "Kører: 2", Y, "Halter: 1", R, "Gået ned: 1"],
    [G, 2, Y, 1, R, 1],
    [*(cell for ink in (GREEN, YELLOW, RED) for cell in (Cell("■", ink=ink), "Sådan går det"))],
    [Cell("■ Kører", ink=GREEN), Cell("■ Halter", ink=YELLOW), Cell("■ Gået ned", ink=RED)],
    ["🟢", "Kører", "🟡", "Halter", "🔴", "Gået ned"],
    ["🟢 Kører", "🟡 Halter", "🔴 Gået ned"],
]


@pytest.mark.parametrize("legend", LEGENDS)
@pytest.mark.parametrize("gap", [[], [[]]])
@pytest.mark.parametrize("columns", [2, 3])
def test_a_legend_across_a_row_below_the_lines_is_no_line_and_no_text(
    read_table: ReadTable, legend: list[Any], gap: list[Any], columns: int
) -> None:
    head = ["Indsats", "Status", "Udvalg"][:columns]
    parsed, _ = read_table([head, *[line[:columns] for line in LINES], *gap, legend])
    assert lights(parsed) == READ
    assert kinds(parsed) == []


NAMED: list[Any] = ["Grøn", "Kører", "Gul", "Halter", "Rød", "Gået ned"]


@pytest.mark.parametrize(
    "legend",
    [
        NAMED,
        ["Forklaring", "Kører", "Grøn", "Halter", "Gul", "Gået ned", "Rød"],
        ["Grøn =", "Kører", "Gul =", "Halter", "Rød =", "Gået ned"],
        ["Grøn", "=", "Kører", "Gul", "=", "Halter", "Rød", "=", "Gået ned"],
        ["Forklaring:", *NAMED],
        [Cell("Grøn", GREEN), "Kører", Cell("Gul", YELLOW), "Halter", Cell("Rød", RED), "Gået ned"],
        [*NAMED, "Blå", "Slut"],
        ["Rød", "Gået ned", "Gul", "Halter", "Grøn", "Kører"],
        ["Mørkegrøn", "Kører", "Gul", "Halter", "Rød", "Gået ned"],
    ],
)
@pytest.mark.parametrize("gap", [[], [[]]])
@pytest.mark.parametrize("columns", [2, 4, 6])
def test_names_of_colours_that_alternate_with_their_meanings_are_no_line(
    read_table: ReadTable, legend: list[Any], gap: list[Any], columns: int
) -> None:
    table: list[list[Any]] = [["Indsats", "Udvalg", "Status", "Bemærkning", "Ansvarlig", "Frist"]]
    table += [[title, udvalg, light, "a", "Lene", "maj"] for title, light, udvalg in LINES]
    order = [0, 2] if columns == 2 else range(columns)
    parsed, _ = read_table([*[[row[place] for place in order] for row in table], *gap, legend])
    assert lights(parsed) == READ
    assert kinds(parsed) == []


@pytest.mark.parametrize(
    "rows",
    [
        [["Grøn", "Kører", "Gul", "Halter"], ["Rød", "Gået ned", "Blå", "Slut"]],
        [["Grøn:", "OK", "Rød:", "Stop"]],
    ],
)
def test_names_of_some_colours_and_their_meanings_are_no_line_and_told(read_table: ReadTable, rows: list[Any]) -> None:
    table: list[list[Any]] = [["Indsats", "Udvalg", "Status", "Bemærkning", "Ansvarlig", "Frist"]]
    table += [[title, udvalg, seen, None, "Lene", "maj"] for title, seen, udvalg in LINES]
    parsed, _ = read_table([*table, [], *rows])
    assert lights(parsed) == READ
    assert [kind for _, kind in kinds(parsed)] == ["read-as-note"] * len(rows)


@pytest.mark.parametrize(
    "heads", [("Tid", "Økonomi", "Status"), ("Fremdrift", "Kvalitet", "Lys"), ("Maj", "April", "Marts")]
)
def test_the_only_line_with_lights_between_other_columns_is_one(read_table: ReadTable, heads: Any) -> None:
    head = ["Indsats", heads[0], "Udvalg", heads[1], "Ansvarlig", heads[2]]
    rows = [["Havn", "Grøn", "ØK", "Gul", "Lene", "Rød"], ["Bro", None, "AU", None, "Bo", None]]
    parsed, questions = read_table([head, *rows])
    assert len(parsed.rows) == 2 or questions


@pytest.mark.parametrize("fill", [None, GREEN])
@pytest.mark.parametrize("status", ["Status", "Farve"])
@pytest.mark.parametrize("second", [["Rød", "Haller", "Grøn", "AU", "Gul", "a"], ["Grøn", "Haller", None, "AU"]])
def test_lines_with_names_of_lights_between_other_columns_are_lines(
    read_table: ReadTable, status: str, second: list[Any], fill: str | None
) -> None:
    rows = [[Cell("Grøn", fill), "Ruteplan", "Gul", "ØK", "Rød", "fint"], second, ["Rød", "Skoler", None, "AU"]]
    parsed, _ = read_table([[status, "Indsats", "Borgere", "Udvalg", "Personale", "Bem"], *rows])
    assert [row.title for row in parsed.rows] == ["Ruteplan", "Haller", "Skoler"]


def test_names_of_colours_and_how_it_goes_are_no_line_where_the_light_stands_first(read_table: ReadTable) -> None:
    rows = [[light, title, udvalg] for title, light, udvalg in LINES]
    parsed, _ = read_table([["Status", "Indsats", "Udvalg"], *rows, [], NAMED])
    assert lights(parsed) == READ
    assert kinds(parsed) == []


@pytest.mark.parametrize("light", [G, "Grøn"])
def test_lines_with_a_light_after_names_of_lights_are_lines(read_table: ReadTable, light: Any) -> None:
    rows = [[title, "Grøn", "ok", "Gul", "x", "Rød", light] for title in ("Sti 1", "Sti 2")]
    parsed, _ = read_table([["Indsats", "A", "B", "C", "D", "E", "Status"], *rows])
    assert [row.title for row in parsed.rows] == ["Sti 1", "Sti 2"]


def test_an_empty_band_over_many_columns_is_no_legend(read_table: ReadTable) -> None:
    band = [Cell(fill="FFDDEBF7")] * 8
    parsed, _ = read_table([["Indsats", "Status", "Udvalg"], *LINES[:2], band, *LINES[2:]])
    assert lights(parsed) == READ


def test_what_names_across_a_row_say_of_another_colour_holds(read_table: ReadTable) -> None:
    parsed, _ = read_table(
        [
            ["Indsats", "Status", "Udvalg", "Note"],
            *LINES,
            ["Broen", Cell(fill="FF5B9BD5"), "ØK"],
            [],
            [*NAMED, "Blå", "Færdig"],
        ]
    )
    assert lights(parsed) == {**READ, "Broen": "done"}


@pytest.mark.parametrize(
    ("head", "line"),
    [
        (["Indsats", "Tid", "Udvalg", "Økonomi", "Ansvarlig", "Status"], ["Havn", "Grøn", "ØK", "Gul", "Lene", "Rød"]),
        (["Tid", "Indsats", "Økonomi", "Udvalg", "Status", "Note"], ["Grøn", "Havn", "Gul", "ØK", "Rød", "Se bilag"]),
        (["Indsats", "Udvalg", "Status", "Note", "Ansvarlig", "Frist"], ["Havn", "ØK", "Gul", "Rød", "Lene", "maj"]),
        (["Indsats", "Udvalg", "Status", "Note", "Type", "Frist"], ["Grøn", "ØK", "Gul", "Halter", "Drift", "maj"]),
    ],
)
def test_a_line_that_names_several_colours_is_a_line(read_table: ReadTable, head: list[Any], line: list[Any]) -> None:
    names = {"Tid": "Grøn", "Økonomi": "Gul", "Status": "Gul", "Udvalg": "ØK"}
    others = [[f"Vej {n}" if name == "Indsats" else names.get(name, "x") for name in head] for n in range(3)]
    parsed, _ = read_table([head, *others, line])
    assert [row.title for row in parsed.rows][3:] == [line[head.index("Indsats")]]


def test_what_a_legend_across_a_row_says_of_another_colour_holds(read_table: ReadTable) -> None:
    legend = [G, "Kører", Y, "Halter", R, "Gået ned", BLUE, "Færdig"]
    parsed, _ = read_table([["Indsats", "Status", "Udvalg"], *LINES, ["Broen", BLUE, "ØK"], [], legend])
    assert lights(parsed) == {**READ, "Broen": "done"}


@pytest.mark.parametrize(
    ("head", "rows"),
    [
        (["Indsats", "Tid", "Note", "Økonomi", "Note"], [["Ruteplan", G, "a", R, "b"], ["Haller", Y, "c", G, "d"]]),
        (["Indsats", "Status", "Udvalg", "Risiko"], [["Ruteplan", G, "ØK", R], ["Haller", R, "AU", None]]),
        (["Indsats", "Status", "Udvalg", "Risiko"], [["Ruteplan", G, "ØK", R]]),
        (
            ["Indsats", "Udvalg", "Status", "Note"],
            [[Cell("Ruteplan", YELLOW), Cell("ØK", "FF00B0F0"), Cell("Grøn", GREEN), Cell("haster", RED)]],
        ),
        (["Indsats", "Status", "Note"], [[Cell("Ruteplan", YELLOW), Cell("Grøn", GREEN), Cell("haster", RED)]]),
        (
            ["Indsats", "Status", "2025", "2026", "2027"],
            [["Ruteplan", "Grøn", Cell(-100, RED), Cell(-50, YELLOW), Cell(-20, GREEN)]],
        ),
        (
            ["Indsats", "Prioritet", "Risiko", "Udvalg", "Status"],
            [
                ["Ruteplan", Cell("Høj", RED), Cell("Lav", GREEN), Cell("ØK", YELLOW), None],
                ["Haller", "Lav", "Lav", "AU", "Rød"],
            ],
        ),
    ],
)
def test_a_line_with_several_colours_is_a_line(read_table: ReadTable, head: list[Any], rows: list[Any]) -> None:
    parsed, _ = read_table([head, *rows])
    assert len(parsed.rows) == len(rows)


def test_a_row_under_a_title_that_is_merged_over_several_is_no_legend(read_table: ReadTable) -> None:
    rows = [[Cell("Ruteplan", GREEN), "Analyse", G, "a"], [Cell(fill=GREEN), "Udbud", R, "b"], ["Vej", "Anlæg", Y, "c"]]
    parsed, _ = read_table([["Indsats", "Delopgave", "Status", "Note"], *rows], merge=["A3:A4"])
    assert len(parsed.rows) == 3


@pytest.mark.parametrize("title", ["Ny skole", "Kritisk infrastruktur"])
@pytest.mark.parametrize("light", ["Gul", "-", None])
def test_a_line_that_names_all_lights_is_not_left_out_in_silence(
    read_table: ReadTable, title: str, light: str | None
) -> None:
    head = ["Status", "Indsats", "Nord", "Note", "Syd", "Note"]
    first = ["Grøn", title, "Gul", "Går godt", "Rød", "Forsinket"]
    parsed, _ = read_table([head, first, [light, "Haller", "-", "ok", "-", "-"], [light, "Veje", "-", "-", "-", "-"]])
    assert {"Haller", "Veje"} <= lights(parsed).keys()
    assert title in lights(parsed) or "read-as-note" in {kind for _, kind in kinds(parsed)}
