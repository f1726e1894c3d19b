"""Many viewers at once: sessions over WebSockets that change filters and pages while workbooks are imported.

Each speaks Streamlit's own messages to a server of its own on loopback, as a browser does, and draws nothing. Goals: no
error, nobody waits over a second, memory flat over an hour's worth of actions, at most 3 MB for each further session.
"""

import argparse
import asyncio
import os
import random
import shutil
import socket
import statistics
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.request import urlopen

import psutil
from streamlit.proto.Alert_pb2 import Alert
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect

from dashboard.workbook.example import write_example_workbooks

ROOT = Path(__file__).parents[1]
PRESSURE = Path("/proc/pressure/cpu")
GIVE_UP = 60
DONE = (ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY)
UNREAD = {"Indlæsning", "Vejledning"}  # not what viewers wander between
MEGABYTE = 1_000_000


@dataclass
class Measured:
    """What came of every action, by its kind, and what the server took meanwhile."""

    seconds: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    when: list[tuple[float, float]] = field(default_factory=list)
    imports: list[tuple[float, float]] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    memory: list[tuple[float, float]] = field(default_factory=list)


class Session:
    """One viewer's tab: what it was shown of pages and filters, and what it holds of them."""

    def __init__(self, socket: ClientConnection, chance: random.Random, measured: Measured) -> None:
        self.socket, self.chance, self.measured = socket, chance, measured
        self.pages: dict[str, str] = {}
        self.page, self.query = "", ""
        self.offered: dict[str, tuple[str, list[str]]] = {}
        self.held: dict[str, WidgetState] = {}

    async def open(self) -> None:
        """Load Overblik for the first time."""
        await self.rerun("open")

    async def change_page(self) -> None:
        """Go to another page, with the filters that stand in the address."""
        self.page = self.chance.choice([page for page in self.pages if page != self.page])
        self.held.clear()
        await self.rerun(f"page {self.pages[self.page]}")

    async def change_filter(self) -> None:
        """Choose something in one filter, or let go of it."""
        if not self.offered:
            await self.change_page()
            return
        key = self.chance.choice(sorted(self.offered))
        kind, options = self.offered[key]
        state = WidgetState(id=key)
        if kind == "multiselect":
            chosen = self.chance.sample(options, min(len(options), self.chance.randint(0, 2)))
            state.string_array_value.data.extend(chosen)
        else:
            state.string_value = self.chance.choice(options)
        self.held[key] = state
        await self.rerun("filter")

    async def rerun(self, action: str) -> None:
        """Ask for a run and take what comes until it is finished."""
        asked = ClientState(query_string=self.query, page_script_hash=self.page)
        asked.widget_states.widgets.extend(self.held.values())
        started, self.offered = time.perf_counter(), {}
        await self.socket.send(BackMsg(rerun_script=asked).SerializeToString())
        try:
            async with asyncio.timeout(GIVE_UP):
                while not self._take(ForwardMsg.FromString(await self.socket.recv()), action):
                    pass
        except TimeoutError:
            self.measured.errors.append(f"{action}: no answer in {GIVE_UP} s")
        took = time.perf_counter() - started
        for kind in {action, action.split(" ")[0]}:
            self.measured.seconds[kind].append(took)
        self.measured.when.append((started, took))

    def _take(self, message: ForwardMsg, action: str) -> bool:
        kind = message.WhichOneof("type")
        if kind == "navigation":
            self.pages = {page.page_script_hash: page.page_name for page in message.navigation.app_pages}
            self.pages = {key: name for key, name in self.pages.items() if name not in UNREAD}
            self.page = self.page or message.navigation.page_script_hash
        elif kind == "page_info_changed":
            self.query = message.page_info_changed.query_string
        elif kind == "delta" and message.delta.WhichOneof("type") == "new_element":
            self._see(message, action)
        elif kind == "session_event" and message.session_event.WhichOneof("type") == "script_compilation_exception":
            self.measured.errors.append(f"{action}: {message.session_event.script_compilation_exception.message}")
        return kind == "script_finished" and message.script_finished in DONE

    def _see(self, message: ForwardMsg, action: str) -> None:
        element = message.delta.new_element
        kind = element.WhichOneof("type")
        if kind in ("selectbox", "multiselect") and message.metadata.delta_path[:1] == [1]:  # in the sidebar
            widget = getattr(element, kind)
            if widget.options and not widget.disabled:
                self.offered[widget.id] = kind, list(widget.options)
            if widget.set_value:
                self.held.pop(widget.id, None)
        elif kind == "exception":
            self.measured.errors.append(f"{action}: {element.exception.type}")
        elif kind == "alert" and element.alert.format == Alert.ERROR:
            self.measured.errors.append(f"{action}: {element.alert.body}")


