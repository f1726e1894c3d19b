"""What happens to a workbook that arrives: read, recognised, refused or saved."""

from dashboard.intake.annotate import annotated_copy, can_be_annotated, copy_name
from dashboard.intake.answers import AnswerError, Reading, column_letter, headings_of
from dashboard.intake.difference import Difference, FieldChange, LineDifference
from dashboard.intake.move import move_database
from dashboard.intake.preview import (
    Compared,
    Preview,
    is_read_as_remembered,
    month_difference,
    revision_difference,
)
from dashboard.intake.questions import column_of, is_of_words, written_option
from dashboard.intake.rebuild import rebuild, verify_again
from dashboard.intake.receipt import Receipt
from dashboard.intake.receive import Received, preview_again, preview_workbook, receive_workbook, save_seen
from dashboard.intake.restore import RestoreError, restore_backup
from dashboard.intake.revisions import (
    OriginalFile,
    RevisionError,
    original_workbook,
    plan_of,
    restore_revision,
    withdraw_revision,
)
from dashboard.intake.verify import verify
from dashboard.intake.who_is_who import Decisions, Suggestion, decide, row_key, undo_decision
from dashboard.store.backup import flush, write_backup
from dashboard.store.links import LinkError, LinkKind
from dashboard.store.location import newest_backup
from dashboard.store.reading_answers import StandingAnswer
from dashboard.store.rehearsal import Counted, CountedChange, Disagreement

__all__ = [
    "AnswerError",
    "Compared",
    "Counted",
    "CountedChange",
    "Decisions",
    "Difference",
    "Disagreement",
    "FieldChange",
    "LineDifference",
    "LinkError",
    "LinkKind",
    "OriginalFile",
    "Preview",
    "Reading",
    "Receipt",
    "Received",
    "RestoreError",
    "RevisionError",
    "StandingAnswer",
    "Suggestion",
    "annotated_copy",
    "can_be_annotated",
    "column_letter",
    "column_of",
    "copy_name",
    "decide",
    "flush",
    "headings_of",
    "is_of_words",
    "is_read_as_remembered",
    "month_difference",
    "move_database",
    "newest_backup",
    "original_workbook",
    "plan_of",
    "preview_again",
    "preview_workbook",
    "rebuild",
    "receive_workbook",
    "restore_backup",
    "restore_revision",
    "revision_difference",
    "row_key",
    "save_seen",
    "undo_decision",
    "verify",
    "verify_again",
    "withdraw_revision",
    "write_backup",
    "written_option",
]
