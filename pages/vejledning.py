"""Vejledning: what the lights mean, who does what, how a workbook should look, and what each issue means."""

import streamlit as st
from htpy import article, h1, p

from dashboard import queries
from dashboard.domain.municipality import own_words
from dashboard.web.database import ask
from dashboard.web.guide import sections
from dashboard.web.guide.workbook_format import format_section, understood_section
from dashboard.web.head import show_contents, show_title
from dashboard.web.issue_explanations import show_issues
from dashboard.wording import texts

show_contents({f"#{anchor}": name for anchor, name in sections.SECTIONS.items()})
newest = ask(queries.default_selection)
outcomes = ask(queries.signal_outcomes, newest.unfiltered) if newest else ()
with st.container(gap=None, key="sidehoved"):
    show_title(h1[texts.VEJLEDNING], is_example=False)
st.html(
    article(".guide")[
        p(".lead")[own_words(sections.LEAD)],
        sections.lights_section(),
        sections.month_section(),
        sections.meeting_section(),
        sections.documents_section(),
        sections.signals_section(outcomes),
        format_section(),
        understood_section(),
    ]
)
show_issues()
