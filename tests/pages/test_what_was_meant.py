"""What is shown, linked or written belongs to the plan and the line that was meant."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import intake, queries
from dashboard.documents.making import DocumentError, Wanted, make
from dashboard.domain.meeting import DIREKTIONEN, Meeting
from dashboard.domain.month import Month
from dashboard.domain.scope import PLAN
from dashboard.domain.viewer import Viewer
from dashboard.queries import Selection
from dashboard.records import change_meeting, close_line, plan_meeting, settle_signal, unsettle_signal
from dashboard.web.database import database
from drawn_page import html, seen
from meeting_page import ids, opened

OLD, NEW = "2025-2028", "2026-2029"
DECEMBER, JANUARY, FEBRUARY = Month(2025, 12), Month(2026, 1), Month(2026, 2)


@pytest.fixture
def both(report: Callable[..., None]) -> None:
    report("2025-12", ("Skolen", "BUU", "red"))
    report("2026-01", ("Skolen", "BUU", "red"))
    report("2026-01", ("Skolen", "BUU", "yellow"), plan=NEW)


def open_page(switch_to: Callable[[str], AppTest], page: str = "overblik", **asked: Any) -> AppTest:
    opened_page = switch_to(page)
    opened_page.query_params.clear()
    for key, value in asked.items():
        opened_page.query_params[key] = value
    return opened_page.run()


def withdraw(plan: str, *months: Month) -> None:
    for month in months:
        intake.withdraw_revision(database(), month, PLAN, 1, "fejl", by="Bo", plan=plan)


@pytest.mark.usefixtures("both")
def test_a_point_leads_to_its_card_in_the_plan_of_the_meeting(switch_to: Callable[[str], AppTest]) -> None:
    open_page(switch_to, plan=OLD)  # what the viewer looked at before
    planned = Meeting(DIREKTIONEN, date(2026, 2, 20), JANUARY, PLAN, plan=NEW)
    meeting = plan_meeting(database(), planned, [(ids()["Skolen"], ["added"])], "Anna")
    page = opened(open_page(switch_to, "direktionsmoede"), meeting, "dagsorden")
    (link,) = set(re.findall(r'href="\./indsats\?([^"]+)"', html(page)))
    assert f"plan={NEW}" in link


@pytest.mark.usefixtures("both")
def test_an_address_means_the_same_plan_when_the_other_comes_back(switch_to: Callable[[str], AppTest]) -> None:
    open_page(switch_to)
    withdraw(OLD, DECEMBER, JANUARY)
    page = open_page(switch_to, maaned="2026-01")
    shown = page.query_params.get("plan"), "Gul 1" in seen(page)
    intake.restore_revision(database(), JANUARY, PLAN, 1, by="Bo", plan=OLD)
    page.run()
    assert "Gul 1" in seen(page), (shown, page.query_params.get("plan"))


@pytest.mark.usefixtures("both")
def test_a_new_date_leaves_a_meeting_on_its_plan(switch_to: Callable[[str], AppTest]) -> None:
    open_page(switch_to, "direktionsmoede")
    planned = Meeting(DIREKTIONEN, date(2026, 2, 20), JANUARY, PLAN, plan=OLD)
    meeting = plan_meeting(database(), planned, [(ids()["Skolen"], ["still_red"])], "Anna")
    withdraw(OLD, DECEMBER, JANUARY)
    page = opened(open_page(switch_to, "direktionsmoede"), meeting, "dagsorden")
    page.session_state["ret_moede"] = True
    page.run()
    page.date_input(key="ret_1_1_dato").set_value(date(2026, 2, 27)).run()
    page.button(key="ret_1_1_gem").click().run()
    assert queries.meetings(database().cursor())[0].plan == OLD


def test_what_is_said_of_a_line_stays_with_it_when_the_link_is_undone(
    switch_to: Callable[[str], AppTest], report: Callable[..., None]
) -> None:
    report("2026-01", ("Klog m2", "BUU", "green"))
    report("2026-02", ("Nye kvadratmeter", "BUU", "red"))
    open_page(switch_to)
    older, newer = ids()["Klog m2"], ids()["Nye kvadratmeter"]
    intake.decide(database(), "same", newer, older, by="Bo")
    close_line(database(), older, "Fortroligt", by="Anna")  # as the card of "Nye kvadratmeter" does
    intake.undo_decision(database(), queries.line_links(database().cursor())[0].link_id, by="Bo")
    now = Selection(FEBRUARY, None, PLAN, plan=OLD)
    assert not queries.line_list(database().seen_by(Viewer(closed=False)), now)


def test_a_page_that_is_old_does_not_take_back_a_new_date(
    switch_to: Callable[[str], AppTest], report: Callable[..., None]
) -> None:
    report("2026-01", ("Skolen", "BUU", "red"), ("Havnen", "ØK", "green"))
    open_page(switch_to)
    planned = Meeting(DIREKTIONEN, date(2026, 2, 2), JANUARY, PLAN, plan=OLD)
    meeting = plan_meeting(database(), planned, [(ids()["Skolen"], ["new_red"])], "Anna")
    report("2026-02", ("Skolen", "BUU", "red"), ("Havnen", "ØK", "red"))
    page = opened(open_page(switch_to, "direktionsmoede"), meeting, "dagsorden")
    change_meeting(database(), meeting, 1, {"held_on": date(2026, 2, 27)}, by="Bo")
    page.button(key="opdater").click().run()
    assert queries.meetings(database().cursor())[0].held_on == date(2026, 2, 27)


def test_a_month_that_is_withdrawn_is_not_before_the_first(
    switch_to: Callable[[str], AppTest], report: Callable[..., None]
) -> None:
    report("2026-01", ("Skolen", "BUU", "green"))
    report("2026-02", ("Skolen", "BUU", "red"))
    open_page(switch_to)
    planned = Meeting(DIREKTIONEN, date(2026, 3, 2), FEBRUARY, PLAN, plan=OLD)
    meeting = plan_meeting(database(), planned, [(ids()["Skolen"], ["new_red"])], "Anna")
    withdraw(OLD, FEBRUARY)
    said = seen(opened(open_page(switch_to, "direktionsmoede"), meeting, "referat"))
    assert "Mødet er fra før den første status." not in said
    assert "Der er taget stilling til alle røde indsatser." not in said


def test_a_correction_that_leaves_the_mark_out_does_not_open_a_line(
    switch_to: Callable[[str], AppTest], report: Callable[..., None]
) -> None:
    report("2026-01", ("Hemmelig", "BUU", "green"), closed=True)
    report("2026-02", ("Hemmelig", "BUU", "red"))
    report("2026-01", ("Hemmelig", "BUU", "red"))
    open_page(switch_to)
    now = Selection(FEBRUARY, JANUARY, PLAN, plan=OLD)
    assert not queries.line_list(database().seen_by(Viewer(closed=False)), now)


@pytest.mark.usefixtures("both")
def test_the_agenda_of_which_of_two_plans_is_asked(switch_to: Callable[[str], AppTest]) -> None:
    open_page(switch_to)
    for plan, day in ((OLD, 20), (NEW, 13)):
        plan_meeting(database(), Meeting(DIREKTIONEN, date(2026, 2, day), JANUARY, PLAN, plan=plan), [], "Anna")
    with pytest.raises(DocumentError, match=f"{OLD}, {NEW}. Vælg med --plan."):
        make(queries.asks(database().cursor()), Wanted("dagsorden", "2026-01", "docx"))


def test_a_signal_that_two_have_settled_is_opened_for_both(
    switch_to: Callable[[str], AppTest], report: Callable[..., None]
) -> None:
    report("2026-01", ("Skolen", "BUU", "green"))
    report("2026-02", ("Skolen", "BUU", "red"))
    open_page(switch_to)
    now, skolen = Selection(FEBRUARY, JANUARY, PLAN, plan=OLD), ids()["Skolen"]
    for who in ("Anna", "Bo"):
        last = settle_signal(database(), "green_to_red", skolen, PLAN, "2026-02", "Aftalt", by=who)
    unsettle_signal(database(), last, by="Bo")
    found = queries.scope_signals(database().cursor(), now)
    assert [each.settled for each in found if each.rule_key == "green_to_red"] == [None]
