"""What an import changes in what counts of its month, as text."""

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from dashboard.cli.output import Document, count_of, out, paragraph, print_rest, scope_label
from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.domain.terms import terms

ABSENT = "ikke med"


def print_counted(document: Document, shown: int | None) -> None:
    """Write each line whose counted light changes, and the other workbooks of the month that say something else."""
    month, changes = Month.parse(document["month"]).label, document["counted"]["changes"]
    out.print()
    paragraph(f"Lys, der gælder for {month}: {counts(document)}", style="bold")
    for each in changes[:shown]:
        scopes = ", ".join(map(scope_label, each["scopes"]))
        paragraph(f"{_light(each['light_before'])} → {_light(each['light_now'])}: {each['name']} ({scopes})", indent=4)
    print_rest(len(changes), shown, indent=4)
    for other, lines in _others(document):
        paragraph(_overruled(other, lines), indent=4)
        _print_lines(lines, shown)


def print_counted_in_short(document: Document, indent: int) -> None:
    """Write how many counted lights change, and for how many lines another workbook says something else."""
    by_scope = Counter(scope for each in document["counted"]["changes"] for scope in each["scopes"])
    scopes = ", ".join(f"{scope_label(scope)} {n}" for scope, n in by_scope.items())
    paragraph(f"lys, der gælder: {counts(document)}{f' ({scopes})' if scopes else ''}", indent=indent)
    for other, lines in _others(document):
        paragraph(_overruled(other, lines), indent=indent)


def counts(document: Document) -> str:
    """Say how many lights that count change: "2 ændres"."""
    n = len(document["counted"]["changes"])
    return f"{n or 'ingen'} ændres"


def _others(document: Document) -> list[tuple[str, list[Document]]]:
    """List the other workbooks of the month that say something else, each with the lines."""
    found = groupby(document["counted"]["disagreements"], lambda each: (each["file"], each["scope"]))
    return [(f"{file} ({scope_label(scope)})", list(lines)) for (file, scope), lines in found]


def _overruled(other: str, lines: Sequence[Document]) -> str:
    n_overruled = sum(each["overruled"] for each in lines)
    verdicts = [
        f"tilsidesættes for {count_of(n_overruled, 'indsats', 'indsatser')}" if n_overruled else "",
        f"gælder fortsat for {count_of(len(lines) - n_overruled, 'indsats', 'indsatser')}"
        if len(lines) > n_overruled
        else "",
    ]
    return f"{other} siger noget andet: den {' og '.join(filter(None, verdicts))}."


def _print_lines(lines: Sequence[Document], shown: int | None) -> None:
    for each in lines[:shown]:
        kept, dropped = ("own_light", "other_light") if each["overruled"] else ("other_light", "own_light")
        verdict = "denne fil gælder" if each["overruled"] else "den anden gælder"
        paragraph(f"{each['name']}: {_light(each[kept])}, ikke {_light(each[dropped])}; {verdict}", indent=6)
    print_rest(len(lines), shown, indent=6)


def _light(light: str | None) -> str:
    return terms().lights[Light(light)].word.lower() if light else ABSENT
