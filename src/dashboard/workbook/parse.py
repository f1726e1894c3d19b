"""A workbook's bytes to rows and located issues. Parsing never stops at the first thing that is wrong."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dashboard.domain.identity import normalised
from dashboard.domain.issue import Issue, issue
from dashboard.domain.month import Month
from dashboard.domain.scope import Scope
from dashboard.domain.status_row import StatusRow
from dashboard.domain.table_reading import TableReading
from dashboard.domain.terms import Terms, terms
from dashboard.workbook.duplicates import join_duplicates
from dashboard.workbook.grid import Grid
from dashboard.workbook.header import Header, find_headers
from dashboard.workbook.heading import dates_without_format, heading_texts
from dashboard.workbook.layout import decide_layout, read_as
from dashboard.workbook.month import LIKELY, decide_month, find_months
from dashboard.workbook.opening import open_grids
from dashboard.workbook.rows import TableReader
from dashboard.workbook.scope import decide_scope, is_cross_cutting_sheet, sheet_art, sheet_udvalg
from dashboard.workbook.sections import Section, Sections, sections_of


@dataclass(frozen=True)
class ParsedWorkbook:
    """What could be read from a workbook, and all that is wrong with it. Month and scope are None when unknown."""

    plan: str
    month: Month | None = None
    scope: Scope | None = None
    rows: tuple[StatusRow, ...] = ()
    issues: tuple[Issue, ...] = ()
    is_example: bool = False
    tables: tuple[TableReading, ...] = ()


@dataclass(frozen=True)
class SheetTables:
    """A sheet and the header rows of its tables."""

    grid: Grid
    headers: tuple[Header, ...]

    @property
    def heading(self) -> list[str]:
        """List the texts above the first table; all of them on a sheet without one."""
        first = self.headers[0].first_row if self.headers else max(self.grid.rows, default=0) + 1
        return heading_texts(self.grid, first)

    @property
    def months(self) -> set[Month]:
        """Give the months that the sheet's name or heading clearly says it is for."""
        clear = [found for text in self.heading for found in find_months(text) if found.clarity >= LIKELY]
        return {found.month for found in clear} or {found.month for found in find_months(self.grid.sheet)}


def parse_workbook(
    content: bytes, file_name: str, *, month: Month | None = None, scope: Scope | None = None
) -> ParsedWorkbook:
    """Read a workbook. A month or scope that is given overrules what the workbook seems to say."""
    words = terms()
    grids = open_grids(content)
    if isinstance(grids, Issue):
        return ParsedWorkbook(words.plan, month, scope, issues=(grids,))
    all_sheets = [SheetTables(grid, tuple(find_headers(grid, words))) for grid in grids if grid.rows]
    sheets = [sheet for sheet in all_sheets if sheet.headers]
    if not sheets:
        return ParsedWorkbook(words.plan, month, scope, issues=(issue("no-header", sheet=grids[0].sheet),))
    speaking = [sheet for sheet in all_sheets if sheet.headers or not _is_guide(sheet, words)]
    issues = [
        issue("sheet-without-table", sheet=sheet.grid.sheet)
        for sheet in all_sheets
        if not sheet.headers and normalised(sheet.grid.sheet) not in words.sheets_without_table
    ]
    if month is None:
        shown = [sheet for sheet in speaking if not sheet.grid.is_hidden]
        month, found = _month(shown or speaking, file_name)
        issues += found
    current = [sheet for sheet in sheets if month is None or not sheet.months or month in sheet.months] or sheets
    issues += [issue("sheet-of-another-month", sheet=sheet.grid.sheet) for sheet in sheets if sheet not in current]
    read: list[StatusRow] = []
    tables: list[TableReading] = []
    sections = 0
    for sheet in current:
        rows, found, entered, readings = _read_sheet(sheet, month, words)
        read += rows
        tables += readings
        issues += found
        sections += entered
    if not read:
        issues.append(issue("no-rows", sheet=sheets[0].grid.sheet))
    joined, found = join_duplicates(read)
    issues += found
    heading = [text for sheet in speaking for text in sheet.heading]
    if scope is None:
        about = [text for text in heading if not _is_note(text, words)]
        scope, found = decide_scope([s.grid.sheet for s in current], about, file_name, joined, sections, words)
        issues += found
    example = any(normalised(words.example_marker) in normalised(text) for text in heading)
    plan = _plan([*heading, file_name], words)
    in_scope = tuple(_in_scope(joined, scope))
    return ParsedWorkbook(plan, month, scope, in_scope, tuple(issues), example, tuple(tables))


