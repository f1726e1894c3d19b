"""Meetings are planned with the agenda that the plan gives them, changed while they last, and locked when held."""

import getpass
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from dashboard.domain.clock import utc_now
from dashboard.domain.meeting import AgendaItem, Decision, Meeting
from dashboard.store import integrity
from dashboard.store.database import Database
from dashboard.store.meetings import (
    Versioned,
    is_on_agenda,
    newest_version,
    save_meeting,
    set_closed,
    set_withdrawn,
    stored_meeting,
    write_version,
)


class MeetingError(Exception):
    """Something that cannot be done to a meeting; the message is a Danish sentence for the person at the screen."""


def plan_meeting(
    database: Database, meeting: Meeting, agenda: Iterable[tuple[int, Iterable[str]]], by: str | None = None
) -> int:
    """Make a meeting with an agenda of lines and why each is on it, in order; give the meeting's id."""
    at, who = utc_now(), by or getpass.getuser()
    with database.transaction() as con:
        meeting_id = save_meeting(con, meeting, at=at, by=who)
        for position, (indsats_id, reasons) in enumerate(agenda, start=1):
            item = AgendaItem(meeting_id, indsats_id, None, tuple(reasons), float(position))
            write_version(con, "agenda_item", None, _values(item), over=0, at=at, by=who)
        integrity.check_meetings(con)
    return meeting_id


def add_item(database: Database, item: AgendaItem, by: str | None = None) -> int:
    """Put a line or a topic on the agenda, and give the item's id.

    Raise MeetingError when the meeting is held, or has the line on its agenda.
    """
    return _write(database, "agenda_item", None, item.meeting_id, _values(item), over=0, by=by)[0]


def change_item(database: Database, item_id: int, over: int, by: str | None = None, **changed: object) -> int:
    """Change an item (position, invited, focus, light, removed), and give its new version.

    ``over`` is the version it was changed from: raise OverwriteError when it is not the newest any more, and
    MeetingError when the meeting is held or there is no such item.
    """
    with database.transaction() as con:
        found = newest_version(con, "agenda_item", item_id)
    if found is None:
        raise MeetingError("Punktet findes ikke længere.")
    return _write(database, "agenda_item", item_id, int(found[1]["meeting_id"]), found[1] | changed, over=over, by=by)[
        1
    ]


def write_decision(
    database: Database, decision: Decision, decision_id: int | None = None, over: int = 0, by: str | None = None
) -> tuple[int, int]:
    """Write a decision, or a new version over an old one, and give its id and version.

    It may be written of a held meeting too: then it is a correction, or what became of it. Raise OverwriteError when
    somebody else wrote a newer version, MeetingError when there is no such item.
    """
    at, who = utc_now(), by or getpass.getuser()
    with database.transaction() as con:
        if newest_version(con, "agenda_item", decision.item_id) is None:
            raise MeetingError("Punktet findes ikke længere.")
        written = write_version(con, "decision", decision_id, asdict(decision), over=over, at=at, by=who)
        integrity.check_meetings(con)
    return written


def hold_meeting(database: Database, meeting_id: int, by: str | None = None) -> None:
    """Lock a meeting that has been held; raise MeetingError when it is already or does not exist."""
    with database.transaction() as con:
        _open_meeting(con, meeting_id)
        set_closed(con, meeting_id, at=utc_now(), by=by or getpass.getuser())


def withdraw_meeting(database: Database, meeting_id: int, by: str | None = None) -> None:
    """Take away a meeting that was made by mistake; raise MeetingError when it has been held or does not exist."""
    with database.transaction() as con:
        _open_meeting(con, meeting_id)
        set_withdrawn(con, meeting_id, at=utc_now(), by=by or getpass.getuser())


def _write(
    database: Database,
    table: Versioned,
    record_id: int | None,
    meeting_id: int,
    values: dict[str, Any],
    *,
    over: int,
    by: str | None,
) -> tuple[int, int]:
    with database.transaction() as con:
        _open_meeting(con, meeting_id)
        if not values["removed"] and is_on_agenda(con, meeting_id, values["indsats_id"], record_id):
            raise MeetingError("Indsatsen er allerede på dagsordenen.")
        written = write_version(con, table, record_id, values, over=over, at=utc_now(), by=by or getpass.getuser())
        integrity.check_meetings(con)
    return written


def _open_meeting(con: Any, meeting_id: int) -> None:
    found = stored_meeting(con, meeting_id)
    if found is None:
        raise MeetingError("Mødet findes ikke.")
    if found[1]:
        raise MeetingError("Mødet er afholdt og låst. En rettelse skrives på den enkelte beslutning.")


def _values(item: AgendaItem) -> dict[str, Any]:
    return asdict(item) | {"reasons": list(item.reasons)}
