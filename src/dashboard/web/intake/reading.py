"""How a workbook is read: its table with a role to choose above each column, and the light that each line counts as."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import streamlit as st
from htpy import Element, Fragment, Node, b, div, fragment, h3, p, span, table, tbody, td, th, thead, tr

from dashboard import intake
from dashboard.domain.answer_words import answer_said
from dashboard.domain.cell_name import place_of, row_name, row_place
from dashboard.domain.clock import in_denmark
from dashboard.domain.light import Light
from dashboard.domain.line_fields import ROLES, field_name
from dashboard.domain.reading_answer import LINES, OTHER, PARTS, Answer, column_subject, word_subject
from dashboard.domain.status_row import StatusRow
from dashboard.domain.table_reading import ColumnReading, SampleCell, TableReading
from dashboard.intake import StandingAnswer, column_letter
from dashboard.web.choices import chosen
from dashboard.web.intake import phrases
from dashboard.web.intake.arrivals import Arrival, give, take_back
from dashboard.web.markup import light, plain
from dashboard.wording import phrases as common

NO_READING = "Der blev ikke fundet en tabel at læse."
TABLE, SHOWN_TABLE = "{sheet}, fra {row}", "Vis tabel"
ROLES_LEAD = "Over hver kolonne står, hvad den er læst som."
CHANGE_ROLES = "Er det forkert, så vælg det rigtige. Valget huskes for filer med de samme overskrifter."
COLUMN_ROLE = "Kolonne {column} er læst som"
SUBTASKS = "Rækkerne under en indsats"
PARTS_SAID, LINES_SAID = "Dele af den, tælles ikke", "Selv indsatser, tælles"
GIVEN_NOW, CHOSEN_NOW, TAKE_BACK = "Huskes, når filen indlæses.", "Valgt nu", "Fortryd"
ANSWERED = "Læst som svaret af {who} den {day}"
COLUMN_WIDTH, LINE_WIDTH, CHOICE_WIDTH = 196, 172, 280
FIRST_VALUES, NO_HEADING = "Kolonnernes første værdier", "uden overskrift"
ROW, COUNTS_AS, JOINED = "Række {number}", "Tæller som", "Tæller ikke for sig"
BRIGHT = 140  # a fill that is darker than this has white text


@dataclass(frozen=True)
class AnswerChoice:
    """What is asked about, what the values an answer can have are called, and the one that it is read with, if any."""

    subject: str
    label: str
    names: Mapping[str, str]
    value: str | None = None
    has_label: bool = True


def show_reading(arrival: Arrival) -> None:
    """Show a table of a workbook, the viewer's choice where there are several."""
    tables = arrival.preview.tables
    if not tables:
        st.html(p[NO_READING])
        return
    table = tables[0] if len(tables) == 1 else tables[_chosen(arrival, tables)]
    place = phrases.table_place(table.header_row, table.lines)
    lead = ROLES_LEAD if arrival.saved else f"{ROLES_LEAD} {CHANGE_ROLES}"
    st.html(fragment[h3[table.sheet], " ", span(".count")[place], p(".quiet")[lead]])
    _show_table(arrival, table)
    _show_other_answers(arrival, table)
    _show_said(arrival, table)


def _chosen(arrival: Arrival, tables: Sequence[TableReading]) -> int:
    names = [TABLE.format(sheet=table.sheet, row=row_place(table.header_row)) for table in tables]
    chosen: int = st.selectbox(
        SHOWN_TABLE, range(len(tables)), format_func=names.__getitem__, key=f"tabel_{arrival.key}", width=420
    )
    return chosen


