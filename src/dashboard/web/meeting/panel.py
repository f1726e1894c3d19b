"""What the meeting decides: about an item, seen at every machine within seconds, about many at once, and the case."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import streamlit as st
from htpy import Element, Fragment, div, fragment, h2, p, span

from dashboard import queries
from dashboard.charts.palette import word
from dashboard.documents.meetings import last_decisions
from dashboard.domain import meeting
from dashboard.domain.light import Light
from dashboard.domain.meeting import CASE, DIREKTIONEN, KINDS, STATES, Decision
from dashboard.domain.municipality import own_words
from dashboard.queries import AgendaItem, StandingDecision
from dashboard.records import MeetingError, OverwriteError, add_item, change_item, take_note, write_decision
from dashboard.reports.minutes import MinutesPoint
from dashboard.web.database import ask, database
from dashboard.web.drafts import Sends, kept
from dashboard.web.markup import plain
from dashboard.web.meeting import writing
from dashboard.web.meeting.asked import AskedMeeting, attempt
from dashboard.web.meeting.case import people_line
from dashboard.web.sign_in import acting
from dashboard.wording import meetings as words
from dashboard.wording import phrases

TODAY, WHOLE, PLACEHOLDER = "Beslutning i dag", "Beslutning for hele sagen", "{body} beslutter, at …"
RESPONSIBLE, DUE, KIND = "Ansvarlig", "Frist", "Type"
MAKE_RESPONSIBLE = "Sæt {name} som ansvarlig"
ANOTHER, EDIT, DELETE, BRING_BACK = "Endnu en beslutning", "Ret", "Slet", "Fortryd sletning"
OVERWRITTEN = "{who} har imens skrevet: »{text}«. Din tekst er ikke gemt oven i."
KEEP_MINE, TAKE_THEIRS = "Gem min i stedet", "Tag den anden"
LOCKED = "Mødet er afholdt. En ændring her gemmes som rettelse."
AS_REPORTED = "Som indberettet"
ALREADY_LAST = "Sidst besluttet"
NOTHING_DECIDED = "Der er ikke besluttet noget."
NEVER_DECIDED = "Der er ikke tidligere besluttet noget om indsatsen."
SECONDS = 1.5
SEEN_LIGHTS = (Light.RED, Light.YELLOW, Light.GREEN)
TAKE_NOTE, POINTS, TAKE_NOTE_NOW = "Flere til efterretning", "Punkter uden beslutning", "Tag til efterretning"
TAKEN = "{n} er taget til efterretning."
WRITE_WHOLE = "Skriv en beslutning for hele sagen"
NOTED_KEY = "til_efterretning"


@st.fragment(run_every=SECONDS)
def show_panel(asked: AskedMeeting, item_id: int) -> None:
    """Show what was decided before and today, and the fields to write in."""
    item = next((item for item in ask(queries.agenda, asked.meeting_id) if item.item_id == item_id), None)
    listed = next((each for each in ask(queries.meetings) if each.meeting_id == asked.meeting_id), None)
    if listed is None or listed.is_held != asked.is_held:
        st.rerun()  # taken away, locked or opened again meanwhile
    is_whole = item_id == listed.case_item
    if item is None and not is_whole:
        return
    with st.container(key="beslutning", gap="small"):
        st.html(h2[WHOLE if is_whole else TODAY])
        here = [told for told in ask(queries.decisions, meeting=asked.meeting_id) if told.item_id == item_id]
        if asked.may_write:
            _show_writing(asked, item_id, item, here)
        else:
            _show_written(item, here)
    if item is not None and item.indsats_id is not None:
        with st.container(key="tidligere", gap="small"):
            show_earlier(asked, item, item.indsats_id)
    people = people_line(listed)
    if people is not None:
        st.html(people)


def _show_writing(asked: AskedMeeting, item_id: int, item: AgendaItem | None, here: Sequence[StandingDecision]) -> None:
    now = writing.gone_on_with(item_id, here)
    _show_fields(asked, now, here)
    _show_suggestions(asked, now, item)
    if item is not None:
        _show_item_choices(asked, item)
    _show_saved(now, here)
    for told in here:
        if told.decision_id != now.decision_id:
            with st.container(horizontal=True, vertical_alignment="center", key=f"skrevet_{told.decision_id}"):
                st.html(_decided(told), width="stretch")
                key = f"ret_{told.decision_id}"
                st.button(EDIT, key=key, type="tertiary", on_click=writing.begin, args=(told.item_id, told))


def _show_written(item: AgendaItem | None, here: Sequence[StandingDecision]) -> None:
    focus = p[words.FOCUS] if item is not None and item.focus else None
    st.html(fragment[map(_decided, here) if here else p(".quiet")[NOTHING_DECIDED], focus])


def _decided(told: StandingDecision) -> Element:
    by = [words.KINDS[told.kind]] if told.kind != "decision" else []
    by += [*words.to_do(told), f"{told.written_by} kl. {writing.clock(told.written_at)}"]
    return div(".decided", data_decision=str(told.decision_id))[
        div(".walk-decided")[words.decided(told)], div(".quiet")[" · ".join(by)]
    ]


def _show_fields(asked: AskedMeeting, now: writing.Draft, here: Sequence[StandingDecision]) -> None:
    if asked.is_held:
        st.html(p(".note")[LOCKED])
    changed: dict[str, Any] = {"on_change": writing.save, "args": (now.item_id,), "label_visibility": "collapsed"}
    placeholder = PLACEHOLDER.format(body=words.body_name(asked.meeting.body))
    begins, key = now.begins, now.key
    st.text_area(TODAY, begins.text, key=key("text"), placeholder=placeholder, height=104, **changed)
    _show_refusal(now, here)
    with st.container(horizontal=True, gap="small"):
        who, name = begins.responsible or "", words.KINDS.__getitem__
        st.text_input(RESPONSIBLE, who, key=key("responsible"), placeholder=RESPONSIBLE, **changed)
        st.date_input(DUE, begins.due, key=key("due"), format="DD.MM.YYYY", **changed)
        kind = KINDS.index(begins.kind)
        st.selectbox(KIND, KINDS, kind, key=key("kind"), format_func=name, filter_mode=None, **changed)
    writing.note_drawn(now)


def _show_saved(now: writing.Draft, here: Sequence[StandingDecision]) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key="gemt"):
        st.html(span(".late")[now.error] if now.error else _signs(now, here), width="stretch")
        if now.decision_id is not None:
            st.button(DELETE, type="tertiary", key="slet", on_click=writing.take_back, args=(now.item_id,))
            st.button(ANOTHER, type="tertiary", key="endnu_en", on_click=writing.begin, args=(now.item_id,))
        elif now.taken_back is not None:
            st.button(BRING_BACK, type="tertiary", key="fortryd_slet", on_click=writing.bring_back, args=(now.item_id,))


def _signs(now: writing.Draft, here: Sequence[StandingDecision]) -> Fragment:
    """Draw whether the words and the name in the fields are saved; over somebody else's, nothing is sent by itself."""
    told, is_on = now.told or Decision(now.item_id, "decision", ""), now.decision_id is not None
    others = [each for each in here if each.decision_id != now.decision_id]
    time = writing.clock(now.saved_at) if now.saved_at else ""
    text = kept(
        now.key("text"),
        f"{now.item_id}-text",
        told.text,
        time=time,
        sends="never" if now.refused else "pauses",
        known=[each.text for each in others],
        over=now.decision_id,
    )
    sends: Sends = "pauses" if is_on and not now.refused else "never"
    names = [each.responsible or "" for each in others]
    name = f"{now.item_id}-responsible"
    return fragment[text, kept(now.key("responsible"), name, told.responsible or "", sends=sends, known=names)]


