"""What people say beside the workbooks: meetings, decisions, settled signals, saved views, how tables are read."""

from dashboard.records.meetings import (
    MeetingError,
    add_item,
    change_item,
    hold_meeting,
    plan_meeting,
    withdraw_meeting,
    write_decision,
)
from dashboard.records.reading_answers import forget_answer
from dashboard.records.saved_views import forget_view, save_view
from dashboard.records.settling import settle_signal, unsettle_signal
from dashboard.store.meetings import OverwriteError

__all__ = [
    "MeetingError",
    "OverwriteError",
    "add_item",
    "change_item",
    "forget_answer",
    "forget_view",
    "hold_meeting",
    "plan_meeting",
    "save_view",
    "settle_signal",
    "unsettle_signal",
    "withdraw_meeting",
    "write_decision",
]
