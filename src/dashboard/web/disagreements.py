"""The lines that two workbooks of the month give different lights: the newest import counts, and it is shown."""

from collections.abc import Hashable, Mapping, Sequence
from html import escape

import streamlit as st

from dashboard import queries
from dashboard.domain.light import Light
from dashboard.web import phrases
from dashboard.web.links import line_link
from dashboard.web.markup import light, tag, text
from dashboard.web.plan import Selection, ask
from dashboard.web.trace import DISAGREES, trace_link

TITLE = "Uenige projektmapper"
DISAGREE = "To projektmapper for måneden er uenige om disse indsatser; den seneste indlæsning tæller."


def show_disagreements(selection: Selection) -> None:
    """Show the lines that workbooks disagree about, also those that nothing else happened to; nothing without any."""
    lines = ask(queries.lines, selection)
    told = lines[lines["disagrees"]].to_dict("records")
    if told:
        st.html(disagreements(told))


def disagreements(lines: Sequence[Mapping[Hashable, object]]) -> str:
    """Draw the lines with the light that counts, each a click from its card; the light leads to its cell."""
    heading = tag("summary", tag("h3", escape(TITLE)) + text(phrases.number(len(lines)), "count"))
    sentence = tag("p", escape(DISAGREES if len(lines) == 1 else DISAGREE), "quiet")
    return tag("details", heading + sentence + "".join(map(_row, lines)), "kind disagreeing", open="")


def _row(line: Mapping[Hashable, object]) -> str:
    name = f"{line['title']} {line['code']}" if isinstance(line["code"], str) else str(line["title"])
    snapshot_id, indsats_id = int(str(line["snapshot_id"])), int(str(line["indsats_id"]))
    drawn = light(Light(str(line["shown_light"])))
    udvalg = line["udvalg"]
    keys = ", ".join(map(str, udvalg)) if hasattr(udvalg, "__iter__") else ""
    return tag(
        "div",
        trace_link(drawn, snapshot_id, indsats_id, css="row-lights trace-light")
        + tag("span", line_link(name, indsats_id), "row-what")
        + text(keys, "row-udvalg"),
        "row",
    )
