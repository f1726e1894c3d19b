"""Røde indsatser: how many, how long, and why."""

import streamlit as st

from dashboard import queries
from dashboard.web import texts
from dashboard.web.empty import show_empty_database
from dashboard.web.filters import selected
from dashboard.web.head import show_head
from dashboard.web.plan import ask

selection = selected()
if selection is None:
    show_empty_database()
    st.stop()

show_head(texts.RED, selection, ask(queries.light_counts, selection))
