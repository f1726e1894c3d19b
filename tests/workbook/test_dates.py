"""Dates in cells: with a date's format, without it, and in workbooks that count from 1904."""

from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904, WINDOWS_EPOCH

from dashboard.domain.month import Month
from dashboard.workbook.parsed import ParsedWorkbook
from fixture_types import MakeWorkbook, Read

HEADING = ["Udmøntningsplan 2025-2028 - Samlet status for hele planen"]
HEAD = ["Indsats", "Udvalg", "Farve", "Tidsplan", "Afsluttet (X)", "Beløb 2025"]
EPOCHS = pytest.mark.parametrize(
    ("epoch", "number"), [(WINDOWS_EPOCH, 45777), (CALENDAR_MAC_1904, 44315)], ids=["from 1900", "from 1904"]
)


@pytest.fixture
def write(tmp_path: Path) -> MakeWorkbook:
    """Write a workbook that counts its dates from a day; a cell can be a value or a value with a number format."""

    def written(rows: Any, epoch: Any = WINDOWS_EPOCH) -> Any:
        book = openpyxl.Workbook()
        book.epoch = epoch
        for row, values in enumerate(rows, start=1):
            for column, given in enumerate(values, start=1):
                value, number_format = given if isinstance(given, tuple) else (given, None)
                cell = book.worksheets[0].cell(row, column, value)
                if number_format:
                    cell.number_format = number_format
        book.save(tmp_path / "Status.xlsx")
        return tmp_path / "Status.xlsx"

    return written


def told(parsed: ParsedWorkbook) -> list[tuple[str | None, str]]:
    return [(issue.cell, issue.message) for issue in parsed.issues if issue.kind == "number-as-date"]


@EPOCHS
def test_a_number_in_the_schedule_is_the_date_it_is_in_its_workbook(
    write: MakeWorkbook, read: Read, epoch: Any, number: Any
) -> None:
    parsed = read(write([HEAD, ["A", "ØK", "Grøn", number]], epoch))
    assert parsed.rows[0].schedule == "30.04.2025"
    ((cell, message),) = told(parsed)
    assert cell == "D2"
    assert f"Tallet {number} er læst som datoen 30.04.2025" in message


@EPOCHS
def test_a_date_with_its_format_needs_no_word(write: MakeWorkbook, read: Read, epoch: Any, number: Any) -> None:
    parsed = read(write([HEAD, ["A", "ØK", "Grøn", (date(2025, 4, 30), "dd-mm-yyyy")]], epoch))
    assert parsed.rows[0].schedule == "30.04.2025"
    assert told(parsed) == []


@pytest.mark.parametrize("value", [2025, 2, 202505, 12.5, -45777, "2025", "Uge 45777"])
def test_a_year_or_another_number_is_no_date(write: MakeWorkbook, read: Read, value: Any) -> None:
    parsed = read(write([HEAD, ["A", "ØK", "Grøn", value]]))
    assert parsed.rows[0].schedule == str(value).replace(".", ",")
    assert told(parsed) == []


def test_a_number_pasted_as_text_is_the_date_too(write: MakeWorkbook, read: Read) -> None:
    assert read(write([HEAD, ["A", "ØK", "Grøn", "45777"]])).rows[0].schedule == "30.04.2025"


def test_an_amount_that_could_be_a_date_is_an_amount(write: MakeWorkbook, read: Read) -> None:
    parsed = read(write([HEAD, ["A", "ØK", "Grøn", None, None, 45777]]))
    assert parsed.rows[0].amounts == {2025: 45777}
    assert told(parsed) == []


@pytest.mark.parametrize("value", [45777, (date(2025, 4, 30), "dd-mm-yyyy")])
def test_the_day_on_which_a_line_was_done_says_that_it_is(write: MakeWorkbook, read: Read, value: Any) -> None:
    parsed = read(write([HEAD, ["A", "ØK", "Grøn", None, value]]))
    assert parsed.rows[0].done
    assert "unreadable-done" not in {issue.kind for issue in parsed.issues}


@EPOCHS
def test_the_month_beside_its_label_may_be_a_number(write: MakeWorkbook, read: Read, epoch: Any, number: Any) -> None:
    parsed = read(write([HEADING, ["Status pr.", number], HEAD, ["A", "ØK", "Grøn"]], epoch))
    assert parsed.month == Month(2025, 4)
    assert [cell for cell, _ in told(parsed)] == ["B2"]


@pytest.mark.parametrize("number_format", ["mmm-yy", "mmmm yyyy", "[$-406]mmmm\\ yyyy;@"])
def test_a_month_written_as_its_first_day_is_that_month(write: MakeWorkbook, read: Read, number_format: str) -> None:
    cell = (datetime(2025, 5, 1), number_format)
    parsed = read(write([HEADING, ["Måned:", cell], HEAD, ["A", "ØK", "Grøn", cell]]))
    assert parsed.month == Month(2025, 5)
    assert parsed.rows[0].schedule == "maj 2025"


def test_the_day_of_a_meeting_is_not_the_month_of_the_status(write: MakeWorkbook, read: Read) -> None:
    rows = [HEADING, ["Status pr.", 45777], ["Dato for møde", 45826], HEAD, ["A", "ØK", "Grøn"]]
    assert read(write(rows)).month == Month(2025, 4)


def test_a_number_above_the_table_without_a_label_stays_a_number(write: MakeWorkbook, read: Read) -> None:
    parsed = read(
        write([HEADING, ["Ramme i 1.000 kr.", 45777], ["Status pr. ultimo maj 2025"], HEAD, ["A", "ØK", "Rød"]])
    )
    assert parsed.month == Month(2025, 5)
    assert told(parsed) == []
