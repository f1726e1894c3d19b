"""Doing something in a process of its own, so that the memory it takes goes with it."""

import pickle
import subprocess
import sys
from collections.abc import Callable
from typing import ParamSpec, TypeVar

Given = ParamSpec("Given")
Made = TypeVar("Made")


def apart(do: Callable[Given, Made], *given: Given.args, **named: Given.kwargs) -> Made:
    """Do something in its own process, give what it gives; raise RuntimeError with what it says when it fails."""
    asked = pickle.dumps((do, given, named))
    done = subprocess.run([sys.executable, "-m", __spec__.name], input=asked, capture_output=True)
    if done.returncode:
        raise RuntimeError(done.stderr.decode(errors="replace") or f"a part was ended with {done.returncode}")
    made: Made = pickle.loads(done.stdout)
    return made


if __name__ == "__main__":
    do, given, named = pickle.load(sys.stdin.buffer)
    pickle.dump(do(*given, **named), sys.stdout.buffer)
