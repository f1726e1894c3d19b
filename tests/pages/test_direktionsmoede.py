"""Direktionsmøde before and after the walk-through: list, agenda, minutes, opened the way a viewer opens them."""

import io
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from docx import Document
from streamlit.testing.v1 import AppTest

from dashboard import queries
from dashboard.domain.light import Light
from dashboard.domain.meeting import DIREKTIONEN, AgendaItem, Decision, Meeting
from dashboard.domain.month import Month
from dashboard.domain.scope import PLAN
from dashboard.records import add_item, change_item, change_meeting, hold_meeting, plan_meeting, write_decision
from dashboard.web.database import database
from dashboard.web.meeting.agenda_document import agenda_paper
from dashboard.web.meeting.asked import AskedMeeting
from dashboard.web.meeting.following import place_for
from dashboard.web.meeting.planning import next_day
from dashboard.web.meeting_words import FIRST, LAST
from drawn_page import html, seen

LONG, NEW, CALM, YELLOW = "Flådestyring", "Skolevej", "Bibliotek", "Havneplan"
DAY = date(2026, 11, 26)


@pytest.fixture
def page(switch_to: Callable[[str], AppTest], report: Callable[..., None]) -> AppTest:
    """Two months: red for long, newly red, a yellow that got worse, and one that is green."""
    report("2026-09", (LONG, "ØK, KB", "red"), (NEW, "BUU", "green"), (CALM, "KFU", "green"), (YELLOW, "BUU", "green"))
    report(
        "2026-10",
        (LONG, "ØK, KB", "red", "Udbuddet er gået i stå."),
        (NEW, "BUU", "red"),
        (CALM, "KFU", "green"),
        (YELLOW, "BUU", "yellow"),
        is_example=True,
    )
    return switch_to("direktionsmoede")


def ids() -> dict[str, int]:
    return dict(database().cursor().execute("SELECT title, indsats_id FROM indsats_name").fetchall())


def planned(body: str = DIREKTIONEN, held_on: date = DAY) -> int:
    """Plan a meeting with the two reds on its agenda."""
    agenda = [(ids()[NEW], ["new_red"]), (ids()[LONG], ["still_red"])]
    return plan_meeting(database(), Meeting(body, held_on, Month(2026, 10), PLAN), agenda, "Anna")


def items(meeting: int) -> dict[str, int]:
    return {item.title or item.topic or "": item.item_id for item in queries.agenda(database().cursor(), meeting)}


def order(meeting: int) -> list[str]:
    return list(items(meeting))


def opened(page: AppTest, meeting: int, part: str) -> AppTest:
    page.query_params["moede"], page.query_params["del"] = str(meeting), part
    return page.run()


def pressed(page: AppTest, key: str) -> AppTest:
    return page.button(key=key).click().run()


# ---- the list


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


def test_a_meeting_planned_by_mistake_is_taken_away(page: AppTest) -> None:
    meeting = planned()
    said = seen(pressed(page.run(), f"fjern_moede_nu_{meeting}"))
    assert "Mødet i Direktionen den 26. november 2026 er fjernet." in said
    assert "Der er endnu ikke planlagt eller afholdt noget møde." in said


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


# ---- the agenda


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
        invited=None, focus=False, seen_light=None, documents=(), scope=None, udvalg=(), responsible=None, light=None,
        in_row=None, since=None, last_seen_light=None, last_seen_on=None, decisions=0,
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
    status = Meeting(DIREKTIONEN, DAY, Month(2026, 10), PLAN, None, ("Anna Aa",), ("Økonomichef Cia",))
    asked = AskedMeeting(meeting, status, False, "dagsorden", False)
    paper = Document(io.BytesIO(agenda_paper(asked, queries.agenda(database().cursor(), meeting))))
    told = [paragraph.text for paragraph in paper.paragraphs]
    assert told[0] == "Dagsorden · Direktionen 26. november 2026"
    assert "2 punkter: 1 ny rød, 1 fortsat rød" in told
    assert any(line.startswith("Eksempeldata") for line in told)
    assert "Status: Udbuddet er gået i stå." in told
    assert {"Deltagere: Anna Aa", "Indkaldt: Økonomichef Cia"} <= set(told)
    assert "Dokument: Notat (https://sager.example/1)" in told


# ---- the minutes


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
    page.query_params["punkt"] = LAST
    pressed(opened(page, meeting, "gennemgang"), "skriv_hele_sagen")
    assert "Beslutning for hele sagen" in seen(page)
    page.query_params["punkt"] = FIRST
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


def test_many_points_are_taken_note_of_at_once_those_that_are_red_only_when_chosen(page: AppTest) -> None:
    meeting = planned()
    for name in (CALM, YELLOW):
        add_item(database(), AgendaItem(meeting, ids()[name], None, ("added",), 9.0))
    said = seen(pressed(opened(page, meeting, "referat"), "tag_til_efterretning"))
    assert "2 punkter er taget til efterretning." in said
    assert f"Til efterretning: {CALM}; {YELLOW}. Uden særskilt beslutning: {NEW}; {LONG}." in said


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
    assert f"{NEW} Ny rød · Fokusområde · OBS-punkt" in seen(page)
    assert f"{NEW} (første måned). Fokusområde. OBS-punkt. Skriv" in seen(opened(page, meeting, "referat"))


def test_the_fagchef_of_the_line_is_offered_as_responsible(
    switch_to: Callable[[str], AppTest], report: Callable[..., None]
) -> None:
    report("2026-10", (NEW, "BUU", "red"), (LONG, "ØK", "red"), responsible="Fagchefen for Skoler")
    page, meeting = switch_to("direktionsmoede"), planned()
    at = items(meeting)[NEW]
    page.query_params["punkt"] = str(at)
    pressed(opened(page, meeting, "gennemgang"), f"brug_fagchef_{at}")
    assert page.text_input(key=f"beslutning_responsible_{at}_0").value == "Fagchefen for Skoler"


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
