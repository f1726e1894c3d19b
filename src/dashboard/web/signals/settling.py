"""A signal is settled, or opened again, in a dialog that the address opens; so a page of signals holds no widgets."""

from html import escape

import streamlit as st

from dashboard.domain.scope import Scope
from dashboard.records import settle_signal, unsettle_signal
from dashboard.web import phrases, trace
from dashboard.web.markup import tag, text
from dashboard.web.plan import Selection, database
from dashboard.web.signals import texts
from dashboard.web.signals.cases import Case, cases
from dashboard.web.viewer import viewer_name

KEY = "afklar"
NOTE, MISSING = "afklar_note", "afklar_mangler"


def settle_link(case: Case) -> str:
    """Make the way to settle a case, or to open it again."""
    label, said = (texts.REOPEN, texts.REOPEN_OF) if case.settled else (texts.SETTLE, texts.SETTLE_OF)
    told = said.format(rule=case.rule.name, name=case.name)
    return tag("a", escape(label), "settle", href=f"?{KEY}={case.key}", title=told, aria_label=told)


def show_asked_settling(selection: Selection) -> None:
    """Open the dialog where the address asks for it. Called last, so that nothing on the page moves."""
    asked = st.query_params.get(KEY)
    if asked is not None and trace.KEY not in st.query_params:  # one dialog at a time
        _dialog(asked, selection)


def _settle(case: Case, scope: Scope) -> None:
    note = str(st.session_state[NOTE]).strip()
    st.session_state[MISSING] = not note
    if note:
        settle_signal(database(), case.rule.rule, case.indsats_id, scope, case.basis, note, viewer_name())
        _forget()


def _reopen(settled_id: int) -> None:
    unsettle_signal(database(), settled_id, viewer_name())
    _forget()


def _forget() -> None:
    st.query_params.pop(KEY, None)
    st.session_state.pop(MISSING, None)
    st.session_state.pop(NOTE, None)


@st.dialog(texts.TITLE, on_dismiss=_forget)
def _dialog(asked: str, selection: Selection) -> None:
    if KEY not in st.query_params:  # it is done
        st.rerun()
    case = next((case for case in cases(selection) if case.key == asked), None)
    if case is None:
        st.html(tag("p", escape(texts.NOT_FOUND), "note"))
        return
    st.html(
        tag("h3", escape(case.name))
        + tag("p", tag("b", escape(case.rule.name)) + " · " + escape(case.said))
        + tag("p", escape(case.rule.about), "quiet")
    )
    if case.settled is not None:
        by = texts.IS_SETTLED.format(who=case.settled.by, moment=phrases.moment(case.settled.at))
        st.html(tag("div", tag("p", escape(case.settled.note)) + text(by, "quiet"), "note"))
        st.button(texts.REOPEN, on_click=_reopen, args=(case.settled.settled_id,), key="aabn_igen")
        return
    st.text_area(texts.NOTE, key=NOTE, placeholder=texts.NOTE_PLACEHOLDER, max_chars=500)
    if st.session_state.get(MISSING) and not st.session_state[NOTE].strip():
        st.html(tag("p", escape(texts.NOTE_MISSING), "note", role="alert"))
    st.html(tag("p", escape(texts.MEANS), "quiet"))
    st.button(texts.MARK_SETTLED, on_click=_settle, args=(case, selection.scope), type="primary", key="afklaret")
