"""Why the database cannot be used, as a Danish sentence with what to do.

The kind of a fault comes from the class of the error, from trying again what failed and from the file itself, never
from words in the error. Nothing here is ever advised to be deleted.
"""

import errno
import os
import re
import shutil
from pathlib import Path
from tempfile import TemporaryFile

import duckdb

from dashboard.domain.disk import why_not
from dashboard.store.lakehouse import is_lakehouse, missing_packages
from dashboard.store.location import backup_folder, newest_backup

FAULTS = (
    duckdb.IOException,
    duckdb.TransactionException,
    duckdb.FatalException,
    duckdb.InternalException,
    duckdb.SerializationException,
    duckdb.OutOfMemoryException,
)
Identity = tuple[int, int]
MAGIC, MAGIC_AT = b"DUCK", 8  # where a file of DuckDB says what it is
TRIED_BYTES = 1_000_000


class DatabaseError(Exception):
    """The database cannot be used; the message is a Danish sentence for the person at the screen."""

    may_be_logged = True  # of files and folders, never of what is stored


class DatabaseHeldError(DatabaseError):
    """Another process has the database open; nothing is wrong with it."""


def cannot_open(path: Path, error: duckdb.Error | OSError) -> DatabaseError:
    """Say why a database that this process does not have open could not be opened."""
    if isinstance(error, duckdb.OutOfMemoryException):
        return _memory(path)
    if is_lakehouse(path):
        return _shared(path, "kan ikke åbnes", error)
    try:
        if isinstance(error, OSError):
            raise error
        if not path.exists():
            return cannot_write(path)
        with path.open("r+b") as file:
            is_held, start = _is_held(file.fileno()), file.read(MAGIC_AT + len(MAGIC))
    except OSError as refused:
        if getattr(refused, "winerror", None) in (32, 33):  # Windows: a sharing or a locking violation
            return _held(path, error)
        return DatabaseError(f"Databasen {path} kan ikke åbnes: {why_not(refused)}.")
    if is_held:
        return _held(path, error)
    cause = _why_not_write(path)
    if cause:
        return DatabaseError(f"Databasen {path} kan ikke åbnes: {cause} Den er ikke ændret.")
    return _no_database(path) if start and not start.endswith(MAGIC) else _damaged(path)


def cannot_write(path: Path) -> DatabaseError:
    """Say why something could not be saved in a database that is open here."""
    said = f"Der kunne ikke gemmes i databasen {path}"
    cause = _why_not_write(path)
    if cause is None and is_lakehouse(path):
        return _shared(path, "kunne ikke gemme det sidste")
    if cause is None:
        cause = f"der er {_free_megabytes(path)} MB fri på drevet. Sørg for mere plads, og se, om drevet er i orden."
    return DatabaseError(f"{said}: {cause} Intet af det sidste er gemt, og alt det, der var gemt, er der endnu.")


def cannot_read(path: Path, error: Exception) -> Exception:
    """Say why a database that is open here could not be asked; an error of another kind is given back."""
    if isinstance(error, duckdb.OutOfMemoryException):
        return _memory(path)
    if is_lakehouse(path):
        is_lost = isinstance(error, FAULTS) or type(error) is duckdb.Error  # the latter is PostgreSQL's
        return _shared(path, "svarer ikke", error) if is_lost else error
    if isinstance(error, duckdb.FatalException):  # DuckDB has closed it over what could not be written
        return cannot_write(path)
    if isinstance(error, (duckdb.IOException, duckdb.SerializationException)):
        return cannot_write(path) if _why_not_write(path) else _damaged(path)
    return error


def cannot_back_up(target: Path, source: Path | None, error: Exception) -> DatabaseError:
    """Say why a backup could not be written; what is backed up is as it was, or itself damaged."""
    cause = _why_not_write(target)
    if cause is None and isinstance(error, OSError):
        cause = f"{why_not(error)}."
    if cause is None and source is not None and isinstance(error, duckdb.IOException):
        return _damaged(source)
    if cause is None:
        cause = f"der er {_free_megabytes(target)} MB fri på drevet. Sørg for mere plads, og se, om drevet er i orden."
    return DatabaseError(f"Sikkerhedskopien {target} kunne ikke skrives: {cause} Databasen er ikke ændret.")


def made_by_newer(path: Path | None, step: int, known: int) -> DatabaseError:
    """Say that a file has taken steps that this version does not know."""
    return DatabaseError(
        f"Databasen {path} er fra en nyere udgave af dashboardet (trin {step}; denne kender {known}). Brug den nyere "
        "udgave. Databasen er ikke ændret."
    )


