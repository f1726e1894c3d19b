"""The plan by tema, udvalg or art: which of them are getting better, small bars for each, and the numbers."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from dashboard import queries
from dashboard.domain.month import Month
from dashboard.web import phrases
from dashboard.web.markup import tag
from dashboard.web.plan import Selection, ask
from dashboard.web.progress import texts
from dashboard.web.progress.better import answer, better_figure, movements
from dashboard.web.progress.panels import choose_part, panels


def show_parts(months: Sequence[Month], selection: Selection, as_share: bool) -> None:
    """Show who is better and worse in a sentence, the panels, and then everyone's change."""
    by = choose_part()
    history = ask(queries.light_history, selection, by)
    moved = [] if selection.light else movements(history, selection)
    said = ""
    if selection.compare and moved:
        said = answer(moved, by, phrases.since(selection.compare, selection.month))
    st.html(said + panels(history, months, selection, by, as_share))
    if by == "udvalg":
        st.html(tag("p", escape(texts.IN_BOTH), "quiet"))
    if moved:
        st.html(tag("h2", escape(texts.BETTER[by])) + better_figure(moved, by, selection))
    elif selection.light:
        st.html(tag("h2", escape(texts.BETTER[by])) + tag("p", escape(texts.NO_SHARES_WITH_LIGHT), "quiet"))
