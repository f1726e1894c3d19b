"""Header rows: where they stand, and the headings of their columns; and headers that stand as a column instead."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from dashboard.domain.amount import only_unit, unit_said
from dashboard.domain.heading_words import ACCOUNTS, USUAL_HEADER, Column, exact_weight, recognise, recognise_words
from dashboard.domain.identity import normalised
from dashboard.domain.issue import Issue, issue
from dashboard.domain.light import Light
from dashboard.domain.period import named_months
from dashboard.domain.words import light_word
from dashboard.workbook.colour import light_of
from dashboard.workbook.grid import Grid, GridCell

LIGHTS = frozenset({"light", "status", "light_mark", "aspect", "previous"})
TITLES = frozenset({"title", "weak_title"})
LABELS = ("title", "code", "udvalg", "tema", "art", "responsible", "schedule", "light", "status", "status_text", "done")
ACROSS = ("light", "status")
SEVERAL = 2
YELLOWS = ("gu", "y", "a")  # with one of them a G beside it is green
LETTERS = {"g": Light.GREEN, "gr": Light.GREEN, "r": Light.RED, "rø": Light.RED, **dict.fromkeys(YELLOWS, Light.YELLOW)}


@dataclass(frozen=True)
class Header:
    """A header row (or two) with its columns from left to right."""

    first_row: int
    last_row: int
    columns: tuple[Column, ...]

    @cached_property
    def by_field(self) -> Mapping[str, list[Column]]:
        """Group the columns by the role that their words say most for, left to right."""
        fields: dict[str, list[Column]] = {}
        for column in self.columns:
            if column.field is not None:
                fields.setdefault(column.field, []).append(column)
        return fields


@dataclass(frozen=True)
class Table:
    """One table: the part of the sheet that it may look at, its header, and the numbers of the rows below it."""

    grid: Grid
    header: Header
    rows: tuple[int, ...]


def find_headers(grid: Grid, *, needs_title: bool = True) -> list[Header]:
    """Find every header row of a sheet: the row with most known headings, and each other row that is unmistakable.

    Without ``needs_title`` the column of titles may have no heading: only where no sheet has a table otherwise.
    """
    rows = (read_header(grid, row, needs_title=needs_title) for row in grid.rows)
    candidates = [header for header in rows if header is not None]
    if not candidates:
        return []
    main = max(candidates, key=lambda header: (len(header.by_field), -header.first_row))
    texts = [cell.text for cell in grid.texts(main.first_row)]
    return [
        header
        for header in candidates
        if [cell.text for cell in grid.texts(header.first_row)] == texts or _is_another_tables(header, main)
    ]


def _is_another_tables(header: Header, main: Header) -> bool:
    """Tell whether a row is unmistakably a header; one below the first with a title where titles stand is a line."""
    exact = {column.field for column in header.columns if column.exact}
    all_known = all(column.exact for column in header.columns) and bool(exact & {"light", "status"})
    titles = {column.number for column in main.by_field.get("title", ())}
    holds_a_line = any(column.number in titles and not column.exact for column in header.columns)
    is_line = header.first_row > main.last_row and holds_a_line
    return "title" in exact and (len(exact) >= 3 or all_known) and not is_line


def read_header(grid: Grid, row: int, *, needs_title: bool = True) -> Header | None:
    """Read a row as headings; None when it is none."""
    cells = grid.texts(row)
    if len(cells) < 2 or sum(len(cell.text) > USUAL_HEADER for cell in cells) * 3 > len(cells):
        return None
    if not _may_be_headings([recognise_words(cell.text) for cell in cells], cells, needs_title=needs_title):
        return None  # nearly every row ends here, so this comes before anything that costs
    columns = [recognise(cell.column, row, cell.text) for cell in cells]
    titles = {column.number for column in columns if column.field in TITLES}
    below = _second_row(grid, row, titles)
    taken = {column.number for column in below}
    columns = sorted([c for c in columns if c.number not in taken] + below, key=lambda column: column.number)
    fields = {column.field for column in columns} - {None}
    if not fields & LIGHTS and len(fields) < 3:
        return None
    return Header(row, row + 1 if below else row, tuple(columns))


def _may_be_headings(columns: Sequence[Column], cells: Sequence[GridCell], *, needs_title: bool) -> bool:
    exact = {column.field for column in columns if column.exact and column.light is None}
    if not needs_title:
        heard = sum(bool(column.weights) for column in columns)
        return bool(exact) and heard > 1 and heard * 2 >= len(columns)
    is_said = len(exact) > 1 or "title" in exact
    usual = [column for column, cell in zip(columns, cells, strict=True) if len(cell.text) <= USUAL_HEADER]
    known = {column.field for column in usual} - {None}
    return is_said and not known.isdisjoint(TITLES) and not len(cells) > 2 > len(known)


def _second_row(grid: Grid, row: int, titles: set[int]) -> list[Column]:
    """Read the row below as the header's second half: only headings stand there, and none of them below the title.

    A word below a merged group is read with the group's: "Status" over "April" and "Maj".
    """
    below = grid.texts(row + 1)
    if not below or not titles or titles & {cell.column for cell in below}:
        return []
    columns, marks = [], _marks_below(grid, row, below)
    for cell in below:
        is_group = grid.merged_columns(row, cell.column) > 1 or only_unit(cell.text) is not None
        group = grid.text(row, cell.column) if is_group else ""
        column = marks.get(cell.column) or _below_a_group(cell, group)
        if column.field is None or not (column.exact or group):
            return []
        columns.append(replace(column, header=re.sub(r"\s+", " ", f"{group} {cell.text}".strip())))
    return columns


def _marks_below(grid: Grid, row: int, below: Sequence[GridCell]) -> dict[int, Column]:
    """Read letters for the lights below one heading as a column for each: "G", "GU" and "R" below "Status".

    The heading is merged over them, or nothing stands beside it.
    """
    found: dict[int, Column] = {}
    headed = [max((cell.column for cell in grid.texts(row) if cell.column <= of.column), default=0) for of in below]
    for heading in {*headed}:
        cells = [cell for cell, above in zip(below, headed, strict=True) if above == heading]
        letters = [cell.text.casefold() for cell in cells]
        if len(set(letters)) == len(letters) > 1 and set(letters) <= LETTERS.keys() and {*letters} & {*YELLOWS}:
            for cell, letter in zip(cells, letters, strict=True):
                column = recognise(cell.column, cell.row, cell.text)
                found[cell.column] = replace(column, weights={"light_mark": exact_weight()}, light=LETTERS[letter])
    return found


def _below_a_group(cell: GridCell, group: str) -> Column:
    own = recognise(cell.column, cell.row, cell.text)
    if not group:
        return replace(own, weights={"status_text": exact_weight()}) if own.field == "weak_title" else own
    grouped = recognise(cell.column, cell.row, f"{group} {cell.text}")
    if only_unit(cell.text) is not None:
        return grouped
    if own.field == "amount":
        is_accounts = ACCOUNTS.search(normalised(group)) is not None
        own = replace(own, weights={"sum": exact_weight()}) if is_accounts else own
        return replace(own, unit=own.unit or unit_said(normalised(group)))
    return grouped if grouped.field and not (own.field and own.exact) else own


def find_transposed(grid: Grid, headers: Sequence[Header], *, alone: bool) -> Issue | None:
    """Say that a sheet's lines stand as columns: header words below each other, and lights across in the row of one.

    Where a header row is found as well, it must have no light, and they must stand below it where titles stand.
    Months below each other count where the workbook has no table (``alone``); beside one they are its history.
    """
    for labels in _labels_by_column(grid, headers).values():
        exact = [label for label in labels if label.exact]
        fields = {label.field for label in exact}.difference(ACROSS)
        lights = [label for label in labels if label.field in ACROSS]
        across = [label for label in lights if _gives_lights_across(grid, label)]
        is_table = bool(fields) or (alone and sum(bool(named_months(label.header)) for label in across) >= SEVERAL)
        if not across and alone and "title" in fields and len(fields) >= SEVERAL:
            across = [label for label in exact if label.field in ACROSS]  # nobody is reported yet
        if across and is_table:
            return issue("transposed", sheet=grid.sheet, cell=across[0].reference, value=across[0].header)
    return None


def _labels_by_column(grid: Grid, headers: Sequence[Header]) -> dict[int, list[Column]]:
    titles = [
        (header.last_row, column.number)
        for header in headers
        if not any(column.exact and column.field in (*ACROSS, "light_mark") for column in header.columns)
        for column in header.by_field.get("title", ())
    ]
    found: dict[int, list[Column]] = {}
    for cell in (cell for row in grid.rows for cell in grid.texts(row) if len(cell.text) <= USUAL_HEADER):
        if not headers or any(cell.row > last_row and cell.column == column for last_row, column in titles):
            label = recognise(cell.column, cell.row, cell.text)
            if label.field in LABELS:
                found.setdefault(cell.column, []).append(label)
    return found


def _gives_lights_across(grid: Grid, label: Column) -> bool:
    """Tell whether a label's row holds several lights, in columns that hold something else in another row above."""
    lit = {cell.column for cell in grid.rows[label.row].values() if cell.column > label.number and _lit(cell)}
    return len(lit) >= SEVERAL and any(
        row != label.row and sum(cell.column in lit and not _lit(cell) for cell in grid.texts(row)) >= SEVERAL
        for row in grid.rows
    )


def _lit(cell: GridCell) -> bool:
    return light_of(cell.fill) is not None or light_word(cell.text) not in (None, Light.NOT_REPORTED)
