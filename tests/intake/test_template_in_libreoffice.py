"""The template filled in and saved by LibreOffice, as an .ods and back: nothing of it may be lost on the way."""

from collections.abc import Iterator
from typing import Any

import pytest
from openpyxl import load_workbook

from dashboard.domain.month import Month
from dashboard.domain.scope import CROSS_CUTTING, PLAN
from dashboard.intake import receive_workbook
from dashboard.intake.template import make_template
from dashboard.store.database import Database, open_database
from libreoffice import convert
from template_filling import EXAMPLES, Answer, fill, find_table

NOVEMBER = Month(2026, 11)


@pytest.fixture(scope="module")
def returned(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Database, dict[Any, Any]]]:
    """Give October's database, and for each scope what was written and the file that came back."""
    folder = tmp_path_factory.mktemp("libreoffice")
    database = open_database(None)
    for name in ("hele-planen-2026-10.xlsx", "tvaergaaende-2026-10.xlsx"):
        receive_workbook(database, (EXAMPLES / name).read_bytes(), name)
    sent, answers = [], {}
    for scope in (CROSS_CUTTING, PLAN):
        content, answers[scope] = fill(make_template(database.cursor(), NOVEMBER, scope))
        sent.append(folder / f"{scope}.xlsx")
        sent[-1].write_bytes(content)
    back = convert(convert(sent, "ods", folder / "ods"), "xlsx", folder / "xlsx")
    yield database, {scope: (answers[scope], path) for scope, path in zip(answers, back, strict=True)}
    database.close()


@pytest.mark.parametrize("scope", [CROSS_CUTTING, PLAN], ids=str)
def test_it_is_read_as_it_was_filled_in(returned: tuple[Database, dict[Any, Any]], scope: Any) -> None:
    database, files = returned
    answers, path = files[scope]
    lines = database.cursor().execute("SELECT count(*) FROM indsats").fetchall()
    receipt = receive_workbook(database, path.read_bytes(), path.name).receipt
    assert (receipt.accepted, receipt.month, receipt.scope, receipt.issues) == (True, NOVEMBER, scope, ())
    assert {(row.sheet, row.title_cell): Answer.of(row) for row in receipt.rows} == answers
    assert database.cursor().execute("SELECT count(*) FROM indsats").fetchall() == lines


@pytest.mark.parametrize("scope", [CROSS_CUTTING, PLAN], ids=str)
def test_its_locks_drop_downs_and_fills_by_word_are_still_there(
    returned: tuple[Database, dict[Any, Any]], scope: Any
) -> None:
    _, path = returned[1][scope]
    for sheet in load_workbook(path).worksheets[1:]:
        header_row, columns = find_table(sheet)
        title = next(
            row for row in range(header_row + 1, sheet.max_row) if sheet.cell(row, columns["Farve sidst"]).value
        )
        cells = {header: sheet.cell(title, column) for header, column in columns.items()}
        assert sheet.protection.sheet
        assert cells["Indsats"].protection.locked
        assert cells["Farve sidst"].protection.locked
        assert not cells["Farve"].protection.locked
        assert not cells["Status"].protection.locked
        offered = {
            header: validation.formula1
            for validation in sheet.data_validations.dataValidation
            for header in ("Farve", "Afsluttet (X)", "Årsag til rød")
            if cells[header].coordinate in validation.sqref
        }
        assert offered["Farve"] == '"Grøn,Gul,Rød"'
        assert offered["Afsluttet (X)"] == '"X"'
        assert offered["Årsag til rød"].replace("'", "").startswith("Vejledning!$B$")
        rules = [
            rule
            for area in sheet.conditional_formatting
            if cells["Farve"].coordinate in area.sqref
            for rule in area.rules
        ]
        assert {rule.formula[0]: rule.dxf.fill.bgColor.rgb for rule in rules} == {
            '"Grøn"': "FF92D050",
            '"Gul"': "FFFFC000",
            '"Rød"': "FFFF0000",
        }
