"""Questions about a workbook's tables: each once, and how each choice is written on the command line."""

from collections.abc import Collection, Iterable, Sequence

from dashboard.domain.answer_words import light_said
from dashboard.domain.issue import Issue
from dashboard.domain.reading_answer import ANY_LAYOUT, MONTHS, UNREPORTED, Answer, Choice, Question
from dashboard.domain.table_reading import ColumnReading, TableReading
from dashboard.intake.answers import column_letter

NOBODY = "ingen"


def open_questions(questions: Iterable[Question], issues: Collection[Issue]) -> tuple[Question, ...]:
    """List what must be answered before anything is saved: each question once, although several tables may ask it.

    What is only told of, as the rows that were read as parts of lines, can be answered otherwise but need not.
    """
    told = {(found.sheet, found.cell) for found in issues if found.kind == "subtasks"}
    asked: dict[object, Question] = {}
    for question in questions:
        if question.choices and (question.sheet, question.cell) not in told:
            asked.setdefault(
                (question.layout, tuple((each.subject, each.value) for each in question.choices)), question
            )
    return tuple(asked.values())


def is_of_words(question: Question) -> bool:
    """Tell whether it asks of each of several words what it means, rather than for one choice."""
    return all(choice.subject.startswith("word ") for choice in question.choices)


def column_of(choice: Choice, question: Question, tables: Sequence[TableReading]) -> ColumnReading | None:
    """Find the column that a choice is about, in the table that is asked about."""
    kind, _, which = choice.subject.partition(" ")
    if kind != "column":
        return None
    asked = [table for table in tables if table.layout == question.layout]
    asked.sort(key=lambda table: table.sheet != question.sheet)
    return next((column for table in asked for column in table.columns if str(column.position) == which), None)


def written_option(answer: Answer) -> tuple[str, str]:
    """Give the option, and its value, that says an answer on the command line, where columns have letters."""
    kind, which = answer.about
    if kind == UNREPORTED:
        return "--yes", ""
    if kind in ("month", MONTHS):
        return "--month", answer.value
    if kind == "word":
        return "--light", f"{which}={light_said(answer.value).lower()}"
    if kind in ("subtasks", "table", "plan", "month"):
        return f"--{kind}", answer.value
    return "--column", f"{which}={NOBODY}" if kind == "none" else f"{answer.value}={which}"


def written_choice(choice: Choice, question: Question, tables: Sequence[TableReading]) -> tuple[str, str]:
    """Give the option, and its value, that says a choice on the command line."""
    column = column_of(choice, question, tables)
    subject = choice.subject if column is None else f"letter {column_letter(column.cell)}"
    return written_option(Answer(ANY_LAYOUT, subject, choice.value))


def question_document(question: Question, tables: Sequence[TableReading]) -> dict[str, object]:
    """Give a question as plain values, each choice with what to write on the command line."""
    choices = []
    for choice in question.choices:
        option, written = written_choice(choice, question, tables)
        said = {"subject": choice.subject, "value": choice.value, "name": choice.name, "samples": list(choice.samples)}
        choices.append({**said, "option": option, "written": written})
    return {
        "sheet": question.sheet,
        "cell": question.cell,
        "layout": question.layout,
        "text": question.text,
        "of_words": is_of_words(question),
        "proposed": question.proposed,
        "choices": choices,
    }
