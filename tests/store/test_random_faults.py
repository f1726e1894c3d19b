"""Faults at random, a few of each; `python benchmarks/faults.py kills --times 50` and its like are the long run."""

import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "benchmarks" / "faults.py"


@pytest.mark.skipif(sys.platform == "win32", reason="no process can be forked there")
def test_nothing_that_was_done_is_lost_and_each_fault_is_told_or_does_no_harm() -> None:
    """Takes seconds, because processes live until they are killed."""
    command = [sys.executable, str(SCRIPT), "kills", "upkeep", "full", "damage", "--times", "1", "--seed", "7"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("1 times, seed 7") == 4
    assert "FAILED" not in done.stdout
