"""What is left of a database when the worst happens to it, many times over; every run is repeated by its seed.

    python benchmarks/faults.py kills [--times 50] [--seed 1]    ended at a random moment, in whatever it does
    python benchmarks/faults.py upkeep [--times 20] [--seed 1]   the same, while it is made anew or restored
    python benchmarks/faults.py full [--times 20] [--seed 1]     no room on the disk from a random size on
    python benchmarks/faults.py damage [--times 50] [--seed 1]   random bytes at a random place of the file

A process lives at random: imports workbooks, withdraws and brings back, says which lines are one, settles signals,
holds meetings and decides, keeps views, has other settings, writes backups. After each deed that it was told is done it
writes down what the record says so far. Whatever then happens, the next process must find the database sound, with
every such deed in it as it was, every backup whole, and in the end all of it as its workbooks are read again. Ends with
1 where that fails. Needs a system with fork.
"""

import argparse
import json
import os
import random
import resource
import shutil
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import date
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any, NoReturn

import openpyxl

from dashboard.domain.meeting import AgendaItem, Decision, Meeting
from dashboard.domain.month import Month
from dashboard.domain.scope import PLAN
from dashboard.intake import (
    RevisionError,
    decide,
    rebuild,
    receive_workbook,
    restore_backup,
    restore_revision,
    undo_decision,
    verify,
    verify_again,
    withdraw_revision,
)
from dashboard.records import (
    MeetingError,
    add_item,
    hold_meeting,
    plan_meeting,
    save_view,
    settle_signal,
    write_decision,
)
from dashboard.store.backup import write_backup
from dashboard.store.database import Database, open_database
from dashboard.store.faults import DatabaseError
from dashboard.store.links import LinkError, LinkKind
from dashboard.store.location import backup_folder, backups
from dashboard.store.records import note

SAID = "SELECT max(event_id), md5(string_agg(e::VARCHAR, '|' ORDER BY event_id)) FROM event AS e WHERE event_id <= ?"
TITLES = [f"Indsats {letter} R00{number}" for number, letter in enumerate("ABCDEFGH")]
NOT_NOW = (RevisionError, LinkError, MeetingError)
FIRST = Month(2025, 1)


class Life:
    """One deed after the other on a database, at random."""

    def __init__(self, database: Database, path: Path, chance: random.Random) -> None:
        self.database, self.path, self.chance = database, path, chance
        self.deeds: list[Callable[[], Any]] = [
            self.receive, self.receive, self.receive, self.withdraw, self.bring_back, self.match, self.settle,
            self.view, self.meet, self.decide, self.settings, self.back_up,
        ]  # fmt: skip

    def act(self) -> str:
        """Do something, and give its name."""
        deed = self.chance.choice(self.deeds)
        with suppress(*NOT_NOW):
            deed()
        return deed.__name__

    def one(self, sql: str) -> Any:
        """Give one of what a question finds, or None."""
        found = self.database.cursor().execute(sql).fetchall()
        return self.chance.choice(found) if found else None

    def receive(self) -> None:
        month = FIRST.plus(self.chance.randrange(12))
        book = openpyxl.Workbook()
        sheet = book.worksheets[0]
        sheet.append(["Udmøntningsplan 2025-2028 - Samlet status for hele planen"])
        sheet.append([f"Status pr. ultimo {month.label}"])
        sheet.append(["Indsats", "Udvalg", "Farve", "Status"])
        for title in self.chance.sample(TITLES, 6):
            sheet.append([title, "ØK", self.chance.choice(["Grøn", "Gul", "Rød"]), "æ" * self.chance.randrange(2000)])
        written = BytesIO()
        book.save(written)
        receive_workbook(self.database, written.getvalue(), f"{month}.xlsx", sure=True, by="anna")

    def withdraw(self) -> None:
        self._stand(withdraw_revision, "IS NULL", "forkert fil")

    def bring_back(self) -> None:
        self._stand(restore_revision, "IS NOT NULL")

    def _stand(self, change: Callable[..., None], state: str, *note: str) -> None:
        found = self.one(f"SELECT month, revision FROM snapshot WHERE withdrawn_at {state}")
        if found:
            change(self.database, Month.parse(found[0]), PLAN, found[1], *note, by="bo")

    def match(self) -> None:
        standing = self.one("SELECT link_id FROM indsats_link WHERE withdrawn_at IS NULL")
        pair = self.one(
            "SELECT a.indsats_id, b.indsats_id FROM indsats AS a JOIN indsats AS b ON a.indsats_id > b.indsats_id"
        )
        if standing and self.chance.random() < 0.5:
            undo_decision(self.database, standing[0], by="bo")
        elif pair:
            kind: LinkKind = "different" if self.chance.random() < 0.5 else "continues"
            decide(self.database, kind, pair[0], pair[1], by="bo")

    def settle(self) -> None:
        line = self.one("SELECT indsats_id FROM indsats")
        if line:
            settle_signal(self.database, "red_long", line[0], PLAN, "3", "aftalt", by="bo")

    def view(self) -> None:
        save_view(self.database, "Vores", "", "", by="bo")

    def meet(self) -> None:
        lines = self.database.cursor().execute("SELECT indsats_id FROM indsats LIMIT 3").fetchall()
        meeting = Meeting("direktionen", date(2025, 6, self.chance.randrange(1, 28)), FIRST, PLAN)
        plan_meeting(self.database, meeting, [(line, ["added"]) for (line,) in lines], by="bo")

    def decide(self) -> None:
        item = self.one("SELECT item_id, meeting_id FROM current_item")
        if item:
            write_decision(
                self.database, Decision(item[0], "decision", "Ses igen " * self.chance.randrange(99)), by="bo"
            )
            if self.chance.random() < 0.2:
                hold_meeting(self.database, item[1], by="bo")
            else:
                add_item(self.database, AgendaItem(item[1], None, "Emne", ("added",), 99.0), by="bo")

    def settings(self) -> None:
        note(self.database, "settings", f"kommune.toml {self.chance.random()}", by="bo")

    def back_up(self) -> None:
        day = f"2025-01-{self.chance.randrange(1, 29):02}"
        write_backup(self.database.cursor(), backup_folder(self.path) / f"{self.path.stem} {day}.duckdb")


