"""Legends that stand beside or below lines, as if they were a column or a row of theirs."""

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

from dashboard.domain.excerpt import Rgb
from dashboard.domain.heading_words import Column
from dashboard.domain.issue import Issue, issue
from dashboard.domain.light import Light
from dashboard.domain.words import light_word
from dashboard.workbook.colour import light_of
from dashboard.workbook.grid import Grid, GridCell
from dashboard.workbook.header import Header
from dashboard.workbook.legend import (
    HEADING,
    PARTS,
    TRAFFIC,
    are_in_order,
    colour_named,
    explained_light,
    hue_of_explanation,
    light_named,
    light_of_explanation,
    meaning_said,
    says_is,
    words_of_explanation,
)
from dashboard.workbook.legend_across import may_be_a_line, rows_of_legends
from dashboard.workbook.row import NUMBER

FEW = 2
COLOUR = re.compile(r"(?:farve|trafiklys|lys|symbol)[ :]*", re.IGNORECASE)

MEANING = re.compile(r"betyd", re.IGNORECASE)


class Explained(NamedTuple):
    """A colour that a legend's row explains, and its light; whether by name, apart from its words, known ones."""

    colour: Rgb | Light | str
    light: Light | None
    is_known: bool
    is_apart: bool
    is_named: bool


@dataclass(frozen=True)
class Parted:
    """Lines and their headers without the legends that stood beside them, the legends, and what is told of it."""

    grid: Grid
    headers: tuple[Header, ...]
    legend: Grid
    issues: tuple[Issue, ...] = ()


def without_legends(grid: Grid, headers: Sequence[Header]) -> Parted:
    """Part lines and their headers from the legends across a row, and from those beside lines with other lights."""
    legends: dict[int, dict[int, GridCell]] = {}
    told = []
    kept = []
    for header, below in pairwise([*headers, None]):
        assert header is not None
        last = max(grid.rows) if below is None else below.first_row - 1
        headed = {column.number for column in header.columns}
        numbers = [row for row in grid.rows if header.last_row < row <= last]
        own = list(header.columns)
        legends |= {row: dict(grid.rows[row]) for row in rows_of_legends(grid, header, numbers)}
        across = [row for row in numbers if row in legends]
        numbers = [row for row in numbers if row not in legends]
        for row in across:
            if may_be_a_line(grid, header, row, [each for each in numbers if each > row]):
                first_text = grid.texts(row)[0]
                told.append(issue("read-as-note", sheet=grid.sheet, cell=first_text.reference, value=first_text.text))
        for columns in _called_a_legend(header):
            span = {*(column.number for column in columns), *({columns[-1].number + 1} - headed)}
            if {*columns} <= {*own} and _are_a_legend(grid, header, numbers, span):
                own = [column for column in own if column not in columns]
                first = columns[0]
                if len(columns) == 1 or not any(map(MEANING.search, (column.header for column in columns))):
                    told.append(issue("legend-beside", sheet=grid.sheet, cell=first.reference, value=first.header))
                for row in (header.first_row, *numbers):
                    held = {number: cell for number, cell in grid.rows[row].items() if number in span}
                    legends[row] = legends.get(row, {}) | held
        kept.append(replace(header, columns=tuple(own)))
    if not legends:
        return Parted(grid, tuple(headers), replace(grid, rows={}))
    rows = {
        row: {n: cell for n, cell in cells.items() if n not in legends.get(row, ())} for row, cells in grid.rows.items()
    }
    without = replace(grid, rows={row: cells for row, cells in rows.items() if cells})
    return Parted(without, tuple(kept), replace(grid, rows=legends), tuple(told))


def _called_a_legend(header: Header) -> Iterator[list[Column]]:
    """Give the columns that are called as a legend is: each alone, and those side by side behind an empty one."""
    groups: list[list[Column]] = []
    for column in header.columns:
        if not groups or column.number > groups[-1][-1].number + 1:
            groups.append([])
        groups[-1].append(column)
    for group in groups[1:]:
        is_called = any(HEADING.fullmatch(column.header) or COLOUR.fullmatch(column.header) for column in group)
        if is_called and not any(column.field == "title" for column in group):
            yield group
    yield from ([column] for column in header.columns if HEADING.fullmatch(column.header))


