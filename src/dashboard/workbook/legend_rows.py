"""Rows below a header that explain colours, in each way that houses do: they are no lines."""

import re
from collections.abc import Sequence
from itertools import pairwise

from dashboard.domain.excerpt import Rgb
from dashboard.domain.identity import normalised
from dashboard.domain.light import Light
from dashboard.domain.terms import terms
from dashboard.domain.words import light_word
from dashboard.workbook.cell_text import is_shape
from dashboard.workbook.colour import light_of
from dashboard.workbook.grid import GridCell
from dashboard.workbook.legend import (
    HEADING,
    TRAFFIC,
    are_in_order,
    colour_named,
    explained_light,
    explains_a_hue,
    hue_named,
    light_named,
    meaning_said,
    says_is,
)
from dashboard.workbook.legend_at_foot import foot_of_words, is_bare
from dashboard.workbook.row import Row, RowKind

SEVERAL = 2


def settle_legends(rows: Sequence[Row]) -> None:
    """Find the legends below lines: after an empty row, a light each beside a text, one of which explains its light.

    Lights in the order of a legend explain themselves, and so do titles that are words for lights, in any place.
    """
    starts = [place for place, (above, row) in enumerate(pairwise(rows), 1) if row.number > above.number + 1]
    for start, end in pairwise([*starts, len(rows)]):
        block = rows[start:end]
        lines = [row for row in block if row.kind is RowKind.LINE]
        lights = [row.reading.light for row in lines]
        are_bare = all(len(row.texts) + row.is_filled <= 2 for row in block)
        say_more = not any(is_bare(row) for row in rows[:start] if row.kind is RowKind.LINE)
        is_told = len(lines) < len(block) or (say_more and are_in_order(lights))
        if are_bare and is_told and len(set(lights)) == len(lights) and all(each.is_reported for each in lights):
            explained = [row for row in block if row in lines or explains_lights(row)]
            for row in lines if len(explained) == len(block) else ():
                row.kind = RowKind.NOTE
    lines = [row for row in rows if row.kind is RowKind.LINE]
    for block in _bare_blocks(rows):
        for row in block if _names_lights(block) or _is_foot_of(lines, block) else ():
            row.kind = RowKind.NOTE if row.kind is RowKind.LINE else row.kind
    for row in foot_of_words([row for row in rows if row.kind is RowKind.LINE]):
        row.kind = RowKind.NOTE


def _names_lights(block: Sequence[Row]) -> bool:
    """Tell whether the titles of rows are words for one light each, and for no other than their own."""
    said = {row: explained_light(row.text("title")) for row in block}
    are_theirs = all(light and row.reading.light in (light, Light.NOT_REPORTED) for row, light in said.items())
    return are_theirs and len(set(said.values())) == len(said) and not {*TRAFFIC}.isdisjoint(said.values())


def _is_foot_of(lines: Sequence[Row], block: Sequence[Row]) -> bool:
    """Tell whether rows are the last lines, in the order of a legend, where all lines before them say more."""
    before, foot = lines[: -len(block)], lines[-len(block) :]
    fills = {row.light.fill for row in block if row.light}
    lights = [row.reading.light for row in block if row.reading.light.is_reported]
    is_ordered = foot == block and are_in_order(lights) and None not in fills and len(fills) == len(block)
    return is_ordered and bool(before) and not any(map(is_bare, before))


def _bare_blocks(rows: Sequence[Row]) -> list[list[Row]]:
    """Give the rows that stand directly below each other with nothing but a title and perhaps a light."""
    blocks: list[list[Row]] = [[]]
    for row in rows:
        if not is_bare(row) or (blocks[-1] and row.number > blocks[-1][-1].number + 1):
            blocks.append([])
        blocks[-1] += [row] * is_bare(row)
    return [block for block in blocks if len(block) > 1]


