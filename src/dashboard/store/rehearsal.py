"""What saving a workbook would change in what counts of its month: saved for nobody else to see, and asked."""

from collections import Counter
from collections.abc import Collection, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any

import duckdb

from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.domain.scope import Scope
from dashboard.store.sql import read_sql
from dashboard.store.temporary_tables import temporary_tables


@dataclass(frozen=True)
class CountedChange:
    """A line whose counted light changes (None: it is not there), and in which scopes."""

    name: str
    light_before: Light | None
    light_now: Light | None
    scopes: tuple[Scope, ...]


@dataclass(frozen=True)
class Disagreement:
    """A line that another workbook of the month gives another light; ``overruled`` where that one does not count."""

    file_name: str
    scope: Scope
    name: str
    other_light: Light
    own_light: Light
    overruled: bool


@dataclass(frozen=True)
class Counted:
    """What changes in what counted before, worst first, and where the workbooks of the month differ afterwards."""

    changes: tuple[CountedChange, ...]
    disagreements: tuple[Disagreement, ...]

    @property
    def changes_by_scope(self) -> Mapping[Scope, int]:
        """Count the lines whose light changes in each scope that has any, the widest first."""
        return Counter(scope for each in self.changes for scope in sorted(each.scopes, key=lambda it: not it.is_plan))


def is_told(con: duckdb.DuckDBPyConnection, plan: str, month: Month) -> bool:
    """Tell whether anything counts of a month."""
    told = "SELECT 1 FROM line_month WHERE plan = ? AND month = ? LIMIT 1"
    return con.execute(told, [plan, str(month)]).fetchone() is not None


def rehearsed(con: duckdb.DuckDBPyConnection, plan: str, month: Month) -> AbstractContextManager[None]:
    """Let what is saved of a month inside the block be seen by this cursor alone, and be gone afterwards."""
    note_counted(con, plan, month)
    return temporary_tables(con, "dashboard.store", "rehearsal", plan=plan, month=str(month))


def note_counted(con: duckdb.DuckDBPyConnection, plan: str | None = None, month: Month | None = None) -> None:
    """Note what counts now, of a plan and month or (None) of all, so that this cursor can say what changes in it."""
    given = {"plan": plan, "month": str(month) if month else None}
    con.execute(read_sql("dashboard.store", "counted_before"), given)


def counted(
    con: duckdb.DuckDBPyConnection, snapshot_ids: Collection[int], hidden: Collection[int] = ()
) -> dict[int, Counted]:
    """Say what snapshots that were saved after that, one of a month, change in what counts of it, if anything did.

    Of ``hidden`` lines nothing is said.
    """
    told, given = {}, {"snapshots": list(snapshot_ids), "hidden": list(hidden)}
    changes = _by_snapshot(con, "counted", given)
    others = _by_snapshot(con, "disagreement", given)
    for snapshot_id in changes:
        told[snapshot_id] = Counted(
            tuple(
                CountedChange(name, before and Light(before), now and Light(now), tuple(map(Scope, scopes)))
                for name, before, now, scopes in changes[snapshot_id]
                if scopes
            ),
            tuple(
                Disagreement(file, Scope(scope), name, Light(other), Light(own), overruled)
                for file, scope, name, other, own, overruled in others.get(snapshot_id, ())
            ),
        )
    return told


def _by_snapshot(con: duckdb.DuckDBPyConnection, question: str, given: object) -> dict[int, list[tuple[Any, ...]]]:
    found: dict[int, list[tuple[Any, ...]]] = {}
    for snapshot_id, *said in con.execute(read_sql("dashboard.store", question), given).fetchall():
        found.setdefault(snapshot_id, []).append(tuple(said))
    return found
