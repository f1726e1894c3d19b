"""What can be done to an agenda: moved, taken off, put on, somebody called in; each can be undone or done over."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st
from htpy import div, fragment, h2, p, span

from dashboard import queries
from dashboard.charts.palette import word
from dashboard.domain import meeting
from dashboard.domain.light import Light
from dashboard.queries import AgendaItem, Point, ProposedLine, RemovedItem
from dashboard.records import AgendaChange, add_item, change_item, change_meeting
from dashboard.web.choices import chosen
from dashboard.web.database import Selection, ask, database
from dashboard.web.drafts import confirm, kept
from dashboard.web.markup import light
from dashboard.web.meeting.asked import AskedMeeting, asked_meeting, attempt, linked_name, looked_at, status_of
from dashboard.web.meeting.following import place_for
from dashboard.web.meeting.planning import proposal
from dashboard.web.sign_in import acting
from dashboard.wording import phrases
from dashboard.wording.meetings import lines_of, why

NEW, NEW_WHY = "Nye forslag", "Status eller beslutninger er ændret, siden mødet blev planlagt."
PUT_ON, PUT_ON_AGAIN, REMOVED = "Sæt på", "Sæt på igen", "Taget af dagsordenen"
ADD, LINE, FIND = "Sæt mere på dagsordenen", "Indsats", "Søg efter en indsats i planen"
DRAFT = "emne-{}"  # of a meeting
TOPIC, TOPIC_PLACEHOLDER, ADD_TOPIC = "Emne", "Et emne, der ikke er en indsats", "Sæt emnet på"
ADD_REST, REST_ADDED = "Sæt resten på ({n})", "Resten af de indsatser, mødet ser på, er sat på."
TAKEN_OFF = "»{name}« er taget af dagsordenen."
PUT_BACK, ADDED = "»{name}« er på dagsordenen igen.", "»{name}« er sat på."
LINE_KEY, TOPIC_KEY = "saet_indsats", "saet_emne"


def show_new_proposals(asked: AskedMeeting, items: Sequence[AgendaItem]) -> None:
    """Offer the lines that would be on the agenda if it were made now."""
    known = {item.indsats_id for item in (*items, *ask(queries.agenda_removed, asked.meeting_id))}
    new = [line for line in proposal(asked.meeting) if line.indsats_id not in known]
    if not new:
        return
    with st.container(key="nye_forslag", gap="small"):
        st.html(fragment[h2[NEW, " ", span(".count")[phrases.number(len(new))]], p(".quiet")[NEW_WHY]])
        for line in new:
            drawn = div(".proposal")[
                light(line.light), span[linked_name(line, asked)], span(".agenda-why")[why(line.reasons)]
            ]
            with st.container(horizontal=True, vertical_alignment="center", key=f"forslag_{line.indsats_id}"):
                st.html(drawn, width="stretch")
                args, key = (asked.meeting_id, items, line), f"saet_paa_{line.indsats_id}"
                st.button(PUT_ON, key=key, on_click=_put_on_proposal, args=args)


def show_adding(asked: AskedMeeting, items: Sequence[AgendaItem]) -> None:
    """Let any line that is told of in the month be put on, or a topic."""
    on = {item.indsats_id for item in items}
    parts = looked_at(asked.meeting)
    offered = {
        int(number): (Point(int(number), None, title, code if isinstance(code, str) else None), shown, udvalg)
        for lines in (ask(queries.lines, each) for each in (widest(asked), *reversed(parts)))
        for number, title, code, shown, udvalg in zip(
            *(lines[column] for column in ("indsats_id", "title", "code", "shown_light", "udvalg")), strict=True
        )
        if number not in on
    }

    def put_on_line() -> None:
        line = chosen(LINE_KEY, offered)
        st.session_state[LINE_KEY] = None
        if line is not None:
            _put_on(asked.meeting_id, items, offered[line][0], ("added",))

    def called(indsats_id: int) -> str:
        line, shown, udvalg = offered[indsats_id]
        return f"{line.name} · {word(Light(shown))} · {', '.join(udvalg)}"

    rest = _rest(asked, items)
    st.html(h2(".agenda-more")[ADD])
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium", key="saet_mere"):
        st.selectbox(
            LINE,
            list(offered),
            index=None,
            key=LINE_KEY,
            format_func=called,
            placeholder=FIND,
            filter_mode="contains",
            on_change=put_on_line,
        )
        st.text_input(TOPIC, key=TOPIC_KEY, placeholder=TOPIC_PLACEHOLDER, max_chars=200)
        st.button(ADD_TOPIC, key="saet_emne_paa", on_click=_put_on_topic, args=(asked.meeting_id, items))
        if rest:
            label = ADD_REST.format(n=phrases.number(len(rest)))
            st.button(label, key="saet_resten_paa", on_click=_put_on_rest, args=(asked,))
    st.html(kept(TOPIC_KEY, DRAFT.format(asked.meeting_id)))


def widest(asked: AskedMeeting) -> Selection:
    """Give all that is told of in the month of the meeting: the widest scope that was delivered for it."""
    told = ask(queries.deliveries, plan=asked.meeting.plan)
    scope = next((each.scope for each in told if each.month == asked.meeting.month), asked.meeting.scope)
    return status_of(replace(asked.meeting, scope=scope))


def show_removed(asked: AskedMeeting) -> None:
    """List what was taken off, which can be put on again."""
    removed = ask(queries.agenda_removed, asked.meeting_id)
    if not removed:
        return
    st.html(h2[REMOVED])
    for item in removed:
        with st.container(horizontal=True, vertical_alignment="center", key=f"fjernet_{item.item_id}"):
            by = f" · {item.written_by} {phrases.short_moment(item.written_at)}"
            st.html(div[linked_name(item, asked), span(".quiet")[by]], width="stretch")
            key = f"saet_igen_{item.item_id}"
            st.button(PUT_ON_AGAIN, key=key, type="tertiary", on_click=_put_back, args=(item,))


def move(items: Sequence[AgendaItem], place: int, to: int) -> None:
    """Move a point to another place: between those that stand before and after it there."""
    others = [item.position for item in items if item is not items[place]]
    before = others[to - 1] if to else others[0] - 2
    after = others[to] if to < len(others) else before + 2
    between = (before + after) / 2
    if before < between < after:
        attempt(lambda: _change(items[place], position=between))
    else:  # halved so often that nothing is left between the two
        attempt(lambda: _number_anew(items, place, to))


def _number_anew(items: Sequence[AgendaItem], place: int, to: int) -> None:
    """Give every point a whole number for its position, with one of them moved."""
    ordered = [item for item in items if item is not items[place]]
    ordered.insert(to, items[place])
    changes = [AgendaChange(item.item_id, item.version, {"position": float(n)}) for n, item in enumerate(ordered, 1)]
    now = asked_meeting()
    if now is not None:
        change_meeting(database(), now.meeting_id, now.listed.version, {}, changes, by=acting("decide"))


def move_to_number(items: Sequence[AgendaItem], place: int, key: str) -> None:
    """Move a point to the number that was written in its box."""
    number = st.session_state[key]
    if number is not None and number != place + 1:
        move(items, place, int(number) - 1)


def take_off(item: AgendaItem) -> None:
    """Take a point off the agenda."""
    attempt(
        lambda: _change(item, removed=True),
        TAKEN_OFF.format(name=item.name),
        lambda: _change(item, item.version + 1, removed=False),
    )


def call_in(item: AgendaItem, key: str) -> None:
    """Note who is called in, or that nobody is."""
    invited = (st.session_state[key] or "").strip() or None
    attempt(lambda: _change(item, invited=invited))


def choose_reason(item: AgendaItem, reason: str, is_chosen: bool) -> None:
    """Choose a point as fokusområde or OBS-punkt, or not any longer."""
    others = tuple(each for each in item.reasons if each != reason)
    reasons = (*others, reason) if is_chosen else others or ("added",)
    attempt(lambda: _change(item, reasons=reasons))


def attach(item: AgendaItem, key: str) -> None:
    """Save which papers belong to a point, one a line."""
    attempt(lambda: _change(item, documents=lines_of(st.session_state[key])))


def _put_back(item: RemovedItem) -> None:
    attempt(lambda: _change(item, removed=False), PUT_BACK.format(name=item.name))


def _put_on_proposal(meeting_id: int, items: Sequence[AgendaItem], line: ProposedLine) -> None:
    _put_on(meeting_id, items, line, line.reasons)


def _put_on_topic(meeting_id: int, items: Sequence[AgendaItem]) -> None:
    topic = str(st.session_state[TOPIC_KEY] or "").strip()
    if topic:
        _put_on(meeting_id, items, Point(None, topic, None, None), ("added",))
        confirm(DRAFT.format(meeting_id), topic)
        st.session_state[TOPIC_KEY] = ""


def _rest(asked: AskedMeeting, items: Sequence[AgendaItem]) -> list[int]:
    """List the lines that the meeting looks at, that are not done and not on the agenda."""
    on = {item.indsats_id for item in items}
    told = (ask(queries.lines, part)[["indsats_id", "shown_light"]] for part in looked_at(asked.meeting))
    lines = (line for part in told for line in part.itertuples(index=False))
    return list(dict.fromkeys(int(number) for number, lit in lines if number not in on and lit != Light.DONE))


def _put_on_rest(asked: AskedMeeting) -> None:
    """Put the rest last on the agenda, as both stand when the click comes: a page half drawn shows what was before."""
    now = asked.listed
    items = ask(queries.agenda, asked.meeting_id)
    first = max((item.position for item in items), default=0.0) + 1
    added = [
        meeting.AgendaItem(asked.meeting_id, indsats_id, None, ("added",), first + place)
        for place, indsats_id in enumerate(_rest(replace(asked, meeting=now), items))
    ]
    attempt(
        lambda: change_meeting(database(), asked.meeting_id, now.version, {}, (), added, acting("decide")), REST_ADDED
    )


def _put_on(meeting_id: int, items: Sequence[AgendaItem], point: Point, reasons: tuple[str, ...]) -> None:
    """Put a point on where its weightiest reason places it."""
    place = place_for(items, reasons)
    item = meeting.AgendaItem(meeting_id, point.indsats_id, point.topic, reasons, place)
    added: list[int] = []
    attempt(
        lambda: added.append(add_item(database(), item, acting("decide"))),
        ADDED.format(name=point.name),
        lambda: change_item(database(), added[0], 1, acting("decide"), removed=True),
    )


def _change(item: AgendaItem | RemovedItem, version: int | None = None, **changed: object) -> int:
    return change_item(database(), item.item_id, version or item.version, acting("decide"), **changed)
