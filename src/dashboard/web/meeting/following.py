"""What others change while one looks at it: the page is drawn anew when the meeting is another than the one drawn."""

from collections.abc import Hashable

import streamlit as st

from dashboard import queries
from dashboard.web.meeting.asked import AskedMeeting
from dashboard.web.plan import ask

SECONDS = 3.0


def follow_others(asked: AskedMeeting) -> None:
    """Draw the page again within seconds when somebody else changes the agenda, a decision, or holds the meeting."""
    _watch(asked.meeting_id, _stands(asked.meeting_id))


@st.fragment(run_every=SECONDS)
def _watch(meeting_id: int, drawn: Hashable) -> None:
    if _stands(meeting_id) != drawn:
        st.rerun()


def _stands(meeting_id: int) -> Hashable:
    items = ask(queries.agenda, meeting_id)[["item_id", "version"]]
    told = ask(queries.decisions, meeting=meeting_id)[["decision_id", "version"]]
    found = ask(queries.meetings)
    held = found.loc[found["meeting_id"] == meeting_id, "closed_at"].notna().any()
    return tuple(items.itertuples(index=False)), tuple(told.itertuples(index=False)), bool(held)
