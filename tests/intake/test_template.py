"""The template of a month: made from what is stored, filled in, and received without a question."""

import shutil
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from dashboard import queries
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


def words_in_october(database: Database, scope: Any) -> Any:
    """Count the words of October's lines that a template carries on."""
    words = "SELECT count(red_reason) + count(ask) + count(obs) FROM scope_status WHERE NOT done"
    return ask(database, f"{words} AND scope = ? AND month = '2026-10'", str(scope))[0][0]


@pytest.mark.parametrize("scope", SCOPES, ids=str)
def test_a_template_that_comes_back_empty_reports_nothing(stored: Database, scope: Any) -> None:
    content = make_template(stored.cursor(), NOVEMBER, scope)
    receipt = receive_workbook(stored, content, template_name(NOVEMBER, scope), save=False).receipt
    assert (receipt.accepted, receipt.month, receipt.scope) == (True, NOVEMBER, scope)
    assert [(issue.kind, issue.is_error) for issue in receipt.issues] == (
        [("kept-words", False)] * words_in_october(stored, scope)
    )
    assert {row.light for row in receipt.rows} == {Light.NOT_REPORTED}
    assert {(row.title, row.code): row.done for row in receipt.rows} == done_in_october(stored, scope)
    assert {row.status_text for row in receipt.rows} == {None}


@pytest.mark.parametrize("scope", SCOPES, ids=str)
def test_a_template_that_is_filled_in_says_exactly_that_of_the_lines_that_are_known(
    stored: Database, scope: Any
) -> None:
    lines = ask(stored, "SELECT count(*) FROM indsats")
    content, answers = fill(make_template(stored.cursor(), NOVEMBER, scope))
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
    receive_workbook(stored, make_template(stored.cursor(), NOVEMBER, scope), "Retur.xlsx")
    assert ask(stored, after, str(scope)) == known
    if scope == PLAN:
        assert ask(stored, amounts, "2026-11") == ask(stored, amounts, "2026-10")


def test_parts_from_several_departments_are_each_their_own_scope(stored: Database) -> None:
    for scope in (Scope("BUU"), Scope("VPU")):
        content, _ = fill(make_template(stored.cursor(), NOVEMBER, scope))
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
    book = load_workbook(BytesIO(make_template(stored.cursor(), NOVEMBER, scope)))
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
    content = make_template(stored.cursor(), NOVEMBER, CROSS_CUTTING)
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
    ((sheet, header_row, columns),) = tables(make_template(stored.cursor(), Month(2027, 3), CROSS_CUTTING))
    assert sheet.cell(header_row, columns["Farve sidst"]).value == "Farve sidst (oktober 2026)"
    assert sheet["A2"].value == "Status pr. ultimo marts 2027"


def test_the_template_of_the_same_plan_is_the_same_bytes(stored: Database) -> None:
    assert make_template(stored.cursor(), NOVEMBER, PLAN) == make_template(stored.cursor(), NOVEMBER, PLAN)


def test_a_template_made_of_invented_lights_says_so_above_every_table(stored: Database) -> None:
    heads = [sheet["A4"].value for sheet, *_ in tables(make_template(stored.cursor(), NOVEMBER, PLAN))]
    assert heads == ["Eksempeldata - farver og tekster er opdigtede"] * 4


@pytest.mark.parametrize("scope", [CROSS_CUTTING, Scope("KFU")], ids=str)
def test_without_an_earlier_status_the_refusal_says_what_to_do(stored: Database, scope: Any) -> None:
    with pytest.raises(TemplateError, match="Der er ingen status før marts 2025"):
        make_template(stored.cursor(), Month(2025, 3), scope)


def test_an_udvalg_that_is_not_on_the_list_is_refused_because_its_workbook_would_not_be_known(
    database: Database, make_workbook: MakeWorkbook
) -> None:
    rows = [["Status ultimo maj 2025"], ["Indsats", "Udvalg", "Farve"], ["A", "TMU", Cell(fill=GREEN)]]
    receive_workbook(database, make_workbook(rows).read_bytes(), "TMU.xlsx", scope=Scope("TMU"))
    with pytest.raises(TemplateError, match="TMU"):
        make_template(database.cursor(), Month(2025, 6), Scope("TMU"))


def test_lines_of_no_known_part_of_the_plan_have_a_sheet_of_their_own(
    database: Database, make_workbook: MakeWorkbook
) -> None:
    heading = [["Udmøntningsplan 2025-2028 - hele planen"], ["Status ultimo maj 2025"]]
    rows = [*heading, ["Indsats", "Udvalg", "Farve"], ["A", "ØK", "Grøn"], ["B", None, "Gul"]]
    receive_workbook(database, make_workbook(rows).read_bytes(), "Status.xlsx")
    receipt = receive_workbook(database, make_template(database.cursor(), Month(2025, 6), PLAN), "Retur.xlsx").receipt
    assert [(row.title, row.udvalg, row.art, row.sheet) for row in receipt.rows] == [
        ("A", ("ØK",), None, "Øvrige indsatser"),
        ("B", (), None, "Øvrige indsatser"),
    ]
    assert receipt.scope == PLAN


