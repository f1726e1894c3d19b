"""What is asked about a workbook's tables is answered once, and remembered for the headings it was answered for."""

from collections.abc import Callable
from typing import Any

import pytest

from asking_workbooks import own_words, two_lights
from dashboard.domain.reading_answer import ANY_LAYOUT, Answer
from dashboard.intake import (
    AnswerError,
    Preview,
    Receipt,
    is_read_as_remembered,
    preview_workbook,
    receive_workbook,
    verify,
)
from dashboard.queries import reading_answers
from dashboard.records import forget_answer
from dashboard.store.database import Database
from fixture_types import MakeWorkbook


@pytest.fixture
def receive(database: Database, make_workbook: MakeWorkbook) -> Callable[..., Receipt]:
    written: dict[str, bytes] = {}  # the same rows are the same file, byte for byte

    def receive_rows(rows: Any, *answers: Any, name: str = "status.xlsx", by: str = "anna", **options: Any) -> Receipt:
        content = written.setdefault(f"{name} {rows}", make_workbook(rows, name=name).read_bytes())
        return receive_workbook(database, content, name, answers=answers, by=by, **options).receipt

    return receive_rows


@pytest.fixture
def look(database: Database, make_workbook: MakeWorkbook) -> Callable[..., Preview]:
    def preview(rows: Any, *answers: Any, name: str = "status.xlsx") -> Preview:
        return preview_workbook(database, make_workbook(rows, name=name).read_bytes(), name, answers=answers)

    return preview


def letter(where: str, role: str = "light") -> Answer:
    return Answer(ANY_LAYOUT, f"letter {where}", role)


def word(said: str, light: str) -> Answer:
    return Answer(ANY_LAYOUT, f"word {said}", light)


def lights(receipt: Receipt) -> list[str]:
    return [str(row.light) for row in receipt.rows]


def remembered(database: Database, *states: Any) -> list[tuple[str, str, str]]:
    found = sorted(reading_answers(database.cursor()), key=lambda each: each.answer_id)
    asked = [each for each in found if each.state in (states or ("stands",))]
    return [(each.subject, each.value, each.given_by) for each in asked]


def stored(database: Database) -> list[str]:
    return [month for (month,) in database.cursor().execute("SELECT month FROM snapshot ORDER BY month").fetchall()]


def test_an_open_question_keeps_a_workbook_from_being_saved_also_with_errors_accepted(
    database: Database, receive: Callable[..., Receipt]
) -> None:
    for accept_errors in (False, True):
        receipt = receive(two_lights(), accept_errors=accept_errors)
        assert not receipt.accepted
        assert [question.text for question in receipt.questions] == ["Hvilken kolonne er lyset?"]
    assert stored(database) == []


def test_the_answer_to_one_question_imports_the_next_months_of_the_layout_without_any(
    database: Database, receive: Callable[..., Receipt]
) -> None:
    assert receive(two_lights("maj 2025"), letter("C")).accepted
    for month in ("juni 2025", "juli 2025"):
        receipt = receive(two_lights(month), name=f"et andet navn {month}.xlsx", by="bo")
        assert receipt.accepted
        assert receipt.questions == ()
        assert lights(receipt) == ["red", "yellow", "green"]
    assert stored(database) == ["2025-05", "2025-06", "2025-07"]
    assert remembered(database) == [("column 3", "light", "anna")]
    assert verify(database) == []


def test_what_words_mean_is_remembered_and_only_a_new_word_is_told_of(
    database: Database, receive: Callable[..., Receipt]
) -> None:
    assert receive(own_words(), word("I gang", "green"), word("på hold", "red")).accepted
    assert lights(receive(own_words("juni 2025", "På hold", "I gang", "På hold"))) == ["red", "green", "red"]
    july = own_words("juli 2025", "På hold", "I gang", "Standset")
    assert [found.value for found in receive(july).errors] == ["Standset"]
    assert lights(receive(july, word("standset", "yellow"))) == ["red", "green", "yellow"]
    assert remembered(database) == [
        ("word i gang", "green", "anna"), ("word på hold", "red", "anna"), ("word standset", "yellow", "anna"),
    ]  # fmt: skip


def test_looking_and_being_refused_remember_nothing(
    database: Database, receive: Callable[..., Receipt], look: Callable[..., Preview]
) -> None:
    assert look(two_lights(), letter("C")).receipt.accepted
    receive(two_lights(), letter("C"), save=False)
    receive([["uden måned"], *two_lights()[2:]], letter("C"))
    assert remembered(database) == []


def test_another_answer_takes_the_place_of_the_one_for_the_same_role_and_the_older_is_kept(
    database: Database, receive: Callable[..., Receipt]
) -> None:
    receive(two_lights(), letter("C"))
    receipt = receive(two_lights("juni 2025"), letter("D"), by="bo")
    assert lights(receipt) == ["green", "green", "red"]
    assert remembered(database) == [("column 4", "light", "bo")]
    assert remembered(database, "replaced") == [("column 3", "light", "anna")]
    assert verify(database) == []


