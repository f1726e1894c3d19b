"""Tables whose lines stand beside each other, with the fields (or the months) as rows: told, never read."""

from collections.abc import Sequence

from dashboard.domain.heading_words import USUAL_HEADER, Column, recognise
from dashboard.domain.issue import Issue, issue
from dashboard.domain.light import Light
from dashboard.domain.period import named_months
from dashboard.domain.terms import Terms
from dashboard.domain.words import light_word
from dashboard.workbook.colour import light_of
from dashboard.workbook.grid import Grid, GridCell
from dashboard.workbook.header import Header

LABELS = ("title", "code", "udvalg", "tema", "art", "responsible", "schedule", "light", "status", "status_text", "done")
LIGHTS = {"light", "status"}
SEVERAL = 2


def find_transposed(grid: Grid, headers: Sequence[Header], terms: Terms, *, alone: bool) -> Issue | None:
    """Say that a sheet's lines stand as columns: header words below each other, and lights across in the row of one.

    Where a header row is found as well, it must have no light, and they must stand below it where titles stand.
    Months below each other count where the workbook has no table (``alone``); beside one they are its history.
    """
    for labels in _labels_by_column(grid, headers, terms).values():
        fields = {label.field for label in _exact(labels)} - LIGHTS
        lights = [label for label in labels if label.field in LIGHTS]
        across = [label for label in lights if _gives_lights_across(grid, label, terms)]
        is_table = bool(fields) or (alone and _are_months(across))
        if not across and alone and "title" in fields and len(fields) >= SEVERAL:
            across = _exact(lights)  # nobody is reported yet
        if across and is_table:
            return issue("transposed", sheet=grid.sheet, cell=across[0].reference, value=across[0].header)
    return None


def _labels_by_column(grid: Grid, headers: Sequence[Header], terms: Terms) -> dict[int, list[Column]]:
    titles = [
        (header.last_row, column.number)
        for header in headers
        if not _has_a_light(header)
        for column in header.by_field.get("title", ())
    ]
    found: dict[int, list[Column]] = {}
    for cell in (cell for row in grid.rows for cell in grid.texts(row) if len(cell.text) <= USUAL_HEADER):
        if not headers or any(cell.row > last_row and cell.column == column for last_row, column in titles):
            label = recognise(cell.column, cell.row, cell.text, terms)
            if label.field in LABELS:
                found.setdefault(cell.column, []).append(label)
    return found


def _exact(labels: Sequence[Column]) -> list[Column]:
    return [label for label in labels if label.exact]


def _are_months(labels: Sequence[Column]) -> bool:
    return sum(bool(named_months(label.header)) for label in labels) >= SEVERAL


def _has_a_light(header: Header) -> bool:
    return any(column.exact and column.field in (*LIGHTS, "light_mark") for column in header.columns)


def _gives_lights_across(grid: Grid, label: Column, terms: Terms) -> bool:
    """Tell whether a label's row holds several lights, in columns that hold something else in another row above."""
    lit = {cell.column for cell in grid.rows[label.row].values() if cell.column > label.number and _lit(cell, terms)}
    return len(lit) >= SEVERAL and any(
        row != label.row and sum(cell.column in lit and not _lit(cell, terms) for cell in grid.texts(row)) >= SEVERAL
        for row in grid.rows
    )


def _lit(cell: GridCell, terms: Terms) -> bool:
    return light_of(cell.fill) is not None or light_word(cell.text, terms) not in (None, Light.NOT_REPORTED)
