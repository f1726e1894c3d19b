"""The copy that goes back to the one who sent a workbook."""

from dashboard.intake.receive import Receipt
from dashboard.workbook.annotate import annotate


def annotated_copy(content: bytes, receipt: Receipt) -> bytes:
    """Give a copy of a workbook that was read, with its issues as comments on the cells."""
    return annotate(content, receipt.issues)
