"""Halvårsstatus: the whole plan in three lists, what is highlighted, and what changed since the last half-year."""

from functools import partial

import streamlit as st
from htpy import p

from dashboard import queries
from dashboard.web import address
from dashboard.web.change_list import show_changes
from dashboard.web.database import ask, viewer
from dashboard.web.downloads import show_half_year_documents
from dashboard.web.filters import selected
from dashboard.web.half_year import show_asked_placing, show_left, show_lists, show_share
from dashboard.web.head import show_empty_database, show_head, show_no_lines
from dashboard.web.trace import show_asked_trace
from dashboard.web.udvalg.part import as_of
from dashboard.wording import half_year as words
from dashboard.wording import texts

selection = selected()
if selection is None:
    show_empty_database()
    st.stop()

address.narrow(**as_of(selection))
counts = ask(queries.light_counts, selection)
offer = partial(show_half_year_documents, selection) if selection.scope.is_plan else None
show_head(texts.HALF_YEAR, selection, counts, offer=offer)
if not selection.scope.is_plan:
    limited = sorted(viewer().udvalg or ())
    st.html(p(".note")[words.LIMITED.format(udvalg=" og ".join(limited)) if limited else words.NO_PLAN])
    st.stop()
if not any(count.n for count in counts):
    show_no_lines(selection)
    st.stop()
last = ask(queries.last_half_year, selection.month, selection.plan)
show_share(counts, selection, words.missing(selection, last))
show_left(ask(queries.half_year_left, selection), selection.month)
show_lists(ask(queries.half_year, selection), selection.month)
show_changes(selection)
show_asked_trace()
show_asked_placing(selection)
