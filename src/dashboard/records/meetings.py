"""Meetings are planned with the agenda that the plan gives them, changed while they last, and locked when held."""

import getpass
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from dashboard.domain.clock import utc_now
from dashboard.domain.meeting import CASE, AgendaItem, Decision, Meeting
from dashboard.store import integrity
from dashboard.store.database import Database
from dashboard.store.meetings import (
    Versioned,
    column,
    item_of,
    meeting_of,
    newest_version,
    next_position,
    plain,
    save_meeting,
    set_withdrawn,
    stored_meeting,
    write_version,
)


class MeetingError(Exception):
    """Something that cannot be done to a meeting; the message is a Danish sentence for the person at the screen."""


@dataclass(frozen=True)
class AgendaChange:
    """What becomes of a point: ``changed`` from the version ``over``."""

    item_id: int
    over: int
    changed: Mapping[str, object]


def plan_meeting(
    database: Database,
    meeting: Meeting,
    agenda: Iterable[tuple[int, Iterable[str]]],
    by: str | None = None,
    case: str | None = None,
) -> int:
    """Make a meeting with an agenda of lines and why each is on it, in order; give the meeting's id.

    ``case`` is what the whole case is called, which is decided on as the points are.
    """
    at, who = utc_now(), by or getpass.getuser()
    with database.transaction() as con:
        meeting_id = save_meeting(con, meeting, at=at, by=who)
        items = [
            AgendaItem(meeting_id, indsats_id, None, tuple(reasons), float(position))
            for position, (indsats_id, reasons) in enumerate(agenda, start=1)
        ]
        for item in items + ([AgendaItem(meeting_id, None, case, (CASE,), 0.0)] if case else []):
            write_version(con, "agenda_item", None, plain(item), over=0, at=at, by=who)
        integrity.check_meetings(con)
    return meeting_id


def change_meeting(
    database: Database,
    meeting_id: int,
    over: int,
    changed: Mapping[str, object],
    agenda: Iterable[AgendaChange] = (),
    added: Iterable[AgendaItem] = (),
    by: str | None = None,
) -> int:
    """Change a meeting and with it its agenda, all or nothing, and give the meeting's new version.

    ``over`` is the version it was changed from: raise OverwriteError when it is not the newest any more, or a point's
    is not; MeetingError when the meeting is held or there is no such meeting.
    """
    at, who = utc_now(), by or getpass.getuser()
    with database.transaction() as con:
        values = _open_meeting(con, meeting_id) | {name: column(value) for name, value in changed.items()}
        _, version = write_version(con, "meeting_version", meeting_id, values, over=over, at=at, by=who)
        for each in agenda:
            found = newest_version(con, "agenda_item", each.item_id)
            told = (found[1] if found else {}) | {name: column(value) for name, value in each.changed.items()}
            write_version(con, "agenda_item", each.item_id, told, over=each.over, at=at, by=who)
        for item in added:
            if item_of(con, meeting_id, item.indsats_id) is None:  # else somebody has put it on meanwhile
                write_version(con, "agenda_item", None, plain(item), over=0, at=at, by=who)
        integrity.check_meetings(con)
    return version


def add_item(database: Database, item: AgendaItem, by: str | None = None) -> int:
    """Put a line or a topic on the agenda, and give the item's id.

    Raise MeetingError when the meeting is held, or has the line on its agenda.
    """
    return _write(database, "agenda_item", None, item.meeting_id, plain(item), over=0, by=by)[0]


def change_item(database: Database, item_id: int, over: int, by: str | None = None, **changed: object) -> int:
    """Change an item (position, invited, focus, light, removed), and give its new version.

    ``over`` is the version it was changed from: raise OverwriteError when it is not the newest any more, and
    MeetingError when the meeting is held or there is no such item.
    """
    with database.transaction() as con:
        found = newest_version(con, "agenda_item", item_id)
    if found is None:
        raise MeetingError("Punktet findes ikke længere.")
    return _write(
        database,
        "agenda_item",
        item_id,
        int(found[1]["meeting_id"]),
        found[1] | {name: column(value) for name, value in changed.items()},
        over=over,
        by=by,
    )[1]


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
        written = write_version(con, "decision", decision_id, plain(decision), over=over, at=at, by=who)
        integrity.check_meetings(con)
    return written


