"""Direktionsmøde: the meeting from agenda to minutes."""

import streamlit as st

from dashboard import queries
from dashboard.web.database import ask
from dashboard.web.head import show_empty_database
from dashboard.web.meeting.agenda import show_agenda
from dashboard.web.meeting.asked import asked_meeting
from dashboard.web.meeting.meeting_list import show_meetings, show_ways
from dashboard.web.meeting.minutes import show_minutes
from dashboard.web.meeting.walk import show_walk

if not ask(queries.deliveries):
    show_empty_database()
    st.stop()

asked = asked_meeting()
if asked is None or asked.part != "gennemgang":  # there, the point is alone
    show_ways(asked)
if asked is None:
    show_meetings()
elif asked.part == "dagsorden":
    show_agenda(asked)
elif asked.part == "referat":
    show_minutes(asked)
else:
    show_walk(asked)
