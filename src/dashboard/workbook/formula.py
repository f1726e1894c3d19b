"""Excel formulas as far as the rules of conditional formatting need them, worked out on the cells of one sheet."""

import re
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, time, timedelta
from functools import partial
from operator import add, eq, ge, gt, le, lt, mul, ne, sub, truediv
from typing import Any

from openpyxl.formula.tokenizer import Token, Tokenizer
from openpyxl.utils.datetime import to_excel

from dashboard.domain.cell_name import column_number
from dashboard.workbook.cell_text import as_text

Place = tuple[int, int]
NOW: Place = (0, 0)  # where the values of a sheet hold the day and time it is
Value = float | str | bool | None
Term = Callable[[Mapping[Place, object], Place], Value]
Argument = Callable[[], Value]

REFERENCE = re.compile(r"(\$?)([A-Z]{1,3})(\$?)(\d+)")
ANY_SIGNS, SIGN = re.compile(r"(?<!~)\*"), re.compile(r"~[?*~]|.", re.DOTALL)
STRENGTH = {"=": 1, "<>": 1, "<": 1, ">": 1, "<=": 1, ">=": 1, "&": 2, "+": 3, "-": 3, "*": 4, "/": 4, "^": 5}
COMPARISONS: Mapping[str, Callable[[Any, Any], bool]] = {"=": eq, "<>": ne, "<": lt, ">": gt, "<=": le, ">=": ge}
ARITHMETIC: Mapping[str, Callable[[float, float], float]] = {"+": add, "-": sub, "*": mul, "/": truediv, "^": pow}


class UnknownFormulaError(Exception):
    """A formula holds something that is not known here."""


class ExcelError(Exception):
    """A formula gives an error, as SEARCH does for what is not there."""


def worked_out(formula: str, home: Place) -> Term:
    """Make a formula that is written for the cell ``home`` into what it gives for any cell, its values being given.

    Raise UnknownFormulaError for what is not known; what it gives may raise ExcelError.
    """
    parser = _Parser(formula, home)
    term = parser.expression()
    if parser.tokens:
        raise UnknownFormulaError
    return term


class _Parser:
    def __init__(self, formula: str, home: Place) -> None:
        self.tokens = deque(token for token in Tokenizer(f"={formula}").items if token.type != Token.WSPACE)
        self._home = home
        self._cells: set[Term] = set()  # the terms that are only a reference

    def expression(self, least: int = 1) -> Term:
        """Read operands and the operators between them that bind at least so strongly."""
        left = self._operand()
        while self._is(Token.OP_IN) and STRENGTH.get(self.tokens[0].value, 0) >= least:
            sign = self.tokens.popleft().value
            left = _joined(sign, left, self.expression(STRENGTH[sign] + 1))
        return left

    def _is(self, kind: str, subtype: str | None = None) -> bool:
        return bool(self.tokens) and self.tokens[0].type == kind and subtype in (None, self.tokens[0].subtype)

    def _operand(self) -> Term:
        if not self.tokens:
            raise UnknownFormulaError
        token = self.tokens.popleft()
        match token.type, token.subtype:
            case Token.OPERAND, Token.RANGE:
                term = self._reference(token.value)
            case Token.OPERAND, subtype if subtype != Token.ERROR:
                term = _constant(token)
            case Token.OP_PRE, _:
                inner = self._operand()
                return inner if token.value == "+" else lambda values, place: -number(inner(values, place))
            case Token.PAREN, Token.OPEN:
                term = self.expression()
                self._close(Token.PAREN)
            case Token.FUNC, Token.OPEN:
                term = self._function(token.value[:-1].upper().removeprefix("_XLFN."))
            case _:
                raise UnknownFormulaError
        if not self._is(Token.OP_POST):
            return term
        self.tokens.popleft()
        return lambda values, place: number(term(values, place)) / 100

    def _close(self, kind: str) -> None:
        if not self._is(kind, Token.CLOSE):
            raise UnknownFormulaError
        self.tokens.popleft()

    def _function(self, name: str) -> Term:
        arguments: list[Term] = []
        while not self._is(Token.FUNC, Token.CLOSE):
            argument = self.expression()
            arguments.append(_unless_text(argument) if name in ("AND", "OR") and argument in self._cells else argument)
            if self._is(Token.SEP):
                self.tokens.popleft()
        self._close(Token.FUNC)
        if name in ("ROW", "COLUMN") and not arguments:
            return lambda values, place: float(place[name == "COLUMN"])
        if name in ("NOW", "TODAY") and not arguments:
            part = 1.0 if name == "TODAY" else 0.0
            return lambda values, place: (now := number(cell_value(values.get(NOW)))) - part * (now % 1)
        called = FUNCTIONS.get(name)
        if called is None:
            raise UnknownFormulaError

        def term(values: Mapping[Place, object], place: Place) -> Value:
            with _as_excel():
                return called([partial(argument, values, place) for argument in arguments])

        return term

    def _reference(self, text: str) -> Term:
        told = REFERENCE.fullmatch(text.upper())
        if told is None:
            raise UnknownFormulaError
        row, column = int(told[4]), column_number(told[2])
        down, right = (0 if told[3] else row - self._home[0]), (0 if told[1] else column - self._home[1])

        def term(values: Mapping[Place, object], place: Place) -> Value:
            there = row if told[3] else place[0] + down, column if told[1] else place[1] + right
            return cell_value(values.get(there))

        self._cells.add(term)
        return term


