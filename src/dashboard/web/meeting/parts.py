"""The head of a meeting: who meets and when, and the way between agenda, walk-through and minutes."""

from html import escape

import streamlit as st

from dashboard import queries
from dashboard.web import phrases
from dashboard.web.head import show_title
from dashboard.web.markup import tag, text
from dashboard.web.meeting import texts
from dashboard.web.meeting.asked import PARTS, AskedMeeting, meeting_href
from dashboard.web.plan import ask

NAMES = {"dagsorden": "Dagsorden", "gennemgang": "Gennemgang", "referat": "Referat"}
ALL, PLANNED, HELD = "Alle møder", "Planlagt", "Afholdt og låst"
OF_MEETING = "Mødets dele"


def show_parts(asked: AskedMeeting) -> None:
    """Show which meeting this is, and its three parts, in one line."""
    who = f"{texts.body_name(asked.meeting.body)} · {phrases.day(asked.held_on)}"
    heading = "p" if asked.part == "gennemgang" else "h1"  # there, the line on the screen is the heading
    links = "".join(_link(asked, part) for part in PARTS)
    drawn = (
        tag(heading, escape(who), "meeting-name")
        + tag("nav", links, "meeting-parts", aria_label=OF_MEETING)
        + text(HELD if asked.is_held else PLANNED, "meeting-state")
        + tag("a", escape(ALL), "meeting-all", href=meeting_href(None))
    )
    with st.container(key="moedehoved"):
        show_title(tag("div", drawn, "meeting-head"), is_example=is_example(asked))


def looks_at(asked: AskedMeeting) -> str:
    """Say which status the meeting looks at: "Status for oktober 2026 sammenlignet med … · Hele planen"."""
    selection = asked.selection
    month = phrases.months_shown(selection)
    return f"Status for {month[:1].lower()}{month[1:]} · {phrases.scope_name(selection.scope)}"


def is_example(asked: AskedMeeting) -> bool:
    """Tell whether the status that the meeting looks at is invented."""
    offered = ask(queries.deliveries)
    here = (offered["month"] == str(asked.meeting.month)) & (offered["scope"] == str(asked.meeting.scope))
    return bool(offered.loc[here, "is_example"].any())


def _link(asked: AskedMeeting, part: str) -> str:
    current = {"aria_current": "page"} if part == asked.part else {}
    return tag("a", NAMES[part], href=meeting_href(asked.meeting_id, part), **current)  # type: ignore[arg-type]