def explains_lights(row: Row) -> bool:
    """Tell whether a row is a line of a legend: of lights, of a hue, of a patch of colour, or of a definition."""
    worded = [cell for cell in row.worded if not is_shape(cell.text)]
    if not worded:
        return False
    title = row.own_title.text if row.own_title is not None else ""
    if row.own_title is not None and not title and light_of(row.own_title.fill) is not None:
        return len(worded) == 1 and worded[0].fill != row.own_title.fill  # a patch of colour, and what it means
    has_own = row.light is not None and light_word(row.light.text) is not None and explained_light(title) is None
    if len(worded) == len({light_of(cell.fill) for cell in worded} - {None}) == len(TRAFFIC) and not has_own:
        return True
    if len(worded) >= len(TRAFFIC) and _are_filled_words(worded) and not has_own:
        return True
    if _is_colour_and_meaning(row):
        return True
    are_alike = len({light_named(cell.text) is None for cell in worded}) == 1  # "Afventer", "Rød" is a line's
    are_all = bool(title) and len(worded) == len(TRAFFIC) and are_alike
    said = [explained_light(cell.text) if are_all else light_word(cell.text) for cell in worded]
    shows_one = len(said) == 2 and said[0] is not None and said[0] is light_of(worded[0].fill) and not row.is_lit
    if shows_one or (
        len(set(said)) == len(said) > 1 and all(light is not None and light.is_reported for light in said)
    ):
        return True
    first = worded[0].text if is_shape(title) else title or worded[0].text
    if row.is_lit and light_word(first.partition(":")[0]) is Light.DONE and row.layout.light.number:
        return False  # "AFSLUTTET: Ny skole", and its last light
    return explains_a_hue(worded) or _defines_a_light(first, is_short=len(worded) <= 2)


def _is_colour_and_meaning(row: Row) -> bool:
    """Tell whether a row has nothing but a colour's name, not in the column of lights, and what that means."""
    if len(row.texts) != 2 or row.is_lit or row.texts[0].column in row.layout.light.columns:
        return False
    name, said = (cell.text for cell in row.texts)
    is_name = " " not in name and (light_named(name) or hue_named(name)) is not None
    return is_name and explained_light(said) is not None


def pairs_colours(row: Row) -> bool:
    """Tell whether names of colours alternate with other words: first, or all lights where lines have none.

    Where they stand after a title that has a light, it is a line's.
    """
    texts = [cell for cell in row.texts if not says_is(cell.text)]
    if len(texts) < 2 * SEVERAL or len(texts) % 2 or texts[0] is not row.own_title:
        return False
    names = [colour_named(cell.text) for cell in texts]
    is_first = names[0] is not None
    named, others = (names[::2], names[1::2]) if is_first else (names[1::2], names[::2])
    apart = {cell.column for cell in texts[1::2]} - row.columns_of_lights
    is_line = row.is_lit and HEADING.fullmatch(texts[0].text) is None
    are_all = is_first or ({*TRAFFIC} <= {*named} and len(apart) >= SEVERAL and not is_line)
    return are_all and None not in named and {*others} == {None} and len({*named}) > 1


def _are_filled_words(cells: Sequence[GridCell]) -> bool:
    """Tell whether cells have a fill each with a word for what it means, among them those of all lights."""
    fills = {cell.fill for cell in cells if cell.fill is not None}
    are_all = len(fills) == len(cells) and {*TRAFFIC} <= {light_of(fill) for fill in fills}
    return are_all and all(_is_known(cell.text) for cell in cells)


def _is_known(text: str) -> bool:
    return (explained_light(text) or meaning_said(text) or light_named(text)) is not None


def _defines_a_light(text: str, *, is_short: bool) -> bool:
    words, definitions = normalised(text), {normalised(entry.definition) for entry in terms().lights.values()}
    if words in definitions:
        return True
    if is_short and light_word(text) not in (None, Light.NOT_REPORTED):
        return not re.match(r"\w+\s*[-–]", text) or any(definition in words for definition in definitions)
    explained = re.match(r"\s*+\(?((?:\w| ++(?=\w))++)\)?\s*[=:]\s*(\w.*)", text) if is_short else None
    return explained is not None and light_word(explained[1]) is not None


def heads_a_legend(row: Row) -> bool:
    above, below = (row.grid.texts(row.number + step) for step in (-1, 1))
    said = light_word(below[0].text) if below else None
    is_of_a_line = len(below) == 1 and below[0].column in row.layout.light.columns
    return not row.is_lit and not above and said is not None and said.is_reported and not is_of_a_line


def is_in_legend(row: Row) -> bool:
    """Tell whether a row is a text with a colour of its own, in a block of such that a legend's heading begins."""
    above, seen = row, set[Rgb]()
    while len(above.texts) == 1 and above.light is not None and above.light.fill:
        if above.light.fill in seen:
            return False
        seen.add(above.light.fill)
        above = Row(row.grid, row.layout, above.number - 1)
    is_heading = len(above.texts) == 1 and HEADING.fullmatch(above.texts[0].text) is not None
    return bool(seen) and is_heading and not row.grid.texts(above.number - 1)
