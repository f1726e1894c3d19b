"""The guide's own contents, in the place where other pages have their filters."""

from html import escape

import streamlit as st

from dashboard.web.guide import issue_list, lights, meeting, signals, workbook_format
from dashboard.web.markup import tag

CONTENTS = "Indhold"
SECTIONS = {
    "farverne": lights.LIGHTS,
    "maaneden": lights.MONTH,
    "direktionsmoede": meeting.TITLE,
    "signaler": signals.TITLE,
    "projektmappen": workbook_format.TITLE,
    "ogsaa": workbook_format.UNDERSTOOD,
    "fejl": issue_list.TITLE,
}


def show_contents() -> None:
    """Show the sections in the sidebar, each a click away."""
    links = "".join(tag("li", tag("a", escape(name), href=f"#{anchor}")) for anchor, name in SECTIONS.items())
    with st.sidebar:
        st.html(tag("nav", tag("h2", CONTENTS) + tag("ul", links), "contents", aria_label=CONTENTS))
