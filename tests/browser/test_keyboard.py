"""Every job done by keys alone: where the keyboard is can be seen at each stop, and is never lost."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from browser.conftest import free_port, serve, still
from browser.visiting import LAPTOP, settle
from fixture_types import MakeWorkbook

pytestmark = pytest.mark.browser

STOPS = 130  # more than any page has before what is looked for


@pytest.fixture(scope="module")
def page(browser: Browser, example_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    """Give a tab at a dashboard of these tests' own."""
    database = Path(shutil.copy(example_database, tmp_path_factory.mktemp("taster")))
    size = ViewportSize(width=LAPTOP[0], height=LAPTOP[1])
    with serve(database, free_port()) as (address, _), still(browser, locale="da-DK", viewport=size) as context:
        opened = context.new_page()
        opened.goto(address)
        yield settle(opened, ".card")


def tab_to(page: Page, wanted: str) -> None:
    """Press Tab until it is there, and look at every stop on the way."""
    for _ in range(STOPS):
        page.keyboard.press("Tab")
        if page.locator(":focus").count():
            is_seen, element = page.evaluate("focused()")
            assert is_seen, f"nobody sees that the keyboard is at {element}"
        if page.locator(":focus").and_(page.locator(wanted)).count():
            return
    pytest.fail(f"{wanted} is not reached by Tab")


def press(page: Page, key: str, then: str) -> None:
    """Press a key, wait for what comes of it, and hold that the keyboard is somewhere on the page afterwards."""
    page.keyboard.press(key)
    settle(page, then)
    page.wait_for_function("() => document.activeElement !== document.body")


def open_page(page: Page, name: str, then: str) -> None:
    tab_to(page, f"[data-testid=stTopNavLink][href$='/{name}']")
    press(page, "Enter", then)


def test_lines_are_filtered_a_list_is_skipped_and_a_card_is_opened(page: Page) -> None:
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Gå til indholdet")
    tab_to(page, ".st-key-udvalg input")
    page.keyboard.type("Børne")
    page.keyboard.press("ArrowDown")
    press(page, "Enter", ".subtitle .chip")
    page.keyboard.press("Escape")
    open_page(page, "indsats", "table.lines")
    tab_to(page, "a.skip")
    page.keyboard.press("Enter")
    expect(page.locator(":focus")).to_have_class("skip-end")
    page.keyboard.press("Tab")
    assert page.locator("table.lines :focus").count() == 0
    for _ in range(3):
        page.keyboard.press("Shift+Tab")
    expect(page.locator("table.lines a.line-link:focus")).to_have_count(1)
    press(page, "Enter", ".plate")
    expect(page.locator("h1:focus")).to_have_count(1)


def test_a_meeting_is_planned_walked_through_and_decided_of(page: Page) -> None:
    open_page(page, "direktionsmoede", ".st-key-opret button")
    tab_to(page, ".st-key-opret button")
    press(page, "Enter", ".agenda-row")
    tab_to(page, ".meeting-parts a:has-text('Gennemgang')")
    press(page, "Enter", ".walk-list")
    page.keyboard.press("ArrowRight")
    settle(page, ".walk-name")
    tab_to(page, "[class*=st-key-beslutning_text_] textarea")
    page.keyboard.type("Sagen udsættes.")
    expect(page.locator(".saved-at").first).to_be_visible()
    tab_to(page, ".walk-step.next")
    press(page, "Enter", ".walk-name")
    expect(page.locator(".walk-number")).to_have_text(re.compile("^2 / "))
    page.wait_for_function("() => document.activeElement.matches('.walk-step.next, h1, h2')")


def test_a_file_is_imported_and_it_is_settled_who_is_who(page: Page, make_workbook: MakeWorkbook) -> None:
    heading = [["Udmøntningsplan 2025-2028 - tværgående indsatser"], ["Status pr. ultimo november 2026"]]
    rows = [["Indsats", "Udvalg", "Farve"], ["Flådestyring R003", "ØK", "Rød"]]
    workbook = make_workbook([*heading, *rows], name="november.xlsx")
    page.on("filechooser", lambda _: None)  # from now on, and not at the key: asked for beside it, it can come too late
    open_page(page, "indlaesning", "[data-testid=stFileUploader]")
    tab_to(page, "[data-testid=stFileUploader] button")
    with page.expect_file_chooser() as chooser:
        page.keyboard.press("Enter")
    chooser.value.set_files(workbook)
    settle(page, ".st-key-indlaes button")
    page.wait_for_function("() => document.activeElement !== document.body")
    tab_to(page, ".st-key-indlaes button")
    press(page, "Enter", "text=Gemt: November 2026")
    tab_to(page, "button:has-text('Samme')")
    page.keyboard.press("Enter")
    page.locator("button:has-text('Samme')").first.wait_for(state="detached")
    page.wait_for_function("() => document.activeElement !== document.body")
