"""A signal is settled, or opened again, in a dialog that the address opens; so a page of signals holds no widgets."""

import streamlit as st
from htpy import Element, a, b, div, fragment, h3, p, span

from dashboard import queries
from dashboard.domain.scope import Scope
from dashboard.queries import Signal
from dashboard.records import settle_signal, unsettle_signal
from dashboard.web import phrases, trace
from dashboard.web.database import Selection, ask, database, viewer_name

SETTLE, SETTLE_OF = "Afklar", "Afklar »{rule}« for {name}"
REOPEN, REOPEN_OF = "Åbn igen", "Åbn »{rule}« for {name} igen"
SETTLED, SETTLED_BY = "Afklaret", "{who}, {moment}"
TITLE = "Afklar et signal"
NOTE_LABEL = "Hvad er afklaret?"
NOTE_PLACEHOLDER = "Fx: Aftalt med fagchefen, at den nye tidsplan holder"
NOTE_MISSING = "Skriv kort, hvad der er afklaret, så andre kan se det."
MEANS = "Signalet lægges ned under »Afklarede« for alle. Ændrer grundlaget sig, kommer det igen. Det kan fortrydes."
IS_SETTLED = "Afklaret af {who} {moment}"
NOT_FOUND = "Signalet findes ikke i den valgte måned. Grundlaget er måske ændret siden, eller filtrene skjuler det."
KEY = "afklar"
NOTE, MISSING = "afklar_note", "afklar_mangler"


def signals_of(selection: Selection) -> list[Signal]:
    """Give the signals of what is selected; those of all lines are worked out once, whatever the filters."""
    whole = ask(queries.scope_signals, selection.unfiltered)
    shown = ask(queries.signal_lines, selection)
    return [signal for signal in whole if signal.indsats_id in shown]


def settle_link(signal: Signal) -> Element:
    """Make the way to settle a signal, or to open it again."""
    label, said = (REOPEN, REOPEN_OF) if signal.settled else (SETTLE, SETTLE_OF)
    told = said.format(rule=signal.rule.name, name=signal.name)
    return a(".settle", href=f"?{KEY}={signal.key}", title=told, aria_label=told)[label]


def settled_by(signal: Signal) -> str:
    """Say who settled a signal and when; nothing for an open one."""
    settled = signal.settled
    return SETTLED_BY.format(who=settled.by, moment=phrases.short_moment(settled.at)) if settled else ""


def show_asked_settling(selection: Selection) -> None:
    """Open the dialog where the address asks for it. Called last, so that nothing on the page moves."""
    asked = st.query_params.get(KEY)
    if asked is not None and trace.KEY not in st.query_params:  # one dialog at a time
        _dialog(asked, selection)


def _settle(signal: Signal, scope: Scope) -> None:
    note = str(st.session_state[NOTE]).strip()
    st.session_state[MISSING] = not note
    if note:
        settle_signal(database(), signal.rule.rule, signal.indsats_id, scope, signal.basis, note, viewer_name())
        _forget()


def _reopen(settled_id: int) -> None:
    unsettle_signal(database(), settled_id, viewer_name())
    _forget()


def _forget() -> None:
    st.query_params.pop(KEY, None)
    st.session_state.pop(MISSING, None)
    st.session_state.pop(NOTE, None)


@st.dialog(TITLE, on_dismiss=_forget)
def _dialog(asked: str, selection: Selection) -> None:
    if KEY not in st.query_params:  # it is done
        st.rerun()
    signal = next((each for each in signals_of(selection) if each.key == asked), None)
    if signal is None:
        st.html(p(".note")[NOT_FOUND])
        return
    what = p[b[signal.rule.name], " · ", signal.said]
    st.html(fragment[h3[signal.name], what, p(".quiet")[signal.rule.about]])
    settled = signal.settled
    if settled is not None:
        by = IS_SETTLED.format(who=settled.by, moment=phrases.moment(settled.at))
        st.html(div(".note")[p[settled.note], span(".quiet")[by]])
        st.button(REOPEN, on_click=_reopen, args=(settled.settled_id,), key="aabn_igen")
        return
    st.text_area(NOTE_LABEL, key=NOTE, placeholder=NOTE_PLACEHOLDER, max_chars=500)
    if st.session_state.get(MISSING) and not st.session_state[NOTE].strip():
        st.html(p(".note", role="alert")[NOTE_MISSING])
    st.html(p(".quiet")[MEANS])
    st.button(SETTLED, on_click=_settle, args=(signal, selection.scope), type="primary", key="afklaret")
