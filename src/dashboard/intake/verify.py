"""Checking that everything stored still holds together."""

from dashboard.store.database import Database
from dashboard.store.integrity import violations
from dashboard.store.line_months import differences
from dashboard.store.snapshots import altered_files


def verify(database: Database) -> list[str]:
    """List every breach of the integrity rules, and what is kept otherwise than it follows; empty when all is sound."""
    con = database.cursor()
    return violations(con) + differences(con) + altered_files(con)
