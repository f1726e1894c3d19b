import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from dashboard.domain.month import Month
from dashboard.domain.scope import PLAN, Scope
from dashboard.intake import Receipt, receive_workbook, verify
from dashboard.store.database import Database
from fixture_types import MakeWorkbook
from workbook_maker import GREEN, RED, Cell

HEADING = ["Udmøntningsplan 2025-2028 - Strategiske og tværgående indsatser"]
HEAD = ["Indsats", "Udvalg", "Farve"]


def monthly(month: Any, *lines: Any) -> list[Any]:
    return [HEADING, [f"Status pr. ultimo {month}"], HEAD, *lines]


@pytest.fixture
def receive(database: Database, make_workbook: MakeWorkbook) -> Callable[..., Receipt]:
    def receive_rows(rows: Any, *, name: str = "Status.xlsx", **options: Any) -> Any:
        return receive_workbook(
            database, make_workbook(rows, name=name).read_bytes(), name, by="prøve", **options
        ).receipt

    return receive_rows


def stored(database: Database, sql: Any) -> list[Any]:
    return database.cursor().execute(sql).fetchall()


def tables(database: Database) -> dict[Any, Any]:
    names = [name for (name,) in stored(database, "SELECT table_name FROM duckdb_tables() ORDER BY 1")]
    return {name: stored(database, f"SELECT * FROM {name} ORDER BY ALL") for name in names}


def test_a_workbook_is_saved_with_its_bytes_lines_and_places(
    receive: Callable[..., Receipt], database: Database, tmp_path: Path
) -> None:
    rows = monthly("maj 2025", ["Flådestyring R003(I)(B)", "ØK, KB", Cell(fill=RED)])
    receipt = receive(rows)
    assert (receipt.accepted, receipt.month, receipt.revision) == (True, Month(2025, 5), 1)
    assert stored(database, "SELECT title, code, marks, light, sheet, cell FROM status") == [
        ("Flådestyring", "R003", "(I)(B)", "red", "Ark1", "C4")
    ]
    assert stored(database, "SELECT udvalg FROM status") == [(["ØK", "KB"],)]
    assert stored(database, "SELECT content FROM workbook") == [((tmp_path / "Status.xlsx").read_bytes(),)]
    assert verify(database) == []


def test_the_same_file_twice_changes_nothing_and_says_so(database: Database, make_workbook: MakeWorkbook) -> None:
    content = make_workbook(monthly("maj 2025", ["A", "ØK", "Grøn"])).read_bytes()
    receive_workbook(database, content, "Status.xlsx")
    before = tables(database)
    again = receive_workbook(database, content, "Samme status.xlsx").receipt
    assert (again.accepted, again.revision) == (True, 1)
    assert [issue.kind for issue in again.issues] == ["already-imported"]
    assert tables(database) == before


def test_a_corrected_workbook_is_a_new_revision_and_the_old_one_stays(
    receive: Callable[..., Receipt], database: Database
) -> None:
    receive(monthly("maj 2025", ["A", "ØK", "Grøn"]))
    assert receive(monthly("maj 2025", ["A", "ØK", "Rød"])).revision == 2
    assert stored(database, "SELECT light FROM current_status") == [("red",)]
    assert stored(database, "SELECT count(*) FROM status") == [(2,)]


def test_an_older_file_that_is_imported_again_becomes_the_newest_revision(
    receive: Callable[..., Receipt], database: Database
) -> None:
    receive(monthly("maj 2025", ["A", "ØK", "Grøn"]))
    receive(monthly("maj 2025", ["A", "ØK", "Rød"]))
    assert receive(monthly("maj 2025", ["A", "ØK", "Grøn"])).revision == 3
    assert stored(database, "SELECT light FROM current_status") == [("green",)]


@pytest.mark.parametrize(
    "lines",
    [
        [["A", "ØK", "lilla"]],
        [["A", "ØK", Cell("Rød", GREEN)]],
        [["A", "ØK", "Grøn"], ["a ", "ØK", "Rød"]],
    ],
)
def test_an_error_rejects_the_workbook_and_saves_nothing(
    receive: Callable[..., Receipt], database: Database, lines: Any
) -> None:
    before = tables(database)
    receipt = receive(monthly("maj 2025", *lines, ["B", "KB", "Grøn"]))
    assert not receipt.accepted
    assert receipt.revision is None
    assert tables(database) == before


def test_accepted_errors_leave_their_lines_not_reported_and_keep_the_issues(
    receive: Callable[..., Receipt], database: Database
) -> None:
    receipt = receive(monthly("maj 2025", ["A", "ØK", "lilla"], ["B", "KB", "Grøn"]), accept_errors=True)
    assert receipt.accepted
    assert stored(database, "SELECT title, light FROM status ORDER BY title") == [("A", "not_reported"), ("B", "green")]
    assert stored(database, "SELECT severity, kind, sheet, cell, value FROM issue") == [
        ("error", "unknown-light", "Ark1", "C4", "lilla")
    ]


def test_a_file_that_was_saved_with_its_errors_is_known_when_it_comes_again(
    database: Database, make_workbook: MakeWorkbook
) -> None:
    content = make_workbook(monthly("maj 2025", ["A", "ØK", "lilla"], ["B", "KB", "Grøn"])).read_bytes()
    receive_workbook(database, content, "Status.xlsx", accept_errors=True)
    again = receive_workbook(database, content, "Status.xlsx").receipt
    assert ([found.kind for found in again.issues], again.accepted) == (["already-imported", "unknown-light"], True)
    assert stored(database, "SELECT count(*) FROM snapshot") == [(1,)]


