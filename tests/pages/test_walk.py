"""The walk-through of a meeting: one item a screen, each drawn in the same places."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import queries
from dashboard.domain.light import Light
from dashboard.domain.meeting import DIREKTIONEN, AgendaItem, Decision, Meeting
from dashboard.domain.month import Month
from dashboard.domain.scope import PLAN
from dashboard.records import add_item, change_item, plan_meeting, write_decision
from dashboard.web.database import database
from dashboard.web.meeting.asked import AskedMeeting
from dashboard.web.meeting.screen import point_head
from drawn_page import html, plain, seen

RED, YELLOW, SILENT = "Flådestyring", "Havneplan", "Bibliotek"
NAMED = "Samling af Demensindsatsen i Glesborg og Grenaa fra 2027"
DAY, MONTH = date(2026, 11, 26), Month(2026, 10)
LINES = (RED, YELLOW, SILENT, NAMED)


@pytest.fixture
def page(switch_to: Callable[[str], AppTest], report: Callable[..., None]) -> AppTest:
    """A red line in many udvalg that has a history, a yellow one, a silent one, and one with a long name."""
    report("2026-09", (RED, "ØK, KB, BUU, VPU, AU", "red"), (SILENT, "KFU", "green"))
    report(
        "2026-10",
        (RED, "ØK, KB, BUU, VPU, AU", "red", "Udbuddet er gået i stå."),
        (YELLOW, "BUU, ØK", "yellow"),
        (SILENT, "KFU", "not_reported"),
        (NAMED, "VPU", "red", "Kommissoriet er skrevet. " * 40),
    )
    return switch_to("direktionsmoede")


def planned(body: str = DIREKTIONEN) -> int:
    ids = dict(database().cursor().execute("SELECT title, indsats_id FROM indsats_name").fetchall())
    agenda = [(ids[name], ["still_red"]) for name in LINES]
    return plan_meeting(database(), Meeting(body, DAY, MONTH, PLAN), agenda, "Anna")


def items(meeting: int) -> dict[str, int]:
    return {item.title or "": item.item_id for item in queries.agenda(database().cursor(), meeting)}


def at(page: AppTest, meeting: int, name: str, *, bare: bool = False) -> AppTest:
    page.query_params["moede"], page.query_params["del"] = str(meeting), "gennemgang"
    page.query_params["punkt"] = str(items(meeting)[name])
    if bare:
        page.query_params["skaerm"] = "ja"
    return page.run()


@pytest.mark.parametrize("bare", [False, True])
def test_which_meeting_it_is_is_said_once(page: AppTest, bare: bool) -> None:
    said = seen(at(page, planned(), RED, bare=bare))
    assert said.count("26. november 2026") == 1
    assert "1 / 4" in said


def test_every_light_has_its_word_and_how_long_only_where_there_is_one(page: AppTest) -> None:
    meeting = planned()
    assert "Rød 2. måned i træk Flådestyring" in seen(at(page, meeting, RED))
    assert "Gul første måned Havneplan" in seen(at(page, meeting, YELLOW))
    assert "Ikke indberettet Bibliotek" in seen(at(page, meeting, SILENT))


def test_a_line_in_many_udvalg_has_their_letters_and_one_in_two_their_names(page: AppTest) -> None:
    meeting = planned()
    assert "ØK, KB, BUU, VPU, AU · Partnerskaber" in seen(at(page, meeting, RED))
    assert "Børne- og Ungdomsudvalget, Økonomiudvalget · Partnerskaber" in seen(at(page, meeting, YELLOW))


def test_only_a_red_line_lacks_a_reason(page: AppTest) -> None:
    meeting = planned()
    assert "Hvorfor rød Årsagen mangler" in seen(at(page, meeting, RED))
    assert "Årsagen mangler" not in seen(at(page, meeting, YELLOW))


def test_a_line_without_a_history_has_as_many_months_as_one_with(page: AppTest) -> None:
    meeting = planned()
    for name in (RED, YELLOW):
        drawn = html(at(page, meeting, name))
        strip = drawn[drawn.index('class="strip large"') :].split("</span>")[0]
        assert strip.count("<i ") == 12
        assert "November 2025: Ikke i planen" in strip


def test_a_long_name_and_a_long_text_are_drawn_smaller(page: AppTest) -> None:
    meeting = planned()
    drawn = html(at(page, meeting, NAMED))
    assert f'<h1 class="long" title="{NAMED}">' in drawn
    assert '"walk-status long"' in drawn
    drawn = html(at(page, meeting, RED))
    assert f'<h1 title="{RED}">' in drawn
    assert '"walk-status"' in drawn


def test_it_is_those_who_meet_that_see_a_light_otherwise(page: AppTest) -> None:
    meeting = planned("BUU")
    change_item(database(), items(meeting)[RED], 1, light=Light.YELLOW)
    assert "Børne- og Ungdomsudvalget ser den som Gul" in seen(at(page, meeting, RED))


def test_the_bare_screen_still_says_why_an_item_is_there_and_who_is_called_in(page: AppTest) -> None:
    meeting = planned()
    change_item(database(), items(meeting)[RED], 1, invited="Fagchef, Teknik")
    assert "Fortsat rød · Indkaldt: Fagchef, Teknik" in seen(at(page, meeting, RED, bare=True))


def test_a_topic_has_its_name_where_a_line_has_its(page: AppTest) -> None:
    meeting = planned()
    add_item(database(), AgendaItem(meeting, None, "Budgetproces 2027", ("added",), 9.0))
    asked = AskedMeeting(meeting, Meeting(DIREKTIONEN, DAY, MONTH, PLAN), False, "gennemgang", False, True)
    drawn = str(point_head(queries.agenda(database().cursor(), meeting)[-1], asked, "5 / 5"))
    assert plain(drawn) == "Emne Budgetproces 2027 5 / 5 Sat på af mødet"
    assert '<div class="walk-badge">' in drawn


def test_a_topic_can_be_decided_on_and_asks_for_nothing_of_a_line(page: AppTest) -> None:
    meeting = planned()
    topic = add_item(database(), AgendaItem(meeting, None, "Budgetproces 2027", ("added",), 9.0))
    page.query_params["moede"], page.query_params["del"] = str(meeting), "gennemgang"
    page.query_params["punkt"] = str(topic)
    said = seen(page.run())
    assert "Budgetproces 2027" in said
    assert "Punktet er ikke en indsats i planen" in said
    assert "tidligere besluttet" not in said
    assert page.text_area[0].placeholder == "Direktionen beslutter, at …"


def test_a_tidsplan_that_is_only_written_otherwise_has_not_moved(
    switch_to: Callable[[str], AppTest], report: Callable[..., None]
) -> None:
    written = {"2026-08": "2. kvt. 2026", "2026-09": "2. Kvartal 2026", "2026-10": "3. kvartal 2026"}
    for month, schedule in written.items():
        report(month, *((name, "ØK", "red") for name in LINES), schedule=schedule)
    app = at(switch_to("direktionsmoede"), planned(), RED)
    assert "Tidsplan udgået: 2. Kvartal 2026 → ny tekst: 3. kvartal 2026" in seen(app)


def test_a_browser_that_draws_the_fields_anew_after_a_break_finds_in_them_what_was_saved(page: AppTest) -> None:
    meeting = planned()
    item = items(meeting)[RED]
    key = f"beslutning_text_{item}_0"
    at(page, meeting, RED).text_area(key=key).input("Udbuddet udskydes.").run()
    page.text_input(key=f"beslutning_responsible_{item}_0").input("Fagchefen").run()
    assert page.text_area(key=key).proto.default == "Udbuddet udskydes."
    assert page.run().text_input(key=f"beslutning_responsible_{item}_0").proto.default == "Fagchefen"


def test_the_sign_under_the_fields_tells_the_browser_what_is_saved(page: AppTest) -> None:
    meeting = planned()
    item = items(meeting)[RED]
    at(page, meeting, RED).text_area(key=f"beslutning_text_{item}_0").input("Udbuddet udskydes. ").run()
    (told,) = queries.decisions(database().cursor(), meeting)
    sign = f'data-name="{item}-text" data-saved="Udbuddet udskydes." data-known="[]" data-over="{told.decision_id}"'
    assert sign in html(page)
    page.button(key="endnu_en").click().run()
    assert 'data-saved="" data-known="[&#34;Udbuddet udskydes.&#34;]" data-over=""' in html(page)


def test_a_decision_stands_in_its_fields_when_one_comes_back_to_its_point(page: AppTest) -> None:
    meeting = planned()
    item = items(meeting)[RED]
    at(page, meeting, RED).text_area(key=f"beslutning_text_{item}_0").input("Udbuddet udskydes.").run()
    page.text_input(key=f"beslutning_responsible_{item}_0").input("Bo").run()
    at(page, meeting, YELLOW)
    at(page, meeting, RED)
    (text,) = (area for area in page.text_area if area.key and area.key.startswith(f"beslutning_text_{item}_"))
    assert text.value == "Udbuddet udskydes."
    text.input("Udbuddet udskydes til maj.").run()
    (told,) = queries.decisions(database().cursor(), meeting)
    assert (told.text, told.responsible) == ("Udbuddet udskydes til maj.", "Bo")
    at(page, meeting, YELLOW)
    write_decision(database(), replace(told.decision, text="Bos"), told.decision_id, told.version, "Bo")
    at(page, meeting, RED)
    assert [area.value for area in page.text_area] == ["Bos"], "what another wrote meanwhile"


def test_a_decision_whose_words_are_taken_out_is_none_until_there_are_words_again(page: AppTest) -> None:
    meeting = planned()
    key = f"beslutning_text_{items(meeting)[RED]}_0"
    at(page, meeting, RED).text_area(key=key).input("Udbuddet udskydes.").run()
    page.text_area(key=key).input(" ").run()
    assert queries.agenda(database().cursor(), meeting)[0].decisions == 0
    page.text_area(key=key).input("Udbuddet fremrykkes.").run()
    (told,) = queries.decisions(database().cursor(), meeting)
    assert (told.decision_id, told.text) == (1, "Udbuddet fremrykkes.")


def test_a_decision_that_is_deleted_can_be_brought_back(page: AppTest) -> None:
    meeting = planned()
    item = items(meeting)[RED]
    at(page, meeting, RED).text_area(key=f"beslutning_text_{item}_0").input("Udbuddet udskydes.").run()
    page.button(key="slet").click().run()
    assert queries.decisions(database().cursor(), meeting) == ()
    page.button(key="fortryd_slet").click().run()
    (told,) = queries.decisions(database().cursor(), meeting)
    assert (told.decision_id, told.text) == (1, "Udbuddet udskydes.")
    assert page.text_area(key=f"beslutning_text_{item}_2").value == "Udbuddet udskydes."


def test_what_was_meanwhile_written_by_another_is_not_written_over_by_itself(page: AppTest) -> None:
    meeting = planned()
    item = items(meeting)[RED]
    key = f"beslutning_text_{item}_0"
    at(page, meeting, RED).text_area(key=key).input("Først").run()
    (told,) = queries.decisions(database().cursor(), meeting)
    write_decision(database(), replace(told.decision, text="Bos"), told.decision_id, told.version, "Bo")
    page.text_area(key=key).input("Annas").run()
    assert "Bo har imens skrevet: »Bos«" in seen(page)
    assert 'data-sends="pauses"' not in html(page)


def test_a_kind_that_says_something_is_saved_without_words(page: AppTest) -> None:
    meeting = planned()
    at(page, meeting, RED).selectbox(key=f"beslutning_kind_{items(meeting)[RED]}_0").set_value("noted").run()
    assert [told.kind for told in queries.decisions(database().cursor(), meeting)] == ["noted"]


def pictured(page: AppTest, meeting: int, picture: str | None = None, line: int | None = None) -> str:
    page.query_params["moede"], page.query_params["del"] = str(meeting), "gennemgang"
    if picture is not None:
        page.query_params["punkt"] = picture
    if line is not None:
        page.query_params["linje"] = str(line)
    return seen(page.run())


@pytest.mark.parametrize("picture", [None, "slut"])
def test_the_whole_list_with_what_is_decided_and_what_is_left_comes_first_and_last(
    page: AppTest, picture: str | None
) -> None:
    meeting = planned()
    at = items(meeting)
    write_decision(database(), Decision(at[YELLOW], "noted", ""), by="Anna")
    change_item(database(), at[RED], 1, light=Light.YELLOW)
    said = pictured(page, meeting, picture)
    assert "4 punkter 2 Rød 1 Gul 1 Ikke indberettet 1 Besluttet 3 Ikke besluttet" in said
    assert (
        f"1 Rød {RED} Ikke besluttet set som Gul 2 Gul {YELLOW} ✓ Besluttet 3 Ikke indberettet {SILENT} Ikke besluttet"
        in said
    )
    assert f"Næste: {RED}" in said if picture is None else f"Forrige: {NAMED}" in said


def test_a_link_to_a_point_that_is_not_there_any_longer_says_so(page: AppTest) -> None:
    meeting = planned()
    removed = items(meeting)[SILENT]
    change_item(database(), removed, 1, "Bo", removed=True)
    assert f"»{SILENT}« er taget af dagsordenen af Bo" in pictured(page, meeting, str(removed))
    assert "Punktet er ikke på dagsordenen længere. Her er hele listen." in pictured(page, meeting, "999")
    assert f"1 Rød {RED} Ikke besluttet" in seen(page)


def test_a_line_that_is_called_up_leads_back_and_can_be_put_on_next(page: AppTest) -> None:
    meeting = planned()
    at = items(meeting)
    change_item(database(), at[SILENT], 1, removed=True)
    known = dict(database().cursor().execute("SELECT title, indsats_id FROM indsats_name").fetchall())
    said = pictured(page, meeting, str(at[RED]), known[SILENT])
    assert f"Tilbage til 1. {RED}" in said
    assert f"Ikke indberettet {SILENT} Kultur- og Fritidsudvalget · Partnerskaber Slået op" in said
    assert not page.text_area
    page.button(key="saet_naeste").click().run()
    assert list(items(meeting)) == [RED, SILENT, YELLOW, NAMED]
    assert "Slået op · 2 / 4" in seen(page)
    assert page.text_area[0].placeholder == "Direktionen beslutter, at …"


def test_any_line_is_found_from_within_the_walk_through(page: AppTest) -> None:
    meeting = planned()
    box = at(page, meeting, YELLOW).selectbox(key="slaa_op")
    box.set_value(next(option for option in box.options if NAMED in option)).run()
    assert f"Tilbage til 2. {YELLOW}" in seen(page)
    assert f"{NAMED} Voksen- og Plejeudvalget · Partnerskaber Slået op · 4 / 4" in seen(page)
    assert "Indsatsen i linket findes ikke i planen." in pictured(page, meeting, line=999)
