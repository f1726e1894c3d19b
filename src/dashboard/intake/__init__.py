"""What happens to a workbook that arrives: read, recognised, refused or saved."""

from dashboard.intake.example import write_example_workbooks
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
    "OriginalFile",
    "Receipt",
    "RevisionError",
    "original_workbook",
    "receive_workbook",
    "restore_revision",
    "verify",
    "withdraw_revision",
    "write_example_workbooks",
]
