"""What is answered while a workbook is imported: which line a row is, and how its tables are to be read."""

import re
from collections.abc import Iterable
from typing import Annotated

import typer

from dashboard import intake
from dashboard.cli.options import read_month
from dashboard.cli.output import fail, quoted
from dashboard.domain.cell_name import is_in_document
from dashboard.domain.identity import normalised
from dashboard.domain.light import Light
from dashboard.domain.line_fields import ROLES, field_name
from dashboard.domain.month import Month
from dashboard.domain.reading_answer import ALL_MONTHS, ANY_LAYOUT, LINES, MONTHS, OTHER, PARTS, Answer, word_subject
from dashboard.domain.terms import terms
from dashboard.intake import Decisions

SameOption = Annotated[
    list[str] | None,
    typer.Option(
        "--same",
        metavar="ARK.CELLE=NUMMER",
        help="Rækken er den indsats, som 'check' viser med det nummer, eller som står i en anden måneds række: "
        "Ark2.A4=Ark1.A7 (kan gentages).",
    ),
]
NewOption = Annotated[
    list[str] | None,
    typer.Option("--new", metavar="ARK.CELLE", help="Rækken er en ny indsats, ikke en af dem, der er foreslået."),
]
ColumnOption = Annotated[
    list[str] | None,
    typer.Option(
        "--column",
        metavar="ROLLE=BOGSTAV",
        help="Hvad en kolonne er: light=F, titel=B, other=C (læses ikke), light=ingen (kan gentages). Huskes.",
    ),
]
LightOption = Annotated[
    list[str] | None,
    typer.Option("--light", metavar="ORD=LYS", help='Hvad et ord betyder: "I gang=gul" (kan gentages). Huskes.'),
]
SubtasksOption = Annotated[
    str | None,
    typer.Option(
        "--subtasks",
        metavar="parts|lines",
        help="Om rækkerne under en indsats er dele af den (parts) eller selv indsatser (lines). Huskes.",
    ),
]
TableOption = Annotated[
    str | None,
    typer.Option(
        "--table",
        metavar="other|lines",
        help="Om en tabel uden status er noget andet (other) eller indsatser (lines). Huskes.",
    ),
]
MonthsOption = Annotated[
    str | None,
    typer.Option(
        "--month",
        metavar="2025-05|all",
        help="Måneden, når den skal vælges. all: alle måneder i en fil med et ark eller en tabel for hver. 2025: det "
        "samme, når arkene ikke siger, hvilket år de er fra.",
    ),
]
ROW = r"(?P<sheet>.+)[.!](?P<cell>[A-Za-z]+\d+|tabel \d+, række \d+, kolonne \d+)"
NOBODY = ("none", "ingen")
ROWS_ARE = {
    "subtasks": {"parts": PARTS, "dele": PARTS, "lines": LINES, "indsatser": LINES},
    "table": {"other": OTHER, "andet": OTHER, "lines": LINES, "indsatser": LINES},
}


def row_name(sheet: str, cell: str) -> str:
    """Name a row as it is written after --same and --new, in a way that no shell reads anything into."""
    return f"{sheet}.{cell}"


def read_decisions(same: list[str] | None, new: list[str] | None, files: int) -> Decisions:
    """Read what is decided, by the row's key: a line's number or an earlier row of the file, or None for a new one."""
    decisions: dict[str, int | str | None] = {}
    for said in same or ():
        row, _, line = said.rpartition("=")
        key, other = _key(row), int(line) if re.fullmatch(r"\d{1,9}", line) else _key(line)
        if key is None or other is None:
            fail(f"'{said}' forstås ikke. Skriv fx --same \"Ark1.A4=12\".", code=2)
        decisions[key] = other
    for said in new or ():
        key = _key(said)
        if key is None:
            fail(f"'{said}' forstås ikke. Skriv fx --new \"Ark1.A4\".", code=2)
        decisions[key] = None
    if decisions and files > 1:
        fail("--same og --new gælder én fil. Indlæs den for sig.", code=2)
    return decisions


