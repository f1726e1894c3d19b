import sys
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path
from subprocess import PIPE, Popen, TimeoutExpired, run
from typing import Any

import pytest

from dashboard import queries
from dashboard.domain.month import Month
from dashboard.domain.scope import PLAN
from dashboard.domain.viewer import Viewer
from dashboard.intake import RestoreError, move_database, receive_workbook, restore_backup, verify, write_backup
from dashboard.store import lakehouse
from dashboard.store.database import Database, open_database, write_event
from dashboard.store.faults import DatabaseError
from dashboard.store.location import database_path
from dashboard.store.origin import stored_content
from dashboard.store.revisions import original_file, revisions_of
from postgres import postgres

EXAMPLES = Path(__file__).parents[2] / "data" / "eksempel"
SAVES = 2
# Another app's process: it saves months of its own scope, each with new lines, as often as it is told to begin.
WRITER = f"""
import sys
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.domain.scope import Scope
from dashboard.domain.snapshot import Snapshot
from dashboard.domain.status_row import StatusRow
from dashboard.store.database import open_database
from dashboard.store.snapshots import ReceivedFile, save_snapshot

database, scope = open_database(Path(sys.argv[1])), sys.argv[2]
print("ready", flush=True)
sys.stdin.readline()
for n in range(1, {SAVES} + 1):
    row = StatusRow(f"{{scope}} {{n}}", "Ark1", "C1", "A1", light=Light.RED, udvalg=(scope,))
    snapshot = Snapshot("2025-2028", Month(2027, n), Scope(scope), (row,))
    file = ReceivedFile(f"{{scope}} {{n}}", sha256(b"").hexdigest(), b"", datetime(2027, 1, 1), scope)
    with database.transaction() as con:
        save_snapshot(con, file, snapshot, [None])
database.close()
"""


@pytest.fixture(scope="module")
def at_postgres() -> Iterator[pytest.MonkeyPatch]:
    with postgres() as told, pytest.MonkeyPatch.context() as patch:
        for name, value in told.items():
            patch.setenv(name, value)
        yield patch


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a file with a month of the plan, of which two workbooks tell."""
    path = tmp_path_factory.mktemp("file") / "status.duckdb"
    with closing(open_database(path)) as opened:
        for name in ("hele-planen-2026-10.xlsx", "tvaergaaende-2026-10.xlsx"):
            receive_workbook(opened, (EXAMPLES / name).read_bytes(), name)
    return path


@pytest.fixture(scope="module")
def shared(at_postgres: pytest.MonkeyPatch, source: Path) -> Path:
    """Give a shared database that holds what the file does, where the settings say."""
    at_postgres.setenv("DASHBOARD_DATABASE", f"ducklake:{source.parent}")
    move_database(source, database_path())
    return database_path()


def _answers(opened: Database) -> dict[str, Any]:
    """Ask what the pages ask, and what is asked of a workbook's table beside that of its snapshots."""
    con = opened.cursor()
    selection = queries.default_selection(con, scope=PLAN)
    assert selection is not None
    of_selection = "changes", "light_counts", "line_list", "red_spells", "text_changes"
    found: dict[str, Any] = {name: getattr(queries, name)(con, selection) for name in of_selection}
    found |= {name: getattr(queries, name)(con) for name in ("deliveries", "known_names", "revisions", "record")}
    newest = revisions_of(con, Month(2026, 10), PLAN)[-1]
    found |= {"file": original_file(con, newest), "content": stored_content(con, newest.snapshot_id)}
    limited = opened.seen_by(Viewer(udvalg=frozenset({"BUU"}), closed=False))
    return found | {"limited": queries.light_counts(limited, selection)}


def test_a_files_data_is_answered_alike_in_a_shared_database_and_comes_back(
    shared: Path, source: Path, tmp_path: Path
) -> None:
    with closing(open_database(source)) as one, closing(open_database(shared)) as other:
        assert verify(other) == []
        before, after = _answers(one), _answers(other)
        assert [name for name in before if not _is_same(before[name], after[name])] == []
        write_backup(other.cursor(), tmp_path / "kopi.duckdb")
    with closing(open_database(tmp_path / "kopi.duckdb")) as copy:
        assert verify(copy) == []
    move_database(shared, tmp_path / "back.duckdb")  # which compares every row
    with closing(open_database(tmp_path / "back.duckdb")) as back:
        assert verify(back) == []


def _is_same(one: Any, other: Any) -> bool:
    return bool(one.equals(other) if hasattr(one, "equals") else one == other)


def test_nothing_is_moved_over_what_is_there_nor_put_in_a_shared_databases_place(shared: Path, source: Path) -> None:
    with pytest.raises(DatabaseError, match="ikke tom"):
        move_database(source, shared)
    with pytest.raises((DatabaseError, RestoreError), match="dashboard move"):
        restore_backup(source, shared)


def test_two_processes_write_at_once_and_a_third_reads(shared: Path) -> None:
    with closing(open_database(shared)) as reader:
        first = reader.commits
        writers = [
            Popen([sys.executable, "-c", WRITER, str(shared), scope], stdin=PIPE, stdout=PIPE, text=True)
            for scope in ("BUU", "VPU")
        ]
        for writer in writers:
            assert writer.stdout is not None
            assert any("ready" in line for line in writer.stdout)  # after the bar that DuckLake draws when it is slow
        for writer in writers:
            assert writer.stdin is not None
            writer.stdin.write("\n")
            writer.stdin.flush()
        counts = "SELECT count(*), count(DISTINCT snapshot_id) FROM snapshot WHERE scope IN ('BUU', 'VPU')"
        seen = []
        while any(writer.poll() is None for writer in writers):
            seen += reader.cursor().execute(counts).fetchall()
            with suppress(TimeoutExpired):
                writers[0].wait(0.5)
        assert [writer.wait() for writer in writers] == [0, 0]
        seen += reader.cursor().execute(counts).fetchall()
        assert seen == sorted(seen)
        assert seen[-1] == (2 * SAVES, 2 * SAVES)
        reader._asked_at = float("-inf")  # as a second later
        assert reader.commits >= first + 2 * SAVES
        assert verify(reader) == []


def test_what_is_written_when_the_turn_is_lost_is_not_kept(shared: Path) -> None:
    lose = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND usename = user"

    def write(opened: Database, what: str, *, loses: bool = False) -> None:
        with opened.transaction() as con:
            write_event(con, "export", what, at=datetime(2026, 1, 1), by="prøve")
            if loses:
                run(["psql", "-qtc", lose], check=True, capture_output=True)

    with closing(open_database(shared)) as opened:
        events = opened.cursor().execute("SELECT count(*) FROM event").fetchone()
        with pytest.raises(DatabaseError, match="PostgreSQL"):
            write(opened, "tabt", loses=True)
        assert opened.cursor().execute("SELECT count(*) FROM event").fetchone() == events
        write(opened, "gemt")  # it is reached anew


def test_a_catalogue_that_is_not_reached_is_said(shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PGHOST", "/nowhere")
    with pytest.raises(DatabaseError, match=r"PostgreSQL \(PGHOST=/nowhere PGDATABASE=postgres\)"):
        open_database(shared)


def test_packages_that_are_missing_are_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lakehouse, "find_spec", lambda _: None)
    with pytest.raises(DatabaseError, match=r"duckdb-extension-postgres-scanner mangler.*dashboard\[shared\]"):
        open_database(tmp_path / "status.ducklake")
