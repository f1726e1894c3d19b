"""Links to other pages that open on a given month and scope."""

import streamlit as st

from dashboard.domain.month import Month
from dashboard.domain.scope import Scope
from dashboard.web import filters, texts
from dashboard.web.places import PAGES


def overview_link(month: Month | None, scope: Scope | None) -> None:
    """Offer Overblik as of a month and a scope."""
    if month is None or scope is None:
        return
    st.page_link(
        PAGES / "overblik.py",
        label=texts.SEE_ON_OVERVIEW.format(month=month.label),
        query_params={filters.MONTH_KEY: str(month), filters.SCOPE_KEY: str(scope)},
    )
