"""The texts that say something else than in the comparison month, or in which something is newly marked."""

from dataclasses import dataclass

from dashboard.domain.light import Light
from dashboard.domain.line_fields import COMPARED
from dashboard.domain.text_run import MarkChange, mark_changes, read_runs
from dashboard.queries.answer import selection_rows
from dashboard.queries.rows import Named
from dashboard.queries.selection import Selection
from dashboard.store.seen import Seen

NEWS = ("marked_new", "struck")


@dataclass(frozen=True)
class TextChange(Named):
    """A text of a line, "" for nothing; ``runs`` are how the line's texts were and are marked, as stored.

    A text that is newly marked may be the same as it was: then ``is_text`` is false.
    """

    indsats_id: int
    title: str
    code: str | None
    light: Light
    field: str
    old_text: str
    new_text: str
    old_runs: str | None
    runs: str | None
    is_text: bool

    @property
    def markup(self) -> tuple[MarkChange, ...]:
        """Give what the workbook newly marks in it, "marked_new" or "struck"."""
        before, now = (read_runs(runs).get(self.field, ()) for runs in (self.old_runs, self.runs))
        return tuple(change for change in mark_changes(before, now) if change in NEWS)


def text_changes(con: Seen, selection: Selection) -> tuple[TextChange, ...]:
    """List the texts that changed, line by line and in the order of COMPARED, of lines that stand in both months.

    Empty without a comparison month.
    """
    found = selection_rows(con, "text_changes", TextChange, selection, fields=list(COMPARED))
    return tuple(change for change in found if change.is_text or change.markup)
