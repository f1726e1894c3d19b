"""Revisions: what there is, withdrawing one, bringing it back, and the file it came in."""

from pathlib import Path
from typing import Annotated, Any

import typer

from dashboard import intake, queries
from dashboard.cli.asking import plan_beside
from dashboard.cli.backup import put_back
from dashboard.cli.files import write_file
from dashboard.cli.options import DatabaseOption, JsonOption, MonthOption, PlanOption, ScopeOption, TheMonth, TheScope
from dashboard.cli.output import count_of, fail, lights_text, out, paragraph, print_json, scope_label
from dashboard.cli.program import app, open_database, open_questions
from dashboard.domain.clock import in_denmark
from dashboard.domain.month import Month
from dashboard.domain.scope import PLAN, Scope
from dashboard.domain.viewer import EVERYTHING
from dashboard.records import note_export

TheRevision = Annotated[int, typer.Option("--revision", metavar="N", help="Revisionens nummer.")]
NO_REVISION = "Der mangler --revision."
ONE_OF_TWO = "Sig enten --month, --scope og --revision, eller en sikkerhedskopi: dashboard restore KOPI.duckdb"
STATES = {"counts": "gælder", "replaced": "afløst", "withdrawn": "trukket tilbage"}


@app.command("revisions")
def revisions(
    plan: PlanOption = None,
    month: MonthOption = None,
    scope: ScopeOption = None,
    as_json: JsonOption = False,
    database: DatabaseOption = None,
) -> None:
    """Vis alt, der er indlæst: hvem, hvornår, hvad det rummer, og hvad der blev anderledes."""
    with open_questions(database) as con:
        found, told = queries.revisions(con, month, scope, plan), queries.deliveries(con, plan=plan, scope=scope)
        is_part = not found and scope and any(one.basis_scope == PLAN and month in (None, one.month) for one in told)
        found = queries.revisions(con, month, PLAN, plan) if is_part else found
        beside = len({each.plan for each in queries.revision_names(con)}) > 1
    if as_json:
        print_json({"revisions": [vars(revision) for revision in found]})
        return
    if is_part:
        out.print(f"{scope_label(str(scope))} har ingen egne filer. Hele planens taler for det:", markup=False)
    for revision in found:
        _print_revision(revision, beside)
    if not found:
        out.print("Intet er indlæst" + (" for den måned og det omfang." if month or scope else "."))


@app.command()
def withdraw(
    month: TheMonth,
    scope: TheScope,
    revision: TheRevision,
    note: Annotated[str, typer.Option("--note", metavar="HVORFOR", help="Hvorfor; det bliver gemt og vist.")],
    plan: PlanOption = None,
    database: DatabaseOption = None,
) -> None:
    """Træk en revision tilbage, så den ikke gælder. Den bliver gemt og kan hentes frem igen."""
    with open_database(database) as opened:
        plan = _plan(opened, month, scope, plan)
        _try(intake.withdraw_revision, opened, month, scope, revision, note, plan=plan)
        _print_standing(opened, plan, month, scope)


@app.command()
def restore(
    backup: Annotated[
        Path | None, typer.Argument(metavar="[KOPI.duckdb]", help="En sikkerhedskopi, der lægges på databasens plads.")
    ] = None,
    month: MonthOption = None,
    scope: ScopeOption = None,
    revision: Annotated[int | None, typer.Option("--revision", metavar="N", help="Revisionens nummer.")] = None,
    plan: PlanOption = None,
    database: DatabaseOption = None,
) -> None:
    """Hent en tilbagetrukket revision frem igen, eller læg en sikkerhedskopi på databasens plads."""
    if backup is not None:
        if month or scope or revision or plan:
            fail(ONE_OF_TWO, code=2)
        put_back(backup, database)
        return
    if month is None or scope is None:
        fail(ONE_OF_TWO, code=2)
    if revision is None:
        fail(NO_REVISION, code=2)
    with open_database(database) as opened:
        plan = _plan(opened, month, scope, plan)
        there = queries.revisions(opened.seen_by(EVERYTHING), month, scope, plan)
        _try(intake.restore_revision, opened, month, scope, revision, plan=plan)
        paragraph(_withdrawn(next(each for each in there if each.revision == revision)), indent=0)
        _print_standing(opened, plan, month, scope)


