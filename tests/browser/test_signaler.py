"""Signaler and saved views in a real browser: what a director finds in a few clicks, and what a link shows others."""

import re

import pytest

from said_on_page import ENGLISH, everything_said

pytestmark = pytest.mark.browser

PASSED = "/signaler?maaned=2026-10&omfang=plan&regel=date_passed"
BUU = "/signaler?maaned=2026-10&omfang=plan&udvalg=BUU&vis=indsats"


def arrive(page, url: str):
    page.goto(url)
    page.wait_for_selector(".signal-row .signal-name a")
    return page


def rows(page) -> list[str]:
    return [" ".join(text.split()) for text in page.locator(".signal-row:not(.scale)").all_inner_texts()]


@pytest.fixture
def colleague(browser, address):
    """Give the page of somebody else, at another computer."""
    context = browser.new_context(viewport={"width": 1920, "height": 1080}, locale="da-DK")
    yield context.new_page()
    context.close()


def test_the_lines_behind_a_signal_are_one_click_from_overblik(visit, address) -> None:
    page = visit.open(address + "/?maaned=2026-10&omfang=plan")
    link = page.locator(".signal-counts a", has_text="Tidsplanen er overskredet")
    n = int(re.search(r"\d+$", link.inner_text().strip())[0])
    link.click()
    page.wait_for_selector(".kind.date_passed .signal-row")
    assert len(rows(page)) == n > 0
    assert all(re.match(r"Grøn .* Tidsplanen siger \d", row) for row in rows(page))
    assert visit.complaints == []


def test_a_link_shows_a_colleague_the_same(visit, address, colleague) -> None:
    for url in (PASSED, BUU):
        page = arrive(visit.page, address + url)
        assert rows(arrive(colleague, page.url)) == rows(page) != []


def test_a_tile_shows_one_rule_and_the_chip_lets_go_of_it(visit, address) -> None:
    page = arrive(visit.page, address + "/signaler?maaned=2026-10&omfang=plan")
    everything = rows(page)
    page.click(".signal-tile >> text=Rød længe")
    page.wait_for_selector(".signal-tile.chosen")
    assert "regel=red_long" in page.url
    assert {row.split()[0] for row in rows(page)} == {"Rød"}
    page.click("a.chip >> text=Rød længe")
    page.wait_for_selector(".signal-tile.chosen", state="detached")
    assert rows(page) == everything


def test_grouping_by_line_is_in_the_address_and_the_way_back_leads_back(visit, address) -> None:
    page = arrive(visit.page, address + "/signaler?maaned=2026-10&omfang=plan")
    page.click("text=Efter indsats")
    page.wait_for_selector(".signal-row.by-line")
    assert "vis=indsats" in page.url
    assert len(rows(page)) < int(page.inner_text(".signal-total b"))


def test_a_signal_is_settled_and_opened_again_without_leaving_the_page(visit, address) -> None:
    page = arrive(visit.page, address + PASSED)
    before = rows(page)
    page.locator(".signal-row .settle").first.click()
    page.wait_for_selector("[role=dialog] textarea")
    assert ENGLISH.findall(everything_said(page)) == []
    page.fill("[role=dialog] textarea", "Aftalt med fagchefen")
    assert ENGLISH.findall(everything_said(page)) == []
    page.click(".st-key-afklaret button")
    page.wait_for_selector("details.settled")
    page.wait_for_selector("[role=dialog]", state="detached")
    assert "afklar=" not in page.url
    page.click("details.settled summary")
    assert "Aftalt med fagchefen" in page.inner_text(".settled-row")
    page.click(".settled-row .settle")
    page.click(".st-key-aabn_igen button")
    page.wait_for_selector("details.settled", state="detached")
    assert rows(page) == before
    assert [said for said in visit.complaints if "404" not in said] == []


def test_a_saved_view_opens_the_same_for_a_colleague_and_can_be_taken_away(visit, address, colleague) -> None:
    page = arrive(visit.page, address + BUU)
    page.click(".st-key-visninger button")
    page.fill(".st-key-visning_navn input", "BUU, alle signaler")
    page.click(".st-key-visning_gem button")
    page.wait_for_selector("a.saved-view")
    assert ENGLISH.findall(everything_said(page)) == []
    colleague.goto(address)
    colleague.click(".st-key-visninger button")
    colleague.click("a.saved-view >> text=BUU, alle signaler")
    colleague.wait_for_url("**/signaler?**")
    colleague.wait_for_selector(".signal-row .signal-name a")
    assert rows(colleague) == rows(page)
    assert colleague.inner_text(".subtitle") == page.inner_text(".subtitle")
    colleague.click(".st-key-visninger button")
    colleague.click("[class*=st-key-visning_fjern_] button")
    colleague.click("[class*=st-key-visning_ja_] button")
    colleague.wait_for_selector("a.saved-view", state="detached")


@pytest.mark.parametrize("url", [PASSED, BUU, "/signaler"])
def test_the_page_is_danish(visit, address, url) -> None:
    assert ENGLISH.findall(everything_said(arrive(visit.page, address + url))) == []


@pytest.mark.parametrize("url", ["/signaler", BUU])
@pytest.mark.parametrize("width", [1920, 1366, 1024])
def test_nothing_sticks_out_sideways(visit, address, width, url) -> None:
    visit.page.set_viewport_size({"width": width, "height": 768})
    page = arrive(visit.page, address + url)
    inside = "() => { const m = document.querySelector('.stMain'); return m.scrollWidth <= m.clientWidth; }"
    assert page.evaluate(inside)
    cut = page.evaluate(
        """() => [...document.querySelectorAll(".signal-tile, .signal-tile *, .signal-row, .signal-row > *")]
            .filter((element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0)
            .map((element) => element.innerText)"""
    )
    assert cut == []
