"""Røde indsatser and Udvalg in a real browser: what a link shows others, and where a click leads."""

import re

import pytest

from said_on_page import ENGLISH, everything_said

pytestmark = pytest.mark.browser

RED = "/roede-indsatser?maaned=2026-10&omfang=plan"
UDVALG = "/udvalg?maaned=2026-10&omfang=plan"
VIEWS = {
    RED + "&farver=gule&gruppe=aarsag": "Røde og gule",
    UDVALG + "&beloeb=tema&aar=2027": "Beløb pr. tema i 2027",
    UDVALG + "&valgt=BUU": "Børne- og Ungdomsudvalget",
}
PATIENCE = 120_000  # three figures in a browser of their own, beside other tests
SAID = "() => document.querySelector('.stMainBlockContainer').innerText.replace(/\\s+/g, ' ')"


def arrive(page, url: str):
    """Go there and wait until every figure is drawn."""
    page.set_default_timeout(PATIENCE)
    page.goto(url)
    page.wait_for_selector(".red-lines, .udvalg-matrix, .part-lines")
    page.wait_for_function(
        "() => { const all = [...document.querySelectorAll('[data-testid=stPlotlyChart]')];"
        " return all.length > 0 && all.every((chart) => chart.querySelector('.main-svg')); }"
    )
    return page


@pytest.fixture
def colleague(browser):
    """Give the page of somebody else, at another computer."""
    context = browser.new_context(viewport={"width": 1920, "height": 1080}, locale="da-DK")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("url", VIEWS)
def test_a_link_shows_a_colleague_the_same_in_danish(visit, address, colleague, url) -> None:
    page = arrive(visit.page, address + url)
    said = page.evaluate(SAID)
    assert VIEWS[url] in said
    assert arrive(colleague, page.url).evaluate(SAID) == said
    assert ENGLISH.findall(everything_said(page)) == []
    assert [told for told in visit.complaints if "404" not in told] == []  # Streamlit looks for itself under the page


@pytest.mark.parametrize("url", [RED, UDVALG, UDVALG + "&valgt=BUU"])
def test_nothing_sticks_out_sideways_on_a_laptop(visit, address, url) -> None:
    visit.page.set_viewport_size({"width": 1366, "height": 768})
    page = arrive(visit.page, address + url)
    assert page.evaluate("document.documentElement.scrollWidth") <= 1366
    cut = page.evaluate(
        """() => [...document.querySelectorAll(".red-answer *, .why-list *, .red-line *, .udvalg-matrix *")]
            .filter((element) => !element.closest(".strip, .strip-scale, .unseen, .light-shape"))
            .filter((element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0)
            .map((element) => element.className + ": " + element.innerText)"""
    )
    assert cut == []


def test_the_count_the_reasons_and_three_lines_are_on_the_screen_of_a_meeting_room(visit, address) -> None:
    page = arrive(visit.page, address + RED)
    for selector in (".red-answer", ".why-list"):
        assert page.locator(selector).bounding_box()["y"] < 540
    third = page.locator(".red-line.large").nth(2).locator("h3").bounding_box()
    assert third["y"] + third["height"] <= 1080


def test_an_udvalgs_part_is_two_clicks_from_overblik_and_the_way_back_leads_there(visit, address) -> None:
    page = visit.open(address + "/?maaned=2026-10&omfang=plan")
    page.click("[data-testid=stTopNavLink] >> text=Udvalg")
    page.click(".udvalg-matrix a >> text=Børne- og Ungdomsudvalget")
    page.wait_for_selector(".part-lines")
    assert "Børne- og Ungdomsudvalget" in page.inner_text("h1")
    assert "maaned=2026-10" in page.url
    page.go_back()
    page.wait_for_selector(".udvalg-matrix")


def test_a_number_in_the_matrix_opens_a_list_of_as_many_lines(visit, address) -> None:
    page = arrive(visit.page, address + UDVALG)
    row = page.locator(".udvalg-matrix tbody tr", has_text="Børne- og Ungdomsudvalget")
    n = int(row.locator("td.red b").inner_text())
    row.locator("td.red a").click()
    page.wait_for_url("**/indsats?**udvalg=BUU**")
    page.wait_for_function("n => document.querySelector('.subtitle')?.innerText.includes(`· ${n} indsats`)", arg=n)


def test_a_bar_leads_to_its_month(visit, address) -> None:
    page = arrive(visit.page, address + RED)
    before = page.inner_text(".red-count")
    page.locator(".st-key-aarsager .bars .point path").first.click(force=True)
    page.wait_for_url("**/roede-indsatser?**maaned=2026-08**")
    page.wait_for_function("before => document.querySelector('.red-count')?.innerText !== before", arg=before)
    assert re.match(r"August 2026", page.inner_text(".subtitle"))
