"""Rows that show how a template is filled in, and that somebody left there: "Eksempel: Ny skole"."""

import re
from collections.abc import Sequence
from functools import cache

from dashboard.domain.identity import normalised
from dashboard.domain.terms import terms
from dashboard.workbook.grid import GridCell
from dashboard.workbook.row import Row, RowKind

ROWS = ("navn", "række", "linje")
MOST_SHOWN = 2  # rows below a lone word for an example
TO_FILL_IN = re.compile(
    r"[\[<(]?(?:skriv|indsæt|indtast) [\w ]{0,30}\b(?:her|titel|titlen|navn|navnet)[\])>.…]*"
    r"|\[(?:skriv|indsæt|indtast|udfyld|slet|udfyldes (?:af|her))(?: [^\[\]]{1,40})?\]"
    r"|[\[<(]?(?:indsatsens (?:navn|titel)|(?:navn|titel) på indsats(?:en)?)[\])>.…]*|x{3,}|lorem ipsum.*"
    r"|klik (?:eller tryk )?her for at (?:skrive|angive|indtaste|indsætte|tilføje) (?:en |et )?"
    r"(?:tekst|titel|navn|dato)\w*\.?"
    r"|click (?:or tap )?here to (?:enter|add|insert) (?:a |an )?(?:text|title|name|date)\.?"
)


def is_example(row: Row) -> bool:
    """Tell whether a row calls itself an example: in its title, or in a cell before all headings or of numbers."""
    title = row.own_title
    text = re.sub(r"\s+", " ", title.text.casefold()).strip() if title is not None else ""
    if text and (_called().match(text) or _added().search(text) or _of_a_title().fullmatch(text)):
        return True
    if TO_FILL_IN.fullmatch(text):
        return True
    ends = (cell for cell in (row.texts[0], row.texts[-1]) if len(cell.text) <= _longest())
    return any(_alone().fullmatch(normalised(cell.text)) for cell in ends if _says_nothing_else(row, cell))


def _says_nothing_else(row: Row, cell: GridCell) -> bool:
    """Tell whether a cell has no heading, or one of numbers: another column may be of templates ("Produkt")."""
    headed = {column.number for column in row.layout.columns if column.heading.header}
    fields = row.layout.fields
    return (
        cell is row.own_title or row.is_lone or cell.column not in headed - {fields.get("code"), fields.get("number")}
    )


def settle_examples(rows: Sequence[Row]) -> None:
    """Let the few lines right below a lone word for an example be examples as well, where an empty row ends them.

    Where a table has nothing but several examples, each called otherwise, they are its lines.
    """
    examples = [row for row in rows if row.kind is RowKind.EXAMPLE and row.own_title is not None and not row.is_lone]
    titles = {normalised(row.text("title")) for row in examples}
    if len(titles) > 1 and not any(row.kind is RowKind.LINE for row in rows):
        for row in examples:
            row.kind = RowKind.LINE
    for place, row in enumerate(rows):
        if row.kind is not RowKind.EXAMPLE or not (row.is_lone and _alone().fullmatch(normalised(row.texts[0].text))):
            continue
        below = [each for n, each in enumerate(rows[place + 1 :], 1) if each.number == row.number + n]
        shown = next((n for n, each in enumerate(below) if each.kind is not RowKind.LINE), len(below))
        is_ended = place + 1 + shown < len(rows)
        for each in below[:shown] if shown <= MOST_SHOWN and is_ended else ():
            each.kind = RowKind.EXAMPLE


@cache
def _words() -> str:
    return "|".join(sorted(map(re.escape, terms().examples), key=len, reverse=True))


@cache
def _longest() -> int:
    return max(map(len, terms().examples)) + len("[ 10:]")


@cache
def _alone() -> re.Pattern[str]:
    """Give the pattern of a cell that says nothing else: "Eksempel 1:"."""
    return re.compile(rf"[\[<(*]?(?:{_words()})(?: skemaet| den| det)?\.?(?: \d{{1,2}})?[\])>:.]*")


@cache
def _called() -> re.Pattern[str]:
    """Give the pattern of a title that begins so: "Eksempel: Ny skole", "Fx Ny skole"."""
    return re.compile(
        rf"[\[<(*]?(?:{_words()})\.?(?: \d{{1,2}})?(?:[\])>:]| [-–] )|(?:fx|f\. ?eks|feks)\.? |for eksempel "
    )


@cache
def _added() -> re.Pattern[str]:
    """Give the pattern of a title that ends so: "Ny skole (eksempel)", "Ny skole - eksempel"; not "Vision - fx"."""
    return re.compile(rf"[\[(](?:{_words()})\.?[\])]\Z|(?: [-–]|,) (?!skabelon|f)(?:{_words()})\.?\Z")


@cache
def _of_a_title() -> re.Pattern[str]:
    """Give the pattern of a title that only says what a title is: "[Indsats]", "Eksempel på en indsats"."""
    names = "|".join(sorted((*map(re.escape, terms().columns["title"]), *ROWS), key=len, reverse=True))
    named = rf"(?:{names})(?: \d{{1,2}})?"
    called = (
        rf"(?!skabelon)(?:{_words()})(?:\.?(?: på| til)? (?:(?:en|et) )?(?:udfyldt )?(?:{names}|udfyldning)"
        rf"|-?(?:indsats|titel|{'|'.join(ROWS)}))"
    )
    to_write = rf"(?:skriv|indsæt|indtast|tast|angiv|vælg) (?:en |et )?(?:{names})"
    alone = rf"(?:{named}|{called}|{to_write})"
    return re.compile(rf"\[{alone}\]|<{alone}>|\({alone}\)|\{{{alone}\}}|{called}|{to_write}|(?:{names}) her")
