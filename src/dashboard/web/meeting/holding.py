"""The end of a meeting: it is locked, once it has been said what is missing."""

from collections.abc import Sequence
from functools import partial
from html import escape

import streamlit as st

from dashboard.records import hold_meeting
from dashboard.web import phrases
from dashboard.web.markup import tag
from dashboard.web.meeting.asked import AskedMeeting
from dashboard.web.meeting.notice import attempt
from dashboard.web.plan import database
from dashboard.web.viewer import viewer_name

HOLD, HOLD_NOW = "Afhold og lås mødet", "Lås mødet nu"
MEANS = (
    "Dagsorden og beslutninger låses. En beslutning kan stadig rettes; så står rettelsen i referatet med navn og "
    "tidspunkt. Det kan ikke låses op igen."
)
MISSING, ALL_DECIDED = "{n} er uden beslutning:", "Der er taget stilling til alle røde indsatser."
DONE = "Mødet er afholdt og låst. Næste møde følger op på beslutningerne."


def show_holding(asked: AskedMeeting, undecided: Sequence[str]) -> None:
    """Offer to lock the meeting, and say which red lines nothing was decided about."""
    with st.popover(HOLD, type="primary", key="afhold"):
        if undecided:
            missing = MISSING.format(n=phrases.count_of(len(undecided), "rød indsats", "røde indsatser"))
            names = tag("ul", "".join(tag("li", escape(name)) for name in undecided))
            st.html(tag("p", tag("b", escape(missing))) + names)
        else:
            st.html(tag("p", escape(ALL_DECIDED)))
        st.html(tag("p", escape(MEANS), "quiet"))
        st.button(HOLD_NOW, key="afhold_nu", type="primary", on_click=_hold, args=(asked.meeting_id,))


def _hold(meeting_id: int) -> None:
    attempt(partial(hold_meeting, database(), meeting_id, viewer_name()), DONE)
