"""Signaler and saved views in a real browser: what a director finds in a few clicks, and what a link shows others."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page

from browser.visiting import WIDTHS, Visit, cut, resize, settle, sticks_out
from said_on_page import english_said

pytestmark = pytest.mark.browser

PASSED = "/signaler?maaned=2026-10&omfang=plan&regel=date_passed"
ALL = "/signaler?maaned=2026-10&omfang=plan"
BUU = "/signaler?maaned=2026-10&omfang=plan&udvalg=BUU&vis=indsats"


def rows(page: Page) -> list[str]:
    return [" ".join(text.split()) for text in page.locator(".signal-row:not(.scale)").all_inner_texts()]


@pytest.mark.parametrize("url", [BUU, ALL])
def test_nothing_sticks_out_sideways_and_the_page_is_danish(visit: Visit, address: str, url: Any) -> None:
    page = visit.follow(address + url, ".signal-row .signal-name a")
    for width in WIDTHS:
        resize(page, (width, 768))
        assert not sticks_out(page)
        assert cut(page, ".signal-tile, .signal-tile *, .signal-row, .signal-row > *") == []
    assert english_said(page) == []


def test_a_number_of_three_digits_is_one_line_of_its_tile(visit: Visit, address: str) -> None:
    page = visit.follow(address + ALL, ".signal-tile b")
    told = """tiles => tiles.map((tile) => {
        tile.textContent = "160";
        return tile.offsetHeight / parseFloat(getComputedStyle(tile).fontSize);
    })"""
    for width in (*WIDTHS, 1536):
        resize(page, (width, 768))
        assert max(page.locator(".signal-tile b").evaluate_all(told)) < 1.5


def test_the_lines_behind_a_signal_are_one_click_from_overblik(visit: Visit, address: str) -> None:
    page = visit.follow(address + "/?maaned=2026-10&omfang=plan")
    link = page.locator(".signal-counts a", has_text="Tidsplanen er overskredet")
    n = int(re.findall(r"\d+$", link.inner_text().strip())[0])
    link.click()
    settle(page, ".kind.date_passed .signal-row")
    assert len(rows(page)) == n > 0
    assert all(re.match(r"Grøn .* Tidsplanen siger \d", row) for row in rows(page))
    assert visit.complaints == []


def test_a_link_shows_a_colleague_the_same(visit: Visit, address: str, colleague: Visit) -> None:
    for url in (PASSED, BUU):
        page = visit.follow(address + url)
        assert rows(colleague.follow(page.url)) == rows(page) != []
        assert english_said(page) == []


def test_a_tile_shows_one_rule_and_the_chip_lets_go_of_it(visit: Visit, address: str) -> None:
    page = visit.follow(address + ALL)
    everything = rows(page)
    page.click(".signal-tile >> text=Rød længe")
    settle(page, ".signal-tile.chosen")
    assert "regel=red_long" in page.url
    assert {row.split()[0] for row in rows(page)} == {"Rød"}
    page.click("a.chip >> text=Rød længe")
    page.wait_for_selector(".signal-tile.chosen", state="detached")
    settle(page)
    assert rows(page) == everything


def test_grouping_by_line_is_in_the_address_and_the_way_back_leads_back(visit: Visit, address: str) -> None:
    page = visit.follow(address + ALL)
    page.click("text=Efter indsats")
    settle(page, ".signal-row.by-line")
    assert "vis=indsats" in page.url
    assert len(rows(page)) < int(page.inner_text(".signal-total b"))


def test_a_signal_is_settled_and_opened_again_without_leaving_the_page(visit: Visit, address: str) -> None:
    page = visit.follow(address + PASSED)
    before = rows(page)
    page.locator(".signal-row .settle").first.click()
    page.wait_for_selector("[role=dialog] textarea")
    assert english_said(page) == []
    page.fill("[role=dialog] textarea", "Aftalt med fagchefen")
    assert english_said(page) == []
    page.click(".st-key-afklaret button")
    page.wait_for_selector("details.settled")
    page.wait_for_selector("[role=dialog]", state="detached")
    settle(page)
    assert "afklar=" not in page.url
    page.click("details.settled summary")
    assert "Aftalt med fagchefen" in page.inner_text(".settled-row")
    page.click(".settled-row .settle")
    page.click(".st-key-aabn_igen button")
    page.wait_for_selector("details.settled", state="detached")
    settle(page)
    assert rows(page) == before
    assert visit.complaints == []


def test_a_saved_view_opens_the_same_for_a_colleague_and_can_be_taken_away(
    visit: Visit, address: str, colleague: Visit
) -> None:
    page = visit.follow(address + BUU)
    page.click(".st-key-visninger button")
    page.fill(".st-key-visning_navn input", "BUU, alle signaler")
    page.click(".st-key-visning_gem button")
    page.wait_for_selector("a.saved-view")
    assert english_said(page) == []
    other = colleague.follow(address)
    other.click(".st-key-visninger button")
    other.click("a.saved-view >> text=BUU, alle signaler")
    other.wait_for_url("**/signaler?**")
    settle(other, ".signal-row .signal-name a")
    assert rows(other) == rows(page)
    assert other.inner_text(".subtitle") == page.inner_text(".subtitle")
    other.click(".st-key-visninger button")
    other.click("[class*=st-key-visning_fjern_] button")
    other.click("[class*=st-key-visning_ja_] button")
    other.wait_for_selector("a.saved-view", state="detached")
