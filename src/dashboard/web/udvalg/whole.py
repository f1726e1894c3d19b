"""What was last told of a whole part, where the month that is shown speaks for the cross-cutting lines alone."""

import streamlit as st
from htpy import a, p

from dashboard.web import address
from dashboard.web.database import Selection
from dashboard.web.filters import COMPARE_KEY, MONTH_KEY, SCOPE_KEY
from dashboard.wording import phrases

OWN_MISSING = "Egen del er ikke leveret for {month}; senest {last}. Den står her, som den var da."
OWN_NEVER = "Egen del er ikke leveret for {month} eller tidligere."
PLAN_MISSING = "For {month} vises kun »{scope}«. Hele planen er senest leveret for {last}; beløbene er fra da."
SEE = "Se {month}"


def show_own_missing(selection: Selection, whole: Selection | None) -> None:
    """Say for which month an udvalg's own part was last delivered, when that is not the one shown."""
    if whole is None:
        st.html(p(".note")[OWN_NEVER.format(month=selection.month.label)])
    elif whole.month != selection.month:
        st.html(p(".note")[OWN_MISSING.format(month=selection.month.label, last=whole.month.label)])


def show_plan_missing(selection: Selection, whole: Selection) -> None:
    """Say for which month the whole plan was last delivered, when that is not the one shown, with the way there."""
    if whole.month == selection.month:
        return
    last = whole.month.label
    said = PLAN_MISSING.format(scope=phrases.scope_name(selection.scope), month=selection.month.label, last=last)
    way = a(".way", href=address.href(None, **as_of(whole)))[SEE.format(month=last)]
    st.html(p(".note")[said, " ", way])


def as_of(whole: Selection) -> dict[str, str | None]:
    """Give what the address holds for another month and scope than those shown."""
    compare = str(whole.compare) if whole.compare else None
    return {MONTH_KEY: str(whole.month), SCOPE_KEY: str(whole.scope), COMPARE_KEY: compare}
