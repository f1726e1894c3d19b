"""Where a stored status was read: the file, the sheet and the cell, and what other workbooks of the month say."""

from dataclasses import dataclass
from datetime import datetime

import duckdb

from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.domain.scope import Scope


@dataclass(frozen=True)
class Reading:
    """What one workbook says of an indsats: its light, where that stands, and how it was read there."""

    snapshot_id: int
    title: str
    code: str | None
    light: Light
    done: bool
    light_source: str | None
    file_name: str
    revision: int
    month: Month
    scope: Scope
    imported_at: datetime
    sheet: str
    cell: str

    @property
    def shown_light(self) -> Light:
        """Give the light that counts: DONE when the line is done, else what was reported."""
        return Light.DONE if self.done else self.light


READING = """
    SELECT
        s.snapshot_id, s.title, s.code, s.light, s.done, s.light_source, w.file_name, c.revision, c.month, c.scope,
        c.imported_at, s.sheet, s.cell
    FROM line_status AS s
    JOIN {snapshot} AS c USING (snapshot_id)
    JOIN workbook AS w USING (workbook_id)
    WHERE s.indsats_id = $indsats
"""


def reading(con: duckdb.DuckDBPyConnection, snapshot_id: int, indsats_id: int) -> Reading | None:
    """Find what a snapshot says of an indsats, or None when it does not tell it."""
    row = con.execute(
        READING.format(snapshot="snapshot") + "AND s.snapshot_id = $snapshot",
        {"indsats": indsats_id, "snapshot": snapshot_id},
    ).fetchone()
    return None if row is None else _reading(row)


def other_readings(con: duckdb.DuckDBPyConnection, snapshot_id: int, indsats_id: int) -> list[Reading]:
    """List what the other workbooks that count for the same month say of an indsats, newest import first."""
    rows = con.execute(
        READING.format(snapshot="current_snapshot") + "AND s.snapshot_id <> $snapshot "
        "AND (c.plan, c.month) = (SELECT (plan, month) FROM snapshot WHERE snapshot_id = $snapshot) "
        "ORDER BY s.snapshot_id DESC",
        {"indsats": indsats_id, "snapshot": snapshot_id},
    ).fetchall()
    return [_reading(row) for row in rows]


def stored_content(con: duckdb.DuckDBPyConnection, snapshot_id: int) -> bytes | None:
    """Give the bytes of the file that a snapshot came in; none where they show what is hidden."""
    row = con.execute(
        "SELECT content FROM workbook JOIN snapshot USING (workbook_id) WHERE snapshot.snapshot_id = ?",
        [snapshot_id],
    ).fetchone()
    assert row is not None
    return None if row[0] is None else bytes(row[0])


def _reading(row: tuple[object, ...]) -> Reading:
    snapshot_id, title, code, light, done, source, file_name, revision, month, scope, imported_at, sheet, cell = row
    assert isinstance(imported_at, datetime)
    return Reading(
        int(str(snapshot_id)),
        str(title),
        None if code is None else str(code),
        Light(str(light)),
        bool(done),
        None if source is None else str(source),
        str(file_name),
        int(str(revision)),
        Month.parse(str(month)),
        Scope(str(scope)),
        imported_at,
        str(sheet),
        str(cell),
    )
