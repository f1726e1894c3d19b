"""A meeting that has been held is locked; the lock is undone by somebody who is named, and the minutes say so."""

from collections.abc import Sequence
from functools import partial

import streamlit as st
from htpy import b, fragment, li, p, ul

from dashboard.domain.light import Light
from dashboard.records import hold_meeting, reopen_meeting
from dashboard.reports.minutes import Minutes, MinutesPoint
from dashboard.web.database import database
from dashboard.web.meeting.asked import AskedMeeting, attempt
from dashboard.web.meeting.planning import today
from dashboard.web.sign_in import acting, acting_as, ask_name
from dashboard.wording import phrases

HOLD, HOLD_NOW = "Afhold og lås mødet", "Lås mødet nu"
MEANS = (
    "Dagsorden og beslutninger låses. En beslutning kan stadig rettes; så står rettelsen i referatet med navn og "
    "tidspunkt. Mødet kan låses op igen af en, der skriver sit navn, og det står i referatet."
)
MISSING, ALL_DECIDED = "{n} er uden beslutning:", "Der er taget stilling til alle røde indsatser."
CASE_UNDECIDED = "Der er ingen beslutning for hele sagen."
DONE = "Mødet er afholdt og låst. Næste møde følger op på beslutningerne."
TOO_EARLY, HELD_ALREADY = "Mødet er først den {day}.", "Ja, mødet er holdt"
REOPEN, REOPEN_NOW, WHO = "Lås mødet op", "Lås op nu", "Hvem låser op?"
OPEN_AGAIN = "Mødet er låst op igen. Det står i referatet."
WHO_KEY = "laas_op_hvem"


def show_lock(asked: AskedMeeting, minutes: Minutes) -> None:
    """Offer to lock the meeting, or to undo its lock."""
    if asked.is_held:
        _show_reopening(asked)
    else:
        undecided = [point for point in minutes.points if point.light is Light.RED and not point.said]
        _show_holding(asked, undecided, is_case_decided=bool(minutes.decided))


def _show_holding(asked: AskedMeeting, undecided: Sequence[MinutesPoint], *, is_case_decided: bool) -> None:
    """Say which red lines nothing was decided about; before the day of the meeting, ask whether it was held."""
    with st.popover(HOLD, type="primary", key="afhold"):
        if undecided:
            missing = MISSING.format(n=phrases.count_of(len(undecided), "rød indsats", "røde indsatser"))
            st.html(fragment[p[b[missing]], ul[(li[point.name] for point in undecided)]])
        else:
            st.html(p[ALL_DECIDED])
        if not is_case_decided:
            st.html(p[b[CASE_UNDECIDED]])
        st.html(p(".quiet")[MEANS])
        is_sure = True
        if today() < asked.held_on:
            st.html(p(".note")[TOO_EARLY.format(day=phrases.day(asked.held_on))])
            is_sure = st.checkbox(HELD_ALREADY, key="foer_tid")
        hold = partial(hold_meeting, database(), asked.meeting_id, acting("decide"))
        st.button(HOLD_NOW, key="afhold_nu", type="primary", disabled=not is_sure, on_click=attempt, args=(hold, DONE))


def _show_reopening(asked: AskedMeeting) -> None:
    with st.popover(REOPEN, key="laas_op"):
        ask_name("decide", WHO, WHO_KEY)
        st.button(REOPEN_NOW, key="laas_op_nu", on_click=_reopen, args=(asked.meeting_id,))


def _reopen(meeting_id: int) -> None:
    who = acting_as("decide", str(st.session_state[WHO_KEY] or ""))
    attempt(lambda: reopen_meeting(database(), meeting_id, who), OPEN_AGAIN)
