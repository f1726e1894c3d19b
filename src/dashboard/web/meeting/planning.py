"""The next meeting proposes itself - when, on which status, with which agenda - and is made with one click."""

from dataclasses import replace
from datetime import date, timedelta

import streamlit as st
from htpy import h2, p

from dashboard import queries
from dashboard.domain.clock import in_denmark, utc_now
from dashboard.domain.meeting import DIREKTIONEN, Meeting
from dashboard.domain.month import Month
from dashboard.domain.scope import Scope
from dashboard.domain.terms import terms
from dashboard.queries import ProposedLine
from dashboard.records import plan_meeting
from dashboard.web import phrases, texts
from dashboard.web.database import Selection, ask, database, viewer_name
from dashboard.web.meeting.asked import status_of
from dashboard.web.meeting_words import MEETING_KEY, PART_KEY, body_name, counted

NEXT, ANOTHER = "Næste møde", "Planlæg et møde mere"
BODY, DAY, MONTH, SCOPE, CREATE = "Hvem mødes", "Dato", "Status for", "Omfang", "Opret møde"
BODY_KEY, DAY_KEY, PLAN_KEY, MONTH_KEY, SCOPE_KEY = "nyt_hvem", "nyt_dato", "nyt_plan", "nyt_maaned", "nyt_omfang"
OTHER_BODY = "Vælg, eller skriv et andet navn"
EXISTS = "Der er allerede et møde i {body} den {day}."
NOBODY = "Vælg, hvem der mødes, og hvornår."
WEEKDAYS = ("Mandag", "Tirsdag", "Onsdag", "Torsdag", "Fredag", "Lørdag", "Søndag")
WEEK = timedelta(days=7)
FRIDAY = 4


def show_planning() -> None:
    """Show the proposal for the next meeting; out of the way when direktionen's is planned."""
    if any(not meeting.is_held and meeting.body == DIREKTIONEN for meeting in ask(queries.meetings)):
        with st.expander(ANOTHER, key="planlaeg"):
            _show_form()
    else:
        with st.container(key="planlaeg_naeste", gap="small"):
            st.html(h2[NEXT])
            _show_form()


def _show_form() -> None:
    st.session_state.setdefault(BODY_KEY, DIREKTIONEN)
    st.session_state.setdefault(DAY_KEY, _proposed_day(st.session_state[BODY_KEY] or DIREKTIONEN))
    plans = ask(queries.plans)
    who, when, *of_plan, which, what = st.columns([1.5, 1, *[0.8] * (len(plans) > 1), 1, 1.2])
    plan, newest_first = plans[0], sorted(plans, reverse=True)
    for place in of_plan:
        plan = place.selectbox(texts.PLAN, newest_first, newest_first.index(plan), key=PLAN_KEY)
    offered = _months(plan)
    with who:
        st.selectbox(
            BODY,
            _bodies(),
            key=BODY_KEY,
            format_func=body_name,
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
    body, day = _chosen_body(), st.session_state[DAY_KEY]
    if not body or day is None:
        st.html(p(".note")[NOBODY])
        return
    _show_proposal(Meeting(body, day, month, scope, plan))


def _show_proposal(meeting: Meeting) -> None:
    day = phrases.day(meeting.held_on)
    with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
        st.button(CREATE, key="opret", type="primary", on_click=_plan, args=(meeting,))
        said = f"{WEEKDAYS[meeting.held_on.weekday()]} den {day} · {counted(proposal(meeting))}"
        st.html(p(".planned-agenda")[said])
    if any((each.body, each.held_on) == (meeting.body, meeting.held_on) for each in ask(queries.meetings)):
        st.html(p(".note")[EXISTS.format(body=body_name(meeting.body), day=day)])


def _plan(meeting: Meeting) -> None:
    agenda = [(line.indsats_id, line.reasons) for line in proposal(meeting)]
    meeting_id = plan_meeting(database(), meeting, agenda, viewer_name())
    st.query_params.from_dict({MEETING_KEY: str(meeting_id), PART_KEY: "dagsorden"})


def _propose_day() -> None:
    st.session_state[DAY_KEY] = _proposed_day(_chosen_body())


def _chosen_body() -> str:
    """Give who is chosen; a name that is written is taken for the body that is called so."""
    chosen = str(st.session_state[BODY_KEY] or "").strip()
    called = {name.casefold(): body for body in _bodies() for name in (body_name(body), body)}
    return called.get(chosen.casefold(), chosen)


def today() -> date:
    """Give the day it is in Denmark."""
    return in_denmark(utc_now()).date()


def next_day(last: date | None, now: date) -> date:
    """Propose a day: about a month after the last one on the same weekday, or in a week; never one that has passed."""
    if last is None:
        day = now + WEEK
        return day + timedelta(days=7 - day.weekday()) if day.weekday() > FRIDAY else day
    day = last + 4 * WEEK
    if (day.year, day.month) == (last.year, last.month):
        day += WEEK
    while day < now:
        day += WEEK
    return day


def _proposed_day(body: str) -> date:
    days = [meeting.held_on for meeting in ask(queries.meetings) if meeting.body == body]
    return next_day(max(days, default=None), today())


def _bodies() -> list[str]:
    """List who can meet: direktionen, every udvalg of the newest status, and names that have met before."""
    newest = ask(queries.default_selection)
    found = _udvalg_of(newest) if newest else set()
    known = [udvalg.key for udvalg in terms().udvalg]
    udvalg = [*(key for key in known if key in found), *sorted(found - set(known))]
    return list(dict.fromkeys([DIREKTIONEN, *udvalg, *(meeting.body for meeting in ask(queries.meetings))]))


def _months(plan: str) -> dict[Month, list[Scope]]:
    """List the months of a plan that can be looked at, newest first, each with its scopes, widest first."""
    offered: dict[Month, list[Scope]] = {}
    for told in ask(queries.deliveries, plan=plan):
        offered.setdefault(told.month, []).append(told.scope)
    return offered


def proposal(meeting: Meeting) -> tuple[ProposedLine, ...]:
    """List the lines that a meeting should go through; an udvalg's are its own, with the cross-cutting among them."""
    selection = status_of(meeting)
    if meeting.body in _udvalg_of(selection) | {udvalg.key for udvalg in terms().udvalg}:
        selection = replace(selection, udvalg=(meeting.body,))
    return ask(queries.agenda_proposal, selection, meeting.body, meeting.held_on)


def _udvalg_of(selection: Selection) -> set[str]:
    options = ask(queries.filter_options, selection)
    return {each.value for each in options if each.field == "udvalg" and each.value}
