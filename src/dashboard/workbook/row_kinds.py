"""What each row below a header is: a line, a section, or neither."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from functools import cache
from itertools import pairwise

from dashboard.domain.excerpt import Rgb
from dashboard.domain.identity import normalised
from dashboard.domain.light import Light
from dashboard.domain.period import NAMES
from dashboard.domain.reported_month import find_months
from dashboard.domain.terms import terms
from dashboard.domain.words import light_word, read_udvalg, split_title
from dashboard.workbook.cell_text import is_shape
from dashboard.workbook.colour import light_of
from dashboard.workbook.count_rows import settle_counts
from dashboard.workbook.example_rows import is_example, settle_examples
from dashboard.workbook.grid import GridCell
from dashboard.workbook.legend import (
    HEADING,
    colour_named,
    explained_light,
    explains_a_hue,
    hue_named,
    light_named,
    meaning_said,
    says_is,
)
from dashboard.workbook.legend_at_foot import TRAFFIC, foot_of_words, is_bare
from dashboard.workbook.page_rows import is_of_pages, names_a_page
from dashboard.workbook.row import HEADINGS, NUMBER, PLAIN, Look, Row, RowKind
from dashboard.workbook.sections import sections_of

LONGEST_TITLE = 200
LONGEST_MARK = 3  # "(x)"
FEW_WORDS = 2  # after "I alt"; more of them are a title
LABEL = re.compile(r"(?:tema|hovedpunkt|fagudvalg|udvalg|art|[a-z]|[ivx]{1,4})[.:)]?", re.IGNORECASE)
OPEN_END = re.compile(
    r"(?:\([^()]*+|(?:[-–,/&+]|(?<![\w-])(?:og|samt|eller|i|med|på|af|til|for|fra|om|ved|mod|under|over|mellem|hos|efter|uden"
    r"|en|et|den|det|de|som|der|at|via|pr\.|and|or|with|of|to|in|on|by|from|the|including))\s*)\Z",
    re.IGNORECASE,
)
SAYS_WHEN = re.compile(
    rf"[:.]\s*\Z|\w: |\bsenest\b|\bfrist(?:en)?\b|(?<![\d/])\d{{1,2}}(?:\. (?:{NAMES})\b|/1?\d(?![\d/]))"
    r"|\A(?!fælles)\w{3,}es (?:til|af|senest|hver|inden)\b",
    re.IGNORECASE,
)


def classify(rows: Sequence[Row]) -> None:
    """Find out what rows are, top to bottom: first each by itself, then the lone titles against the lines around."""
    alone = {row: next((kind for meets, kind in RULES if meets(row)), RowKind.NO_LINE) for row in rows}
    lines = [row for row, kind in alone.items() if kind is RowKind.LINE]
    looks = {line.look for line in lines}
    before: Row | None = None
    gap = False
    for row, kind in alone.items():
        above = before.kind if before is not None and before.number == row.number - 1 else None
        gap = gap or above is None or kind is RowKind.NO_LINE
        if kind is None:
            is_below = bool(lines) and row.number > lines[-1].number
            at_foot = is_below and (gap or above is RowKind.NOTE or _reads_as_note(row, lines))
            kind = _lone(row, looks, above, at_foot=at_foot)
        gap = gap and kind not in (RowKind.LINE, *HEADINGS)
        row.kind, before = kind, row
    settle_examples(rows)
    settle_counts(rows)
    _settle_legends(rows)
    _settle_done_headings(rows)


def _settle_done_headings(rows: Sequence[Row]) -> None:
    """Let a lone word for done directly above lines be a heading: nobody knows whether they are done."""
    for row, below in pairwise(rows):
        is_word = row.kind is RowKind.NO_LINE and row.is_lone and light_word(row.texts[0].text) is Light.DONE
        if is_word and len(row.texts[0].text) > LONGEST_MARK and below.kind is RowKind.LINE:
            row.kind = RowKind.UNKNOWN_SECTION


def _settle_legends(rows: Sequence[Row]) -> None:
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
        is_told = len(lines) < len(block) or (say_more and lights in (TRAFFIC, TRAFFIC[::-1]))
        if are_bare and is_told and len(set(lights)) == len(lights) and all(each.is_reported for each in lights):
            explained = [row for row in block if row in lines or _explains_lights(row)]
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
    is_ordered = foot == block and lights in (TRAFFIC, TRAFFIC[::-1]) and None not in fills and len(fills) == len(block)
    return is_ordered and bool(before) and not any(map(is_bare, before))


def _bare_blocks(rows: Sequence[Row]) -> list[list[Row]]:
    """Give the rows that stand directly below each other with nothing but a title and perhaps a light."""
    blocks: list[list[Row]] = [[]]
    for row in rows:
        if not is_bare(row) or (blocks[-1] and row.number > blocks[-1][-1].number + 1):
            blocks.append([])
        blocks[-1] += [row] * is_bare(row)
    return [block for block in blocks if len(block) > 1]


def _reads_as_note(row: Row, lines: Sequence[Row]) -> bool:
    """Tell whether a lone text below the last line says when or by whom, or is far longer than the titles."""
    text, titles = row.texts[0].text, [line.text("title") for line in lines]
    says_when = SAYS_WHEN.search(text) is not None and not any(map(SAYS_WHEN.search, titles))
    return says_when or len(text) > 2 * max(map(len, titles))


def _lone(row: Row, looks: set[Look], above: RowKind | None, *, at_foot: bool) -> RowKind:
    """Classify a lone title: it goes on with the one above, is a line, a heading, or a note."""
    (cell,) = row.texts
    is_title = cell is row.own_title
    directly = above in (RowKind.LINE, RowKind.TITLE_GOES_ON)
    if is_title and directly and _goes_on(row, cell):
        return RowKind.TITLE_GOES_ON
    differs = row.look not in looks if looks else cell.bold
    if find_months(cell.text) and (not is_title or directly or (differs and bool(looks))):
        return RowKind.NOTE
    if is_title and not differs:
        return RowKind.NOTE if at_foot else RowKind.LINE
    return RowKind.UNKNOWN_SECTION if row.look != PLAIN and len(cell.text.split()) <= 8 else RowKind.NOTE


def _goes_on(row: Row, cell: GridCell) -> bool:
    """Tell whether a lone title continues the one above: that ends open, or this is only a code or in brackets."""
    told = split_title(cell.text)
    is_code = told.code is not None and told.title == cell.text
    above = row.grid.text(row.number - 1, cell.column)
    in_brackets = cell.text[0] == "(" and cell.text.find(")") in (-1, len(cell.text) - 1)
    return is_code or in_brackets or cell.text[0] == "&" or OPEN_END.search(above) is not None


def _explains_lights(row: Row) -> bool:
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


def _pairs_colours(row: Row) -> bool:
    """Tell whether names of colours alternate with other words: first, or all lights where lines have none."""
    texts = [cell for cell in row.texts if not says_is(cell.text)]
    if len(texts) < 2 * FEW_WORDS or len(texts) % 2 or texts[0] is not row.own_title:
        return False
    names = [colour_named(cell.text) for cell in texts]
    is_first = names[0] is not None
    named, others = (names[::2], names[1::2]) if is_first else (names[1::2], names[::2])
    apart = {cell.column for cell in texts[1::2]} - {*row.layout.light.columns} - _columns_of_lights(row)
    are_all = is_first or ({*TRAFFIC} <= {*named} and len(apart) >= FEW_WORDS)
    return are_all and None not in named and {*others} == {None} and len({*named}) > 1


def _are_filled_words(cells: Sequence[GridCell]) -> bool:
    """Tell whether cells have a fill each with a word for what it means, among them those of all lights."""
    fills = {cell.fill for cell in cells if cell.fill is not None}
    are_all = len(fills) == len(cells) and {*TRAFFIC} <= {light_of(fill) for fill in fills}
    return are_all and all(_is_known(cell.text) for cell in cells)


def _is_known(text: str) -> bool:
    return (explained_light(text) or meaning_said(text) or light_named(text)) is not None


def lights_the_line_above(row: Row) -> bool:
    """Tell whether a row has only a light, and the row above a title without one."""
    above = Row(row.grid, row.layout, row.number - 1)
    is_light_alone = row.is_lit and {cell.column for cell in row.texts} <= {*row.layout.light.columns}
    return is_light_alone and above.number in row.grid.rows and bool(above.own_title) and not above.is_lit


def _defines_a_light(text: str, *, is_short: bool) -> bool:
    words, definitions = normalised(text), {normalised(entry.definition) for entry in terms().lights.values()}
    if words in definitions:
        return True
    if is_short and light_word(text) not in (None, Light.NOT_REPORTED):
        return not re.match(r"\w+\s*[-–]", text) or any(definition in words for definition in definitions)
    explained = re.match(r"\s*+\(?((?:\w| ++(?=\w))++)\)?\s*[=:]\s*(\w.*)", text) if is_short else None
    return explained is not None and light_word(explained[1]) is not None


def _heads_a_legend(row: Row) -> bool:
    above, below = (row.grid.texts(row.number + step) for step in (-1, 1))
    said = light_word(below[0].text) if below else None
    is_of_a_line = len(below) == 1 and below[0].column in row.layout.light.columns
    return not row.is_lit and not above and said is not None and said.is_reported and not is_of_a_line


def _is_in_legend(row: Row) -> bool:
    """Tell whether a row is a text with a colour of its own, in a block of such that a legend's heading begins."""
    above, seen = row, list[Rgb | None]()
    while len(above.texts) == 1 and above.light is not None and above.light.fill:
        seen.append(above.light.fill)
        above = Row(row.grid, row.layout, above.number - 1)
    is_heading = len(above.texts) == 1 and HEADING.fullmatch(above.texts[0].text) is not None
    return bool(seen) and is_heading and not row.grid.texts(above.number - 1) and len(set(seen)) == len(seen)


