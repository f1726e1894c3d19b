"""A copy of a workbook with what is wrong written as comments on its cells, for the one who is to correct it."""

import warnings
from collections import defaultdict
from collections.abc import Iterable
from io import BytesIO

from openpyxl import load_workbook
from openpyxl.comments import Comment
from openpyxl.worksheet.worksheet import Worksheet

from dashboard.domain.issue import Issue
from dashboard.workbook.cell_text import as_written

AUTHOR = "Indlæsning"
WIDTH, LINE, LETTERS_A_LINE = 380, 19, 48
GRADES = {True: "FEJL", False: "Bemærk"}


def annotate(content: bytes, issues: Iterable[Issue]) -> bytes:
    """Give a copy that looks like the original, each issue a comment on its cell, or on the sheet's first cell."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        workbook = load_workbook(BytesIO(content), rich_text=True)
        notes: dict[tuple[str, str], list[str]] = defaultdict(list)
        sheets = {as_written(name): name for name in workbook.sheetnames}
        for issue in issues:
            sheet = sheets.get(issue.sheet or "")
            cell = issue.cell if issue.cell and sheet else "A1"
            sheet = sheet or workbook.sheetnames[0]
            notes[sheet, _writable(workbook[sheet], cell)].append(f"{GRADES[issue.is_error]}: {issue.message}")
        for (sheet, cell), said in notes.items():
            _comment(workbook[sheet], cell, said)
        copy = BytesIO()
        workbook.save(copy)
    return copy.getvalue()


def _writable(sheet: Worksheet, reference: str) -> str:
    """Give the cell itself, or the one that shows where it is merged into others; only that can hold a comment."""
    shown = (area.coord.partition(":")[0] for area in sheet.merged_cells.ranges if reference in area)
    return next(shown, reference)


def _comment(sheet: Worksheet, reference: str, said: list[str]) -> None:
    cell = sheet[reference]
    before = [cell.comment.text] if cell.comment else []
    text = "\n\n".join([*said, *before])
    lines = sum(1 + len(part) // LETTERS_A_LINE for part in text.split("\n"))
    cell.comment = Comment(text, AUTHOR, width=WIDTH, height=LINE * (lines + 1))
