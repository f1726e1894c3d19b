"""A database that several machines share: rows in a folder, its catalogue in PostgreSQL, by DuckDB's own extensions.

How PostgreSQL is reached stands in its own variables: PGHOST, PGDATABASE, PGUSER, PGPASSFILE and the others.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import duckdb

ENDING, NAME, CATALOGUE = ".ducklake", "shared", "catalogue"
WRITING, KEEPING = 1, 2  # whose turn it is, as numbers of locks in PostgreSQL: to write, and to write backups
PACKAGES = ("ducklake", "postgres_scanner")


def is_lakehouse(path: Path | None) -> bool:
    """Tell whether a path is the folder of a shared database and not a file."""
    return path is not None and path.suffix == ENDING


def missing_packages() -> list[str]:
    """List the packages that a shared database needs and that are not installed."""
    names = [f"duckdb_extension_{each}" for each in PACKAGES]
    return [name.replace("_", "-") for name in names if find_spec(name) is None]


def attach(con: duckdb.DuckDBPyConnection, path: Path, name: str, *, read_only: bool = False) -> None:
    """Let a shared database be seen under a name; what DuckDB raises goes on."""
    for each in PACKAGES:
        spec = find_spec(f"duckdb_extension_{each}")
        places = spec.submodule_search_locations if spec else None
        file = next((found for place in places or [] for found in Path(place).rglob(f"{each}.duckdb_extension")), each)
        con.execute("LOAD '{}'".format(str(file).replace("'", "''")))  # a bare name is not fetched
    quoted = str(path.absolute()).replace("'", "''")
    con.execute(f"ATTACH 'ducklake:postgres:' AS {name} (DATA_PATH '{quoted}/'{', READ_ONLY' * read_only})")


def open_lakehouse(path: Path, config: dict[str, Any]) -> duckdb.DuckDBPyConnection:
    """Open a shared database; its folder is made, but not the one that it lies in, which may be away."""
    path.mkdir(exist_ok=True)
    con = duckdb.connect(":memory:", config=config)
    attach(con, path, NAME)
    con.execute(f"ATTACH '' AS {CATALOGUE} (TYPE postgres, READ_ONLY)")
    con.execute(f"USE {NAME}")
    return con


@contextmanager
def in_turn(con: duckdb.DuckDBPyConnection, lock: int) -> Iterator[None]:
    """Wait until no other process on any machine holds a lock, and hold it for the block, still at its end.

    PostgreSQL lets go of it when this process dies.
    """
    con.execute("BEGIN TRANSACTION")
    try:
        _ask(con, f"SELECT pg_advisory_xact_lock({lock})")
        yield
    finally:
        with suppress(duckdb.Error):  # the connection may be lost
            con.execute("ROLLBACK")


def check_turn(con: duckdb.DuckDBPyConnection) -> None:
    """Raise what DuckDB raises when the connection that holds the lock is lost, and the lock with it."""
    _ask(con, "SELECT 1")


def newest_commit(con: duckdb.DuckDBPyConnection) -> int:
    """Give the number of the newest commit of any process; it takes two milliseconds."""
    return _ask(con, "SELECT max(snapshot_id) FROM ducklake_snapshot")


def _ask(con: duckdb.DuckDBPyConnection, sql: str) -> int:
    try:
        row = con.execute(f"FROM postgres_query('{CATALOGUE}', '{sql}')").fetchone()
    except duckdb.Error as error:  # a lost connection is said to be wrong SQL
        raise duckdb.IOException(str(error)) from error
    return int(row[0] or 0) if row else 0
