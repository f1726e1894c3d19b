"""The next meeting proposes itself - when, on which status, with which agenda - and is made with one click."""

from datetime import date, timedelta
from typing import Any

import streamlit as st
from htpy import h2, p

from dashboard import queries
from dashboard.documents.meetings import has_cross_part, udvalg_of
from dashboard.domain.clock import in_denmark, utc_now
from dashboard.domain.meeting import DIREKTIONEN, REASONS, Meeting
from dashboard.domain.month import Month
from dashboard.domain.scope import CROSS_CUTTING, Scope
from dashboard.domain.terms import terms
from dashboard.queries import ProposedLine
from dashboard.records import plan_meeting
from dashboard.web.address import MEETING_KEY, PART_KEY
from dashboard.web.choices import keep_to
from dashboard.web.database import Selection, ask, database
from dashboard.web.meeting.asked import looked_at
from dashboard.web.sign_in import acting
from dashboard.wording import phrases, texts
from dashboard.wording.meetings import body_name, case_title, counted

NEXT, ANOTHER = "Næste møde", "Planlæg et møde mere"
BODY, DAY, MONTH, SCOPE, CREATE = "Hvem mødes", "Dato", "Status for", "Omfang", "Opret møde"
CROSS_MONTH = "Tværgående status for"
NEW = "nyt"
BODY_KEY, DAY_KEY = "nyt_hvem", "nyt_dato"
PLAN_KEY, MONTH_KEY, SCOPE_KEY, CROSS_KEY = "{form}_plan", "{form}_maaned", "{form}_omfang", "{form}_tvaers"
OTHER_BODY = "Vælg, eller skriv et andet navn"
EXISTS = "Der er allerede et møde i {body} den {day}."
WITHDRAWN = "Den status, som mødet ser på, er trukket tilbage. Datoen kan ændres."
NOBODY = "Vælg, hvem der mødes, og hvornår."
WEEKDAYS = ("Mandag", "Tirsdag", "Onsdag", "Torsdag", "Fredag", "Lørdag", "Søndag")
WEEK = timedelta(days=7)
FRIDAY = 4
BEGINNING = 4  # letters of a name that say which it is


def show_planning() -> None:
    """Show the proposal for the next meeting; out of the way when direktionen's is planned."""
    if any(not meeting.is_held and meeting.body == DIREKTIONEN for meeting in ask(queries.meetings)):
        with st.expander(ANOTHER, key="planlaeg"):
            _show_form()
    else:
        with st.container(key="planlaeg_naeste", gap="small"):
            st.html(h2[NEXT])
            _show_form()


def _show_form() -> None:
    st.session_state.setdefault(BODY_KEY, DIREKTIONEN)
    st.session_state.setdefault(DAY_KEY, _proposed_day(st.session_state[BODY_KEY] or DIREKTIONEN))
    who, when, what = st.columns([1.5, 1, 3])
    with who:
        st.selectbox(
            BODY,
            bodies(),
            key=BODY_KEY,
            format_func=body_name,
            accept_new_options=True,
            placeholder=OTHER_BODY,
            on_change=_begin_again,
        )
    with when:
        st.date_input(DAY, key=DAY_KEY, format="DD.MM.YYYY")
    body, day = _chosen_body(), st.session_state[DAY_KEY]
    with what:
        status = choose_status(NEW, body)
    if not body or day is None:
        st.html(p(".note")[NOBODY])
        return
    _show_proposal(Meeting(body, day, **status))


def choose_status(form: str, body: str, now: Meeting | None = None) -> dict[str, Any]:
    """Let plan, month and scope be chosen, and for the cross-cutting points beside an own part a month of their own.

    Offered first are those of a meeting, or (None) what the body looks at by default. Give the fields of the meeting.
    """
    plans = ask(queries.plans)
    if now and now.plan not in plans:
        st.html(p(".quiet")[WITHDRAWN])
        return {name: getattr(now, name) for name in ("plan", "month", "scope", "cross_month")}
    *of_plan, which, what, beside = st.columns([*[0.8] * (len(plans) > 1), 1, 1.2, 1])
    plan = now.plan if now and now.plan in plans else plans[0]
    for place in of_plan:
        newest_first = sorted(plans, reverse=True)
        plan = place.selectbox(texts.PLAN, newest_first, newest_first.index(plan), key=PLAN_KEY.format(form=form))
    if now and now.plan != plan:
        now = None
    own = [scope for scope in terms().body(body).scopes if ask(queries.deliveries, plan=plan, scope=scope)]
    widest = queries.opening(ask(queries.deliveries, plan=plan)).scope
    scopes = [*own, *(told.scope for told in ask(queries.deliveries, plan=plan))]
    scopes = list(dict.fromkeys([now.scope, *scopes] if now else [*own[:1], widest, *scopes]))
    with what:
        keep_to(SCOPE_KEY.format(form=form), scopes, scopes[0])
        scope: Scope = st.selectbox(SCOPE, scopes, format_func=phrases.scope_name, key=SCOPE_KEY.format(form=form))
    cross_month: Month | None = None
    with which:
        month = _choose_month(MONTH, MONTH_KEY.format(form=form), plan, scope, now.month if now else None)
    if has_cross_part(body, scope) and ask(queries.deliveries, plan=plan, scope=CROSS_CUTTING):
        with beside:
            last = now.cross_month or now.month if now else None
            cross_month = _choose_month(CROSS_MONTH, CROSS_KEY.format(form=form), plan, CROSS_CUTTING, last)
    return {
        "plan": plan,
        "month": month,
        "scope": scope,
        "cross_month": None if cross_month == month else cross_month,
    }


