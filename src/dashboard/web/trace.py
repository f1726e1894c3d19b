"""Where a light was read: one click from a line to the part of the original sheet around its cell."""

from html import escape

import streamlit as st

from dashboard.charts.palette import word
from dashboard.domain.issue import Issue
from dashboard.intake.trace import Excerpt, Reading, Trace, trace, traced_sheet
from dashboard.web import phrases
from dashboard.web.markup import light, tag, text
from dashboard.web.plan import ask
from dashboard.web.sheet import sheet_table

KEY = "kilde"
SHOW = "Vis i regnearket"
TITLE = "Sådan står det i regnearket"
OPENING = "Åbner regnearket …"
NOT_FOUND = "Cellen findes ikke i databasen. Linket er måske fra en anden database."
NO_CELL = "Arket eller cellen findes ikke i den projektmappe, der er gemt."
DISAGREES = "To projektmapper for måneden er uenige om denne indsats; den seneste indlæsning tæller."
SOURCES = {
    "fill": "cellens farve",
    "word": "ordet i cellen",
    "fill and word": "cellens farve og ordet i den",
    "mark": "mærket i farvens egen kolonne",
    "symbol": "tegnets farve",
    "conditional formatting": "cellens betingede formatering",
}


def trace_link(content: str, snapshot_id: int, indsats_id: int, css: str = "trace") -> str:
    """Make ready-made HTML the way to the cell that a snapshot's light of an indsats was read in."""
    return tag("a", content, css, href=f"?{KEY}={snapshot_id}-{indsats_id}", title=SHOW)


def show_asked_trace() -> None:
    """Open the sheet in a dialog where the address asks for it. Called last, so that nothing on the page moves."""
    asked = st.query_params.get(KEY)
    if asked is not None:
        _dialog(asked)


def _forget() -> None:
    st.query_params.pop(KEY, None)


@st.dialog(TITLE, width="large", on_dismiss=_forget)
def _dialog(asked: str) -> None:
    snapshot_id, _, indsats_id = asked.partition("-")
    is_one = snapshot_id.isdecimal() and indsats_id.isdecimal() and max(len(snapshot_id), len(indsats_id)) < 10
    found = ask(trace, int(snapshot_id), int(indsats_id)) if is_one else None
    if found is None:
        st.html(tag("p", escape(NOT_FOUND), "note"))
        return
    st.html(traced(found))
    with st.spinner(OPENING):
        sheet = ask(traced_sheet, int(snapshot_id), int(indsats_id))
    st.html(drawn_sheet(sheet))


def traced(found: Trace) -> str:
    """Say where a light was read: the line, file, sheet and cell, how it was read, and who says otherwise."""
    reading = found.reading
    name = f"{reading.title} {reading.code}" if reading.code else reading.title
    said = light(reading.shown_light) + text(how_read(reading))
    place = [
        reading.file_name,
        f"revision {reading.revision}",
        f"arket »{reading.sheet}«",
        f"celle {reading.cell}",
        f"indlæst {phrases.moment(reading.imported_at)}",
    ]
    head = tag("h3", escape(name)) + tag("p", said, "traced-light") + tag("p", escape(" · ".join(place)), "quiet")
    return tag("div", head + _disagreeing(found), "traced")


def how_read(reading: Reading) -> str:
    """Say in Danish what of the cell gave the light."""
    source = SOURCES.get(reading.light_source or "", "cellen")
    if reading.done and reading.light.is_reported:
        return f"Indsatsen er mærket som afsluttet; farven ({word(reading.light).lower()}) er læst af {source}."
    if reading.done:
        return f"Læst af {source if reading.light_source else 'mærket (X) i rækken'}."
    if reading.light_source is None:
        return "Cellen giver ingen status."
    return f"Læst af {source}."


def _disagreeing(found: Trace) -> str:
    if not found.disagreeing:
        return ""
    others = "".join(
        tag("li", light(other.shown_light) + escape(f"{other.file_name} · arket »{other.sheet}« · celle {other.cell}"))
        for other in found.disagreeing
    )
    return tag("div", tag("p", escape(DISAGREES)) + tag("ul", others), "note")


def drawn_sheet(found: Excerpt | Issue | None) -> str:
    """Draw the sheet around the cell, or say why it cannot be shown."""
    if found is None:
        return tag("p", escape(NO_CELL), "note")
    return tag("p", escape(found.message), "note") if isinstance(found, Issue) else sheet_table(found)
