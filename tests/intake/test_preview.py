"""What an import would give, said before anything is saved."""

from collections.abc import Callable
from typing import Any

import pytest

from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.domain.scope import CROSS_CUTTING, PLAN, Scope
from dashboard.intake import (
    Preview,
    Receipt,
    month_difference,
    preview_again,
    preview_workbook,
    receive_workbook,
    revision_difference,
    withdraw_revision,
)
from dashboard.intake.difference import Difference
from dashboard.intake.preview import Compared
from dashboard.store.database import Database
from fixture_types import MakeWorkbook
from workbook_maker import GREEN, Cell

HEAD = ["Indsats", "Udvalg", "Tema", "Farve", "Statustekst", "2025"]
NARROW = ["Indsats", "Udvalg", "Farve"]
APRIL, MAY = Month(2025, 4), Month(2025, 5)
A = ["Flådestyring R003", "ØK, KB", "Økonomisk Politik", "Grøn", "Udbud i gang", -1250.5]
B = ["Bosætningskampagne", "ØK", "Politiske visioner", "Gul", "Plan er lagt", None]


@pytest.fixture
def workbook(make_workbook: MakeWorkbook) -> Callable[..., bytes]:
    """Make a workbook, the same file for the same lines: what openpyxl saves tells the second that it was saved in."""
    made: dict[str, bytes] = {}

    def write(month: Any, *lines: Any, head: Any = HEAD, scope: str = "hele planen") -> bytes:
        rows = [[f"Udmøntningsplan 2025-2028 - {scope}"], [f"Status pr. ultimo {month.label}"], head, *lines]
        return made.setdefault(repr(rows), make_workbook(rows).read_bytes())

    return write


@pytest.fixture
def receive(database: Database, workbook: Callable[..., bytes]) -> Callable[..., Receipt]:
    def receive_lines(month: Any, *lines: Any, **how: Any) -> Any:
        return receive_workbook(database, workbook(month, *lines, **how), "status.xlsx", by="Anna").receipt

    return receive_lines


@pytest.fixture
def preview(database: Database, workbook: Callable[..., bytes]) -> Callable[..., Preview]:
    def look(month: Any, *lines: Any, given: Any = (None, None), **how: Any) -> Preview:
        return preview_workbook(database, workbook(month, *lines, **how), "status.xlsx", *given)

    return look


def compared(preview: Preview) -> Compared:
    assert preview.compared is not None
    return preview.compared


def told(difference: Difference, kind: Any) -> list[str]:
    return [line.name for line in difference.of_kind(kind)]


def test_the_first_workbook_has_nothing_to_be_compared_with(preview: Callable[..., Preview]) -> None:
    seen = preview(MAY, A, B)
    assert seen.compared is None
    assert (seen.receipt.month, seen.receipt.scope, len(seen.receipt.rows)) == (MAY, PLAN, 2)


def test_looking_saves_nothing(preview: Callable[..., Preview], database: Database) -> None:
    preview(MAY, A, B)
    assert database.cursor().execute("SELECT count(*) FROM workbook").fetchall() == [(0,)]


def test_a_correction_is_compared_with_the_revision_that_counts(
    preview: Callable[..., Preview], receive: Callable[..., Receipt], database: Database
) -> None:
    receive(APRIL, A, B)
    receive(MAY, A)
    receive(MAY, A, B)
    seen = preview(MAY, A, B)
    assert (compared(seen).month, compared(seen).revision, seen.receipt.revision) == (MAY, 2, 2)
    assert seen.is_stored
    assert compared(seen).difference.unchanged == 2
    withdraw_revision(database, MAY, PLAN, 2, "Forkert fil")
    assert compared(preview(MAY, A, B)).revision == 1


def test_a_new_month_is_compared_with_the_newest_one_before_it(
    preview: Callable[..., Preview], receive: Callable[..., Receipt]
) -> None:
    receive(Month(2025, 1), A)
    receive(APRIL, A, B)
    receive(Month(2025, 7), A)
    assert compared(preview(MAY, A, B)).month == APRIL


