"""Parts of a line: how they are known, that they hang under it, and that they are never counted."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.styles import Alignment

from dashboard.domain.light import Light
from dashboard.domain.status_row import LinePart
from dashboard.workbook.parsed import ParsedWorkbook
from table_reading import HEADING, kinds, lights, parts
from workbook_maker import GREEN, RED, YELLOW, Cell

G, Y, R = (Cell(fill=fill) for fill in (GREEN, YELLOW, RED))


# ---- parts of a line

NUMBERED: list[list[Any]] = [
    ["Nr.", "Indsats", "Status"], ["1", "Ny ruteplan", G], ["1.1", "Udbud", Y], ["1.2", "Kontrakt", G],
    ["2", "Vaskerier", R], ["2.1", "Analyse", Cell("Rød", RED)],
]  # fmt: skip


def without_numbers(rows: Any, *, written: Any) -> list[Any]:
    """Write the numbers of rows otherwise: in the title, or as something that only the parts have."""
    return [[rows[0][1], "Status"], *([written(number, title), light] for number, title, light in rows[1:])]


HANGING = {
    "a column of numbers": NUMBERED,
    "numbers in cells": [[float(n) if "." in n else n, *rest] if n != "Nr." else [n, *rest] for n, *rest in NUMBERED],
    "letters": [
        [n.replace(".1", "a").replace(".2", "b"), *rest] if n != "Nr." else [n, *rest] for n, *rest in NUMBERED
    ],
    "numbers in titles": without_numbers(NUMBERED, written=lambda n, title: f"{n} {title}"),
    "dashes": without_numbers(NUMBERED, written=lambda n, title: f"- {title}" if "." in n else title),
    "bullets": without_numbers(NUMBERED, written=lambda n, title: f"•{title}" if "." in n else title),
    "spaces": without_numbers(NUMBERED, written=lambda n, title: f"   {title}" if "." in n else title),
    "tabs": without_numbers(NUMBERED, written=lambda n, title: f"\t{title}" if "." in n else title),
}


@pytest.mark.parametrize("rows", HANGING.values(), ids=HANGING.keys())
def test_parts_hang_under_their_line_and_are_not_counted_and_it_is_told_once(
    read_table: Callable[..., tuple[ParsedWorkbook, list[Any]]], rows: Any
) -> None:
    parsed, asked = read_table(rows)
    assert lights(parsed) == {"Ny ruteplan": "green", "Vaskerier": "red"}
    assert parts(parsed) == {"Ny ruteplan": ["Udbud", "Kontrakt"], "Vaskerier": ["Analyse"]}
    (told,) = [issue for issue in parsed.issues if issue.kind == "subtasks"]
    column = "C" if len(rows[0]) == 3 else "B"
    assert told.message.startswith(
        f"3 rækker ({column}4, {column}5, {column}7) er læst som dele af indsatsen over dem."
    )
    ((cell, values, proposed),) = [(q.cell, [c.value for c in q.choices], q.proposed) for q in asked]
    assert (cell, values, proposed) == (told.cell, ["parts", "lines"], 0)


@pytest.mark.parametrize("how", ["indent", "outline", "outline above its line"])
def test_parts_are_known_by_an_indent_or_an_outline(
    tmp_path: Path, read_table: Callable[..., tuple[ParsedWorkbook, list[Any]]], how: str
) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    rows = [
        ("Ny ruteplan", "Grøn", 0),
        ("Udbud", "Gul", 1),
        ("Kontrakt", "Grøn", 1),
        ("Vaskerier", "Rød", 0),
        ("Analyse", "Rød", 1),
    ]
    if how == "outline above its line":
        rows = [rows[number] for number in (1, 2, 0, 4, 3)]
    for row in (HEADING, ["Indsats", "Status"], *([title, light] for title, light, _ in rows)):
        sheet.append(row)
    for number, (_, _, level) in enumerate(rows, start=3):
        if how == "indent":
            sheet.cell(number, 1).alignment = Alignment(indent=level)
        else:
            sheet.row_dimensions[number].outlineLevel = level
    book.save(tmp_path / "a.xlsx")
    parsed, asked = read_table([], path=tmp_path / "a.xlsx")
    assert lights(parsed) == {"Ny ruteplan": "green", "Vaskerier": "red"}
    assert parts(parsed) == {"Ny ruteplan": ["Udbud", "Kontrakt"], "Vaskerier": ["Analyse"]}
    assert [question.proposed for question in asked] == [0]


def test_a_part_keeps_its_light_its_text_and_whether_it_is_done(
    read_table: Callable[..., tuple[ParsedWorkbook, list[Any]]],
) -> None:
    head = ["Nr.", "Indsats", "Status", "Afsluttet", "Bemærkning"]
    rows = [
        ["1", "Ny ruteplan", G],
        ["1.1", "Udbud", Y, None, "Klage"],
        ["1.2", "Kontrakt", None, "X"],
        ["2", "Hal", G],
    ]
    parsed, _ = read_table([head, *rows])
    assert parsed.rows[0].subtasks == (
        LinePart("Udbud", "C4", Light.YELLOW, text="Klage"),
        LinePart("Kontrakt", "C5", done=True),
    )


def test_parts_are_lines_when_that_is_answered_and_parts_without_a_word_when_that_is(
    read_table: Callable[..., tuple[ParsedWorkbook, list[Any]]],
) -> None:
    counted, asked = read_table(NUMBERED, answer=True)
    assert list(lights(counted)) == ["Ny ruteplan", "Udbud", "Kontrakt", "Vaskerier", "Analyse"]
    assert (kinds(counted), asked) == ([], [])
    hung, asked = read_table(NUMBERED, answer=False)
    assert parts(hung) == {"Ny ruteplan": ["Udbud", "Kontrakt"], "Vaskerier": ["Analyse"]}
    assert (kinds(hung), asked) == ([], [])


def test_a_line_that_nobody_reported_among_others_keeps_its_parts(
    read_table: Callable[..., tuple[ParsedWorkbook, list[Any]]],
) -> None:
    rows = [*NUMBERED[:4], ["2", "Vaskerier"], NUMBERED[5]]
    parsed, asked = read_table(rows)
    assert lights(parsed) == {"Ny ruteplan": "green", "Vaskerier": "not_reported"}
    assert [question.proposed for question in asked] == [0]


ALIKE = {
    "numbers over temaer": [["1.1", "A", G], ["1.2", "B", R], ["2.1", "C", G], ["2.2", "D", Y]],
    "numbers 1.1 to 1.4": [["1.1", "A", G], ["1.2", "B", R], ["1.3", "C", G], ["1.4", "D", Y]],
    "dashes": [[None, "- A", G], [None, "- B", R], [None, "- C", G], [None, "- D", Y]],
    "spaces": [[None, "   A", G], [None, "   B", R], [None, "   C", G], [None, "   D", Y]],
    "one stray space": [[None, "A", G], [None, " B", R], [None, "C", G], [None, " D", Y]],
    "running numbers": [["1", "A", G], ["2", "B", R], ["3", "C", G], ["4", "D", Y]],
}


@pytest.mark.parametrize("rows", ALIKE.values(), ids=ALIKE.keys())
def test_rows_on_one_level_are_lines(read_table: Callable[..., tuple[ParsedWorkbook, list[Any]]], rows: Any) -> None:
    parsed, asked = read_table([["Nr.", "Indsats", "Status"], *rows])
    assert [row.title.strip("- ") for row in parsed.rows] == ["A", "B", "C", "D"]
    assert (kinds(parsed), asked) == ([], [])


def test_numbered_rows_without_light_or_values_are_headings_of_the_lines_below_them(
    read_table: Callable[..., tuple[ParsedWorkbook, list[Any]]],
) -> None:
    rows = [
        ["1", "Ruter"],
        ["1.1", "Ny ruteplan", G],
        ["1.2", "Vaskerier", R],
        ["2", "Partnerskaber"],
        ["2.1", "Hal", Y],
    ]
    parsed, asked = read_table([["Nr.", "Indsats", "Status"], *rows])
    assert [(row.title, row.tema, str(row.light)) for row in parsed.rows] == [
        ("Ny ruteplan", None, "green"), ("Vaskerier", None, "red"), ("Hal", "Partnerskaber", "yellow"),
    ]  # fmt: skip
    assert (kinds(parsed), asked) == ([("B3", "unknown-section")], [])


def test_parts_of_the_lines_below_numbered_headings_are_parts(
    read_table: Callable[..., tuple[ParsedWorkbook, list[Any]]],
) -> None:
    rows = [["1", "Ruter"], ["1.1", "Ny ruteplan", G], ["1.1.1", "Udbud", Y], ["2", "Anlæg"], ["2.1", "Hal", R]]
    parsed, _ = read_table([["Nr.", "Indsats", "Status"], *rows])
    assert parts(parsed) == {"Ny ruteplan": ["Udbud"], "Hal": []}


DOUBTFUL = {
    "a line with values, no light": [["1", "Ruter", None, "Bo"], ["1.1", "Udbud", G, "Eva"], ["2", "Hal", None, "Ib"]],
    "nothing is reported": [["1", "Ruter"], ["1.1", "Udbud"], ["2", "Hal", None, "Ib"]],
    "one line among headings": [["1", "Ruter"], ["1.1", "Ny ruteplan", G], ["2", "Hal", R]],
    "every row is counted on": [["1", "Ny ruteplan", G], ["2", "- Udbud", Y], ["3", "Hal", R]],
    "a part before any line": [[None, "- Udbud", G], [None, "Ny ruteplan", Y], [None, "- Kontrakt", R]],
}  # fmt: skip


@pytest.mark.parametrize("rows", DOUBTFUL.values(), ids=DOUBTFUL.keys())
def test_where_lines_and_parts_cannot_be_told_apart_it_is_asked_and_nothing_is_lost(
    read_table: Callable[..., tuple[ParsedWorkbook, list[Any]]], rows: Any
) -> None:
    parsed, asked = read_table([["Nr.", "Indsats", "Status", "Ansvarlig"], *rows])
    assert len(parsed.rows) == 3
    (found,) = [issue for issue in parsed.issues if issue.is_error]
    ((cell, proposed),) = [(question.cell, question.proposed) for question in asked]
    assert (found.kind, found.cell, proposed) == ("which-subtasks", cell, None)


# ---- more ways to write that a row is a part


@pytest.mark.parametrize(
    "written",
    [
        ("1) Ny ruteplan", "1.a Udbud", "1.b Kontrakt", "2) Vaskerier", "2.a Flytning"),
        ("Ny ruteplan", "o Udbud", "o Kontrakt", "Vaskerier", "o Flytning"),
        ("Ny ruteplan", "Delopgave: Udbud", "Delopgave: Kontrakt", "Vaskerier", "Delopgave: Flytning"),
        ("Ny ruteplan", "Delopgave 1: Udbud", "Delopgave 2: Kontrakt", "Vaskerier", "Delopgave 1: Flytning"),
        ("Ny ruteplan", "i) Udbud", "ii) Kontrakt", "Vaskerier", "iv) Flytning"),
        ("Ny ruteplan", "heraf: Udbud", "Heraf Kontrakt", "Vaskerier", "heraf: Flytning"),
    ],
)
def test_rows_written_as_parts_are_parts_of_the_line_above(
    read_table: Callable[..., tuple[ParsedWorkbook, list[Any]]], written: tuple[str, str, str, str, str]
) -> None:
    rows = [[title, "A", light] for title, light in zip(written, (G, Y, G, R, R), strict=True)]
    parsed, asked = read_table([["Indsats", "Ansvarlig", "Status"], *rows])
    assert [len(row.subtasks) for row in parsed.rows] == [2, 1]
    assert len(asked) == 1
    assert [part.title for row in parsed.rows for part in row.subtasks][-1].endswith("Flytning")


def test_numbers_with_a_dash_in_their_own_column_make_parts(
    read_table: Callable[..., tuple[ParsedWorkbook, list[Any]]],
) -> None:
    rows = [["1", "Ny ruteplan", G], ["1-1", "Udbud", Y], ["1-2", "Kontrakt", G], ["2", "Haller", R], ["2-1", "Tag", R]]
    parsed, asked = read_table([["Nr.", "Indsats", "Status"], *rows])
    assert parts(parsed) == {"Ny ruteplan": ["Udbud", "Kontrakt"], "Haller": ["Tag"]}
    assert len(asked) == 1


def test_numbers_that_excel_made_into_dates_are_an_error(
    read_table: Callable[..., tuple[ParsedWorkbook, list[Any]]],
) -> None:
    rows = [[1, "Ny ruteplan", G], [date(2025, 1, 1), "Udbud", Y], [date(2025, 2, 1), "Kontrakt", G], [2, "Haller", R]]
    parsed, _ = read_table([["Nr", "Indsats", "Status"], *rows])
    assert kinds(parsed) == [("A4", "number-became-date")]
    assert [issue.is_error for issue in parsed.issues] == [True]


TOLD = ["Udbuddet er sendt ud i uge 20.", "Vi afventer svar fra ministeriet.", "Der mangler stadig en leder."]


def test_sentences_that_stand_alone_below_lines_are_asked_about_and_no_lines_in_silence(
    read_table: Callable[..., tuple[ParsedWorkbook, list[Any]]],
) -> None:
    lines = [["Ny ruteplan", "ØK", G], ["Vaskerier", "ØK", Y], ["Taskforce", "VPU", R]]
    rows = [
        ["Indsats", "Udvalg", "Status"],
        *(row for line, text in zip(lines, TOLD, strict=True) for row in (line, [text])),
    ]
    rows += [["Kystsikring", "ØK", G]]
    assert [question.text for question in read_table(rows)[1]] == [
        "3 rækker (C4, C6, C8) står under en anden indsats. Hvad er de?"
    ]
    parsed, _ = read_table(rows, answer=False)
    assert [row.title for row in parsed.rows] == ["Ny ruteplan", "Vaskerier", "Taskforce", "Kystsikring"]
    assert [part.title for row in parsed.rows for part in row.subtasks] == TOLD
    told = [
        ["Indsats", "Udvalg", "Status"],
        *([f"{text} Og {n}.", "ØK", G] for n, text in enumerate(TOLD)),
        *([text] for text in TOLD),
    ]
    assert read_table(told)[1] == []
