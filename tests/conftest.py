"""Real workbooks and a real DuckDB for every test."""

import shutil
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from hashlib import sha256
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from dashboard.cli import app
from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.domain.scope import Scope
from dashboard.domain.snapshot import Snapshot
from dashboard.domain.status_row import StatusRow
from dashboard.store.database import SETTINGS, open_database
from dashboard.store.snapshots import ReceivedFile
from workbook_maker import write_workbook
from written_months import KeptMonths, WrittenDatabase

SETTINGS["threads"] = 1  # the tests' own processes already use every core


@pytest.fixture
def make_workbook(tmp_path: Path) -> Callable[..., Path]:
    """Write a workbook of one sheet (``rows``) or of several (``sheets``) into the test's folder."""

    def make(
        rows: Sequence[Sequence[object]] = (),
        *,
        name: str = "Status.xlsx",
        sheet: str = "Ark1",
        sheets: dict[str, Sequence[Sequence[object]]] | None = None,
        merge: Sequence[str] = (),
        theme: str | None = None,
    ) -> Path:
        return write_workbook(tmp_path / name, sheets or {sheet: rows}, merge=merge, theme=theme)

    return make


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the file of a database that holds nothing yet, to be copied: to put its schema in place takes longer."""
    path = tmp_path_factory.mktemp("empty") / "status.duckdb"
    open_database(path).close()
    return path


@pytest.fixture(scope="session")
def kept_months(empty_database: Path, tmp_path_factory: pytest.TempPathFactory) -> KeptMonths:
    """Give what is kept of months that tests write by hand."""
    return KeptMonths(empty_database, tmp_path_factory.mktemp("months"))


@pytest.fixture
def database(kept_months: KeptMonths) -> Iterator[WrittenDatabase]:
    """Give a database in memory, empty but for the months that the test writes by hand."""
    opened = WrittenDatabase(kept_months)
    yield opened
    opened.close()


@pytest.fixture
def run(tmp_path: Path, empty_database: Path) -> Callable[..., Result]:
    """Give the command line on a database of the test's own; ``code`` is the exit code that is expected."""
    shutil.copy(empty_database, tmp_path)

    def invoke(*arguments: object, code: int = 0) -> Result:
        database = ["--database", str(tmp_path / "status.duckdb")]
        result = CliRunner().invoke(app, [*map(str, arguments), *database])
        assert result.exit_code == code, result.output
        return result

    return invoke


@pytest.fixture
def make_row() -> Callable[..., StatusRow]:
    """Make a line of ØK with a light; ``dataclasses.replace`` says the rest."""

    def make(title: str, light: Light, *, done: bool = False) -> StatusRow:
        return StatusRow(title=title, sheet="Ark1", cell="C1", title_cell="A1", light=light, done=done, udvalg=("ØK",))

    return make


@pytest.fixture
def save_rows(database: WrittenDatabase) -> Callable[..., None]:
    """Save a month of a scope from whole rows."""

    def save(month: str, scope: str, rows: Sequence[StatusRow], plan: str = "2025-2028") -> None:
        file = ReceivedFile(f"{month}.xlsx", sha256(b"").hexdigest(), b"", datetime(2026, 1, 1), "prøve")
        database.save(file, Snapshot(plan, Month.parse(month), Scope(scope), tuple(rows)))

    return save
