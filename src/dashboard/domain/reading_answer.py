"""What only the sender of a workbook knows of a table, as a question, and what was answered, for good."""

from dataclasses import dataclass

from dashboard.domain.line_fields import ONE_COLUMN_ROLES
from dashboard.domain.words import sign_of

ANY_LAYOUT = ""
MONTHS, ALL_MONTHS = "months", "all"
UNREPORTED = "unreported"
OTHER, PARTS, LINES = "other", "parts", "lines"


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
    "subtasks" - "parts" or "lines": whether the rows below a line are parts of it, or lines that count;
    "table" - "lines" or "other": whether a table without lights beside tables with them is of the plan;
    "unreported 2025-05" - "yes": the lights that the file leaves out of a month are to go. Only of the file.
    "months" - "all": of sheets for several months each is read as its own month. With ANY_LAYOUT also where one month
    is clear, and perhaps "2025" instead: the year of those months that say none.
    """

    layout: str
    subject: str
    value: str

    @property
    def about(self) -> tuple[str, str]:
        """Give what it is about and which one: ("column", "3"), ("none", "light"), ("word", "i gang")."""
        kind, _, which = self.subject.partition(" ")
        return kind, which

    @property
    def one_column_role(self) -> str | None:
        """Give the role that only one column has, when it says of that role which column has it, or that none has."""
        kind, which = self.about
        role = which if kind == "none" else self.value if kind in ("column", "letter") else ""
        return role if role in ONE_COLUMN_ROLES else None

    def replaces(self, older: "Answer") -> bool:
        """Tell whether an older answer no longer holds once this one is given."""
        if self.layout not in (older.layout, ANY_LAYOUT):
            return False
        role = self.one_column_role
        return self.subject == older.subject or (role is not None and role == older.one_column_role)


def column_subject(position: int) -> str:
    """Name the subject of an answer about a table's column."""
    return f"column {position}"


def word_subject(word: str) -> str:
    """Name the subject of an answer about a word in the column of lights."""
    return f"word {sign_of(word)}"
