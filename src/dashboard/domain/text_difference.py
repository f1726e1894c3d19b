"""What differs between two texts, word by word, told as a person would mark it: new words red, old ones struck.

Sentences are compared first, so that one that comes or goes does not disturb its neighbours, then the words of those
that differ. Spaces and line breaks are no difference. A few words that two rewritten sentences happen to share are not
kept between the marks: the old stretch is struck and the new one follows, so that both can be read aloud.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

from dashboard.domain.text_run import TextRun, joined

SENTENCE_START = re.compile(r"(?<=[.!?:;])(?=\s+[^\sa-zæøå])|(?=\n)")
TOKEN = re.compile(r"(?<!\s)\s*(?:\w+(?:[-–./:'’]\w+|(?<=\d),\d+)*|[^\w\s])")
LONGEST_SMALL_WORD = 3  # og, at, er, den: any two sentences share some
FEWEST_KEPT = 0.4  # of the words of the shorter stretch; below it the stretch was rewritten

Tokens = tuple[str, ...]


@dataclass(frozen=True)
class _Part:
    """Tokens of both texts, each with the space before it: alike, or what the old ones became."""

    old: Tokens
    new: Tokens
    is_kept: bool

    @property
    def length(self) -> int:
        """Give the length of the longer side."""
        return max(len("".join(self.old)), len("".join(self.new)))

    @property
    def words(self) -> int:
        """Count the words of a kept part."""
        return sum(map(_is_word, self.new))

    @property
    def is_small(self) -> bool:
        """Tell whether it has nothing but small words and punctuation."""
        return all(len(token.strip()) <= LONGEST_SMALL_WORD and not _is_number(token) for token in self.new)


def text_difference(old: str | None, new: str | None) -> tuple[TextRun, ...]:
    """Mark a text against an earlier one: what came is red, what went is struck and stands before what came instead."""
    parts: list[_Part] = []
    for sentences in _compared(_sentences(_clean(old)), _sentences(_clean(new))):
        tokens = _Part(_tokens(sentences.old), _tokens(sentences.new), sentences.is_kept)
        parts += [tokens] if tokens.is_kept else _word_parts(tokens)
    return joined(_runs(parts))


def _clean(text: str | None) -> str:
    return unicodedata.normalize("NFC", text or "").strip()


def _sentences(text: str) -> Tokens:
    return tuple(filter(str.strip, SENTENCE_START.split(text)))


def _tokens(sentences: Tokens) -> Tokens:
    return tuple(TOKEN.findall("".join(sentences)))


def _compared(old: Tokens, new: Tokens) -> Iterator[_Part]:
    """Part two texts into what is alike but for spaces and what is not, in order.

    The longest common subsequence, since its time is bounded: difflib takes minutes for a cell of one word repeated.
    """
    old_at = new_at = 0
    for block in LCSseq.editops(_without_spaces(old), _without_spaces(new)).as_matching_blocks():
        if block.a > old_at or block.b > new_at:
            yield _Part(old[old_at : block.a], new[new_at : block.b], is_kept=False)
        old_at, new_at = block.a + block.size, block.b + block.size
        if block.size:
            yield _Part(old[block.a : old_at], new[block.b : new_at], is_kept=True)


def _without_spaces(pieces: Tokens) -> list[str]:
    return [" ".join(piece.split()) for piece in pieces]


def _word_parts(stretch: _Part) -> list[_Part]:
    """Part a stretch that differs into words, or leave it whole when too little of it was kept."""
    if not stretch.old or not stretch.new:
        return [stretch]
    parts = _without_crumbs(list(_compared(stretch.old, stretch.new)))
    shorter = min(sum(map(_is_word, stretch.old)), sum(map(_is_word, stretch.new)))
    kept = sum(part.words for part in parts if part.is_kept)
    return parts if kept and kept >= FEWEST_KEPT * shorter else [stretch]


def _without_crumbs(parts: list[_Part]) -> list[_Part]:
    """Let what is kept between two changes go into them when it is small, or no longer than either."""
    at = 1
    while at < len(parts) - 1:
        before, kept, after = parts[at - 1 : at + 2]
        if kept.is_kept and (kept.is_small or kept.length <= min(before.length, after.length)):
            old, new = before.old + kept.old + after.old, before.new + kept.new + after.new
            parts[at - 1 : at + 2] = [_Part(old, new, is_kept=False)]
            at = max(at - 2, 1)
        else:
            at += 1
    return parts


def _runs(parts: Sequence[_Part]) -> Iterator[TextRun]:
    for part in parts:
        if part.is_kept:
            yield TextRun(_spaced(part.new, by=part.old))
            continue
        yield TextRun("".join(part.old), struck=True)
        new = "".join(part.new)
        stands_close = part.old and part.new and _is_word(part.new[0]) and not new[0].isspace()
        yield TextRun(f" {new}" if stands_close else new, red=True)


def _spaced(tokens: Tokens, by: Tokens) -> str:
    """Write kept tokens, with the space that stood before them in either text."""
    text = "".join(tokens)
    return f" {text}" if by[0][0].isspace() and not text[0].isspace() else text


def _is_word(token: str) -> bool:
    return any(map(str.isalnum, token))


def _is_number(token: str) -> bool:
    return any(map(str.isdigit, token))