def _is_total(row: Row) -> bool:
    """Tell whether a row sums up: it begins with a word for a total ("Røde indsatser"), the rest are numbers."""
    first, title, totals = normalised(row.texts[0].text), row.text("title"), terms().totals
    called = _beginning(totals).match(normalised(title))
    if called is not None and (normalised(title) in totals or sections_of(normalised(title)[called.end() :])):
        return True  # "I alt", "I alt Børne- og Ungdomsudvalget"
    numbers = all(NUMBER.fullmatch(cell.text) and not isinstance(cell.value, date) for cell in row.texts[1:])
    begun = _beginning(totals).match(first)
    sums_up = begun is not None or (first.endswith(" i alt") and light_word(first.partition(" ")[0]) is not None)
    light = row.light if row.is_lit and sums_up and len(row.texts) > 1 else None
    if light is not None and isinstance(light.value, int | float):
        return numbers and len(row.texts) == 2 and not light.conditional  # "Antal på plan", and how many, in green
    if row.is_lit or first in totals or not numbers:
        return first in totals and not row.is_lit
    if len(row.texts) > 1 and first.endswith(" i alt"):
        return True
    named, *others = first.split(" ")
    is_light = light_word(first) is not None or light_word(named) not in (None, Light.DONE)
    counts = is_light and (terms().legend_filling.issuperset(others) or light_word(first) is not None)
    begins = begun is not None and len(first[begun.end() :].split()) <= FEW_WORDS
    return (len(row.texts) > 1 and (counts or begins)) or not any(map(str.isalpha, title or first))


