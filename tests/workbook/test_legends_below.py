"""Legends below the lines are no lines, and lines that look like a legend are."""

from typing import Any

import pytest

from dashboard.workbook import legend_rows
from dashboard.workbook.grid import Grid
from dashboard.workbook.layout import Layout
from dashboard.workbook.row import Row
from fixture_types import ReadTable
from table_reading import kinds, lights
from workbook_maker import GREEN, RED, YELLOW, Cell

G, Y, R = (Cell(fill=fill) for fill in (GREEN, YELLOW, RED))
PALE_BLUE, BLUE, LETTERS_GREY = "FFDDEBF7", "FF5B9BD5", "FFA6A6A6"
HEAD = ["Indsats", "Udvalg", "Status"]
LINES = [["Ruteplan", "ØK", G], ["Haller", "AU", R], ["Skoler", "BUU", Y]]
READ = {"Ruteplan": "green", "Haller": "red", "Skoler": "yellow"}


@pytest.mark.parametrize("gap", [[], [[]]])
@pytest.mark.parametrize(
    "legend",
    [
        [["Følger planen", None, G], ["Udfordringer", None, Y], ["Kritisk", None, R]],
        [["Følger planen"], ["Udfordringer"], ["Kritisk"]],
        [["På rette vej", None, G], ["Bekymring", None, Y], ["Alvorligt", None, R]],
        [[None, None, Cell("Følger planen", GREEN)], [None, None, Cell("Udfordringer", YELLOW)]],
        [[Cell("Følger planen", GREEN)], [Cell("Udfordringer", YELLOW)], [Cell("Kritisk", RED)]],
        [["Udfordringer", None, Y], ["Kritisk", None, R]],
        [["På vej", None, G], ["Bekymring", None, Y], ["Alvorligt", None, R], ["Slut", None, Cell(fill=BLUE)]],
        [["Forklaring"], ["På rette vej", None, G], ["Bekymring", None, Y], ["Alvorligt", None, R]],
        [["Følger planen", "Udfordringer", "Kritisk"]],
        [[Cell("På rette vej", GREEN), Cell("Bekymring", YELLOW), Cell("Alvorligt", RED)]],
    ],
)
def test_a_legend_below_the_lines_is_no_line(read_table: ReadTable, gap: Any, legend: Any) -> None:
    parsed, _ = read_table([HEAD, *LINES, *gap, *legend])
    assert lights(parsed) == READ


def test_lines_that_are_called_as_a_light_is_are_lines_where_they_say_more(read_table: ReadTable) -> None:
    rows = [*LINES, ["Udfordringer", "ØK", Y], ["Kritisk", "ØK", R]]
    parsed, _ = read_table([HEAD, *rows])
    assert len(parsed.rows) == 5


@pytest.mark.parametrize(
    "words",
    [
        [("Kører", G), ("Halter", Y), ("Gået ned", R)],
        [("Det går galt", R), ("Vi er bekymrede", Y), ("Det går som det skal", G)],
        [("Følger tidsplanen", G), ("Skrider lidt", Y), ("Brug for hjælp", R), ("Slut", Cell(fill=BLUE))],
    ],
)
@pytest.mark.parametrize("gap", [[], [[]]])
def test_a_legend_in_own_words_right_below_titles_and_lights_is_no_line_and_told(
    read_table: ReadTable, words: list[Any], gap: Any
) -> None:
    parsed, _ = read_table([["Indsats", "Status"], *([row[0], row[2]] for row in LINES), *gap, *map(list, words)])
    assert lights(parsed) == READ
    assert {kind for _, kind in kinds(parsed)} == {"read-as-note"}


OWN: list[list[Any]] = [["Sol", "Grøn", G], ["Skyer", "Gul", Y], ["Torden", "Rød", R]]


@pytest.mark.parametrize("place", [1, 2])
@pytest.mark.parametrize("more", [[], [["Nat", None, Cell(fill=BLUE)]]])
@pytest.mark.parametrize("step", [1, -1])
def test_what_may_be_a_legend_in_own_words_counts_and_is_told_once(
    read_table: ReadTable, place: int, more: Any, step: int
) -> None:
    foot = [*OWN[::step], *more]
    rows: list[list[Any]] = [*LINES, ["Havnen", None, G]]
    table: list[list[Any]] = (
        [[row[0], row[2]] for row in rows] + [[]] + [[row[0], row[place] or row[2]] for row in foot]
    )
    parsed, _ = read_table([["Indsats", "Status"], *table])
    assert len(parsed.rows) == len(rows) + len(foot)
    told = [found for found in parsed.issues if found.kind == "legend-as-lines"]
    assert [found.cell for found in told] == ["B8"]
    assert "»Skyer«" in told[0].message


