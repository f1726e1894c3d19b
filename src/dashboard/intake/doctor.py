"""Looking an installation's data through: the database, the folders around it, the disk, the backups and the clock.

Nothing is written but a file that is tried and gone again, and nothing is ever advised to be deleted.
"""

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryFile
from typing import Literal

import duckdb

from dashboard.domain.clock import in_denmark, utc_now
from dashboard.domain.disk import why_not
from dashboard.intake.inbox import is_served
from dashboard.store.database import reading
from dashboard.store.faults import FAULTS, DatabaseError, DatabaseHeldError, cannot_open, made_by_newer
from dashboard.store.integrity import violations
from dashboard.store.location import backup_days, backup_folder, inbox_path, newest_backup
from dashboard.store.schema import step_of, steps

LEAST_FREE = 1_000_000_000
COPIES = 3  # of the database should there be room for: a backup, one before a step, and what is written meanwhile
OLD_BACKUP = timedelta(days=2)
AHEAD = timedelta(minutes=10)


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at: in order, worth knowing, or wrong, said in a sentence with what to do."""

    about: str
    state: Literal["ok", "note", "fault"]
    said: str


def examine_data(path: Path) -> Iterator[Finding]:
    """Look through a database and what lies around it, also while an app has it open."""
    yield _database(path)
    folders = {"Databasens mappe": path.parent, "Indbakken": inbox_path(path)}
    folders["Mappen med sikkerhedskopier"] = backup_folder(path)
    for name, folder in folders.items():
        yield _folder(name, folder)
    yield _room(path)
    yield _backups(path)


def _database(path: Path) -> Finding:
    if not path.exists():
        return Finding("Databasen", "note", f"{path} er der ikke. Den laves, når noget indlæses første gang.")
    try:
        with reading(path) as con:
            step, last = step_of(con), max(steps())
            if step is not None and step > last:
                return Finding("Databasen", "fault", str(made_by_newer(path, step, last)))
            if step != last:
                said = f"{path} er på trin {step or 0} af {last}. Appen fører den frem, når den starter, efter en kopi."
                return Finding("Databasen", "note", said)
            broken, newest = violations(con), con.execute("SELECT max(happened_at) FROM event").fetchone()
    except (*FAULTS, OSError) as error:
        explained = cannot_open(path, error)
        if isinstance(explained, DatabaseHeldError):
            return Finding("Databasen", "ok", _held(path, explained))
        return Finding("Databasen", "fault", str(explained))
    except (duckdb.Error, DatabaseError) as error:
        said = f"{path} kan ikke læses ({type(error).__name__}). Lad den ligge, og se: dashboard verify"
        return Finding("Databasen", "fault", said)
    if broken:
        said = f"{len(broken)} steder i {path} passer ikke sammen. Se dem med: dashboard verify"
        return Finding("Databasen", "fault", said)
    if newest and newest[0] and newest[0] > utc_now() + AHEAD:
        said = f"Noget er gjort {in_denmark(newest[0]):%d.%m.%Y kl. %H.%M}, og det er ude i fremtiden."
        return Finding("Databasen", "fault", f"{said} Går uret på denne maskine rigtigt?")
    if not os.access(path, os.W_OK):
        return Finding("Databasen", "fault", f"Der kan ikke skrives i {path}. Giv den, appen kører som, lov til det.")
    return Finding("Databasen", "ok", f"{path}, {path.stat().st_size // 1_000_000 + 1} MB, trin {step}.")


def _held(path: Path, held: DatabaseHeldError) -> str:
    if is_served(inbox_path(path), path):
        return f"{path} er åben i appen, som kører."
    return str(held)


def _folder(name: str, folder: Path) -> Finding:
    place = folder
    while not place.exists() and place != place.parent:
        place = place.parent
    try:
        with TemporaryFile(dir=place) as tried:
            tried.write(b"x")
    except OSError as error:
        said = f"Der kan ikke skrives i {place}: {why_not(error)}. Giv den, appen kører som, lov til det."
        return Finding(name, "fault", said)
    return Finding(name, "ok", f"{folder}." if place == folder else f"{folder} laves, når den skal bruges.")


def _room(path: Path) -> Finding:
    place = next(each for each in path.absolute().parents if each.exists())
    free = shutil.disk_usage(place).free
    needed = max(LEAST_FREE, COPIES * path.stat().st_size if path.exists() else 0)
    said = f"{free // 1_000_000:,} MB fri på drevet med {place}.".replace(",", ".")
    if free < needed:
        return Finding("Plads", "fault", f"{said} Der skal være {needed // 1_000_000:,} MB. Skaf mere plads.")
    return Finding("Plads", "ok", said)


def _backups(path: Path) -> Finding:
    newest = newest_backup(path)
    if newest is None:
        said = f"Der er ingen i {backup_folder(path)}. Appen skriver en hver dag, når den kører."
        return Finding("Sikkerhedskopi", "note" if path.exists() else "ok", said)
    age = in_denmark(utc_now()).date() - date.fromisoformat(newest.stem[-10:])
    if age > OLD_BACKUP:
        said = f"Den nyeste er {age.days} dage gammel: {newest}."
        return Finding("Sikkerhedskopi", "fault", f"{said} Kører appen, så se i dens log, hvorfor der ikke er en ny.")
    return Finding("Sikkerhedskopi", "ok", f"{newest.name}; de seneste {backup_days()} dage gemmes.")
