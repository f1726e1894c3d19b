"""What a meeting decided of a line before its meetings were carried here, entered on the line's card."""

from datetime import date

import streamlit as st
from htpy import p

from dashboard import queries
from dashboard.domain.meeting import KINDS, STATES, Decision, Meeting
from dashboard.domain.month import Month
from dashboard.domain.municipality import own_words
from dashboard.domain.terms import terms
from dashboard.queries import Card
from dashboard.records import MeetingError, enter_decision
from dashboard.web.database import ask, database
from dashboard.web.drafts import confirm, kept
from dashboard.web.meeting.planning import bodies, body_called, today
from dashboard.web.sign_in import acting, may
from dashboard.wording import meetings as words

ENTER = "Skriv en beslutning fra et tidligere møde"
BODY, OTHER_BODY, DAY, TEXT = "Hvem mødtes", "Vælg, eller skriv et navn", "Mødets dato", "Beslutning"
KIND, RESPONSIBLE, DUE, STATE, SAVE = "Type", "Ansvarlig", "Frist", "Hvad blev der af den?", "Gem beslutningen"
INCOMPLETE = "Skriv, hvem der mødtes, hvornår, og hvad de besluttede."
NOT_HELD = own_words("Et møde, der ikke er holdt endnu, planlægges på siden {Direktionsmøde}.")
SAVED = "Beslutningen fra {meeting} er gemt."
DRAFT = "tidligere-{}"
SAID_KEY, ROUND_KEY = "tidligere_sagt", "tidligere_nr"
FIELDS = ("body", "day", "text", "kind", "responsible", "due", "state")


def show_earlier_decision(card: Card) -> None:
    """Let a decision of a meeting that is not here be entered, which makes and locks the meeting; by those who may."""
    if not may("decide"):
        return
    key = f"tidligere_{{}}_{card.indsats_id}_{st.session_state.setdefault(ROUND_KEY, 0)}"
    with st.expander(ENTER, key="tidligere_beslutning", on_change="rerun") as place:
        if not place.open:
            return
        who, when = st.columns(2)
        who.selectbox(
            BODY,
            bodies(),
            index=None,
            key=key.format("body"),
            format_func=words.body_name,
            accept_new_options=True,
            placeholder=OTHER_BODY,
        )
        when.date_input(DAY, None, key=key.format("day"), format="DD.MM.YYYY", min_value=date(2020, 1, 1))
        st.text_area(TEXT, key=key.format("text"), height=90)
        st.html(kept(key.format("text"), DRAFT.format(card.indsats_id)))
        what, whose, due = st.columns(3)
        what.selectbox(KIND, KINDS, key=key.format("kind"), format_func=words.KINDS.__getitem__, filter_mode=None)
        whose.text_input(RESPONSIBLE, key=key.format("responsible"))
        due.date_input(DUE, None, key=key.format("due"), format="DD.MM.YYYY")
        st.segmented_control(
            STATE,
            STATES,
            default="open",
            required=True,
            format_func=words.STATES.__getitem__,
            key=key.format("state"),
        )
        st.button(SAVE, key="gem_tidligere", type="primary", on_click=_enter, args=(card, key))
        if SAID_KEY in st.session_state:
            st.html(p(".note", role="status")[st.session_state.pop(SAID_KEY)])


def _enter(card: Card, key: str) -> None:
    body, day, text, kind, responsible, due, state = (st.session_state.get(key.format(field)) for field in FIELDS)
    body, text = body_called(str(body or "")), str(text or "").strip()
    if not (body and day and text):
        st.session_state[SAID_KEY] = INCOMPLETE
    elif day > today():
        st.session_state[SAID_KEY] = NOT_HELD
    else:
        told = Decision(0, kind or "decision", text, (responsible or "").strip() or None, due, state or "open")
        try:
            enter_decision(database(), _meeting(card, body, day), card.indsats_id, told, acting("decide"))
        except MeetingError as error:
            st.session_state[SAID_KEY] = str(error)
            return
        confirm(DRAFT.format(card.indsats_id), text)
        st.session_state[SAID_KEY] = SAVED.format(meeting=words.meeting_name(body, day))
        st.session_state[ROUND_KEY] += 1


def _meeting(card: Card, body: str, day: date) -> Meeting:
    """Give the meeting as it looked at the plan: the last status before its month, or none."""
    plan, month = card.known.plan, Month(day.year, day.month)
    before = (told.month for told in ask(queries.deliveries, plan=plan) if told.month < month)
    scope = terms().body(body).scopes[0]
    return Meeting(
        body, day, next(before, month), scope, plan, route="", background="", presentation="", recommendation=""
    )