def test_last_rows_that_say_less_than_all_lines_are_told(read_table: ReadTable) -> None:
    foot = [[title, None, light, "en tekst"] for title, _, light in OWN]
    parsed, _ = read_table([[*HEAD, "Bemærkning"], *[[*row, "a"] for row in LINES], [], *foot])
    assert len(parsed.rows) == 6
    assert ("C7", "legend-as-lines") in kinds(parsed)


@pytest.mark.parametrize("place", [1, 2, 3, 5])
@pytest.mark.parametrize("rows", [1, 3])
def test_last_lines_with_an_udvalg_a_name_or_a_number_are_nothing_to_tell(
    read_table: ReadTable, place: int, rows: int
) -> None:
    """They are lines of which nobody has remarked anything."""
    head = ["Indsats", "Udvalg", "Ansvarlig", "Nr.", "Status", "2025", "Bemærkning"]
    said: list[Any] = [None, "ØK", "Lene", 1, None, 100, None]
    lines = [[title, "ØK", "Bo", n, light, 50, "a"] for n, (title, _, light) in enumerate(LINES, 1)]
    foot = [[title, None, None, None, light, None, None] for title, _, light in OWN]
    for row in foot[:rows]:
        row[place] = said[place]
    parsed, _ = read_table([head, *lines, [], *foot])
    assert len(parsed.rows) == 6
    assert "legend-as-lines" not in [kind for _, kind in kinds(parsed)]


def test_what_is_headed_as_a_legend_is_one_whatever_its_words(read_table: ReadTable) -> None:
    table = [*([row[0], row[2]] for row in LINES), [], ["Forklaring"], *([row[0], row[2]] for row in OWN)]
    parsed, _ = read_table([["Indsats", "Status"], *table])
    assert lights(parsed) == READ


@pytest.mark.parametrize(
    "foot",
    [
        [["Havnen", G], ["Broen", Y], ["Parken", R]],
        [[], ["Havnen", G], ["Broen", R], ["Parken", Y]],
        [[], ["Havnen", G], ["Broen", G], ["Parken", R]],
        [[], ["Havnen", G], ["Broen", Y]],
    ],
)
def test_last_lines_that_are_no_legends_are_nothing_to_tell(read_table: ReadTable, foot: Any) -> None:
    parsed, _ = read_table([["Indsats", "Status"], *([row[0], row[2]] for row in LINES), *foot])
    assert kinds(parsed) == []
    assert len(parsed.rows) == len(LINES) + sum(map(bool, foot))


@pytest.mark.parametrize("heading", ["Sådan læses farverne", "Hvad betyder lysene?", "Farverne betyder:"])
def test_what_stands_below_the_heading_of_a_legend_is_no_line(read_table: ReadTable, heading: str) -> None:
    legend = [["Alfa", G], ["Beta", Y], ["Gamma", R]]
    parsed, _ = read_table([["Indsats", "Status"], *([row[0], row[2]] for row in LINES), [heading], *legend])
    assert lights(parsed) == READ


