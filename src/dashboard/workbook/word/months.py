"""A document with tables of several months: a sheet for each of them, as a workbook has."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from dashboard.domain.cell_name import BLOCK, PARAGRAPHS
from dashboard.domain.month import MONTH_NAMES
from dashboard.domain.period import Period, periods_in
from dashboard.domain.reported_month import find_months
from dashboard.domain.sheet_name import read_sheet_name
from dashboard.workbook.grid import Grid, GridCell
from dashboard.workbook.header import Header, find_headers
from dashboard.workbook.sections import sections_of
from dashboard.workbook.side_by_side import LIGHTS

LONGEST_HEADING = 60


def by_month(whole: Grid) -> list[Grid]:
    """Part a plan by the months that stand over its lines; the whole as it is where there are not several.

    Headings that say no month hold for every month.
    """
    headers = find_headers(whole)
    if not headers:
        return [whole]
    of_headers = {row for each in headers for row in range(each.first_row, each.last_row + 1)}
    said, first = dict(_months(whole, headers)), headers[0].first_row
    now: Period | None = None
    of_line: dict[int, Period | None] = {}
    used: set[int] = set()
    speaking = 0
    for row, cells in whole.rows.items():
        if row in said:
            now, speaking = said[row], row
        if len(cells) > 1 and row > first and row not in of_headers:
            of_line[row] = now
            used.add(speaking)
    used -= of_headers
    dated = [row for row in whole.rows if row < first and any(find_months(cell.text) for cell in whole.texts(row))]
    rows = {
        row: _of_section(cells) if row in said and (row > first or len(dated) > 1) else cells
        for row, cells in whole.rows.items()
    }
    periods = dict.fromkeys(of_line.values())
    if not any(one.differs(other) for one in periods for other in periods if one and other):
        return [replace(whole, rows=rows)]
    return [_part(whole, rows, period, of_line, said, used) for period in periods]


def _part(
    whole: Grid,
    rows: Mapping[int, Mapping[int, GridCell]],
    period: Period | None,
    of_line: Mapping[int, Period | None],
    said: Mapping[int, Period],
    used: set[int],
) -> Grid:
    """Take the lines of a period, with the headers and headings that are of no other."""
    of_another = {row for row, own in [*of_line.items(), *said.items()] if own != period}
    bare = {row for row in used if not any(sections_of(cell.text) for cell in rows.get(row, {}).values())}
    kept = {row: cells for row, cells in rows.items() if row not in of_another | bare}
    return replace(
        whole,
        sheet=_name(period) if period else whole.sheet,
        rows=kept,
        errors=tuple(cell for cell in whole.errors if cell.row in kept),
        comments={place: text for place, text in whole.comments.items() if place[0] in kept},
        drawings=tuple(each for each in whole.drawings if not each.row or each.row in kept),
    )


def _of_section(cells: Mapping[int, GridCell]) -> Mapping[int, GridCell]:
    """Give a heading without its month where the rest says whose the lines are: "Økonomiudvalget, maj 2025"."""
    rests = {column: periods_in(cell.text)[1].strip(" ,:-–()") for column, cell in cells.items()}
    return {
        column: cell._replace(text=rests[column], value=rests[column], runs=()) if sections_of(rests[column]) else cell
        for column, cell in cells.items()
    }


def _months(grid: Grid, headers: list[Header]) -> Iterator[tuple[int, Period]]:
    """Give the rows that say the month of what is below them: headings, and headers of lights."""
    for header in headers:
        columns = (column for column in header.columns if column.field in LIGHTS)
        found = {period for column in columns if (period := month_said(column.header))}
        if len(found) == 1:
            yield header.first_row, found.pop()
    for row, cells in grid.rows.items():
        texts = grid.texts(row)
        is_heading = row % BLOCK > PARAGRAPHS or (len(cells) == 1 and grid.merged_columns(row, min(cells)) > 1)
        if is_heading and len(texts) == 1 and (period := month_said(texts[0].text)):
            yield row, period


def month_said(text: str) -> Period | None:
    """Give the month that a heading says of what is below it."""
    if len(text) > LONGEST_HEADING or text.endswith("."):
        return None
    name = read_sheet_name(text)
    period = name.period or name.perhaps
    return period if period and period.is_a_month else None


def _name(period: Period) -> str:
    return " ".join(filter(None, (MONTH_NAMES[period.first - 1].capitalize(), str(period.year or ""))))
