"""Referat: the case with what was decided, as text for the case system and as a document."""

from collections.abc import Sequence
from functools import partial

import streamlit as st
from htpy import Element, Node, a, article, details, div, fragment, h2, p, pre, section, span, summary

from dashboard.documents import minutes as documents
from dashboard.documents.meetings import lock_notes
from dashboard.reports.minutes import MinutesPoint, Paragraph, Section, minutes_text
from dashboard.web.database import ask
from dashboard.web.downloads import show_documents
from dashboard.web.markup import light
from dashboard.web.meeting.asked import AskedMeeting, follow_others, looks_at, show_notice, show_parts
from dashboard.web.meeting.locking import show_lock
from dashboard.web.meeting.taking_note import show_case_decision, show_taking_note
from dashboard.web.meeting_address import meeting_href
from dashboard.wording import meetings as words
from dashboard.wording import phrases

COPY, COPIED, AS_TEXT, NAME = "Kopiér som tekst", "Kopieret", "Vis som tekst", "Referat"
EDIT, CORRECT = "Skriv", "Ret"


def show_minutes(asked: AskedMeeting) -> None:
    """Show the minutes of a meeting."""
    show_parts(asked)
    minutes = documents.minutes_of(ask, asked.listed)
    as_text = minutes_text(minutes)
    with st.container(horizontal=True, vertical_alignment="center", gap="medium", key="referat_hoved"):
        counted = p(".agenda-count")[_counted(minutes.points)]
        st.html(fragment[counted, p(".subtitle")[looks_at(asked)]], width="stretch")
        if not asked.is_held:
            show_taking_note(asked, minutes.points)
        copy = a(".copy-link.button", href="#", data_copies=as_text, data_said=COPIED)[COPY]
        st.html(copy, width="content")
        show_documents("referat", {NAME: partial(documents.minutes, ask, asked.listed)})
        show_lock(asked, minutes)
    st.html(p(".note")[" ".join(lock_notes(ask, asked.listed))])
    show_notice()
    show_case_decision(asked)
    drawn = [_section(asked, each) for each in minutes.sections]
    as_is = details(".as-text")[summary[AS_TEXT], pre[as_text]]
    head = (p[told] for told in minutes.head if told not in minutes.notes)
    st.html(fragment[article(".minutes")[h2(".minutes-title")[minutes.title], head, drawn], as_is])
    follow_others(asked)


def _counted(points: Sequence[MinutesPoint]) -> str:
    decided, focus = sum(len(point.said) for point in points), sum(point.is_focus for point in points)
    told = [phrases.count_of(len(points), "punkt", "punkter"), phrases.count_of(decided, "beslutning", "beslutninger")]
    return ", ".join([*told, f"{focus} i fokus til næste møde"] if focus else told)


def _section(asked: AskedMeeting, told: Section) -> Element:
    return section(".minutes-section")[h2[told.heading], (_paragraph(asked, each) for each in told.paragraphs)]


def _paragraph(asked: AskedMeeting, told: Paragraph) -> Element:
    """Draw a paragraph; one of a point leads to where it is written."""
    css = ["minutes-said", told.is_listed and "listed", told.is_correction and "correction"]
    name, href = words.document(told.text)
    text: Node = a(".list-link", href=href, target="_blank", rel="noopener")[name] if href else told.text
    way: Node = None
    if told.item_id is not None:
        way = meeting_href(asked.meeting_id, "gennemgang", told.item_id)
        label = CORRECT if asked.is_held else EDIT
        way = a(".minutes-edit", href=way, aria_label=f"{label}: {told.text}")[label]
    lit: Node = [span(".minutes-light")[light(told.light)], " "] if told.light else None
    return div(class_=css, data_item=str(told.item_id) if told.item_id else None)[p[lit, text], way]
