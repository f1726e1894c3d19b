"""Tables that hold something else for a while: as they were, or as they would be."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

import duckdb

from dashboard.store.sql import read_sql

NAMED = re.compile(r"CREATE TEMP TABLE (\w+) AS")


@contextmanager
def temporary_tables(con: duckdb.DuckDBPyConnection, package: str, name: str, **given: object) -> Iterator[None]:
    """Let every view see the temporary tables that a .sql file makes, for this cursor and block only.

    What is written to tables of those names goes into them, and is gone afterwards.
    """
    con.execute("BEGIN TRANSACTION")
    try:
        for statement in read_sql(package, name).rstrip(";\n").split(";\n"):
            named = NAMED.search(statement)
            assert named is not None
            asked = {key: value for key, value in given.items() if f"${key}" in statement}
            con.execute(NAMED.sub("CREATE TEMP TABLE made AS", statement, count=1), asked)
            con.execute(f"DROP VIEW IF EXISTS temp.main.{named[1]}")  # of a viewer with limits: it is made from that
            con.execute(f"ALTER TABLE temp.main.made RENAME TO {named[1]}")
        yield
    finally:
        con.execute("ROLLBACK")
