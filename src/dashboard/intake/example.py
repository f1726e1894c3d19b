"""The example workbooks, for the command line."""

from dashboard.workbook.example import write_example_workbooks

__all__ = ["write_example_workbooks"]
