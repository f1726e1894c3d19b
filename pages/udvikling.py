"""Udvikling: how it went over time, for the plan, its parts and every line, and what moved between two months."""

from functools import partial

import streamlit as st

from dashboard import queries
from dashboard.domain.month import calendar_months
from dashboard.web.database import ask
from dashboard.web.downloads import show_status_documents
from dashboard.web.filters import selected
from dashboard.web.head import show_empty_database, show_head, show_no_lines
from dashboard.web.lasting import show_lasting
from dashboard.web.progress.months import choose_measure, show_lead, show_months, show_strips
from dashboard.web.progress.moves import show_flow, show_matrix, show_spells
from dashboard.web.progress.parts import show_parts
from dashboard.wording import texts

selection = selected()
if selection is None:
    show_empty_database()
    st.stop()

show_head(
    texts.UDVIKLING, selection, ask(queries.light_counts, selection), offer=partial(show_status_documents, selection)
)
history = ask(queries.light_history, selection)
if history.empty:
    show_no_lines(selection)
    st.stop()
transitions = ask(queries.transitions, selection)
months = calendar_months(ask(queries.delivered_months, selection))

show_lead(history, transitions, selection)
with st.container(key="forloeb"):
    left, right = st.columns([1, 1.08], gap="large")
with left:
    as_share = choose_measure(selection)
    show_months(history, months, selection, as_share)
    show_parts(months, selection, as_share)
    with st.container(key="bevaegelser"):
        show_flow(ask(queries.flow, selection), months)
        show_spells(ask(queries.spells, selection))
        show_lasting(selection)
with right:
    show_matrix(transitions, selection)
    show_strips(selection, months)
