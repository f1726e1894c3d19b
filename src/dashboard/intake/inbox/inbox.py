"""One inbox: workbooks placed there are imported and moved to ``indlæst`` or, with what is wrong beside, ``afvist``.

A file is taken by renaming it into a folder of ours before it is read, so that what is moved is what was read.
"""

import os
from base64 import b64encode
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from logging import getLogger
from pathlib import Path
from typing import Any

from dashboard.domain.viewer import EVERYTHING
from dashboard.intake.annotate import annotated_copy, copy_pattern
from dashboard.intake.answers import AnswerError
from dashboard.intake.inbox.job import Answer, Job, TakenJob, clear_jobs, take_job, waiting_jobs
from dashboard.intake.inbox.marker import InboxError, Marker, leave_inbox, read_marker, refuse_if_taken, take_inbox
from dashboard.intake.inbox.moving import move
from dashboard.intake.inbox.placed import Pace, PlacedFiles
from dashboard.intake.inbox.report import interrupted_report, rejection_report, unexpected_report, unexpected_sentence
from dashboard.intake.receipt import Receipt
from dashboard.intake.receive import receive_workbook
from dashboard.intake.template import TemplateError, make_template, widest_scope
from dashboard.store.backup import back_up_today, write_backup
from dashboard.store.database import Database
from dashboard.store.faults import DatabaseError
from dashboard.store.links import LinkError
from dashboard.store.records import note

IMPORTED, REJECTED, READING = "indlæst", "afvist", ".læses"
INTERRUPTED = ".afbrudt"  # the digests of the files that the app went down over
REPORT_NAME = "{name} - afvist.txt"
BY = "indbakke"
BACKUP = "sikkerhedskopi.duckdb"  # as it is called in the folder of the job that asks for it
MADE_NOTHING = "Der skete en uventet fejl, og intet er skrevet. Giv beskeden til den, der passer dashboardet: {error}"
READ_AT_MOST_BYTES = 100_000_000
log = getLogger(__name__)


@dataclass(frozen=True)
class Outcome:
    """What became of a file: where it was moved, and the receipt's document, None after an unexpected failure.

    ``moved`` is None for one that another process asked to have read: that one keeps its own file.
    """

    file: str
    accepted: bool
    moved: Path | None
    document: Answer | None


class Inbox:
    """The inbox of one database; ``database`` gives it open, or raises DatabaseError.

    ``documents`` makes a document that another process wants.
    """

    def __init__(
        self,
        folder: Path,
        database_path: Path,
        database: Callable[[], Database],
        pace: Pace | None = None,
        documents: Callable[[Database, dict[str, Any]], Answer] | None = None,
    ) -> None:
        self.folder = folder
        self.pace = pace or Pace()
        self._database_path = database_path
        self._database = database
        self._documents = documents
        self._marker: Marker | None = None
        self._placed = PlacedFiles(folder, self.pace)

    def open(self) -> None:
        """Make the folder and mark it as ours; raise InboxError when another process reads it, or it is a file.

        A folder that is gone while it is read is made again, but not the one that it and the database lay in.
        """
        if self.folder.is_file():
            raise InboxError(
                f"Indbakken {self.folder} er en fil og ikke en mappe. Flyt filen, eller vælg en anden mappe med "
                "DASHBOARD_INBOX."
            )
        self.folder.mkdir(parents=self._marker is None, exist_ok=True)
        refuse_if_taken(self.folder)
        if self._marker is None:
            clear_jobs(self._database_path)  # before the mark, for whoever sees that puts the next job
        self._marker = take_inbox(self.folder, self._database_path)
        for name in (IMPORTED, REJECTED, READING):
            (self.folder / name).mkdir(exist_ok=True)

    def close(self) -> None:
        """Take the mark away."""
        if self._marker is not None:
            leave_inbox(self.folder, self._marker)

    @property
    def seen(self) -> list[Path]:
        """List the files that the last look saw, ready or not."""
        return self._placed.seen

    def is_asked(self) -> bool:
        """Tell whether somebody waits for an answer of the one who holds the database."""
        return any(waiting_jobs(self._database_path))

    def look(self) -> Outcome | None:
        """Read one file that is ready, those first that somebody waits for; None when there is none.

        Raise InboxError, OSError or DatabaseError when that cannot be done now; nothing is lost then.
        """
        if self._marker is None or read_marker(self.folder) != self._marker:
            self.open()
        for interrupted in (self.folder / READING).iterdir():
            with suppress(OSError):
                refused = self._take_up(interrupted)
                if refused is not None:
                    return refused
        for place in waiting_jobs(self._database_path):
            database = self._database()
            asked = take_job(place)
            if asked is not None and asked.job.asks == "receipt":
                return _answer(database, asked)
            if asked is not None:
                answer = self._made(database, asked)
                if "error" not in answer:
                    note(database, "export", answer.get("name", asked.job.file), by=asked.job.by)
                asked.answer(answer)
        for path in self._placed.ready():
            database = self._database()
            claimed = _claim(path, self.folder / READING)
            if claimed is not None:
                return self._import(database, claimed, path.name)
        return None

    def back_up(self) -> Path | None:
        """Write the backup of today where there is none of a database that holds something; raise DatabaseError."""
        if not self._database_path.exists():
            return None
        with self._database().keeping():
            return back_up_today(self._database().cursor(), self._database_path)

    def _made(self, database: Database, asked: TakenJob) -> Answer:
        """Make the template, document or backup that a job asks for."""
        job = asked.job
        try:
            if job.asks == "backup":
                write_backup(database.cursor(), asked.folder / BACKUP)
                return {"beside": BACKUP}
            if job.asks == "template" or self._documents is None:
                return _template(database, job)
            return self._documents(database, job.wanted)
        except DatabaseError as error:
            return {"error": str(error)}
        except Exception as error:
            log.exception("could not make what a job asks for")
            return {"error": MADE_NOTHING.format(error=error)}

    def _take_up(self, interrupted: Path) -> Outcome | None:
        """Let a file be read again that the app went down over; refuse one that it went down over twice."""
        before, digest = self.folder / INTERRUPTED, sha256(interrupted.read_bytes()).hexdigest()
        known = before.read_text("utf-8").split() if before.exists() else []
        if digest not in known:
            before.write_text("\n".join([*known, digest]), "utf-8")
            move(interrupted, self.folder, interrupted.name, tries=1)
            return None
        name = interrupted.name
        report = {REPORT_NAME: _written(interrupted_report(name))}
        moved = move(interrupted, self.folder / REJECTED, name, beside=report, tries=1)
        before.write_text("\n".join(each for each in known if each != digest), "utf-8")
        return Outcome(name, False, moved, None)

    def _import(self, database: Database, claimed: Path, name: str) -> Outcome:
        try:
            with claimed.open("rb") as file:
                content = file.read(READ_AT_MOST_BYTES)
            with database.explaining():
                receipt = receive_workbook(database, content, name, by=BY).receipt
        except DatabaseError:
            move(claimed, self.folder, name)  # nothing is wrong with the file; it has its turn when it can be saved
            raise
        except Exception as error:  # whatever it is, the next file must have its turn
            log.exception("could not read a workbook")
            report = {REPORT_NAME: _written(unexpected_report(name, error))}
            return Outcome(name, False, move(claimed, self.folder / REJECTED, name, beside=report), None)
        if receipt.accepted:
            moved = move(claimed, self.folder / IMPORTED, name)
        else:
            moved = move(claimed, self.folder / REJECTED, name, beside=_what_is_wrong(content, receipt))
        return Outcome(name, receipt.accepted, moved, receipt.as_json())


