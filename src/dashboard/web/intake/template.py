"""The workbook of the next month, to be filled in: for which part of the plan, and which month."""

from functools import partial
from typing import Literal

import streamlit as st
from htpy import p

from dashboard import queries
from dashboard.intake.template import make_template, template_name, template_scopes
from dashboard.web.choices import keep_to
from dashboard.web.database import ask, asking
from dashboard.web.downloads import DOCX, XLSX, noted
from dashboard.wording import phrases

TEMPLATE = "Hent skabelon"
FORMS: tuple[tuple[str, str, str, str, Literal["primary", "secondary"]], ...] = (
    ("Hent skabelonen", "xlsx", XLSX, "hent_skabelon", "primary"),
    ("Hent skabelonen i Word", "docx", DOCX, "hent_skabelon_word", "secondary"),
)
LEAD = "En måneds status med de indsatser, der sidst blev indlæst. Udfyldt kan den indlæses igen."
FOR_PLAN, FOR_SCOPE, FOR_MONTH = "Skabelonens plan", "Skabelonens omfang", "Skabelonens måned"
LATEST = "Senest indlæst: {month}."
OF_PLAN, OF_SCOPE, OF_MONTH = "skabelon_plan", "skabelon_omfang", "skabelon_maaned"
MONTHS_AHEAD = 12


def show_template() -> None:
    """Offer the template of a scope that something is imported for and a month after that; nothing without any."""
    plans = ask(queries.plans)
    if not plans:
        return
    with st.popover(TEMPLATE, key="skabelon"):
        st.html(p(".quiet")[LEAD])
        plan = plans[0]
        if len(plans) > 1:
            keep_to(OF_PLAN, plans, plans[0])
            plan = st.selectbox(FOR_PLAN, plans, key=OF_PLAN, on_change=_next_month)
        newest = ask(template_scopes, None, plan)
        if not newest:
            return
        keep_to(OF_SCOPE, newest, next(iter(newest)))
        scope = st.selectbox(
            FOR_SCOPE, list(newest), format_func=phrases.scope_name, key=OF_SCOPE, on_change=_next_month
        )
        months = [newest[scope].plus(number) for number in range(1, MONTHS_AHEAD + 1)]
        keep_to(OF_MONTH, months, months[0])
        month = st.selectbox(FOR_MONTH, months, format_func=phrases.month_name, key=OF_MONTH)
        st.html(p(".quiet")[LATEST.format(month=newest[scope].label)])
        for label, end, mime, key, look in FORMS:
            name = template_name(month, scope, end)
            write = partial(asking(), make_template, month, scope, plan, end)
            st.download_button(label, noted(write, name), name, mime, key=key, on_click="ignore", type=look)


def _next_month() -> None:
    """Let the month be the next one of the scope that was chosen."""
    st.session_state.pop(OF_MONTH, None)
