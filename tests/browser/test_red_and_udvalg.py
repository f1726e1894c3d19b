"""Røde indsatser and Udvalg in a real browser: what a link shows others, and where a click leads."""

import re
from typing import Any

import pytest

from browser.visiting import LAPTOP, Visit, box_of, cut, settle, sticks_out
from said_on_page import english_said

pytestmark = pytest.mark.browser

RED = "/roede-indsatser?maaned=2026-10&omfang=plan"
UDVALG = "/udvalg?maaned=2026-10&omfang=plan"
VIEWS = {
    RED + "&farver=gule&gruppe=aarsag": "Røde og gule",
    UDVALG + "&beloeb=tema&aar=2027": "Beløb pr. tema i 2027",
    UDVALG + "&valgt=BUU": "Børne- og Ungdomsudvalget",
}
SAID = "() => document.querySelector('.stMainBlockContainer').innerText.replace(/\\s+/g, ' ')"


@pytest.mark.parametrize("url", VIEWS)
def test_a_link_shows_a_colleague_the_same_in_danish(visit: Visit, address: str, colleague: Visit, url: Any) -> None:
    page = visit.follow(address + url)
    said = page.evaluate(SAID)
    assert VIEWS[url] in said
    assert colleague.follow(page.url).evaluate(SAID) == said
    assert english_said(page) == []
    assert visit.complaints == []


@pytest.mark.parametrize("url", [UDVALG, UDVALG + "&valgt=BUU", RED])
def test_nothing_sticks_out_sideways_on_a_laptop(visit: Visit, address: str, url: Any) -> None:
    page = visit.follow(address + url, size=LAPTOP)
    assert not sticks_out(page)
    parts, spared = (
        ".red-answer *, .why-list *, .red-line *, .udvalg-matrix *",
        ".strip, .strip-scale, .unseen, .light-shape",
    )
    assert cut(page, parts, spared) == []


def test_the_count_the_reasons_and_three_lines_are_on_the_screen_of_a_meeting_room(visit: Visit, address: str) -> None:
    page = visit.follow(address + RED)
    for selector in (".red-answer", ".why-list"):
        assert box_of(page.locator(selector))["y"] < 540
    third = box_of(page.locator(".red-line.large").nth(2).locator("h3"))
    assert third["y"] + third["height"] <= 1080


def test_an_udvalgs_part_is_two_clicks_from_overblik_and_the_way_back_leads_there(visit: Visit, address: str) -> None:
    page = visit.follow(address + "/?maaned=2026-10&omfang=plan")
    page.click("[data-testid=stTopNavLink] >> text=Udvalg")
    page.click(".udvalg-matrix a >> text=Børne- og Ungdomsudvalget")
    settle(page, ".part-lines")
    assert "Børne- og Ungdomsudvalget" in page.inner_text("h1")
    assert "maaned=2026-10" in page.url
    page.go_back()
    settle(page, ".udvalg-matrix")


def test_a_number_in_the_matrix_opens_a_list_of_as_many_lines(visit: Visit, address: str) -> None:
    page = visit.follow(address + UDVALG)
    row = page.locator(".udvalg-matrix tbody tr", has_text="Børne- og Ungdomsudvalget")
    n = int(row.locator("td.red b").inner_text())
    row.locator("td.red a").click()
    page.wait_for_url("**/indsats?**udvalg=BUU**")
    page.wait_for_function("n => document.querySelector('.subtitle')?.innerText.includes(`· ${n} indsats`)", arg=n)


def test_a_bar_leads_to_its_month(visit: Visit, address: str) -> None:
    page = visit.follow(address + RED)
    before = page.inner_text(".red-count")
    page.locator(".st-key-aarsager .bars .point path").first.click(force=True)
    page.wait_for_url("**/roede-indsatser?**maaned=2026-08**")
    page.wait_for_function("before => document.querySelector('.red-count')?.innerText !== before", arg=before)
    assert re.match(r"August 2026", page.inner_text(".subtitle"))