def _show_refusal(now: writing.Draft, here: Sequence[StandingDecision]) -> None:
    newest = next((told for told in here if told.decision_id == now.decision_id), None)
    if not now.refused or newest is None:
        return
    st.html(p(".note")[OVERWRITTEN.format(who=newest.written_by, text=newest.text)])
    with st.container(horizontal=True):
        mine, theirs = (now.item_id, newest.version), (now.item_id, newest)
        st.button(KEEP_MINE, key="gem_min", on_click=writing.save_mine, args=mine)
        st.button(TAKE_THEIRS, key="tag_anden", on_click=writing.begin, args=theirs)


def _show_suggestions(asked: AskedMeeting, now: writing.Draft, item: AgendaItem | None) -> None:
    """Offer the line's own fagchef as responsible; of the whole case, the sentence that such minutes have."""
    text, responsible = (st.session_state.get(now.key(field)) for field in ("text", "responsible"))
    if item is None and not text:
        sentence = words.case_text(asked.meeting, "decided")
        _offer(now, "brug_saetning", f"»{sentence}«", text=sentence, kind="noted")
    elif item is not None and item.responsible and not responsible:
        label = MAKE_RESPONSIBLE.format(name=item.responsible)
        _offer(now, "brug_fagchef", label, responsible=item.responsible)


def _offer(now: writing.Draft, name: str, label: str, **proposed: str) -> None:
    key = f"{name}_{now.item_id}"
    st.button(plain(label), key=key, type="tertiary", on_click=writing.fill, args=(now.item_id, proposed))


def _show_item_choices(asked: AskedMeeting, item: AgendaItem) -> None:
    """Let the meeting pick the item for the next one, and say how it sees the light; both are locked with it."""
    with st.container(horizontal=True, vertical_alignment="center", gap="medium", key="punktvalg"):
        key = f"fokus_{item.item_id}_{item.version}"
        changed: dict[str, Any] = {"disabled": asked.is_held, "on_change": _change_item}
        st.checkbox(words.FOCUS, value=item.focus, key=key, args=(item, "focus", key), **changed)
        if item.light is not None:
            key = f"set_{item.item_id}_{item.version}"
            st.segmented_control(
                own_words("{Direktionens} farve") if asked.meeting.body == DIREKTIONEN else "Udvalgets farve",
                (AS_REPORTED, *map(str, SEEN_LIGHTS)),
                default=AS_REPORTED if item.seen_light is None else str(item.seen_light),
                required=True,
                format_func=lambda value: word(Light(value)) if value in SEEN_LIGHTS else AS_REPORTED,
                key=key,
                args=(item, "light", key),
                **changed,
            )


