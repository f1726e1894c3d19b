"""One sheet with a table: what it is of above, a row for each line, and rows for new ones."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from openpyxl.cell.cell import Cell
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from dashboard.domain.status_row import StatusRow
from dashboard.domain.terms import terms
from dashboard.workbook.template import look
from dashboard.workbook.template.choices import Choices, colour_by_word
from dashboard.workbook.template.columns import ALWAYS_LOCKED, FORMER, Column, value_of
from dashboard.workbook.template.wording import GUIDE

LEGEND_WIDTH = 3
CENTRED = frozenset({"number", "previous_light", "light", "done", "cross_cutting"})


@dataclass(frozen=True)
class Table:
    """What stands on a sheet: the texts above (title first), the columns, the lines by section, and rows for new ones.

    ``new_section`` is the section row above the rows for new lines; a table without sections has none.
    """

    head: Sequence[str]
    columns: Sequence[Column]
    sections: Sequence[tuple[str | None, Sequence[StatusRow]]]
    new_rows: int = 10
    new_section: str | None = None

    @property
    def letters(self) -> Mapping[str, str]:
        """Give the letter of each field's column."""
        return {column.field: get_column_letter(place) for place, column in enumerate(self.columns, start=1)}

    @property
    def title_place(self) -> int:
        """Give the number of the column with the titles."""
        return [column.field for column in self.columns].index("title") + 1


def write_table(sheet: Worksheet, table: Table, lists: Mapping[str, str]) -> None:
    """Write a table on an empty sheet and lock all of it but the open cells; ``lists`` are ranges by field."""
    header_row = _write_head(sheet, table)
    choices = Choices(lists)
    row, numbers = header_row, count(1)
    for name, lines in table.sections:
        row = _write_section(sheet, row, name, len(table.columns))
        for line in lines:
            row += 1
            _write_line(sheet, row, next(numbers), line, table.columns, choices)
    row = _write_section(sheet, row, table.new_section, len(table.columns))
    for _ in range(table.new_rows):
        row += 1
        _write_new_row(sheet, row, next(numbers), table.columns, choices)
    choices.add_to(sheet)
    colour_by_word(sheet, table.letters, header_row + 1, row)
    look.lock(sheet)
    look.set_up_table(sheet, table.head[0], table.title_place + 1, header_row, row, len(table.columns))


def _write_head(sheet: Worksheet, table: Table) -> int:
    """Write the texts and the legend above the table and then the headers; give the row of the headers."""
    for row, text in enumerate(table.head, start=1):
        font = (look.TITLE_FONT, look.SUBTITLE_FONT, look.SUBTITLE_FONT, look.NOTICE_FONT)[min(row, 4) - 1]
        look.put(sheet.cell(row, 1), text, font)
    row = len(table.head) + 1
    for light, fill in look.LIGHT_FILLS.items():
        entry = terms().lights[light]
        _write_legend(sheet, row, table, f"{entry.word}: {entry.definition}", fill, look.font_on(light))
        row += 1
    _write_legend(sheet, row, table, f"Skriv i de lyseblå celler. Se arket {GUIDE}", look.OPEN_FILL, look.BODY_FONT)
    row += 1
    for place, column in enumerate(table.columns, start=1):
        cell = look.put(sheet.cell(row, place), column.header, look.HEADER_FONT)
        cell.fill = look.OPEN_HEADER_FILL if column.is_open else look.HEADER_FILL
        cell.border, cell.alignment = look.BORDER, look.WRAPPED
        sheet.column_dimensions[get_column_letter(place)].width = column.width
    sheet.row_dimensions[row].height = 3 * look.LINE_HEIGHT + 3
    return row


def _write_legend(sheet: Worksheet, row: int, table: Table, text: str, fill: PatternFill, font: Font) -> None:
    first = table.title_place
    sheet.merge_cells(start_row=row, end_row=row, start_column=first, end_column=first + LEGEND_WIDTH - 1)
    look.put(sheet.cell(row, first), text, font).fill = fill


def _write_section(sheet: Worksheet, row: int, name: str | None, width: int) -> int:
    """Write a section row below a row, when the section has a name; give the last row written."""
    if name is None:
        return row
    look.write_section(sheet, row + 1, name, width)
    return row + 1


def _write_line(
    sheet: Worksheet, row: int, number: int, line: StatusRow, columns: Sequence[Column], choices: Choices
) -> None:
    values = [number if column.field == "number" else value_of(line, column) for column in columns]
    look.fit_row(sheet, row, [(str(value or ""), column.width) for value, column in zip(values, columns, strict=True)])
    for place, (value, column) in enumerate(zip(values, columns, strict=True), start=1):
        cell = look.put(sheet.cell(row, place), value, look.FORMER_FONT if column.field in FORMER else look.BODY_FONT)
        _dress(cell, column, is_open=column.is_open)
        if column.field == "previous_light" and line.shown_light in look.LIGHT_FILLS:
            cell.fill, cell.font = look.LIGHT_FILLS[line.shown_light], look.font_on(line.shown_light)
        if column.is_open and (column.field != "udvalg" or len(line.udvalg) <= 1):
            choices.offer(column.field, cell.coordinate)


def _write_new_row(sheet: Worksheet, row: int, number: int, columns: Sequence[Column], choices: Choices) -> None:
    """Write an open row that reads as nothing until something is written in it: its cells are all filled alike."""
    for place, column in enumerate(columns, start=1):
        cell = look.put(sheet.cell(row, place), number if column.field == "number" else None)
        is_open = column.field not in ALWAYS_LOCKED
        _dress(cell, column, is_open=is_open)
        if is_open:
            choices.offer(column.field, cell.coordinate)
            choices.offer(f"new {column.field}", cell.coordinate)


def _dress(cell: Cell, column: Column, *, is_open: bool) -> None:
    cell.border = look.BORDER
    cell.alignment = look.CENTRED if column.field in CENTRED else look.RIGHT if column.year else look.WRAPPED
    if column.year is not None:
        cell.number_format = look.PRECISE_AMOUNT if isinstance(cell.value, float) else look.WHOLE_AMOUNT
    if is_open:
        cell.fill, cell.protection = look.OPEN_FILL, look.OPEN
    elif column.field in FORMER:
        cell.fill = look.LOCKED_FILL