async def wander(url: str, seed: int, asked: argparse.Namespace, measured: Measured, gate: asyncio.Event) -> None:
    """Open one session, wait for the others, and act until the time is up."""
    chance = random.Random(seed)
    async with connect(url, subprotocols=["streamlit"], max_size=None, compression=None) as socket:  # type: ignore[list-item]
        session = Session(socket, chance, measured)
        await session.open()
        await gate.wait()
        until = time.monotonic() + asked.minutes * 60
        await asyncio.sleep(chance.uniform(0, asked.think))
        while time.monotonic() < until:
            await (session.change_page() if chance.random() < asked.pages else session.change_filter())
            await asyncio.sleep(chance.uniform(0.5, 1.5) * asked.think)


async def place(inbox: Path, workbooks: list[Path], every: float, measured: Measured) -> None:
    """Put one workbook after the other into the inbox, and note when each was taken and had been moved."""
    for number in range(1_000_000):
        await asyncio.sleep(every)
        workbook = workbooks[number % len(workbooks)]
        half = inbox.parent / "half.xlsx"
        shutil.copy(workbook, half)
        placed = inbox / f"{number} {workbook.name}"
        half.replace(placed)
        started = time.perf_counter()
        while not any((inbox / moved / placed.name).exists() for moved in ("indlæst", "afvist")):
            await asyncio.sleep(0.05)
        measured.imports.append((started, time.perf_counter()))


async def watch(server: psutil.Process, measured: Measured) -> None:
    """Note what the server itself holds in memory, once a second."""
    while True:
        measured.memory.append((time.perf_counter(), held_by(server)))
        await asyncio.sleep(1)


def held_by(server: psutil.Process) -> float:
    """Give the megabytes that are the server's alone."""
    return float(server.memory_full_info().uss) / MEGABYTE


