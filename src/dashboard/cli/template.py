"""The workbook that goes out to be filled in: template."""

from pathlib import Path
from typing import Annotated

import typer

from dashboard.cli.options import DatabaseOption, read_month, read_scope
from dashboard.cli.output import fail, out, scope_label
from dashboard.cli.program import app, open_database
from dashboard.domain.scope import CROSS_CUTTING
from dashboard.intake.template import TemplateError, make_template, template_name


@app.command()
def template(
    context: typer.Context,
    target: Annotated[Path, typer.Argument(metavar="UD.xlsx", help="Filen, der skrives, eller en mappe.")],
    month: Annotated[str, typer.Option("--month", metavar="2026-11", help="Måneden, der skal gives status for.")],
    udvalg: Annotated[str | None, typer.Option("--udvalg", metavar="BUU", help="Kun dette udvalgs del.")] = None,
    scope: Annotated[
        str | None, typer.Option("--scope", metavar="tvaergaaende|plan", help="Ellers de tværgående indsatser.")
    ] = None,
    database: DatabaseOption = None,
) -> None:
    """Skriv skabelonen til en måneds status, udfyldt med det, der sidst er indlæst."""
    if udvalg and scope:
        fail("Vælg enten --udvalg eller --scope.", code=2)
    asked_month, asked_scope = read_month(month), read_scope(udvalg or scope) or CROSS_CUTTING
    if asked_month is None:
        fail("Skriv måneden som 2026-11.", code=2)
    path = target / template_name(asked_month, asked_scope) if target.is_dir() else target
    if path.exists():
        fail(f"{path} findes allerede og kan være udfyldt. Vælg et andet navn, eller flyt filen.", code=2)
    if not path.parent.is_dir():
        fail(f"Mappen {path.parent} findes ikke.", code=2)
    with open_database(database or context.obj, in_memory_when_missing=True) as opened:
        try:
            content = make_template(opened, asked_month, asked_scope)
        except TemplateError as error:
            fail(str(error))
    path.write_bytes(content)
    out.print(f"{path} skrevet: {asked_month.label}, {scope_label(asked_scope.key)}", markup=False)
