"""Every issue that a workbook can have: what it means, an example, and what the app says of it."""

from collections.abc import Mapping, Sequence
from html import escape

import streamlit as st

from dashboard.web import phrases
from dashboard.web.guide.explanations import Explanation, find_explanations
from dashboard.web.markup import tag, text

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
    st.html(tag("section", tag("h2", TITLE, id="fejl") + tag("p", escape(LEAD)), "guide"))
    with st.container(key="fejlsoegning"):
        search = st.text_input(SEARCH, placeholder=SEARCH_HINT, key="soeg", bind="query-params", max_chars=400) or ""
    found = find_explanations(search)
    st.html(issue_list(found, is_open=bool(search.strip())) if found else nothing_found(search))


def nothing_found(search: str) -> str:
    """Say that no kind fits the search."""
    return tag("p", escape(NOTHING.format(search)), "guide quiet")


def issue_list(found: Mapping[str, Sequence[Explanation]], *, is_open: bool = False) -> str:
    """Draw the kinds, each under an anchor of its own name."""
    groups = ""
    for name, group in found.items():
        heading = tag("h3", escape(name)) + " " + text(phrases.number(len(group)), "count")
        groups += tag("div", heading, "issue-group") + "".join(_kind(each, is_open) for each in group)
    return tag("section", groups, "guide issues")


def _kind(given: Explanation, is_open: bool) -> str:
    grade = text(GRADES[given.is_error], "grade error" if given.is_error else "grade")
    parts = ((MEANING, given.meaning), (EXAMPLE, given.example), (SAID, f"»{given.message}«"))
    body = tag("dl", "".join(tag("dt", escape(name)) + tag("dd", escape(said)) for name, said in parts))
    attributes = {"open": ""} if is_open else {}
    return tag("details", tag("summary", grade + text(given.title)) + body, "issue", id=given.kind, **attributes)
