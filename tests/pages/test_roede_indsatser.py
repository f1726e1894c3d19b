"""Røde indsatser, opened the way a viewer opens it."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import pytest
from streamlit.testing.v1 import AppTest

from dashboard import queries
from dashboard.domain.light import Light
from dashboard.domain.meeting import DIREKTIONEN, Decision, Meeting
from dashboard.domain.month import Month
from dashboard.domain.scope import PLAN
from dashboard.domain.snapshot import Snapshot
from dashboard.domain.status_row import StatusRow
from dashboard.domain.text_run import TextRun
from dashboard.intake.recognise import recognise_lines
from dashboard.records import plan_meeting, write_decision
from dashboard.store.indsatser import known_names
from dashboard.store.snapshots import ReceivedFile, save_snapshot
from dashboard.web.database import database
from drawn_page import html, seen
from fixture_types import one_row

A = StatusRow(
    "Flådestyring", "Ark1", "C2", "A2", code="R003", udvalg=("ØK", "KB"), tema="Partnerskaber", responsible="Fagchefen"
)
B = StatusRow("Demenshus", "Ark1", "C3", "A3", udvalg=("VPU",), amounts={2025: Decimal("-1250.5"), 2026: Decimal(300)})
C = StatusRow("Skolevej", "Ark1", "C4", "A4", udvalg=("BUU",))
RED, YELLOW, GREEN = Light.RED, Light.YELLOW, Light.GREEN


@pytest.fixture
def save() -> Callable[..., None]:
    def save_month(month: str, *rows: StatusRow) -> None:
        snapshot = Snapshot("2025-2028", Month.parse(month), PLAN, rows)
        file = ReceivedFile(f"{month}.xlsx", month, b"", datetime(2026, 11, 3, 8, 14), "prøve")
        with database().transaction() as con:
            save_snapshot(con, file, snapshot, recognise_lines(rows, known_names(con))[0])

    return save_month


@pytest.fixture
def page(switch_to: Callable[[str], AppTest], save: Callable[..., None]) -> AppTest:
    """Give the page over three months: A red twice, B newly red without a reason, C yellow."""
    save("2025-03", replace(A, light=GREEN), replace(B, light=GREEN), replace(C, light=GREEN))
    save(
        "2025-04",
        replace(A, light=RED, red_reason="gået i stå", status_text="Udbuddet venter."),
        replace(B, light=YELLOW),
        replace(C, light=GREEN),
    )
    save(
        "2025-05",
        replace(A, light=RED, red_reason="Gået i stå", ask="Pege på en ejer", status_text="Udbuddet venter. Ny frist."),
        replace(B, light=RED, runs={"status_text": (TextRun("Brand <b>", red=True),)}, status_text="Brand <b>"),
        replace(C, light=YELLOW),
    )
    return switch_to("roede_indsatser")


@pytest.fixture
def decide_line() -> Callable[..., None]:
    """Let direktionen decide something about a line at a meeting."""

    def decide(title: str, words: str, held_on: date, month: Month, *noted: str) -> None:
        found = one_row(database().cursor().execute("SELECT indsats_id FROM indsats_name WHERE title = ?", [title]))
        meeting = plan_meeting(
            database(), Meeting(DIREKTIONEN, held_on, month, PLAN), [(found[0], ["new_red"])], "prøve"
        )
        item = queries.agenda(database().cursor(), meeting)[0].item_id
        write_decision(database(), Decision(item, "decision", words), by="prøve")
        for said in noted:
            write_decision(database(), Decision(item, "noted", said), by="prøve")

    return decide


def listed(app: AppTest) -> list[str]:
    return re.findall(r'<article class="red-line.*?<h3><a [^>]*>(.*?)</a>', html(app))


def test_the_first_thing_said_is_how_many_with_the_change_and_how_long(page: AppTest) -> None:
    said = seen(page.run())
    assert "2 røde indsatser +1 siden april" in said
    assert "Nye røde 1" in said
    assert "Længst Flådestyring R003 , 2. måned i træk" in said


def test_lines_stand_longest_in_red_first_with_all_that_a_meeting_needs(page: AppTest) -> None:
    assert listed(page.run()) == ["Flådestyring R003", "Demenshus"]
    first = seen(page).split("Længst rød først")[1].split("Demenshus")[0]
    assert "Flådestyring R003 Rød 2. måned i træk · ØK, KB" in first
    assert "Direktionen bedes Pege på en ejer Årsag Gået i stå" in first
    assert "Ansvarlig Fagchefen Tidsplan ikke oplyst" in first
    assert "Ingen beslutning endnu" in first


def test_a_missing_reason_is_a_defect_in_the_count_and_at_the_line(page: AppTest) -> None:
    said = seen(page.run())
    assert "Sagen er gået i stå 1" in said
    assert "Årsag mangler 1" in said
    assert '<span class="defect">Årsag mangler</span>' in html(page)


def test_new_words_are_marked_by_the_workbook_or_against_the_month_compared_with(page: AppTest) -> None:
    told = html(page.run())
    assert re.search(r'Udbuddet venter\.\s*<ins class="new">.*?Ny frist\.</ins>', told)
    assert re.search(r'<ins class="new">.*?Brand &lt;b&gt;</ins>', told)


def test_each_title_leads_to_its_card_and_the_number_to_its_list(page: AppTest) -> None:
    told = html(page.run())
    assert 'href="./indsats?indsats=1"' in told
    assert 'href="./indsats?lys=red"' in told


def test_the_money_in_red_keeps_savings_and_expenses_apart_in_the_year_of_the_month(page: AppTest) -> None:
    assert "Beløb 2025 −1.250,5 besparelser · 0 udgifter (1.000 kr.)" in seen(page.run())


def test_reasons_are_counted_month_by_month_in_words_too(page: AppTest) -> None:
    alt = page.run().get("plotly_chart")[0].proto.alt
    assert alt == (
        "marts 2025: ingen røde; april 2025: 1 Sagen er gået i stå; maj 2025: 1 Sagen er gået i stå, 1 Årsag mangler"
    )


def test_yellow_lines_are_added_after_the_red_when_asked_for(page: AppTest) -> None:
    page.query_params["farver"] = "gule"
    assert listed(page.run()) == ["Flådestyring R003", "Demenshus", "Skolevej"]
    assert "2 røde indsatser" in seen(page)
    assert "Årsag mangler" not in seen(page).split("Skolevej")[1]


@pytest.mark.parametrize(
    ("group", "groups"),
    [
        ("aarsag", ["Sagen er gået i stå", "Årsag mangler"]),
        ("udvalg", ["Kommunalbestyrelsen", "Voksen- og Plejeudvalget", "Økonomiudvalget"]),
        ("tema", ["Partnerskaber", "Uden tema"]),
        ("ansvarlig", ["Fagchefen", "Uden ansvarlig"]),
    ],
)
def test_the_list_is_grouped_as_the_address_says(page: AppTest, group: str, groups: list[str]) -> None:
    page.query_params["gruppe"] = group
    assert re.findall(r'<h2 class="red-group">(.*?) <', html(page.run())) == groups


def test_a_line_in_two_udvalg_stands_under_both_and_the_page_says_so(page: AppTest) -> None:
    page.query_params["gruppe"] = "udvalg"
    assert listed(page.run()).count("Flådestyring R003") == 2
    assert "En indsats i to udvalg står under begge." in seen(page)


def test_nothing_red_is_said_for_the_month_and_the_filter(page: AppTest) -> None:
    page.query_params["udvalg"] = "BUU"
    said = seen(page.run())
    assert (
        "Ingen røde indsatser i maj 2025. Der er filtreret på udvalg »Børne- og Ungdomsudvalget«. Nulstil filtrene"
        in said
    )
    assert "0 røde indsatser" in said


def test_a_filter_on_lights_does_not_hide_the_red_and_the_page_says_so(page: AppTest) -> None:
    page.query_params["lys"] = "yellow"
    assert listed(page.run()) == ["Flådestyring R003", "Demenshus"]
    assert "Filteret på lys gælder ikke her" in seen(page)


def test_the_page_as_of_an_earlier_month_knows_nothing_of_later_ones(page: AppTest) -> None:
    page.query_params["maaned"] = "2025-04"
    assert "1 rød indsats +1 siden marts" in seen(page.run())
    assert listed(page) == ["Flådestyring R003"]
    assert "Ny frist" not in seen(page)


def test_the_last_decision_is_told_with_its_day_and_what_became_of_it(
    page: AppTest, decide_line: Callable[..., None]
) -> None:
    decide_line("Flådestyring", "Direktøren peger på en ejer.", date(2025, 5, 21), Month(2025, 4))
    said = seen(page.run())
    assert "Sidst besluttet (21.05.2025) Direktøren peger på en ejer. (ikke udført)" in said
    assert said.count("Ingen beslutning endnu") == 1


def test_every_decision_of_the_last_meeting_is_told_and_what_was_only_noted_waits_for_nobody(
    page: AppTest, decide_line: Callable[..., None]
) -> None:
    decide_line("Flådestyring", "En ældre beslutning.", date(2025, 4, 23), Month(2025, 3))
    decide_line("Flådestyring", "Direktøren peger på en ejer.", date(2025, 5, 21), Month(2025, 4), "")
    said = seen(page.run())
    assert "Direktøren peger på en ejer. (ikke udført) Sidst besluttet (21.05.2025) Til efterretning" in said
    assert "Til efterretning (ikke udført)" not in said
    assert "En ældre beslutning." not in said


def test_the_list_can_be_taken_along(page: AppTest) -> None:
    page.run().session_state["hent_liste"] = True
    assert [button.proto.label for button in page.run().get("download_button")] == ["PDF", "Word", "Excel", "CSV"]
