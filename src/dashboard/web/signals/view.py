"""The page of signals from top to bottom."""

from html import escape

import pandas as pd
import streamlit as st

from dashboard.domain.terms import SignalTerms
from dashboard.web import texts as app_texts
from dashboard.web.choice import choose
from dashboard.web.head import show_head
from dashboard.web.markup import tag
from dashboard.web.plan import Selection
from dashboard.web.signals import texts
from dashboard.web.signals.answer import VIEW_KEY, answer, rule_chip
from dashboard.web.signals.cases import cases
from dashboard.web.signals.rule_list import line_list, rule_list, settled_list, silent_rules
from dashboard.web.strips import Strips


def show_signals(selection: Selection, counts: pd.DataFrame, rule: SignalTerms | None) -> None:
    """Show what smells wrong with the lines counted: the answer, then every signal, or those of one rule."""
    found = cases(selection)
    still = [case for case in found if case.settled is None]
    top = st.container()
    view = choose(texts.GROUP_BY, VIEW_KEY, texts.GROUPINGS, texts.BY_RULE)
    kept = None if view == texts.BY_RULE else view
    with top:
        show_head(app_texts.SIGNALS, selection, counts, also=rule_chip(rule, kept) if rule else "")
        st.html(answer(still, int(counts["n"].sum()), rule, kept))
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
