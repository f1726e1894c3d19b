"""What a meeting says of many points at once, and of the whole case."""

from collections.abc import Sequence

import streamlit as st

from dashboard import queries
from dashboard.domain.light import Light
from dashboard.domain.meeting import CASE, AgendaItem
from dashboard.records import add_item, take_note
from dashboard.reports.minutes import MinutesPoint
from dashboard.web.database import ask, database
from dashboard.web.meeting.asked import AskedMeeting, attempt
from dashboard.web.meeting.panel import show_panel
from dashboard.web.sign_in import acting
from dashboard.wording import meetings as words
from dashboard.wording import phrases

TAKE_NOTE, POINTS, TAKE_NOTE_NOW = "Flere til efterretning", "Punkter uden beslutning", "Tag til efterretning"
TAKEN = "{n} er taget til efterretning."
WHOLE, WRITE_WHOLE = "Beslutning for hele sagen", "Skriv en beslutning for hele sagen"
NOTED_KEY = "til_efterretning"


def show_taking_note(asked: AskedMeeting, points: Sequence[MinutesPoint]) -> None:
    """Let many points be taken note of at once; those that are not red are chosen beforehand."""
    silent = {point.item_id: point for point in points if point.item_id is not None and not point.said}
    if not silent:
        return
    with st.popover(TAKE_NOTE, key="flere"):
        calm = [item_id for item_id, point in silent.items() if point.light is not Light.RED]
        key = f"{NOTED_KEY}_{asked.meeting_id}_{'_'.join(map(str, silent))}"
        st.multiselect(POINTS, list(silent), calm, format_func=lambda item_id: silent[item_id].name, key=key)
        st.button(
            TAKE_NOTE_NOW, key="tag_til_efterretning", type="primary", on_click=_take_note, args=(key, list(silent))
        )


def _take_note(key: str, offered: Sequence[int]) -> None:
    chosen = [item_id for item_id in st.session_state[key] if item_id in offered]
    if chosen:
        said = TAKEN.format(n=phrases.count_of(len(chosen), "punkt", "punkter"))
        attempt(lambda: take_note(database(), chosen, acting("decide")), said)


def show_case_decision(asked: AskedMeeting, *, is_open: bool = True) -> None:
    """Show where the decision of the whole case is written; one from before gets the place first."""
    whole = asked.listed.case_item
    if whole is not None:
        is_said = any(told.item_id == whole for told in ask(queries.decisions, meeting=asked.meeting_id))
        with st.expander(WHOLE, key="hele_sagen", expanded=is_open and not (asked.is_held or is_said)):
            show_panel(asked, whole)
    elif not asked.is_held:
        st.button(WRITE_WHOLE, key="skriv_hele_sagen", on_click=_make_place, args=(asked,))


def _make_place(asked: AskedMeeting) -> None:
    whole = AgendaItem(asked.meeting_id, None, words.case_title(asked.meeting), (CASE,), 0.0)
    attempt(lambda: add_item(database(), whole, acting("decide")))
