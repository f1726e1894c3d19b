"""What lies on a sheet beside its lines: comments become their remarks, and what is drawn is told."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from textwrap import shorten

from openpyxl.utils.cell import coordinate_to_tuple

from dashboard.domain.cell_name import cell_name
from dashboard.domain.identity import normalised
from dashboard.domain.issue import Issue, issue
from dashboard.domain.light import Light
from dashboard.domain.status_row import StatusRow
from dashboard.domain.words import claims_a_light, light_word
from dashboard.workbook.formula import Place
from dashboard.workbook.grid import Grid
from dashboard.workbook.notes_and_drawings import CHART, CONTROL, LINE, PICTURE, SHAPE, Drawing

SEVERAL = {
    SHAPE: "figurer", PICTURE: "billeder", CHART: "diagrammer", LINE: "streger", CONTROL: "kontrolelementer",
}  # fmt: skip
MOST_NAMED = 12
MOST_SAID = 80  # letters of a comment


def keep_remarks(grid: Grid, rows: Sequence[StatusRow], heading: int) -> tuple[list[StatusRow], list[Issue]]:
    """Give each line the comments on its cells as its remark, and tell where they stood.

    What is written from the row of the ``heading`` on, but on no line, is told with its words.
    """
    lines = _lines(grid, rows)
    remarks: dict[int, list[Place]] = {}
    written = sorted(place for place, text in grid.comments.items() if text)
    for place in written:
        beside = sorted(lines.get(place[0], ()))
        left = [index for column, index in beside if column <= place[1]]
        if beside:
            remarks.setdefault(left[-1] if left else beside[0][1], []).append(place)
    kept = list(rows)
    for index, places in remarks.items():
        cells = {**rows[index].cells, "remark": cell_name(*places[0])}
        kept[index] = replace(rows[index], remark="\n".join(grid.comments[place] for place in places), cells=cells)
    told = [place for places in remarks.values() for place in places]
    said = [rows[index].cell for index, places in remarks.items() if _are_the_light(grid, places, rows[index])]
    lights = [issue("lights-in-comments", sheet=grid.sheet, cell=said[0], value=", ".join(said))] if said else []
    return kept, lights + _kept(grid, told) + _not_read(grid, sorted(set(written) - set(told)), heading)


def _are_the_light(grid: Grid, places: Sequence[Place], row: StatusRow) -> bool:
    """Tell whether comments say a light that the line itself does not."""
    texts = (grid.comments[place] for place in places)
    return row.shown_light is Light.NOT_REPORTED and any(
        light_word(text) not in (None, Light.NOT_REPORTED) or claims_a_light(text) for text in texts
    )


def _kept(grid: Grid, places: Sequence[Place]) -> list[Issue]:
    value = f"{len(places)} {'kommentar' if len(places) == 1 else 'kommentarer'} ({_named(places)})"
    return [issue("comments-kept", sheet=grid.sheet, value=value)] if places else []


def _not_read(grid: Grid, places: Sequence[Place], heading: int) -> list[Issue]:
    places = [place for place in places if place[0] >= heading]
    if not places:
        return []
    said = [f"{cell_name(*place)} »{shorten(grid.comments[place], MOST_SAID, placeholder=' …')}«" for place in places]
    value = "; ".join(said[:MOST_NAMED]) + (" m.fl." if len(said) > MOST_NAMED else "")
    return [issue("comments-not-read", sheet=grid.sheet, cell=cell_name(*places[0]), value=value)]


def tell_drawings(grid: Grid, rows: Sequence[StatusRow]) -> list[Issue]:
    """Tell what is drawn between the lines; as an error where it seems to be the lights of lines that have none."""
    lines = _lines(grid, rows)
    inside = _among(sorted(grid.drawings), lines)
    lights = _drawn_lights(inside, {row: [rows[index] for _, index in found] for row, found in lines.items()})
    if all(row.shown_light is Light.NOT_REPORTED for row in rows):
        lights |= _loose_lights(inside, rows)
    others = [each for each in inside if each not in lights]
    cells = list(dict.fromkeys(cell for cells in lights.values() for cell in cells))
    told = [issue("lights-drawn", sheet=grid.sheet, cell=cells[0], value=", ".join(cells))] if cells else []
    return told + ([_drawn(grid, others)] if others else [])


def _among(drawings: Sequence[Drawing], lines: Mapping[int, object]) -> list[Drawing]:
    """Give what lies between the lines or on no cell, and what has words below them."""
    first, last = min(lines, default=0), max(lines, default=0)
    among = [each for each in drawings if first <= each.row and (each.row <= last or each.has_words)]
    return [*(each for each in drawings if not each.row), *among] if lines else []


def _loose_lights(drawings: Sequence[Drawing], rows: Sequence[StatusRow]) -> dict[Drawing, list[str]]:
    """Give the small things that hang on no cell, with the cells of all lights; one alone is none."""
    loose = [each for each in drawings if _is_small(each) and not each.row]
    return {each: [row.cell for row in rows] for each in loose} if len(loose) > 1 else {}


def _drawn_lights(inside: Sequence[Drawing], lines: Mapping[int, Sequence[StatusRow]]) -> dict[Drawing, list[str]]:
    """Give the small shapes and pictures that seem to be lights, with the cells that should have said them.

    One alone is none, and neither is what stands beside lines with lights too, but where the light itself stands.
    """
    small = [each for each in inside if _is_small(each) and each.row]
    beside = [(each, row) for each in small for row in lines.get(each.row, ())]
    elsewhere = {each.column for each, row in beside if row.shown_light is not Light.NOT_REPORTED}
    return {
        each: [row.cell]
        for each, row in beside
        if row.shown_light is Light.NOT_REPORTED
        and ((len(small) > 1 and each.column not in elsewhere) or _is_over_its_light(each, row, alone=len(small) == 1))
    }


def _is_small(drawing: Drawing) -> bool:
    return drawing.kind in (SHAPE, PICTURE) and drawing.height <= 1


def _is_over_its_light(drawing: Drawing, row: StatusRow, *, alone: bool) -> bool:
    """Tell whether something lies in a line's light cell; over a title it takes several."""
    return drawing.column == coordinate_to_tuple(row.cell)[1] and not (alone and row.cell == row.title_cell)