def _is_section(row: Row) -> bool:
    """Tell whether a row without a light names a section, with a label before it or not ("Tema:" beside it)."""
    fields, worded = row.layout.fields, row.worded
    marks = (fields.get("done"), fields.get("cross_cutting"), *row.layout.light.columns)
    introduced = len(worded) == 2 and LABEL.fullmatch(worded[0].text) is not None and worded[0].column not in marks
    is_named = (len(worded) == 1 or introduced) and not row.is_lit
    return is_named and bool(sections_of(" ".join(cell.text for cell in worded))) and not _has_another_light(row)


def _has_another_light(row: Row) -> bool:
    return any(light_of(row.cells[number].fill) for number in _columns_of_lights(row) & row.cells.keys())


def _columns_of_lights(row: Row) -> set[int]:
    return {number for other in row.layout.other_lights for number in other.column.columns}


def _is_note(row: Row) -> bool:
    text = row.worded[0].text if row.worded else ""
    start = re.sub(r"\s+", " ", text.casefold()).lstrip(" *")
    if (row.is_lone and text.lstrip().startswith("*")) or re.fullmatch(r"side \d+( af \d+)?", start.strip()):
        return True
    begun = _beginning(tuple(word for word in terms().notes if word != "side")).match(start)
    if begun is None or not start[begun.end() :].strip(" :"):
        return begun is not None
    named, unknown = read_udvalg(row.text("udvalg"))
    is_below_another = bool(named) and not unknown and bool(row.grid.texts(row.number - 1))
    return not (row.is_lit or is_below_another)  # "Forklaring af nye regler"


def _is_spoilt(row: Row) -> bool:
    """Tell whether a row with a title holds an error in a column that is read."""
    errors = (cell for cell in row.grid.errors if cell.row == row.number and cell.column in row.layout.read_columns)
    return row.own_title is not None and bool(row.own_title.text) and any(errors)


def _names_a_group(row: Row) -> bool:
    parent = row.cells.get(row.layout.fields.get("parent", 0))
    return parent is not None and bool(parent.text) and not row.is_lit and not (row.own_title and row.own_title.text)


@cache
def _beginning(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(map(re.escape, words))})(?!\w)")


# The first that a row meets says what it is; None: a lone title, which needs the lines around it.
RULES: tuple[tuple[Callable[[Row], object], RowKind | None], ...] = (
    (lambda row: not row.texts and (row.is_coloured or (row.own_title and row.own_title.is_struck)), RowKind.LINE),
    (lambda row: not row.texts, RowKind.NO_LINE),
    (lights_the_line_above, RowKind.LINE),
    (_explains_lights, RowKind.NO_LINE),
    (_heads_a_legend, RowKind.NO_LINE),
    (_is_in_legend, RowKind.NO_LINE),
    (_pairs_colours, RowKind.NOTE),
    (is_example, RowKind.EXAMPLE),
    (is_of_pages, RowKind.NO_LINE),
    (names_a_page, RowKind.NOTE),
    (lambda row: row.is_lone and HEADING.fullmatch(row.texts[0].text), RowKind.NO_LINE),
    (_is_total, RowKind.NO_LINE),
    (_is_section, RowKind.SECTION),
    (_is_note, RowKind.NO_LINE),
    (_is_spoilt, RowKind.LINE),
    (_names_a_group, RowKind.GROUP),
    (lambda row: row.is_lone and (len(row.texts[0].text) > LONGEST_TITLE or not row.worded), RowKind.NO_LINE),
    (lambda row: row.is_lone, None),
    (lambda row: any(cell.column in row.layout.read_columns for cell in row.texts), RowKind.LINE),
    (lambda row: row.is_coloured or (row.is_lit and row.light and row.light.row == row.number), RowKind.LINE),
)
