"""The walk-through: one item a screen, with the way to the next one always in the same place."""

from collections.abc import Hashable, Mapping
from html import escape
from typing import Any

import streamlit as st

from dashboard import queries
from dashboard.web.markup import tag, text
from dashboard.web.meeting import texts
from dashboard.web.meeting.asked import ITEM_KEY, AskedMeeting, meeting_href
from dashboard.web.meeting.item_words import is_line
from dashboard.web.meeting.panel import SECONDS, show_panel
from dashboard.web.meeting.parts import show_parts
from dashboard.web.meeting.screen import line_head, line_texts, topic_head, topic_texts
from dashboard.web.plan import ask

Row = Mapping[Hashable, Any]


def show_walk(asked: AskedMeeting) -> None:
    """Show the item that the address asks for, or the first one."""
    if not asked.is_bare:
        show_parts(asked)
    items = ask(queries.agenda, asked.meeting_id).to_dict("records")
    if not items:
        st.html(tag("p", escape(texts.EMPTY_AGENDA), "quiet"))
        return
    number = st.query_params.get(ITEM_KEY, "")
    place = next((n for n, row in enumerate(items) if str(row["item_id"]) == number), 0)
    item = items[place]
    st.html(_steps(asked, items, place))  # first, so that the next key leads on from what is shown
    with st.container(key="gennemgang", gap="small"):
        head = st.container(key="punkthoved")
        left, right = st.columns([1.22, 1], gap="large")
    # The fields first: when the head names an item, what is typed is already written to that item.
    with right, st.container(key="beslutninger"):
        show_panel(asked, int(item["item_id"]))
    with head:
        _show_head(asked, item["item_id"])
    with left, st.container(key="fortaeller"):
        st.html(line_texts(item, asked.selection) if is_line(item) else topic_texts())
    _look_ahead(asked, items[place + 1 : place + 2])


def _look_ahead(asked: AskedMeeting, following: list[dict[Hashable, Any]]) -> None:
    """Ask what the next screen will ask while this one is talked about, so that it comes at once."""
    for item in filter(is_line, following):
        line_texts(item, asked.selection)
        ask(queries.decisions, indsats=int(item["indsats_id"]))


@st.fragment(run_every=SECONDS)
def _show_head(asked: AskedMeeting, item_id: int) -> None:
    """Show what the item is; again and again, for the light as the meeting sees it may be said at another machine."""
    items = ask(queries.agenda, asked.meeting_id).to_dict("records")
    place, item = next(((n, row) for n, row in enumerate(items, start=1) if row["item_id"] == item_id), (0, None))
    if item is None:
        return
    draw = line_head if is_line(item) else topic_head
    st.html(draw(item, asked, f"{place} / {len(items)}"))


def _steps(asked: AskedMeeting, items: list[dict[Hashable, Any]], place: int) -> str:
    before = items[place - 1] if place > 0 else None
    after = items[place + 1] if place + 1 < len(items) else None
    jump = "".join(_jump(asked, row, n, n == place) for n, row in enumerate(items))
    middle = tag("details", tag("summary", escape(texts.JUMP)) + tag("ol", jump), "walk-jump")
    bare = (
        tag("a", escape(texts.OFF_SCREEN), "walk-bare leave", href=_href(asked, items[place], is_bare=False))
        if asked.is_bare
        else tag("a", escape(texts.ON_SCREEN), "walk-bare enter", href=_href(asked, items[place], is_bare=True))
    )
    return tag(
        "nav",
        _step(asked, before, texts.PREVIOUS, "previous") + middle + bare + _step(asked, after, texts.NEXT, "next"),
        "walk-steps",
    )


def _step(asked: AskedMeeting, item: Row | None, label: str, css: str) -> str:
    if item is None:
        return text("", f"walk-step {css} none")
    said = f"{label}: {_name(item)}"
    arrow = "← " if css == "previous" else ""
    return tag(
        "a",
        escape(arrow + said + (" →" if css == "next" else "")),
        f"walk-step {css}",
        href=_href(asked, item, is_bare=asked.is_bare),
        title=said,
    )


def _jump(asked: AskedMeeting, item: Row, place: int, is_now: bool) -> str:
    done = " ✓" if item["decisions"] else ""
    link = tag(
        "a",
        escape(f"{place + 1}. {_name(item)}{done}"),
        "now" if is_now else "",
        href=_href(asked, item, is_bare=asked.is_bare),
    )
    return tag("li", link)


def _href(asked: AskedMeeting, item: Row, *, is_bare: bool) -> str:
    return meeting_href(asked.meeting_id, "gennemgang", int(item["item_id"]), bare=is_bare)


def _name(item: Row) -> str:
    return str(item["title"] if isinstance(item["title"], str) else item["topic"])
