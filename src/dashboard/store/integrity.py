"""The rules of integrity.sql, run over what a transaction wrote or over everything."""

from importlib.resources import files

import duckdb


class IntegrityError(Exception):
    """What was to be written breaks a rule; nothing of it is saved."""


def violations(con: duckdb.DuckDBPyConnection, snapshot_id: int | None = None) -> list[str]:
    """List what breaks a rule, in one snapshot or (None) in the whole database; empty when all is well."""
    query = files("dashboard.store").joinpath("integrity.sql").read_text("utf-8")
    return [text for (text,) in con.execute(query, {"snapshot": snapshot_id}).fetchall()]


def check(con: duckdb.DuckDBPyConnection, snapshot_id: int) -> None:
    """Raise IntegrityError when a snapshot that was just written breaks a rule."""
    broken = violations(con, snapshot_id)
    if broken:
        raise IntegrityError("; ".join(broken))
