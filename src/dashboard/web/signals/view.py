"""The page of signals from top to bottom."""

from html import escape

import streamlit as st

from dashboard.domain.terms import SignalTerms
from dashboard.web.choice import choose
from dashboard.web.markup import tag
from dashboard.web.plan import Selection
from dashboard.web.signals import texts
from dashboard.web.signals.answer import VIEW_KEY, answer, rule_chip
from dashboard.web.signals.cases import cases
from dashboard.web.signals.rows import Strips
from dashboard.web.signals.rule_list import line_list, rule_list, settled_list, silent_rules


def show_signals(selection: Selection, total: int, rule: SignalTerms | None) -> None:
    """Show what smells wrong with ``total`` lines: the answer, then every signal, or those of one rule."""
    found = cases(selection)
    still = [case for case in found if case.settled is None]
    top = st.container()
    with st.container(horizontal=True, vertical_alignment="center", gap="medium", key="signalvalg"):
        view = choose(texts.GROUP_BY, VIEW_KEY, texts.GROUPINGS, texts.BY_RULE)
        kept = None if view == texts.BY_RULE else view
        if rule:
            st.html(rule_chip(rule, kept), width="content")
    top.html(answer(still, total, rule, kept))
    shown = [case for case in still if rule in (None, case.rule)]
    if shown:
        strips = Strips.of(selection)
        st.html(rule_list(shown, strips) if view == texts.BY_RULE else line_list(shown, strips))
    else:
        said = texts.OF_RULE if still else texts.NOTHING_FOR.format(month=selection.month.label)
        st.html(tag("p", escape(said), "quiet"))
    settled = [case for case in found if case.settled and rule in (None, case.rule)]
    last = settled_list(settled) + silent_rules(found)
    if last:
        st.html(last)
