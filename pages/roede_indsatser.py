"""Røde indsatser: how many, how long, and why."""

from dataclasses import replace

import streamlit as st

from dashboard import queries
from dashboard.web import texts
from dashboard.web.empty import show_empty_database
from dashboard.web.filters import selected
from dashboard.web.head import show_head
from dashboard.web.plan import ask
from dashboard.web.red.answer import answer
from dashboard.web.red.controls import show_controls, show_none, show_what_does_not_apply
from dashboard.web.red.groups import show_list
from dashboard.web.red.lines import red_lines
from dashboard.web.red.why import reasons_now, show_reason_history

chosen = selected()
if chosen is None:
    show_empty_database()
    st.stop()

selection = replace(chosen, light=())
counts = ask(queries.light_counts, selection)
show_head(texts.RED, selection, counts)
show_what_does_not_apply(chosen)
first, second, third = st.columns([1, 1.05, 1.35], gap="large")
below = st.container()
with below:
    wanted = show_controls(selection)
lines = red_lines(selection, with_yellow=wanted.with_yellow)
with first:
    st.html(answer(counts, lines, selection))
with second:
    st.html(reasons_now(lines))
with third:
    show_reason_history(selection)
with below:
    show_none(lines, selection)
    show_list(lines, selection, wanted.group)
