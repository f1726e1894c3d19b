"""Backups of the database: whole copies as of one moment, some of them kept in a folder of their own."""

import os
from contextlib import suppress
from itertools import count
from pathlib import Path

import duckdb

from dashboard.domain.clock import in_denmark, utc_now
from dashboard.store.faults import FAULTS, cannot_back_up
from dashboard.store.location import backup_days, backup_folder, backups

_number = count(1)


def write_backup(con: duckdb.DuckDBPyConnection, target: Path) -> None:
    """Copy all that a database holds at one moment into a file, which is there whole or not at all.

    Others read and write meanwhile. The database's own file is left to DuckDB: whoever opens it beside, and closes it,
    takes away the lock that keeps other processes out. Raise DatabaseError.
    """
    half = target.with_name(f".{target.name}.halv")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _remove(half)
        _copy(con.cursor(), half)
        flush(half)
        half.replace(target)
        flush(target.parent)
    except (*FAULTS, OSError) as error:
        with suppress(OSError):
            _remove(half)
        raise cannot_back_up(target, error) from error


def back_up_today(con: duckdb.DuckDBPyConnection, database: Path) -> Path | None:
    """Write the backup of today unless there is one, and let go of the oldest; raise DatabaseError."""
    target = backup_folder(database) / f"{database.stem} {_today()}.duckdb"
    if target.exists():
        return None
    write_backup(con, target)
    for old in backups(database)[backup_days() :]:
        with suppress(OSError):
            old.unlink()
    return target


def back_up_before_step(con: duckdb.DuckDBPyConnection, database: Path, step: int) -> None:
    """Write a backup of a file before its schema is changed; it is never let go of. Raise DatabaseError."""
    name = f"{database.stem} {_today()} før trin {step}"
    places = (backup_folder(database) / f"{name}{f' ({n})' * (n > 1)}.duckdb" for n in count(1))
    write_backup(con, next(place for place in places if not place.exists()))


def flush(path: Path) -> None:
    """Have a file, or what a folder lists, written to the disk itself."""
    if path.is_dir() and os.name == "nt":
        return  # folders cannot be opened there
    opened = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def _copy(con: duckdb.DuckDBPyConnection, target: Path) -> None:
    name, row = f"backup_{next(_number)}", con.execute("SELECT current_database()").fetchone()
    assert row is not None
    quoted = str(target).replace("'", "''")
    con.execute(f"ATTACH '{quoted}' AS {name}")
    try:
        con.execute(f'COPY FROM DATABASE "{row[0]}" TO {name}')
        con.execute(f"CHECKPOINT {name}")
    finally:
        con.execute(f"DETACH {name}")


def _remove(path: Path) -> None:
    for each in (path, path.with_name(f"{path.name}.wal")):
        each.unlink(missing_ok=True)


def _today() -> str:
    return f"{in_denmark(utc_now()):%Y-%m-%d}"
