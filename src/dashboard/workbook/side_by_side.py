"""Tables that stand beside each other below one row of headers: each is read as a sheet of its own columns."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from dashboard.domain.identity import normalised
from dashboard.domain.issue import Issue, issue
from dashboard.domain.light import Light
from dashboard.domain.terms import Terms
from dashboard.domain.words import light_word
from dashboard.workbook.grid import Grid, GridCell
from dashboard.workbook.header import Header, Table, read_header
from dashboard.workbook.light_column import shown_light

LIGHTS = ("light", "status", "light_mark")
Span = tuple[int, int | None]
ALL_LIGHTS = {light for light in Light if light.is_reported}


def tables_beside(grid: Grid, header: Header, rows: Sequence[int], terms: Terms) -> list[Table]:
    """Part what stands below a header row into tables: each has titles and a light of its own.

    A new one begins where the first header is repeated, or behind a column in which nothing stands. Other columns
    belong to the table on their left, unless they explain or count the lights.
    """
    for starts in (_repeats(header), _repeats(header) | _behind_gaps(grid, header, rows)):
        spans, is_left_out = _spans(grid, header, rows, sorted(starts), terms)
        if len(spans) > 1 or is_left_out:
            return [_table(_columns(grid, *span), header, rows, terms) for span in spans]
    return [Table(grid, header, tuple(rows))]


def _spans(
    grid: Grid, header: Header, rows: Sequence[int], starts: Sequence[int], terms: Terms
) -> tuple[list[Span], bool]:
    """Give the columns of each table, and whether some belong to none."""
    spans: list[Span] = []
    is_left_out = False
    for first, end in zip([1, *starts], [*starts, None], strict=True):
        part = _columns(grid, first, end)
        explains = bool(spans) and _explains_lights(part, header, rows, terms)
        if ("title" in header.by_field or not explains) and _is_table(part, header, terms):
            spans.append((first if spans else 1, end))
        elif spans and (explains or spans[-1][1] != first):
            is_left_out = True
        elif spans:
            spans[-1] = spans[-1][0], end
    return spans, is_left_out


def seem_two_tables(table: Table, terms: Terms) -> Issue | None:
    """Ask about a table whose headers have titles and lights twice over, with nothing that parts them."""
    starts = [column for column in table.header.by_field.get("title", ()) if column.exact]
    end = table.header.columns[-1].number + 1
    for first, second in pairwise(starts):
        spans = (first.number, second.number), (second.number, end)
        if all(_holds_lights(table, *span, terms) for span in spans):
            return issue(
                "two-tables", sheet=table.grid.sheet, cell=second.reference, value=second.header, detail=first.header
            )
    return None


def column_cells(grid: Grid, column: int, rows: Sequence[int]) -> list[GridCell]:
    """List the cells of a column in the given rows."""
    return [cell for row in rows if (cell := grid.cell(row, column)) is not None]


def _holds_lights(table: Table, first: int, end: int, terms: Terms) -> bool:
    columns = [c.number for c in table.header.columns if first < c.number < end and c.exact and c.field in LIGHTS[:2]]
    cells = [cell for number in columns for cell in column_cells(table.grid, number, table.rows)]
    lit = [cell for cell in cells if (shown_light(cell) or light_word(cell.text, terms)) in ALL_LIGHTS]
    return len(lit) * 2 > len(cells)


def _is_table(part: Grid, header: Header, terms: Terms) -> bool:
    is_titled = "title" in header.by_field
    row = header.first_row
    own = read_header(part, row, terms, needs_title=is_titled) if row in part.rows else None
    return own is not None and ("title" in own.by_field or not is_titled) and bool(own.by_field.keys() & set(LIGHTS))


def _explains_lights(part: Grid, header: Header, rows: Sequence[int], terms: Terms) -> bool:
    """Tell whether columns are a legend with a header ("Farve", "Betydning"), or the number of lines of each light."""
    columns = [column for column in header.columns if column.number in part.rows.get(header.first_row, {})]
    counted = [column.number for column in columns if column.field == "light_mark"]
    if len(counted) > 1:
        return _are_numbers([cell for number in counted for cell in column_cells(part, number, rows)])
    lights = [column.number for column in columns if column.field in LIGHTS]
    is_legend = len(lights) == 1 and len(columns) > 1
    return is_legend and _is_each_light_once(column_cells(part, lights[0], rows), terms)


def _are_numbers(cells: Sequence[GridCell]) -> bool:
    return all(cell.text.isdecimal() for cell in cells)


def _is_each_light_once(cells: Sequence[GridCell], terms: Terms) -> bool:
    said = [shown_light(cell) or light_word(cell.text, terms) for cell in cells]
    return set(said) >= ALL_LIGHTS and len(set(said)) == len(said)


def _table(part: Grid, header: Header, rows: Sequence[int], terms: Terms) -> Table:
    own = read_header(part, header.first_row, terms, needs_title="title" in header.by_field)
    return Table(part, own or header, tuple(row for row in rows if row in part.rows))


def _repeats(header: Header) -> set[int]:
    first, *others = header.columns
    return {column.number for column in others if normalised(column.header) == normalised(first.header)}


def _behind_gaps(grid: Grid, header: Header, rows: Sequence[int]) -> set[int]:
    filled = {cell.column for row in rows for cell in grid.texts(row)}
    pairs = pairwise(header.columns)
    gaps = {column.number: range(before.number + 1, column.number) for before, column in pairs}
    return {number for number, gap in gaps.items() if gap and filled.isdisjoint(gap)}


def _columns(grid: Grid, first: int, end: int | None) -> Grid:
    """Keep the columns from one up to another, and the lone texts that are merged over both sides of them."""

    def belongs(cell: GridCell) -> bool:
        if first <= cell.column and (end is None or cell.column < end):
            return True
        last = cell.column + grid.merged_columns(cell.row, cell.column) - 1
        return cell.column < first <= last and len(grid.texts(cell.row)) == 1

    kept = {row: {number: cell for number, cell in cells.items() if belongs(cell)} for row, cells in grid.rows.items()}
    return replace(grid, rows={row: cells for row, cells in kept.items() if cells})
