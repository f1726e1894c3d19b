"""Whatever opens a workbook does so in a process beside the app, so that no file can stop, fill or crash the app."""

import atexit
import pickle
import subprocess
import sys
import threading
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import IO, Any, Literal

import psutil

from dashboard.domain.excerpt import Excerpt
from dashboard.domain.issue import Issue, issue
from dashboard.domain.month import Month
from dashboard.domain.reading_answer import Answer
from dashboard.domain.scope import Scope
from dashboard.domain.settings.server import server_setting
from dashboard.workbook.parsed import ParsedWorkbook

Act = Literal["parse_workbook", "excerpt", "write_annotated"]
Request = tuple[bytes, Act, dict[str, Any]]
WATCH_EVERY_SECONDS = 0.02
AT_A_TIME = 3  # so that the slowest file of one person keeps nobody else's file waiting


@dataclass(frozen=True)
class ReadLimits:
    """How long a file may be read, and how much memory that may take."""

    seconds: float = 30
    megabytes: int = 1000

    @classmethod
    def as_set(cls) -> "ReadLimits":
        """Take what the settings say."""
        return cls(float(server_setting("read_seconds")), int(server_setting("read_megabytes")))


def read_workbook(
    content: bytes,
    file_name: str,
    *,
    plan: str | None = None,
    month: Month | None = None,
    scope: Scope | None = None,
    answers: Sequence[Answer] = (),
) -> ParsedWorkbook:
    """Do what parse_workbook does in a reading process; a file that is too much becomes an Issue."""
    given = {"file_name": file_name, "plan": plan, "month": month, "scope": scope, "answers": tuple(answers)}
    found: ParsedWorkbook | Issue = _ask((content, "parse_workbook", given))
    return ParsedWorkbook(plan, month, scope, issues=(found,)) if isinstance(found, Issue) else found


def read_excerpt(content: bytes, sheet: str, cell: str) -> Excerpt | Issue | None:
    """Do what excerpt does in a reading process."""
    found: Excerpt | Issue | None = _ask((content, "excerpt", {"sheet": sheet, "cell": cell}))
    return found


def write_annotated(content: bytes, issues: Iterable[Issue]) -> bytes | Issue:
    """Do what annotate does in a reading process."""
    found: bytes | Issue = _ask((content, "write_annotated", {"issues": tuple(issues)}))
    return found


def _ask(request: Request) -> Any:
    """Have a process answer a request about a file; it lives on for the next one."""
    with _places:
        process = _idle.pop() if _idle else ReadingProcess()
        if not process.is_alive:
            process = ReadingProcess()
        found = process.read(request, ReadLimits.as_set())
        if process.is_alive:
            _idle.append(process)
    return found


class ReadingProcess:
    """A Python process that reads one workbook after the other (workbook/reading_process.py).

    It is sent a file and what to do with it, and sends back what that gives or an Issue; all are pickles. Only there is
    loaded what opens workbooks.
    """

    def __init__(self) -> None:
        command = [sys.executable, "-W", "ignore", "-m", "dashboard.workbook.reading_process"]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        atexit.register(self.close)

    @property
    def is_alive(self) -> bool:
        """Tell whether the process can take another file."""
        return self._process.poll() is None

    def read(self, request: Request, limits: ReadLimits) -> Any:
        """Have a request answered within the limits; past them the process is ended."""
        answers: list[Any] = []
        asking = threading.Thread(target=self._ask, args=(request, answers), daemon=True)
        asking.start()
        deadline = time.monotonic() + limits.seconds
        kind = "damaged"
        while asking.is_alive():
            asking.join(WATCH_EVERY_SECONDS)
            if self._megabytes() > limits.megabytes:
                kind = "too-much-memory"
            elif time.monotonic() > deadline:
                kind = "too-slow"
            else:
                continue
            self.close()
            asking.join()
        if answers:
            return answers[0]
        self.close()
        detail = {"too-slow": f"{limits.seconds:g} sekunder", "too-much-memory": f"{limits.megabytes} MB"}
        return issue(kind, detail=detail.get(kind, "den får læseren til at gå ned"))

    def close(self) -> None:
        """End the process."""
        atexit.unregister(self.close)
        self._process.kill()
        self._process.wait()

    def _ask(self, request: Request, answers: list[Any]) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        try:
            send(self._process.stdin, request)
            answers.append(pickle.load(self._process.stdout))
        except (OSError, ValueError, EOFError, pickle.UnpicklingError):
            return

    def _megabytes(self) -> float:
        try:
            return float(psutil.Process(self._process.pid).memory_info().rss) / 1_000_000
        except psutil.Error:
            return 0.0


def send(stream: IO[bytes], value: object) -> None:
    """Write a value for the process at the other end of a stream."""
    stream.write(pickle.dumps(value))
    stream.flush()


_places = threading.BoundedSemaphore(AT_A_TIME)
_idle: list[ReadingProcess] = []
