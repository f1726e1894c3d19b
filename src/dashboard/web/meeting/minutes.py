"""Referat: the case with what was decided, as text for the case system and as a document."""

from collections.abc import Sequence
from functools import partial

import streamlit as st
from htpy import Element, Node, a, article, details, div, fragment, h2, p, pre, section, span, summary

from dashboard import queries
from dashboard.charts.palette import word
from dashboard.domain.terms import terms
from dashboard.queries import AgendaItem, Correction, StandingDecision
from dashboard.reports.minutes import Minutes, MinutesPoint, Paragraph, Said, Section, minutes_text
from dashboard.web.database import ask
from dashboard.web.markup import light
from dashboard.web.meeting.agenda_document import DOCX, file_name, shown
from dashboard.web.meeting.asked import AskedMeeting, follow_others, looks_at, show_notice, show_parts
from dashboard.web.meeting.locking import lock_notes, show_lock
from dashboard.web.meeting.taking_note import show_case_decision, show_taking_note
from dashboard.web.meeting_address import meeting_href
from dashboard.wording import meetings as words
from dashboard.wording import phrases

DOWNLOAD, COPY, COPIED, AS_TEXT = "Hent referat (Word)", "Kopiér som tekst", "Kopieret", "Vis som tekst"
DECISION = "Beslutning i {body} den {day:%d-%m-%Y}"
EDIT, CORRECT = "Skriv", "Ret"
ADDED, TAKEN_AWAY, REWORDED = "Tilføjet efter mødet", "Taget ud efter mødet: »{before}«", "Før stod: »{before}«"
FACTS = "Type, ansvarlig eller frist er ændret efter mødet"
BY = "{what} ({who}, {when})"
STATUS_FILE = "Status for {month}: {file}"


def show_minutes(asked: AskedMeeting) -> None:
    """Show the minutes of a meeting."""
    show_parts(asked)
    minutes = minutes_of(asked)
    as_text = minutes_text(minutes)
    with st.container(horizontal=True, vertical_alignment="center", gap="medium", key="referat_hoved"):
        counted = p(".agenda-count")[_counted(minutes.points)]
        st.html(fragment[counted, p(".subtitle")[looks_at(asked)]], width="stretch")
        if not asked.is_held:
            show_taking_note(asked, minutes.points)
        copy = a(".copy-link.button", href="#", data_copies=as_text, data_said=COPIED)[COPY]
        st.html(copy, width="content")
        paper = partial(_paper, minutes)
        st.download_button(DOWNLOAD, paper, file_name("referat", asked), DOCX, key="hent_referat", on_click="ignore")
        show_lock(asked, minutes.points)
    st.html(p(".note")[" ".join(lock_notes(asked))])
    show_notice()
    show_case_decision(asked)
    drawn = [_section(asked, each) for each in minutes.sections]
    as_is = details(".as-text")[summary[AS_TEXT], pre[as_text]]
    head = (p[told] for told in minutes.head if told not in minutes.notes)
    st.html(fragment[article(".minutes")[h2(".minutes-title")[minutes.title], head, drawn], as_is])
    follow_others(asked)


def minutes_of(asked: AskedMeeting) -> Minutes:
    """Give the minutes of a meeting as they stand."""
    listed = asked.listed
    told = [each for each in ask(queries.decisions, meeting=asked.meeting_id) if _says_something(each)]
    corrected = ask(queries.corrections, asked.meeting_id)
    items = ask(queries.agenda, asked.meeting_id)
    vocabulary, body = terms(), words.body_name(listed.body)
    return Minutes(
        listed.case_title or words.case_title(listed),
        tuple(shown(asked, *lock_notes(asked))),
        DECISION.format(body=body, day=listed.held_on),
        tuple(_point(asked, item, told, corrected) for item in items),
        listed.case_number or "",
        listed.participants,
        listed.invited,
        **{part: words.case_text(listed, part) for part in ("route", "background", "presentation", "recommendation")},
        points_lead=words.case_text(listed, "points"),
        lights={count.light: count.n for count in ask(queries.light_counts, asked.selection)},
        definitions={light: each.definition for light, each in vocabulary.lights.items()},
        reasons=tuple(reason.name for reason in vocabulary.reasons),
        decided=tuple(_said(each, is_whole=True) for each in told if each.item_id == listed.case_item),
        corrections=tuple(_correction(each) for each in corrected if each.item_id == listed.case_item),
        papers=tuple(_papers(asked, items)),
    )


def _point(
    asked: AskedMeeting, item: AgendaItem, told: Sequence[StandingDecision], corrected: Sequence[Correction]
) -> MinutesPoint:
    marks = [words.WHY[reason] for reason in ("focus_area", "obs_point") if reason in item.reasons]
    marks += [words.seen_last(item, asked.meeting.body)]
    return MinutesPoint(
        item.name,
        item.light,
        words.lasted(item, asked.meeting.month),
        _seen(asked, item),
        tuple(_said(each) for each in told if each.item_id == item.item_id),
        is_focus=item.focus,
        corrections=tuple(_correction(each) for each in corrected if each.item_id == item.item_id),
        invited=item.invited or "",
        marks=" ".join(f"{mark}." for mark in marks if mark),
        item_id=item.item_id,
    )


def _papers(asked: AskedMeeting, items: Sequence[AgendaItem]) -> list[str]:
    """Name the workbook of the status that the meeting looks at, and the papers of the case and of its points."""
    meeting = asked.meeting
    told = ask(queries.deliveries, plan=meeting.plan, scope=meeting.scope)
    files = [each.file_name for each in told if each.month == meeting.month]
    named = [STATUS_FILE.format(month=meeting.month.label, file=name) for name in files]
    named += [words.document_named(each) for each in asked.listed.documents]
    return named + [f"{item.name}: {words.document_named(each)}" for item in items for each in item.documents]


def _says_something(told: StandingDecision) -> bool:
    """Tell whether a decision says anything: one whose text was wiped out again does not, unless its kind does."""
    return bool(told.text.strip()) or told.kind != "decision"


def _seen(asked: AskedMeeting, item: AgendaItem) -> str:
    if item.seen_light in (None, item.light):
        return ""
    return f"{words.SEEN_AS.format(body=words.body_name(asked.meeting.body))} {word(item.seen_light).lower()}."


def _said(told: StandingDecision, *, is_whole: bool = False) -> Said:
    due, text = phrases.short_day(told.due) if told.due else "", told.text.strip()
    is_named = told.kind != "decision" and not (is_whole and text)
    return Said(words.KINDS[told.kind] if is_named else "", text, told.responsible or "", due)


def _correction(made: Correction) -> str:
    before, after = (made.text_before or "").strip(), (made.text or "").strip()
    what = FACTS if before == after else REWORDED.format(before=before)
    if made.text is None:
        what = TAKEN_AWAY.format(before=before)
    elif made.text_before is None:
        what = ADDED
    return BY.format(what=what, who=made.written_by, when=phrases.moment(made.written_at))


def _paper(minutes: Minutes) -> bytes:
    from dashboard.reports.minutes_document import minutes_document  # python-docx takes a while, and is seldom needed

    return minutes_document(minutes)


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
