"""The agenda as a Word document to send round."""

import re
from collections.abc import Hashable, Mapping, Sequence
from functools import partial
from typing import Any

import streamlit as st

from dashboard import queries
from dashboard.domain.light import Light
from dashboard.domain.terms import terms
from dashboard.web import phrases
from dashboard.web import texts as app_texts
from dashboard.web.meeting import texts
from dashboard.web.meeting.agenda_row import latest_decisions
from dashboard.web.meeting.asked import AskedMeeting
from dashboard.web.meeting.item_words import counted, given, is_line, lasted, light_of, name, why
from dashboard.web.meeting.parts import is_example, looks_at
from dashboard.web.plan import ask

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
DOWNLOAD, TITLE = "Hent dagsorden (Word)", "Dagsorden · {who} {day}"
LAST = "Sidst besluttet"
Row = Mapping[Hashable, Any]


def show_agenda_download(asked: AskedMeeting, items: Sequence[Row]) -> None:
    """Offer the agenda as a document; it is written when it is asked for."""
    st.download_button(
        DOWNLOAD,
        partial(agenda_paper, asked, items),
        file_name("dagsorden", asked),
        DOCX,
        key="hent_dagsorden",
        on_click="ignore",
    )


def agenda_paper(asked: AskedMeeting, items: Sequence[Row]) -> bytes:
    """Write the agenda as a document."""
    from dashboard.reports.agenda import AgendaPoint, agenda_document  # python-docx takes a while, and is seldom needed

    lines = {int(row["indsats_id"]): row for row in ask(queries.lines, asked.selection).to_dict("records")}
    decided = latest_decisions(asked)

    def point(item: Row) -> AgendaPoint:
        indsats_id = int(item["indsats_id"]) if is_line(item) else -1
        last = decided.get(indsats_id)
        said = [*_texts(lines.get(indsats_id, {}), light_of(item)), *([_last(last)] if last else [])]
        return AgendaPoint(
            name(item),
            light_of(item),
            lasted(item, asked.meeting.month),
            why(item),
            ", ".join(terms().udvalg_name(key) for key in given(item["udvalg"]).split(", ") if key),
            given(item["responsible"]),
            given(item["invited"]),
            tuple(said),
        )

    title = TITLE.format(who=texts.body_name(asked.meeting.body), day=phrases.day(asked.held_on))
    return agenda_document(title, shown(asked, counted(items)), [point(item) for item in items])


def shown(asked: AskedMeeting, *also: str) -> list[str]:
    """Say what a document of a meeting rests on."""
    return [looks_at(asked), *also, *([app_texts.EXAMPLE] if is_example(asked) else [])]


def file_name(kind: str, asked: AskedMeeting) -> str:
    """Name a document of a meeting."""
    who = re.sub(r"[^\w]+", "-", texts.body_name(asked.meeting.body).lower()).strip("-")
    return f"{kind}-{who}-{asked.held_on:%Y-%m-%d}.docx"


def _texts(line: Row, value: Light | None) -> list[tuple[str, str]]:
    why_so = texts.REASON if value is Light.RED else texts.REASON_YELLOW
    fields = ((texts.ASK, "ask"), (why_so, "red_reason"), (texts.STATUS, "status_text"), (texts.OBS, "obs"))
    told = [(label, given(line.get(field))) for label, field in (*fields, (texts.SCHEDULE, "schedule"))]
    return [(label, said) for label, said in told if said]


def _last(decision: Row) -> tuple[str, str]:
    said = given(decision["text"]) or texts.KINDS[decision["kind"]]
    state = texts.STATES[decision["state"]].lower()
    return LAST, f"{phrases.day(decision['held_on'].date())}: {said} ({state})"
