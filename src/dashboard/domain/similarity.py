"""How alike two lines are: a number from 0 to 100, to sort suggestions by; it decides nothing.

The title counts most: 0.7 of it is which words stand in both (title_words), 0.3 how the titles look, letter by letter.
Titles of about one length are compared whole, as they stand and with their words in order of the
alphabet; when one is half as long again as the other, two thirds is how well the shorter is found inside it. A place or
a year that each has of its own counts against. Then each fact that both give moves the number: one that agrees towards
100, one that differs towards 0, by the weights below. None of them is unique, and each may change over a life.

SUGGESTED_FROM was measured (benchmarks/README.md). A suggestion too many costs a click, a missed one breaks a history;
many of them would be read by no one.
"""

from collections.abc import Collection, Iterable, Mapping
from decimal import Decimal
from itertools import islice
from typing import Protocol, TypeVar

from rapidfuzz import fuzz

from dashboard.domain.identity import normalised
from dashboard.domain.title_words import TitleWords, tell_apart

SUGGESTED_FROM = 64
LIKELY_FROM = 75
VERY_LIKELY_FROM = 88
MUCH_LONGER = 1.5
CONTRADICTED = 0.7
MOST_PAIRS = 200_000  # every line of a plan of 450 under another name; of more, it is another plan


class Compared(Protocol):
    """What a line is compared by."""

    @property
    def title(self) -> str: ...
    @property
    def code(self) -> str | None: ...
    @property
    def udvalg(self) -> Collection[str]: ...
    @property
    def tema(self) -> str | None: ...
    @property
    def art(self) -> str | None: ...
    @property
    def responsible(self) -> str | None: ...
    @property
    def amounts(self) -> Mapping[int, Decimal] | Collection[tuple[int, float]]: ...


Newer = TypeVar("Newer", bound=Compared)
Older = TypeVar("Older", bound=Compared)


class Similarity:
    """How alike lines are among the titles of a plan."""

    def __init__(self, titles: Iterable[str] = ()) -> None:
        self._words = TitleWords(titles)

    def score(self, one: Compared, other: Compared) -> int:
        """Give how alike two lines are, from 0 to 100."""
        score = self._of_titles(one.title, other.title)
        for agrees, up, down in _facts(one, other):
            score = score + (100 - score) * up if agrees else score * (1 - down)
        return round(score)

    def likely(self, pairs: Iterable[tuple[Newer, Older]]) -> list[tuple[int, Newer, Older]]:
        """List the pairs of a new line and an older one that are likely the same, best first.

        Nobody answers thousands of questions: of more than MOST_PAIRS none is.
        """
        few = list(islice(pairs, MOST_PAIRS + 1))
        scored = ((self.score(*pair), *pair) for pair in few if len(few) <= MOST_PAIRS)
        found = [each for each in scored if each[0] >= SUGGESTED_FROM]
        return sorted(found, key=lambda each: (-each[0], each[1].title, each[2].title))

    def _of_titles(self, one: str, other: str) -> float:
        if normalised(one) == normalised(other):
            return 100
        alike = 0.3 * _letters(normalised(one), normalised(other)) + 0.7 * self._words.shared(one, other)
        return alike * CONTRADICTED ** tell_apart(one, other)


def _letters(one: str, other: str) -> float:
    sorted_words = fuzz.token_sort_ratio(one, other)
    if max(len(one), len(other)) < MUCH_LONGER * min(len(one), len(other)):
        alike = max(fuzz.ratio(one, other), sorted_words)
    else:
        alike = max(fuzz.token_set_ratio(one, other), fuzz.partial_ratio(one, other))
    return float(2 * alike + sorted_words) / 3


def _facts(one: Compared, other: Compared) -> Iterable[tuple[bool, float, float]]:
    """Give of each fact that both tell whether it agrees, and how far that moves the number up or down."""
    if one.code and other.code:
        yield one.code.casefold() == other.code.casefold(), 0.5, 0.2
    if one.udvalg and other.udvalg:
        yield not set(one.udvalg).isdisjoint(other.udvalg), 0.15, 0.1
    if one.tema and other.tema:
        yield one.tema == other.tema, 0.1, 0.1
    if one.art and other.art:
        yield one.art == other.art, 0.1, 0.1
    if one.responsible and other.responsible:
        yield normalised(one.responsible) == normalised(other.responsible), 0.15, 0.05
    amounts = [{year: amount for year, amount in dict(each.amounts).items() if amount} for each in (one, other)]
    if all(amounts):
        yield amounts[0] == amounts[1], 0.5, 0.1


def in_words(score: int) -> str:
    """Say how likely it is, in words and as a number: "meget sandsynligt (94 af 100)"."""
    word = "muligt"
    if score >= LIKELY_FROM:
        word = "meget sandsynligt" if score >= VERY_LIKELY_FROM else "sandsynligt"
    return f"{word} ({score} af 100)"
