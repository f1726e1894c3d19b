"""What the questions of a page cost as the plan grows, 400 and 4,000 lines in 24 and 120 months, and what saving takes.

    python benchmarks/growth.py [--rounds 7] [--keep FOLDER] [--json] [--questions]

Each size is a database of its own, made once (kept with --keep), asked in turns. Every question is asked on a fresh
cursor, past the pages' memory of answers. Told is the least time of the processor over the rounds, of all threads, for
others may use the machine; the load is said. A month is saved as an import saves it, in a copy.
"""

import argparse
import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from questions import PAGES  # type: ignore[import-not-found]  # it lies beside this file

from dashboard import queries
from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.domain.scope import PLAN
from dashboard.domain.snapshot import Snapshot
from dashboard.domain.status_row import StatusRow
from dashboard.store.database import Database, open_database
from dashboard.store.line_months import make_months
from dashboard.store.snapshots import ReceivedFile, save_snapshot

SIZES = [(400, 24), (400, 120), (4000, 24), (4000, 120)]
FIRST = Month(2016, 1)
LIGHTS = [Light.GREEN, Light.GREEN, Light.YELLOW, Light.RED, Light.NOT_REPORTED]
DRAWN = 25
UDVALG = ("BUU", "VPU", "MTU", "KFU")
WITHOUT = {"deliveries", "saved_views", "known_names", "revisions", "suggestions", "decisions"}
MORE = {"Indlæsning": ["revisions", "suggestions"], "Vejledning": ["signal_outcomes"], "Direktionsmøde": ["decisions"]}
ASKED = {page: asks for page, asks in PAGES.items() if page != "others"} | MORE


def rows_of(lines: int, number: int) -> tuple[StatusRow, ...]:
    """Give what a month says of so many lines: lights and texts change now and then, a tidsplan seldom."""
    return tuple(
        StatusRow(
            f"Indsats {i}", "Ark1", f"C{i}", f"A{i}", light=LIGHTS[(i * 7 + number // (1 + i % 4)) % 5],
            udvalg=(UDVALG[i % 4],), tema=f"Tema {i % 9}", art=f"Art {i % 4}",
            schedule=f"{1 + (i + number // 9) % 4}. kvartal 2027", status_text=f"Status {number // 3} for {i}",
        )
        for i in range(1, lines + 1)
    )  # fmt: skip


def save_month(database: Database, lines: int, number: int, *, renews: bool = True) -> None:
    """Save a month as an import does."""
    rows, known = rows_of(lines, number), list(range(1, lines + 1)) if number else [None] * lines
    file = ReceivedFile("x.xlsx", str(number), b"", datetime(2026, 1, 1), "x")
    with database.transaction() as con:
        save_snapshot(con, file, Snapshot("2025-2028", FIRST.plus(number), PLAN, rows), known, renews=renews)


def made(path: Path, lines: int, months: int) -> Database:
    """Open a database of a size, made first where it is not there."""
    if not path.exists():
        making = path.with_suffix(".making")
        making.unlink(missing_ok=True)
        database = open_database(making)
        for number in range(months - 1):
            save_month(database, lines, number, renews=False)
        with database.transaction() as con:
            make_months(con)
        save_month(database, lines, months - 1)
        database.close()
        making.rename(path)
    return open_database(path)


def took(ask: Callable[[], object]) -> float:
    """Give the milliseconds of the processor that something takes."""
    start = time.process_time()
    ask()
    return (time.process_time() - start) * 1000


def saving(path: Path, lines: int, months: int) -> float:
    """Give the milliseconds of the processor that saving one more month takes, in a copy."""
    with tempfile.TemporaryDirectory() as passing:
        database = open_database(Path(shutil.copy(path, passing)))
        each = took(lambda: save_month(database, lines, months))
        database.close()
    return each


def asked(database: Database, question: str, selection: queries.Selection) -> Callable[[], object]:
    """Give what asks a question on a cursor of its own."""
    words, _, by = question.partition(" by ")
    ask = next(getattr(queries, word) for word in words.split("|") if hasattr(queries, word))
    given: list[object] = [] if words in WITHOUT else [selection]
    if words.startswith("line_states"):  # of the lines that the page draws
        given.append(tuple(line.indsats_id for line in queries.line_lives(database.cursor(), selection)[:DRAWN]))
    given += [by] if by else ["udvalg"] if words in ("matrix", "distribution") else []
    return lambda: ask(database.cursor(), *given)


def main() -> None:
    """Make every size, ask in turns, and print what each page and question takes beside the smallest."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--questions", action="store_true")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as passing:
        folder = given.keep or Path(passing)
        least: dict[str, dict[str, float]] = {}
        opened = {f"{n:,} x {m}": (n, m, made(folder / f"{n}x{m}.duckdb", n, m)) for n, m in SIZES}
        questions = list(dict.fromkeys(question for asks in ASKED.values() for question in asks))
        for _ in range(given.rounds + 1):
            for size, (_, _, database) in opened.items():
                selection = queries.default_selection(database.cursor(), scope=PLAN)
                assert selection is not None
                for question in questions:
                    each = took(asked(database, question, selection))
                    least.setdefault(question, {}).setdefault(size, each)
                    least[question][size] = min(least[question][size], each)
        for *_, database in opened.values():
            database.close()
        for _ in range(2):
            for size, (lines, months, _) in opened.items():
                each = saving(folder / f"{lines}x{months}.duckdb", lines, months)
                least.setdefault("save a month", {}).setdefault(size, each)
                least["save a month"][size] = min(least["save a month"][size], each)
    told = {f"all of {page}": {s: sum(least[q][s] for q in asks) for s in opened} for page, asks in ASKED.items()}
    told |= {name: least[name] for name in [*(questions if given.questions else ()), "save a month"]}
    if given.json:
        json.dump({"load": os.getloadavg(), "milliseconds": told}, sys.stdout, indent=1)
        return
    print(f"processor ms, least of {given.rounds}; load {os.getloadavg()[0]:.1f}")
    print(f"{'':28}" + "".join(f"{size:>14}" for size in opened) + "   ratio")
    for name, sizes in told.items():
        of = list(sizes.values())
        print(f"{name:28}" + "".join(f"{each:14,.0f}" for each in of) + f"{of[-1] / of[0]:8.1f}")


if __name__ == "__main__":
    main()
