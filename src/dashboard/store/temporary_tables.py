"""Tables that hold something else for a while: as they were, or as they would be."""

from collections.abc import Iterator
from contextlib import contextmanager

import duckdb

from dashboard.store.sql import read_sql


@contextmanager
def temporary_tables(con: duckdb.DuckDBPyConnection, package: str, name: str, **given: object) -> Iterator[None]:
    """Let every view see the temporary tables that a .sql file makes, for this cursor and block only.

    What is written to tables of those names goes into them, and is gone afterwards.
    """
    con.execute("BEGIN TRANSACTION")
    try:
        for statement in read_sql(package, name).rstrip(";\n").split(";\n"):
            con.execute(statement, {key: value for key, value in given.items() if f"${key}" in statement})
        yield
    finally:
        con.execute("ROLLBACK")
