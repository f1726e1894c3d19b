"""A workbook with a sheet for each month becomes its months: all of them in one transaction, or one that is chosen."""

from collections.abc import Callable
from typing import Any

import pytest

from dashboard import queries
from dashboard.domain.month import Month
from dashboard.domain.reading_answer import ALL_MONTHS, ANY_LAYOUT, MONTHS, Answer
from dashboard.domain.scope import PLAN, Scope
from dashboard.intake import (
    LinkError,
    Received,
    decide,
    preview_workbook,
    receive_workbook,
    verify,
    withdraw_revision,
)
from dashboard.intake.trace import trace
from dashboard.queries import Selection
from dashboard.records import forget_answer
from dashboard.store.database import Database
from fixture_types import MakeWorkbook, one_row
from month_sheets import FIRST, LAST, TITLES, month_sheet, month_sheets, renamed
from workbook_maker import GREEN, Cell

ALL = Answer(ANY_LAYOUT, MONTHS, ALL_MONTHS)
NOVEMBER = Month(2025, 11)


@pytest.fixture
def receive(database: Database, make_workbook: MakeWorkbook) -> Callable[..., Received]:
    def receive_sheets(sheets: Any, *answers: Answer, name: str = "Historik.xlsx", **options: Any) -> Received:
        content = make_workbook(sheets=sheets, name=name).read_bytes()
        return receive_workbook(database, content, name, answers=answers, by="anna", **options)

    return receive_sheets


def stored(database: Database) -> list[tuple[str, int]]:
    found = database.cursor().execute("SELECT month, revision FROM snapshot ORDER BY month, revision")
    return [(month, revision) for month, revision in found.fetchall()]


def told(received: Received) -> list[tuple[str, str | None, str | None]]:
    return [(found.kind, found.sheet, found.cell) for found in received.receipt.issues]


def tables(database: Database) -> dict[str, list[Any]]:
    """Give what pages are asked from, and what it rests on."""
    asked = {
        name: f"FROM {name} ORDER BY ALL" for name in ("line_month", "status", "amount", "indsats", "indsats_name")
    }
    asked["snapshot"] = "SELECT snapshot_id, plan, month, scope, revision, is_example FROM snapshot ORDER BY ALL"
    return {name: database.cursor().execute(question).fetchall() for name, question in asked.items()}


def test_24_months_in_one_workbook_give_the_same_as_the_months_imported_one_by_one(
    database: Database, receive: Callable[..., Received], other_database: Database, make_workbook: MakeWorkbook
) -> None:
    assert receive(month_sheets(), ALL).receipt.accepted
    for name, rows in reversed(month_sheets().items()):
        content = make_workbook(rows, sheet=name).read_bytes()
        assert receive_workbook(other_database, content, f"{name}.xlsx", by="anna").receipt.accepted
    assert [month for month, _ in stored(database)] == [str(FIRST.plus(n)) for n in range(24)]
    assert tables(database) == tables(other_database)
    for month in (FIRST, NOVEMBER, LAST):
        selection = Selection(month, month.plus(-1), PLAN)
        for ask in (queries.light_counts, queries.changes):
            assert ask(database.cursor(), selection) == ask(other_database.cursor(), selection)
    assert verify(database) == []


def test_nothing_is_saved_before_it_is_said_whether_one_month_or_all_are_meant(
    database: Database, receive: Callable[..., Received]
) -> None:
    received = receive(month_sheets(Month(2024, 3)))
    assert told(received) == [("which-sheet", None, None)]
    (question,) = received.receipt.questions
    assert question.text == (
        "Projektmappen har et ark for hver måned: Marts 2024, Februar 2024 og Januar 2024. "
        "Vil du indlæse én måned eller alle?"
    )
    assert [(each.value, each.name) for each in question.choices] == [
        ("all", "Alle måneder (3), hver for sig"),
        ("2024-03", "Kun marts 2024"),
    ]
    assert not received.receipt.accepted
    assert stored(database) == []


