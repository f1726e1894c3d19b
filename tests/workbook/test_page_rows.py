"""Rows that a printed list has on each page, and totals under other names: no lines, or told."""

from datetime import date
from typing import Any

import pytest

from fixture_types import ReadTable
from table_reading import kinds, lights
from workbook_maker import GREEN, RED, YELLOW, Cell

G, Y, R = (Cell(fill=fill) for fill in (GREEN, YELLOW, RED))
HEAD = ["Indsats", "Udvalg", "Status", "Bemærkning"]
LINES = [["Ruteplan", "ØK", G, "a"], ["Haller", "AU", R, "b"], ["Skoler", "BUU", Y, "c"], ["Veje", "ØK", G, "d"]]
READ = {"Ruteplan": "green", "Haller": "red", "Skoler": "yellow", "Veje": "green"}


@pytest.mark.parametrize(
    "page",
    [
        ["Norddjurs Kommune - Udmøntningsplan", None, None, "Side 2 af 3"],
        ["Norddjurs Kommune", None, None, "Side 1"],
        ["Udskrevet 31-05-2025", None, None, "side 1/3"],
        ["Udskrevet 31.05.2025"],
        ["(fortsat)"],
        ["Fortsat fra forrige side"],
        ["Indsats", "Udvalg"],
        ["Norddjurs Kommune", "Status maj 2025", "–", "Side 1"],
        ["Norddjurs Kommune", "maj 2025", None, "Side 1"],
        ["Norddjurs Kommune", "–", "–", "Side 1"],
        ["Norddjurs Kommune", "31-05-2025", None, "Side 1 af 3"],
        ["Norddjurs Kommune", date(2025, 5, 31), None, "Side 1 af 3"],
        ["Norddjurs Kommune | Status maj 2025 | – | Side 1"],
        ["Side 1", "–", "maj 2025", "Norddjurs Kommune"],
        ["Udskrevet 31.05.2025", None, "Norddjurs Kommune", "Side 2"],
        ["Norddjurs Kommune", None, None, "Side: 2"],
        ["Norddjurs Kommune", None, None, "s. 2"],
        ["Side", 2],
        ["Side:", "2 af 3"],
    ],
)
@pytest.mark.parametrize("again", [[], [HEAD]])
def test_what_a_printed_list_repeats_on_each_page_is_no_line(read_table: ReadTable, page: Any, again: Any) -> None:
    parsed, _ = read_table([HEAD, *LINES[:2], page, *again, *LINES[2:]])
    assert lights(parsed) == READ
    assert kinds(parsed) == []


@pytest.mark.parametrize(
    "line",
    [
        ["Fortsat udvikling af havnen", "ØK", G, "a"],
        ["Nyt bookingsystem", "ØK", None, "Side 4"],
        ["Sideveje", "AU", R, "b"],
        ["Udskrevet til genoptræning", "AU", R, "b"],
        ["Norddjurs Kommune som arbejdsplads", None, None, "Side 4"],
        ["Ny udmøntningsplan", None, None, "Side 4"],
        ["Norddjurs Kommune", "ØK", None, "Side 4"],
        ["Norddjurs Kommune", None, G, "Side 4"],
        ["Norddjurs Kommune", 500, None, "Side 4"],
        ["Norddjurs Kommune på forkant", "maj 2025", None, "Side 4"],
        ["Kommuneplan 2025", "–", None, "Side 4"],
        ["Side om side", 2, None, "Side 4"],
        ["Grøn Kommune", "–", None, "Side 4"],
        ["Grøn Kommune", "maj 2025", None, "Side 4"],
        ["Vores kommune i bevægelse", "–", None, "Side 4"],
    ],
)
def test_a_line_that_names_a_page_is_a_line(read_table: ReadTable, line: Any) -> None:
    parsed, _ = read_table([HEAD, *LINES, line])
    assert line[0] in lights(parsed)


@pytest.mark.parametrize(
    "line",
    [
        ["Udmøntningsplan 2026", "-", None, 2026, "Side 3"],
        ["Udmøntningsplan 2026", "-", None, -2026, "Side 3"],
        ["Norddjurs Kommune", None, None, 2030, "maj 2025"],
        ["Norddjurs Kommune", None, None, 2030],
        ["Udmøntningsplan 2026", "ØK", None, None, "Side 3"],
        ["Udmøntningsplan 2026", None, None, R, "Side 3"],
        ["Norddjurs Kommune", "-", None, Y],
        ["Budget 2026", None, None, None, "Udmøntningsplan side 3"],
    ],
)
def test_a_line_of_the_plan_with_an_amount_or_an_udvalg_is_a_line(read_table: ReadTable, line: Any) -> None:
    rows = [[title, udvalg, light, 100, said] for title, udvalg, light, said in LINES]
    parsed, _ = read_table([["Indsats", "Udvalg", "Status", "2025", "Bemærkning"], *rows, line, *rows[:1]])
    assert line[0] in lights(parsed)