def test_every_line_is_new_changed_gone_or_unchanged(
    preview: Callable[..., Preview], receive: Callable[..., Receipt]
) -> None:
    receive(APRIL, A, B, ["Aktindsigt", "KB", None, "Rød"], ["Skolen står færdig", "BUU", None, "X"])
    seen = preview(MAY, [*A[:3], "Rød", "Udbud er gået i stå", -1000], B, ["Taskforce", "AU", None, "Grøn"])
    difference = compared(seen).difference
    assert told(difference, "changed") == ["Flådestyring R003"]
    assert told(difference, "new") == ["Taskforce"]
    assert told(difference, "gone") == ["Aktindsigt"]
    assert told(difference, "left_when_done") == ["Skolen står færdig"]
    assert difference.unchanged == 1


def test_a_line_that_left_and_comes_back_is_back_and_not_new(
    preview: Callable[..., Preview], receive: Callable[..., Receipt]
) -> None:
    receive(APRIL, A, B)
    receive(MAY, A)
    difference = compared(preview(Month(2025, 6), A, B)).difference
    assert told(difference, "returned") == ["Bosætningskampagne"]
    assert told(difference, "new") == []


def test_a_line_that_is_opened_again_or_no_longer_reported_is_called_so(
    preview: Callable[..., Preview], receive: Callable[..., Receipt]
) -> None:
    done, told_before = ["Skolen står færdig", "BUU", None, "X"], ["Aktindsigt", "KB", None, "Rød"]
    receive(APRIL, A, done, told_before)
    seen = preview(MAY, A, [*done[:3], "Gul"], [*told_before[:3], "-"])
    difference = compared(seen).difference
    assert told(difference, "reopened") == ["Skolen står færdig"]
    assert told(difference, "not_reported") == ["Aktindsigt"]
    assert (told(difference, "changed"), difference.unchanged) == ([], 1)


def test_a_change_is_told_field_by_field_in_danish(
    preview: Callable[..., Preview], receive: Callable[..., Receipt]
) -> None:
    receive(APRIL, A, B)
    seen = preview(MAY, ["Flådestyring R003", "ØK", A[2], "Rød", "Gået i stå", -1000], B)
    (line,) = compared(seen).difference.of_kind("changed")
    assert (line.light_before, line.light_now) == (Light.GREEN, Light.RED)
    assert [(change.name, change.before, change.now) for change in line.fields] == [
        ("Udvalg", "ØK, KB", "ØK"),
        ("Statustekst", "Udbud i gang", "Gået i stå"),
        ("Beløb 2025 (1.000 kr.)", "-1.250,5", "-1.000"),
    ]


def test_a_column_the_workbook_does_not_have_is_said_once(
    preview: Callable[..., Preview], receive: Callable[..., Receipt]
) -> None:
    receive(APRIL, A, B)
    seen = preview(MAY, ["Flådestyring R003", "ØK, KB", "Grøn"], ["Bosætningskampagne", "ØK", "Rød"], head=NARROW)
    assert compared(seen).difference.left_out == ("Tema", "Statustekst", "Beløb 2025 (1.000 kr.)")
    (line,) = compared(seen).difference.lines
    assert (line.name, line.fields) == ("Bosætningskampagne", ())


def test_a_column_that_is_there_and_empty_is_a_change_of_each_line(
    preview: Callable[..., Preview], receive: Callable[..., Receipt]
) -> None:
    receive(APRIL, A, B)
    seen = preview(MAY, [*A[:4], None, A[5]], [*B[:4], None])
    assert compared(seen).difference.left_out == ()
    assert [line.fields[0].before for line in compared(seen).difference.lines] == ["Plan er lagt", "Udbud i gang"]


def test_a_scope_without_a_workbook_of_its_own_is_compared_within_the_wider_one(
    preview: Callable[..., Preview], receive: Callable[..., Receipt]
) -> None:
    receive(APRIL, [*A, "X"], [*B, ""], head=[*HEAD, "Tværgående"])
    seen = preview(MAY, ["Flådestyring R003", "ØK, KB", "Gul"], head=NARROW, scope="tværgående indsatser")
    assert (compared(seen).month, compared(seen).scope) == (APRIL, PLAN)
    assert [(line.kind, line.name) for line in compared(seen).difference.lines] == [("changed", "Flådestyring R003")]


