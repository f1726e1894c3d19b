"""Writing a document as a file in a process of its own: what PDF, Word and PowerPoint take of memory goes with it.

The process says on its standard error how far it is, and gives the file on its standard output.
"""

import pickle
import re
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from threading import Thread, Timer
from typing import BinaryIO, Literal

from dashboard.reports.document import Document, Step, parts

SECONDS = 900  # 4,000 lines take up to a minute, and there may be others on the machine
TOO_LONG, ENDED = "not written in {seconds} seconds", "the process was ended with {code}, as where memory runs out"
SAID_TIMES = 100  # no more often than anybody sees
FAR = re.compile(rb"part (\d+) of (\d+)\n")
File = Literal["pdf", "docx", "pptx"]
Progress = Callable[[int, int], None]


def write(document: Document, kind: File, told: Progress | None = None) -> bytes:
    """Write a document as PDF, Word or PowerPoint, and give the file's bytes; tell how many parts are written."""
    command = [sys.executable, "-m", __spec__.name, kind]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        assert child.stderr is not None
        late, errors = Timer(SECONDS, child.kill), list[bytes]()
        beside = Thread(target=_follow, args=(child.stderr, told, errors))
        late.start()
        beside.start()
        with suppress(BrokenPipeError), child.stdin:  # it ended at once, and its errors say why
            pickle.dump(document, child.stdin)
        content = child.stdout.read()
        beside.join()
        is_late = not late.is_alive()
        late.cancel()
    if child.returncode:
        why = TOO_LONG.format(seconds=SECONDS) if is_late else ENDED.format(code=child.returncode)
        raise RuntimeError(b"".join(errors).decode(errors="replace") or why)
    return content


def _follow(said: BinaryIO, told: Progress | None, errors: list[bytes]) -> None:
    for line in said:
        if far := FAR.fullmatch(line):
            if told:
                told(int(far[1]), int(far[2]))
        else:
            errors.append(line)


def _saying(n: int) -> Step:
    """Make what says after each of n parts how far it is."""
    done, said_at = 0, max(1, n // SAID_TIMES)

    def step() -> None:
        nonlocal done
        done += 1
        if done % said_at == 0 and done <= n:
            print(f"part {done} of {n}", file=sys.stderr, flush=True)

    return step


def _written(document: Document, kind: str) -> bytes:
    step = _saying(parts(document.blocks))
    if kind == "pptx":
        from dashboard.reports.slides import slides  # each of these packages takes a while

        return slides(document, step)
    if kind == "docx":
        from dashboard.reports.word import word_file

        return word_file(document, step)
    from dashboard.reports.pdf import pdf

    return pdf(document, step)


if __name__ == "__main__":
    sys.stdout.buffer.write(_written(pickle.load(sys.stdin.buffer), sys.argv[1]))
