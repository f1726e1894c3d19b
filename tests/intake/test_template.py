"""The template of a month: made from what is stored, filled in, and received without a question."""

import shutil
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.domain.scope import CROSS_CUTTING, PLAN, Scope
from dashboard.intake import receive_workbook
from dashboard.intake.template import TemplateError, make_template, template_name
from dashboard.store.database import Database, open_database
from fixture_types import MakeWorkbook
from template_filling import EXAMPLES, Answer, fill, find_table, tables
from workbook_maker import GREEN, Cell

NOVEMBER = Month(2026, 11)
SCOPES = [CROSS_CUTTING, PLAN, Scope("BUU"), Scope("VPU"), Scope("ØK")]


@pytest.fixture(scope="module")
def october(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the path of a database that holds October's two example workbooks."""
    path = tmp_path_factory.mktemp("october") / "status.duckdb"
    database = open_database(path)
    for name in ("hele-planen-2026-10.xlsx", "tvaergaaende-2026-10.xlsx"):
        assert receive_workbook(database, (EXAMPLES / name).read_bytes(), name).receipt.accepted
    database.close()
    return path


@pytest.fixture
def stored(october: Path, tmp_path: Path) -> Iterator[Database]:
    """Give a database of one's own that holds October."""
    database = open_database(Path(shutil.copy(october, tmp_path)))
    yield database
    database.close()


def ask(database: Database, sql: Any, *parameters: Any) -> list[Any]:
    return database.cursor().execute(sql, parameters).fetchall()


def done_in_october(database: Database, scope: Any) -> dict[tuple[Any, Any], Any]:
    rows = ask(database, "SELECT title, code, done FROM scope_status WHERE scope = ? AND month = '2026-10'", str(scope))
    return {(title, code): done for title, code, done in rows}


@pytest.mark.parametrize("scope", SCOPES, ids=str)
def test_a_template_that_comes_back_empty_reports_nothing(stored: Database, scope: Any) -> None:
    content = make_template(stored, NOVEMBER, scope)
    receipt = receive_workbook(stored, content, template_name(NOVEMBER, scope), save=False).receipt
    assert (receipt.accepted, receipt.month, receipt.scope, receipt.issues) == (True, NOVEMBER, scope, ())
    assert {row.light for row in receipt.rows} == {Light.NOT_REPORTED}
    assert {(row.title, row.code): row.done for row in receipt.rows} == done_in_october(stored, scope)
    assert {row.status_text for row in receipt.rows} == {None}


@pytest.mark.parametrize("scope", SCOPES, ids=str)
def test_a_template_that_is_filled_in_says_exactly_that_of_the_lines_that_are_known(
    stored: Database, scope: Any
) -> None:
    lines = ask(stored, "SELECT count(*) FROM indsats")
    content, answers = fill(make_template(stored, NOVEMBER, scope))
    receipt = receive_workbook(stored, content, "Retur fra afdelingen.xlsx").receipt
    assert (receipt.accepted, receipt.month, receipt.scope, receipt.issues) == (True, NOVEMBER, scope, ())
    assert {(row.sheet, row.title_cell): Answer.of(row) for row in receipt.rows} == answers
    assert ask(stored, "SELECT count(*) FROM indsats") == lines


@pytest.mark.parametrize("scope", SCOPES, ids=str)
def test_what_is_not_written_in_comes_back_as_it_was(stored: Database, scope: Any) -> None:
    columns = "title, code, marks, udvalg, tema, art, responsible, schedule, political_treatment, cross_cutting"
    before = f"SELECT {columns} FROM scope_status WHERE scope = ? AND month = '2026-10' ORDER BY ALL"
    after = f"SELECT {columns} FROM current_status WHERE scope = ? AND month = '2026-11' ORDER BY ALL"
    amounts = """
        SELECT title, code, year, amount FROM amount JOIN current_status USING (snapshot_id, indsats_id)
        WHERE month = ? AND scope = 'plan' ORDER BY ALL
    """
    known = ask(stored, before, str(scope))
    receive_workbook(stored, make_template(stored, NOVEMBER, scope), "Retur.xlsx")
    assert ask(stored, after, str(scope)) == known
    if scope == PLAN:
        assert ask(stored, amounts, "2026-11") == ask(stored, amounts, "2026-10")


def test_parts_from_several_departments_are_each_their_own_scope(stored: Database) -> None:
    for scope in (Scope("BUU"), Scope("VPU")):
        content, _ = fill(make_template(stored, NOVEMBER, scope))
        assert receive_workbook(stored, content, "Status.xlsx").receipt.accepted
    delivered = ask(stored, "SELECT scope FROM current_snapshot WHERE month = '2026-11' ORDER BY scope")
    assert delivered == [("BUU",), ("VPU",)]


@pytest.mark.parametrize(
    ("scope", "sheet", "expected"),
    [
        (CROSS_CUTTING, "Tværgående indsatser", (None, None, (), True)),
        (Scope("BUU"), "Børne- og Ungdomsudvalget", (None, None, ("BUU",), False)),
        (PLAN, "Hensigtserklæringer", ("hensigtserklæringer", None, (), False)),
    ],
    ids=["tvaergaaende", "BUU", "plan"],
)
def test_a_new_line_is_written_in_any_of_the_empty_rows_and_belongs_to_no_section(
    stored: Database, scope: Any, sheet: str, expected: Any
) -> None:
    book = load_workbook(BytesIO(make_template(stored, NOVEMBER, scope)))
    _, columns = find_table(book[sheet])
    row = book[sheet].max_row - 3
    book[sheet].cell(row, columns["Indsats"], "Fælles vagtplan")
    book[sheet].cell(row, columns["Farve"], "Gul")
    written = BytesIO()
    book.save(written)
    receipt = receive_workbook(stored, written.getvalue(), "Retur.xlsx").receipt
    assert receipt.accepted
    (new,) = [row for row in receipt.rows if row.title == "Fælles vagtplan"]
    assert (new.art, new.tema, new.udvalg, new.cross_cutting) == expected
    assert new.light is Light.YELLOW


def test_a_line_that_was_done_keeps_its_x_and_is_opened_again_by_removing_it(stored: Database) -> None:
    content = make_template(stored, NOVEMBER, CROSS_CUTTING)
    ((sheet, header_row, columns),) = tables(content)
    rows = [row for row in range(header_row + 1, sheet.max_row) if sheet.cell(row, columns["Afsluttet (X)"]).value]
    assert [sheet.cell(row, columns["Farve sidst"]).value for row in rows] == ["Afsluttet"]
    sheet.cell(rows[0], columns["Afsluttet (X)"]).value = None
    sheet.cell(rows[0], columns["Farve"]).value = "Gul"
    written = BytesIO()
    sheet.parent.save(written)
    receipt = receive_workbook(stored, written.getvalue(), "Retur.xlsx", save=False).receipt
    (opened,) = [row for row in receipt.rows if row.title_cell == f"B{rows[0]}"]
    assert (opened.light, opened.done) == (Light.YELLOW, False)


def test_the_former_lights_are_those_of_the_newest_month_of_the_same_scope_before(stored: Database) -> None:
    ((sheet, header_row, columns),) = tables(make_template(stored, Month(2027, 3), CROSS_CUTTING))
    assert sheet.cell(header_row, columns["Farve sidst"]).value == "Farve sidst (oktober 2026)"
    assert sheet["A2"].value == "Status pr. ultimo marts 2027"


def test_the_template_of_the_same_plan_is_the_same_bytes(stored: Database) -> None:
    assert make_template(stored, NOVEMBER, PLAN) == make_template(stored, NOVEMBER, PLAN)


def test_a_template_made_of_invented_lights_says_so_above_every_table(stored: Database) -> None:
    heads = [sheet["A4"].value for sheet, *_ in tables(make_template(stored, NOVEMBER, PLAN))]
    assert heads == ["Eksempeldata - farver og tekster er opdigtede"] * 4


@pytest.mark.parametrize("scope", [CROSS_CUTTING, Scope("KFU")], ids=str)
def test_without_an_earlier_status_the_refusal_says_what_to_do(stored: Database, scope: Any) -> None:
    with pytest.raises(TemplateError, match="Der er ingen status før marts 2025"):
        make_template(stored, Month(2025, 3), scope)


def test_an_udvalg_that_is_not_on_the_list_is_refused_because_its_workbook_would_not_be_known(
    database: Database, make_workbook: MakeWorkbook
) -> None:
    rows = [["Status ultimo maj 2025"], ["Indsats", "Udvalg", "Farve"], ["A", "TMU", Cell(fill=GREEN)]]
    receive_workbook(database, make_workbook(rows).read_bytes(), "TMU.xlsx", scope=Scope("TMU"))
    with pytest.raises(TemplateError, match="TMU"):
        make_template(database, Month(2025, 6), Scope("TMU"))


def test_lines_of_no_known_part_of_the_plan_have_a_sheet_of_their_own(
    database: Database, make_workbook: MakeWorkbook
) -> None:
    heading = [["Udmøntningsplan 2025-2028 - hele planen"], ["Status ultimo maj 2025"]]
    rows = [*heading, ["Indsats", "Udvalg", "Farve"], ["A", "ØK", "Grøn"], ["B", None, "Gul"]]
    receive_workbook(database, make_workbook(rows).read_bytes(), "Status.xlsx")
    receipt = receive_workbook(database, make_template(database, Month(2025, 6), PLAN), "Retur.xlsx").receipt
    assert [(row.title, row.udvalg, row.art, row.sheet) for row in receipt.rows] == [
        ("A", ("ØK",), None, "Øvrige indsatser"),
        ("B", (), None, "Øvrige indsatser"),
    ]
    assert receipt.scope == PLAN
