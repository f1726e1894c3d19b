"""The list of meetings: the next one proposes itself, those that were held, and what is open of what they decided."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import queries
from dashboard.domain.meeting import Decision
from dashboard.records import hold_meeting, write_decision
from dashboard.web.database import database
from dashboard.web.meeting.planning import next_day
from drawn_page import html, seen
from meeting_page import DAY, LONG, NEW, YELLOW, ids, items, opened, order, planned, pressed, two_months


@pytest.fixture
def page(switch_to: Callable[[str], AppTest], report: Callable[..., None]) -> AppTest:
    two_months(report)
    return switch_to("direktionsmoede")


def test_the_next_meeting_proposes_itself_and_is_made_with_one_click(page: AppTest) -> None:
    said = seen(page.run())
    assert "3 punkter: 1 ny rød, 1 fortsat rød, 1 gul, der er værre end før" in said
    assert "Der er endnu ikke planlagt eller afholdt noget møde." in said
    pressed(page, "opret")
    assert "Direktionen · " in seen(page), "the new meeting is what is shown"
    assert order(1) == [NEW, LONG, YELLOW]
    assert f"1. Rød første måned {NEW} Ny rød · Børne- og Ungdomsudvalget" in seen(page)


def test_an_udvalg_meets_about_its_own_lines(page: AppTest) -> None:
    page.run().selectbox(key="nyt_hvem").select("BUU").run()
    assert "2 punkter: 1 ny rød, 1 gul, der er værre end før" in seen(page)
    pressed(page, "opret")
    assert order(1) == [NEW, YELLOW]
    assert "Børne- og Ungdomsudvalget · " in seen(page)


@pytest.mark.parametrize(
    ("last", "proposed"),
    [
        (None, date(2026, 11, 30)),  # a week from Sunday is a Sunday, when nobody meets
        (date(2026, 11, 4), date(2026, 12, 2)),
        (date(2027, 4, 1), date(2027, 5, 6)),  # four weeks later is the same month
        (date(2026, 6, 3), date(2026, 11, 25)),  # never a day that has passed
    ],
)
def test_the_day_is_about_a_month_after_the_last_meeting_on_the_same_weekday(last: Any, proposed: Any) -> None:
    assert next_day(last, date(2026, 11, 22)) == proposed


def test_a_meeting_that_is_there_already_is_said_before_another_is_made(page: AppTest) -> None:
    planned()
    page.run()
    page.date_input(key="nyt_dato").set_value(DAY).run()
    assert "Der er allerede et møde i Direktionen den 26. november 2026." in seen(page)


def test_the_list_tells_how_far_each_meeting_is_and_leads_into_it(page: AppTest) -> None:
    meeting = planned()
    write_decision(database(), Decision(items(meeting)[NEW], "decision", "Udbuddet udskydes."))
    said = seen(page.run())
    assert "26. november 2026 Direktionen Oktober 2026 · Hele planen 2 1 1 Dagsorden Gennemgang Referat" in said
    assert f'href="./direktionsmoede?moede={meeting}&amp;del=gennemgang"' in html(page)
    hold_meeting(database(), meeting)
    assert "Afholdte møder" in seen(page.run())


def test_a_meeting_planned_by_mistake_is_taken_away_and_comes_back_as_it_was(page: AppTest) -> None:
    meeting = planned()
    said = seen(pressed(page.run(), f"fjern_moede_nu_{meeting}"))
    assert "Mødet i Direktionen den 26. november 2026 er fjernet." in said
    assert "Der er endnu ikke planlagt eller afholdt noget møde." in said
    said = seen(pressed(page, "fortryd"))
    assert "26. november 2026 Direktionen Oktober 2026 · Hele planen 2 0 0 Dagsorden" in said
    assert "er fjernet" not in said


def test_a_link_to_a_meeting_that_is_gone_leads_to_the_list_and_says_so(page: AppTest) -> None:
    assert "Mødet i linket findes ikke." in seen(opened(page, 99, "referat"))


def test_open_decisions_stand_by_who_is_responsible_the_latest_first(page: AppTest) -> None:
    at = items(planned())
    write_decision(database(), Decision(at[NEW], "decision", "Uden frist.", None))
    write_decision(database(), Decision(at[NEW], "decision", "God tid.", "Chef A", date(2999, 1, 1)))
    write_decision(database(), Decision(at[LONG], "decision", "For sent.", "Chef B", date(2026, 1, 2)))
    write_decision(database(), Decision(at[LONG], "noted", "Taget til efterretning."))
    said = seen(page.run())
    listed = said[said.index("Åbne beslutninger 3 · 1 over frist") :]
    assert listed.index("Chef B 1") < listed.index("Chef A 1") < listed.index("Uden ansvarlig 1")
    assert re.search(r"Flådestyring For sent\. Ikke udført, \d+ dage over frist Direktionen 26\. november 2026", listed)
    assert "efterretning" not in listed


def test_what_became_of_a_decision_is_said_with_a_note_and_can_be_undone(page: AppTest) -> None:
    item = items(planned())[LONG]
    decision, _ = write_decision(database(), Decision(item, "decision", "Fremlæg modeller.", "Chef B"))
    page.run()
    page.segmented_control(key=f"blev_til_{decision}_1").set_value("done")
    page.text_area(key=f"note_{decision}_1").input("Fremlagt i maj.")
    said = seen(pressed(page, f"gem_{decision}_1"))
    assert "»Fremlæg modeller.« er nu: udført." in said
    assert "Ingen beslutninger venter på nogen." in said
    (told,) = queries.decisions(database().cursor(), indsats=ids()[LONG])
    assert (told.state, told.note, told.responsible) == ("done", "Fremlagt i maj.", "Chef B")
    assert "Chef B 1" in seen(pressed(page, "fortryd"))
