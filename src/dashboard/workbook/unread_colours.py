"""The colours of lights that a person sees beside lines without a light, and that nothing was read from."""

from collections import Counter
from collections.abc import Collection, Sequence

from openpyxl.utils.cell import range_boundaries

from dashboard.domain.cell_name import cell_name, listed, place_of
from dashboard.domain.issue import Issue, issue
from dashboard.domain.light import Light
from dashboard.domain.line_fields import OF_WHOM
from dashboard.domain.status_row import StatusRow
from dashboard.workbook.cell_text import as_text
from dashboard.workbook.colour import is_dim, light_of
from dashboard.workbook.formula import Place
from dashboard.workbook.grid import Grid, GridCell
from dashboard.workbook.light_column import here

COLOURING = ("=", "farveskala")  # rules that lay a colour over a cell; an icon in another cell is none
BAND = 3  # cells of a row in one colour: it is the row's


def tell_unread_colours(grid: Grid, rows: Sequence[StatusRow], told: Collection[str | None]) -> list[Issue]:
    """Tell where the colours are; as an error where no line has a light, so that they may be all of the lights.

    A colour says nothing that lines with a light have in the same column, or that half of the lines have and no other.
    ``told`` are the cells of which something is an error already.
    """
    silent = [row for row in rows if row.shown_light is Light.NOT_REPORTED and row.cell not in told]
    if not silent:
        return []
    read = [row for row in rows if row.shown_light is not Light.NOT_REPORTED]
    usual = {(place[1], light) for row in read for place, light in _colours(grid, row)}
    found: dict[int, dict[Place, Light]] = {}
    for place, light in (each for row in silent for each in _colours(grid, row)):
        if (place[1], light) not in usual:
            found.setdefault(place[1], {})[place] = light
    beside = _beside_lights(grid, rows)
    telling = [
        lit
        for column, lit in found.items()
        if column in beside or len(set(lit.values())) > 1 or len(lit) * 2 < len(rows)
    ]
    cells = [cell_name(*place) for place in sorted(place for lit in telling for place in lit)]
    kind = "colour-without-light" if read and beside.isdisjoint(found) else "colours-without-lights"
    return [issue(kind, sheet=grid.sheet, cell=cells[0], value=listed(cells))] if cells else []


def _beside_lights(grid: Grid, rows: Sequence[StatusRow]) -> set[int]:
    """Give the columns that a heading over the lights' column, and not the titles', is merged over as well."""
    places, titles = [place_of(row.cell) for row in rows], {place_of(row.title_cell)[1] for row in rows}
    first, columns = min((row for row, _ in places), default=0), {column for _, column in places}
    headings = (merge for merge in set(grid.merged_into.values()) if merge.last_row < first)
    spans = [range(merge.first_column, merge.last_column + 1) for merge in headings]
    return {column for span in spans if columns & {*span} and titles.isdisjoint(span) for column in span} - columns


def tell_other_looks(grid: Grid, rows: Sequence[StatusRow]) -> list[Issue]:
    """Tell once each of the lines with a light that are hatched, grey or struck, where others are not.

    A struck remark or amount alone no longer holds; a line is struck with whose it is.
    """
    of_whom = {place_of(cell)[1] for row in rows for field, cell in row.cells.items() if field in OF_WHOM}
    lit = [row for row in rows if row.shown_light.is_reported]
    found: dict[str, list[str]] = {}
    for row in lit:
        light, title = grid.cell(*place_of(row.cell)), grid.cell(*place_of(row.title_cell))
        cells = [cell for cell in (light, title) if cell is not None]
        if any(cell.hatched for cell in cells):
            found.setdefault("skraveret", []).append(row.cell)
        if any(is_dim(cell.ink) for cell in cells if any(map(str.isalpha, cell.text))):
            found.setdefault("skrevet med gråt", []).append(row.cell)
        beside = [cell for cell in grid.rows[place_of(row.title_cell)[0]].values() if cell.runs or cell.text]
        struck = [cell for cell in beside if cell.is_struck]
        is_whole = any(cell.column in of_whom for cell in struck) and len(struck) * 2 > len(beside) - 1
        if is_whole and title not in struck:
            found.setdefault("streget over på nær titlen", []).append(struck[0].reference)
    return [
        issue("unexplained-look", sheet=grid.sheet, cell=cells[0], value=look, detail=here(len(cells) - 1))
        for look, cells in found.items()
        if len(cells) < len(lit)
    ]


