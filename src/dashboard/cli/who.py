"""Who is who: which lines may be one, saying so, and taking it back."""

from dataclasses import asdict
from typing import Annotated, Any

import typer

from dashboard import intake, queries
from dashboard.cli.options import DatabaseOption, JsonOption, MonthOption, ScopeOption
from dashboard.cli.output import command, fail, out, print_json, scope_label
from dashboard.cli.program import app, open_database, open_questions
from dashboard.intake import LinkKind
from dashboard.queries import SuggestedLine, SuggestedPair

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
        found = queries.suggestions(con, month, scope)
        decided = queries.line_links(con)
    if as_json:
        print_json({"suggestions": [_document(pair) for pair in found], "links": [asdict(link) for link in decided]})
        return
    for pair in found:
        newer, older = pair.newer, pair.older
        place = f"{newer.month.label} · {scope_label(str(pair.scope))}"
        out.print(f"{pair.score} af 100 · ny i {place}", style="bold")
        out.print(f"  {newer.indsats_id}: {_name(newer)}", markup=False)
        out.print(f"  {older.indsats_id}: {_name(older)}, sidst set {older.month.label}", markup=False)
        out.print("  Svar med en af dem:", markup=False)
        for kind in SAID:
            out.print(f"    {command(f'{kind} {newer.indsats_id} {older.indsats_id}')}", markup=False)
    if not found:
        out.print("Ingen nye indsatser ligner en, der ikke længere står i planen.")
    for link in decided:
        said = f"{link.indsats_id} {link.name} er {SAID[link.kind]} {link.other_id} {link.other_name}"
        out.print(f"Afgørelse {link.link_id}: {said}", markup=False)


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
    undo = command(f"undo-link {link}")
    out.print(f"Afgørelse {link}: {newer} er {SAID[kind]} {older}. Fortryd med: {undo}", markup=False)


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


def _name(line: SuggestedLine) -> str:
    return f"{line.name} ({', '.join(line.udvalg) or 'uden udvalg'})"


def _document(pair: SuggestedPair) -> dict[str, Any]:
    """Give a pair as plain values: the new line's under their names, the older one's under other_ and theirs."""
    older = {f"other_{name.removeprefix('indsats_')}": told for name, told in vars(pair.older).items()}
    return {"scope": pair.scope, **vars(pair.newer), **older, "score": pair.score}
