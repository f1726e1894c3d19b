"""The documents, without a browser: report."""

from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from dashboard import queries
from dashboard.cli.ask_app import WaitOption, ask_for_document
from dashboard.cli.files import write_file
from dashboard.cli.options import CompareOption, DatabaseOption, PlanOption, ScopeOption, TheMonth, udvalg_key
from dashboard.cli.output import err, fail, out
from dashboard.cli.program import app
from dashboard.documents.lines import ORDERS, Order
from dashboard.documents.making import FORMATS, KINDS, DocumentError, Format, Kind, Wanted, make
from dashboard.domain.municipality import own_words
from dashboard.domain.viewer import EVERYTHING
from dashboard.intake.inbox import DatabaseHeldError, database_path
from dashboard.records import note_export
from dashboard.reports.writing import Progress
from dashboard.wording import phrases

IS_THERE = "{path} findes allerede og kan være arbejdet videre i. Vælg et andet navn, eller flyt filen."
WRITING = "Skriver …"
NO_FORMAT = "Sig hvilken slags fil med --format: {formats}."
OTHER_KIND = (
    "{path} ville blive skrevet som {format}. Giv filen et navn, der ender på .{format}, eller udelad --format."
)


ABOUT = own_words("Skriv et dokument om en måned: til {direktionen}, et udvalg, et møde, halvårsstatus eller en liste.")


@app.command(help=ABOUT)
def report(
    kind: Annotated[Kind, typer.Argument(metavar="|".join(KINDS), help="Hvilket dokument.")],
    target: Annotated[Path, typer.Argument(metavar="UD", help="Filen, der skrives, eller en mappe.")],
    month: TheMonth,
    udvalg: Annotated[
        str | None, typer.Option("--udvalg", metavar="AU", parser=udvalg_key, help="Udvalget, eller hvem der mødes.")
    ] = None,
    form: Annotated[
        Format | None,
        typer.Option("--format", metavar="|".join(FORMATS), help="Slags fil. Ellers det, navnet ender på, eller PDF."),
    ] = None,
    scope: ScopeOption = None,
    compare: CompareOption = None,
    plan: PlanOption = None,
    order: Annotated[
        Order | None, typer.Option("--order", metavar="|".join(ORDERS), help="Røde først, eller i planens rækkefølge.")
    ] = None,
    wait: WaitOption = 60,
    database: DatabaseOption = None,
) -> None:
    """Write a document, as ABOUT says."""
    suffix = target.suffix.removeprefix(".").lower()
    written = form or next((each for each in FORMATS if each == suffix), None)
    if written is None and not target.is_dir():
        fail(NO_FORMAT.format(formats=", ".join(FORMATS)), code=2)
    if form and suffix in FORMATS and suffix != form:
        fail(OTHER_KIND.format(path=target, format=form), code=2)
    if not (target if target.is_dir() else target.parent).is_dir():
        fail(f"Mappen {target.parent} findes ikke.", code=2)
    given = {"plan": plan, "scope": str(scope) if scope else None, "udvalg": udvalg}
    given |= {"compare": str(compare) if compare else None}
    wanted = Wanted(kind, str(month), written or "pdf", order=order, **given)
    with err.status(WRITING) as shown:
        name, content = _made(wanted, database, wait, lambda done, n: shown.update(phrases.written_so_far(done, n)))
    place = target / name if target.is_dir() else target
    if place.exists():
        fail(IS_THERE.format(path=place), code=2)
    write_file(place, content)
    out.print(f"Skrevet: {place}", markup=False)


def _made(wanted: Wanted, path: Path | None, wait: float, told: Progress) -> tuple[str, bytes]:
    """Make a document; the app does it when it has the database open."""
    try:
        database = queries.open_database(path, in_memory_when_missing=True)
    except DatabaseHeldError as held:
        return ask_for_document(path or database_path(), held, asdict(wanted), wait)
    except queries.DatabaseError as error:
        fail(str(error))
    with closing(database):
        try:
            name, content = make(queries.asks(database.seen_by(EVERYTHING)), wanted, told)
        except DocumentError as error:
            fail(str(error))
        note_export(database, name)
    return name, content
