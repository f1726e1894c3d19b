"""The agenda as a Word document to send round."""

import re
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

import streamlit as st

from dashboard import queries
from dashboard.domain.light import Light
from dashboard.queries import AgendaItem, StandingDecision
from dashboard.web.database import ask
from dashboard.web.meeting.asked import AskedMeeting, is_example, looks_at
from dashboard.wording import meetings as words
from dashboard.wording import phrases, texts

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
DOWNLOAD, TITLE = "Hent dagsorden (Word)", "Dagsorden · {meeting}"
LAST, LAST_TIME, PAPER = "Sidst besluttet", "Sidste møde", "Dokument"
TOLD = {"ask": "Hvad bedes direktionen om", "red_reason": "Hvorfor gul", "status_text": "Status", "obs": "OBS"}
TOLD |= {"schedule": "Tidsplan"}
WHY_RED = "Hvorfor rød"


def show_agenda_download(asked: AskedMeeting, items: Sequence[AgendaItem]) -> None:
    """Offer the agenda as a document; it is written when it is asked for."""
    written = partial(agenda_paper, asked, items)
    st.download_button(DOWNLOAD, written, file_name("dagsorden", asked), DOCX, key="hent_dagsorden", on_click="ignore")


def agenda_paper(asked: AskedMeeting, items: Sequence[AgendaItem]) -> bytes:
    """Write the agenda as a document."""
    from dashboard.reports.agenda import AgendaPoint, agenda_document  # python-docx takes a while, and is seldom needed

    lines = {line.indsats_id: line.told for line in ask(queries.line_list, asked.selection)}
    last = last_decisions(asked)
    points = [
        AgendaPoint(
            item.name,
            item.light,
            words.lasted(item, asked.meeting.month),
            words.why(item.reasons),
            words.udvalg_names(item),
            item.responsible or "",
            item.invited or "",
            tuple(
                _told(item, lines.get(item.indsats_id or 0, {}))
                + _before(asked, item, last.get(item.indsats_id or 0, ()))
                + [(PAPER, words.document_named(each)) for each in item.documents]
            ),
        )
        for item in items
    ]
    title = TITLE.format(meeting=words.meeting_name(asked.meeting.body, asked.held_on))
    return agenda_document(title, shown(asked, words.counted(items), *words.people(asked.meeting)), points)


def last_decisions(asked: AskedMeeting) -> Mapping[int, tuple[StandingDecision, ...]]:
    """Give what the last meeting before this one decided about each line, and what is open still of those before it."""
    found: dict[int, tuple[StandingDecision, ...]] = {}
    for told in ask(queries.decisions):
        if told.indsats_id is None or told.meeting_id == asked.meeting_id or told.held_on > asked.held_on:
            continue
        before = found.get(told.indsats_id, ())
        if not before or told.is_open or told.meeting_id == before[0].meeting_id:
            found[told.indsats_id] = (*before, told)
    return found


def last_of_case(asked: AskedMeeting) -> tuple[StandingDecision, ...]:
    """Give what the body decided of the whole case the last time it met."""
    for each in ask(queries.meetings):
        if each.body == asked.meeting.body and each.held_on < asked.held_on and each.case_item is not None:
            told = ask(queries.decisions, meeting=each.meeting_id)
            return tuple(one for one in told if one.item_id == each.case_item)
    return ()


def shown(asked: AskedMeeting, *also: str) -> list[str]:
    """Say what a document of a meeting rests on."""
    return [looks_at(asked), *also, *([texts.EXAMPLE] if is_example(asked) else [])]


def file_name(kind: str, asked: AskedMeeting) -> str:
    """Name a document of a meeting."""
    who = re.sub(r"[^\w]+", "-", words.body_name(asked.meeting.body).lower()).strip("-")
    return f"{kind}-{who}-{asked.held_on:%Y-%m-%d}.docx"


def _told(item: AgendaItem, line: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Give what the line says in the month, each with its label."""
    labels = TOLD | ({"red_reason": WHY_RED} if item.light is Light.RED else {})
    said = ((label, (line.get(field) or "").strip()) for field, label in labels.items())
    return [(label, text) for label, text in said if text]


def _before(asked: AskedMeeting, item: AgendaItem, last: Sequence[StandingDecision]) -> list[tuple[str, str]]:
    """Give how the body saw a line the last time, and what was decided about it then."""
    seen = words.seen_last(item, asked.meeting.body)
    said = [(f"{phrases.day(told.held_on)}: {words.decided(told)}", words.state_of(told)) for told in last]
    decided = [(LAST, f"{told} ({state})" if state else told) for told, state in said]
    return [*([(LAST_TIME, seen)] if seen else []), *decided]
