"""What is asked of single lines and of the last workbook, within three clicks from Overblik, on a plan made for it."""

import re
from collections.abc import Iterator
from datetime import date

import pytest
from playwright.sync_api import Page

from browser.conftest import filled, free_port, serve
from browser.visiting import Visit, settle
from dashboard import queries
from dashboard.domain.meeting import Decision, Meeting
from dashboard.domain.month import Month
from dashboard.domain.scope import PLAN, Scope
from dashboard.records import enter_decision
from workbook_maker import write_workbook

pytestmark = pytest.mark.browser

HEAD = ["Indsats", "Udvalg", "Farve", "Tidsplan", "Statustekst"]
CYCLING = "Cykelsti til Ørsted R101"
SICK_LEAVE = "Investering i fraværsindsatsen R307"
MONTHS = {
    "marts 2025": ("2. kvartal 2025", "Udbud på vej."),
    "april 2025": ("3. kvartal 2025", "Udbud på vej."),
    "maj 2025": ("4. kvartal 2025", "Linjeføringen er fastlagt."),
}
DECIDED = "AU besluttede at fastholde investeringen."
NAVIGATION = "[data-testid=stTopNavLink] >> text="


@pytest.fixture(scope="module")
def moved(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve a plan of three months: a green line whose date moves twice, and R307 with a decision from before them."""
    folder = tmp_path_factory.mktemp("flyttet")
    files = []
    for month, (schedule, text) in MONTHS.items():
        heading = [["Udmøntningsplan 2025-2028 - hele planen"], [f"Status pr. ultimo {month}"], HEAD]
        lines = [
            [CYCLING, "MTU", "Grøn", schedule, text],
            [SICK_LEAVE, "AU", "Rød", "2026", "Medarbejderne er ansat."],
        ]
        files.append(write_workbook(folder / f"{month}.xlsx", {"Ark1": [*heading, *lines]}))
    path = filled(folder / "status.duckdb", files)
    database = queries.open_database(path)
    (line,) = {each.indsats_id for each in queries.known_names(database.cursor()) if each.code == "R307"}
    meeting = Meeting("AU", date(2025, 1, 23), Month(2025, 1), Scope("AU"), plan="2025-2028")
    enter_decision(database, meeting, line, Decision(0, "decision", DECIDED), "Anna")
    database.close()
    with serve(path, free_port()) as (url, _):
        yield url


@pytest.fixture
def overblik(visit: Visit, moved: str) -> Page:
    """Go to Overblik."""
    return visit.follow(f"{moved}/?maaned=2025-05&omfang={PLAN}", ".card")


def test_a_green_line_whose_date_moved_twice_is_two_clicks_away(overblik: Page) -> None:
    overblik.click(f"{NAVIGATION}Signaler")
    settle(overblik, ".signal-tile")
    overblik.click(".signal-tile >> text=Grøn, men udskudt flere gange")
    settle(overblik, ".signal-tile.chosen")
    (row,) = overblik.locator(".signal-row:not(.scale)").all_inner_texts()
    assert CYCLING in row


def test_what_the_last_workbook_changed_in_texts_is_two_clicks_away(overblik: Page) -> None:
    overblik.click(f"{NAVIGATION}Indlæsning")
    settle(overblik, "text=Hvad er indlæst")
    overblik.click("a[aria-label^='Åbn Maj 2025']")
    settle(overblik, "[role=dialog] >> text=Forskel fra april 2025")
    said = re.sub(r"\s+", " ", overblik.locator("[role=dialog]").inner_text())
    assert "Linjeføringen er fastlagt." in said
    assert "4. kvartal 2025" in said
    assert "Medarbejderne er ansat." not in said


def test_everything_of_a_line_has_what_was_decided_before_its_first_status(overblik: Page) -> None:
    search = overblik.locator(".st-key-soegning input")
    search.click()
    search.type("R307")
    overblik.get_by_role("option").filter(has_text="R307").first.click()
    settle(overblik, ".card-head")
    said = overblik.locator(".decisions").inner_text()
    assert DECIDED in said
    assert "23. januar 2025" in said
