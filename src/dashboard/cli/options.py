"""What can be said after a verb, and how it is read."""

from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

from dashboard.cli.output import fail
from dashboard.domain.clock import end_of_day
from dashboard.domain.month import Month
from dashboard.domain.scope import CROSS_CUTTING, PLAN, Scope
from dashboard.domain.terms import terms

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
KnownAtOption = Annotated[
    str | None,
    typer.Option("--known-at", metavar="2025-06-30", help="Som det var kendt ved udgangen af den dag."),
]
AcceptErrors = Annotated[
    bool, typer.Option("--accept-errors", help="Gem trods fejl; linjer med fejl bliver ikke indberettet.")
]
WaitOption = Annotated[
    float,
    typer.Option(
        "--wait", metavar="SEKUNDER", min=1, help="Hvor længe der ventes på appen, når den har databasen åben."
    ),
]


def read_month(text: str | None) -> Month | None:
    """Read a month, or end with a sentence that says how one is written."""
    try:
        return Month.parse(text) if text else None
    except ValueError:
        fail(f"'{text}' er ikke en måned. Skriv den som 2025-05.", code=2)


def read_day(text: str | None) -> datetime | None:
    """Read a date as the moment that day ends in Denmark, or end with a sentence that says how one is written."""
    try:
        return end_of_day(date.fromisoformat(text)) if text else None
    except ValueError:
        fail(f"'{text}' er ikke en dato. Skriv den som 2025-06-30.", code=2)


def read_scope(text: str | None) -> Scope | None:
    """Read a scope: plan, tvaergaaende, or an udvalg by key or name."""
    if text is None:
        return None
    named = {scope.key: scope for scope in (PLAN, CROSS_CUTTING)}
    return named.get(text.casefold().replace("æ", "ae").replace("å", "aa")) or Scope(udvalg_key(text))


def udvalg_key(text: str) -> str:
    """Give the key of an udvalg that is named by key or name, or the text itself."""
    given = text.casefold()
    return next((each.key for each in terms().udvalg if given in (each.key.casefold(), each.name.casefold())), text)


def tema_name(text: str) -> str:
    """Give a tema as the plan spells it, or the text itself."""
    return next((each.name for each in terms().tema if each.name.casefold() == text.casefold()), text)
