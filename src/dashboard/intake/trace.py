"""From a light on a page back to the cell that it was read in."""

from dataclasses import dataclass

import duckdb

from dashboard.domain.issue import Issue
from dashboard.store.origin import Reading, other_readings, reading, stored_content
from dashboard.workbook.excerpt import Excerpt, ExcerptCell, ExcerptRow
from dashboard.workbook.isolated import read_excerpt

__all__ = ["Excerpt", "ExcerptCell", "ExcerptRow", "Reading", "Trace", "trace", "traced_sheet"]


@dataclass(frozen=True)
class Trace:
    """Where a light was read, and what other workbooks of the same month say otherwise."""

    reading: Reading
    disagreeing: tuple[Reading, ...]


def trace(con: duckdb.DuckDBPyConnection, snapshot_id: int, indsats_id: int) -> Trace | None:
    """Find where a snapshot's light of an indsats was read; None when it does not tell that indsats."""
    found = reading(con, snapshot_id, indsats_id)
    if found is None:
        return None
    others = other_readings(con, snapshot_id, indsats_id)
    return Trace(found, tuple(other for other in others if other.shown_light is not found.shown_light))


def traced_sheet(con: duckdb.DuckDBPyConnection, snapshot_id: int, indsats_id: int) -> Excerpt | Issue | None:
    """Cut the part around a light's cell out of the stored file, in the reading process.

    None when the file has no such sheet or cell, and an Issue when it can no longer be read.
    """
    found = reading(con, snapshot_id, indsats_id)
    return None if found is None else read_excerpt(stored_content(con, snapshot_id), found.sheet, found.cell)
