"""What Overblik and Udvikling cost beside the same built the usual way in plain Streamlit, Dash and Vizro.

    python benchmarks/pages.py --rounds 5 --json pages.json
    python benchmarks/pages.py --before ../before      # and beside ours at an older commit

Serves all of them over the example plan and asks each in turn, round by round, so that what else the machine does falls
on all. The twins (``twins/``) run in an environment of their own, made at the first run in ``.venv-twins``. Measured:

- first counts: the frame in which the first count is seen, after the navigation began; in a fresh browser, and reloaded
- complete: the last change after which all figures are drawn, nothing is stale or asked for, and 400 ms pass
- filter: an udvalg that is chosen for the first time on this server, and again; page: from Overblik, looked at for
  four seconds, to Udvikling
- next item: of ours, in the walk-through of a meeting, until nothing is left of the item before
- processor: milliseconds of the server's for it; bytes: what a fresh browser fetched
"""

import argparse
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
import venv
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import pandas as pd
import psutil
from playwright.sync_api import Browser, Page, sync_playwright

from dashboard import queries
from dashboard.domain.scope import PLAN

ROOT = Path(__file__).parents[1]
TWINS = ROOT / "benchmarks" / "twins"
TWINS_VENV = ROOT / ".venv-twins"
TWINS_NEED = ["dash==4.4.1", "vizro==1.0.0", "streamlit==1.67.0"]
BROWSER = shutil.which("chromium") or shutil.which("google-chrome") or "chromium"
COLUMNS = [
    "indsats_id", "month", "title", "code", "udvalg", "tema", "art", "responsible", "cross_cutting", "status_text",
]  # fmt: skip
PATIENCE, READ_FIRST = 120, 4  # seconds: somebody looks at Overblik before they go on
MEASURES = (
    "first counts, cold", "complete, cold", "first counts, reload", "complete, reload", "first filter", "filter again",
    "to Udvikling", "next item",
)  # fmt: skip
# Told in the page itself: when the first count is seen, what changed last, and what is asked for.
WATCH = """(() => {
    window.changedAt = window.clickedAt = window.asked = 0;
    const changed = () => { window.changedAt = performance.now(); };
    const all = {subtree: true, childList: true, attributes: true, characterData: true};
    new MutationObserver(changed).observe(document, all);
    addEventListener("pointerdown", () => { window.clickedAt = performance.now(); }, true);
    const fetched = window.fetch;
    window.fetch = (...given) => { window.asked++; return fetched(...given).finally(() => window.asked--); };
    const look = () => {
        const count = document.querySelector("COUNTS");
        const isSeen = count !== null && /[0-9]/.test(count.textContent) && count.getBoundingClientRect().height > 0;
        requestAnimationFrame(isSeen ? () => { window.countsAt = performance.now(); } : look);
    };
    look();
})()"""
IS_STILL = """(figures) => {
    const app = document.querySelector("[data-testid=stApp]");
    const plots = [...document.querySelectorAll(".js-plotly-plot")].filter((each) => each.querySelector(".main-svg"));
    const drawn = plots.length + document.querySelectorAll("#root .distribution").length;
    return performance.now() - window.changedAt > 400 && window.asked === 0 && drawn >= figures
        && (app === null || app.dataset.testScriptState === "notRunning") && document.title !== "Updating..."
        && document.querySelector("[data-testid=stSkeleton], [data-stale=true], #first-sight") === null;
}"""
ITEMS = 6  # of the walk-through, which are gone through each round
IS_AT = """(number) => {
    const app = document.querySelector("[data-testid=stApp]");
    const isThere = document.querySelector(".walk-number")?.textContent.startsWith(`${number} / `);
    return isThere && app.dataset.testScriptState === "notRunning"
        && document.querySelector("[data-stale=true]") === null && performance.now() - window.clickedAt;
}"""
STREAMLIT_FILTER = ".st-key-udvalg button[aria-haspopup=listbox]"
DASH_FILTER = "button.dash-dropdown >> nth=0"
OURS = ("ours", "before")


@dataclass
class Contestant:
    """How something is served and what of it is looked for; ``figures`` are those of Overblik and of Udvikling."""

    name: str
    command: Sequence[str]
    env: dict[str, str]
    cwd: Path
    counts: str
    filter: str
    way: str
    figures: tuple[int, int] = (1, 3)


