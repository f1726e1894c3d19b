"""The questions: one function for each .sql file of the same name."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Literal, get_args

from dashboard.domain.change import CHANGE_NAMES
from dashboard.domain.clock import this_month
from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.domain.political_treatment import treated_by
from dashboard.domain.scope import Scope
from dashboard.domain.terms import terms
from dashboard.queries.answer import (
    answer_rows,
    answer_selection,
    answer_value,
    rests_on_records,
    selection_rows,
)
from dashboard.queries.rows import Named
from dashboard.queries.selection import Selection
from dashboard.store.seen import Seen

if TYPE_CHECKING:  # pandas takes as long to load as all else, and the command line seldom needs it
    import pandas as pd

Part = Literal["udvalg", "tema", "art", "responsible"]
PARTS: tuple[Part, ...] = get_args(Part)
CHANGE_KINDS = tuple(CHANGE_NAMES)


def data_version(con: Seen, *, records: bool = True) -> int:
    """Give a number that grows with everything that is done to the data, or with workbooks and lines alone."""
    return int(answer_value(con, "data_version", records=records))


@dataclass(frozen=True)
class Delivery:
    """A month and scope that can be shown; ``basis_scope`` is whose workbook says which lines there are."""

    month: Month
    scope: Scope
    basis_scope: Scope
    imported_at: datetime
    imported_by: str | None
    revision: int
    file_name: str
    is_example: bool

    @property
    def is_ahead(self) -> bool:
        """Tell whether its month has not begun; what is invented may lie ahead."""
        return not self.is_example and self.month > this_month()


@dataclass(frozen=True)
class _Plan:
    plan: str


@dataclass(frozen=True)
class FilterOption:
    """A value of a field (as in Selection) that can be filtered by, "" for the lines that have none, and how many."""

    field: str
    value: str
    n: int


@dataclass(frozen=True)
class LightCount:
    """How many lines have a light, and had it in the comparison month (None without one)."""

    light: Light
    n: int
    n_before: int | None


def plans(con: Seen, known_at: datetime | None = None) -> tuple[str, ...]:
    """List the plans that something stands for, the one that pages open on first."""
    return tuple(row.plan for row in answer_rows(con, "plans", _Plan, known_at, now=str(this_month())))


def deliveries(
    con: Seen,
    known_at: datetime | None = None,
    plan: str | None = None,
    scope: Scope | None = None,
) -> tuple[Delivery, ...]:
    """List the months and scopes of a plan (None: the one that pages open on) that can be shown, or could at a moment.

    Newest month and widest scope first. A scope that is named is there as well where only the whole plan speaks for it.
    """
    return answer_rows(con, "deliveries", Delivery, known_at, plan=plan, scope=str(scope) if scope else None)


def filter_options(con: Seen, selection: Selection) -> tuple[FilterOption, ...]:
    """List what can be filtered by in a month and scope."""
    found = answer_rows(con, "filter_options", FilterOption, selection.known_at, **selection.place)
    n: Counter[str] = Counter()
    for option in found:
        if option.field == "political_treatment":
            n.update(dict.fromkeys(treated_by(option.value), option.n))
    treated = (FilterOption("treated_by", udvalg, n[udvalg]) for udvalg in sorted(n, key=lambda key: (key == "", key)))
    return (*(option for option in found if option.field != "political_treatment"), *treated)


def unknown_filter(con: Seen, selection: Selection) -> str | None:
    """Say which udvalg or tema of a selection is neither on the list nor in the month, and what there is instead."""
    for field, known in (("udvalg", terms().udvalg), ("tema", terms().tema)):
        there = [each.value for each in filter_options(con, selection) if each.field == field and each.value]
        for asked in getattr(selection, field):
            if asked not in {*there, *(one.key for one in known)}:
                return f"Der er intet {field}, der hedder {asked}. Der er: {', '.join(there) or 'ingen'}."
    return None


@dataclass(frozen=True)
class LineTrait:
    """What a line is that no one field says: never_green, red_without_ask."""

    trait: str
    indsats_id: int


def line_traits(con: Seen, selection: Selection) -> tuple[LineTrait, ...]:
    """List the lines of a month and scope by what they are that no one field says."""
    return answer_rows(con, "line_traits", LineTrait, selection.known_at, **selection.place)


def light_counts(con: Seen, selection: Selection) -> tuple[LightCount, ...]:
    """Count the lines under each of the five lights, worst first."""
    return selection_rows(con, "light_counts", LightCount, selection)


@dataclass(frozen=True)
class SavedView:
    """A page with its filters (as the address has them) under a name; who saved it, and when (UTC)."""

    view_id: int
    name: str
    page: str
    query: str
    saved_at: datetime
    saved_by: str | None


@dataclass(frozen=True)
class Change(Named):
    """A line that changed since the comparison month; a light is None where the line did not stand.

    A line that the filters let through in one of the months alone has the kind moved_in or moved_out; ``moved_in``
    marks it where its light changed too. ``reason`` and ``text`` are what was said in the month when it last got worse,
    else in the month that is told of (``said_in``); runs are as stored. sheet and cell are where the light was read.
    """

    kind: str
    indsats_id: int
    title: str
    code: str | None
    light_before: Light | None
    light_now: Light | None
    moved_in: bool
    udvalg: str
    said_in: Month
    reason: str | None
    text: str | None
    runs: str | None
    disagrees: bool
    snapshot_id: int
    sheet: str | None
    cell: str | None


def changes(con: Seen, selection: Selection) -> tuple[Change, ...]:
    """List what changed since the comparison month, by kind (CHANGE_KINDS) and worst first; empty without one."""
    found = selection_rows(con, "changes", Change, selection, kinds=list(CHANGE_KINDS))
    rank = {light: at for at, light in enumerate(Light)}
    return tuple(
        sorted(
            found,
            key=lambda change: (
                CHANGE_KINDS.index(change.kind),
                rank.get(change.light_now or Light.DONE, 0),
                -rank.get(change.light_before or Light.DONE, 0),
            ),
        )
    )


def distribution(con: Seen, selection: Selection, by: Part) -> "pd.DataFrame":
    """Count the lights of each part of the plan, most red first.

    Columns value ('' for lines without), red, yellow, green, not_reported, done, total.
    """
    return answer_selection(con, "distribution", selection, by=by)


def lines(con: Seen, selection: Selection) -> "pd.DataFrame":
    """List every line of the month with all its fields and the file, sheet and cell it was read from."""
    return answer_selection(con, "lines", selection)


@rests_on_records
def saved_views(con: Seen) -> tuple[SavedView, ...]:
    """List the views that are saved under a name."""
    return answer_rows(con, "saved_views", SavedView)


def default_selection(
    con: Seen,
    month: Month | None = None,
    compare: Month | None = None,
    scope: Scope | None = None,
    known_at: datetime | None = None,
    plan: str | None = None,
) -> Selection | None:
    """Complete what is asked for: the newest month that has begun, its widest scope, the month before of that scope.

    None when the database has no such plan, month and scope, or had none at the moment that is asked for.
    """
    plan = plan or next(iter(plans(con, known_at)), None)
    offered = deliveries(con, known_at, plan, scope)
    asked = [one for one in offered if month in (None, one.month)]
    if not asked:
        return None
    chosen = opening(asked)
    if compare is None:
        compare = previous_month(con, chosen.month, chosen.scope, known_at, plan)
    return Selection(chosen.month, compare, chosen.scope, known_at=known_at, plan=plan)


def opening(offered: Sequence[Delivery]) -> Delivery:
    """Give what is shown first of what is offered: the newest month that has begun."""
    return next((one for one in offered if not one.is_ahead), offered[0])


def previous_month(
    con: Seen,
    month: Month,
    scope: Scope,
    known_at: datetime | None = None,
    plan: str | None = None,
) -> Month | None:
    """Find the newest earlier month that a scope was delivered for in a plan, or None."""
    offered = deliveries(con, known_at, plan, scope)
    return next((one.month for one in offered if one.month < month), None)


def last_told(con: Seen, selection: Selection, scope: Scope) -> Selection | None:
    """Select the newest month, up to the one shown, that all of a scope was told in, or None."""
    offered = deliveries(con, selection.known_at, selection.plan, scope)
    told = next((one for one in offered if one.scope == scope and one.month <= selection.month), None)
    if told is None:
        return None
    compare = previous_month(con, told.month, told.basis_scope, selection.known_at, selection.plan)
    return replace(selection, month=told.month, compare=compare, scope=told.basis_scope)
