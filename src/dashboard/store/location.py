"""Where the database lies, the folder where workbooks for it are placed, and the one that keeps its backups."""

from pathlib import Path
from socket import gethostname

from dashboard.domain.settings.server import server_path, server_setting
from dashboard.store.lakehouse import ENDING, is_lakehouse

SHARED = "ducklake:"
PROJECT = Path(__file__).parents[3]


def database_path() -> Path:
    """Give the database's path: where the settings say, else data/status.duckdb in the project.

    ``ducklake:FOLDER`` is the database that is shared in that folder.
    """
    said = server_setting("database")
    if said.startswith(SHARED):
        return Path(said.removeprefix(SHARED), f"status{ENDING}")
    return server_path("database") or PROJECT / "data" / "status.duckdb"


def inbox_path(database: Path) -> Path:
    """Give the inbox of a database: where the settings say, else the folder indbakke beside it.

    Beside it, so that a database of its own has an inbox of its own; and each machine that shares one.
    """
    name = f"indbakke {gethostname()}" if is_lakehouse(database) else "indbakke"
    return server_path("inbox") or database.parent / name


def backup_folder(database: Path) -> Path:
    """Give the folder of the backups of a database: where the settings say, else sikkerhedskopier beside it."""
    return server_path("backups") or database.parent / "sikkerhedskopier"


def backup_days() -> int:
    """Give how many backups of a kind are kept, one for each day: what the settings say, else 14; never none."""
    given = server_setting("backup_days")
    return max(1, int(given)) if given.isdecimal() else 14


def newest_backup(database: Path) -> Path | None:
    """Give the newest daily backup of a database, or None."""
    return next(iter(backups(database)), None)


def backups(database: Path) -> list[Path]:
    """List the daily backups of a database, newest first by the day in their names."""
    return sorted(backup_folder(database).glob(f"{database.stem} ????-??-??.duckdb"), reverse=True)
