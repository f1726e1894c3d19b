"""What the meeting decides about an item: written here or at another machine, and seen by both within two seconds."""

from collections.abc import Hashable, Mapping
from html import escape
from typing import Any

import streamlit as st

from dashboard import queries
from dashboard.charts.palette import word
from dashboard.domain.light import Light
from dashboard.domain.meeting import KINDS
from dashboard.records import MeetingError, OverwriteError, change_item
from dashboard.web import phrases
from dashboard.web.markup import tag, text
from dashboard.web.meeting import texts, writing
from dashboard.web.meeting.asked import AskedMeeting
from dashboard.web.meeting.earlier import decision_of, show_earlier
from dashboard.web.meeting.item_words import is_line
from dashboard.web.plan import ask, database
from dashboard.web.viewer import viewer_name

SECONDS = 1.5
SEEN_LIGHTS = (Light.RED, Light.YELLOW, Light.GREEN)
SEEN_AS = (texts.AS_REPORTED, *map(str, SEEN_LIGHTS))
Row = Mapping[Hashable, Any]


@st.fragment(run_every=SECONDS)
def show_panel(asked: AskedMeeting, item_id: int) -> None:
    """Show what was decided before and today, and the fields to write in."""
    items = ask(queries.agenda, asked.meeting_id).to_dict("records")
    item = next((row for row in items if row["item_id"] == item_id), None)
    if item is None:
        return
    with st.container(key="beslutning", gap="small"):
        st.html(tag("h2", escape(texts.TODAY)))
        now = writing.draft(item_id)
        told = ask(queries.decisions, meeting=asked.meeting_id)
        here = told[told["item_id"] == item_id].to_dict("records")
        _show_fields(asked, now, here)
        _show_item_choices(asked, item)
        _show_saved(now)
        for row in here:
            if row["decision_id"] != now.decision_id:
                _show_decision(row)
    if is_line(item):
        with st.container(key="tidligere", gap="small"):
            show_earlier(asked, int(item["indsats_id"]))


def _show_decision(row: Row) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key=f"skrevet_{row['decision_id']}"):
        st.html(_decided(row), width="stretch")
        st.button(
            texts.EDIT,
            key=f"ret_{row['decision_id']}",
            type="tertiary",
            on_click=writing.begin,
            args=(int(row["item_id"]), decision_of(row), int(row["decision_id"]), int(row["version"])),
        )


def _decided(row: Row) -> str:
    told = decision_of(row)
    by = [texts.KINDS[told.kind]] if told.kind != "decision" else []
    by += [told.responsible] if told.responsible else []
    by += [f"frist {phrases.short_day(told.due)}"] if told.due else []
    by.append(f"{row['written_by']} kl. {writing.clock(row['written_at'])}")
    said = tag("div", escape(told.text or texts.KINDS[told.kind]), "walk-decided")
    return tag(
        "div", said + tag("div", escape(" · ".join(by)), "quiet"), "decided", data_decision=str(row["decision_id"])
    )


def _show_fields(asked: AskedMeeting, now: writing.Draft, here: list[dict[Hashable, Any]]) -> None:
    if asked.is_held:
        st.html(tag("p", escape(texts.LOCKED), "note"))
    changed: dict[str, Any] = {"on_change": writing.save, "args": (now.item_id,)}
    st.text_area(
        texts.TODAY,
        key=now.key("text"),
        placeholder=texts.PLACEHOLDER.format(body=texts.body_name(asked.meeting.body)),
        label_visibility="collapsed",
        height=104,
        **changed,
    )
    _show_refusal(now, here)
    with st.container(horizontal=True, gap="small"):
        st.text_input(
            texts.RESPONSIBLE,
            key=now.key("responsible"),
            placeholder=texts.RESPONSIBLE,
            label_visibility="collapsed",
            **changed,
        )
        st.date_input(
            texts.DUE, value=None, key=now.key("due"), format="DD.MM.YYYY", label_visibility="collapsed", **changed
        )
        st.selectbox(
            texts.KIND,
            KINDS,
            key=now.key("kind"),
            format_func=texts.KINDS.__getitem__,
            label_visibility="collapsed",
            filter_mode=None,
            **changed,
        )


def _show_saved(now: writing.Draft) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key="gemt"):
        said = texts.SAVED.format(time=writing.clock(now.saved_at)) if now.saved_at else ""
        how = text(now.error, "late") if now.error else text(said, "saved-at", data_text=now.saved_text)
        st.html(how, width="stretch")
        if now.decision_id is not None:
            st.button(texts.DELETE, type="tertiary", key="slet", on_click=writing.take_back, args=(now.item_id,))
            st.button(texts.ANOTHER, type="tertiary", key="endnu_en", on_click=writing.begin, args=(now.item_id,))


def _show_refusal(now: writing.Draft, here: list[dict[Hashable, Any]]) -> None:
    newest = next((row for row in here if row["decision_id"] == now.decision_id), None)
    if not now.refused or newest is None:
        return
    st.html(tag("p", escape(texts.OVERWRITTEN.format(who=newest["written_by"], text=newest["text"])), "note"))
    theirs = (now.item_id, decision_of(newest), int(newest["decision_id"]), int(newest["version"]))
    with st.container(horizontal=True):
        st.button(
            texts.KEEP_MINE, key="gem_min", on_click=writing.save_mine, args=(now.item_id, int(newest["version"]))
        )
        st.button(texts.TAKE_THEIRS, key="tag_anden", on_click=writing.begin, args=theirs)


def _show_item_choices(asked: AskedMeeting, item: Row) -> None:
    item_id, version = int(item["item_id"]), int(item["version"])
    with st.container(horizontal=True, vertical_alignment="center", gap="medium", key="punktvalg"):
        focus_key, seen_key = f"fokus_{item_id}_{version}", f"set_{item_id}_{version}"
        st.checkbox(
            texts.FOCUS,
            value=bool(item["focus"]),
            key=focus_key,
            disabled=asked.is_held,
            on_change=_change_item,
            args=(item_id, version, "focus", focus_key),
        )
        if isinstance(item["light"], str):
            seen = item["seen_light"] if isinstance(item["seen_light"], str) else texts.AS_REPORTED
            st.segmented_control(
                texts.seen_label(asked.meeting.body),
                SEEN_AS,
                default=seen,
                required=True,
                format_func=lambda value: word(Light(value)) if value in SEEN_LIGHTS else texts.AS_REPORTED,
                key=seen_key,
                disabled=asked.is_held,
                on_change=_change_item,
                args=(item_id, version, "light", seen_key),
            )


def _change_item(item_id: int, version: int, field: str, key: str) -> None:
    chosen = st.session_state[key]
    try:
        change_item(
            database(), item_id, version, viewer_name(), **{field: None if chosen == texts.AS_REPORTED else chosen}
        )
    except (OverwriteError, MeetingError):
        return  # somebody else changed it, or locked the meeting, meanwhile: that is what is shown
