"""What saving a workbook would change in what counts of its month: saved for nobody else to see, and asked."""

from contextlib import AbstractContextManager
from dataclasses import dataclass

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


def is_told(con: duckdb.DuckDBPyConnection, plan: str, month: Month) -> bool:
    """Tell whether anything counts of a month."""
    told = "SELECT 1 FROM line_month WHERE plan = ? AND month = ? LIMIT 1"
    return con.execute(told, [plan, str(month)]).fetchone() is not None


def rehearsed(con: duckdb.DuckDBPyConnection, plan: str, month: Month) -> AbstractContextManager[None]:
    """Let what is saved of a month inside the block be seen by this cursor alone, and be gone afterwards."""
    return temporary_tables(con, "dashboard.store", "rehearsal", plan=plan, month=str(month))


def counted(con: duckdb.DuckDBPyConnection, snapshot_id: int) -> Counted:
    """Say what a rehearsed snapshot changes in what counts."""
    changes = con.execute(read_sql("dashboard.store", "counted")).fetchall()
    others = con.execute(read_sql("dashboard.store", "disagreement"), {"snapshot": snapshot_id}).fetchall()
    return Counted(
        tuple(
            CountedChange(name, before and Light(before), now and Light(now), tuple(map(Scope, scopes)))
            for name, before, now, scopes in changes
        ),
        tuple(
            Disagreement(file, Scope(scope), name, Light(other), Light(own), overruled)
            for file, scope, name, other, own, overruled in others
        ),
    )
