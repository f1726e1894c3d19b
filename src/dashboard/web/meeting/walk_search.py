"""Any line of the plan, called up in the middle of the walk-through, and the way back to where it was."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st
from htpy import p

from dashboard import queries
from dashboard.domain import meeting
from dashboard.domain.light import ABSENT, Light
from dashboard.domain.scope import Scope
from dashboard.queries import AgendaItem, TimelineMonth
from dashboard.records import add_item
from dashboard.web.address import LINE_KEY
from dashboard.web.choices import chosen
from dashboard.web.database import ask, database
from dashboard.web.head import show_notice
from dashboard.web.meeting.asked import AskedMeeting, attempt, looked_at, status_of
from dashboard.web.meeting.panel import show_earlier, show_panel
from dashboard.web.meeting.screen import line_texts, point_head
from dashboard.web.search import line_labels
from dashboard.web.sign_in import acting

KEY, LABEL, PLACEHOLDER = "slaa_op", "Slå en indsats op", "Slå en indsats op …"
CALLED_UP = "Slået op"
PUT_ON, PUT_ON_SAID = "Sæt på dagsordenen som næste punkt", "»{name}« er sat på som næste punkt."
UNKNOWN = "Indsatsen i linket findes ikke i planen."


def show_calling_up(asked: AskedMeeting) -> None:
    """Show the box in which a line is looked for by name or number."""
    labels = line_labels(ask(queries.known_names, max(part.month for part in looked_at(asked.meeting))))

    def call_up() -> None:
        label = chosen(KEY, labels)
        st.session_state[KEY] = None
        if label is not None:
            st.query_params[LINE_KEY] = str(labels[label])

    with st.container(key="gennemgang_soeg"):
        st.selectbox(
            LABEL,
            list(labels),
            index=None,
            key=KEY,
            placeholder=PLACEHOLDER,
            filter_mode="contains",
            label_visibility="collapsed",
            on_change=call_up,
        )


def show_called_up(asked: AskedMeeting, items: Sequence[AgendaItem], place: int, line: str) -> None:
    """Show a line as a point is shown; one that is on the agenda can be decided on, another can be put there."""
    on = next((number for number, item in enumerate(items, 1) if str(item.indsats_id) == line), None)
    found = items[on - 1] if on else _as_item(asked, line)
    if found is None or found.indsats_id is None:
        st.html(p(".note", role="status")[UNKNOWN])
        return
    with st.container(key="gennemgang", gap="small"):
        st.html(point_head(found, asked, f"{CALLED_UP} · {on} / {len(items)}" if on else CALLED_UP))
        left, right = st.columns([1.22, 1], gap="large")
    with left, st.container(key="fortaeller"):
        st.html(line_texts(found, asked))
    with right, st.container(key="beslutninger"):
        show_notice()
        if on:
            show_panel(asked, found.item_id)
            return
        if asked.is_open:
            st.button(PUT_ON, key="saet_naeste", on_click=_put_on_next, args=(asked, items, place, found))
        with st.container(key="tidligere", gap="small"):
            show_earlier(asked, found, found.indsats_id)


def _as_item(asked: AskedMeeting, line: str) -> AgendaItem | None:
    """Make a point of a line that is on no agenda, as the widest scope that tells of it in the month has it."""
    if not line.isdecimal():
        return None
    told = ask(queries.deliveries, plan=asked.meeting.plan)
    others = [replace(asked.meeting, scope=each.scope) for each in told if each.month == asked.meeting.month]
    last: AgendaItem | None = None
    for status in dict.fromkeys([*looked_at(asked.meeting), *map(status_of, others)]):
        life = [month for month in ask(queries.line_timeline, status, int(line)) if month.state != ABSENT]
        if life and life[-1].month == status.month:
            return _point(life[-1], status.scope)
        if life and last is None:
            last = replace(_point(life[-1], status.scope), light=None, in_row=None, since=None, month=None)
    return last


def _point(told: TimelineMonth, scope: Scope) -> AgendaItem:
    return AgendaItem(
        indsats_id=told.indsats_id,
        topic=None,
        title=told.title,
        code=told.code,
        item_id=0,
        version=0,
        reasons=(),
        position=0.0,
        invited=None,
        focus=False,
        seen_light=None,
        documents=(),
        month=told.month,
        scope=scope,
        udvalg=told.udvalg,
        responsible=told.responsible,
        light=Light(told.state),
        in_row=told.in_row,
        since=told.since,
        last_seen_light=None,
        last_seen_on=None,
        decisions=0,
    )


def _put_on_next(asked: AskedMeeting, items: Sequence[AgendaItem], place: int, found: AgendaItem) -> None:
    """Put a line on between the point where one was and the next."""
    after = items[place + 1].position if place + 1 < len(items) else items[place].position + 2 if items else 2.0
    before = items[place].position if place >= 0 and items else after - 2
    item = meeting.AgendaItem(asked.meeting_id, found.indsats_id, None, ("added",), (before + after) / 2)
    attempt(lambda: add_item(database(), item, acting("decide")), PUT_ON_SAID.format(name=found.name))
