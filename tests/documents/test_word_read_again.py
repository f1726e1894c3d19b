"""What we write in Word is read back with the same lights, texts and marks."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from dashboard import queries
from dashboard.documents.appendix import appendix
from dashboard.documents.extract import extract
from dashboard.documents.half_year import half_year
from dashboard.documents.line_list import line_list
from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.domain.scope import CROSS_CUTTING, PLAN
from dashboard.domain.status_row import StatusRow
from dashboard.domain.text_run import TextRun, joined
from dashboard.queries import Ask, Selection
from dashboard.reports.document import Document
from dashboard.reports.writing import write
from dashboard.store.database import Database
from dashboard.workbook.parse import parse_workbook

JUNE = Month(2026, 6)
NEWS = (TextRun("Udbud er klar. "), TextRun("Mangler tilbud.", struck=True), TextRun("Alt er på plads.", red=True))
ROWS = [
    StatusRow(
        "Flådestyring", "Ark1", "C2", "A2", Light.RED, code="R003", udvalg=("ØK",), art="driftsændringer",
        status_text="Udbud er klar. Alt er på plads.", runs={"status_text": NEWS}, ask="Hjælp",
    ),
    StatusRow("Skolevej", "Ark1", "C3", "A3", Light.GREEN, udvalg=("ØK",), art="råderumsforslag", status_text="Godt"),
    StatusRow("Cykelsti", "Ark1", "C5", "A5", done=True, udvalg=("ØK",), art="anlægsprojekter", status_text="Klar"),
]  # fmt: skip


def lists(ask: Ask, of: Selection) -> Document:
    return line_list(ask, of, ask(queries.line_list, of), "Alle")


MADE: dict[str, Callable[[Ask, Selection], Document]] = {
    "list": lists,
    "appendix": appendix,
    "extract": lambda ask, of: extract(ask, of, "ØK"),
    "half year": half_year,
}


@pytest.mark.parametrize("kind", MADE)
def test_lights_texts_and_marks_come_back(kind: str, database: Database, save_rows: Callable[..., None]) -> None:
    scope = CROSS_CUTTING if kind == "appendix" else PLAN
    rows = [replace(row, cross_cutting=scope is CROSS_CUTTING) for row in ROWS]
    save_rows("2026-06", str(scope), rows)
    document = MADE[kind](queries.asks(database.cursor()), Selection(JUNE, None, scope, plan="2025-2028"))
    again = parse_workbook(write(document, "docx"), f"{document.stem}.docx")
    assert again.month == JUNE
    told = {row.title: next(each for each in again.rows if each.title.startswith(row.title)) for row in ROWS}
    assert {title: line.shown_light for title, line in told.items()} == {row.title: row.shown_light for row in ROWS}
    line = told["Flådestyring"]
    assert (line.status_text or "").startswith(ROWS[0].status_text or "-")
    if kind != "list":  # which shows no marks
        assert joined(line.runs["status_text"])[:3] == NEWS
