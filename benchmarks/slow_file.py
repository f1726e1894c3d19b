"""How long others wait while slow files are read: a viewer filters Overblik, and files lie in the inbox meanwhile.

    python benchmarks/slow_file.py [--lines 20000] [--port 8791]

The app runs on the example data with its inbox open. A browser ticks "Kun tværgående" on and off, and each time is
from the click until the page's count of lines is the other one: first with nothing else going on, then while a workbook
of as many lines as asked for, all of them new, is read, compared and answered. Printed are median, worst and how long
the file took. Needs Chromium.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from urllib.request import urlopen

import openpyxl
from openpyxl.styles import PatternFill
from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).parents[1]
FILLS = [PatternFill("solid", fgColor=colour) for colour in ("FF92D050", "FFFFC000", "FFFF0000")]
WORDS = [
    "plan",
    "skole",
    "pleje",
    "vej",
    "havn",
    "bro",
    "drift",
    "analyse",
    "samling",
    "udbud",
    "energi",
    "støtte",
    "borger",
    "kultur",
    "hal",
    "sti",
    "klima",
    "jord",
]


def slow_workbook(path: Path, lines: int) -> None:
    """Write a workbook of the whole plan with so many lines, each with a fill of its own and a text."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (["Udmøntningsplan 2025-2028 - hele planen"], ["Status pr. ultimo oktober 2026"]):
        sheet.append(row)
    sheet.append(["Indsats", "Udvalg", "Farve", "Statustekst"])
    for n in range(lines):
        words = [WORDS[(n * step + step) % len(WORDS)] for step in (1, 3, 7, 11)]
        sheet.append([f"{' '.join(words).capitalize()} {n}", "ØK", None, f"Arbejdet med nummer {n} følger planen."])
        sheet.cell(sheet.max_row, 3).fill = FILLS[n % 3]
    book.save(path)


def toggles(page: Page, goes_on: Callable[[], bool]) -> list[float]:
    """Tick the filter on and off while it goes on, and give what each took in seconds."""
    took = []
    while goes_on():
        before = page.locator(".subtitle").first.inner_text()
        start = time.perf_counter()
        page.get_by_text("Kun tværgående (").click()
        page.wait_for_function("was => document.querySelector('.subtitle')?.innerText !== was", arg=before)
        took.append(time.perf_counter() - start)
    return took


def told(name: str, took: list[float]) -> None:
    """Print one line of figures."""
    print(f"{name:<28}{len(took):>4} clicks   median {statistics.median(took):.3f} s   worst {max(took):.3f} s")


def main() -> None:
    """Start the app, measure, and end it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lines", type=int, default=20_000)
    parser.add_argument("--port", type=int, default=8791)
    asked = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="slow-file-"))
    database, inbox = folder / "status.duckdb", folder / "indbakke"
    tools = Path(sys.executable).parent
    environment = os.environ | {"DASHBOARD_DATABASE": str(database), "DASHBOARD_INBOX": str(inbox)}
    examples = sorted(map(str, (ROOT / "data" / "eksempel").glob("*.xlsx")))
    subprocess.run([tools / "dashboard", "import", *examples], env=environment, check=True, capture_output=True)
    slow_workbook(folder / "slow.xlsx", asked.lines)
    command = [str(tools / "streamlit"), "run", "app.py", "--server.headless", "true", "--server.port", str(asked.port)]
    app = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        address = f"http://localhost:{asked.port}/"
        for _ in range(300):
            try:
                urlopen(address + "_stcore/health").close()
                break
            except OSError:
                time.sleep(0.2)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
            page = browser.new_page(viewport={"width": 1366, "height": 768})
            page.goto(address)
            page.wait_for_selector(".subtitle")
            page.wait_for_timeout(3000)
            toggles(page, iter([True] * 6 + [False]).__next__)
            told("with nothing else going on", toggles(page, iter([True] * 40 + [False]).__next__))
            shutil.copy(folder / "slow.xlsx", inbox / "slow.xlsx")
            start, done = time.monotonic(), [inbox / "afvist" / "slow.xlsx", inbox / "indlæst" / "slow.xlsx"]
            goes_on = lambda: not any(path.exists() for path in done) and time.monotonic() - start < 300  # noqa: E731
            told("while the file is read", toggles(page, goes_on))
            became = next((path.parent.name for path in done if path.exists()), "still being read")
            print(f"{asked.lines} lines, {became} after {time.monotonic() - start:.1f} s")
            browser.close()
    finally:
        app.terminate()
        app.wait()
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
