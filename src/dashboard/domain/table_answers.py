"""What people have answered about a table: which column has which role, and what words mean; and how it is asked."""

import re
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace

from dashboard.domain.cell_name import column_name, column_number
from dashboard.domain.heading_words import Column
from dashboard.domain.identity import normalised
from dashboard.domain.light import Light
from dashboard.domain.line_fields import ONE_COLUMN_ROLES
from dashboard.domain.period import NAMES
from dashboard.domain.reading_answer import ANY_LAYOUT, LINES, OTHER, PARTS, Answer, Choice, Question
from dashboard.domain.terms import terms
from dashboard.domain.words import is_done_mark, sign_of

TIME = re.compile(
    rf"(?:\d{{1,2}}[./-])?\d{{1,2}}[./-]20\d\d|20\d\d-\d\d|(?<![^\W\d_])(?:{NAMES})\.?(?: 20\d\d| '?\d\d)?(?!\w)"
)
SAMPLES = 3
QUESTIONED = {"light": "lyset", "title": "indsatsens titel"}


@dataclass(frozen=True)
class TableAnswers:
    """The answers that hold for one table: roles by column number, roles that no column has, what words mean."""

    sheet: str = ""
    layout: str = ""
    first_column: int = 1
    roles: Mapping[int, str] = field(default_factory=dict)
    none: frozenset[str] = frozenset()
    words: Mapping[str, Light] = field(default_factory=dict)
    subtasks: str | None = None
    table: str | None = None

    def settles(self, role: str) -> bool:
        """Tell whether it has been answered where a role stands."""
        return role in self.none or role in self.roles.values()

    def with_one(self, kind: str, subject: str, value: str, *, numbers: Set[int]) -> "TableAnswers":
        """Add an answer, in place of those that it contradicts; none about a column that the table has not."""
        match kind:
            case "word":
                return replace(self, words={**self.words, sign_of(subject): Light(value)})
            case "none":
                kept = {number: role for number, role in self.roles.items() if role != subject}
                return replace(self, roles=kept, none=self.none | {subject})
            case "subtasks":
                return replace(self, subtasks=value)
            case "table":
                return replace(self, table=value)
            case "months":
                return self
        number = self.first_column - 1 + int(subject) if kind == "column" else column_number(subject)
        if number not in numbers:
            return self
        only = {value}.intersection(ONE_COLUMN_ROLES)
        kept = {other: role for other, role in self.roles.items() if role not in only}
        return replace(self, roles={**kept, number: value}, none=self.none - {value})

    def remembered(self, said: Iterable[str]) -> tuple[Answer, ...]:
        """Give what was used, made out to this layout; ``said`` are the texts of the column of lights."""
        texts = {sign_of(text) for text in said}
        used = [(f"column {number - self.first_column + 1}", role) for number, role in self.roles.items()]
        used += [(f"none {role}", "") for role in sorted(self.none)]
        used += [(f"word {word}", str(light)) for word, light in self.words.items() if word in texts]
        used += [(kind, value) for kind in ("subtasks", "table") if (value := getattr(self, kind))]
        return tuple(Answer(self.layout, subject, value) for subject, value in used)

    def ask_for_column(
        self,
        role: str,
        asked: Sequence[tuple[Column, Sequence[str]]],
        *,
        proposed: int | None,
        may_be_none: bool = True,
    ) -> Question:
        """Ask which of some columns has a role; each comes with its first values.

        ``proposed`` is a column's number; None proposes that none has it, where that may be.
        """
        choices = [Choice(self._subject(c), role, _named(c), tuple(values[:SAMPLES])) for c, values in asked]
        places = [place for place, (column, _) in enumerate(asked) if column.number == proposed] or [len(asked)]
        none = [Choice(f"none {role}", "", f"Ingen kolonne er {QUESTIONED[role]}")] if may_be_none else []
        return self._question(asked[0][0], f"Hvilken kolonne er {QUESTIONED[role]}?", [*choices, *none], places[0])

    def ask_for_word(self, column: Column, word: str, n: int) -> Question:
        """Ask what a word in the column of lights means, which stands there n times."""
        times = "gang" if n == 1 else "gange"
        text = f"Kolonnen »{column.header}« indeholder »{word}« ({n} {times}). Hvad betyder det?"
        lights = [Light.DONE, Light.NOT_REPORTED] if is_done_mark(word) else list(Light)
        names = {light: terms().lights[light].word for light in lights}
        names |= {Light.NOT_REPORTED: "Intet: kun farven tæller"} if len(lights) == 2 else {}
        choices = [Choice(f"word {sign_of(word)}", str(light), name) for light, name in names.items()]
        meant = terms().perhaps.get(sign_of(word))
        return self._question(column, text, choices, lights.index(meant) if meant else None)

    def ask_if_done(self, column: Column) -> Question:
        """Ask whether what stands in a column means that a line is done; we propose that it does not."""
        names = {"other": "Nej: den læses ikke", "done": "Ja: så er indsatsen afsluttet"}
        choices = [Choice(self._subject(column), role, name) for role, name in names.items()]
        text = f"Betyder det, der står i kolonne {_named(column)}, at indsatsen er afsluttet?"
        return self._question(column, text, choices, 0)

    def ask_about_subtasks(self, cell: str, which: str, samples: Sequence[str], proposed: int | None) -> Question:
        """Ask whether rows below a line are parts of it, or lines that count."""
        names = {PARTS: "Dele af indsatsen over dem, som ikke tælles", LINES: "Indsatser, som tælles hver for sig"}
        choices = tuple(Choice("subtasks", value, name, tuple(samples)) for value, name in names.items())
        text = f"{which} står under en anden indsats. Hvad er de?"
        return Question(self.sheet, cell, self.layout, text, choices, proposed)

    def ask_about_table(self, columns: Sequence[Column], titles: Sequence[str]) -> Question:
        """Ask whether a table without lights is of the plan; we propose that it is not."""
        headings = ", ".join(f"»{column.header}«" for column in columns if column.header)
        names = {OTHER: "Noget andet, som ikke læses", LINES: "Indsatser, som ikke er indberettet"}
        choices = [Choice("table", value, name, tuple(titles[:SAMPLES])) for value, name in names.items()]
        return self._question(columns[0], f"Tabellen med {headings} har ingen status. Hvad er dens rækker?", choices, 0)

    def _subject(self, column: Column) -> str:
        return f"column {column.number - self.first_column + 1}"

    def _question(self, column: Column, text: str, choices: Sequence[Choice], proposed: int | None) -> Question:
        return Question(self.sheet, column.reference, self.layout, text, tuple(choices), proposed)


def answers_for(sheet: str, columns: Sequence[Column], answers: Sequence[Answer]) -> TableAnswers:
    """Pick the answers that hold for a table with these columns; of two about the same the later one counts."""
    first = min(column.number for column in columns if column.header)
    found = TableAnswers(sheet, layout_of(columns), first)
    numbers = {column.number for column in columns}
    for answer in answers:
        if answer.layout in (ANY_LAYOUT, found.layout):
            kind, _, subject = answer.subject.partition(" ")
            found = found.with_one(kind, subject, answer.value, numbers=numbers)
    return found


def layout_of(columns: Sequence[Column]) -> str:
    """Give what a table is remembered by: its headings in order, whatever month they name."""
    headings = {c.number: TIME.sub("måned", normalised(c.header)) for c in columns if c.header}
    return " | ".join(headings.get(number, "") for number in range(min(headings), max(headings) + 1))


def _named(column: Column) -> str:
    letter = column_name(column.row, column.number)
    return f"{letter} »{column.header}«" if column.header else f"{letter} (uden overskrift)"
