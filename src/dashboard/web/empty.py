"""Nothing to show: a sentence that says why, and the next step."""

import streamlit as st
from htpy import Element, div, h2, p

from dashboard.web import filters, texts
from dashboard.web.places import PAGES


def show_empty_database() -> None:
    """Say that nothing is imported yet, and how it is done."""
    st.html(_said(texts.EMPTY_TITLE, texts.EMPTY_NEXT))
    st.page_link(PAGES / "indlaesning.py", label=texts.GO_TO_INTAKE)


def show_no_lines() -> None:
    """Say that the filters let nothing through, and offer to let go of them."""
    st.html(_said(texts.NO_LINES, texts.NO_LINES_NEXT))
    st.button(texts.RESET, on_click=filters.reset, key="nulstil_her")


def show_closed_database(reason: str) -> None:
    """Say why the database cannot be opened."""
    st.html(_said(texts.DATABASE_CLOSED, reason))


def _said(title: str, sentence: str) -> Element:
    return div(".empty")[h2[title], p[sentence]]
