"""The whole list at once, as first and last picture of the walk-through: what is red, what is decided, what is left."""

from collections.abc import Sequence

import streamlit as st
from htpy import Element, Node, a, b, div, fragment, h1, p, span

from dashboard import queries
from dashboard.charts.palette import word
from dashboard.domain.light import Light
from dashboard.queries import AgendaItem
from dashboard.web.database import ask
from dashboard.web.markup import light, shape
from dashboard.web.meeting.asked import AskedMeeting
from dashboard.web.meeting_address import meeting_href
from dashboard.wording import meetings as words
from dashboard.wording import phrases

DECIDED, LEFT, NO_STATUS, SEEN = "Besluttet", "Ikke besluttet", "Ingen status", "set som "
GONE = "Punktet er ikke på dagsordenen længere."
TAKEN_OFF, HERE = "»{name}« er taget af dagsordenen af {who} {when}.", "Her er hele listen."
ONE_COLUMN, TWO_COLUMNS = 9, 26
SECONDS = 3.0


@st.fragment(run_every=SECONDS)
def show_list(asked: AskedMeeting, missing: str = "") -> None:
    """Show every point with its light and whether it is decided, as it stands while others write."""
    items = ask(queries.agenda, asked.meeting_id)
    columns = 1 if len(items) <= ONE_COLUMN else 2 if len(items) <= TWO_COLUMNS else 3
    rows = -(-len(items) // columns)
    head = [div[b[phrases.number(n)], span[said]] for said, n in _counts(items)]
    meeting = words.meeting_name(asked.meeting.body, asked.held_on) if asked.is_bare else ""
    n_points = phrases.count_of(len(items), "punkt", "punkter")
    gone = p(".note", role="status")[_said_of_missing(asked, missing), " ", HERE] if missing else None
    drawn = (_row(asked, item, number) for number, item in enumerate(items, start=1))
    st.html(
        div(".walk-list")[
            div(".list-head")[h1[" · ".join(filter(None, (meeting, n_points)))], div(".list-counts")[head]],
            gone,
            div(class_=["list-rows", f"in-{columns}"], style=f"grid-template-rows: repeat({rows}, minmax(48px, 92px))")[
                drawn
            ],
        ]
    )


def _counts(items: Sequence[AgendaItem]) -> list[tuple[Node, int]]:
    """Count the points by light, worst first, and by whether they are decided; what there is none of is left out."""
    by_light = [(light(each), sum(item.light is each for item in items)) for each in Light]
    decided = sum(item.decisions > 0 for item in items)
    return [*((said, n) for said, n in by_light if n), (DECIDED, decided), (LEFT, len(items) - decided)]


def _row(asked: AskedMeeting, item: AgendaItem, number: int) -> Element:
    without = words.TOPIC if item.indsats_id is None else NO_STATUS
    lit: Node = fragment[shape(item.light), word(item.light)] if item.light else without
    state = span(".list-state")[f"✓ {DECIDED}" if item.decisions else LEFT]
    seen = span(".list-seen")[SEEN, light(item.seen_light)] if item.seen_light not in (None, item.light) else None
    return a(
        class_=["list-row", "decided" if item.decisions else "left"],
        href=meeting_href(asked.meeting_id, "gennemgang", item.item_id, bare=asked.is_bare),
        title=item.name,
    )[
        span(".list-number")[str(number)],
        span(class_=["badge", item.light or "topic"])[lit],
        span(".list-name")[item.name],
        span(".list-end")[state, seen],
    ]


def _said_of_missing(asked: AskedMeeting, missing: str) -> str:
    removed = ask(queries.agenda_removed, asked.meeting_id)
    found = next((item for item in removed if str(item.item_id) == missing), None)
    if found is None:
        return GONE
    return TAKEN_OFF.format(name=found.name, who=found.written_by, when=phrases.short_moment(found.written_at))
