"""Errors where a value should stand: told with their cell, and never kept as a text."""

import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from dashboard.domain.light import Light
from dashboard.workbook.parsed import ParsedWorkbook
from fixture_types import MakeWorkbook, Read
from workbook_maker import GREEN, Cell

HEAD = ["Indsats", "Udvalg", "Farve", "Ansvarlig", "Status (tekst)", "Afsluttet (X)", "2025"]


def errors(parsed: ParsedWorkbook) -> list[tuple[str | None, str, str | None]]:
    return [(issue.cell, issue.kind, issue.value) for issue in parsed.issues if issue.kind.startswith("error-")]


def messages(parsed: ParsedWorkbook) -> str:
    return " ".join(issue.message for issue in parsed.issues)


@pytest.mark.parametrize("error", ["#REF!", "#N/A", "#DIV/0!", "#VALUE!", "#NAME?"])
def test_an_error_in_a_field_is_told_and_the_field_is_empty(
    make_workbook: MakeWorkbook, read: Read, error: str
) -> None:
    parsed = read(make_workbook([HEAD, ["A", "ØK", "Grøn", error, error, error, error]]))
    (row,) = parsed.rows
    assert (row.responsible, row.status_text, row.done, row.amounts) == (None, None, False, {})
    assert errors(parsed) == [(f"{column}2", "error-cell", error) for column in "DEFG"]
    assert f"Cellen viser fejlen {error} i stedet for en værdi" in messages(parsed)


@pytest.mark.parametrize("error", ["#I/T", "#VÆRDI!", "#REFERENCE!", "#DIVISION/0!", "#NAVN?", "Err:502"])
def test_an_error_that_was_pasted_as_its_danish_text_is_one_too(
    make_workbook: MakeWorkbook, read: Read, error: str
) -> None:
    parsed = read(make_workbook([HEAD, ["A", "ØK", "Grøn", error]]))
    assert parsed.rows[0].responsible is None
    assert errors(parsed) == [("D2", "error-cell", error)]


def test_a_light_that_is_an_error_is_not_reported_and_refuses_the_workbook(
    make_workbook: MakeWorkbook, read: Read
) -> None:
    parsed = read(make_workbook([HEAD, ["A", "ØK", Cell("#REF!", GREEN)], ["B", "ØK", "Rød"], ["C", "ØK", "Gul"]]))
    assert [row.light for row in parsed.rows] == [Light.NOT_REPORTED, Light.RED, Light.YELLOW]
    assert errors(parsed) == [("C2", "error-in-title-or-light", "#REF!")]
    assert "Cellen viser fejlen #REF!, og indsatsens status kan ikke læses." in messages(parsed)


def test_a_line_with_nothing_but_a_title_and_an_error_for_its_light_is_a_line(
    make_workbook: MakeWorkbook, read: Read
) -> None:
    rows = [["Indsats", "Farve"], ["A", "Grøn"], ["B", "Gul"], [], ["C", "#N/A"]]
    parsed = read(make_workbook(rows))
    assert [row.title for row in parsed.rows] == ["A", "B", "C"]
    assert errors(parsed) == [("B5", "error-in-title-or-light", "#N/A")]


def test_a_title_that_is_an_error_refuses_the_workbook_and_does_not_seem_to_have_left_the_plan(
    make_workbook: MakeWorkbook, read: Read
) -> None:
    parsed = read(make_workbook([HEAD, ["#REF!", "ØK", "Grøn"], ["B", "ØK", "Rød"]]))
    assert [row.title for row in parsed.rows] == ["B"]
    assert errors(parsed) == [("A2", "error-in-title-or-light", "#REF!")]


def test_an_error_where_nothing_is_read_is_nobodys_concern(make_workbook: MakeWorkbook, read: Read) -> None:
    rows = [
        [*HEAD, "Sagsbehandler"],
        ["A", "ØK", "Grøn", "", "", "", 1, "#REF!"],
        ["I alt", "", "", "", "", "", "#REF!"],
    ]
    assert errors(read(make_workbook(rows))) == []


def test_a_text_that_only_begins_like_an_error_is_a_text(make_workbook: MakeWorkbook, read: Read) -> None:
    parsed = read(make_workbook([HEAD, ["A", "ØK", "Grøn", "#HASTER!", "#1 på listen"]]))
    assert (parsed.rows[0].responsible, parsed.rows[0].status_text) == ("#HASTER!", "#1 på listen")
    assert errors(parsed) == []


def test_a_formula_whose_result_is_an_empty_text_is_empty_and_one_without_a_result_is_told(
    tmp_path: Path, read: Read
) -> None:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (HEAD, ["A", "ØK", "Grøn", '=IF(TRUE,"","x")'], ["B", "ØK", "Rød", "=1+1"]):
        sheet.append(row)
    book.save(tmp_path / "a.xlsx")
    empty_result = rewritten(tmp_path / "a.xlsx", '<c r="D2"><f>', '<c r="D2" t="str"><f>')
    told = [issue.cell for issue in read(empty_result).issues if issue.kind == "uncomputed"]
    assert told == ["D3"]


def test_a_title_that_was_never_computed_refuses_the_workbook_where_its_row_says_something(
    make_workbook: MakeWorkbook, read: Read
) -> None:
    rows = [HEAD, ["=Ark2!A1", "", Cell(None, GREEN)], ["=Ark2!A2", "ØK"], ["B", "ØK", "Rød"], [], ["=COUNTA(B2:B4)"]]
    parsed = read(make_workbook(rows))
    assert [(issue.cell, issue.is_error) for issue in parsed.issues if issue.kind == "uncomputed-light"] == [
        ("A2", True),
        ("A3", True),
    ]


def rewritten(path: Any, before: str, after: str) -> Any:
    """Change the XML of the first sheet."""
    target = path.with_name("b.xlsx")
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(target, "w") as made:
        for part in source.namelist():
            content = source.read(part)
            if part.endswith("sheet1.xml"):
                assert before.encode() in content
                content = content.replace(before.encode(), after.encode())
            made.writestr(part, content)
    return target
