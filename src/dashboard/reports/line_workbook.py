"""A list of lines as an Excel workbook: what is shown, the lights as words on their colours, ready to print."""

import io
from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from dashboard.charts.palette import PALETTE
from dashboard.domain.light import Light
from dashboard.domain.line_fields import LISTED
from dashboard.domain.text_run import Runs
from dashboard.reports.document import clean
from dashboard.reports.line_list import HEADERS, MOVED, PLACED, ExportedLine, headers

SHEET = "Indsatser"
WIDTHS = dict(zip(HEADERS, (18, 18, 10, *(each.width for each in LISTED)), strict=True))
WIDTHS |= dict(zip((*MOVED, *PLACED), (24, 18, 60, 40, 60, 60), strict=True))
PRINTED = 3 + next(at for at, each in enumerate(LISTED, start=1) if each.key == "ask")  # what A3 has room for
NARROW = 3  # light, light before and the number: never wrapped
GREY, NEW = "FF4A5560", "FFFF0000"
LONGEST = 32_767  # letters in a cell
WRAPPED, UNWRAPPED = Alignment(vertical="top", wrap_text=True), Alignment(vertical="top")
BELOW = Border(bottom=Side(style="thin", color="FFC6CFD7"))
LINE, HIGHEST = 15, 409  # points: of a line, and of a row at most
FONT = "Calibri"
OF_CELL = {"rFont": FONT, "sz": 11}
HEAD_FILL = "FFF4F6F8"


def line_workbook(title: str, shown: Sequence[str], lines: Sequence[ExportedLine], made: str = "") -> bytes:
    """Write the lines under a title and sentences that say what is shown; ``made`` stands on every printed page."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = SHEET
    _write(sheet, 1, 1, title).font = Font(name=FONT, bold=True, size=14)
    for row, sentence in enumerate(shown, start=2):
        _write(sheet, row, 1, sentence).font = Font(name=FONT, color=GREY)
    head = len(shown) + 3
    heads = headers(lines)
    _head(sheet, head, heads)
    for row, line in enumerate(lines, start=head + 1):
        _line(sheet, row, line, heads)
    _layout(sheet, head, head + len(lines), heads, made)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _head(sheet: Worksheet, row: int, heads: Sequence[str]) -> None:
    for column, name in enumerate(heads, start=1):
        cell = _write(sheet, row, column, name)
        cell.font = Font(name=FONT, bold=True)
        cell.fill = PatternFill("solid", fgColor=HEAD_FILL)
        cell.alignment = Alignment(vertical="center", wrap_text=True)


def _line(sheet: Worksheet, row: int, line: ExportedLine, heads: Sequence[str]) -> None:
    lines = 1
    fields = (None, None, None, *(each.key for each in LISTED), *(None for _ in heads[len(HEADERS) :]))
    for column, (value, field, head) in enumerate(zip(line.values(), fields, heads, strict=True), start=1):
        runs = line.runs.get(field, ()) if field else ()
        is_marked = any(run.is_marked for run in runs)
        cell = _write(sheet, row, column, _rich(runs) if is_marked else value)
        lines = max(lines, _lines("".join(run.text for run in runs) or str(value or ""), WIDTHS[head]))
        cell.alignment, cell.border = WRAPPED if column > NARROW else UNWRAPPED, BELOW
    sheet.row_dimensions[row].height = min(lines * LINE, HIGHEST)
    for column, light in ((1, line.light), (2, line.was)):
        if light is not None:
            _paint(sheet.cell(row, column), light)


def _lines(text: str, width: int) -> int:
    """Count the lines that a text takes in a column, since not every program finds the height of a row by itself."""
    return sum(1 + len(line) // width for line in text.split("\n"))


def _paint(cell: Cell, light: Light) -> None:
    look = PALETTE[light]
    cell.fill = PatternFill("solid", fgColor=_argb(look.color))
    cell.font = Font(name=FONT, bold=True, color=_argb(look.on_color))
    if light is Light.NOT_REPORTED:
        line = Side(style="thin", color=GREY)
        cell.border = Border(left=line, right=line, top=line, bottom=line)


def _rich(runs: Runs) -> CellRichText:
    """Write marked text as a workbook of the plan has it: new text red, text that no longer holds struck."""
    looks = ((run, InlineFont(color=NEW if run.red else None, strike=run.struck or None, **OF_CELL)) for run in runs)
    return CellRichText([TextBlock(look, clean(run.text)) for run, look in looks])


def _write(sheet: Worksheet, row: int, column: int, value: str | int | CellRichText | None) -> Cell:
    """Write a value as it is: a text that begins with "=" is a text."""
    cell = sheet.cell(row, column)
    if isinstance(value, CellRichText) and len(str(value)) > LONGEST:
        value = str(value)
    cell.value = clean(value)[:LONGEST] if isinstance(value, str) else value
    if isinstance(value, str):
        cell.data_type = "s"
    return cell


def _layout(sheet: Worksheet, head: int, last: int, heads: Sequence[str], made: str) -> None:
    for column, name in enumerate(heads, start=1):
        sheet.column_dimensions[get_column_letter(column)].width = WIDTHS[name]
    ends = get_column_letter(len(heads))
    sheet.freeze_panes = f"{get_column_letter(NARROW + 2)}{head + 1}"
    sheet.auto_filter.ref = f"A{head}:{ends}{last}"
    sheet.oddFooter.left.text, sheet.oddFooter.right.text = made, "Side &P af &N"
    areas = [f"A1:{get_column_letter(PRINTED)}{last}"]
    if heads[-1] in PLACED:  # further to the right than a page is wide: on pages of their own, beside light and name
        areas.append(f"{get_column_letter(len(heads) - len(PLACED) + 1)}{head}:{ends}{last}")
        sheet.print_title_cols = f"A:{get_column_letter(NARROW + 1)}"
    sheet.print_area = areas
    sheet.print_title_rows = f"{head}:{head}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A3
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _argb(colour: str) -> str:
    return "FF" + colour.removeprefix("#")