def tell_coloured_tables(grid: Grid, rows: Sequence[StatusRow]) -> list[Issue]:
    """Tell of the tables whose style has the colour of a light, where lines in them have none and no fill of their own.

    Stripes go by where a line stands, so that they are no light.
    """
    told = []
    silent = [row.cell for row in rows if row.shown_light is Light.NOT_REPORTED]
    bare = [place for place in map(place_of, silent) if not ((cell := grid.cell(*place)) and cell.fill)]
    for area in grid.coloured_tables:
        _, first, _, last = range_boundaries(area)
        cells = [cell_name(*place) for place in bare if first <= place[0] <= last]
        told += (
            [issue("coloured-table", sheet=grid.sheet, cell=cells[0], value=listed(cells), detail=area)]
            if cells
            else []
        )
    return told


def tell_unread_rules(grid: Grid, rows: Sequence[StatusRow]) -> list[Issue]:
    """Tell of the lines without a light that a rule may colour which nobody here can work out: their cell, or another.

    An icon in another cell is no colour.
    """
    silent = [row.cell for row in rows if row.shown_light is Light.NOT_REPORTED]
    unread, places = grid.unread_rules, set(map(place_of, silent))
    own = {place: rule for place, rule in unread.items() if place in places}
    numbers = {row for row, _ in places} - {row for row, _ in own}
    beside = {place: rule for place, rule in unread.items() if place[0] in numbers and rule.startswith(COLOURING)}
    told = []
    for kind, found in (("unread-rule", own), ("unread-rule-beside", beside)):
        for rule in dict.fromkeys(found.values()):
            cells = [cell_name(*place) for place in sorted(found) if found[place] == rule]
            told.append(issue(kind, sheet=grid.sheet, cell=cells[0], value=rule, detail=", ".join(cells)))
    return told


def tell_daily_rules(grid: Grid, rows: Sequence[StatusRow]) -> list[Issue]:
    """Tell of the rules for the cells of lights that go by the day it is, and of which day they were worked out."""
    places = sorted(grid.daily_rules.keys() & {place_of(row.cell) for row in rows})
    told = []
    for rule in dict.fromkeys(grid.daily_rules[place] for place in places) if grid.saved else ():
        cells = [cell_name(*place) for place in places if grid.daily_rules[place] == rule]
        detail = f"{as_text(grid.saved)}, da den sidst blev gemt ({listed(cells)})"
        told.append(issue("rule-of-the-day", sheet=grid.sheet, cell=cells[0], value=rule, detail=detail))
    return told


def tell_overruled_rules(grid: Grid, rows: Sequence[StatusRow]) -> list[Issue]:
    """Tell of the lines whose word counts where a rule shows the colour of another light."""
    said = ((row, grid.cell(*place_of(row.cell))) for row in rows if row.light_source == "word")
    cells = [row.cell for row, cell in said if cell and cell.conditional not in (None, row.light) and not row.done]
    return [issue("word-beside-rule", sheet=grid.sheet, cell=cells[0], value=listed(cells))] if cells else []


def _colours(grid: Grid, row: StatusRow) -> list[tuple[Place, Light]]:
    """List the cells of a line with the colour of a light or its border, but for the fills of its other lights."""
    beside = {part.cell for part in row.other_lights}
    number = place_of(row.title_cell)[0]
    cells = [cell for cell in grid.rows[number].values() if cell.reference not in beside]
    bands = [fill for fill, n in Counter(cell.fill for cell in cells).items() if fill and n >= BAND]
    edges = [((number, column), light) for column, light in grid.edges.get(number, {}).items()]
    seen = [((cell.row, cell.column), _light(cell)) for cell in cells if cell.fill not in bands]
    return edges + [(place, light) for place, light in seen if light is not None]


def _light(cell: GridCell) -> Light | None:
    """Give the light whose colour fills a cell, or is that of its text: red is how news are written."""
    ink = light_of(cell.ink) if cell.text else None
    return light_of(cell.fill) or cell.conditional or (ink if ink is not Light.RED else None)
