"""What a long appendix takes as a file: memory of all processes together, seconds, and seconds of the processor.

    python benchmarks/documents.py [--kind pdf] [--lines 140 1000 4000 8000]

The lines are those of the last example month, over and over, each with a number of its own in every text, since typst
remembers what it has set. Memory is looked at a hundred times a second; what processes share is counted in each.
"""

import argparse
import os
import pickle
import subprocess
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

import psutil

from dashboard import queries
from dashboard.documents.appendix import appendix
from dashboard.domain.month import Month
from dashboard.domain.scope import PLAN
from dashboard.domain.text_run import TextRun
from dashboard.queries import Selection
from dashboard.reports.document import Document, Piece, Row, Strong, Table

EXAMPLES = Path(__file__).parents[1] / "data" / "eksempel"
MONTHS = Month(2026, 9), Month(2026, 10)
WRITE = [sys.executable, "-m", "dashboard.reports.writing"]


def example(folder: Path) -> Document:
    """Tell the appendix of the last example month, beside the month before."""
    path = folder / "status.duckdb"
    workbooks = [str(EXAMPLES / f"hele-planen-{month}.xlsx") for month in MONTHS]
    command = [
        sys.executable,
        "-c",
        "from dashboard.cli import run; run()",
        "import",
        *workbooks,
        "--database",
        str(path),
    ]
    subprocess.run(command, check=True, capture_output=True)
    ask = queries.asks(queries.open_database(path).cursor())
    return appendix(ask, Selection(MONTHS[1], MONTHS[0], PLAN, plan="2025-2028"))


def longer(document: Document, n: int) -> Document:
    """Give a document with so many lines in its last table."""
    *blocks, table = document.blocks
    assert isinstance(table, Table)
    rows = tuple(numbered(table.rows[number % len(table.rows)], number) for number in range(n))
    return replace(document, blocks=(*blocks, replace(table, rows=rows)))


def numbered(row: Row, number: int) -> Row:
    """Give a row whose texts are found nowhere else."""

    def own(piece: Piece) -> Piece:
        if isinstance(piece, Strong):
            return Strong(f"{piece.text} {number}")
        return replace(piece, text=f"{piece.text} {number} ") if isinstance(piece, TextRun) else piece

    return replace(row, cells=tuple(tuple(map(own, cell)) for cell in row.cells))


def taken(document: Document, kind: str) -> tuple[float, float, float, float]:
    """Write a document and give megabytes of all processes and of the largest, seconds, and those of the processor."""
    before, begun, together, largest = os.times(), time.monotonic(), 0, 0
    with tempfile.TemporaryFile() as told, tempfile.TemporaryFile() as out:
        pickle.dump(document, told)
        told.seek(0)
        with subprocess.Popen([*WRITE, kind], stdin=told, stdout=out, stderr=subprocess.DEVNULL) as writing:
            process = psutil.Process(writing.pid)
            while writing.poll() is None:
                held = list(memory(process))
                together, largest = max(together, sum(held)), max(largest, *held, 0)
                time.sleep(0.01)
        assert writing.returncode == 0
    seconds, after = time.monotonic() - begun, os.times()
    processor = after.children_user + after.children_system - before.children_user - before.children_system
    return together / 1e6, largest / 1e6, seconds, processor


def memory(process: psutil.Process) -> list[int]:
    """Give what a process and those below it hold in memory."""
    try:
        return [each.memory_info().rss for each in (process, *process.children(recursive=True))]
    except psutil.Error:  # one of them has just ended
        return [0]


def main() -> None:
    """Print what appendices of several lengths take."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--kind", default="pdf", choices=["pdf", "docx"])
    parser.add_argument("--lines", nargs="+", type=int, default=[140, 1000, 4000, 8000])
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        document = example(Path(folder))
        print(f"load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "")
        print("lines      MB  largest  seconds  processor")
        for n in arguments.lines:
            print("{:>5} {:>7.0f} {:>8.0f} {:>8.1f} {:>10.1f}".format(n, *taken(longer(document, n), arguments.kind)))


if __name__ == "__main__":
    main()
