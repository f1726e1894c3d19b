"""What can be done to an agenda: moved, taken off, put on, somebody called in; each can be undone or done over."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Any

import streamlit as st

from dashboard.domain.meeting import REASONS, AgendaItem
from dashboard.records import add_item, change_item
from dashboard.web.meeting.item_words import name
from dashboard.web.meeting.notice import attempt
from dashboard.web.plan import database
from dashboard.web.viewer import viewer_name

REMOVED, PUT_BACK, ADDED = (
    "»{name}« er taget af dagsordenen.",
    "»{name}« er på dagsordenen igen.",
    "»{name}« er sat på.",
)
Row = Mapping[Hashable, Any]


def move(items: Sequence[Row], place: int, to: int) -> None:
    """Move a point past its neighbour: between that and the one beyond."""
    beyond = to + (to - place)
    end = float(items[to]["position"])
    other = float(items[beyond]["position"]) if 0 <= beyond < len(items) else end + 2 * (to - place)
    item = items[place]
    attempt(lambda: _change(int(item["item_id"]), int(item["version"]), position=(end + other) / 2))


def take_off(item: Row, version: int) -> None:
    """Take a point off the agenda."""
    item_id = int(item["item_id"])
    attempt(
        lambda: _change(item_id, version, removed=True),
        REMOVED.format(name=name(item)),
        lambda: _change(item_id, version + 1, removed=False),
    )


def put_back(item: Row) -> None:
    """Put a point on again, where it was."""
    said = PUT_BACK.format(name=name(item))
    attempt(lambda: _change(int(item["item_id"]), int(item["version"]), removed=False), said)


def call_in(item: Row, key: str) -> None:
    """Note who is called in, or that nobody is."""
    invited = (st.session_state[key] or "").strip() or None
    attempt(lambda: _change(int(item["item_id"]), int(item["version"]), invited=invited))


def put_on(meeting_id: int, items: Sequence[Row], line: Row, reasons: Iterable[str]) -> None:
    """Put a line on where its weightiest reason places it."""
    told = tuple(reasons)
    item = AgendaItem(meeting_id, int(line["indsats_id"]), None, told, place_for(items, told))
    _add(item, name({"topic": None, **line}))


def put_on_topic(meeting_id: int, items: Sequence[Row], key: str) -> None:
    """Put a topic on, last."""
    topic = str(st.session_state[key] or "").strip()
    if topic:
        _add(AgendaItem(meeting_id, None, topic, ("added",), place_for(items, ("added",))), topic)
        st.session_state[key] = ""


def place_for(items: Sequence[Row], reasons: Sequence[str]) -> float:
    """Find the position after the last point that has as weighty a reason."""
    rank = _rank(reasons)
    after = [place for place, item in enumerate(items) if _rank(list(item["reasons"])) <= rank]
    place = after[-1] + 1 if after else 0
    before = float(items[place - 1]["position"]) if place else float(items[0]["position"]) - 2 if items else 0.0
    beyond = float(items[place]["position"]) if place < len(items) else before + 2
    return (before + beyond) / 2


def _rank(reasons: Sequence[str]) -> int:
    return min((REASONS.index(reason) for reason in reasons if reason in REASONS), default=len(REASONS))


def _change(item_id: int, version: int, **changed: object) -> int:
    return change_item(database(), item_id, version, viewer_name(), **changed)


def _add(item: AgendaItem, called: str) -> None:
    added: list[int] = []
    attempt(
        lambda: added.append(add_item(database(), item, viewer_name())),
        ADDED.format(name=called),
        lambda: _change(added[0], 1, removed=True),
    )
