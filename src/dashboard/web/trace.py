"""Where a value was read: one click from a line to the part of the original sheet around its cell."""

import streamlit as st
from htpy import Element, Node, a, fragment, p

from dashboard.domain.excerpt import Excerpt
from dashboard.domain.issue import Issue
from dashboard.intake.trace import LIGHT, trace, traced_sheet
from dashboard.web.plan import ask
from dashboard.web.sheet import sheet_table
from dashboard.web.traced import DISAGREES, field_label, traced, traced_value, without_cell

__all__ = ["DISAGREES", "drawn_sheet", "show_asked_trace", "trace_link"]

KEY = "kilde"
SHOW = "Vis i regnearket"
TITLE = "Sådan står det i regnearket"
WHICH = "Vis cellen for"
OPENING = "Åbner regnearket …"
NOT_FOUND = "Cellen findes ikke i databasen. Linket er måske fra en anden database."
NO_CELL = "Arket eller cellen findes ikke i den projektmappe, der er gemt."


def trace_link(content: Node, snapshot_id: int, indsats_id: int, field: str = LIGHT, css: str = "trace") -> Element:
    """Make something the way to the cell that a snapshot's value of an indsats was read in.

    ``field`` is the light, a field of the line ("responsible") or a year ("2025") for its amount. The page calls
    ``show_asked_trace`` last.
    """
    asked = f"{snapshot_id}-{indsats_id}" + (f"-{field}" if field != LIGHT else "")
    return a(class_=css, href=f"?{KEY}={asked}", title=SHOW)[content]


def show_asked_trace() -> None:
    """Open the sheet in a dialog where the address asks for it. Called last, so that nothing on the page moves."""
    asked = st.query_params.get(KEY)
    if asked is not None:
        _dialog(asked)


def _forget() -> None:
    st.query_params.pop(KEY, None)


@st.dialog(TITLE, width="large", on_dismiss=_forget)
def _dialog(asked: str) -> None:
    given, indsats, field = [*asked.split("-", 2), "", ""][:3]
    is_one = given.isdecimal() and indsats.isdecimal() and max(len(given), len(indsats)) < 10
    found = ask(trace, int(given), int(indsats)) if is_one else None
    if found is None:
        st.html(p(".note")[NOT_FOUND])
        return
    st.html(fragment[traced(found), without_cell(found, field)])
    fields = [LIGHT, *(value.field for value in found.placed)]
    shown = field if field in fields else LIGHT
    if len(fields) > 1:
        shown = st.pills(WHICH, fields, default=shown, format_func=field_label, required=True, key=f"{KEY}-{asked}")
    st.html(traced_value(found, shown))
    with st.spinner(OPENING):
        sheet = ask(traced_sheet, int(given), int(indsats), shown)
    st.html(drawn_sheet(sheet))


def drawn_sheet(found: Excerpt | Issue | None) -> Element:
    """Draw the sheet around the cell, or say why it cannot be shown."""
    if found is None:
        return p(".note")[NO_CELL]
    return p(".note")[found.message] if isinstance(found, Issue) else sheet_table(found)
