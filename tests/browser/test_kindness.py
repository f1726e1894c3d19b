"""What meets who comes for the first time, loses the connection, or waits for a page."""

import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from browser.conftest import MILLISECONDS, free_port, serve
from browser.visiting import Visit, settle

pytestmark = pytest.mark.browser

SHIFTS = """() => new Promise((done) => {
    let sum = 0;
    const add = (list) => list.getEntries().forEach((each) => (sum += each.hadRecentInput ? 0 : each.value));
    new PerformanceObserver(add).observe({ type: "layout-shift", buffered: true });
    setTimeout(() => done(sum), 300);
})"""
GOOD = 0.1  # what is called good of the cumulative layout shift of a page


def test_a_first_visit_is_told_in_three_sentences_until_they_are_closed(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 1366, "height": 768})
    page.set_default_timeout(MILLISECONDS)
    page.goto(address)
    welcome = settle(page, ".card").get_by_role("complementary", name="Velkommen")
    expect(welcome.locator("p")).to_have_count(3)
    welcome.get_by_role("button", name="Forstået").click()
    expect(welcome).to_have_count(0)
    page.reload()
    settle(page, ".card")
    expect(welcome).to_have_count(0)
    page.close()


@pytest.mark.parametrize(
    ("path", "there"), [("roede-indsatser", ".red-line"), ("signaler", ".signal-answer"), ("udvikling", ".panel")]
)
def test_nothing_jumps_while_a_page_comes_or_when_it_is_filtered(
    visit: Visit, address: str, path: str, there: str
) -> None:
    page = visit.open(f"{address}/{path}", there)
    assert page.evaluate(SHIFTS) < GOOD
    page.locator(".st-key-udvalg input").first.click()
    page.get_by_role("option", name=re.compile("Børne")).click()
    settle(page, ".subtitle .chip")
    assert page.evaluate(SHIFTS) < GOOD


def test_a_page_comes_back_where_it_was_when_the_connection_does(
    visit: Visit, example_database: Path, tmp_path: Path
) -> None:
    database, port = Path(shutil.copy(example_database, tmp_path)), free_port()
    with serve(database, port) as (address, _):
        page = visit.open(f"{address}/indsats?udvalg=BUU", "table.lines")
        page.evaluate("document.querySelector('.stMain').scrollTop = 400")
        before = page.url, page.inner_text(".subtitle")
    page.get_by_text("Ingen forbindelse").wait_for()
    with serve(database, port):
        page.get_by_text("Ingen forbindelse").wait_for(state="detached")
        settle(page, "table.lines")
        assert (page.url, page.inner_text(".subtitle")) == before
        assert page.evaluate("document.querySelector('.stMain').scrollTop") == 400
        visit.leave()
