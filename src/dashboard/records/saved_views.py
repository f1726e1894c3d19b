"""A page with its filters, saved under a name for everybody."""

import getpass

from dashboard.domain.clock import utc_now
from dashboard.store.database import Database
from dashboard.store.records import withdraw_record, write_record


def save_view(database: Database, name: str, page: str, query: str, by: str | None = None) -> int:
    """Save what stands in the address (the page's path, and what follows "?") under a name, and give its id."""
    at, who = utc_now(), by or getpass.getuser()
    said = {"name": name.strip(), "page": page, "query": query, "saved_at": at, "saved_by": who}
    with database.transaction() as con:
        return write_record(con, "saved_view", said, "save-view", at=at, by=who)


def forget_view(database: Database, view_id: int, by: str | None = None) -> bool:
    """Take a saved view away; tell whether it was there."""
    with database.transaction() as con:
        return withdraw_record(con, "saved_view", view_id, "forget-view", at=utc_now(), by=by or getpass.getuser())
