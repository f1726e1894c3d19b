"""What is remembered of how tables are read: answers, and forget-answer."""

from datetime import datetime
from typing import Annotated, Any

import typer

from dashboard import queries, records
from dashboard.cli.options import DatabaseOption, JsonOption
from dashboard.cli.output import fail, out, paragraph, plain, print_json
from dashboard.cli.program import app, open_database, open_questions
from dashboard.domain.answer_words import answer_said
from dashboard.domain.clock import in_denmark
from dashboard.domain.reading_answer import Answer

STATES = {"stands": "", "replaced": "erstattet", "forgotten": "glemt"}
AllOption = Annotated[bool, typer.Option("--all", help="Vis også svar, der er erstattet eller glemt.")]


@app.command()
def answers(everything: AllOption = False, as_json: JsonOption = False, database: DatabaseOption = None) -> None:
    """Vis, hvad der er svaret om kolonner og ord: hvem, hvornår, og for hvilke overskrifter."""
    with open_questions(database) as con:
        found = [_document(row) for row in queries.reading_answers(con).to_dict("records")]
    shown = [each for each in found if everything or each["state"] == "stands"]
    if as_json:
        print_json({"answers": shown})
        return
    for each in shown:
        _print(each)
    if not shown:
        out.print("Der er ingen svar at huske.")


@app.command("forget-answer")
def forget_answer(
    number: Annotated[int, typer.Argument(metavar="SVAR", help="Svarets nummer, som 'dashboard answers' viser det.")],
    database: DatabaseOption = None,
) -> None:
    """Glem et svar, så der spørges igen næste gang. Det, der er indlæst med det, bliver ikke ændret."""
    with open_database(database) as opened:
        if not records.forget_answer(opened, number):
            fail(f"Der er intet svar {number}, der gælder. Se dem med: dashboard answers")
    out.print(f"Svar {number} er glemt.")


def _print(document: dict[str, Any]) -> None:
    state = STATES[document["state"]]
    style = "dim" if state else "bold"
    given = in_denmark(datetime.fromisoformat(document["given_at"]))
    said = f"Svar {document['answer_id']}: {document['said']}" + (f" · {state}" if state else "")
    out.print(said, style=style, markup=False)
    paragraph(f"Overskrifter: {' · '.join(filter(None, document['headings'])) or document['layout']}")
    paragraph(f"Svaret {given:%d.%m.%Y kl. %H.%M} af {document['given_by']} for {document['file_name']}")


def _document(row: dict[Any, Any]) -> dict[str, Any]:
    told = {str(name): plain(value) for name, value in row.items()}
    said = answer_said(Answer(told["layout"], told["subject"], told["value"]), told["headings"])
    return told | {"said": said}
