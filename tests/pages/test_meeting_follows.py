"""A meeting that is planned before its status has come, and what each body looks at."""

import io
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import docx
import pytest
from streamlit.testing.v1 import AppTest

from dashboard import queries
from dashboard.documents.agenda import agenda
from dashboard.documents.meetings import last_decisions
from dashboard.documents.minutes import minutes_of
from dashboard.domain.light import Light
from dashboard.domain.meeting import DIREKTIONEN, AgendaItem, Decision, Meeting
from dashboard.domain.month import Month
from dashboard.domain.scope import CROSS_CUTTING, PLAN, Scope
from dashboard.domain.snapshot import Snapshot
from dashboard.domain.status_row import StatusRow
from dashboard.intake.recognise import recognise_lines
from dashboard.records import (
    add_item,
    change_item,
    change_meeting,
    hold_meeting,
    plan_meeting,
    take_note,
    write_decision,
)
from dashboard.reports.document import Document
from dashboard.reports.minutes import minutes_text
from dashboard.reports.word import word_file
from dashboard.store.indsatser import known_names
from dashboard.store.snapshots import ReceivedFile, save_snapshot
from dashboard.web.database import database
from dashboard.web.meeting.planning import body_called, proposal
from drawn_page import seen

STAYS, COMES, GOES, CALLED, BY_HAND, CALM = "Flåde", "Skolevej", "Havneplan", "Bibliotek", "Vandværk", "Cykelsti"
SEPTEMBER, OCTOBER, DAY = Month(2026, 9), Month(2026, 10), date(2026, 11, 26)


@pytest.fixture
def page(switch_to: Callable[[str], AppTest], report: Callable[..., None]) -> AppTest:
    """September's status, in which four lines are red."""
    lights = dict.fromkeys((STAYS, GOES, CALLED), "red") | dict.fromkeys((COMES, BY_HAND, CALM), "green")
    report("2026-09", *((title, "ØK", light) for title, light in lights.items()))
    return switch_to("direktionsmoede")


def october(report: Callable[..., None]) -> None:
    """Let the next status come: one is newly red, two are not red any longer."""
    lights = dict.fromkeys((STAYS, COMES), "red") | dict.fromkeys((GOES, CALLED, BY_HAND, CALM), "green")
    report("2026-10", *((title, "ØK", light) for title, light in lights.items()))


def ids() -> dict[str, int]:
    return dict(database().cursor().execute("SELECT title, indsats_id FROM indsats_name").fetchall())


def planned(body: str = DIREKTIONEN, month: Month = SEPTEMBER, scope: Scope = PLAN, held_on: date = DAY) -> int:
    meeting = Meeting(body, held_on, month, scope)
    agenda = [(line.indsats_id, line.reasons) for line in proposal(meeting)]
    return plan_meeting(database(), meeting, agenda, "Anna", "Sagen")


def on_agenda(meeting: int) -> dict[str, queries.AgendaItem]:
    return {item.name: item for item in queries.agenda(database().cursor(), meeting)}


