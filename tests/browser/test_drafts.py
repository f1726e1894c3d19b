"""What is typed in any box that keeps drafts, and the connection that is lost: drafts.js on a clock of its own."""

from collections.abc import Callable, Iterator
from importlib.resources import files

import pytest
from playwright.sync_api import Browser, Page, Route

from dashboard.web.drafts import Sends, kept

pytestmark = pytest.mark.browser

SCRIPT = files("dashboard.web").joinpath("assets/drafts.js").read_text("utf-8")
PAGE = "http://kladder.example/"
DRAWN = """<div data-testid=stApp data-test-connection-state=CONNECTED>
<div class=st-key-emne><input></div>{sign}<button>Andetsteds</button></div>
<script>window.sent = [];
addEventListener("keydown", (event) => event.key === "Enter" && sent.push(event.target.value));</script>
<script>{script}</script>"""
WHILE = 5_000  # longer than any pause; not so long that it is sent a second time


@pytest.fixture
def drawn(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Draw a box of some kind, of which the server has a text."""
    page = browser.new_page()
    page.clock.install()

    def draw(sends: Sends, saved: str = "") -> Page:
        def answer(route: Route) -> None:
            sign = kept("emne", "emne-1", saved, sends=sends)
            route.fulfill(body=DRAWN.format(sign=sign, script=SCRIPT), content_type="text/html; charset=utf-8")

        page.route(PAGE, answer)
        page.goto(PAGE)
        return page

    yield draw
    page.close()


def connected(page: Page, state: str) -> None:
    page.evaluate(
        "state => { document.querySelector('[data-testid=stApp]').dataset.testConnectionState = state }", state
    )


def state(page: Page) -> str | None:
    return page.locator(".kept").get_attribute("data-state")


@pytest.mark.parametrize("sends", ["pauses", "left"])
def test_what_is_typed_without_a_connection_says_so_and_is_sent_when_it_is_back(
    drawn: Callable[..., Page], sends: Sends
) -> None:
    page = drawn(sends)
    connected(page, "DISCONNECTED")
    page.fill("input", "Budgetproces 2027")
    page.focus("button")
    page.clock.run_for(WHILE)
    assert (state(page), page.evaluate("sent")) == ("silent", [])
    connected(page, "CONNECTED")
    page.clock.run_for(1_000)
    assert page.evaluate("sent") == ["Budgetproces 2027"]


def test_what_a_button_saves_is_offered_when_the_page_is_opened_after_a_break(drawn: Callable[..., Page]) -> None:
    page = drawn("never")
    connected(page, "DISCONNECTED")
    page.fill("input", "Budgetproces 2027")
    page.clock.run_for(WHILE)
    assert state(page) == "silent"
    page.reload()
    page.clock.run_for(WHILE)
    page.get_by_role("button", name="Brug den").click()
    assert (page.input_value("input"), page.evaluate("sent")) == ("Budgetproces 2027", [])


def test_a_box_that_nobody_typed_in_is_never_sent(drawn: Callable[..., Page]) -> None:
    page = drawn("pauses", "Direktionen beslutter, at sagen udskydes.")
    page.clock.run_for(WHILE)
    page.evaluate("dispatchEvent(new Event('pagehide'))")
    page.clock.run_for(WHILE)
    assert page.evaluate("sent") == []
