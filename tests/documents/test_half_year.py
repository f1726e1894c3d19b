"""The half-year status as a document: that of the example plan as a text, the plan as appendix, and the list."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from openpyxl.utils import get_column_letter
from typer.testing import CliRunner

from dashboard import queries
from dashboard.cli import app
from dashboard.documents.agenda import agenda
from dashboard.documents.half_year import half_year, half_year_list
from dashboard.documents.making import list_file
from dashboard.documents.minutes import minutes
from dashboard.domain.half_year import HalfYearList
from dashboard.domain.light import Light
from dashboard.domain.meeting import DIREKTIONEN, Meeting
from dashboard.domain.month import Month
from dashboard.domain.scope import PLAN
from dashboard.domain.status_row import StatusRow
from dashboard.domain.text_run import TextRun
from dashboard.queries import Ask, Selection
from dashboard.records import HalfYearSaid, plan_meeting, say_of_line
from dashboard.reports.document import Heading, Table, plain_text
from dashboard.store.database import Database, open_database
from dashboard.workbook.parse import parse_workbook

EXAMPLES = Path(__file__).parents[2] / "data" / "eksempel"
GOLDEN = Path(__file__).with_name("half_year_of_may_2026.txt")
MAY, NOVEMBER, PLAN_YEARS = Month(2026, 5), Month(2025, 11), "2025-2028"
HERE = Selection(MAY, NOVEMBER, PLAN, plan=PLAN_YEARS)
HOSTILE = "=SUM(A1) #set <w:p> \u202eabc"
FLEET = StatusRow(
    "Flådestyring", "Ark1", "C3", "A3", light=Light.RED, code="R003", udvalg=("ØK", "KB"), art="driftsændringer",
    status_text="Udbud er klar. Tilbuddet er dyrt.",
    runs={"status_text": (TextRun("Udbud er klar. "), TextRun("Alt er på plads.", struck=True),
                          TextRun("Tilbuddet er dyrt.", red=True))},
)  # fmt: skip
SCHOOL = StatusRow("Skolevej", "Ark1", "C2", "A2", light=Light.GREEN, udvalg=("BUU",), art="driftsændringer")
SPORT = StatusRow(
    "Foreningsliv", "Ark1", "C4", "A4", light=Light.GREEN, udvalg=("KFU",), art="hensigtserklæringer",
    tema="Partnerskaber",
)  # fmt: skip


@pytest.fixture
def ask(database: Database, save_rows: Callable[..., None]) -> Ask:
    """Put questions to three lines, of which one is red in May, placed with a note and highlighted."""
    rows = [SCHOOL, FLEET, SPORT]
    save_rows("2025-11", "plan", [replace(row, light=Light.GREEN, runs={}) for row in rows])
    save_rows("2026-05", "plan", rows)
    ask = queries.asks(database.cursor())
    fleet = next(each for each in ask(queries.half_year, HERE) if each.line.title == "Flådestyring").line.indsats_id
    say_of_line(database, PLAN_YEARS, MAY, fleet, HalfYearSaid(HalfYearList.FOCUS, HOSTILE), by="Ane")
    say_of_line(database, PLAN_YEARS, MAY, fleet, HalfYearSaid(None, HOSTILE), by="Ane")
    return ask


def test_the_half_year_status_of_the_example_plan_in_may_2026(tmp_path: Path) -> None:
    """Where it is meant to differ: write what `actual` is into the file, and read the difference."""
    names = ("hele-planen-2025-11", "hele-planen-2026-05")
    path = tmp_path / "status.duckdb"
    files = [str(EXAMPLES / f"{name}.xlsx") for name in names]
    assert CliRunner().invoke(app, ["import", *files, "--database", str(path)]).exit_code == 0
    opened = open_database(path)
    ask = queries.asks(opened.cursor())
    selection = ask(queries.half_year_selection, MAY)
    assert selection == HERE
    actual = plain_text(half_year(ask, selection, with_plan=False))
    opened.close()
    assert actual == GOLDEN.read_text("utf-8")


def test_the_appendix_is_the_plan_by_art_then_udvalg_or_tema_with_its_marks(ask: Ask) -> None:
    blocks = half_year(ask, HERE).blocks
    headings = [block.text for block in blocks if isinstance(block, Heading)]
    assert headings[headings.index("Bilag: Udmøntningsplan 2025-2028 pr. ultimo maj 2026") + 1 :] == [
        "Driftsændringer (2)", "Økonomiudvalget (1)", "Børne- og Ungdomsudvalget (1)",
        "Hensigtserklæringer (1)", "Partnerskaber (1)",
    ]  # fmt: skip
    tables = [block for block in blocks if isinstance(block, Table)]
    assert len(tables) == 3
    assert tables[0].rows[0].cells[2][:3] == FLEET.runs["status_text"]


def test_what_is_placed_and_highlighted_stands_with_who_and_texts_are_left_as_they_are(ask: Ask) -> None:
    told = plain_text(half_year(ask, HERE, with_plan=False))
    assert f"# Fremhæves\n\n- Rød  Flådestyring R003 (ØK, KB): {HOSTILE}\n" in told
    focus = told.split("# Fokus ved direktionens månedlige status (1)")[1].split(
        "# Står foran politisk behandling (0)"
    )[0]
    assert "- Rød  Flådestyring R003 (ØK, KB). Placeret her af Ane" in focus
    assert f": {HOSTILE}" in focus
    assert "67 % af de 3 aktive og indberettede følger planen, mod 100 % af 3 i november 2025." in told


def test_what_is_highlighted_comes_first_on_the_agenda_of_those_who_meet_about_the_whole_plan(
    ask: Ask, database: Database
) -> None:
    day, direktionen = date(2026, 6, 10), ask(queries.agenda_proposal, HERE, DIREKTIONEN, date(2026, 6, 3))
    assert [line.reasons for line in direktionen] == [("new_red",)]
    school = next(each.line.indsats_id for each in ask(queries.half_year, HERE) if each.line.title == "Skolevej")
    say_of_line(database, PLAN_YEARS, MAY, school, HalfYearSaid(None, "Ny vej i juni."), by="Ane")
    say_of_line(database, PLAN_YEARS, NOVEMBER, school, HalfYearSaid(None, "I november"), by="Ane")
    lines = ask(queries.agenda_proposal, HERE, "ØK", day)
    assert [(line.title, line.reasons) for line in lines] == [
        ("Flådestyring", ("highlighted", "new_red")),
        ("Skolevej", ("highlighted",)),
    ]
    agreed = [(line.indsats_id, line.reasons) for line in lines]
    plan_meeting(database, Meeting("ØK", day, MAY, PLAN, PLAN_YEARS), agreed, "Ane")
    (meeting,) = ask(queries.meetings)
    told = plain_text(agenda(ask, meeting))
    assert "2 punkter: 2 fremhævede" in told
    assert f"Fremhævet af direktionen: {HOSTILE}\n" in told
    assert "Skolevej (2. status i træk siden november 2025). Ny vej i juni.\n" in plain_text(minutes(ask, meeting))


def test_a_line_without_status_in_the_month_of_the_meeting_is_no_topic(ask: Ask, database: Database) -> None:
    (line, *_) = ask(queries.half_year, HERE)
    agreed = [(line.line.indsats_id, ["still_red"])]
    plan_meeting(database, Meeting("ØK", date(2026, 6, 10), Month(2026, 6), PLAN, PLAN_YEARS), agreed, "Ane")
    (meeting,) = ask(queries.meetings)
    assert f"1 | Ingen status | {line.line.title}" in plain_text(agenda(ask, meeting))


def test_the_list_has_where_each_line_is_placed_and_is_a_status_that_can_be_imported_again(
    ask: Ask, tmp_path: Path
) -> None:
    path = tmp_path / "halvaar.xlsx"
    path.write_bytes(list_file(half_year(ask, HERE, with_plan=False), half_year_list(ask, HERE), "xlsx"))
    again = parse_workbook(path.read_bytes(), path.name)
    assert (again.month, again.scope, again.plan, again.questions) == (MAY, PLAN, PLAN_YEARS, ())
    assert {row.title: row.light for row in again.rows} == {row.title: row.light for row in (SCHOOL, FLEET, SPORT)}
    sheet = openpyxl.load_workbook(path).worksheets[0]
    rows = list(sheet.iter_rows(values_only=True))
    ends = get_column_letter(sheet.max_column)
    assert f"${ends}${sheet.max_row}" in sheet.print_area.split(",")[1], "what direktionen chose is printed as well"
    assert sheet.print_title_cols == "$A:$D"
    placed = {row[3]: row[-3:] for row in rows}
    assert placed["Indsats"] == ("Liste", "Placering", "Fremhæves")
    assert placed["Skolevej"] == ("Gennemført eller i gang", None, None)
    assert (placed["Flådestyring"][0], placed["Flådestyring"][2]) == (
        "Fokus ved direktionens månedlige status",
        HOSTILE,
    )
