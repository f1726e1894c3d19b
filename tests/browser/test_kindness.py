"""What meets who comes for the first time, loses the connection, or waits for a page."""

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, WebSocketRoute, expect

from browser.conftest import MILLISECONDS, free_port, serve
from browser.visiting import WAS_HERE, Visit, settle
from nightly import IS_NIGHT

pytestmark = pytest.mark.browser

SHIFTS = """() => new Promise((done) => {
    let sum = 0;
    const add = (list) => list.getEntries().forEach((each) => (sum += each.value));
    new PerformanceObserver(add).observe({ type: "layout-shift", buffered: true });
    requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(sum))));
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
    ("path", "there", "then", "changed"),
    [
        ("roede-indsatser", ".red-line", "udvalg=BUU", ".subtitle .chip"),
        ("signaler", ".signal-answer", "udvalg=BUU", ".subtitle .chip"),
        ("signaler", ".signal-answer", "vis=indsats", ".by-line"),
        ("udvikling", ".panel", "udvalg=BUU", ".subtitle .chip"),
    ],
)
def test_nothing_jumps_while_a_page_comes_or_shows_something_else(
    visit: Visit, address: str, path: str, there: str, then: str, changed: str
) -> None:
    page = visit.open(f"{address}/{path}", there)
    assert page.evaluate(SHIFTS) < GOOD
    visit.follow(f"{address}/{path}?{then}", changed)  # by no hand, which excuses what jumps
    assert page.evaluate(SHIFTS) < GOOD


def test_a_page_comes_back_where_it_was_when_its_line_to_the_server_breaks(browser: Browser, address: str) -> None:
    page = browser.new_page(viewport={"width": 1366, "height": 768})
    page.set_default_timeout(MILLISECONDS)
    page.add_init_script(WAS_HERE)
    lines: list[WebSocketRoute] = []
    refused: list[WebSocketRoute] = []
    is_broken = False

    def connect(line: WebSocketRoute) -> None:
        (refused if is_broken else lines).append(line)
        line.close() if is_broken else line.connect_to_server()

    page.route_web_socket("**/_stcore/stream", connect)
    page.goto(f"{address}/indsats?udvalg=BUU")
    settle(page, "table.lines").evaluate("document.querySelector('.stMain').scrollTop = 400")
    before = _place(page)
    is_broken = True
    lines[-1].close()
    page.wait_for_selector("[data-testid=stApp]:not([data-test-connection-state=CONNECTED])")
    while not refused:
        page.wait_for_timeout(50)
    is_broken = False
    assert _place(settle(page, "table.lines")) == before
    assert len(lines) == 2
    page.close()


@pytest.mark.skipif(not IS_NIGHT, reason="starts the app twice; by night")
def test_a_page_comes_back_where_it_was_when_the_app_does(visit: Visit, example_database: Path, tmp_path: Path) -> None:
    database, port = Path(shutil.copy(example_database, tmp_path)), free_port()
    with serve(database, port) as (address, _):
        visit.open(f"{address}/indsats?udvalg=BUU", "table.lines")
        visit.page.evaluate("document.querySelector('.stMain').scrollTop = 400")
        before = _place(visit.page)
    visit.page.get_by_text("Ingen forbindelse").wait_for()
    with serve(database, port):
        visit.page.get_by_text("Ingen forbindelse").wait_for(state="detached")
        assert _place(settle(visit.page, "table.lines")) == before
        visit.leave()


def _place(page: Page) -> tuple[str, str, int]:
    """Give the address, what is shown, and how far down."""
    return page.url, page.inner_text(".subtitle"), page.evaluate("document.querySelector('.stMain').scrollTop")
