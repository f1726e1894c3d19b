"""What lies on a sheet beside its lines: comments become their remarks, and what is drawn is told."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from textwrap import shorten

from dashboard.domain.cell_name import cell_name, listed, place_of
from dashboard.domain.identity import normalised
from dashboard.domain.issue import Issue, issue
from dashboard.domain.light import Light
from dashboard.domain.status_row import StatusRow
from dashboard.domain.words import claims_a_light, light_word
from dashboard.workbook.formula import Place
from dashboard.workbook.grid import Grid
from dashboard.workbook.notes_and_drawings import CHART, CONTROL, LINE, PICTURE, SHAPE, SPARKLINE, Drawing

SEVERAL = {
    SHAPE: "figurer", PICTURE: "billeder", CHART: "diagrammer", LINE: "streger", CONTROL: "kontrolelementer",
    SPARKLINE: "minidiagrammer",
}  # fmt: skip
MOST_SAID = 80  # letters of a comment


def keep_remarks(grid: Grid, rows: Sequence[StatusRow], heading: int) -> tuple[list[StatusRow], list[Issue]]:
    """Give each line the comments on its cells as its remark, and tell where they stood.

    What is written from the row of the ``heading`` on, but on no line, is told with its words.
    """
    lines = _lines(grid, rows)
    remarks: dict[int, list[Place]] = {}
    others: list[Place] = []
    for place in sorted(place for place, text in grid.comments.items() if text):
        if beside := sorted(lines.get(place[0], ())):
            left = [index for column, index in beside if column <= place[1]]
            remarks.setdefault(left[-1] if left else beside[0][1], []).append(place)
        elif place[0] >= heading:
            others.append(place)
    kept, told, lights = list(rows), list[Issue](), list[str]()
    for index, places in remarks.items():
        cells, texts = {**rows[index].cells, "remark": cell_name(*places[0])}, [grid.comments[each] for each in places]
        kept[index] = replace(rows[index], remark="\n".join(dict.fromkeys(texts)), cells=cells)
        say_a_light = any(light_word(text) not in (None, Light.NOT_REPORTED) or claims_a_light(text) for text in texts)
        lights += [rows[index].cell] if say_a_light and rows[index].shown_light is Light.NOT_REPORTED else []
    if lights:
        told.append(issue("lights-in-comments", sheet=grid.sheet, cell=lights[0], value=", ".join(lights)))
    if remarks:
        places = [place for places in remarks.values() for place in places]
        value = f"{len(places)} {'kommentar' if len(places) == 1 else 'kommentarer'} ({_named(places)})"
        told.append(issue("comments-kept", sheet=grid.sheet, value=value))
    if others:
        said = [(cell_name(*each), shorten(grid.comments[each], MOST_SAID, placeholder=" …")) for each in others]
        value = listed([f"{cell} »{text}«" for cell, text in said], "; ")
        told.append(issue("comments-not-read", sheet=grid.sheet, cell=said[0][0], value=value))
    return kept, told


def tell_drawings(grid: Grid, rows: Sequence[StatusRow]) -> list[Issue]:
    """Tell what is drawn between the lines; as an error where it seems to be the lights of lines that have none.

    What lies on no cell is between them, and so is what has words below them.
    """
    if not grid.drawings or not rows:
        return []
    lines = {number: [rows[index] for _, index in found] for number, found in _lines(grid, rows).items()}
    first, last = min(lines), max(lines)
    inside = [each for each in sorted(grid.drawings) if not each.row]
    inside += (each for each in sorted(grid.drawings) if first <= each.row and (each.row <= last or each.has_words))
    lights = _drawn_lights([each for each in inside if each.kind in (SHAPE, PICTURE) and each.height <= 1], lines, rows)
    others = [each for each in inside if each not in lights]
    cells = list(dict.fromkeys(cell for cells in lights.values() for cell in cells))
    told = [issue("lights-drawn", sheet=grid.sheet, cell=cells[0], value=", ".join(cells))] if cells else []
    if others:
        kinds = Counter(each.kind for each in others)
        counted = " og ".join(f"{n} {kind if n == 1 else SEVERAL[kind]}" for kind, n in kinds.items())
        places = sorted({(each.row, each.column) for each in others if each.row})
        value, cell = (f"{counted} (ved {_named(places)})", cell_name(*places[0])) if places else (counted, None)
        told.append(issue("drawn-on-sheet", sheet=grid.sheet, cell=cell, value=value))
    return told


def _drawn_lights(
    small: Sequence[Drawing], lines: Mapping[int, Sequence[StatusRow]], rows: Sequence[StatusRow]
) -> dict[Drawing, list[str]]:
    """Give the small shapes and pictures that seem to be lights, with the cells that should have said them.

    One alone is none, and neither is what stands beside lines with lights too, but where the light itself stands: over
    a title that takes several. What hangs on no cell may be the lights of all lines, where none has one.
    """
    loose, placed = [each for each in small if not each.row], [each for each in small if each.row]
    beside = [(each, row) for each in placed for row in lines.get(each.row, ())]
    elsewhere = {each.column for each, row in beside if row.shown_light is not Light.NOT_REPORTED}
    lights, several = {}, len(placed) > 1
    for each, row in ((each, row) for each, row in beside if row.shown_light is Light.NOT_REPORTED):
        is_over_light = each.column == place_of(row.cell)[1] and (several or row.cell != row.title_cell)
        if is_over_light or (several and each.column not in elsewhere):
            lights[each] = [row.cell]
    if len(loose) > 1 and all(row.shown_light is Light.NOT_REPORTED for row in rows):
        lights |= {each: [row.cell for row in rows] for each in loose}
    return lights


def _named(places: Sequence[Place]) -> str:
    return listed([cell_name(*place) for place in places])


def _lines(grid: Grid, rows: Sequence[StatusRow]) -> dict[int, list[tuple[int, int]]]:
    """Give for each row of the sheet the lines in it: the column of its title, and its place among the rows.

    A line stands in every row that its title is merged over or goes on in, and in those of its parts.
    """
    lines: dict[int, list[tuple[int, int]]] = {}
    for index, row in enumerate(rows):
        number, column = place_of(row.title_cell)
        merge = grid.merge_at(number, column)
        last = merge.last_row if merge else number
        while (more := normalised(grid.text(last + 1, column))) and more in normalised(row.title):
            last += 1
        parts = [place_of(part.cell)[0] for part in row.subtasks]
        for each in {*range(number, last + 1), *parts}:
            lines.setdefault(each, []).append((column, index))
    return lines