def test_each_month_is_seen_beside_the_one_before_it_and_nothing_is_saved_by_looking(
    database: Database, make_workbook: MakeWorkbook
) -> None:
    content = make_workbook(sheets=month_sheets(Month(2024, 4))).read_bytes()
    months = preview_workbook(database, content, "Historik.xlsx").months
    assert [str(each.receipt.month) for each in months] == ["2024-01", "2024-02", "2024-03", "2024-04"]
    assert [len(each.receipt.rows) for each in months] == [7, 7, 7, 7]
    assert [str(each.compared.month) for each in months if each.compared] == ["2024-01", "2024-02", "2024-03"]
    assert months[1].compared is not None
    named = {kind: [line.name for line in months[1].compared.difference.of_kind(kind)] for kind in ("new", "gone")}
    assert named == {"new": [TITLES[6]], "gone": [TITLES[5]]}
    assert (stored(database), verify(database)) == ([], [])


def test_an_error_in_one_month_keeps_all_from_being_saved_unless_errors_are_accepted(
    database: Database, receive: Callable[..., Received]
) -> None:
    sheets = month_sheets(Month(2024, 3))
    sheets["Februar 2024"][4][2] = Cell("Rød", GREEN)
    received = receive(sheets, ALL)
    assert ("Februar 2024", "C5") in [(sheet, cell) for _, sheet, cell in told(received)]
    assert (received.receipt.accepted, stored(database)) == (False, [])
    assert receive(sheets, ALL, accept_errors=True).receipt.accepted
    assert [month for month, _ in stored(database)] == ["2024-01", "2024-02", "2024-03"]


def test_a_month_more_saves_that_month_alone(database: Database, receive: Callable[..., Received]) -> None:
    receive(month_sheets(Month(2024, 3)), ALL)
    received = receive(month_sheets(Month(2024, 4)), ALL)
    assert [each.is_stored for each in received.preview.months] == [True, True, True, False]
    assert stored(database) == [("2024-01", 1), ("2024-02", 1), ("2024-03", 1), ("2024-04", 1)]


def test_a_changed_month_becomes_a_revision_and_an_old_one_does_not_undo_a_correction(
    database: Database, receive: Callable[..., Received]
) -> None:
    sheets = month_sheets(Month(2024, 3))
    receive(sheets, ALL)
    corrected = month_sheet(Month(2024, 1))
    corrected[3][2] = Cell("Rød")
    receive({"Januar 2024": corrected}, name="Januar 2024 rettet.xlsx")
    sheets["Februar 2024"][3][3] = "Ny tekst"
    received = receive(sheets, ALL)
    assert [each.is_stored for each in received.preview.months] == [True, False, True]
    assert stored(database) == [("2024-01", 1), ("2024-01", 2), ("2024-02", 1), ("2024-02", 2), ("2024-03", 1)]


def test_one_month_can_be_withdrawn_and_comes_back_with_the_workbook(
    database: Database, receive: Callable[..., Received]
) -> None:
    receive(month_sheets(Month(2024, 3)), ALL)
    withdraw_revision(database, Month(2024, 2), PLAN, 1, "Forkert ark")
    assert [each.is_stored for each in receive(month_sheets(Month(2024, 3)), ALL).preview.months] == [True, False, True]
    assert ("2024-02", 2) in stored(database)
    assert verify(database) == []


def test_a_light_leads_to_its_months_sheet_in_the_one_workbook_that_is_kept(
    database: Database, receive: Callable[..., Received]
) -> None:
    receive(month_sheets(Month(2024, 3)), ALL)
    line = queries.lines(database.cursor(), Selection(Month(2024, 2), None, PLAN)).iloc[0]
    found = trace(database.cursor(), int(line["snapshot_id"]), int(line["indsats_id"]))
    assert found is not None
    assert (found.reading.file_name, found.reading.sheet) == ("Historik.xlsx", "Februar 2024")
    assert one_row(database.cursor().execute("SELECT count(*) FROM workbook")) == (1,)


