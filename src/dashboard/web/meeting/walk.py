"""Gennemgang: one point a screen, with the way to the next one always in the same place."""

from collections.abc import Sequence

import streamlit as st
from htpy import Element, a, details, li, nav, ol, p, span, summary

from dashboard import queries
from dashboard.queries import AgendaItem
from dashboard.web.database import ask
from dashboard.web.meeting.asked import AskedMeeting, show_parts
from dashboard.web.meeting.panel import show_panel
from dashboard.web.meeting.screen import line_texts, point_head, topic_texts
from dashboard.web.meeting_words import ITEM_KEY, meeting_href

EMPTY_AGENDA = "Dagsordenen er tom. Sæt punkter på den under »Dagsorden«."
PREVIOUS, NEXT, JUMP = "Forrige", "Næste", "Gå til punkt"
ON_SCREEN, OFF_SCREEN = "Vis på skærm", "Tilbage (Esc)"
SECONDS = 1.5


def show_walk(asked: AskedMeeting) -> None:
    """Show the item that the address asks for, or the first one."""
    if not asked.is_bare:
        show_parts(asked)
    items = ask(queries.agenda, asked.meeting_id)
    if not items:
        st.html(p(".quiet")[EMPTY_AGENDA])
        return
    number = st.query_params.get(ITEM_KEY, "")
    place = next((n for n, item in enumerate(items) if str(item.item_id) == number), 0)
    item = items[place]
    st.html(_steps(asked, items, place))  # first, so that the next key leads on from what is shown
    with st.container(key="gennemgang", gap="small"):
        head = st.container(key="punkthoved")
        left, right = st.columns([1.22, 1], gap="large")
    # The fields first: when the head names an item, what is typed is already written to that item.
    with right, st.container(key="beslutninger"):
        show_panel(asked, item.item_id)
    with head:
        _show_head(asked, item.item_id)
    with left, st.container(key="fortaeller"):
        st.html(topic_texts() if item.indsats_id is None else line_texts(item, asked.selection_of(item)))
    _look_ahead(asked, items[place + 1 : place + 2])


def _look_ahead(asked: AskedMeeting, following: Sequence[AgendaItem]) -> None:
    """Ask what the next screen will ask while this one is talked about, so that it comes at once."""
    for item in following:
        if item.indsats_id is not None:
            line_texts(item, asked.selection_of(item))
            ask(queries.decisions, indsats=item.indsats_id)


@st.fragment(run_every=SECONDS)
def _show_head(asked: AskedMeeting, item_id: int) -> None:
    """Show what the item is; again and again, for the light as the meeting sees it may be said at another machine."""
    items = ask(queries.agenda, asked.meeting_id)
    for place, item in enumerate(items, start=1):
        if item.item_id == item_id:
            st.html(point_head(item, asked, f"{place} / {len(items)}"))


def _steps(asked: AskedMeeting, items: Sequence[AgendaItem], place: int) -> Element:
    before = items[place - 1] if place > 0 else None
    after = items[place + 1] if place + 1 < len(items) else None
    jump = (_jump(asked, item, n, n == place) for n, item in enumerate(items))
    label, css = (OFF_SCREEN, "leave") if asked.is_bare else (ON_SCREEN, "enter")
    bare = a(class_=["walk-bare", css], href=_href(asked, items[place], is_bare=not asked.is_bare))[label]
    return nav(".walk-steps")[
        _step(asked, before, PREVIOUS, "previous"),
        details(".walk-jump")[summary[JUMP], ol[jump]],
        bare,
        _step(asked, after, NEXT, "next"),
    ]


def _step(asked: AskedMeeting, item: AgendaItem | None, label: str, css: str) -> Element:
    if item is None:
        return span(class_=["walk-step", css, "none"])
    said = f"{label}: {_name(item)}"
    href = _href(asked, item, is_bare=asked.is_bare)
    return a(class_=["walk-step", css], href=href, title=said)[f"← {said}" if css == "previous" else f"{said} →"]


def _jump(asked: AskedMeeting, item: AgendaItem, place: int, is_now: bool) -> Element:
    done = " ✓" if item.decisions else ""
    href = _href(asked, item, is_bare=asked.is_bare)
    return li[a(class_="now" if is_now else None, href=href)[f"{place + 1}. {_name(item)}{done}"]]


def _href(asked: AskedMeeting, item: AgendaItem, *, is_bare: bool) -> str:
    return meeting_href(asked.meeting_id, "gennemgang", item.item_id, bare=is_bare)


def _name(item: AgendaItem) -> str:
    return item.title or item.topic or ""