def _change_item(item: AgendaItem, field: str, key: str) -> None:
    chosen = st.session_state[key]
    value = None if chosen == AS_REPORTED else chosen
    try:
        change_item(database(), item.item_id, item.version, acting("decide"), **{field: value})
    except (OverwriteError, MeetingError):
        return  # somebody else changed it, or locked the meeting, meanwhile: that is what is shown


def show_earlier(asked: AskedMeeting, item: AgendaItem, indsats_id: int) -> None:
    """Show how the body saw a line last, and the last decisions about it with what became of each, said here."""
    seen = words.seen_last(item, asked.meeting.body)
    if seen:
        st.html(p(".walk-seen")[seen])
    earlier = last_decisions(ask, asked.meeting_id, asked.held_on).get(indsats_id, ())
    if not earlier:
        st.html(p(".quiet")[NEVER_DECIDED])
    for told in earlier:
        st.html(_said_before(told, asked.held_on))
        if not asked.may_write:
            st.html(p(".quiet")[words.STATES[told.state]])
            continue
        key = f"blev_{told.decision_id}_{told.version}"
        st.segmented_control(
            ALREADY_LAST,
            STATES,
            default=told.state,
            required=True,
            format_func=words.STATES.__getitem__,
            key=key,
            label_visibility="collapsed",
            on_change=_became,
            args=(told, key),
        )


def _said_before(told: StandingDecision, today: date) -> Element:
    """Draw a decision with who made it, when, who was to do it, and whether it is late."""
    late, by = words.overdue(told, today), words.to_do(told)
    return div(".walk-earlier")[
        h2(".walk-label")[f"{ALREADY_LAST} · {words.meeting_name(told.body, told.held_on)}"],
        div(".walk-decided")[words.decided(told), [" ", span(".late")[late]] if late else None],
        div(".quiet")[" · ".join(by)] if by else None,
    ]


def _became(told: StandingDecision, key: str) -> None:
    became = replace(told.decision, state=st.session_state[key])
    try:
        write_decision(database(), became, told.decision_id, told.version, acting("decide"))
    except OverwriteError:
        return  # somebody else said it meanwhile: what they said is shown


def show_taking_note(asked: AskedMeeting, points: Sequence[MinutesPoint]) -> None:
    """Let many points be taken note of at once; those that are not red are chosen beforehand."""
    silent = {point.item_id: point for point in points if point.item_id is not None and not point.said}
    if not silent:
        return
    with st.popover(TAKE_NOTE, key="flere"):
        calm = [item_id for item_id, point in silent.items() if point.light is not Light.RED]
        key = f"{NOTED_KEY}_{asked.meeting_id}_{'_'.join(map(str, silent))}"
        st.multiselect(POINTS, list(silent), calm, format_func=lambda item_id: silent[item_id].name, key=key)
        args = (key, list(silent), asked.meeting_id)
        st.button(TAKE_NOTE_NOW, key="tag_til_efterretning", type="primary", on_click=_take_note, args=args)


def _take_note(key: str, offered: Sequence[int], meeting_id: int) -> None:
    """Take note of the points that are chosen, without those that somebody has decided about meanwhile."""
    decided = {told.item_id for told in ask(queries.decisions, meeting=meeting_id)}
    chosen = [item_id for item_id in st.session_state[key] if item_id in offered and item_id not in decided]
    if chosen:
        said = TAKEN.format(n=phrases.count_of(len(chosen), "punkt", "punkter"))
        taken: list[int] = []
        attempt(
            lambda: taken.extend(take_note(database(), chosen, acting("decide"))),
            said,
            lambda: _take_back(dict(zip(taken, chosen, strict=True))),
        )


def _take_back(noted: Mapping[int, int]) -> None:
    """Take back what was noted, and nothing that was written over it since; the decisions with their points."""
    for decision_id, item_id in noted.items():
        write_decision(database(), Decision(item_id, "noted", "", withdrawn=True), decision_id, 1, acting("decide"))


def show_case_decision(asked: AskedMeeting, *, is_open: bool = True) -> None:
    """Show where the decision of the whole case is written; one from before gets the place first."""
    whole = asked.listed.case_item
    if whole is not None:
        is_said = any(told.item_id == whole for told in ask(queries.decisions, meeting=asked.meeting_id))
        with st.expander(WHOLE, key="hele_sagen", expanded=is_open and not (asked.is_held or is_said)):
            show_panel(asked, whole)
    elif asked.is_open:
        st.button(WRITE_WHOLE, key="skriv_hele_sagen", on_click=_make_place, args=(asked,))


def _make_place(asked: AskedMeeting) -> None:
    whole = meeting.AgendaItem(asked.meeting_id, None, words.case_title(asked.meeting), (CASE,), 0.0)
    attempt(lambda: add_item(database(), whole, acting("decide")))
