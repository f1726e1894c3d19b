"""Which meetings there are: the next one, those planned and held, the ways into each, and what they left open."""

from collections.abc import Iterable
from functools import partial

import streamlit as st
from htpy import Element, a, div, fragment, h1, h2, p, span

from dashboard import queries
from dashboard.queries import ListedMeeting
from dashboard.records import withdraw_meeting
from dashboard.web import phrases, texts
from dashboard.web.database import ask, database, viewer_name
from dashboard.web.head import show_title
from dashboard.web.meeting.asked import attempt, show_notice
from dashboard.web.meeting.follow_up import show_open_decisions
from dashboard.web.meeting.planning import show_planning
from dashboard.web.meeting_words import MEETING_KEY, PARTS, body_name, meeting_href

NOT_FOUND = "Mødet i linket findes ikke. Det kan være taget væk."
PLANNED, HELD = "Planlagte møder", "Afholdte møder"
NONE_YET = "Der er endnu ikke planlagt eller afholdt noget møde."
HEADERS = ("Dato", "Møde", "Status for", "Punkter", "Beslutninger", "Heraf åbne", "")
TAKE_AWAY, TAKE_AWAY_NOW, TAKEN_AWAY = "Fjern", "Fjern mødet", "{name} er fjernet."
NAME = "Mødet i {body} den {day}"
SURE = "Er mødet planlagt ved en fejl? Det forsvinder herfra med sin dagsorden"
AND_DECISIONS = "{n}, der er skrevet på mødet"


def show_meetings() -> None:
    """List the meetings, offer the next one, and follow up on what was decided."""
    newest = ask(queries.deliveries)[0]
    show_title(h1[texts.MEETING], is_example=newest.is_example)
    if st.query_params.get(MEETING_KEY):
        st.html(p(".note")[NOT_FOUND])
    show_notice()
    told = ask(queries.meetings)
    _show_planned([meeting for meeting in reversed(told) if not meeting.is_held])
    show_planning()
    held = [meeting for meeting in told if meeting.is_held]
    if held:
        st.html(fragment[h2[HELD], _head(), map(_row, held)])
    if not told:
        st.html(p(".quiet")[NONE_YET])
    show_open_decisions()


def _show_planned(planned: Iterable[ListedMeeting]) -> None:
    """List the meetings to come, soonest first; one made by mistake can be taken away."""
    if not planned:
        return
    with st.container(key="planlagte", gap=None):
        st.html(fragment[h2[PLANNED], _head()])
        for meeting in planned:
            with st.container(horizontal=True, vertical_alignment="center", key=f"moede_{meeting.meeting_id}"):
                st.html(_row(meeting), width="stretch")
                _offer_taking_away(meeting)


def _offer_taking_away(meeting: ListedMeeting) -> None:
    meeting_id, sure = meeting.meeting_id, SURE
    if meeting.decisions:
        sure += " og " + AND_DECISIONS.format(n=phrases.count_of(meeting.decisions, "beslutning", "beslutninger"))
    with st.popover(TAKE_AWAY, type="tertiary", key=f"fjern_moede_{meeting_id}"):
        st.html(p[f"{sure}."])
        st.button(TAKE_AWAY_NOW, key=f"fjern_moede_nu_{meeting_id}", on_click=_take_away, args=(meeting,))


def _take_away(meeting: ListedMeeting) -> None:
    name = NAME.format(body=body_name(meeting.body), day=phrases.day(meeting.held_on))
    attempt(partial(withdraw_meeting, database(), meeting.meeting_id, viewer_name()), TAKEN_AWAY.format(name=name))


def _head() -> Element:
    return div(".meeting-row.head")[(span[header] for header in HEADERS)]


def _row(meeting: ListedMeeting) -> Element:
    meeting_id = meeting.meeting_id
    first = "referat" if meeting.is_held else "dagsorden"
    links = [a(href=meeting_href(meeting_id, part))[name] for part, name in PARTS.items()]
    cells = (
        phrases.day(meeting.held_on),
        a(".line-link", href=meeting_href(meeting_id, first))[body_name(meeting.body)],
        f"{phrases.month_name(meeting.month)} · {phrases.scope_name(meeting.scope)}",
        *map(phrases.number, (meeting.items, meeting.decisions, meeting.open)),
        span(".meeting-ways")[links],
    )
    return div(".meeting-row", data_meeting=str(meeting_id))[(span[cell] for cell in cells)]
