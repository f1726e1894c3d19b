"""Lines found by what a person remembers of a name: misspelt, a few words of it, or its number.

A number alone ("R307", "r 307", "307") means the lines that carry it. Otherwise every word that is asked for must be
like some part of the name; the score is how well the words are found in the mean, 100 for all of them.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz

from dashboard.domain.identity import normalised

ALIKE_FROM = 72  # of 100, for each word: "flodestyring" for "flådestyring" is 92, "skole" for "sprog" is 40
SHORT = 4  # letters; a shorter word is found or it is not: "bus" is one letter from "hus"
INSIDE = 0.95  # a word found inside another, against one that stands alone or begins it
NUMBER = re.compile(r"\s*+([a-zæøå]?)\s*+-?\s*+(\d{1,5})\s*", re.IGNORECASE)
DANISH = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "²": "2"})


@dataclass(frozen=True)
class KnownName:
    """A name that a line has or has had."""

    indsats_id: int
    title: str
    code: str | None = None


def nearest_lines(asked: str, names: Iterable[KnownName], at_most: int = 20) -> list[int]:
    """Give the lines whose names are like what is asked for, the best first; names of one line count as its best."""
    scores: dict[int, float] = {}
    for name in names:
        score = name_score(asked, name)
        if score >= ALIKE_FROM:
            scores[name.indsats_id] = max(score, scores.get(name.indsats_id, 0))
    return sorted(scores, key=lambda indsats_id: -scores[indsats_id])[:at_most]


def name_score(asked: str, name: KnownName) -> float:
    """Give how well a name is what is asked for, from 0 to 100."""
    number = NUMBER.fullmatch(asked)
    if number is not None:
        return 100.0 if name.code and _is_number(name.code, *number.groups()) else 0.0
    words = _words(re.sub(r"\b([rR])\s+(\d{2,})\b", r"\1\2", asked))
    parts = _words(f"{name.title} {name.code or ''}")
    scores = [max((_alike(word, part) for part in parts), default=0.0) for word in words]
    if not scores or min(scores) < ALIKE_FROM:
        return 0.0
    return sum(scores) / len(scores)


def _is_number(code: str, letter: str, digits: str) -> bool:
    written = re.fullmatch(r"(\D*)0*?([^\D0]\d*|0)", code.strip())
    if written is None:
        return False
    return written[2] == (digits.lstrip("0") or "0") and (not letter or written[1].casefold() == letter.casefold())


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", _plain(text))


def _plain(text: str) -> str:
    """Write a text so that æ and ae, å and aa, é and e are the same."""
    danish = normalised(text).translate(DANISH)
    return "".join(letter for letter in unicodedata.normalize("NFD", danish) if not unicodedata.combining(letter))


def _alike(word: str, part: str) -> float:
    if part.startswith(word):
        return 100.0
    if len(word) < SHORT:
        return 0.0
    if word in part:
        return 100 * INSIDE
    whole = fuzz.ratio(word, part)
    beginning = fuzz.ratio(word, part[: len(word)]) if len(part) > len(word) else 0.0
    return max(whole, beginning * INSIDE)
