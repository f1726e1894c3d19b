"""Text in red and struck text in a workbook: kept, and told as a change of the plan."""

import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from dashboard.domain.month import Month
from dashboard.domain.scope import PLAN, Scope
from dashboard.intake import preview_workbook, receive_workbook, revision_difference
from dashboard.queries import Selection, changes, text_changes

HEAD = ["Indsats", "Udvalg", "Farve", "Statustekst"]
APRIL, MAY = Month(2025, 4), Month(2025, 5)


def red(text):
    return TextBlock(InlineFont(color="FFC00000"), text)


def struck(text):
    return TextBlock(InlineFont(strike=True), text)


def rich(*parts):
    return CellRichText(*parts)


@pytest.fixture
def workbook(make_workbook):
    def write(month, *texts, lights=("Grøn", "Grøn", "Grøn")):
        lines = [
            [f"Indsats {name}", "ØK", light, said] for name, light, said in zip("ABC", lights, texts, strict=False)
        ]
        heading = [["Udmøntningsplan 2025-2028 - hele planen"], [f"Status pr. ultimo {month.label}"], HEAD]
        return make_workbook([*heading, *lines]).read_bytes()

    return write


@pytest.fixture
def receive(database, workbook):
    def receive_lines(month, *texts, **how):
        return receive_workbook(database, workbook(month, *texts, **how), "status.xlsx", by="Anna").receipt

    return receive_lines


@pytest.fixture
def difference(database, workbook):
    def compare(month, *texts):
        return preview_workbook(database, workbook(month, *texts), "status.xlsx").compared.difference

    return compare


def told(difference):
    return {
        line.name: [(*change.notes, change.before, change.now) for change in line.fields] for line in difference.lines
    }


def test_a_text_that_is_only_marked_is_a_change_with_its_own_sentence(receive, difference) -> None:
    receive(APRIL, "Udbud i gang", "Plan lagt")
    found = difference(MAY, rich("Udbud ", red("i gang")), "Plan lagt")
    assert told(found) == {"Indsats A": [("tekst markeret som ny", "Udbud i gang", "Udbud i gang")]}
    assert found.lines[0].fields[0].is_only_markup
    assert found.unchanged == 1


def test_a_text_that_is_struck_and_followed_by_a_new_one_tells_both(receive, difference) -> None:
    receive(APRIL, "Frist i juni")
    found = difference(MAY, rich("Frist i ", struck("juni"), red("august")))
    assert told(found) == {
        "Indsats A": [("tekst markeret som ny", "tekst streget over", "Frist i juni", "Frist i august")]
    }


def test_struck_text_that_was_not_there_before_is_a_change_too(receive, difference) -> None:
    receive(APRIL, "Frist i august")
    found = difference(MAY, rich(struck("Frist i juni. "), "Frist i august"))
    assert told(found) == {"Indsats A": [("tekst streget over", "Frist i august", "Frist i august")]}


def test_from_month_to_month_a_text_is_no_longer_new_and_that_is_no_change(receive, difference) -> None:
    receive(APRIL, rich("Frist i ", struck("juni"), red("august")), rich("Plan ", red("lagt")))
    found = difference(MAY, "Frist i august", rich("Plan ", red("lagt")))
    assert (found.lines, found.unchanged) == ((), 2)


def test_in_a_correction_marks_that_are_gone_are_told(receive, difference, database) -> None:
    receive(MAY, rich("Frist i ", struck("juni"), red("august")))
    sentences = ("tekst ikke længere markeret som ny", "overstreget tekst fjernet")
    assert told(difference(MAY, "Frist i august")) == {"Indsats A": [(*sentences, "Frist i august", "Frist i august")]}
    receive(MAY, "Frist i august")
    assert revision_difference(database, MAY, PLAN, 2).lines[0].fields[0].notes == sentences


def test_the_same_marks_again_are_no_difference(receive, difference) -> None:
    receive(MAY, rich("Frist i ", struck("juni"), red("august")))
    assert difference(MAY, rich("Frist i ", struck("juni"), red("aug"), red("ust"))).lines == ()


def test_lines_whose_marks_alone_changed_come_after_those_that_say_something_else(receive, difference) -> None:
    receive(APRIL, "Udbud i gang", "Plan lagt")
    found = difference(MAY, rich(red("Udbud i gang")), "Plan godkendt")
    assert [line.name for line in found.lines] == ["Indsats B", "Indsats A"]


def test_overblik_gets_the_marks_of_the_text_it_shows(receive, database) -> None:
    receive(APRIL, "Udbud i gang")
    receive(MAY, rich("Udbud ", struck("i gang"), red("gået i stå")), lights=("Rød",))
    (row,) = changes(database.cursor(), Selection(MAY, APRIL, PLAN))
    assert (row.text, row.text_field) == ("Udbud gået i stå", "status_text")
    assert '"struck": true' in row.runs


def changed(database, *udvalg, compare=APRIL, scope=PLAN):
    found = text_changes(database.cursor(), Selection(MAY, compare, scope, udvalg=udvalg))
    return [(text.title, text.field, text.old_text, text.new_text, text.markup) for text in found]


def test_texts_that_differ_or_are_newly_marked_are_listed_line_by_line(receive, database) -> None:
    receive(APRIL, "Udbud i gang", "Plan  lagt", "Møde holdt")
    receive(MAY, "Udbud gået i stå", "Plan\nlagt", rich("Møde ", red("holdt")))
    assert changed(database) == [
        ("Indsats A", "status_text", "Udbud i gang", "Udbud gået i stå", ()),
        ("Indsats C", "status_text", "Møde holdt", "Møde holdt", ("marked_new",)),
    ]


def test_a_text_that_came_or_went_has_nothing_on_the_other_side(receive, database) -> None:
    receive(APRIL, "Udbud i gang", None)
    receive(MAY, None, "Plan lagt")
    assert [row[2:4] for row in changed(database)] == [("Udbud i gang", ""), ("", "Plan lagt")]


def test_lines_that_came_or_went_have_no_earlier_or_later_text(receive, database) -> None:
    receive(APRIL, "Udbud i gang", "Plan lagt")
    receive(MAY, "Udbud i gang")
    assert changed(database) == []


def test_filters_scope_and_a_missing_comparison_hold_for_texts_too(receive, database) -> None:
    receive(APRIL, "Udbud i gang")
    receive(MAY, "Udbud gået i stå")
    assert len(changed(database, "ØK")) == len(changed(database, scope=Scope("ØK"))) == 1
    assert changed(database, "KB") == changed(database, compare=None) == []
