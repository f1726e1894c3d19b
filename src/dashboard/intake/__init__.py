"""What happens to a workbook that arrives: read, recognised, refused or saved."""

from dashboard.intake.example import write_example_workbooks
from dashboard.intake.receive import Receipt, receive_workbook
from dashboard.intake.verify import verify

__all__ = ["Receipt", "receive_workbook", "verify", "write_example_workbooks"]
