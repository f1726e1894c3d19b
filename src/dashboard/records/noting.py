"""What leaves no trace in what is stored, and is noted all the same: exports, changed settings, and who signed in."""

import getpass
from datetime import datetime
from hashlib import sha256

from dashboard.domain.settings import FILES, settings
from dashboard.store.database import Database
from dashboard.store.records import note


def note_export(database: Database, name: str, by: str | None = None) -> None:
    """Note that a file with this name was taken out."""
    note(database, "export", name, by=by or getpass.getuser())


def note_settings(database: Database) -> None:
    """Note the settings as they stand now, when they are others than those noted last."""
    paths = [settings().folder / name for name in FILES]
    said = ", ".join(f"{path.name} {sha256(path.read_bytes()).hexdigest()[:12]}" for path in paths if path.is_file())
    sql = "SELECT arg_max(detail, event_id) FROM event WHERE what = 'settings'"
    row = database.cursor().execute(sql).fetchone()
    if said != ((row and row[0]) or ""):
        note(database, "settings", said, by=getpass.getuser())


def note_sign_in(database: Database, name: str, account: str, at: datetime, *, is_let_in: bool) -> None:
    """Note once that somebody signed in at a moment, and whether they were let in."""
    note(database, "sign-in" if is_let_in else "sign-in-refused", account, by=name, at=at)
