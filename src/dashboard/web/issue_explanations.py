"""What each kind of issue means, as the one reads it who is to correct a workbook."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import streamlit as st
from htpy import Element, dd, details, div, dl, dt, h2, h3, p, section, span, summary

from dashboard.domain.issue import GROUPS, ISSUE_KINDS, IssueKind, issue
from dashboard.wording import phrases

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
    first, *others = map(re.escape, re.split(r"\{\w+\}", ISSUE_KINDS[explanation.kind].message))
    last = f".*{others.pop()}" if others else ""
    between = "".join(f"(?>.*?{part})" for part in others)
    return re.fullmatch(f"{first}{between}{last}", search.strip(), re.DOTALL) is not None


TITLE = "Fejl og advarsler"
LEAD = (
    "Intet bliver rettet i det skjulte. En fejl bliver ikke gemt, før nogen har taget stilling; indlæses filen "
    "alligevel, tæller de berørte indsatser som ikke indberettet. Et spørgsmål skal besvares først, og svaret huskes. "
    "En advarsel gemmes sammen med det, der er læst."
)
SEARCH = "Søg i fejl og advarsler"
SEARCH_HINT = "Skriv et ord, eller indsæt hele beskeden"
NOTHING = "Ingen fejl eller advarsel passer til »{}«. Prøv med færre ord."
GRADES = {True: "Fejl", False: "Advarsel"}
MEANING, EXAMPLE, SAID = "Betyder", "Eksempel", "Beskeden"


def show_issues() -> None:
    """Show every issue kind by group, or those that fit a search."""
    st.html(section(".guide")[h2(id="fejl")[TITLE], p[LEAD]])
    with st.container(key="fejlsoegning"):
        search = st.text_input(SEARCH, placeholder=SEARCH_HINT, key="soeg", bind="query-params", max_chars=400) or ""
    found = find_explanations(search)
    st.html(issue_list(found, is_open=bool(search.strip())) if found else nothing_found(search))


def nothing_found(search: str) -> Element:
    """Say that no kind fits the search."""
    return p(".guide.quiet")[NOTHING.format(search)]


def issue_list(found: Mapping[str, Sequence[Explanation]], *, is_open: bool = False) -> Element:
    """Draw the kinds, each under an anchor of its own name."""
    groups = (
        [
            div(".issue-group")[h3[name], " ", span(".count")[phrases.number(len(group))]],
            (_kind(each, is_open) for each in group),
        ]
        for name, group in found.items()
    )
    return section(".guide.issues")[groups]


def _kind(given: Explanation, is_open: bool) -> Element:
    grade = span(class_=["grade", {"error": given.is_error}])[GRADES[given.is_error]]
    parts = ((MEANING, given.meaning), (EXAMPLE, given.example), (SAID, f"»{given.message}«"))
    return details(".issue", id=given.kind, open="" if is_open else None)[
        summary[grade, span[given.title]],
        dl[([dt[name], dd[said]] for name, said in parts)],
    ]
