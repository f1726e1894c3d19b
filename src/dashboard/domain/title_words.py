"""The words of titles: which of them mean something, what they weigh, and how much of one title stands in another."""

import re
from collections import Counter
from collections.abc import Iterable, KeysView, Sequence
from functools import cache, lru_cache
from math import log

from rapidfuzz import fuzz

from dashboard.domain.identity import normalised
from dashboard.domain.terms import terms

FRAME_WEIGHT, LEAST_WEIGHT = 0.35, 0.1
SPELLED_ALIKE = 85
SHORTEST_PART, SHORTEST_WORD, SHORTEST_TELLING = 5, 4, 3
NUMBERS = re.compile(r"\b\d+\b")  # years, stages, quarters
NAMES = re.compile(r"(?<=[\s/-])[A-ZÆØÅ][a-zæøåé]+")  # places and the like: a capital inside, and small letters after
ENDINGS = re.compile(r"(?<=\w{4})(ernes|erne|enes|ene|ens|ets|ers|er|en|et|es|e|s)$")


class TitleWords:
    """The words of some titles: one weighs the more the fewer titles have it, and one that is a mere frame little."""

    def __init__(self, titles: Iterable[str]) -> None:
        heard = [set(_words(title)) for title in titles]
        self._titles = len(heard)
        self._having = Counter(word for words in heard for word in words)
        self._weights: dict[str, dict[str, float]] = {}
        self._met = dict.fromkeys(self._having)
        self._near: dict[str, _Near] = {}

    def shared(self, one: str, other: str) -> float:
        """Say which part of the weight of two titles' words stands in both, from 0 to 100.

        It is half for what each has of the other, and half for what the shorter has of the longer.
        """
        less, more = sorted((self._part_of(one, other), self._part_of(other, one)))
        both = 2 * less * more / (less + more) if more else 0
        return 100 * (both + more) / 2

    def _part_of(self, title: str, other: str) -> float:
        """Say which part of the weight of a title's words stands in another."""
        weights, others = self._weights_of(title), self._weights_of(other).keys()
        inside = sum(weight * self._part(word, others) for word, weight in weights.items())
        return inside / (sum(weights.values()) or 1)

    def _weights_of(self, title: str) -> dict[str, float]:
        if title not in self._weights:
            words = _words(title)
            self._met |= dict.fromkeys(words)
            self._weights[title] = {word: self._weight(word) for word in words}
        return self._weights[title]

    def _part(self, word: str, others: KeysView[str]) -> float:
        """Say which part of a word stands in some others: one spelled nearly alike, or its parts."""
        if word in others:
            return 1
        if word.isdecimal():
            return 0
        near = self._near.get(word) or self._near.setdefault(word, _Near(word))
        if near.looked_at < len(self._met):
            near.look_at([*self._met][near.looked_at :])
        found = near.words.keys() & others
        if not found:
            return 0
        alike = max(near.words[other][0] for other in found)
        return alike / 100 or min(1, sum(near.words[other][1] for other in found) / len(word))

    def _weight(self, word: str) -> float:
        rarity = log((self._titles + 2) / (self._having[word] + 1)) / log(self._titles + 2)
        says_little = word in _frames() or len(word) < SHORTEST_TELLING
        return max(rarity, LEAST_WEIGHT) * (FRAME_WEIGHT if says_little else 1)


def tell_apart(one: str, other: str) -> int:
    """Count in how many ways two titles contradict each other: each has a number, or a name, that the other has not."""
    return sum(_has_more(kind, one, other) and _has_more(kind, other, one) for kind in (NUMBERS, NAMES))


def _has_more(kind: re.Pattern[str], title: str, other: str) -> bool:
    found = _found(kind, title)
    return bool(found) and not found <= set(_words(other))


@lru_cache(maxsize=16_384)
def _found(kind: re.Pattern[str], title: str) -> frozenset[str]:
    return frozenset(_stem(word.casefold()) for word in kind.findall(title))


@lru_cache(maxsize=16_384)
def _words(title: str) -> tuple[str, ...]:
    """List the words of a title that mean something, without their endings."""
    words = dict.fromkeys(re.findall(r"\w+", normalised(title)))
    return tuple(_stem(word) for word in words if word not in terms().small_words) or tuple(map(_stem, words))


@cache
def _frames() -> frozenset[str]:
    return frozenset(map(_stem, terms().frame_words))


def _stem(word: str) -> str:
    return ENDINGS.sub("", word)


class _Near:
    """The words that are spelled nearly as one is, or have a part of it in them: how alike, and letters in common."""

    def __init__(self, word: str) -> None:
        self.looked_at = 0
        self._word = word
        self.words: dict[str, tuple[float, int]] = {}

    def look_at(self, more: Sequence[str]) -> None:
        """Look for them among more words."""
        word, start = self._word, self._word[:SHORTEST_WORD]
        for other in more:
            alike = fuzz.ratio(word, other, score_cutoff=SPELLED_ALIKE)
            joint = _joint(word, other) if start in other or other[:SHORTEST_WORD] in word else 0
            if alike or joint:
                self.words[other] = alike, joint
        self.looked_at += len(more)


def _joint(one: str, other: str) -> int:
    """Count the letters of what two compounds have in common: what one begins with, or a whole short word at an end."""
    found = max(_longest_start(one, other), _longest_start(other, one))
    short, long = sorted((one, other), key=len)
    is_end = len(short) >= SHORTEST_WORD and (long.startswith(short) or long.endswith(short))
    return found or (len(short) if is_end else 0)


def _longest_start(word: str, other: str) -> int:
    """Count the letters that a word begins with and that stand somewhere in another; 0 for a few."""
    if len(word) < SHORTEST_PART or word[:SHORTEST_PART] not in other:
        return 0
    return next(n for n in range(len(word), 0, -1) if word[:n] in other)
