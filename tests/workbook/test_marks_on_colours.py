"""Marks for done that stand on colours, and signs that say no light: what closes a line, and what only decorates."""

from typing import Any

import pytest

from dashboard.domain.reading_answer import Answer
from dashboard.workbook.parsed import ParsedWorkbook
from fixture_types import MakeWorkbook, Read
from workbook_maker import GREEN, RED, YELLOW, Cell

TEN = [GREEN, YELLOW, RED] * 3 + [GREEN]


@pytest.fixture
def read_column(make_workbook: MakeWorkbook, read: Read) -> Read:
    """Read ten lines with these cells under Status."""

    def read_cells(cells: Any, **given: Any) -> ParsedWorkbook:
        lines = [[f"Indsats {chr(65 + n)}", "ØK", cell] for n, cell in enumerate(cells)]
        return read(make_workbook([["Hele planen, maj 2025"], [], ["Indsats", "Udvalg", "Status"], *lines]), **given)

    return read_cells


def lights(parsed: ParsedWorkbook) -> list[str]:
    return [str(row.shown_light) for row in parsed.rows]


@pytest.mark.parametrize("mark", ["x", "X", "(x)", "✓", "✔", "☑", "☒"])
@pytest.mark.parametrize("marked", [10, 3])
def test_a_mark_on_colours_that_would_close_more_than_a_fifth_of_the_lines_is_asked_about(
    read_column: Read, mark: str, marked: int
) -> None:
    fills = TEN if marked == 10 else [GREEN] * marked + TEN[marked:]
    cells = [Cell(mark if n < marked else None, fill) for n, fill in enumerate(fills)]
    asked = read_column(cells)
    ((kind, value),) = [(issue.kind, issue.value) for issue in asked.issues]
    assert (kind, value) == ("unknown-words", f"'{mark}' ({marked})")
    (question,) = asked.questions
    meant = {choice.value: choice for choice in question.choices}
    assert set(meant) == {"done", "not_reported"}
    answers = {value: [Answer(question.layout, choice.subject, choice.value)] for value, choice in meant.items()}
    assert lights(read_column(cells, answers=answers["done"])).count("done") == marked
    coloured = read_column(cells, answers=answers["not_reported"])
    assert (lights(coloured).count("done"), "not_reported" in lights(coloured)) == (0, False)


@pytest.mark.parametrize("mark", ["x", "✓"])
def test_a_mark_on_a_fifth_of_the_lines_or_without_a_colour_is_done(read_column: Read, mark: str) -> None:
    few = read_column([Cell(mark, GREEN)] * 2 + [Cell(None, fill) for fill in TEN[:8]])
    plain = read_column([mark] * 5 + [Cell(None, fill) for fill in TEN[:5]])
    assert [(lights(each).count("done"), each.questions) for each in (few, plain)] == [(2, ()), (5, ())]


@pytest.mark.parametrize("text", ["ja", "OK", "v", "1", "■", "-", "!"])
def test_what_is_no_mark_for_done_leaves_it_to_the_colour(read_column: Read, text: str) -> None:
    parsed = read_column([Cell(text, fill) for fill in TEN])
    assert (lights(parsed).count("green"), lights(parsed).count("red"), parsed.issues) == (4, 3, ())


def test_a_white_circle_is_not_reported_and_a_coloured_one_is_its_light(read_column: Read) -> None:
    signs = ["⚪", "○", "◯", "⚪️", Cell("○", ink=RED), Cell("⚪", ink=YELLOW)]
    parsed = read_column([*signs, *["🟢"] * 4])
    assert lights(parsed) == ["not_reported"] * 4 + ["red", "yellow"] + ["green"] * 4
    assert not parsed.issues


def test_white_circles_are_no_marks_in_a_column_for_each_light(make_workbook: MakeWorkbook, read: Read) -> None:
    rows = [["A", "●", "○", "○"], ["B", "○", "●", "○"], ["C", "○", "○", "●"], ["D", "○", "○", "○"]]
    parsed = read(make_workbook([["Hele planen, maj 2025"], ["Indsats", "Rød", "Gul", "Grøn"], *rows]))
    assert (lights(parsed), parsed.issues) == (["red", "yellow", "green", "not_reported"], ())


@pytest.mark.parametrize("title", [12, "31.05.2025", "maj 2025", "1.250,5", "Q3 2025", "?"])
def test_a_title_that_is_a_number_or_a_date_is_told(make_workbook: MakeWorkbook, read: Read, title: Any) -> None:
    titles = ["Ny ruteplan", title, "Plan 2025", "Hal 2", "Folketingsvalg 1. maj"]
    rows = [[each, "ØK", Cell(None, GREEN)] for each in titles]
    parsed = read(make_workbook([["Hele planen, maj 2025"], ["Indsats", "Udvalg", "Status"], *rows]))
    assert lights(parsed) == ["green"] * 5
    assert [(issue.kind, issue.cell) for issue in parsed.issues] == [("title-is-number", "A4")]


def test_words_of_a_house_are_asked_about_with_the_nearest_light_proposed(read_column: Read) -> None:
    words = [
        "Rød ↑",
        "Rødt",
        "grønt lys",
        "Orange",
        "GRØN!",
        "Gul (forværret)",
        "n/a",
        "Færdig",
        "-",
        "Fra gul til rød",
    ]
    parsed = read_column(words)
    assert lights(parsed)[:6] == ["red", "red", "green", "yellow", "green", "yellow"]
    assert lights(parsed)[6:] == ["not_reported", "done", "not_reported", "not_reported"]
    assert [(issue.kind, issue.cell) for issue in parsed.issues] == [("half-step", "C13")]
    nearest = {
        "Stoppet": "red",
        "Afventer": "yellow",
        "Sat i bero": "yellow",
        "Udgår": "done",
        "Ej relevant": "not_reported",
    }
    asked = read_column([*nearest, "Ikke rød", "?", "Grøn", "Gul", "Rød"])
    proposed = [
        question.proposed is not None and question.choices[question.proposed].value for question in asked.questions
    ]
    assert proposed == [*nearest.values(), False, False]


@pytest.mark.parametrize(
    ("fill", "told"), [("FFBFBFBF", ["C2", "D3", "E4"]), ("FF4472C4", ["C2", "D3", "E4"]), ("FFFFFFFF", [])]
)
def test_a_column_for_a_light_that_is_filled_in_another_colour_is_never_passed_over(
    make_workbook: MakeWorkbook, read: Read, fill: str, told: list[str]
) -> None:
    lines = [[f"L{n}", "ØK", *(Cell(None, fill if n == place else None) for place in range(3))] for n in range(3)]
    banded = ["L3", *(Cell(None, "FFF2F2F2") for _ in range(4))]
    parsed = read(make_workbook([["Indsats", "Udvalg", "Rød", "Gul", "Grøn"], *lines, banded]))
    assert [issue.cell for issue in parsed.issues if issue.is_error and issue.kind == "unknown-colour"] == told