def test_that_no_column_is_the_light_takes_the_place_of_the_column_that_was(
    database: Database, receive: Callable[..., Receipt]
) -> None:
    receive(two_lights(), letter("C"))
    assert lights(receive(two_lights("juni 2025"), Answer(ANY_LAYOUT, "none light", ""))) == ["not_reported"] * 3
    assert remembered(database) == [("none light", "", "anna")]


def test_an_answer_holds_for_its_headings_alone(receive: Callable[..., Receipt]) -> None:
    receive(two_lights(), letter("C"))
    other = [[*row, "ekstra"] if number == 2 else row for number, row in enumerate(two_lights("juni 2025"))]
    assert receive(other).questions


def test_a_preview_says_who_answered_what_it_was_read_with(
    receive: Callable[..., Receipt], look: Callable[..., Preview]
) -> None:
    receive(two_lights(), letter("C"))
    preview = look(two_lights("juni 2025"))
    assert preview.questions == ()
    (used,) = preview.reading.remembered
    assert (used.answer.subject, used.given_by) == ("column 3", "anna")
    assert used.headings == ("Indsats", "Udvalg", "Status tid", "Status økonomi")


def test_the_same_file_with_another_answer_is_another_revision_and_without_is_stored_already(
    receive: Callable[..., Receipt],
) -> None:
    assert receive(two_lights(), letter("C")).revision == 1
    assert [found.kind for found in receive(two_lights()).issues] == ["already-imported"]
    again = receive(two_lights(), letter("D"))
    assert (again.revision, lights(again)) == (2, ["green", "green", "red"])


def test_a_file_that_is_stored_counts_anew_when_something_was_answered_since(
    database: Database, receive: Callable[..., Receipt]
) -> None:
    receive(two_lights("maj 2025"), letter("C"), name="maj.xlsx")
    receive(two_lights("juni 2025"), letter("D"), name="juni.xlsx")
    assert receive(two_lights("maj 2025"), name="maj.xlsx").revision == 2


def test_what_is_forgotten_is_asked_for_again_and_what_was_saved_stays(
    database: Database, receive: Callable[..., Receipt], look: Callable[..., Preview]
) -> None:
    receive(two_lights(), letter("C"))
    before = look(two_lights("juni 2025"))
    assert is_read_as_remembered(database, before)
    assert forget_answer(database, 1, by="bo")
    assert not forget_answer(database, 1, by="bo")
    assert not is_read_as_remembered(database, before)
    assert look(two_lights("juni 2025")).questions
    assert stored(database) == ["2025-05"]
    assert remembered(database, "forgotten") == [("column 3", "light", "anna")]
    assert verify(database) == []


def test_a_column_that_no_table_has_is_said_to_be_none(database: Database, receive: Callable[..., Receipt]) -> None:
    with pytest.raises(AnswerError, match=r"Ingen tabel har en kolonne Q\. Der er: A, B, C, D"):
        receive(two_lights(), letter("Q"))
    assert stored(database) == []


def test_a_question_that_several_sheets_have_in_common_is_asked_once(
    database: Database, make_workbook: MakeWorkbook
) -> None:
    path = make_workbook(sheets={"Drift": two_lights(), "Anlæg": two_lights()})
    asked = preview_workbook(database, path.read_bytes(), "status.xlsx").questions
    assert len(asked) == 1


def test_questions_and_answers_stand_in_the_document_that_programs_get(
    database: Database, make_workbook: MakeWorkbook
) -> None:
    content = make_workbook(two_lights()).read_bytes()
    document: Any = receive_workbook(database, content, "a.xlsx", save=False).as_json()
    (question,) = document["questions"]
    assert (question["sheet"], question["text"]) == ("Ark1", "Hvilken kolonne er lyset?")
    assert [(each["option"], each["written"]) for each in question["choices"]] == [
        ("--column", "light=C"), ("--column", "light=D"), ("--column", "light=ingen"),
    ]  # fmt: skip
    document = receive_workbook(database, content, "a.xlsx", answers=[letter("C")]).as_json()
    (answer,) = document["answers"]
    assert answer["said"] == "Kolonnen »Status tid« er Trafiklys"
    assert answer["given_by"] is None


def test_several_columns_may_be_answered_to_be_sums_and_one_to_be_the_light(
    database: Database, receive: Callable[..., Receipt]
) -> None:
    receipt = receive(two_lights(), letter("C"), letter("B", "sum"), letter("D", "sum"))
    assert lights(receipt) == ["red", "yellow", "green"]
    assert remembered(database) == [
        ("column 3", "light", "anna"), ("column 2", "sum", "anna"), ("column 4", "sum", "anna"),
    ]  # fmt: skip
    assert verify(database) == []
