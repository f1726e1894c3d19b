"""Questions to the plan: status and rows."""

import json
import sys
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Annotated, Any, Literal

import typer

from dashboard import queries
from dashboard.cli.options import (
    CompareOption,
    DatabaseOption,
    JsonOption,
    KnownAtOption,
    MonthOption,
    PlanOption,
    ScopeOption,
    TemaOption,
    UdvalgOption,
)
from dashboard.cli.output import command, count_of, fail, lights_text, out, plain, print_json, scope_label
from dashboard.cli.program import app, open_questions
from dashboard.domain.change import CHANGE_NAMES
from dashboard.domain.clock import in_denmark
from dashboard.domain.light import Light
from dashboard.domain.line_fields import PARTS
from dashboard.domain.month import Month
from dashboard.domain.plan import which_plan
from dashboard.domain.scope import Scope
from dashboard.domain.terms import terms
from dashboard.reports.harmless import harmless

FormatOption = Annotated[
    Literal["json", "csv"], typer.Option("--format", metavar="json|csv", help="Hvordan de skrives.")
]


@app.command()
def status(
    plan: PlanOption = None,
    month: MonthOption = None,
    compare: CompareOption = None,
    udvalg: UdvalgOption = None,
    tema: TemaOption = None,
    scope: ScopeOption = None,
    known_at: KnownAtOption = None,
    as_json: JsonOption = False,
    database: DatabaseOption = None,
) -> None:
    """Vis månedens trafiklys, hvad der er ændret, og fordelingen."""
    with open_questions(database) as con:
        document = queries.summary(con, asked_selection(con, plan, month, compare, scope, known_at, udvalg, tema))
        beside = plan_beside(con, document["plan"])
    if as_json:
        print_json(document)
    else:
        _print_status(document, beside)


@app.command()
def rows(
    plan: PlanOption = None,
    month: MonthOption = None,
    scope: ScopeOption = None,
    form: Annotated[
        Literal["json", "csv"], typer.Option("--format", metavar="json|csv", help="Hvordan de skrives.")
    ] = "json",
    known_at: KnownAtOption = None,
    as_json: JsonOption = False,
    database: DatabaseOption = None,
) -> None:
    """Skriv månedens linjer med alle felter og den celle, de er læst fra."""
    with open_questions(database) as con:
        lines = queries.lines(con, asked_selection(con, plan, month, None, scope, known_at))
    if form == "json" or as_json:
        print_json({"rows": [_line(row) for row in lines.to_dict("records")]})
        return
    lines["udvalg"] = lines["udvalg"].map(", ".join)
    lines["continues"] = lines["continues"].map(" · ".join)
    lines["amounts"] = lines["amounts"].map(lambda amounts: json.dumps(plain(amounts)) if plain(amounts) else "")
    lines.map(harmless).to_csv(sys.stdout, index=False, lineterminator="\n")


def _line(row: Mapping[Hashable, Any]) -> dict[Hashable, Any]:
    plainly = {name: plain(value) for name, value in row.items()}
    return plainly | {field: json.loads(plainly[field] or "[]") for field in PARTS}


def asked_selection(
    con: Any,
    plan: str | None,
    month: Month | None,
    compare: Month | None,
    scope: Scope | None,
    known_at: datetime | None,
    udvalg: Sequence[str] | None = None,
    tema: Sequence[str] | None = None,
) -> queries.Selection:
    """Complete what is asked for, or end with the sentence that says what is not there, or asks which plan."""
    if plan is None and month is not None:
        plans = [each for each in sorted(queries.plans(con, known_at)) if month in _months(con, known_at, each, scope)]
        if len(plans) > 1:
            fail(which_plan(plans, f"{month.label}{' og dette omfang' if scope else ''}"))
        plan = next(iter(plans), None)
    selection = queries.default_selection(con, month, compare, scope, known_at, plan)
    if selection is None:
        asked = " ".join(str(each) for each in (plan, month, scope) if each)
        day = f" pr. {in_denmark(known_at).date()}" if known_at else ""
        fail(f"Der er ingen status indlæst{asked and f' for {asked}'}{day}. {_there(con, plan, scope, known_at)}")
    if compare and selection.compare not in _months(con, known_at, plan, selection.scope):
        fail(f"Der er ingen status for {scope_label(selection.scope.key)} i {compare} at sammenligne med.")
    selection = replace(selection, udvalg=tuple(udvalg or ()), tema=tuple(tema or ()))
    if (unknown := queries.unknown_filter(con, selection)) is not None:
        fail(unknown)
    return selection


def plan_beside(con: Any, plan: str | None) -> list[str]:
    """Name a plan beside what is told of it where files of another were imported too, also such as are withdrawn."""
    return [plan] if plan and {plan, *(each.plan for each in queries.revision_names(con))} != {plan} else []


def _months(con: Any, known_at: datetime | None, plan: str | None, scope: Scope | None) -> list[Month]:
    return list(dict.fromkeys(one.month for one in queries.deliveries(con, known_at, plan, scope)))


def _there(con: Any, plan: str | None, scope: Scope | None, known_at: datetime | None) -> str:
    """Say what can be asked of instead: the months of the scope, or the scopes, or how to import the first."""
    months = [str(month) for month in _months(con, known_at, plan, scope)]
    newest = queries.default_selection(con, known_at=known_at, plan=plan)
    if months:
        return f"Der er for: {', '.join(months)}."
    if newest is None:
        return f"Indlæs den med: {command('import FIL')}"
    scopes = [str(one.scope) for one in queries.deliveries(con, known_at, plan)]
    scopes += [each.value for each in queries.filter_options(con, newest) if each.field == "udvalg" and each.value]
    return f"Der er for: {', '.join(dict.fromkeys(scopes))}."


def _print_status(document: dict[str, Any], beside: Sequence[str]) -> None:
    compared = document["compared_with"]
    against = f" sammenlignet med {Month.parse(compared).label}" if compared else ""
    scope = scope_label(document["scope"])
    lines = count_of(document["total"], "indsats", "indsatser")
    out.print(" · ".join([f"{Month.parse(document['month']).label}{against}", scope, *beside, lines]), style="bold")
    out.print(lights_text(document))
    for kind, heading in CHANGE_NAMES.items():
        for change in document["changes"][kind]:
            words = [terms().lights[Light(light)].word for light in (change["from"], change["to"]) if light]
            name = f"{change['title']} {change['code'] or ''}".strip()
            out.print(f"  {heading}: {name} ({' → '.join(words)})", markup=False)
