"""Who is who, said while a workbook is imported: which line a row of it is."""

import re
from typing import Annotated

import typer

from dashboard.cli.output import fail

SameOption = Annotated[
    list[str] | None,
    typer.Option(
        "--same",
        metavar="ARK.CELLE=NUMMER",
        help="Rækken er den indsats, som 'check' viser med det nummer (kan gentages).",
    ),
]
NewOption = Annotated[
    list[str] | None,
    typer.Option("--new", metavar="ARK.CELLE", help="Rækken er en ny indsats, ikke en af dem, der er foreslået."),
]
ROW = r"(?P<sheet>.+)[.!](?P<cell>[A-Za-z]+\d+)"


def row_name(sheet: str, cell: str) -> str:
    """Name a row as it is written after --same and --new, in a way that no shell reads anything into."""
    return f"{sheet}.{cell}"


def read_decisions(same: list[str] | None, new: list[str] | None, files: int) -> dict[str, int | None]:
    """Read what is decided, by the row's key: the number of a line, or None for a new one."""
    decisions: dict[str, int | None] = {}
    for said in same or ():
        found = re.fullmatch(ROW + r"=(?P<line>\d{1,9})", said)
        if found is None:
            fail(f"'{said}' forstås ikke. Skriv fx --same \"Ark1.A4=12\".", code=2)
        decisions[_key(found)] = int(found["line"])
    for said in new or ():
        found = re.fullmatch(ROW, said)
        if found is None:
            fail(f"'{said}' forstås ikke. Skriv fx --new \"Ark1.A4\".", code=2)
        decisions[_key(found)] = None
    if decisions and files > 1:
        fail("--same og --new gælder én fil. Indlæs den for sig.", code=2)
    return decisions


def _key(found: re.Match[str]) -> str:
    return f"{found['sheet']}!{found['cell'].upper()}"
