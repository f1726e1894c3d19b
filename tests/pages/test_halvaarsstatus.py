"""Halvårsstatus, opened the way a viewer opens it."""

import re
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import queries
from dashboard.documents.half_year import half_year
from dashboard.domain.half_year import HalfYearList
from dashboard.domain.month import Month
from dashboard.domain.scope import CROSS_CUTTING
from dashboard.records import HalfYearSaid, say_of_line
from dashboard.reports.document import plain_text
from dashboard.web.database import database
from drawn_page import html, seen

MAY, PLAN_YEARS = Month(2026, 5), "2025-2028"
NEXT = "Evaluering (BUU) i november 2026"
SHARE = (
    "67 % af de 3 aktive og indberettede følger planen, mod 75 % af 4 i november 2025. 0 afsluttede og 1 ikke "
    "indberettet tæller ikke med."
)
LISTS = (
    "Gennemført eller i gang 2",
    "Fokus ved direktionens månedlige status 0",
    "Står foran politisk behandling 0",
    "Uden for listerne 2",
)


@pytest.fixture
def page(switch_to: Callable[[str], AppTest], report: Callable[..., None]) -> AppTest:
    lines = [(title, "BUU", "green") for title in ("Flådestyring", "Skolevej", "Taskforce")]
    report("2025-11", *lines, ("Bibliotek", "KFU", "red"))
    report("2026-04", *lines, ("Bibliotek", "KFU", "red"))
    report("2026-05", *lines[:2], ("Taskforce", "BUU", "red"), ("Bibliotek", "KFU", "not_reported"))
    report("2026-06", ("Flådestyring", "BUU", "red"), scope=CROSS_CUTTING)
    return switch_to("halvaarsstatus")


def place(page: AppTest, title: str, **said: str) -> str:
    selection = queries.half_year_selection(database().cursor(), MAY)
    assert selection is not None
    told = queries.half_year(database().cursor(), selection)
    page.query_params["placer"] = str(next(each.line.indsats_id for each in told if each.line.title == title))
    page.run()
    if "liste" in said:
        page.radio(key="placer_liste").set_value(HalfYearList(said.pop("liste")))
    page.text_input(key="placer_hvem").input(said.pop("hvem", "Ane"))
    for field, text in said.items():
        page.text_area(key=f"placer_{field}").input(text)
    page.button(key="placer_gem").click()
    return seen(page.run())


def test_the_page_is_of_the_newest_whole_plan_beside_the_last_half_year(page: AppTest) -> None:
    said = seen(page.run())
    assert "Maj 2026 sammenlignet med november 2025 · Hele planen · 4 indsatser" in said
    assert SHARE in said
    assert [name for name in LISTS if name not in said] == []
    assert "senest november 2026" in said, "the rule says until when"
    assert "Ændret siden november 2025" in said
    assert "Forværret 1 Grøn → Rød Taskforce" in said
    assert "sammenlign=2025-11&amp;omfang=plan" in html(page), "a link leads to the lines as they are counted here"


def test_a_line_is_placed_in_place_with_note_and_name_and_put_back(page: AppTest) -> None:
    assert "Skriv kort, hvorfor den står" in place(page, "Taskforce", liste="focus")
    assert "Skriv dit navn." in place(page, "Taskforce", liste="focus", note="=SUM(A1) <b>", hvem=" ")
    said = place(page, "Taskforce", liste="focus", note="=SUM(A1) <b>", tekst="Følges tæt")
    assert "Fokus ved direktionens månedlige status 1" in said
    assert re.search(r"Rød Taskforce BUU Fremhæves Placeret her af Ane [\d.]+ kl. [\d.]+: =SUM\(A1\) <b> Ret", said)
    assert "Fremhæves 1 Rød Taskforce Følges tæt Ane" in said
    assert "placer" not in page.query_params
    said = place(page, "Taskforce", liste="outside", tekst="", hvem="Bo")
    assert "Uden for listerne 2" in said
    assert "Fremhæves 0 Intet er fremhævet endnu." in said
    said = seen(page.button(key="fortryd").click().run())
    assert re.search(r"Fremhæves Placeret her af Bo [\d.]+ kl. [\d.]+: =SUM\(A1\) <b> Ret", said)
    assert "Fremhæves 1 Rød Taskforce Følges tæt Bo" in said


