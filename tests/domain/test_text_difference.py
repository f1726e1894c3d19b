"""What differs between two texts, marked as a person would: - what went, + what came."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.domain.text_difference import text_difference


def marked(old: str | None, new: str | None) -> str:
    return "".join(
        f"[-{run.text.strip()}-]" if run.struck else f"[+{run.text.strip()}+]" if run.red else run.text.strip(" ")
        for run in text_difference(old, new)
    )


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("Frist 1. juni 2025.", "Frist 15. august 2025.", "Frist[-1. juni-][+15. august+]2025."),
        ("Alle projekter er i gang.", "Alle projekter er ikke i gang.", "Alle projekter er[+ikke+]i gang."),
        ("Udbud i gang", "Udbud i gang. Svar ventes i juni.", "Udbud i gang[+. Svar ventes i juni.+]"),
        ("ØK, KB", "ØK", "ØK[-, KB-]"),
        ("Fagchef Anna Jensen", "Fagchef Bo Jensen", "Fagchef[-Anna-][+Bo+]Jensen"),
        ("4. kvartal 2026", "1. kvartal 2027", "[-4. kvartal 2026-][+1. kvartal 2027+]"),
        ("arbejde med kloge m2", "arbejde med kloge m²", "arbejde med kloge[-m2-][+m²+]"),
        ("Spar 1.250,5 t.kr. i år", "Spar 1.250,0 t.kr. i år", "Spar[-1.250,5-][+1.250,0+]t.kr. i år"),
        ("", "Ny tekst", "[+Ny tekst+]"),
        ("Gammel tekst", None, "[-Gammel tekst-]"),
        (None, None, ""),
    ],
)  # fmt: skip
def test_the_words_that_differ_are_marked(old: str | None, new: str | None, said: str) -> None:
    assert marked(old, new) == said


def test_a_rewritten_sentence_is_struck_whole_and_followed_by_the_new_one() -> None:
    old = "Der er holdt møde. Ledergruppen følger udviklingen uge for uge."
    new = "Der er holdt møde. Situationen i gruppen vurderes igen, når udviklingen er kendt."
    assert marked(old, new) == (
        "Der er holdt møde.[-Ledergruppen følger udviklingen uge for uge.-]"
        "[+Situationen i gruppen vurderes igen, når udviklingen er kendt.+]"
    )


def test_small_words_that_two_sentences_share_are_not_left_between_the_marks() -> None:
    assert (
        marked("Udbud af biler er i gang", "Udbud af biler er gået i stå")
        == "Udbud af biler er[-i gang-][+gået i stå+]"
    )


def test_a_sentence_that_comes_in_between_leaves_the_others_alone() -> None:
    old = "Udbuddet er sendt. Svar ventes."
    assert (
        marked(old, "Udbuddet er sendt. Tre har budt. Svar ventes.")
        == "Udbuddet er sendt.[+Tre har budt.+]Svar ventes."
    )


def test_spaces_line_breaks_and_how_a_letter_is_put_together_are_no_difference() -> None:
    assert marked("Møde  i\nårhus", "Møde i a\u030arhus") == "Møde i århus"


def test_a_new_point_in_a_list_is_new_alone() -> None:
    assert marked("- et\n- to", "- et\n- tre\n- to") == "- et[+- tre+]\n- to"


def test_paragraphs_that_are_both_rewritten_are_marked_around_the_blank_line_between_them() -> None:
    assert marked("Udbud i gang.\n\nSvar ventes.", "Gået i stå.\n\nIntet nyt.") == (
        "[-Udbud i gang.\nSvar ventes.-][+Gået i stå.\nIntet nyt.+]"
    )


SOME = ("Udbud", "udbud", "er", "i", "gang", "stå", "ikke", "1.", "15.", "august", "2025.", ",", "-", "(BUU)", "\n")
WORDS = st.lists(st.sampled_from(SOME), max_size=25)


@given(WORDS, WORDS)
def test_without_what_went_it_is_the_new_text_and_without_what_came_the_old(old: list[str], new: list[str]) -> None:
    runs = text_difference(" ".join(old), " ".join(new))
    assert "".join(run.text for run in runs if not run.struck).split() == " ".join(new).split()
    assert "".join(run.text for run in runs if not run.red).split() == " ".join(old).split()
    assert not any(run.red and run.struck for run in runs)


@given(WORDS, WORDS)
def test_words_never_run_together_where_a_mark_begins_or_ends(old: list[str], new: list[str]) -> None:
    runs = text_difference(" ".join(old), " ".join(new))
    assert not any(one.text[-1].isalnum() and other.text[0].isalnum() for one, other in pairwise(runs))


def test_two_thousand_words_are_compared_at_once_and_one_word_two_thousand_times_too() -> None:
    long = " ".join(f"Punkt {n} er drøftet i udvalget." for n in range(400))
    started = time.process_time()
    text_difference(long, long.replace("drøftet", "behandlet"))
    text_difference("og " * 2000, "og at " * 1000)
    assert time.process_time() - started < 2
