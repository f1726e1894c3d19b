"""A workbook's bytes to rows and located issues. Parsing never stops at the first thing that is wrong."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import reduce

from dashboard.domain.clock import this_month
from dashboard.domain.document_words import in_word, of_document
from dashboard.domain.identity import normalised
from dashboard.domain.issue import Issue, issue
from dashboard.domain.month import Month
from dashboard.domain.plan import find_plan
from dashboard.domain.reading_answer import ALL_MONTHS, ANY_LAYOUT, MONTHS, Answer
from dashboard.domain.scope import Scope
from dashboard.domain.sheet_name import read_sheet_name
from dashboard.domain.status_row import StatusRow
from dashboard.domain.terms import terms
from dashboard.workbook.beside_lines import keep_remarks, tell_drawings
from dashboard.workbook.duplicates import join_duplicates, tell_versions
from dashboard.workbook.grid import Grid
from dashboard.workbook.header import find_headers, find_transposed
from dashboard.workbook.legend import HEADING, Legend, read_legend
from dashboard.workbook.legend_beside import without_legends
from dashboard.workbook.legend_of_lights import GUIDE, tell_lights_as_done
from dashboard.workbook.month_sheets import ask_for_months, ask_for_year, months_of, takes_all, tell_unread
from dashboard.workbook.opening import open_grids
from dashboard.workbook.parsed import ParsedWorkbook
from dashboard.workbook.periods import DatedSheet, SheetTables, choose_sheets, date_sheets, said_months, which_sheet
from dashboard.workbook.rows import read_sheet
from dashboard.workbook.scope import decide_scope, sheet_art, tell_others
from dashboard.workbook.sheet_reading import SheetReading
from dashboard.workbook.unread_colours import (
    tell_coloured_tables,
    tell_daily_rules,
    tell_other_looks,
    tell_overruled_rules,
    tell_unread_colours,
    tell_unread_rules,
)  # fmt: skip
from dashboard.workbook.word import is_document

SPEAKERS = ("Arket", "Filnavnet")
MOST_LINES = 4000  # of a workbook: with more, others would wait while it is compared and saved


def parse_workbook(
    content: bytes,
    file_name: str,
    *,
    plan: str | None = None,
    month: Month | None = None,
    scope: Scope | None = None,
    answers: Sequence[Answer] = (),
) -> ParsedWorkbook:
    """Read a workbook. A plan, month or scope that is given overrules what the workbook seems to say, as answers do."""
    read = _parse(open_grids(content), file_name, plan, month, scope, answers)
    return _of_document(read) if is_document(content) else read


def _of_document(read: ParsedWorkbook) -> ParsedWorkbook:
    """Say all that is found and asked in the words of Word."""
    return replace(
        read,
        issues=tuple(map(of_document, read.issues)),
        questions=tuple(replace(each, text=in_word(each.text)) for each in read.questions),
        months=tuple(map(_of_document, read.months)),
    )


def _parse(
    grids: list[Grid] | Issue,
    file_name: str,
    plan: str | None,
    month: Month | None,
    scope: Scope | None,
    answers: Sequence[Answer],
) -> ParsedWorkbook:
    if isinstance(grids, Issue):
        return ParsedWorkbook(plan, month, scope, issues=(grids,))
    sheets, issues = _find_tables(grids)
    if not any(sheet.headers for sheet in sheets):
        nothing = [found for found in issues if found.is_error] or [issue("no-header", sheet=grids[0].sheet)]
        return ParsedWorkbook(plan, month, scope, issues=tuple(nothing))
    left = [grid for grid in grids if grid.rows and grid.sheet not in {sheet.grid.sheet for sheet in sheets}]
    guides = [(grid, tuple(find_headers(grid))) for grid in left if GUIDE.search(normalised(grid.sheet))]
    parted = [without_legends(sheet.grid, sheet.headers) for sheet in sheets]
    sheets = [SheetTables(each.grid, each.headers) for each in parted]
    explaining = [part for each in parted for part in ((each.grid, each.headers), (each.legend, ()))] + guides
    issues += [found for each in parted for found in each.issues]
    issues += [found for grid, headers in explaining for found in tell_lights_as_done(grid, headers)]
    legends = {
        each.grid.sheet: read_legend(each.legend, ()).over(read_legend(each.grid, each.headers)) for each in parted
    }
    legends |= {grid.sheet: read_legend(grid, headers) for grid, headers in guides}
    speaking = [sheet for sheet in sheets if sheet.headers or not _is_guide(sheet)]
    dated = date_sheets([sheet for sheet in speaking if sheet.headers])
    book = _Book(file_name, plan, scope, tuple(answers), tuple(issues), speaking, dated, legends)
    whole = book.read(month, is_answered=month is not None)
    is_open = takes_all(answers) or any(found.kind == "which-sheet" for found in whole.issues)
    read = book.read_months(whole) if month is None and is_open else whole
    return replace(read, issues=(*read.issues, *book.overruled(month)))


@dataclass(frozen=True)
class _Book:
    """An open workbook: its sheets with their periods and legends, and with what it is read."""

    file_name: str
    plan: str | None
    scope: Scope | None
    answers: tuple[Answer, ...]
    issues: tuple[Issue, ...]
    speaking: Sequence[SheetTables]
    dated: Sequence[DatedSheet]
    legends: Mapping[str, Legend]

    def read(self, month: Month | None, *, is_answered: bool = False) -> ParsedWorkbook:
        """Read the sheets of a month, perhaps the one answered, or of the one that the workbook seems to speak for."""
        scope = self.scope
        month, chosen, told = choose_sheets(self.dated, self.speaking, month, self.file_name, is_answered=is_answered)
        reading = _read(chosen, month, self.legends, self.answers)
        rows, doubled = join_duplicates(reading.rows)
        issues = [*self.issues, *told, *reading.issues, *tell_versions(reading.rows, doubled)]
        heading = [text for sheet in self.speaking for text in sheet.heading]
        around = [*heading, self.file_name]
        if scope is None and chosen:
            names = [sheet.grid.sheet for sheet in chosen]
            scope, unclear = decide_scope(names, heading, self.file_name, rows, reading.sections)
            issues += unclear
        elif scope and scope.udvalg not in {None, *(each.key for each in terms().udvalg), *_udvalg(rows)}:
            issues.append(issue("unknown-scope", value=scope.key))
        issues += tell_others(scope, rows)
        if len(rows) > MOST_LINES:
            many = issue("too-many-lines", value=len(rows), detail=str(MOST_LINES))
            return ParsedWorkbook(self.plan, month, scope, issues=(many,))
        return ParsedWorkbook(
            self.plan or find_plan(text for sheet in chosen for text in sheet.heading) or find_plan(around),
            month,
            scope,
            tuple(_in_scope(rows, scope)),
            tuple(issues),
            any(normalised(terms().example_marker) in normalised(text) for text in heading),
            tuple(reading.tables),
            tuple(reading.questions),
            tuple(dict.fromkeys(reading.answers)),
        )

    def read_months(self, whole: ParsedWorkbook) -> ParsedWorkbook:
        """Read each month that has a sheet; the whole as it is where there is none, with what is asked of it."""
        texts = [text for sheet in self.speaking for text in sheet.texts()]
        found = months_of(self.dated, self.file_name, texts, self.answers)
        if found is None:  # months of no certain year are not read as if they were of one
            open_issues = (*self.issues, which_sheet(self.dated)) if whole.tables else whole.issues
            asked = ask_for_year(self.dated, whole.plan)
            return ParsedWorkbook(whole.plan, scope=whole.scope, issues=open_issues, questions=tuple(asked))
        if whole.tables and len(found) < 2:
            return whole
        own = replace(self, dated=[sheet for sheet in self.dated if sheet.periods])
        tried = [own.read(month) for month in found if month <= this_month()]
        filled = [each for each in tried if each.rows or each.questions]
        # A sheet of no period says what is so now: only the newest month has it.
        read = tuple(self._alone(self.read(each.month) if each is filled[-1] else each) for each in filled)
        tables = tuple(table for each in read for table in each.tables)
        layouts = [table.layout for table in tables]
        if not read:
            return whole
        asked = ask_for_months(self.dated, [each.month for each in read if each.month], *layouts[:1])
        scopes = {each.scope for each in read}
        together = ParsedWorkbook(
            whole.plan,
            scope=scopes.pop() if len(scopes) == 1 else None,
            issues=tuple(dict.fromkeys(told for each in read for told in each.issues)),
            is_example=any(each.is_example for each in read),
            tables=tables,
            questions=tuple(question for each in read for question in each.questions),
            answers=tuple(dict.fromkeys(answer for each in read for answer in each.answers)),
            months=read,
        )
        if takes_all(self.answers, (ANY_LAYOUT, *layouts)):
            unread = tell_unread(self.dated, [{table.sheet for table in each.tables} for each in read], found)
            return replace(together, issues=(*together.issues, *unread))
        given = tuple(each for each in together.answers if each.subject != MONTHS)
        return replace(together, issues=whole.issues, questions=(*asked, *together.questions), answers=given)

    def overruled(self, given: Month | None) -> list[Issue]:
        """Tell what the sheets and the file's name say of plan and month where something else was given."""
        _, chosen, told = choose_sheets(self.dated, self.speaking, given, self.file_name, is_answered=True)
        heading = [text for sheet in chosen or self.speaking for text in sheet.heading]
        plans = (find_plan(heading), find_plan([self.file_name])) if self.plan else ()
        said = [(who, plan, self.plan) for who, plan in zip(SPEAKERS, plans, strict=False)]
        if given is not None:
            months = said_months(self.dated, self.speaking, chosen, self.file_name)
            is_told = any(found.kind == "heading-left" for found in told)
            speaking = [(who, month) for who, month in zip(SPEAKERS, months, strict=True) if month]
            said += [(who, month.label, given.label) for who, month in speaking if not (is_told and who == SPEAKERS[0])]
        return [
            issue("overruled", value=f"{who} siger {what}", detail=str(instead))
            for who, what, instead in said
            if what and what != instead
        ]

    def _alone(self, month: ParsedWorkbook) -> ParsedWorkbook:
        """Give a month as if its sheets stood alone; that it was read with the others is an answer of its table."""
        others = {(kind, sheet.name) for sheet in self.dated for kind in ("sheet-of-another-month", "sheet-left-out")}
        issues = tuple(each for each in month.issues if (each.kind, each.sheet) not in others)
        used = [Answer(table.layout, MONTHS, ALL_MONTHS) for table in month.tables[:1]]
        return replace(month, issues=issues, answers=(*month.answers, *used))


