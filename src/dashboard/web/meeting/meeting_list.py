"""Which meetings there are: the next one, those planned and held, the ways into each, and what they left open."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial

import streamlit as st
from htpy import Element, a, div, fragment, h1, h2, h3, p, span

from dashboard import queries
from dashboard.documents.meetings import CROSS_CUTTING_STATUS
from dashboard.domain.meeting import STATES
from dashboard.queries import ListedMeeting, StandingDecision
from dashboard.records import restore_meeting, withdraw_meeting, write_decision
from dashboard.web import filters
from dashboard.web.address import MEETING_KEY, MEETING_PARTS, meeting_href
from dashboard.web.database import ask, database
from dashboard.web.drafts import kept
from dashboard.web.head import show_contents, show_notice, show_title
from dashboard.web.links import line_link
from dashboard.web.meeting.asked import AskedMeeting, attempt, has_status
from dashboard.web.meeting.planning import show_planning, today
from dashboard.web.sign_in import acting, may, show_why_not
from dashboard.wording import meetings as words
from dashboard.wording import phrases, texts

NOT_FOUND = "Mødet i linket findes ikke. Det kan være taget væk."
PLANNED, HELD = "Planlagte møder", "Afholdte møder"
NONE_YET = "Der er endnu ikke planlagt eller afholdt noget møde."
WAYS, LAST_HELD = "Møder", 8
HEADERS = ("Dato", "Møde", "Status for", "Punkter", "Beslutninger", "Heraf åbne", "")
TAKE_AWAY, TAKE_AWAY_NOW, TAKEN_AWAY = "Fjern", "Fjern mødet", "{name} er fjernet."
NAME = "Mødet i {body} den {day}"
SURE = "Er mødet planlagt ved en fejl? Det forsvinder herfra med sin dagsorden"
AND_DECISIONS = "{n}, der er skrevet på mødet"
OPEN_DECISIONS, NONE_OPEN = "Åbne beslutninger", "Ingen beslutninger venter på nogen."
LATE, NO_RESPONSIBLE = "{n} over frist", "Uden ansvarlig"
SAY, STATE, NOTE, SAVE = "Følg op", "Hvad blev der af den?", "Note", "Gem"
NOTE_PLACEHOLDER = "Fx hvad der er gjort, eller hvorfor den bortfalder"
SAID = "»{text}« er nu: {state}."


def show_meetings() -> None:
    """List the meetings, offer the next one, and follow up on what was decided."""
    newest = queries.opening(ask(queries.deliveries))
    show_title(h1[texts.MEETING], is_example=newest.is_example)
    if st.query_params.get(MEETING_KEY):
        st.html(p(".note")[NOT_FOUND])
    show_notice()
    told = ask(queries.meetings)
    _show_planned([meeting for meeting in reversed(told) if not meeting.is_held])
    if may("decide"):
        show_planning()
    show_why_not("decide")
    held = [meeting for meeting in told if meeting.is_held]
    if held:
        st.html(fragment[h2[HELD], _head(), map(_row, held)])
    if not told:
        st.html(p(".quiet")[NONE_YET])
    _show_open_decisions()


def show_ways(asked: AskedMeeting | None) -> None:
    """Show in the sidebar the meetings that one goes between: those to come, soonest first, and those held last."""
    told = ask(queries.meetings)
    shown = [each for each in reversed(told) if not each.is_held] + [each for each in told if each.is_held][:LAST_HELD]
    ways = {meeting_href(each.meeting_id): words.meeting_name(each.body, each.held_on) for each in shown}
    if ways:
        show_contents(ways, WAYS, meeting_href(asked.meeting_id if asked else None))


def _show_planned(planned: Iterable[ListedMeeting]) -> None:
    """List the meetings to come, soonest first; one made by mistake can be taken away."""
    if not planned:
        return
    with st.container(key="planlagte", gap=None):
        st.html(fragment[h2[PLANNED], _head()])
        for meeting in planned:
            with st.container(horizontal=True, vertical_alignment="center", key=f"moede_{meeting.meeting_id}"):
                st.html(_row(meeting), width="stretch")
                if may("decide"):
                    _offer_taking_away(meeting)


def _offer_taking_away(meeting: ListedMeeting) -> None:
    meeting_id, sure = meeting.meeting_id, SURE
    if meeting.decisions:
        sure += " og " + AND_DECISIONS.format(n=phrases.count_of(meeting.decisions, "beslutning", "beslutninger"))
    with st.popover(TAKE_AWAY, type="tertiary", key=f"fjern_moede_{meeting_id}"):
        st.html(p[f"{sure}."])
        st.button(TAKE_AWAY_NOW, key=f"fjern_moede_nu_{meeting_id}", on_click=_take_away, args=(meeting,))


def _take_away(meeting: ListedMeeting) -> None:
    name = NAME.format(body=words.body_name(meeting.body), day=phrases.day(meeting.held_on))
    where = database(), meeting.meeting_id, acting("decide")
    attempt(partial(withdraw_meeting, *where), TAKEN_AWAY.format(name=name), partial(restore_meeting, *where))


def _head() -> Element:
    return div(".meeting-row.head")[(span[header] for header in HEADERS)]


def _row(meeting: ListedMeeting) -> Element:
    meeting_id = meeting.meeting_id
    first = "referat" if meeting.is_held else "dagsorden"
    month = phrases.month_name(meeting.month) if has_status(meeting) else words.NO_STATUS
    status = [month, phrases.scope_name(meeting.scope), *filters.plan_beside(meeting.plan)]
    status += [CROSS_CUTTING_STATUS.format(month=meeting.cross_month.label)] if meeting.cross_month else []
    links = [a(href=meeting_href(meeting_id, part))[name] for part, name in MEETING_PARTS.items()]
    cells = (
        phrases.day(meeting.held_on),
        a(".line-link", href=meeting_href(meeting_id, first))[words.body_name(meeting.body)],
        " · ".join(status),
        *map(phrases.number, (meeting.items, meeting.decisions, meeting.open)),
        span(".meeting-ways")[links],
    )
    return div(".meeting-row", data_meeting=str(meeting_id))[(span[cell] for cell in cells)]


def _show_open_decisions() -> None:
    """List the open decisions by who is responsible, those that are latest first."""
    found = ask(queries.decisions, only_open=True)
    if not found:
        st.html(fragment[h2[OPEN_DECISIONS], p(".quiet")[NONE_OPEN]])
        return
    now = today()
    late = sum(words.days_late(each, now) > 0 for each in found)
    said = phrases.number(len(found)) + (f" · {LATE.format(n=phrases.number(late))}" if late else "")
    st.html(h2[OPEN_DECISIONS, " ", span(".count")[said]])
    for place, (responsible, of_one) in enumerate(_by_responsible(found, now).items()):
        with st.container(key=f"ansvarlig_{place}", gap=None):
            st.html(fragment[h3[responsible], " ", span(".count")[phrases.number(len(of_one))]])
            for each in of_one:
                _show_decision(each, now)


def _by_responsible(found: Sequence[StandingDecision], now: date) -> dict[str, list[StandingDecision]]:
    """Group decisions by who is responsible, the latest first, those of nobody last."""
    groups: dict[str, list[StandingDecision]] = {}
    called: dict[str, str] = {}
    for each in sorted(found, key=lambda one: (-words.days_late(one, now), one.due or date.max)):
        responsible = (each.responsible or "").strip() or NO_RESPONSIBLE
        groups.setdefault(called.setdefault(responsible.casefold(), responsible), []).append(each)
    nobodys = groups.pop(NO_RESPONSIBLE, None)
    return groups | ({NO_RESPONSIBLE: nobodys} if nobodys else {})


def _show_decision(told: StandingDecision, now: date) -> None:
    key = f"{told.decision_id}_{told.version}"
    with st.container(horizontal=True, vertical_alignment="center", key=f"aaben_{told.decision_id}"):
        st.html(_drawn(told, now), width="stretch")
        if not may("decide"):
            return
        with st.popover(SAY, type="tertiary", key=f"foelg_op_{key}"):
            st.segmented_control(
                STATE,
                STATES,
                default=told.state,
                required=True,
                format_func=words.STATES.__getitem__,
                key=f"blev_til_{key}",
            )
            st.text_area(
                NOTE,
                value=told.note or "",
                key=f"note_{key}",
                placeholder=NOTE_PLACEHOLDER,
                height=90,
                max_chars=500,
            )
            st.html(kept(f"note_{key}", f"{told.decision_id}-note", told.note or ""))
            st.button(SAVE, key=f"gem_{key}", type="primary", on_click=_became, args=(told, key))


def _drawn(told: StandingDecision, now: date) -> Element:
    by = [words.KINDS[told.kind]] if told.kind != "decision" else []
    by += words.to_do(replace(told, responsible=None))
    by += [f"note: {told.note}"] if told.note else []
    late = words.overdue(told, now)
    where = words.meeting_name(told.body, told.held_on)
    return div(".open-decision", data_open=str(told.decision_id))[
        span[told.name if told.indsats_id is None else line_link(told.name, told.indsats_id)],
        span[words.decided(told), [" ", span(".late")[late]] if late else None],
        span(".quiet")[
            a(".list-link", href=meeting_href(told.meeting_id, "referat"))[where], (f" · {each}" for each in by)
        ],
    ]


def _became(told: StandingDecision, key: str) -> None:
    state, note = st.session_state[f"blev_til_{key}"], st.session_state[f"note_{key}"].strip() or None
    write = partial(write_decision, database(), by=acting("decide"))
    attempt(
        lambda: write(replace(told.decision, state=state, note=note), told.decision_id, told.version),
        SAID.format(text=words.decided(told), state=words.STATES[state].lower()),
        lambda: write(told.decision, told.decision_id, told.version + 1),
    )
