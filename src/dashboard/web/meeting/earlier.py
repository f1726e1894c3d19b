"""What was decided about a line before, and what became of it: said at the next meeting with one click."""

from collections.abc import Hashable, Mapping
from datetime import date
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from dashboard import queries
from dashboard.domain.meeting import STATES, Decision
from dashboard.records import OverwriteError, write_decision
from dashboard.web import phrases
from dashboard.web.markup import tag, text
from dashboard.web.meeting import texts
from dashboard.web.meeting.asked import AskedMeeting
from dashboard.web.plan import ask, database
from dashboard.web.viewer import viewer_name

SHOWN = 3
Row = Mapping[Hashable, Any]


def show_earlier(asked: AskedMeeting, indsats_id: int) -> None:
    """Show the last decisions about a line, each with what became of it, which can be said here."""
    told = ask(queries.decisions, indsats=indsats_id)
    rows = told[(told["meeting_id"] != asked.meeting_id) & (told["held_on"].dt.date <= asked.held_on)]
    if rows.empty:
        st.html(tag("p", escape(texts.NEVER_DECIDED), "quiet"))
        return
    for row in rows.head(SHOWN).to_dict("records"):
        st.html(said_before(row, asked.held_on))
        key = f"blev_{row['decision_id']}_{row['version']}"
        st.segmented_control(
            texts.ALREADY_LAST,
            STATES,
            default=row["state"],
            required=True,
            format_func=texts.STATES.__getitem__,
            key=key,
            label_visibility="collapsed",
            on_change=_became,
            args=(row, key),
        )


def said_before(row: Row, today: date) -> str:
    """Draw a decision with who made it, when, who was to do it, and whether it is late."""
    head = f"{texts.ALREADY_LAST} · {texts.body_name(row['body'])} {phrases.day(row['held_on'].date())}"
    by = [row["responsible"]] if isinstance(row["responsible"], str) else []
    due: date | None = None if pd.isna(row["due"]) else row["due"].date()
    by += [f"frist {phrases.short_day(due)}"] if due else []
    late = overdue(row["state"], due, today)
    said = escape(row["text"] or texts.KINDS[row["kind"]]) + (" " + text(late, "late") if late else "")
    return tag(
        "div",
        tag("div", escape(head), "walk-label")
        + tag("div", said, "walk-decided")
        + (tag("div", escape(" · ".join(by)), "quiet") if by else ""),
        "walk-earlier",
    )


def overdue(state: str, due: date | None, today: date) -> str:
    """Say how late an open decision is, or nothing."""
    if state != "open" or due is None or due >= today:
        return ""
    return f"Ikke udført, {phrases.count_of((today - due).days, 'dag', 'dage')} over frist"


def _became(row: Row, key: str) -> None:
    state = st.session_state[key]
    try:
        write_decision(
            database(), decision_of(row, state=state), int(row["decision_id"]), int(row["version"]), viewer_name()
        )
    except OverwriteError:
        return  # somebody else said it meanwhile: what they said is shown


def decision_of(row: Row, **changed: Any) -> Decision:
    """Make a decision of a row of queries.decisions, with some of it changed."""
    told = {
        "item_id": int(row["item_id"]),
        "kind": row["kind"],
        "text": row["text"],
        "responsible": row["responsible"] if isinstance(row["responsible"], str) else None,
        "due": None if pd.isna(row["due"]) else row["due"].date(),
        "state": row["state"],
        "note": row["note"] if isinstance(row["note"], str) else None,
    }
    return Decision(**(told | changed))
