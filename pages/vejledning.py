"""Vejledning: what the lights mean, who does what, how a workbook should look, and what each issue means."""

from html import escape

import streamlit as st

from dashboard.web import texts
from dashboard.web.guide.contents import show_contents
from dashboard.web.guide.issue_list import show_issues
from dashboard.web.guide.lights import LEAD, lights_section, month_section
from dashboard.web.guide.meeting import meeting_section
from dashboard.web.guide.signals import signals_section
from dashboard.web.guide.workbook_format import format_section, understood_section
from dashboard.web.markup import tag

show_contents()
head = tag("h1", texts.VEJLEDNING) + tag("p", escape(LEAD), "lead")
rhythm = lights_section() + month_section() + meeting_section() + signals_section()
st.html(tag("article", head + rhythm + format_section() + understood_section(), "guide"))
show_issues()
