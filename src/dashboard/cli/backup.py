"""Backups on the command line: writing one, also while the app runs, and putting one in the database's place."""

import shutil
from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer

from dashboard import intake, queries
from dashboard.cli.ask_app import WaitOption, ask_for_backup
from dashboard.cli.options import DatabaseOption
from dashboard.cli.output import fail, out
from dashboard.cli.program import app
from dashboard.domain.clock import in_denmark, utc_now
from dashboard.domain.disk import why_not
from dashboard.domain.viewer import EVERYTHING
from dashboard.intake.inbox import DatabaseHeldError, database_path
from dashboard.records import note_export

IS_THERE = "{path} findes allerede og overskrives ikke. Vælg et andet navn."


@app.command()
def backup(
    target: Annotated[Path, typer.Argument(metavar="UD.duckdb", help="Filen, der skrives, eller en mappe.")],
    wait: WaitOption = 60,
    database: DatabaseOption = None,
) -> None:
    """Skriv en sikkerhedskopi af hele databasen, også mens appen kører."""
    path = database or database_path()
    name = f"{path.stem} {in_denmark(utc_now()):%Y-%m-%d kl. %H.%M.%S}.duckdb"
    place = target / name if target.is_dir() else target
    if not place.parent.is_dir():
        fail(f"Mappen {place.parent} findes ikke.", code=2)
    if place.exists():
        fail(IS_THERE.format(path=place), code=2)
    if not path.exists():
        fail(f"Databasen {path} findes ikke.")
    try:
        with closing(queries.open_database(path)) as opened:
            note_export(opened, place.name)
            intake.write_backup(opened.seen_by(EVERYTHING), place)
    except DatabaseHeldError as held:
        with ask_for_backup(path, held, wait) as copy:
            _bring(copy, place)
    except queries.DatabaseError as error:
        fail(str(error))
    out.print(f"Skrevet: {place} ({max(1, place.stat().st_size // 1_000_000)} MB)", markup=False)


@app.command()
def move(
    source: Annotated[
        Path, typer.Argument(metavar="FRA", help="Databasen, hvis indhold flyttes; den bliver, som den er.")
    ],
    target: Annotated[
        Path,
        typer.Argument(metavar="TIL", help="En ny database: UD.duckdb, eller UD.ducklake, som flere maskiner deler."),
    ],
) -> None:
    """Flyt alt fra en fil til en database, som flere maskiner deler, eller tilbage, og se efter, at alt kom med."""
    try:
        intake.move_database(source, target)
    except queries.DatabaseError as error:
        fail(str(error))
    out.print(
        f"Alt i {source} er nu også i {target}. Vælg den med DASHBOARD_DATABASE, og kontrollér den: dashboard verify",
        markup=False,
    )


def _bring(copy: Path, place: Path) -> None:
    """Bring what the app wrote to its place, where it is there whole or not at all."""
    half = place.with_name(f".{place.name}.halv")
    try:
        shutil.copyfile(copy, half)
        intake.flush(half)
        half.replace(place)
    except OSError as error:
        half.unlink(missing_ok=True)
        fail(f"{place} kan ikke skrives: {why_not(error)}.")


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
