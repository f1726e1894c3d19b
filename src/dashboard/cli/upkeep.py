"""Keeping house: template, example, and what the README says of the verbs."""

from contextlib import closing
from pathlib import Path
from typing import Annotated

import typer
from typer.main import get_command

from dashboard import queries
from dashboard.cli.ask_app import WaitOption, ask_for_template
from dashboard.cli.files import write_file
from dashboard.cli.options import UDVALG, DatabaseOption, PlanOption, ScopeOption, TheMonth, read_scope
from dashboard.cli.output import count_of, fail, out, scope_label
from dashboard.cli.program import app
from dashboard.domain.month import Month
from dashboard.domain.scope import Scope
from dashboard.domain.viewer import EVERYTHING
from dashboard.intake.inbox import DatabaseHeldError, database_path
from dashboard.intake.template import TemplateError, make_template, template_name, widest_scope
from dashboard.records import note_export

NO_WORKBOOK = "Skabelonen er til Excel eller Word, så navnet skal ende på .xlsx eller .docx; {name} gør det ikke."
IS_THERE = "{path} findes allerede og kan være udfyldt. Vælg et andet navn, eller flyt filen."


@app.command()
def template(
    target: Annotated[Path, typer.Argument(metavar="UD.xlsx|UD.docx", help="Filen, der skrives, eller en mappe.")],
    month: TheMonth,
    udvalg: Annotated[str | None, typer.Option("--udvalg", metavar=UDVALG, help="Kun dette udvalgs del.")] = None,
    scope: ScopeOption = None,
    plan: PlanOption = None,
    wait: WaitOption = 60,
    database: DatabaseOption = None,
) -> None:
    """Skriv skabelonen til en måneds status, udfyldt med det, der sidst er indlæst; ellers for det videste omfang."""
    if udvalg and scope:
        fail("Vælg enten --udvalg eller --scope.", code=2)
    if not (target if target.is_dir() else target.parent).is_dir():
        fail(f"Mappen {target.parent} findes ikke.", code=2)
    if not target.is_dir() and target.suffix.lower() not in (".xlsx", ".docx"):
        fail(NO_WORKBOOK.format(name=target.name), code=2)
    if target.is_file():
        fail(IS_THERE.format(path=target), code=2)
    end = "docx" if target.suffix.lower() == ".docx" else "xlsx"
    scope, content = _template(plan, month, read_scope(udvalg) if udvalg else scope, wait, database, end)
    path = target / template_name(month, scope) if target.is_dir() else target
    if path.exists():
        fail(IS_THERE.format(path=path), code=2)
    write_file(path, content)
    out.print(f"{path} skrevet: {month.label}, {scope_label(scope.key)}", markup=False)


def _template(
    plan: str | None, month: Month, scope: Scope | None, wait: float, path: Path | None, end: str
) -> tuple[Scope, bytes]:
    """Make a template of a scope, or (None) the widest; the app does it when it has the database open."""
    try:
        database = queries.open_database(path, in_memory_when_missing=True)
    except DatabaseHeldError as held:
        return ask_for_template(path or database_path(), held, plan, month, scope, wait, end)
    except queries.DatabaseError as error:
        fail(str(error))
    with closing(database):
        try:
            seen = database.seen_by(EVERYTHING)
            scope = scope or widest_scope(seen, month, plan)
            content = make_template(seen, month, scope, plan, end)
        except TemplateError as error:
            fail(str(error))
        note_export(database, template_name(month, scope, end))
    return scope, content


@app.command()
def example(
    folder: Annotated[Path, typer.Argument(metavar="MAPPE", help="Hvor projektmapperne skrives.")] = Path(
        "data/eksempel"
    ),
    seed: Annotated[int, typer.Option(metavar="TAL", help="Samme tal giver samme filer.")] = 2025,
) -> None:
    """Skriv eksempeldata: opdigtede farver og tekster på planens linjer."""
    from dashboard.intake.example import write_example_workbooks  # openpyxl: no other verb is to wait for it

    paths = write_example_workbooks(folder, seed)
    out.print(f"{count_of(len(paths), 'projektmappe', 'projektmapper')} skrevet i {folder}")


@app.command(hidden=True)
def commands() -> None:
    """Skriv kommandoerne som tabel til README."""
    told = get_command(app).commands  # type: ignore[attr-defined]
    rows = [(name, command.get_short_help_str(200)) for name, command in told.items() if not command.hidden]
    print("| dashboard | |", "| --- | --- |", *(f"| `{name}` | {said} |" for name, said in rows), sep="\n")
