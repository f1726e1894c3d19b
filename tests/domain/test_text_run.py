"""Marks in a text: what is shown, what was done to them, and how they are kept."""

from dashboard.domain.text_run import TextRun, joined, mark_changes, read_runs, runs_of, written_runs

OLD, NEW = TextRun("frist 1. juni", struck=True), TextRun("frist 1. august", red=True)
PLAIN = TextRun("Udbud i gang, ")


def test_a_text_is_shown_as_it_was_marked() -> None:
    assert runs_of("Udbud i gang, frist 1. august", (PLAIN, OLD, NEW)) == (PLAIN, OLD, NEW)


def test_a_text_that_is_struck_all_over_is_still_shown() -> None:
    assert runs_of(None, (OLD,)) == (OLD,)


def test_a_text_without_marks_is_one_run_and_no_text_is_none() -> None:
    assert runs_of("Udbud i gang", ()) == (TextRun("Udbud i gang"),)
    assert runs_of(None, ()) == ()


def test_a_text_that_goes_on_in_the_next_row_keeps_its_marks() -> None:
    assert runs_of("frist 1. august\nog mere", (OLD, NEW)) == (OLD, NEW, TextRun("\nog mere"))


def test_a_title_whose_cell_also_has_the_code_is_new_when_the_whole_cell_is() -> None:
    assert runs_of("Flådestyring", (TextRun("Flådestyring R003", red=True),)) == (TextRun("Flådestyring", red=True),)
    half = (TextRun("Flådestyring "), TextRun("R003", red=True))
    assert runs_of("Flådestyring", half) == (TextRun("Flådestyring"),)


def test_neighbours_that_look_alike_are_one_run() -> None:
    assert joined([TextRun("a", red=True), TextRun("", struck=True), TextRun("b", red=True)]) == (
        TextRun("ab", red=True),
    )


def test_words_that_are_marked_and_were_not_are_told() -> None:
    assert mark_changes((), (PLAIN, OLD, NEW)) == ("marked_new", "struck")
    assert mark_changes((PLAIN, NEW), (PLAIN, NEW, OLD)) == ("struck",)


def test_marks_that_are_gone_are_told() -> None:
    assert mark_changes((PLAIN, OLD, NEW), ()) == ("no_longer_new", "struck_left_out")


def test_the_same_marks_parted_otherwise_are_no_change() -> None:
    parted = (PLAIN, TextRun("frist ", red=True), TextRun("1. august", red=True))
    assert mark_changes((PLAIN, NEW), parted) == ()


def test_what_is_written_is_read_again() -> None:
    runs = {"status_text": (PLAIN, OLD, NEW), "ask": (NEW,)}
    assert read_runs(written_runs(runs)) == runs
    assert written_runs({}) is None
    assert read_runs(None) == read_runs(float("nan")) == {}