def _read_sheet(
    sheet: SheetTables, month: Month | None, words: Terms
) -> tuple[list[StatusRow], list[Issue], int, list[TableReading]]:
    """Read the tables of a sheet: rows, issues, how many section rows there are, and what became of the columns."""
    grid = sheet.grid
    udvalg = sheet_udvalg(grid.sheet, words)
    base = Section(udvalg=(udvalg,) if udvalg else (), art=sheet_art(grid.sheet, words))
    sections = Sections(base)
    rows: list[StatusRow] = []
    issues = [issue("hidden", sheet=grid.sheet, detail=what) for what in grid.hidden]
    issues += dates_without_format(grid, sheet.headers[0].first_row)
    for row in grid.rows:  # a lone name right above the first table is its section
        if row < sheet.headers[0].first_row and len(grid.texts(row)) == 1:
            (cell,) = grid.texts(row)
            for name, value in sections_of(cell.text, words):
                sections.enter(name, value, cell.reference, directly=False)
    entered = 0
    readings: list[TableReading] = []
    for header, following in zip(sheet.headers, (*sheet.headers[1:], None), strict=True):
        end = following.first_row if following else max(grid.rows) + 1
        numbers = [row for row in grid.rows if header.last_row < row < end]
        layout, found = decide_layout(grid, header, numbers, month, words)
        issues += found
        cross_cutting = is_cross_cutting_sheet(grid.sheet, words)
        reader = TableReader(grid, layout, words, sections, cross_cutting, rows, issues)
        before = len(rows)
        reader.read(numbers)
        entered += reader.sections_entered
        readings.append(read_as(header, layout, grid.sheet, len(rows) - before))
    return rows, issues, entered, readings


def _month(sheets: Sequence[SheetTables], file_name: str) -> tuple[Month | None, list[Issue]]:
    tabled = [sheet for sheet in sheets if sheet.headers]
    columns = [column for sheet in tabled for header in sheet.headers for column in header.columns]
    return decide_month(
        [text for sheet in sheets for text in (*sheet.heading, sheet.grid.sheet)],
        [column.header for column in columns if column.field in ("light", "status", "light_mark")],
        [
            sheet.grid.texts(row)[0].text
            for sheet in tabled
            for row in sheet.grid.rows
            if row > sheet.headers[-1].last_row and len(sheet.grid.texts(row)) == 1
        ],
        file_name,
    )


def _in_scope(rows: Sequence[StatusRow], scope: Scope | None) -> list[StatusRow]:
    """Give the rows what the scope says of all of them: that they are cross-cutting, or whose they are."""
    if scope is None or scope.is_plan:
        return list(rows)
    if scope.is_cross_cutting:
        return [replace(row, cross_cutting=True) for row in rows]
    return [row if row.udvalg else replace(row, udvalg=(scope.key,)) for row in rows]


def _plan(texts: Sequence[str], words: Terms) -> str:
    years = [match[0] for text in texts if (match := re.search(r"20\d\d ?[-–] ?20\d\d", text))]
    return re.sub(r" ?[-–] ?", "-", years[0]) if years else words.plan


def _is_note(text: str, words: Terms) -> bool:
    """Tell whether a text above the table is the notice of an example or a definition, which names no scope."""
    folded = normalised(text)
    return normalised(words.example_marker) in folded or any(
        normalised(light.definition) in folded for light in words.lights.values()
    )


def _is_guide(sheet: SheetTables, words: Terms) -> bool:
    """Tell whether a sheet only explains or lists, by its name: what it mentions is not what the workbook holds."""
    name = normalised(sheet.grid.sheet)
    return name in words.sheets_without_table and name != "forside"
