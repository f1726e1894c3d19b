"""Overblik in a real browser: what a director sees, and what the network sees."""

import re
from typing import Any
from urllib.parse import urlparse

import pytest
from playwright.sync_api import Browser, Page, expect

from browser.visiting import LAPTOP, MEETING_ROOM, WIDTHS, Visit, box_of, cut, settle, sticks_out
from dashboard.queries import LightCount
from dashboard.web.address import ASSETS
from dashboard.web.filters import FIELDS
from said_on_page import english_said

pytestmark = pytest.mark.browser

OCTOBER = "/?maaned=2026-10&omfang=plan"


def bottom_of(page: Page, selector: str) -> float:
    box = box_of(page.locator(selector).first)
    return box["y"] + box["height"]


def told_anew(page: Page, before: str) -> str:
    """Wait until the line under the heading says something else, and give it."""
    page.wait_for_function("before => document.querySelector('.subtitle')?.innerText !== before", arg=before)
    return settle(page).inner_text(".subtitle")


def test_the_cards_show_what_the_queries_answer_for_october(
    visit: Visit, address: str, october: tuple[LightCount, ...]
) -> None:
    page = visit.follow(address + OCTOBER)
    shown = {
        card.get_attribute("data-light"): int(card.inner_text().replace(".", ""))
        for card in page.query_selector_all(".card-count")
    }
    assert shown == {count.light: count.n for count in october}
    assert f"· {sum(count.n for count in october)} indsatser" in page.inner_text(".subtitle")


@pytest.mark.parametrize("size", [MEETING_ROOM, LAPTOP], ids=str)
def test_counts_shares_and_the_first_worsened_line_are_above_the_fold(visit: Visit, address: str, size: Any) -> None:
    page = visit.follow(address + OCTOBER, size=size)
    for selector in (".cards", ".bar", ".bar-caption", ".kind.worsened .row"):
        assert bottom_of(page, selector) <= size[1]


def test_on_a_meeting_room_screen_all_of_the_distribution_and_the_signals_are_above_the_fold(
    visit: Visit, address: str
) -> None:
    page = visit.follow(address + OCTOBER)
    assert bottom_of(page, ".distribution") <= 1080
    assert bottom_of(page, ".signal-counts") <= 1080


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_sticks_out_sideways(visit: Visit, address: str, width: Any) -> None:
    page = visit.follow(address + OCTOBER, size=(width, 768))
    assert not sticks_out(page)
    assert cut(page, ".card *, .bar-caption, .subtitle, .freshness, .row-lights") == []


def test_no_request_leaves_this_machine_and_the_console_is_quiet(visit: Visit, address: str) -> None:
    page = visit.open(address)
    page.click(".st-key-sidehoved [data-testid=stPopoverButton]")
    page.wait_for_selector(".definitions")
    asked = {urlparse(url).hostname for url in visit.requests if not url.startswith(("data:", "blob:"))}
    assert asked == {"localhost"}
    assert visit.complaints == []


def test_the_page_is_danish_in_text_labels_menus_and_lists_in_which_nothing_fits(visit: Visit, address: str) -> None:
    page = visit.follow(address)
    assert page.evaluate("document.documentElement.lang") == "da"
    for key in ("maaned", "udvalg"):
        page.locator(f".st-key-{key} input").press_sequentially("qqq")
        page.wait_for_selector("text=Intet passer")
        assert english_said(page) == []
        page.keyboard.press("Escape")
        page.wait_for_selector("text=Intet passer", state="detached")
    page.click("[data-testid=stMainMenuButton]")
    page.wait_for_selector("text=Udskriv")
    assert english_said(page) == []


def test_a_page_that_does_not_exist_is_explained_in_danish(visit: Visit, address: str) -> None:
    page = visit.open(address + "/findes-ikke", "text=Der er ingen side med den adresse")
    assert english_said(page) == []


def test_a_choice_is_in_the_address_and_reset_takes_it_out(visit: Visit, address: str) -> None:
    page = visit.follow(address)
    before = page.inner_text(".subtitle")
    page.click(".st-key-maaned button[aria-haspopup=listbox]")
    page.locator("[role=option]").nth(1).click()
    chosen = told_anew(page, before)
    assert "maaned=" in page.url
    page.reload()
    assert settle(page, ".subtitle").inner_text(".subtitle") == chosen
    page.click(".st-key-nulstil button")
    assert told_anew(page, chosen) == before
    assert "maaned=" not in page.url


def test_what_a_new_month_rules_out_leaves_the_address_too(visit: Visit, address: str) -> None:
    page = visit.follow(address + "/?maaned=2026-10")
    second = page.locator(".st-key-sammenlign input").get_attribute("placeholder")
    for key, then in (("sammenlign", "**sammenlign=**"), ("maaned", "**maaned=2026-09**")):
        page.click(f".st-key-{key} button[aria-haspopup=listbox]")
        page.locator("[role=option]").filter(has_text=second).click()
        page.wait_for_url(then)
    settle(page, ".note")
    assert "sammenlign=" not in page.url