@dataclass
class Served:
    """A contestant that is served, and what was measured of it, in milliseconds."""

    contestant: Contestant
    url: str
    server: psutil.Process
    page: Page
    measured: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))

    def load(self, kind: str) -> None:
        """Load Overblik and note when the counts were seen and when it was complete."""
        before = self._spent()
        self.page.goto(self.url)
        self.page.wait_for_function("() => window.countsAt !== undefined")
        self.note(f"complete, {kind}", self.rest(0), before)
        self.measured[f"first counts, {kind}"].append(self.page.evaluate("() => window.countsAt"))

    def use_filter(self, number: int, kind: str) -> None:
        """Choose an udvalg."""
        self.page.click(self.contestant.filter)
        option = self.page.locator("[role=option], .dash-dropdown-option, .dash-options-list-option").nth(number)
        option.wait_for()
        before = self._spent()
        option.click()
        self.page.wait_for_function("() => window.changedAt > window.clickedAt + 30")
        self.note(kind, self.rest(0) - self.page.evaluate("() => window.clickedAt"), before)

    def turn(self) -> None:
        """Go from Overblik to Udvikling."""
        before = self._spent()
        self.page.locator(self.contestant.way).first.click()
        self.page.wait_for_function(
            "() => document.querySelector('h1, h2')?.closest('body').innerText.includes('Udvikling')"
        )
        self.note("to Udvikling", self.rest(1) - self.page.evaluate("() => window.clickedAt"), before)

    def walk(self) -> None:
        """Go through the first items of a meeting that is planned the first time."""
        self.page.evaluate("() => localStorage.setItem('velkommen', 'set')")  # the welcome lies over the way on
        self.page.goto(f"{self.url}direktionsmoede")
        self.page.locator(".st-key-opret button").wait_for(state="attached")
        self.page.locator(".meeting-row a" if self.measured["next item"] else ".st-key-opret button").first.click()
        self.page.locator(".meeting-parts a", has_text="Gennemgang").click()
        self.page.locator(".walk-list").wait_for()
        for number in range(1, ITEMS + 1):
            time.sleep(1)  # somebody says something about it
            before = self._spent()
            self.page.locator(".walk-step.next").click()
            took: float = self.page.wait_for_function(IS_AT, arg=number).json_value()
            self.note("next item", took, before)

    def rest(self, page: int) -> float:
        """Wait until the page is complete and give when it changed last."""
        self.page.wait_for_function(IS_STILL, arg=self.contestant.figures[page])
        changed: float = self.page.evaluate("() => window.changedAt")
        return changed

    def note(self, kind: str, took: float, before: float) -> None:
        """Note what something took, and what the server spent on it."""
        self.measured[kind].append(took)
        self.measured[f"{kind}: processor"].append(self._spent() - before)

    def _spent(self) -> float:
        used = [each.cpu_times() for each in (self.server, *self.server.children(recursive=True))]
        return 1000 * sum(each.user + each.system for each in used)


def import_example(checkout: Path, database: Path) -> None:
    """Fill a database from the example plan, with the code of that checkout."""
    workbooks = sorted(map(str, (checkout / "data" / "eksempel").glob("[!~]*.xlsx")))
    run = [sys.executable, "-c", "from dashboard.cli import run; run()", "import", *workbooks, "--database"]
    subprocess.run([*run, str(database)], check=True, env=_of(checkout), capture_output=True)


def write_twin_data(database: Path, folder: Path) -> None:
    """Write the lines of every month of the plan that is shown, and the signals of the last, as the twins read them."""
    opened = queries.open_database(database)
    con = opened.cursor()
    now = queries.default_selection(con, None, scope=PLAN)
    assert now is not None
    plan = {"plan": now.plan, "compare": None}
    months = [replace(now, month=month, **plan) for month in queries.delivered_months(con, now)]  # type: ignore[arg-type]
    told = pd.concat([pd.DataFrame(queries.lines(con, each)) for each in months])
    told[COLUMNS].assign(light=told["shown_light"]).to_json(folder / "lines.json", orient="records")
    signals = [{"indsats_id": each.indsats_id, "rule": each.rule.name} for each in queries.signals(con, now)]
    pd.DataFrame(signals).to_json(folder / "signals.json", orient="records")
    opened.close()


def twins_python() -> str:
    """Give the Python of the twins' own environment, made when it is not there."""
    python = TWINS_VENV / ("Scripts" if os.name == "nt" else "bin") / "python"
    if not python.exists():
        venv.create(TWINS_VENV, with_pip=True)
        subprocess.run([str(python), "-m", "pip", "install", "--quiet", *TWINS_NEED], check=True)
    return str(python)


def contestants(folder: Path, before: Path | None) -> Iterator[Contestant]:
    """Give all of them, with data; each is started with its port as the last word."""
    checkouts = {"ours": ROOT} | ({"before": before.resolve()} if before else {})
    for name, checkout in checkouts.items():
        database = folder / f"{name}.duckdb"
        import_example(checkout, database)
        env = _of(checkout, DASHBOARD_DATABASE=str(database), DASHBOARD_INBOX=str(folder / f"{name}-inbox"))
        command = [sys.executable, *_streamlit(checkout / "app.py")]
        way = "[data-testid=stTopNavLink]:has-text('Udvikling')"
        yield Contestant(name, command, env, checkout, ".card-count[data-light=red]", STREAMLIT_FILTER, way)
    write_twin_data(folder / "ours.duckdb", folder)
    python, env = twins_python(), {**os.environ, "TWIN_DATA": str(folder), "PYTHONPATH": str(TWINS)}
    way = "a:has-text('Udvikling'):visible"
    plain = [python, *_streamlit(TWINS / "plain.py")]
    yield Contestant("plain Streamlit", plain, env, folder, ".st-key-counts", STREAMLIT_FILTER, way)
    yield Contestant("Dash", [python, str(TWINS / "dash_twin.py")], env, folder, "#counts", DASH_FILTER, way)
    yield Contestant("Vizro", [python, str(TWINS / "vizro_twin.py")], env, folder, "#counts", DASH_FILTER, way)
    empty = [python, *_streamlit(TWINS / "empty.py")]
    yield Contestant("empty Streamlit", empty, env, folder, ".stMarkdown p", "", "", (0, 0))


