"""Dagsorden: the points in order, each with why it is there, changed here until the meeting is held."""

from collections.abc import Mapping, Sequence

import streamlit as st
from htpy import Element, a, div, fragment, p, span

from dashboard import queries
from dashboard.queries import AgendaItem, StandingDecision
from dashboard.web import meeting_words as words
from dashboard.web import phrases
from dashboard.web.database import ask
from dashboard.web.markup import light
from dashboard.web.meeting.agenda_changes import (
    call_in,
    linked_name,
    move,
    move_to_number,
    show_adding,
    show_new_proposals,
    show_removed,
    take_off,
)
from dashboard.web.meeting.agenda_document import latest_decisions, show_agenda_download
from dashboard.web.meeting.asked import AskedMeeting, follow_others, looks_at, show_notice, show_parts

EMPTY = "Der er ingen punkter på dagsordenen."
START = "Gå til gennemgangen"
LOCKED = "Mødet er afholdt, og dagsordenen er låst."
UP, DOWN, REMOVE, TO_NUMBER = "Op", "Ned", "Fjern", "Flyt punkt {number} til nr."
CALL_IN, CALL_IN_LABEL = "Indkald fagchef", "Indkald fagchef til punkt {number}"
LAST = "Sidst besluttet"


def show_agenda(asked: AskedMeeting) -> None:
    """Show the agenda of a meeting, and what it takes to change it."""
    show_parts(asked)
    items = ask(queries.agenda, asked.meeting_id)
    decided = latest_decisions(asked)
    with st.container(horizontal=True, vertical_alignment="center", gap="medium", key="dagsorden_hoved"):
        head = fragment[p(".agenda-count")[words.counted(items)], p(".subtitle")[looks_at(asked)]]
        st.html(head, width="stretch")
        show_agenda_download(asked, items)
        if items:
            st.html(a(".go", href=words.meeting_href(asked.meeting_id, "gennemgang"))[START], width="content")
    if asked.is_held:
        st.html(p(".note")[LOCKED])
    show_notice()
    if not asked.is_held:
        show_new_proposals(asked, items)
    if not items:
        st.html(p(".quiet")[EMPTY])
    people = _people(asked, items)
    with st.container(key="dagsorden", gap=None):
        for place in range(len(items)):
            _show_point(asked, items, place, decided, people)
    if not asked.is_held:
        show_adding(asked, items)
        show_removed(asked)
    follow_others(asked)


def _people(asked: AskedMeeting, items: Sequence[AgendaItem]) -> list[str]:
    """List who can be called in: those who are already, and everybody who is responsible for a line."""
    options = ask(queries.filter_options, asked.selection)
    responsible = [each.value for each in options if each.field == "responsible" and each.value]
    return list(dict.fromkeys([*(item.invited for item in items if item.invited), *responsible]))


def _show_point(
    asked: AskedMeeting,
    items: Sequence[AgendaItem],
    place: int,
    decided: Mapping[int, StandingDecision],
    people: Sequence[str],
) -> None:
    """Show a point, and unless the meeting is held what changes it."""
    item, number = items[place], place + 1
    drawn = _point(asked, item, number, decided.get(item.indsats_id) if item.indsats_id else None)
    if asked.is_held:
        st.html(drawn)
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"punkt_{item.item_id}"):
        st.html(drawn, width="stretch")
        _show_called_in(item, number, people)
        _show_number(items, place)
        for label, css, to in ((UP, "op", place - 1), (DOWN, "ned", place + 1)):
            st.button(
                label,
                key=f"{css}_{item.item_id}",
                type="tertiary",
                disabled=not 0 <= to < len(items),
                on_click=move,
                args=(items, place, to),
            )
        st.button(REMOVE, key=f"fjern_{item.item_id}", type="tertiary", on_click=take_off, args=(item,))


def _point(asked: AskedMeeting, item: AgendaItem, number: int, last: StandingDecision | None) -> Element:
    """Draw a point: number, light and how long, name, why, whose it is, and what was decided last."""
    about = [words.udvalg_names(item), item.responsible or ""]
    if asked.is_held and item.invited:
        about.append(f"{words.CALLED_IN}: {item.invited}")
    told = "".join(f" · {part}" for part in about if part)
    shown = item.shown_light
    return div(".agenda-row", data_item=str(item.item_id))[
        span(".agenda-number")[f"{number}."],
        div(".agenda-light")[
            div[light(shown) if shown else span(".quiet")[words.TOPIC]],
            span(".quiet")[words.lasted(item, asked.meeting.month)],
        ],
        div[
            div[span(".agenda-name")[linked_name(item, asked.selection)]],
            div[span(".agenda-why")[words.why(item.reasons)], span(".quiet")[told] if told else None],
            _last(last, asked) if last else None,
        ],
    ]


def _last(told: StandingDecision, asked: AskedMeeting) -> Element:
    said = words.decided(told)
    late = words.overdue(told, asked.held_on)
    state = span(".late")[late] if late else span[words.STATES[told.state].lower()]
    day = phrases.short_day(told.held_on)
    return div(".agenda-last.quiet", title=said)[span[f"{LAST} {day}: {said}"], " · ", state]


def _show_number(items: Sequence[AgendaItem], place: int) -> None:
    """Show a point's number as something that can be written over, which moves it there."""
    item, label = items[place], TO_NUMBER.format(number=place + 1)
    key = f"til_nr_{item.item_id}_{item.version}_{place}"
    st.number_input(
        label,
        1,
        len(items),
        place + 1,
        key=key,
        label_visibility="collapsed",
        width=140,
        on_change=move_to_number,
        args=(items, place, key),
    )


def _show_called_in(item: AgendaItem, number: int, people: Sequence[str]) -> None:
    offered = list(dict.fromkeys(filter(None, (item.invited, item.responsible, *people))))
    key = f"indkald_{item.item_id}_{item.version}"
    st.selectbox(
        CALL_IN_LABEL.format(number=number),
        offered,
        index=offered.index(item.invited) if item.invited else None,
        key=key,
        placeholder=CALL_IN,
        accept_new_options=True,
        label_visibility="collapsed",
        width=240,
        on_change=call_in,
        args=(item, key),
    )
