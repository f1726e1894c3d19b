"""How a question is put: its .sql file run on a cursor, as things are known now or as they were known at a moment."""

import re
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from datetime import datetime
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, Protocol, TypeVar

import duckdb

from dashboard.domain.clock import this_month
from dashboard.domain.political_treatment import treated_by
from dashboard.queries.rows import Row, fetch_rows
from dashboard.queries.selection import Selection
from dashboard.store.seen import Seen
from dashboard.store.sql import read_sql
from dashboard.store.temporary_tables import temporary_tables

if TYPE_CHECKING:  # pandas takes as long to load as all else, and the command line seldom needs it
    import pandas as pd

Question = TypeVar("Question", bound=Callable[..., Any])
Given = ParamSpec("Given")
Answer = TypeVar("Answer")
RECORDS: set[str] = set()
NAMED = re.compile(r"\$(\w+)")


class Ask(Protocol):
    """The way to put a question of this package without the database in hand: a page remembers the answers."""

    def __call__(
        self, question: Callable[Concatenate[Seen, Given], Answer], *args: Given.args, **kwargs: Given.kwargs
    ) -> Answer:
        """Answer a question."""
        ...


def asks(con: Seen) -> Ask:
    """Put questions to one connection, nothing remembered."""

    def ask(question: Callable[Concatenate[Seen, Given], Answer], *args: Given.args, **kwargs: Given.kwargs) -> Answer:
        return question(con, *args, **kwargs)

    return ask


def rests_on_records(question: Question) -> Question:
    """Mark a question whose answer also changes with what people write: decisions, settled signals, saved views."""
    RECORDS.add(name_of(question))
    return question


def name_of(question: Callable[..., Any]) -> str:
    """Name a question as no other is: two modules may each have a function of one name."""
    return f"{question.__module__}.{question.__qualname__}"


def answer(con: Seen, name: str, known_at: datetime | None = None, **parameters: object) -> "pd.DataFrame":
    """Answer the question in the .sql file of that name as a table."""
    with _known(con, known_at):
        return _put(con, _sql(name), parameters).df()


def answer_rows(
    con: Seen,
    name: str,
    kind: type[Row],
    known_at: datetime | None = None,
    **parameters: object,
) -> tuple[Row, ...]:
    """Answer the question in the .sql file of that name as rows of a kind."""
    with _known(con, known_at):
        return fetch_rows(kind, _put(con, _sql(name), parameters))


def answer_value(con: Seen, name: str, **parameters: object) -> Any:
    """Answer the question in the .sql file of that name whose answer is one value; quicker than a table of it."""
    row = con.execute(_sql(name), parameters).fetchone()
    return None if row is None else row[0]


def answer_selection(
    con: Seen, name: str, selection: Selection, between: str = "", **parameters: object
) -> "pd.DataFrame":
    """Answer the question in the .sql file of that name, about a selection; ``between`` is SQL that it rests on."""
    with _known(con, selection.known_at):
        return _about(con, name, selection, between, parameters).df()


def selection_rows(
    con: Seen,
    name: str,
    kind: type[Row],
    selection: Selection,
    between: str = "",
    **parameters: object,
) -> tuple[Row, ...]:
    """Answer as ``answer_selection`` does, as rows of a kind."""
    with _known(con, selection.known_at):
        return fetch_rows(kind, _about(con, name, selection, between, parameters))


def _about(
    con: Seen, name: str, selection: Selection, between: str, parameters: Mapping[str, object]
) -> duckdb.DuckDBPyConnection:
    sql = _sql("selection") + between + _sql(name)
    for place, condition in selection.conditions.items():
        sql = sql.replace(f"{{{place}}}", condition)
    given = {**selection.parameters(), "treatments": _treatments(con, selection), **parameters}
    named = set(NAMED.findall(sql))
    return _put(con, sql, {key: value for key, value in given.items() if key in named})


def _treatments(con: Seen, selection: Selection) -> list[str]:
    """Give what lines say of a political treatment that lies ahead in an udvalg that is asked for."""
    if not selection.treated_by:
        return []
    said = [text for (text,) in _put(con, _sql("political_treatments"), dict(selection.place)).fetchall()]
    return [text for text in said if {*treated_by(text)} & {*selection.treated_by}]


def _put(con: Seen, sql: str, given: Mapping[str, object]) -> duckdb.DuckDBPyConnection:
    """Run a question; where no plan is named, it is asked of the one that pages open on."""
    if given.get("plan", "") is None:
        first = con.execute(_sql("plans"), {"now": str(this_month())}).fetchone()
        given = {**given, "plan": first and first[0]}
    return con.execute(sql, dict(given))


def _known(con: Seen, moment: datetime | None) -> AbstractContextManager[None]:
    """Let the views see what the tables held at a moment (None: now), for this cursor and block only."""
    return temporary_tables(con, "dashboard.queries", "known_at", moment=moment) if moment else nullcontext()


def _sql(name: str) -> str:
    return read_sql("dashboard.queries", name)
