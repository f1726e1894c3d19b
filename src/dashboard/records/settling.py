"""A signal is settled with a note, and stays so until what it rests on changes; that can be taken back."""

import getpass

from dashboard.domain.clock import utc_now
from dashboard.domain.scope import Scope
from dashboard.store.database import Database
from dashboard.store.records import withdraw_record, write_record


def settle_signal(
    database: Database, rule: str, indsats_id: int, scope: Scope, basis: str, note: str, by: str | None = None
) -> int:
    """Say that a signal about a line needs nothing more, and why; give the id of what was said."""
    at, who = utc_now(), by or getpass.getuser()
    said = {
        "rule": rule,
        "indsats_id": indsats_id,
        "scope": str(scope),
        "basis": basis,
        "note": note.strip(),
        "settled_at": at,
        "settled_by": who,
    }
    with database.transaction() as con:
        return write_record(con, "settled_signal", said, "settle", at=at, by=who)


def unsettle_signal(database: Database, settled_id: int, by: str | None = None) -> bool:
    """Let a signal be open again, also where two settled it at once; tell whether it was settled."""
    at, who = utc_now(), by or getpass.getuser()
    with database.transaction() as con:
        standing = con.execute(
            "SELECT s.settled_id FROM settled_signal AS s JOIN settled_signal AS this USING (rule, indsats_id, basis) "
            "WHERE this.settled_id = ? AND s.withdrawn_at IS NULL",
            [settled_id],
        ).fetchall()
        for (each,) in standing:
            withdraw_record(con, "settled_signal", each, "unsettle", at=at, by=who)
    return bool(standing)