def test_a_computer_in_dark_mode_sees_a_dark_page_with_the_same_lights_and_its_reader_may_have_it_light(
    visit: Visit, address: str
) -> None:
    seen = (
        "[getComputedStyle(document.querySelector('.stApp')).backgroundColor, document.documentElement.dataset.theme]"
    )
    bar = "getComputedStyle(document.querySelector('.bar-part')).backgroundColor"
    visit.page.emulate_media(color_scheme="dark")
    page = visit.open(address)
    assert page.evaluate(seen) == ["rgb(18, 22, 27)", "dark"]
    dark = page.evaluate(bar)
    page.click("[data-testid=stMainMenu] button")
    page.click("text=Lyst")
    page.wait_for_selector("html[data-theme=light] .stApp")
    assert page.evaluate(seen) == ["rgb(255, 255, 255)", "light"]
    assert page.evaluate(bar) == dark
    page.emulate_media(color_scheme="light")
    visit.leave()


def test_the_filters_go_along_to_another_page_and_the_way_back_leads_to_what_was_seen(
    visit: Visit, address: str
) -> None:
    page = visit.follow(address + OCTOBER + "&udvalg=BUU&lys=red")
    before = page.inner_text(".subtitle")
    page.click("[data-testid=stTopNavLink] >> text=Vejledning")
    page.wait_for_url("**/vejledning?**udvalg=BUU**")
    settle(page, "details.issue")
    page.click("[data-testid=stTopNavLink] >> text=Overblik")
    assert settle(page, ".card-count").inner_text(".subtitle") == before
    page.go_back()
    page.wait_for_url("**/vejledning?**")
    settle(page, "details.issue")
    page.go_back()
    assert settle(page, ".card-count").inner_text(".subtitle") == before


def test_the_navigation_takes_along_every_filter_that_exists() -> None:
    script = (ASSETS / "links.js").read_text("utf-8")
    assert re.findall(r'"(\w+)"', re.findall(r"FILTERS = \[(.*?)\]", script, re.S)[0]) == list(FIELDS)


def test_nothing_is_dimmed_while_it_is_worked_out_anew(visit: Visit, address: str) -> None:
    page = visit.follow(address)
    page.emulate_media(reduced_motion="no-preference")
    page.evaluate("""() => {
        window.opacities = [];
        const look = () => {
            const stale = [...document.querySelectorAll("[data-stale=true]")];
            window.opacities.push(...stale.map((each) => Number(getComputedStyle(each).opacity)));
            requestAnimationFrame(look);
        };
        look();
    }""")
    for _ in range(5):  # an answer may come between two frames
        page.click(".st-key-tvaergaaende label")
        page.wait_for_timeout(1000)
        if page.evaluate("() => window.opacities.length > 0"):
            break
    settle(page)
    assert page.evaluate("() => window.opacities.length > 0")
    assert page.evaluate("Math.min(...window.opacities)") == 1
    page.emulate_media(reduced_motion="reduce")
    visit.leave()


def test_a_segment_of_the_distribution_leads_to_the_lines_behind_it(visit: Visit, address: str) -> None:
    page = visit.follow(address + OCTOBER)
    page.locator(".segment").first.click()
    page.wait_for_url("**/indsats?**lys=green**")


PLACES = (
    "h1",
    ".example",
    ".subtitle",
    ".cards",
    ".card.done",
    ".bar",
    ".changes-head",
    ".kind.worsened .row",
    ".row-why",
)
WHERE = """([within, places]) => places.map((place) => {
    const box = document.querySelector(`${within} ${place}`).getBoundingClientRect();
    return [box.x, box.y, box.width, box.height].map(Math.round);
})"""


@pytest.mark.parametrize("size", [MEETING_ROOM, (768, 1024)], ids=str)
def test_what_is_seen_before_the_framework_has_started_stands_where_it_stands_afterwards(
    visit: Visit, address: str, size: tuple[int, int]
) -> None:
    page = visit.open(address + OCTOBER, size=size)
    then = page.evaluate(WHERE, ["#root", PLACES])
    page.route("**/static/js/index.*.js", lambda route: route.abort())
    for _ in range(20):  # a busy server leaves it out
        page.goto(address + OCTOBER)
        if page.locator("#first-sight").count():
            break
    first = page.evaluate(WHERE, ["#first-sight", PLACES])
    for place, was, now in zip(PLACES, first, then, strict=True):
        assert all(abs(a - b) <= 1 for a, b in zip(was, now, strict=True)), (place, was, now)
    page.unroute("**/static/js/index.*.js")
    visit.leave()


def test_a_browser_that_keeps_nothing_of_pages_shows_the_app(browser: Browser, address: str) -> None:
    denied = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('', 'SecurityError') } })"
    with browser.new_context(locale="da-DK") as context:
        page = context.new_page()
        page.add_init_script(denied)
        page.goto(address + OCTOBER)
        expect(page.locator("#root .card-count").first).to_be_visible()
        expect(page.locator("#first-sight")).to_have_count(0)