@contextmanager
def served(folder: Path) -> Iterator[tuple[psutil.Process, int]]:
    """Run a server on a database in a folder of its own."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    told = {"DASHBOARD_DATABASE": str(folder / "status.duckdb"), "STREAMLIT_SERVER_PORT": str(port)}
    command = [sys.executable, "start.py", "serve"]
    log = (folder / "server.log").open("w")
    server = subprocess.Popen(command, cwd=ROOT, env=os.environ | told, stdout=log, stderr=log)
    try:
        for _ in range(120):
            try:
                urlopen(f"http://127.0.0.1:{port}/health").close()
                break
            except OSError:
                time.sleep(0.5)
        yield psutil.Process(server.pid), port
    finally:
        server.terminate()
        server.wait(30)
        log.close()


async def run(asked: argparse.Namespace, folder: Path) -> Measured:
    """Open the sessions one after the other, then let all of them act while workbooks are imported."""
    measured, gate = Measured(), asyncio.Event()
    workbooks = [path for seed in (7, 8) for path in sorted(write_example_workbooks(folder / str(seed), seed))]
    random.Random(1).shuffle(workbooks)
    with served(folder) as (server, port):
        url = f"ws://127.0.0.1:{port}/_stcore/stream"
        sessions = []
        before, after = 0.0, 0.0
        for number in range(asked.sessions):
            if number in (asked.sessions - 30, 5):
                before, first = held_by(server), number
            sessions.append(asyncio.create_task(wander(url, number, asked, measured, gate)))
            while len(measured.seconds["open"]) <= number and not sessions[-1].done():
                await asyncio.sleep(0.05)
        after = held_by(server)
        more = asked.sessions - first
        print(f"{asked.sessions} sessions open; each of the last {more} took {(after - before) / more:.2f} MB")
        beside = [asyncio.create_task(watch(server, measured))]
        if asked.every:
            beside.append(asyncio.create_task(place(folder / "indbakke", workbooks, asked.every, measured)))
        cpu, started = server.cpu_times(), time.perf_counter()
        gate.set()
        ended = await asyncio.gather(*sessions, return_exceptions=True)
        measured.errors += [repr(each) for each in ended if each is not None]
        spent, took = server.cpu_times(), time.perf_counter() - started
        print(f"processor: {(spent.user + spent.system - cpu.user - cpu.system) / took:.2f} of a core in {took:.0f} s")
        for each in beside:
            each.cancel()
        imported = len(list((folder / "indbakke" / "indlæst").glob("*.xlsx")))
        print(f"{imported} workbooks imported, {len(list((folder / 'indbakke' / 'afvist').glob('*.xlsx')))} rejected")
    return measured


def tell(measured: Measured) -> None:
    """Print the figures."""
    if PRESSURE.exists():
        print(f"something waited for a processor, percent of the last five minutes: {PRESSURE.read_text().split()[3]}")
    print(f"load of the machine: {os.getloadavg()[0]:.1f}, {os.getloadavg()[1]:.1f}, {os.getloadavg()[2]:.1f}")
    print(f"{'action':<28}{'n':>6}{'p50':>9}{'p95':>9}{'worst':>9}{'over 1 s':>10}")
    for action, took in sorted(measured.seconds.items()):
        ordered = sorted(took)
        p95 = ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
        over = sum(each > 1 for each in took)
        middle = statistics.median(took)
        print(f"{action:<28}{len(took):>6}{middle:>8.3f}s{p95:>8.3f}s{ordered[-1]:>8.3f}s{over:>10}")
    during = [
        took for at, took in measured.when if any(at < end and at + took > start for start, end in measured.imports)
    ]
    for said, some in {"while a workbook is imported": during, "all": [took for _, took in measured.when]}.items():
        if some:
            print(f"{said}: {len(some)}, over 1 s: {sum(each > 1 for each in some)}, worst {max(some):.3f}s")
    if measured.imports:
        print(f"a workbook took {statistics.median(end - start for start, end in measured.imports):.1f} s")
    parts = 10
    held = [mb for _, mb in measured.memory]
    size = max(1, len(held) // parts)
    tenths = [statistics.median(held[at : at + size]) for at in range(0, len(held), size)]
    print("memory, MB, in tenths of the time:", " ".join(f"{mb:.0f}" for mb in tenths[:parts]))
    print(f"errors: {len(measured.errors)}", *measured.errors[:10], sep="\n  ")


def main() -> None:
    """Measure once."""
    given = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    given.add_argument("database", type=Path, help="a database with the example plan; a copy of it is used")
    given.add_argument("--sessions", type=int, default=50)
    given.add_argument("--minutes", type=float, default=10)
    given.add_argument("--think", type=float, default=15, help="seconds between a viewer's actions, in the mean")
    given.add_argument("--pages", type=float, default=0.4, help="how many of the actions are another page")
    given.add_argument("--every", type=float, default=20, help="seconds between two workbooks; 0 for none")
    asked = given.parse_args()
    with TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copy(asked.database, folder / "status.duckdb")
        tell(asyncio.run(run(asked, folder)))


if __name__ == "__main__":
    main()
