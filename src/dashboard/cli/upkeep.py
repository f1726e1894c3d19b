"""Keeping house: template, example, verify, and what the README says of the verbs."""

from pathlib import Path
from typing import Annotated

import typer
from typer.main import get_command

from dashboard import intake
from dashboard.cli.files import write_file
from dashboard.cli.options import DatabaseOption, ScopeOption, TheMonth, read_scope
from dashboard.cli.output import fail, out, scope_label
from dashboard.cli.program import app, open_database
from dashboard.domain.scope import CROSS_CUTTING
from dashboard.intake.template import TemplateError, make_template, template_name


@app.command()
def template(
    target: Annotated[Path, typer.Argument(metavar="UD.xlsx", help="Filen, der skrives, eller en mappe.")],
    month: TheMonth,
    udvalg: Annotated[str | None, typer.Option("--udvalg", metavar="BUU", help="Kun dette udvalgs del.")] = None,
    scope: ScopeOption = None,
    database: DatabaseOption = None,
) -> None:
    """Skriv skabelonen til en måneds status, udfyldt med det, der sidst er indlæst; ellers de tværgående indsatser."""
    if udvalg and scope:
        fail("Vælg enten --udvalg eller --scope.", code=2)
    asked = read_scope(udvalg) if udvalg else scope or CROSS_CUTTING
    path = target / template_name(month, asked) if target.is_dir() else target
    if path.exists():
        fail(f"{path} findes allerede og kan være udfyldt. Vælg et andet navn, eller flyt filen.", code=2)
    if not path.parent.is_dir():
        fail(f"Mappen {path.parent} findes ikke.", code=2)
    with open_database(database, in_memory_when_missing=True) as opened:
        try:
            content = make_template(opened, month, asked)
        except TemplateError as error:
            fail(str(error))
    write_file(path, content)
    out.print(f"{path} skrevet: {month.label}, {scope_label(asked.key)}", markup=False)


@app.command()
def example(
    folder: Annotated[Path, typer.Argument(metavar="MAPPE", help="Hvor projektmapperne skrives.")] = Path(
        "data/eksempel"
    ),
    seed: Annotated[int, typer.Option(metavar="TAL", help="Samme tal giver samme filer.")] = 2025,
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


@app.command(hidden=True)
def commands() -> None:
    """Skriv kommandoerne som tabel til README."""
    told = get_command(app).commands  # type: ignore[attr-defined]
    rows = [(name, command.get_short_help_str(200)) for name, command in told.items() if not command.hidden]
    print("| dashboard | |", "| --- | --- |", *(f"| `{name}` | {said} |" for name, said in rows), sep="\n")