def _unless_text(cell: Term) -> Term:
    """Give what a cell holds, nothing for a text: AND and OR leave out the texts of cells."""

    def term(values: Mapping[Place, object], place: Place) -> Value:
        return None if isinstance(value := cell(values, place), str) else value

    return term


@contextmanager
def _as_excel() -> Iterator[None]:
    """Let what cannot be worked out be the error that Excel shows: a division by nought, a root of less than nought."""
    try:
        yield
    except (ArithmeticError, IndexError, TypeError, ValueError):
        raise ExcelError from None


def cell_value(stored: object) -> Value:
    """Give what a cell holds as formulas take it; raise the error that stands in it."""
    match stored:
        case None | bool():
            return stored
        case int() | float():
            return float(stored)
        case date() | time() | timedelta():
            return float(to_excel(stored))
        case Exception():
            raise stored
        case _:
            return str(stored)


def _constant(token: Token) -> Term:
    value: Value = token.value == "TRUE"
    if token.subtype == Token.NUMBER:
        value = float(token.value)
    elif token.subtype == Token.TEXT:
        value = token.value[1:-1].replace('""', '"')
    return lambda values, place: value


def _joined(sign: str, left: Term, right: Term) -> Term:
    def term(values: Mapping[Place, object], place: Place) -> Value:
        one, other = left(values, place), right(values, place)
        if sign == "&":
            return _written(one) + _written(other)
        if sign in COMPARISONS:
            return bool(COMPARISONS[sign](_ranked(one, other), _ranked(other, one)))
        with _as_excel():
            return float(ARITHMETIC[sign](number(one), number(other)))

    return term


def _ranked(value: Value, beside: Value) -> tuple[int, Value]:
    """Order as Excel does: numbers before texts before truth, capitals alike, and nothing as the other's least.

    Numbers are compared by fifteen digits.
    """
    if value is None:
        value = "" if isinstance(beside, str) else False if isinstance(beside, bool) else 0.0
    if isinstance(value, bool):
        return 2, value
    return (1, value.casefold()) if isinstance(value, str) else (0, float(f"{value:.15g}"))


def number(value: Value) -> float:
    """Give a value as a number; raise ExcelError for a text that is none.

    Raise UnknownFormulaError for one that may be: "1,5" and "1-5" are what the country makes of them.
    """
    if isinstance(value, str) and not value.strip().isdecimal():
        raise UnknownFormulaError if any(map(str.isdigit, value)) else ExcelError
    return float(value or 0)