def test_what_another_machine_changes_while_the_page_is_drawn_is_drawn_as_well(
    page: AppTest, report: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    meeting = planned()
    october(report)
    changed: list[int] = []

    def meanwhile(*asked: Any) -> Any:
        if not changed:
            changed.append(meeting)
            change_meeting(database(), meeting, 1, {"month": OCTOBER})
        return last_decisions(*asked)

    monkeypatch.setattr("dashboard.web.meeting.agenda.last_decisions", meanwhile)
    page.query_params["moede"] = str(meeting)
    assert "Status for oktober 2026 sammenlignet med september 2026" in seen(page.run())


def walk_of(page: AppTest, meeting: int, item: queries.AgendaItem) -> AppTest:
    asked = {"moede": str(meeting), "del": "gennemgang", "punkt": str(item.item_id)}
    page.query_params.update(asked)
    return page.run()


def shown_text(document: Document) -> str:
    return "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(word_file(document))).paragraphs)


def agenda_of(page: AppTest, meeting: int) -> AppTest:
    page.query_params["moede"], page.query_params["del"] = str(meeting), "dagsorden"
    return page.run()


def test_newer_status_is_told_with_what_it_changes_and_taken_over_in_one_click(
    page: AppTest, report: Callable[..., None]
) -> None:
    page.run()
    meeting = planned()
    at = on_agenda(meeting)
    change_item(database(), at[CALLED].item_id, 1, invited="Fagchefen", position=0.5)
    add_item(database(), AgendaItem(meeting, ids()[BY_HAND], None, ("added",), 9.0))
    add_item(database(), AgendaItem(meeting, None, "Eventuelt", ("added",), 10.0))
    assert "Opdatér" not in seen(agenda_of(page, meeting))
    october(report)
    said = seen(agenda_of(page, meeting))
    assert "Status for oktober 2026 er kommet: 1 nyt punkt, 1 falder bort" in said
    assert f"Nye punkter (1) Rød {COMES} Ny rød Falder bort (1) Grøn {GOES}" in said, "what it is now says why"
    said = seen(page.button(key="opdater").click().run())
    assert "Dagsordenen følger nu status for oktober 2026: 1 nyt punkt, 1 falder bort." in said
    assert "Status for oktober 2026 sammenlignet med september 2026" in said
    now = on_agenda(meeting)
    assert list(now) == [COMES, CALLED, STAYS, BY_HAND, "Eventuelt"], "the order that was made stays"
    assert (now[CALLED].invited, now[CALLED].reasons) == ("Fagchefen", ("kept",))
    assert (now[STAYS].reasons, now[STAYS].in_row) == (("still_red",), 2)
    assert now[COMES].reasons == ("new_red",)
    assert "er kommet" not in said


def test_what_was_taken_off_stays_off_when_the_status_is_followed(page: AppTest, report: Callable[..., None]) -> None:
    page.run()
    meeting = planned()
    change_item(database(), on_agenda(meeting)[STAYS].item_id, 1, removed=True)
    october(report)
    agenda_of(page, meeting).button(key="opdater").click().run()
    assert list(on_agenda(meeting)) == [COMES]


def test_whoever_follows_the_status_second_is_told_so(page: AppTest, report: Callable[..., None]) -> None:
    page.run()
    meeting = planned()
    october(report)
    agenda_of(page, meeting)
    change_item(database(), on_agenda(meeting)[GOES].item_id, 1, "Bo", invited="Fagchefen")
    said = seen(page.button(key="opdater").click().run())
    assert "En anden har ændret det imens." in said
    assert (GOES in on_agenda(meeting), queries.meetings(database().cursor())[0].month) == (True, SEPTEMBER)


def test_a_corrected_status_of_the_same_month_lets_points_fall_away_too(
    page: AppTest, report: Callable[..., None]
) -> None:
    page.run()
    meeting = planned()
    report("2026-09", *((title, "ØK", "green") for title in (STAYS, COMES, GOES, CALLED, BY_HAND, CALM)))
    said = seen(agenda_of(page, meeting))
    assert "Status eller beslutninger er ændret: 3 falder bort" in said
    page.button(key="opdater").click().run()
    assert not on_agenda(meeting)


def test_date_and_month_are_changed_until_it_is_held(page: AppTest, report: Callable[..., None]) -> None:
    october(report)
    page.run()
    meeting = planned(month=OCTOBER)
    agenda_of(page, meeting)
    page.session_state["ret_moede"] = True
    page.run()
    page.date_input(key=f"ret_{meeting}_1_dato").set_value(date(2026, 12, 3)).run()
    page.selectbox(key=f"ret_{meeting}_1_maaned").set_value(SEPTEMBER).run()
    assert "2 nye punkter, 1 falder bort." in seen(page)
    said = seen(page.button(key=f"ret_{meeting}_1_gem").click().run())
    assert "Direktionen · 3. december 2026" in said
    assert set(on_agenda(meeting)) == {STAYS, GOES, CALLED}
    hold_meeting(database(), meeting)
    assert "Ret dato og status" not in seen(agenda_of(page, meeting))


def test_the_status_of_a_new_plan_is_told_and_can_be_chosen(page: AppTest, report: Callable[..., None]) -> None:
    page.run()
    meeting = planned()
    report("2026-10", (COMES, "ØK", "red"), plan="2026-2029")
    assert "Status for planen 2026-2029 er kommet. Mødet ser på 2025-2028; vælg den nye plan" in seen(
        agenda_of(page, meeting)
    )
    page.session_state["ret_moede"] = True
    page.run()
    page.selectbox(key=f"ret_{meeting}_1_plan").set_value("2026-2029").run()
    said = seen(page.button(key=f"ret_{meeting}_1_gem").click().run())
    assert list(on_agenda(meeting)) == [COMES]
    assert "er kommet" not in said


def test_a_meeting_that_stays_on_its_plan_is_told_of_the_new_one_once(
    page: AppTest, report: Callable[..., None]
) -> None:
    page.run()
    meeting = planned()
    report("2026-10", (COMES, "ØK", "red"), plan="2026-2029")
    agenda_of(page, meeting)
    said = seen(page.button(key="bliv_paa_plan").click().run())
    assert "Mødet bliver på planen 2025-2028." in said
    assert "2026-2029 er kommet" not in said
    report("2026-11", (COMES, "ØK", "red"), plan="2027-2030")
    assert "Status for planen 2027-2030 er kommet." in seen(agenda_of(page, meeting)), "a newer one is told of again"


# ---- what each body looks at


def save_whole_plan(month: str) -> None:
    """Save a whole plan in which one line is cross-cutting, one AU's own, and one of both BUU and AU."""
    row = StatusRow(title="", sheet="Ark1", cell="C1", title_cell="A1", light=Light.RED, udvalg=("BUU",))
    rows = (
        replace(row, title="Tværs", udvalg=("ØK",), cross_cutting=True),
        replace(row, title="Jobcenter", udvalg=("AU",)),
        replace(row, title="Unge", udvalg=("BUU", "AU")),
        replace(row, title="Skoler"),
    )
    snapshot = Snapshot("2025-2028", Month.parse(month), PLAN, rows)
    file = ReceivedFile(f"{month}.xlsx", month, b"", datetime(2026, 11, 3, 8, 14), "prøve")
    with database().transaction() as con:
        save_snapshot(con, file, snapshot, recognise_lines(rows, known_names(con))[0])


@pytest.mark.parametrize(
    ("body", "scope", "lines"),
    [
        (DIREKTIONEN, CROSS_CUTTING, {"Tværs"}),
        ("ØK", PLAN, {"Tværs", "Jobcenter", "Unge", "Skoler"}),
        ("AU", Scope("AU"), {"Tværs", "Jobcenter", "Unge"}),
        ("BUU", Scope("BUU"), {"Tværs", "Unge", "Skoler"}),
    ],
)
def test_each_body_is_proposed_its_own_lines(
    switch_to: Callable[[str], AppTest], body: str, scope: Scope, lines: set[str]
) -> None:
    save_whole_plan("2026-10")
    page = switch_to("direktionsmoede").run()
    page.selectbox(key="nyt_hvem").select(body).run()
    page.button(key="opret").click().run()
    (told,) = queries.meetings(database().cursor())
    assert (told.body, told.scope) == (body, scope)
    now = on_agenda(told.meeting_id)
    assert set(now) == lines
    assert {item.light for item in now.values()} == {Light.RED}


def test_an_udvalg_whose_own_part_has_not_come_looks_at_when_it_came_last(
    switch_to: Callable[[str], AppTest], report: Callable[..., None]
) -> None:
    save_whole_plan("2026-09")
    report("2026-10", ("Tværs", "ØK", "red"), scope=CROSS_CUTTING)
    page = switch_to("direktionsmoede").run()
    page.selectbox(key="nyt_hvem").select("AU").run()
    assert page.selectbox(key="nyt_maaned").value == SEPTEMBER
    page.selectbox(key="nyt_hvem").select(DIREKTIONEN).run()
    assert page.selectbox(key="nyt_maaned").value == OCTOBER
    page.selectbox(key="nyt_hvem").select("AU").run()
    page.selectbox(key="nyt_tvaers").select(SEPTEMBER).run()
    page.button(key="opret").click().run()
    (told,) = queries.meetings(database().cursor())
    assert (told.month, told.cross_month) == (SEPTEMBER, None)
    said = seen(agenda_of(page, told.meeting_id))
    assert "Tværgående status for oktober 2026 er kommet: de samme punkter" in said
    assert "Egen del er ikke kommet for oktober 2026. Den står, som den var i september 2026." in said


def test_the_beginning_of_a_name_that_only_one_has_is_that_one(page: AppTest) -> None:
    page.run()
    said = ("økonomi", "øko", "ØK", "Styregruppen", " Direktionen ")
    assert [*map(body_called, said)] == ["ØK", "øko", "ØK", "Styregruppen", DIREKTIONEN]


def test_the_browser_is_told_what_another_body_looks_at(
    switch_to: Callable[[str], AppTest], report: Callable[..., None]
) -> None:
    save_whole_plan("2026-09")
    report("2026-10", ("Tværs", "ØK", "red"), scope=CROSS_CUTTING, is_example=True)
    page = switch_to("direktionsmoede").run()
    page.selectbox(key="nyt_hvem").select("AU").run()
    shown = {name: page.selectbox(key=f"nyt_{name}") for name in ("maaned", "omfang", "tvaers")}
    assert [box.value for box in shown.values()] == [SEPTEMBER, Scope("AU"), OCTOBER]
    assert all(box.proto.set_value for box in shown.values()), "what is only forgotten here goes on standing there"
    page.button(key="opret").click().run()
    assert "Eksempeldata" in seen(page), "where any part that is looked at is invented"
    ask, (listed,) = queries.asks(database().cursor()), queries.meetings(database().cursor())
    assert agenda(ask, listed).example


def test_each_part_of_an_udvalgs_meeting_follows_its_own_status_in_one_click(
    switch_to: Callable[[str], AppTest], report: Callable[..., None]
) -> None:
    save_whole_plan("2026-09")
    page = switch_to("direktionsmoede").run()
    meeting = planned("AU", SEPTEMBER, Scope("AU"))
    at = on_agenda(meeting)
    change_item(database(), at["Jobcenter"].item_id, 1, position=9.0)
    change_item(database(), at["Unge"].item_id, 1, invited="Fagchefen")
    add_item(database(), AgendaItem(meeting, None, "Eventuelt", ("added",), 10.0))
    report("2026-10", ("Tværs", "ØK", "green"), ("Ny bro", "ØK", "red", "Venter."), scope=CROSS_CUTTING)
    said = seen(agenda_of(page, meeting))
    assert "Tværgående status for oktober 2026 er kommet: 1 nyt punkt, 1 falder bort" in said
    assert (
        "Nye punkter (1) Rød Ny bro Ny rød Falder bort (1) Grøn Tværs Egen del er ikke kommet for oktober 2026." in said
    )
    said = seen(page.button(key="opdater").click().run())
    assert "Dagsordenen følger nu tværgående status for oktober 2026: 1 nyt punkt, 1 falder bort." in said
    assert "Status for september 2026 · Arbejdsmarkedsudvalget · Tværgående status for oktober 2026" in said
    assert "Rød første måned pr. september 2026 Unge" in said
    assert "Rød første måned pr. oktober 2026 Ny bro" in said
    assert "er kommet:" not in said
    now = on_agenda(meeting)
    assert list(now) == ["Unge", "Jobcenter", "Ny bro", "Eventuelt"], "the order that was made stays"
    assert now["Unge"].invited == "Fagchefen"
    assert {name: item.month for name, item in now.items()} == {
        "Unge": SEPTEMBER, "Ny bro": OCTOBER, "Jobcenter": SEPTEMBER, "Eventuelt": None,
    }  # fmt: skip
    assert "Venter." in seen(walk_of(page, meeting, now["Ny bro"])), "what the newer month says of it"
    ask, (listed,) = queries.asks(database().cursor()), queries.meetings(database().cursor())
    for told in (shown_text(agenda(ask, listed)), minutes_text(minutes_of(ask, listed))):
        assert "Tværgående status for oktober 2026" in told
        assert "første måned pr. september 2026" in told
        assert "første måned pr. oktober 2026" in told
    assert "Status er pr. ultimo september 2026, for de tværgående punkter oktober 2026." in told
    assert re.search(r"Status for oktober 2026: \S+ .*Status for september 2026: \S+", " ".join(told.split()))
    report("2026-10", ("Jobcenter", "AU", "red"), ("Unge", "BUU, AU", "green"), scope=Scope("AU"))
    said = seen(agenda_of(page, meeting))
    assert "Status for oktober 2026 er kommet: de samme punkter" in said
    said = seen(page.button(key="opdater").click().run())
    assert "Status for oktober 2026 sammenlignet med september 2026 · Arbejdsmarkedsudvalget" in said
    assert "pr. oktober" not in said, "both parts are of the same month again"
    assert on_agenda(meeting)["Unge"].reasons == ("kept",)


def test_a_line_that_the_newer_part_tells_of_is_proposed_as_that_has_it(
    switch_to: Callable[[str], AppTest], report: Callable[..., None]
) -> None:
    report("2026-09", ("Fælles", "AU", "red"), ("Jobcenter", "AU", "red"), scope=Scope("AU"))
    report("2026-10", ("Fælles", "AU", "green"), scope=CROSS_CUTTING)
    page = switch_to("direktionsmoede").run()
    page.selectbox(key="nyt_hvem").select("AU").run()
    assert (page.selectbox(key="nyt_maaned").value, page.selectbox(key="nyt_tvaers").value) == (SEPTEMBER, OCTOBER)
    page.button(key="opret").click().run()
    (told,) = queries.meetings(database().cursor())
    assert list(on_agenda(told.meeting_id)) == ["Jobcenter"]
    assert page.selectbox(key="saet_indsats").options == ["Fælles · Grøn · AU"], "and can be put on by hand"


def test_a_line_that_direktionen_saw_otherwise_says_so_next_time_and_is_not_newly_red_again(page: AppTest) -> None:
    page.run()
    meeting = planned(held_on=date(2026, 11, 4))
    change_item(database(), on_agenda(meeting)[STAYS].item_id, 1, light=Light.YELLOW)
    write_decision(database(), Decision(on_agenda(meeting)[STAYS].item_id, "decision", "Det første."))
    write_decision(database(), Decision(on_agenda(meeting)[STAYS].item_id, "help", "Det andet."))
    take_note(database(), [on_agenda(meeting)[STAYS].item_id])
    hold_meeting(database(), meeting)
    said = seen(agenda_of(page, planned()))
    assert f"{STAYS} Opfølgning på beslutning · Rød, også drøftet sidst" in said
    assert "Direktionen så den som gul 4. november 2026" in said
    assert "Sidst besluttet 04.11.2026: Det første." in said
    assert "Sidst besluttet 04.11.2026: Det andet." in said
    assert re.search(r"Sidst besluttet 04\.11\.2026: Til efterretning(?! ·)", said)
    assert "Ny rød" not in said


def test_the_rest_of_what_the_meeting_looks_at_is_put_on_in_one_click(page: AppTest) -> None:
    page.run()
    meeting = planned()
    agenda_of(page, meeting).button(key="saet_resten_paa").click().run()
    now = on_agenda(meeting)
    assert set(list(now)[:3]) == {STAYS, GOES, CALLED}, "those that were there stay first"
    assert set(list(now)[3:]) == {COMES, BY_HAND, CALM}
    assert "Sæt resten på" not in seen(page)


def test_the_rest_is_what_is_not_on_when_the_click_comes_not_when_the_button_was_drawn(page: AppTest) -> None:
    page.run()
    meeting = planned()
    agenda_of(page, meeting)
    first = on_agenda(meeting)[STAYS]
    change_item(database(), first.item_id, first.version, removed=True)
    add_item(database(), AgendaItem(meeting, ids()[CALM], None, ("added",), 9.0))
    page.button(key="saet_resten_paa").click().run()
    assert set(on_agenda(meeting)) == {STAYS, GOES, CALLED, COMES, BY_HAND, CALM}
    assert "Sæt resten på" not in seen(page)


def test_a_point_can_be_moved_as_often_as_anybody_likes(page: AppTest) -> None:
    page.run()
    meeting = planned()
    last, *first = reversed(on_agenda(meeting).values())
    half = 1 + 2**-52  # the next number there is: nothing fits between this and 1
    for item, position in zip(first, (1.0, half), strict=True):
        change_item(database(), item.item_id, item.version, position=position)
    agenda_of(page, meeting)
    order = list(on_agenda(meeting))
    page.button(key=f"op_{last.item_id}").click().run()
    assert list(on_agenda(meeting)) == [order[0], order[2], order[1]]