def _answer(database: Database, asked: TakenJob) -> Outcome:
    job = asked.job
    try:
        with database.explaining():
            handled = receive_workbook(database, asked.content, job.file, by=f"{job.by} ({BY})", **job.options)
    except DatabaseError as error:
        asked.answer({"error": str(error)})
        return Outcome(job.file, False, None, None)
    except (LinkError, AnswerError) as error:
        asked.answer({"error": str(error), "is_wrong_use": isinstance(error, AnswerError)})
        return Outcome(job.file, False, None, None)
    except Exception as error:
        log.exception("could not read a workbook")
        asked.answer({"error": unexpected_sentence(error)})
        return Outcome(job.file, False, None, None)
    document = handled.as_json()
    asked.answer(document)
    return Outcome(job.file, handled.receipt.accepted, None, document)


def _template(database: Database, job: Job) -> Answer:
    """Make the template that a job asks for, of the widest scope when it names none."""
    month, scope, plan = (job.options[said] for said in ("month", "scope", "plan"))
    try:
        seen = database.seen_by(EVERYTHING)  # what the command line asks for
        scope = scope or widest_scope(seen, month, plan)
        made = make_template(seen, month, scope, plan, job.wanted.get("end", "xlsx"))
        return {"scope": str(scope), "workbook": b64encode(made).decode()}
    except TemplateError as error:
        return {"error": str(error)}


def _what_is_wrong(content: bytes, receipt: Receipt) -> dict[str, bytes]:
    """Give what is laid beside a rejected workbook: a report, and a copy with comments when one can be made."""
    try:
        copy = annotated_copy(content, receipt.issues)
    except Exception:  # the report says it all; a workbook that cannot be written again must not stop it
        log.exception("could not annotate a workbook")
        copy = None
    report = {REPORT_NAME: _written(rejection_report(receipt, has_copy=copy is not None))}
    return report if copy is None else report | {copy_pattern(receipt.file): copy}


def _written(report: str) -> bytes:
    return report.replace("\n", os.linesep).encode("utf-8-sig")


def _claim(path: Path, folder: Path) -> Path | None:
    """Take a file by moving it; None when that cannot be done yet: somebody has it open, or has moved it away."""
    try:
        with path.open("rb"):
            pass
        return move(path, folder, path.name, tries=1)
    except (PermissionError, FileNotFoundError):
        return None
