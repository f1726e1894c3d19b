"""Dagsorden: the points in order, each with why it is there, changed here until the meeting is held."""

from collections.abc import Hashable, Sequence
from html import escape
from typing import Any

import streamlit as st

from dashboard import queries
from dashboard.web.markup import tag
from dashboard.web.meeting.adding import show_adding, show_new_proposals, show_removed
from dashboard.web.meeting.agenda_paper import show_agenda_download
from dashboard.web.meeting.agenda_row import latest_decisions, show_row
from dashboard.web.meeting.asked import AskedMeeting, meeting_href
from dashboard.web.meeting.following import follow_others
from dashboard.web.meeting.item_words import Row, counted, given
from dashboard.web.meeting.notice import show_notice
from dashboard.web.meeting.parts import looks_at, show_parts
from dashboard.web.plan import ask

EMPTY = "Der er ingen punkter på dagsordenen."
START = "Gå til gennemgangen"
LOCKED = "Mødet er afholdt, og dagsordenen er låst."


def show_agenda(asked: AskedMeeting) -> None:
    """Show the agenda of a meeting, and what it takes to change it."""
    show_parts(asked)
    items: list[dict[Hashable, Any]] = ask(queries.agenda, asked.meeting_id).to_dict("records")
    with st.container(horizontal=True, vertical_alignment="center", gap="medium", key="dagsorden_hoved"):
        said = tag("p", escape(counted(items)), "agenda-count") + tag("p", escape(looks_at(asked)), "subtitle")
        st.html(said, width="stretch")
        show_agenda_download(asked, items)
        if items:
            st.html(tag("a", escape(START), "go", href=meeting_href(asked.meeting_id, "gennemgang")), width="content")
    if asked.is_held:
        st.html(tag("p", escape(LOCKED), "note"))
    show_notice()
    if not asked.is_held:
        show_new_proposals(asked, items)
    if not items:
        st.html(tag("p", escape(EMPTY), "quiet"))
    decided = latest_decisions(asked)
    people = _people(asked, items)
    with st.container(key="dagsorden", gap=None):
        for place in range(len(items)):
            show_row(asked, items, place, decided, people)
    if not asked.is_held:
        show_adding(asked, items)
        show_removed(asked)
    follow_others(asked)


def _people(asked: AskedMeeting, items: Sequence[Row]) -> list[str]:
    """List who can be called in: those who are already, and everybody who is responsible for a line."""
    options = ask(queries.filter_options, asked.selection)
    responsible = [str(value) for value in options.loc[options["field"] == "responsible", "value"] if value]
    return list(dict.fromkeys([*filter(None, (given(item["invited"]) for item in items)), *responsible]))
