"""Dagsorden: the points in order, each with why it is there and what is chosen about it until the meeting is held."""

from collections.abc import Sequence
from functools import partial
from typing import Any

import streamlit as st
from htpy import Element, a, div, fragment, p, span

from dashboard import queries
from dashboard.documents.agenda import agenda
from dashboard.documents.meetings import highlighted, last_decisions, last_of_case
from dashboard.queries import AgendaItem, StandingDecision
from dashboard.web.address import meeting_href
from dashboard.web.database import ask, viewer
from dashboard.web.downloads import show_documents
from dashboard.web.drafts import kept
from dashboard.web.head import show_notice
from dashboard.web.markup import light
from dashboard.web.meeting.agenda_changes import (
    attach,
    call_in,
    choose_reason,
    move,
    move_to_number,
    show_adding,
    show_new_proposals,
    show_removed,
    take_off,
)
from dashboard.web.meeting.asked import AskedMeeting, follow_others, linked_name, looks_at, show_parts
from dashboard.web.meeting.case import ONE_A_LINE, document_link, show_case
from dashboard.web.meeting.following import show_moving, show_new_plan, show_update
from dashboard.web.sign_in import show_why_not
from dashboard.wording import meetings as words
from dashboard.wording import phrases

EMPTY = "Der er ingen punkter på dagsordenen."
NAME = "Dagsorden"
START = "Gå til gennemgangen"
LOCKED = "Mødet er afholdt, og dagsordenen er låst."
UP, DOWN, REMOVE, TO_NUMBER = "Op", "Ned", "Fjern", "Flyt punkt {number} til nr."
CALL_IN, CALL_IN_LABEL = "Indkald fagchef", "Indkald fagchef til punkt {number}"
MORE, DOCUMENTS = "Mere", "Dokumenter til punktet"
LAST = "Sidst besluttet"
GIVEN = {"obs_point": "obs"}  # what is chosen, and what the status itself says so of


def show_agenda(asked: AskedMeeting) -> None:
    """Show the agenda of a meeting, and what it takes to change it."""
    show_parts(asked)
    items = ask(queries.agenda, asked.meeting_id)
    decided, people = last_decisions(ask, asked.meeting_id, asked.held_on), _people(asked, items)
    highlights = highlighted(ask, asked.meeting, items)
    with st.container(horizontal=True, vertical_alignment="center", gap="medium", key="dagsorden_hoved"):
        head = fragment[p(".agenda-count")[words.counted(items)], p(".subtitle")[looks_at(asked)]]
        st.html(head, width="stretch")
        if asked.is_open:
            show_moving(asked, items)
        show_documents("dagsorden", {NAME: partial(agenda, ask, asked.listed)})
        if items:
            st.html(a(".go", href=meeting_href(asked.meeting_id, "gennemgang"))[START], width="content")
    if asked.is_held:
        st.html(p(".note")[LOCKED])
    show_why_not("decide")
    show_notice()
    if asked.is_open:
        show_new_plan(asked)
        if not show_update(asked, items):
            show_new_proposals(asked, items)
    show_case(asked, people)
    for told in last_of_case(ask, asked.meeting):
        st.html(_said_last(told, asked))
    if not items:
        st.html(p(".quiet")[EMPTY])
    with st.container(key="dagsorden", gap=None):
        for place, item in enumerate(items):
            drawn = _point(
                asked, item, place + 1, decided.get(item.indsats_id or 0, ()), highlights.get(item.item_id, "")
            )
            _show_point(asked, items, place, drawn, people)
    if asked.is_open:
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
    drawn: Element,
    people: Sequence[str],
) -> None:
    """Show a point, and to those who may while the meeting is not held what changes it."""
    item, number = items[place], place + 1
    if not asked.is_open:
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
        with st.popover(MORE, type="tertiary", key=f"mere_{item.item_id}", on_change="rerun") as more:
            if more.open:
                _show_more(item)
        st.button(REMOVE, key=f"fjern_{item.item_id}", type="tertiary", on_click=take_off, args=(item,))


def _point(
    asked: AskedMeeting, item: AgendaItem, number: int, last: Sequence[StandingDecision], highlight: str
) -> Element:
    """Draw a point: number, light and how long, name, why, whose it is, and what was said of it last."""
    about = [words.udvalg_names(item), item.responsible or "", words.seen_last(item, asked.meeting.body)]
    if not asked.is_open and item.invited:
        about.append(f"{words.CALLED_IN}: {item.invited}")
    told = "".join(f" · {part}" for part in about if part)
    shown, reasons = item.light, [each for each in item.reasons if not (highlight and each == "highlighted")]
    return div(".agenda-row", data_item=str(item.item_id))[
        span(".agenda-number")[f"{number}."],
        div(".agenda-light")[
            div[light(shown) if shown else span(".quiet")[words.without_light(item)]],
            span(".quiet")[words.lasted(item, asked.meeting)],
        ],
        div[
            div[span(".agenda-name")[linked_name(item, asked)]],
            div[span(".agenda-why")[words.why(reasons)], span(".quiet")[told] if told else None],
            highlight and div[span(".agenda-why")[words.WHY["highlighted"], ": "], highlight],
            (_said_last(each, asked) for each in last),
            p(".agenda-papers")[([document_link(each), " "] for each in item.documents)] if item.documents else None,
        ],
    ]


def _said_last(told: StandingDecision, asked: AskedMeeting) -> Element:
    """Draw a decision of an earlier meeting, and what became of it."""
    said = words.decided(told)
    late = words.overdue(told, asked.held_on)
    became = late or words.state_of(told)
    day = phrases.short_day(told.held_on)
    state = became and [" · ", span(class_={"late": late})[became]]
    return div(".agenda-last.quiet")[f"{LAST} {day}: {said}", state]


def _show_more(item: AgendaItem) -> None:
    """Let the point be chosen as fokusområde or OBS-punkt, be closed to others, and papers be attached to it."""
    for reason in ("focus_area", "obs_point", *(["closed"] if viewer().closed else [])):
        key = f"{reason}_{item.item_id}_{item.version}"
        is_chosen, is_given = reason in item.reasons, GIVEN.get(reason) in item.reasons
        changed: dict[str, Any] = {"on_change": choose_reason, "args": (item, reason, not is_chosen)}
        st.checkbox(words.WHY[reason], is_chosen or is_given, key=key, disabled=is_given and not is_chosen, **changed)
    key = f"papirer_{item.item_id}_{item.version}"
    told = "\n".join(item.documents)
    st.text_area(DOCUMENTS, told, key=key, placeholder=ONE_A_LINE, on_change=attach, args=(item, key))
    st.html(kept(key, f"{item.item_id}-papirer", told, sends="left"))


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
