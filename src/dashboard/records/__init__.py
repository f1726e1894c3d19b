"""What people say beside the workbooks: meetings, decisions, settled signals, saved views, how tables are read."""

from dashboard.records.meetings import (
    AgendaChange,
    MeetingError,
    add_item,
    change_item,
    change_meeting,
    enter_decision,
    hold_meeting,
    plan_meeting,
    reopen_meeting,
    take_note,
    withdraw_meeting,
    write_decision,
)
from dashboard.records.reading_answers import forget_answer
from dashboard.records.saved_views import forget_view, save_view
from dashboard.records.settling import settle_signal, unsettle_signal
from dashboard.store.meetings import OverwriteError

__all__ = [
    "AgendaChange",
    "MeetingError",
    "OverwriteError",
    "add_item",
    "change_item",
    "change_meeting",
    "enter_decision",
    "forget_answer",
    "forget_view",
    "hold_meeting",
    "plan_meeting",
    "reopen_meeting",
    "save_view",
    "settle_signal",
    "take_note",
    "unsettle_signal",
    "withdraw_meeting",
    "write_decision",
]