def step_failed(path: Path, before: int, last: int, error: Exception) -> DatabaseError:
    """Say that the schema of a file could not be brought up to this version."""
    failed = DatabaseError(
        f"Databasen {path} kunne ikke føres fra trin {before} til {last} og er, som den var. Brug den udgave af "
        f"dashboardet, der sidst åbnede den, og giv beskeden til den, der passer dashboardet: {error}"
    )
    failed.may_be_logged = False  # DuckDB may name a value
    return failed


def identity(path: Path) -> Identity | None:
    """Tell a file from one that has taken its name; None where it is not there."""
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def not_in_place(path: Path) -> DatabaseError:
    """Say that the file of a database that is open here was moved away, or another took its name."""
    what = "skiftet ud med en anden fil" if path.exists() else "flyttet eller slettet"
    return DatabaseError(
        f"Databasen {path} er {what}, mens den var åben, så der gemmes intet. Luk appen, læg den rigtige fil på plads, "
        "og start appen igen."
    )


def shared_stays(path: Path) -> DatabaseError:
    """Say that nothing can take the place of a shared database."""
    return DatabaseError(
        f"{path} deles af flere maskiner, og en fil kan ikke lægges på dens plads. Flyt dens indhold til en fil med "
        "dashboard move, og flyt filens indhold til en ny, tom database bagefter. Intet er ændret."
    )


def _shared(path: Path, what: str, error: Exception | None = None) -> DatabaseError:
    """Say what is wrong with a database that several machines share: packages, the folder or PostgreSQL."""
    missing = missing_packages()
    if missing:
        cause = f"{', '.join(missing)} mangler. Hent dem med: pip install 'dashboard[shared]'"
    elif not path.parent.is_dir():
        cause = f"mappen {path.parent} er der ikke. Er drevet forbundet?"
    elif isinstance(error, OSError):
        cause = f"{why_not(error)}."
    else:
        said = [f"{name}={os.environ[name]}" for name in ("PGSERVICE", "PGHOST", "PGDATABASE") if name in os.environ]
        where = " ".join(said) or "hverken PGHOST eller PGDATABASE er sat"
        cause = f"kataloget i PostgreSQL ({where}) kan ikke bruges. Kører det, og kan det nås herfra?"
    return DatabaseError(f"Den delte database {path} {what}: {cause} Alt det, der var gemt, er der endnu.")


def _is_held(file: int) -> bool:
    """Tell whether another process has locked an open file, as DuckDB does."""
    if os.name == "nt":
        return False  # there it cannot be opened at all
    import fcntl

    try:
        fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno in (errno.EACCES, errno.EAGAIN)
    return False


def _why_not_write(path: Path) -> str | None:
    """Try to write beside the database, and say why that fails, or None when it does not."""
    try:
        with TemporaryFile(dir=path.parent) as tried:
            tried.write(bytes(TRIED_BYTES))
            tried.flush()
    except OSError as error:
        return f"i mappen {path.parent} kan der ikke skrives: {why_not(error)}. {_what_to_do(error)}"
    return None


def _free_megabytes(path: Path) -> int:
    return shutil.disk_usage(path.parent).free // 1_000_000


def _what_to_do(error: OSError) -> str:
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return "Skaf plads på drevet, og prøv igen."
    if error.errno == errno.ENOENT:
        return "Læg mappen på plads, og prøv igen."
    return "Giv appen lov til at skrive der, eller flyt databasen (DASHBOARD_DATABASE), og prøv igen."


def _held(path: Path, error: Exception) -> DatabaseHeldError:
    holder = re.search(r"PID (\d+)", str(error))
    process = f" (proces {holder[1]})" if holder else ""
    return DatabaseHeldError(
        f"Databasen {path} bruges af et andet program{process}, fx en åben app. Luk det, og prøv igen."
    )


def _memory(path: Path) -> DatabaseError:
    return DatabaseError(
        f"Der er ikke hukommelse nok til databasen {path}. Luk andre programmer, og prøv igen. Den er ikke ændret."
    )


def _no_database(path: Path) -> DatabaseError:
    return DatabaseError(
        f"{path} er ikke en database, som appen kan læse. Vælg en anden fil (DASHBOARD_DATABASE), og lad denne ligge."
    )


def _damaged(path: Path) -> DatabaseError:
    return DatabaseError(
        f"Databasen {path} er beskadiget, og noget af den kan ikke læses. Lad den ligge, som den er. {_backup_of(path)}"
    )


def _backup_of(path: Path) -> str:
    """Say which backup to put in the place of a database, and how."""
    newest = newest_backup(path)
    if newest is None:
        return (
            f"Der er ingen sikkerhedskopi i {backup_folder(path)}; har I en et andet sted, så brug dashboard restore."
        )
    return f'Den nyeste sikkerhedskopi er {newest}. Luk appen, og skriv: dashboard restore "{newest}"'