def _find_tables(grids: Sequence[Grid]) -> tuple[list[SheetTables], list[Issue]]:
    """Find the tables of all sheets, and tell which sheets are left out."""
    found = [SheetTables(grid, tuple(find_headers(grid))) for grid in grids if grid.rows]
    explaining = [sheet for sheet in found if HEADING.fullmatch(sheet.grid.sheet)]
    if any(sheet.headers for sheet in found if sheet not in explaining):
        found = [replace(sheet, headers=()) if sheet in explaining else sheet for sheet in found]
    current = [s for s in found if not (s.headers and read_sheet_name(s.grid.sheet).is_archive)]
    kept = current if any(sheet.headers for sheet in current) else found  # archives and copies where nothing else is
    turned = _transposed(kept)
    if not turned and not any(sheet.headers for sheet in kept):
        kept = found = [replace(s, headers=tuple(find_headers(s.grid, needs_title=False))) for s in kept]
    told = list(turned.values())
    for name, sheet in ((sheet.grid.sheet, sheet) for sheet in found if sheet.grid.sheet not in turned):
        if sheet.headers and sheet not in kept:
            detail = "dets navn siger, at det er et arkiv, en kopi eller en vejledning"
            told.append(issue("sheet-left-out", sheet=name, detail=detail))
        elif not sheet.headers and normalised(name) not in terms().sheets_without_table:
            told.append(issue("sheet-without-table", sheet=name))
    return [sheet for sheet in kept if sheet.grid.sheet not in turned], told


