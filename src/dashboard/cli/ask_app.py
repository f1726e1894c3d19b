"""Workbooks that the running app is asked to read, through its inbox, because it holds the database."""

import getpass
from collections.abc import Generator
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from dashboard.cli.output import err, fail
from dashboard.domain.disk import why_not
from dashboard.domain.month import Month
from dashboard.domain.reading_answer import Answer as ReadingAnswer
from dashboard.domain.scope import Scope
from dashboard.intake.inbox import (
    DatabaseHeldError,
    Job,
    NoAnswerError,
    await_answer,
    inbox_path,
    is_served,
    put_job,
    withdraw_job,
)

Answer = dict[str, Any]


@dataclass(frozen=True)
class Asked:
    """What is asked for every file."""

    plan: str | None
    month: Month | None
    scope: Scope | None
    sure: bool
    accept_errors: bool
    save: bool
    decisions: dict[str, int | None]
    answers: tuple[ReadingAnswer, ...]

    @property
    def options(self) -> dict[str, Any]:
        """Give what receive_workbook is asked for."""
        return {field.name: getattr(self, field.name) for field in fields(self)}


def ask_app(
    database: Path, held: DatabaseHeldError, files: list[Path], asked: Asked, wait: float
) -> Generator[Answer | None, None, None]:
    """Put the files into the inbox and give the receipt of each in turn, None for one that went wrong unexpectedly.

    End early, with a sentence, when nobody answers any more. Whatever ends it, nothing is left in the inbox.
    """
    inbox = inbox_path(database)
    if not is_served(inbox, database):
        fail(f"{held} Programmet læser ikke indbakken {inbox}, så filerne kunne ikke gives videre til det.")
    places: list[Path] = []
    try:
        for file in files:
            places.append(put_job(inbox, _job(database, file, asked), file.read_bytes()))  # noqa: PERF401 - see finally
        for file, place in zip(files, places, strict=True):
            answer = await_answer(place, wait)
            if answer.get("is_wrong_use"):
                fail(f"{file.name}: {answer['error']}", code=2)
            if "error" in answer:
                err.print(f"{file.name}: {answer['error']}", markup=False)
            yield None if "error" in answer else answer
    except NoAnswerError as silence:
        err.print(_silence(file.name, held, wait, begun=silence.begun), markup=False)
    except OSError as error:
        fail(f"{held} Filerne kunne ikke gives videre gennem indbakken {inbox}: {why_not(error)}.")
    finally:
        for place in places:
            withdraw_job(place)


def _job(database: Path, file: Path, asked: Asked) -> Job:
    return Job(
        database=str(database.resolve()),
        file=file.name,
        by=getpass.getuser(),
        plan=asked.plan,
        month=str(asked.month) if asked.month else None,
        scope=str(asked.scope) if asked.scope else None,
        sure=asked.sure,
        accept_errors=asked.accept_errors,
        save=asked.save,
        decisions=asked.decisions,
        answers=[asdict(each) for each in asked.answers],
    )


def _silence(file: str, held: DatabaseHeldError, wait: float, *, begun: bool) -> str:
    if begun:
        return (
            f"Appen er begyndt på {file}, men har ikke svaret i {wait:g} sekunder. Se på siden Indlæsning, om den er "
            "indlæst. Det, der kommer efter den, er ikke indlæst."
        )
    return (
        f"{held} {file} blev lagt i dets indbakke, men ingen app har svaret i {wait:g} sekunder. Den er taget tilbage, "
        "og hverken den eller det, der kommer efter den, er indlæst."
    )
