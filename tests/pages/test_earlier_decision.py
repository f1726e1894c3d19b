"""What an udvalg decided before the first status is entered on the card of the line, and stands with the rest."""

from collections.abc import Callable
from datetime import date, timedelta

from streamlit.testing.v1 import AppTest

from dashboard import queries
from dashboard.web.database import database
from drawn_page import seen

LINE = "Investering i fraværsindsatsen"
SAID = "Udvalget ønsker at modtage SØM-beregning, som lå til grund for budgetforhandlingerne."


def opened(switch_to: Callable[[str], AppTest], report: Callable[..., None]) -> AppTest:
    report("2025-03", (LINE, "AU", "red"))
    report("2025-04", (LINE, "AU", "red"))
    page = switch_to("indsats")
    page.query_params["indsats"] = "1"
    page.session_state["tidligere_beslutning"] = True
    return page.run()


def test_a_decision_from_before_the_first_status_stands_on_the_line_and_waits_for_somebody(
    switch_to: Callable[[str], AppTest], report: Callable[..., None]
) -> None:
    page = opened(switch_to, report)
    page.selectbox(key="tidligere_body_1_0").set_value("AU")
    page.date_input(key="tidligere_day_1_0").set_value(date(2025, 1, 23))
    page.text_area(key="tidligere_text_1_0").input(SAID)
    page.selectbox(key="tidligere_kind_1_0").set_value("material")
    page.text_input(key="tidligere_responsible_1_0").input("Arbejdsmarkedschefen")
    said = seen(page.button(key="gem_tidligere").click().run())
    assert "Beslutningen fra Arbejdsmarkedsudvalget 23. januar 2025 er gemt." in said
    assert f"Fra møderne Arbejdsmarkedsudvalget 23. januar 2025 {SAID} Ønsker yderligere materiale" in said
    page.query_params["maaned"] = "2025-03"
    assert SAID in seen(page.run()), "also as of the first status"
    (told,) = queries.decisions(database().cursor(), only_open=True)
    assert (told.body, told.responsible, told.held_on) == ("AU", "Arbejdsmarkedschefen", date(2025, 1, 23))
    page = switch_to("direktionsmoede").run()
    assert "23. januar 2025 Arbejdsmarkedsudvalget Ingen status" in seen(page)
    page.query_params["moede"], page.query_params["del"] = str(told.meeting_id), "referat"
    said = seen(page.run())
    assert "Mødet er fra før den første status." in said
    assert f"Ad. {LINE}. Ønsker yderligere materiale: {SAID} Ansvarlig: Arbejdsmarkedschefen." in said
    assert "ultimo" not in said


def test_what_is_missing_or_has_not_been_held_is_said_and_nothing_is_saved(
    switch_to: Callable[[str], AppTest], report: Callable[..., None]
) -> None:
    page = opened(switch_to, report)
    assert "Skriv, hvem der mødtes" in seen(page.button(key="gem_tidligere").click().run())
    page.selectbox(key="tidligere_body_1_0").set_value("AU")
    page.date_input(key="tidligere_day_1_0").set_value(date.today() + timedelta(days=30))
    page.text_area(key="tidligere_text_1_0").input(SAID)
    assert "ikke er holdt endnu" in seen(page.button(key="gem_tidligere").click().run())
    assert not queries.meetings(database().cursor())
