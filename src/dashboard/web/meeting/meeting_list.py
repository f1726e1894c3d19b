"""Which meetings there are: the next one, those planned and held, and what they left open."""

import streamlit as st

from dashboard import queries
from dashboard.web import texts as app_texts
from dashboard.web.head import show_title
from dashboard.web.markup import tag
from dashboard.web.meeting.asked import MEETING_KEY
from dashboard.web.meeting.follow_up import show_open_decisions
from dashboard.web.meeting.meeting_rows import show_held, show_planned
from dashboard.web.meeting.notice import show_notice
from dashboard.web.meeting.planning import show_planning
from dashboard.web.plan import ask

NOT_FOUND = "Mødet i linket findes ikke. Det kan være taget væk."


def show_meetings() -> None:
    """List the meetings, offer the next one, and follow up on what was decided."""
    newest = ask(queries.deliveries).iloc[0]
    show_title(tag("h1", app_texts.MEETING), is_example=bool(newest["is_example"]))
    if st.query_params.get(MEETING_KEY):
        st.html(tag("p", NOT_FOUND, "note"))
    show_notice()
    show_planned()
    show_planning()
    show_held()
    show_open_decisions()
