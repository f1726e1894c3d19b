"""Røde indsatser: how many, how long, and why."""

from dataclasses import replace

import streamlit as st
from htpy import p

from dashboard import queries
from dashboard.domain.light import Light
from dashboard.web.database import ask
from dashboard.web.filters import selected
from dashboard.web.head import show_empty_database, show_head
from dashboard.web.red.answer import answer, reasons_now, show_reason_history
from dashboard.web.red.lines import show_lines, wanted_lines
from dashboard.wording import texts

LIGHTS_NOT_HERE = "Filteret på lys gælder ikke her: siden viser de røde og, hvis du vælger det, de gule."

chosen = selected()
if chosen is None:
    show_empty_database()
    st.stop()

selection = replace(chosen, light=())
counts = ask(queries.light_counts, selection)
show_head(texts.RED, selection, counts)
if chosen.light:
    st.html(p(".note")[LIGHTS_NOT_HERE])
first, second, third = st.columns([1, 1.05, 1.35], gap="large")
wanted = wanted_lines(selection)
red = [line for line in wanted.lines if line.light_now is Light.RED]
with first:
    st.html(answer(counts, red, selection))
with second:
    st.html(reasons_now(red))
with third:
    show_reason_history(selection)
show_lines(wanted)
