"""Marked texts as HTML: never by colour alone, and nobody's markup but ours."""

import re

import pytest

from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.domain.text_run import TextRun, written_runs
from dashboard.intake import FieldChange
from dashboard.intake.difference import Difference, LineDifference
from dashboard.queries import Change
from dashboard.web.change_list import change_list
from dashboard.web.intake.tables import difference_list
from dashboard.web.markup import marked_difference, marked_line_text, marked_text

MAY = Month(2025, 5)
OLD, NEW = TextRun(" frist 1. juni", struck=True), TextRun(" frist 1. august", red=True)
LONG = "Udbuddet er sendt ud, og der er holdt møde med alle de leverandører, som har spurgt om materialet. " * 3


def read(html: str) -> str:
    """Give the text that is heard, with one space between the parts."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html)).strip()


def differing(*fields: FieldChange) -> str:
    return str(difference_list(Difference((LineDifference("changed", "A", (), None, None, fields),), 0)))


def test_new_text_is_inserted_and_struck_text_deleted_also_for_those_who_listen() -> None:
    html = marked_text((TextRun("Udbud,"), OLD, NEW))
    assert re.sub(r' class="\w+"', "", html) == (
        "Udbud, <del><span>udgået: </span>frist 1. juni</del> <ins><span>ny tekst: </span>frist 1. august</ins>"
    )


def test_markup_in_a_strangers_text_is_text() -> None:
    evil = '<img src=x onerror="x">'
    for html in (
        marked_text((TextRun(evil), TextRun(evil, red=True), TextRun(evil, struck=True))),
        marked_difference("gammel " + evil, evil + "<b>ny</b>"),
        marked_line_text(evil, written_runs({"ask": (TextRun(evil, red=True),)}), "ask"),
        differing(FieldChange(evil, evil, evil, ("marked_new",), (TextRun(evil, red=True),))),
    ):
        assert "<img" not in html
        assert "<b>ny" not in html
        assert "&lt;img src=x" in html


def test_a_field_of_a_line_is_shown_as_its_workbook_marked_it() -> None:
    stored = written_runs({"status_text": (TextRun("Udbud,"), OLD, NEW)})
    assert read(marked_line_text("Udbud, frist 1. august", stored, "status_text")) == (
        "Udbud, udgået: frist 1. juni ny tekst: frist 1. august"
    )
    assert marked_line_text("Udbud", stored, "ask") == "Udbud"


@pytest.mark.parametrize("nothing", [None, ""])
def test_a_field_without_text_is_empty(nothing: str | None) -> None:
    assert marked_line_text(nothing, nothing, "status_text") == ""


def test_between_two_texts_the_words_that_differ_are_marked() -> None:
    assert read(marked_difference("Frist 1. juni 2025.", "Frist 15. august 2025.")) == (
        "Frist udgået: 1. juni ny tekst: 15. august 2025."
    )


def test_where_no_word_was_kept_an_arrow_stands_between_old_and_new() -> None:
    assert read(marked_difference("4. kvartal 2026", "1. kvartal 2027")) == (
        "udgået: 4. kvartal 2026 → ny tekst: 1. kvartal 2027"
    )
    assert read(marked_difference("", "Ny")) == "intet → ny tekst: Ny"
    assert read(marked_difference("Gammel", None)) == "udgået: Gammel → intet"


def test_a_long_text_is_shortened_around_what_differs_only_where_it_is_asked_for() -> None:
    short = read(marked_difference(LONG + "Frist i juni.", LONG + "Frist i august.", is_short=True))
    assert short == "… som har spurgt om materialet. Frist i udgået: juni ny tekst: august ."
    assert len(read(marked_difference(LONG + "Frist i juni.", LONG + "Frist i august."))) > len(LONG)


def test_a_text_whose_marks_alone_changed_is_told_once_with_what_was_done() -> None:
    html = differing(
        FieldChange(
            "Statustekst",
            "Udbud i gang",
            "Udbud i gang",
            ("marked_new",),
            (TextRun("Udbud "), TextRun("i gang", red=True)),
        )
    )
    assert read(html).startswith("Ændret 1 A Statustekst Udbud ny tekst: i gang tekst markeret som ny")
    assert "→" not in read(html)


def test_a_text_that_says_something_else_shows_what_and_not_that_it_was_marked() -> None:
    html = differing(FieldChange("Statustekst", "Frist i juni", "Frist i august", ("marked_new", "struck")))
    assert read(html).endswith("Frist i udgået: juni ny tekst: august")


def change(kind: str, said: str, *runs: TextRun) -> list[Change]:
    written = written_runs({"status_text": runs} if runs else {})
    lights = (Light.GREEN, Light.RED)
    return [Change(kind, 1, "A", None, *lights, False, "ØK", MAY, None, said, written, False, 1, "Ark1", "C4")]


def test_what_changed_on_overblik_shows_the_words_that_are_marked_and_not_the_first_ones() -> None:
    html = str(change_list(change("improved", LONG + "frist 1. august", TextRun(LONG.strip()), OLD, NEW), MAY))
    assert "A … spurgt om materialet. udgået: frist 1. juni ny tekst: frist 1. august ØK" in read(html)


def test_what_changed_on_overblik_begins_at_the_beginning_where_nothing_is_marked() -> None:
    assert f"A {LONG.strip()} ØK" in read(str(change_list(change("improved", LONG), MAY)))
    assert f"A {LONG.strip()} ØK" in read(str(change_list(change("worsened", LONG), MAY)))


def test_why_a_line_got_worse_begins_with_the_sentence_that_is_new_and_leaves_out_what_is_struck() -> None:
    late = TextRun(LONG.strip() + " Vi har aftalt ")
    html = str(change_list(change("worsened", LONG + "Vi har aftalt frist 1. august", late, OLD, NEW), MAY))
    assert "A Vi har aftalt ny tekst: frist 1. august ØK" in read(html)
