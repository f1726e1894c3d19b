"""What is remembered of how tables are read: by headings, who answered what and when, and letting it be forgotten."""

from collections.abc import Sequence

import streamlit as st
from htpy import Element, b, details, fragment, h2, li, p, span, summary, ul

from dashboard import queries
from dashboard.queries import GivenAnswer
from dashboard.records import forget_answer
from dashboard.web.database import ask, database
from dashboard.web.intake.arrivals import take_back_subject
from dashboard.web.sign_in import acting
from dashboard.wording import phrases

ANSWERS = "Svar, der huskes"
LEAD = "Bruges af sig selv, når en projektmappe har de samme overskrifter. Et nyt svar erstatter det gamle."
NO_ANSWERS = "Ingen svar gælder lige nu."
LAYOUT, ANSWERED_FOR = "Overskrifter: {headings}", "{who}, {moment}, for {file}"
FORGET = "Glem"
FORGET_MEANS = "Der spørges igen næste gang. Det, der er indlæst med svaret, bliver ikke ændret."
MORE_ANSWERS, FORMER = "Vis svar for {n} sæt overskrifter mere", "Tidligere svar ({n})"
ENDED = {"replaced": "Erstattet {moment} af {who}", "forgotten": "Glemt {moment} af {who}"}
FIRST = 3


def show_answers() -> None:
    """List the answers by the headings of their tables; nothing while there are none."""
    answers = ask(queries.reading_answers)
    if not answers:
        return
    st.html(fragment[h2(id="svar")[ANSWERS], p(".quiet")[LEAD]])
    by_layout: dict[str, list[GivenAnswer]] = {}
    for each in answers:
        if each.state == "stands":
            by_layout.setdefault(each.layout, []).append(each)
    if not by_layout:
        st.html(p(".quiet")[NO_ANSWERS])
    groups = list(by_layout.values())
    for group in groups[:FIRST]:
        _show_group(group)
    if groups[FIRST:]:
        with st.expander(MORE_ANSWERS.format(n=len(groups) - FIRST)):
            for group in groups[FIRST:]:
                _show_group(group)
    former = [each for each in answers if each.state != "stands"]
    if former:
        st.html(_former_answers(former))


def _show_group(group: Sequence[GivenAnswer]) -> None:
    with st.container(border=True, gap=None, key=f"svar_om_{group[0].answer_id}"):
        st.html(p(".quiet.headings")[_headings(group[0])])
        for each in group:
            with st.container(horizontal=True, vertical_alignment="center", gap="small"):
                st.html(_answered(each), width="content")
                st.button(
                    FORGET,
                    help=FORGET_MEANS,
                    on_click=_forget,
                    args=(each,),
                    type="tertiary",
                    key=f"glem_{each.answer_id}",
                )


def _headings(given: GivenAnswer) -> str:
    return LAYOUT.format(headings=given.about)


def _answered(given: GivenAnswer) -> Element:
    """Say what was answered, by whom, when, and for which file."""
    by = ANSWERED_FOR.format(who=given.given_by, moment=phrases.moment(given.given_at), file=given.file_name)
    return p[b[given.said], " ", span(".quiet")[by]]


def _former_answers(former: Sequence[GivenAnswer]) -> Element:
    """List what was answered and no longer holds, and what became of it."""
    rows = (li[_answered(each), span(".quiet")[_ended(each)], p(".quiet")[_headings(each)]] for each in former)
    return details(".rest.former-answers")[summary[FORMER.format(n=len(former))], ul(".former")[rows]]


def _ended(given: GivenAnswer) -> str:
    moment = phrases.moment(given.withdrawn_at) if given.withdrawn_at else ""
    return ENDED[given.state].format(moment=moment, who=given.withdrawn_by)


def _forget(given: GivenAnswer) -> None:
    forget_answer(database(), given.answer_id, acting("import"))
    take_back_subject(given.layout, given.subject)
