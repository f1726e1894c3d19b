"""How a workbook is read: its table with a role to choose above each column, and the light that each line counts as."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from dashboard import intake
from dashboard.domain.answer_words import answer_said
from dashboard.domain.clock import in_denmark
from dashboard.domain.light import Light
from dashboard.domain.line_fields import ROLES, field_name
from dashboard.domain.reading_answer import LINES, OTHER, PARTS, Answer, column_subject, word_subject
from dashboard.domain.table_reading import ColumnReading, TableReading
from dashboard.intake import StandingAnswer
from dashboard.web import phrases
from dashboard.web.intake import texts
from dashboard.web.intake.answer_choice import AnswerChoice, offer
from dashboard.web.intake.answers_given import take_back
from dashboard.web.intake.arrivals import Arrival
from dashboard.web.intake.counted_lines import counted_as
from dashboard.web.intake.table_cells import heading, stacked
from dashboard.web.markup import tag, text

COLUMN_WIDTH, LINE_WIDTH = 196, 172


def show_reading(arrival: Arrival) -> None:
    """Show a table of a workbook, the viewer's choice where there are several."""
    tables = arrival.preview.tables
    if not tables:
        st.html(tag("p", escape(texts.NO_READING)))
        return
    table = tables[0] if len(tables) == 1 else tables[_chosen(arrival, tables)]
    place = texts.table_place(table.header_row, table.lines)
    lead = texts.ROLES_LEAD if arrival.saved else f"{texts.ROLES_LEAD} {texts.CHANGE_ROLES}"
    st.html(tag("h3", escape(table.sheet)) + " " + text(place, "count") + tag("p", escape(lead), "quiet"))
    _show_table(arrival, table)
    _show_other_answers(arrival, table)
    _show_said(arrival, table)


def _chosen(arrival: Arrival, tables: Sequence[TableReading]) -> int:
    names = [texts.TABLE.format(sheet=table.sheet, row=table.header_row) for table in tables]
    chosen: int = st.selectbox(
        texts.SHOWN_TABLE, range(len(tables)), format_func=names.__getitem__, key=f"tabel_{arrival.key}", width=420
    )
    return chosen


def _show_table(arrival: Arrival, table: TableReading) -> None:
    """Draw the lines to the left and each column with its role, side by side in a box that scrolls by itself."""
    roles = {answer.subject: answer.value for answer in _used(arrival) if answer.layout == table.layout}
    with st.container(horizontal=True, gap=None, key="laest_tabel"):
        with st.container(gap=None, width=LINE_WIDTH, key="laest_linjer"):
            st.html(counted_as(table, arrival.preview.receipt.rows))
        for column in table.columns:
            name = "kolonne" if column.field else "ulaest_kolonne"
            with st.container(gap=None, width=COLUMN_WIDTH, key=f"{name}_{table.sheet}_{column.cell}"):
                offer(_role_choice(column, roles.get(column_subject(column.position))), table, arrival)
                note = _why(arrival, table, column)
                head = tag("div", heading(column), "cell head") + tag("div", escape(note), "cell why", title=note)
                st.html(head + stacked(column.first))


def _role_choice(column: ColumnReading, answered: str | None) -> AnswerChoice:
    """Let any role be chosen; the one that was answered, or that the column is read as, is."""
    read_as = answered or column.field or OTHER
    names = {role: field_name(role) for role in (OTHER, *ROLES, read_as)}
    label = texts.COLUMN_ROLE.format(column=f"{intake.column_letter(column.cell)} {column.header}".strip())
    return AnswerChoice(column_subject(column.position), label, names, read_as, has_label=False)


def _show_other_answers(arrival: Arrival, table: TableReading) -> None:
    """Let what words mean, and whether the rows below a line are lines, be answered, or otherwise than they were."""
    used = [answer for answer in _used(arrival) if answer.layout == table.layout]
    lights = {str(light): phrases.part_name("light", light) for light in Light}
    words: dict[str, str | None] = dict.fromkeys(_unknown_words(arrival, table))
    words |= {answer.subject: answer.value for answer in used if answer.about[0] == "word"}
    choices = []
    for subject, light in words.items():
        word = texts.QUOTED.format(word=subject.partition(" ")[2])
        choices.append(AnswerChoice(subject, texts.WORD_MEANS.format(word=word), lights, light))
    has_parts = any(row.subtasks for row in arrival.preview.receipt.rows if row.sheet == table.sheet)
    rows_are = next((answer.value for answer in used if answer.subject == "subtasks"), PARTS if has_parts else None)
    if rows_are:
        choices.append(AnswerChoice("subtasks", texts.SUBTASKS, {PARTS: texts.PARTS, LINES: texts.LINES}, rows_are))
    if choices:
        with st.container(horizontal=True):
            for choice in choices:
                offer(choice, table, arrival)


def _unknown_words(arrival: Arrival, table: TableReading) -> list[str]:
    """List, as subjects, the words in the column of lights that are errors of single lines and not asked for."""
    letters = {intake.column_letter(column.cell) for column in table.columns if column.field == "light"}
    return [
        word_subject(found.value)
        for found in arrival.preview.receipt.issues
        if found.kind == "unknown-light" and found.sheet == table.sheet and found.value and found.cell
        if intake.column_letter(found.cell) in letters
    ]


def _show_said(arrival: Arrival, table: TableReading) -> None:
    """Say what was answered by hand, which can be taken back, and what no column or word shows by itself."""
    headings = intake.headings_of(table.layout, arrival.preview.tables)
    for each in arrival.preview.reading.remembered:
        if each.answer.layout == table.layout and each.answer.about[0] == "none":
            st.html(tag("p", escape(f"{answer_said(each.answer, headings)}. {_answered(each)}."), "quiet"))
    for answer in arrival.preview.reading.given if arrival.saved is None else ():
        if answer.layout == table.layout:
            with st.container(horizontal=True, vertical_alignment="center", gap="small"):
                st.html(tag("p", escape(f"{answer_said(answer, headings)}. {texts.GIVEN_NOW}")), width="content")
                key = f"fortryd_svar_{answer.subject}"
                st.button(texts.TAKE_BACK, on_click=take_back, args=(answer,), type="tertiary", key=key)


def _why(arrival: Arrival, table: TableReading, column: ColumnReading) -> str:
    """Say why a column is read as it is: who answered so and when, or the reader's own note."""
    subject, reading = column_subject(column.position), arrival.preview.reading
    for each in reading.remembered:
        if (each.answer.layout, each.answer.subject) == (table.layout, subject):
            return _answered(each)
    is_given = any((each.layout, each.subject) == (table.layout, subject) for each in reading.given)
    return texts.CHOSEN_NOW if is_given else phrases.capitalised(column.note or "")


def _answered(given: StandingAnswer) -> str:
    return texts.ANSWERED.format(who=given.given_by, day=phrases.short_day(in_denmark(given.given_at)))


def _used(arrival: Arrival) -> list[Answer]:
    reading = arrival.preview.reading
    return [*(each.answer for each in reading.remembered), *reading.given]
