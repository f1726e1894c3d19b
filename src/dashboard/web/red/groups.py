"""The list as the viewer wants it parted: by reason, udvalg or tema, or not at all."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from dashboard.domain.reason import reason_keys, reason_name
from dashboard.web import phrases
from dashboard.web.markup import tag, text
from dashboard.web.plan import Selection
from dashboard.web.red import texts
from dashboard.web.red.line_list import line_list
from dashboard.web.red.lines import RedLine, shown_months

ALONE = "samlet"


def show_list(lines: Sequence[RedLine], selection: Selection, group: str) -> None:
    """Show the lines, parted as chosen."""
    months = shown_months(selection)
    if group == ALONE:
        st.html(line_list(lines, months, selection))
        return
    drawn = ""
    for name, part in _parted(lines, group):
        count = text(phrases.number(len(part)), "count")
        drawn += tag("h2", escape(name) + " " + count, "red-group") + line_list(part, months, selection, large=0)
    st.html((tag("p", escape(texts.IN_BOTH), "quiet") if group == "udvalg" else "") + drawn)


def _parted(lines: Sequence[RedLine], group: str) -> list[tuple[str, list[RedLine]]]:
    """Part the lines, the parts with most lines first and those of the reasons in their order."""
    parts: dict[str, list[RedLine]] = {}
    for line in lines:
        for key in _keys(line, group):
            parts.setdefault(key, []).append(line)
    if group == "aarsag":
        return [(reason_name(key), parts[key]) for key in reason_keys() if key in parts]
    order = sorted(parts, key=lambda key: (-len(parts[key]), key == "", key))
    return [(phrases.part_name(group, key), parts[key]) for key in order]


def _keys(line: RedLine, group: str) -> tuple[str, ...]:
    if group == "aarsag":
        return (line.reason,)
    return (line.udvalg or ("",)) if group == "udvalg" else (line.tema,)
