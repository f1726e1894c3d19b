"""A workbook from its bytes to an answer: what saving it would change, and what became of it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dashboard.domain.month import Month
from dashboard.domain.reading_answer import Answer
from dashboard.domain.scope import Scope
from dashboard.intake.preview import Preview, preview_workbook
from dashboard.intake.preview_document import preview_document
from dashboard.intake.receive import Receipt, receive_read, received_now
from dashboard.intake.who_is_who import Decisions, ids_of_rows
from dashboard.store.database import Database


@dataclass(frozen=True)
class Handled:
    """What was seen of a workbook before anything was saved, and its receipt.

    ``decisions`` are those that were saved with it, and ``ids`` what its rows got when they were saved, by row_key.
    """

    preview: Preview
    receipt: Receipt
    decisions: Decisions = field(default_factory=dict)
    ids: Mapping[str, int] = field(default_factory=dict)

    def as_json(self) -> dict[str, object]:
        """Give both as the JSON document that the command line prints for each file."""
        undecided = [each for each in self.receipt.suggestions if each.key not in self.decisions]
        return self.receipt.as_json() | preview_document(self.preview, undecided, self.ids)


def handle_workbook(
    database: Database,
    content: bytes,
    file_name: str,
    *,
    month: Month | None = None,
    scope: Scope | None = None,
    accept_errors: bool = False,
    save: bool = True,
    by: str | None = None,
    decisions: Decisions | None = None,
    answers: Sequence[Answer] = (),
) -> Handled:
    """Read a workbook once, say what saving it changes, and save it as receive_workbook does; raise what that does."""
    seen = preview_workbook(database, content, file_name, month, scope, answers)
    receipt = receive_seen(database, content, seen, accept_errors=accept_errors, save=save, by=by, decisions=decisions)
    ids: Mapping[str, int] = {}
    if save and receipt.suggestions and receipt.month and receipt.scope and receipt.revision:
        ids = ids_of_rows(database.cursor(), receipt.month, receipt.scope, receipt.revision)
    return Handled(seen, receipt, decisions or {}, ids)


def receive_seen(
    database: Database,
    content: bytes,
    seen: Preview,
    *,
    accept_errors: bool = False,
    save: bool = True,
    by: str | None = None,
    decisions: Decisions | None = None,
) -> Receipt:
    """Do as receive_workbook does with a workbook that has been looked at, without reading it again."""
    file = received_now(content, seen.receipt.file, by)
    return receive_read(database, seen.reading, file, accept_errors=accept_errors, save=save, decisions=decisions)
