"""What a workbook says of the lights' own colours, where that is something else than they mean: "Grøn = afsluttet"."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import takewhile

from dashboard.domain.identity import normalised
from dashboard.domain.issue import Issue, issue
from dashboard.domain.light import Light
from dashboard.domain.terms import terms
from dashboard.domain.words import mentioned_lights
from dashboard.workbook.colour import light_of
from dashboard.workbook.grid import Grid, GridCell
from dashboard.workbook.header import Header
from dashboard.workbook.legend import (
    HEADING,
    LIGHT_FIRST,
    LIGHT_LAST,
    LONGEST,
    PARTS,
    explained_light,
    is_of_another_hue,
    light_named,
    meaning_said,
    patches_in,
    turned_rows,
    unread_cells,
)  # fmt: skip

Explanation = tuple[GridCell, str, Light, Light | None]  # where, the light's word and light, and done or not begun
SHADE = re.compile(r"mørk|lys")
GUIDE = re.compile(r"forklaring|farvekode|betyd|signatur|legende|vejledning")
MOST_ROWS = 12  # of a legend


def tell_lights_as_done(grid: Grid, headers: Sequence[Header]) -> list[Issue]:
    """Tell where a sheet explains a light's own colour as done; another shade of the light may say so."""
    explaining = [list(row.values()) for number, row in grid.rows.items() if _explains(grid, headers, number)]
    explaining += turned_rows(grid, headers)
    pairs = [] if _is_of_lists(grid, headers) else _paired(explaining)
    named = [*_begun(grid, headers), *_ended(explaining), *pairs]
    plain = {light for _, shade, light, said in named if said is None and not SHADE.match(shade)}
    plain -= _lights_in_shades(grid)
    found: dict[str, tuple[Light, Light]] = {}
    for cell, shade, light, said in named:
        if said is not None and not (SHADE.match(shade) and light in plain):
            found.setdefault(cell.reference, (light, said))
    patches = [(cells, patch) for cells in explaining for patch in patches_in(cells)]
    lit = {light_of(fill) for _, (fill, said) in patches if said is not Light.DONE}
    for cells, (fill, said) in patches:
        shown = light_of(fill)
        if said is Light.DONE and shown is not None and shown not in lit:
            found.setdefault(cells[0].reference, (shown, said))
    words = {light: entry.word.lower() for light, entry in terms().lights.items()}
    return [
        issue("light-means-done", sheet=grid.sheet, cell=cell, value=words[light], detail=words[said])
        for cell, (light, said) in found.items()
    ]


def _begun(grid: Grid, headers: Sequence[Header]) -> Iterator[Explanation]:
    """Give the explanations that begin with a light: "Grøn = afsluttet"."""
    for cell in (cell for cells, _ in unread_cells(grid, headers) for cell in cells if len(cell.text) <= LONGEST):
        for part in map(normalised, PARTS.split(cell.text)):
            for match in (LIGHT_FIRST.fullmatch(part), LIGHT_FIRST.fullmatch(part.partition(": ")[2])):
                light = light_named(match["light"]) if match else None
                if match and light is not None:
                    yield cell, match["light"], light, _closed(match["said"])


def _ended(explaining: Sequence[Sequence[GridCell]]) -> Iterator[Explanation]:
    """Give the explanations that end with a light: "Afsluttet = grøn"."""
    for cell in (cell for cells in explaining for cell in cells if len(cell.text) <= LONGEST):
        for match in filter(None, map(LIGHT_LAST.fullmatch, map(normalised, PARTS.split(cell.text)))):
            light = light_named(match["light"])
            if light is not None:
                yield cell, match["light"], light, _closed(match["said"])


def _paired(explaining: Sequence[Sequence[GridCell]]) -> Iterator[Explanation]:
    """Give the explanations of two cells: a light, and its meaning beside it."""
    pairs = ([cell for cell in cells if cell.text] for cells in explaining)
    for first, beside in (order for pair in pairs if len(pair) == 2 for order in (pair, pair[::-1])):
        light = light_named(first.text)
        is_named = first.fill is None or light in mentioned_lights(first.text)
        if light is not None and is_named and not is_of_another_hue(beside, first):
            yield first, normalised(first.text), light, _closed(beside.text)


def _lights_in_shades(grid: Grid) -> set[Light]:
    """Give the lights that a sheet shows in several shades, so that one of them may be the one explained."""
    fills = {cell.fill for cells in grid.rows.values() for cell in cells.values()}
    count = Counter(map(light_of, fills))
    return {light for light, shades in count.items() if light is not None and shades > 1}


def _explains(grid: Grid, headers: Sequence[Header], number: int) -> bool:
    """Tell whether a row stands above the tables, below a legend's heading, or beside another that explains a light."""
    if not headers or number < headers[0].first_row:
        return True
    above = list(takewhile(bool, (grid.texts(row) for row in range(number - 1, max(0, number - MOST_ROWS), -1))))
    if (
        above
        and not grid.texts(number - len(above) - 1)
        and len(above[-1]) == 1
        and HEADING.fullmatch(above[-1][0].text)
    ):
        return True
    own = _light_explained(grid, number)
    return own is not None and any(_light_explained(grid, row) not in (None, own) for row in (number - 1, number + 1))


def _light_explained(grid: Grid, number: int) -> Light | None:
    """Give the light that a row shows or names with nothing but its meaning: a word for a light, or for done."""
    texts = [cell.text for cell in grid.texts(number)]
    if len(texts) > 2:
        return None
    shown = {light_of(cell.fill) for cell in grid.rows.get(number, {}).values()} - {None}
    shown |= {light_named(texts[0])} - {None} if len(texts) == 2 else set()
    is_bare = len(texts) == 1 or (len(texts) == 2 and light_named(texts[0]) is not None)
    says = is_bare and (explained_light(texts[-1]) or meaning_said(texts[-1]))
    return next(iter(shown)) if len(shown) == 1 and says else None


def _is_of_lists(grid: Grid, headers: Sequence[Header]) -> bool:
    """Tell whether nothing says that a sheet explains: lists of choices stand beside each other by chance."""
    names = (grid.sheet, *(cell.text for row in grid.rows for cell in grid.texts(row)))
    return not headers and not any(GUIDE.search(normalised(text)) for text in names)


def _closed(text: str) -> Light | None:
    """Give what words in a legend say, where that is no light: done, or not begun."""
    if not any(map(str.isalpha, text)):
        return None
    perhaps = terms().perhaps.get(text)
    return meaning_said(text) or (perhaps if perhaps is Light.NOT_REPORTED else None)
