"""The program that the verbs belong to, and the database they work on."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import typer

from dashboard import queries
from dashboard.cli.danish import Program, Verbs
from dashboard.cli.options import DatabaseOption
from dashboard.cli.output import fail
from dashboard.domain.municipality import own_words
from dashboard.domain.settings import settings
from dashboard.domain.viewer import EVERYTHING
from dashboard.wording.texts import SETTINGS_WRONG

app = Verbs(
    cls=Program,
    help=own_words("Status på {udmøntningsplanen}: indlæs filer, og spørg til planen."),
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


@app.callback()
def common(context: typer.Context, database: DatabaseOption = None) -> None:
    """Remember a database that is named before the verb; with faults in the settings only these can be looked at."""
    context.obj = database
    if settings().faults and context.invoked_subcommand not in ("settings", "doctor"):
        fail("\n".join([SETTINGS_WRONG.format(folder=settings().folder), *map(str, settings().faults)]))


@contextmanager
def open_database(path: Path | None, *, in_memory_when_missing: bool = False) -> Iterator[queries.Database]:
    """Open the database for a block, or end with the sentence that says why it cannot be opened."""
    try:
        database = queries.open_database(path, in_memory_when_missing=in_memory_when_missing)
    except queries.DatabaseError as error:
        fail(str(error))
    with closing(database), database.explaining():
        yield database


@contextmanager
def open_questions(path: Path | None) -> Iterator[queries.Seen]:
    """Open the database for questions only; a missing one is an empty one."""
    with open_database(path, in_memory_when_missing=True) as database:
        yield database.seen_by(EVERYTHING)
