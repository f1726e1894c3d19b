"""Revisions: what there is, withdrawing one, bringing it back, and the file it came in."""

from pathlib import Path
from typing import Annotated, Any

import typer

from dashboard import intake, queries
from dashboard.cli.files import write_file
from dashboard.cli.options import DatabaseOption, JsonOption, MonthOption, ScopeOption, TheMonth, TheScope
from dashboard.cli.output import count_of, fail, lights_text, out, paragraph, print_json, scope_label
from dashboard.cli.program import app, open_database, open_questions
from dashboard.domain.clock import in_denmark

STATES = {"counts": "gælder", "replaced": "afløst", "withdrawn": "trukket tilbage"}


@app.command("revisions")
def revisions(
    month: MonthOption = None,
    scope: ScopeOption = None,
    as_json: JsonOption = False,
    database: DatabaseOption = None,
) -> None:
    """Vis alt, der er indlæst: hvem, hvornår, hvad det rummer, og hvad der blev anderledes."""
    with open_questions(database) as con:
        found = queries.revisions(con, month, scope)
    if as_json:
        print_json({"revisions": [vars(revision) for revision in found]})
        return
    for revision in found:
        _print_revision(revision)
    if not found:
        out.print("Intet er indlæst.")


@app.command("withdraw", help="Træk en revision tilbage, så den ikke gælder. Den bliver gemt og kan hentes frem igen.")
@app.command("restore", help="Hent en tilbagetrukket revision frem igen.")
def change(
    context: typer.Context,
    month: TheMonth,
    scope: TheScope,
    revision: Annotated[int, typer.Option("--revision", metavar="N", help="Revisionens nummer.")],
    database: DatabaseOption = None,
) -> None:
    """Withdraw a revision or bring it back, by the verb that is used, and say which one counts then."""
    act = intake.withdraw_revision if context.command.name == "withdraw" else intake.restore_revision
    with open_database(database) as opened:
        _try(act, opened, month, scope, revision)
        found = queries.revisions(opened.cursor(), month, scope)
    standing = next((each.revision for each in found if each.state == "counts"), None)
    said = f"Nu gælder revision {standing}." if standing else "Nu gælder ingen revision."
    out.print(f"{month.label} · {scope_label(str(scope))}: {said}")


@app.command()
def original(
    target: Annotated[Path, typer.Argument(metavar="UD.xlsx", help="Filen, der skrives.")],
    month: TheMonth,
    scope: TheScope,
    revision: Annotated[
        int | None, typer.Option("--revision", metavar="N", help="Ellers den revision, der gælder.")
    ] = None,
    database: DatabaseOption = None,
) -> None:
    """Skriv den fil, en revision blev indlæst fra, præcis som den var."""
    with open_database(database, in_memory_when_missing=True) as opened:
        file: intake.OriginalFile = _try(intake.original_workbook, opened, month, scope, revision)
    write_file(target, file.content)
    out.print(f"{target} skrevet: {file.name}, revision {file.revision}, {len(file.content)} byte", markup=False)


def _try(act: Any, *given: object) -> Any:
    try:
        return act(*given)
    except intake.RevisionError as error:
        fail(str(error))


def _print_revision(revision: queries.Revision) -> None:
    out.print(
        f"{revision.month.label} · {scope_label(str(revision.scope))} · revision {revision.revision}"
        f" · {STATES[revision.state]}: {revision.file_name}",
        style="bold" if revision.state == "counts" else "dim",
        markup=False,
    )
    paragraph(
        f"Indlæst {in_denmark(revision.imported_at):%d.%m.%Y kl. %H.%M} af {revision.imported_by} · "
        f"{count_of(revision.lines, 'indsats', 'indsatser')} · "
        f"{lights_text({'lights': vars(revision), 'done': revision.done})} · "
        f"{revision.errors} fejl, {count_of(revision.warnings, 'bemærkning', 'bemærkninger')}"
    )
    if revision.n_new is not None:
        paragraph(
            f"Mod revisionen før: {count_of(revision.n_changed or 0, 'ændret', 'ændrede')} "
            f"({revision.n_light} med ny farve), {count_of(revision.n_new, 'ny', 'nye')}, "
            f"{count_of(revision.n_gone or 0, 'udgået', 'udgåede')}"
        )