def test_one_month_of_it_can_be_chosen(database: Database, receive: Callable[..., Received]) -> None:
    assert receive(month_sheets(Month(2024, 3)), month=Month(2024, 2)).receipt.accepted
    assert stored(database) == [("2024-02", 1)]


def test_that_all_are_meant_is_remembered_for_the_headings_and_can_be_forgotten(
    database: Database, receive: Callable[..., Received]
) -> None:
    receive(month_sheets(Month(2024, 3)), ALL)
    assert receive(month_sheets(Month(2024, 5)), name="Igen.xlsx").receipt.accepted
    assert len(stored(database)) == 5
    (answer,) = queries.reading_answers(database.cursor())
    assert answer.said == "Har en fil et ark eller en tabel for hver måned, indlæses alle månederne, hver for sig"
    assert forget_answer(database, answer.answer_id, by="anna")
    assert not receive(month_sheets(Month(2024, 6)), name="Tredje.xlsx").receipt.accepted
    assert verify(database) == []


def test_what_is_remembered_does_not_overrule_the_month_that_a_file_is_called(
    database: Database, receive: Callable[..., Received]
) -> None:
    receive(month_sheets(Month(2024, 3)), ALL)
    receive(month_sheets(Month(2024, 5)), name="Status maj 2024.xlsx")
    assert [month for month, _ in stored(database)] == ["2024-01", "2024-02", "2024-03", "2024-05"]
    receive(month_sheets(Month(2024, 5)), ALL, name="Status maj 2024.xlsx")
    assert len(stored(database)) == 5


def test_months_to_come_and_sheets_without_lines_are_left_out_and_told(
    database: Database, receive: Callable[..., Received]
) -> None:
    sheets = month_sheets(Month(2024, 2)) | {"Marts 2024": month_sheet(Month(2024, 3))[:3]}
    sheets |= {"Arkiv": month_sheet(Month(2024, 1)), "December 2099": month_sheet(Month(2099, 12))}
    received = receive(sheets, ALL)
    assert {found.sheet: found.message for found in received.receipt.issues} == {
        "Arkiv": "Arket er ikke læst: dets navn siger, at det er et arkiv, en kopi eller en vejledning.",
        "Marts 2024": "Arket er ikke læst: det har ingen indsatser.",
        "December 2099": "Arket er ikke læst: det er for en måned, der ikke er kommet endnu.",
    }
    assert [month for month, _ in stored(database)] == ["2024-01", "2024-02"]


def test_months_without_a_year_are_asked_for_it(database: Database, receive: Callable[..., Received]) -> None:
    sheets = {name: month_sheet(LAST)[3:] for name in ("Marts", "April", "Maj")}
    sheets = {name: [["Indsats", "Udvalg", "Lys", "Status"], *rows] for name, rows in sheets.items()}
    received = receive(sheets, scope=PLAN)
    (question,) = received.receipt.questions
    assert question.choices[0].name == "Alle, og de er fra 2025"
    assert receive(sheets, Answer(ANY_LAYOUT, MONTHS, "2025"), scope=PLAN).receipt.accepted
    assert [month for month, _ in stored(database)] == ["2025-03", "2025-04", "2025-05"]


def test_months_of_two_years_that_say_neither_are_chosen_one_by_one(receive: Callable[..., Received]) -> None:
    sheets = {
        name: [["Indsats", "Udvalg", "Lys"], *month_sheet(LAST)[3:]] for name in ("November", "December", "Januar")
    }
    received = receive(sheets, scope=PLAN)
    assert (told(received), received.receipt.questions) == ([("which-sheet", None, None)], ())


