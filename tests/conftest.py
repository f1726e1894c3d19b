"""Real workbooks and a real DuckDB for every test."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from dashboard.cli import app
from dashboard.store.database import Database, open_database
from workbook_maker import write_workbook


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


@pytest.fixture
def database() -> Iterator[Database]:
    """Give an empty database in memory."""
    opened = open_database(None)
    yield opened
    opened.close()


@pytest.fixture
def run(tmp_path: Path) -> Callable[..., Result]:
    """Give the command line on a database of the test's own; ``code`` is the exit code that is expected."""

    def invoke(*arguments: object, code: int = 0) -> Result:
        database = ["--database", str(tmp_path / "status.duckdb")]
        result = CliRunner().invoke(app, [*map(str, arguments), *database])
        assert result.exit_code == code, result.output
        return result

    return invoke