def _show_table(arrival: Arrival, table: TableReading) -> None:
    """Draw the lines to the left and each column with its role, side by side in a box that scrolls by itself."""
    roles = {answer.subject: answer.value for answer in _used(arrival) if answer.layout == table.layout}
    with st.container(horizontal=True, gap=None, key="laest_tabel"):
        with st.container(gap=None, width=LINE_WIDTH, key="laest_linjer"):
            st.html(_counted_as(table, arrival.preview.rows))
        for column in table.columns:
            name = "kolonne" if column.field else "ulaest_kolonne"
            with st.container(gap=None, width=COLUMN_WIDTH, key=f"{name}_{table.sheet}_{column.cell}"):
                _offer(_role_choice(column, roles.get(column_subject(column.position))), table, arrival)
                note = _why(arrival, table, column)
                head = div(".cell.head")[heading(column)], div(".cell.why", title=note)[note]
                st.html(fragment[head, stacked(column.first)])


def _role_choice(column: ColumnReading, answered: str | None) -> AnswerChoice:
    """Let any role be chosen; the one that was answered, or that the column is read as, is."""
    read_as = answered or column.field or OTHER
    names = {role: field_name(role) for role in (OTHER, *ROLES, read_as)}
    label = COLUMN_ROLE.format(column=f"{intake.column_letter(column.cell)} {column.header}".strip())
    return AnswerChoice(column_subject(column.position), label, names, read_as, has_label=False)


def _show_other_answers(arrival: Arrival, table: TableReading) -> None:
    """Let what words mean, and whether the rows below a line are lines, be answered, or otherwise than they were."""
    used = [answer for answer in _used(arrival) if answer.layout == table.layout]
    lights = {str(light): common.part_name("light", light) for light in Light}
    words: dict[str, str | None] = dict.fromkeys(_unknown_words(arrival, table))
    words |= {answer.subject: answer.value for answer in used if answer.about[0] == "word"}
    choices = []
    for subject, given in words.items():
        word = phrases.QUOTED.format(word=subject.partition(" ")[2])
        choices.append(AnswerChoice(subject, phrases.WORD_MEANS.format(word=word), lights, given))
    has_parts = any(row.subtasks for row in arrival.preview.rows if row.sheet == table.sheet)
    rows_are = next((answer.value for answer in used if answer.subject == "subtasks"), PARTS if has_parts else None)
    if rows_are:
        choices.append(AnswerChoice("subtasks", SUBTASKS, {PARTS: PARTS_SAID, LINES: LINES_SAID}, rows_are))
    if choices:
        with st.container(horizontal=True):
            for choice in choices:
                _offer(choice, table, arrival)


def _unknown_words(arrival: Arrival, table: TableReading) -> list[str]:
    """List, as subjects, the words in the column of lights that are errors of single lines and not asked for."""
    letters = {intake.column_letter(column.cell) for column in table.columns if column.field == "light"}
    return [
        word_subject(found.value)
        for found in arrival.preview.issues
        if found.kind == "unknown-light" and found.sheet == table.sheet and found.value and found.cell
        if intake.column_letter(found.cell) in letters
    ]


def _show_said(arrival: Arrival, table: TableReading) -> None:
    """Say what was answered by hand, which can be taken back, and what no column or word shows by itself."""
    headings = intake.headings_of(table.layout, arrival.preview.tables)
    for each in arrival.preview.reading.remembered:
        if each.answer.layout == table.layout and each.answer.about[0] == "none":
            st.html(p(".quiet")[f"{answer_said(each.answer, headings)}. {_answered(each)}."])
    for answer in arrival.preview.reading.given if arrival.saved is None else ():
        if answer.layout == table.layout:
            with st.container(horizontal=True, vertical_alignment="center", gap="small"):
                st.html(p[f"{answer_said(answer, headings)}. {GIVEN_NOW}"], width="content")
                key = f"fortryd_svar_{answer.subject}"
                st.button(TAKE_BACK, on_click=take_back, args=(answer,), type="tertiary", key=key)


def _why(arrival: Arrival, table: TableReading, column: ColumnReading) -> str:
    """Say why a column is read as it is: who answered so and when, or the reader's own note."""
    subject, reading = column_subject(column.position), arrival.preview.reading
    for each in reading.remembered:
        if (each.answer.layout, each.answer.subject) == (table.layout, subject):
            return _answered(each)
    is_given = any((each.layout, each.subject) == (table.layout, subject) for each in reading.given)
    return CHOSEN_NOW if is_given else common.capitalised(column.note or "")


