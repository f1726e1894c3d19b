"""A workbook's bytes to rows and located issues. Parsing never stops at the first thing that is wrong."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dashboard.domain.identity import normalised
from dashboard.domain.issue import Issue, issue
from dashboard.domain.month import Month
from dashboard.domain.reading_answer import Answer, Question
from dashboard.domain.scope import Scope
from dashboard.domain.status_row import StatusRow
from dashboard.domain.table_reading import TableReading
from dashboard.domain.terms import Terms, terms
from dashboard.workbook.duplicates import join_duplicates
from dashboard.workbook.header import find_headers
from dashboard.workbook.legend import Legend, read_legend
from dashboard.workbook.month import decide_month
from dashboard.workbook.opening import open_grids
from dashboard.workbook.scope import decide_scope
from dashboard.workbook.sheet_tables import SheetTables, read_sheet
from dashboard.workbook.transposed import find_transposed


@dataclass(frozen=True)
class ParsedWorkbook:
    """What could be read from a workbook, and all that is wrong with it. Month and scope are None when unknown.

    ``answers`` are those that were used, each under the layout of the table that it was used for.
    """

    plan: str
    month: Month | None = None
    scope: Scope | None = None
    rows: tuple[StatusRow, ...] = ()
    issues: tuple[Issue, ...] = ()
    is_example: bool = False
    tables: tuple[TableReading, ...] = ()
    questions: tuple[Question, ...] = ()
    answers: tuple[Answer, ...] = ()


def parse_workbook(
    content: bytes,
    file_name: str,
    *,
    month: Month | None = None,
    scope: Scope | None = None,
    answers: Sequence[Answer] = (),
) -> ParsedWorkbook:
    """Read a workbook. A month or scope that is given overrules what the workbook seems to say, as answers do."""
    words = terms()
    grids = open_grids(content)
    if isinstance(grids, Issue):
        return ParsedWorkbook(words.plan, month, scope, issues=(grids,))
    found_sheets = [SheetTables(grid, tuple(find_headers(grid, words))) for grid in grids if grid.rows]
    turned = _transposed(found_sheets, words)
    if not turned and not any(sheet.headers for sheet in found_sheets):
        found_sheets = [replace(s, headers=tuple(find_headers(s.grid, words, needs_title=False))) for s in found_sheets]
    all_sheets = [sheet for sheet in found_sheets if sheet.grid.sheet not in turned]
    sheets = [sheet for sheet in all_sheets if sheet.headers]
    if not sheets:
        nothing = tuple(turned.values()) or (issue("no-header", sheet=grids[0].sheet),)
        return ParsedWorkbook(words.plan, month, scope, issues=nothing)
    speaking = [sheet for sheet in all_sheets if sheet.headers or not _is_guide(sheet, words)]
    issues = [*turned.values()]
    issues += [
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
    questions: list[Question] = []
    used: list[Answer] = []
    sections = 0
    legends = {sheet.grid.sheet: read_legend(sheet.grid, sheet.headers, words) for sheet in all_sheets}
    for sheet in current:
        reading = read_sheet(sheet, month, _legend_of(sheet, legends), words, answers)
        read += reading.rows
        tables += reading.tables
        issues += reading.issues
        sections += reading.sections
        questions += reading.questions
        used += reading.answers
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
    return ParsedWorkbook(
        plan,
        month,
        scope,
        in_scope,
        tuple(issues),
        example,
        tuple(tables),
        tuple(questions),
        tuple(dict.fromkeys(used)),
    )


def _transposed(sheets: Sequence[SheetTables], words: Terms) -> dict[str, Issue]:
    """Find the sheets whose lines stand as columns. A guide beside tables, and months as rows there, are no status."""
    tabled = [sheet for sheet in sheets if sheet.headers]
    asked = [sheet for sheet in sheets if sheet.headers or not tabled or not _is_guide(sheet, words)]
    told = {sheet.grid.sheet: find_transposed(sheet.grid, sheet.headers, words, alone=not tabled) for sheet in asked}
    return {name: found for name, found in told.items() if found is not None}


def _legend_of(sheet: SheetTables, legends: Mapping[str, Legend]) -> Legend:
    """Give a sheet's own legend, and what the other sheets say where it says nothing."""
    legend = legends[sheet.grid.sheet]
    for other in legends.values():
        legend = legend.over(other)
    return legend


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
