"""A meeting follows the status: what newer status, or another month or scope, makes of its agenda, in one click."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import streamlit as st
from htpy import Element, Node, details, div, fragment, h2, p, span, summary

from dashboard import queries
from dashboard.documents.meetings import CROSS_CUTTING_STATUS, has_cross_part
from dashboard.domain import meeting as domain
from dashboard.domain.light import Light
from dashboard.domain.meeting import CHOSEN, REASONS, Meeting
from dashboard.domain.month import Month
from dashboard.domain.scope import CROSS_CUTTING, Scope
from dashboard.queries import AgendaItem, ProposedLine
from dashboard.records import AgendaChange, change_meeting
from dashboard.web.database import ask, database
from dashboard.web.markup import light
from dashboard.web.meeting.asked import AskedMeeting, attempt, linked_name, looked_at
from dashboard.web.meeting.planning import choose_status, proposal
from dashboard.web.sign_in import acting
from dashboard.wording import phrases
from dashboard.wording.meetings import case_title, why

OF_MONTH, AND, HAS_COME = "status for {month}", " og ", "{what} er kommet: {told}"
HAS_CHANGED = "Status eller beslutninger er ændret: {told}"
OWN_STAYS = "Egen del er ikke kommet for {month}. Den står, som den var i {own}."
CROSS_STAYS = "De tværgående punkter er ikke kommet for {month}. De står, som de var i {cross}."
NEW_POINTS, FALL_AWAY, THE_SAME = ("nyt punkt", "nye punkter"), "{n} falder bort", "de samme punkter"
UPDATE, UPDATED = "Opdatér", "Dagsordenen følger nu {what}: {told}."
NEW, GONE = "Nye punkter", "Falder bort"
STAYS = "Rækkefølge, indkaldte, noter og det, der er sat på i hånden, bliver stående."
COMES_BACK = " Det, der falder bort, kan sættes på igen nederst på dagsordenen."
MOVE, DAY, SAVE, MOVED = "Ret dato og status", "Dato", "Gem", "Mødet er rettet: {told}."
NO_DAY = "Vælg en dato."
NEW_PLAN = (
    "Status for planen {plan} er kommet. Mødet ser på {own}; vælg den nye plan under »{move}«, hvis det skal se på den."
)
KEEP_PLAN, PLAN_KEPT = "Bliv på {own}", "Mødet bliver på planen {own}."


@dataclass(frozen=True)
class Update:
    """What a meeting and its agenda would be: the lines that come on, the points that fall away, and what changes."""

    meeting: Meeting
    new: tuple[ProposedLine, ...]
    gone: tuple[AgendaItem, ...]
    changes: tuple[AgendaChange, ...]
    added: tuple[domain.AgendaItem, ...]

    @property
    def told(self) -> str:
        """Count what comes and goes: "3 nye punkter, 2 falder bort"."""
        said = [phrases.count_of(len(self.new), *NEW_POINTS)] if self.new else []
        said += [FALL_AWAY.format(n=phrases.number(len(self.gone)))] if self.gone else []
        return ", ".join(said) or THE_SAME


def _update_to(asked: AskedMeeting, wanted: Meeting, items: Sequence[AgendaItem]) -> Update:
    """Find what a meeting would be as wanted: its order and what was done by hand stay."""
    proposed = {line.indsats_id: line for line in proposal(wanted)}
    taken_off = {item.indsats_id for item in ask(queries.agenda_removed, asked.meeting_id)}
    gone, changes, standing = [], [], []
    for item in items:
        line = proposed.get(item.indsats_id or 0)
        reasons = _reasons(item, line)
        if reasons:
            standing.append(domain.AgendaItem(asked.meeting_id, item.indsats_id, item.topic, reasons, item.position))
            if reasons != item.reasons:
                changes.append(AgendaChange(item.item_id, item.version, {"reasons": reasons}))
        else:
            gone.append(item)
            changes.append(AgendaChange(item.item_id, item.version, {"removed": True}))
    here = {item.indsats_id for item in items} | taken_off
    new = tuple(line for line in proposed.values() if line.indsats_id not in here)
    added = []
    for line in new:
        place = place_for(standing, line.reasons)
        added.append(domain.AgendaItem(asked.meeting_id, line.indsats_id, None, line.reasons, place))
        standing = sorted([*standing, added[-1]], key=lambda each: each.position)
    return Update(wanted, new, tuple(gone), tuple(changes), tuple(added))


def _reasons(item: AgendaItem, line: ProposedLine | None) -> tuple[str, ...]:
    """Say why a point is on the agenda now; nothing where it falls away."""
    chosen = tuple(reason for reason in item.reasons if reason in CHOSEN)
    if line is not None:
        return (*line.reasons, *chosen)
    touched = item.invited or item.documents or item.decisions or item.focus or item.seen_light
    return chosen or (("kept",) if touched or item.indsats_id is None else ())


def place_for(items: Sequence[AgendaItem | domain.AgendaItem], reasons: Sequence[str]) -> float:
    """Find the position after the last point that has as weighty a reason."""
    rank = _rank(reasons)
    after = [place for place, item in enumerate(items) if _rank(item.reasons) <= rank]
    place = after[-1] + 1 if after else 0
    before = items[place - 1].position if place else items[0].position - 2 if items else 0.0
    beyond = items[place].position if place < len(items) else before + 2
    return (before + beyond) / 2


def _rank(reasons: Sequence[str]) -> int:
    return min((REASONS.index(reason) for reason in reasons if reason in REASONS), default=len(REASONS))


def newest(meeting: Meeting) -> Meeting:
    """Give the meeting as it looks at the newest status of each of its parts."""
    own = _newest_month(meeting, meeting.scope, meeting.month) or meeting.month
    cross: Month | None = None
    if has_cross_part(meeting.body, meeting.scope):
        cross = _newest_month(meeting, CROSS_CUTTING, meeting.cross_month)
    return replace(meeting, month=own, cross_month=None if cross == own else cross)


def _newest_month(meeting: Meeting, scope: Scope, now: Month | None) -> Month | None:
    offered = ask(queries.deliveries, plan=meeting.plan, scope=scope)
    return max(filter(None, (queries.opening(offered).month if offered else None, now)), default=None)


def _come(now: Meeting, wanted: Meeting) -> str:
    """Say which status a meeting as wanted looks at and does not yet: "tværgående status for november 2026"."""
    cross, is_own_newer = wanted.cross_month or wanted.month, wanted.month != now.month
    told = [OF_MONTH.format(month=wanted.month.label)] if is_own_newer else []
    if cross != (now.cross_month or now.month) and not (is_own_newer and wanted.cross_month is None):
        told.append(CROSS_CUTTING_STATUS.format(month=cross.label))
    return AND.join(told)


def _stays(wanted: Meeting) -> str:
    """Say which part of a meeting has not come for the month of the other."""
    if wanted.cross_month is None:
        return ""
    own, cross = wanted.month.label, wanted.cross_month.label
    said = OWN_STAYS if wanted.cross_month > wanted.month else CROSS_STAYS
    return said.format(month=max(wanted.month, wanted.cross_month).label, own=own, cross=cross)


def show_update(asked: AskedMeeting, items: Sequence[AgendaItem]) -> bool:
    """Offer the newer status, or what the same status has lost; tell whether anything was offered."""
    wanted = newest(asked.meeting)
    update, come, over = _update_to(asked, wanted, items), _come(asked.meeting, wanted), asked.listed.version
    if not come and not update.gone:
        return False
    head = HAS_COME.format(what=phrases.capitalised(come), told=update.told)
    with st.container(key="ny_status", gap="small"):
        with st.container(horizontal=True, vertical_alignment="center", gap="medium", key="ny_status_hoved"):
            st.html(h2[head if come else HAS_CHANGED.format(told=update.told)], width="stretch")
            said = UPDATED.format(what=come or OF_MONTH.format(month=wanted.month.label), told=update.told)
            st.button(UPDATE, key="opdater", type="primary", on_click=_carry_out, args=(asked, over, update, said))
        told = (ask(queries.lines, part)[["indsats_id", "shown_light"]] for part in reversed(looked_at(wanted)))
        now = {int(line): str(lit) for of_part in told for line, lit in of_part.itertuples(index=False)}
        points = _listed(NEW, update.new, asked, now), _listed(GONE, update.gone, asked, now)
        st.html(fragment[points, p(".quiet")[_stays(wanted), " ", STAYS, COMES_BACK if update.gone else None]])
    return True


def show_new_plan(asked: AskedMeeting) -> None:
    """Say that a new plan's status has come, until somebody chooses it or says that the meeting stays where it is."""
    meeting, newest_plan = asked.meeting, ask(queries.plans)[0]
    if meeting.plan is None or newest_plan <= max(meeting.plan, meeting.kept_plan or ""):
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="medium", key="ny_plan"):
        said = NEW_PLAN.format(plan=newest_plan, own=meeting.plan, move=MOVE)
        st.html(p(".note")[said], width="content")
        keep, kept = (text.format(own=meeting.plan) for text in (KEEP_PLAN, PLAN_KEPT))
        st.button(keep, key="bliv_paa_plan", type="tertiary", on_click=_keep_plan, args=(asked, newest_plan, kept))