def test_a_question_about_the_columns_is_asked_once_for_all_months(
    database: Database, receive: Callable[..., Received]
) -> None:
    sheets = month_sheets(Month(2024, 3))
    for rows in sheets.values():
        for row in rows[3:]:
            row[2] = "I gang"
    received = receive(sheets, ALL)
    assert [question.text.split(" (")[0] for question in received.receipt.questions] == [
        "Kolonnen »Lys« indeholder »I gang«"
    ]
    assert receive(sheets, ALL, Answer(ANY_LAYOUT, "word i gang", "yellow")).receipt.accepted
    assert len(stored(database)) == 3


def test_a_sheet_of_no_month_belongs_to_the_newest_alone_and_one_that_repeats_its_lines_to_none(
    database: Database, receive: Callable[..., Received]
) -> None:
    done = [*month_sheet(FIRST)[:1], [], *month_sheet(FIRST)[2:3], ["Gammel sag", "ØK", Cell(None, GREEN)]]
    repeated = [*month_sheet(FIRST)[:1], [], *month_sheet(FIRST)[2:]]
    sheets = month_sheets(Month(2024, 3)) | {"Afsluttede": done, "Samlet": repeated}
    sheets |= {"1. kvartal 2024": repeated}
    received = receive(sheets, ALL)
    assert [each.rows[-1].title for each in received.preview.months] == [TITLES[7], TITLES[7], "Gammel sag"]
    left_out = {found.sheet: found.message for found in received.receipt.issues if found.kind == "sheet-left-out"}
    assert left_out == {
        "Afsluttede": "Arket er ikke læst: det siger ingen måned, så kun den nyeste har det med.",
        "Samlet": "Arket er ikke læst: det er ikke for en enkelt måned.",
        "1. kvartal 2024": "Arket er ikke læst: det er ikke for en enkelt måned.",
    }


@pytest.mark.parametrize("name", ["Ark1", "Maj 2025", "Uge 1"])
def test_all_months_of_a_workbook_that_has_one_is_that_month(
    database: Database, receive: Callable[..., Received], name: Any
) -> None:
    assert receive({name: month_sheet(Month(2025, 5))}, ALL).receipt.accepted
    assert stored(database) == [("2025-05", 1)]


def test_all_months_of_a_workbook_that_says_none_is_asked_for_one(receive: Callable[..., Received]) -> None:
    rows = [row for row in month_sheet(Month(2025, 5)) if "Status pr." not in str(row[0])]
    assert told(receive({"Uge 1": rows}, ALL)) == [("no-month", None, None)]


def test_a_month_before_the_plan_is_an_error_that_names_its_sheet(receive: Callable[..., Received]) -> None:
    received = receive(month_sheets(Month(2024, 2), Month(2023, 12)), ALL)
    assert told(received) == [("month-outside-plan", "December 2023", None)]
    assert not received.preview.can_be_saved


def test_what_is_wrong_in_all_months_is_told_once(receive: Callable[..., Received]) -> None:
    sheets = {name: [["Udmøntningsplan 2024-2027"], *rows[1:]] for name, rows in month_sheets(Month(2024, 3)).items()}
    for rows in sheets.values():
        for row in rows[3:]:
            row[1] = "ØK"
    assert told(receive(sheets, ALL)) == [("no-scope", None, None)]


BUSES, TRAINEES = TITLES[2], TITLES[6]
NEW_BUSES, NEW_TRAINEES = f"{BUSES} og taxaer", f"Fælles {TRAINEES.lower()}"
SAME: Any = {"April 2024!A9": "Februar 2024!A9", "Februar 2024!A6": 3}


@pytest.fixture
def renaming(database: Database, make_workbook: MakeWorkbook) -> dict[str, Any]:
    """Store January 2024, and give the sheets until April: a line has another name in February, and one in April."""
    content = make_workbook(month_sheet(FIRST), sheet="Januar 2024").read_bytes()
    receive_workbook(database, content, "Januar 2024.xlsx", by="anna")
    sheets = renamed(month_sheets(Month(2024, 4), Month(2024, 2)), BUSES, NEW_BUSES, "Februar 2024")
    return renamed(sheets, TRAINEES, NEW_TRAINEES, "April 2024")


