"""What one workbook says for one month and scope."""

from collections import Counter
from dataclasses import dataclass

from dashboard.domain.issue import Issue
from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.domain.scope import Scope
from dashboard.domain.status_row import StatusRow


@dataclass(frozen=True)
class Snapshot:
    """The rows of a workbook with the month and the scope they speak for, before it has a revision number.

    ``plan`` is the plan's years ("2025-2028"); ``is_example`` says that the workbook calls itself invented.
    """

    plan: str
    month: Month
    scope: Scope
    rows: tuple[StatusRow, ...]
    issues: tuple[Issue, ...] = ()
    is_example: bool = False


def count_lights(rows: tuple[StatusRow, ...]) -> Counter[Light]:
    """Count rows by the light that counts, every Light present."""
    counts = Counter(dict.fromkeys(Light, 0))
    counts.update(row.shown_light for row in rows)
    return counts
