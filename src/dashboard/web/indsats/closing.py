"""Whether a line is closed: said on its card to those who may see closed lines, and changed there with a note."""

import streamlit as st
from htpy import p

from dashboard import queries
from dashboard.queries import Card
from dashboard.records import close_line
from dashboard.web.database import ask, database, viewer
from dashboard.web.sign_in import acting
from dashboard.wording import phrases

CLOSE, OPEN = "Luk sagen", "Åbn sagen"
MEANS = "Kun de, der må se lukkede sager, ser indsatsen: heller ikke i antal, dokumenter og lister."
WHY, SAY_WHY = "Hvorfor?", "Skriv hvorfor; det bliver gemt med dit navn."
CLOSED = "Lukket sag: {who}, {day}. {note}"
NOTE, UNSAID = "lukket_hvorfor_{}", "lukket_uden_hvorfor"


def show_closing(card: Card) -> None:
    """Say that the line is closed, and let it be closed or opened; nothing to those who may not see closed lines."""
    if not viewer().closed:
        return
    found = next((each for each in ask(queries.line_closings) if each.indsats_id == card.indsats_id), None)
    if found:
        said = CLOSED.format(who=found.written_by, day=phrases.moment(found.written_at), note=found.note)
        st.html(p(".note.closed-line")[said])
    with st.expander(OPEN if found else CLOSE, key="lukket_sag", on_change="rerun") as place:
        if not place.open:
            return
        st.html(p(".quiet")[MEANS])
        st.text_input(WHY, key=NOTE.format(card.indsats_id), max_chars=400)
        st.button(OPEN if found else CLOSE, key="skift_lukket", on_click=_change, args=(card.indsats_id, not found))
        if st.session_state.pop(UNSAID, False):
            st.html(p(".note", role="alert")[SAY_WHY])


def _change(indsats_id: int, closed: bool) -> None:
    note = str(st.session_state.get(NOTE.format(indsats_id)) or "").strip()
    if not note:
        st.session_state[UNSAID] = True
        return
    close_line(database(), indsats_id, note, acting("close"), closed=closed)
    st.session_state[NOTE.format(indsats_id)] = ""
