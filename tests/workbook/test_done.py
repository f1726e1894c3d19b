"""What is done, what is expected to be, and how far it is."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from dashboard.workbook.parsed import ParsedWorkbook
from table_reading import HEADING, kinds, lights
from workbook_maker import GREEN, RED, YELLOW, Cell

G, Y, R = (Cell(fill=fill) for fill in (GREEN, YELLOW, RED))


# ---- what is done, when it is expected, and how far it is


@pytest.mark.parametrize(
    ("column", "done"),
    [
        (["x", None, "31.05.2025"], [True, False, True]),
        (["31.12.2026", "Afsluttet 1. juni 2025", "2025-04-01"], [False, False, True]),
        (["april 2025", "juni 2026", "Afsluttet"], [True, False, True]),
        ([1, None, 1], [True, False, True]),
        ([1, 50, 100], [False, False, False]),
        ([0.9, 1, 0], [False, False, False]),
        (["100 %", "100", "ja"], [False, False, True]),
    ],
)
def test_a_mark_a_word_or_a_day_that_has_come_is_done_and_a_number_never(
    read_table: Callable[..., tuple[ParsedWorkbook, list[Any]]], column: Any, done: list[bool]
) -> None:
    rows = [[title, G, value] for title, value in zip("ABC", column, strict=True)]
    parsed, _ = read_table([["Indsats", "Status", "Afsluttet"], *rows])
    assert [row.done for row in parsed.rows] == done


def test_a_day_that_has_not_come_is_told_as_planned(
    read_table: Callable[..., tuple[ParsedWorkbook, list[Any]]],
) -> None:
    parsed, _ = read_table([["Indsats", "Status", "Afsluttet"], ["A", G, "31.12.2026"]])
    (found,), (row,) = parsed.issues, parsed.rows
    assert (found.cell, found.kind) == ("C3", "done-later")
    assert (row.expected_end, row.cells["expected_end"]) == ("31.12.2026", "C3")
    assert "'31.12.2026' i kolonnen for afsluttet er senere end maj 2025" in found.message


@pytest.mark.parametrize(
    ("column", "said"),
    [
        ([1, 50, 100], ["1 %", "50 %", "100 %"]),
        ([0.25, 1, 0], ["25 %", "100 %", "0 %"]),
        (["75 %", "75%", "75"], ["75 %", "75 %", "75 %"]),
        (["halvvejs", None, 12.5], ["halvvejs", None, "12,5 %"]),
    ],
)
def test_how_far_a_line_is_is_read_as_a_percentage_and_never_makes_it_done(
    read_table: Callable[..., tuple[ParsedWorkbook, list[Any]]], column: Any, said: Any
) -> None:
    rows = [[title, G, value] for title, value in zip("ABC", column, strict=True)]
    parsed, _ = read_table([["Indsats", "Status", "% færdig"], *rows])
    assert [(row.percent_done, row.done) for row in parsed.rows] == [(text, False) for text in said]


def test_a_number_that_excel_shows_as_a_percentage_is_one(
    tmp_path: Path, read_table: Callable[..., tuple[ParsedWorkbook, list[Any]]]
) -> None:
    book = openpyxl.Workbook()
    for row in (HEADING, ["Indsats", "Status", "% færdig"], ["A", "Grøn", 1], ["B", "Gul", 0.075]):
        book.active.append(row)
    for cell in ("C3", "C4"):
        book.active[cell].number_format = "0%"
    book.save(tmp_path / "a.xlsx")
    parsed, _ = read_table([], path=tmp_path / "a.xlsx")
    assert [row.percent_done for row in parsed.rows] == ["100 %", "7,5 %"]


def test_the_day_a_line_is_expected_to_end_is_a_text_and_never_makes_it_done(
    tmp_path: Path, read_table: Callable[..., tuple[ParsedWorkbook, list[Any]]]
) -> None:
    book = openpyxl.Workbook()
    rows = [["A", "Grøn", "4. kvt. 2026"], ["B", "Gul", 46387], ["C", "Rød", "31.12.2024"]]
    for row in (HEADING, ["Indsats", "Status", "Forventet færdig"], *rows):
        book.active.append(row)
    book.save(tmp_path / "a.xlsx")
    parsed, _ = read_table([], path=tmp_path / "a.xlsx")
    assert [(row.expected_end, row.done, row.cells["expected_end"]) for row in parsed.rows] == [
        ("4. kvt. 2026", False, "C3"), ("31.12.2026", False, "C4"), ("31.12.2024", False, "C5"),
    ]  # fmt: skip


# ---- a yes, a no or a day in the column for what is done


def done_is(said: str) -> list[list[Any]]:
    """Give lines of which the first has this in the column for what is done."""
    head = ["Indsats", "Afsluttet", "Status"]
    return [head, ["Ny ruteplan", said, G], ["Haller", "Nej", Y], ["Digital post", "Ja", G]]


@pytest.mark.parametrize(
    "said", ["Ja, 15/4", "Ja (12-03-2025)", "30/4", "ultimo 2024", "2024", "1. kvartal 2025", "Ja, ultimo april"]
)
def test_a_yes_with_a_day_or_a_period_that_is_past_says_done(
    read_table: Callable[..., tuple[ParsedWorkbook, list[Any]]], said: str
) -> None:
    parsed, _ = read_table(done_is(said))
    assert lights(parsed) == {"Ny ruteplan": "done", "Haller": "yellow", "Digital post": "done"}
    assert not kinds(parsed)


@pytest.mark.parametrize("said", ["Ja, 15/6", "15/6", "2026", "4. kvartal", "ultimo 2025"])
def test_a_day_or_a_period_to_come_says_planned(
    read_table: Callable[..., tuple[ParsedWorkbook, list[Any]]], said: str
) -> None:
    parsed, _ = read_table(done_is(said))
    assert lights(parsed)["Ny ruteplan"] == "green"
    assert kinds(parsed) == [("B3", "done-later")]


@pytest.mark.parametrize(
    ("said", "told"),
    [(no, []) for no in ("Nej, forventes til sommer", "Ikke endnu", "Nej (15/4)")]
    + [(unclear, [("B3", "unreadable-done")]) for unclear in ("Ja, delvist", "1/2", "forår 2025")],
)
def test_a_no_with_more_words_is_a_no_and_a_partial_yes_or_an_unclear_day_is_told(
    read_table: Callable[..., tuple[ParsedWorkbook, list[Any]]], said: Any, told: Any
) -> None:
    parsed, _ = read_table(done_is(said))
    assert (lights(parsed)["Ny ruteplan"], kinds(parsed)) == ("green", told)
