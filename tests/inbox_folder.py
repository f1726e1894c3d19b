"""An inbox in a test: how it is read until nothing is left, and what lies in it."""

import time
from pathlib import Path
from typing import Any

from dashboard.intake.inbox import Inbox, Job, Pace
from dashboard.store.database import Database

PATIENCE = 60
QUICK = Pace(look_every=0.02, settled=0.05, patience=0.3, give_up=1)


def until(condition: Any) -> None:
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline, "it never happened"
        time.sleep(0.02)


def read_all(inbox: Inbox) -> list[Any]:
    """Look until nothing is left to wait for."""
    outcomes = []

    def has_read() -> bool:
        outcomes.append(inbox.look())
        return not inbox.seen

    until(has_read)
    return [outcome for outcome in outcomes if outcome is not None]


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def stored(database: Database, sql: str) -> list[tuple[Any, ...]]:
    return database.cursor().execute(sql).fetchall()


def job(database_path: Path, **options: Any) -> Job:
    return Job(**{"database": str(database_path), "file": "Status.xlsx", "by": "anna"} | options)
