"""The two kinds of example workbook: the cross-cutting lines on one sheet, and the whole plan on four."""

from collections.abc import Sequence
from datetime import datetime, time, timedelta

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.domain.terms import terms
from dashboard.domain.text_run import Runs, TextRun
from dashboard.workbook.example import layout
from dashboard.workbook.example.layout import Column
from dashboard.workbook.example.plan import PLAN, written_udvalg
from dashboard.workbook.example.state import LineState
from dashboard.workbook.template import look

LEGEND_ORDER = (Light.GREEN, Light.YELLOW, Light.RED)
Fills = dict[Light, PatternFill]
Section = tuple[str | None, Sequence[LineState]]


def cross_cutting_workbook(month: Month, lines: Sequence[LineState]) -> Workbook:
    """Make the workbook of the cross-cutting lines of a month."""
    book = _book(PLAN, "Strategiske og tværgående indsatser", month)
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.title = "Tværgående indsatser"
    crossing = [line for line in lines if line.cross_cutting]
    fills, columns = layout.CROSS_CUTTING_FILLS, layout.CROSS_CUTTING_COLUMNS
    _write_sheet(sheet, book.properties.title or "", month, columns, fills, [(None, crossing)], 1)
    return book


def plan_workbook(plan: str, month: Month, lines: Sequence[LineState]) -> Workbook:
    """Make the workbook of a whole plan of a month: a sheet for each art, sections for udvalg or tema."""
    book, columns = _book(plan, "Samlet status for hele planen", month), layout.plan_columns(plan)
    del book[book.sheetnames[0]]
    number = 1
    for art in terms().art:
        of_art = [line for line in lines if line.art == art.key]
        sheet = book.create_sheet(art.name)
        title = f"{book.properties.title}"
        _write_sheet(sheet, title, month, columns, layout.PLAN_FILLS, _sections(of_art), number)
        number += len(of_art)
    return book


def _book(plan: str, subject: str, month: Month) -> Workbook:
    book = Workbook()
    book.properties.creator = "Økonomiafdelingen"
    book.properties.title = f"Udmøntningsplan {plan} - {subject}"
    book.properties.created = datetime.combine(month.last_day + timedelta(days=3), time(9, 0))
    return book


def _sections(lines: Sequence[LineState]) -> list[Section]:
    """Group lines as the plan does: hensigtserklæringer by tema, everything else by the first udvalg."""
    themes = [(tema.name, [line for line in lines if line.tema == tema.key]) for tema in terms().tema]
    groups = [
        (udvalg.name, [line for line in lines if line.tema is None and line.udvalg[0] == udvalg.key])
        for udvalg in terms().udvalg
    ]
    return [(name, members) for name, members in [*groups, *themes] if members]


def _write_sheet(
    sheet: Worksheet,
    title: str,
    month: Month,
    columns: Sequence[Column],
    fills: Fills,
    sections: Sequence[Section],
    number: int,
) -> None:
    header_row = _write_head(sheet, title, month, columns, fills)
    for position, column in enumerate(columns, start=1):
        cell = sheet.cell(header_row, position, column.header)
        cell.font, cell.fill, cell.border = look.HEADER_FONT, look.HEADER_FILL, look.BORDER
        cell.alignment = look.WRAPPED
        sheet.column_dimensions[get_column_letter(position)].width = column.width
    sheet.row_dimensions[header_row].height = 2 * look.LINE_HEIGHT + 3
    row = header_row
    for name, lines in sections:
        if name is not None:
            row += 1
            look.write_section(sheet, row, name, len(columns))
        for line in lines:
            row += 1
            _write_line(sheet, row, number, line, columns, fills)
            number += 1
    look.set_up_table(sheet, title, 3, header_row, row, len(columns))


def _write_head(sheet: Worksheet, title: str, month: Month, columns: Sequence[Column], fills: Fills) -> int:
    """Write title, month, notice and legend; give the row of the headers that follow."""
    sheet.cell(1, 1, title).font = look.TITLE_FONT
    sheet.cell(2, 1, f"Status pr. ultimo {month.label}").font = look.SUBTITLE_FONT
    sheet.cell(3, 1, terms().example_marker).font = look.NOTICE_FONT
    row = 4
    for light in LEGEND_ORDER:
        sheet.merge_cells(start_row=row, end_row=row, start_column=2, end_column=3)
        cell = sheet.cell(row, 2, terms().lights[light].definition)
        cell.fill = fills[light]
        cell.font = look.font_on(light)
        row += 1
    sheet.cell(row, 2, f"X = {terms().lights[Light.DONE].word}").font = look.BODY_FONT
    if any(column.field.startswith("amount") for column in columns):
        row += 1
        sheet.cell(row, 2, layout.AMOUNT_NOTE).font = look.BODY_FONT
    return row + 2


def _write_line(
    sheet: Worksheet, row: int, number: int, line: LineState, columns: Sequence[Column], fills: Fills
) -> None:
    texts = []
    for position, column in enumerate(columns, start=1):
        cell = sheet.cell(row, position, _value(line, column, number))
        cell.font, cell.border = look.BODY_FONT, look.BORDER
        if column.field.startswith("amount"):
            _show_amount(cell)
            continue
        cell.alignment = look.CENTRED if column.field in layout.CENTRED else look.WRAPPED
        if column.field == "light" and line.light in fills:
            cell.fill = fills[line.light]
        if column.field in line.runs:
            _mark(cell, line.runs[column.field])
        if isinstance(cell.value, str | CellRichText):
            texts.append((str(cell.value), column.width))
    sheet.row_dimensions[row].height = layout.height_of(texts)


def _mark(cell: Cell, runs: Runs) -> None:
    """Write a text in its looks: in several the way spreadsheets store them, in one as the cell's own font."""
    if len(runs) == 1:
        cell.value, cell.font = runs[0].text, _font(runs[0])
        return
    first, *others = runs
    rest = [TextBlock(_inline(run), run.text) for run in others]
    cell.value = CellRichText([TextBlock(_inline(first), first.text) if first.is_marked else first.text, *rest])


def _inline(run: TextRun) -> InlineFont:
    font = _font(run)
    return InlineFont(rFont=font.name, sz=font.size, color=font.color, strike=font.strike or None)


def _font(run: TextRun) -> Font:
    return layout.STRUCK_FONT if run.struck else layout.NEW_FONT if run.red else look.BODY_FONT


def _show_amount(cell: Cell) -> None:
    cell.alignment = look.RIGHT
    precise = isinstance(cell.value, float)
    cell.number_format = layout.PRECISE_AMOUNT if precise else look.WHOLE_AMOUNT


def _value(line: LineState, column: Column, number: int) -> str | int | float | None:
    match column.field:
        case "number":
            return number
        case "light":
            return None
        case "done":
            return "X" if line.light is Light.DONE else None
        case "cross_cutting":
            return "X" if line.cross_cutting else None
        case "udvalg":
            return written_udvalg(line.udvalg)
        case "art":
            return terms().art_name(line.art)
        case field if field.startswith("amount"):
            return line.amounts.get(int(field.split()[1]))
        case field:
            value: str | None = getattr(line, field)
            return value
