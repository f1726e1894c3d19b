"""Indlæsning: workbooks that arrive, looked at before they are saved, and every revision there is."""

from html import escape

import streamlit as st

from dashboard.web import texts
from dashboard.web.intake import texts as intake_texts
from dashboard.web.intake.answer_list import show_answers
from dashboard.web.intake.arrival_view import show_arrival
from dashboard.web.intake.arrivals import dropped_files
from dashboard.web.intake.file_list import choose
from dashboard.web.intake.history import show_history, show_history_notes
from dashboard.web.markup import tag
from dashboard.web.who_is_who import show_suggestions

st.html(tag("h1", escape(texts.INDLAESNING)) + tag("p", escape(intake_texts.LEAD), "subtitle"))
show_history_notes()
arrivals = dropped_files()
if arrivals:
    show_arrival(choose(arrivals))
show_suggestions()
show_history()
show_answers()
