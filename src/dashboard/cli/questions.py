"""What only the sender of a workbook knows, as text: each question with its choices and what to write."""

from collections.abc import Sequence
from typing import Any

from dashboard.cli.output import out, paragraph, quoted
from dashboard.domain.light import Light
from dashboard.domain.terms import terms

Document = dict[str, Any]


def print_questions(questions: Sequence[Document], command: str) -> None:
    """Ask what must be answered before a workbook is saved; ``command`` imports it."""
    out.print()
    paragraph(f"Spørgsmål ({len(questions)}), der skal besvares, før filen kan indlæses", style="bold")
    for question in questions:
        place = " ".join(filter(None, (f"Ark '{question['sheet']}'", question["cell"])))
        paragraph(f"{place}: {question['text']}", indent=4)
        if question["of_words"]:
            _print_words(question["choices"])
        else:
            _print_choices(question["choices"], question["proposed"])
    paragraph("Svar i kommandoen, fx som her. Svaret huskes for projektmapper med de samme overskrifter.", indent=4)
    out.print(f"      {' '.join([command, *map(_example, questions)])}", markup=False)


def print_questions_in_short(questions: Sequence[Document]) -> None:
    """Write the questions alone, for a workbook that is one of many."""
    for question in questions:
        paragraph(f"Spørgsmål: {question['text']}")


def _print_choices(choices: Sequence[Document], proposed: int | None) -> None:
    for number, choice in enumerate(choices):
        proposal = " (vores forslag)" if number == proposed else ""
        paragraph(f"{choice['name']}{proposal}{_first(choice)}", indent=6)
        out.print(f"        {choice['option']} {quoted(choice['written'])}", markup=False)


def _print_words(choices: Sequence[Document]) -> None:
    """Write each word once, with every light that it can mean."""
    lights = "|".join(terms().lights[light].word.lower() for light in Light)
    for choice in {each["subject"]: each for each in choices}.values():
        word = _word(choice)
        paragraph(f"{word}{_first(choice)}", indent=6)
        out.print(f'        --light "{word}={lights}"', markup=False)


def _example(question: Document) -> str:
    """Write the answer to a question that we propose, or the first; what words mean is for the sender to write."""
    if question["of_words"]:
        words = dict.fromkeys(_word(each) for each in question["choices"])
        return " ".join(f'--light "{word}=…"' for word in words)
    choice = question["choices"][question["proposed"] or 0]
    return f"{choice['option']} {quoted(choice['written'])}"


def _word(choice: Document) -> str:
    return str(choice["written"].rpartition("=")[0])


def _first(choice: Document) -> str:
    samples = [each for each in choice["samples"] if each]
    return f": {' · '.join(samples)}" if samples else ""
