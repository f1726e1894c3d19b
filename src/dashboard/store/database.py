"""The one connection of this process to the DuckDB file, or to the database that several machines share."""

import logging
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path

import duckdb

from dashboard.domain.viewer import EVERYTHING, Viewer
from dashboard.store.faults import FAULTS, DatabaseError, cannot_open, cannot_read, cannot_write, identity, not_in_place
from dashboard.store.lakehouse import (
    KEEPING,
    NAME,
    WRITING,
    attach,
    check_turn,
    in_turn,
    is_lakehouse,
    newest_commit,
    open_lakehouse,
)
from dashboard.store.schema import put_in_place
from dashboard.store.seen import Seen, hidden_lines, seen_by

log = logging.getLogger(__name__)
SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}
ROWS_AT_A_TIME, READY = 1000, 32
SECONDS_BEHIND = 1.0  # that what another machine wrote may be unseen


class NotKept(Exception):  # noqa: N818 - nothing is wrong
    """Ends a transaction of which nothing is to be kept; it goes no further."""


class Database:
    """A database with its schema in place: a cursor for each question, one writer at a time.

    DuckDB lets one process at a time hold a file; a shared database (lakehouse.py) has one writer at a time among all
    processes. A connection shared between threads needs a cursor for each query.
    """

    def __init__(
        self, connection: duckdb.DuckDBPyConnection, path: Path | None = None, *, is_copy: bool = False
    ) -> None:
        self._connection = connection
        self._writing, self._lending = threading.Lock(), threading.Lock()
        self._ready: list[tuple[Viewer, int, Seen]] = []
        self._commits, self._asked_at = 0, float("-inf")
        self._path, self._is_shared = path, is_lakehouse(path)
        self._file = identity(path) if path else None
        put_in_place(connection, path, is_copy=is_copy)

    def cursor(self) -> Seen:
        """Give a cursor of its own that sees everything: for what keeps the data, never for what shows it."""
        return self.seen_by(EVERYTHING)

    def seen_by(self, viewer: Viewer) -> Seen:
        """Give a cursor of its own for one question of a viewer's."""
        return seen_by(self._cursor(), viewer)

    @contextmanager
    def lent(self, viewer: Viewer, version: int) -> Iterator[Seen]:
        """Lend a cursor for one question of a viewer's: to make one takes longer than most answers.

        It knows which lines are hidden while the data is of a version, and is lent again until then. One that failed
        is not.
        """
        if viewer == EVERYTHING:
            yield self.seen_by(viewer)
            return
        with self._lending:
            found = next((each for each in self._ready if each[:2] == (viewer, version)), None)
            if found:
                self._ready.remove(found)
        cursor = found[2] if found else self.seen_by(viewer)
        yield cursor
        with self._lending:
            self._ready = [*self._ready, (viewer, version, cursor)][-READY:]

    def hidden_from(self, viewer: Viewer) -> frozenset[int]:
        """Give every number of the lines that a viewer knows nothing of, for what compares with all that is stored."""
        return hidden_lines(self._cursor(), viewer)

    @contextmanager
    def transaction(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """Write through the cursor given: all of it when the block ends well, none of it otherwise, or on NotKept.

        Raise DatabaseError when it cannot be saved.
        """
        with self._writing, self._in_turn(WRITING) as check_turn:
            self.check_in_place()
            cursor = self._cursor()
            cursor.execute("BEGIN TRANSACTION")
            try:
                first = next_id(cursor, "event", "event_id") if log.isEnabledFor(logging.INFO) else None
                with self.explaining():
                    yield cursor
                self.check_in_place()
                check_turn()
            except BaseException as error:
                with suppress(duckdb.Error):  # it may have ended by itself
                    cursor.execute("ROLLBACK")
                if isinstance(error, NotKept):
                    return
                raise
            try:
                cursor.execute("COMMIT")
            except FAULTS as error:
                if self._path is None:
                    raise
                raise cannot_write(self._path) from error
            if first is not None:
                _log_events(cursor, first)
            self._commits, self._asked_at = self._commits + 1, float("-inf")

    @contextmanager
    def trial(self) -> Iterator[duckdb.DuckDBPyConnection]:
        """Write through the cursor given for nobody else to see, and keep nothing; others can write meanwhile."""
        cursor = self._cursor()
        cursor.execute("BEGIN TRANSACTION")
        cursor.execute("CREATE TEMP TABLE line_month AS FROM line_month")  # alone in having rows taken out
        try:
            yield cursor
        finally:
            cursor.execute("ROLLBACK")

    @property
    def commits(self) -> int:
        """Give a number that is another once something was written: at once here, within a second elsewhere."""
        if self._is_shared and time.monotonic() - self._asked_at > SECONDS_BEHIND:
            self._commits, self._asked_at = newest_commit(self._connection.cursor()), time.monotonic()
        return self._commits

    def is_unwritten_since(self, commits: int | None) -> bool:
        """Tell whether nothing was written since that was the number; of a shared database nobody knows at once."""
        return commits == self._commits and not self._is_shared

    @contextmanager
    def keeping(self) -> Iterator[None]:
        """Let one process at a time, of those that share the database, see to its backups."""
        with self._in_turn(KEEPING):
            yield

    @contextmanager
    def _in_turn(self, lock: int) -> Iterator[Callable[[], None]]:
        """Hold a lock among all processes, and give what raises when it was lost; a file has one process alone."""
        if not self._is_shared:
            yield lambda: None
            return
        cursor = self._connection.cursor()
        with self.explaining(), in_turn(cursor, lock):
            yield lambda: check_turn(cursor)

    def _cursor(self) -> duckdb.DuckDBPyConnection:
        cursor = self._connection.cursor()
        if self._is_shared:
            cursor.execute(f"USE {NAME}")
        return cursor

    def check_in_place(self) -> None:
        """Raise DatabaseError when the file was moved away or replaced since it was opened."""
        if self._path is not None and identity(self._path) != self._file:
            raise not_in_place(self._path)

    def explain(self, error: Exception) -> Exception:
        """Give the DatabaseError that says why this database could not be asked, or the error itself."""
        return error if self._path is None else cannot_read(self._path, error)

    @contextmanager
    def explaining(self) -> Iterator[None]:
        """Raise DatabaseError in place of what DuckDB raises inside the block, where the file is at fault."""
        try:
            yield
        except duckdb.Error as error:
            explained = self.explain(error)
            if explained is error:
                raise
            raise explained from error

    def close(self) -> None:
        """Let go of the file."""
        for *_, cursor in self._ready:
            cursor.close()
        self._connection.close()


def open_database(path: Path | None, *, is_copy: bool = False) -> Database:
    """Open or create a database (None: in memory); raise DatabaseError when it is held elsewhere or is none.

    Of a copy no backup is written before its schema is changed.
    """
    if path is None:
        return Database(duckdb.connect(":memory:", config=SETTINGS))
    connection: duckdb.DuckDBPyConnection | None = None
    try:
        if is_lakehouse(path):
            connection = open_lakehouse(path, SETTINGS)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            connection = duckdb.connect(str(path), config=SETTINGS)
        return Database(connection, path, is_copy=is_copy)
    except (*FAULTS, OSError, DatabaseError) as error:
        if connection is not None:
            connection.close()
        if isinstance(error, DatabaseError):
            raise
        raise cannot_open(path, error) from error


def _log_events(con: duckdb.DuckDBPyConnection, first: int) -> None:
    """Tell the log what was done, from an event on; who did it stands in the record alone."""
    done = """
        SELECT event_id, what, plan, month, scope, revision FROM event LEFT JOIN snapshot USING (snapshot_id)
        WHERE event_id >= ? ORDER BY event_id
    """
    for number, what, *of in con.execute(done, [first]).fetchall():
        snapshot = dict(zip(("plan", "month", "scope", "revision"), of, strict=True)) if any(of) else {}
        log.info("saved", extra={"told": {"event": what, "number": number} | snapshot})


@contextmanager
def reading(path: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open a database as it lies, whatever step it is on, and write nothing; what DuckDB raises goes on."""
    is_shared = is_lakehouse(path)
    with closing(duckdb.connect(":memory:" if is_shared else str(path), read_only=not is_shared)) as con:
        if is_shared:
            attach(con, path, NAME, read_only=True)
            con.execute(f"USE {NAME}")
        yield con


def insert_rows(con: duckdb.DuckDBPyConnection, table: str, rows: Sequence[Mapping[str, object]]) -> None:
    """Insert rows of the same columns, so many at a time that nobody else waits for it; none at all is fine."""
    for start in range(0, len(rows), ROWS_AT_A_TIME):
        some, columns = rows[start : start + ROWS_AT_A_TIME], list(rows[0])
        values = [[row[column] for row in some] for column in columns]
        given = ", ".join(["unnest(?)"] * len(columns))
        con.execute(f"INSERT INTO {table} ({', '.join(columns)}) SELECT {given}", values)


def write_event(
    con: duckdb.DuckDBPyConnection,
    what: str,
    detail: str | None = None,
    *,
    at: datetime,
    by: str,
    snapshot_id: int | None = None,
) -> int:
    """Write who did what, which also lets every page know that something is new, and give the event's id."""
    event_id = next_id(con, "event", "event_id")
    event = {"event_id": event_id, "happened_at": at, "who": by, "what": what}
    insert_rows(con, "event", [{**event, "snapshot_id": snapshot_id, "detail": detail}])
    return event_id


def next_id(con: duckdb.DuckDBPyConnection, table: str, column: str) -> int:
    """Give the next free id; safe because writing transactions come one at a time."""
    row = con.execute(f"SELECT coalesce(max({column}), 0) + 1 FROM {table}").fetchone()
    assert row is not None
    return int(row[0])
