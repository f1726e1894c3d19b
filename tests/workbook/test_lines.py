"""Which rows are lines: titles that go on, lines that stand twice, projects and their tasks, and parts of a line."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.styles import Alignment

from dashboard.domain.light import Light
from dashboard.domain.reading_answer import ANY_LAYOUT, Answer
from dashboard.domain.status_row import LinePart
from dashboard.workbook.parse import ParsedWorkbook
from fixture_types import MakeWorkbook, Read
from workbook_maker import GREEN, RED, YELLOW, Cell

HEADING = ["Status på udmøntningsplanen pr. ultimo maj 2025 - hele planen"]
G, Y, R = (Cell(fill=fill) for fill in (GREEN, YELLOW, RED))


@pytest.fixture
def read_table(make_workbook: MakeWorkbook, read: Read) -> Callable[..., tuple[ParsedWorkbook, list[Any]]]:
    """Read one table below the heading; ``answer`` is whether rows that hang under a line are lines."""

    def read_rows(rows: Any, *, answer: Any = None, merge: Any = (), path: Any = None) -> tuple[Any, list[Any]]:
        said = [] if answer is None else [Answer(ANY_LAYOUT, "subtasks", "lines" if answer else "parts")]
        parsed = read(path or make_workbook([HEADING, *rows], merge=merge), answers=said)
        return parsed, list(parsed.questions)

    return read_rows


def lights(parsed: ParsedWorkbook) -> dict[str, str]:
    return {row.title: str(row.shown_light) for row in parsed.rows}


def kinds(parsed: ParsedWorkbook) -> list[tuple[str | None, str]]:
    return [(issue.cell, issue.kind) for issue in parsed.issues]


def parts(parsed: ParsedWorkbook) -> dict[str, list[str]]:
    return {row.title: [part.title for part in row.subtasks] for row in parsed.rows}


# ---- a title that goes on, and a line of its own


@pytest.mark.parametrize("beside", ["22. maj", "Center Syd", 500, Cell("x")])
def test_a_row_with_a_value_of_its_own_is_a_line_whatever_letter_its_title_begins_with(
    make_workbook: MakeWorkbook, read: Read, beside: Any
) -> None:
    rows = [HEADING, ["Indsats", "Center", "Status"], ["Ny ruteplan og", "Center Nord", "Grøn"]]
    parsed = read(make_workbook([*rows, ["samling af vaskerier", beside], ["Haller", "Center Vest", "Rød"]]))
    assert lights(parsed) == {"Ny ruteplan og": "green", "samling af vaskerier": "not_reported", "Haller": "red"}


def test_a_light_of_its_own_makes_a_line_of_a_title_that_begins_small_or_in_brackets(
    make_workbook: MakeWorkbook, read: Read
) -> None:
    rows = [
        HEADING,
        ["Indsats", "Udvalg", "Lys"],
        ["Ny ruteplan,", "ØK", G],
        ["samling", None, R],
        ["(etape 2)", "", Y],
    ]
    assert lights(read(make_workbook(rows))) == {"Ny ruteplan,": "green", "samling": "red", "(etape 2)": "yellow"}


def test_a_lone_title_that_begins_small_below_a_closed_one_is_a_line_that_nobody_reported(
    make_workbook: MakeWorkbook, read: Read
) -> None:
    rows = [
        HEADING,
        ["Indsats", "Udvalg", "Lys"],
        ["Ny ruteplan", "ØK", G],
        ["samling af vaskerier"],
        ["Haller", "ØK", R],
    ]
    parsed = read(make_workbook(rows))
    assert lights(parsed) == {"Ny ruteplan": "green", "samling af vaskerier": "not_reported", "Haller": "red"}


@pytest.mark.parametrize(
    ("above", "below", "title"),
    [
        ("Prognose på voksen-", "handicapområdet", "Prognose på voksen-handicapområdet"),
        ("Samarbejde med", "Region Midtjylland", "Samarbejde med Region Midtjylland"),
        ("Nye haller, veje", "& stier", "Nye haller, veje & stier"),
        ("Nye haller (Allingåbro,", "Ørsted)", "Nye haller (Allingåbro, Ørsted)"),
        ("Ny skole (etape 1", "Grenaa)", "Ny skole (etape 1 Grenaa)"),
        ("Fælles indkøb samt", "lagerstyring", "Fælles indkøb samt lagerstyring"),
        ("Ny ruteplan", "(pilotprojekt)", "Ny ruteplan (pilotprojekt)"),
        ("Procurement of phones together with", "the vendor", "Procurement of phones together with the vendor"),
    ],
)
def test_a_lone_title_goes_on_with_one_that_ends_open(
    make_workbook: MakeWorkbook, read: Read, above: str, below: str, title: str
) -> None:
    rows = [HEADING, ["Indsats", "Udvalg", "Lys"], [above, "ØK", G], [below], ["Haller", "ØK", R]]
    assert lights(read(make_workbook(rows))) == {title: "green", "Haller": "red"}


def test_a_title_goes_on_beside_a_light_and_a_text_that_are_merged_over_both_rows(
    make_workbook: MakeWorkbook, read: Read
) -> None:
    rows = [HEADING, ["Indsats", "Status", "Bemærkning"], ["Prognose på voksen-", "Gul", "Afventer"], ["handicap"]]
    (row,) = read(make_workbook(rows, merge=["B3:B4", "C3:C4"])).rows
    assert (row.title, row.light, row.status_text) == ("Prognose på voksen-handicap", Light.YELLOW, "Afventer")


def test_lines_below_a_light_that_is_merged_over_them_have_it_all(make_workbook: MakeWorkbook, read: Read) -> None:
    rows = [HEADING, ["Indsats", "Status"], ["Ny ruteplan", Y], ["samling"], ["Haller"]]
    assert lights(read(make_workbook(rows, merge=["B3:B5"]))) == dict.fromkeys(
        ["Ny ruteplan", "samling", "Haller"], "yellow"
    )


def test_a_title_that_begins_like_a_note_is_a_line_when_it_has_a_light(make_workbook: MakeWorkbook, read: Read) -> None:
    rows = [HEADING, ["Indsats", "Udvalg", "Lys"], ["Forklaring af nye regler", "ØK", R], ["Haller", "ØK", G]]
    assert lights(read(make_workbook(rows))) == {"Forklaring af nye regler": "red", "Haller": "green"}


def test_a_title_that_begins_with_a_colour_is_a_line_though_only_numbers_stand_beside_it(
    make_workbook: MakeWorkbook, read: Read
) -> None:
    rows = [HEADING, ["Indsats", "Udvalg", "Lys", "2025"], ["Grøn omstilling", None, None, 500], ["Haller", "ØK", R, 1]]
    parsed = read(make_workbook([*rows, ["Grønne indsatser", None, None, 1]]))
    assert lights(parsed) == {"Grøn omstilling": "not_reported", "Haller": "red"}


LISTS = {
    "counted": [["Lys", "Antal"], ["Grøn", 1], ["Gul", 0], ["Rød", 1]],
    "beside each other": [[Cell("Grøn", GREEN), Cell("Gul", YELLOW), Cell("Rød", RED)]],
    "explained": [[Cell("Grøn", GREEN), "Alt vel"], [Cell("Rød", RED), "Kræver handling"]],
}


@pytest.mark.parametrize("below", LISTS.values(), ids=LISTS.keys())
def test_a_list_of_lights_below_the_lines_holds_none(make_workbook: MakeWorkbook, read: Read, below: Any) -> None:
    rows = [HEADING, ["Nr.", "Indsats", "Udvalg", "Lys"], [1, "Ny ruteplan", "ØK", G], [2, "Haller", "ØK", R], []]
    assert lights(read(make_workbook([*rows, *below]))) == {"Ny ruteplan": "green", "Haller": "red"}


# ---- the same title more than once


def test_rows_below_one_merged_title_that_say_different_things_are_an_error(
    make_workbook: MakeWorkbook, read: Read
) -> None:
    rows = [
        HEADING,
        ["Indsats", "Ansvarlig", "Status"],
        ["Ny hal", "Bo", "Afsluttet"],
        [None, "Eva"],
        [None, "Ib", "Gul"],
    ]
    parsed = read(make_workbook([*rows, ["Arkiv", "Bo", "Grøn"]], merge=["A3:A5"]))
    assert lights(parsed) == {"Ny hal": "not_reported", "Arkiv": "green"}
    assert ("C3", "unlike-parts") in kinds(parsed)


@pytest.mark.parametrize(
    ("first", "second"), [("Afsluttet", None), ("Grøn", None), ("Grøn", "Afsluttet"), (None, "Gul")]
)
def test_one_title_in_two_rows_that_say_different_things_is_an_error_that_names_them(
    make_workbook: MakeWorkbook, read: Read, first: str | None, second: str | None
) -> None:
    rows = [
        HEADING,
        ["Indsats", "Udvalg", "Status"],
        ["Arkiv", "ØK", first],
        ["Arkiv", "ØK", second],
        ["B", "ØK", "Gul"],
    ]
    parsed = read(make_workbook(rows))
    assert lights(parsed) == {"Arkiv": "not_reported", "B": "yellow"}
    (found,) = [issue for issue in parsed.issues if issue.is_error]
    assert found.kind == "unlike-parts"
    assert all(said in found.message for said in ("celle C3: ", "celle C4: ", str(first or second).lower()))


def test_one_title_with_one_light_and_two_texts_is_an_error_that_says_what_differs(
    make_workbook: MakeWorkbook, read: Read
) -> None:
    rows = [
        HEADING,
        ["Indsats", "Ansvarlig", "Status", "2025"],
        ["Arkiv", "Bo", "Grøn", 5],
        ["Arkiv", "Eva", "Grøn", 7],
    ]
    (found,) = read(make_workbook(rows)).issues
    assert found.kind == "unlike-parts"
    assert "ikke samme ansvarlig; ikke samme beløb" in found.message


def test_three_rows_of_one_line_with_two_lights_have_none_of_them(make_workbook: MakeWorkbook, read: Read) -> None:
    rows = [HEADING, ["Indsats", "Status"], ["Arkiv", "Grøn"], ["Arkiv", "Rød"], ["Arkiv", "Grøn"]]
    parsed = read(make_workbook(rows))
    assert lights(parsed) == {"Arkiv": "not_reported"}
    assert kinds(parsed) == [("B4", "line-with-two-lights")]


def test_a_line_with_its_light_on_one_of_two_sheets_is_never_said_to_have_the_same_status(
    make_workbook: MakeWorkbook, read: Read
) -> None:
    head = ["Indsats", "Udvalg", "Status"]
    sheets = {
        "Del 1": [HEADING, head, ["Ny ruteplan", "BUU", "Grøn"], ["Vaskerier", "BUU"]],
        "Del 2": [HEADING, head, ["Ny ruteplan", "BUU", "Grøn"], ["Vaskerier", "BUU", "Rød"]],
    }
    parsed = read(make_workbook(sheets=sheets))
    assert lights(parsed) == {"Ny ruteplan": "green", "Vaskerier": "red"}
    said = {issue.value: (issue.kind, issue.message) for issue in parsed.issues}
    assert said["Ny ruteplan"][0] == "duplicate-line"
    assert said["Vaskerier"][0] == "light-on-one-sheet"
    assert "samme status" not in said["Vaskerier"][1]
    assert "Del 1, celle C4: ikke indberettet; celle C4: rød" in said["Vaskerier"][1]


# ---- projects and their tasks

TASKS = ["Projekt", "Opgave", "Status"]
PROJECT_LINES = {
    "Ny hal: Udbud": "green", "Ny hal: Projektering": "yellow", "Ny skole: Udbud": "red", "Ny vej: Udbud": "green",
}  # fmt: skip


@pytest.mark.parametrize(
    ("projects", "merge"),
    [(["Ny hal", "Ny hal", "Ny skole", "Ny vej"], []), (["Ny hal", None, "Ny skole", "Ny vej"], ["A3:A4"]),
     (["Ny hal", None, "Ny skole", "Ny vej"], [])],
    ids=["in every row", "merged", "in the first row of each"],
)  # fmt: skip
def test_a_task_is_called_by_its_project_and_its_own_title(
    read_table: Callable[..., tuple[ParsedWorkbook, list[Any]]], projects: Any, merge: Any
) -> None:
    tasks = [["Udbud", G], ["Projektering", Y], ["Udbud", R], ["Udbud", G]]
    rows = [[project, *task] for project, task in zip(projects, tasks, strict=True)]
    parsed, asked = read_table([TASKS, *rows], merge=merge)
    assert lights(parsed) == PROJECT_LINES
    assert (kinds(parsed), asked) == ([], [])


def test_a_project_in_a_row_of_its_own_without_light_is_the_heading_of_its_tasks(
    read_table: Callable[..., tuple[ParsedWorkbook, list[Any]]],
) -> None:
    rows = [TASKS, ["Ny hal"], [None, "Udbud", G], [None, "Projektering", Y], ["Ny skole"], [None, "Udbud", R]]
    parsed, asked = read_table([*rows, ["Ny vej"], [None, "Udbud", G]])
    assert lights(parsed) == PROJECT_LINES
    assert (kinds(parsed), asked) == ([], [])


def test_a_task_without_a_project_where_each_row_has_its_own_stands_alone(
    read_table: Callable[..., tuple[ParsedWorkbook, list[Any]]],
) -> None:
    rows = [["Ny hal", "Udbud", G], ["Ny hal", "Drift", Y], [None, "Arkiv", R], ["Depot R101", "Depot", G]]
    parsed, _ = read_table([TASKS, *rows])
    assert [(row.title, row.code) for row in parsed.rows] == [
        ("Ny hal: Udbud", None), ("Ny hal: Drift", None), ("Arkiv", None), ("Depot", "R101"),
    ]  # fmt: skip


def test_a_project_with_a_light_of_its_own_is_a_line_and_its_tasks_are_its_parts(
    read_table: Callable[..., tuple[ParsedWorkbook, list[Any]]],
) -> None:
    rows = [["Ny hal", None, Y], [None, "Udbud", G], [None, "Drift", R], ["Ny skole", "Udbud", G]]
    parsed, asked = read_table([TASKS, *rows])
    assert lights(parsed) == {"Ny hal": "yellow", "Ny skole: Udbud": "green"}
    assert parts(parsed)["Ny hal"] == ["Udbud", "Drift"]
    assert len(asked) == 1


def test_a_tema_ends_the_project_above_it(read_table: Callable[..., tuple[ParsedWorkbook, list[Any]]]) -> None:
    rows = [["Ny hal", "Udbud", G], ["Partnerskaber"], [None, "Aftale", R]]
    parsed, _ = read_table([TASKS, *rows])
    assert [(row.title, row.tema) for row in parsed.rows] == [("Ny hal: Udbud", None), ("Aftale", "Partnerskaber")]


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


# ---- what stands in front of a title, and below the lines


def test_a_star_before_a_title_with_a_light_loses_no_line_and_a_lone_star_is_a_footnote(
    read_table: Callable[..., tuple[ParsedWorkbook, list[Any]]],
) -> None:
    head = ["Indsats", "Ansvarlig", "Status"]
    lines = [["Ny ruteplan", "A", G], ["*Samling af vaskerier", "A", Y], ["Haller", "A", G]]
    parsed, asked = read_table([head, *lines, [], ["* tværgående indsats"]])
    assert lights(parsed) == {"Ny ruteplan": "green", "*Samling af vaskerier": "yellow", "Haller": "green"}
    assert not asked


def test_rows_with_a_star_and_a_space_may_be_parts_and_are_asked_about(
    read_table: Callable[..., tuple[ParsedWorkbook, list[Any]]],
) -> None:
    rows = [["Indsats", "Ansvarlig", "Status"], ["Ny ruteplan", "A", G], ["* Digital post", "A", R], ["Haller", "A", G]]
    parsed, asked = read_table(rows)
    assert (len(asked), kinds(parsed)) == (1, [("C4", "which-subtasks")])
    assert len(read_table(rows, answer=True)[0].rows) == 3


@pytest.mark.parametrize(
    "notes",
    [
        ["Sendes til Lene senest den 25."],
        ["Næste frist for indberetning: 25. juni", "Sendes til Lene"],
        ["Opdateres hver måned"],
        ["Frist 25/6"],
        ["Listen går videre til centerchefer og direktion efter mødet i juni"],
    ],
)
def test_a_note_right_below_the_last_line_is_no_line_and_told(
    read_table: Callable[..., tuple[ParsedWorkbook, list[Any]]], notes: list[str]
) -> None:
    lines = [["Ny ruteplan", "BUU", G], ["Samling af vaskerier", "BUU", Y], ["Haller", "BUU", G]]
    parsed, _ = read_table([["Indsats", "Udvalg", "Status"], *lines, *([note] for note in notes)])
    assert [row.title for row in parsed.rows] == ["Ny ruteplan", "Samling af vaskerier", "Haller"]
    assert kinds(parsed) == [(f"A{place}", "read-as-note") for place in range(6, 6 + len(notes))]


@pytest.mark.parametrize(
    "title",
    ["Digital post", "Digital post til foreninger i hele kommunen", "Fælles indkøb", "Etape 2025/26", "1.2 Udbud"],
)
def test_a_lone_title_right_below_the_last_line_is_a_line_that_nobody_reported(
    read_table: Callable[..., tuple[ParsedWorkbook, list[Any]]], title: str
) -> None:
    lines = [["Ny ruteplan for skolebusser", "BUU", G], ["Samling af vaskerier", "BUU", Y], [title]]
    parsed, _ = read_table([["Indsats", "Udvalg", "Status"], *lines])
    assert lights(parsed)[title] == "not_reported"


def test_a_lone_title_written_like_the_others_is_a_line_although_it_has_a_colon(
    read_table: Callable[..., tuple[ParsedWorkbook, list[Any]]],
) -> None:
    lines = [["Haller: etape 1", "BUU", G], ["Haller: etape 2", "BUU", Y], ["Haller: etape 3"]]
    assert len(read_table([["Indsats", "Udvalg", "Status"], *lines])[0].rows) == 3


@pytest.mark.parametrize("heading", ["Forklaring", "Farver", "Farvernes betydning"])
def test_a_legend_below_the_table_holds_no_lines_whatever_its_words(
    read_table: Callable[..., tuple[ParsedWorkbook, list[Any]]], heading: str
) -> None:
    lines = [["Ny ruteplan", "BUU", G], ["Samling af vaskerier", "BUU", Y], ["Haller", "BUU", R]]
    legend = [[], [heading], ["Alt vel", None, G], ["Udfordringer", None, Y], ["Zoom ind", None, R]]
    parsed, _ = read_table([["Indsats", "Udvalg", "Status"], *lines, *legend])
    assert [row.title for row in parsed.rows] == ["Ny ruteplan", "Samling af vaskerier", "Haller"]


def test_lines_with_lights_below_a_gap_and_a_heading_are_lines(
    read_table: Callable[..., tuple[ParsedWorkbook, list[Any]]],
) -> None:
    lines = [["Ny ruteplan", "BUU", G], ["Haller", "BUU", R], [], [Cell("Nye forslag", bold=True)]]
    parsed, _ = read_table([["Indsats", "Udvalg", "Status"], *lines, ["Digital post", None, G], ["Busser", None, Y]])
    assert list(lights(parsed)) == ["Ny ruteplan", "Haller", "Digital post", "Busser"]


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
