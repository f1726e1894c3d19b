"""Every pattern in the source takes steps that grow with the text and no faster.

The steps are counted, not timed. regexploit, the package for this, had its one version in 2021, and does not see what
starts over at each letter of a text (r" +$").
"""

import ast
import builtins
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from dashboard.domain.terms import Terms, terms
from pattern_steps import Walk

SOURCE = Path(__file__).parents[1] / "src"
AS_SEARCH = {"search", "findall", "finditer", "split", "sub", "subn"}
METHODS = {*AS_SEARCH, "match", "fullmatch"}
HAS_PATTERN = re.compile(rf"\bre\.|\.(?:{'|'.join(METHODS)})\b")


class Word(str):
    """A word that stands for a variable of a function, and for each part of it."""

    def __getitem__(self, part: Any) -> str:
        return self if isinstance(part, str) else str(self)[part]


class TheTerms:
    """The terms, as a variable of that name or as what the function gives."""

    def __call__(self) -> Terms:
        return terms()

    def __getattr__(self, name: str) -> Any:
        return getattr(terms(), name)


class Names(dict[str, Any]):
    """The names of a module, and a Word for any other."""

    def __missing__(self, name: str) -> Word:
        if hasattr(builtins, name):
            raise KeyError(name)
        return Word("ord")


def patterns() -> Iterator[Any]:
    """Find each pattern in the source, once with each way it is walked; "search" when that cannot be seen."""
    texts = {path: path.read_text("utf-8") for path in sorted(SOURCE.rglob("*.py"))}
    trees = {path: ast.parse(text) for path, text in texts.items() if HAS_PATTERN.search(text)}
    nodes: list[tuple[Path, Any]] = [(path, node) for path, tree in trees.items() for node in ast.walk(tree)]
    used = {(node.value.id, node.attr) for _, node in nodes if is_of_a_name(node) and node.attr in METHODS}
    named = {id(node.value): node.targets[0].id for _, node in nodes if is_naming(node)}
    found: dict[tuple[Any, ...], str] = {}
    for path, call in nodes:
        if hasattr(call, "func") and is_of_a_name(call.func) and call.func.value.id == "re":
            methods = {call.func.attr} & METHODS
            if call.func.attr == "compile":
                methods = {method for name, method in used if name == named.get(id(call))} or {"search"}
            module = ".".join(path.relative_to(SOURCE).with_suffix("").parts)
            for method in sorted({"search" if method in AS_SEARCH else method for method in methods}):
                found.setdefault((*written(module, call), method), f"{module}:{call.lineno} {method}")
    return (pytest.param(*each, id=place) for each, place in found.items())


def is_of_a_name(node: Any) -> bool:
    return isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)


def is_naming(node: Any) -> bool:
    return isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name)


def written(module: str, call: ast.Call) -> tuple[str | bytes, int]:
    """Work out the pattern and the flags of a call of ``re``."""
    names = Names(vars(import_module(module)) | {"terms": TheTerms()})
    given = [*call.args[1:], *(keyword.value for keyword in call.keywords)]
    flagged = [each for each in given if re.fullmatch(r"re\.[A-Z]+( \| re\.[A-Z]+)*", ast.unparse(each))]
    wanted = (compile(ast.Expression(each), module, "eval") for each in (call.args[0], *flagged))
    pattern, *flags = (eval(each, names) for each in wanted)
    return (pattern.pattern, pattern.flags) if isinstance(pattern, re.Pattern) else (pattern[:], sum(flags))


@pytest.mark.parametrize(("pattern", "flags", "method"), list(patterns()))
def test_a_pattern_takes_time_that_grows_no_faster_than_the_text(pattern: str, flags: int, method: str) -> None:
    assert Walk(pattern, flags).slow_text(method) is None