def _print_standing(database: queries.Database, plan: str | None, month: Month, scope: Scope) -> None:
    """Say which revision of a month and scope counts now."""
    found = queries.revisions(database.seen_by(EVERYTHING), month, scope, plan)
    standing = next((each for each in found if each.state == "counts"), None)
    said = f"Nu gælder revision {standing.revision}." if standing else "Nu gælder ingen revision."
    place = " · ".join([month.label, scope_label(str(scope)), *plan_beside(database.seen_by(EVERYTHING), plan)])
    out.print(f"{place}: {said}{f' {_upload(standing)}.' if standing else ''}", markup=False)


@app.command()
def original(
    target: Annotated[Path, typer.Argument(metavar="UD.xlsx", help="Filen, der skrives.")],
    month: TheMonth,
    scope: TheScope,
    revision: Annotated[
        int | None, typer.Option("--revision", metavar="N", help="Ellers den revision, der gælder.")
    ] = None,
    plan: PlanOption = None,
    database: DatabaseOption = None,
) -> None:
    """Skriv den fil, en revision blev indlæst fra, præcis som den var."""
    with open_database(database, in_memory_when_missing=True) as opened:
        plan = _plan(opened, month, scope, plan)
        file: intake.OriginalFile = _try(
            intake.original_workbook, opened.seen_by(EVERYTHING), month, scope, revision, plan=plan
        )
        note_export(opened, file.name)
        beside = plan_beside(opened.seen_by(EVERYTHING), plan)
        found = queries.revisions(opened.seen_by(EVERYTHING), month, file.scope, plan)
    write_file(target, file.content)
    whose = [scope_label(str(file.scope))] if file.scope != scope else []
    upload = _upload(next(each for each in found if each.revision == file.revision))
    said = ", ".join([upload, *beside, *whose, f"revision {file.revision}", f"{len(file.content)} byte"])
    out.print(f"{target} skrevet: {said}", markup=False)


def _plan(database: queries.Database, month: Month, scope: Scope, plan: str | None) -> str | None:
    """Give the plan that is named or the one that has the month and scope, or end with the sentence that asks which."""
    try:
        return intake.plan_of(database.seen_by(EVERYTHING), month, scope, plan)
    except intake.RevisionError as error:
        fail(str(error))


def _upload(revision: queries.Revision) -> str:
    """Name the file of a revision so that another one of its name is told apart."""
    at = f"{in_denmark(revision.imported_at):%d.%m.%Y kl. %H.%M.%S}"
    return f"{revision.file_name} (indlæst {at} af {revision.imported_by})"


def _try(act: Any, *given: object, plan: str | None) -> Any:
    try:
        return act(*given, plan=plan)
    except intake.RevisionError as error:
        fail(str(error))


def _print_revision(revision: queries.Revision, beside: bool) -> None:
    place = [revision.plan] * beside + [revision.month.label, scope_label(str(revision.scope))]
    state = [f"revision {revision.revision}", STATES[revision.state]]
    out.print(
        f"{' · '.join([*place, *state])}: {revision.file_name}",
        style="bold" if revision.state == "counts" else "dim",
        markup=False,
    )
    paragraph(
        f"Indlæst {in_denmark(revision.imported_at):%d.%m.%Y kl. %H.%M.%S} af {revision.imported_by} · "
        f"{count_of(revision.lines, 'indsats', 'indsatser')} · "
        f"{lights_text({'lights': vars(revision), 'done': revision.done})} · "
        f"{revision.errors} fejl, {count_of(revision.warnings, 'bemærkning', 'bemærkninger')}"
    )
    if revision.state == "withdrawn":
        paragraph(_withdrawn(revision))
    if revision.n_new is not None:
        paragraph(
            f"Mod revisionen før: {count_of(revision.n_changed or 0, 'ændret', 'ændrede')} "
            f"({revision.n_light} med ny farve), {count_of(revision.n_new, 'ny', 'nye')}, "
            f"{count_of(revision.n_gone or 0, 'udgået', 'udgåede')}"
        )


def _withdrawn(revision: queries.Revision) -> str:
    """Say who withdrew a revision, when and why."""
    assert revision.withdrawn_at is not None
    why = f": {revision.withdrawn_note}" if revision.withdrawn_note else ""
    return f"Trukket tilbage {in_denmark(revision.withdrawn_at):%d.%m.%Y kl. %H.%M} af {revision.withdrawn_by}{why}"
