"""What meetings decided and nobody has done yet, by who is to do it; what became of it is said here."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial

import streamlit as st
from htpy import Element, a, div, fragment, h2, h3, p, span

from dashboard import queries
from dashboard.domain.meeting import STATES
from dashboard.queries import StandingDecision
from dashboard.records import write_decision
from dashboard.web import meeting_words as words
from dashboard.web import phrases
from dashboard.web.database import ask, database, viewer_name
from dashboard.web.links import line_link
from dashboard.web.meeting.asked import attempt
from dashboard.web.meeting.planning import today

TITLE, NONE = "Åbne beslutninger", "Ingen beslutninger venter på nogen."
LATE, NO_RESPONSIBLE = "{n} over frist", "Uden ansvarlig"
SAY, STATE, NOTE, SAVE = "Følg op", "Hvad blev der af den?", "Note", "Gem"
NOTE_PLACEHOLDER = "Fx hvad der er gjort, eller hvorfor den bortfalder"
SAID = "»{text}« er nu: {state}."


def show_open_decisions() -> None:
    """List the open decisions by who is responsible, those that are latest first."""
    found = ask(queries.decisions, only_open=True)
    if not found:
        st.html(fragment[h2[TITLE], p(".quiet")[NONE]])
        return
    now = today()
    late = sum(words.days_late(each, now) > 0 for each in found)
    said = phrases.number(len(found)) + (f" · {LATE.format(n=phrases.number(late))}" if late else "")
    st.html(h2[TITLE, " ", span(".count")[said]])
    for place, (responsible, of_one) in enumerate(_by_responsible(found, now).items()):
        with st.container(key=f"ansvarlig_{place}", gap=None):
            st.html(fragment[h3[responsible], " ", span(".count")[phrases.number(len(of_one))]])
            for each in of_one:
                _show_decision(each, now)


def _by_responsible(found: Sequence[StandingDecision], now: date) -> dict[str, list[StandingDecision]]:
    """Group decisions by who is responsible, the latest first, those of nobody last."""
    groups: dict[str, list[StandingDecision]] = {}
    called: dict[str, str] = {}
    for each in sorted(found, key=lambda one: (-words.days_late(one, now), one.due or date.max)):
        responsible = (each.responsible or "").strip() or NO_RESPONSIBLE
        groups.setdefault(called.setdefault(responsible.casefold(), responsible), []).append(each)
    nobodys = groups.pop(NO_RESPONSIBLE, None)
    return groups | ({NO_RESPONSIBLE: nobodys} if nobodys else {})


def _show_decision(told: StandingDecision, now: date) -> None:
    key = f"{told.decision_id}_{told.version}"
    with st.container(horizontal=True, vertical_alignment="center", key=f"aaben_{told.decision_id}"):
        st.html(_drawn(told, now), width="stretch")
        with st.popover(SAY, type="tertiary", key=f"foelg_op_{key}"):
            st.segmented_control(
                STATE,
                STATES,
                default=told.state,
                required=True,
                format_func=words.STATES.__getitem__,
                key=f"blev_til_{key}",
            )
            st.text_area(
                NOTE,
                value=told.note or "",
                key=f"note_{key}",
                placeholder=NOTE_PLACEHOLDER,
                height=90,
                max_chars=500,
            )
            st.button(SAVE, key=f"gem_{key}", type="primary", on_click=_became, args=(told, key))


def _drawn(told: StandingDecision, now: date) -> Element:
    by = [words.KINDS[told.kind]] if told.kind != "decision" else []
    by += words.to_do(replace(told, responsible=None))
    by += [f"note: {told.note}"] if told.note else []
    late = words.overdue(told, now)
    where = words.meeting_name(told.body, told.held_on)
    return div(".open-decision", data_open=str(told.decision_id))[
        span[told.name if told.indsats_id is None else line_link(told.name, told.indsats_id)],
        span[words.decided(told), [" ", span(".late")[late]] if late else None],
        span(".quiet")[
            a(".list-link", href=words.meeting_href(told.meeting_id, "referat"))[where], (f" · {each}" for each in by)
        ],
    ]


def _became(told: StandingDecision, key: str) -> None:
    state, note = st.session_state[f"blev_til_{key}"], st.session_state[f"note_{key}"].strip() or None
    write = partial(write_decision, database(), by=viewer_name())
    attempt(
        lambda: write(replace(told.decision, state=state, note=note), told.decision_id, told.version),
        SAID.format(text=words.decided(told), state=words.STATES[state].lower()),
        lambda: write(told.decision, told.decision_id, told.version + 1),
    )