def _transposed(sheets: Sequence[SheetTables]) -> dict[str, Issue]:
    """Find the sheets whose lines stand as columns. A guide beside tables, and months as rows there, are no status."""
    tabled = [sheet for sheet in sheets if sheet.headers]
    asked = [sheet for sheet in sheets if sheet.headers or not tabled or not _is_guide(sheet)]
    told = {sheet.grid.sheet: find_transposed(sheet.grid, sheet.headers, alone=not tabled) for sheet in asked}
    return {name: found for name, found in told.items() if found is not None}


def _read(
    chosen: Sequence[SheetTables], month: Month | None, legends: Mapping[str, Legend], answers: Sequence[Answer]
) -> SheetReading:
    """Read the chosen sheets one after the other, each with its own legend and then with those of all sheets."""
    whole = SheetReading("")
    for sheet in chosen:
        legend = reduce(Legend.over, legends.values(), legends[sheet.grid.sheet])
        reading = read_sheet(sheet, month, legend, answers)
        if read_sheet_name(sheet.grid.sheet).is_of_done:
            _settle_done(reading, sheet.grid.sheet)
        rows, kept = keep_remarks(sheet.grid, reading.rows, sheet.headers[0].first_row)
        whole.rows += rows
        whole.issues += [*sheet.grid.told, *reading.issues, *kept, *tell_drawings(sheet.grid, rows)]
        whole.issues += [*tell_unread_rules(sheet.grid, rows), *tell_daily_rules(sheet.grid, rows)]
        whole.issues += [*tell_overruled_rules(sheet.grid, rows), *tell_other_looks(sheet.grid, rows)]
        if not reading.questions:
            told = {found.cell for found in whole.issues if found.is_error and found.sheet == sheet.grid.sheet}
            whole.issues += tell_unread_colours(sheet.grid, rows, told)
            whole.issues += tell_coloured_tables(sheet.grid, rows)
        whole.tables += reading.tables
        whole.sections += reading.sections
        whole.questions += reading.questions
        whole.answers += reading.answers
        whole.unlit += reading.unlit
    _settle_unlit(whole)
    if chosen and not whole.rows:
        whole.issues.append(issue("no-rows", sheet=chosen[0].grid.sheet))
    return whole