def _choose_month(label: str, key: str, plan: str, scope: Scope, now: Month | None) -> Month:
    """Let a month be chosen of those that a scope has status for: that of a meeting, or the newest that has begun."""
    offered = ask(queries.deliveries, plan=plan, scope=scope)
    months = list(dict.fromkeys(told.month for told in offered))
    first = now or queries.opening(offered).month
    months = sorted({*months, first}, reverse=True)
    keep_to(key, months, first)
    chosen: Month = st.selectbox(label, months, format_func=phrases.month_name, key=key)
    return chosen


def _show_proposal(meeting: Meeting) -> None:
    day = phrases.day(meeting.held_on)
    with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
        st.button(CREATE, key="opret", type="primary", on_click=_plan, args=(meeting,))
        said = f"{WEEKDAYS[meeting.held_on.weekday()]} den {day} · {counted(proposal(meeting))}"
        st.html(p(".planned-agenda")[said])
    if any((each.body, each.held_on) == (meeting.body, meeting.held_on) for each in ask(queries.meetings)):
        st.html(p(".note")[EXISTS.format(body=body_name(meeting.body), day=day)])


def _plan(meeting: Meeting) -> None:
    agenda = [(line.indsats_id, line.reasons) for line in proposal(meeting)]
    meeting_id = plan_meeting(database(), meeting, agenda, acting("decide"), case_title(meeting))
    st.query_params.from_dict({MEETING_KEY: str(meeting_id), PART_KEY: "dagsorden"})


def _begin_again() -> None:
    """Propose the day and the status of another body."""
    st.session_state[BODY_KEY] = _chosen_body() or None
    st.session_state[DAY_KEY] = _proposed_day(_chosen_body())
    for key in (MONTH_KEY, SCOPE_KEY, CROSS_KEY):
        st.session_state.pop(key.format(form=NEW), None)


def _chosen_body() -> str:
    """Give who is chosen; a name that is written is taken for the body that is called so."""
    return body_called(str(st.session_state[BODY_KEY] or ""))


def body_called(said: str) -> str:
    """Give the key of the body that is called so, or alone begins so; or the name itself for another one."""
    asked = said.strip()
    called = {name.casefold(): body for body in bodies() for name in (body_name(body), body)}
    begin = {body for name, body in called.items() if len(asked) >= BEGINNING and name.startswith(asked.casefold())}
    return called.get(asked.casefold()) or (begin.pop() if len(begin) == 1 else asked)


def today() -> date:
    """Give the day it is in Denmark."""
    return in_denmark(utc_now()).date()


def next_day(last: date | None, now: date) -> date:
    """Propose a day: about a month after the last one on the same weekday, or in a week; never one that has passed."""
    if last is None:
        day = now + WEEK
        return day + timedelta(days=7 - day.weekday()) if day.weekday() > FRIDAY else day
    day = last + 4 * WEEK
    if (day.year, day.month) == (last.year, last.month):
        day += WEEK
    while day < now:
        day += WEEK
    return day


def _proposed_day(body: str) -> date:
    days = [meeting.held_on for meeting in ask(queries.meetings) if meeting.body == body]
    return next_day(max(days, default=None), today())


def bodies() -> list[str]:
    """List who can meet: direktionen, every udvalg of each scope's newest status, and names that have met before."""
    newest = {told.scope: told.month for told in reversed(ask(queries.deliveries))}
    found = {key for scope, month in newest.items() for key in udvalg_of(ask, Selection(month, None, scope))}
    known = [udvalg.key for udvalg in terms().udvalg]
    udvalg = [*(key for key in known if key in found), *sorted(found - set(known))]
    return list(dict.fromkeys([DIREKTIONEN, *udvalg, *(meeting.body for meeting in ask(queries.meetings))]))


def proposal(meeting: Meeting) -> tuple[ProposedLine, ...]:
    """List the lines that a meeting should go through; an udvalg's are its own, with the cross-cutting beside them."""
    found: dict[int, ProposedLine] = {}
    told: set[int] = set()  # by the newer of two months, which alone says why a line is on the agenda
    for selection in looked_at(meeting):
        for line in ask(queries.agenda_proposal, selection, meeting.body, meeting.held_on):
            if line.indsats_id not in told:
                found.setdefault(line.indsats_id, line)
        told |= set(ask(queries.lines, selection)["indsats_id"]) if meeting.cross_month else set()
    return tuple(sorted(found.values(), key=lambda line: REASONS.index(line.reasons[0])))
