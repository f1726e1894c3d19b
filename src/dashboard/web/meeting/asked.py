"""The meeting that the address asks for: its head, what was just done to it, and what others do meanwhile."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import date
from functools import partial

import streamlit as st
from htpy import Node, a, div, h1, nav, p, span

from dashboard import queries
from dashboard.documents import meetings
from dashboard.domain.meeting import Meeting
from dashboard.queries import AgendaItem, ListedMeeting, Point
from dashboard.records import MeetingError, OverwriteError
from dashboard.web import address, filters
from dashboard.web.address import MEETING_KEY, MEETING_PARTS, PART_KEY, meeting_href
from dashboard.web.database import Selection, ask
from dashboard.web.head import show_title, tell
from dashboard.web.links import line_link
from dashboard.web.sign_in import may
from dashboard.wording import phrases
from dashboard.wording.meetings import body_name

ALL, PLANNED, HELD = "Alle møder", "Planlagt", "Afholdt og låst"
OF_MEETING = "Mødets dele"
MEANWHILE = "En anden har ændret det imens. Sådan ser det ud nu; prøv igen, hvis det stadig skal ændres."
SECONDS = 3.0
status_of, has_status = partial(meetings.status_of, ask), partial(meetings.has_status, ask)
looked_at = partial(meetings.looked_at, ask)


@dataclass(frozen=True)
class AskedMeeting:
    """A meeting as it is looked at: held ones are locked, ``is_bare`` shows it alone on the screen.

    ``may_write`` tells whether whoever looks may change anything of it. ``stood`` is all of it that others may change,
    as it was before anything was drawn: what they change while the page is drawn is seen as a change.
    """

    meeting_id: int
    meeting: Meeting
    is_held: bool
    part: str
    is_bare: bool
    may_write: bool
    stood: Hashable = None

    @property
    def is_open(self) -> bool:
        """Tell whether the agenda is changed here."""
        return self.may_write and not self.is_held

    @property
    def selection(self) -> Selection:
        """Give the status that the meeting looks at, compared with the month before it."""
        return status_of(self.meeting)

    def selection_of(self, item: AgendaItem) -> Selection:
        """Give the same for one line, in the scope that tells of it where that is not the meeting's own."""
        return meetings.status_of_item(ask, self.meeting, item)

    @property
    def listed(self) -> ListedMeeting:
        """Give the meeting as it is listed: its version, its lock, and its whole case."""
        return next(each for each in ask(queries.meetings) if each.meeting_id == self.meeting_id)

    @property
    def held_on(self) -> date:
        """Give the day it is held."""
        return self.meeting.held_on


def linked_name(point: Point, asked: AskedMeeting) -> Node:
    """Draw a point's name; a line's leads to its card as of the month and in the scope that tell of it."""
    if point.indsats_id is None:
        return point.name
    month, scope = (getattr(point, name, None) or getattr(asked.meeting, name) for name in ("month", "scope"))
    shown = {filters.MONTH_KEY: str(month), filters.SCOPE_KEY: str(scope)}
    for plan in filters.plan_beside(asked.meeting.plan):
        shown[filters.PLAN_KEY] = plan
    return line_link(point.name, point.indsats_id, listed=shown)


def asked_meeting() -> AskedMeeting | None:
    """Find the meeting that the address names, or None without one or when there is no such meeting."""
    number = st.query_params.get(MEETING_KEY, "")
    stood = _stands(int(number)) if number.isdecimal() else None
    found = next((each for each in ask(queries.meetings) if str(each.meeting_id) == number), None)
    if found is None:
        return None
    part = st.query_params.get(PART_KEY, "")
    if part not in MEETING_PARTS:
        part = "referat" if found.is_held else "dagsorden"
    return AskedMeeting(found.meeting_id, found, found.is_held, part, address.is_bare(), may("decide"), stood)


def show_parts(asked: AskedMeeting) -> None:
    """Show which meeting this is, and its three parts, in one line."""
    heading = p if asked.part == "gennemgang" else h1  # there, the line on the screen is the heading
    links = [
        a(href=meeting_href(asked.meeting_id, part), aria_current="page" if part == asked.part else None)[name]
        for part, name in MEETING_PARTS.items()
    ]
    drawn = div(".meeting-head")[
        heading(".meeting-name")[f"{body_name(asked.meeting.body)} · {phrases.day(asked.held_on)}"],
        nav(".meeting-parts", aria_label=OF_MEETING)[links],
        span(".meeting-state")[HELD if asked.is_held else PLANNED],
        a(".meeting-all", href=meeting_href(None))[ALL],
    ]
    with st.container(key="moedehoved"):
        show_title(drawn, is_example=is_example(asked))


def looks_at(asked: AskedMeeting) -> str:
    """Say which status the meeting looks at."""
    return meetings.looks_at(ask, asked.meeting)


def is_example(asked: AskedMeeting) -> bool:
    """Tell whether the status that the meeting looks at is invented."""
    return bool(meetings.example_of(ask, asked.meeting))


def attempt(change: Callable[[], object], said: str = "", undo: Callable[[], object] | None = None) -> None:
    """Make a change and say so, or say why it was not made."""
    try:
        change()
    except OverwriteError:
        said, undo = MEANWHILE, None
    except MeetingError as error:
        said, undo = str(error), None
    tell(said, undo and partial(attempt, undo))


def follow_others(asked: AskedMeeting) -> None:
    """Draw the page again within seconds when somebody else changes or holds the meeting, or status comes."""
    _watch(asked.meeting_id, asked.stood)


@st.fragment(run_every=SECONDS)
def _watch(meeting_id: int, drawn: Hashable) -> None:
    if _stands(meeting_id) != drawn:
        st.rerun()


def _stands(meeting_id: int) -> Hashable:
    items = tuple((item.item_id, item.version) for item in ask(queries.agenda, meeting_id))
    told = tuple((each.decision_id, each.version) for each in ask(queries.decisions, meeting=meeting_id))
    status = [(each.month, each.scope) for each in ask(queries.deliveries)]
    return items, told, status, [each for each in ask(queries.meetings) if each.meeting_id == meeting_id]
