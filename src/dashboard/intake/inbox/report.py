"""The report that is laid beside a rejected workbook: what is wrong, where, and what to do."""

from datetime import datetime

from dashboard.domain.cell_name import place_name
from dashboard.domain.clock import DENMARK
from dashboard.domain.issue import Issue
from dashboard.intake.annotate import copy_end
from dashboard.intake.questions import written_choice
from dashboard.intake.receipt import Receipt

WHAT_TO_DO = (
    "Intet fra filen er gemt. Ret det, der er mærket FEJL, og læg filen i indbakken igen. Skal den indlæses, som den "
    "er, eller skal måned og omfang vælges i hånden, så brug siden Indlæsning i dashboardet."
)
QUESTIONS = (
    "Først skal der svares på det, som kun afsenderen ved. Svar på siden Indlæsning, eller indlæs filen med »dashboard "
    "import« og det, der står efter et valg. Svaret huskes for filer med de samme overskrifter."
)
INTERRUPTED = (
    "Dashboardet er gået ned to gange, mens filen blev læst, og intet fra den er gemt. Den læses ikke igen af sig "
    "selv. Åbn den, gem den som en ny fil, og læg den i indbakken. Sker det samme, så giv filen til den, "
    "der passer dashboardet."
)
COPY_BESIDE = (
    "Ved siden af ligger en kopi, hvis navn ender på »- med kommentarer{end}«. I den står det, der er galt, som "
    "kommentar på cellen."
)
UNEXPECTED = (
    "Der skete en uventet fejl, mens filen blev læst, og intet fra den er gemt. Læg den i indbakken igen. Sker det "
    "samme, så giv filen og denne besked til den, der passer dashboardet: {error}"
)


def rejection_report(receipt: Receipt, *, has_copy: bool) -> str:
    """Say in Danish why a workbook was rejected: first what must be put right, then what was noticed besides."""
    issues = sorted(receipt.issues, key=lambda found: not found.is_error)
    copy = [COPY_BESIDE.format(end=copy_end(receipt.file)), ""] if has_copy else []
    asked = [QUESTIONS, "", *_questions(receipt)] if receipt.questions else []
    lines = [_heading(receipt.file), "", WHAT_TO_DO, "", *copy, *asked, *(_line(found) for found in issues), ""]
    return "\n".join(lines)


def _questions(receipt: Receipt) -> list[str]:
    """Write each question with its choices, the first values of each, and what says it on the command line."""
    lines: list[str] = []
    for question in receipt.questions:
        lines.append(f"{_placed('SPØRGSMÅL', question.sheet, question.cell)}: {question.text}")
        for number, choice in enumerate(question.choices):
            option, written = written_choice(choice, question, receipt.tables)
            proposal = " (vores forslag)" if number == question.proposed else ""
            first = f": {' · '.join(choice.samples)}" if choice.samples else ""
            said = f'{option} "{written}"' if written else option
            lines.append(f"  - {choice.name}{proposal}{first}  [{said}]")
        lines.append("")
    return lines


def interrupted_report(file_name: str) -> str:
    """Say in Danish that the app went down over a file more than once."""
    return "\n".join([_heading(file_name), "", INTERRUPTED, ""])


def unexpected_report(file_name: str, error: Exception) -> str:
    """Say in Danish that reading a file went wrong in a way that nobody thought of."""
    return "\n".join([_heading(file_name), "", unexpected_sentence(error), ""])


def unexpected_sentence(error: Exception) -> str:
    """Say the same in one paragraph."""
    return UNEXPECTED.format(error=error)


def _heading(file_name: str) -> str:
    now = datetime.now(DENMARK)
    return f"{file_name} blev afvist {now.day}.{now.month}.{now.year} kl. {now:%H.%M}."


def _line(found: Issue) -> str:
    return f"{_placed('FEJL' if found.is_error else 'Bemærk', found.sheet, found.cell)}: {found.message}"


def _placed(what: str, sheet: str | None, cell: str | None) -> str:
    return ", ".join(filter(None, [what, place_name(sheet, cell)]))
