"""A workbook without the lights that its month has already, a template that nobody filled in: are they to go?"""

from collections.abc import Sequence

import duckdb

from dashboard.domain.month import Month
from dashboard.domain.reading_answer import ANY_LAYOUT, UNREPORTED, Choice, Question
from dashboard.intake.answers import Reading
from dashboard.store.indsatser import KnownName, reported_lines

FEWEST_TAKEN, MANY_TAKEN = 2, 0.2  # of the lines that have a light, as for marks that would close so many
TEXT = (
    "Filen har intet lys for {taken} af de {reported} indsatser, der har et i {month}. Skal de {taken} lys væk? Er det "
    "en skabelon, der ikke er fyldt ud endnu, så udfyld den først."
)
YES = "Ja, de {taken} indsatser skal stå som ikke indberettet"


def ask_for_taken_lights(
    con: duckdb.DuckDBPyConnection,
    reading: Reading,
    plan: str,
    month: Month,
    ids: Sequence[int | None],
    known: Sequence[KnownName],
) -> tuple[Question, ...]:
    """Ask whether lights that count of the month are to go, where they are many; ``ids`` are the lines of the rows.

    A light that could not be read is an error of its own.
    """
    empty = sum(not row.done and not row.light.is_reported for row in reading.parsed.rows)
    if empty < FEWEST_TAKEN or reading.sure or str(month) in reading.unreported:
        return ()
    reported = reported_lines(con, plan, month)
    line_of = {name.indsats_id: name.line_id for name in known}
    unread = {(found.sheet, found.cell) for found in reading.parsed.issues if found.is_error}
    rows = [
        row
        for row, known_id in zip(reading.parsed.rows, ids, strict=True)
        if known_id is not None and line_of[known_id] in reported and (row.sheet, row.cell) not in unread
    ]
    taken = sum(not row.done and not row.light.is_reported for row in rows)
    if taken < FEWEST_TAKEN or taken <= MANY_TAKEN * len(rows):
        return ()
    said = {"taken": taken, "reported": len(rows), "month": month.label}
    choice = Choice(f"{UNREPORTED} {month}", "yes", YES.format(**said))
    return (Question("", "", ANY_LAYOUT, TEXT.format(**said), (choice,)),)
