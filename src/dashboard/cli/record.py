"""The record: who did what and when."""

import sys
from datetime import date, datetime
from typing import Annotated

import typer

from dashboard import queries
from dashboard.cli.options import DatabaseOption, JsonOption
from dashboard.cli.output import fail, out, print_json
from dashboard.cli.program import app, open_questions
from dashboard.domain.clock import start_of_day
from dashboard.reports.harmless import csv_file
from dashboard.wording.record import HEADERS, record_row


def read_since(text: str) -> datetime:
    """Read a date as the moment it begins in Denmark, or end with the sentence that says how one is written."""
    try:
        return start_of_day(date.fromisoformat(text))
    except ValueError:
        fail(f"'{text}' er ikke en dato. Skriv den som 2025-06-30.", code=2)


@app.command()
def record(
    since: Annotated[
        datetime | None,
        typer.Option("--since", metavar="2025-06-30", parser=read_since, help="Kun det, der er sket fra den dag."),
    ] = None,
    as_csv: Annotated[bool, typer.Option("--csv", help="Skriv det som CSV og intet andet.")] = False,
    as_json: JsonOption = False,
    database: DatabaseOption = None,
) -> None:
    """Vis, hvem der har gjort hvad hvornår: indlæst, trukket tilbage, afgjort, besluttet, hentet ud. Nyeste først."""
    with open_questions(database) as con:
        events = queries.record(con, since)
    if as_json:
        print_json({"events": [vars(event) for event in events]})
    elif as_csv:
        sys.stdout.write(csv_file(HEADERS, map(record_row, events)).decode("utf-8-sig").replace("\r\n", "\n"))
    else:
        for event in events:
            number, *told = (str(value) for value in record_row(event) if value is not None)
            out.print(f"{number:>5}  {' · '.join(told)}", markup=False)
