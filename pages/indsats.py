"""Indsats: one line of the plan over its whole life, and the lists that lead to it."""

import streamlit as st

from dashboard.web.filters import selected
from dashboard.web.head import show_empty_database
from dashboard.web.indsats.asked import asked_lines, asked_search, asks_for_card
from dashboard.web.indsats.card_view import show_asked_card
from dashboard.web.indsats.list import show_found, show_list
from dashboard.web.trace import show_asked_trace

selection = selected()
if selection is None:
    show_empty_database()
    st.stop()

asked = asked_lines()
if asks_for_card():
    show_asked_card(selection, asked)
elif asked_search():
    show_found(asked_search(), selection)
else:
    show_list(selection, asked)
show_asked_trace()
