"""Overblik in a real browser: what a director sees, and what the network sees."""

import re
from urllib.parse import urlparse

import pytest

from dashboard.web.filters import FIELDS
from dashboard.web.places import ASSETS
from said_on_page import ENGLISH, everything_said

pytestmark = pytest.mark.browser

OCTOBER = "/?maaned=2026-10&omfang=plan"


def bottom_of(page, selector: str) -> float:
    box = page.locator(selector).first.bounding_box()
    return box["y"] + box["height"]


def test_the_cards_show_what_the_queries_answer_for_october(visit, address, october) -> None:
    page = visit.open(address + OCTOBER)
    shown = {
        card.get_attribute("data-light"): int(card.inner_text().replace(".", ""))
        for card in page.query_selector_all(".card-count")
    }
    assert shown == dict(zip(october["light"], october["n"], strict=True))
    assert f"· {october['n'].sum()} indsatser" in page.inner_text(".subtitle")


def test_the_page_is_danish_in_text_labels_and_menus(visit, address) -> None:
    page = visit.open(address)
    assert page.evaluate("document.documentElement.lang") == "da"
    page.click("[data-testid=stMainMenuButton]")
    page.wait_for_selector("text=Udskriv")
    assert ENGLISH.findall(everything_said(page)) == []


@pytest.mark.parametrize("key", ["maaned", "udvalg"])
def test_a_list_to_choose_from_is_danish_also_when_nothing_fits(visit, address, key) -> None:
    page = visit.open(address)
    page.locator(f".st-key-{key} input").press_sequentially("qqq")
    page.wait_for_selector("text=Intet passer")
    assert ENGLISH.findall(everything_said(page)) == []


def test_a_page_that_does_not_exist_is_explained_in_danish(visit, address) -> None:
    page = visit.open(address + "/findes-ikke")
    page.wait_for_selector("text=Der er ingen side med den adresse")
    assert ENGLISH.findall(everything_said(page)) == []


def test_no_request_leaves_this_machine_and_the_console_is_quiet(visit, address) -> None:
    page = visit.open(address)
    page.click(".st-key-sidehoved [data-testid=stPopoverButton]")
    page.wait_for_selector(".definitions")
    asked = {urlparse(url).hostname for url in visit.requests if not url.startswith(("data:", "blob:"))}
    assert asked == {"localhost"}
    assert visit.complaints == []


def test_a_choice_is_in_the_address_and_reset_takes_it_out(visit, address) -> None:
    page = visit.open(address)
    before = page.inner_text(".subtitle")
    page.click(".st-key-maaned button[aria-haspopup=listbox]")
    page.locator("[role=option]").nth(1).click()
    page.wait_for_function("before => document.querySelector('.subtitle')?.innerText !== before", arg=before)
    chosen = page.inner_text(".subtitle")
    assert "maaned=" in page.url
    page.reload()
    page.wait_for_selector(".subtitle")
    assert page.inner_text(".subtitle") == chosen
    page.click(".st-key-nulstil button")
    page.wait_for_function("before => document.querySelector('.subtitle')?.innerText === before", arg=before)
    assert "maaned=" not in page.url


def test_what_a_new_month_rules_out_leaves_the_address_too(visit, address) -> None:
    page = visit.open(address + "/?maaned=2026-10")
    second = page.locator(".st-key-sammenlign input").get_attribute("placeholder")
    page.click(".st-key-sammenlign button[aria-haspopup=listbox]")
    page.locator("[role=option]").filter(has_text=second).click()
    page.wait_for_url("**sammenlign=**")
    page.click(".st-key-maaned button[aria-haspopup=listbox]")
    page.locator("[role=option]").filter(has_text=second).click()
    page.wait_for_selector(".note")
    assert "sammenlign=" not in page.url


@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (1366, 768)])
def test_counts_shares_and_the_first_worsened_line_are_above_the_fold(visit, address, width, height) -> None:
    visit.page.set_viewport_size({"width": width, "height": height})
    page = visit.open(address + OCTOBER)
    for selector in (".cards", ".bar", ".bar-caption", ".kind.worsened .row"):
        assert bottom_of(page, selector) <= height


def test_on_a_meeting_room_screen_all_of_the_distribution_and_the_signals_are_above_the_fold(visit, address) -> None:
    page = visit.open(address + OCTOBER)
    page.wait_for_selector(".signal-counts")
    assert bottom_of(page, ".js-plotly-plot") <= 1080
    assert bottom_of(page, ".signal-counts") <= 1080


@pytest.mark.parametrize("width", [1920, 1366, 1024])
def test_nothing_sticks_out_sideways(visit, address, width) -> None:
    visit.page.set_viewport_size({"width": width, "height": 768})
    page = visit.open(address + OCTOBER)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    cut = page.evaluate(
        """() => [...document.querySelectorAll(".card *, .bar-caption, .subtitle, .freshness, .row-lights")]
            .filter((element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0)
            .map((element) => element.innerText)"""
    )
    assert cut == []


def test_a_computer_in_dark_mode_sees_the_same_light_page(browser, address) -> None:
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto(address)
    page.wait_for_selector(".card-count")
    assert page.evaluate("getComputedStyle(document.querySelector('.stApp')).backgroundColor") == "rgb(255, 255, 255)"
    context.close()


def test_the_filters_go_along_to_another_page_and_the_way_back_leads_to_what_was_seen(visit, address) -> None:
    page = visit.open(address + OCTOBER + "&udvalg=BUU&lys=red")
    before = page.inner_text(".subtitle")
    page.click("[data-testid=stTopNavLink] >> text=Vejledning")
    page.wait_for_url("**/vejledning?**udvalg=BUU**")
    page.click("[data-testid=stTopNavLink] >> text=Overblik")
    page.wait_for_selector(".subtitle")
    assert page.inner_text(".subtitle") == before
    page.go_back()
    page.wait_for_url("**/vejledning?**")
    page.go_back()
    page.wait_for_selector(".card-count")
    assert page.inner_text(".subtitle") == before


def test_the_navigation_takes_along_every_filter_that_exists() -> None:
    script = (ASSETS / "links.js").read_text("utf-8")
    assert re.findall(r'"(\w+)"', re.search(r"FILTERS = \[(.*?)\]", script, re.S)[1]) == list(FIELDS)
