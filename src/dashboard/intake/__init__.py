"""What happens to a workbook that arrives: read, recognised, refused or saved."""

from dashboard.intake.annotate import annotated_copy
from dashboard.intake.difference import Difference, FieldChange, LineDifference
from dashboard.intake.example import write_example_workbooks
from dashboard.intake.preview import Compared, Preview, preview_again, preview_workbook, revision_difference
from dashboard.intake.receive import Receipt, receive_workbook
from dashboard.intake.revisions import (
    OriginalFile,
    RevisionError,
    original_workbook,
    restore_revision,
    withdraw_revision,
)
from dashboard.intake.verify import verify

__all__ = [
    "Compared",
    "Difference",
    "FieldChange",
    "LineDifference",
    "OriginalFile",
    "Preview",
    "Receipt",
    "RevisionError",
    "annotated_copy",
    "original_workbook",
    "preview_again",
    "preview_workbook",
    "receive_workbook",
    "restore_revision",
    "revision_difference",
    "verify",
    "withdraw_revision",
    "write_example_workbooks",
]
