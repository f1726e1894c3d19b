"""The lines of the plan over their whole life, and every name they have had."""

from collections.abc import Sequence
from dataclasses import dataclass

import duckdb

from dashboard.domain.identity import normalised
from dashboard.domain.status_row import StatusRow
from dashboard.store.database import insert_rows, next_id


@dataclass(frozen=True)
class KnownName:
    """One spelling of one line."""

    indsats_id: int
    title: str
    normalised: str
    code: str | None


def known_names(con: duckdb.DuckDBPyConnection) -> list[KnownName]:
    """List every spelling of every line, oldest first."""
    rows = con.execute(
        "SELECT DISTINCT indsats_id, title, normalised, code FROM indsats_name ORDER BY indsats_id, title"
    ).fetchall()
    return [KnownName(*row) for row in rows]


def save_indsatser(
    con: duckdb.DuckDBPyConnection,
    plan: str,
    snapshot_id: int,
    rows: Sequence[StatusRow],
    known_ids: Sequence[int | None],
) -> list[int]:
    """Create the lines that are not known (None), note spellings seen for the first time, and give every row's id."""
    following = next_id(con, "indsats", "indsats_id")
    seen = {(name.indsats_id, name.title, name.code) for name in known_names(con)}
    ids: list[int] = []
    created: list[tuple[object, ...]] = []
    names: list[tuple[object, ...]] = []
    for row, known_id in zip(rows, known_ids, strict=True):
        indsats_id = known_id
        if indsats_id is None:
            indsats_id = following + len(created)
            created.append((indsats_id, plan, snapshot_id))
        if (indsats_id, row.title, row.code) not in seen:
            names.append((indsats_id, row.title, normalised(row.title), row.code, snapshot_id))
        ids.append(indsats_id)
    insert_rows(con, "indsats", ("indsats_id", "plan", "created_by_snapshot_id"), created)
    insert_rows(con, "indsats_name", ("indsats_id", "title", "normalised", "code", "snapshot_id"), names)
    return ids
