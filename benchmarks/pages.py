"""What Overblik costs beside a plain Streamlit page of the same content, and beside an older commit of ours.

    git worktree add ../before 2bc4e7e
    python benchmarks/pages.py --before ../before

Serves the three over the example plan and asks each in turn, round by round, so that what else the machine does falls
on all: how long a reload takes until the counts are seen in a browser that has everything in its cache; and how much
processor time the server spends on the first use of a filter, until the page is still again. Prints the medians.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd
import psutil
from playwright.sync_api import Page, sync_playwright

from dashboard import queries
from dashboard.domain.scope import PLAN

ROOT = Path(__file__).parents[1]
BROWSER = shutil.which("chromium") or shutil.which("google-chrome") or "chromium"
TWIN = ROOT / "benchmarks" / "twins" / "overblik.py"
COLUMNS = [
    "indsats_id", "month", "title", "code", "udvalg", "tema", "art", "responsible", "cross_cutting", "status_text",
]  # fmt: skip
ROUNDS = 7  # as many as there are udvalg: each is chosen for the first time once
PATIENCE, STILL = 120, 0.4
OURS, PLAIN = "[data-light=red]", ".st-key-counts"
# Told in the page itself: when the first count is there, after the start of the navigation.
WATCH = """(() => {
    const look = () => {
        const count = document.querySelector("SELECTOR");
        if (count !== null && /[0-9]/.test(count.textContent)) window.countsAt ??= performance.now();
        else requestAnimationFrame(look);
    };
    look();
})()"""
IS_STILL = """() => {
    const app = document.querySelector("[data-testid=stApp]");
    return app?.dataset.testScriptState === "notRunning"
        && document.querySelector("[data-testid=stSkeleton], [data-stale=true]") === null;
}"""


@dataclass
class Served:
    """A page that is served, the tab that looks at it, and what was measured of it."""

    name: str
    url: str
    server: psutil.Process
    page: Page
    reloads: list[float] = field(default_factory=list)
    filters: list[float] = field(default_factory=list)

    def reload(self) -> None:
        """Load the page again and note after how many milliseconds the counts were seen."""
        self.page.goto(self.url)
        self.page.wait_for_function("() => window.countsAt !== undefined")
        self.reloads.append(self.page.evaluate("() => window.countsAt"))
        self.rest()

    def use_filter(self, number: int) -> None:
        """Choose an udvalg for the first time and note how many milliseconds of processor time it cost the server."""
        shown, before = self.page.inner_text(".stMain"), self._spent()
        self.page.click(".st-key-udvalg button[aria-haspopup=listbox]")
        self.page.locator("[role=option]").nth(number).click()
        self.page.wait_for_function("shown => document.querySelector('.stMain').innerText !== shown", arg=shown)
        self.rest()
        self.filters.append(self._spent() - before)

    def rest(self) -> None:
        """Wait until the page is still."""
        self.page.wait_for_function(IS_STILL)
        time.sleep(STILL)

    def _spent(self) -> float:
        used = self.server.cpu_times()
        return 1000 * (used.user + used.system)


def import_example(checkout: Path, database: Path) -> None:
    """Fill a database from the example plan, with the code of that checkout."""
    workbooks = sorted(map(str, (checkout / "data" / "eksempel").glob("[!~]*.xlsx")))
    run = [sys.executable, "-c", "from dashboard.cli import run; run()", "import", *workbooks, "--database"]
    subprocess.run([*run, str(database)], check=True, env=_of(checkout), capture_output=True)


def write_twin_data(database: Path, folder: Path) -> None:
    """Write the newest two months, and the signals of the last, as the twin reads them."""
    opened = queries.open_database(database)
    con = opened.cursor()
    now = queries.default_selection(con, None, scope=PLAN)
    assert now is not None
    assert now.compare is not None
    before = queries.default_selection(con, now.compare, scope=PLAN)
    assert before is not None
    told = pd.concat([pd.DataFrame(queries.lines(con, selection)) for selection in (before, now)])
    told[COLUMNS].assign(light=told["shown_light"]).to_json(folder / "lines.json", orient="records")
    signals = [{"indsats_id": each.indsats_id, "rule": each.rule.name} for each in queries.signals(con, now)]
    pd.DataFrame(signals).to_json(folder / "signals.json", orient="records")
    opened.close()


@contextmanager
def serve(script: Path, port: int, env: dict[str, str]) -> Iterator[psutil.Process]:
    """Serve a script until it is no longer needed."""
    command = [sys.executable, "-m", "streamlit", "run", str(script), "--server.port", str(port)]
    command += ["--server.headless", "true"]
    null = subprocess.DEVNULL
    server = subprocess.Popen(command, cwd=Path(env["PYTHONPATH"]).parent, env=env, stdout=null, stderr=null)
    try:
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                urllib.request.urlopen(f"http://localhost:{port}/_stcore/health").close()
                break
            except OSError:
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.2)
        yield psutil.Process(server.pid)
    finally:
        server.terminate()
        server.wait()


def main() -> None:
    """Serve the pages, ask them in turns, and print the medians."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--before", type=Path, required=True, help="an older checkout of ours")
    parser.add_argument("--port", type=int, default=8941, help="the first of three that are free")
    asked = parser.parse_args()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        checkouts = {"now": ROOT, "before": asked.before.resolve()}
        pages = {}
        for name, checkout in checkouts.items():
            database = folder / f"{name}.duckdb"
            import_example(checkout, database)
            pages[name] = (checkout / "app.py", _of(checkout, DASHBOARD_DATABASE=str(database)), OURS)
        write_twin_data(folder / "now.duckdb", folder)
        pages["plain twin"] = (TWIN, _of(ROOT, TWIN_DATA=str(folder)), PLAIN)
        browser = stack.enter_context(sync_playwright()).chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
        served = []
        for port, (name, (script, env, counts)) in enumerate(pages.items(), start=asked.port):
            server = stack.enter_context(serve(script, port, env))
            page = browser.new_context(viewport={"width": 1920, "height": 1080}).new_page()
            page.set_default_timeout(1000 * PATIENCE)
            page.add_init_script(WATCH.replace("SELECTOR", counts))
            served.append(Served(name, f"http://localhost:{port}/", server, page))
        for one in served * 2:
            one.reload()
        for number in range(ROUNDS):
            for one in served:
                one.reload()
                one.use_filter(number)
        browser.close()
    print(f"{'':12} warm reload  processor time of a first filter")
    for one in served:
        reload, used = statistics.median(one.reloads[2:]), statistics.median(one.filters)
        print(f"{one.name:12} {reload:8.0f} ms  {used:8.0f} ms   {[round(each) for each in one.filters]}")


def _of(checkout: Path, **more: str) -> dict[str, str]:
    return {**os.environ, "PYTHONUTF8": "1", "PYTHONPATH": str(checkout / "src"), **more}


if __name__ == "__main__":
    main()
