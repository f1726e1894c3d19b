"""The meetings that are planned and held, each with the ways into it."""

from collections.abc import Hashable, Mapping
from functools import partial
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from dashboard import queries
from dashboard.domain.month import Month
from dashboard.domain.scope import Scope
from dashboard.records import withdraw_meeting
from dashboard.web import phrases
from dashboard.web.markup import tag, text
from dashboard.web.meeting import texts
from dashboard.web.meeting.asked import PARTS, meeting_href
from dashboard.web.meeting.notice import attempt
from dashboard.web.meeting.parts import NAMES
from dashboard.web.plan import ask, database
from dashboard.web.viewer import viewer_name

PLANNED, HELD = "Planlagte møder", "Afholdte møder"
NONE_YET = "Der er endnu ikke planlagt eller afholdt noget møde."
HEADERS = ("Dato", "Møde", "Status for", "Punkter", "Beslutninger", "Heraf åbne", "")
TAKE_AWAY, TAKE_AWAY_NOW, TAKEN_AWAY = "Fjern", "Fjern mødet", "{name} er fjernet."
SURE = "Er mødet planlagt ved en fejl? Det forsvinder herfra med sin dagsorden"
AND_DECISIONS = "{n}, der er skrevet på mødet"
Row = Mapping[Hashable, Any]


def show_planned() -> None:
    """List the meetings to come, soonest first; one made by mistake can be taken away."""
    told = ask(queries.meetings)
    planned = told[told["closed_at"].isna()]
    if planned.empty:
        return
    with st.container(key="planlagte", gap=None):
        st.html(tag("h2", PLANNED) + _head())
        for row in planned.iloc[::-1].to_dict("records"):
            _show_planned(row)


def show_held() -> None:
    """List the meetings that have been held, newest first."""
    told = ask(queries.meetings)
    held = told[told["closed_at"].notna()]
    if told.empty:
        st.html(tag("p", NONE_YET, "quiet"))
    elif len(held):
        st.html(tag("h2", HELD) + _head() + "".join(_row(row) for row in held.to_dict("records")))


def _show_planned(row: Row) -> None:
    meeting_id = int(row["meeting_id"])
    with st.container(horizontal=True, vertical_alignment="center", key=f"moede_{meeting_id}"):
        st.html(_row(row), width="stretch")
        with st.popover(TAKE_AWAY, type="tertiary", key=f"fjern_moede_{meeting_id}"):
            sure = SURE
            if row["decisions"]:
                decisions = phrases.count_of(int(row["decisions"]), "beslutning", "beslutninger")
                sure += " og " + AND_DECISIONS.format(n=decisions)
            st.html(tag("p", escape(f"{sure}.")))
            st.button(
                TAKE_AWAY_NOW, key=f"fjern_moede_nu_{meeting_id}", on_click=_take_away, args=(meeting_id, _name(row))
            )


def _take_away(meeting_id: int, name: str) -> None:
    attempt(partial(withdraw_meeting, database(), meeting_id, viewer_name()), TAKEN_AWAY.format(name=name))


def _head() -> str:
    return tag("div", "".join(text(header) for header in HEADERS), "meeting-row head")


def _row(row: Row) -> str:
    meeting_id, is_held = int(row["meeting_id"]), not pd.isna(row["closed_at"])
    first = "referat" if is_held else "dagsorden"
    links = "".join(tag("a", NAMES[part], href=meeting_href(meeting_id, part)) for part in PARTS)
    month = phrases.month_name(Month.parse(row["month"]))
    cells = (
        escape(phrases.day(row["held_on"].date())),
        tag("a", escape(texts.body_name(row["body"])), "line-link", href=meeting_href(meeting_id, first)),  # type: ignore[arg-type]
        escape(f"{month} · {phrases.scope_name(Scope(row['scope']))}"),
        *(escape(phrases.number(int(row[counted]))) for counted in ("items", "decisions", "open")),
        tag("span", links, "meeting-ways"),
    )
    return tag("div", "".join(tag("span", cell) for cell in cells), "meeting-row", data_meeting=str(meeting_id))


def _name(row: Row) -> str:
    return f"Mødet i {texts.body_name(row['body'])} den {phrases.day(row['held_on'].date())}"
