"""The minutes of a meeting: what they say, how they are locked, and what stands beside them."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import queries
from dashboard.domain.light import Light
from dashboard.domain.meeting import AgendaItem, Decision
from dashboard.records import add_item, change_item, change_meeting, hold_meeting, write_decision
from dashboard.web.address import LIST_AGAIN, WHOLE_LIST
from dashboard.web.database import database
from drawn_page import html, seen
from meeting_page import CALM, LONG, NEW, YELLOW, ids, items, opened, planned, pressed, two_months


@pytest.fixture
def page(switch_to: Callable[[str], AppTest], report: Callable[..., None]) -> AppTest:
    two_months(report)
    return switch_to("direktionsmoede")


def test_minutes_say_what_was_decided_how_direktionen_saw_it_and_what_is_in_focus(page: AppTest) -> None:
    meeting = planned()
    at = items(meeting)
    write_decision(database(), Decision(at[LONG], "help", "Økonomi hjælper.", "Økonomichefen", date(2026, 12, 1)))
    change_item(database(), at[LONG], 1, light=Light.YELLOW, focus=True)
    said = seen(opened(page, meeting, "referat"))
    assert f"Rød {NEW} (første måned). Skriv" in said
    assert f"Rød {LONG} (2. måned i træk). Skriv" in said
    assert (
        f"Beslutning i Direktionen den 26-11-2026 Ad. {LONG}. Hjælp givet: Økonomi hjælper. Ansvarlig: Økonomichefen. "
        "Frist: 01.12.2026. Direktionen ser den som gul. Skriv "
        f"Fokus til næste møde: {LONG}. Uden særskilt beslutning: {NEW}."
    ) in said
    assert "2 punkter, 1 beslutning, 1 i fokus til næste møde" in said
    assert "Udkast: mødet er ikke afholdt og låst endnu." in said


def test_a_topic_stands_among_the_points_of_the_minutes(page: AppTest) -> None:
    meeting = planned()
    add_item(database(), AgendaItem(meeting, None, "Budgetproces 2027", ("added",), 9.0))
    said = seen(opened(page, meeting, "referat"))
    assert "(2. måned i træk). Skriv Budgetproces 2027. Skriv" in said
    assert f"Uden særskilt beslutning: {NEW}; {LONG}; Budgetproces 2027." in said


def test_the_text_to_paste_says_the_same(page: AppTest) -> None:
    meeting = planned()
    write_decision(database(), Decision(items(meeting)[LONG], "decision", "Udbuddet udskydes."))
    copied = re.search(r'data-copies="([^"]*)"', html(opened(page, meeting, "referat")))
    assert copied is not None
    assert f"- Rød: {LONG} (2. måned i træk).\n" in copied[1]
    assert f"\nAd. {LONG}. Udbuddet udskydes.\n" in copied[1]


def test_locking_says_which_reds_nothing_was_decided_about_and_then_locks(page: AppTest) -> None:
    meeting = planned()
    write_decision(database(), Decision(items(meeting)[LONG], "decision", "Udbuddet udskydes."))
    said = seen(opened(page, meeting, "referat"))
    assert f"1 rød indsats er uden beslutning: {NEW} " in said
    said = seen(pressed(page, "afhold_nu"))
    assert "Mødet er afholdt og låst." in said
    assert "Afholdt og låst " in said
    assert not [button for button in page.button if button.key == "afhold_nu"]


def test_a_correction_after_the_meeting_stands_in_the_minutes_as_one(page: AppTest) -> None:
    meeting = planned()
    item = items(meeting)[LONG]
    decision, version = write_decision(database(), Decision(item, "decision", "Udbuddet udskydes."))
    hold_meeting(database(), meeting, "Anna")
    write_decision(database(), Decision(item, "decision", "Udbuddet udskydes til 2027."), decision, version, "Bo")
    write_decision(database(), Decision(item, "noted", "Orientering."), by="Bo")
    said = seen(opened(page, meeting, "referat"))
    assert f"Ad. {LONG}. Udbuddet udskydes til 2027." in said
    reworded = r"Før stod: »Udbuddet udskydes\.« \(Bo, \d+\. \w+ \d{4} kl\. \d\d\.\d\d\)"
    assert re.search(rf"Rettelse, ad\. {LONG}: {reworded}", said)
    assert f"Rettelse, ad. {LONG}: Tilføjet efter mødet (Bo" in said


def test_a_decision_whose_words_were_wiped_out_again_decides_nothing(page: AppTest) -> None:
    meeting = planned()
    write_decision(database(), Decision(items(meeting)[LONG], "decision", ""))
    assert f"Uden særskilt beslutning: {NEW}; {LONG}." in seen(opened(page, meeting, "referat"))


def test_the_three_parts_lead_to_one_another(page: AppTest) -> None:
    meeting = planned()
    for part in ("dagsorden", "gennemgang", "referat"):
        drawn = html(opened(page, meeting, part))
        assert re.search(rf'href="[^"]*del={part}" aria-current="page"', drawn)
        assert all(f"moede={meeting}&amp;del={other}" in drawn for other in ("dagsorden", "gennemgang", "referat"))


def test_the_whole_case_is_decided_with_the_last_picture_of_the_walk_through_too(page: AppTest) -> None:
    meeting = planned()
    page.query_params["punkt"] = LIST_AGAIN
    pressed(opened(page, meeting, "gennemgang"), "skriv_hele_sagen")
    assert "Beslutning for hele sagen" in seen(page)
    page.query_params["punkt"] = WHOLE_LIST
    assert "Beslutning for hele sagen" not in seen(page.run())


def test_the_whole_case_is_decided_in_the_sentence_that_such_minutes_have(page: AppTest) -> None:
    meeting = planned()
    pressed(opened(page, meeting, "referat"), "skriv_hele_sagen")
    whole = queries.meetings(database().cursor())[0].case_item
    pressed(page, f"brug_saetning_{whole}")
    sentence = "Direktionen gennemgik status på strategiske og tværgående indsatser og tog den til efterretning."
    assert f"Beslutning i Direktionen den 26-11-2026 {sentence}" in seen(page.run())
    hold_meeting(database(), meeting)
    assert sentence in seen(opened(page, planned(held_on=date(2026, 12, 24)), "dagsorden")), "told at the next meeting"
    assert not queries.decisions(database().cursor(), only_open=True)


def test_a_browser_that_draws_the_fields_late_finds_in_them_what_was_proposed_and_takes_nothing_away(
    page: AppTest,
) -> None:
    pressed(opened(page, planned(), "referat"), "skriv_hele_sagen")
    whole = queries.meetings(database().cursor())[0].case_item
    sentence = "Direktionen gennemgik status på strategiske og tværgående indsatser og tog den til efterretning."
    pressed(page, f"brug_saetning_{whole}")
    field = page.run().text_area(key=f"beslutning_text_{whole}_1")  # the run before this one it has not drawn
    assert field.proto.default == sentence
    assert page.selectbox(key=f"beslutning_kind_{whole}_1").proto.default == 1


def test_what_is_written_of_the_whole_case_waits_for_somebody_only_when_somebody_is_named(page: AppTest) -> None:
    meeting = planned()
    pressed(opened(page, meeting, "referat"), "skriv_hele_sagen")
    assert "Der er ingen beslutning for hele sagen." in seen(page), "before it is locked"
    whole = queries.meetings(database().cursor())[0].case_item
    page.text_area(key=f"beslutning_text_{whole}_0").input("Direktionen tog status til efterretning.").run()
    assert "Der er ingen beslutning for hele sagen." not in seen(page)
    assert not queries.decisions(database().cursor(), only_open=True)
    hold_meeting(database(), meeting)
    said = seen(opened(page, planned(held_on=date(2026, 12, 24)), "dagsorden"))
    assert re.search(r"Direktionen tog status til efterretning\.(?! · ikke udført)", said)
    opened(page, meeting, "referat").text_input(key=f"beslutning_responsible_{whole}_1").input("Bo").run()
    assert [told.responsible for told in queries.decisions(database().cursor(), only_open=True)] == ["Bo"]


def test_many_points_are_taken_note_of_at_once_those_that_are_red_only_when_chosen(page: AppTest) -> None:
    meeting = planned()
    for name in (CALM, YELLOW):
        add_item(database(), AgendaItem(meeting, ids()[name], None, ("added",), 9.0))
    said = seen(pressed(opened(page, meeting, "referat"), "tag_til_efterretning"))
    assert "2 punkter er taget til efterretning." in said
    assert f"Til efterretning: {CALM}; {YELLOW}. Uden særskilt beslutning: {NEW}; {LONG}." in said
    said = seen(pressed(page, "fortryd"))
    assert f"Uden særskilt beslutning: {NEW}; {LONG}; {CALM}; {YELLOW}." in said


def test_what_somebody_decides_while_points_are_chosen_is_not_taken_note_of_on_top(page: AppTest) -> None:
    meeting = planned()
    for name in (CALM, YELLOW):
        add_item(database(), AgendaItem(meeting, ids()[name], None, ("added",), 9.0))
    opened(page, meeting, "referat")
    write_decision(database(), Decision(items(meeting)[CALM], "decision", "Vi følger den."))
    said = seen(pressed(page, "tag_til_efterretning"))
    assert "1 punkt er taget til efterretning." in said
    assert f"Til efterretning: {YELLOW}." in said
    assert f"Ad. {CALM}. Vi følger den." in said


def test_who_takes_part_who_is_called_in_and_the_papers_stand_in_agenda_walk_and_minutes(page: AppTest) -> None:
    meeting = planned()
    people = {"participants": ("Anna Aa", "Bo Bæk"), "invited": ("Økonomichef Cia",), "case_number": "24/7615"}
    change_meeting(database(), meeting, 1, people)
    paper = "Notat om ejerskab https://sager.example/1"
    change_item(database(), items(meeting)[NEW], 1, documents=(paper,), invited="Fagchef Dan")
    said = seen(opened(page, meeting, "dagsorden"))
    assert "Deltagere: Anna Aa, Bo Bæk · Indkaldt: Økonomichef Cia" in said
    assert '<a class="list-link" href="https://sager.example/1"' in html(page)
    page.query_params["punkt"] = str(items(meeting)[NEW])
    said = seen(opened(page, meeting, "gennemgang"))
    assert "Deltagere: Anna Aa, Bo Bæk · Indkaldt: Økonomichef Cia" in said
    assert "Indkaldt: Fagchef Dan" in said
    said = seen(opened(page, meeting, "referat"))
    assert "Sagsnr. 24/7615" in said
    assert "Deltagere: Anna Aa, Bo Bæk." in said
    assert "Økonomichef Cia deltager i punktet." in said
    assert f"{NEW} (første måned). Indkaldt: Fagchef Dan." in said
    assert f"2 - {NEW}: Notat om ejerskab" in said


def test_a_point_is_chosen_as_fokusomraade_and_obs_point_beforehand(page: AppTest) -> None:
    meeting = planned()
    at = items(meeting)
    page.session_state[f"mere_{at[NEW]}"] = True
    opened(page, meeting, "dagsorden").checkbox(key=f"focus_area_{at[NEW]}_1").check().run()
    page.checkbox(key=f"obs_point_{at[NEW]}_2").check().run()
    assert not page.checkbox(key=f"obs_point_{at[NEW]}_3").disabled
    assert f"{NEW} Ny rød · Fokusområde · OBS-punkt" in seen(page)
    assert f"{NEW} (første måned). Fokusområde. OBS-punkt. Skriv" in seen(opened(page, meeting, "referat"))


def test_the_fagchef_of_the_line_is_offered_as_responsible(
    switch_to: Callable[[str], AppTest], report: Callable[..., None]
) -> None:
    report("2026-10", (NEW, "BUU", "red"), (LONG, "ØK", "red"), responsible="Fagchefen for Skoler")
    page, meeting = switch_to("direktionsmoede"), planned()
    at = items(meeting)[NEW]
    page.query_params["punkt"] = str(at)
    opened(page, meeting, "gennemgang").text_area(key=f"beslutning_text_{at}_0").input("Ses igen.").run()
    pressed(page, f"brug_fagchef_{at}")
    # in new boxes: a browser that is asked meanwhile answers with what the old ones hold, which is not typed
    assert page.text_input(key=f"beslutning_responsible_{at}_1").value == "Fagchefen for Skoler"
    assert page.text_area(key=f"beslutning_text_{at}_1").value == "Ses igen."


def test_locking_before_the_day_asks_and_a_lock_is_undone_by_name(page: AppTest) -> None:
    meeting = planned(held_on=date(2999, 1, 1))
    assert "Mødet er først den 1. januar 2999." in seen(opened(page, meeting, "referat"))
    assert page.button(key="afhold_nu").disabled
    page.checkbox(key="foer_tid").check().run()
    assert re.search(r"Afholdt og låst \d+\. \w+ \d{4}", seen(pressed(page, "afhold_nu")))
    page.text_input(key="laas_op_hvem").input("")
    assert "Skriv, hvem der låser mødet op." in seen(pressed(page, "laas_op_nu"))
    page.text_input(key="laas_op_hvem").input("Bettina Andersen")
    said = seen(pressed(page, "laas_op_nu"))
    assert re.search(r"Låst op igen \d+\. \w+ \d{4} kl\. \d\d\.\d\d af Bettina Andersen\. Udkast:", said)


def test_saving_one_text_of_the_case_leaves_what_is_being_typed_in_the_next(page: AppTest) -> None:
    meeting = planned()
    page.session_state["sagen"] = True
    opened(page, meeting, "dagsorden")
    keys = {box.label: box.key or "" for box in page.text_area}
    page.text_area(key=keys.pop("Baggrund")).input("Kommunalbestyrelsen vedtog planen i 2024.").run()
    assert "Kommunalbestyrelsen vedtog planen i 2024." in [box.value for box in page.text_area]
    assert keys.items() < {box.label: box.key for box in page.text_area}.items()
    assert len(keys) >= 3
