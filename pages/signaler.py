"""Signaler: what smells wrong, by which rule, and who settled it."""

import streamlit as st

from dashboard import queries
from dashboard.web.database import ask
from dashboard.web.filters import selected
from dashboard.web.head import show_empty_database, show_head, show_no_lines
from dashboard.web.signal_marks import show_asked_settling
from dashboard.web.signals import asked_rule, show_signals
from dashboard.wording import texts

selection = selected()
if selection is None:
    show_empty_database()
    st.stop()

counts = ask(queries.light_counts, selection)
rule = asked_rule()
if not any(count.n for count in counts):
    show_head(texts.SIGNALS, selection, counts)
    show_no_lines(selection)
    st.stop()
show_signals(selection, counts, rule)
show_asked_settling(selection)
