"""Indlæsning: workbooks that arrive, looked at before they are saved, and every revision there is."""

import streamlit as st
from htpy import h1, p

from dashboard import queries
from dashboard.web.database import ask
from dashboard.web.head import show_contents, show_title
from dashboard.web.intake.arrival import choose, show_arrival
from dashboard.web.intake.arrivals import dropped_files
from dashboard.web.intake.history import HISTORY, show_history, show_history_notes
from dashboard.web.intake.questions import ANSWERS, show_answers
from dashboard.web.intake.record_list import RECORD, show_record
from dashboard.web.intake.template import show_template
from dashboard.web.sign_in import may
from dashboard.web.who_is_who import QUESTION, show_suggestions
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
parts = {
    "samme": (QUESTION, bool(ask(queries.suggestions)) or bool(ask(queries.line_links))),
    "historik": (HISTORY, True),
    "svar": (ANSWERS, bool(ask(queries.reading_answers))),
    "haendelser": (RECORD, may("read_record")),
}
show_contents({f"#{anchor}": name for anchor, (name, is_here) in parts.items() if is_here})
