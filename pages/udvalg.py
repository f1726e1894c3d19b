"""Udvalg: all of them side by side, and the part of the plan of one."""

from dataclasses import replace
from functools import partial

import streamlit as st

from dashboard import queries
from dashboard.documents.extract import extract
from dashboard.domain.scope import PLAN
from dashboard.web import address
from dashboard.web.database import ask
from dashboard.web.downloads import show_documents, show_status_documents
from dashboard.web.filters import selected
from dashboard.web.head import show_empty_database, show_head, show_no_lines
from dashboard.web.money import show_money
from dashboard.web.udvalg.matrix import show_matrix
from dashboard.web.udvalg.part import chosen_udvalg, show_part, show_plan_missing, show_treatments, ways
from dashboard.wording import phrases, texts

EXTRACT = "Udsnit til {udvalg}"

selection = selected()
if selection is None:
    show_empty_database()
    st.stop()

matrix = ask(queries.matrix, selection, "udvalg")
whole = None if selection.scope.is_plan else ask(queries.last_told, selection, PLAN)
known = [*matrix, *(ask(queries.matrix, whole, "udvalg") if whole else ())]
offered = list(dict.fromkeys(count.value for count in known))
udvalg = chosen_udvalg(selection, offered)
if udvalg is not None:
    part = replace(selection, udvalg=(udvalg,))
    address.narrow(udvalg=udvalg)
    name = phrases.part_name("udvalg", udvalg)
    offer = partial(show_documents, "udsnit", {EXTRACT.format(udvalg=name): partial(extract, ask, selection, udvalg)})
    show_head(name, part, ask(queries.light_counts, part), offer=offer)
    st.html(ways(offered, udvalg))
    show_part(part, udvalg)
    st.stop()

counts = ask(queries.light_counts, selection)
show_head(texts.UDVALG_PAGE, selection, counts, offer=partial(show_status_documents, selection))
if not matrix:
    show_no_lines(selection)
    st.stop()
if whole:
    show_plan_missing(selection, whole)
show_matrix(counts, selection)
show_treatments(whole or selection)
show_money(whole or selection)
