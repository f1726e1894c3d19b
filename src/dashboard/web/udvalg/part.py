"""One udvalg's part of the plan: its lights, its lines, what changed, what was decided, and its money."""

import streamlit as st

from dashboard import queries
from dashboard.web.cards import show_counts
from dashboard.web.change_list import show_changes
from dashboard.web.money import show_money
from dashboard.web.plan import Selection, ask
from dashboard.web.strips import Strips
from dashboard.web.udvalg import texts
from dashboard.web.udvalg.decisions import decision_list
from dashboard.web.udvalg.lines import part_lines


def show_part(selection: Selection) -> None:
    """Show the part of the udvalg that the selection is narrowed to."""
    show_counts(ask(queries.light_counts, selection), selection)
    left, right = st.columns([1.35, 1], gap="large")
    with left:
        _show_lines(selection)
    with right:
        show_changes(ask(queries.changes, selection), selection)
        decided = ask(queries.decisions, until=selection.month)
        ids = set(ask(queries.line_list, selection)["indsats_id"])
        st.html(decision_list(decided[decided["indsats_id"].isin(ids)].to_dict("records")))
    show_money(selection, parts=("tema", "art"))


def _show_lines(selection: Selection) -> None:
    lines = ask(queries.line_list, selection)
    strips = Strips.of(selection)
    crossing = lines["cross_cutting"].astype(bool)
    own = part_lines(texts.OWN, lines[~crossing], texts.NO_OWN, strips, selection)
    shared = part_lines(texts.CROSS_CUTTING, lines[crossing], texts.NO_CROSS_CUTTING, strips, selection)
    st.html(own + shared)
