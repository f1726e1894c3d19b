"""A light for all of an indsats beside those of its parts: in a column of its own, or in a row."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from dashboard.domain.cell_name import cell_name, listed
from dashboard.domain.identity import normalised
from dashboard.domain.light import Light
from dashboard.domain.status_row import LinePart, StatusRow
from dashboard.domain.terms import terms
from dashboard.domain.words import split_title
from dashboard.workbook.layout import Layout
from dashboard.workbook.roles import says_overall
from dashboard.workbook.row import Row, RowKind
from dashboard.workbook.sheet_reading import SheetReading

SEVERAL = 2


def has_overall_column(layout: Layout) -> bool:
    """Tell whether each row has a light of its own beside the overall one of what it belongs to."""
    light = next((column.heading for column in layout.columns if column.number == layout.light.number), None)
    is_overall = light is not None and says_overall(light.header)
    return is_overall and "parent" in layout.fields and len(layout.other_lights) == 1


def join_projects(read: Mapping[Row, StatusRow]) -> dict[Row, StatusRow]:
    """Make one line of the rows of each project, with the overall light, and parts of the rows.

    Where two rows of a project have different overall lights, or amounts, each stays a line.
    """
    projects: dict[str, list[Row]] = {}
    for row in read:
        projects.setdefault(normalised(row.project), []).append(row)
    are_sure = all(name and _is_one([read[row] for row in rows]) for name, rows in projects.items())
    if not are_sure or all(len(rows) == 1 for rows in projects.values()):
        return dict(read)
    return {rows[0]: _joined(rows, read) for rows in projects.values()}


def _is_one(lines: Sequence[StatusRow]) -> bool:
    lights = {line.shown_light for line in lines} - {Light.NOT_REPORTED}
    codes, udvalg = {line.code for line in lines} - {None}, {line.udvalg for line in lines} - {()}
    return max(len(lights), len(codes), len(udvalg), sum(bool(line.amounts) for line in lines)) <= 1


def _joined(rows: Sequence[Row], read: Mapping[Row, StatusRow]) -> StatusRow:
    first = rows[0]
    counted = next((read[row] for row in rows if read[row].shown_light is not Light.NOT_REPORTED), read[first])
    told, project = split_title(first.project), cell_name(first.number, first.layout.fields["parent"])
    amounts = next((read[row].amounts for row in rows if read[row].amounts), {})
    runs = {name: runs for name, runs in counted.runs.items() if name not in ("title", "status_text")}
    cells = {name: cell for name, cell in counted.cells.items() if name != "status_text"}
    return replace(
        counted,
        title=told.title,
        title_cell=project,
        code=told.code or counted.code,
        status_text=None,
        amounts=amounts,
        runs=runs,
        cells=cells | {"title": project},
        subtasks=tuple(_part(row, read[row]) for row in rows),
        other_lights=(),
    )


def _part(row: Row, line: StatusRow) -> LinePart:
    own = line.other_lights[0] if line.other_lights else LinePart("", line.title_cell)
    said = " ".join(filter(None, (own.text, line.status_text)))
    return LinePart(row.text("title"), own.cell, own.light, own.done, said or None)


def tell_overall_rows(rows: Sequence[Row], reading: SheetReading) -> None:
    """Tell of the rows that have the light of those around them, where each of these is read as a line."""
    if any(row.kind is RowKind.SECTION for row in rows):
        return  # the light of an udvalg or a tema sums up lines
    found = [row.own_title for row in rows if row.is_lit and _is_overall(row) and row.own_title]
    if len(found) >= SEVERAL:
        cells = listed([f"{cell.reference} »{cell.text}«" for cell in found], "; ")
        reading.tell("overall-rows", found[0].reference, cells)


def _is_overall(row: Row) -> bool:
    title = row.text("title")
    if row.kind is RowKind.LINE:
        _, dash, title = title.replace(":", " - ").rpartition(" - ")
        return bool(dash) and normalised(title) in terms().overall
    return row.kind is RowKind.NO_LINE and normalised(title) in terms().overall
