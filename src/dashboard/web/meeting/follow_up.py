"""What meetings decided and nobody has done yet, by who is to do it; what became of it is said here."""

from collections.abc import Hashable, Mapping
from datetime import date
from functools import partial
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from dashboard import queries
from dashboard.domain.meeting import STATES
from dashboard.records import write_decision
from dashboard.web import phrases
from dashboard.web.links import line_link
from dashboard.web.markup import tag, text
from dashboard.web.meeting import texts
from dashboard.web.meeting.asked import meeting_href
from dashboard.web.meeting.earlier import decision_of, overdue
from dashboard.web.meeting.item_words import given, is_line, name
from dashboard.web.meeting.notice import attempt
from dashboard.web.meeting.proposing import today
from dashboard.web.plan import ask, database
from dashboard.web.viewer import viewer_name

TITLE, NONE = "Åbne beslutninger", "Ingen beslutninger venter på nogen."
LATE, NO_RESPONSIBLE = "{n} over frist", "Uden ansvarlig"
SAY, STATE, NOTE, SAVE = "Følg op", "Hvad blev der af den?", "Note", "Gem"
NOTE_PLACEHOLDER = "Fx hvad der er gjort, eller hvorfor den bortfalder"
SAID = "»{text}« er nu: {state}."
Row = Mapping[Hashable, Any]


def show_open_decisions() -> None:
    """List the open decisions by who is responsible, those that are latest first."""
    rows = ask(queries.decisions, only_open=True).to_dict("records")
    if not rows:
        st.html(tag("h2", TITLE) + tag("p", NONE, "quiet"))
        return
    now = today()
    late = sum(days_late(row, now) > 0 for row in rows)
    said = phrases.number(len(rows)) + (f" · {LATE.format(n=phrases.number(late))}" if late else "")
    st.html(tag("h2", escape(TITLE) + " " + text(said, "count")))
    for place, (responsible, of_one) in enumerate(by_responsible(rows, now).items()):
        with st.container(key=f"ansvarlig_{place}", gap=None):
            st.html(tag("h3", escape(responsible)) + " " + text(phrases.number(len(of_one)), "count"))
            for row in of_one:
                _show_decision(row, now)


def days_late(row: Row, now: date) -> int:
    """Count the days since a decision should have been done; nothing when there is time, or no date."""
    return 0 if pd.isna(row["due"]) else max(0, (now - row["due"].date()).days)


def by_responsible(rows: list[dict[Hashable, Any]], now: date) -> dict[str, list[dict[Hashable, Any]]]:
    """Group decisions by who is responsible, the latest first, those of nobody last."""

    def urgency(row: Row) -> tuple[int, str]:
        return -days_late(row, now), "9" if pd.isna(row["due"]) else f"{row['due']:%Y-%m-%d}"

    groups: dict[str, list[dict[Hashable, Any]]] = {}
    called: dict[str, str] = {}
    for row in sorted(rows, key=urgency):
        responsible = given(row["responsible"]) or NO_RESPONSIBLE
        groups.setdefault(called.setdefault(responsible.casefold(), responsible), []).append(row)
    nobodys = groups.pop(NO_RESPONSIBLE, None)
    return groups | ({NO_RESPONSIBLE: nobodys} if nobodys else {})


def _show_decision(row: Row, now: date) -> None:
    key = f"{row['decision_id']}_{row['version']}"
    with st.container(horizontal=True, vertical_alignment="center", key=f"aaben_{row['decision_id']}"):
        st.html(_drawn(row, now), width="stretch")
        with st.popover(SAY, type="tertiary", key=f"foelg_op_{key}"):
            st.segmented_control(
                STATE,
                STATES,
                default=row["state"],
                required=True,
                format_func=texts.STATES.__getitem__,
                key=f"blev_til_{key}",
            )
            st.text_area(
                NOTE,
                value=given(row["note"]),
                key=f"note_{key}",
                placeholder=NOTE_PLACEHOLDER,
                height=90,
                max_chars=500,
            )
            st.button(SAVE, key=f"gem_{key}", type="primary", on_click=_became, args=(row, key))


def _drawn(row: Row, now: date) -> str:
    due: date | None = None if pd.isna(row["due"]) else row["due"].date()
    about = line_link(name(row), int(row["indsats_id"])) if is_line(row) else escape(name(row))
    who = f"{texts.body_name(row['body'])} {phrases.day(row['held_on'].date())}"
    by = [tag("a", escape(who), "list-link", href=meeting_href(int(row["meeting_id"]), "referat"))]
    by += [escape(texts.KINDS[row["kind"]])] if row["kind"] != "decision" else []
    by += [escape(f"frist {phrases.short_day(due)}")] if due else []
    by += [escape(f"note: {given(row['note'])}")] if given(row["note"]) else []
    late = overdue(row["state"], due, now)
    said = escape(given(row["text"]) or texts.KINDS[row["kind"]]) + (" " + text(late, "late") if late else "")
    return tag(
        "div",
        tag("span", about) + tag("span", said) + tag("span", " · ".join(by), "quiet"),
        "open-decision",
        data_open=str(row["decision_id"]),
    )


def _became(row: Row, key: str) -> None:
    decision_id, over = int(row["decision_id"]), int(row["version"])
    state, note = st.session_state[f"blev_til_{key}"], st.session_state[f"note_{key}"].strip() or None
    write = partial(write_decision, database(), by=viewer_name())
    said = SAID.format(text=given(row["text"]) or texts.KINDS[row["kind"]], state=texts.STATES[state].lower())
    attempt(
        lambda: write(decision_of(row, state=state, note=note), decision_id, over),
        said,
        lambda: write(decision_of(row), decision_id, over + 1),
    )
