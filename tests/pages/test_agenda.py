"""The agenda of a meeting: its points, what is changed about them, and the document."""

import io
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from docx import Document
from streamlit.testing.v1 import AppTest

from dashboard import queries
from dashboard.documents.agenda import agenda
from dashboard.domain.meeting import AgendaItem, Decision, Meeting
from dashboard.domain.month import Month
from dashboard.domain.scope import PLAN
from dashboard.records import (
    HalfYearSaid,
    add_item,
    change_item,
    hold_meeting,
    plan_meeting,
    say_of_line,
    write_decision,
)
from dashboard.reports.word import word_file
from dashboard.web.database import database
from dashboard.web.meeting.following import place_for
from drawn_page import html, seen
from meeting_page import CALM, DAY, LONG, NEW, YELLOW, ids, items, opened, order, planned, pressed, two_months


@pytest.fixture
def page(switch_to: Callable[[str], AppTest], report: Callable[..., None]) -> AppTest:
    two_months(report)
    return switch_to("direktionsmoede")


def test_a_point_says_its_light_how_long_why_and_what_was_decided_last(page: AppTest) -> None:
    earlier = planned(held_on=date(2026, 10, 29))
    write_decision(
        database(), Decision(items(earlier)[LONG], "decision", "Fremlæg tre modeller.", due=date(2026, 11, 14))
    )
    hold_meeting(database(), earlier)
    said = seen(opened(page, planned(), "dagsorden"))
    assert f"2. Rød 2. måned i træk {LONG} Fortsat rød · Økonomiudvalget, Kommunalbestyrelsen" in said
    assert "Sidst besluttet 29.10.2026: Fremlæg tre modeller. · Ikke udført, 12 dage over frist" in said


def test_a_point_leads_to_its_card_as_of_the_month_of_the_meeting(page: AppTest) -> None:
    opened(page, planned(), "dagsorden")
    way = re.search(rf'href="\./indsats\?([^"]*)">{LONG}<', html(page))
    assert way is not None
    assert {f"indsats={ids()[LONG]}", "maaned=2026-10", "omfang=plan"} <= set(way[1].split("&amp;"))


def test_what_direktionen_highlights_is_said_on_the_agenda_and_on_the_screen_of_the_meeting(page: AppTest) -> None:
    page.run()
    told = "Etablering af <b>knudepunkt</b> ved Glesborg"
    say_of_line(database(), "2025-2028", Month(2026, 10), ids()[LONG], HalfYearSaid(None, told), by="Ane")
    agreed = [(ids()[LONG], ["highlighted", "still_red"]), (ids()[NEW], ["new_red"])]
    meeting = plan_meeting(database(), Meeting("ØK", DAY, Month(2026, 10), PLAN, "2025-2028"), agreed)
    said = seen(opened(page, meeting, "dagsorden"))
    assert f"{LONG} Fortsat rød · Økonomiudvalget, Kommunalbestyrelsen Fremhævet af direktionen: {told}" in said
    said = seen(opened(page, meeting, "gennemgang"))
    assert told not in said  # the whole list
    page.query_params["punkt"] = str(items(meeting)[LONG])
    assert f"Fremhævet af direktionen {told}" in seen(page.run())


def test_points_are_moved_up_and_down(page: AppTest) -> None:
    meeting = planned()
    at = items(meeting)
    opened(page, meeting, "dagsorden")
    assert page.button(key=f"op_{at[NEW]}").disabled
    pressed(page, f"ned_{at[NEW]}")
    assert order(meeting) == [LONG, NEW]
    pressed(page, f"op_{at[NEW]}")
    assert order(meeting) == [NEW, LONG]


def test_a_point_is_moved_to_a_number(page: AppTest) -> None:
    meeting = planned()
    for title in (CALM, YELLOW):
        add_item(database(), AgendaItem(meeting, ids()[title], None, ("added",), 9.0))
    at = items(meeting)
    opened(page, meeting, "dagsorden").number_input(key=f"til_nr_{at[YELLOW]}_1_3").set_value(1).run()
    assert order(meeting) == [YELLOW, NEW, LONG, CALM]
    page.number_input(key=f"til_nr_{at[NEW]}_1_1").set_value(3).run()
    assert order(meeting) == [YELLOW, LONG, NEW, CALM]
    page.number_input(key=f"til_nr_{at[YELLOW]}_2_0").set_value(4).run()
    assert order(meeting) == [LONG, NEW, CALM, YELLOW]


def test_a_point_is_taken_off_and_back_on_where_it_was(page: AppTest) -> None:
    meeting = planned()
    at = items(meeting)
    said = seen(pressed(opened(page, meeting, "dagsorden"), f"fjern_{at[NEW]}"))
    assert f"»{NEW}« er taget af dagsordenen." in said
    assert f"Taget af dagsordenen {NEW}" in said
    pressed(page, "fortryd")
    assert order(meeting) == [NEW, LONG]
    pressed(page, f"fjern_{at[NEW]}")
    pressed(page, f"saet_igen_{at[NEW]}")
    assert order(meeting) == [NEW, LONG]


