"""A list of lines as it leaves the house: the columns of its documents, and the one as CSV."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dashboard.charts.palette import word
from dashboard.domain.light import Light
from dashboard.domain.line_fields import LISTED
from dashboard.domain.text_run import Runs
from dashboard.reports.harmless import csv_file

HEADERS = ("Lys", "Forrige lys", "Statusser i træk", *(each.heading or each.name for each in LISTED))
MOVED = ("Ændring", "Blev værre i", "Begrundelse dengang")  # beside the others where lines are compared
PLACED = ("Liste", "Placering", "Fremhæves")  # beside them in a half-year status
ABSENT = "Udgået"


@dataclass(frozen=True)
class ExportedLine:
    """A line as it is listed, what it says by field, and how those are marked in which something is new or struck.

    ``light`` is None where it is gone, ``was`` where nothing is told of a light before; ``moved`` is what stands under
    MOVED, empty where nothing is compared, and ``placed`` under PLACED.
    """

    light: Light | None
    was: Light | None
    in_row: int | None
    said: Mapping[str, str]
    moved: tuple[str, ...] = ()
    runs: Mapping[str, Runs] = field(default_factory=dict)
    placed: tuple[str, ...] = ()

    def values(self) -> tuple[str | int | None, ...]:
        """Give what stands under the headers."""
        light = ABSENT if self.light is None else word(self.light)
        was = None if self.was is None else word(self.was)
        return (light, was, self.in_row, *(self.said.get(each.key, "") for each in LISTED), *self.moved, *self.placed)


def headers(lines: Sequence[ExportedLine]) -> tuple[str, ...]:
    """Give what stands over the columns."""
    moved, placed = any(line.moved for line in lines), any(line.placed for line in lines)
    return (*HEADERS, *(MOVED if moved else ()), *(PLACED if placed else ()))


def line_csv(lines: Sequence[ExportedLine]) -> bytes:
    """Write the lines as CSV."""
    return csv_file(headers(lines), (line.values() for line in lines))