def test_a_workbook_without_a_month_cannot_be_accepted_even_with_its_errors(
    receive: Callable[..., Receipt], database: Database
) -> None:
    receipt = receive([HEADING, HEAD, ["A", "ØK", "Grøn"]], accept_errors=True)
    assert not receipt.accepted
    assert stored(database, "SELECT count(*) FROM snapshot") == [(0,)]


def test_a_given_month_and_scope_overrule_the_workbooks_own(receive: Callable[..., Receipt]) -> None:
    receipt = receive(monthly("maj 2025", ["A", "ØK", "Grøn"]), month=Month(2025, 6), scope=PLAN)
    assert (receipt.month, receipt.scope) == (Month(2025, 6), PLAN)


def test_checking_saves_nothing_and_tells_the_same(receive: Callable[..., Receipt], database: Database) -> None:
    before = tables(database)
    rows = monthly("maj 2025", ["A", "ØK", "Grøn"])
    checked = receive(rows, save=False)
    assert tables(database) == before
    assert checked.as_json() == receive(rows).as_json()


def test_a_line_is_recognised_from_month_to_month_through_harmless_spellings(
    receive: Callable[..., Receipt], database: Database
) -> None:
    receive(monthly("marts 2025", ["Arbejde med kloge m2", "ØK", "Grøn"], ["Aktindsigt R001(I)(B)", "ØK", "Grøn"]))
    receive(monthly("april 2025", ["Arbejde med  Kloge m²", "ØK", "Gul"], ["Aktindsigt", "ØK", "Rød"]))
    assert stored(database, "SELECT count(*) FROM indsats") == [(2,)]
    assert stored(database, "SELECT count(DISTINCT indsats_id) FROM status") == [(2,)]


def test_a_code_shared_by_two_lines_does_not_merge_them(receive: Callable[..., Receipt], database: Database) -> None:
    lines = [
        ["Investering i fraværsindsatsen på BUU - besparelser på forsørgelsesudgifter R307(B)", "BUU", "Grøn"],
        ["Investering i fraværsindsatsen - besparelser på sociale indsatser og anbringelser R307(B)", "AU", "Rød"],
    ]
    receive(monthly("marts 2025", *lines))
    receive(monthly("april 2025", *lines))
    assert stored(database, "SELECT count(*) FROM indsats") == [(2,)]


def test_the_same_title_with_another_code_is_another_line(receive: Callable[..., Receipt], database: Database) -> None:
    receive(monthly("marts 2025", ["Ny skole R101", "BUU", "Grøn"]))
    receive(monthly("april 2025", ["Ny skole R102", "BUU", "Grøn"]))
    assert stored(database, "SELECT count(*) FROM indsats") == [(2,)]


def test_a_line_that_may_be_two_known_ones_is_never_settled_silently(
    receive: Callable[..., Receipt], database: Database
) -> None:
    receive(monthly("marts 2025", ["Ny skole R101", "BUU", "Grøn"], ["Ny skole R102", "BUU", "Rød"]))
    receipt = receive(monthly("april 2025", ["Ny skole", "BUU", "Grøn"]))
    assert [(issue.cell, issue.kind) for issue in receipt.issues] == [("A4", "ambiguous-line")]
    assert stored(database, "SELECT count(*) FROM indsats") == [(3,)]


def test_an_udvalgs_own_workbook_speaks_for_that_udvalg(receive: Callable[..., Receipt], database: Database) -> None:
    receipt = receive([["Arbejdsmarkedsudvalget"], ["Status ultimo maj 2025"], ["Indsats", "Farve"], ["A", "Grøn"]])
    assert receipt.scope == Scope("AU")
    assert stored(database, "SELECT udvalg FROM status") == [(["AU"],)]


def test_a_failure_in_the_middle_of_saving_leaves_everything_as_it_was(
    receive: Callable[..., Receipt], database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    receive(monthly("marts 2025", ["A", "ØK", "Grøn"]))
    before = tables(database)

    def broken(*_: Any) -> None:
        raise RuntimeError("strømmen gik")

    monkeypatch.setattr("dashboard.store.integrity.violations", broken)
    with pytest.raises(RuntimeError):
        receive(monthly("april 2025", ["A", "ØK", "Rød"]))
    assert tables(database) == before


def test_what_was_new_or_struck_and_how_the_light_was_read_are_stored(database: Database, tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    for row in (*monthly("maj 2025"), ["A", "ØK", "Grøn"]):
        workbook.active.append(row)
    struck = TextBlock(InlineFont(strike=True), "BUU")
    workbook.active["B4"] = CellRichText(struck, TextBlock(InlineFont(color="FFFF0000"), " VPU"))
    workbook.save(tmp_path / "a.xlsx")
    receive_workbook(database, (tmp_path / "a.xlsx").read_bytes(), "a.xlsx")
    ((udvalg, source, runs),) = stored(database, "SELECT udvalg, light_source, runs FROM status")
    assert (udvalg, source) == (["VPU"], "word")
    assert json.loads(runs)["udvalg"] == [
        {"text": "BUU", "red": False, "struck": True},
        {"text": " VPU", "red": True, "struck": False},
    ]
