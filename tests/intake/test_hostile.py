"""Files that break readers, one of each kind, where a folder of them lies beside the project."""

from pathlib import Path
from typing import Any

import pytest

from dashboard.intake import receive_workbook
from dashboard.store.database import Database

FOLDER = Path(__file__).parents[3] / "shared" / "hostile"
FILES = sorted(FOLDER.glob("*.xlsx"))


@pytest.mark.skipif(not FILES, reason="there is no folder of hostile files beside the project")
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_hostile_file_saves_nothing_and_says_what_to_do(path: Any, database: Database) -> None:
    receipt = receive_workbook(database, path.read_bytes(), path.name, accept_errors=True).receipt
    assert not receipt.accepted
    assert receipt.errors
    assert all(len(issue.message.split(". ")) >= 2 for issue in receipt.errors), "a fault, and what to do about it"
    assert database.cursor().execute("SELECT count(*) FROM workbook").fetchone() == (0,)
