"""How long each question takes, cold, beside the same at an older commit: the example plan, and 400 lines x 120 months.

    python benchmarks/questions.py [--against COMMIT] [--rounds 7]

Each commit makes its own databases and asks its own questions, in a process of its own; the two take turns round by
round. A question is asked on a fresh cursor, past the pages' memory of answers. Printed is the median of each, their
ratio, and the sums of what the pages Overblik and Udvikling ask.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
# What each page asks; a question that had another name before is given both.
PAGES = {
    "Overblik": [
        "deliveries", "filter_options", "saved_views", "known_names", "light_counts", "changes", "matrix", "signals",
    ],
    "Udvikling": [
        "deliveries", "filter_options", "saved_views", "known_names", "light_counts", "light_history",
        "light_history by tema", "transitions", "delivered_months", "flow", "spells", "red_spells|recovery",
        "line_lives|strip_lines", "line_states|strip_cells",
    ],
    "others": ["distribution", "line_list", "lines", "text_changes", "money", "money_history", "reason_counts"],
}  # fmt: skip
ASK = """
import itertools, json, sys, time
from pathlib import Path
from dashboard import queries
from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.domain.scope import PLAN
from dashboard.domain.snapshot import Snapshot
from dashboard.domain.status_row import StatusRow
from dashboard.intake import receive_workbook
from dashboard.store.database import open_database
from dashboard.store.snapshots import ReceivedFile, save_snapshot
from datetime import datetime

root, folder, questions = Path(sys.argv[1]), Path(sys.argv[2]), json.loads(sys.argv[3])
assert Path(queries.__file__).is_relative_to(root), f"{queries.__file__} is not of {root}"
LIGHTS = [Light.GREEN, Light.GREEN, Light.YELLOW, Light.RED, Light.NOT_REPORTED]

def example(path):
    database = open_database(path)
    for file in sorted((root / "data" / "eksempel").glob("[ht]*.xlsx")):
        receive_workbook(database, file.read_bytes(), file.name)
    database.close()

def large(path):
    database = open_database(path)
    for n in range(120):
        month = Month(2016 + n // 12, n % 12 + 1)
        rows = tuple(
            StatusRow(f"Indsats {i}", "Ark1", f"C{i}", f"A{i}", light=LIGHTS[(i * 7 + n // (1 + i % 4)) % 5],
                      udvalg=(("BUU", "VPU", "MTU", "KFU")[i % 4],), tema=f"Tema {i % 9}", art=f"Art {i % 4}",
                      schedule=f"{1 + (i + n // 9) % 4}. kvartal 2027", status_text=f"Status {n // 3} for {i}")
            for i in range(1, 401)
        )
        file = ReceivedFile("x.xlsx", str(n), b"", datetime(2026, 1, 1), "x")
        known = list(range(1, 401)) if n else [None] * 400
        with database.transaction() as con:
            save_snapshot(con, file, Snapshot("2025-2028", month, PLAN, rows), known)
    database.close()

MAKERS = {"example": example, "400 x 120": large}
opened = {}
for name, make in MAKERS.items():
    path = folder / f"{name}.duckdb"
    if not path.exists():
        make(path)
    database = open_database(path)
    opened[name] = database, queries.default_selection(database.cursor(), scope=PLAN)
WITHOUT = {"deliveries", "saved_views", "known_names"}
print("ready", flush=True)
for line in sys.stdin:
    took = {}
    for name, (database, selection) in opened.items():
        for question in questions:
            words, _, by = question.partition(" by ")
            ask = next(getattr(queries, word) for word in words.split("|") if hasattr(queries, word))
            given = [] if words in WITHOUT else [selection]
            given += [by] if by else ["udvalg"] if words in ("matrix", "distribution") else []
            start = time.perf_counter()
            ask(database.cursor(), *given)
            took[f"{name}: {question}"] = (time.perf_counter() - start) * 1000
    print(json.dumps(took), flush=True)
"""


def asker(root: Path, folder: Path, questions: list[str]) -> subprocess.Popen[str]:
    """Start a process that asks the questions of a checkout each time it is told to."""
    environment = {**os.environ, "PYTHONPATH": str(root / "src")}
    command = [sys.executable, "-c", ASK, str(root), str(folder), json.dumps(questions)]
    process = subprocess.Popen(command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline().strip() == "ready"
    return process


def asked(process: subprocess.Popen[str]) -> dict[str, float]:
    """Have every question asked once, and give how long each took in milliseconds."""
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write("\n")
    process.stdin.flush()
    return dict(json.loads(process.stdout.readline()))


def main() -> None:
    """Make the older checkout, ask both in turns, and print what each question and page takes."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--against", default="2bc4e7e")
    parser.add_argument("--rounds", type=int, default=7)
    given = parser.parse_args()
    questions = list(dict.fromkeys(question for asks in PAGES.values() for question in asks))
    with tempfile.TemporaryDirectory() as made:
        older = Path(made) / "older"
        subprocess.run(["git", "-C", ROOT, "worktree", "add", "-q", "--detach", older, given.against], check=True)
        try:
            processes = []
            for name, root in (("before", older), ("now", ROOT)):
                (Path(made) / name).mkdir()
                processes.append(asker(root, Path(made) / name, questions))
            rounds = [[asked(process) for process in processes] for _ in range(given.rounds + 1)][1:]
            for process in processes:
                process.kill()
        finally:
            subprocess.run(["git", "-C", ROOT, "worktree", "remove", "--force", older], check=True)
    before, now = ({name: statistics.median(each[i][name] for each in rounds) for name in rounds[0][i]} for i in (0, 1))
    print(f"{'milliseconds, median of ' + str(given.rounds):40} {given.against:>10} {'now':>8}  ratio")
    for name, took in before.items():
        print(f"{name:40} {took:10.1f} {now[name]:8.1f}  {now[name] / took:5.2f}")
    for plan in dict.fromkeys(name.split(": ")[0] for name in before):
        for page, asks in PAGES.items():
            one, other = (sum(took[f"{plan}: {question}"] for question in asks) for took in (before, now))
            print(f"{plan + ': all of ' + page:40} {one:10.1f} {other:8.1f}  {other / one:5.2f}")


if __name__ == "__main__":
    main()
