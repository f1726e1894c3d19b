"""Revisions: what there is, withdrawing one, bringing it back, and the file it came in."""

from pathlib import Path
from typing import Annotated, Any

import pandas as pd
import typer

from dashboard import intake, queries
from dashboard.cli.options import DatabaseOption, JsonOption, MonthOption, ScopeOption, read_month, read_scope
from dashboard.cli.output import fail, lights_text, out, plain, print_json, scope_label
from dashboard.cli.program import app, open_database, open_questions
from dashboard.domain.month import Month
from dashboard.domain.scope import Scope

AskedMonth = Annotated[str, typer.Option("--month", metavar="2025-05", help="Måneden.")]
AskedScope = Annotated[str, typer.Option("--scope", metavar="plan|tvaergaaende|AU", help="Omfanget.")]
AskedRevision = Annotated[int, typer.Option("--revision", metavar="N", help="Revisionens nummer.")]
STATES = {"counts": "gælder", "replaced": "afløst", "withdrawn": "trukket tilbage"}


@app.command("revisions")
def revisions(
    context: typer.Context,
    month: MonthOption = None,
    scope: ScopeOption = None,
    as_json: JsonOption = False,
    database: DatabaseOption = None,
) -> None:
    """Vis alt, der er indlæst: hvem, hvornår, hvad det rummer, og hvad der blev anderledes."""
    with open_questions(database or context.obj) as con:
        found = queries.revisions(con, read_month(month), read_scope(scope)).to_dict("records")
    if as_json:
        print_json({"revisions": [_document(revision) for revision in found]})
        return
    for revision in found:
        _print_revision(revision)
    if not found:
        out.print("Intet er indlæst.")


@app.command()
def withdraw(
    context: typer.Context,
    month: AskedMonth,
    scope: AskedScope,
    revision: AskedRevision,
    database: DatabaseOption = None,
) -> None:
    """Træk en revision tilbage, så den ikke gælder. Den bliver gemt og kan hentes frem igen."""
    with open_database(database or context.obj) as opened:
        _try(intake.withdraw_revision, opened, *_place(month, scope), revision)
        _print_standing(opened, month, scope)


@app.command()
def restore(
    context: typer.Context,
    month: AskedMonth,
    scope: AskedScope,
    revision: AskedRevision,
    database: DatabaseOption = None,
) -> None:
    """Hent en tilbagetrukket revision frem igen."""
    with open_database(database or context.obj) as opened:
        _try(intake.restore_revision, opened, *_place(month, scope), revision)
        _print_standing(opened, month, scope)


@app.command()
def original(
    context: typer.Context,
    target: Annotated[Path, typer.Argument(metavar="UD.xlsx", help="Filen, der skrives.")],
    month: AskedMonth,
    scope: AskedScope,
    revision: Annotated[
        int | None, typer.Option("--revision", metavar="N", help="Ellers den revision, der gælder.")
    ] = None,
    database: DatabaseOption = None,
) -> None:
    """Skriv den fil, en revision blev indlæst fra, præcis som den var."""
    with open_database(database or context.obj, in_memory_when_missing=True) as opened:
        file: intake.OriginalFile = _try(intake.original_workbook, opened, *_place(month, scope), revision)
    try:
        target.write_bytes(file.content)
    except OSError as error:
        fail(f"{target} kan ikke skrives: {error.strerror}.")
    out.print(f"{target} skrevet: {file.name}, revision {file.revision}, {len(file.content)} byte", markup=False)


def _place(month: str, scope: str) -> tuple[Month, Scope]:
    asked_month, asked_scope = read_month(month), read_scope(scope)
    if asked_month is None or asked_scope is None:
        fail("Skriv både --month og --scope.", code=2)
    return asked_month, asked_scope


def _try(act: Any, *given: object) -> Any:
    try:
        return act(*given)
    except intake.RevisionError as error:
        fail(str(error))


def _print_standing(opened: queries.Database, month: str, scope: str) -> None:
    asked = _place(month, scope)
    found = queries.revisions(opened.cursor(), *asked)
    standing = found.loc[found["state"] == "counts", "revision"]
    said = f"Nu gælder revision {standing.iloc[0]}." if len(standing) else "Nu gælder ingen revision."
    out.print(f"{asked[0].label} · {scope_label(str(asked[1]))}: {said}")


def _print_revision(revision: dict[Any, Any]) -> None:
    state = STATES[revision["state"]]
    out.print(
        f"{Month.parse(revision['month']).label} · {scope_label(revision['scope'])} · revision {revision['revision']}"
        f" · {state}: {revision['file_name']}",
        style="bold" if revision["state"] == "counts" else "dim",
        markup=False,
    )
    lights = lights_text({"lights": revision, "done": revision["done"]})
    out.print(
        f"  Indlæst {revision['imported_at']:%Y-%m-%d %H:%M} UTC af {revision['imported_by']} · "
        f"{revision['lines']} indsatser · {lights} · {revision['errors']} fejl, {revision['warnings']} bemærkninger",
        markup=False,
    )
    if not pd.isna(revision["n_new"]):
        out.print(
            f"  Mod revisionen før: {revision['n_changed']} ændret ({revision['n_light']} med ny farve), "
            f"{revision['n_new']} ny, {revision['n_gone']} udgået"
        )


def _document(revision: dict[Any, Any]) -> dict[str, Any]:
    return {
        str(name): value.isoformat() if isinstance(value, pd.Timestamp) else plain(value)
        for name, value in revision.items()
    }
