"""What was recognised in a workbook, as text: which header became which field, and what was left unread and why."""

import re
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from dashboard.cli.output import count_of, out, paragraph
from dashboard.domain.clock import in_denmark
from dashboard.domain.line_fields import field_name

Document = dict[str, Any]
NOT_KEPT = {"number": "løbenumre er ikke koder"}  # what only tells lines from their parts


def print_readings(tables: Sequence[Document], answers: Sequence[Document]) -> None:
    """Write every table, and the answers it was read with; columns that are as in one before are not told again."""
    out.print()
    if not tables:
        paragraph("Der blev ikke fundet en tabel at læse.")
        return
    paragraph("Sådan er den læst", style="bold")
    told: dict[tuple[object, ...], str] = {}
    for table in tables:
        place = f"Ark '{table['sheet']}': overskrifter i række {table['header_row']}"
        lines = count_of(table["lines"], "indsats", "indsatser")
        columns = _columns(table)
        as_before = f", kolonner som på '{told[columns]}'" if columns in told else ""
        paragraph(f"{place}, {lines}{as_before}", indent=4)
        if not as_before:
            told[columns] = table["sheet"]
            _print_columns(table["columns"])
    for answer in answers:
        paragraph(f"{answer['said']} ({_by(answer)}).", indent=4)


def _print_columns(columns: Sequence[Document]) -> None:
    read = [_read(column) for column in columns if column["field"] and column["field"] not in NOT_KEPT]
    if read:
        paragraph(", ".join(read), indent=6)
    for column in columns:
        note = NOT_KEPT.get(column["field"], column["note"])
        if not column["field"] or column["field"] in NOT_KEPT:
            why = f": {note}" if note else ""
            paragraph(f"Ikke læst: {column['cell']} '{column['header']}'{why}", indent=6)


def _read(column: Document) -> str:
    """Say what a column was read as: "B10 Indsats = Titel"; once when the two are the same word."""
    header, became = " ".join(column["header"].split()), field_name(column["field"])
    as_what = "" if header.casefold() == became.casefold() else f" = {became}"
    note = f" ({column['note']})" if column["note"] else ""
    return f"{column['cell']} {header}{as_what}{note}"


def _columns(table: Document) -> tuple[object, ...]:
    """Give what tells one table's columns from another's, wherever its header row stands."""
    return tuple(
        (re.sub(r"\d", "", each["cell"]), each["header"], each["field"], each["note"]) for each in table["columns"]
    )


def _by(answer: Document) -> str:
    """Say who answered: now, or before, with the day."""
    if answer["given_by"] is None:
        return "svaret nu"
    given = in_denmark(datetime.fromisoformat(answer["given_at"]))
    return f"læst som svaret af {answer['given_by']} den {given:%d.%m.%Y}"
