"""The rules of integrity.sql, run over what a transaction wrote or over everything."""

import duckdb

from dashboard.domain.line_fields import ONE_COLUMN_ROLES, ROLES
from dashboard.store.sql import read_sql


class IntegrityError(Exception):
    """What was to be written breaks a rule; nothing of it is saved."""


def violations(con: duckdb.DuckDBPyConnection, snapshot_id: int | None = None) -> list[str]:
    """List what breaks a rule, in one snapshot or (None) in the whole database; empty when all is well."""
    broken = con.execute(_rules("integrity"), {"snapshot": snapshot_id}).fetchall()
    if _holds(con, "indsats_link", "indsats_line"):
        broken += con.execute(_rules("integrity_links")).fetchall()
    if _holds(con, "meeting", "meeting_version", "agenda_item", "decision"):
        broken += con.execute(_rules("integrity_meetings")).fetchall()
    if _holds(con, "reading_answer"):
        roles = {"roles": list(ROLES), "one_column_roles": sorted(ONE_COLUMN_ROLES)}
        broken += con.execute(_rules("integrity_answers"), roles).fetchall()
    return [text for (text,) in broken]


def check(con: duckdb.DuckDBPyConnection, snapshot_id: int | None = None) -> None:
    """Raise IntegrityError when what was just written breaks a rule: a snapshot, or (None) anything at all."""
    broken = violations(con, snapshot_id)
    if broken:
        raise IntegrityError("; ".join(broken))


def check_meetings(con: duckdb.DuckDBPyConnection) -> None:
    """Raise IntegrityError when meetings, agendas or decisions break a rule; quick enough for every sentence saved."""
    broken = con.execute(_rules("integrity_meetings")).fetchall()
    if broken:
        raise IntegrityError("; ".join(text for (text,) in broken))


def _holds(con: duckdb.DuckDBPyConnection, *tables: str) -> bool:
    """Tell whether one of the tables has a row: to plan the rules about them takes longer than to look."""
    looked = " UNION ALL ".join(f"(FROM {table} SELECT 1 LIMIT 1)" for table in tables)
    return con.execute(looked).fetchone() is not None


def _rules(name: str) -> str:
    return read_sql("dashboard.store", name)
