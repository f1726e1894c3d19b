"""How alike two lines are: a number from 0 to 100, to sort suggestions by; it decides nothing.

The title counts most. Titles of about one length are compared whole, as they stand and with their words in order of the
alphabet; when one is half as long again as the other, two thirds is how well the shorter is found inside it. Then each
fact that both give moves the number: one that agrees towards 100, one that differs towards 0, by the weights below. A
code is worth most but is not unique, and udvalg and art change over a life.

SUGGESTED_FROM was measured on the example plan (benchmarks/similarity.py): of 11,137 pairs of lines that stand beside
each other in a workbook, and so are different, 11 reach it, while every renaming in the example and in the case files
does. A suggestion too many costs a click, a missed one breaks a history; hundreds of them would be read by no one.
"""

from collections.abc import Collection
from typing import Protocol

from rapidfuzz import fuzz

from dashboard.domain.identity import normalised

SUGGESTED_FROM = 70
LIKELY_FROM = 80
VERY_LIKELY_FROM = 90
MUCH_LONGER = 1.5


class Compared(Protocol):
    """What a line is compared by."""

    @property
    def title(self) -> str: ...
    @property
    def code(self) -> str | None: ...
    @property
    def udvalg(self) -> Collection[str]: ...
    @property
    def art(self) -> str | None: ...


def similarity(one: Compared, other: Compared) -> int:
    """Give how alike two lines are, from 0 to 100."""
    score = _titles(normalised(one.title), normalised(other.title))
    if one.code and other.code:
        score = _moved(score, one.code.casefold() == other.code.casefold(), up=0.5, down=0.3)
    if one.udvalg and other.udvalg:
        score = _moved(score, not set(one.udvalg).isdisjoint(other.udvalg), up=0.15, down=0.1)
    if one.art and other.art:
        score = _moved(score, one.art == other.art, up=0.1, down=0.1)
    return round(score)


def _titles(one: str, other: str) -> float:
    sorted_words = fuzz.token_sort_ratio(one, other)
    if max(len(one), len(other)) < MUCH_LONGER * min(len(one), len(other)):
        alike = max(fuzz.ratio(one, other), sorted_words)
    else:
        alike = max(fuzz.token_set_ratio(one, other), fuzz.partial_ratio(one, other))
    return (2 * alike + sorted_words) / 3


def _moved(score: float, agrees: bool, *, up: float, down: float) -> float:
    return score + (100 - score) * up if agrees else score * (1 - down)


def in_words(score: int) -> str:
    """Say how likely it is, in words and as a number: "meget sandsynligt (94 af 100)"."""
    word = "muligt"
    if score >= LIKELY_FROM:
        word = "meget sandsynligt" if score >= VERY_LIKELY_FROM else "sandsynligt"
    return f"{word} ({score} af 100)"