def _are_a_legend(grid: Grid, header: Header, numbers: Sequence[int], span: Set[int]) -> bool:
    """Tell whether columns hold a block of cells right below their heading that explain a colour each, and no more.

    Words that nobody knows explain where all lights have some. One of the colours is not that of the line beside it;
    most lines have nothing, or behind an empty column one of them, where not all words are known.
    """
    block = [row for row in numbers if any(number in span for number in grid.rows[row])]
    held = [[cell for n, cell in grid.rows[row].items() if n in span] for row in block]
    if len(block) == 1:
        return any(_explains_all(cell.text) for cell in held[0])
    found = [each for each in map(_explained, held) if each is not None]
    is_behind_gap = not any(min(span) - 1 in grid.rows[row] for row in (header.first_row, *numbers))
    order = [each.light for each in found if each.light]
    is_ordered = is_behind_gap and are_in_order(order)
    are_all = {*order} >= {*TRAFFIC} and all(each.is_apart or (is_ordered and each.is_named) for each in found)
    are_known = all(each.is_known for each in found)
    are_unlike = len({each.colour for each in found}) == len(held)
    first = header.last_row + 1
    starts = (first, first + 1) if are_all and is_behind_gap else (first,)  # perhaps after an empty row
    is_whole = any(block == [*range(start, start + len(block))] for start in starts)
    if not (block and is_whole and are_unlike and (are_all or are_known)):
        return False
    beside = {row: [cell for n, cell in grid.rows[row].items() if n not in span] for row in numbers}
    differs = any(_differs(each, beside[row]) for row, each in zip(block, found, strict=True))
    if are_all and is_behind_gap:
        return differs and (are_known or block != [row for row, cells in beside.items() if cells])
    has_no_fills = not any(cell.fill for cells in held for cell in cells)
    return (differs or (are_all and has_no_fills)) and len(block) * 2 < len(numbers)


def _explains_all(text: str) -> bool:
    """Tell whether one text explains all lights: "Grøn: kører, gul: halter, rød: gået ned"."""
    return {light_of_explanation(part) for part in PARTS.split(text)} >= {*TRAFFIC}


def _differs(shown: Explained, beside: Sequence[GridCell]) -> bool:
    """Tell whether the line beside a colour has a light, and another one."""
    lights = {light_of(cell.fill) for cell in beside} | {light_word(cell.text) for cell in beside if cell.text}
    fills = {cell.fill for cell in beside}
    return bool(beside) and lights != {None} and shown.light not in lights - {None} and shown.colour not in fills


def _explained(held: Sequence[GridCell]) -> Explained | None:
    """Read the colour that cells explain: a patch or its name, and words beside it, or both in one; None for others."""
    texts = [cell.text for cell in held if cell.text and not (says_is(cell.text) or NUMBER.fullmatch(cell.text))]
    fills = [cell.fill for cell in held if cell.fill]
    patch = next((cell.fill for cell in held if cell.fill and not cell.text), None)
    if not texts or len(texts) > FEW:
        return None
    if len(texts) == 1:
        said = words_of_explanation(texts[0]) or texts[0]
        named = light_of_explanation(texts[0]) or hue_of_explanation(texts[0])
    else:
        name, said = texts if colour_named(texts[0]) else texts[::-1] if colour_named(texts[1]) else texts
        named = colour_named(name)
    light = explained_light(said) or meaning_said(said)
    colour = fills[0] if fills else named
    is_itself = len(texts) == 1 and light_named(said) is not None
    if colour is None or is_itself or (light is None and named is None and patch is None):
        return None
    is_apart = patch is not None or (named is not None and (len(texts) == FEW or "=" in texts[0]))
    shown = light_of(fills[0]) if fills else named if isinstance(named, Light) else None
    return Explained(colour, shown, is_known=light is not None, is_apart=is_apart, is_named=named is not None)
