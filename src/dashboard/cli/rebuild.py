"""Whether all that is stored holds together and is as it follows, and making it anew from what it follows from."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer

from dashboard import intake, queries
from dashboard.cli.ask_app import WaitOption, ask_for_backup
from dashboard.cli.options import DatabaseOption
from dashboard.cli.output import count_of, err, fail, out
from dashboard.cli.program import app, open_database
from dashboard.intake.inbox import DatabaseHeldError, database_path

READING = "Læser filerne igen …"
SECONDS = "Filerne er læst igen på {seconds}."
READ_OTHERWISE = (
    "Det kan skyldes en nyere udgave, der læser bedre. Der er ikke rettet noget; dashboard rebuild laver databasen om."
)
NEWEST, NO_BACKUP = "Den nyeste sikkerhedskopi er {backup}.", "Der er ingen sikkerhedskopi endnu."
NOTHING_CHANGED = "Databasen er som før. Skriv --yes for at lade den nye tage dens plads."


@app.command()
def verify(
    quick: Annotated[bool, typer.Option("--quick", help="Læs ikke filerne igen.")] = False,
    wait: WaitOption = 60,
    database: DatabaseOption = None,
) -> None:
    """Kontrollér, at alt hænger sammen og er, som filerne læses. Kode 0: intet galt, 1: brud fundet."""
    place = database or database_path()
    with _at_rest(place, wait) as path:
        with open_database(path) as opened:
            broken = intake.verify(opened)
        otherwise = [] if quick else _read_again(path)
    broken += otherwise
    for breach in broken:
        out.print(breach, markup=False)
    if otherwise:
        out.print(READ_OTHERWISE)
    newest = intake.newest_backup(place)
    out.print(NEWEST.format(backup=newest) if newest else NO_BACKUP, markup=False)
    out.print(f"{count_of(len(broken), 'brud', 'brud')} på databasens regler." if broken else "Databasen er i orden.")
    raise typer.Exit(1 if broken else 0)


@app.command()
def rebuild(
    sure: Annotated[bool, typer.Option("--yes", help="Også når noget bliver anderledes.")] = False,
    database: DatabaseOption = None,
) -> None:
    """Lav databasen om fra dens filer og hændelser, og sig, hvad der bliver anderledes. Den gamle gemmes."""
    path = database or database_path()
    if not path.exists():
        fail(f"Databasen {path} findes ikke.")
    try:
        with err.status(READING) as status:
            found = intake.rebuild(path, lambda done, of: status.update(f"{READING} {done} af {of}"), accept=sure)
    except queries.DatabaseError as error:
        fail(str(error))
    for difference in found.differences:
        out.print(difference, markup=False)
    if found.kept is None:
        fail(NOTHING_CHANGED)
    out.print(f"{path} er lavet om. Den, der lå der, er lagt til side: {found.kept}", markup=False)


def _read_again(path: Path) -> list[str]:
    begun = time.monotonic()
    with err.status(READING) as status:
        found = intake.verify_again(path, lambda done, of: status.update(f"{READING} {done} af {of}"))
    out.print(SECONDS.format(seconds=count_of(round(time.monotonic() - begun), "sekund", "sekunder")))
    return found


@contextmanager
def _at_rest(path: Path, wait: float) -> Iterator[Path]:
    """Give a file that nobody writes to: the database itself, or a backup by the app that has it open."""
    if not path.exists():
        fail(f"Databasen {path} findes ikke.")
    try:
        queries.open_database(path).close()
    except DatabaseHeldError as held:
        with ask_for_backup(path, held, wait) as copy:
            yield copy
        return
    except queries.DatabaseError as error:
        fail(str(error))
    yield path