def _streamlit(script: Path) -> list[str]:
    return ["-m", "streamlit", "run", str(script), "--server.headless", "true", "--server.port"]


@contextmanager
def served(contestant: Contestant, port: int) -> Iterator[psutil.Process]:
    """Serve until it is no longer needed."""
    null = subprocess.DEVNULL
    command = [*contestant.command, str(port)]
    server = subprocess.Popen(command, cwd=contestant.cwd, env=contestant.env, stdout=null, stderr=null)
    try:
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                urllib.request.urlopen(f"http://localhost:{port}/").close()
                break
            except OSError:
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.2)
        yield psutil.Process(server.pid)
    finally:
        server.terminate()
        server.wait()


def fresh_page(browser: Browser, contestant: Contestant) -> Page:
    """Open a tab of a browser that was never here before."""
    page = browser.new_context(viewport={"width": 1920, "height": 1080}, locale="da-DK").new_page()
    page.set_default_timeout(1000 * PATIENCE)
    page.add_init_script(WATCH.replace("COUNTS", contestant.counts))
    return page


def cold(one: Served, browser: Browser) -> None:
    """Load Overblik in a fresh browser, in place of the one before, and count what it fetched."""
    one.page.context.close()
    one.page = fresh_page(browser, one.contestant)
    fetched: list[float] = []
    network = one.page.context.new_cdp_session(one.page)
    network.send("Network.enable")
    network.on("Network.loadingFinished", lambda told: fetched.append(told["encodedDataLength"]))
    one.load("cold")
    one.measured["kB, cold"].append(sum(fetched) / 1000)


def go_round(one: Served, number: int, browser: Browser) -> None:
    """Measure everything of a contestant once; the udvalg of this number was not chosen before."""
    cold(one, browser)
    one.load("reload")
    if not one.contestant.filter:
        return
    one.use_filter(number, "first filter")
    one.load("reload")
    one.use_filter(number, "filter again")
    one.load("reload")
    time.sleep(READ_FIRST)
    one.turn()
    if one.contestant.name in OURS:
        one.walk()


def main() -> None:
    """Serve all, ask them in turns, and print the medians."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--before", type=Path, help="an older checkout of ours")
    parser.add_argument("--rounds", type=int, default=5, help="at most seven, one for each udvalg")
    parser.add_argument("--port", type=int, default=8941, help="the first of six that are free")
    parser.add_argument("--json", type=Path, help="write every figure here")
    asked = parser.parse_args()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        playwright = stack.enter_context(sync_playwright())
        browser = playwright.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
        every = []
        for port, contestant in enumerate(list(contestants(folder, asked.before)), start=asked.port):
            server = stack.enter_context(served(contestant, port))
            every.append(Served(contestant, f"http://localhost:{port}/", server, fresh_page(browser, contestant)))
        for one in every:  # what is done once a server is not measured
            one.load("reload")
            one.measured.clear()
        for number in range(asked.rounds):
            for one in every[number % len(every) :] + every[: number % len(every)]:
                go_round(one, number, browser)
                print(".", end="", flush=True, file=sys.stderr)
        version = browser.version
        browser.close()
    told = {one.contestant.name: one.measured for one in every}
    machine = f"{os.cpu_count()} cores, {platform.machine()}, Python {platform.python_version()}, Chromium {version}"
    print(f"\n{machine}; {', '.join(TWINS_NEED)}; medians of {asked.rounds} rounds, ms · ms of the server's processor")
    print(f"{'':22}" + "".join(f"{name:>18}" for name in told))
    for kind in (*MEASURES, "kB, cold"):
        print(f"{kind:22}" + "".join(f"{_said(measured, kind):>18}" for measured in told.values()))
    if asked.json:
        asked.json.write_text(json.dumps({"machine": machine, "measured": told}, indent=1), "utf-8")


def _said(measured: dict[str, list[float]], kind: str) -> str:
    spent = measured.get(f"{kind}: processor")
    if not measured.get(kind):
        return "-"
    return f"{statistics.median(measured[kind]):.0f}" + (f" · {statistics.median(spent):.0f}" if spent else "")


def _of(checkout: Path, **more: str) -> dict[str, str]:
    return {**os.environ, "PYTHONUTF8": "1", "PYTHONPATH": str(checkout / "src"), **more}


if __name__ == "__main__":
    main()
