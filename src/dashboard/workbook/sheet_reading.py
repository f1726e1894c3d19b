"""What is read on one sheet, in the order in which it is met."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from dashboard.domain.issue import Issue, issue
from dashboard.domain.reading_answer import Answer, Question
from dashboard.domain.status_row import StatusRow
from dashboard.domain.table_reading import TableReading


@dataclass
class SheetReading:
    """Collects lines, what is wrong, what must be asked, what became of the columns, and the number of section rows.

    A word that is unknown in forty rows is one thing to mend, and told once. ``unlit`` asks about tables without
    lights, which is open only where others have them; ``untitled`` are the lights in rows without a title.
    """

    sheet: str
    issues: list[Issue] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    rows: list[StatusRow] = field(default_factory=list)
    tables: list[TableReading] = field(default_factory=list)
    answers: list[Answer] = field(default_factory=list)
    unlit: list[Question] = field(default_factory=list)
    untitled: list[str] = field(default_factory=list)
    sections: int = 0

    def tell(self, kind: str, cell: str | None = None, value: object = None, *, detail: str = "") -> None:
        """Note that something is wrong in a cell, or on the whole sheet."""
        found = issue(kind, sheet=self.sheet, cell=cell, value=value, detail=detail)
        told = ((each.kind, each.value, each.sheet) for each in self.issues)
        if not kind.startswith("unknown-") or value is None or (kind, found.value, self.sheet) not in told:
            self.issues.append(found)

    def ask(self, questions: Sequence[Question], kind: str, cell: str, value: object, *, detail: str = "") -> None:
        """Note what must be asked, and the doubt that it is asked for."""
        self.tell(kind, cell, value, detail=detail)
        self.questions.extend(questions)
