"""Where the database lies."""

import os
from pathlib import Path

PROJECT = Path(__file__).parents[3]


def database_path() -> Path:
    """Give the database's path: DASHBOARD_DATABASE, else data/status.duckdb in the project."""
    given = os.environ.get("DASHBOARD_DATABASE")
    return Path(given) if given else PROJECT / "data" / "status.duckdb"
