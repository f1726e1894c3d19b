"""Is it the same indsats? Likely answers for the lines that match none, and what people decide, which can be undone."""

import getpass
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from types import MappingProxyType

import duckdb

from dashboard.domain.clock import utc_now
from dashboard.domain.issue import Issue, issue
from dashboard.domain.month import Month
from dashboard.domain.scope import Scope
from dashboard.domain.similarity import MOST_PAIRS, Similarity
from dashboard.domain.status_row import StatusRow
from dashboard.intake.recognise import recognise_lines
from dashboard.store import integrity
from dashboard.store.database import Database
from dashboard.store.indsatser import KnownLine, KnownName, known_names, lines_that_left
from dashboard.store.links import LinkError, LinkKind, closed_as_one, line_of, save_link, withdraw_link
from dashboard.store.records import write_closing
from dashboard.store.revisions import revisions_of
from dashboard.store.snapshots import ReceivedFile

# By row_key: the line that the row is, or None when it is a new one. A line that is not stored yet is named by the key
# of the row, of an earlier month in the same workbook, that tells it first.
Decisions = Mapping[str, int | str | None]
Settled = Mapping[str, int | None]  # the same with every line's number
NOTHING_DECIDED: Settled = MappingProxyType({})


@dataclass(frozen=True)
class Suggestion:
    """A row of a workbook that matches no line, and a line it may be; ``score`` is from 0 to 100.

    ``told_in`` is the row of the same workbook, by its key, that tells the line first, None for one that is stored.
    """

    key: str
    row: StatusRow
    line: KnownLine
    score: int
    told_in: str | None = None

    @property
    def answer(self) -> int | str:
        """Name the line as a decision does."""
        return self.told_in or self.line.indsats_id


def row_key(row: StatusRow) -> str:
    """Name a row within its workbook, the same each time the file is read: "Ark1!A4"."""
    return f"{row.sheet}!{row.title_cell}"


def suggest_lines(
    con: duckdb.DuckDBPyConnection,
    plan: str,
    month: Month,
    scope: Scope,
    rows: Sequence[StatusRow],
    known_ids: Sequence[int | None],
) -> tuple[list[Suggestion], list[Issue]]:
    """Compare the rows that match no line (None) with the lines that left, and give the likely ones, best first.

    Where they are too many for that, none are, and that is told.
    """
    new = [row for row, known_id in zip(rows, known_ids, strict=True) if known_id is None]
    held = [known_id for known_id in known_ids if known_id is not None]
    names = known_names(con) if new else []
    if {name.indsats_id for name in names} <= {*held}:
        return [], []
    left = lines_that_left(con, plan, month, scope, held)
    if len(new) * len(left) > MOST_PAIRS:
        return [], [issue("too-many-new-lines", value=len(new), detail=str(len(left)))]
    among = Similarity({*(name.title for name in names), *(row.title for row in rows)})
    likely = among.likely(product(new, left))
    return [Suggestion(row_key(row), row, line, score) for score, row, line in likely], []


def decide(database: Database, kind: LinkKind, newer: int, older: int, by: str | None = None) -> int:
    """Say that an indsats is the same as an older one, another one, or continues it; give the decision's id.

    Raise LinkError, with a Danish sentence, when it contradicts another decision or what a workbook says.
    """
    with database.transaction() as con:
        link_id = save_link(con, kind, newer, older, at=utc_now(), by=by or getpass.getuser())
        integrity.check(con)
    return link_id


def undo_decision(database: Database, link_id: int, by: str | None = None) -> None:
    """Take a decision back, so that every answer is as before it; raise LinkError when there is none that stands."""
    with database.transaction() as con:
        at, who = utc_now(), by or getpass.getuser()
        closed = closed_as_one(con, link_id)
        withdraw_link(con, link_id, at=at, by=who)
        for indsats_id, note in closed:
            if con.execute("FROM closed_line WHERE indsats_id = ?", [line_of(con, indsats_id)]).fetchone() is None:
                write_closing(con, indsats_id, note, closed=True, at=at, by=who)
        integrity.check(con)


def settle(decisions: Decisions, told: Mapping[str, int] = MappingProxyType({})) -> Settled:
    """Give each line its number; ``told`` are those of the rows of months before, by row_key."""
    for said in decisions.values():
        if isinstance(said, str) and said not in told:
            raise LinkError(f"Rækken {said} står ikke i en tidligere måned af filen.")
    return {key: told[said] if isinstance(said, str) else said for key, said in decisions.items()}


def check_decisions(decisions: Settled, rows: Sequence[StatusRow], known_ids: Sequence[int | None]) -> None:
    """Raise LinkError for a decision about a row that is not there or matches a line by itself."""
    check_open(decisions, {row_key(row) for row, known_id in zip(rows, known_ids, strict=True) if known_id is None})


def check_open(decisions: Decisions, open_rows: Collection[str]) -> None:
    """Raise LinkError for a decision about a row that is none of those that can be decided about."""
    for key in decisions:
        if key not in open_rows:
            raise LinkError(f"Der er ikke længere noget at afgøre om rækken {key}. Se filen igennem igen.")


def check_stored(decisions: Settled, rows: Sequence[StatusRow], known: Sequence[KnownName]) -> None:
    """Raise LinkError for a decision about a row that is stored already as another line than it says."""
    ids, line_of = recognise_lines(rows, known)[0], {name.indsats_id: name.line_id for name in known}
    lines = {row_key(row): line_of[each] for row, each in zip(rows, ids, strict=True) if each is not None}
    for key, said in decisions.items():
        if said is not None and key in lines and lines[key] != line_of.get(said):
            raise LinkError(f"Rækken {key} er allerede indlæst, uden det svar. Svar i stedet på den, der er indlæst.")


def undecided(issues: Sequence[Issue], decisions: Decisions) -> tuple[Issue, ...]:
    """Leave out the doubt about rows that a person has decided about."""
    return tuple(
        each for each in issues if each.kind != "ambiguous-line" or f"{each.sheet}!{each.cell}" not in decisions
    )


def save_decisions(
    con: duckdb.DuckDBPyConnection,
    decisions: Settled,
    suggestions: Sequence[Suggestion],
    snapshot_id: int,
    file: ReceivedFile,
) -> None:
    """Write what was decided about the rows of a file before they were saved as a snapshot, in the same transaction."""
    ids = row_ids(con, snapshot_id)
    for key, chosen in decisions.items():
        if chosen is not None:
            save_link(con, "same", ids[key], chosen, at=file.received_at, by=file.received_by)
            continue
        for suggestion in suggestions:
            if suggestion.key == key:
                other_id = suggestion.line.indsats_id
                save_link(con, "different", ids[key], other_id, at=file.received_at, by=file.received_by)


def ids_of_rows(con: duckdb.DuckDBPyConnection, plan: str, month: Month, scope: Scope, revision: int) -> dict[str, int]:
    """Give the ids that the rows of a stored revision got, by row_key."""
    stored = next(each for each in revisions_of(con, month, scope, plan) if each.revision == revision)
    return row_ids(con, stored.snapshot_id)


def row_ids(con: duckdb.DuckDBPyConnection, snapshot_id: int) -> dict[str, int]:
    """Give the ids that the rows of a stored snapshot got, by row_key."""
    return dict(
        con.execute(
            "SELECT sheet || '!' || title_cell, indsats_id FROM status WHERE snapshot_id = ?", [snapshot_id]
        ).fetchall()
    )
