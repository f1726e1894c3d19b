"""Where the database lies, the folder where workbooks for it are placed, and the one that keeps its backups."""

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


def backup_folder(database: Path) -> Path:
    """Give the folder of the backups of a database: DASHBOARD_BACKUPS, else the folder sikkerhedskopier beside it."""
    given = os.environ.get("DASHBOARD_BACKUPS")
    return Path(given) if given else database.parent / "sikkerhedskopier"


def backup_days() -> int:
    """Give how many backups of a kind are kept, one for each day: DASHBOARD_BACKUP_DAYS, else 14; never none."""
    given = os.environ.get("DASHBOARD_BACKUP_DAYS", "")
    return max(1, int(given)) if given.isdecimal() else 14


def newest_backup(database: Path) -> Path | None:
    """Give the newest daily backup of a database, or None."""
    return next(iter(backups(database)), None)


def backups(database: Path) -> list[Path]:
    """List the daily backups of a database, newest first by the day in their names."""
    return sorted(backup_folder(database).glob(f"{database.stem} ????-??-??.duckdb"), reverse=True)
