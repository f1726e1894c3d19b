"""What has been done to the data: every revision, what was wrong with it and done to it, and what was answered."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from dashboard.domain.answer_words import answer_said
from dashboard.domain.issue import Issue
from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.domain.reading_answer import Answer
from dashboard.domain.scope import Scope
from dashboard.queries.answer import answer_rows, rests_on_records
from dashboard.store.seen import Seen


@dataclass(frozen=True)
class RevisionName:
    """Which revision it is: of which month and scope of a plan, and its number among theirs."""

    snapshot_id: int
    plan: str
    month: Month
    scope: Scope
    revision: int


@dataclass(frozen=True)
class Revision(RevisionName):
    """A revision: what it holds, and against the one before it (None for the first) what is new, gone and changed.

    Times are UTC; ``n_changed`` counts those of ``n_light`` too.
    """

    state: Literal["counts", "replaced", "withdrawn"]
    file_name: str
    sha256: str
    imported_at: datetime
    imported_by: str
    withdrawn_at: datetime | None
    withdrawn_by: str | None
    withdrawn_note: str | None
    is_example: bool
    lines: int
    red: int
    yellow: int
    green: int
    not_reported: int
    done: int
    errors: int
    warnings: int
    n_new: int | None
    n_gone: int | None
    n_light: int | None
    n_changed: int | None

    @property
    def lights(self) -> dict[Light, int]:
        """Count the lines by their light."""
        return {light: getattr(self, light) for light in Light}


@dataclass(frozen=True)
class RevisionEvent:
    """What was done to a revision, when (UTC), by whom, and why (None: nothing was said)."""

    happened_at: datetime
    who: str
    what: Literal["import", "withdraw", "restore"]
    note: str | None


@dataclass(frozen=True)
class RecordedEvent:
    """Who did what and when (UTC), about which snapshot (None: about none), and what it says of itself."""

    event_id: int
    happened_at: datetime
    who: str
    what: str
    plan: str | None
    month: Month | None
    scope: Scope | None
    revision: int | None
    said: str | None


@dataclass(frozen=True)
class GivenAnswer:
    """What was answered about tables with some headings, for which file, and whether it stands; times are UTC."""

    answer_id: int
    layout: str
    headings: tuple[str, ...]
    subject: str
    value: str
    given_at: datetime
    given_by: str
    file_name: str
    state: Literal["stands", "replaced", "forgotten"]
    withdrawn_at: datetime | None
    withdrawn_by: str | None

    @property
    def said(self) -> str:
        """Say in Danish what was answered."""
        return answer_said(Answer(self.layout, self.subject, self.value), list(self.headings))

    @property
    def about(self) -> str:
        """Name the headings as they were written."""
        return " · ".join(filter(None, self.headings)) or self.layout


def revision_names(con: Seen) -> tuple[RevisionName, ...]:
    """Name every revision, newest import first: of 480,000 statuses in no time, where `revisions` compares them all."""
    return answer_rows(con, "revision_names", RevisionName)


def revisions(
    con: Seen,
    month: Month | None = None,
    scope: Scope | None = None,
    plan: str | None = None,
    of: tuple[int, ...] | None = None,
) -> tuple[Revision, ...]:
    """List every revision, or those of a month, a scope, a plan or some snapshots, newest import first."""
    given_month, given_scope = str(month) if month else None, str(scope) if scope else None
    return answer_rows(
        con, "revisions", Revision, month=given_month, scope=given_scope, of_plan=plan, of=of and list(of)
    )


def revision_issues(con: Seen, snapshot: int) -> tuple[Issue, ...]:
    """List what was wrong with a workbook when it was saved, errors first."""
    return answer_rows(con, "revision_issues", Issue, snapshot=snapshot)


def revision_events(con: Seen, snapshot: int) -> tuple[RevisionEvent, ...]:
    """List what was done to a revision, oldest first."""
    return answer_rows(con, "revision_events", RevisionEvent, snapshot=snapshot)


def record(con: Seen, since: datetime | None = None, newest: int | None = None) -> tuple[RecordedEvent, ...]:
    """List all that was done, or what was done since a moment, newest first, or only so many of it."""
    return answer_rows(con, "record", RecordedEvent, since=since, newest=newest)


@rests_on_records
def reading_answers(con: Seen) -> tuple[GivenAnswer, ...]:
    """List what was answered about how tables are read, those that stand first, each of them newest first."""
    return answer_rows(con, "reading_answers", GivenAnswer)
