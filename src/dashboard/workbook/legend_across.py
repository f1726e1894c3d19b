"""Legends that stand across a row below the header: a patch of each colour, and beside or in it what it means."""

from collections.abc import Collection, Sequence, Set
from itertools import groupby
from typing import NamedTuple

from dashboard.domain.excerpt import Rgb
from dashboard.domain.light import Light
from dashboard.domain.words import light_word
from dashboard.workbook.cell_text import is_shape
from dashboard.workbook.colour import is_neutral, light_of
from dashboard.workbook.grid import Grid, GridCell
from dashboard.workbook.header import LIGHTS, Header
from dashboard.workbook.legend import HEADING, TRAFFIC, colour_named, explained_light, says_how_it_goes, says_is

SEVERAL, FEWEST_IN_COLOUR, LONGEST = 2, 3, 60
PATCH, IN_COLOUR, WORDS, COUNT, NAME, OTHER = "patch", "words in colour", "words", "count", "name", "other"


class Piece(NamedTuple):
    """What a cell is in a legend, or several side by side that are alike, with its colour."""

    kind: str
    colour: Rgb | Light | None
    column: int


def rows_of_legends(grid: Grid, header: Header, numbers: Sequence[int]) -> list[int]:
    """Find the rows below a header that explain colours, and are no lines."""
    explaining = {row: shown for row in numbers if (shown := _explained(grid.rows[row].values()))}
    if not explaining:
        return []
    others = (cell for row in numbers if row not in explaining for cell in grid.rows[row].values())
    lit = {cell.column for cell in others if _light(cell) is not None}
    title, status = _title_and_status(header)
    lit |= status
    headed = {column.number for column in header.columns}
    titled = {row for row in numbers if title is not None and _is_lit_title(grid, row, title, status)}
    lines = titled if len(titled) >= SEVERAL else ()
    return [
        row
        for row, shown in explaining.items()
        if _is_apart(grid, row, shown, title, lit, headed) or (row not in lines and _are_names_apart(shown, lit))
    ]


def may_be_a_line(grid: Grid, header: Header, row: int, below: Sequence[int]) -> bool:
    """Tell whether a row with names of colours has a title and a light, too, and is not the last: a line, perhaps."""
    title, status = _title_and_status(header)
    if title is None:
        return False
    is_titled = bool(grid.text(row, title)) and colour_named(grid.text(row, title)) is None
    is_lit = any(number in grid.rows[row] and _light(grid.rows[row][number]) is not None for number in status)
    is_named = any(colour_named(cell.text) for cell in grid.texts(row))
    return is_titled and is_lit and is_named and any(grid.text(each, title) for each in below)


def _title_and_status(header: Header) -> tuple[int | None, set[int]]:
    """Give the column of titles, if there is one, and those that are headed as lights are."""
    status = {column.number for column in header.columns if not LIGHTS.isdisjoint(column.weights)}
    return header.by_field["title"][0].number if "title" in header.by_field else None, status


def _is_lit_title(grid: Grid, row: int, title: int, status: Set[int]) -> bool:
    """Tell whether a row has a title that names no colour, and a light where lines have theirs.

    A legend has both where lines have the light first: all that it says beside names of colours is how it goes.
    """
    text, beside = grid.text(row, title), (grid.rows[row].get(number) for number in status)
    is_title = bool(text) and colour_named(text) is None and HEADING.fullmatch(text) is None
    if not (is_title and any(cell is not None and _light(cell) is not None for cell in beside)):
        return False
    others = [cell.text for cell in grid.texts(row) if colour_named(cell.text) is None and not says_is(cell.text)]
    return not all(says_how_it_goes(text) or explained_light(text) for text in others)


def _are_names_apart(shown: Sequence[Piece], lit: Set[int]) -> bool:
    return all(piece.kind == NAME for piece in shown) and len({piece.column for piece in shown} - lit) >= SEVERAL


