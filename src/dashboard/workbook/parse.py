"""A workbook's bytes to rows and located issues. Parsing never stops at the first thing that is wrong."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from dashboard.domain.identity import normalised
from dashboard.domain.issue import Issue, issue
from dashboard.domain.month import Month
from dashboard.domain.scope import Scope
from dashboard.domain.status_row import StatusRow
from dashboard.domain.terms import Terms, terms
from dashboard.workbook.duplicates import join_duplicates
from dashboard.workbook.grid import Grid
from dashboard.workbook.header import Header, find_headers
from dashboard.workbook.layout import decide_layout
from dashboard.workbook.month import decide_month
from dashboard.workbook.opening import open_grids
from dashboard.workbook.rows import TableReader
from dashboard.workbook.scope import decide_scope, is_cross_cutting_sheet, sheet_art, sheet_udvalg
from dashboard.workbook.sections import Section


@dataclass(frozen=True)
class ParsedWorkbook:
    """What could be read from a workbook, and all that is wrong with it. Month and scope are None when unknown."""

    plan: str
    month: Month | None = None
    scope: Scope | None = None
    rows: tuple[StatusRow, ...] = ()
    issues: tuple[Issue, ...] = ()
    is_example: bool = False


@dataclass(frozen=True)
class SheetTables:
    """A sheet and the header rows of its tables."""

    grid: Grid
    headers: tuple[Header, ...]

    @property
    def heading(self) -> list[str]:
        """List the texts above the first table."""
        first = self.headers[0].first_row
        return [cell.text for cell in self.grid.cells() if cell.row < first and cell.text]


def parse_workbook(
    content: bytes, file_name: str, *, month: Month | None = None, scope: Scope | None = None
) -> ParsedWorkbook:
    """Read a workbook. A month or scope that is given overrules what the workbook seems to say."""
    words = terms()
    grids = open_grids(content)
    if isinstance(grids, Issue):
        return ParsedWorkbook(words.plan, month, scope, issues=(grids,))
    sheets = [SheetTables(grid, tuple(headers)) for grid in grids if (headers := find_headers(grid, words))]
    if not sheets:
        return ParsedWorkbook(words.plan, month, scope, issues=(issue("no-header", sheet=grids[0].sheet),))
    issues = [
        issue("sheet-without-table", sheet=grid.sheet)
        for grid in grids
        if grid.rows and all(grid is not sheet.grid for sheet in sheets)
    ]
    if month is None:
        month, found = _month(sheets, file_name)
        issues += found
    read: list[StatusRow] = []
    for sheet in sheets:
        rows, found = _read_sheet(sheet, month, words)
        read += rows
        issues += found
    if not read:
        issues.append(issue("no-rows", sheet=sheets[0].grid.sheet))
    joined, found = join_duplicates(read)
    issues += found
    heading = [text for sheet in sheets for text in sheet.heading]
    if scope is None:
        names = [sheet.grid.sheet for sheet in sheets]
        scope, found = decide_scope(
            names, [text for text in heading if not _is_note(text, words)], file_name, joined, words
        )
        issues += found
    example = any(normalised(words.example_marker) in normalised(text) for text in heading)
    plan = _plan([*heading, file_name], words)
    return ParsedWorkbook(plan, month, scope, tuple(_in_scope(joined, scope)), tuple(issues), example)


def _read_sheet(sheet: SheetTables, month: Month | None, words: Terms) -> tuple[list[StatusRow], list[Issue]]:
    grid = sheet.grid
    udvalg = sheet_udvalg(grid.sheet, words)
    section = Section(udvalg=(udvalg,) if udvalg else (), art=sheet_art(grid.sheet, words))
    rows: list[StatusRow] = []
    issues: list[Issue] = []
    for header, following in zip(sheet.headers, (*sheet.headers[1:], None), strict=True):
        end = following.first_row if following else max(grid.rows) + 1
        numbers = [row for row in grid.rows if header.last_row < row < end]
        layout, found = decide_layout(grid, header, numbers, month, words)
        issues += found
        cross_cutting = is_cross_cutting_sheet(grid.sheet, words)
        reader = TableReader(grid, layout, words, section, cross_cutting, rows, issues)
        reader.read(numbers)
        section = reader.section
    return rows, issues


def _month(sheets: Sequence[SheetTables], file_name: str) -> tuple[Month | None, list[Issue]]:
    above = [(sheet.grid, sheet.headers[0].first_row) for sheet in sheets]
    headers = [
        column.header
        for sheet in sheets
        for header in sheet.headers
        for column in header.columns
        if column.field in ("light", "status")
    ]
    return decide_month(above, headers, file_name)


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
