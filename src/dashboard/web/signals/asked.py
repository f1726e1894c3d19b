"""The rule that the address asks for."""

import streamlit as st

from dashboard.domain.terms import SignalTerms
from dashboard.web import filters
from dashboard.web.signals import texts
from dashboard.web.signals.answer import RULE_KEY
from dashboard.web.signals.cases import RULES


def asked_rule() -> SignalTerms | None:
    """Give the rule that is to be shown alone; note one that does not exist. Called before the head is drawn."""
    asked = st.query_params.get(RULE_KEY)
    if asked and asked not in RULES:
        filters.leave_out(texts.RULE, asked)
    return RULES.get(asked or "")
