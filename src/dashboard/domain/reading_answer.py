"""What only the sender of a workbook knows of a table, as a question, and what was answered, for good."""

from dataclasses import dataclass

ANY_LAYOUT = ""


@dataclass(frozen=True)
class Choice:
    """One possible answer: the subject and value that an Answer would have, what it is called, its first values."""

    subject: str
    value: str
    name: str
    samples: tuple[str, ...] = ()


@dataclass(frozen=True)
class Question:
    """A doubt about one table, that a person settles before anything is saved; its Issue stands at ``cell``.

    ``proposed`` is the place of our proposal among the choices, None where there is none.
    """

    sheet: str
    cell: str
    layout: str
    text: str
    choices: tuple[Choice, ...]
    proposed: int | None = None


@dataclass(frozen=True)
class Answer:
    """What a table's columns or words mean, for every table with these headings (ANY_LAYOUT: the workbook's tables).

    Subjects and their values:
    "column 3" - the role of the third column of the table, "other" for a column that is not to be read;
    "letter F" - the same, by the column's letter on the sheet (only with ANY_LAYOUT);
    "none light" - "": no column has that role;
    "word i gang" - the Light that the word means in the column of lights;
    "subtasks" - "parts" or "lines": whether the rows below a line are parts of it, or lines that count.
    """

    layout: str
    subject: str
    value: str
