"""A real browser, and the app served once for all tests over a database filled from the example workbooks."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pandas as pd
import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from dashboard import queries
from dashboard.domain.month import Month
from dashboard.domain.scope import PLAN

PROJECT = Path(__file__).parents[2]
EXAMPLES = PROJECT / "data" / "eksempel"
COMMANDS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "msedge",
    "chrome",
)
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "{ProgramFiles}/Google/Chrome/Application/chrome.exe",
    "{ProgramFiles(x86)}/Google/Chrome/Application/chrome.exe",
    "{LOCALAPPDATA}/Google/Chrome/Application/chrome.exe",
    "{ProgramFiles(x86)}/Microsoft/Edge/Application/msedge.exe",
    "{ProgramFiles}/Microsoft/Edge/Application/msedge.exe",
)
PATIENCE = 60
OCTOBER = Month(2026, 10)
MONTHS = ("2026-08", "2026-09", "2026-10")


def find_browser() -> str | None:
    """Find Chromium, Chrome or Edge on Linux, Windows or macOS."""
    for command in COMMANDS:
        found = shutil.which(command)
        if found:
            return found
    for place in PLACES:
        path = Path(place.format_map(_Environment(os.environ)))
        if path.is_file():
            return str(path)
    return None


class _Environment(dict[str, str]):
    def __missing__(self, name: str) -> str:
        return f"no-{name}"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Open a browser, or skip with the reason; on CI a missing one is a failure."""
    path = find_browser()
    if path is None:
        reason = "found no Chromium, Chrome or Edge to open the app in"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"] if is_root else [])
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def example_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Fill a database from the newest of data/eksempel the way a person does, on the command line."""
    path = tmp_path_factory.mktemp("eksempel") / "status.duckdb"
    workbooks = [str(workbook) for month in MONTHS for workbook in sorted(EXAMPLES.glob(f"*-{month}.xlsx"))]
    arguments = ["import", *workbooks, "--database", str(path)]
    command = [sys.executable, "-c", "from dashboard.cli import run; run()", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr
    return path


@pytest.fixture(scope="session")
def october(example_database: Path) -> pd.DataFrame:
    """Ask for the lights of October 2026 of the whole plan, before the server takes the file."""
    database = queries.open_database(example_database)
    con = database.cursor()
    selection = queries.default_selection(con, OCTOBER, scope=PLAN)
    assert selection is not None
    counts = queries.light_counts(con, selection)
    database.close()
    return counts


@pytest.fixture(scope="session")
def address(example_database: Path, october: pd.DataFrame) -> Iterator[str]:
    """Serve the app on a free port and give its address."""
    with serve(example_database) as (url, _):
        yield url


@contextmanager
def serve(database: Path) -> Iterator[tuple[str, "subprocess.Popen[bytes]"]]:
    """Serve the app over a database on a free port; give its address and its process."""
    with socket.socket() as free:
        free.bind(("localhost", 0))
        port = free.getsockname()[1]
    server = subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", "app.py", "--server.port", str(port), "--server.headless", "true"],
        cwd=PROJECT,
        env=os.environ | {"DASHBOARD_DATABASE": str(database)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        _wait_until_healthy(f"http://localhost:{port}/_stcore/health", server)
        yield f"http://localhost:{port}", server
    finally:
        server.terminate()
        server.wait()


def _wait_until_healthy(url: str, server: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and server.poll() is None:
        try:
            with urllib.request.urlopen(url):
                return
        except urllib.error.URLError:
            time.sleep(0.2)
    pytest.fail("the app did not start")


class Visit:
    """One open page with what it asked for and what it complained of."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.requests: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", lambda said: self.complaints.append(said.text) if said.type == "error" else None)

    def open(self, url: str) -> Page:
        """Go there and wait until the figures and the bars are drawn."""
        self.page.goto(url)
        self.page.wait_for_selector(".card-count")
        self.page.wait_for_selector(".js-plotly-plot .main-svg")
        return self.page


@pytest.fixture(scope="session")
def screen(browser: Browser) -> Iterator[BrowserContext]:
    """Give the screen of a meeting room, whose browser remembers the scripts from one test to the next."""
    context = browser.new_context(viewport={"width": 1920, "height": 1080}, locale="da-DK")
    yield context
    context.close()


@pytest.fixture
def visit(screen: BrowserContext) -> Iterator[Visit]:
    """Give a page that nobody has used."""
    page = screen.new_page()
    yield Visit(page)
    page.close()
