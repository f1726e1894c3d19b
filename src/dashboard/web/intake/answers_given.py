"""What a viewer has answered about tables and not saved yet: kept by headings, so it holds for every file there."""

from collections.abc import Iterable

import streamlit as st

from dashboard.domain.reading_answer import Answer
from dashboard.domain.table_reading import TableReading

GIVEN = "svar"


def give(answer: Answer) -> None:
    """Answer something about the tables with some headings, in place of what was answered before."""
    others = [each for each in given() if not answer.replaces(each)]
    st.session_state[GIVEN] = (*others, answer)


def take_back(answer: Answer) -> None:
    """Let an answer not be given after all."""
    st.session_state[GIVEN] = tuple(each for each in given() if each != answer)


def take_back_subject(layout: str, subject: str) -> None:
    """Let nothing be given about a subject, whatever it was."""
    st.session_state[GIVEN] = tuple(each for each in given() if (each.layout, each.subject) != (layout, subject))


def given_about(tables: Iterable[TableReading]) -> tuple[Answer, ...]:
    """List what is answered about these tables."""
    layouts = {table.layout for table in tables}
    return tuple(each for each in given() if each.layout in layouts)


def given() -> tuple[Answer, ...]:
    """List everything that is answered."""
    answers: tuple[Answer, ...] = st.session_state.get(GIVEN, ())
    return answers