def test_a_fagchef_is_called_in(page: AppTest) -> None:
    meeting = planned()
    at = items(meeting)
    change_item(database(), at[NEW], 1, invited="Fagchef, Teknik")
    opened(page, meeting, "dagsorden").selectbox(key=f"indkald_{at[LONG]}_1").select("Fagchef, Teknik").run()
    assert [item.invited for item in queries.agenda(database().cursor(), meeting)] == ["Fagchef, Teknik"] * 2


def test_a_line_or_a_topic_is_put_on(page: AppTest) -> None:
    meeting = planned()
    opened(page, meeting, "dagsorden").selectbox(key="saet_indsats").set_value(ids()[CALM]).run()
    page.text_input(key="saet_emne").input("Budgetproces 2027")
    said = seen(pressed(page, "saet_emne_paa"))
    assert order(meeting) == [NEW, LONG, CALM, "Budgetproces 2027"]
    assert "4. Emne Budgetproces 2027 Sat på af mødet" in said
    assert page.text_input(key="saet_emne").value == ""


def test_a_second_click_on_a_line_that_is_put_on_already_does_nothing(page: AppTest) -> None:
    meeting = planned()
    box = opened(page, meeting, "dagsorden").selectbox(key="saet_indsats")
    (label,) = [option for option in box.options if CALM in option]
    box.set_value(ids()[CALM]).run()
    late = page.selectbox(key="saet_indsats")
    late.options.append(label)  # the list is not drawn anew yet where the click comes from
    late.set_value(label).run()
    assert not page.exception
    assert order(meeting) == [NEW, LONG, CALM]


def test_what_has_changed_since_the_meeting_was_planned_is_offered_and_lands_where_it_belongs(page: AppTest) -> None:
    meeting = planned()
    add_item(database(), AgendaItem(meeting, None, "Eventuelt", ("added",), 3.0))
    said = seen(opened(page, meeting, "dagsorden"))
    assert f"Nye forslag 1 Status eller beslutninger er ændret, siden mødet blev planlagt. Gul {YELLOW}" in said
    pressed(page, f"saet_paa_{ids()[YELLOW]}")
    assert order(meeting) == [NEW, LONG, YELLOW, "Eventuelt"]
    assert "Nye forslag" not in seen(page)


def test_what_the_meeting_took_off_is_not_proposed_again(page: AppTest) -> None:
    meeting = planned()
    pressed(opened(page, meeting, "dagsorden"), f"saet_paa_{ids()[YELLOW]}")
    assert "Nye forslag" not in seen(pressed(page, f"fjern_{items(meeting)[YELLOW]}"))


def test_whoever_comes_second_is_told_calmly_and_sees_what_the_first_did(page: AppTest) -> None:
    meeting = planned()
    item = items(meeting)[NEW]
    opened(page, meeting, "dagsorden")
    change_item(database(), item, 1, "Bo", invited="Fagchef, Teknik")
    said = seen(pressed(page, f"fjern_{item}"))
    assert "En anden har ændret det imens." in said
    assert order(meeting) == [NEW, LONG]


def test_the_agenda_of_a_held_meeting_is_read_only(page: AppTest) -> None:
    meeting = planned()
    hold_meeting(database(), meeting)
    said = seen(opened(page, meeting, "dagsorden"))
    assert "Mødet er afholdt, og dagsordenen er låst." in said
    assert not [button.key for button in page.button if button.key and button.key.startswith(("op_", "fjern_"))]


def test_a_new_point_stands_after_those_that_weigh_as_much() -> None:
    topic = queries.AgendaItem(
        indsats_id=None, topic="Emne", title=None, code=None, item_id=1, version=1, reasons=("new_red",), position=1.0,
        invited=None, focus=False, seen_light=None, documents=(), month=None, scope=None, udvalg=(), responsible=None,
        light=None, in_row=None, since=None, last_seen_light=None, last_seen_on=None, decisions=0,
    )  # fmt: skip
    agenda = [topic, replace(topic, reasons=("obs",), position=2.0)]
    assert place_for(agenda, ["new_red", "obs"]) == 1.5
    assert place_for(agenda, ["follow_up"]) < 1.0
    assert place_for(agenda, ["added"]) > 2.0
    assert place_for([], ["obs"]) == 1.0


def test_the_agenda_as_a_document_tells_of_each_line_and_that_the_data_are_examples(page: AppTest) -> None:
    meeting = planned()
    page.run()
    change_item(database(), items(meeting)[LONG], 1, documents=("Notat https://sager.example/1",))
    ask = queries.asks(database().cursor())
    (listed,) = ask(queries.meetings)
    listed = replace(listed, participants=("Anna Aa",), invited=("Økonomichef Cia",))
    paper = Document(io.BytesIO(word_file(agenda(ask, listed))))
    told = [paragraph.text for paragraph in paper.paragraphs]
    assert told[0] == "Dagsorden · Direktionen 26. november 2026"
    assert "2 punkter: 1 ny rød, 1 fortsat rød" in told
    assert any(line.startswith("Eksempeldata") for line in told)
    assert "Status: Udbuddet er gået i stå." in told
    assert {"Deltagere: Anna Aa", "Indkaldt: Økonomichef Cia"} <= set(told)
    assert "Dokument: Notat (https://sager.example/1)" in told
