"""Workbooks that are named: import and check."""

from collections.abc import Generator
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Annotated

import typer
from rich.progress import track

from dashboard import intake, queries
from dashboard.cli.ask_app import Answer, Asked, WaitOption, ask_app
from dashboard.cli.files import AnnotatedOption, Files, copies_to_write, files_named, write_copy
from dashboard.cli.given_answers import (
    ColumnOption,
    LightOption,
    MonthsOption,
    NewOption,
    SameOption,
    SubtasksOption,
    TableOption,
    read_answers,
    read_decisions,
    read_months,
    written,
    written_decision,
)  # fmt: skip
from dashboard.cli.options import DatabaseOption, JsonOption, PlanOption, ScopeOption
from dashboard.cli.output import err, fail, print_json, quoted
from dashboard.cli.preview import FIRST, print_in_short, print_preview
from dashboard.cli.program import app
from dashboard.intake.inbox import DatabaseHeldError, database_path

AcceptErrors = Annotated[
    bool, typer.Option("--accept-errors", help="Gem trods fejl; linjer med fejl bliver ikke indberettet.")
]
SureOption = Annotated[
    bool,
    typer.Option(
        "--yes",
        help="Måneden er, som filen siger, og de lys, den ikke længere har, skal væk.",
    ),
]
AllOption = Annotated[
    bool, typer.Option("--all", help="Vis alt om hver fil. Ellers afkortes lange lister, og flere filer vises kort.")
]


@app.command(
    "import",
    help="Indlæs projektmapper og Word-dokumenter. Kode 0: alle indlæst, 1: mindst én afvist, 2: forkert brug.",
)
@app.command("check", help="Vis, hvad en indlæsning ville give og ændre. Gemmer intet.")
def receive(
    context: typer.Context,
    files: Files,
    plan: PlanOption = None,
    month: MonthsOption = None,
    scope: ScopeOption = None,
    sure: SureOption = False,
    accept_errors: AcceptErrors = False,
    same: SameOption = None,
    new: NewOption = None,
    column: ColumnOption = None,
    light: LightOption = None,
    subtasks: SubtasksOption = None,
    table: TableOption = None,
    annotated: AnnotatedOption = None,
    everything: AllOption = False,
    as_json: JsonOption = False,
    wait: WaitOption = 60,
    database: DatabaseOption = None,
) -> None:
    """Tell of each workbook what saving it changes, and save it when the verb is import."""
    save = context.command.name == "import"
    paths = files_named(files)
    decisions, answers = (
        read_decisions(same, new, len(paths)),
        read_answers(column, light, subtasks=subtasks, table=table),
    )
    one, every = read_months(month)
    asked = Asked(plan, one, scope, sure, accept_errors, save, decisions, (*every, *answers))
    copies = copies_to_write(annotated, paths)
    documents: list[Answer] = []
    shown = None if everything else FIRST
    for path, answer in _answers(paths, asked, database, wait):
        if answer is None:
            continue
        documents.append(answer | {"file": str(path)})
        if not as_json:
            _print(answer, _importing(path, asked, answer), saved=save, in_short=len(paths) > 1, shown=shown)
        if path in copies:
            write_copy(path, copies[path], answer)
    if as_json:
        print_json({"files": documents})
    all_read = len(documents) == len(paths)
    raise typer.Exit(0 if all_read and all(document["accepted"] for document in documents) else 1)


def _print(answer: Answer, importing: str, *, saved: bool, in_short: bool, shown: int | None) -> None:
    if in_short and shown is not None:
        print_in_short(answer, importing, saved=saved)
    else:
        print_preview(answer, importing, saved=saved, shown=shown)


def _importing(path: Path, asked: Asked, answer: Answer) -> str:
    """Give the command that imports a file as it is asked for here, with its errors where it has any."""
    has_errors = not answer.get("questions") and any(found["severity"] == "error" for found in answer["issues"])
    words = ["import", quoted(str(path))]
    words += [f"--plan {asked.plan}"] if asked.plan else []
    words += [f"--month {asked.month}"] if asked.month else []
    words += [f"--scope {quoted(str(asked.scope))}"] if asked.scope else []
    words += [written(answer) for answer in asked.answers]
    words += [written_decision(row, line) for row, line in asked.decisions.items()]
    words += ["--yes"] * asked.sure
    return " ".join([*words, *["--accept-errors"] * (asked.accept_errors or has_errors)])


def _answers(
    paths: list[Path], asked: Asked, path: Path | None, wait: float
) -> Generator[tuple[Path, Answer | None], None, None]:
    """Give the receipt of each file in turn, None for one that went wrong; end early with a sentence."""
    answers: Generator[Answer | None, None, None]
    with ExitStack() as stack:
        try:
            database = queries.open_database(path, in_memory_when_missing=not asked.save)
            stack.enter_context(closing(database))
            stack.enter_context(database.explaining())
            answers = _read_here(database, paths, asked)
        except DatabaseHeldError as held:
            answers = ask_app(path or database_path(), held, paths, asked, wait)
        except queries.DatabaseError as error:
            fail(str(error))
        stack.enter_context(closing(answers))
        steps = track(paths, "Læser …", console=err, transient=True) if len(paths) > 1 else paths
        yield from zip(steps, answers, strict=False)


def _read_here(database: queries.Database, paths: list[Path], asked: Asked) -> Generator[Answer | None, None, None]:
    for path in paths:
        try:
            yield intake.receive_workbook(database, path.read_bytes(), path.name, **asked.options).as_json()
        except intake.AnswerError as error:
            fail(f"{path.name}: {error}", code=2)
        except intake.LinkError as error:
            err.print(f"{path.name}: {error}", markup=False)
            yield None
