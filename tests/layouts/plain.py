"""The columns that most workbooks have beside title and light, and plain ones that may be taken for something else."""

from collections.abc import Callable

from layouts.catalogue import feature
from layouts.draft import Column, Draft, Line
from layouts.paper import Cell
from layouts.words import words

DAYS = ["DD-MM-YYYY", "DD/MM/YYYY", "YYYY-MM-DD", "MMM YY"]


def begin(draft: Draft) -> None:
    """Add the columns that most workbooks have."""
    if "number" not in draft.roles() and draft.maybe(0.25):
        draft.add(Column("number", draft.heading("number"), _running()))
    if draft.maybe(0.6):
        draft.add(Column("responsible", draft.heading("responsible"), lambda line: draft.say("names")))
    if draft.maybe(0.4):
        draft.add(Column("schedule", draft.heading("deadline"), days(draft, -3, 14)))
    if draft.maybe(0.5):
        share = draft.rng.choice([0.4, 0.8, 1.0])
        draft.add(Column("status_text", draft.heading("status_text"), texts(draft, share)))
    if draft.language == "da" and draft.sections != "udvalg" and draft.maybe(0.3):
        draft.add(Column("udvalg", draft.heading("udvalg"), lambda line: line.udvalg))
    if draft.language == "da" and draft.sections != "tema" and draft.maybe(0.12):
        draft.add(Column("tema", draft.heading("tema"), lambda line: line.tema))


def _running() -> Callable[[Line], object]:
    known: dict[int, int] = {}
    return lambda line: None if line.is_part else known.setdefault(id(line), len(known) + 1)


def texts(draft: Draft, share: float) -> Callable[[Line], object]:
    """Give sentences for a share of the lines."""
    return lambda line: draft.text() if draft.maybe(share) else None


def days(draft: Draft, first: int, last: int) -> Callable[[Line], object]:
    """Give days that lie so many months from the workbook's own."""
    shape = draft.rng.choice(DAYS)
    return lambda line: Cell(draft.day(first, last), shape=shape)


@feature
def start_dates(draft: Draft) -> None:
    """Tell when lines began, and sometimes when they end."""
    columns = [Column("other", draft.heading("start"), days(draft, -14, 2))]
    if draft.maybe(0.4):
        columns.append(Column("schedule", draft.heading("deadline"), days(draft, 2, 14)))
    draft.add(*columns)


@feature
def updated(draft: Draft) -> None:
    """Tell when a line was last looked at."""
    draft.add(Column("other", draft.heading("updated"), days(draft, -1, 0)))


@feature
def counts(draft: Draft) -> None:
    """Count something."""
    draft.add(Column("other", draft.heading("count"), lambda line: draft.rng.randint(1, 40)))


@feature
def identifiers(draft: Draft) -> None:
    """Name lines by letters and numbers."""
    prefix = draft.rng.choice(["P-", "A", "2025-", "S", "ID", "R"])
    start = draft.rng.randint(10, 300)
    known: dict[tuple[str, str], int] = {}
    heading = draft.heading("id")

    def cell(line: Line) -> str:
        number = known.setdefault((line.parent, line.title.casefold()), start + len(known))
        return f"{prefix}{number:03}"

    draft.add(Column("other", heading, cell))


@feature
def second_names(draft: Draft) -> None:
    """Name a place or another person."""
    draft.add(Column("other", draft.heading("second_names"), lambda line: draft.say("places")))


@feature
def phases(draft: Draft) -> None:
    """Tell a phase or a kind."""
    draft.add(Column("other", draft.heading("phase"), lambda line: draft.say("phases")))


@feature
def descriptions(draft: Draft) -> None:
    """Describe lines at length."""
    draft.add(Column("other", draft.heading("description"), lambda line: draft.say("descriptions")))


@feature
def next_steps(draft: Draft) -> None:
    """Tell what comes next, or what stands in the way."""
    draft.add(Column("other", draft.heading("next_step"), texts(draft, 0.7)))


@feature
def political(draft: Draft) -> None:
    """Tell which udvalg treats a line in which month."""
    if draft.language == "da":
        keys = list(words()["udvalg"])
        form = draft.rng.choice(["{} i {}", "{}, {}", "{} den 12. {}"])
        heading = draft.heading("political")
        draft.add(Column("other", heading, lambda line: form.format(draft.rng.choice(keys), draft.month_name())))


@feature
def month_remarks(draft: Draft) -> None:
    """Write remarks below the name of a month."""
    draft.add(Column("status_text", draft.heading("month_remark"), texts(draft, 0.7)))


@feature
def texts_with_lights(draft: Draft) -> None:
    """Write remarks that mention colours."""
    draft.add(
        Column(
            "status_text",
            draft.heading("status_text"),
            lambda line: draft.dated(draft.say("light_texts")) if draft.maybe(0.4) else draft.text(),
        )
    )


@feature
def other_marks(draft: Draft) -> None:
    """Mark something else than done with X."""
    draft.add(Column("other", draft.heading("marks"), lambda line: "X" if draft.maybe(0.3) else None))