@pytest.mark.parametrize(
    "page",
    [
        ["Status på udmøntningsplanen", "Ultimo maj 2025", None, "Side 1"],
        ["Udmøntningsplan 2025-2028", "pr. 31. maj 2025", None, "Side 2"],
        ["Udmøntningsplan 2026", "Ultimo 2026", None, "s. 12"],
        ["Udmøntningsplan 2026", None, None, "Side 3"],
        ["Norddjurs Kommune 2030", "2026", None, "side 3 af 4"],
        ["Budget for Norddjurs Kommune 2026", "2026", None, "side 4"],
        ["Opfølgning på udmøntningsplanen", "-", None, "Fortsat"],
        ["Udmøntningsplan 2026", "2026", Cell(fill="FF5B9BD5"), "s. 12"],
    ],
)
def test_what_may_be_the_title_of_a_line_beside_a_page_is_never_left_out_in_silence(
    read_table: ReadTable, page: Any
) -> None:
    parsed, _ = read_table([HEAD, *LINES[:2], page, *LINES[2:]])
    assert lights(parsed).items() >= READ.items()
    assert page[0] in lights(parsed) or ("A5", "read-as-note") in kinds(parsed)


@pytest.mark.parametrize("said", [["Status maj 2025"], ["–", None, "maj 2025"], [None, None, "31-05-2025"]])
def test_whose_list_it_is_and_of_when_is_no_line_and_told(read_table: ReadTable, said: list[Any]) -> None:
    parsed, _ = read_table([HEAD, *LINES[:2], ["Norddjurs Kommune", *said], *LINES[2:]])
    assert lights(parsed) == READ
    assert kinds(parsed) == [("A5", "read-as-note")]


@pytest.mark.parametrize(
    "page",
    [
        ["Norddjurs Kommune", "Økonomi", None, "Side 2"],
        ["Udmøntningsplan 2025-2028", "Fortroligt", None, "Side 2"],
        ["Status på udmøntningsplanen", "Lene", "31-05-2025", "Side 2"],
    ],
)
def test_whose_list_it_is_beside_a_page_and_more_is_no_line_and_told(read_table: ReadTable, page: list[Any]) -> None:
    rows = [[title, "Lene", light, said] for title, _, light, said in LINES]
    parsed, _ = read_table([["Indsats", "Ansvarlig", "Status", "Bemærkning"], *rows[:2], page, *rows[2:]])
    assert lights(parsed) == READ
    assert kinds(parsed) == [("A5", "read-as-note")]


@pytest.mark.parametrize(
    ("heading", "said"),
    [("Bemærkning", "Fortsat"), ("Bemærkning", "Side 4"), ("Side", "Side 4"), ("Note", "Udskrevet 12.05.2025")],
)
@pytest.mark.parametrize("more", [[None, None], ["R002", None], [None, -500]])
def test_a_line_without_a_light_that_has_a_page_beside_it_is_a_line(
    read_table: ReadTable, heading: str, said: str, more: list[Any]
) -> None:
    head = ["Kode", "Indsats", heading, "Status", "2025"]
    parsed, _ = read_table([head, ["R001", "Ruteplan", said, G, -100], [more[0], "Ny hal", said, None, more[1]]])
    assert lights(parsed) == {"Ruteplan": "green", "Ny hal": "not_reported"}


@pytest.mark.parametrize("title", ["Resultat", "Besparelser samlet"])
def test_a_total_under_another_name_is_told(read_table: ReadTable, title: str) -> None:
    rows = [["Ruteplan", G, -250, 10], ["Haller", R, -100, 20], [title, None, -350, 30], ["Veje", Y, -10, None]]
    parsed, _ = read_table([["Indsats", "Status", "2025", "2026"], *rows])
    assert ("A5", "sum-as-line") in kinds(parsed)


def test_a_line_with_other_amounts_than_the_sum_is_none(read_table: ReadTable) -> None:
    rows = [["Ruteplan", G, -250], ["Haller", R, -100], ["Skoler", None, -300], ["Veje", Y, -650]]
    parsed, _ = read_table([["Indsats", "Status", "2025"], *rows])
    assert kinds(parsed) == []
