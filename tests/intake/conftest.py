"""Months that are received one by one, with lines that change their names."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from dashboard.intake import Receipt, receive_workbook
from dashboard.intake.inbox import Inbox
from dashboard.store.database import Database, open_database
from fixture_types import MakeWorkbook, one_row
from inbox_folder import QUICK
from renamed_lines import HEAD, HEADING


@pytest.fixture
def other_database(tmp_path: Path, empty_database: Path) -> Iterator[Database]:
    """Give a second database, to compare with the first."""
    opened = open_database(Path(shutil.copy(empty_database, tmp_path / "other.duckdb")))
    yield opened
    opened.close()


@pytest.fixture
def month(database: Database, make_workbook: MakeWorkbook) -> Callable[..., Receipt]:
    """Receive the cross-cutting lines of a month: title="Grøn", and perhaps decisions by title."""

    def receive(name: Any, lines: Any, decisions: Any = None, **options: Any) -> Receipt:
        rows = [HEADING, [f"Status pr. ultimo {name} 2025"], HEAD, *([title, "VPU", light] for title, light in lines)]
        content = make_workbook(rows, name=f"{name}.xlsx").read_bytes()
        keys = {title: f"Ark1!A{number}" for number, (title, _) in enumerate(lines, start=4)}
        decided = {keys[title]: line for title, line in (decisions or {}).items()}
        return receive_workbook(database, content, f"{name}.xlsx", by="prøve", decisions=decided, **options).receipt

    return receive


@pytest.fixture
def ids(database: Database) -> Callable[[str], int]:
    """Give the id of a title's indsats: the newest that was made with it."""

    def find(title: Any) -> Any:
        row = database.cursor().execute(
            "SELECT max(indsats_id) FROM indsats_name WHERE concat_ws(' ', title, code) = ?", [title]
        )
        return one_row(row)[0]

    return find


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "indbakke"
    path.mkdir()
    return path


@pytest.fixture
def database_path(tmp_path: Path) -> Path:
    return tmp_path / "status.duckdb"


@pytest.fixture
def place(folder: Path, make_workbook: MakeWorkbook) -> MakeWorkbook:
    def put(rows: Any, name: str = "Status.xlsx") -> Path:
        return make_workbook(rows, name="under opbygning.xlsx").replace(folder / name)

    return put


@pytest.fixture
def inbox(folder: Path, database_path: Path, database: Database) -> Inbox:
    return Inbox(folder, database_path, lambda: database, QUICK)
