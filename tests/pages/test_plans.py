"""Two plans in one database, seen by who looks at them."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from drawn_page import seen
from fixture_types import MakeWorkbook

OLD, NEW = "2025-2028", "2026-2029"
SCHOOL, HARBOUR, BRIDGE = ("Skolen", "BUU"), ("Havnen", "ØK"), ("Broen", "MTU")
Report = Callable[..., None]


@pytest.fixture
def old(report: Report) -> None:
    report("2025-12", (*SCHOOL, "red"), (*HARBOUR, "green"))
    report("2026-01", (*SCHOOL, "red"), (*HARBOUR, "green"))


@pytest.fixture
def both(old: None, report: Report) -> None:
    report("2026-01", (*SCHOOL, "yellow"), (*BRIDGE, "green"), plan=NEW)
    report("2026-02", (*SCHOOL, "green"), (*BRIDGE, "green"), (*HARBOUR, "red"), plan=NEW)


def open_page(switch_to: Callable[[str], AppTest], page: str = "overblik", **asked: Any) -> AppTest:
    opened = switch_to(page)
    opened.query_params.clear()
    for key, value in asked.items():
        opened.query_params[key] = value
    return opened.run()


def plan_of(page: AppTest) -> str:
    (plan,) = (
        page.query_params.get_all("plan") if hasattr(page.query_params, "get_all") else [page.query_params["plan"]]
    )
    return str(plan)


def labels(page: AppTest) -> list[str]:
    return [select.label for select in page.sidebar.selectbox]


@pytest.mark.usefixtures("old")
def test_where_there_is_one_plan_nobody_sees_a_choice(switch_to: Callable[[str], AppTest]) -> None:
    page = open_page(switch_to)
    assert "Plan" not in labels(page)
    assert "plan" not in page.query_params


@pytest.mark.usefixtures("both")
def test_where_there_are_two_the_plan_stands_first_and_in_the_address(switch_to: Callable[[str], AppTest]) -> None:
    page = open_page(switch_to)
    assert labels(page)[0] == "Plan"
    assert plan_of(page) == NEW
    assert "Februar 2026 sammenlignet med januar 2026 · Hele planen · 3 indsatser" in seen(page)
    page.sidebar.selectbox(key="plan").set_value(OLD).run()
    assert plan_of(page) == OLD
    assert "Januar 2026 sammenlignet med december 2025 · Hele planen · 2 indsatser" in seen(page)


@pytest.mark.usefixtures("both")
def test_a_link_from_when_there_was_one_plan_shows_what_it_showed(switch_to: Callable[[str], AppTest]) -> None:
    page = open_page(switch_to, maaned="2026-01")
    assert plan_of(page) == OLD
    assert "Januar 2026 sammenlignet med december 2025 · Hele planen · 2 indsatser" in seen(page)


@pytest.mark.usefixtures("both")
def test_a_plan_that_is_not_there_is_told(switch_to: Callable[[str], AppTest]) -> None:
    said = seen(open_page(switch_to, plan="2031-2034"))
    assert "2031-2034" in said
    assert "Februar 2026" in said


@pytest.mark.usefixtures("both")
def test_a_card_shows_the_life_in_both_plans(switch_to: Callable[[str], AppTest]) -> None:
    said = "".join(html.value for html in open_page(switch_to, "indsats", indsats="1", plan=NEW).html)
    assert "December 2025: Rød, i planen 2025-2028" in said
    assert "Januar 2026: Gul" in said
    assert "Streg forneden: indsatsen i planen 2025-2028." in said
    assert f"plan={OLD}&amp;maaned=2025-12" in said


@pytest.mark.usefixtures("both")
def test_a_line_of_the_other_plan_is_shown_the_way_to(switch_to: Callable[[str], AppTest]) -> None:
    page = open_page(switch_to, "indsats", indsats="3", plan=OLD)
    assert "Se den i Hele planen (2026-2029), januar 2026" in seen(page)


@pytest.mark.usefixtures("both")
def test_a_meeting_is_planned_on_the_plan_that_is_chosen(switch_to: Callable[[str], AppTest]) -> None:
    page = open_page(switch_to, "direktionsmoede")
    assert "1 ny rød" in seen(page)
    page.selectbox(key="nyt_plan").set_value(OLD).run()
    assert "1 fortsat rød" in seen(page)
    page.button(key="opret").click().run()
    page.query_params.clear()
    said = seen(page.run())
    assert "Januar 2026 · Hele planen · 2025-2028" in said


@pytest.mark.usefixtures("both")
def test_the_history_of_imports_tells_the_plans_apart(switch_to: Callable[[str], AppTest]) -> None:
    said = seen(open_page(switch_to, "indlaesning"))
    assert "Januar 2026 · Hele planen · 2025-2028" in said
    assert "Januar 2026 · Hele planen · 2026-2029" in said


@pytest.mark.usefixtures("both")
def test_a_revision_opens_itself_when_the_other_plan_is_withdrawn(switch_to: Callable[[str], AppTest]) -> None:
    for asked in ("2026-2029.2026-01.plan.1", "2026-2029.2026-02.plan.1"):
        page = open_page(switch_to, "indlaesning", revision=asked)
        page.text_input(key="hvorfor").set_value("Forkert plan")
        page.button(key="skift").click().run()
    drawn = " ".join(html.value for html in open_page(switch_to, "indlaesning").html)
    links = re.findall(r'<a class="open" href="\?revision=([^"]+)" aria-label="Åbn (Januar [^"]+)"', drawn)
    offered = {
        name: open_page(switch_to, "indlaesning", revision=asked).button(key="skift").label for asked, name in links
    }
    assert offered == {
        f"Januar 2026 · Hele planen · {NEW}, revision 1": "Hent frem igen",
        f"Januar 2026 · Hele planen · {OLD}, revision 1": "Træk tilbage",
    }


@pytest.fixture
def drop(switch_to: Callable[[str], AppTest], make_workbook: MakeWorkbook) -> Callable[..., AppTest]:
    def drop_file(heading: str, status: str, name: str) -> AppTest:
        lines = [["Indsats", "Udvalg", "Farve"], ["Skolen", "BUU", "Grøn"]]
        content = make_workbook([[heading], [status], *lines], name=name).read_bytes()
        page = open_page(switch_to, "indlaesning")
        page.file_uploader(key="filer").set_value([(name, content, "application/octet-stream")]).run()
        return page

    return drop_file


def answer(page: AppTest, question: str, choice: int) -> str:
    next(radio for radio in page.radio if radio.label == question).set_value(choice)
    page.button(key="laes_igen").click().run()
    page.button(key="indlaes").click().run()
    return seen(page)


def test_a_month_that_the_files_name_contradicts_is_asked_for_before_saving(drop: Callable[..., AppTest]) -> None:
    page = drop("Udmøntningsplan 2025-2028 - hele planen", "Status pr. ultimo maj 2025", "status-april-2025.xlsx")
    said = seen(page)
    assert "Arket siger maj 2025, men filnavnet siger april 2025." in said
    assert not [button for button in page.button if button.key == "indlaes"]
    assert "Gemt: April 2025 · Hele planen" in answer(page, "Hvilken måned er det status for?", 1)


@pytest.mark.usefixtures("both")
def test_a_plan_that_is_not_said_is_asked_for_before_saving(drop: Callable[..., AppTest]) -> None:
    page = drop("Samlet status for hele planen", "Status pr. ultimo marts 2026", "status.xlsx")
    assert "2025-2028 eller 2026-2029" in seen(page)
    said = answer(page, "Hvilken plan er det status for?", 1)
    assert "Gemt: Marts 2026 · Hele planen · 2026-2029" in said


def test_a_month_outside_the_plan_cannot_be_saved(drop: Callable[..., AppTest]) -> None:
    page = drop("Udmøntningsplan 2025-2028 - hele planen", "Status pr. ultimo november 2062", "status.xlsx")
    assert "november 2062 ligger uden for planen 2025-2028" in seen(page)
    assert not [button for button in page.button if button.key == "indlaes"]
