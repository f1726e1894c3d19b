"""The parts of the plan side by side: how many lines of each have which light."""

from dataclasses import dataclass

from dashboard.queries.answer import selection_rows
from dashboard.queries.questions import LightCount, Part
from dashboard.queries.selection import Selection
from dashboard.store.seen import Seen


@dataclass(frozen=True)
class PartCount(LightCount):
    """How many lines of a part of the plan have a light; the part "" has those that are in none."""

    value: str


def matrix(con: Seen, selection: Selection, by: Part) -> tuple[PartCount, ...]:
    """Count the lights of each part of the plan; what only the comparison month had is there, too."""
    return selection_rows(con, "matrix", PartCount, selection, by=by)