def test_what_another_wrote_meanwhile_is_shown_before_it_is_written_over(page: AppTest) -> None:
    place(page, "Taskforce", tekst="")
    line = queries.half_year(database().cursor(), queries.half_year_selection(database().cursor(), MAY))[0].line  # type: ignore[arg-type]
    page.query_params["placer"] = str(line.indsats_id)
    page.run()
    page.text_area(key="placer_tekst").input("Vores")
    page.button(key="placer_gem").click()
    say_of_line(database(), PLAN_YEARS, MAY, line.indsats_id, HalfYearSaid(HalfYearList.FOCUS, "Deres"), by="Bo")
    say_of_line(database(), PLAN_YEARS, MAY, line.indsats_id, HalfYearSaid(None, "Deres"), by="Bo")
    assert "En anden har rettet den imens" in seen(page.run())
    page.button(key="placer_gem").click()
    assert "Vores Ane" in seen(page.run())


def test_the_document_that_the_page_offers_has_its_lists_and_share(page: AppTest) -> None:
    page.session_state["hent_halvaar"] = True
    html(page.run())
    assert [button.proto.label for button in page.get("download_button")] == [
        "PDF",
        "Word",
        "PowerPoint",
        "Excel",
        "CSV",
    ]
    con = database().cursor()
    selection = queries.half_year_selection(con, MAY)
    assert selection is not None
    told = plain_text(half_year(queries.asks(con), selection))
    assert SHARE in told
    assert [f"# {name} ({n})" in told for name, n in (each.rsplit(" ", 1) for each in LISTS)] == [True] * 4


def test_a_half_year_that_is_missing_is_said(page: AppTest) -> None:
    page.query_params["maaned"] = "2025-11"
    said = seen(page.run())
    assert "Der er ingen tidligere halvårsstatus at sammenligne med: hele planen er ikke leveret for maj 2025." in said
    page.query_params["maaned"] = "2026-06"
    assert "»Juni 2026« kan ikke vælges under Måned her og er udeladt." in seen(page.run())


def test_without_the_whole_plan_there_is_no_half_year_status(
    switch_to: Callable[[str], AppTest], report: Callable[..., None]
) -> None:
    report("2026-06", ("Flådestyring", "BUU", "red"), scope=CROSS_CUTTING)
    assert "Hele planen er endnu ikke leveret" in seen(switch_to("halvaarsstatus").run())


def test_a_note_that_says_why_a_line_stays_where_the_rule_put_it_is_kept(page: AppTest) -> None:
    place(page, "Taskforce", note="Venter på budgettet")
    said = place(page, "Taskforce", tekst="Følges")
    assert "Uden for listerne 2" in said
    assert re.search(r"Placeret her af Ane [\d.]+ kl. [\d.]+: Venter på budgettet", said)
    assert "Placeret her" not in place(page, "Taskforce", note="")


def test_what_was_said_of_a_line_that_left_the_plan_is_told(page: AppTest, report: Callable[..., None]) -> None:
    place(page, "Taskforce", liste="focus", note="Aftalt <b>", tekst="=SUM(A1)")
    report("2026-05", ("Flådestyring", "BUU", "green"), ("Skolevej", "BUU", "green"))
    said = seen(page.run())
    assert "Står ikke længere i planen for maj 2026: Taskforce" in said
    assert "=SUM(A1)" in said
    assert "Aftalt <b>" in said


def test_a_long_list_is_drawn_when_it_is_asked_for(page: AppTest, report: Callable[..., None]) -> None:
    titles = [f"Indsats {n}" for n in range(210)]
    report("2025-11", *((title, "BUU", "green") for title in titles))
    report("2026-05", *((title, "BUU", "yellow") for title in titles))
    drawn = html(page.run())
    assert "Vis alle 210" in drawn
    assert "Vis de første 200" in drawn, "the changes"
    assert sum(title in drawn for title in titles) == 200, "those that changed, of which the list has the first again"
    page.query_params["liste"] = "under_way"
    drawn = html(page.run())
    assert all(title in drawn for title in titles)
