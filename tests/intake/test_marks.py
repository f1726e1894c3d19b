"""Text in red and struck text in a workbook: kept, and told as a change of the plan."""

from collections.abc import Callable
from typing import Any

import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from dashboard.domain.month import Month
from dashboard.domain.scope import PLAN, Scope
from dashboard.intake import Receipt, preview_workbook, receive_workbook, revision_difference
from dashboard.intake.difference import Difference
from dashboard.queries import Selection, changes, text_changes
from dashboard.store.database import Database
from fixture_types import MakeWorkbook

HEAD = ["Indsats", "Udvalg", "Farve", "Statustekst"]
APRIL, MAY = Month(2025, 4), Month(2025, 5)


def red(text: Any) -> Any:
    return TextBlock(InlineFont(color="FFC00000"), text)


def struck(text: Any) -> Any:
    return TextBlock(InlineFont(strike=True), text)


def rich(*parts: Any) -> Any:
    return CellRichText(*parts)


@pytest.fixture
def workbook(make_workbook: MakeWorkbook) -> Callable[..., bytes]:
    def write(month: Any, *texts: Any, lights: Any = ("Grøn", "Grøn", "Grøn")) -> bytes:
        lines = [
            [f"Indsats {name}", "ØK", light, said] for name, light, said in zip("ABC", lights, texts, strict=False)
        ]
        heading = [["Udmøntningsplan 2025-2028 - hele planen"], [f"Status pr. ultimo {month.label}"], HEAD]
        return make_workbook([*heading, *lines]).read_bytes()

    return write


@pytest.fixture
def receive(database: Database, workbook: Callable[..., bytes]) -> Callable[..., Receipt]:
    def receive_lines(month: Any, *texts: Any, **how: Any) -> Any:
        return receive_workbook(database, workbook(month, *texts, **how), "status.xlsx", by="Anna").receipt

    return receive_lines


@pytest.fixture
def difference(database: Database, workbook: Callable[..., bytes]) -> Callable[..., Difference]:
    def compare(month: Any, *texts: Any) -> Any:
        compared = preview_workbook(database, workbook(month, *texts), "status.xlsx").compared
        assert compared is not None
        return compared.difference

    return compare


def told(difference: Difference) -> dict[str, list[tuple[str, ...]]]:
    return {
        line.name: [(*change.notes, change.before, change.now) for change in line.fields] for line in difference.lines
    }


def test_a_text_that_is_only_marked_is_a_change_with_its_own_sentence(
    receive: Callable[..., Receipt], difference: Callable[..., Difference]
) -> None:
    receive(APRIL, "Udbud i gang", "Plan lagt")
    found = difference(MAY, rich("Udbud ", red("i gang")), "Plan lagt")
    assert told(found) == {"Indsats A": [("tekst markeret som ny", "Udbud i gang", "Udbud i gang")]}
    assert found.lines[0].fields[0].is_only_markup
    assert found.unchanged == 1


def test_a_text_that_is_struck_and_followed_by_a_new_one_tells_both(
    receive: Callable[..., Receipt], difference: Callable[..., Difference]
) -> None:
    receive(APRIL, "Frist i juni")
    found = difference(MAY, rich("Frist i ", struck("juni"), red("august")))
    assert told(found) == {
        "Indsats A": [("tekst markeret som ny", "tekst streget over", "Frist i juni", "Frist i august")]
    }


def test_struck_text_that_was_not_there_before_is_a_change_too(
    receive: Callable[..., Receipt], difference: Callable[..., Difference]
) -> None:
    receive(APRIL, "Frist i august")
    found = difference(MAY, rich(struck("Frist i juni. "), "Frist i august"))
    assert told(found) == {"Indsats A": [("tekst streget over", "Frist i august", "Frist i august")]}


def test_from_month_to_month_a_text_is_no_longer_new_and_that_is_no_change(
    receive: Callable[..., Receipt], difference: Callable[..., Difference]
) -> None:
    receive(APRIL, rich("Frist i ", struck("juni"), red("august")), rich("Plan ", red("lagt")))
    found = difference(MAY, "Frist i august", rich("Plan ", red("lagt")))
    assert (found.lines, found.unchanged) == ((), 2)


