from typing import Any

import pytest

from dashboard.domain.month import Month
from dashboard.domain.reported_month import find_months
from dashboard.domain.scope import CROSS_CUTTING, PLAN, Scope
from dashboard.workbook.parsed import ParsedWorkbook
from fixture_types import MakeWorkbook, Read

TABLE = [["Indsats", "Udvalg", "Farve"], ["A", "ØK", "Grøn"]]


def errors(parsed: ParsedWorkbook) -> set[str]:
    return {issue.kind for issue in parsed.issues if issue.is_error}


@pytest.mark.parametrize(
    "written",
    [
        "marts 2025", "Status pr. ultimo marts 2025", "pr. 31.03.2025", "2025-03", "mar 25", "Marts 25",
        "31. marts 2025", "status 31/3-2025", "Status pr. 2025-03-31", "MARTS\n2025",
    ],
)  # fmt: skip
def test_a_month_is_found_in_every_spelling(written: str) -> None:
    assert [found.month for found in find_months(written)] == [Month(2025, 3)]


@pytest.mark.parametrize("written", ["Udmøntningsplan 2025-2028", "24/7615", "Budget 2025", "2025", "R003", "1.250,5"])
def test_what_names_no_month_gives_none(written: str) -> None:
    assert find_months(written) == []


def test_the_month_the_status_is_for_beats_other_dates_on_the_sheet(make_workbook: MakeWorkbook, read: Read) -> None:
    rows = [["Godkendt den 11. december 2024"], ["Status pr. ultimo maj 2025"], ["Udskrevet 04.06.2025"], *TABLE]
    assert read(make_workbook(rows)).month == Month(2025, 5)


@pytest.mark.parametrize("name", ["Status 2025-05.xlsx", "status_maj_2025.xlsx", "202505 tværgående.xlsx"])
def test_the_month_is_taken_from_the_file_name_when_the_sheet_is_silent(
    make_workbook: MakeWorkbook, read: Read, name: str
) -> None:
    assert read(make_workbook(TABLE, name=name)).month == Month(2025, 5)


def test_sheet_and_file_name_that_disagree_are_told(make_workbook: MakeWorkbook, read: Read) -> None:
    parsed = read(make_workbook([["Status ultimo maj 2025"], *TABLE], name="status april 2025.xlsx"))
    assert parsed.month == Month(2025, 5)
    assert "month-disagrees" in {issue.kind for issue in parsed.issues}


def test_no_month_is_an_error_that_a_given_month_settles(make_workbook: MakeWorkbook, read: Read) -> None:
    path = make_workbook(TABLE, name="status.xlsx")
    assert "no-month" in errors(read(path))
    given = read(path, month=Month(2025, 5))
    assert given.month == Month(2025, 5)
    assert "no-month" not in errors(given)


def test_two_equally_clear_months_are_an_error_and_not_a_guess(make_workbook: MakeWorkbook, read: Read) -> None:
    parsed = read(make_workbook([["Status ultimo april 2025"], ["Status ultimo maj 2025"], *TABLE]))
    assert parsed.month is None
    assert "several-months" in errors(parsed)


@pytest.mark.parametrize(
    ("heading", "name", "scope"),
    [
        ("Strategiske og tværgående indsatser", "a.xlsx", CROSS_CUTTING),
        ("Udmøntningsplan", "Status på tværg til DIR.xlsx", CROSS_CUTTING),
        ("Samlet status for hele planen", "a.xlsx", PLAN),
        ("Hele planen (udsnit)", "a.xlsx", None),
        ("Dagsorden for møde om hele planen", "a.xlsx", None),
        ("Udmøntningsplan for Arbejdsmarkedsudvalget", "a.xlsx", Scope("AU")),
        ("Udmøntningsplan 2025-2028", "BUU maj 2025.xlsx", Scope("BUU")),
    ],
)
def test_the_scope_is_found_in_words(
    make_workbook: MakeWorkbook, read: Read, heading: str, name: str, scope: Any
) -> None:
    assert read(make_workbook([[heading], *TABLE], name=name)).scope == scope


def test_sheets_for_several_arter_mean_the_whole_plan(make_workbook: MakeWorkbook, read: Read) -> None:
    sheets = {"Driftsændringer": TABLE, "Anlæg": [TABLE[0], ["B", "KB", "Rød"]], "Tværgående": TABLE}
    parsed = read(make_workbook(sheets=sheets))
    assert parsed.scope == PLAN
    assert {row.title: (row.art, row.cross_cutting) for row in parsed.rows} == {
        "A": ("driftsændringer", True),
        "B": ("anlægsprojekter", False),
    }


def test_a_wrong_guess_of_the_scope_can_be_overruled(make_workbook: MakeWorkbook, read: Read) -> None:
    path = make_workbook([["Tværgående indsatser"], *TABLE])
    assert read(path, scope=Scope("AU")).scope == Scope("AU")


def test_nothing_that_tells_the_scope_is_an_error(make_workbook: MakeWorkbook, read: Read) -> None:
    assert "no-scope" in errors(read(make_workbook(TABLE)))


def test_every_line_of_a_cross_cutting_workbook_is_cross_cutting(make_workbook: MakeWorkbook, read: Read) -> None:
    assert all(row.cross_cutting for row in read(make_workbook([["Tværgående indsatser"], *TABLE])).rows)


def test_a_workbook_of_one_udvalg_gives_its_lines_to_that_udvalg(make_workbook: MakeWorkbook, read: Read) -> None:
    rows = [["Udvalg: Arbejdsmarkedsudvalget"], ["Indsats", "Farve"], ["A", "Grøn"]]
    assert [row.udvalg for row in read(make_workbook(rows)).rows] == [("AU",)]


def test_the_plan_and_the_example_notice_are_read_from_the_heading(make_workbook: MakeWorkbook, read: Read) -> None:
    rows = [["Udmøntningsplan 2026-2029"], ["Eksempeldata - farver og tekster er opdigtede"], *TABLE]
    parsed = read(make_workbook(rows))
    assert (parsed.plan, parsed.is_example) == ("2026-2029", True)
    assert not read(make_workbook(TABLE)).is_example


def test_a_wrong_month_on_the_sheet_can_be_overruled(make_workbook: MakeWorkbook, read: Read) -> None:
    parsed = read(make_workbook([["Tværgående indsatser, status ultimo maj 2025"], *TABLE]), month=Month(2025, 6))
    assert (parsed.month, len(parsed.rows)) == (Month(2025, 6), 1)
