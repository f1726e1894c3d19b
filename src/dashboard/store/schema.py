"""The schema of a file: numbered steps make its tables, each taken once, and views are made anew when they change."""

import re
from functools import cache
from hashlib import sha256
from pathlib import Path

import duckdb

from dashboard.domain.clock import utc_now
from dashboard.store.backup import back_up_before_step
from dashboard.store.faults import FAULTS, made_by_newer, step_failed
from dashboard.store.line_months import make_months
from dashboard.store.sql import read_sql

VIEWS = ("views", "line_month", "history", "meetings")
HEADING = re.compile(r"^-- step (\d+): ", re.MULTILINE)
OWN_TABLES = """
CREATE TABLE IF NOT EXISTS schema_step (number INTEGER NOT NULL, taken_at TIMESTAMP NOT NULL);
CREATE TABLE IF NOT EXISTS schema_in_place (fingerprint VARCHAR NOT NULL);
"""


@cache
def steps() -> dict[int, str]:
    """Give the SQL of every step by its number, in order."""
    _, *parts = HEADING.split(read_sql("dashboard.store", "tables"))
    return {int(number): f"-- {sql}" for number, sql in zip(parts[::2], parts[1::2], strict=True)}


def step_of(con: duckdb.DuckDBPyConnection) -> int | None:
    """Give the last step that a file has taken: 0 for one from before they were numbered, None for an empty one."""
    tables = {
        name
        for (name,) in con.execute(
            "SELECT table_name FROM duckdb_tables() WHERE database_name = current_database()"
        ).fetchall()
    }
    if "schema_step" not in tables:
        return 0 if "workbook" in tables else None
    row = con.execute("SELECT coalesce(max(number), 0) FROM schema_step").fetchone()
    assert row is not None
    return int(row[0])


def put_in_place(con: duckdb.DuckDBPyConnection, path: Path | None, *, is_copy: bool = False) -> None:
    """Take the steps that a file lacks, all or none, after a backup of what it holds; then see to the views.

    Raise DatabaseError when it was made by a newer version, or a step cannot be taken.
    """
    before, last = step_of(con), max(steps())
    if before is not None and before > last:
        raise made_by_newer(path, before, last)
    fingerprint = sha256("".join(read_sql("dashboard.store", name) for name in VIEWS).encode()).hexdigest()
    if before == last and con.execute("FROM schema_in_place").fetchall() == [(fingerprint,)]:
        return
    if before is not None and before < last and path is not None and not is_copy:
        back_up_before_step(con, path, before + 1)
    con.execute("BEGIN TRANSACTION")
    try:
        _take_steps(con, before or 0)
        _make_views(con, fingerprint)
        con.execute("COMMIT")
    except duckdb.Error as error:
        if isinstance(error, FAULTS) or path is None:
            raise
        con.execute("ROLLBACK")
        raise step_failed(path, before or 0, last, error) from error


def _take_steps(con: duckdb.DuckDBPyConnection, after: int) -> None:
    con.execute(OWN_TABLES)
    for number, sql in steps().items():
        if number > after:
            con.execute(sql)
            con.execute("INSERT INTO schema_step VALUES (?, ?)", [number, utc_now()])


def _make_views(con: duckdb.DuckDBPyConnection, fingerprint: str) -> None:
    for name in VIEWS:
        con.execute(read_sql("dashboard.store", name))
        if name == "line_month":
            make_months(con)
    con.execute("DELETE FROM schema_in_place")
    con.execute("INSERT INTO schema_in_place VALUES (?)", [fingerprint])
