"""Referat: what was decided at each point, as text for the case system and as a document, and the way to lock it."""

from collections.abc import Mapping, Sequence
from functools import partial
from html import escape

import streamlit as st

from dashboard import queries
from dashboard.reports.minutes import FOCUS, NOTHING_DECIDED, MinutesPoint, Said, minutes_text
from dashboard.web import phrases
from dashboard.web.markup import light, tag, text
from dashboard.web.meeting import texts
from dashboard.web.meeting.agenda_paper import DOCX, file_name, shown
from dashboard.web.meeting.asked import AskedMeeting, meeting_href
from dashboard.web.meeting.following import follow_others
from dashboard.web.meeting.holding import show_holding
from dashboard.web.meeting.minutes_points import minutes_points, undecided_reds
from dashboard.web.meeting.notice import show_notice
from dashboard.web.meeting.parts import looks_at, show_parts
from dashboard.web.plan import ask

TITLE = "Referat · {who} {day}"
DOWNLOAD, COPY, COPIED, AS_TEXT = "Hent referat (Word)", "Kopiér som tekst", "Kopieret", "Vis som tekst"
DRAFT, HELD = "Udkast: mødet er ikke afholdt og låst endnu.", "Afholdt og låst {when} af {who}."
CORRECTED, EDIT, CORRECT = "Rettelse", "Skriv", "Ret"
EMPTY = "Der er ingen punkter på dagsordenen."


def show_minutes(asked: AskedMeeting) -> None:
    """Show the minutes of a meeting."""
    show_parts(asked)
    points = minutes_points(asked)
    title = TITLE.format(who=texts.body_name(asked.meeting.body), day=phrases.day(asked.held_on))
    state = _state(asked)
    told, listed = shown(asked, state), list(points.values())
    as_text = minutes_text(title, told, listed)
    with st.container(horizontal=True, vertical_alignment="center", gap="medium", key="referat_hoved"):
        said = tag("p", escape(_counted(points)), "agenda-count") + tag("p", escape(looks_at(asked)), "subtitle")
        st.html(said, width="stretch")
        copy = tag("a", COPY, "copy-link button", href="#", data_copies=as_text, data_said=COPIED)
        st.html(copy, width="content")
        st.download_button(
            DOWNLOAD,
            partial(_paper, title, told, listed),
            file_name("referat", asked),
            DOCX,
            key="hent_referat",
            on_click="ignore",
        )
        if not asked.is_held:
            show_holding(asked, undecided_reds(points))
    st.html(tag("p", escape(state), "note"))
    show_notice()
    drawn = "".join(_point(asked, item_id, number, point) for number, (item_id, point) in enumerate(points.items(), 1))
    as_is = tag("details", tag("summary", escape(AS_TEXT)) + tag("pre", escape(as_text)), "as-text")
    st.html(tag("article", drawn, "minutes") + as_is if points else tag("p", escape(EMPTY), "quiet"))
    follow_others(asked)


def _paper(title: str, told: Sequence[str], points: Sequence[MinutesPoint]) -> bytes:
    from dashboard.reports.minutes_document import minutes_document  # python-docx takes a while, and is seldom needed

    return minutes_document(title, told, points)


def _state(asked: AskedMeeting) -> str:
    told = ask(queries.meetings)
    row = told[told["meeting_id"] == asked.meeting_id].iloc[0]
    return HELD.format(when=phrases.moment(row["closed_at"]), who=row["closed_by"]) if asked.is_held else DRAFT


def _counted(points: Mapping[int, MinutesPoint]) -> str:
    decided = sum(len(point.said) for point in points.values())
    told = [
        phrases.count_of(len(points), "punkt", "punkter"),
        phrases.count_of(decided, "beslutning", "beslutninger"),
    ]
    focus = sum(point.is_focus for point in points.values())
    return ", ".join([*told, *([f"{focus} i fokus til næste møde"] if focus else [])])


def _point(asked: AskedMeeting, item_id: int, number: int, point: MinutesPoint) -> str:
    way = meeting_href(asked.meeting_id, "gennemgang", item_id)
    label = CORRECT if asked.is_held else EDIT
    edit = tag("a", label, "minutes-edit", href=way, aria_label=f"{label}: {point.name}")
    lit = light(point.light) + text(f" {point.lasted}", "quiet") if point.light else text(texts.TOPIC, "quiet")
    seen = tag("p", escape(point.seen), "minutes-seen") if point.seen else ""
    lights = tag("div", tag("p", lit, "minutes-light") + seen)
    said = "".join(map(_said, point.said)) or tag("p", escape(NOTHING_DECIDED), "quiet")
    focus = tag("p", escape(FOCUS), "minutes-focus") if point.is_focus else ""
    corrected = "".join(
        tag("p", tag("b", CORRECTED) + " " + escape(sentence), "correction") for sentence in point.corrections
    )
    name = tag("h2", escape(f"{number}. {point.name}"))
    body = tag("div", name + said + focus + corrected)
    return tag("section", lights + body + edit, "minutes-point", data_item=str(item_id))


def _said(said: Said) -> str:
    by = [f"Ansvarlig: {said.responsible}"] if said.responsible else []
    by += [f"frist {said.due}"] if said.due else []
    facts = text(" · ".join(by), "quiet") if by else ""
    return tag("p", tag("b", escape(said.kind)) + " " + escape(said.text) + " " + facts, "minutes-said")
