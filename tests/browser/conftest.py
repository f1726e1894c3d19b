"""A real browser, and the app served once for all tests over a database filled from the example workbooks."""

import os
import random
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Playwright, expect, sync_playwright
from typer.testing import CliRunner

from browser.visiting import WAS_HERE, Visit
from dashboard import queries
from dashboard.cli import app
from dashboard.domain.month import Month
from dashboard.domain.scope import PLAN

PROJECT = Path(__file__).parents[2]
EXAMPLES = PROJECT / "data" / "eksempel"
LOOKING = Path(__file__).with_name("looking.js")
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
OURS = range(20_000, 32_000)  # below those that Linux, Windows and macOS give away by themselves
MILLISECONDS = 120_000  # with other tests on the same machine
expect.set_options(timeout=MILLISECONDS)
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


def launch(playwright: Playwright) -> Browser:
    """Open the browser that is found."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"] if is_root else [])


class _Environment(dict[str, str]):
    def __missing__(self, name: str) -> str:
        return f"no-{name}"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Open a browser, or skip with the reason; on CI a missing one is a failure."""
    if find_browser() is None:
        reason = "found no Chromium, Chrome or Edge to open the app in"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        opened = launch(playwright)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def example_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give this process a database filled from the newest of data/eksempel; the first process that asks fills it."""
    own = tmp_path_factory.getbasetemp()
    shared = (own.parent if "PYTEST_XDIST_WORKER" in os.environ else own) / "eksempel"
    full, deadline = shared / "status.duckdb", time.monotonic() + 4 * PATIENCE
    try:
        shared.mkdir()
    except FileExistsError:
        while not full.exists():
            assert time.monotonic() < deadline, "the process that fills the example database did not end"
            time.sleep(0.2)
    else:
        books = [book for month in MONTHS for book in sorted(EXAMPLES.glob(f"*-{month}.xlsx"))]
        filled(shared / "under opbygning.duckdb", books).rename(full)
    return Path(shutil.copy(full, tmp_path_factory.mktemp("eksempel")))


def filled(path: Path, workbooks: Sequence[Path]) -> Path:
    """Fill a database from workbooks on the command line, as a person does."""
    done = CliRunner().invoke(app, ["import", *map(str, workbooks), "--database", str(path)])
    assert done.exit_code == 0, done.output
    return path


@pytest.fixture(scope="session")
def october(example_database: Path) -> tuple[queries.LightCount, ...]:
    """Ask for the lights of October 2026 of the whole plan."""
    database = queries.open_database(example_database)
    con = database.cursor()
    selection = queries.default_selection(con, OCTOBER, scope=PLAN)
    assert selection is not None
    counts = queries.light_counts(con, selection)
    database.close()
    return counts


@pytest.fixture(scope="session")
def address(example_database: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve the app over a copy of the example database and give its address."""
    copy = shutil.copy(example_database, tmp_path_factory.mktemp("vist"))
    with serve(Path(copy), free_port()) as (url, _):
        yield url


def free_port() -> int:
    """Find a port that nothing listens on, and that no system gives to who asks for any: not even until it is used."""
    for port in random.sample(OURS, len(OURS)):
        with socket.socket() as free, suppress(OSError):
            free.bind(("localhost", port))
            return port
    pytest.fail("every port is taken")


@contextmanager
def serve(database: Path, port: int, *options: str) -> Iterator[tuple[str, "subprocess.Popen[bytes]"]]:
    """Serve the app over a database; give its address and its process."""
    server = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "streamlit",
            "run",
            "app.py",
            "--server.port",
            str(port),
            "--server.headless",
            "true",
            *options,
        ],
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


@pytest.fixture(scope="session")
def visit(browser: Browser) -> Iterator[Visit]:
    """Give the tab on the screen of a meeting room that every test opens anew."""
    with _at_a_computer(browser) as tab:
        yield tab


@pytest.fixture(scope="session")
def colleague(browser: Browser) -> Iterator[Visit]:
    """Give the tab of somebody else, at another computer."""
    with _at_a_computer(browser) as tab:
        yield tab


@contextmanager
def _at_a_computer(browser: Browser) -> Iterator[Visit]:
    with still(browser, locale="da-DK") as context:
        yield Visit(context.new_page())


@contextmanager
def still(browser: Browser, **options: Any) -> Iterator[BrowserContext]:
    """Give somebody's browser, of one who was here before and wants nothing to move: to draw that takes long."""
    context = browser.new_context(reduced_motion="reduce", **options)
    context.set_default_timeout(MILLISECONDS)
    context.add_init_script(WAS_HERE)
    context.add_init_script(path=LOOKING)
    yield context
    context.close()
