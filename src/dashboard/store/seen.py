"""What a viewer may see, decided here alone: questions are asked on a cursor that shows nothing else."""

from typing import NewType

import duckdb

from dashboard.domain.viewer import EVERYTHING, Viewer
from dashboard.store.sql import read_sql

Seen = NewType("Seen", duckdb.DuckDBPyConnection)
"""A cursor that shows what a viewer may see, as no other does. Only ``seen_by`` makes one."""


def seen_by(cursor: duckdb.DuckDBPyConnection, viewer: Viewer) -> Seen:
    """Let a cursor show no more than a viewer may see: views of the tables' names stand before them (seen.sql)."""
    if viewer != EVERYTHING:
        row = cursor.execute("SELECT current_database()").fetchone()
        assert row is not None
        given = {"closed": viewer.closed, "udvalg": None if viewer.udvalg is None else sorted(viewer.udvalg)}
        for statement in read_sql("dashboard.store", "seen").split(";\n"):
            asked = {key: value for key, value in given.items() if f"${key}" in statement}
            cursor.execute(statement.replace("stored.", f'"{row[0]}".main.'), asked)
    return Seen(cursor)


def file_around(con: Seen, snapshot_id: int) -> bytes:
    """Give the whole file that a snapshot came in, for what shows no more of it than a row the viewer may see."""
    row = con.execute("SELECT current_database()").fetchone()
    assert row is not None
    tables = f'"{row[0]}".main.workbook JOIN "{row[0]}".main.snapshot USING (workbook_id)'
    found = con.execute(f"SELECT content FROM {tables} WHERE snapshot_id = ?", [snapshot_id]).fetchone()
    assert found is not None
    return bytes(found[0])


def hidden_lines(cursor: duckdb.DuckDBPyConnection, viewer: Viewer) -> frozenset[int]:
    """Give every number of the lines that a viewer knows nothing of."""
    if viewer == EVERYTHING:
        return frozenset()
    return frozenset(number for (number,) in seen_by(cursor, viewer).execute("FROM hidden_line").fetchall())
