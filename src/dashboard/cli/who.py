"""Who is who: which lines may be one, saying so, and taking it back."""

from typing import Annotated, Any

import typer

from dashboard import intake, queries
from dashboard.cli.options import DatabaseOption, JsonOption, MonthOption, ScopeOption
from dashboard.cli.output import fail, out, plain, print_json, scope_label
from dashboard.cli.program import app, open_database, open_questions
from dashboard.domain.month import Month
from dashboard.intake import LinkKind

Newer = Annotated[int, typer.Argument(metavar="NY", help="Den nye indsats' nummer, som 'dashboard who' viser det.")]
Older = Annotated[int, typer.Argument(metavar="GAMMEL", help="Den gamle indsats' nummer.")]
SAID = {"same": "samme indsats som", "different": "en anden indsats end", "continues": "en fortsættelse af"}


@app.command()
def who(
    month: MonthOption = None,
    scope: ScopeOption = None,
    as_json: JsonOption = False,
    database: DatabaseOption = None,
) -> None:
    """Vis, hvilke nye indsatser der kan være en, som ikke længere står i planen, og hvad der er afgjort."""
    with open_questions(database) as con:
        found = queries.suggestions(con, month, scope).to_dict("records")
        decided = queries.line_links(con).to_dict("records")
    if as_json:
        print_json({"suggestions": [_document(pair) for pair in found], "links": [_document(link) for link in decided]})
        return
    for pair in found:
        place = f"{Month.parse(pair['month']).label} · {scope_label(pair['scope'])}"
        out.print(f"{pair['score']} af 100 · ny i {place}", style="bold")
        out.print(f"  {pair['indsats_id']}: {_name(pair, '')}", markup=False)
        last = Month.parse(pair["other_month"]).label
        out.print(f"  {pair['other_id']}: {_name(pair, 'other_')}, sidst set {last}", markup=False)
        out.print(f"  Svar: dashboard same|different|continues {pair['indsats_id']} {pair['other_id']}", markup=False)
    if not found:
        out.print("Ingen nye indsatser ligner en, der ikke længere står i planen.")
    for link in decided:
        out.print(
            f"Afgørelse {link['link_id']}: {link['indsats_id']} {link['name']} er {SAID[link['kind']]} "
            f"{link['other_id']} {link['other_name']}",
            markup=False,
        )


@app.command("same", help="Sig, at to indsatser er den samme.")
@app.command("different", help="Sig, at to indsatser ikke er den samme. De foreslås ikke igen.")
@app.command("continues", help="Sig, at en indsats fortsætter en anden, fx når en indsats deles eller flere samles.")
def decide(context: typer.Context, newer: Newer, older: Older, database: DatabaseOption = None) -> None:
    """Save what is said of two lines; the verb is the decision."""
    kind: LinkKind = context.command.name  # type: ignore[assignment]
    with open_database(database) as opened:
        try:
            link = intake.decide(opened, kind, newer, older)
        except intake.LinkError as error:
            fail(str(error))
    out.print(f"Afgørelse {link}: {newer} er {SAID[kind]} {older}. Fortryd med: dashboard undo-link {link}")


@app.command("undo-link")
def undo_link(
    link: Annotated[int, typer.Argument(metavar="AFGØRELSE", help="Afgørelsens nummer.")],
    database: DatabaseOption = None,
) -> None:
    """Fortryd en afgørelse."""
    with open_database(database) as opened:
        try:
            intake.undo_decision(opened, link)
        except intake.LinkError as error:
            fail(str(error))
    out.print(f"Afgørelse {link} er fortrudt.")


def _name(pair: dict[Any, Any], side: str) -> str:
    code = plain(pair[f"{side}code"])
    udvalg = ", ".join(pair[f"{side}udvalg"])
    return f"{pair[f'{side}title']}{' ' + code if code else ''} ({udvalg or 'uden udvalg'})"


def _document(row: dict[Any, Any]) -> dict[str, Any]:
    document = {name: plain(value) for name, value in row.items()}
    return {name: value.isoformat() if hasattr(value, "isoformat") else value for name, value in document.items()}
