"""Referat: the case with what was decided, as text and document, and the lock of a meeting that has been held."""

from collections.abc import Sequence
from functools import partial

import streamlit as st
from htpy import Element, Node, a, article, b, details, div, fragment, h2, li, p, pre, section, span, summary, ul

from dashboard.documents import minutes as documents
from dashboard.documents.meetings import lock_notes
from dashboard.domain.light import Light
from dashboard.records import hold_meeting, reopen_meeting
from dashboard.reports.minutes import Minutes, MinutesPoint, Paragraph, Section, minutes_text
from dashboard.web.address import meeting_href
from dashboard.web.database import ask, database
from dashboard.web.downloads import show_documents
from dashboard.web.head import show_notice
from dashboard.web.markup import light
from dashboard.web.meeting.asked import AskedMeeting, attempt, follow_others, looks_at, show_parts
from dashboard.web.meeting.panel import show_case_decision, show_taking_note
from dashboard.web.meeting.planning import today
from dashboard.web.sign_in import acting, acting_as, ask_name, show_why_not
from dashboard.wording import meetings as words
from dashboard.wording import phrases

COPY, COPIED, AS_TEXT, NAME = "Kopiér som tekst", "Kopieret", "Vis som tekst", "Referat"
EDIT, CORRECT = "Skriv", "Ret"
HOLD, HOLD_NOW = "Afhold og lås mødet", "Lås mødet nu"
MEANS = (
    "Dagsorden og beslutninger låses. En beslutning kan stadig rettes; så står rettelsen i referatet med navn og "
    "tidspunkt. Mødet kan låses op igen af en, der skriver sit navn, og det står i referatet."
)
MISSING, ALL_DECIDED = "{n} er uden beslutning:", "Der er taget stilling til alle røde indsatser."
CASE_UNDECIDED = "Der er ingen beslutning for hele sagen."
DONE = "Mødet er afholdt og låst. Næste møde følger op på beslutningerne."
TOO_EARLY, HELD_ALREADY = "Mødet er først den {day}.", "Ja, mødet er holdt"
REOPEN, REOPEN_NOW, WHO = "Lås mødet op", "Lås op nu", "Hvem låser op?"
OPEN_AGAIN = "Mødet er låst op igen. Det står i referatet."
WHO_KEY = "laas_op_hvem"


def show_minutes(asked: AskedMeeting) -> None:
    """Show the minutes of a meeting."""
    show_parts(asked)
    minutes = documents.minutes_of(ask, asked.listed)
    as_text = minutes_text(minutes)
    with st.container(horizontal=True, vertical_alignment="center", gap="medium", key="referat_hoved"):
        counted = p(".agenda-count")[_counted(minutes.points)]
        st.html(fragment[counted, p(".subtitle")[looks_at(asked)]], width="stretch")
        if asked.is_open:
            show_taking_note(asked, minutes.points)
        copy = a(".copy-link.button", href="#", data_copies=as_text, data_said=COPIED)[COPY]
        st.html(copy, width="content")
        show_documents("referat", {NAME: partial(documents.minutes, ask, asked.listed)})
        if asked.may_write:
            _show_lock(asked, minutes)
    st.html(p(".note")[" ".join(lock_notes(ask, asked.listed))])
    show_why_not("decide")
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
    if told.item_id is not None and asked.may_write:
        way = meeting_href(asked.meeting_id, "gennemgang", told.item_id)
        label = CORRECT if asked.is_held else EDIT
        way = a(".minutes-edit", href=way, aria_label=f"{label}: {told.text}")[label]
    lit: Node = [span(".minutes-light")[light(told.light)], " "] if told.light else None
    return div(class_=css, data_item=str(told.item_id) if told.item_id else None)[p[lit, text], way]


def _show_lock(asked: AskedMeeting, minutes: Minutes) -> None:
    """Offer to lock the meeting, or to undo its lock."""
    if asked.is_held:
        _show_reopening(asked)
    else:
        undecided = [point for point in minutes.points if point.light is Light.RED and not point.said]
        has_lights = any(point.light for point in minutes.points)
        _show_holding(asked, undecided, has_lights=has_lights, is_case_decided=bool(minutes.decided))


def _show_holding(
    asked: AskedMeeting, undecided: Sequence[MinutesPoint], *, has_lights: bool, is_case_decided: bool
) -> None:
    """Say which red lines nothing was decided about; before the day of the meeting, ask whether it was held."""
    with st.popover(HOLD, type="primary", key="afhold"):
        if undecided:
            missing = MISSING.format(n=phrases.count_of(len(undecided), "rød indsats", "røde indsatser"))
            st.html(fragment[p[b[missing]], ul[(li[point.name] for point in undecided)]])
        elif has_lights:
            st.html(p[ALL_DECIDED])
        if not is_case_decided:
            st.html(p[b[CASE_UNDECIDED]])
        st.html(p(".quiet")[MEANS])
        is_sure = True
        if today() < asked.held_on:
            st.html(p(".note")[TOO_EARLY.format(day=phrases.day(asked.held_on))])
            is_sure = st.checkbox(HELD_ALREADY, key="foer_tid")
        hold = partial(hold_meeting, database(), asked.meeting_id, acting("decide"))
        st.button(HOLD_NOW, key="afhold_nu", type="primary", disabled=not is_sure, on_click=attempt, args=(hold, DONE))


def _show_reopening(asked: AskedMeeting) -> None:
    with st.popover(REOPEN, key="laas_op"):
        ask_name("decide", WHO, WHO_KEY)
        st.button(REOPEN_NOW, key="laas_op_nu", on_click=_reopen, args=(asked.meeting_id,))


def _reopen(meeting_id: int) -> None:
    who = acting_as("decide", str(st.session_state[WHO_KEY] or ""))
    attempt(lambda: reopen_meeting(database(), meeting_id, who), OPEN_AGAIN)
