"""A whole meeting in two windows of a real browser, from agenda to the follow-up at the next one."""

import re
import shutil
from pathlib import Path

import psutil
import pytest
from playwright.sync_api import Locator, Page, expect

from browser.conftest import MILLISECONDS, free_port, serve
from browser.visiting import LAPTOP, NOWHERE, Visit, settle
from dashboard import queries

pytestmark = pytest.mark.browser

TEXT = "[class*=st-key-beslutning_text_] textarea"
SAVED = re.compile("Gemt kl.")
# The page looks every second at what was typed, to let go of what was saved: a text that is kept for longer stays.
LOOKED_AT_AGAIN = """() => {
    const kept = Object.keys(localStorage).filter((key) => key.startsWith("draft:")).map((key) => localStorage[key]);
    return kept.length === 0 || kept.every((draft) => Date.now() - JSON.parse(draft).at > 2200);
}"""

expect.set_options(timeout=MILLISECONDS)


@pytest.fixture(scope="module")
def port() -> int:
    """Give the port of every server here, so that a browser finds at the next one what it kept from the one before."""
    return free_port()


@pytest.fixture
def plan(example_database: Path, tmp_path: Path) -> Path:
    """Give a database that is this test's own."""
    return Path(shutil.copy(example_database, tmp_path))


def place(page: Page, number: int) -> None:
    """Wait until an item is on the screen, and nothing of the one before it."""
    expect(page.locator(".walk-number")).to_have_text(re.compile(rf"^{number} / "))
    settle(page)


def walk_through(page: Page) -> None:
    """Open the next meeting about the whole plan, whose agenda makes itself, and go by its list to the first item."""
    page.locator(".st-key-nyt_omfang input").click()
    page.get_by_role("option", name="Hele planen").click()
    expect(page.locator(".planned-agenda")).to_contain_text(re.compile(r"· \d\d punkter"))
    page.locator(".st-key-opret button").click()
    page.locator(".meeting-parts a", has_text="Gennemgang").click()
    settle(page, ".walk-list")
    page.locator(".walk-step.next").click()
    place(page, 1)


def field(page: Page) -> Locator:
    """Give the field that a decision is written in; in the blink in which it is renewed there are two."""
    return page.locator(TEXT).first


def write(page: Page, text: str) -> None:
    """Type a decision, and wait until the page says that it is saved."""
    expect(field(page)).to_have_value("")
    field(page).press_sequentially(text)
    expect(page.locator(".saved-at")).to_have_text(SAVED)


def lead_on(page: Page, number: int) -> None:
    """Go to the next item with the mouse."""
    page.locator(".walk-step.next").click()
    place(page, number)


def test_a_whole_meeting_from_agenda_to_follow_up(plan: Path, port: int, visit: Visit, colleague: Visit) -> None:
    with serve(plan, port) as (url, _):
        screen = visit.open(f"{url}/direktionsmoede")
        walk_through(screen)
        assert int(screen.inner_text(".walk-number").split("/")[1]) >= 9

        # bare on the screen, while the laptop writes
        screen.locator(".bare.enter").click()
        expect(screen.locator("[data-testid=stHeader]")).to_be_hidden()
        laptop = colleague.open(screen.url.replace("&skaerm=ja", ""), size=LAPTOP)
        place(laptop, 1)
        first = laptop.inner_text(".walk-name h1")
        write(laptop, "Fagchefen fremlægger tre modeller.")
        expect(screen.locator(".walk-decided").first).to_have_text("Fagchefen fremlægger tre modeller.")

        # the colour as direktionen sees it, and the focus for next time
        laptop.locator("[class*=st-key-set_]").get_by_role("radio", name="Gul").click()
        expect(screen.locator(".badge-seen")).to_contain_text("Gul")
        settle(laptop).locator("[class*=st-key-fokus_] label").click()  # the one of before the colour has gone

        # the next two items, and the page is left in the middle of a sentence
        lead_on(laptop, 2)
        write(laptop, "Sagen lægges på udvalgets næste dagsorden.")
        lead_on(laptop, 3)
        write(laptop, "Der gives støtte fra økonomi.")
        field(laptop).press_sequentially(" Og så")
        colleague.open(laptop.url, size=LAPTOP)
        place(laptop, 3)
        expect(laptop.locator(".walk-decided").first).to_contain_text("Der gives støtte fra økonomi.")

        # minutes, and the meeting is locked
        laptop.locator(".meeting-parts a", has_text="Referat").click()
        minutes = laptop.locator("article.minutes")
        expect(minutes).to_contain_text("Fagchefen fremlægger tre modeller.")
        expect(minutes).to_contain_text("Sagen lægges på udvalgets næste dagsorden.")
        laptop.locator(".st-key-afhold button").first.click()
        laptop.locator(".st-key-foer_tid label").click()  # it is held before its day
        laptop.locator(".st-key-afhold_nu button").click()
        expect(laptop.locator("body")).to_contain_text("Mødet er afholdt")

        # the next meeting follows up first
        colleague.open(f"{url}/direktionsmoede", size=LAPTOP)
        walk_through(laptop)
        expect(laptop.locator(".walk-reasons")).to_contain_text("Opfølgning på beslutning")
        followed = set()
        for number in range(1, 4):
            followed.add(laptop.inner_text(".walk-name h1"))
            expect(laptop.locator(".walk-earlier")).to_contain_text("Sidst besluttet")
            lead_on(laptop, number + 1)
        assert first in followed


def test_a_server_that_is_killed_takes_nothing_that_was_confirmed_and_what_was_not_is_offered_again(
    plan: Path, port: int, visit: Visit
) -> None:
    with serve(plan, port) as (url, server):
        page = visit.open(f"{url}/direktionsmoede")
        walk_through(page)
        write(page, "Bekræftet på skærmen.")
        page.keyboard.press("Escape")  # out of the field and on, as the one with the keyboard does
        expect(page.locator(".walk-step.next")).to_be_focused()
        page.keyboard.press("ArrowRight")
        place(page, 2)
        expect(field(page)).to_have_value("")
        write(page, "Skrevet")
        psutil.Process(server.pid).suspend()
        field(page).press_sequentially(" uden server.")
        page.wait_for_function(LOOKED_AT_AGAIN)
        address = page.url
        server.kill()
        server.wait()
        page.goto(NOWHERE)
    database = queries.open_database(plan)
    assert [told.text for told in queries.decisions(database.cursor())] == ["Bekræftet på skærmen.", "Skrevet"]
    database.close()
    with serve(plan, port):
        page.goto(address)
        place(page, 2)
        offer = page.locator(".draft-offer")
        expect(offer).to_contain_text("Skrevet uden server.")
        offer.get_by_role("button", name="Brug den").click()
        expect(page.locator(".saved-at")).to_have_text(SAVED)
        expect(field(page)).to_have_value("Skrevet uden server.")
