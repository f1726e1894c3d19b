"""The one way from a page to the data: one database a process, answers remembered until it changes; and who looks."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from datetime import datetime
from functools import lru_cache, partial
from typing import Any, Concatenate, ParamSpec, TypeVar

import pandas as pd
import streamlit as st
from duckdb import FatalException

from dashboard import queries, records
from dashboard.domain.viewer import EVERYTHING, Viewer
from dashboard.queries import Database, DatabaseError, Seen, Selection
from dashboard.web.sign_in import UNKNOWN, person

__all__ = ["DatabaseError", "Selection", "ask", "database", "viewer_name"]

Given = ParamSpec("Given")
Answer = TypeVar("Answer")
REMEMBERED = 500
_ASKING: ContextVar[Viewer | None] = ContextVar("asking", default=None)


def _release(opened: Database) -> None:
    opened.close()
    _answer.cache_clear()
    _version.cache_clear()


@st.cache_resource(show_spinner=False, on_release=_release)
def database() -> Database:
    """Open the database once for the whole process."""
    return queries.open_database()


def why_not_usable(error: Exception) -> str | None:
    """Say why the database could not be used, None where something else is wrong."""
    explained = error if isinstance(error, DatabaseError) else database().explain(error)
    if isinstance(error, FatalException):  # DuckDB answers nobody any more; else others are being answered
        database.clear()
    return str(explained) if isinstance(explained, DatabaseError) else None


def ask(question: Callable[Concatenate[Seen, Given], Answer], *args: Given.args, **kwargs: Given.kwargs) -> Answer:
    """Answer a question of dashboard.queries, from memory when nothing was written since it was asked last."""
    return _ask(viewer(), question, *args, **kwargs)


def asking() -> queries.Ask:
    """Give the way to ask for whoever looks now when the page is drawn and they are no longer known."""
    return partial(_ask, viewer())


def _ask(
    viewer: Viewer,
    question: Callable[Concatenate[Seen, Given], Answer],
    *args: Given.args,
    **kwargs: Given.kwargs,
) -> Answer:
    opened = database()
    version = _version(opened, opened.commits, records=queries.name_of(question) in queries.RECORDS)
    answer: Answer = _answer(opened, question, version, viewer, args, tuple(kwargs.items()))
    # rows are frozen, and everybody has the same ones; a copy of a table costs nothing until it is written to
    return answer.copy(deep=False) if isinstance(answer, pd.DataFrame) else answer


@lru_cache(maxsize=4)
def _version(opened: Database, _commits: int, *, records: bool) -> int:
    return queries.data_version(opened.seen_by(EVERYTHING), records=records)


@lru_cache(maxsize=REMEMBERED, typed=True)
def _answer(
    opened: Database,
    question: Callable[..., Any],
    version: int,
    viewer: Viewer,
    args: tuple[Any, ...],
    kwargs: tuple[tuple[str, Any], ...],
) -> Any:
    with opened.lent(viewer, version) as con:
        return question(con, *args, **dict(kwargs))


@contextmanager
def asking_as(viewer: Viewer) -> Iterator[None]:
    """Ask for somebody who has no session yet."""
    before = _ASKING.set(viewer)
    try:
        yield
    finally:
        _ASKING.reset(before)


def viewer() -> Viewer:
    """Give what the one who looks may see."""
    asking = _ASKING.get()
    if asking is not None:
        return asking
    found = person()
    if found is None:
        st.stop()
    return found.viewer


def note_sign_in(name: str, account: str, at: datetime, is_let_in: bool) -> None:
    """Note who signed in, where there is a database to write it in."""
    with suppress(DatabaseError):
        records.note_sign_in(database(), name, account, at, is_let_in=is_let_in)


def viewer_name() -> str:
    """Give the name of the one who looks."""
    found = person()
    return (found and found.name) or UNKNOWN
