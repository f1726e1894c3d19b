"""Withdrawing a revision, bringing it back, and giving back the file it came in. Nothing is ever lost."""

import getpass
from dataclasses import dataclass

from dashboard.domain.clock import utc_now
from dashboard.domain.month import Month
from dashboard.domain.scope import Scope
from dashboard.store import integrity
from dashboard.store.database import Database
from dashboard.store.links import joined_lines_that_meet
from dashboard.store.revisions import StoredRevision, original_file, revisions_of, set_standing


class RevisionError(Exception):
    """What was asked of a revision cannot be done; the message is a Danish sentence."""


@dataclass(frozen=True)
class OriginalFile:
    """A workbook as it arrived, byte for byte, and the revision it became."""

    name: str
    content: bytes
    revision: int


def withdraw_revision(database: Database, month: Month, scope: Scope, revision: int, by: str | None = None) -> None:
    """Let a revision no longer count; the one before it that stands counts then. Raise RevisionError when it is so."""
    _set_standing(database, month, scope, revision, stands=False, by=by)


def restore_revision(database: Database, month: Month, scope: Scope, revision: int, by: str | None = None) -> None:
    """Bring a withdrawn revision back; it counts unless a newer one stands. Raise RevisionError when it stands."""
    _set_standing(database, month, scope, revision, stands=True, by=by)


def original_workbook(database: Database, month: Month, scope: Scope, revision: int | None = None) -> OriginalFile:
    """Give the file of a revision, or (None) of the one that counts; raise RevisionError when there is none."""
    con = database.cursor()
    there = revisions_of(con, month, scope)
    if revision is None:
        standing = [each.revision for each in there if each.stands]
        if not standing:
            raise RevisionError(f"Ingen projektmappe gælder for {month.label} og dette omfang.")
        revision = standing[-1]
    found = _find(there, month, revision)
    return OriginalFile(*original_file(con, found), found.revision)


def _set_standing(
    database: Database, month: Month, scope: Scope, revision: int, *, stands: bool, by: str | None
) -> None:
    with database.transaction() as con:
        found = _find(revisions_of(con, month, scope), month, revision)
        if found.stands is stands:
            state = "er ikke trukket tilbage" if stands else "er allerede trukket tilbage"
            raise RevisionError(f"Revision {revision} for {month.label} {state}.")
        at = utc_now()
        set_standing(con, found, stands=stands, at=at, by=by or getpass.getuser())
        met = joined_lines_that_meet(con)
        if met is not None:
            raise RevisionError(
                f"{met} står begge i den projektmappe, der så ville gælde, men er afgjort at være samme indsats. "
                "Fortryd den afgørelse først."
            )
        integrity.check(con, found.snapshot_id)


def _find(there: list[StoredRevision], month: Month, revision: int) -> StoredRevision:
    found = next((each for each in there if each.revision == revision), None)
    if found is None:
        known = ", ".join(str(each.revision) for each in there) or "ingen"
        raise RevisionError(f"Der er ingen revision {revision} for {month.label} og dette omfang. Der er: {known}.")
    return found
