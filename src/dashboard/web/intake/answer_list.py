"""What is remembered of how tables are read: by headings, who answered what and when, and letting it be forgotten."""

from collections.abc import Hashable, Mapping, Sequence
from html import escape
from typing import Any

import streamlit as st

from dashboard import queries
from dashboard.domain.answer_words import answer_said
from dashboard.domain.reading_answer import Answer
from dashboard.records import forget_answer
from dashboard.web import phrases
from dashboard.web.intake import texts
from dashboard.web.intake.answers_given import take_back_subject
from dashboard.web.markup import tag, text
from dashboard.web.plan import ask, database
from dashboard.web.viewer import viewer_name

FIRST = 3
Given = Mapping[Hashable, Any]


def show_answers() -> None:
    """List the answers by the headings of their tables; nothing while there are none."""
    answers = ask(queries.reading_answers).to_dict("records")
    if not answers:
        return
    st.html(tag("h2", escape(texts.ANSWERS), id="svar") + tag("p", escape(texts.ANSWERS_LEAD), "quiet"))
    standing = [each for each in answers if each["state"] == "stands"]
    if not standing:
        st.html(tag("p", escape(texts.NO_ANSWERS), "quiet"))
    by_layout: dict[str, list[Given]] = {}
    for each in standing:
        by_layout.setdefault(each["layout"], []).append(each)
    groups = list(by_layout.values())
    for group in groups[:FIRST]:
        _show_group(group)
    if groups[FIRST:]:
        with st.expander(texts.MORE_ANSWERS.format(n=len(groups) - FIRST)):
            for group in groups[FIRST:]:
                _show_group(group)
    former = [each for each in answers if each["state"] != "stands"]
    if former:
        st.html(former_answers(former))


def _show_group(group: Sequence[Given]) -> None:
    with st.container(border=True, gap=None, key=f"svar_om_{group[0]['answer_id']}"):
        st.html(tag("p", escape(headings(group[0])), "quiet headings"))
        for each in group:
            answer_id = int(each["answer_id"])
            with st.container(horizontal=True, vertical_alignment="center", gap="small"):
                st.html(answered(each), width="content")
                st.button(
                    texts.FORGET,
                    help=texts.FORGET_MEANS,
                    on_click=_forget,
                    args=(answer_id, each["layout"], each["subject"]),
                    type="tertiary",
                    key=f"glem_{answer_id}",
                )


def headings(given: Given) -> str:
    """Name a layout by its headings as they were written."""
    return texts.LAYOUT.format(headings=" · ".join(filter(None, given["headings"])) or given["layout"])


def answered(given: Given) -> str:
    """Say what was answered, by whom, when, and for which file."""
    by = texts.ANSWERED_FOR.format(
        who=given["given_by"], moment=phrases.moment(given["given_at"]), file=given["file_name"]
    )
    return tag("p", tag("b", escape(_said(given))) + " " + text(by, "quiet"))


def former_answers(former: Sequence[Given]) -> str:
    """List what was answered and no longer holds, and what became of it."""
    rows = "".join(
        tag("li", answered(each) + text(_ended(each), "quiet") + tag("p", escape(headings(each)), "quiet"))
        for each in former
    )
    return tag(
        "details",
        tag("summary", escape(texts.FORMER.format(n=len(former)))) + tag("ul", rows, "former"),
        "rest former-answers",
    )


def _ended(given: Given) -> str:
    said = texts.ENDED[given["state"]]
    return said.format(moment=phrases.moment(given["withdrawn_at"]), who=given["withdrawn_by"])


def _said(given: Given) -> str:
    return answer_said(Answer(given["layout"], given["subject"], given["value"]), list(given["headings"]))


def _forget(answer_id: int, layout: str, subject: str) -> None:
    forget_answer(database(), answer_id, viewer_name())
    take_back_subject(layout, subject)
