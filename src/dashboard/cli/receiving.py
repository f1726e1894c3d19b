"""Workbooks that arrive: import and check."""

import glob
from pathlib import Path
from typing import Any

import typer
from rich.progress import track

from dashboard import intake
from dashboard.cli.options import (
    AcceptErrors,
    DatabaseOption,
    Files,
    JsonOption,
    MonthOption,
    ScopeOption,
    read_month,
    read_scope,
)
from dashboard.cli.output import err, fail, lights_text, out, print_json, scope_label
from dashboard.cli.program import app, open_database
from dashboard.intake import Receipt


@app.command("import")
def import_(
    context: typer.Context,
    files: Files,
    month: MonthOption = None,
    scope: ScopeOption = None,
    accept_errors: AcceptErrors = False,
    as_json: JsonOption = False,
    database: DatabaseOption = None,
) -> None:
    """Indlæs projektmapper. Kode 0: alle indlæst, 1: mindst én afvist, 2: forkert brug."""
    _receive(files, month, scope, accept_errors, as_json, database or context.obj, save=True)


@app.command()
def check(
    context: typer.Context,
    files: Files,
    month: MonthOption = None,
    scope: ScopeOption = None,
    accept_errors: AcceptErrors = False,
    as_json: JsonOption = False,
    database: DatabaseOption = None,
) -> None:
    """Vis, hvad en indlæsning ville give. Gemmer intet."""
    _receive(files, month, scope, accept_errors, as_json, database or context.obj, save=False)


def _receive(
    files: list[str],
    month: str | None,
    scope: str | None,
    accept: bool,
    as_json: bool,
    path: Path | None,
    *,
    save: bool,
) -> None:
    paths = _expand(files)
    asked_month, asked_scope = read_month(month), read_scope(scope)
    receipts: list[Receipt] = []
    with open_database(path, in_memory_when_missing=not save) as database:
        steps = track(paths, "Indlæser …", console=err, transient=True) if len(paths) > 1 else paths
        for each in steps:
            receipt = intake.receive_workbook(
                database,
                each.read_bytes(),
                each.name,
                month=asked_month,
                scope=asked_scope,
                accept_errors=accept,
                save=save,
            )
            receipts.append(receipt)
            if not as_json:
                _print_receipt(receipt, save=save)
    if as_json:
        documents = [receipt.as_json() | {"file": str(path)} for path, receipt in zip(paths, receipts, strict=True)]
        print_json({"files": documents})
    raise typer.Exit(0 if all(receipt.accepted for receipt in receipts) else 1)


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


def _print_receipt(receipt: Receipt, *, save: bool) -> None:
    document: dict[str, Any] = receipt.as_json()
    verdict = ("Indlæst" if save else "Kan indlæses") if receipt.accepted else "Afvist"
    out.print(f"{verdict}: {receipt.file}", style="bold" if receipt.accepted else "bold red", markup=False)
    month = receipt.month.label if receipt.month else "måned ukendt"
    scope = scope_label(str(receipt.scope)) if receipt.scope else "omfang ukendt"
    revision = f", revision {receipt.revision}" if receipt.revision else ""
    out.print(f"  {month} · {scope}{revision} · {len(receipt.rows)} indsatser · {lights_text(document)}")
    for issue in receipt.issues:
        place = " ".join(filter(None, [issue.sheet and f"ark '{issue.sheet}'", issue.cell and f"celle {issue.cell}"]))
        grade = "FEJL" if issue.is_error else "Bemærk"
        out.print(f"  {grade}{', ' + place if place else ''}: {issue.message}", markup=False)
