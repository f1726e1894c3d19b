"""What only the sender of a workbook knows, asked before anything is saved, and the answers that are remembered."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import streamlit as st
from htpy import Element, b, details, fragment, h2, h3, li, p, span, summary, ul

from dashboard import intake, queries
from dashboard.domain.light import Light
from dashboard.domain.reading_answer import MONTHS, Answer, Choice, Question
from dashboard.domain.table_reading import ColumnReading
from dashboard.domain.terms import terms
from dashboard.queries import GivenAnswer
from dashboard.records import forget_answer, remember_again
from dashboard.web.choices import chosen
from dashboard.web.database import ask, database
from dashboard.web.head import show_notice, tell
from dashboard.web.intake import phrases
from dashboard.web.intake.arrivals import BY_HAND, Arrival, by_hand_key, give, take_back_subject
from dashboard.web.intake.reading import sample_columns
from dashboard.web.markup import plain
from dashboard.web.sign_in import acting
from dashboard.wording import phrases as common

LEAD = "Det ved kun afsenderen. Svaret huskes for filer med de samme overskrifter, når filen er indlæst."
OF_FILE = "Det ved kun afsenderen. Svaret gælder denne fil."
READ_AGAIN, ANSWER_ALL = "Læs igen med svarene", "Vælg et svar på hvert spørgsmål."
PROPOSED = "Vores forslag."
MEANS_WHAT = " Hvad betyder det?"  # asked once over all words
Asked = dict[str, list[Answer]]  # by the widget's key: what its options answer
LIGHTS, UNANSWERED = tuple(Light), "mangler_svar"
ANSWERS = "Svar, der huskes"
ANSWERS_LEAD = "Bruges af sig selv, når en fil har de samme overskrifter. Et nyt svar erstatter det gamle."
NO_ANSWERS = "Ingen svar gælder lige nu."
LAYOUT, ANSWERED_FOR = "Overskrifter: {headings}", "{who}, {moment}, for {file}"
FORGET = "Glem"
FORGET_MEANS = "Der spørges igen næste gang. Det, der er indlæst med svaret, bliver ikke ændret."
FORGOTTEN = "Glemt: {said}."
ANOTHER_SINCE = "Der er givet et andet svar imens, og det bliver stående."
MORE_ANSWERS, FORMER = "Vis svar for {n} sæt overskrifter mere", "Tidligere svar ({n})"
ENDED = {"replaced": "Erstattet {moment} af {who}", "forgotten": "Glemt {moment} af {who}"}
FIRST = 3


def ask_questions(arrival: Arrival) -> None:
    """Ask everything that is open about a workbook, with one button that reads it again with the answers."""
    questions = arrival.questions
    asked: Asked = {}
    with st.form(f"spoerg_{arrival.key}", border=False):
        lead = OF_FILE if all(_is_of_file(each) for each in questions) else LEAD
        st.html(fragment[h3[phrases.questions(len(questions))], p(".quiet")[lead]])
        for number, group in enumerate(_grouped(questions)):
            with st.container(border=True, key=f"spoergsmaal_{number}"):
                if intake.is_of_words(group[0]):
                    _ask_words(arrival, group, asked)
                else:
                    _ask_choice(arrival, group[0], asked)
        with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
            st.form_submit_button(
                READ_AGAIN, type="primary", on_click=_answer, args=(arrival.key, asked), key="laes_igen"
            )
            if st.session_state.pop(UNANSWERED, False):
                st.html(p(".note", role="status")[ANSWER_ALL], width="content")


def _is_of_file(question: Question) -> bool:
    """Tell whether it asks something of the file rather than of a table."""
    return not question.layout or all(choice.subject == MONTHS for choice in question.choices)


def _grouped(questions: Sequence[Question]) -> list[list[Question]]:
    """Put the words of one column together; every other question stands by itself."""
    groups: dict[object, list[Question]] = {}
    for number, question in enumerate(questions):
        of = (question.sheet, question.cell) if intake.is_of_words(question) else number
        groups.setdefault(of, []).append(question)
    return list(groups.values())


def _ask_choice(arrival: Arrival, question: Question, asked: Asked) -> None:
    """Offer the choices beside the first cells of the columns they are about."""
    place = phrases.question_place(question.sheet, question.cell)
    st.html(fragment[h3[question.text], " ", span(".count")[place]])
    key = f"valg_{arrival.key}_{question.sheet}_{question.cell}_{question.text}"
    choices, beside = st.columns([2, 3], gap="medium")
    choices.radio(
        question.text,
        range(len(question.choices)),
        index=question.proposed,
        format_func=lambda number: plain(question.choices[number].name),
        captions=[plain(_caption(number, choice, question)) for number, choice in enumerate(question.choices)],
        key=key,
        label_visibility="collapsed",
    )
    columns = _columns(arrival, question)
    if columns:
        beside.html(sample_columns(columns))
    asked[key] = [Answer(question.layout, each.subject, each.value) for each in question.choices]


def _caption(number: int, choice: Choice, question: Question) -> str:
    samples = " · ".join(each for each in choice.samples if each)
    return " ".join(filter(None, [PROPOSED if number == question.proposed else "", samples]))


def _columns(arrival: Arrival, question: Question) -> list[ColumnReading]:
    """Give the title's column and those that are asked about, as far as they are known."""
    tables = arrival.preview.tables
    asked = [intake.column_of(choice, question, tables) for choice in question.choices]
    here = [table for table in tables if table.layout == question.layout]
    titles = [column for table in here[:1] for column in table.columns if column.field == "title"]
    return list({column.cell: column for column in (*titles, *asked) if column is not None}.values())


