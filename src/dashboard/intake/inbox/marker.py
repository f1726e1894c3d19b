"""Which database an inbox belongs to, and who reads it: a small file in the folder."""

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

import psutil

from dashboard.intake.inbox.moving import rename

MARKER = ".app.json"


class InboxError(Exception):
    """The inbox cannot be used; the message is a Danish sentence."""

    may_be_logged = True


class InboxTakenError(InboxError):
    """Another process reads the inbox."""


@dataclass(frozen=True)
class Marker:
    """The process that reads an inbox, and the database that it serves. ``started`` tells it from a later namesake."""

    database: str
    process: int
    started: float

    @property
    def is_another_alive(self) -> bool:
        """Tell whether it is a process on this machine that still runs, and not this one."""
        if self.process == os.getpid():
            return False
        try:
            return abs(psutil.Process(self.process).create_time() - self.started) < 1
        except psutil.AccessDenied:
            return True
        except psutil.Error:
            return False


def read_marker(inbox: Path) -> Marker | None:
    """Read who serves an inbox, or None when nobody does."""
    try:
        found = json.loads((inbox / MARKER).read_text("utf-8"))
        return Marker(str(found["database"]), int(found["process"]), float(found["started"]))
    except (OSError, ValueError, TypeError, KeyError):
        return None


def is_served(inbox: Path, database: Path) -> bool:
    """Tell whether an inbox is marked as read for this database."""
    marker = read_marker(inbox)
    return marker is not None and same_file(Path(marker.database), database)


def refuse_if_taken(inbox: Path) -> None:
    """Raise InboxTakenError when another process reads an inbox."""
    held = read_marker(inbox)
    if held is not None and held.is_another_alive:
        raise InboxTakenError(
            f"Indbakken {inbox} læses allerede af et andet program (proces {held.process}) til databasen "
            f"{held.database}. Luk det, eller giv hver database sin egen indbakke med DASHBOARD_INBOX."
        )


def take_inbox(inbox: Path, database: Path) -> Marker:
    """Mark an inbox that nobody else reads as read by this process for a database."""
    mine = Marker(str(database.resolve()), os.getpid(), psutil.Process().create_time())
    written = inbox / f"{MARKER}.{mine.process}"
    written.write_text(json.dumps(asdict(mine)), "utf-8")
    rename(written, inbox / MARKER)
    return mine


def leave_inbox(inbox: Path, mine: Marker) -> None:
    """Take the mark away again, unless it is another's by now."""
    if read_marker(inbox) == mine:
        (inbox / MARKER).unlink(missing_ok=True)


def same_file(one: Path, other: Path) -> bool:
    """Tell whether two paths lead to the same file, through links and drive letters as well."""
    try:
        return one.samefile(other)
    except OSError:
        return one.resolve() == other.resolve()
