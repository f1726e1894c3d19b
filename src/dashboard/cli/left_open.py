"""What a workbook leaves open, as text: what only its sender knows and who is who, each with what to write."""

from collections.abc import Sequence

from dashboard.cli.given_answers import row_name
from dashboard.cli.output import Document, command, out, paragraph, print_rest, quoted
from dashboard.domain.cell_name import is_in_document
from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.domain.similarity import in_words
from dashboard.domain.terms import terms
from dashboard.wording.phrases import capitalised


def print_questions(questions: Sequence[Document], importing: str) -> None:
    """Ask what must be answered before a workbook is saved; ``importing`` is the command that does."""
    out.print()
    paragraph(f"Spørgsmål ({len(questions)}), der skal besvares, før filen kan indlæses", style="bold")
    for question in questions:
        sheet, cell = question["sheet"], question["cell"]
        place = capitalised(cell) if is_in_document(sheet, cell) else " ".join(filter(None, (f"Ark '{sheet}'", cell)))
        paragraph(f"{place}: {question['text']}" if question["sheet"] else question["text"], indent=4)
        if question["of_words"]:
            _print_words(question["choices"])
        else:
            _print_choices(question["choices"], question["proposed"])
    remembered = " Svaret huskes for filer med de samme overskrifter." if questions[-1]["layout"] else ""
    words = " Skriv lyset i stedet for hver …." if any(each["of_words"] for each in questions) else ""
    paragraph(f"Svar i kommandoen, fx som her.{words}{remembered}", indent=4)
    _print_command(answered(importing, questions))


def answered(importing: str, questions: Sequence[Document]) -> str:
    """Give the command with an answer to each question."""
    return " ".join([importing, *map(_example, questions)])


def print_questions_in_short(questions: Sequence[Document], importing: str) -> None:
    """Write the questions alone, for a workbook that is one of many."""
    for question in questions:
        paragraph(f"Spørgsmål: {question['text']}")
    if questions:
        paragraph("Se, hvad der kan svares:", indent=4)
        _print_command(f"check {importing.partition(' ')[2]}")


def _print_choices(choices: Sequence[Document], proposed: int | None) -> None:
    for number, choice in enumerate(choices):
        proposal = " (vores forslag)" if number == proposed else ""
        paragraph(f"{choice['name']}{proposal}{_first(choice)}", indent=6)
        out.print(f"        {_option(choice)}", markup=False)


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
    return _option(question["choices"][question["proposed"] or 0])


def _option(choice: Document) -> str:
    return f"{choice['option']} {quoted(choice['written'])}" if choice["written"] else str(choice["option"])


def _word(choice: Document) -> str:
    return str(choice["written"].rpartition("=")[0])


def _first(choice: Document) -> str:
    samples = [each for each in choice["samples"] if each]
    return f": {' · '.join(samples)}" if samples else ""


def print_suggestions(suggestions: Sequence[Document], importing: str, shown: int | None) -> None:
    """Ask of each new line whether it is one that left; ``importing`` imports the workbook."""
    rows = list(dict.fromkeys((each["sheet"], each["cell"]) for each in suggestions))
    out.print()
    paragraph(f"Er det samme indsats? ({len(rows)})", style="bold")
    for row in rows[:shown]:
        _print_row([each for each in suggestions if (each["sheet"], each["cell"]) == row], importing)
    print_rest(len(rows), shown, indent=4)


def _print_row(likely: Sequence[Document], importing: str) -> None:
    """Write a new line, the lines it may be, and what to type."""
    row = likely[0]
    place = row_name(row["sheet"], row["cell"])
    shown = row["cell"] if is_in_document(row["sheet"], row["cell"]) else f"{row['sheet']} {row['cell']}"
    paragraph(f"{shown}: {_name(row, '')}", indent=4)
    for line in likely:
        month = Month.parse(line["other_month"]).label
        paragraph(f"{in_words(line['score'])}: {_name(line, 'other_')}, sidst set {month}", indent=6)
        if row["indsats_id"] is None:
            answer = f"{place}={line['other_id'] or row_name(*line['other_row'].rsplit('!', 1))}"
            _print_command(f"{importing} --same {quoted(answer)}")
        else:
            _print_command(f"same {row['indsats_id']} {line['other_id']}")
    if row["indsats_id"] is None:
        paragraph("ingen af dem:", indent=6)
        _print_command(f"{importing} --new {quoted(place)}")
    else:
        paragraph("ingen af dem, eller en fortsættelse:", indent=6)
        for verb in ("different", "continues"):
            for line in likely:
                _print_command(f"{verb} {row['indsats_id']} {line['other_id']}")


def _print_command(said: str) -> None:
    """Write a command unbroken, to be copied."""
    out.print(f"        {command(said)}", markup=False)


def _name(pair: Document, side: str) -> str:
    name = " ".join(filter(None, (pair[f"{side}title"], pair[f"{side}code"])))
    return f"{name} ({', '.join(pair[f'{side}udvalg']) or 'uden udvalg'})"
