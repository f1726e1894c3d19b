"""Tables that stand beside each other below one row of headers: each is read as a sheet of its own columns."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from dashboard.domain.heading_words import Column
from dashboard.domain.identity import normalised
from dashboard.domain.issue import Issue, issue
from dashboard.domain.light import Light
from dashboard.domain.words import light_word
from dashboard.workbook.grid import GridCell
from dashboard.workbook.header import Table, read_header
from dashboard.workbook.light_column import shown_light
from dashboard.workbook.roles import says_overall

LIGHTS = frozenset({"light", "status", "light_mark"})
Span = tuple[int, int | None]
ALL_LIGHTS = {light for light in Light if light.is_reported}


def tables_beside(table: Table) -> list[Table]:
    """Part what stands below a header row into tables: each has titles and a light of its own.

    A new one begins where the first header is repeated, or behind a column in which nothing stands. Other columns
    belong to the table on their left, unless they explain or count the lights.
    """
    first, *others = table.header.columns
    repeats = {column.number for column in others if normalised(column.header) == normalised(first.header)}
    for starts in (repeats, repeats | _behind_gaps(table)):
        spans, is_left_out = _spans(table, sorted(starts)) if starts else ([], False)
        if len(spans) > 1 or is_left_out:
            return [_part(table, *span) for span in spans]
    return [table]


def _spans(table: Table, starts: Sequence[int]) -> tuple[list[Span], bool]:
    """Give the columns of each table, and whether some belong to none."""
    spans: list[Span] = []
    is_left_out = False
    is_titled = "title" in table.header.by_field
    for first, end in zip([1, *starts], [*starts, None], strict=True):
        part = _part(table, first, end)
        explains = first > 1 and _explains_lights(part, table)
        if explains and not spans:
            spans.append((1, first))
        fields = part.header.by_field.keys() if part.header is not table.header else set()
        if (is_titled or not explains) and fields & LIGHTS and ("title" in fields or not is_titled):
            spans.append((first if spans else 1, end))
        elif spans and (explains or spans[-1][1] != first):
            is_left_out = True
        elif spans:
            spans[-1] = spans[-1][0], end
    return spans, is_left_out


def _part(table: Table, first: int, end: int | None) -> Table:
    """Cut columns out of a table; they keep its header where their own texts are none.

    Lone texts that are merged over both sides belong to each.
    """
    grid = table.grid

    def belongs(cell: GridCell) -> bool:
        if first <= cell.column and (end is None or cell.column < end):
            return True
        last = cell.column + grid.merged_columns(cell.row, cell.column) - 1
        return cell.column < first <= last and len(grid.texts(cell.row)) == 1

    kept = {row: {number: cell for number, cell in cells.items() if belongs(cell)} for row, cells in grid.rows.items()}
    part = replace(grid, rows={row: cells for row, cells in kept.items() if cells})
    own = read_header(part, table.header.first_row, needs_title="title" in table.header.by_field)
    return Table(part, own or table.header, tuple(row for row in table.rows if row in part.rows))


def seem_two_tables(table: Table) -> Issue | None:
    """Ask about a table whose headers have titles and lights twice over, with nothing that parts them."""
    starts = [column for column in table.header.by_field.get("title", ()) if column.exact]
    lights = [column for column in table.header.columns if column.exact and column.field in ("light", "status")]
    for first, second in pairwise(starts):
        between = [column for column in lights if first.number < column.number < second.number]
        if any(says_overall(column.header) for column in between):
            continue  # "Indsats, Samlet status, Delopgave, Status"
        beyond = [column for column in lights if column.number > second.number]
        said = [_said_in(table, side) for side in (between, beyond)]
        if all(sum(light in ALL_LIGHTS for light in side) * 2 > len(side) for side in said):
            return issue(
                "two-tables", sheet=table.grid.sheet, cell=second.reference, value=second.header, detail=first.header
            )
    return None


def _said_in(table: Table, columns: Sequence[Column]) -> list[Light | None]:
    cells = (table.grid.cell(row, column.number) for column in columns for row in table.rows)
    return [shown_light(cell) or light_word(cell.text) for cell in cells if cell is not None]


def _explains_lights(part: Table, whole: Table) -> bool:
    """Tell whether columns are a legend with a header ("Farve", "Betydning"), or the number of lines of each light."""
    header = whole.header
    columns = [column for column in header.columns if column.number in part.grid.rows.get(header.first_row, {})]
    counted = [column.number for column in columns if column.field == "light_mark"]
    if len(counted) > 1:
        return all(part.grid.text(row, number).isdecimal() for row in part.rows for number in counted)
    lights = [column for column in columns if column.field in LIGHTS]
    said = _said_in(part, lights)
    if len(lights) != 1 or len(columns) < 2 or len(said) < sum(bool(part.grid.texts(row)) for row in part.rows):
        return False  # a line without a light: no legend has one
    others = [column for column in header.columns if column not in columns]
    if not any(light in ALL_LIGHTS for light in _said_in(whole, others)):
        return False  # the only lights: those of the lines
    return set(said) >= ALL_LIGHTS and len(set(said)) == len(said)


def _behind_gaps(table: Table) -> set[int]:
    """Give the columns behind one in which nothing stands; what a title is merged over is no such one."""
    rows = [texts for row in (table.header.first_row, *table.rows) if (texts := table.grid.texts(row))]
    filled = {cell.column for texts in rows[1:] for cell in texts}
    for cell in (cell for texts in rows if len(texts) > 1 for cell in texts):
        filled |= set(range(cell.column + 1, cell.column + table.grid.merged_columns(cell.row, cell.column)))
    pairs = pairwise(table.header.columns)
    gaps = {column.number: range(before.number + 1, column.number) for before, column in pairs}
    return {number for number, gap in gaps.items() if gap and filled.isdisjoint(gap)}
