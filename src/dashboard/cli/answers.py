"""What is remembered of how tables are read: answers, and forget-answer."""

from typing import Annotated

import typer

from dashboard import queries, records
from dashboard.cli.options import DatabaseOption, JsonOption
from dashboard.cli.output import command, fail, out, paragraph, print_json
from dashboard.cli.program import app, open_database, open_questions
from dashboard.domain.clock import in_denmark

STATES = {"stands": "", "replaced": "erstattet", "forgotten": "glemt"}
AllOption = Annotated[bool, typer.Option("--all", help="Vis også svar, der er erstattet eller glemt.")]


@app.command()
def answers(everything: AllOption = False, as_json: JsonOption = False, database: DatabaseOption = None) -> None:
    """Vis, hvad der er svaret om kolonner og ord: hvem, hvornår, og for hvilke overskrifter."""
    with open_questions(database) as con:
        found = queries.reading_answers(con)
    shown = [each for each in found if everything or each.state == "stands"]
    if as_json:
        print_json({"answers": [vars(each) | {"said": each.said} for each in shown]})
        return
    for each in shown:
        _print(each)
    if not shown:
        out.print("Der er ingen svar at huske.")


@app.command("forget-answer")
def forget_answer(
    number: Annotated[int, typer.Argument(metavar="SVAR", help="Svarets nummer, som 'dashboard answers' viser det.")],
    undo: Annotated[bool, typer.Option("--undo", help="Husk et svar igen, der er glemt.")] = False,
    database: DatabaseOption = None,
) -> None:
    """Glem et svar, så der spørges igen næste gang. Det, der er indlæst med det, bliver ikke ændret."""
    change, state = (records.remember_again, "er glemt") if undo else (records.forget_answer, "gælder")
    with open_database(database) as opened:
        if not change(opened, number):
            fail(f"Der er intet svar {number}, der {state}. Se dem med: {command('answers')}")
    out.print(f"Svar {number} {'huskes igen' if undo else 'er glemt'}.")


def _print(given: queries.GivenAnswer) -> None:
    state = STATES[given.state]
    said = f"Svar {given.answer_id}: {given.said}" + (f" · {state}" if state else "")
    out.print(said, style="dim" if state else "bold", markup=False)
    paragraph(f"Overskrifter: {given.about}")
    paragraph(f"Svaret {in_denmark(given.given_at):%d.%m.%Y kl. %H.%M} af {given.given_by} for {given.file_name}")
