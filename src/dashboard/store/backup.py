"""Backups of the database: whole copies as of one moment, some of them kept in a folder of their own."""

import os
import shutil
from contextlib import suppress
from itertools import count
from pathlib import Path

import duckdb

from dashboard.domain.clock import in_denmark, utc_now
from dashboard.store.faults import FAULTS, DatabaseHeldError, cannot_back_up, cannot_open, shared_stays
from dashboard.store.lakehouse import NAME, is_lakehouse
from dashboard.store.location import backup_days, backup_folder, backups

_number = count(1)


def write_backup(con: duckdb.DuckDBPyConnection, target: Path) -> None:
    """Copy all that a database holds at one moment into a file, which is there whole or not at all.

    Others read and write meanwhile. The database's own file is left to DuckDB: whoever opens it beside, and closes it,
    takes away the lock that keeps other processes out. Raise DatabaseError.
    """
    half = target.with_name(f".{target.name}.halv")
    name, source = _open_here(con)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        remove_database(half)
        _copy(con.cursor(), name, half)
        flush(half)
        half.replace(target)
        flush(target.parent)
    except (*FAULTS, OSError) as error:
        explained = cannot_back_up(target, source, error)  # before there is room again
        with suppress(OSError):
            remove_database(half)
        raise explained from error


def back_up_today(con: duckdb.DuckDBPyConnection, database: Path) -> Path | None:
    """Write the backup of today unless there is one or nothing to keep, and let go of the oldest; raise DatabaseError.

    Where a new, empty file has taken a lost one's name, the backups of the lost one are not crowded out.
    """
    target = backup_folder(database) / f"{database.stem} {_today()}.duckdb"
    if target.exists() or con.execute("SELECT 1 FROM event LIMIT 1").fetchone() is None:
        return None
    write_backup(con, target)
    others = [each for each in backups(database) if each != target]  # also where the clock was set back
    for old in others[backup_days() - 1 :]:
        with suppress(OSError):
            old.unlink()
    return target


def back_up_before_step(con: duckdb.DuckDBPyConnection, database: Path, step: int) -> None:
    """Write a backup of a file before its schema is changed; it is never let go of. Raise DatabaseError."""
    write_backup(con, _free_place(database, f"{_today()} før trin {step}"))


def check_free(path: Path) -> None:
    """Raise DatabaseHeldError when another process has a database open, whatever else may be wrong with it.

    Raise DatabaseError when it is shared, and no file that another can take the place of.
    """
    if is_lakehouse(path):
        raise shared_stays(path)
    try:
        if path.exists():
            duckdb.connect(str(path)).close()
    except FAULTS as error:
        explained = cannot_open(path, error)
        if isinstance(explained, DatabaseHeldError):
            raise explained from error


def take_place_of(path: Path, new: Path) -> Path | None:
    """Put a file in the place of a database that nobody has open, and give where that one is kept (None: none was).

    At no moment is there neither.
    """
    kept = None
    if path.exists():
        kept = _free_place(path, f"lagt til side {in_denmark(utc_now()):%Y-%m-%d kl. %H.%M.%S}")
        kept.parent.mkdir(parents=True, exist_ok=True)
        wal = path.with_name(f"{path.name}.wal")  # what a damaged one could not take in
        for each, place in ((wal, kept.with_name(f"{kept.name}.wal")), (path, kept)):
            if each.exists():
                _keep(each, place)
        wal.unlink(missing_ok=True)
    new.replace(path)
    flush(path.parent)
    return kept


def flush(path: Path) -> None:
    """Have a file, or what a folder lists, written to the disk itself."""
    if path.is_dir() and os.name == "nt":
        return  # folders cannot be opened there
    opened = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def _free_place(database: Path, name: str) -> Path:
    """Give a place among the backups where there is none yet."""
    places = (backup_folder(database) / f"{database.stem} {name}{f' ({n})' * (n > 1)}.duckdb" for n in count(1))
    return next(place for place in places if not place.exists())


def _open_here(con: duckdb.DuckDBPyConnection) -> tuple[str, Path | None]:
    """Give the name of the database that is open here, and its file (None: in memory)."""
    row = con.execute(
        "SELECT database_name, path FROM duckdb_databases() WHERE database_name = current_database()"
    ).fetchone()
    assert row is not None
    return row[0], Path(row[1]) if row[1] and row[0] != NAME else None


def _copy(con: duckdb.DuckDBPyConnection, source: str, target: Path) -> None:
    name, quoted = f"backup_{next(_number)}", str(target).replace("'", "''")
    con.execute(f"ATTACH '{quoted}' AS {name}")
    try:
        con.execute(f'COPY FROM DATABASE "{source}" TO {name}')
        con.execute(f"CHECKPOINT {name}")
    finally:
        con.execute(f"DETACH {name}")


def _keep(path: Path, place: Path) -> None:
    """Give a file a second name, or a copy where the drive has no second names."""
    try:
        os.link(path, place)
    except OSError:
        shutil.copyfile(path, place)
        flush(place)


def remove_database(path: Path) -> None:
    for each in (path, path.with_name(f"{path.name}.wal")):
        each.unlink(missing_ok=True)


def _today() -> str:
    return f"{in_denmark(utc_now()):%Y-%m-%d}"
