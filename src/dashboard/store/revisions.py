"""The revisions of a month and scope: which there are, withdrawing and bringing back, and the file each came in."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

import duckdb

from dashboard.domain.month import Month
from dashboard.domain.scope import Scope
from dashboard.domain.status_row import StatusRow
from dashboard.store.database import write_event
from dashboard.store.line_columns import LINE_COLUMNS, read_line
from dashboard.store.line_months import renew_months


@dataclass(frozen=True)
class StoredRevision:
    """One revision of a month and scope; ``withdrawn_at`` and ``withdrawn_by`` are None while it stands."""

    snapshot_id: int
    month: Month
    scope: Scope
    revision: int
    withdrawn_at: datetime | None
    withdrawn_by: str | None

    @property
    def stands(self) -> bool:
        """Tell whether it can count."""
        return self.withdrawn_at is None


@dataclass(frozen=True)
class Basis:
    """The snapshot that says which lines a scope has in a month, and the scope that it was delivered for."""

    month: Month
    snapshot_id: int
    scope: Scope
    revision: int


def plans_with(con: duckdb.DuckDBPyConnection, month: Month, scope: Scope) -> list[str]:
    """List the plans that have a revision of a month and scope, or speak for the scope there, oldest first."""
    found = con.execute(
        "SELECT plan FROM snapshot WHERE month = $month AND scope = $scope "
        "UNION SELECT plan FROM line_month WHERE month = $month AND scope = $scope ORDER BY plan",
        {"month": str(month), "scope": str(scope)},
    ).fetchall()
    return [plan for (plan,) in found]


def revisions_of(
    con: duckdb.DuckDBPyConnection, month: Month, scope: Scope, plan: str | None = None
) -> list[StoredRevision]:
    """List the revisions of a month and scope, oldest first; the last that stands is the one that counts.

    ``plan`` is whose (None: the newest one that has some).
    """
    found = con.execute(
        "SELECT snapshot_id, revision, withdrawn_at, withdrawn_by FROM snapshot WHERE month = ? AND scope = ? "
        "AND plan = coalesce(?, (SELECT max(plan) FROM snapshot WHERE month = ? AND scope = ?)) ORDER BY revision",
        [str(month), str(scope), plan, str(month), str(scope)],
    ).fetchall()
    return [StoredRevision(snapshot_id, month, scope, *rest) for snapshot_id, *rest in found]


def set_standing(
    con: duckdb.DuckDBPyConnection,
    revision: StoredRevision,
    *,
    stands: bool,
    at: datetime,
    by: str,
    note: str | None = None,
) -> None:
    """Withdraw a revision (``note`` says why) or bring it back, with its event, inside the caller's transaction."""
    con.execute(
        "UPDATE snapshot SET withdrawn_at = ?, withdrawn_by = ? WHERE snapshot_id = ?",
        [None if stands else at, None if stands else by, revision.snapshot_id],
    )
    write_event(con, "restore" if stands else "withdraw", note, at=at, by=by, snapshot_id=revision.snapshot_id)
    renew_months(con, [revision.snapshot_id])


def original_file(con: duckdb.DuckDBPyConnection, revision: StoredRevision) -> tuple[str, bytes | None]:
    """Give the name and the bytes of the file that a revision came in; no bytes where they show what is hidden."""
    row = con.execute(
        "SELECT file_name, content FROM workbook JOIN snapshot USING (workbook_id) WHERE snapshot.snapshot_id = ?",
        [revision.snapshot_id],
    ).fetchone()
    assert row is not None
    return str(row[0]), None if row[1] is None else bytes(row[1])


def newest_bases(con: duckdb.DuckDBPyConnection, plan: str, month: Month, scope: Scope) -> list[Basis]:
    """Find what says which lines a scope has in a month and in the newest one before it, the newest first."""
    found = con.execute(
        "SELECT b.month, b.snapshot_id, b.basis_scope, s.revision "
        "FROM scope_basis AS b JOIN snapshot AS s USING (snapshot_id) "
        "WHERE b.plan = ? AND b.scope = ? AND b.month <= ? ORDER BY b.month DESC LIMIT 2",
        [plan, str(scope), str(month)],
    ).fetchall()
    return [Basis(Month.parse(told), snapshot, Scope(own), revision) for told, snapshot, own, revision in found]


def known_before(con: duckdb.DuckDBPyConnection, plan: str, month: Month, scope: Scope) -> set[int]:
    """Give the lines that a scope was known to have before a month."""
    found = con.execute(
        "SELECT DISTINCT indsats_id FROM line_month WHERE plan = ? AND scope = ? AND month < ? AND state <> 'absent'",
        [plan, str(scope), str(month)],
    ).fetchall()
    return {indsats_id for (indsats_id,) in found}


def lines_of(con: duckdb.DuckDBPyConnection, snapshot_id: int, within: Scope | None = None) -> dict[int, StatusRow]:
    """Give a snapshot's lines as its workbook told them, by indsats: all, or those within a narrower scope."""
    amounts = _amounts(con, snapshot_id)
    found = con.execute(
        f"SELECT indsats_id, {', '.join(LINE_COLUMNS)} FROM line_status WHERE snapshot_id = $snapshot AND "
        "($scope IS NULL OR indsats_id IN "
        "(SELECT indsats_id FROM scope_member WHERE snapshot_id = $snapshot AND scope = $scope)) ORDER BY indsats_id",
        {"snapshot": snapshot_id, "scope": str(within) if within else None},
    ).fetchall()
    return {indsats_id: read_line(values, amounts.get(indsats_id, {})) for indsats_id, *values in found}


def change_kinds(con: duckdb.DuckDBPyConnection) -> dict[tuple[str, str], str]:
    """Give what a step from one light to another is called, by both; "unknown" is no line before, "absent" none now."""
    found = con.execute("SELECT light_before, light_now, kind FROM change_kind").fetchall()
    return {(before, now): kind for before, now, kind in found}


def _amounts(con: duckdb.DuckDBPyConnection, snapshot_id: int) -> dict[int, dict[int, Decimal]]:
    amounts: dict[int, dict[int, Decimal]] = {}
    for indsats_id, year, amount in con.execute(
        "SELECT indsats_id, year, amount FROM line_amount WHERE snapshot_id = ? ORDER BY year", [snapshot_id]
    ).fetchall():
        amounts.setdefault(indsats_id, {})[year] = amount
    return amounts
