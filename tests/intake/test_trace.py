"""From a light in the database back to the cell of the workbook that it was read in."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from dashboard import queries
from dashboard.domain.excerpt import Excerpt
from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.domain.scope import CROSS_CUTTING, PLAN
from dashboard.domain.status_row import LinePart, StatusRow
from dashboard.intake import receive_workbook
from dashboard.intake.trace import trace, traced_sheet
from dashboard.queries import Selection
from dashboard.store.database import Database
from dashboard.workbook.colour import light_of
from fixture_types import MakeWorkbook
from workbook_maker import RED, Cell

HEAD = ["Indsats", "Udvalg", "Farve", "Status (tekst)"]
MAY = Month(2025, 5)
EXAMPLE = Path(__file__).parents[2] / "data" / "eksempel" / "tvaergaaende-2026-10.xlsx"


@pytest.fixture
def receive(database: Database, make_workbook: MakeWorkbook) -> Callable[..., None]:
    def receive_lines(*lines: Any, scope: Any = PLAN) -> None:
        rows = [["Udmøntningsplan 2025-2028"], ["Status pr. ultimo maj 2025"], HEAD, *lines]
        content = make_workbook(rows, name=f"{scope}.xlsx").read_bytes()
        assert receive_workbook(database, content, f"{scope}.xlsx", scope=scope, by="Anna").receipt.accepted

    return receive_lines


def lines(database: Database, month: Any = MAY, scope: Any = PLAN) -> Any:
    return queries.lines(database.cursor(), Selection(month, None, scope))


def test_a_light_leads_to_its_file_sheet_cell_and_colour(database: Database, receive: Callable[..., None]) -> None:
    receive(["Flådestyring R003", "ØK", Cell(None, RED), "Udbud er gået i stå"], ["Aktindsigt", "ØK", "Grøn"])
    line = lines(database).iloc[0]
    found = trace(database.cursor(), int(line["snapshot_id"]), int(line["indsats_id"]))
    assert found is not None
    read = found.reading
    assert (read.title, read.code, read.shown_light, read.light_source) == ("Flådestyring", "R003", Light.RED, "fill")
    assert (read.file_name, read.revision, read.sheet, read.cell) == ("plan.xlsx", 1, "Ark1", "C4")
    assert found.disagreeing == ()


def test_every_light_of_an_example_workbook_is_where_it_is_said_to_be(database: Database) -> None:
    assert receive_workbook(database, EXAMPLE.read_bytes(), EXAMPLE.name, by="Anna").receipt.accepted
    con = database.cursor()
    told = lines(database, Month(2026, 10), CROSS_CUTTING)
    assert len(told) == 19
    for line in told.to_dict("records"):
        sheet = traced_sheet(con, line["snapshot_id"], line["indsats_id"])
        assert isinstance(sheet, Excerpt)
        cells = {(cell.row, cell.column): cell for row in sheet.rows for cell in row.cells}
        asked = cells[sheet.row, sheet.column]
        assert (light_of(asked.fill) or Light.NOT_REPORTED) == line["light"]
        names = {"".join(run.text for run in cell.runs) for cell in cells.values() if cell.row == sheet.row}
        assert any(line["title"] in name for name in names)


def test_what_another_workbook_of_the_month_says_otherwise_comes_along(
    database: Database, receive: Callable[..., None]
) -> None:
    receive(["Flådestyring", "ØK", "Grøn"], ["Aktindsigt", "ØK", "Grøn"])
    receive(["Flådestyring", "ØK", "Rød"], ["Aktindsigt", "ØK", "Grøn"], scope=CROSS_CUTTING)
    con = database.cursor()
    told = {line["title"]: line for line in lines(database).to_dict("records")}
    found = {title: trace(con, line["snapshot_id"], line["indsats_id"]) for title, line in told.items()}
    alike, unlike = found["Aktindsigt"], found["Flådestyring"]
    assert alike is not None
    assert alike.disagreeing == ()
    assert unlike is not None
    other = unlike.disagreeing
    assert [(each.shown_light, each.file_name, each.cell) for each in other] == [(Light.GREEN, "plan.xlsx", "C4")]


def test_every_value_leads_to_its_own_cell(database: Database, make_workbook: MakeWorkbook) -> None:
    head = ["Indsats", "Udvalg", "Ansvarlig", "Tidsplan", "Farve", "Status (tekst)", "Årsag", "OBS", "2025", "2026"]
    line = ["Flådestyring R003", None, "Fagchef", 45777, "Rød", "Udbud", "I stå", "Bilerne", "-1.250,5", 300]
    rows = [["Udmøntningsplan 2025-2028"], ["Status pr. ultimo maj 2025"], head, ["Økonomiudvalget"], line]
    content = make_workbook(rows, sheet="Råderumsforslag").read_bytes()
    assert receive_workbook(database, content, "plan.xlsx", scope=PLAN, by="Anna").receipt.accepted
    con = database.cursor()
    found = trace(con, 1, 1)
    assert found is not None
    told = {value.field: (value.value, value.cell) for value in found.values}
    assert told == {
        "title": ("Flådestyring", "A5"),
        "code": ("R003", "A5"),
        "udvalg": ("ØK", "A4"),
        "art": ("råderumsforslag", None),
        "responsible": ("Fagchef", "C5"),
        "schedule": ("30.04.2025", "D5"),
        "status_text": ("Udbud", "F5"),
        "red_reason": ("I stå", "G5"),
        "obs": ("Bilerne", "H5"),
        "2025": (Decimal("-1250.5"), "I5"),
        "2026": (Decimal(300), "J5"),
    }
    for value in found.placed:
        sheet = traced_sheet(con, 1, 1, value.field)
        assert isinstance(sheet, Excerpt)
        assert sheet.cell == value.cell
    for field in ("light", "art", "no such field"):
        sheet = traced_sheet(con, 1, 1, field)
        assert isinstance(sheet, Excerpt)
        assert sheet.cell == "E5"


def test_a_workbook_that_was_read_before_cells_were_kept_shows_the_lights_cell(
    database: Database, receive: Callable[..., None]
) -> None:
    receive(["Flådestyring", "ØK", "Grøn", "Udbud"])
    with database.transaction() as con:
        con.execute("UPDATE status SET cells = NULL")
    found = trace(database.cursor(), 1, 1)
    assert found is not None
    assert found.placed == ()
    sheet = traced_sheet(database.cursor(), 1, 1, "status_text")
    assert isinstance(sheet, Excerpt)
    assert sheet.cell == "C4"


def test_a_value_that_the_newest_workbook_leaves_out_leads_to_the_workbook_it_is_taken_from(
    database: Database, make_workbook: MakeWorkbook
) -> None:
    def receive(head: Any, line: Any, scope: Any) -> None:
        rows = [["Udmøntningsplan 2025-2028"], ["Status pr. ultimo maj 2025"], head, line]
        content = make_workbook(rows, name=f"{scope}.xlsx").read_bytes()
        assert receive_workbook(database, content, f"{scope}.xlsx", scope=scope, by="Anna").receipt.accepted

    receive(["Indsats", "Farve", "Ansvarlig", "OBS", "2025"], ["Flådestyring", "Gul", "Fagchef", "Bilerne", 7], PLAN)
    receive(["Indsats", "Status (tekst)", "Farve"], ["Flådestyring", "I stå", "Rød"], CROSS_CUTTING)
    found = trace(database.cursor(), 2, 1)
    assert found is not None
    assert [(value.field, found.place(value.field).reading.file_name) for value in found.placed] == [
        ("title", "tvaergaaende.xlsx"),
        ("status_text", "tvaergaaende.xlsx"),
        ("responsible", "plan.xlsx"),
        ("2025", "plan.xlsx"),
    ]
    sheet = traced_sheet(database.cursor(), 2, 1, "responsible")
    assert isinstance(sheet, Excerpt)
    assert (sheet.cell, sheet.rows[-1].cells[2].runs[0].text) == ("C4", "Fagchef")


def test_what_is_not_there_is_none(database: Database, receive: Callable[..., None]) -> None:
    receive(["Flådestyring", "ØK", "Grøn"])
    assert trace(database.cursor(), 1, 999) is None
    assert traced_sheet(database.cursor(), 999, 1) is None


def test_an_expected_end_a_remark_and_each_part_lead_to_their_own_cells(
    database: Database, make_row: Callable[..., StatusRow], save_rows: Callable[..., None]
) -> None:
    row = replace(
        make_row("Flådestyring", Light.RED),
        expected_end="31.12.2026",
        percent_done="75 %",
        remark="Anne: spørg igen",
        subtasks=(
            LinePart("Udbud", "A5", Light.YELLOW),
            LinePart("Kontrakt", "Ark2!A6", done=True, text="underskrevet"),
        ),
        cells={"title": "A4", "udvalg": "B4", "expected_end": "E4", "percent_done": "F4", "remark": "A4"},
    )
    save_rows("2025-05", "plan", [row])
    found = trace(database.cursor(), 1, 1)
    assert found is not None
    assert [(value.field, value.value, value.sheet, value.cell) for value in found.values][2:] == [
        ("expected_end", "31.12.2026", "Ark1", "E4"),
        ("percent_done", "75 %", "Ark1", "F4"),
        ("remark", "Anne: spørg igen", "Ark1", "A4"),
        ("subtask1", "Udbud (Gul)", "Ark1", "A5"),
        ("subtask2", "Kontrakt (Afsluttet): underskrevet", "Ark2", "A6"),
    ]
