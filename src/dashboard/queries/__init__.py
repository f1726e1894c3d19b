"""Questions asked of the plan: a selection goes in, a DataFrame comes out."""

from pathlib import Path

from dashboard.queries.answer import RECORDS, name_of
from dashboard.queries.history import (
    GivenAnswer,
    Revision,
    RevisionEvent,
    reading_answers,
    revision_events,
    revision_issues,
    revisions,
)
from dashboard.queries.indsats import (
    Amount,
    FieldChange,
    LineName,
    LinePlace,
    RelatedLine,
    Spelling,
    TimelineMonth,
    ToldMonth,
    known_names,
    line_amounts,
    line_changes,
    line_inherited,
    line_names,
    line_places,
    line_relations,
    line_timeline,
)
from dashboard.queries.matrix import PartCount, matrix
from dashboard.queries.meetings import (
    AgendaItem,
    Correction,
    LineMeeting,
    ListedMeeting,
    Point,
    ProposedLine,
    RemovedItem,
    StandingDecision,
    agenda,
    agenda_proposal,
    agenda_removed,
    corrections,
    decisions,
    line_meetings,
    meetings,
)
from dashboard.queries.money import money, money_history, plan_years
from dashboard.queries.progress import (
    LineLife,
    LineStates,
    ListedLine,
    Recovery,
    Transition,
    delivered_months,
    flow,
    light_history,
    line_list,
    line_lives,
    line_states,
    recovery,
    spells,
    transitions,
)
from dashboard.queries.questions import (
    CHANGE_KINDS,
    Change,
    Part,
    changes,
    data_version,
    default_selection,
    deliveries,
    distribution,
    filter_options,
    light_counts,
    lines,
    previous_month,
    saved_views,
)
from dashboard.queries.reason_counts import reason_counts
from dashboard.queries.selection import Selection
from dashboard.queries.signals import Signal, scope_signals, signal_lines, signals
from dashboard.queries.summary import summary
from dashboard.queries.text_changes import TextChange, text_changes
from dashboard.queries.who_is_who import LineLink, SuggestedLine, SuggestedPair, line_links, suggestions
from dashboard.store.database import Database, DatabaseError
from dashboard.store.database import open_database as _open
from dashboard.store.location import database_path

__all__ = [
    "CHANGE_KINDS",
    "RECORDS",
    "AgendaItem",
    "Amount",
    "Change",
    "Correction",
    "Database",
    "DatabaseError",
    "FieldChange",
    "GivenAnswer",
    "LineLife",
    "LineLink",
    "LineMeeting",
    "LineName",
    "LinePlace",
    "LineStates",
    "ListedLine",
    "ListedMeeting",
    "Part",
    "PartCount",
    "Point",
    "ProposedLine",
    "Recovery",
    "RelatedLine",
    "RemovedItem",
    "Revision",
    "RevisionEvent",
    "Selection",
    "Signal",
    "Spelling",
    "StandingDecision",
    "SuggestedLine",
    "SuggestedPair",
    "TextChange",
    "TimelineMonth",
    "ToldMonth",
    "Transition",
    "agenda",
    "agenda_proposal",
    "agenda_removed",
    "changes",
    "corrections",
    "data_version",
    "decisions",
    "default_selection",
    "delivered_months",
    "deliveries",
    "distribution",
    "filter_options",
    "flow",
    "known_names",
    "light_counts",
    "light_history",
    "line_amounts",
    "line_changes",
    "line_inherited",
    "line_links",
    "line_list",
    "line_lives",
    "line_meetings",
    "line_names",
    "line_places",
    "line_relations",
    "line_states",
    "line_timeline",
    "lines",
    "matrix",
    "meetings",
    "money",
    "money_history",
    "name_of",
    "open_database",
    "plan_years",
    "previous_month",
    "reading_answers",
    "reason_counts",
    "recovery",
    "revision_events",
    "revision_issues",
    "revisions",
    "saved_views",
    "scope_signals",
    "signal_lines",
    "signals",
    "spells",
    "suggestions",
    "summary",
    "text_changes",
    "transitions",
]


def open_database(path: Path | None = None, *, in_memory_when_missing: bool = False) -> Database:
    """Open the database that is asked for, or (None) the one the settings name; raise DatabaseError.

    A missing file is created, unless only an empty database in memory is wanted in its place.
    """
    place = path or database_path()
    return _open(None if in_memory_when_missing and not place.exists() else place)