def read_months(said: str | None) -> tuple[Month | None, tuple[Answer, ...]]:
    """Read a month, or that all months of a workbook are meant; end with the sentence that says how it is written."""
    if said is None:
        return None, ()
    value = ALL_MONTHS if said.casefold() in (ALL_MONTHS, "alle") else said
    if value == ALL_MONTHS or re.fullmatch(r"20\d\d", value):
        return None, (Answer(ANY_LAYOUT, MONTHS, value),)
    return read_month(said), ()


def read_answers(columns: list[str] | None, lights: list[str] | None, **rows: str | None) -> tuple[Answer, ...]:
    """Read what is said of the tables, or end with the sentence that says how it is written."""
    said = [_column(each) for each in columns or ()]
    said += [_word(each) for each in lights or ()]
    for kind, are in ((kind, are.casefold()) for kind, are in rows.items() if are is not None):
        if are not in ROWS_ARE[kind]:
            one, in_danish, other, also = ROWS_ARE[kind]
            fail(f"'{are}' forstås ikke. Skriv --{kind} {one} ({in_danish}) eller --{kind} {other} ({also}).", code=2)
        said.append(Answer(ANY_LAYOUT, kind, ROWS_ARE[kind][are]))
    _check_agreement(said)
    return tuple(dict.fromkeys(said))


def written(answer: Answer) -> str:
    """Write an answer as it is said on the command line."""
    option, said = intake.written_option(answer)
    return f"{option} {quoted(said)}"


def written_decision(row: str, line: int | str | None) -> str:
    """Write what is decided of a row (by its key) as it is said on the command line."""
    place, other = (row_name(*each.rsplit("!", 1)) if isinstance(each, str) else each for each in (row, line))
    return f"--new {quoted(str(place))}" if other is None else f"--same {quoted(f'{place}={other}')}"


def _column(said: str) -> Answer:
    """Read "light=F", "light=ingen" or "none=light"."""
    role_said, _, letter = (part.strip() for part in said.partition("="))
    if role_said.casefold() in NOBODY:
        role_said, letter = letter, role_said
    role = _role(role_said) if role_said and letter else None
    if role is None:
        known = ", ".join(ROLES)
        fail(f"'{said}' forstås ikke. Skriv fx --column light=F. Det før = er en af: {known}.", code=2)
    if letter.casefold() in NOBODY:
        return Answer(ANY_LAYOUT, f"none {role}", "")
    if not re.fullmatch(r"[A-Za-z]{1,3}|[1-9]\d?", letter):
        fail(f"'{letter}' er ikke en kolonnes bogstav. Skriv fx --column {role}=F.", code=2)
    return Answer(ANY_LAYOUT, f"letter {letter.upper()}", role)


def _role(said: str) -> str | None:
    """Find the role that is named by its own name, its Danish name, or a heading that means it."""
    word = normalised(said)
    if word in ("status", "lys"):
        return "light"
    named = {normalised(field_name(role)): role for role in ROLES}
    by_heading = (role for role, headings in terms().columns.items() if role in ROLES and word in headings)
    return word if word in ROLES else named.get(word) or next(by_heading, None)


def _word(said: str) -> Answer:
    """Read "I gang=gul"."""
    word, _, light_said = (part.strip() for part in said.rpartition("="))
    light = _light(light_said)
    if not word or light is None:
        names = ", ".join(terms().lights[each].word.lower() for each in Light)
        fail(f"'{said}' forstås ikke. Skriv fx --light \"I gang=gul\". Det efter = er en af: {names}.", code=2)
    return Answer(ANY_LAYOUT, word_subject(word), light)


def _light(said: str) -> Light | None:
    word = normalised(said) or said
    found = (light for light, entry in terms().lights.items() if word == light.value or word in entry.written)
    return next(found, None)


def _check_agreement(answers: Iterable[Answer]) -> None:
    """End with a sentence when two answers contradict each other."""
    for number, answer in enumerate(answers := list(answers)):
        for other in answers[:number]:
            if answer != other and answer.replaces(other):
                both = " og ".join(written(each) for each in (other, answer))
                fail(f"{both} modsiger hinanden. Vælg den ene.", code=2)


def _key(row: str) -> str | None:
    """Read the name of a row as its key."""
    found = re.fullmatch(ROW, row)
    if not found:
        return None
    sheet, cell = found["sheet"], found["cell"]
    return f"{sheet}!{cell if is_in_document(sheet, cell) else cell.upper()}"
