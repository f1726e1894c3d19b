"""What was just done at a meeting, said calmly, with the way back; gone with the next thing that is done."""

from collections.abc import Callable
from dataclasses import dataclass
from html import escape

import streamlit as st

from dashboard.records import MeetingError, OverwriteError
from dashboard.web.markup import tag
from dashboard.web.meeting.asked import MEETING_KEY, PART_KEY

KEY, UNDO = "moede_besked", "Fortryd"
MEANWHILE = "En anden har ændret det imens. Sådan ser det ud nu; prøv igen, hvis det stadig skal ændres."


@dataclass(frozen=True)
class Notice:
    """A sentence, how what it tells of is undone, and where on the page it belongs."""

    sentence: str
    undo: Callable[[], object] | None
    place: tuple[str | None, str | None]


def attempt(change: Callable[[], object], said: str = "", undo: Callable[[], object] | None = None) -> bool:
    """Make a change and say so, or say why it was not made; tell whether it was."""
    try:
        change()
    except OverwriteError:
        _say(MEANWHILE, None)
        return False
    except MeetingError as error:
        _say(str(error), None)
        return False
    _say(said, undo)
    return True


def show_notice() -> None:
    """Show what was done last, where it was done."""
    notice: Notice | None = st.session_state.get(KEY)
    if notice is None or notice.place != _place():
        return
    with st.container(horizontal=True, vertical_alignment="center", key="besked"):
        st.html(tag("p", escape(notice.sentence), "note", role="status"), width="content")
        if notice.undo is not None:
            st.button(UNDO, key="fortryd", type="tertiary", on_click=_undo, args=(notice.undo,))


def _undo(undo: Callable[[], object]) -> None:
    attempt(undo)


def _say(sentence: str, undo: Callable[[], object] | None) -> None:
    st.session_state[KEY] = Notice(sentence, undo, _place()) if sentence else None


def _place() -> tuple[str | None, str | None]:
    return st.query_params.get(MEETING_KEY), st.query_params.get(PART_KEY)
