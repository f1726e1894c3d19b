"""Vejledning: what the lights mean, who does what, how a workbook should look, and what each issue means."""

import streamlit as st
from htpy import article, h1, p

from dashboard.web import texts
from dashboard.web.guide import sections
from dashboard.web.guide.workbook_format import format_section, understood_section
from dashboard.web.issue_explanations import show_issues

sections.show_contents()
st.html(
    article(".guide")[
        h1[texts.VEJLEDNING],
        p(".lead")[sections.LEAD],
        sections.lights_section(),
        sections.month_section(),
        sections.meeting_section(),
        sections.signals_section(),
        format_section(),
        understood_section(),
    ]
)
show_issues()