def _is_apart(grid: Grid, row: int, shown: Sequence[Piece], title: int | None, lit: Set[int], headed: Set[int]) -> bool:
    """Tell whether colours stand where lines have none: the first in place of a title, or nearly all of them.

    A line may have coloured cells below all its headings: then they are a legend's where each is a sign of its own.
    """
    columns, first = {piece.column for piece in shown}, shown[0]
    if first.kind == PATCH and first.column == title and title not in lit:
        return grid.merge_at(row, title) is None
    is_line = columns <= headed and not all(is_shape(grid.text(row, number)[:1]) for number in columns)
    return not is_line and len(columns & lit) <= 1 and len(columns - lit) >= SEVERAL


def _light(cell: GridCell) -> Light | None:
    return light_of(cell.fill) or cell.conditional or (light_word(cell.text) if cell.text else None)


def _explained(cells: Collection[GridCell]) -> list[Piece]:
    """Give the colours that a row explains, each once; none where it does anything else."""
    if len(cells) >= 2 * len(TRAFFIC) and (named := _named([cell for cell in cells if cell.text])):
        return named
    signs = sum(cell.text[:1].isalnum() is False and bool(cell.text) for cell in cells)
    if len(cells) < FEWEST_IN_COLOUR or (signs < SEVERAL and len({cell.fill for cell in cells} - {None}) < SEVERAL):
        return []  # nearly every row ends here
    alike = groupby(map(_piece, cells), key=lambda piece: piece[:2])
    pieces = [next(same) for _, same in alike]
    if any(piece.kind == WORDS for piece in pieces):
        pieces = [piece for piece in pieces if piece.kind != COUNT]
    kinds = [piece.kind for piece in pieces]
    shown = [piece for piece in pieces if piece.colour is not None]
    is_headed = kinds[0] == WORDS and (len(kinds) % 2 == 1 or IN_COLOUR in kinds)  # "Signatur:"
    lights = {light_of(p.colour) if isinstance(p.colour, tuple) else p.colour for p in shown} - {None}
    are_unlike = len({piece.colour for piece in shown}) == len(shown) and len(lights) >= SEVERAL
    return shown if are_unlike and _alternate(kinds[is_headed:]) else []


def _named(texts: Sequence[GridCell]) -> list[Piece]:
    """Give the colours whose names alternate with words, those of all lights among them: "Grøn", "Kører", "Gul" …."""
    texts = [cell for cell in texts if not says_is(cell.text)]
    is_headed = bool(texts) and HEADING.fullmatch(texts[0].text) is not None
    texts = texts[is_headed:]
    names = [colour_named(cell.text) for cell in texts]
    for one, other in ((names[::2], names[1::2]), *[(names[1::2], names[::2])] * is_headed):
        if {*TRAFFIC} <= {*one} and len({*one}) == len(one) == len(other) and None not in one and {*other} == {None}:
            return [Piece(NAME, None, cell.column) for cell, name in zip(texts, names, strict=True) if name]
    return []


def _alternate(kinds: Sequence[str]) -> bool:
    """Tell whether patches and words alternate, or all words are in colour."""
    if {*kinds} == {IN_COLOUR}:
        return len(kinds) >= FEWEST_IN_COLOUR
    both = {(kinds[0], kinds[1]), (kinds[1], kinds[0])} if len(kinds) >= 2 * SEVERAL else set()
    is_regular = len(kinds) % 2 == 0 and len({*kinds[::2]}) == len({*kinds[1::2]}) == 1
    return is_regular and not both.isdisjoint({(PATCH, WORDS), (PATCH, COUNT)})


def _piece(cell: GridCell) -> Piece:
    sign = cell.text[:1] if is_shape(cell.text[:1]) else ""
    said = cell.text.removeprefix(sign).strip(" \ufe0e\ufe0f")
    colour = cell.fill if cell.fill is not None and (light_of(cell.fill) or not is_neutral(cell.fill)) else None
    shown = colour or (light_of(cell.ink) or light_word(sign) if sign else None)
    if len(said) > LONGEST:
        return Piece(OTHER, shown, cell.column)
    is_count = not said or said.isdecimal()
    if shown is None or shown is Light.NOT_REPORTED:
        return Piece(COUNT if is_count else WORDS, None, cell.column)
    return Piece(PATCH if is_count else IN_COLOUR, shown, cell.column)
