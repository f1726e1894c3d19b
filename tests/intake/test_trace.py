"""From a light in the database back to the cell of the workbook that it was read in."""

from pathlib import Path

import pytest

from dashboard import queries
from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.domain.scope import CROSS_CUTTING, PLAN
from dashboard.intake import receive_workbook
from dashboard.intake.trace import Excerpt, trace, traced_sheet
from dashboard.queries import Selection
from dashboard.workbook.colour import light_of
from workbook_maker import RED, Cell

HEAD = ["Indsats", "Udvalg", "Farve", "Status (tekst)"]
MAY = Month(2025, 5)
EXAMPLE = Path(__file__).parents[2] / "data" / "eksempel" / "tvaergaaende-2026-10.xlsx"


@pytest.fixture
def receive(database, make_workbook):
    def receive_lines(*lines, scope=PLAN):
        rows = [["Udmøntningsplan 2025-2028"], ["Status pr. ultimo maj 2025"], HEAD, *lines]
        content = make_workbook(rows, name=f"{scope}.xlsx").read_bytes()
        assert receive_workbook(database, content, f"{scope}.xlsx", scope=scope, by="Anna").accepted

    return receive_lines


def lines(database, month=MAY, scope=PLAN):
    return queries.lines(database.cursor(), Selection(month, None, scope))


def test_a_light_leads_to_its_file_sheet_cell_and_colour(database, receive) -> None:
    receive(["Flådestyring R003", "ØK", Cell(None, RED), "Udbud er gået i stå"], ["Aktindsigt", "ØK", "Grøn"])
    line = lines(database).iloc[0]
    found = trace(database.cursor(), int(line["snapshot_id"]), int(line["indsats_id"]))
    assert found is not None
    read = found.reading
    assert (read.title, read.code, read.shown_light, read.light_source) == ("Flådestyring", "R003", Light.RED, "fill")
    assert (read.file_name, read.revision, read.sheet, read.cell) == ("plan.xlsx", 1, "Ark1", "C4")
    assert found.disagreeing == ()


def test_every_light_of_an_example_workbook_is_where_it_is_said_to_be(database) -> None:
    assert receive_workbook(database, EXAMPLE.read_bytes(), EXAMPLE.name, by="Anna").accepted
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


def test_what_another_workbook_of_the_month_says_otherwise_comes_along(database, receive) -> None:
    receive(["Flådestyring", "ØK", "Grøn"], ["Aktindsigt", "ØK", "Grøn"])
    receive(["Flådestyring", "ØK", "Rød"], ["Aktindsigt", "ØK", "Grøn"], scope=CROSS_CUTTING)
    con = database.cursor()
    told = {line["title"]: line for line in lines(database).to_dict("records")}
    found = {title: trace(con, line["snapshot_id"], line["indsats_id"]) for title, line in told.items()}
    assert found["Aktindsigt"].disagreeing == ()
    other = found["Flådestyring"].disagreeing
    assert [(each.shown_light, each.file_name, each.cell) for each in other] == [(Light.GREEN, "plan.xlsx", "C4")]


def test_what_is_not_there_is_none(database, receive) -> None:
    receive(["Flådestyring", "ØK", "Grøn"])
    assert trace(database.cursor(), 1, 999) is None
    assert traced_sheet(database.cursor(), 999, 1) is None
