"""Backups on the command line: writing one, also while the app runs, and putting one in the database's place."""

import shutil
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from dashboard import intake, queries
from dashboard.cli.ask_app import WaitOption, ask_for_backup
from dashboard.cli.options import DatabaseOption
from dashboard.cli.output import count_of, fail, out
from dashboard.cli.program import app
from dashboard.domain.clock import in_denmark, utc_now
from dashboard.domain.disk import why_not
from dashboard.intake.inbox import DatabaseHeldError, database_path

IS_THERE = "{path} findes allerede og overskrives ikke. Vælg et andet navn."


@app.command()
def backup(
    target: Annotated[Path, typer.Argument(metavar="UD.duckdb", help="Filen, der skrives, eller en mappe.")],
    wait: WaitOption = 60,
    database: DatabaseOption = None,
) -> None:
    """Skriv en sikkerhedskopi af hele databasen, også mens appen kører."""
    path = database or database_path()
    name = f"{path.stem} {in_denmark(utc_now()):%Y-%m-%d kl. %H.%M.%S}{path.suffix}"
    place = target / name if target.is_dir() else target
    if not place.parent.is_dir():
        fail(f"Mappen {place.parent} findes ikke.", code=2)
    if place.exists():
        fail(IS_THERE.format(path=place), code=2)
    with copied(path, place.parent, wait) as copy:
        half = place.with_name(f".{place.name}.halv")
        try:
            shutil.copyfile(copy, half)
            intake.flush(half)
            half.replace(place)
        except OSError as error:
            half.unlink(missing_ok=True)
            fail(f"{place} kan ikke skrives: {why_not(error)}.")
    out.print(f"Skrevet: {place} ({count_of(place.stat().st_size // 1000, 'kB', 'kB')})", markup=False)


@contextmanager
def copied(path: Path, beside: Path, wait: float) -> Iterator[Path]:
    """Give a copy of all that a database holds now, for the time of the block; the app writes it when it holds it."""
    if not path.exists():
        fail(f"Databasen {path} findes ikke.")
    try:
        opened = queries.open_database(path)
    except DatabaseHeldError as held:
        with ask_for_backup(path, held, wait) as copy:
            yield copy
        return
    except queries.DatabaseError as error:
        fail(str(error))
    with closing(opened), TemporaryDirectory(prefix=".", dir=beside) as folder:
        copy = Path(folder, path.name)
        try:
            intake.write_backup(opened.cursor(), copy)
        except queries.DatabaseError as error:
            fail(str(error))
        yield copy


def put_back(backup: Path, database: Path | None) -> None:
    """Put a backup in the database's place and say so, or end with the sentence that says why not."""
    path = database or database_path()
    try:
        kept = intake.restore_backup(backup, path)
    except (intake.RestoreError, queries.DatabaseError) as error:
        fail(str(error))
    out.print(f"{path} er nu som i {backup}.", markup=False)
    if kept is not None:
        out.print(f"Den, der lå der, er lagt til side: {kept}", markup=False)
