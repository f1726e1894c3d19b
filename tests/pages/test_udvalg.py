"""Udvalg, opened the way a viewer opens it."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.domain.light import Light
from dashboard.domain.meeting import Decision, Meeting
from dashboard.domain.month import Month
from dashboard.domain.scope import CROSS_CUTTING, PLAN
from dashboard.domain.snapshot import Snapshot
from dashboard.domain.status_row import StatusRow
from dashboard.intake.recognise import recognise_lines
from dashboard.records import enter_decision
from dashboard.store.indsatser import known_names
from dashboard.store.snapshots import ReceivedFile, save_snapshot
from dashboard.web.database import database
from drawn_page import html, plain, seen

RED, YELLOW, GREEN = Light.RED, Light.YELLOW, Light.GREEN
FLEET = StatusRow(
    "Flådestyring", "Ark1", "C2", "A2", light=GREEN, udvalg=("ØK", "KB"), responsible="Fagchef for Drift",
    amounts={2025: Decimal(-100), 2026: Decimal("-200.5")},
)  # fmt: skip
SCHOOL = StatusRow(
    "Skolevej", "Ark1", "C3", "A3", light=RED, udvalg=("BUU",), amounts={2025: Decimal(50)},
    political_treatment="Evaluering (BUU, KB) i maj 2025",
)  # fmt: skip
TASKFORCE = StatusRow("Taskforce", "Ark1", "C4", "A4", light=YELLOW, udvalg=("BUU",), cross_cutting=True,
    political_treatment="Status (KB) 4. kvt. 2025",
)  # fmt: skip
LIBRARY = StatusRow(
    "Bibliotek", "Ark1", "C5", "A5", light=GREEN, udvalg=("Gammelt udvalg",),
    political_treatment="Åbningstider behandlet i KFU i april 2025",
)  # fmt: skip


@pytest.fixture
def page(switch_to: Callable[[str], AppTest]) -> AppTest:
    """Give the page over two months: an udvalg that is no more, and a line in two that turned red."""
    months = {
        "2025-04": (FLEET, SCHOOL, TASKFORCE, LIBRARY),
        "2025-05": (
            replace(FLEET, light=RED),
            SCHOOL,
            replace(TASKFORCE, light=GREEN),
            replace(LIBRARY, udvalg=("KFU",)),
        ),
    }
    for month, rows in months.items():
        file = ReceivedFile(f"{month}.xlsx", month, b"", datetime(2026, 11, 3, 8, 14), "prøve")
        with database().transaction() as con:
            snapshot = Snapshot("2025-2028", Month.parse(month), PLAN, rows)
            save_snapshot(con, file, snapshot, recognise_lines(rows, known_names(con))[0])
    return switch_to("udvalg")


def row_of(app: AppTest, name: str) -> str:
    table = re.findall(r'<table class="udvalg-matrix">.*?</table>', html(app), re.S)
    return next(plain(row) for row in table[0].split("<tr") if name in row).partition(">")[2].strip()


def chosen(page: AppTest, key: str) -> AppTest:
    page.query_params["valgt"] = key
    return page.run()


def test_an_udvalg_offers_its_part_of_the_plan_as_a_document(page: AppTest) -> None:
    page.query_params["valgt"] = "BUU"
    page.session_state["hent_udsnit"] = True
    html(page.run())
    labels = [button.proto.label for button in page.get("download_button")]
    assert labels == [f"Udsnit til Børne- og Ungdomsudvalget ({kind})" for kind in ("PDF", "Word")]


def test_every_udvalg_has_its_lights_with_what_changed_and_the_most_red_stands_first(page: AppTest) -> None:
    assert row_of(page.run(), "Økonomiudvalget") == "Økonomiudvalget ØK 1 +1 0 0 −1 0 0 1 −100 0"
    assert row_of(page, "Børne- og") == "Børne- og Ungdomsudvalget BUU 1 0 −1 1 +1 0 0 2 0 50"
    names = re.findall(r'<a class="line-link" href="\./udvalg\?valgt=([^"&]+)"', html(page))
    assert names[0] == "BUU"


def test_the_last_row_counts_each_line_once_and_the_page_says_why_it_is_less_than_the_rows(page: AppTest) -> None:
    assert row_of(page.run(), "hver indsats én gang") == "I alt, hver indsats én gang 2 +1 0 −1 2 0 0 4 −100 50"
    assert "tæller én gang i hvert af dem og én gang i alt. Rækkerne giver derfor 5, men der er 4 indsatser." in seen(
        page
    )


def test_the_rows_can_be_those_responsible_and_a_number_leads_to_their_lines(page: AppTest) -> None:
    page.query_params["raekker"] = "ansvarlig"
    assert row_of(page.run(), "Fagchef for Drift") == "Fagchef for Drift 1 +1 0 0 −1 0 0 1 −100 0"
    assert row_of(page, "Uden ansvarlig") == "Uden ansvarlig 1 0 −1 2 +1 0 0 3 0 50"
    assert 'href="./indsats?ansvarlig=Fagchef+for+Drift&amp;lys=red"' in html(page)
    assert "Rækkerne giver" not in seen(page)


def test_what_stands_before_political_treatment_is_listed_by_udvalg_the_nearest_first(page: AppTest) -> None:
    said = seen(page.run())
    assert "Står foran politisk behandling 2 " in said
    assert "Børne- og Ungdomsudvalget 1 maj 2025 skulle være behandlet Rød Skolevej Evaluering" in said
    assert said.index("Skolevej Evaluering") < said.index("december 2025 Grøn Taskforce Status")
    assert 'href="./indsats?behandling=KB"' in html(page)
    part = seen(chosen(page, "BUU"))
    assert "Står foran politisk behandling 1 " in part
    assert "Taskforce Status" not in part


def test_a_filter_lets_through_what_stands_before_treatment_in_an_udvalg(page: AppTest) -> None:
    page.query_params["behandling"] = "KB"
    said = seen(page.run())
    assert "Foran politisk behandling i: Kommunalbestyrelsen" in html(page)
    assert row_of(page, "hver indsats én gang").startswith("I alt, hver indsats én gang 1 0 −1 1")
    assert "Bibliotek" not in said


def test_a_number_leads_to_its_lines_and_keeps_the_filters(page: AppTest) -> None:
    page.query_params["tekst"] = "e"
    leads = re.findall(r'href="\./indsats\?([^"]+)"', html(page.run()))
    assert {"tekst=e", "udvalg=BUU", "lys=red"} in [set(lead.split("&amp;")) for lead in leads]


def test_a_number_of_one_udvalgs_part_leads_to_the_lines_of_that_udvalg(page: AppTest) -> None:
    leads = re.findall(r'href="\./indsats\?([^"]+)"', html(chosen(page, "BUU")))
    assert any("lys=red" in lead for lead in leads)
    assert all("udvalg=BUU" in lead.split("&amp;") for lead in leads)


def test_an_udvalg_that_lost_all_its_lines_is_still_there_with_the_loss(page: AppTest) -> None:
    assert row_of(page.run(), "Gammelt udvalg").startswith("Gammelt udvalg 0 0 0 −1")


def test_one_udvalgs_part_has_its_own_lines_and_the_cross_cutting_ones_apart(page: AppTest) -> None:
    said = seen(chosen(page, "BUU"))
    assert "Hele planen · Børne- og Ungdomsudvalget × · 2 indsatser" in said
    own, crossing = said.split("Egne indsatser 1")[1].split("Tværgående indsatser, der vedrører udvalget 1")
    assert "Rød Skolevej" in own
    assert "Taskforce" in crossing
    assert "Flådestyring" not in said
    assert "Forbedret 1 Gul → Grøn Taskforce" in said
    assert "Beslutninger 0 Ingen beslutninger endnu" in said


def test_a_decision_of_the_part_says_who_decided_by_name(page: AppTest) -> None:
    meeting = Meeting("direktionen", date(2025, 5, 7), Month(2025, 5), PLAN)
    enter_decision(database(), meeting, 2, Decision(0, "decision", "Vejen anlægges."))
    assert "Skolevej Vejen anlægges. 07.05.2025 · Direktionen · ikke udført" in seen(chosen(page, "BUU"))


def test_filtering_by_one_udvalg_chooses_it(page: AppTest) -> None:
    page.query_params["udvalg"] = "ØK"
    assert "Egne indsatser 1" in seen(page.run())
    assert "<h1>Økonomiudvalget</h1>" in html(page)


def test_the_part_of_an_udvalg_that_is_no_more_can_be_seen_as_of_its_month(page: AppTest) -> None:
    page.query_params["maaned"] = "2025-04"
    said = seen(chosen(page, "Gammelt udvalg"))
    assert "<h1>Gammelt udvalg</h1>" in html(page)
    assert "April 2025 · Hele planen" in said
    assert "Grøn Bibliotek" in said


def test_the_own_part_that_the_month_does_not_tell_stands_as_it_was_last_told(page: AppTest) -> None:
    newest = (replace(TASKFORCE, light=RED),)
    file = ReceivedFile("2025-06.xlsx", "2025-06", b"", datetime(2026, 11, 3, 8, 14), "prøve")
    with database().transaction() as con:
        snapshot = Snapshot("2025-2028", Month(2025, 6), CROSS_CUTTING, newest)
        save_snapshot(con, file, snapshot, recognise_lines(newest, known_names(con))[0])
    said = seen(page.run())
    assert "For juni 2025 vises kun »Tværgående indsatser«. Hele planen er senest leveret for maj 2025" in said
    assert "I røde indsatser 2025: −100 besparelser · 50 udgifter" in said
    said = seen(chosen(page, "BUU"))
    assert "Egen del er ikke leveret for juni 2025; senest maj 2025. Den står her, som den var da." in said
    assert "Hele udvalgets del i maj 2025 Rød 1 uændret siden april" in said
    own, crossing = said.split("Egne indsatser 1 maj 2025")[1].split("vedrører udvalget 1 juni 2025")
    assert "Rød Skolevej" in own
    assert "Rød Taskforce" in crossing
    assert "Forværret 1 Grøn → Rød Taskforce" in said
    assert "Ændringerne er alene af »Tværgående indsatser«." in said
    assert re.search(r'href="\./indsats\?[^"]*maaned=2025-05[^"]*">Skolevej', html(page))
    assert not re.search(r'href="\./indsats\?[^"]*maaned=2025-05[^"]*">Taskforce', html(page))
    said = seen(chosen(page, "ØK"))
    assert "senest maj 2025" in said
    assert "Ingen tværgående indsatser vedrører udvalget" in said


def test_an_udvalg_that_does_not_exist_is_a_calm_note_over_all_of_them(page: AppTest) -> None:
    said = seen(chosen(page, "<script>"))
    assert "kan ikke vælges under Udvalg her" in said
    assert "hver indsats én gang" in said
    assert "<script>" not in html(page)


def test_the_money_says_how_many_lines_have_amounts_and_what_is_red(page: AppTest) -> None:
    page.run()
    assert (
        "Økonomi I røde indsatser 2025: −100 besparelser · 50 udgifter (1.000 kr.) 2 af 4 indsatser har beløb."
        in seen(page)
    )
    alts = [chart.proto.alt for chart in page.get("plotly_chart")]
    assert alts[0].startswith(
        "2025: besparelser −100 og udgifter 50, heraf i røde besparelser −100 og udgifter 50; 2026:"
    )
    assert "Børne- og Ungdomsudvalget: besparelser 0 og udgifter 50" in alts[1]
    assert alts[2].startswith("April 2025: besparelser 0 og udgifter 50, heraf i røde besparelser 0 og udgifter 50")


def test_the_money_is_by_tema_or_art_and_of_the_year_that_the_address_says(page: AppTest) -> None:
    page.query_params["beloeb"], page.query_params["aar"] = "tema", "2026"
    assert "Beløb pr. tema i 2026" in seen(page.run())
    assert page.get("plotly_chart")[1].proto.alt == (
        "Uden tema: besparelser −200,5 og udgifter 0, heraf i røde besparelser −200,5 og udgifter 0"
    )


def test_lines_without_amounts_show_no_money_at_all(page: AppTest) -> None:
    page.query_params["tekst"] = "Taskforce"
    assert "Ingen af indsatserne har beløb." in seen(page.run())
    assert not page.get("plotly_chart")


def test_without_a_comparison_nothing_is_said_to_have_changed(page: AppTest) -> None:
    page.query_params["sammenlign"] = "ingen"
    assert row_of(page.run(), "Økonomiudvalget") == "Økonomiudvalget ØK 1 0 0 0 0 1 −100 0"


def test_filters_that_leave_nothing_offer_a_way_back(page: AppTest) -> None:
    page.query_params["tekst"] = "findes slet ikke"
    assert "Ingen indsatser passer til filtrene" in seen(page.run())


def test_no_leftovers_of_code_are_on_the_page(page: AppTest) -> None:
    for app in (page.run(), chosen(page, "BUU")):
        assert not re.search(r"\b(None|nan|NaN|NaT|<NA>|not_reported)\b", seen(app))
