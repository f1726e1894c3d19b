"""What an answer about a table says, in Danish, wherever it is told."""

from collections.abc import Sequence

from dashboard.domain.light import Light
from dashboard.domain.line_fields import field_name
from dashboard.domain.reading_answer import LINES, OTHER, PARTS, Answer
from dashboard.domain.terms import terms

NOT_READ = "læses ikke"
MONTHS_SAID = "Har en fil et ark eller en tabel for hver måned, indlæses alle månederne, hver for sig"
ROWS_SAID = {
    ("subtasks", PARTS): "Rækkerne under en indsats er dele af den og tælles ikke med",
    ("subtasks", LINES): "Rækkerne under en indsats er selv indsatser og tælles med",
    ("table", OTHER): "Tabellen er noget andet end indsatser og læses ikke",
    ("table", LINES): "Rækkerne i tabellen er indsatser, som ikke er indberettet",
}


def answer_said(answer: Answer, headings: Sequence[str]) -> str:
    """Say an answer as a sentence without its full stop; ``headings`` are the table's, from its first column."""
    kind, which = answer.about
    if kind == "word":
        return f"»{which}« betyder {light_said(answer.value)}"
    if kind == "months":
        return MONTHS_SAID
    if kind == "none":
        return f"Ingen kolonne er {field_name(which)}"
    if kind == "column":
        what = NOT_READ if answer.value == OTHER else f"er {field_name(answer.value)}"
        return f"Kolonnen {column_said(which, headings)} {what}"
    return ROWS_SAID[kind, answer.value]


def column_said(which: str, headings: Sequence[str]) -> str:
    """Name a column by its heading, or by its number from the first heading where it has none."""
    number = int(which)
    heading = headings[number - 1].strip() if 0 < number <= len(headings) else ""
    return f"»{heading}«" if heading else f"uden overskrift (nr. {which})"


def light_said(light: str) -> str:
    """Name a light, or give what is none as it stands."""
    return terms().lights[Light(light)].word if light in list(Light) else light