def _ask_words(arrival: Arrival, group: Sequence[Question], asked: Asked) -> None:
    """Offer the five lights for each word of a column, a row a word."""
    place = phrases.question_place(group[0].sheet, group[0].cell)
    asked_of = sum(len(_words(each)) for each in group)
    st.html(fragment[h3[phrases.words(asked_of)], " ", span(".count")[place]])
    for question in group:
        for subject, proposed in _words(question).items():
            word = phrases.QUOTED.format(word=subject.partition(" ")[2])
            key = f"ord_{arrival.key}_{question.layout}_{subject}"
            said, offered = st.columns([2, 3], vertical_alignment="center", gap="medium")
            said.html(fragment[b[word], p(".quiet")[question.text.removesuffix(MEANS_WHAT)]])
            offered.radio(
                phrases.WORD_MEANS.format(word=word),
                range(len(LIGHTS)),
                index=LIGHTS.index(Light(proposed)) if proposed else None,
                format_func=lambda number: terms().lights[LIGHTS[number]].word,
                key=key,
                horizontal=True,
                label_visibility="collapsed",
            )
            asked[key] = [Answer(question.layout, subject, str(light)) for light in LIGHTS]


def _words(question: Question) -> dict[str, str | None]:
    """Give what is asked about, each word with the light that is proposed for it."""
    words: dict[str, str | None] = dict.fromkeys(choice.subject for choice in question.choices)
    if question.proposed is not None:
        proposed = question.choices[question.proposed]
        words[proposed.subject] = proposed.value
    return words


def _answer(file: str, asked: Mapping[str, Sequence[Answer]]) -> None:
    """Give what was chosen, of the file or of its tables; what was not is asked again, and that is said."""
    for key, answers in asked.items():
        number = chosen(key, range(len(answers)))
        if number is None:
            continue
        said = "month" if answers[number].subject == MONTHS else answers[number].subject
        if said in BY_HAND:
            st.session_state[by_hand_key(said, file)] = answers[number].value
        else:
            answer = answers[number]
            give(answer if answer.layout else replace(answer, layout=file))
    st.session_state[UNANSWERED] = any(chosen(key, range(len(asked[key]))) is None for key in asked)


def show_answers() -> None:
    """List the answers by the headings of their tables; nothing while there are none."""
    answers = ask(queries.reading_answers)
    if not answers:
        return
    st.html(fragment[h2(id="svar")[ANSWERS], p(".quiet")[ANSWERS_LEAD]])
    show_notice()
    by_layout: dict[str, list[GivenAnswer]] = {}
    for each in answers:
        if each.state == "stands":
            by_layout.setdefault(each.layout, []).append(each)
    if not by_layout:
        st.html(p(".quiet")[NO_ANSWERS])
    groups = list(by_layout.values())
    for group in groups[:FIRST]:
        _show_group(group)
    if groups[FIRST:]:
        with st.expander(MORE_ANSWERS.format(n=len(groups) - FIRST)):
            for group in groups[FIRST:]:
                _show_group(group)
    former = [each for each in answers if each.state != "stands"]
    if former:
        st.html(_former_answers(former))


def _show_group(group: Sequence[GivenAnswer]) -> None:
    with st.container(border=True, gap=None, key=f"svar_om_{group[0].answer_id}"):
        st.html(p(".quiet.headings")[_headings(group[0])])
        for each in group:
            with st.container(horizontal=True, vertical_alignment="center", gap="small"):
                st.html(_answered(each), width="content")
                st.button(
                    FORGET,
                    help=FORGET_MEANS,
                    on_click=_forget,
                    args=(each,),
                    type="tertiary",
                    key=f"glem_{each.answer_id}",
                )


def _headings(given: GivenAnswer) -> str:
    return LAYOUT.format(headings=given.about)


def _answered(given: GivenAnswer) -> Element:
    """Say what was answered, by whom, when, and for which file."""
    by = ANSWERED_FOR.format(who=given.given_by, moment=common.moment(given.given_at), file=given.file_name)
    return p[b[given.said], " ", span(".quiet")[by]]


def _former_answers(former: Sequence[GivenAnswer]) -> Element:
    """List what was answered and no longer holds, and what became of it."""
    rows = (li[_answered(each), span(".quiet")[_ended(each)], p(".quiet")[_headings(each)]] for each in former)
    return details(".rest.former-answers")[summary[FORMER.format(n=len(former))], ul(".former")[rows]]


def _ended(given: GivenAnswer) -> str:
    moment = common.moment(given.withdrawn_at) if given.withdrawn_at else ""
    return ENDED[given.state].format(moment=moment, who=given.withdrawn_by)


def _forget(given: GivenAnswer) -> None:
    forget_answer(database(), given.answer_id, acting("import"))
    take_back_subject(given.layout, given.subject)
    tell(FORGOTTEN.format(said=given.said), lambda: _remember(given))


def _remember(given: GivenAnswer) -> None:
    if not remember_again(database(), given.answer_id, acting("import")):
        tell(ANOTHER_SINCE)