def take_note(database: Database, item_ids: Iterable[int], by: str | None = None) -> list[int]:
    """Take note of many points at once, and give the ids of the decisions; raise MeetingError without such a point."""
    at, who = utc_now(), by or getpass.getuser()
    with database.transaction() as con:
        written = []
        for item_id in item_ids:
            if newest_version(con, "agenda_item", item_id) is None:
                raise MeetingError("Punktet findes ikke længere.")
            noted = plain(Decision(item_id, "noted", ""))
            written.append(write_version(con, "decision", None, noted, over=0, at=at, by=who)[0])
        integrity.check_meetings(con)
    return written


def enter_decision(
    database: Database, meeting: Meeting, indsats_id: int, decision: Decision, by: str | None = None
) -> tuple[int, int]:
    """Enter what a meeting decided of a line before it was carried here; give the ids of the meeting and the decision.

    The meeting of that body and day is made and locked when it is not there yet; ``item_id`` of the decision is found.
    """
    at, who = utc_now(), by or getpass.getuser()
    with database.transaction() as con:
        meeting_id = meeting_of(con, meeting.body, meeting.held_on)
        if meeting_id is None:
            meeting_id = save_meeting(con, replace(meeting, locked=True), at=at, by=who)
        item_id = item_of(con, meeting_id, indsats_id)
        if item_id is None:
            item = AgendaItem(meeting_id, indsats_id, None, ("added",), next_position(con, meeting_id))
            item_id, _ = write_version(con, "agenda_item", None, plain(item), over=0, at=at, by=who)
        told = plain(replace(decision, item_id=item_id))
        decision_id, _ = write_version(con, "decision", None, told, over=0, at=at, by=who)
        integrity.check_meetings(con)
    return meeting_id, decision_id


def hold_meeting(database: Database, meeting_id: int, by: str | None = None) -> None:
    """Lock a meeting that has been held; raise MeetingError when it is already or does not exist."""
    with database.transaction() as con:
        _set_locked(con, meeting_id, _open_meeting(con, meeting_id), locked=True, by=by)


def reopen_meeting(database: Database, meeting_id: int, by: str) -> None:
    """Undo the lock of a meeting, by somebody who is named; raise MeetingError when it is open or nobody is named."""
    if not by.strip():
        raise MeetingError("Skriv, hvem der låser mødet op.")
    with database.transaction() as con:
        values = _there(con, meeting_id)
        if not values["locked"]:
            raise MeetingError("Mødet er ikke låst.")
        _set_locked(con, meeting_id, values, locked=False, by=by.strip())


def withdraw_meeting(database: Database, meeting_id: int, by: str | None = None) -> None:
    """Take away a meeting that was made by mistake; raise MeetingError when it has been held or does not exist."""
    with database.transaction() as con:
        _open_meeting(con, meeting_id)
        set_withdrawn(con, meeting_id, at=utc_now(), by=by or getpass.getuser())


def restore_meeting(database: Database, meeting_id: int, by: str | None = None) -> None:
    """Bring back a meeting that was taken away, as it was; raise MeetingError when it stands or does not exist."""
    with database.transaction() as con:
        if not set_withdrawn(con, meeting_id, at=utc_now(), by=by or getpass.getuser(), is_back=True):
            raise MeetingError("Mødet er der allerede.")


def _set_locked(con: Any, meeting_id: int, values: dict[str, Any], *, locked: bool, by: str | None) -> None:
    newest = newest_version(con, "meeting_version", meeting_id)
    told, over = values | {"locked": locked}, newest[0] if newest else 0
    write_version(con, "meeting_version", meeting_id, told, over=over, at=utc_now(), by=by or getpass.getuser())


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
        if not values["removed"] and item_of(con, meeting_id, values["indsats_id"]) not in (None, record_id):
            raise MeetingError("Indsatsen er allerede på dagsordenen.")
        written = write_version(con, table, record_id, values, over=over, at=utc_now(), by=by or getpass.getuser())
        integrity.check_meetings(con)
    return written


def _open_meeting(con: Any, meeting_id: int) -> dict[str, Any]:
    values = _there(con, meeting_id)
    if values["locked"]:
        raise MeetingError("Mødet er afholdt og låst. En rettelse skrives på den enkelte beslutning.")
    return values


def _there(con: Any, meeting_id: int) -> dict[str, Any]:
    found = stored_meeting(con, meeting_id)
    if found is None:
        raise MeetingError("Mødet findes ikke.")
    return found[1]
