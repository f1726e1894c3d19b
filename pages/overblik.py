"""Overblik: how it stands, what changed, and where it is red."""

from functools import partial

import streamlit as st

from dashboard import queries
from dashboard.web.change_list import show_changes, show_disagreements
from dashboard.web.counts import show_counts, show_distribution
from dashboard.web.database import ask
from dashboard.web.downloads import show_status_documents
from dashboard.web.filters import selected
from dashboard.web.head import show_empty_database, show_head, show_no_lines
from dashboard.web.signal_marks import show_signal_counts
from dashboard.web.trace import show_asked_trace
from dashboard.wording import texts

selection = selected()
if selection is None:
    show_empty_database()
    st.stop()

counts = ask(queries.light_counts, selection)

show_head(texts.OVERBLIK, selection, counts, offer=partial(show_status_documents, selection))
if not any(count.n for count in counts):
    show_no_lines(selection)
    st.stop()
show_counts(counts, selection)
left, right = st.columns([1.25, 1], gap="large")
with left:
    show_changes(selection)
    show_disagreements(selection)
with right:
    show_distribution(selection)
    show_signal_counts(selection)
show_asked_trace()
