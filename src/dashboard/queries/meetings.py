"""Meetings: which there are, what is on their agendas, and what they decided."""

from dataclasses import dataclass
from datetime import date, datetime

from dashboard.domain.light import Light
from dashboard.domain.meeting import REASONS, Decision, Kind, Meeting, State
from dashboard.domain.month import Month
from dashboard.domain.scope import Scope
from dashboard.domain.terms import terms
from dashboard.queries.answer import answer_rows, rests_on_records, selection_rows
from dashboard.queries.selection import Selection
from dashboard.store.seen import Seen


@dataclass(frozen=True)
class ListedMeeting(Meeting):
    """A meeting as its newest version has it, with how much is on its agenda, was decided, and is open still.

    ``closed_at`` is UTC (None: planned). ``case_item`` is the item that is the whole case, with its documents.
    """

    meeting_id: int = 0
    version: int = 0
    closed_at: datetime | None = None
    closed_by: str | None = None
    case_item: int | None = None
    case_title: str | None = None
    case_version: int | None = None
    documents: tuple[str, ...] = ()
    items: int = 0
    decisions: int = 0
    open: int = 0

    @property
    def is_held(self) -> bool:
        """Tell whether it has been held and is locked."""
        return self.locked


@dataclass(frozen=True)
class Point:
    """What a meeting can talk about: a line of the plan, or a topic of its own."""

    indsats_id: int | None
    topic: str | None
    title: str | None
    code: str | None

    @property
    def name(self) -> str:
        """Name it: "Flådestyring R003", or the topic."""
        return " ".join(filter(None, (self.title, self.code))) or self.topic or "Indsats"


@dataclass(frozen=True)
class AgendaItem(Point):
    """A point of an agenda, its line as known for the ``month``; ``seen_light`` is how the meeting sees it.

    ``in_row`` and ``since`` say how long the line has had its ``light``, in the ``scope`` that tells of it; all five
    are None where nothing is told. ``last_seen_light`` is the body's own colour the last time it went through it.
    """

    item_id: int
    version: int
    reasons: tuple[str, ...]
    position: float
    invited: str | None
    focus: bool
    seen_light: Light | None
    documents: tuple[str, ...]
    month: Month | None
    scope: Scope | None
    udvalg: tuple[str, ...]
    responsible: str | None
    light: Light | None
    in_row: int | None
    since: Month | None
    last_seen_light: Light | None
    last_seen_on: date | None
    decisions: int


@dataclass(frozen=True)
class RemovedItem(Point):
    """A point that was taken off an agenda: when (UTC) and by whom."""

    item_id: int
    version: int
    written_at: datetime
    written_by: str


@dataclass(frozen=True)
class ProposedLine(Point):
    """A line that a meeting should go through, and why, as the ``month`` of the ``scope`` tells it."""

    indsats_id: int
    light: Light
    month: Month
    scope: Scope
    reasons: tuple[str, ...]


@dataclass(frozen=True)
class StandingDecision(Point):
    """A decision as it stands, and the meeting that made it; ``is_open`` says that it waits for somebody."""

    decision_id: int
    version: int
    item_id: int
    meeting_id: int
    body: str
    held_on: date
    kind: Kind
    text: str
    responsible: str | None
    due: date | None
    state: State
    is_open: bool
    note: str | None
    written_at: datetime
    written_by: str

    @property
    def decision(self) -> Decision:
        """Give what was written."""
        return Decision(self.item_id, self.kind, self.text, self.responsible, self.due, self.state, self.note)


@dataclass(frozen=True)
class LineMeeting:
    """A meeting that said something of a line: ``light`` as it saw it (None: as reported), ``focus`` picked it."""

    item_id: int
    meeting_id: int
    body: str
    held_on: date
    light: Light | None
    focus: bool


@dataclass(frozen=True)
class Lock:
    """When and by whom a meeting was locked, or a lock undone."""

    locked: bool
    written_at: datetime
    written_by: str


@dataclass(frozen=True)
class Correction:
    """What was changed in a decision after its meeting was held; a text is None where there was or is no decision."""

    item_id: int
    text_before: str | None
    text: str | None
    written_at: datetime
    written_by: str


@rests_on_records
def meetings(con: Seen) -> tuple[ListedMeeting, ...]:
    """List the meetings, newest first."""
    return answer_rows(con, "meetings", ListedMeeting)


@rests_on_records
def agenda(con: Seen, meeting: int) -> tuple[AgendaItem, ...]:
    """List the items of a meeting in order."""
    return answer_rows(con, "agenda", AgendaItem, meeting=meeting)


@rests_on_records
def agenda_removed(con: Seen, meeting: int) -> tuple[RemovedItem, ...]:
    """List what was taken off a meeting's agenda and is not on it again, the latest first."""
    return answer_rows(con, "agenda_removed", RemovedItem, meeting=meeting)


@rests_on_records
def agenda_proposal(con: Seen, selection: Selection, body: str, held_on: date) -> tuple[ProposedLine, ...]:
    """List the lines that a meeting should go through, in order.

    Who meets about the whole plan is told first what direktionen highlights in its half-year status.
    """
    takes_highlights, reasons = terms().body(body).scopes[0].is_plan, list(REASONS)
    return selection_rows(
        con,
        "agenda_proposal",
        ProposedLine,
        selection,
        body=body,
        held_on=held_on,
        reasons=reasons,
        takes_highlights=takes_highlights,
    )


@rests_on_records
def decisions(
    con: Seen,
    meeting: int | None = None,
    indsats: int | None = None,
    body: str | None = None,
    *,
    only_open: bool = False,
    until: Month | None = None,
) -> tuple[StandingDecision, ...]:
    """List the decisions that stand, newest meeting first, as narrowed; ``until`` leaves out later months' meetings."""
    return answer_rows(
        con,
        "decisions",
        StandingDecision,
        meeting=meeting,
        indsats=indsats,
        body=body,
        only_open=only_open,
        until=str(until) if until else None,
    )


@rests_on_records
def line_meetings(con: Seen, indsats: int, until: Month) -> tuple[LineMeeting, ...]:
    """List the meetings, up to those about a month, that said something of a line, newest first."""
    return answer_rows(con, "line_meetings", LineMeeting, indsats=indsats, until=str(until))


@rests_on_records
def corrections(con: Seen, meeting: int) -> tuple[Correction, ...]:
    """List what was changed in the words of a meeting after it was held."""
    return answer_rows(con, "corrections", Correction, meeting=meeting)


@rests_on_records
def meeting_locks(con: Seen, meeting: int) -> tuple[Lock, ...]:
    """List when a meeting was locked and its lock undone, in order."""
    return answer_rows(con, "meeting_locks", Lock, meeting=meeting)
