"""Workbooks that are placed in the inbox: inbox, for a server that runs no app."""

import threading
from pathlib import Path
from typing import Annotated

import typer

from dashboard.cli.options import DatabaseOption
from dashboard.cli.output import err, fail, out
from dashboard.cli.program import app, open_database
from dashboard.documents.making import make_for_another
from dashboard.domain.disk import why_not
from dashboard.intake.inbox import (
    Inbox,
    InboxError,
    Outcome,
    database_path,
    inbox_path,
    serve,
    serve_once,
)


@app.command()
def inbox(
    once: Annotated[bool, typer.Option("--once", help="Læs det, der ligger der nu, og stop.")] = False,
    database: DatabaseOption = None,
) -> None:
    """Læs indbakken, som appen ellers gør. Med --once er kode 0: alt indlæst, 1: mindst én afvist eller ikke læst."""
    path = database or database_path()
    outcomes: list[Outcome] = []
    left: list[Path] = []

    def told(outcome: Outcome) -> None:
        outcomes.append(outcome)
        _print_outcome(outcome)

    with open_database(path) as opened:
        served = Inbox(inbox_path(path), path, lambda: opened, documents=make_for_another)
        try:
            served.open()
            if once:
                left = serve_once(served, told)
            else:
                out.print(f"Læser indbakken {served.folder}. Stop med Ctrl+C.", markup=False)
                serve(served, threading.Event(), told)
        except KeyboardInterrupt:
            raise typer.Exit(0) from None
        except InboxError as error:
            fail(str(error))
        except OSError as error:
            fail(f"Indbakken {served.folder} kan ikke bruges: {why_not(error)}.")
    for waiting in left:
        err.print(f"Ikke læst, for den skrives der stadig i eller er åben: {waiting.name}", markup=False)
    raise typer.Exit(0 if not left and all(outcome.accepted for outcome in outcomes) else 1)


def _print_outcome(outcome: Outcome) -> None:
    verdict = "Indlæst" if outcome.accepted else "Afvist"
    moved = f" → {outcome.moved}" if outcome.moved else ""
    out.print(f"{verdict}: {outcome.file}{moved}", markup=False)