def truth(value: Value) -> bool:
    """Tell whether a value is true; raise ExcelError for a text."""
    return number(value) != 0


def _is_error(argument: Argument) -> bool:
    try:
        argument()
    except ExcelError:
        return True
    return False


def _found(arguments: Sequence[Argument], *, wild: bool) -> float:
    """Give where a text stands in another; SEARCH knows no capitals, but "?" for any sign and "*" for any signs."""
    wanted, inside, *first = (argument() for argument in arguments)
    words = [_written(wanted), _written(inside)]
    pattern, whole = (word.casefold() for word in words) if wild else words
    parts = map(_any_sign, ANY_SIGNS.split(pattern)) if wild else [re.escape(pattern)]
    at, places = max(int(number(first[0])) - 1, 0) if first else 0, []
    for part in parts:
        told = re.compile(part, re.DOTALL).search(whole, at)
        if told is None:
            raise ExcelError
        places.append(told.start())
        at = told.end()
    return float(places[0] + 1)


def _any_sign(part: str) -> str:
    return "".join("." if sign == "?" else re.escape(sign[-1]) for sign in SIGN.findall(part))


def _either(arguments: Sequence[Argument]) -> Value:
    condition, *others = arguments
    chosen = others[:1] if truth(condition()) else others[1:2]
    return chosen[0]() if chosen else False


def _all_truths(arguments: Sequence[Argument]) -> list[bool]:
    """Give the truth of each argument that is not left out: an error in any is one of the whole, and so is none."""
    found = [truth(value) for value in [argument() for argument in arguments] if value is not None]
    if not found:
        raise ExcelError
    return found


def _written(value: Value) -> str:
    """Write a value as text, with all its spaces."""
    return value if isinstance(value, str) else as_text(value)


def _cut(arguments: Sequence[Argument], *, from_end: bool = False) -> str:
    whole, length = _written(arguments[0]()), int(number(arguments[1]())) if len(arguments) > 1 else 1
    if length < 0:
        raise ExcelError
    return whole[max(len(whole) - length, 0) :] if from_end else whole[:length]


def _day(year: int, month: int, day: int) -> float:
    """Give the number of a day; a month or day beyond the last one runs on into the next, as in Excel."""
    years, months = divmod(month - 1, 12)
    return float(to_excel(date(year + years, months + 1, 1))) + day - 1


FUNCTIONS: Mapping[str, Callable[[Sequence[Argument]], Value]] = {
    "AND": lambda given: all(_all_truths(given)),
    "OR": lambda given: any(_all_truths(given)),
    "NOT": lambda given: not truth(given[0]()),
    "IF": _either,
    "IFERROR": lambda given: given[1]() if _is_error(given[0]) else given[0](),
    "TRUE": lambda given: True,
    "FALSE": lambda given: False,
    "ISERROR": lambda given: _is_error(given[0]),
    "ISBLANK": lambda given: not _is_error(given[0]) and given[0]() is None,
    "ISNUMBER": lambda given: not _is_error(given[0]) and type(given[0]()) is float,
    "ISTEXT": lambda given: not _is_error(given[0]) and isinstance(given[0](), str),
    "SEARCH": lambda given: _found(given, wild=True),
    "FIND": lambda given: _found(given, wild=False),
    "EXACT": lambda given: _written(given[0]()) == _written(given[1]()),
    "LEFT": _cut,
    "RIGHT": partial(_cut, from_end=True),
    "LEN": lambda given: float(len(_written(given[0]()))),
    "TRIM": lambda given: " ".join(filter(None, _written(given[0]()).split(" "))),
    "UPPER": lambda given: _written(given[0]()).upper(),
    "LOWER": lambda given: _written(given[0]()).lower(),
    "MOD": lambda given: number(given[0]()) % number(given[1]()),
    "DATE": lambda given: _day(*(int(number(argument())) for argument in given)),
    "ABS": lambda given: abs(number(given[0]())),
}
