"""Which meeting the address asks for, which part of the page, and which item."""

from dataclasses import dataclass
from datetime import date
from typing import Literal
from urllib.parse import urlencode

import streamlit as st

from dashboard import queries
from dashboard.domain.meeting import Meeting
from dashboard.web.places import MEETING
from dashboard.web.plan import Selection, ask

MEETING_KEY, ITEM_KEY, PART_KEY, BARE_KEY = "moede", "punkt", "del", "skaerm"
Part = Literal["dagsorden", "gennemgang", "referat"]
PARTS: tuple[Part, ...] = ("dagsorden", "gennemgang", "referat")


@dataclass(frozen=True)
class AskedMeeting:
    """A meeting as it is looked at: held ones are locked, ``is_bare`` shows it alone on the screen."""

    meeting_id: int
    meeting: Meeting
    is_held: bool
    part: Part
    is_bare: bool

    @property
    def selection(self) -> Selection:
        """Give the status that the meeting looks at, compared with the month before it."""
        compare = ask(queries.previous_month, self.meeting.month, self.meeting.scope)
        return Selection(self.meeting.month, compare, self.meeting.scope)

    @property
    def held_on(self) -> date:
        """Give the day it is held."""
        return self.meeting.held_on


def asked_meeting() -> AskedMeeting | None:
    """Find the meeting that the address names, or None without one or when there is no such meeting."""
    number = st.query_params.get(MEETING_KEY, "")
    if not number.isdecimal() or len(number) > 9:
        return None
    found = ask(queries.meetings)
    rows = found[found["meeting_id"] == int(number)].to_dict("records")
    if not rows:
        return None
    row = rows[0]
    part = st.query_params.get(PART_KEY, "")
    is_held = row["closed_at"] is not None and row["closed_at"] == row["closed_at"]  # NaT is not itself
    chosen: Part = part if part in PARTS else "referat" if is_held else "dagsorden"
    meeting = Meeting.read(row["body"], row["held_on"].date(), row["month"], row["scope"])
    return AskedMeeting(int(number), meeting, is_held, chosen, BARE_KEY in st.query_params)


def meeting_href(
    meeting_id: int | None, part: Part | None = None, item: int | None = None, *, bare: bool = False
) -> str:
    """Make a link to a meeting, one of its parts, one of its items, or (None) to the list of meetings."""
    asked: dict[str, str | int] = {}
    if meeting_id is not None:
        asked[MEETING_KEY] = meeting_id
    if part is not None:
        asked[PART_KEY] = part
    if item is not None:
        asked[ITEM_KEY] = item
    if bare:
        asked[BARE_KEY] = "ja"
    return f"./{MEETING}?{urlencode(asked)}"
