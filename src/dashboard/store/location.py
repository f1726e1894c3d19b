"""Where the database lies, and the folder where workbooks for it are placed."""

import os
from pathlib import Path

PROJECT = Path(__file__).parents[3]


def database_path() -> Path:
    """Give the database's path: DASHBOARD_DATABASE, else data/status.duckdb in the project."""
    given = os.environ.get("DASHBOARD_DATABASE")
    return Path(given) if given else PROJECT / "data" / "status.duckdb"


def inbox_path(database: Path) -> Path:
    """Give the inbox of a database: DASHBOARD_INBOX, else the folder indbakke beside it.

    Beside it, so that a database of its own has an inbox of its own.
    """
    given = os.environ.get("DASHBOARD_INBOX")
    return Path(given) if given else database.parent / "indbakke"
