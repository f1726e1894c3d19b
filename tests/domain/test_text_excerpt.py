"""A long text in a list: the marks and a few words around them."""

from dashboard.domain.text_excerpt import around_marks
from dashboard.domain.text_run import TextRun

WORDS = "Udbuddet er sendt ud til alle leverandører, og der er holdt møde med de tre, som har budt. "


def shown(*runs: TextRun, **room: int) -> str:
    return "".join(run.text for run in around_marks(runs, **room))


def test_what_stands_far_from_a_mark_is_left_out_between_words() -> None:
    text = shown(TextRun(WORDS), TextRun("Frist 1. juni.", red=True), TextRun(" " + WORDS * 2), around=30)
    assert text == "… med de tre, som har budt. Frist 1. juni. Udbuddet er sendt ud til alle …"


def test_between_two_marks_both_sides_are_kept() -> None:
    mark = TextRun("X", red=True)
    assert shown(mark, TextRun(f" {WORDS}"), mark, around=25) == "X Udbuddet er sendt ud til … de tre, som har budt. X"
    assert shown(mark, TextRun(" kort "), mark) == "X kort X"


def test_a_long_stretch_of_new_text_is_cut_too() -> None:
    assert shown(TextRun(WORDS, red=True), new=20) == "Udbuddet er sendt ud …"
    assert shown(TextRun(WORDS, struck=True), struck=20, new=500) == "Udbuddet er sendt ud …"


def test_the_marks_stay_what_they_were() -> None:
    runs = (TextRun(WORDS), TextRun(WORDS, red=True), TextRun(WORDS, struck=True))
    assert [(run.red, run.struck) for run in around_marks(runs, 10, new=10, struck=10)] == [
        (False, False),
        (True, False),
        (False, True),
    ]


def test_a_text_without_marks_begins_at_its_beginning() -> None:
    assert shown(TextRun(WORDS), around=10) == "Udbuddet er sendt ud …"
    assert shown(TextRun("kort")) == "kort"


def test_a_word_that_is_longer_than_the_room_is_cut() -> None:
    assert shown(TextRun("x" * 50, red=True), new=20) == "x" * 20 + " …"