def said(database: Database, until: int = 2**31 - 1) -> list[Any]:
    """Give the last event there is, and the sum of the record so far."""
    row = database.cursor().execute(SAID, [until]).fetchone()
    return [*(row or ())]


def apart(act: Callable[[int], int]) -> tuple[int, int]:
    """Let a process of its own act, with somewhere to write; give its number, and where that can be read."""
    reading, writing = os.pipe()
    process = os.fork()
    if process == 0:
        _act_and_end(act, reading, writing)
    os.close(writing)
    return process, reading


def _act_and_end(act: Callable[[int], int], reading: int, writing: int) -> NoReturn:
    code = 70
    try:
        os.close(reading)
        os.setpgid(0, 0)
        code = act(writing)
    except BaseException as error:  # told, and counted as failed
        os.write(writing, f"{type(error).__name__}: {error}\n".encode())
    os._exit(code)


def end_of(process: int, reading: int) -> tuple[int, list[str]]:
    """Give how a process ended (minus the signal that ended it) and all that it wrote."""
    with os.fdopen(reading, encoding="utf-8") as stream:
        written = stream.read().splitlines()
    _, status = os.waitpid(process, 0)
    return os.waitstatus_to_exitcode(status), written


def live(path: Path, seed: str, deeds: int = 10**6) -> Callable[[int], int]:
    """Live on a database, and write down what is done; end with 3 where something could not be saved."""

    def living(writing: int) -> int:
        with closing(open_database(path)) as database:
            life = Life(database, path, random.Random(seed))
            os.write(writing, b"begun\n")
            for _ in range(deeds):
                try:
                    name = life.act()
                except DatabaseError as error:
                    os.write(writing, f"told: {error}\n".encode())
                    return 3
                os.write(writing, f"{json.dumps([name, *said(database)])}\n".encode())
        return 0

    return living


def examine(path: Path, told: list[str], *, again: bool = False) -> Callable[[int], int]:
    """Look through what is left, as the next process does, and write down everything that is wrong."""

    def examining(writing: int) -> int:
        done = [json.loads(line) for line in told if line.startswith("[")]
        wrong: list[str] = []
        with closing(open_database(path)) as database, database.explaining():
            wrong += verify(database)
            if done and said(database, done[-1][1]) != done[-1][1:]:
                wrong.append(f"lost: {done[-1]} is now {said(database, done[-1][1])}")
        for backup in backups(path):
            with closing(open_database(backup, is_copy=True)) as copy:
                wrong += [f"{backup.name}: {each}" for each in verify(copy)]
        if again:
            wrong += verify_again(path, lambda _done, _of: None)
        for each in wrong:
            os.write(writing, f"{each}\n".encode())
        return 1 if wrong else 0

    return examining


def kills(folder: Path, times: int, seed: int) -> Counter[str]:
    """Kill a process at random moments, and look through what is left each time."""
    path, outcomes = folder / "status.duckdb", Counter[str]()
    for number in range(times):
        chance = random.Random(f"{seed}/{number}")
        process, reading = apart(live(path, f"{seed}/{number}"))
        time.sleep(chance.uniform(0.05, 2.5))
        os.killpg(process, signal.SIGKILL)
        code, told = end_of(process, reading)
        deeds = [json.loads(line)[0] for line in told if line.startswith("[")]
        outcomes["deeds that were done"] += len(deeds)
        if code != -signal.SIGKILL:
            outcomes[f"FAILED: {told[-1:]}"] += 1
        _look(outcomes, number, examine(path, told, again=number == times - 1), "sound after a kill")
    return outcomes


