"""A workbook or document that one process asks another to read or to make, because the other holds the database.

A job is a folder whose name says how far it is: ``new`` is being written, ``ready`` waits, ``taken`` is being read,
``answered`` holds the receipt. A renaming happens wholly or not at all, so of taking and withdrawing a job only one
succeeds. Jobs lie beside the database and not in the inbox: what is asked for is made of all that is stored, and those
who may place a workbook are not those who may see that.
"""

import json
import secrets
import shutil
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from itertools import count
from pathlib import Path
from typing import Any, Literal

from dashboard.domain.month import Month
from dashboard.domain.reading_answer import Answer as Said
from dashboard.domain.scope import Scope
from dashboard.intake.inbox.moving import rename
from dashboard.intake.who_is_who import Decisions

STATES = ("new", "ready", "taken", "answered")
LOOK_EVERY_SECONDS = 0.1
Answer = dict[str, Any]
_order = count()


@dataclass(frozen=True)
class Job:
    """What is asked of the process that holds ``database``; the rest is what receive_workbook takes.

    ``asks`` is what for: that a workbook is read, that the template of a month and scope is made, or the document that
    is ``wanted``, or that a backup is written into the job's folder.
    """

    database: str
    file: str
    by: str
    plan: str | None = None
    month: str | None = None
    scope: str | None = None
    sure: bool = False
    accept_errors: bool = False
    save: bool = True
    decisions: Decisions = field(default_factory=dict)
    answers: list[dict[str, str]] = field(default_factory=list)
    asks: Literal["receipt", "template", "document", "backup"] = "receipt"
    wanted: dict[str, Any] = field(default_factory=dict)

    @property
    def options(self) -> dict[str, Any]:
        """Give what receive_workbook is asked for."""
        return {
            "plan": self.plan,
            "month": Month.parse(self.month) if self.month else None,
            "scope": Scope(self.scope) if self.scope else None,
            "sure": self.sure,
            "accept_errors": self.accept_errors,
            "save": self.save,
            "decisions": self.decisions,
            "answers": [Said(**each) for each in self.answers],
        }


@dataclass(frozen=True)
class TakenJob:
    """A job that this process has taken: no other process can take it, and nobody can withdraw it."""

    place: Path
    job: Job
    content: bytes

    @property
    def folder(self) -> Path:
        """Give the folder that holds it, and what is laid there with the answer."""
        return _in_state(self.place, "taken")

    def answer(self, answer: Answer) -> None:
        """Give the asker its answer, if it still waits for one; ``beside`` in it names a file in the folder."""
        with suppress(FileNotFoundError):
            (self.folder / "answer.json").write_text(json.dumps(answer, ensure_ascii=False), "utf-8")
            rename(self.folder, _in_state(self.place, "answered"))


class NoAnswerError(Exception):
    """Nobody answered a job within the time. ``begun`` says whether it was taken all the same."""

    def __init__(self, begun: bool) -> None:
        super().__init__(begun)
        self.begun = begun


def jobs_for(database: Path) -> Path:
    """Give the folder of the jobs for whoever holds a database."""
    real = database.resolve()
    return real.with_name(f".{real.name}.job")


def put_job(job: Job, content: bytes) -> Path:
    """Put a job where the one who holds its database looks, and give its place there."""
    place = jobs_for(Path(job.database)) / f"{time.time_ns():020}-{next(_order):06}-{secrets.token_hex(4)}"
    new = _in_state(place, "new")
    try:
        new.mkdir(parents=True)
        (new / "workbook").write_bytes(content)
        (new / "job.json").write_text(json.dumps(asdict(job), ensure_ascii=False), "utf-8")
        rename(new, _in_state(place, "ready"))
    except OSError:
        shutil.rmtree(new, ignore_errors=True)
        raise
    return place


def waiting_jobs(database: Path) -> Iterator[Path]:
    """Give the places of the jobs for this database that nobody has taken, oldest first."""
    for ready in sorted(jobs_for(database).glob("*.ready")):
        if _read_job(ready) is not None:
            yield ready.with_suffix("")


def take_job(place: Path) -> TakenJob | None:
    """Take a job, or None when it was withdrawn just now or is held for a moment by another program."""
    taken = _in_state(place, "taken")
    try:
        _in_state(place, "ready").rename(taken)
        content = (taken / "workbook").read_bytes()
    except OSError:
        return None
    job = _read_job(taken)
    return TakenJob(place, job, content) if job else None


def await_answer(place: Path, patience: float) -> Answer:
    """Wait for the answer to a job; raise NoAnswerError when it shows no sign of life for so many seconds."""
    answered, ready = _in_state(place, "answered"), _in_state(place, "ready")
    waits, deadline = True, time.monotonic() + patience
    while not answered.exists():
        if waits and not ready.exists():
            waits, deadline = False, time.monotonic() + patience
        if time.monotonic() > deadline:
            raise NoAnswerError(withdraw_job(place))
        time.sleep(LOOK_EVERY_SECONDS)
    answer: Answer = json.loads((answered / "answer.json").read_text("utf-8"))
    return answer | ({"beside": str(answered / answer["beside"])} if "beside" in answer else {})


def withdraw_job(place: Path) -> bool:
    """Take a job back whatever its state, and tell whether somebody had begun on it."""
    try:
        _in_state(place, "ready").rename(_in_state(place, "new"))
        begun = False
    except OSError:
        begun = True
    for state in STATES:
        shutil.rmtree(_in_state(place, state), ignore_errors=True)
    with suppress(OSError):  # another waits there
        place.parent.rmdir()
    return begun


def clear_jobs(database: Path) -> None:
    """Throw away the jobs of a former time, whose askers are told that nobody answered."""
    shutil.rmtree(jobs_for(database), ignore_errors=True)


def _read_job(folder: Path) -> Job | None:
    try:
        return Job(**json.loads((folder / "job.json").read_text("utf-8")))
    except (OSError, ValueError, TypeError):
        return None


def _in_state(place: Path, state: str) -> Path:
    return place.with_name(f"{place.name}.{state}")