def _keep_plan(asked: AskedMeeting, plan: str, said: str) -> None:
    over = asked.listed.version
    attempt(lambda: change_meeting(database(), asked.meeting_id, over, {"kept_plan": plan}, by=acting("decide")), said)


def _listed(
    name: str, points: Sequence[ProposedLine | AgendaItem], asked: AskedMeeting, now: Mapping[int, str]
) -> Element | None:
    """List points with the light that they have in the status that is offered, which says why they come or go."""

    def lit(point: ProposedLine | AgendaItem) -> Node:
        said = now.get(point.indsats_id or 0)
        return light(Light(said)) if said else span

    rows = (div(".proposal")[lit(each), span[linked_name(each, asked)], _why(each)] for each in points)
    return details(open=len(points) <= 6)[summary[f"{name} ({len(points)})"], rows] if points else None


def _why(point: ProposedLine | AgendaItem) -> Node:
    return span(".agenda-why")[why(point.reasons)] if isinstance(point, ProposedLine) else span


def _carry_out(asked: AskedMeeting, over: int, update: Update, said: str) -> None:
    """Make the meeting and its agenda what was offered."""
    listed, wanted = asked.listed, update.meeting
    changed = {name: getattr(wanted, name) for name in ("held_on", "month", "cross_month", "scope", "plan")}
    changes = list(update.changes)
    if listed.case_item is not None and listed.case_version is not None and listed.case_title != case_title(wanted):
        changes.append(AgendaChange(listed.case_item, listed.case_version, {"topic": case_title(wanted)}))
    attempt(
        lambda: change_meeting(database(), asked.meeting_id, over, changed, changes, update.added, acting("decide")),
        said,
    )


def show_moving(asked: AskedMeeting, items: Sequence[AgendaItem]) -> None:
    """Let the date and the status of a meeting be changed until it is held."""
    with st.popover(MOVE, key="ret_moede", on_change="rerun") as place:
        if not place.open:
            return
        listed = asked.listed
        form = f"ret_{asked.meeting_id}_{listed.version}"
        day: date | None = st.date_input(DAY, listed.held_on, key=f"{form}_dato", format="DD.MM.YYYY")
        status = choose_status(form, listed.body, listed)
        if day is None:
            st.html(p(".note")[NO_DAY])
            return
        update = _update_to(asked, replace(listed, held_on=day, **status), items)
        st.html(p(".quiet")[f"{phrases.capitalised(update.told)}. {STAYS}"])
        said = MOVED.format(told=update.told)
        st.button(
            SAVE, key=f"{form}_gem", type="primary", on_click=_carry_out, args=(asked, listed.version, update, said)
        )