def test_each_line_looks_up_no_further_than_to_its_own_colour(
    read_table: ReadTable, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = list[int]()

    def counted(grid: Grid, layout: Layout, number: int) -> Row:
        asked.append(number)
        return Row(grid, layout, number)

    monkeypatch.setattr(legend_rows, "Row", counted)
    rows = [[f"Sti {n}", (G, R, Y)[n % 3]] for n in range(150)]
    parsed, _ = read_table([["Indsats", "Status"], *rows])
    assert len(parsed.rows) == len(rows)
    assert len(asked) <= 4 * len(rows)


def test_lines_that_say_how_it_goes_among_others_are_lines(read_table: ReadTable) -> None:
    rows = [["Godt liv", Y], ["Ruteplan", R], ["Kører til tiden", G], ["Halter", Y], ["Gået ned", R]]
    parsed, _ = read_table([["Indsats", "Status"], *rows])
    assert len(parsed.rows) == 5


def test_the_last_lines_of_a_table_of_titles_and_lights_are_lines(read_table: ReadTable) -> None:
    rows = [["Ruteplan", R], ["Haller", G], ["Skoler", G], ["Havnen", Y], ["Vaskerier", R]]
    parsed, _ = read_table([["Indsats", "Status"], *rows])
    assert len(parsed.rows) == 5


@pytest.mark.parametrize(
    "titles",
    [
        ("Unge på vej", "Børn med udfordringer", "Ny svømmehal"),
        ("Okkerbekæmpelse i vandløb", "Usikre skoleveje", "Problemknuserpuljen"),
        ("Oktoberfest", "Behov for tandpleje", "Ny hal"),
    ],
)
def test_titles_with_words_for_how_it_goes_at_the_foot_are_lines(
    read_table: ReadTable, titles: tuple[str, str, str]
) -> None:
    last = [[title, seen] for title, seen in zip(titles, (G, Y, R), strict=True)]
    parsed, _ = read_table([["Indsats", "Status"], ["Ruteplan", G], ["Haller", R], ["Skoler", Y], *last])
    assert len(parsed.rows) == 6


NAMED = [Cell("Grøn", GREEN), Cell("Gul", YELLOW), Cell("Rød", RED)]
WORDS = [["Grøn", "Følger planen"], ["Gul", "Udfordringer"], ["Rød", "Behov for at zoome ind"]]
FILLED = [Cell("Følger planen", GREEN), Cell("Udfordringer", YELLOW), Cell("Kritisk", RED), Cell("Afsluttet", BLUE)]
GREY = Cell("Grå", "FFBFBFBF")


@pytest.mark.parametrize("gap", [[], [[]]])
@pytest.mark.parametrize("order", [[0, 1, 2], [1, 0, 2]])
@pytest.mark.parametrize(
    "legend",
    [
        [*WORDS, ["X", "Afsluttet"]],
        [*WORDS, ["Blå", "Ikke startet"]],
        [*WORDS, [GREY, "Ikke startet"]],
        [[*FILLED]],
        [[*NAMED, Cell("Afsluttet", BLUE)], [1, 1, 1, 0]],
    ],
)
def test_a_legend_of_words_below_the_lines_is_no_line(read_table: ReadTable, gap: Any, order: Any, legend: Any) -> None:
    whole: list[list[Any]] = [HEAD, *LINES]
    table = [[row[place] for place in order] for row in whole]
    parsed, _ = read_table([*table, *gap, *legend])
    assert lights(parsed) == READ
    assert not [issue for issue in parsed.issues if issue.kind != "unread-texts"]


def test_a_hue_in_a_row_of_filled_words_below_the_lines_counts(read_table: ReadTable) -> None:
    parsed, _ = read_table([HEAD, *LINES, ["Havnen", "ØK", Cell(fill=BLUE)], [], [*FILLED]])
    assert [row.title for row in parsed.rows if row.done] == ["Havnen"]


@pytest.mark.parametrize("said", ["I gang", "Afventer", "Afsluttet", "Ikke startet", "Grøn"])
def test_titles_that_name_a_colour_are_lines(read_table: ReadTable, said: str) -> None:
    rows = [["Grøn omstilling", None, said], ["Rød tråd", None, said], ["Gul plan", None, said]]
    parsed, _ = read_table([HEAD, *rows, ["Havnen", "ØK", "Gul"]])
    assert [row.title for row in parsed.rows] == ["Grøn omstilling", "Rød tråd", "Gul plan", "Havnen"]
    assert "light-means-done" not in {issue.kind for issue in parsed.issues}


@pytest.mark.parametrize("note", ["Alle beløb er i 1.000 kr. i 2025-priser", "Beløb i 1.000 kr."])
def test_the_unit_of_amounts_below_the_lines_is_nothing_to_tell(read_table: ReadTable, note: str) -> None:
    parsed, _ = read_table([[*HEAD, "2025"], *[[*row, -250] for row in LINES], [], [note]])
    assert lights(parsed) == READ
    assert "read-as-note" not in {issue.kind for issue in parsed.issues}


def test_a_line_with_a_hue_for_its_light_before_its_title_is_a_line(read_table: ReadTable) -> None:
    rows = [["Grøn", "Ruteplan"], ["Gul", "Haller"], ["Grå", "Afventer"], ["Rød", "Skoler"]]
    parsed, _ = read_table([["Status", "Indsats"], *rows])
    assert "Afventer" in lights(parsed)


def test_a_line_of_three_words_for_lights_is_a_line(read_table: ReadTable) -> None:
    rows = [["Havnen", "Grøn", "Åbnet"], ["Afventer", "Rød", "Følger planen"], ["Parken", "Gul", "Se bilag"]]
    parsed, _ = read_table([["Indsats", "Status", "Forklaring"], *rows])
    assert [row.title for row in parsed.rows] == ["Havnen", "Afventer", "Parken"]
