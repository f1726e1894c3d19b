"""Workbooks that the running app is asked to read or to make, through its inbox, because it holds the database."""

import getpass
from base64 import b64decode
from collections.abc import Generator, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Annotated, Any

import typer

from dashboard.cli.output import err, fail
from dashboard.domain.disk import why_not
from dashboard.domain.month import Month
from dashboard.domain.reading_answer import Answer as ReadingAnswer
from dashboard.domain.scope import Scope
from dashboard.intake import Decisions
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
NOTHING = {"template": "ingen skabelon", "document": "intet dokument", "backup": "ingen sikkerhedskopi"}
WaitOption = Annotated[
    float,
    typer.Option(
        "--wait", metavar="SEKUNDER", min=1, help="Hvor længe der ventes på appen, når den har databasen åben."
    ),
]


@dataclass(frozen=True)
class Asked:
    """What is asked for every file."""

    plan: str | None
    month: Month | None
    scope: Scope | None
    sure: bool
    accept_errors: bool
    save: bool
    decisions: Decisions
    answers: tuple[ReadingAnswer, ...]

    @property
    def options(self) -> dict[str, Any]:
        """Give what receive_workbook is asked for."""
        return {field.name: getattr(self, field.name) for field in fields(self)}


def ask_app(
    database: Path, held: DatabaseHeldError, files: list[Path], asked: Asked, wait: float
) -> Generator[Answer | None, None, None]:
    """Hand the files to the app and give the receipt of each in turn, None for one that went wrong unexpectedly.

    End early, with a sentence, when nobody answers any more. Whatever ends it, no job is left.
    """
    return _answers(database, held, ((_job(database, file, asked), file.read_bytes()) for file in files), wait)


def ask_for_template(
    database: Path, held: DatabaseHeldError, plan: str | None, month: Month, scope: Scope | None, wait: float, end: str
) -> tuple[Scope, bytes]:
    """Have the app make a template, and give whose it is and its bytes, or end with a sentence."""
    named = {"plan": plan, "month": str(month), "scope": str(scope) if scope else None}
    job = Job(str(database.resolve()), "Skabelonen", getpass.getuser(), **named, asks="template", wanted={"end": end})  # type: ignore[arg-type]
    answer = next(_answers(database, held, [(job, b"")], wait), None)
    if answer is None:
        raise typer.Exit(1)
    return Scope(answer["scope"]), b64decode(answer["workbook"])


def ask_for_document(database: Path, held: DatabaseHeldError, wanted: dict[str, Any], wait: float) -> tuple[str, bytes]:
    """Have the app make a document, and give its file's name and its bytes, or end with a sentence."""
    job = Job(str(database.resolve()), "Dokumentet", getpass.getuser(), asks="document", wanted=wanted)
    answer = next(_answers(database, held, [(job, b"")], wait), None)
    if answer is None:
        raise typer.Exit(1)
    return answer["name"], b64decode(answer["content"])


@contextmanager
def ask_for_backup(database: Path, held: DatabaseHeldError, wait: float) -> Iterator[Path]:
    """Have the app write a backup, and give the file for the time of the block, or end with a sentence."""
    job = Job(str(database.resolve()), "Sikkerhedskopien", getpass.getuser(), asks="backup")
    with closing(_answers(database, held, [(job, b"")], wait)) as answers:
        answer = next(answers, None)
        if answer is None:
            raise typer.Exit(1)
        yield Path(answer["beside"])


def _answers(
    database: Path, held: DatabaseHeldError, jobs: Iterable[tuple[Job, bytes]], wait: float
) -> Generator[Answer | None, None, None]:
    inbox = inbox_path(database)
    if not is_served(inbox, database):
        fail(f"{held} Programmet læser ikke indbakken {inbox}, så det kunne ikke spørges.")
    places: list[tuple[Job, Path]] = []
    try:
        for job, content in jobs:
            places.append((job, put_job(job, content)))
        for job, place in places:
            answer = await_answer(place, wait)
            if answer.get("is_wrong_use"):
                fail(f"{job.file}: {answer['error']}", code=2)
            if "error" in answer:
                err.print(f"{job.file}: {answer['error']}", markup=False)
            yield None if "error" in answer else answer
    except NoAnswerError as silence:
        err.print(_silence(job, held, wait, begun=silence.begun), markup=False)
    except OSError as error:
        fail(f"{held} Det, der skulle spørges om, kunne ikke lægges ved databasen: {why_not(error)}.")
    finally:
        for _, place in places:
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


def _silence(job: Job, held: DatabaseHeldError, wait: float, *, begun: bool) -> str:
    waited = f"{wait:g} {'sekund' if wait == 1 else 'sekunder'}"
    if job.asks in NOTHING:
        return f"{held} Ingen app har svaret i {waited}, så der er {NOTHING[job.asks]}."
    if begun:
        return (
            f"Appen er begyndt på {job.file}, men har ikke svaret i {waited}. Se på siden Indlæsning, om den "
            "er indlæst. Det, der kommer efter den, er ikke indlæst."
        )
    return (
        f"{held} {job.file} blev lagt i dets indbakke, men ingen app har svaret i {waited}. Den er taget "
        "tilbage, og hverken den eller det, der kommer efter den, er indlæst."
    )
