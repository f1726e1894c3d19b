"""Tables with a row for each line and month: only the rows of the workbook's own month are read."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from dashboard.domain.cell_name import cell_name
from dashboard.domain.heading_words import Column, role_weights
from dashboard.domain.identity import normalised
from dashboard.domain.month import MONTH_NAMES, Month
from dashboard.domain.period import Period, periods_in
from dashboard.workbook.grid import GridCell, Merge
from dashboard.workbook.header import Table
from dashboard.workbook.sheet_reading import SheetReading

YEARS = range(2020, 2050)
LONGEST_PERIOD = 30
HALF, SEVERAL = 2, 2
MOSTLY = 0.7  # of the lines stand in each month


def rows_of_month(table: Table, month: Month | None, log: SheetReading) -> Table:
    """Leave out the rows of other months, where lines stand once for each month; it is told, or asked for the month."""
    words = role_weights()["month_of_a_row"]
    column = next((c for c in table.header.columns if normalised(c.header) in words), None)
    titles = _repeated_titles(table, column)
    if not titles:
        return table
    periods = _in_column(table, column, list(titles)) if column is not None else _in_headings(table, titles)
    said = [periods[row] for row in titles if row in periods]
    pairs = {(title, periods.get(row)) for row, title in titles.items()}
    if len(said) * HALF < len(titles) or len(set(said)) < SEVERAL or len(pairs) < len(titles):
        return table
    if len(pairs) < len(set(titles.values())) * len(set(said)) * MOSTLY or _are_others(table, titles):
        return table
    months = ", ".join(map(_named, sorted(set(said), key=lambda each: (each.year or 0, each.first))))
    place = (
        cell_name(column.row, column.number) if column else cell_name(min(periods), min(table.grid.rows[min(periods)]))
    )
    if month is None or not any(period.covers(month) for period in said):
        log.tell("which-months-rows", place, months)
        return replace(table, rows=())
    log.tell("rows-of-other-months", place, months, detail=month.label)
    own = [row for row in table.rows if row not in periods or (row in titles and periods[row].covers(month))]
    return replace(_without(table, column, titles), rows=tuple(own))


def _are_others(table: Table, titles: Mapping[int, str]) -> bool:
    """Tell whether rows of one title are different lines: they have different codes or udvalg."""
    told: dict[tuple[str, int], set[str]] = {}
    for field in ("code", "udvalg"):
        for column in table.header.by_field.get(field, ()):
            for row, title in titles.items():
                told.setdefault((title, column.number), set()).add(normalised(table.grid.text(row, column.number)))
    return any(len(said - {""}) > 1 for said in told.values())


def _without(table: Table, column: Column | None, titles: Mapping[int, str]) -> Table:
    """Take the column of months away, and let a title that stands in the first of its rows hold for the others."""
    if column is None:
        return table
    grid, number = table.grid, _title_columns(table)[0]
    rows = {row: {n: cell for n, cell in cells.items() if n != column.number} for row, cells in grid.rows.items()}
    merged, first = dict(grid.merged_into), 0
    for row in titles:
        first = row if grid.text(row, number) or not first else first
        if not grid.text(row, number):
            merged[row, number] = Merge(first, number, row, number)
    columns = tuple(each for each in table.header.columns if each is not column)
    kept = replace(grid, rows={row: cells for row, cells in rows.items() if cells}, merged_into=merged)
    return replace(table, grid=kept, header=replace(table.header, columns=columns))


def _title_columns(table: Table) -> list[int]:
    return [column.number for column in table.header.by_field.get("title", ())]


def _repeated_titles(table: Table, column: Column | None) -> dict[int, str]:
    """Give the titles by row, where at least half of them stand more than once; in nearly every table they do not.

    Beside a column of months a title may stand in the first of its rows only.
    """
    grid, columns, above, titles = table.grid, _title_columns(table), "", dict[int, str]()
    for row in table.rows if columns else ():
        said = [grid.text(row, number) for number in columns]
        if any(said):
            above = normalised(" | ".join(said))
        elif column is None or not grid.text(row, column.number):
            continue
        if above and len(grid.rows[row]) > 1:
            titles[row] = above
    count = Counter(titles.values())
    repeated = sum(n for n in count.values() if n > 1)
    return titles if titles and repeated * HALF >= len(titles) else {}


def _in_headings(table: Table, titles: Mapping[int, str]) -> dict[int, Period]:
    """Give the month of each row that stands below a heading of nothing but a month, and of the heading."""
    found: dict[int, Period] = {}
    now: Period | None = None
    for row in table.rows:
        texts = table.grid.texts(row)
        now = (_period(texts[0]) if row not in titles and len(texts) == 1 else None) or now
        if now is not None:
            found[row] = now
    return found


def _in_column(table: Table, column: Column, rows: Sequence[int]) -> dict[int, Period]:
    """Read the months of a column; one to the left of the titles may stand in the first of its rows only."""
    grid, titles = table.grid, _title_columns(table)
    years = next((c.number for c in table.header.columns if normalised(c.header) in ("år", "year")), 0)
    found: dict[int, Period] = {}
    now: Period | None = None
    for row in rows:
        cell, year = grid.cell(row, column.number), grid.text(row, years)
        period = _period(cell) if cell is not None else None
        if period and period.year is None and year.isdecimal() and int(year) in YEARS:
            period = replace(period, year=int(year))
        now = period or (now if column.number < min(titles) and not (cell and cell.text) else None)
        if now is not None:
            found[row] = now
    return found


def _period(cell: GridCell) -> Period | None:
    """Read a cell that says nothing but a month or a quarter; a bare number of a month as well."""
    if isinstance(cell.value, date):
        return Period(cell.value.month, cell.value.month, cell.value.year)
    if cell.text.isdecimal() and 1 <= int(cell.text) <= len(MONTH_NAMES):
        return Period(int(cell.text), int(cell.text))
    periods, rest = periods_in(cell.text) if len(cell.text) <= LONGEST_PERIOD else ([], "")
    is_alone = not any(map(str.isalnum, rest.replace("ultimo", "").replace("pr", "")))
    return periods[0] if len(periods) == 1 and is_alone else None


def _named(period: Period) -> str:
    first, last = MONTH_NAMES[period.first - 1], MONTH_NAMES[period.last - 1]
    return f"{first if period.is_a_month else f'{first}-{last}'} {period.year or ''}".strip()
