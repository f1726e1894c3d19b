"""The Excel list of the lines is a status that can be imported again; a list of some of them says that it is none."""

import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest

from dashboard import queries
from dashboard.documents.line_list import line_list
from dashboard.documents.making import listed
from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.domain.scope import CROSS_CUTTING, PLAN, Scope
from dashboard.domain.status_row import StatusRow
from dashboard.domain.text_run import TextRun
from dashboard.queries import Ask, Selection
from dashboard.store.database import Database
from dashboard.workbook.parse import parse_workbook
from dashboard.workbook.parsed import ParsedWorkbook

JUNE = Month(2026, 6)
NEW = (
    TextRun("Udbud er klar. "),
    TextRun("Der mangler et tilbud.", struck=True),
    TextRun("Alt er på plads.", red=True),
)
ROWS = [
    StatusRow(
        "Flådestyring", "Ark1", "C2", "A2", light=Light.RED, code="R003", udvalg=("ØK", "KB"), cross_cutting=True,
        art="driftsændringer", responsible="Fagchef for Drift", status_text="Udbud er klar. Alt er på plads.",
        runs={"status_text": NEW}, red_reason="Sagen er gået i stå", ask="=SUM(A1)", schedule="december 2026",
        expected_end="31.12.2026",
    ),
    StatusRow("Skolevej", "Ark1", "C3", "A3", light=Light.GREEN, udvalg=("BUU",), art="råderumsforslag"),
    StatusRow("Dagtilbud <w:p>", "Ark1", "C4", "A4", udvalg=("BUU",), art="råderumsforslag"),
    StatusRow("Cykelsti", "Ark1", "C5", "A5", done=True, udvalg=("MTU",), art="anlægsprojekter", tema=None),
]  # fmt: skip


@pytest.fixture
def ask(database: Database, save_rows: Callable[..., None]) -> Ask:
    """Put questions to a plan of two months."""
    save_rows("2026-05", "plan", [replace(row, light=Light.YELLOW) for row in ROWS])
    save_rows("2026-06", "plan", ROWS)
    return queries.asks(database.cursor())


def read_again(ask: Ask, tmp_path: Path, **filters: object) -> ParsedWorkbook:
    selection = replace(Selection(JUNE, Month(2026, 5), PLAN, plan="2025-2028"), **filters)  # type: ignore[arg-type]
    lines = ask(queries.line_list, selection)
    path = tmp_path / "indsatser.xlsx"
    path.write_bytes(listed(line_list(ask, selection, lines, "Alle"), lines, "xlsx"))
    return parse_workbook(path.read_bytes(), path.name)


def test_lights_texts_marks_month_and_scope_come_back_without_a_question(ask: Ask, tmp_path: Path) -> None:
    again = read_again(ask, tmp_path)
    assert (again.month, again.scope, again.plan) == (JUNE, PLAN, "2025-2028")
    assert not [issue for issue in again.issues if issue.severity == "error"]
    told = {row.title: row for row in again.rows}
    for row in ROWS:
        back = told[row.title]
        assert (back.shown_light, back.udvalg, back.art, back.cross_cutting) == (
            row.shown_light, row.udvalg, row.art, row.cross_cutting,
        )  # fmt: skip
        assert (back.status_text, back.red_reason, back.ask) == (row.status_text, row.red_reason, row.ask)
    assert told["Flådestyring"].runs["status_text"] == NEW
    assert (told["Flådestyring"].schedule, told["Flådestyring"].expected_end) == ("december 2026", "31.12.2026")


@pytest.mark.parametrize(
    ("filters", "scope", "n"),
    [({"cross_cutting": True}, CROSS_CUTTING, 1), ({"udvalg": ("BUU",)}, Scope("BUU"), 2)],
)
def test_a_list_of_all_of_a_part_is_the_status_of_that_part(
    ask: Ask, tmp_path: Path, filters: dict[str, object], scope: Scope, n: int
) -> None:
    again = read_again(ask, tmp_path, **filters)
    assert (again.scope, len(again.rows)) == (scope, n)


@pytest.mark.parametrize("filters", [{"light": ("red", "green")}, {"udvalg": ("BUU",), "light": ("green",)}])
def test_a_list_of_some_lines_says_that_it_is_no_status_and_is_asked_about(
    ask: Ask, tmp_path: Path, filters: dict[str, object]
) -> None:
    again = read_again(ask, tmp_path, **filters)
    assert again.scope is None
    assert "no-scope" in [issue.kind for issue in again.issues]
    sheet = openpyxl.load_workbook(tmp_path / "indsatser.xlsx").worksheets[0]
    said = [row[0] for row in sheet.iter_rows(max_row=8, values_only=True)]
    assert any(str(text).startswith("Omfang: et udsnit.") for text in said)


def test_what_is_too_much_or_strange_for_a_cell_changes_nothing_but_itself(ask: Ask, tmp_path: Path) -> None:
    row = ask(queries.line_list, Selection(JUNE, None, PLAN, plan="2025-2028"))
    strange = "=1+1 🚲 \u202eabc" + "\x07" + "x" * 40_000
    lines = [replace(line, told={**line.told, "status_text": strange}, runs=None) for line in row]
    selection = Selection(JUNE, None, PLAN, plan="2025-2028")
    book = openpyxl.load_workbook(io.BytesIO(listed(line_list(ask, selection, lines, "Alle"), lines, "xlsx")))
    cells = [cell for column in book.worksheets[0].iter_cols(min_row=7) for cell in column if "🚲" in str(cell.value)]
    assert {(cell.data_type, len(cell.value), cell.value[:11]) for cell in cells} == {("s", 32_767, strange[:11])}
    told = listed(line_list(ask, selection, lines, "Alle"), lines, "csv").decode("utf-8-sig")
    assert told.count("'=1+1 🚲 \u202eabc") == 4
