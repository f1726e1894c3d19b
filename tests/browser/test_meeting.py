"""A whole meeting in two windows of a real browser, from agenda to the follow-up at the next one."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.conftest import EXAMPLES, serve
from dashboard import queries

pytestmark = pytest.mark.browser

MONTHS = ("2026-09", "2026-10")
PATIENCE = 30_000
TEXT = "[class*=st-key-beslutning_text_] textarea"
RESPONSIBLE = "[class*=st-key-beslutning_responsible_] input"


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """Give a database of two months of the whole plan that is this test's own."""
    path = tmp_path / "status.duckdb"
    workbooks = [str(workbook) for month in MONTHS for workbook in sorted(EXAMPLES.glob(f"*hele-planen-{month}.xlsx"))]
    arguments = ["import", *workbooks, "--database", str(path)]
    command = [sys.executable, "-c", "from dashboard.cli import run; run()", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr
    return path


@pytest.fixture
def windows(browser: Browser) -> Iterator[tuple[Page, Page]]:
    """Give two windows that know nothing of each other: the screen of the meeting room, and a secretary's laptop."""
    screen = browser.new_context(viewport={"width": 1920, "height": 1080}, locale="da-DK")
    laptop = browser.new_context(viewport={"width": 1366, "height": 768}, locale="da-DK")
    for context in (screen, laptop):
        context.set_default_timeout(PATIENCE)
    yield screen.new_page(), laptop.new_page()
    screen.close()
    laptop.close()


def place(page: Page, number: int) -> None:
    """Wait until an item is on the screen."""
    expect(page.locator(".walk-number")).to_have_text(re.compile(rf"^{number} / "), timeout=PATIENCE)


def write(page: Page, text: str) -> None:
    """Type a decision, and wait until the page says that it is saved."""
    expect(page.locator(TEXT)).to_have_value("", timeout=PATIENCE)
    page.locator(TEXT).press_sequentially(text, delay=5)
    expect(page.locator(".saved-at")).to_have_text(re.compile("Gemt kl."), timeout=PATIENCE)


def lead_on(page: Page, number: int) -> None:
    """Go to the next item as the one with the keyboard does: out of the field, and on."""
    page.keyboard.press("Escape")
    page.keyboard.press("ArrowRight")
    place(page, number)


def hold(page: Page) -> None:
    page.locator(".meeting-parts a", has_text="Referat").click()
    page.locator(".st-key-afhold button").first.click()
    page.locator(".st-key-afhold_nu button").click()
    expect(page.locator("body")).to_contain_text("Mødet er afholdt", timeout=PATIENCE)


def test_a_whole_meeting_from_agenda_to_follow_up(plan, windows) -> None:
    screen, laptop = windows
    with serve(plan) as (url, _):
        # the agenda makes itself
        screen.goto(f"{url}/direktionsmoede")
        screen.locator(".st-key-opret button").click()
        screen.locator(".meeting-parts a", has_text="Gennemgang").click()
        place(screen, 1)
        items = int(screen.inner_text(".walk-number").split("/")[1])
        assert items >= 9

        # bare on the screen, while the laptop writes
        screen.locator(".walk-bare.enter").click()
        expect(screen.locator("[data-testid=stHeader]")).to_be_hidden(timeout=PATIENCE)
        laptop.goto(screen.url.replace("&skaerm=ja", ""))
        place(laptop, 1)
        first = laptop.inner_text(".walk-name h1")
        write(laptop, "Fagchefen fremlægger tre modeller.")
        expect(screen.locator(".walk-decided").first).to_have_text(
            "Fagchefen fremlægger tre modeller.", timeout=PATIENCE
        )

        # the colour as direktionen sees it, and the focus for next time
        laptop.locator("[class*=st-key-set_] button[aria-haspopup=listbox]").click()
        laptop.get_by_role("option", name="Direktionens farve: gul").click()
        expect(screen.locator(".badge-seen")).to_contain_text("Gul", timeout=PATIENCE)
        laptop.locator("[class*=st-key-fokus_] label").click()

        # the next two items, and the tab is closed in the middle of a sentence
        laptop.locator(".walk-step.next").click()
        place(laptop, 2)
        write(laptop, "Sagen lægges på udvalgets næste dagsorden.")
        laptop.locator(".walk-step.next").click()
        place(laptop, 3)
        write(laptop, "Der gives støtte fra økonomi.")
        laptop.locator(TEXT).press_sequentially(" Og så")
        address, again = laptop.url, laptop.context.new_page()
        laptop.close()
        again.goto(address)
        place(again, 3)
        expect(again.locator(".walk-decided").first).to_contain_text("Der gives støtte fra økonomi.", timeout=PATIENCE)

        # minutes, and the meeting is locked
        again.locator(".meeting-parts a", has_text="Referat").click()
        minutes = again.locator("article.minutes")
        expect(minutes).to_contain_text("Fagchefen fremlægger tre modeller.", timeout=PATIENCE)
        expect(minutes).to_contain_text("Sagen lægges på udvalgets næste dagsorden.")
        hold(again)

        # the next meeting follows up first
        again.goto(f"{url}/direktionsmoede")
        again.locator(".st-key-opret button").click()
        again.locator(".meeting-parts a", has_text="Gennemgang").click()
        place(again, 1)
        expect(again.locator(".walk-reasons")).to_contain_text("Opfølgning på beslutning", timeout=PATIENCE)
        followed = set()
        for number in range(1, 4):
            place(again, number)
            followed.add(again.inner_text(".walk-name h1"))
            expect(again.locator(".walk-earlier")).to_contain_text("Sidst besluttet", timeout=PATIENCE)
            again.locator(".walk-step.next").click()
        assert first in followed


def test_what_the_screen_confirmed_survives_a_server_that_is_killed(plan, windows) -> None:
    page, _ = windows
    with serve(plan) as (url, server):
        page.goto(f"{url}/direktionsmoede")
        page.locator(".st-key-opret button").click()
        page.locator(".meeting-parts a", has_text="Gennemgang").click()
        place(page, 1)
        write(page, "Bekræftet på skærmen.")
        page.locator(TEXT).press_sequentially(" Undervejs")
        server.kill()
        server.wait()
    database = queries.open_database(plan)
    told = list(queries.decisions(database.cursor())["text"])
    database.close()
    assert len(told) == 1
    assert told[0].startswith("Bekræftet på skærmen.")


def test_what_was_typed_and_never_saved_is_offered_again(plan, windows) -> None:
    page, _ = windows
    with serve(plan) as (url, server):
        page.goto(f"{url}/direktionsmoede")
        page.locator(".st-key-opret button").click()
        page.locator(".meeting-parts a", has_text="Gennemgang").click()
        place(page, 1)
        page.wait_for_selector(TEXT)
        address = page.url
        page.locator(TEXT).press_sequentially("Skrevet uden server.")
        server.kill()  # before the pause at which it would have been saved
        server.wait()
    with serve(plan) as (url, _):
        # the browser keeps what was typed by address, and this server has another port
        kept = page.evaluate("() => Object.entries(localStorage).filter(([key]) => key.startsWith('draft:'))")
        again = page.context.new_page()
        there = "key.replace(/localhost:[0-9]+/, location.host)"
        again.add_init_script(f"for (const [key, value] of {kept!r}) localStorage.setItem({there}, value)")
        again.goto(re.sub(r"^http://[^/]+", url, address))
        place(again, 1)
        offer = again.locator(".draft-offer")
        expect(offer).to_contain_text("Skrevet uden server.", timeout=PATIENCE)
        offer.locator("button").click()
        expect(again.locator(".saved-at")).to_have_text(re.compile("Gemt kl."), timeout=PATIENCE)
        expect(again.locator(TEXT)).to_have_value("Skrevet uden server.")
