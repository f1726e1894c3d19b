"""Dagsorden: the points in order, each with why it is there, changed here until the meeting is held."""

from collections.abc import Sequence
from functools import partial

import streamlit as st
from htpy import a, fragment, p

from dashboard import queries
from dashboard.documents.agenda import agenda
from dashboard.documents.meetings import last_decisions, last_of_case
from dashboard.queries import AgendaItem
from dashboard.web.database import ask
from dashboard.web.downloads import show_documents
from dashboard.web.meeting.agenda_changes import show_adding, show_new_proposals, show_removed
from dashboard.web.meeting.agenda_point import said_last, show_point
from dashboard.web.meeting.asked import AskedMeeting, follow_others, looks_at, show_notice, show_parts
from dashboard.web.meeting.case import show_case
from dashboard.web.meeting.following import show_moving, show_new_plan, show_update
from dashboard.web.meeting_address import meeting_href
from dashboard.wording import meetings as words

EMPTY = "Der er ingen punkter på dagsordenen."
NAME = "Dagsorden"
START = "Gå til gennemgangen"
LOCKED = "Mødet er afholdt, og dagsordenen er låst."


def show_agenda(asked: AskedMeeting) -> None:
    """Show the agenda of a meeting, and what it takes to change it."""
    show_parts(asked)
    items = ask(queries.agenda, asked.meeting_id)
    decided, people = last_decisions(ask, asked.meeting_id, asked.held_on), _people(asked, items)
    with st.container(horizontal=True, vertical_alignment="center", gap="medium", key="dagsorden_hoved"):
        head = fragment[p(".agenda-count")[words.counted(items)], p(".subtitle")[looks_at(asked)]]
        st.html(head, width="stretch")
        if not asked.is_held:
            show_moving(asked, items)
        show_documents("dagsorden", {NAME: partial(agenda, ask, asked.listed)})
        if items:
            st.html(a(".go", href=meeting_href(asked.meeting_id, "gennemgang"))[START], width="content")
    if asked.is_held:
        st.html(p(".note")[LOCKED])
    show_notice()
    if not asked.is_held:
        show_new_plan(asked)
        if not show_update(asked, items):
            show_new_proposals(asked, items)
    show_case(asked, people)
    for told in last_of_case(ask, asked.meeting):
        st.html(said_last(told, asked))
    if not items:
        st.html(p(".quiet")[EMPTY])
    with st.container(key="dagsorden", gap=None):
        for place, item in enumerate(items):
            show_point(asked, items, place, decided.get(item.indsats_id or 0, ()), people)
    if not asked.is_held:
        show_adding(asked, items)
        show_removed(asked)
    follow_others(asked)


def _people(asked: AskedMeeting, items: Sequence[AgendaItem]) -> list[str]:
    """List who can be called in: those who are already, and everybody who is responsible for a line."""
    options = ask(queries.filter_options, asked.selection)
    responsible = [each.value for each in options if each.field == "responsible" and each.value]
    return list(dict.fromkeys([*(item.invited for item in items if item.invited), *responsible]))
