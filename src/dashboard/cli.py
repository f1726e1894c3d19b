"""The command line: the same verbs as the pages, for people and for checks."""

import glob
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any, Literal, NoReturn

import pandas as pd
import typer
from rich.console import Console
from rich.progress import track

from dashboard import intake, queries
from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.domain.scope import CROSS_CUTTING, PLAN, Scope
from dashboard.domain.terms import terms
from dashboard.intake import Receipt

app = typer.Typer(
    help="Status på udmøntningsplanen: indlæs projektmapper, og spørg til planen.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
out = Console(highlight=False, soft_wrap=True)
err = Console(stderr=True, highlight=False, soft_wrap=True)

Files = Annotated[
    list[str], typer.Argument(metavar="FIL…", help="Projektmapper (.xlsx), mapper eller mønstre (*.xlsx).")
]
MonthOption = Annotated[str | None, typer.Option("--month", metavar="2025-05", help="Måneden, når den skal vælges.")]
ScopeOption = Annotated[
    str | None, typer.Option("--scope", metavar="plan|tvaergaaende|AU", help="Omfanget, når det skal vælges.")
]
JsonOption = Annotated[bool, typer.Option("--json", help="Skriv ét JSON-dokument og intet andet.")]
DatabaseOption = Annotated[
    Path | None,
    typer.Option("--database", metavar="STI", help="Databasen. Ellers DASHBOARD_DATABASE eller data/status.duckdb."),
]
AcceptErrors = Annotated[
    bool, typer.Option("--accept-errors", help="Gem trods fejl; linjer med fejl bliver ikke indberettet.")
]


@app.callback()
def common(context: typer.Context, database: DatabaseOption = None) -> None:
    """Remember a database that is named before the verb."""
    context.obj = database


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


@app.command()
def status(
    context: typer.Context,
    month: MonthOption = None,
    compare: Annotated[
        str | None, typer.Option("--compare", metavar="2025-04", help="Måneden at sammenligne med.")
    ] = None,
    udvalg: Annotated[list[str] | None, typer.Option("--udvalg", help="Kun dette udvalg (kan gentages).")] = None,
    tema: Annotated[list[str] | None, typer.Option("--tema", help="Kun dette tema (kan gentages).")] = None,
    scope: ScopeOption = None,
    as_json: JsonOption = False,
    database: DatabaseOption = None,
) -> None:
    """Vis månedens trafiklys, hvad der er ændret, og fordelingen."""
    filters = (tuple(_udvalg_key(name) for name in udvalg or ()), tuple(_tema_name(name) for name in tema or ()))
    with _questions(database or context.obj) as con:
        document = queries.summary(con, _selection(con, month, compare, scope, *filters))
    if as_json:
        _print_json(document)
    else:
        _print_status(document)


@app.command()
def rows(
    context: typer.Context,
    month: MonthOption = None,
    scope: ScopeOption = None,
    form: Annotated[Literal["json", "csv"], typer.Option("--format", help="json eller csv.")] = "json",
    as_json: JsonOption = False,
    database: DatabaseOption = None,
) -> None:
    """Skriv månedens linjer med alle felter og den celle, de er læst fra."""
    with _questions(database or context.obj) as con:
        lines = queries.lines(con, _selection(con, month, None, scope))
    if form == "json" or as_json:
        _print_json(
            {"rows": [{name: _plain(value) for name, value in row.items()} for row in lines.to_dict("records")]}
        )
        return
    lines["udvalg"] = lines["udvalg"].map(", ".join)
    lines["amounts"] = lines["amounts"].map(lambda amounts: json.dumps(_plain(amounts)) if _plain(amounts) else "")
    lines.to_csv(sys.stdout, index=False, lineterminator="\n")


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
def verify(context: typer.Context, database: DatabaseOption = None) -> None:
    """Kontrollér, at alt i databasen hænger sammen. Kode 0: intet galt, 1: brud fundet."""
    with _database(database or context.obj) as opened:
        broken = intake.verify(opened)
    for breach in broken:
        out.print(breach, markup=False)
    out.print("Databasen er i orden." if not broken else f"{len(broken)} brud på databasens regler.")
    raise typer.Exit(1 if broken else 0)


def run() -> None:
    """Run the command line, with Danish letters on every console."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    app()


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
    asked_month, asked_scope = _month(month), _scope(scope)
    receipts: list[Receipt] = []
    with _database(path, in_memory_when_missing=not save) as database:
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
        _print_json({"files": documents})
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
        _fail(f"Filen findes ikke: {', '.join(missing) or ', '.join(names)}", code=2)
    return paths


@contextmanager
def _database(path: Path | None, *, in_memory_when_missing: bool = False) -> Iterator[queries.Database]:
    try:
        database = queries.open_database(path, in_memory_when_missing=in_memory_when_missing)
    except queries.DatabaseError as error:
        _fail(str(error))
    try:
        yield database
    finally:
        database.close()


@contextmanager
def _questions(path: Path | None) -> Iterator[Any]:
    with _database(path, in_memory_when_missing=True) as database:
        yield database.cursor()


def _selection(
    con: Any,
    month: str | None,
    compare: str | None,
    scope: str | None,
    udvalg: tuple[str, ...] = (),
    tema: tuple[str, ...] = (),
) -> queries.Selection:
    selection = queries.default_selection(con, _month(month), _month(compare), _scope(scope))
    if selection is None:
        asked = " ".join(filter(None, [month, scope]))
        _fail(f"Der er ingen status indlæst{' for ' + asked if asked else ''}. Indlæs den med: dashboard import FIL")
    if (
        compare
        and str(selection.compare)
        not in queries.deliveries(con).query("scope == @selection.scope.key")["month"].tolist()
    ):
        _fail(f"Der er ingen status for {_scope_label(selection.scope.key)} i {compare} at sammenligne med.")
    return queries.Selection(selection.month, selection.compare, selection.scope, udvalg, tema)


def _month(text: str | None) -> Month | None:
    try:
        return Month.parse(text) if text else None
    except ValueError:
        _fail(f"'{text}' er ikke en måned. Skriv den som 2025-05.", code=2)


def _scope(text: str | None) -> Scope | None:
    if text is None:
        return None
    named = {scope.key: scope for scope in (PLAN, CROSS_CUTTING)}
    return named.get(text.casefold().replace("æ", "ae").replace("å", "aa")) or Scope(_udvalg_key(text))


def _udvalg_key(text: str) -> str:
    given = text.casefold()
    return next((each.key for each in terms().udvalg if given in (each.key.casefold(), each.name.casefold())), text)


def _tema_name(text: str) -> str:
    return next((each.name for each in terms().tema if each.name.casefold() == text.casefold()), text)


def _print_receipt(receipt: Receipt, *, save: bool) -> None:
    document: dict[str, Any] = receipt.as_json()
    verdict = ("Indlæst" if save else "Kan indlæses") if receipt.accepted else "Afvist"
    out.print(f"{verdict}: {receipt.file}", style="bold" if receipt.accepted else "bold red", markup=False)
    month = receipt.month.label if receipt.month else "måned ukendt"
    scope = _scope_label(str(receipt.scope)) if receipt.scope else "omfang ukendt"
    revision = f", revision {receipt.revision}" if receipt.revision else ""
    out.print(f"  {month} · {scope}{revision} · {len(receipt.rows)} indsatser · {_lights_text(document)}")
    for issue in receipt.issues:
        place = " ".join(filter(None, [issue.sheet and f"ark '{issue.sheet}'", issue.cell and f"celle {issue.cell}"]))
        grade = "FEJL" if issue.is_error else "Bemærk"
        out.print(f"  {grade}{', ' + place if place else ''}: {issue.message}", markup=False)


def _print_status(document: dict[str, Any]) -> None:
    compared = document["compared_with"]
    against = f" sammenlignet med {Month.parse(compared).label}" if compared else ""
    scope = _scope_label(document["scope"])
    out.print(
        f"{Month.parse(document['month']).label}{against} · {scope} · {document['total']} indsatser", style="bold"
    )
    out.print(_lights_text(document))
    headings = {
        "worsened": "Forværret", "improved": "Forbedret", "new": "Ny", "gone": "Udgået", "done": "Afsluttet",
        "reopened": "Genåbnet", "not_reported": "Ikke indberettet",
    }  # fmt: skip
    for kind, heading in headings.items():
        for change in document["changes"][kind]:
            words = [terms().lights[Light(light)].word for light in (change["from"], change["to"]) if light]
            name = f"{change['title']} {change['code'] or ''}".strip()
            out.print(f"  {heading}: {name} ({' → '.join(words)})", markup=False)


def _lights_text(document: dict[str, Any]) -> str:
    counts = document["lights"] | {"done": document["done"]}
    return " · ".join(f"{counts[light]} {terms().lights[light].word.lower()}" for light in Light)


def _scope_label(scope: str) -> str:
    labels = {PLAN.key: "hele planen", CROSS_CUTTING.key: "tværgående indsatser"}
    return labels.get(scope) or terms().udvalg_name(scope)


def _print_json(document: object) -> None:
    print(json.dumps(document, ensure_ascii=False, indent=2, default=_plain))


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): float(amount) for key, amount in value.items()}
    if hasattr(value, "tolist"):
        return value.tolist()
    return None if pd.isna(value) else value


def _fail(message: str, code: int = 1) -> NoReturn:
    err.print(message, markup=False)
    raise typer.Exit(code)
