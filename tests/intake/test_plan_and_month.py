"""Which plan and month a workbook is saved under, and when that is asked for first."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from dashboard import queries
from dashboard.domain.clock import this_month
from dashboard.domain.month import Month
from dashboard.domain.reading_answer import ALL_MONTHS, ANY_LAYOUT, MONTHS, Answer
from dashboard.domain.scope import PLAN
from dashboard.intake import Receipt, RevisionError, receive_workbook, verify, withdraw_revision
from dashboard.store.database import Database
from fixture_types import MakeWorkbook

HEAD, LINES = ["Indsats", "Udvalg", "Farve"], [["Flådestyring", "ØK", "Grøn"], ["Aktindsigt", "AU", "Rød"]]
Give = Callable[..., Receipt]


@pytest.fixture
def give(database: Database, make_workbook: MakeWorkbook) -> Give:
    def receive(heading: str, status: str, name: str = "status.xlsx", lines: Any = LINES, **options: Any) -> Any:
        content = make_workbook([[f"{heading} - hele planen"], [status], HEAD, *lines], name=name).read_bytes()
        return receive_workbook(database, content, name, by="prøve", **options).receipt

    return receive


def kinds(receipt: Receipt) -> list[str]:
    return [found.kind for found in receipt.errors]


def offered(receipt: Receipt) -> list[tuple[str, str]]:
    (question,) = receipt.questions
    return [(choice.subject, choice.value) for choice in question.choices]


def test_a_month_outside_the_plans_years_is_refused_whatever_is_said(give: Give, database: Database) -> None:
    for options in ({}, {"sure": True}, {"accept_errors": True}, {"month": Month(2062, 11)}):
        receipt = give("Udmøntningsplan 2025-2028", "Status pr. ultimo november 2062", **options)
        assert (receipt.accepted, kinds(receipt)) == (False, ["month-outside-plan"])
    assert "November 2062".lower() in receipt.errors[0].message
    assert queries.revisions(database.cursor()) == ()


def test_a_month_that_has_not_begun_is_asked_about_and_saved_once_it_is_given(give: Give) -> None:
    ahead = this_month().plus(1)
    asked = give("Status", f"Status pr. ultimo {ahead.label}")
    assert (asked.accepted, kinds(asked)) == (False, ["future-month"])
    assert ("month", str(ahead)) in offered(asked)
    assert ("month", str(this_month())) in offered(asked)
    assert give("Status", f"Status pr. ultimo {ahead.label}", month=ahead).accepted


def test_the_month_we_are_in_is_not_doubted(give: Give) -> None:
    assert give("Status", f"Status pr. ultimo {this_month().label}").accepted


def test_invented_data_may_lie_ahead(give: Give) -> None:
    marked = "Eksempeldata - farver og tekster er opdigtede"
    assert give(marked, f"Status pr. ultimo {this_month().plus(2).label}", scope=PLAN).accepted


def test_a_heading_that_disagrees_with_the_files_name_is_asked_about(give: Give, database: Database) -> None:
    heading, status, name = "Udmøntningsplan 2025-2028", "Status pr. ultimo maj 2025", "status-april-2025.xlsx"
    asked = give(heading, status, name)
    assert (asked.accepted, kinds(asked)) == (False, ["month-disagrees"])
    assert offered(asked) == [("month", "2025-05"), ("month", "2025-04")]
    assert asked.questions[0].proposed == 0
    assert not give(heading, status, name, accept_errors=True).accepted
    assert give(heading, status, name, month=Month(2025, 4)).month == Month(2025, 4)
    assert give(heading, status, name, sure=True).month == Month(2025, 5)
    assert len(queries.revisions(database.cursor())) == 2


def test_two_plans_stand_beside_each_other_each_with_its_own_months(give: Give, database: Database) -> None:
    assert give("Udmøntningsplan 2025-2028", "Status pr. ultimo marts 2026").accepted
    assert give("Udmøntningsplan 2026-2029", "Status pr. ultimo marts 2026", lines=LINES[:1]).accepted
    con = database.cursor()
    assert queries.plans(con) == ("2026-2029", "2025-2028")
    assert [
        sum(each.n for each in queries.light_counts(con, selection))
        for plan in ("2025-2028", "2026-2029")
        if (selection := queries.default_selection(con, plan=plan)) is not None
    ] == [2, 1]
    assert [each.revision for each in queries.revisions(con)] == [1, 1]
    assert verify(database) == []


def test_a_workbook_that_names_no_plan_is_of_the_one_that_is_stored(give: Give) -> None:
    give("Udmøntningsplan 2026-2029", "Status pr. ultimo februar 2026")
    assert give("Status", "Status pr. ultimo marts 2026").plan == "2026-2029"


def test_a_workbook_that_names_no_plan_is_asked_about_where_several_have_the_month(give: Give) -> None:
    for plan in ("2025-2028", "2026-2029"):
        give(f"Udmøntningsplan {plan}", "Status pr. ultimo februar 2026")
    asked = give("Status", "Status pr. ultimo marts 2026")
    assert (asked.accepted, kinds(asked), asked.plan) == (False, ["no-plan"], None)
    assert offered(asked) == [("plan", "2025-2028"), ("plan", "2026-2029")]
    assert give("Status", "Status pr. ultimo marts 2026", plan="2026-2029").plan == "2026-2029"
    assert give("Status", "Status pr. ultimo marts 2025").plan == "2025-2028"


def test_a_plan_that_nobody_has_heard_of_is_asked_about_beside_what_is_stored(give: Give) -> None:
    give("Udmøntningsplan 2025-2028", "Status pr. ultimo februar 2026")
    asked = give("Udmøntningsplan 2024-2027", "Status pr. ultimo marts 2026")
    assert kinds(asked) == ["unknown-plan"]
    assert offered(asked) == [("plan", "2024-2027"), ("plan", "2025-2028")]
    assert give("Udmøntningsplan 2024-2027", "Status pr. ultimo marts 2026", plan="2024-2027").accepted


def test_pages_open_on_the_newest_month_that_has_begun(give: Give, database: Database) -> None:
    ahead = this_month().plus(2)
    give("Status", f"Status pr. ultimo {ahead.label}", month=ahead)
    give("Status", f"Status pr. ultimo {this_month().plus(-1).label}")
    selection = queries.default_selection(database.cursor())
    assert selection is not None
    assert selection.month == this_month().plus(-1)
    asked = queries.default_selection(database.cursor(), month=ahead)
    assert asked is not None
    assert asked.compare == this_month().plus(-1)


def test_withdrawing_a_revision_of_one_plan_leaves_the_other(give: Give, database: Database) -> None:
    for plan in ("2025-2028", "2026-2029"):
        receipt = give(f"Udmøntningsplan {plan}", "Status pr. ultimo marts 2026")
    assert receipt.scope is not None
    with pytest.raises(RevisionError, match="2025-2028, 2026-2029"):
        withdraw_revision(database, Month(2026, 3), receipt.scope, 1, "Forkert fil")
    withdraw_revision(database, Month(2026, 3), receipt.scope, 1, "Forkert fil", plan="2025-2028")
    assert queries.plans(database.cursor()) == ("2026-2029",)
    assert verify(database) == []


def test_each_sheet_of_a_month_is_of_the_plan_that_its_own_heading_names(database: Database, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for name, plan in (("maj 2026", "2026-2029"), ("juni 2026", "2025-2028")):
        sheet = book.create_sheet(name)
        for row in ([f"Udmøntningsplan {plan} - hele planen"], [f"Status ultimo {name}"], HEAD, *LINES):
            sheet.append(row)
    del book[book.sheetnames[0]]
    book.save(tmp_path / "status.xlsx")
    content = (tmp_path / "status.xlsx").read_bytes()
    receive_workbook(database, content, "status.xlsx", by="prøve", answers=[Answer(ANY_LAYOUT, MONTHS, ALL_MONTHS)])
    saved = {(str(each.month), each.plan) for each in queries.revisions(database.cursor())}
    assert saved == {("2026-05", "2026-2029"), ("2026-06", "2025-2028")}
