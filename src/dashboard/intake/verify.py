"""Checking that everything stored still holds together."""

from dashboard.store.database import Database
from dashboard.store.integrity import violations


def verify(database: Database) -> list[str]:
    """List every breach of the integrity rules in the whole database; empty when it is sound."""
    return violations(database.cursor())
