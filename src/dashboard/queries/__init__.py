"""Questions asked of the plan: a selection goes in, a DataFrame comes out."""

from pathlib import Path

from dashboard.queries.questions import (
    CHANGE_KINDS,
    Part,
    changes,
    data_version,
    default_selection,
    deliveries,
    distribution,
    filter_options,
    light_counts,
    lines,
    previous_month,
)
from dashboard.queries.selection import Selection
from dashboard.store.database import Database, DatabaseError
from dashboard.store.database import open_database as _open
from dashboard.store.location import database_path

__all__ = [
    "CHANGE_KINDS",
    "Database",
    "DatabaseError",
    "Part",
    "Selection",
    "changes",
    "data_version",
    "default_selection",
    "deliveries",
    "distribution",
    "filter_options",
    "light_counts",
    "lines",
    "open_database",
    "previous_month",
]


def open_database(path: Path | None = None) -> Database:
    """Open the database that is asked for, or (None) the one the settings name."""
    return _open(path or database_path())
