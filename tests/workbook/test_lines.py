"""Which rows are lines: titles that go on, lines that stand twice, projects and their tasks, and what stands around."""

from collections.abc import Callable
from typing import Any

import pytest

from dashboard.domain.light import Light
from dashboard.workbook.parsed import ParsedWorkbook
from fixture_types import MakeWorkbook, Read
from table_reading import HEADING, kinds, lights, parts
from workbook_maker import GREEN, RED, YELLOW, Cell

G, Y, R = (Cell(fill=fill) for fill in (GREEN, YELLOW, RED))


# ---- the sign for the same as above


@pytest.mark.parametrize("sign", ['-"-', "”", "- „ -", "do.", "-||-", "Samme"])
def test_the_sign_for_the_same_is_what_the_line_above_says_but_never_its_light(
    make_workbook: MakeWorkbook, read: Read, sign: str
) -> None:
    head = ["Indsats", "Udvalg", "Ansvarlig", "Afsluttet (X)", "Status"]
    above = [["Vej", "ØK, KB", "NN", "X", "Grøn"], ["Anlægsprojekter"]]
    parsed = read(
        make_workbook([HEADING, head, *above, ["Bro", sign, sign, None, "Gul"], ["Hal", sign, sign, sign, sign]])
    )
    _, bro, hal = parsed.rows
    assert (bro.udvalg, bro.responsible, bro.cells["udvalg"]) == (("ØK", "KB"), "NN", "B3")
    assert (hal.udvalg, hal.responsible, hal.shown_light, hal.done) == (("ØK", "KB"), "NN", Light.NOT_REPORTED, False)
    assert kinds(parsed) == [("D6", "unreadable-done"), ("E6", "unknown-light")]


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
