"""What the documents of a meeting rest on: the status it looks at, its lock, and what was decided before it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from dashboard import queries
from dashboard.documents.frame import CLOSED_FILE, closed_marks, example_mark, stem
from dashboard.domain.clock import utc_now
from dashboard.domain.meeting import Meeting
from dashboard.domain.scope import CROSS_CUTTING, Scope
from dashboard.domain.terms import terms
from dashboard.queries import AgendaItem, Ask, ListedMeeting, Selection, StandingDecision
from dashboard.reports.document import Block, Document
from dashboard.wording import meetings as words
from dashboard.wording import phrases

NO_STATUS = "Mødet er fra før den første status."
WITHDRAWN = "Status for {month}, som mødet ser på, er trukket tilbage."
CROSS_CUTTING_STATUS = "tværgående status for {month}"
DRAFT = "Udkast: mødet er ikke afholdt og låst endnu."
HELD, REOPENED = "Afholdt og låst {when} af {who}.", "Låst op igen {when} af {who}."


def meeting_document(
    ask: Ask,
    meeting: Meeting,
    kind: str,
    title: str,
    items: Sequence[AgendaItem],
    blocks: Sequence[Block],
    shown: Sequence[str],
) -> Document:
    """Make a document about a meetingand its points; ``kind`` begins its file's name."""
    made_at, looked_at = utc_now(), f"status-{meeting.month} {phrases.scope_name(meeting.scope)}"
    points = phrases.count_of(len(items), "punkt", "punkter")
    lines = [item.indsats_id for item in items if item.indsats_id and "closed" not in item.reasons]
    closed, without = closed_marks(ask, lines, sum("closed" in item.reasons for item in items))
    name = stem(
        made_at, kind, f"{words.body_name(meeting.body)} {meeting.held_on}", looked_at, points, closed and CLOSED_FILE
    )
    mark = example_of(ask, meeting)
    told = (*shown, *filter(None, [without]))
    return Document(title, told, tuple(blocks), made_at, name, mark, closed)


def status_of(ask: Ask, meeting: Meeting) -> Selection:
    """Give the status that a meeting looks at, compared with the month before it."""
    compare = ask(queries.previous_month, meeting.month, meeting.scope, plan=meeting.plan)
    return Selection(meeting.month, compare, meeting.scope, plan=meeting.plan)


def status_of_item(ask: Ask, meeting: Meeting, item: AgendaItem) -> Selection:
    """Give the status that tells of a point: the newest that the meeting looks at, in the scope that has it."""
    return status_of(ask, replace(meeting, month=item.month or meeting.month, scope=item.scope or meeting.scope))


def has_cross_part(body: str, scope: Scope) -> bool:
    """Tell whether a meeting of a body looks at the cross-cutting lines beside a part of its own."""
    return CROSS_CUTTING in terms().body(body).scopes[1:] and not scope.is_cross_cutting


def looked_at(ask: Ask, meeting: Meeting) -> tuple[Selection, ...]:
    """Give the parts of the plan that a meeting looks at, the newest first; the own one before the cross-cutting."""
    own = status_of(ask, meeting)
    if not has_cross_part(meeting.body, meeting.scope):
        return (own,)
    if meeting.scope.is_plan and meeting.body in udvalg_of(ask, own) | {udvalg.key for udvalg in terms().udvalg}:
        own = replace(own, udvalg=(meeting.body,))
    beside = status_of(ask, replace(meeting, scope=CROSS_CUTTING, month=meeting.cross_month or meeting.month))
    return (beside, own) if beside.month > own.month else (own, beside)


def example_of(ask: Ask, meeting: Meeting) -> str:
    """Give the mark of a meeting that looks at invented status, or nothing."""
    return next(filter(None, (example_mark(ask, part) for part in looked_at(ask, meeting))), "")


def udvalg_of(ask: Ask, selection: Selection) -> set[str]:
    """Give the udvalg whose lines a status tells of."""
    options = ask(queries.filter_options, selection)
    return {each.value for each in options if each.field == "udvalg" and each.value}


def has_status(ask: Ask, meeting: Meeting) -> bool:
    """Tell whether there is a status for the month that a meeting looks at: one from before the first has none."""
    return any(each.month == meeting.month for each in ask(queries.deliveries, plan=meeting.plan))


def looks_at(ask: Ask, meeting: Meeting) -> str:
    """Say which status the meeting looks at: "Status for oktober 2026 sammenlignet med … · Hele planen"."""
    if not has_status(ask, meeting):
        of_month = (each for each in ask(queries.revision_names) if each.month == meeting.month)
        is_withdrawn = any(each.plan == meeting.plan for each in of_month)
        return WITHDRAWN.format(month=meeting.month.label) if is_withdrawn else NO_STATUS
    selection = status_of(ask, meeting)
    month = phrases.months_shown(selection)
    own = f"Status for {month[:1].lower()}{month[1:]} · {phrases.scope_name(selection.scope)}"
    if meeting.cross_month is None:
        return own
    return f"{own} · {phrases.capitalised(CROSS_CUTTING_STATUS.format(month=meeting.cross_month.label))}"


def lock_notes(ask: Ask, meeting: ListedMeeting) -> list[str]:
    """Say when the meeting was locked, and when and by whom a lock was undone."""
    said = [
        (HELD if each.locked else REOPENED).format(when=phrases.moment(each.written_at), who=each.written_by)
        for each in ask(queries.meeting_locks, meeting.meeting_id)
    ]
    return said if meeting.is_held else [*said, DRAFT]


def last_decisions(ask: Ask, meeting_id: int, held_on: date) -> Mapping[int, tuple[StandingDecision, ...]]:
    """Give what the last meeting before this one decided about each line, and what is open still of those before it."""
    found: dict[int, tuple[StandingDecision, ...]] = {}
    for told in ask(queries.decisions):
        if told.indsats_id is None or told.meeting_id == meeting_id or told.held_on > held_on:
            continue
        before = found.get(told.indsats_id, ())
        if not before or told.is_open or told.meeting_id == before[0].meeting_id:
            found[told.indsats_id] = (*before, told)
    return found


def highlighted(ask: Ask, meeting: Meeting, items: Sequence[AgendaItem]) -> Mapping[int, str]:
    """Give what direktionen highlights of the points that are on the agenda because of it, by item."""
    taken = {item.indsats_id: item.item_id for item in items if "highlighted" in item.reasons}
    told = ask(queries.half_year_highlights, status_of(ask, meeting)) if taken else ()
    return {taken[word.indsats_id]: word.text for word in told if word.indsats_id in taken}


def last_of_case(ask: Ask, meeting: Meeting) -> tuple[StandingDecision, ...]:
    """Give what the body decided of the whole case the last time it met."""
    for each in ask(queries.meetings):
        if each.body == meeting.body and each.held_on < meeting.held_on and each.case_item is not None:
            told = ask(queries.decisions, meeting=each.meeting_id)
            return tuple(one for one in told if one.item_id == each.case_item)
    return ()
