"""A Word document as the grid of cells that a sheet is: tables, their looks, tracked changes and comments."""

from dashboard.workbook.word.opening import is_document, open_document

__all__ = ["is_document", "open_document"]
