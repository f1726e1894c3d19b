"""What each kind of issue means, as the one reads it who is to correct a workbook."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from dashboard.domain.issue import GROUPS, ISSUE_KINDS, IssueKind, issue

PAGE = "vejledning"


@dataclass(frozen=True)
class Explanation:
    """An issue kind for the one who is to correct a workbook; ``message`` is what the app says of the example."""

    kind: str
    group: str
    title: str
    meaning: str
    example: str
    message: str
    is_error: bool

    @property
    def words(self) -> str:
        """Give everything that a search looks in."""
        return " ".join((self.title, self.meaning, self.example, self.message)).casefold()


@cache
def explanations() -> Mapping[str, tuple[Explanation, ...]]:
    """Give the explanations by the name of their group, in the order of issues.toml."""
    every = [_explanation(kind) for kind in ISSUE_KINDS.values()]
    return {name: tuple(each for each in every if each.group == group) for group, name in GROUPS.items()}


def _explanation(of: IssueKind) -> Explanation:
    said = issue(of.name, value=of.value, detail=of.detail)
    return Explanation(of.name, of.group, of.title, of.meaning, of.example, said.message, said.is_error)


def find_explanations(search: str) -> Mapping[str, tuple[Explanation, ...]]:
    """Keep the explanations that hold every word of a search, or whose message the search is a copy of."""
    words = search.casefold().split()
    found = {
        name: tuple(each for each in group if all(word in each.words for word in words) or _is_message(search, each))
        for name, group in explanations().items()
    }
    return {name: group for name, group in found.items() if group}


def explanation_of(kind: str) -> Explanation | None:
    """Give the explanation of a kind; None for one that an older version wrote and nobody explains any more."""
    return next((each for group in explanations().values() for each in group if each.kind == kind), None)


def issue_href(kind: str) -> str:
    """Give the address of a kind's explanation, from any page."""
    return f"{PAGE}#{kind}"


def _is_message(search: str, explanation: Explanation) -> bool:
    parts = re.split(r"\{\w+\}", ISSUE_KINDS[explanation.kind].message)
    return re.fullmatch(".*".join(map(re.escape, parts)), search.strip(), re.DOTALL) is not None
