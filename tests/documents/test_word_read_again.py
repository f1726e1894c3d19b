"""What we write in Word is read back with the same lights, texts and marks."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from dashboard import queries
from dashboard.documents import frame
from dashboard.documents.agenda import AgendaPoint, agenda_blocks
from dashboard.documents.appendix import appendix
from dashboard.documents.extract import extract
from dashboard.documents.half_year import half_year
from dashboard.documents.line_list import line_list
from dashboard.domain.light import Light
from dashboard.domain.line_fields import TEXTS
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
        status_text="Udbud er klar. Alt er på plads.", runs={"status_text": NEWS}, ask="Hjælp", obs="Pas på",
        responsible="Fagchef for Drift", schedule="december 2026", political_treatment="Evaluering (ØK)",
        red_reason="Sagen er gået i stå", expected_end="31.12.2026",
    ),
    StatusRow("Skolevej", "Ark1", "C3", "A3", Light.GREEN, udvalg=("ØK",), art="råderumsforslag", status_text="Godt"),
    StatusRow("Havnefront", "Ark1", "C4", "A4", udvalg=("ØK",), art="anlægsprojekter", status_text="Afventer tilbud"),
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


def said(row: StatusRow, left_out: set[str]) -> list[str]:
    """Give what documents tell of a line."""
    texts = (getattr(row, field) for field in TEXTS if field not in left_out)
    return [row.code or "", row.shown_light.value, ", ".join(row.udvalg), *(text or "" for text in texts)]


@pytest.mark.parametrize("kind", MADE)
def test_lights_texts_and_marks_come_back(
    kind: str, database: Database, save_rows: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(frame, "utc_now", lambda: datetime(2026, 11, 30, 12))  # a day that might end a status's month
    scope = CROSS_CUTTING if kind == "appendix" else PLAN
    rows = [replace(row, cross_cutting=scope is CROSS_CUTTING) for row in ROWS]
    save_rows("2026-06", str(scope), rows)
    document = MADE[kind](queries.asks(database.cursor()), Selection(JUNE, None, scope, plan="2025-2028"))
    again = parse_workbook(write(document, "docx"), f"{document.stem}.docx")
    assert again.month == JUNE
    left_out = {"remark", *(("obs", "expected_end") if kind == "list" else ())}
    assert sorted(said(row, left_out) for row in again.rows) == sorted(said(row, left_out) for row in rows)
    if kind != "list":  # which shows no marks
        assert [joined(line.runs.get("status_text", ())) for line in again.rows if line.code] == [NEWS]
    asked = {"extract": ["no-scope"]}  # which is of an udvalg and of what is cross-cutting
    assert [found.kind for found in again.issues] == asked.get(kind, [])


def test_the_points_of_an_agenda_come_back_as_lines_and_its_topics_as_none() -> None:
    texts = (("Hvorfor rød", "Sagen er gået i stå", "red_reason"), ("Status", "Alt er på plads.", "status_text"))
    points = (
        AgendaPoint("Flådestyring R003", Light.RED, "3. måned i træk", "Ny rød", "ØK", "Fagchef", "NN", texts),
        AgendaPoint("Budgettet", None, "", "Sat på"),
        AgendaPoint("Skolevej", Light.YELLOW, "", "OBS-punkt", "BUU, ØK"),
    )
    shown = ("Status for juni 2026 · Hele planen",)
    made_at = datetime(2026, 6, 4, tzinfo=UTC)
    document = Document("Dagsorden · Direktionen 4. juni 2026", shown, agenda_blocks(points), made_at, "dagsorden")
    again = parse_workbook(write(document, "docx"), "dagsorden.docx")
    assert [(row.name, row.light, row.udvalg, row.responsible) for row in again.rows] == [
        ("Flådestyring R003", Light.RED, ("ØK",), "Fagchef"), ("Skolevej", Light.YELLOW, ("BUU", "ØK"), None),
    ]  # fmt: skip
    assert [(row.red_reason, row.status_text) for row in again.rows] == [(texts[0][1], texts[1][1]), (None, None)]
    assert (again.month, again.scope) == (JUNE, None)  # some points are not the whole plan
    assert [found.kind for found in again.issues] == ["no-scope"]
