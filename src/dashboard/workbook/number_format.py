"""A number as its format shows it: with the words around it, in thousands or millions, with noughts before it."""

import operator
import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from dashboard.domain.amount import UNIT_WORDS
from dashboard.workbook.cell_text import as_text

PIECE = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|\[\$(?P<currency>[^\[\]-]*)(?:-[^\[\]]*)?\]'
    r"|\[(?P<test>[<>=]+)(?P<limit>-?[\d.]+)\]|\[[^\[\]]*\]|[_*].|(?P<digits>General|[#0?][#0?.,]*)|(?P<other>.)",
    re.DOTALL,
)
TESTS = {"<": operator.lt, ">": operator.gt, "<=": operator.le, ">=": operator.ge, "=": operator.eq, "<>": operator.ne}
SCALING = re.compile(r"(?<!,),++(?=\.|$)")
MONEY = re.compile(r"\s*(?:kr|dkk|mio|t\.?kr)\b", re.IGNORECASE)
MINUS = frozenset("-–\u2212(÷")
SIGNED = re.compile(r"[\s(\u2212–-]*+(?:((?:kr|dkk)\b\.?)[\s(\u2212–-]*+)?", re.IGNORECASE)
COLOUR = re.compile(r"\[(blue|cyan|green|magenta|red|white|yellow|color ?(?!1\])\d+)\]", re.IGNORECASE)
WORDED = re.compile(r"[^\W\d_]|[%€$£]")


class Section(NamedTuple):
    """One of the looks of a format: what stands around the digits, and what they are divided by (0: there are none).

    ``least`` is how many digits there are at least, ``test`` and ``limit`` tell of which numbers it is.
    """

    before: str
    after: str
    divisor: int
    least: int
    test: str | None
    limit: float


def shown_number(value: float, number_format: str) -> str | None:
    """Write a number as its format shows it, no digit left out; None where that is no more than the number."""
    section = _section_of(value, _sections(number_format))
    if section is None:
        return None
    if not section.divisor:
        return section.before.strip()
    before, after, signed = section.before, section.after, SIGNED.fullmatch(section.before)
    is_minus = signed is not None and not {*before}.isdisjoint(MINUS)
    if signed is not None and is_minus:
        before, after = signed[1] or "", after.replace(")", "")
    is_turned = is_minus and value > 0
    if not (is_turned or section.divisor > 1 or section.least > 1 or WORDED.search(before + after)):
        return None
    number = as_text(round((-value if is_turned else value) / section.divisor, 6))
    if number.isdecimal():
        number = number.zfill(section.least)
    return (f"{number} {before.strip()}{after}" if MONEY.match(before) else f"{before}{number}{after}").strip()


@lru_cache(maxsize=1024)
def hides_minus(number_format: str) -> bool:
    """Tell whether a number below zero looks like one above it, or like none: no minus, brackets, colour or word."""
    pieces = _pieces(number_format)
    below = _of_negatives(pieces)
    if below is None:
        return False
    words = "".join(map(_words, below))
    others = {_colour(section) for section in pieces[:2] if section is not below}
    is_coloured = _colour(below) not in {None, *others} and any(piece["digits"] for piece in below)
    says_more = set(re.findall(r"[^\W\d_]+", words.casefold())) - UNIT_WORDS
    return MINUS.isdisjoint(words) and not (is_coloured or says_more)


def _of_negatives(pieces: list[list[re.Match[str]]]) -> list[re.Match[str]] | None:
    """Give the look of numbers below zero where it is theirs alone: no minus is shown but the one it writes."""
    tests = [_test(section) for section in pieces]
    if not any(test for test, _ in tests):
        return pieces[1] if len(pieces) > 1 else None
    above = (number for _, limit in (("", 0.0), *tests) if limit >= 0 for number in (limit or 0.5, limit + 0.5))
    own = _first_of(-1, tests)
    return None if own is None or own in {_first_of(number, tests) for number in above} else pieces[own]


def _first_of(value: float, tests: Sequence[tuple[str | None, float]]) -> int | None:
    """Tell which of the looks with tests a number has: the first whose test it meets, else the first without one."""
    held = (place for place, (test, limit) in enumerate(tests) if test and TESTS.get(test, operator.eq)(value, limit))
    return next(held, next((place for place, (test, _) in enumerate(tests) if not test), None))


def _colour(pieces: list[re.Match[str]]) -> str | None:
    """Name the colour of a look; black is none."""
    found = (COLOUR.match(piece[0]) for piece in pieces)
    return next((match[1].casefold() for match in found if match), None)


def _section_of(value: float, sections: tuple[Section | None, ...]) -> Section | None:
    tested = [section for section in sections if section is not None and section.test]
    if tested:
        held = (section for section in tested if TESTS.get(section.test or "", operator.eq)(value, section.limit))
        return next(held, next((section for section in sections if section is not None and not section.test), None))
    of_sign = 1 if value < 0 else 2 if value == 0 else 0
    return sections[of_sign if of_sign < min(len(sections), 3) else 0]


@lru_cache(maxsize=1024)
def _sections(number_format: str) -> tuple[Section | None, ...]:
    """Split a format into its looks; None is one that shows no words, or something else than a number as it is."""
    return tuple(map(_section, _pieces(number_format)))


def _pieces(number_format: str) -> list[list[re.Match[str]]]:
    pieces: list[list[re.Match[str]]] = [[]]
    for piece in PIECE.finditer(number_format):
        if piece["other"] == ";":
            pieces.append([])
        else:
            pieces[-1].append(piece)
    return pieces


def _section(pieces: list[re.Match[str]]) -> Section | None:
    digits = [place for place, piece in enumerate(pieces) if piece["digits"]]
    others = "".join(piece["other"] or "" for piece in pieces)
    if re.sub(r"kr\.?", "", others).strip(" -+():/$."):
        return None
    if not digits:
        words = "".join(map(_words, pieces))
        return Section(words, "", 0, 1, *_test(pieces)) if WORDED.search(words) else None
    first, last = digits[0], digits[-1]
    if any(map(str.strip, map(_words, pieces[first + 1 : last]))):
        return None
    body = "".join(pieces[place]["digits"] for place in digits)
    scaling = SCALING.search(body)
    return Section(
        "".join(map(_words, pieces[:first])),
        "".join(map(_words, pieces[last + 1 :])),
        1000 ** len(scaling[0]) if scaling else 1,
        len(body) if not body.strip("0") else 1,
        *_test(pieces),
    )


def _test(pieces: list[re.Match[str]]) -> tuple[str | None, float]:
    test = next((piece for piece in pieces if piece["test"]), None)
    return (test["test"], float(test["limit"])) if test else (None, 0)


def _words(piece: re.Match[str]) -> str:
    return next((said for name in ("quoted", "escaped", "currency", "other") if (said := piece[name])), "")