def _answered(given: StandingAnswer) -> str:
    return ANSWERED.format(who=given.given_by, day=common.short_day(in_denmark(given.given_at)))


def _used(arrival: Arrival) -> list[Answer]:
    reading = arrival.preview.reading
    return [*(each.answer for each in reading.remembered), *reading.given]


def _offer(choice: AnswerChoice, table: TableReading, arrival: Arrival) -> None:
    """Let a value be chosen, unless the workbook is saved; what is chosen is an answer from then on."""
    key = f"svar_{arrival.key}_{table.sheet}_{table.header_row}_{choice.subject}"
    st.session_state[key] = choice.value

    def answered() -> None:
        value = chosen(key, choice.names)
        if value is not None:
            give(Answer(table.layout, choice.subject, value))

    st.selectbox(
        plain(choice.label) if choice.has_label else choice.label,
        list(choice.names),
        index=None if choice.value is None else 0,  # what is chosen can be changed, not taken away
        placeholder=phrases.CHOOSE,
        format_func=choice.names.__getitem__,
        key=key,
        on_change=answered,
        label_visibility="visible" if choice.has_label else "collapsed",
        disabled=arrival.saved is not None,
        width=CHOICE_WIDTH if choice.has_label else "stretch",
    )


def sample_columns(columns: Sequence[ColumnReading]) -> Element:
    """Draw columns beside each other, each under its letter and heading, as a table."""
    height = max((len(column.first) for column in columns), default=0)
    rows = (tr[(_cell(column, row) for column in columns)] for row in range(height))
    return div(".sheet-frame", tabindex="0", role="region", aria_label=FIRST_VALUES)[
        table(".sheet.samples")[
            thead[tr[(th(scope="col")[heading(column)] for column in columns)]],
            tbody[rows],
        ]
    ]


def heading(column: ColumnReading) -> Fragment:
    """Draw a column's letter and heading."""
    return fragment[span(".letter")[column_letter(column.cell)], " ", b[column.header or NO_HEADING]]


def stacked(cells: Sequence[SampleCell]) -> Fragment:
    """Draw a column's cells under each other, each as high as those beside it."""
    return fragment[(div(".cell", **_look(cell))[span[cell.text]] for cell in cells)]


def _counted_as(table: TableReading, rows: Sequence[StatusRow]) -> Fragment:
    """Draw a cell for each of the table's first lines, under one for its headings, with the light it counts as."""
    letters = {column_letter(column.cell) for column in table.columns}
    lines = {
        place_of(row.title_cell)[0]: row
        for row in rows
        if row.sheet == table.sheet and column_letter(row.title_cell) in letters
    }
    head = div(".cell.head")[span(".letter")[ROW.format(number=row_name(table.header_row))]]
    return fragment[
        head, div(".cell.why")[COUNTS_AS], (_counted(number, lines.get(number)) for number in table.first_rows)
    ]


def _counted(number: int, line: StatusRow | None) -> Element:
    """Draw a line's light and how many parts it has; a row that was joined with another one has none of its own."""
    said: Node = span(".quiet")[JOINED]
    if line is not None:
        parts = span(".quiet")[phrases.parts(len(line.subtasks))] if line.subtasks else None
        said = [b[light(line.shown_light)], parts]
    return div(".cell")[span(".letter")[row_name(number)], div[said]]


def _cell(column: ColumnReading, row: int) -> Element:
    if row >= len(column.first):
        return td
    cell = column.first[row]
    return td(**_look(cell))[div[cell.text]]


def _look(cell: SampleCell) -> dict[str, str | None]:
    style = f"background:{cell.fill};color:{_ink(cell.fill)}" if cell.fill else None
    return {"title": cell.text or None, "style": style}


def _ink(fill: str) -> str:
    red, green, blue = (int(fill[start : start + 2], 16) for start in (1, 3, 5))
    return "#111" if (299 * red + 587 * green + 114 * blue) / 1000 > BRIGHT else "#FFF"
