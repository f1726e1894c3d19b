"""What each row below a header is: a line, a section, or neither."""

import re
from collections.abc import Callable, Sequence
from datetime import date
from functools import cache
from itertools import pairwise

from dashboard.domain.identity import normalised
from dashboard.domain.light import Light
from dashboard.domain.period import NAMES
from dashboard.domain.reported_month import find_months
from dashboard.domain.terms import terms
from dashboard.domain.words import light_word, read_udvalg, split_title
from dashboard.workbook.colour import light_of
from dashboard.workbook.count_rows import kinds_of_counts
from dashboard.workbook.example_rows import is_example, settle_examples
from dashboard.workbook.grid import GridCell
from dashboard.workbook.legend import HEADING
from dashboard.workbook.legend_rows import explains_lights, heads_a_legend, is_in_legend, pairs_colours, settle_legends
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
    alone |= kinds_of_counts(rows, {row for row, kind in alone.items() if kind is RowKind.LINE})
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
    settle_legends(rows)
    _settle_done_headings(rows)


def _settle_done_headings(rows: Sequence[Row]) -> None:
    """Let a lone word for done directly above lines be a heading: nobody knows whether they are done."""
    for row, below in pairwise(rows):
        is_word = row.kind is RowKind.NO_LINE and row.is_lone and light_word(row.texts[0].text) is Light.DONE
        if is_word and len(row.texts[0].text) > LONGEST_MARK and below.kind is RowKind.LINE:
            row.kind = RowKind.UNKNOWN_SECTION


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


def lights_the_line_above(row: Row) -> bool:
    """Tell whether a row has only a light, and the row above a title without one."""
    above = Row(row.grid, row.layout, row.number - 1)
    is_light_alone = row.is_lit and {cell.column for cell in row.texts} <= {*row.layout.light.columns}
    return is_light_alone and above.number in row.grid.rows and bool(above.own_title) and not above.is_lit


def _is_total(row: Row) -> bool:
    """Tell whether a row sums up: it begins with a word for a total ("Røde indsatser"), the rest are numbers."""
    first, title, totals = normalised(row.texts[0].text), row.text("title"), terms().totals
    called = _beginning(totals).match(normalised(title))
    if called is not None and (normalised(title) in totals or sections_of(normalised(title)[called.end() :])):
        return True  # "I alt", "I alt Børne- og Ungdomsudvalget"
    numbers = all(NUMBER.fullmatch(cell.text) and not isinstance(cell.value, date) for cell in row.texts[1:])
    begun = _beginning(totals).match(first)
    sums_up = begun is not None or (first.endswith(" i alt") and _counts_a_light(first.removesuffix(" i alt")))
    light = row.light if row.is_lit and sums_up and len(row.texts) > 1 else None
    if light is not None and isinstance(light.value, int | float):
        return numbers and len(row.texts) == 2 and not light.conditional  # "Antal på plan", and how many, in green
    if row.is_lit or first in totals or not numbers:
        return first in totals and not row.is_lit
    if len(row.texts) > 1 and first.endswith(" i alt"):
        return True
    named = first.partition(" ")[0]
    counts = light_word(first) is not None or (light_word(named) is not Light.DONE and _counts_a_light(first))
    begins = begun is not None and len(first[begun.end() :].split()) <= FEW_WORDS
    return (len(row.texts) > 1 and (counts or begins)) or not any(map(str.isalpha, title or first))


def _is_numbered_in_colour(row: Row) -> bool:
    """Tell whether a row without a light has a number for a title, and others beside it in the colours of lights."""
    title = row.own_title.text if row.own_title is not None and light_of(row.own_title.fill) is None else ""
    is_numbered = not row.is_lit and not row.worded and any(map(str.isdecimal, title))
    return is_numbered and any(light_of(cell.fill) for cell in row.texts)


def _counts_a_light(text: str) -> bool:
    """Tell whether a text is a word for a light, and what has it: "grønne indsatser", but not "grønne områder"."""
    named, *others = text.split(" ")
    return light_word(named) is not None and terms().legend_filling.issuperset(others)


def _is_section(row: Row) -> bool:
    """Tell whether a row without a light names a section, with a label before it or not ("Tema:" beside it)."""
    fields, worded = row.layout.fields, row.worded
    marks = (fields.get("done"), fields.get("cross_cutting"), *row.layout.light.columns)
    introduced = len(worded) == 2 and LABEL.fullmatch(worded[0].text) is not None and worded[0].column not in marks
    is_named = (len(worded) == 1 or introduced) and not row.is_lit
    return is_named and bool(sections_of(" ".join(cell.text for cell in worded))) and not _has_another_light(row)


def _has_another_light(row: Row) -> bool:
    columns = {number for other in row.layout.other_lights for number in other.column.columns}
    return any(light_of(row.cells[number].fill) for number in columns & row.cells.keys())


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
    (explains_lights, RowKind.NO_LINE),
    (heads_a_legend, RowKind.NO_LINE),
    (is_in_legend, RowKind.NO_LINE),
    (pairs_colours, RowKind.NOTE),
    (is_example, RowKind.EXAMPLE),
    (is_of_pages, RowKind.NO_LINE),
    (names_a_page, RowKind.NOTE),
    (lambda row: row.is_lone and HEADING.fullmatch(row.texts[0].text), RowKind.NO_LINE),
    (_is_numbered_in_colour, RowKind.NOTE),
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
