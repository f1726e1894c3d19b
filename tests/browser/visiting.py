"""A tab that tests share: how a page is loaded, when it is settled, and what it asked for and complained of."""

from urllib.parse import urlsplit

from playwright.sync_api import ConsoleMessage, FloatRect, Locator, Page

MEETING_ROOM = (1920, 1080)
LAPTOP = (1366, 768)
NOWHERE = "about:blank"
WAS_HERE = "try { localStorage.setItem('velkommen', 'set') } catch {}"  # who was there is not welcomed again
# Streamlit's run is over, nothing of the run before is left, and every element has its code and every figure is drawn.
# Elements of one kind wait for the same code, and yet need not appear at the same time.
SETTLED = """() => {
    const app = document.querySelector("[data-testid=stApp]");
    const fits = (place) => {
        const drawn = place.querySelector(".main-svg");
        return drawn !== null && Math.abs(drawn.clientWidth - place.clientWidth) <= 1;
    };
    return app?.dataset.testScriptState === "notRunning" && app.dataset.testConnectionState === "CONNECTED"
        && document.querySelector("[data-testid=stSkeleton], [data-stale=true], #first-sight") === null
        && [...document.querySelectorAll("[data-testid=stPlotlyChart]")].every(fits);
}"""
LOOKED_AT = 100  # milliseconds between looks: at every frame, which is the rule, half the work is the looking
WIDTHS = (1920, 1366, 1024)


def settle(page: Page, *expected: str) -> Page:
    """Wait until what is expected is there, and nothing on the page is going to change by itself.

    After a click, name something that was not there before: the run that it starts is not known at once.
    """
    for selector in expected:
        page.wait_for_selector(selector)
    page.wait_for_function(SETTLED, polling=LOOKED_AT)
    return page


def resize(page: Page, size: tuple[int, int]) -> Page:
    """Give the window another size and wait until the figures have followed."""
    width, height = size
    page.set_viewport_size({"width": width, "height": height})
    page.wait_for_function("width => innerWidth === width", arg=width)
    return settle(page)


def box_of(place: Locator) -> FloatRect:
    """Give where a place that is seen stands on the screen."""
    box = place.bounding_box()
    assert box is not None
    return box


def sticks_out(page: Page) -> bool:
    """Tell whether anything reaches beyond the right edge of the window."""
    parts = "[document.documentElement, document.querySelector('.stMain')]"
    return bool(page.evaluate(f"() => {parts}.some((part) => part.scrollWidth > part.clientWidth)"))


def cut(page: Page, names: str, spared: str = "script") -> list[str]:
    """Give the elements of these selectors whose content is wider than they are, except in those that are spared."""
    found: list[str] = page.evaluate(
        """([names, spared]) => [...document.querySelectorAll(names)]
            .filter((element) => !element.closest(spared))
            .filter((element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0)
            .map((element) => `${element.className}: ${element.innerText}`)""",
        [names, spared],
    )
    return found


class Visit:
    """A tab of somebody's browser, with looking.js. Every load is a new session, and takes thrice what a link takes."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.requests: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", self._hear)

    def open(self, url: str, *expected: str, size: tuple[int, int] = MEETING_ROOM) -> Page:
        """Go there as somebody who was never there before, and wait until everything is drawn."""
        self.page.set_viewport_size({"width": size[0], "height": size[1]})
        self.leave()
        self.requests.clear()
        self.complaints.clear()
        self.page.goto(url)
        return settle(self.page, *expected)

    def follow(self, url: str, *expected: str, size: tuple[int, int] = MEETING_ROOM) -> Page:
        """Go there as a link does, in the session of the test before; load it where that was at another app."""
        page = self.page
        if urlsplit(page.url)[:2] != urlsplit(url)[:2] or page.locator("[data-testid=stApp]").count() == 0:
            return self.open(url, *expected, size=size)
        self.complaints.clear()
        page.keyboard.press("Escape")
        page.set_viewport_size({"width": size[0], "height": size[1]})
        if page.url != url:
            page.evaluate("address => follow(address)", url)
        return settle(page, *expected)

    def leave(self) -> None:
        """Leave what is shown, and have it forgotten, as well as what a test that failed kept from coming."""
        self.page.unroute_all()
        if self.page.url != NOWHERE:
            self.page.evaluate("localStorage.clear(); sessionStorage.clear(); Storage.prototype.setItem = () => {}")
        self.page.goto(NOWHERE)

    def _hear(self, said: ConsoleMessage) -> None:
        is_looking_for_itself = "404" in said.text and "/_stcore/" in said.location["url"]  # Streamlit, under the page
        if said.type == "error" and not is_looking_for_itself:
            self.complaints.append(said.text)