def test_in_a_correction_marks_that_are_gone_are_told(
    receive: Callable[..., Receipt], difference: Callable[..., Difference], database: Database
) -> None:
    receive(MAY, rich("Frist i ", struck("juni"), red("august")))
    sentences = ("tekst ikke længere markeret som ny", "overstreget tekst fjernet")
    assert told(difference(MAY, "Frist i august")) == {"Indsats A": [(*sentences, "Frist i august", "Frist i august")]}
    receive(MAY, "Frist i august")
    between = revision_difference(database.cursor(), MAY, PLAN, 2)
    assert between is not None
    assert between.lines[0].fields[0].notes == sentences


def test_the_same_marks_again_are_no_difference(
    receive: Callable[..., Receipt], difference: Callable[..., Difference]
) -> None:
    receive(MAY, rich("Frist i ", struck("juni"), red("august")))
    assert difference(MAY, rich("Frist i ", struck("juni"), red("aug"), red("ust"))).lines == ()


def test_lines_whose_marks_alone_changed_come_after_those_that_say_something_else(
    receive: Callable[..., Receipt], difference: Callable[..., Difference]
) -> None:
    receive(APRIL, "Udbud i gang", "Plan lagt")
    found = difference(MAY, rich(red("Udbud i gang")), "Plan godkendt")
    assert [line.name for line in found.lines] == ["Indsats B", "Indsats A"]


def test_overblik_gets_the_marks_of_the_text_it_shows(receive: Callable[..., Receipt], database: Database) -> None:
    receive(APRIL, "Udbud i gang")
    receive(MAY, rich("Udbud ", struck("i gang"), red("gået i stå")), lights=("Rød",))
    (row,) = changes(database.cursor(), Selection(MAY, APRIL, PLAN))
    assert row.text == "Udbud gået i stå"
    assert row.runs is not None
    assert '"struck": true' in row.runs


def changed(
    database: Database, *udvalg: Any, compare: Any = APRIL, scope: Any = PLAN
) -> list[tuple[str, Any, Any, Any, Any]]:
    found = text_changes(database.cursor(), Selection(MAY, compare, scope, udvalg=udvalg))
    return [(text.title, text.field, text.old_text, text.new_text, text.markup) for text in found]


def test_texts_that_differ_or_are_newly_marked_are_listed_line_by_line(
    receive: Callable[..., Receipt], database: Database
) -> None:
    receive(APRIL, "Udbud i gang", "Plan  lagt", "Møde holdt")
    receive(MAY, "Udbud gået i stå", "Plan\nlagt", rich("Møde ", red("holdt")))
    assert changed(database) == [
        ("Indsats A", "status_text", "Udbud i gang", "Udbud gået i stå", ()),
        ("Indsats C", "status_text", "Møde holdt", "Møde holdt", ("marked_new",)),
    ]


def test_a_text_that_came_or_went_has_nothing_on_the_other_side(
    receive: Callable[..., Receipt], database: Database
) -> None:
    receive(APRIL, "Udbud i gang", None)
    receive(MAY, None, "Plan lagt")
    assert [row[2:4] for row in changed(database)] == [("Udbud i gang", ""), ("", "Plan lagt")]


def test_lines_that_came_or_went_have_no_earlier_or_later_text(
    receive: Callable[..., Receipt], database: Database
) -> None:
    receive(APRIL, "Udbud i gang", "Plan lagt")
    receive(MAY, "Udbud i gang")
    assert changed(database) == []


def test_filters_scope_and_a_missing_comparison_hold_for_texts_too(
    receive: Callable[..., Receipt], database: Database
) -> None:
    receive(APRIL, "Udbud i gang")
    receive(MAY, "Udbud gået i stå")
    assert len(changed(database, "ØK")) == len(changed(database, scope=Scope("ØK"))) == 1
    assert changed(database, "KB") == changed(database, compare=None) == []
