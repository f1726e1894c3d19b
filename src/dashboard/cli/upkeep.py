"""Keeping house: example and verify."""

from pathlib import Path
from typing import Annotated

import typer

from dashboard import intake
from dashboard.cli.options import DatabaseOption
from dashboard.cli.output import out
from dashboard.cli.program import app, open_database


@app.command()
def example(
    folder: Annotated[Path, typer.Argument(metavar="MAPPE", help="Hvor projektmapperne skrives.")] = Path(
        "data/eksempel"
    ),
    seed: Annotated[int, typer.Option(help="Samme tal giver samme filer.")] = 2025,
) -> None:
    """Skriv eksempeldata: opdigtede farver og tekster på planens linjer."""
    paths = intake.write_example_workbooks(folder, seed)
    out.print(f"{len(paths)} projektmapper skrevet i {folder}")


@app.command()
def verify(database: DatabaseOption = None) -> None:
    """Kontrollér, at alt i databasen hænger sammen. Kode 0: intet galt, 1: brud fundet."""
    with open_database(database) as opened:
        broken = intake.verify(opened)
    for breach in broken:
        out.print(breach, markup=False)
    out.print("Databasen er i orden." if not broken else f"{len(broken)} brud på databasens regler.")
    raise typer.Exit(1 if broken else 0)
