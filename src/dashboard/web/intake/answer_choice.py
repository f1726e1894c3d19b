"""Something about a table that is read one way and may be answered otherwise, as a select."""

from collections.abc import Mapping
from dataclasses import dataclass

import streamlit as st

from dashboard.domain.reading_answer import Answer
from dashboard.domain.table_reading import TableReading
from dashboard.web.intake import texts
from dashboard.web.intake.answers_given import give
from dashboard.web.intake.arrivals import Arrival

WIDTH = 280


@dataclass(frozen=True)
class AnswerChoice:
    """What is asked about, what the values an answer can have are called, and the one that it is read with, if any."""

    subject: str
    label: str
    names: Mapping[str, str]
    value: str | None = None
    has_label: bool = True


def offer(choice: AnswerChoice, table: TableReading, arrival: Arrival) -> None:
    """Let a value be chosen, unless the workbook is saved; what is chosen is an answer from then on."""
    key = f"svar_{arrival.key}_{table.sheet}_{table.header_row}_{choice.subject}"
    st.session_state[key] = choice.value

    def answered() -> None:
        give(Answer(table.layout, choice.subject, str(st.session_state[key])))

    st.selectbox(
        choice.label,
        list(choice.names),
        index=None if choice.value is None else 0,  # what is chosen can be changed, not taken away
        placeholder=texts.CHOOSE,
        format_func=choice.names.__getitem__,
        key=key,
        on_change=answered,
        label_visibility="visible" if choice.has_label else "collapsed",
        disabled=arrival.saved is not None,
        width=WIDTH if choice.has_label else "stretch",
    )
