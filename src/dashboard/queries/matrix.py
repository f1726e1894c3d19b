"""The parts of the plan side by side: how many lines of each have which light."""

from dataclasses import dataclass

import duckdb

from dashboard.domain.light import Light
from dashboard.queries.answer import selection_rows
from dashboard.queries.questions import Part
from dashboard.queries.selection import Selection


@dataclass(frozen=True)
class PartCount:
    """The lines under a light of a part of the plan ("" has those without), now and before (None: not compared)."""

    value: str
    light: Light
    n: int
    n_before: int | None


def matrix(con: duckdb.DuckDBPyConnection, selection: Selection, by: Part) -> tuple[PartCount, ...]:
    """Count the lights of each udvalg, tema or art; what only the comparison month had is there, too."""
    return selection_rows(con, "matrix", PartCount, selection, by=by)
