"""The whole case of a meeting: who takes part, what it says before the points, and the papers that belong to it."""

from collections.abc import Sequence
from typing import Any
from zlib import crc32

import streamlit as st
from htpy import Element, a, p, span

from dashboard import queries
from dashboard.domain.meeting import CASE, AgendaItem, Meeting
from dashboard.records import add_item, change_item, change_meeting
from dashboard.web.database import ask, database
from dashboard.web.drafts import kept
from dashboard.web.meeting.asked import AskedMeeting, attempt
from dashboard.web.sign_in import acting
from dashboard.wording import meetings as words

HEADING = "Deltagere og sagsfremstilling"
PEOPLE = {"participants": "Deltagere", "invited": "Indkaldt til hele sagen"}
ADD_PEOPLE = "Vælg, eller skriv et navn"
AS_LAST = "Samme deltagere som sidst"
NUMBER, ROUTE = "Sagsnr.", "Sagsgang"
TEXTS = {"background": "Baggrund", "presentation": "Sagsfremstilling", "recommendation": "Indstilling"}
DOCUMENTS, ONE_A_LINE = "Bilag", "Et bilag pr. linje: navn, link eller begge dele"


def people_line(meeting: Meeting) -> Element | None:
    """Say who takes part and who is called in for the whole case; nothing where nobody is named."""
    said = words.people(meeting)
    return p(".quiet.people")[" · ".join(said)] if said else None


def document_link(said: str) -> Element:
    """Draw a paper that belongs to the case or a point; one with an address leads there."""
    name, href = words.document(said)
    return a(".list-link", href=href, target="_blank", rel="noopener")[name] if href else span[name]


def show_case(asked: AskedMeeting, people: Sequence[str]) -> None:
    """Show who takes part, and until the meeting is held let it and the case be changed."""
    listed = asked.listed
    line = people_line(listed)
    if line is not None:
        st.html(line)
    if not asked.is_open:
        return
    with st.expander(HEADING, key="sagen", on_change="rerun") as place:
        if place.open:
            _show_fields(asked, people)


def _show_fields(asked: AskedMeeting, people: Sequence[str]) -> None:
    listed = asked.listed

    def key_of(field: str, value: object) -> str:  # another's change, or a save of another field, empties no box
        return f"sag_{field}_{asked.meeting_id}_{crc32(str(value).encode())}"

    def saved(field: str, value: object) -> dict[str, Any]:
        key = key_of(field, value)
        return {"key": key, "on_change": _save, "args": (asked, field, key)}

    def sign(field: str, value: str) -> Element:
        return kept(key_of(field, value), f"sag-{asked.meeting_id}-{field}", value, sends="left")

    for place, (field, label) in zip(st.columns(2), PEOPLE.items(), strict=True):
        chosen = list(getattr(listed, field))
        place.multiselect(
            label,
            list(dict.fromkeys([*chosen, *_known(asked, field), *people])),
            chosen,
            placeholder=ADD_PEOPLE,
            accept_new_options=True,
            **saved(field, chosen),
        )
    last = _known(asked, "participants")
    if last and not listed.participants:
        st.button(AS_LAST, key="som_sidst", on_click=_change, args=(asked, "participants", tuple(last)))
    number, route, papers = st.columns([1, 2, 3])
    told = words.case_text(listed, "case_number")
    number.text_input(NUMBER, told, **saved("case_number", told))
    number.html(sign("case_number", told))
    told = words.case_text(listed, "route")
    route.text_input(ROUTE, told, **saved("route", told))
    route.html(sign("route", told))
    at = f"sag_bilag_{asked.meeting_id}_{listed.case_version}"
    told = "\n".join(listed.documents)
    papers.text_area(
        DOCUMENTS, told, key=at, placeholder=ONE_A_LINE, height=68, on_change=_save_documents, args=(asked, at)
    )
    papers.html(kept(at, f"sag-{asked.meeting_id}-bilag", told, sends="left"))
    for place, (field, label) in zip(st.columns(3), TEXTS.items(), strict=True):
        told = words.case_text(listed, field)
        place.text_area(label, told, height=150, **saved(field, told))
        place.html(sign(field, told))


def _known(asked: AskedMeeting, field: str) -> list[str]:
    """List those who took part, or were called in, the last time the body met."""
    told = (each for each in ask(queries.meetings) if each.body == asked.meeting.body)
    return list(next((getattr(each, field) for each in told if each.held_on < asked.held_on and each.participants), ()))


def _save(asked: AskedMeeting, field: str, key: str) -> None:
    """Save what a field holds; a text that says what every meeting of the body says is none of its own."""
    held = st.session_state[key]
    if isinstance(held, list):
        _change(asked, field, tuple(name.strip() for name in held if name.strip()))
        return
    said = str(held or "").strip()
    is_standard = said == words.case_text(words.unwritten(asked.listed), field)
    _change(asked, field, None if is_standard else said)


def _change(asked: AskedMeeting, field: str, value: object) -> None:
    attempt(
        lambda: change_meeting(database(), asked.meeting_id, asked.listed.version, {field: value}, by=acting("decide"))
    )


def _save_documents(asked: AskedMeeting, key: str) -> None:
    documents, listed = words.lines_of(st.session_state[key]), asked.listed
    if listed.case_item is None or listed.case_version is None:
        whole = AgendaItem(asked.meeting_id, None, words.case_title(listed), (CASE,), 0.0, documents=documents)
        attempt(lambda: add_item(database(), whole, acting("decide")))
        return
    item_id, over = listed.case_item, listed.case_version
    attempt(lambda: change_item(database(), item_id, over, acting("decide"), documents=documents))