def upkeep(folder: Path, times: int, seed: int) -> Counter[str]:
    """Kill a process at random moments while it makes the file anew, and look that all it held is still there."""
    path, copy, outcomes = folder / "status.duckdb", folder / "kopi.duckdb", Counter[str]()
    _, told = end_of(*apart(live(path, f"{seed}", 25)))
    shutil.copy(path, copy)

    def keeping(writing: int, own: random.Random) -> int:
        while True:
            act = own.choice(["rebuild", "restore", "steps"])
            os.write(writing, f"{act}\n".encode())
            if act == "rebuild":
                rebuild(path, lambda _done, _of: None)
            elif act == "restore":
                restore_backup(copy, path)
            else:
                with closing(open_database(path)) as database, database.transaction() as con:
                    con.execute("DROP TABLE schema_step")  # as a file from before the steps were numbered
                open_database(path).close()

    for number in range(times):
        own = random.Random(f"{seed}/{number}")
        process, reading = apart(partial(keeping, own=own))
        time.sleep(own.uniform(0.05, 2.5))
        os.killpg(process, signal.SIGKILL)
        code, acts = end_of(process, reading)
        if code != -signal.SIGKILL:
            outcomes[f"FAILED: {acts[-1:]}"] += 1
        outcomes[f"killed while it was: {acts[-1] if acts else 'beginning'}"] += 1
        _look(outcomes, number, examine(path, told, again=number == times - 1), "sound after a kill")
    return outcomes


def full(folder: Path, times: int, seed: int) -> Counter[str]:
    """Let no file grow beyond a random size, until something cannot be saved, and look through what is left."""
    path, outcomes = folder / "status.duckdb", Counter[str]()
    end_of(*apart(live(path, f"{seed}", 10)))
    for number in range(times):
        chance = random.Random(f"{seed}/{number}")
        limit = chance.randrange(2_000, 800_000)  # of the file itself, and of what was written since it was tidied up

        def living(writing: int, limit: int = limit, own: str = f"{seed}/{number}") -> int:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
            return live(path, own)(writing)

        code, told = end_of(*apart(living))
        outcomes["told in a sentence" if code == 3 else f"FAILED: {code} {told[-1:]}"] += 1
        _look(outcomes, number, examine(path, told, again=number == times - 1), "sound when there is room again")
    return outcomes


def damage(folder: Path, times: int, seed: int) -> Counter[str]:
    """Write random bytes at a random place of the file, or cut it off, and see that it is found or does no harm."""
    path, outcomes = folder / "status.duckdb", Counter[str]()
    _, told = end_of(*apart(live(path, f"{seed}", 25)))
    for number in range(times):
        chance, harmed = random.Random(f"{seed}/{number}"), folder / "harmed" / "status.duckdb"
        harmed.parent.mkdir(exist_ok=True)
        shutil.copy(path, harmed)
        size = harmed.stat().st_size
        with harmed.open("r+b") as file:
            if chance.random() < 0.2:
                file.truncate(chance.randrange(size))
            else:
                file.seek(chance.randrange(size))
                file.write(chance.randbytes(chance.choice([1, 64, 5000])))

        def looking(writing: int, harmed: Path = harmed) -> int:
            try:
                return examine(harmed, told, again=True)(writing)
            except DatabaseError as error:
                os.write(writing, f"{error}\n".encode())
                return 4

        code, found = end_of(*apart(looking))
        names = {0: "did no harm", 1: "found by verify", 4: "told in a sentence"}
        outcomes[names.get(code, f"FAILED: {number} ended {code} {found[-1:]}")] += 1
        shutil.rmtree(harmed.parent)
    return outcomes


def _look(outcomes: Counter[str], number: int, look: Callable[[int], int], well: str) -> None:
    code, wrong = end_of(*apart(look))
    outcomes[well if code == 0 else f"FAILED: {number} {code} {wrong[:3]}"] += 1


FAULTS: dict[str, Callable[[Path, int, int], Counter[str]]] = {
    "kills": kills, "upkeep": upkeep, "full": full, "damage": damage,
}  # fmt: skip


def main() -> None:
    """Let the worst happen, and print what came of it."""
    parser = argparse.ArgumentParser()
    parser.add_argument("what", nargs="+", choices=list(FAULTS))
    parser.add_argument("--times", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    asked, failed = parser.parse_args(), False
    for what in asked.what:
        begun = time.monotonic()
        with tempfile.TemporaryDirectory() as folder:
            outcomes = FAULTS[what](Path(folder), asked.times, asked.seed)
        for outcome, n in sorted(outcomes.items()):
            print(f"{n:>5}  {outcome}")
        print(f"{what}, {asked.times} times, seed {asked.seed}: {time.monotonic() - begun:.0f} s")
        failed = failed or any(outcome.startswith("FAILED") for outcome in outcomes)
    sys.exit(failed)


if __name__ == "__main__":
    main()