def _settle_done(reading: SheetReading, name: str) -> None:
    """Let the lines of a sheet of what is done be done, unless it is called more than that and their lights differ."""
    lights = {row.light for row in reading.rows if row.light.is_reported and not row.done}
    if len(lights) > 1 and normalised(name) not in {word for word in terms().sheets_done if " " not in word}:
        art = sheet_art(name, is_of_done=False)
        reading.rows = [row if row.art or not art else replace(row, art=art) for row in reading.rows]
        reading.issues.append(issue("not-done-by-sheet", sheet=name, value=name))
    elif not all(row.done for row in reading.rows):
        reading.rows = [replace(row, done=True) for row in reading.rows]
        reading.issues.append(issue("done-by-sheet", sheet=name, value=name))


def _settle_unlit(whole: SheetReading) -> None:
    """Tell of tables without lights; beside tables with them ask whether they are of the plan."""
    has_lights = any(column.field == "light" for table in whole.tables for column in table.columns)
    for question in whole.unlit:
        if has_lights:
            whole.issues.append(issue("which-table", sheet=question.sheet, cell=question.cell, value=question.text))
            whole.questions.append(question)
        else:
            whole.issues.append(issue("no-light-column", sheet=question.sheet))


def _udvalg(rows: Sequence[StatusRow]) -> set[str]:
    return {key for row in rows for key in row.udvalg}


def _in_scope(rows: Sequence[StatusRow], scope: Scope | None) -> list[StatusRow]:
    """Give the rows what the scope says of all of them: that they are cross-cutting, or whose they are."""
    if scope is None or scope.is_plan:
        return list(rows)
    if scope.is_cross_cutting:
        return [replace(row, cross_cutting=True) for row in rows]
    return [row if row.udvalg else replace(row, udvalg=(scope.key,)) for row in rows]


def _is_guide(sheet: SheetTables) -> bool:
    """Tell whether a sheet only explains or lists, by its name: what it mentions is not what the workbook holds."""
    name = normalised(sheet.grid.sheet)
    return name in terms().sheets_without_table and name != "forside"
