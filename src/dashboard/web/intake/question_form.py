"""What only the sender of a workbook knows, asked before anything is saved: which column is the light, say."""

from collections.abc import Mapping, Sequence
from html import escape

import streamlit as st

from dashboard import intake
from dashboard.domain.light import Light
from dashboard.domain.reading_answer import Answer, Choice, Question
from dashboard.domain.table_reading import ColumnReading
from dashboard.domain.terms import terms
from dashboard.web.intake import texts
from dashboard.web.intake.answers_given import give
from dashboard.web.intake.arrivals import Arrival
from dashboard.web.intake.table_cells import sample_columns
from dashboard.web.markup import tag, text


def ask_questions(arrival: Arrival) -> None:
    """Ask everything that is open about a workbook, with one button that reads it again with the answers."""
    questions = arrival.preview.questions
    asked: dict[str, list[Answer]] = {}
    with st.form(f"spoerg_{arrival.key}", border=False):
        st.html(tag("h3", escape(texts.questions(len(questions)))) + tag("p", escape(texts.QUESTIONS_LEAD), "quiet"))
        for number, question in enumerate(questions):
            with st.container(border=True, key=f"spoergsmaal_{number}"):
                place = texts.question_place(question.sheet, question.cell)
                st.html(tag("h3", escape(question.text)) + " " + text(place, "count"))
                if intake.is_of_words(question):
                    asked |= _ask_words(arrival, number, question)
                else:
                    asked |= _ask_choice(arrival, number, question)
        st.form_submit_button(texts.READ_AGAIN, type="primary", on_click=_answer, args=(asked,), key="laes_igen")


def _ask_choice(arrival: Arrival, number: int, question: Question) -> Mapping[str, list[Answer]]:
    """Offer the choices beside the first cells of the columns they are about."""
    key = f"valg_{arrival.key}_{number}"
    choices, beside = st.columns([2, 3], gap="medium")
    with choices:
        st.radio(
            question.text,
            range(len(question.choices)),
            index=question.proposed,
            format_func=lambda place: question.choices[place].name,
            captions=[_caption(place, choice, question) for place, choice in enumerate(question.choices)],
            key=key,
            label_visibility="collapsed",
        )
    columns = _columns(arrival, question)
    if columns:
        beside.html(sample_columns(columns))
    return {key: [Answer(question.layout, each.subject, each.value) for each in question.choices]}


def _caption(place: int, choice: Choice, question: Question) -> str:
    samples = " · ".join(each for each in choice.samples if each)
    return " ".join(filter(None, [texts.PROPOSED if place == question.proposed else "", samples]))


def _columns(arrival: Arrival, question: Question) -> list[ColumnReading]:
    """Give the title's column and those that are asked about, as far as they are known."""
    tables = arrival.preview.tables
    asked = [intake.column_of(choice, question, tables) for choice in question.choices]
    here = [table for table in tables if table.layout == question.layout]
    titles = [column for table in here[:1] for column in table.columns if column.field == "title"]
    return list({column.cell: column for column in (*titles, *asked) if column is not None}.values())


def _ask_words(arrival: Arrival, number: int, question: Question) -> Mapping[str, list[Answer]]:
    """Offer the five lights for each word."""
    asked: dict[str, list[Answer]] = {}
    words: dict[str, list[Choice]] = {}
    for choice in question.choices:
        words.setdefault(choice.subject, []).append(choice)
    proposed = question.choices[question.proposed] if question.proposed is not None else None
    for subject, choices in words.items():
        key = f"ord_{arrival.key}_{number}_{subject}"
        answers = [Answer(question.layout, subject, str(light)) for light in Light]
        said, offered = st.columns([2, 3], vertical_alignment="center", gap="medium")
        lines = " · ".join(each for each in choices[0].samples if each)
        word = subject.partition(" ")[2]
        said.html(
            tag("b", escape(texts.QUOTED.format(word=word))) + (tag("p", escape(lines), "quiet") if lines else "")
        )
        offered.radio(
            texts.WORD_MEANS.format(word=word),
            range(len(answers)),
            index=list(Light).index(Light(proposed.value)) if proposed and proposed.subject == subject else None,
            format_func=lambda place: terms().lights[list(Light)[place]].word,
            key=key,
            horizontal=True,
            label_visibility="collapsed",
        )
        asked[key] = answers
    return asked


def _answer(asked: Mapping[str, Sequence[Answer]]) -> None:
    """Give what was chosen; what was not is asked again."""
    for key, answers in asked.items():
        chosen = st.session_state.get(key)
        if chosen is not None:
            give(answers[chosen])