def asked(received: Received) -> list[tuple[str, str, int | str]]:
    return [(each.key, each.line.title, each.answer) for each in received.preview.suggestions]


def test_who_is_who_is_asked_over_all_months_the_newest_first_and_answered_in_the_one_save(
    database: Database,
    receive: Callable[..., Received],
    renaming: dict[str, Any],
    other_database: Database,
    make_workbook: MakeWorkbook,
) -> None:
    assert asked(receive(renaming, ALL, save=False)) == [
        ("April 2024!A9", TRAINEES, "Februar 2024!A9"),
        ("Februar 2024!A6", BUSES, 3),
    ]
    received = receive(renaming, ALL, decisions=SAME)
    came = [each.compared.difference for each in received.preview.months if each.compared]
    counted = [(len(each.of_kind("new")), len(each.of_kind("returned"))) for each in came]
    assert counted == [(1, 0), (0, 1), (0, 1)]  # one was away for a month
    assert verify(database) == []
    for name, rows in [("Januar 2024", month_sheet(FIRST)), *reversed(renaming.items())]:
        receive_workbook(other_database, make_workbook(rows, sheet=name).read_bytes(), f"{name}.xlsx", by="anna")
    for pair in queries.suggestions(other_database.cursor()):
        decide(other_database, "same", pair.newer.indsats_id, pair.older.indsats_id)
    assert tables(database)["line_month"] == tables(other_database)["line_month"]


def test_a_line_that_comes_back_beside_the_new_one_in_a_later_month_is_not_asked_about(
    receive: Callable[..., Received], renaming: dict[str, Any]
) -> None:
    renaming["Marts 2024"].append([BUSES, "ØK", Cell("Rød")])
    assert [key for key, _, _ in asked(receive(renaming, ALL, save=False))] == ["April 2024!A9"]


def test_a_decision_about_a_row_that_is_in_no_month_saves_nothing(
    database: Database, receive: Callable[..., Received], renaming: dict[str, Any]
) -> None:
    for decisions in ({"Maj 2024!A7": 1}, {"April 2024!A9": "Maj 2024!A7"}):
        with pytest.raises(LinkError):
            receive(renaming, ALL, decisions=decisions)
    assert stored(database) == [("2024-01", 1)]


def test_the_same_answers_again_change_nothing_and_others_are_refused(
    database: Database, receive: Callable[..., Received], renaming: dict[str, Any]
) -> None:
    receive(renaming, ALL, decisions=SAME)
    assert all(each.is_stored for each in receive(renaming, ALL, decisions=SAME).preview.months)
    with pytest.raises(LinkError, match="er allerede indlæst, uden det svar"):
        receive(renaming, ALL, decisions={"Februar 2024!A6": 1})


def test_it_is_said_for_each_month_what_changes_in_what_counts_and_who_is_overruled(
    database: Database, receive: Callable[..., Received], make_workbook: MakeWorkbook
) -> None:
    receive(month_sheets(Month(2024, 2)), ALL)
    own = make_workbook([["Udmøntningsplan 2024-2027"], ["Indsats", "Udvalg", "Lys"], [TITLES[0], "ØK", Cell("Rød")]])
    receive_workbook(database, own.read_bytes(), "øk.xlsx", month=Month(2024, 2), scope=Scope("ØK"))
    before = tables(database)
    sheets = month_sheets(Month(2024, 3))
    sheets["Januar 2024"][3][2], sheets["Februar 2024"][3][2] = Cell("Rød"), Cell("Grøn")
    january, february, march = receive(sheets, ALL, save=False).preview.months
    assert january.counted is not None
    assert dict(january.counted.changes_by_scope) == {PLAN: 1, Scope("ØK"): 1}
    assert february.counted is not None
    assert [(each.light_before, each.light_now) for each in february.counted.changes] == [("red", "green")]
    assert [(each.file_name, each.overruled) for each in february.counted.disagreements] == [("øk.xlsx", True)]
    assert march.counted is None
    assert tables(database) == before


