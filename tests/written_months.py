"""Months that tests write by hand: what several tests begin with is made once, and copied for the others."""

import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import duckdb

from dashboard.domain.snapshot import Snapshot
from dashboard.intake.recognise import recognise_lines
from dashboard.store.database import SETTINGS, Database
from dashboard.store.indsatser import known_names
from dashboard.store.snapshots import ReceivedFile, save_snapshot

Months = Sequence[tuple[ReceivedFile, Snapshot]]


def save_month(database: Database, file: ReceivedFile, snapshot: Snapshot) -> None:
    """Save a month as it is saved when its workbook is received."""
    with database.transaction() as con:
        save_snapshot(con, file, snapshot, recognise_lines(snapshot.rows, known_names(con))[0])


class KeptMonths:
    """Files of the months that were written more than once in the same order."""

    def __init__(self, empty: Path, folder: Path) -> None:
        self._folder = folder
        self._files: list[tuple[Months, Path]] = [((), empty)]
        self._met: list[Months] = []

    def nearest(self, months: Months) -> tuple[int, Path]:
        """Give the file with most of what months begin with, and how many of them it has."""
        begins = [(len(held), path) for held, path in self._files if months[: len(held)] == held]
        return max(begins, key=lambda found: found[0])

    def write(self, database: Database, months: Months, first: int) -> None:
        """Save the months from the first that the database has not, and keep what is met a second time."""
        for n in range(first, len(months)):
            save_month(database, *months[n])
            met = months[: n + 1]
            if met in self._met:
                self._keep(database, met)
            else:
                self._met.append(met)

    def _keep(self, database: Database, months: Months) -> None:
        path = self._folder / f"{len(self._files)}.duckdb"
        con = database.cursor()
        ((name,),) = con.execute("SELECT current_database()").fetchall()
        con.execute(f"ATTACH '{path}' AS kept")
        con.execute(f"COPY FROM DATABASE {name} TO kept")
        con.execute("DETACH kept")
        self._files.append((months, path))


def in_memory(path: Path) -> duckdb.DuckDBPyConnection:
    """Open a copy of a database in memory."""
    connection = duckdb.connect(":memory:", config=SETTINGS)
    connection.execute(f"ATTACH '{path}' AS file (READ_ONLY)")
    connection.execute("COPY FROM DATABASE file TO memory")
    connection.execute("DETACH file")
    return connection


class WrittenDatabase(Database):
    """A database in memory that is made when it is first asked: with the months that were written until then."""

    def __init__(self, kept: KeptMonths) -> None:
        self._kept, self._months, self._making = kept, list[tuple[ReceivedFile, Snapshot]](), threading.RLock()

    def save(self, file: ReceivedFile, snapshot: Snapshot) -> None:
        """Save a month: with the others when the database is made, or at once where it is."""
        if "_commits" in vars(self):
            save_month(self, file, snapshot)
        else:
            self._months.append((file, snapshot))

    def __getattr__(self, name: str) -> Any:
        """Make the database, when something of it is asked for that only a database has."""
        with self._making:
            if "_commits" not in vars(self):
                months = tuple(self._months)
                first, path = self._kept.nearest(months)
                made = Database(in_memory(path))
                self._kept.write(made, months, first)
                vars(self).update(vars(made))
            return vars(self)[name]
