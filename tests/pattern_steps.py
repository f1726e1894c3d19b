"""How many steps a backtracking engine takes for a pattern: counted by walking it as `re` does, and never timed."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import product
from re import _compiler, _parser  # type: ignore[attr-defined]
from re import _constants as op  # type: ignore[attr-defined]
from typing import Any

SINGLE = {op.LITERAL, op.NOT_LITERAL, op.IN, op.ANY}
REPEATS = {op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT}
LOOKS = {op.AT, op.ASSERT, op.ASSERT_NOT}
FROM_THE_START = {"match", "fullmatch"}
LETTERS = [*"aA1 ", *(chr(code) for code in range(33, 127)), *"æøåÆØÅ–•’→🟥\n\t\0"]
ROUNDS = 26  # more than any number of repetitions that a pattern bounds, which are 25 at most
AT_MOST = 500_000  # steps over a text of ROUNDS repetitions: far beyond what grows with the text
Node = tuple[Any, Any]


class Walk:
    """A pattern, and the steps that a method of it takes over texts of LETTERS.

    A part that asks whether a group was found is taken as if it was and as if it was not.
    """

    def __init__(self, pattern: str | bytes, flags: int = 0) -> None:
        self._tree = _parser.parse(pattern, flags)
        self._nodes = list(_inside(self._tree))
        self._parts = {id(node): _parts(node) for node in self._nodes if node[0] not in SINGLE}
        self._alone = {id(node): _compiler.compile(self._part([node])) for node in self._nodes if node[0] in LOOKS}
        self._fits: dict[int, set[str]] = {}
        for node in self._nodes:
            if node[0] in SINGLE:
                fitting = _compiler.compile(self._part([node])).fullmatch
                self._fits[id(node)] = {letter for letter in LETTERS if fitting(letter)}
        self._steps = 0

    def steps(self, text: str, method: str) -> int:
        """Count the steps of a method over a text; what searches goes on to the end."""
        self._steps = start = 0
        while start <= (0 if method in FROM_THE_START else len(text)) and self._steps < AT_MOST:
            ends = self._sequence(self._tree.data, 0, text, start)
            start = max(start + 1, next((end for end in ends if method != "fullmatch" or end == len(text)), 0))
        return self._steps

    def slow_text(self, method: str) -> str | None:
        """Give a text over which the steps grow faster than its length; None when no attack is one."""
        for before, again, after in self._attacks:
            one, two = (self.steps(before + again * ROUNDS * times + after, method) for times in (1, 2))
            if two <= 2 * one and two < AT_MOST:
                continue  # twice the text took no more than twice the steps
            three = self.steps(before + again * ROUNDS * 3 + after, method)
            if three >= AT_MOST or (three - two) - (two - one) > (two - one) / 4:
                return f"{before!r} + {again!r} * n + {after!r}"
        return None

    @cached_property
    def _attacks(self) -> list[tuple[str, str, str]]:
        """List what to try: what leads to a part, then something again and again, then what nothing expects."""
        loops = [told[2] for kind, told in self._nodes if kind in REPEATS and told[1] > ROUNDS]
        looped = sorted(set().union(*(self._fits.get(id(node), ()) for body in loops for node in _inside(body))))
        kinds = {tuple(letter in fits for fits in self._fits.values()): letter for letter in looped}
        whole = {text + apart for text in self._texts(self._tree) for apart in ("", " ")}
        again = {*kinds.values(), *whole, *(text for body in loops for text in self._texts(body))}
        before = {text for cut in range(len(self._tree)) for text in self._texts(self._tree[:cut])[:1]}
        fits = [self._fits[id(body[0])] for body in loops if id(body[0]) in self._fits]
        after = {"", "\0", *(next((letter for letter in ",.()x" if letter not in each), "") for each in fits)}
        after |= {text for kind, told in self._nodes if kind == op.ASSERT_NOT for text in self._texts(told[1])[:1]}
        return list(product(sorted(before), sorted(again - {""}), sorted(after))) if loops else []

    def _texts(self, nodes: Sequence[Node]) -> list[str]:
        """Give some texts that fit a part of the pattern, whatever it demands around them."""
        texts = [""]
        for node in nodes:
            kind, told = node
            if kind in SINGLE:
                own = [next((letter for letter in LETTERS if letter in self._fits[id(node)]), "")]
            elif kind in REPEATS:
                own = [text * max(1, told[0]) for text in self._texts(told[2])]
            else:
                own = [""] if kind in LOOKS else [text for part in _parts(node) for text in self._texts(part)]
            texts = [before + text for before, text in product(texts, own)][:6]
        return texts

    def _sequence(self, nodes: Sequence[Node], at: int, text: str, start: int) -> Iterator[int]:
        while at < len(nodes) and nodes[at][0] in SINGLE:
            if not self._takes(nodes[at], text, start):
                return
            at, start = at + 1, start + 1
        if at == len(nodes):
            yield start
            return
        for end in self._ends(nodes[at], text, start):
            yield from self._sequence(nodes, at + 1, text, end)

    def _takes(self, node: Node, text: str, at: int) -> bool:
        """Take a step over a letter, and tell whether it is one that is asked for."""
        self._steps += 1
        return self._steps < AT_MOST and text[at : at + 1] in self._fits[id(node)]

    def _ends(self, node: Node, text: str, start: int) -> Iterator[int]:
        self._steps += 1
        kind, told = node
        if self._steps >= AT_MOST:
            return
        if kind in LOOKS and (kind == op.AT or told[0] < 0):
            yield from [start] if self._alone[id(node)].match(text, start) else []
        elif kind in LOOKS:
            found = next(self._sequence(told[1].data, 0, text, start), None) is not None
            yield from [start] if found == (kind == op.ASSERT) else []
        elif kind in (op.ATOMIC_GROUP, op.POSSESSIVE_REPEAT):
            whole = (
                self._sequence(told.data, 0, text, start)
                if kind == op.ATOMIC_GROUP
                else self._rounds(node, text, start)
            )
            yield from [end for end in [next(whole, None)] if end is not None]
        elif kind in REPEATS:
            yield from self._rounds(node, text, start)
        else:
            for part in self._parts[id(node)]:
                yield from self._sequence(part, 0, text, start)

    def _rounds(self, node: Node, text: str, start: int) -> Iterator[int]:
        """Walk the ends of a repetition: the last one first, or for the reluctant the first one."""
        kind, (least, most, _) = node
        (body,) = self._parts[id(node)]
        is_reluctant = kind == op.MIN_REPEAT
        if kind == op.MAX_REPEAT and len(body) == 1 and body[0][0] in SINGLE:
            end = start
            while end - start < most and self._takes(body[0], text, end):
                end += 1
            yield from range(end, start + least - 1, -1)
            return
        rounds = [(start, self._sequence(body, 0, text, start))]
        if is_reluctant and least == 0:
            yield start
        while rounds:
            end, further = rounds[-1]
            reached = next(further, None) if len(rounds) <= most else None
            if reached is None:
                rounds.pop()
                if not is_reluctant and len(rounds) >= least:
                    yield end
            elif reached > end or len(rounds) <= least:
                rounds.append((reached, self._sequence(body, 0, text, reached)))
                if is_reluctant and len(rounds) > least:
                    yield reached

    def _part(self, nodes: list[Node]) -> Any:
        return _parser.SubPattern(self._tree.state, nodes)


def _inside(nodes: Sequence[Node]) -> Iterator[Node]:
    """Walk every node of a part of a pattern, however deep."""
    for node in nodes:
        yield node
        for part in _parts(node):
            yield from _inside(part)


def _parts(node: Node) -> list[Sequence[Node]]:
    """List the sequences inside a node, of which the branches are several."""
    kind, told = node
    if kind == op.BRANCH:
        return [part.data for part in told[1]]
    if kind == op.GROUPREF_EXISTS:
        return [told[1].data, told[2].data if told[2] else []]
    inside = {op.SUBPATTERN: 3, op.ASSERT: 1, op.ASSERT_NOT: 1} | dict.fromkeys(REPEATS, 2)
    found = told if kind == op.ATOMIC_GROUP else told[inside[kind]] if kind in inside else None
    return [found.data if found else []]
