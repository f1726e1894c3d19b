"""Withdrawing a revision, bringing it back, and giving back the file it came in. Nothing is ever lost."""

import getpass
from dataclasses import dataclass

import duckdb

from dashboard.domain.clock import utc_now
from dashboard.domain.month import Month
from dashboard.domain.plan import which_plan
from dashboard.domain.scope import PLAN, Scope
from dashboard.store import integrity
from dashboard.store.database import Database
from dashboard.store.links import joined_lines_that_meet
from dashboard.store.revisions import StoredRevision, original_file, plans_with, revisions_of, set_standing
from dashboard.store.seen import Seen


class RevisionError(Exception):
    """What was asked of a revision cannot be done; the message is a Danish sentence."""


@dataclass(frozen=True)
class OriginalFile:
    """A workbook as it arrived, byte for byte, and the revision of a scope that it became."""

    name: str
    content: bytes
    scope: Scope
    revision: int


def withdraw_revision(
    database: Database,
    month: Month,
    scope: Scope,
    revision: int,
    note: str,
    by: str | None = None,
    plan: str | None = None,
) -> None:
    """Let a revision no longer count; the one before it that stands counts then. ``note`` says why, and is kept.

    Raise RevisionError when it was withdrawn already, or nothing is said of why.
    """
    if not note.strip():
        raise RevisionError("Skriv, hvorfor den trækkes tilbage. Det bliver gemt, så andre kan se det.")
    _set_standing(database, plan, month, scope, revision, stands=False, by=by, note=note.strip())


def restore_revision(
    database: Database, month: Month, scope: Scope, revision: int, by: str | None = None, plan: str | None = None
) -> None:
    """Bring a withdrawn revision back; it counts unless a newer one stands. Raise RevisionError when it stands."""
    _set_standing(database, plan, month, scope, revision, stands=True, by=by)


def original_workbook(
    con: Seen, month: Month, scope: Scope, revision: int | None = None, plan: str | None = None
) -> OriginalFile:
    """Give the file of a revision, or (None) of the one that speaks for the scope; raise RevisionError without one."""
    plan = plan_of(con, month, scope, plan)
    if revision is None:
        standing = [each for each in revisions_of(con, month, scope, plan) if each.stands]
        standing = standing or [each for each in _wider(con, plan, month, scope) if each.stands]
        if not standing:
            raise RevisionError(f"Ingen fil gælder for {month.label} og dette omfang.")
        found = standing[-1]
    else:
        found = _find(con, plan, month, scope, revision)
    name, content = original_file(con, found)
    if content is None:
        raise RevisionError("Filen kan hentes af dem, der må se alle indsatser, også de lukkede.")
    return OriginalFile(name, content, found.scope, found.revision)


def plan_of(con: duckdb.DuckDBPyConnection, month: Month, scope: Scope, plan: str | None = None) -> str | None:
    """Give the plan that is named, or the one that has a month and scope; raise RevisionError where several have."""
    plans = [plan] if plan else plans_with(con, month, scope)
    if len(plans) > 1:
        raise RevisionError(which_plan(plans, f"{month.label} og dette omfang"))
    return next(iter(plans), None)


def _set_standing(
    database: Database,
    plan: str | None,
    month: Month,
    scope: Scope,
    revision: int,
    *,
    stands: bool,
    by: str | None,
    note: str | None = None,
) -> None:
    with database.transaction() as con:
        found = _find(con, plan_of(con, month, scope, plan), month, scope, revision)
        if found.stands is stands:
            state = "er ikke trukket tilbage" if stands else "er allerede trukket tilbage"
            raise RevisionError(f"Revision {revision} for {month.label} {state}.")
        at = utc_now()
        set_standing(con, found, stands=stands, at=at, by=by or getpass.getuser(), note=note)
        met = joined_lines_that_meet(con)
        if met is not None:
            raise RevisionError(
                f"{met} står begge i den fil, der så ville gælde, men er afgjort at være samme indsats. "
                "Fortryd den afgørelse først."
            )
        integrity.check(con, found.snapshot_id)


def _find(
    con: duckdb.DuckDBPyConnection, plan: str | None, month: Month, scope: Scope, revision: int
) -> StoredRevision:
    there = revisions_of(con, month, scope, plan)
    found = next((each for each in there if each.revision == revision), None)
    if found is None:
        known = ", ".join(str(each.revision) for each in there) or "ingen"
        wider = " Hele planens fil taler for det; dens omfang er plan." if _wider(con, plan, month, scope) else ""
        raise RevisionError(
            f"Der er ingen revision {revision} for {month.label} og dette omfang. Der er: {known}.{wider}"
        )
    return found


def _wider(con: duckdb.DuckDBPyConnection, plan: str | None, month: Month, scope: Scope) -> list[StoredRevision]:
    """List the whole plan's revisions where a scope has none of its own, and the plan's lines are among its lines."""
    is_told = con.execute(
        "SELECT 1 FROM line_month WHERE plan = coalesce(?, plan) AND month = ? AND scope = ?",
        [plan, str(month), str(scope)],
    ).fetchone()
    return revisions_of(con, month, PLAN, plan) if is_told and not revisions_of(con, month, scope, plan) else []