def _drawn(grid: Grid, drawings: Sequence[Drawing]) -> Issue:
    kinds = Counter(each.kind for each in drawings)
    counted = " og ".join(f"{count} {kind if count == 1 else SEVERAL[kind]}" for kind, count in kinds.items())
    places = sorted({(each.row, each.column) for each in drawings if each.row})
    value = f"{counted} (ved {_named(places)})" if places else counted
    return issue("drawn-on-sheet", sheet=grid.sheet, cell=cell_name(*places[0]) if places else None, value=value)


def _named(places: Sequence[Place]) -> str:
    named = ", ".join(cell_name(*place) for place in places[:MOST_NAMED])
    return named if len(places) <= MOST_NAMED else f"{named} m.fl."


def _lines(grid: Grid, rows: Sequence[StatusRow]) -> dict[int, list[tuple[int, int]]]:
    """Give for each row of the sheet the lines in it: the column of its title, and its place among the rows.

    A line stands in every row that its title is merged over or goes on in, and in those of its parts.
    """
    lines: dict[int, list[tuple[int, int]]] = {}
    for index, row in enumerate(rows):
        number, column = coordinate_to_tuple(row.title_cell)
        merge = grid.merge_at(number, column)
        last = merge.last_row if merge else number
        while (more := normalised(grid.text(last + 1, column))) and more in normalised(row.title):
            last += 1
        parts = [coordinate_to_tuple(part.cell)[0] for part in row.subtasks]
        for each in {*range(number, last + 1), *parts}:
            lines.setdefault(each, []).append((column, index))
    return lines
