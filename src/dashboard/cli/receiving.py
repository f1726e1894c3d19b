"""Workbooks that are named: import and check."""

import glob
from collections.abc import Generator
from contextlib import ExitStack, closing
from pathlib import Path

import typer
from rich.progress import track

from dashboard import intake, queries
from dashboard.cli.holder import Answer, Asked, ask_holder
from dashboard.cli.options import (
    AcceptErrors,
    DatabaseOption,
    Files,
    JsonOption,
    MonthOption,
    ScopeOption,
    WaitOption,
    read_month,
    read_scope,
)
from dashboard.cli.output import err, fail, lights_text, out, print_json, scope_label
from dashboard.cli.program import app
from dashboard.domain.month import Month
from dashboard.intake.inbox import DatabaseHeldError, database_path


@app.command("import")
def import_(
    context: typer.Context,
    files: Files,
    month: MonthOption = None,
    scope: ScopeOption = None,
    accept_errors: AcceptErrors = False,
    as_json: JsonOption = False,
    wait: WaitOption = 60,
    database: DatabaseOption = None,
) -> None:
    """Indlæs projektmapper. Kode 0: alle indlæst, 1: mindst én afvist, 2: forkert brug."""
    asked = Asked(read_month(month), read_scope(scope), accept_errors, save=True)
    _receive(files, asked, as_json, database or context.obj, wait)


@app.command()
def check(
    context: typer.Context,
    files: Files,
    month: MonthOption = None,
    scope: ScopeOption = None,
    accept_errors: AcceptErrors = False,
    as_json: JsonOption = False,
    wait: WaitOption = 60,
    database: DatabaseOption = None,
) -> None:
    """Vis, hvad en indlæsning ville give. Gemmer intet."""
    asked = Asked(read_month(month), read_scope(scope), accept_errors, save=False)
    _receive(files, asked, as_json, database or context.obj, wait)


def _receive(files: list[str], asked: Asked, as_json: bool, path: Path | None, wait: float) -> None:
    paths = _expand(files)
    documents: list[Answer] = []
    answers: Generator[Answer | None, None, None]
    with ExitStack() as stack:
        try:
            database = queries.open_database(path, in_memory_when_missing=not asked.save)
            stack.callback(database.close)
            answers = _read_here(database, paths, asked)
        except DatabaseHeldError as held:
            answers = ask_holder(path or database_path(), held, paths, asked, wait)
        except queries.DatabaseError as error:
            fail(str(error))
        stack.enter_context(closing(answers))
        steps = track(paths, "Indlæser …", console=err, transient=True) if len(paths) > 1 else paths
        for each, answer in zip(steps, answers, strict=False):
            if answer is None:
                continue
            documents.append(answer | {"file": str(each)})
            if not as_json:
                _print_receipt(answer, save=asked.save)
    if as_json:
        print_json({"files": documents})
    all_read = len(documents) == len(paths)
    raise typer.Exit(0 if all_read and all(document["accepted"] for document in documents) else 1)


def _read_here(database: queries.Database, paths: list[Path], asked: Asked) -> Generator[Answer, None, None]:
    for path in paths:
        yield intake.receive_workbook(
            database,
            path.read_bytes(),
            path.name,
            month=asked.month,
            scope=asked.scope,
            accept_errors=asked.accept_errors,
            save=asked.save,
        ).as_json()


def _expand(names: list[str]) -> list[Path]:
    """Turn names into files: a folder means the workbooks in it, and * works where the shell leaves it alone."""
    paths: list[Path] = []
    for name in names:
        found = sorted(Path(name).glob("*.xlsx")) if Path(name).is_dir() else [Path(name)]
        if not Path(name).exists() and glob.has_magic(name):
            found = sorted(map(Path, glob.glob(name)))  # noqa: PTH207 - takes absolute patterns too
        paths += [path for path in found if not path.name.startswith("~$") or str(path) == name]
    missing = [str(path) for path in paths if not path.is_file()]
    if missing or not paths:
        fail(f"Filen findes ikke: {', '.join(missing) or ', '.join(names)}", code=2)
    return paths


def _print_receipt(document: Answer, *, save: bool) -> None:
    accepted = document["accepted"]
    verdict = ("Indlæst" if save else "Kan indlæses") if accepted else "Afvist"
    out.print(f"{verdict}: {document['file']}", style="bold" if accepted else "bold red", markup=False)
    month = Month.parse(document["month"]).label if document["month"] else "måned ukendt"
    scope = scope_label(document["scope"]) if document["scope"] else "omfang ukendt"
    revision = f", revision {document['revision']}" if document["revision"] else ""
    out.print(f"  {month} · {scope}{revision} · {document['rows']} indsatser · {lights_text(document)}")
    for issue in document["issues"]:
        sheet, cell = issue["sheet"], issue["cell"]
        place = " ".join(filter(None, [sheet and f"ark '{sheet}'", cell and f"celle {cell}"]))
        grade = "FEJL" if issue["severity"] == "error" else "Bemærk"
        out.print(f"  {grade}{', ' + place if place else ''}: {issue['message']}", markup=False)
