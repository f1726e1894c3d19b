"""A point of the agenda: what it is and why it is there, moved, taken off, and with the fagchef who is called in."""

from collections.abc import Hashable, Mapping, Sequence
from typing import Any

import streamlit as st

from dashboard import queries
from dashboard.domain.terms import terms
from dashboard.web import phrases
from dashboard.web.markup import light, tag, text
from dashboard.web.meeting import texts
from dashboard.web.meeting.agenda_changes import call_in, move, take_off
from dashboard.web.meeting.asked import AskedMeeting
from dashboard.web.meeting.earlier import overdue
from dashboard.web.meeting.item_words import given, is_line, lasted, light_of, linked_name, why
from dashboard.web.plan import ask

UP, DOWN, REMOVE = "Op", "Ned", "Fjern"
CALL_IN, CALL_IN_LABEL = "Indkald fagchef", "Indkald fagchef til punkt {number}"
LAST = "Sidst besluttet"
Row = Mapping[Hashable, Any]


def show_row(
    asked: AskedMeeting,
    items: Sequence[Row],
    place: int,
    decided: Mapping[int, Row],
    people: Sequence[str],
) -> None:
    """Show a point, and unless the meeting is held what changes it."""
    item, number = items[place], place + 1
    drawn = agenda_point(asked, item, number, decided.get(int(item["indsats_id"])) if is_line(item) else None)
    if asked.is_held:
        st.html(drawn)
        return
    item_id, version = int(item["item_id"]), int(item["version"])
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"punkt_{item_id}"):
        st.html(drawn, width="stretch")
        _show_called_in(item, number, people)
        for label, css, to in ((UP, "op", place - 1), (DOWN, "ned", place + 1)):
            st.button(
                label,
                key=f"{css}_{item_id}",
                type="tertiary",
                disabled=not 0 <= to < len(items),
                on_click=move,
                args=(items, place, to),
            )
        st.button(REMOVE, key=f"fjern_{item_id}", type="tertiary", on_click=take_off, args=(item, version))


def agenda_point(asked: AskedMeeting, item: Row, number: int, decision: Row | None) -> str:
    """Draw a point: number, light and how long, name, why, whose it is, and what was decided last."""
    value = light_of(item)
    shown = light(value) if value else text(texts.TOPIC, "quiet")
    how_long = text(lasted(item, asked.meeting.month), "quiet")
    udvalg = ", ".join(terms().udvalg_name(key) for key in given(item["udvalg"]).split(", ") if key)
    about = [part for part in (udvalg, given(item["responsible"])) if part]
    if asked.is_held and given(item["invited"]):
        about.append(f"{texts.CALLED_IN}: {given(item['invited'])}")
    name = tag("div", tag("span", linked_name(item, asked.selection), "agenda-name"))
    reasons = text(why(item), "agenda-why")
    said = tag("div", reasons + (text(" · " + " · ".join(about), "quiet") if about else ""))
    return tag(
        "div",
        text(f"{number}.", "agenda-number")
        + tag("div", tag("div", shown) + how_long, "agenda-light")
        + tag("div", name + said + _last(asked, decision)),
        "agenda-row",
        data_item=str(item["item_id"]),
    )


def latest_decisions(asked: AskedMeeting) -> dict[int, Row]:
    """Give the last decision about each line before the meeting."""
    told = ask(queries.decisions)
    lines = told[told["indsats_id"].notna()]
    earlier = lines[(lines["meeting_id"] != asked.meeting_id) & (lines["held_on"].dt.date <= asked.held_on)]
    return {int(row["indsats_id"]): row for row in reversed(earlier.to_dict("records"))}


def _last(asked: AskedMeeting, decision: Row | None) -> str:
    if decision is None:
        return ""
    due = decision["due"].date() if decision["due"] == decision["due"] and decision["due"] is not None else None
    late = overdue(decision["state"], due, asked.held_on)
    head = f"{LAST} {phrases.short_day(decision['held_on'].date())}: "
    said = given(decision["text"]) or texts.KINDS[decision["kind"]]
    state = text(late, "late") if late else text(texts.STATES[decision["state"]].lower())
    return tag("div", text(head + said) + " · " + state, "agenda-last quiet", title=said)


def _show_called_in(item: Row, number: int, people: Sequence[str]) -> None:
    invited, own = given(item["invited"]), given(item["responsible"])
    offered = list(dict.fromkeys(filter(None, (invited, own, *people))))
    key = f"indkald_{item['item_id']}_{item['version']}"
    st.selectbox(
        CALL_IN_LABEL.format(number=number),
        offered,
        index=offered.index(invited) if invited else None,
        key=key,
        placeholder=CALL_IN,
        accept_new_options=True,
        label_visibility="collapsed",
        width=240,
        on_change=call_in,
        args=(item, key),
    )
