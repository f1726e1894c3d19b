"""Indlæsning: workbooks that arrive, looked at before they are saved, and every revision there is."""

import streamlit as st
from htpy import h1, p

from dashboard.web.head import show_title
from dashboard.web.intake.arrival import choose, show_arrival
from dashboard.web.intake.arrivals import dropped_files
from dashboard.web.intake.history import show_history, show_history_notes
from dashboard.web.intake.questions import show_answers
from dashboard.web.intake.record_list import show_record
from dashboard.web.intake.template import show_template
from dashboard.web.who_is_who import show_suggestions
from dashboard.wording import texts

LEAD = "Intet gemmes, før du trykker »Indlæs«. Alt, der indlæses, kan trækkes tilbage igen."

with st.container(gap=None, key="sidehoved"):
    show_title(h1[texts.INDLAESNING], is_example=False)
    st.html(p(".subtitle")[LEAD])
show_history_notes()
arrivals = dropped_files()
show_template()
if arrivals:
    show_arrival(choose(arrivals))
show_suggestions([month for each in arrivals if each.saved for month in each.preview.told_months])
show_history()
show_answers()
show_record()