def test_a_heading_that_contradicts_its_sheet_is_told_of_all_months_and_one_that_nothing_explains_is_asked_about(
    receive: Callable[..., Received],
) -> None:
    sheets = month_sheets(Month(2024, 3))
    sheets["Februar 2024"][1] = ["Status pr. ultimo april 2024"]
    received = receive(sheets, ALL)
    assert (told(received), received.receipt.accepted) == ([("heading-disagrees", "Februar 2024", None)], False)
    sheets["Februar 2024"][1] = ["Status pr. ultimo januar 2024"]
    received = receive(sheets, ALL)
    assert (told(received), received.receipt.accepted) == ([("heading-left", "Februar 2024", None)], True)


def bare(*names: str) -> dict[str, Any]:
    return {name: [["Indsats", "Udvalg", "Lys", "Status"], *month_sheet(LAST)[3:]] for name in names}


@pytest.mark.parametrize(
    ("names", "file"),
    [
        (("Januar", "Februar", "Marts", "April"), "Status marts 2025.xlsx"),
        (("Februar", "Marts", "Oktober"), "2025-03-31 historik.xlsx"),
        (("Januar", "Februar", "Marts"), "Historik 2049.xlsx"),
    ],
)
def test_a_year_that_a_month_cannot_be_of_is_asked_for_though_the_files_name_says_it(
    database: Database, receive: Callable[..., Received], names: Any, file: str
) -> None:
    received = receive(bare(*names), ALL, name=file, scope=PLAN)
    assert told(received) == [("which-sheet", None, None)]
    assert "Hvilket år er de fra" in received.receipt.questions[0].text
    assert (received.receipt.accepted, stored(database)) == (False, [])
    assert receive(
        bare(*names), Answer(ANY_LAYOUT, MONTHS, "2024"), name=file, scope=PLAN, plan="2024-2027"
    ).receipt.accepted
    assert {month[:4] for month, _ in stored(database)} == {"2024"}


def test_months_out_of_order_are_asked_about_and_saved_in_the_year_that_is_answered(
    database: Database, receive: Callable[..., Received]
) -> None:
    given: dict[str, Any] = {"name": "Historik 2024.xlsx", "scope": PLAN}
    (question,) = receive(bare("Marts", "Januar", "Februar"), **given).receipt.questions
    assert "Alle, og de er fra 2025" in [choice.name for choice in question.choices]
    assert receive(bare("Marts", "Januar", "Februar"), Answer(ANY_LAYOUT, MONTHS, "2025"), **given).receipt.accepted
    assert [month for month, _ in stored(database)] == ["2025-01", "2025-02", "2025-03"]
    assert receive(bare("November", "Januar", "Februar"), **given).receipt.questions == ()


@pytest.mark.parametrize("names", [("November", "December", "Januar"), ("Januar", "December 2024", "November 2024")])
def test_a_year_around_is_not_that_of_months_among_which_a_new_one_begins(
    database: Database, receive: Callable[..., Received], names: Any
) -> None:
    assert told(receive(bare(*names), ALL, name="Historik 2024.xlsx", scope=PLAN)) == [("which-sheet", None, None)]
    assert receive(bare(*names), name="Historik 2024.xlsx", scope=PLAN, month=Month(2025, 1)).receipt.accepted
    assert stored(database) == [("2025-01", 1)]


def test_a_year_around_is_that_of_the_months_up_to_the_files_own_also_where_later_sheets_are_empty(
    database: Database, receive: Callable[..., Received]
) -> None:
    sheets = bare("Januar", "Februar", "Marts") | {"April": bare("April")["April"][:1]}
    assert receive(sheets, ALL, name="Status marts 2025.xlsx", scope=PLAN).receipt.accepted
    assert [month for month, _ in stored(database)] == ["2025-01", "2025-02", "2025-03"]
