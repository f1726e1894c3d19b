"""Every issue that a workbook can have: what it means, an example, and what the app says of it."""

from collections.abc import Mapping, Sequence

import streamlit as st
from htpy import Element, dd, details, div, dl, dt, h2, h3, p, section, span, summary

from dashboard.web import phrases
from dashboard.web.issue_explanations import Explanation, find_explanations

TITLE = "Fejl og advarsler"
LEAD = (
    "Intet bliver rettet i det skjulte. En fejl bliver ikke gemt, før nogen har taget stilling; indlæses projektmappen "
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
