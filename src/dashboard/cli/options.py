"""What can be said after a verb, and how it is read."""

from datetime import date, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from dashboard.cli.output import NAMED_DATABASE, fail, scope_label
from dashboard.domain.clock import end_of_day
from dashboard.domain.month import Month
from dashboard.domain.municipality import own_words
from dashboard.domain.plan import find_plan
from dashboard.domain.scope import CROSS_CUTTING, PLAN, Scope
from dashboard.domain.terms import terms


def read_month(text: str) -> Month:
    """Read a month, or end with a sentence that says how one is written."""
    try:
        return Month.parse(text)
    except ValueError:
        fail(f"'{text}' er ikke en måned. Skriv den som 2025-05.", code=2)


def read_plan(text: str) -> str:
    """Read a plan, or end with a sentence that says how one is written."""
    plan = find_plan([text])
    if plan is None:
        fail(f"'{text}' er ikke en plan. Skriv den med sine fire år, som 2026-2029.", code=2)
    return plan


def read_day(text: str) -> datetime:
    """Read a date as the moment that day ends in Denmark, or end with a sentence that says how one is written."""
    try:
        return end_of_day(date.fromisoformat(text))
    except ValueError:
        fail(f"'{text}' er ikke en dato. Skriv den som 2025-06-30.", code=2)


def read_scope(text: str) -> Scope:
    """Read a scope: plan, tvaergaaende, what the verbs call these two, or an udvalg by key or name."""
    named = {said: scope for scope in (PLAN, CROSS_CUTTING) for said in (scope.key, scope_label(scope.key))}
    given = " ".join(text.casefold().split())
    return named.get(given) or named.get(given.replace("æ", "ae").replace("å", "aa")) or Scope(udvalg_key(text))


def udvalg_key(text: str) -> str:
    """Give the key of an udvalg that is named by key or name, or the text itself."""
    given = text.casefold()
    return next((each.key for each in terms().udvalg if given in (each.key.casefold(), each.name.casefold())), text)


def tema_name(text: str) -> str:
    """Give a tema as the plan spells it, or the text itself."""
    return next((each.name for each in terms().tema if each.name.casefold() == text.casefold()), text)


def _or_named_before_the_verb(context: typer.Context, database: Path | None) -> Path | None:
    NAMED_DATABASE.set(database or context.obj)
    return NAMED_DATABASE.get()


UDVALG = own_words("{udvalg_3}")
MONTH: dict[str, Any] = {"metavar": "2025-05", "parser": read_month}
SCOPE: dict[str, Any] = {"metavar": f"plan|tvaergaaende|{UDVALG}", "parser": read_scope}
PlanOption = Annotated[
    str | None,
    typer.Option("--plan", metavar="2026-2029", parser=read_plan, help="Planen, når der er flere."),
]
MonthOption = Annotated[Month | None, typer.Option("--month", help="Måneden, når den skal vælges.", **MONTH)]
ScopeOption = Annotated[Scope | None, typer.Option("--scope", help="Omfanget, når det skal vælges.", **SCOPE)]
UdvalgOption = Annotated[
    list[str] | None,
    typer.Option("--udvalg", metavar=UDVALG, parser=udvalg_key, help="Kun dette udvalg (kan gentages)."),
]
TemaOption = Annotated[
    list[str] | None,
    typer.Option("--tema", metavar="TEMA", parser=tema_name, help="Kun dette tema (kan gentages)."),
]
CompareOption = Annotated[Month | None, typer.Option("--compare", help="Måneden at sammenligne med.", **MONTH)]
TheMonth = Annotated[Month, typer.Option("--month", help="Måneden.", **MONTH)]
TheScope = Annotated[Scope, typer.Option("--scope", help="Omfanget.", **SCOPE)]
KnownAtOption = Annotated[
    datetime | None,
    typer.Option(
        "--known-at", metavar="2025-06-30", parser=read_day, help="Som det var kendt ved udgangen af den dag."
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Skriv ét JSON-dokument og intet andet.")]
DatabaseOption = Annotated[
    Path | None,
    typer.Option(
        "--database",
        metavar="STI",
        callback=_or_named_before_the_verb,
        help="Databasen. Ellers DASHBOARD_DATABASE eller data/status.duckdb.",
    ),
]
