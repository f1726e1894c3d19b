"""Texts between two lights ("Grøn/gul", "mellem gul og rød"): never a light, but the worse one can be offered."""

import re
from functools import cache, lru_cache
from itertools import permutations

from dashboard.domain.identity import normalised
from dashboard.domain.light import Light
from dashboard.domain.terms import terms
from dashboard.domain.words import INTRODUCER, REMEMBERED

BEFORE_AN_EXPLANATION = frozenset("-:,.(")
TWO_LETTERS = re.compile(r"([gyar]) ?(?:/|-|->|→|>|\\) ?([gyar])")
ENGLISH = {"g": Light.GREEN, "y": Light.YELLOW, "a": Light.YELLOW, "r": Light.RED}
SHORT = 60
WORST_FIRST = list(Light)


@lru_cache(maxsize=REMEMBERED)
def half_step(text: str) -> tuple[Light, Light] | None:
    """Give the two lights that a text stands between, the worse one first; None when it names one, none or three."""
    words = INTRODUCER.sub("", normalised(text))
    letters = TWO_LETTERS.fullmatch(words)
    if letters is not None:
        return two_lights({ENGLISH[letters[1]], ENGLISH[letters[2]]})
    inside = re.search(r"\bmellem (\w+) og (\w+)\b", words) if len(words) <= SHORT else None
    if inside is not None and {inside[1], inside[2]} <= _lights().keys():
        return two_lights(set(_lights()[inside[1]] | _lights()[inside[2]]))
    named: set[Light] = set()
    before = ""
    for token in re.findall(r"\w+|[^\w\s]", words):
        lights = _lights().get(token)
        if lights is None and token not in terms().between_lights:
            return two_lights(named) if before in BEFORE_AN_EXPLANATION else None
        named |= lights or set()
        before = token
    return two_lights(named)


def two_lights(named: set[Light]) -> tuple[Light, Light] | None:
    """Give the worse of two lights first; None unless they are two."""
    if len(named) != 2:
        return None
    worse, better = sorted(named, key=WORST_FIRST.index)
    return worse, better


@cache
def _lights() -> dict[str, frozenset[Light]]:
    """Give the words of each light, and those of two in one ("gulgrøn")."""
    words = {
        word: light for light, entry in terms().lights.items() if light.is_reported for word in entry.written if word
    }
    plain = [word for word in words if word.isalpha() and len(word) >= 3]
    both = {one + other: frozenset({words[one], words[other]}) for one, other in permutations(plain, 2)}
    return both | {word: frozenset({light}) for word, light in words.items()}
