"""The one way from a page to the data: one database a process, answers remembered until it changes; and who looks."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
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


@st.cache_resource(show_spinner=False, on_release=Database.close)
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
    name = queries.name_of(question)
    version = queries.data_version(database().seen_by(EVERYTHING), records=name in queries.RECORDS)
    answer: Answer = _answer(question, name, version, viewer(), args, kwargs)
    # rows are frozen, and everybody has the same ones; a copy of a table costs nothing until it is written to
    return answer.copy(deep=False) if isinstance(answer, pd.DataFrame) else answer


@st.cache_resource(show_spinner=False, max_entries=REMEMBERED)
def _answer(
    _question: Callable[..., Any],
    name: str,
    version: int,
    viewer: Viewer,
    args: tuple[Any, ...],
    kwargs: dict[str, Any],
) -> Any:
    return _question(database().seen_by(viewer), *args, **kwargs)


def viewer() -> Viewer:
    """Give what the one who looks may see."""
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
