"""Whatever opens a workbook does so in a process beside the app, so that no file can stop, fill or crash the app."""

import atexit
import pickle
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import IO, Any, TypeVar, cast

import psutil

from dashboard.domain.document_words import of_document
from dashboard.domain.excerpt import Excerpt
from dashboard.domain.issue import Issue, issue
from dashboard.domain.month import Month
from dashboard.domain.reading_answer import Answer
from dashboard.domain.scope import Scope
from dashboard.domain.settings.server import server_setting
from dashboard.workbook.annotate import annotate
from dashboard.workbook.excerpt import excerpt, opened
from dashboard.workbook.package import inspect_package
from dashboard.workbook.parse import ParsedWorkbook, parse_workbook
from dashboard.workbook.word import is_document
from dashboard.workbook.word.annotate import annotate_document

Found = TypeVar("Found")
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
    asked = partial(parse_workbook, file_name=file_name, plan=plan, month=month, scope=scope, answers=tuple(answers))
    found = _ask(content, asked)
    return ParsedWorkbook(plan, month, scope, issues=(found,)) if isinstance(found, Issue) else found


def read_excerpt(content: bytes, sheet: str, cell: str) -> Excerpt | Issue | None:
    """Do what excerpt does in a reading process."""
    return _ask(content, partial(excerpt, sheet=sheet, cell=cell))


def write_annotated(content: bytes, issues: Iterable[Issue]) -> bytes | Issue:
    """Do what annotate does in a reading process."""
    write = annotate_document if is_document(content) else annotate
    return _ask(content, partial(write, issues=tuple(issues)))


def _ask(content: bytes, request: Callable[[bytes], Found]) -> Found | Issue:
    """Have a process look at the file and answer the request; it lives on for the next file."""
    with _places:
        process = _idle.pop() if _idle else ReadingProcess()
        if not process.is_alive:
            process = ReadingProcess()
        found = process.read(content, request, ReadLimits.as_set())
        if process.is_alive:
            _idle.append(process)
    return found


class ReadingProcess:
    """A Python process that reads one workbook after the other.

    It is sent a file and a call of one argument, and sends back what that gives or an Issue; all are pickles.
    """

    def __init__(self) -> None:
        command = [sys.executable, "-W", "ignore", "-m", "dashboard.workbook.isolated"]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        atexit.register(self.close)

    @property
    def is_alive(self) -> bool:
        """Tell whether the process can take another file."""
        return self._process.poll() is None

    def read(self, content: bytes, request: Callable[[bytes], Found], limits: ReadLimits) -> Found | Issue:
        """Have a request answered within the limits; past them the process is ended."""
        answers: list[Found | Issue] = []
        asking = threading.Thread(target=self._ask, args=((content, request), answers), daemon=True)
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

    def _ask(self, request: object, answers: list[Any]) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        try:
            _send(self._process.stdin, request)
            answers.append(pickle.load(self._process.stdout))
        except (OSError, ValueError, EOFError, pickle.UnpicklingError):
            return

    def _megabytes(self) -> float:
        try:
            return float(psutil.Process(self._process.pid).memory_info().rss) / 1_000_000
        except psutil.Error:
            return 0.0


def _send(stream: IO[bytes], value: object) -> None:
    stream.write(pickle.dumps(value))
    stream.flush()


_places = threading.BoundedSemaphore(AT_A_TIME)
_idle: list[ReadingProcess] = []


def _limit_memory(megabytes: int) -> None:
    """Let the operating system refuse memory past the limit, where it can; elsewhere the parent watches."""
    if sys.platform != "win32":
        import resource

        already = psutil.Process().memory_info().vms
        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (already + megabytes * 1_000_000, hard))


def _serve() -> None:
    """Answer what comes in until the other end closes."""
    answers, sys.stdout = sys.stdout.buffer, sys.stderr
    _limit_memory(ReadLimits.as_set().megabytes)
    while True:
        try:
            content, request = cast(tuple[bytes, partial[object]], pickle.load(sys.stdin.buffer))
        except EOFError:
            return
        if request.func is not excerpt:
            opened.cache_clear()
        _send(answers, _answer(content, request))


def _answer(content: bytes, request: partial[object]) -> object:
    """Look at a file and answer a request; what goes wrong with one file is that file's Issue."""
    try:
        refused = inspect_package(content)
        if refused is not None:
            return of_document(refused) if is_document(content) else refused
        return request(content)
    except MemoryError:
        return issue("too-much-memory", detail=f"{ReadLimits.as_set().megabytes} MB")
    except Exception:
        return issue("damaged", detail="den har et indhold, som læseren ikke var forberedt på")


if __name__ == "__main__":
    _serve()
