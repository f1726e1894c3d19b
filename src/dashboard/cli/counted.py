"""What an import changes in what counts of its month, as text."""

from collections.abc import Sequence
from itertools import groupby

from dashboard.cli.output import Document, count_of, out, paragraph, print_rest, scope_label
from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.domain.terms import terms

ABSENT = "ikke med"


def print_counted(document: Document, shown: int | None) -> None:
    """Write each line whose counted light changes, and the other workbooks of the month that say something else."""
    counted, month = document["counted"], Month.parse(document["month"]).label
    changes = counted["changes"]
    out.print()
    paragraph(f"Lys, der gælder for {month}: {counts(document)}", style="bold")
    for each in changes[:shown]:
        scopes = ", ".join(map(scope_label, each["scopes"]))
        paragraph(f"{_light(each['light_before'])} → {_light(each['light_now'])}: {each['name']} ({scopes})", indent=4)
    print_rest(len(changes), shown, indent=4)
    for (file, scope), lines in groupby(counted["disagreements"], lambda each: (each["file"], each["scope"])):
        _print_disagreements(f"{file} ({scope_label(scope)})", list(lines), shown)


def counts(document: Document) -> str:
    """Say how many lights that count change: "2 ændres"."""
    n = len(document["counted"]["changes"])
    return f"{n or 'ingen'} ændres"


def _print_disagreements(other: str, lines: Sequence[Document], shown: int | None) -> None:
    n_overruled = sum(each["overruled"] for each in lines)
    verdicts = [
        f"tilsidesættes for {count_of(n_overruled, 'indsats', 'indsatser')}" if n_overruled else "",
        f"gælder fortsat for {count_of(len(lines) - n_overruled, 'indsats', 'indsatser')}"
        if len(lines) > n_overruled
        else "",
    ]
    paragraph(f"{other} siger noget andet: den {' og '.join(filter(None, verdicts))}.", indent=4)
    for each in lines[:shown]:
        kept, dropped = ("own_light", "other_light") if each["overruled"] else ("other_light", "own_light")
        verdict = "denne fil gælder" if each["overruled"] else "den anden gælder"
        paragraph(f"{each['name']}: {_light(each[kept])}, ikke {_light(each[dropped])}; {verdict}", indent=6)
    print_rest(len(lines), shown, indent=6)


def _light(light: str | None) -> str:
    return terms().lights[Light(light)].word.lower() if light else ABSENT
