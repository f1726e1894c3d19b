"""What people say beside the workbooks: meetings, half-year lists, settled signals, saved views, answers taken back."""

from dashboard.records.closing import close_line
from dashboard.records.half_year import HalfYearSaid, say_of_line
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
    restore_meeting,
    take_note,
    withdraw_meeting,
    write_decision,
)
from dashboard.records.noting import note_export, note_settings, note_sign_in
from dashboard.records.reading_answers import forget_answer, remember_again
from dashboard.records.saved_views import forget_view, save_view
from dashboard.records.settling import settle_signal, unsettle_signal
from dashboard.store.meetings import OverwriteError

__all__ = [
    "AgendaChange",
    "HalfYearSaid",
    "MeetingError",
    "OverwriteError",
    "add_item",
    "change_item",
    "change_meeting",
    "close_line",
    "enter_decision",
    "forget_answer",
    "forget_view",
    "hold_meeting",
    "note_export",
    "note_settings",
    "note_sign_in",
    "plan_meeting",
    "remember_again",
    "reopen_meeting",
    "restore_meeting",
    "save_view",
    "say_of_line",
    "settle_signal",
    "take_note",
    "unsettle_signal",
    "withdraw_meeting",
    "write_decision",
]
