"""One line of the plan: its whole life up to a month, its names and relations, and where it is to be found."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from dashboard.domain.light import Light, State
from dashboard.domain.line_fields import OF_MONTH, WRITTEN
from dashboard.domain.line_search import KnownName
from dashboard.domain.month import Month
from dashboard.domain.scope import Scope
from dashboard.queries.answer import answer_rows
from dashboard.queries.rows import Named
from dashboard.queries.selection import Selection
from dashboard.store.seen import Seen


@dataclass(frozen=True)
class OtherLight:
    """What another workbook of the month says."""

    scope: Scope
    light: Light


@dataclass(frozen=True)
class ToldMonth:
    """A month of a line's life; ``own`` is false where only another scope's workbook tells it (``told_by``)."""

    plan: str
    indsats_id: int
    month: Month
    state: State
    own: bool
    told_by: Scope | None


@dataclass(frozen=True)
class TimelineMonth(ToldMonth):
    """A month of a line's life with all that it says: ``told`` by the names of the fields, None where it is absent.

    ``kind`` is as change_kind calls the step, also 'new' in a first month that the scope was delivered before;
    ``in_row`` and ``since`` are the spell within the scope. ``lent_cells`` are those of the scope's own workbook, for
    what the newer one leaves out; cells and runs are as stored.
    """

    state_before: State | None
    kind: str | None
    in_row: int | None
    since: Month | None
    others: tuple[OtherLight, ...]
    title: str | None
    code: str | None
    marks: str | None
    udvalg: tuple[str, ...]
    tema: str | None
    art: str | None
    responsible: str | None
    cross_cutting: bool | None
    runs: str | None
    cells: str | None
    lent_cells: str | None
    snapshot_id: int | None
    cell: str | None
    told: Mapping[str, Any]


@dataclass(frozen=True)
class FieldChange:
    """What a line says otherwise than when it was last told; the texts of "subtasks" are as they are stored."""

    month: Month
    field: str
    old_text: str
    new_text: str


@dataclass(frozen=True)
class Amount:
    """The amount of a year (1.000 kr.) as a month tells it, and as it was told before (None at first)."""

    month: Month
    year: int
    amount: float
    amount_before: float | None


@dataclass(frozen=True)
class Spelling(Named):
    """A name of a line, from and until when; who said (when, UTC) that it is the same line: None for the same title."""

    title: str
    code: str | None
    first_month: Month
    last_month: Month
    confirmed_by: str | None
    confirmed_at: datetime | None


@dataclass(frozen=True)
class RelatedLine(Named):
    """A line that a line continues (a parent) or that continues it, and who decided that (when, UTC)."""

    relation: Literal["parent", "continuation"]
    indsats_id: int
    title: str
    code: str | None
    light: Light
    first_month: Month
    last_month: Month
    decided_by: str | None
    decided_at: datetime | None


@dataclass(frozen=True)
class LineClosing:
    """A line that is closed; ``note`` is why, or the name of the workbook that says so."""

    indsats_id: int
    written_at: datetime
    written_by: str
    note: str


@dataclass(frozen=True)
class LinePlace(Named):
    """A plan and scope that tells a line; ``nearest_month`` is the last one up to the month shown."""

    plan: str
    scope: Scope
    first_month: Month
    last_month: Month
    nearest_month: Month | None
    title: str
    code: str | None


@dataclass(frozen=True, kw_only=True)
class LineName(KnownName, Named):
    """A name that a line has or had, its newest name, and what was last told of it; ``udvalg`` is "ØK, KB"."""

    title_now: str
    code_now: str | None
    udvalg: str
    light: Light
    told_month: Month

    @property
    def name_now(self) -> str:
        """Give the newest title and code."""
        return f"{self.title_now} {self.code_now}" if self.code_now else self.title_now


def line_timeline(con: Seen, selection: Selection, indsats_id: int) -> tuple[TimelineMonth, ...]:
    """Tell every month of a line's life up to the one shown, oldest first; nothing of one that the scope never held."""
    return answer_rows(con, "line_timeline", TimelineMonth, selection.known_at, **_asked(selection, indsats_id))


def line_changes(con: Seen, selection: Selection, indsats_id: int) -> tuple[FieldChange, ...]:
    """List what a line says otherwise than when it was last told, oldest first."""
    facts = [name for name in WRITTEN if name not in OF_MONTH]
    asked = _asked(selection, indsats_id)
    return answer_rows(con, "line_changes", FieldChange, selection.known_at, facts=facts, fields=list(WRITTEN), **asked)


def line_amounts(con: Seen, selection: Selection, indsats_id: int) -> tuple[Amount, ...]:
    """List the amounts of every month."""
    return answer_rows(con, "line_amounts", Amount, selection.known_at, **_asked(selection, indsats_id))


def line_inherited(con: Seen, selection: Selection, indsats_id: int) -> tuple[ToldMonth, ...]:
    """List what the lines that a line continues were before its own life, oldest first, the worst of several."""
    return answer_rows(con, "line_inherited", ToldMonth, selection.known_at, **_asked(selection, indsats_id))


def line_names(con: Seen, selection: Selection, indsats_id: int) -> tuple[Spelling, ...]:
    """List every spelling told up to the month, newest first."""
    return answer_rows(con, "line_names", Spelling, selection.known_at, month=str(selection.month), indsats=indsats_id)


def line_relations(con: Seen, selection: Selection, indsats_id: int) -> tuple[RelatedLine, ...]:
    """List the lines that a line continues and those that continue it, as known for the month."""
    return answer_rows(
        con, "line_relations", RelatedLine, selection.known_at, month=str(selection.month), indsats=indsats_id
    )


def line_places(con: Seen, selection: Selection, indsats_id: int) -> tuple[LinePlace, ...]:
    """List the plans and scopes that tell a line, the shown plan and the widest first; empty where there is none."""
    parameters = {"plan": selection.plan, "month": str(selection.month), "indsats": indsats_id}
    return answer_rows(con, "line_places", LinePlace, selection.known_at, **parameters)


def line_closings(con: Seen) -> tuple[LineClosing, ...]:
    """List the lines that only some may see, and who said so last."""
    return answer_rows(con, "line_closings", LineClosing)


def sees_closed(con: Seen) -> bool:
    """Tell whether who asks may see closed lines."""
    return (True,) in con.execute("SELECT closed FROM viewer").fetchall()


def known_names(con: Seen, month: Month | None = None, known_at: datetime | None = None) -> tuple[LineName, ...]:
    """List every name of every line told up to a month (None: the newest), also the earlier names."""
    return answer_rows(con, "known_names", LineName, known_at, month=str(month) if month else None)


def _asked(selection: Selection, indsats_id: int) -> Mapping[str, Any]:
    return {**selection.place, "indsats": indsats_id}
