"""The next meeting proposes itself, and is made with one click when the proposal is right."""

from html import escape

import streamlit as st

from dashboard import queries
from dashboard.domain.meeting import DIREKTIONEN, Meeting
from dashboard.domain.month import Month
from dashboard.domain.scope import Scope
from dashboard.records import plan_meeting
from dashboard.web import phrases
from dashboard.web.markup import tag
from dashboard.web.meeting import texts
from dashboard.web.meeting.asked import MEETING_KEY, PART_KEY
from dashboard.web.meeting.item_words import counted
from dashboard.web.meeting.proposing import bodies, months, proposal, proposed_day
from dashboard.web.plan import ask, database
from dashboard.web.viewer import viewer_name

NEXT, ANOTHER = "Næste møde", "Planlæg et møde mere"
BODY, DAY, MONTH, SCOPE, CREATE = "Hvem mødes", "Dato", "Status for", "Omfang", "Opret møde"
BODY_KEY, DAY_KEY, MONTH_KEY, SCOPE_KEY = "nyt_hvem", "nyt_dato", "nyt_maaned", "nyt_omfang"
OTHER_BODY = "Vælg, eller skriv et andet navn"
EXISTS = "Der er allerede et møde i {body} den {day}."
NOBODY = "Vælg, hvem der mødes, og hvornår."
WEEKDAYS = ("Mandag", "Tirsdag", "Onsdag", "Torsdag", "Fredag", "Lørdag", "Søndag")


def show_planning() -> None:
    """Show the proposal for the next meeting; out of the way when direktionen's is planned."""
    told = ask(queries.meetings)
    is_planned = bool((told["closed_at"].isna() & (told["body"] == DIREKTIONEN)).any())
    if is_planned:
        with st.expander(ANOTHER, key="planlaeg"):
            _show_form()
    else:
        with st.container(key="planlaeg_naeste", gap="small"):
            st.html(tag("h2", NEXT))
            _show_form()


def _show_form() -> None:
    st.session_state.setdefault(BODY_KEY, DIREKTIONEN)
    st.session_state.setdefault(DAY_KEY, proposed_day(st.session_state[BODY_KEY] or DIREKTIONEN))
    who, when, which, what = st.columns([1.5, 1, 1, 1.2])
    offered = months()
    with who:
        st.selectbox(
            BODY,
            bodies(),
            key=BODY_KEY,
            format_func=texts.body_name,
            accept_new_options=True,
            placeholder=OTHER_BODY,
            on_change=_propose_day,
        )
    with when:
        st.date_input(DAY, key=DAY_KEY, format="DD.MM.YYYY")
    with which:
        month: Month = st.selectbox(MONTH, list(offered), format_func=phrases.month_name, key=MONTH_KEY)
    with what:
        scope: Scope = st.selectbox(SCOPE, offered[month], format_func=phrases.scope_name, key=SCOPE_KEY)
    body, day = _body(), st.session_state[DAY_KEY]
    if not body or day is None:
        st.html(tag("p", escape(NOBODY), "note"))
        return
    _show_proposal(Meeting(body, day, month, scope))


def _show_proposal(meeting: Meeting) -> None:
    weekday = WEEKDAYS[meeting.held_on.weekday()]
    said = f"{weekday} den {phrases.day(meeting.held_on)} · {counted(proposal(meeting))}"
    told = ask(queries.meetings)
    same = (told["body"] == meeting.body) & (told["held_on"].dt.date == meeting.held_on)
    with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
        st.button(CREATE, key="opret", type="primary", on_click=_plan, args=(meeting,))
        st.html(tag("p", escape(said), "planned-agenda"))
    if same.any():
        exists = EXISTS.format(body=texts.body_name(meeting.body), day=phrases.day(meeting.held_on))
        st.html(tag("p", escape(exists), "note"))


def _plan(meeting: Meeting) -> None:
    agenda = [(int(row["indsats_id"]), list(row["reasons"])) for row in proposal(meeting)]
    meeting_id = plan_meeting(database(), meeting, agenda, viewer_name())
    st.query_params.from_dict({MEETING_KEY: str(meeting_id), PART_KEY: "dagsorden"})


def _propose_day() -> None:
    st.session_state[DAY_KEY] = proposed_day(_body())


def _body() -> str:
    """Give who is chosen; a name that is written is taken for the body that is called so."""
    chosen = str(st.session_state[BODY_KEY] or "").strip()
    called = {texts.body_name(body).casefold(): body for body in bodies()} | {
        body.casefold(): body for body in bodies()
    }
    return called.get(chosen.casefold(), chosen)
