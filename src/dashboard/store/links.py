"""Decisions about which lines are one: written, withdrawn, and worked out to the line that each indsats is."""

from datetime import datetime
from typing import Literal

import duckdb

from dashboard.domain.month import Month
from dashboard.store.database import insert_rows, next_id, write_event
from dashboard.store.line_months import renew_lines

LinkKind = Literal["same", "different", "continues"]


class LinkError(Exception):
    """A decision that cannot stand; the message is a Danish sentence for the one who made it."""


def save_link(
    con: duckdb.DuckDBPyConnection, kind: LinkKind, indsats_id: int, other_id: int, *, at: datetime, by: str
) -> int:
    """Write a decision about a newer and an older indsats inside the caller's transaction, and give its id.

    Raise LinkError when it contradicts another decision or what a workbook says.
    """
    _refuse(con, kind, indsats_id, other_id)
    link_id = next_id(con, "indsats_link", "link_id")
    pair = {"indsats_id": indsats_id, "other_id": other_id}
    insert_rows(con, "indsats_link", [{"link_id": link_id, "kind": kind, **pair, "decided_at": at, "decided_by": by}])
    _write_event(con, kind, link_id, at=at, by=by)
    if con.execute("SELECT count(*) FROM ancestor WHERE indsats_id = ancestor_id").fetchone() != (0,):
        raise LinkError(f"{_names(con, indsats_id, other_id)} ville da fortsætte hinanden i ring.")
    return link_id


def withdraw_link(con: duckdb.DuckDBPyConnection, link_id: int, *, at: datetime, by: str) -> None:
    """Take a decision back inside the caller's transaction; raise LinkError when there is none that stands."""
    found = con.execute("SELECT withdrawn_at FROM indsats_link WHERE link_id = ?", [link_id]).fetchone()
    if found is None:
        raise LinkError(f"Der er ingen afgørelse {link_id}.")
    if found[0] is not None:
        raise LinkError(f"Afgørelse {link_id} er allerede fortrudt.")
    con.execute("UPDATE indsats_link SET withdrawn_at = ?, withdrawn_by = ? WHERE link_id = ?", [at, by, link_id])
    _write_event(con, "undo-link", link_id, at=at, by=by)


def line_of(con: duckdb.DuckDBPyConnection, indsats_id: int) -> int:
    """Give the line that an indsats is; raise LinkError when there is no such indsats."""
    row = con.execute(
        "SELECT coalesce(line_id, indsats_id) FROM indsats LEFT JOIN indsats_identity USING (indsats_id) "
        "WHERE indsats_id = ?",
        [indsats_id],
    ).fetchone()
    if row is None:
        raise LinkError(f"Indsats {indsats_id} findes ikke.")
    return int(row[0])


def joined_lines_that_meet(con: duckdb.DuckDBPyConnection) -> str | None:
    """Name lines that are decided to be the same and yet stand side by side in a snapshot that counts, or None."""
    row = con.execute(
        "SELECT list(DISTINCT reported_id ORDER BY reported_id) FROM current_status "
        "GROUP BY snapshot_id, indsats_id HAVING count(DISTINCT reported_id) > 1 LIMIT 1"
    ).fetchone()
    return _names(con, *row[0]) if row else None


def closed_as_one(con: duckdb.DuckDBPyConnection, link_id: int) -> list[tuple[int, str]]:
    """Give both of a decision's indsatser, with the note, where somebody has closed the line that they are since then.

    Whoever closed it meant what they saw, which may be the one that the other's number stands for no longer.
    """
    return con.execute(
        "SELECT unnest([link.indsats_id, link.other_id]), closed.note "
        "FROM indsats_link AS link "
        "JOIN indsats_identity AS i ON i.indsats_id = link.indsats_id "
        "JOIN closed_line AS closed ON closed.indsats_id = i.line_id AND closed.written_at >= link.decided_at "
        "WHERE link.link_id = ? AND link.kind = 'same'",
        [link_id],
    ).fetchall()


def _refuse(con: duckdb.DuckDBPyConnection, kind: LinkKind, indsats_id: int, other_id: int) -> None:
    """Raise LinkError for a decision about one line, about two that are decided already, or against a workbook."""
    lines = [line_of(con, indsats_id), line_of(con, other_id)]
    if lines[0] == lines[1]:
        raise LinkError(f"{_names(con, indsats_id, other_id)} er allerede samme indsats.")
    decided = con.execute(
        "SELECT link_id FROM decided_pair WHERE list_sort([indsats_id, other_id]) = list_sort(?::INTEGER[])", [lines]
    ).fetchone()
    if decided is not None:
        raise LinkError(
            f"{_names(con, indsats_id, other_id)} er der allerede taget stilling til (afgørelse {decided[0]}). "
            "Fortryd den først."
        )
    if kind != "same":
        return
    standing = con.execute(
        "SELECT link_id, other_id FROM indsats_link WHERE kind = 'same' AND withdrawn_at IS NULL AND indsats_id = ?",
        [indsats_id],
    ).fetchone()
    if standing is not None:
        raise LinkError(
            f"{_names(con, indsats_id)} er allerede samme indsats som {_names(con, standing[1])} "
            f"(afgørelse {standing[0]}). Fortryd den først."
        )
    together = con.execute(
        "SELECT month FROM current_status WHERE list_contains(?::INTEGER[], indsats_id) "
        "GROUP BY snapshot_id, month HAVING count(DISTINCT indsats_id) > 1 ORDER BY month LIMIT 1",
        [lines],
    ).fetchone()
    if together is not None:
        raise LinkError(
            f"{_names(con, indsats_id, other_id)} står begge i en fil for {Month.parse(together[0]).label} og "
            "kan derfor ikke være samme indsats."
        )


def _write_event(con: duckdb.DuckDBPyConnection, what: str, link_id: int, *, at: datetime, by: str) -> None:
    """Note what was done, and from there on which line each indsats is where that changed."""
    pair = con.execute("SELECT indsats_id, other_id FROM indsats_link WHERE link_id = ?", [link_id]).fetchone()
    assert pair is not None
    before = {line_of(con, each) for each in pair}
    event_id = write_event(con, what, f"{link_id}: {_names(con, *pair)}", at=at, by=by)
    con.execute(
        "INSERT INTO indsats_line (event_id, indsats_id, line_id) SELECT ?, d.indsats_id, d.line_id "
        "FROM decided_identity AS d LEFT JOIN indsats_identity AS i USING (indsats_id) "
        "WHERE d.line_id <> coalesce(i.line_id, d.indsats_id)",
        [event_id],
    )
    after = {line_of(con, each) for each in pair}
    if after != before:
        renew_lines(con, before | after)


def _names(con: duckdb.DuckDBPyConnection, *ids: int) -> str:
    """Name lines as people see them: »Klog m2« og »Kloge m2«."""
    names = dict(
        con.execute(
            "SELECT indsats_id, arg_max(concat_ws(' ', title, code), snapshot_id) FROM indsats_name "
            "WHERE list_contains(?::INTEGER[], indsats_id) GROUP BY indsats_id",
            [list(ids)],
        ).fetchall()
    )
    return " og ".join(f"»{names.get(each, each)}«" for each in ids)
