"""What else could be on the agenda: new proposals, any line of the plan, a topic of its own, what was taken off."""

from collections.abc import Hashable, Mapping, Sequence
from html import escape
from typing import Any

import streamlit as st

from dashboard import queries
from dashboard.charts.palette import word
from dashboard.domain.light import Light
from dashboard.web import phrases
from dashboard.web.markup import light, tag, text
from dashboard.web.meeting.agenda_changes import put_back, put_on, put_on_topic
from dashboard.web.meeting.asked import AskedMeeting
from dashboard.web.meeting.item_words import is_line, linked_name, name, why
from dashboard.web.meeting.proposing import proposal
from dashboard.web.plan import ask

NEW, NEW_WHY = "Nye forslag", "Status eller beslutninger er ændret, siden mødet blev planlagt."
PUT_ON, PUT_ON_AGAIN, REMOVED = "Sæt på", "Sæt på igen", "Taget af dagsordenen"
ADD, LINE, FIND = "Sæt mere på dagsordenen", "Indsats", "Søg efter en indsats i planen"
TOPIC, TOPIC_PLACEHOLDER, ADD_TOPIC = "Emne", "Et emne, der ikke er en indsats", "Sæt emnet på"
LINE_KEY, TOPIC_KEY = "saet_indsats", "saet_emne"
Row = Mapping[Hashable, Any]


def show_new_proposals(asked: AskedMeeting, items: Sequence[Row]) -> None:
    """Offer the lines that would be on the agenda if it were made now."""
    gone = ask(queries.agenda_removed, asked.meeting_id).to_dict("records")
    known = {int(item["indsats_id"]) for item in [*items, *gone] if is_line(item)}
    new = [row for row in proposal(asked.meeting) if int(row["indsats_id"]) not in known]
    if not new:
        return
    with st.container(key="nye_forslag", gap="small"):
        heading = escape(NEW) + " " + text(phrases.number(len(new)), "count")
        st.html(tag("h2", heading) + tag("p", escape(NEW_WHY), "quiet"))
        for row in new:
            said = light(Light(row["light"])) + tag("span", linked_name({"topic": None, **row}, asked.selection))
            with st.container(horizontal=True, vertical_alignment="center", key=f"forslag_{row['indsats_id']}"):
                st.html(tag("div", said + text(why(row), "agenda-why"), "proposal"), width="stretch")
                st.button(
                    PUT_ON,
                    key=f"saet_paa_{row['indsats_id']}",
                    on_click=put_on,
                    args=(asked.meeting_id, items, row, row["reasons"]),
                )


def show_adding(asked: AskedMeeting, items: Sequence[Row]) -> None:
    """Let any line of the month be put on, or a topic."""
    on = {int(item["indsats_id"]) for item in items if is_line(item)}
    lines = {int(row["indsats_id"]): row for row in ask(queries.lines, asked.selection).to_dict("records")}
    offered = [indsats_id for indsats_id in lines if indsats_id not in on]

    def put_on_line() -> None:
        chosen = st.session_state[LINE_KEY]
        if chosen is not None:
            put_on(asked.meeting_id, items, lines[chosen], ("added",))
            st.session_state[LINE_KEY] = None

    def called(indsats_id: int) -> str:
        row = lines[indsats_id]
        return f"{name({'topic': None, **row})} · {word(Light(row['shown_light']))} · {', '.join(row['udvalg'])}"

    st.html(tag("h2", escape(ADD), "agenda-more"))
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium", key="saet_mere"):
        st.selectbox(
            LINE,
            offered,
            index=None,
            key=LINE_KEY,
            format_func=called,
            placeholder=FIND,
            filter_mode="contains",
            on_change=put_on_line,
        )
        st.text_input(TOPIC, key=TOPIC_KEY, placeholder=TOPIC_PLACEHOLDER, max_chars=200)
        st.button(ADD_TOPIC, key="saet_emne_paa", on_click=put_on_topic, args=(asked.meeting_id, items, TOPIC_KEY))


def show_removed(asked: AskedMeeting) -> None:
    """List what was taken off, which can be put on again."""
    gone = ask(queries.agenda_removed, asked.meeting_id).to_dict("records")
    if not gone:
        return
    st.html(tag("h2", escape(REMOVED)))
    for row in gone:
        with st.container(horizontal=True, vertical_alignment="center", key=f"fjernet_{row['item_id']}"):
            by = f" · {row['written_by']} {phrases.short_moment(row['written_at'])}"
            st.html(tag("div", linked_name(row, asked.selection) + text(by, "quiet")), width="stretch")
            st.button(PUT_ON_AGAIN, key=f"saet_igen_{row['item_id']}", type="tertiary", on_click=put_back, args=(row,))
