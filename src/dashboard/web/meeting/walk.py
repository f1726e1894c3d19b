"""Gennemgang: the whole list, one point a screen, and the list again, with the way on always in the same place."""

from collections.abc import Sequence

import streamlit as st
from htpy import Element, Node, a, b, details, div, fragment, h1, li, nav, ol, p, span, summary

from dashboard import queries
from dashboard.charts.palette import word
from dashboard.domain.light import Light
from dashboard.queries import AgendaItem
from dashboard.web.address import ITEM_KEY, LINE_KEY, LIST_AGAIN, WHOLE_LIST, meeting_href
from dashboard.web.database import ask
from dashboard.web.markup import light, shape
from dashboard.web.meeting.asked import AskedMeeting, show_parts
from dashboard.web.meeting.panel import show_case_decision, show_panel
from dashboard.web.meeting.screen import line_texts, point_head, topic_texts
from dashboard.web.meeting.walk_search import show_called_up, show_calling_up
from dashboard.wording import meetings as words
from dashboard.wording import phrases, texts

EMPTY_AGENDA = "Dagsordenen er tom. Sæt punkter på den under »Dagsorden«."
PREVIOUS, NEXT, BACK, LIST = "Forrige", "Næste", "Tilbage til", "Hele listen"
POINT, POINTS = "Punkt ", "Punkterne"
ESC = " (Esc)"
TIME, NO_TIME, NO_LIMIT, MINUTES = "Tid pr. punkt", "Vis ikke", "Uden grænse", "{n} minutter"
LIMITS = (3, 5, 10, 15)
SECONDS = 1.5
DECIDED, LEFT, NO_STATUS, SEEN = "Besluttet", "Ikke besluttet", "Ingen status", "set som "
GONE = "Punktet er ikke på dagsordenen længere."
TAKEN_OFF, HERE = "»{name}« er taget af dagsordenen af {who} {when}.", "Her er hele listen."
ONE_COLUMN, TWO_COLUMNS = 9, 26
LIST_SECONDS = 3.0


def show_walk(asked: AskedMeeting) -> None:
    """Show the point that the address asks for, a line that was called up there, or the whole list."""
    if not asked.is_bare:
        show_parts(asked)
    items = ask(queries.agenda, asked.meeting_id)
    if not items:
        st.html(p(".quiet")[EMPTY_AGENDA])
        return
    here, line = st.query_params.get(ITEM_KEY, WHOLE_LIST), st.query_params.get(LINE_KEY, "")
    stations = [WHOLE_LIST, *(str(item.item_id) for item in items), LIST_AGAIN]
    place = stations.index(here) if here in stations else 0
    st.html(_steps(asked, items, place, is_called_up=bool(line)))  # first: the next key leads on from what is shown
    show_calling_up(asked)
    if line:
        show_called_up(asked, items, min(place, len(items)) - 1, line)
    elif 0 < place <= len(items):
        _show_point(asked, items, place - 1)
    else:
        if here == LIST_AGAIN:
            show_case_decision(asked, is_open=False)  # a line above the list, which fills the screen
        show_list(asked, "" if here in stations else here)


def _show_point(asked: AskedMeeting, items: Sequence[AgendaItem], place: int) -> None:
    item = items[place]
    with st.container(key="gennemgang", gap="small"):
        head = st.container(key="punkthoved")
        left, right = st.columns([1.22, 1], gap="large")
    # The fields first: when the head names an item, what is typed is already written to that item.
    with right, st.container(key="beslutninger"):
        show_panel(asked, item.item_id)
    with head:
        _show_head(asked, item.item_id)
    with left, st.container(key="fortaeller"):
        st.html(topic_texts() if item.indsats_id is None else line_texts(item, asked))
    _look_ahead(asked, items[place + 1 : place + 2])


def _look_ahead(asked: AskedMeeting, following: Sequence[AgendaItem]) -> None:
    """Ask what the next screen will ask while this one is talked about, so that it comes at once."""
    for item in following:
        if item.indsats_id is not None:
            line_texts(item, asked)
            ask(queries.decisions, indsats=item.indsats_id)


@st.fragment(run_every=SECONDS)
def _show_head(asked: AskedMeeting, item_id: int) -> None:
    """Show what the item is; again and again, for the light as the meeting sees it may be said at another machine."""
    items = ask(queries.agenda, asked.meeting_id)
    found = next(((place, item) for place, item in enumerate(items, start=1) if item.item_id == item_id), None)
    if found is None:
        st.html(p(".note", role="status")[GONE])
    else:
        st.html(point_head(found[1], asked, f"{found[0]} / {len(items)}", POINT))


def _steps(asked: AskedMeeting, items: Sequence[AgendaItem], place: int, *, is_called_up: bool) -> Element:
    """Draw the way back, the way on and what else can be done; ``place`` is 0 for the list before the first point."""
    stations: list[str | int] = [WHOLE_LIST, *(item.item_id for item in items), LIST_AGAIN]
    names = [LIST, *(_name(item) for item in items), LIST]
    where = f"{BACK} {place}. {names[place]}" if 0 < place <= len(items) else f"{BACK} {LIST.lower()}"

    def step(to: int, said: str, css: str) -> Element:
        if not 0 <= to < len(stations):
            return span(class_=["walk-step", css, "none"])
        href = meeting_href(asked.meeting_id, "gennemgang", stations[to], bare=asked.is_bare)
        named = said if is_called_up else f"{said}: {names[to]}"
        inside: Node = (
            [span(".walk-step-name")[named], " →"] if css == "next" else ["← ", span(".walk-step-name")[named]]
        )
        return a(class_=["walk-step", css], href=href, title=named)[inside]

    label, css = (texts.OFF_SCREEN, "leave") if asked.is_bare else (texts.ON_SCREEN, "enter")
    if is_called_up:  # there, Esc leads back to the point
        label, where = label.removesuffix(ESC), where + ESC
    bare = meeting_href(asked.meeting_id, "gennemgang", stations[place], bare=not asked.is_bare)
    whole = meeting_href(asked.meeting_id, "gennemgang", WHOLE_LIST, bare=asked.is_bare)
    css_steps = ["walk-steps", "called-up" if is_called_up else None]
    return nav(
        class_=css_steps, aria_label=POINTS, data_meeting=str(asked.meeting_id), data_station=str(stations[place])
    )[
        step(place, where, "previous") if is_called_up else step(place - 1, PREVIOUS, "previous"),
        span(".walk-more")[
            a(".walk-way", href=whole)[LIST],
            _time(),
            a(class_=["walk-way", "bare", css], href=bare)[label],
        ],
        step(len(stations) if is_called_up else place + 1, NEXT, "next"),
    ]


def _time() -> Node:
    """Offer to show how long a point has taken; the browser counts (meeting.js), when it is asked to."""
    choices = [("", NO_TIME), ("0", NO_LIMIT), *((str(n), MINUTES.format(n=n)) for n in LIMITS)]
    return [
        span(".walk-clock", role="timer", aria_label=TIME),
        details(".walk-jump")[summary[TIME], ol[(li[a(href="#", data_minutes=n)[said]] for n, said in choices)]],
    ]


def _name(item: AgendaItem) -> str:
    return item.title or item.topic or ""


@st.fragment(run_every=LIST_SECONDS)
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