def test_a_wider_workbook_of_the_same_month_is_not_what_is_replaced(
    preview: Callable[..., Preview], receive: Callable[..., Receipt]
) -> None:
    receive(APRIL, ["Flådestyring R003", "ØK, KB", "Grøn"], head=NARROW, scope="tværgående indsatser")
    receive(MAY, [*A, "X"], head=[*HEAD, "Tværgående"])
    seen = preview(MAY, ["Flådestyring R003", "ØK, KB", "Gul"], head=NARROW, scope="tværgående indsatser")
    assert (compared(seen).month, compared(seen).scope) == (APRIL, CROSS_CUTTING)


def test_month_and_scope_can_be_said_by_hand(preview: Callable[..., Preview], receive: Callable[..., Receipt]) -> None:
    receive(APRIL, A, B)
    seen = preview(MAY, A, given=(APRIL, Scope("ØK")))
    assert (seen.receipt.month, seen.receipt.scope) == (APRIL, Scope("ØK"))
    assert seen.compared is None or seen.compared.month < APRIL


def test_errors_say_how_many_lines_they_leave_not_reported(preview: Callable[..., Preview]) -> None:
    seen = preview(MAY, [*A[:3], "lilla"], [*B[:3], Cell("Rød", GREEN)], ["C", "ØK", None, "Grøn"])
    assert (seen.receipt.accepted, seen.can_be_saved, seen.lost_lines) == (False, True, 2)


def test_a_line_told_twice_with_two_lights_is_one_lost_line(preview: Callable[..., Preview]) -> None:
    seen = preview(MAY, A, [*A[:3], "Rød"], B)
    assert (seen.lost_lines, len(seen.receipt.rows)) == (1, 2)


def test_a_second_look_knows_what_was_saved_since(
    workbook: Callable[..., bytes], receive: Callable[..., Receipt], database: Database
) -> None:
    content = workbook(MAY, A, B)
    first = preview_workbook(database, content, "status.xlsx")
    receive(APRIL, A)
    again = preview_again(database, content, first)
    assert (compared(again).month, again.receipt.file) == (APRIL, "status.xlsx")
    assert again == preview_workbook(database, content, "status.xlsx")


def test_what_is_no_workbook_can_never_be_saved(database: Database) -> None:
    seen = preview_workbook(database, b"hej", "status.xlsx")
    assert not seen.can_be_saved
    assert (seen.compared, seen.tables) == (None, ())


def test_a_stored_revision_tells_what_it_said_otherwise_than_the_one_before(
    receive: Callable[..., Receipt], database: Database
) -> None:
    receive(MAY, A, B)
    receive(MAY, [*A[:3], "Rød", *A[4:]], ["Taskforce", "AU", None, "Grøn"])
    difference = revision_difference(database.cursor(), MAY, PLAN, 2)
    assert difference is not None
    assert [(line.kind, line.name) for line in difference.lines] == [
        ("changed", "Flådestyring R003"),
        ("new", "Taskforce"),
        ("gone", "Bosætningskampagne"),
    ]
    assert revision_difference(database.cursor(), MAY, PLAN, 1) is None


def test_a_stored_revision_tells_what_it_said_otherwise_than_the_month_before(
    receive: Callable[..., Receipt], database: Database
) -> None:
    receive(APRIL, A, B)
    receive(MAY, [*A[:4], "Udbuddet er forlænget.", *A[5:]], B)
    found = month_difference(database.cursor(), MAY, PLAN, 1, "2025-2028")
    assert found is not None
    (line,) = found[1].lines
    assert (found[0], line.kind, line.name) == (APRIL, "changed", "Flådestyring R003")
    assert "Udbuddet er forlænget." in [change.now for change in line.fields]
    assert month_difference(database.cursor(), APRIL, PLAN, 1, "2025-2028") is None