WATCHED = [
    ["Udmøntningsplan 2025-2028 - hele planen"],
    ["Status ultimo maj 2025"],
    ["Indsats", "Udvalg", "Farve", "Årsag til rød", "Hvad bedes direktionen om", "OBS-punkt"],
    ["Flåde", "ØK", "Rød", "Sagen er gået i stå", "Prioritér sagen", "Udbuddet\nkan glide"],
    ["Skole", "BUU", "Grøn", None, None, "Elevtallet falder"],
    ["Klar", "BUU", "X", None, None, "Var et OBS-punkt"],
]
JUNE, JULY = Month(2025, 6), Month(2025, 7)


@pytest.fixture
def watched(database: Database, make_workbook: MakeWorkbook) -> Database:
    """Give a database that holds May, with words of every kind that a template carries on."""
    assert receive_workbook(database, make_workbook(WATCHED).read_bytes(), "maj.xlsx").receipt.accepted
    return database


def written_in(content: bytes, *written: tuple[str, str, str | None]) -> bytes:
    """Write in a template: the title of a line, the header of a column, and the text."""
    ((sheet, header_row, columns),) = [each for each in tables(content) if each[0].title == "Øvrige indsatser"]
    for title, header, text in written:
        row = next(row for row in range(header_row, 99) if sheet.cell(row, columns["Indsats"]).value == title)
        sheet.cell(row, columns[header]).value = text
    out = BytesIO()
    sheet.parent.save(out)
    return out.getvalue()


def said(database: Database, month: str) -> list[Any]:
    words = "SELECT title, red_reason, ask, obs FROM scope_status WHERE scope = 'plan' AND month = ? ORDER BY title"
    return ask(database, words, month)


def test_words_that_nobody_touched_are_told_of_and_stored_with_the_month_they_are_from(watched: Database) -> None:
    content = written_in(
        make_template(watched.cursor(), JUNE, PLAN),
        ("Flåde", "Farve", "Rød"),
        ("Flåde", "Hvad bedes direktionen om", "Godkend ny tidsplan"),
        ("Skole", "OBS-punkt", None),
    )
    received = receive_workbook(watched, content, "juni.xlsx")
    assert [(found.value, found.cell, found.sheet) for found in received.receipt.issues] == [
        ("Årsag", "N9", "Øvrige indsatser"),
        ("OBS", "P9", "Øvrige indsatser"),
    ]
    assert "stadig ordene fra maj 2025" in received.receipt.issues[0].message
    assert said(watched, "2025-06") == [
        ("Flåde", "Fra maj 2025: Sagen er gået i stå", "Godkend ny tidsplan", "Fra maj 2025: Udbuddet\nkan glide"),
        ("Klar", None, None, None),
        ("Skole", None, None, None),
    ]


def test_words_that_nobody_touches_for_two_months_keep_the_month_they_were_said_in(watched: Database) -> None:
    receive_workbook(watched, make_template(watched.cursor(), JUNE, PLAN), "juni.xlsx")
    receive_workbook(watched, make_template(watched.cursor(), JULY, PLAN), "juli.xlsx")
    assert said(watched, "2025-07")[2] == ("Skole", None, None, "Fra maj 2025: Elevtallet falder")


def test_somebody_who_writes_on_in_last_months_words_has_said_them_anew(watched: Database) -> None:
    content = written_in(
        make_template(watched.cursor(), JUNE, PLAN),
        ("Skole", "OBS-punkt", "Fra maj 2025: Elevtallet falder, og to klasser lukker"),
    )
    receipt = receive_workbook(watched, content, "juni.xlsx").receipt
    assert [found.value for found in receipt.issues] == ["Årsag", "Hvad bedes direktionen om", "OBS"]
    assert said(watched, "2025-06")[2][3] == "Elevtallet falder, og to klasser lukker"


def test_words_that_nobody_touched_are_no_change(watched: Database) -> None:
    content = written_in(
        make_template(watched.cursor(), JUNE, PLAN), ("Flåde", "Farve", "Rød"), ("Skole", "Farve", "Gul")
    )
    compared = receive_workbook(watched, content, "juni.xlsx").preview.compared
    assert compared is not None
    differs = {line.name: [field.name for field in line.fields] for line in compared.difference.lines}
    assert differs == {"Skole": [], "Klar": ["OBS"]}  # nothing is carried on for a line that is done
    changed = queries.text_changes(watched.cursor(), queries.Selection(JUNE, Month(2025, 5), PLAN))
    assert [(change.title, change.field) for change in changed] == [("Klar", "obs")]
    reasons = queries.reason_counts(watched.cursor(), queries.Selection(JUNE, None, PLAN))
    assert reasons.query("n > 0 and month == '2025-06'")["reason"].tolist() == ["Sagen er gået i stå"]
