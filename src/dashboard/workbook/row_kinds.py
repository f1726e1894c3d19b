"""What each row below a header is: a line, a section, or neither."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from functools import lru_cache
from typing import NamedTuple

from dashboard.domain.excerpt import Rgb
from dashboard.domain.identity import normalised
from dashboard.domain.light import Light
from dashboard.domain.period import NAMES
from dashboard.domain.reported_month import find_months
from dashboard.domain.terms import Terms
from dashboard.domain.words import light_word, split_title
from dashboard.workbook.colour import light_of
from dashboard.workbook.grid import Grid, GridCell
from dashboard.workbook.layout import Layout
from dashboard.workbook.legend import explains_a_hue
from dashboard.workbook.sections import sections_of
from dashboard.workbook.symbol_font import is_shape

LONGEST_TITLE = 200
FEW_WORDS = 2  # after "I alt"; more of them are a title
LABEL = re.compile(r"(?:tema|hovedpunkt|fagudvalg|udvalg|art|[a-z]|[ivx]{1,4})[.:)]?", re.IGNORECASE)
NUMBER = re.compile(r"[\d.,%\s()+−–-]*(?:kr\.?|mio\.?|pct\.?)?[\d.,%\s]*")
OPEN_END = re.compile(
    r"(?:[-–,/&+]|\([^)]*|(?<![\w-])(?:og|samt|eller|i|med|på|af|til|for|fra|om|ved|mod|under|over|mellem|hos|efter|uden"
    r"|en|et|den|det|de|som|der|at|via|pr\.|and|or|with|of|to|in|on|by|from|the|including))\s*\Z",
    re.IGNORECASE,
)
SAYS_WHEN = re.compile(
    rf"[:.]\s*\Z|\w: |\bsenest\b|\bfrist(?:en)?\b|(?<![\d/])\d{{1,2}}(?:\. (?:{NAMES})\b|/1?\d(?![\d/]))"
    r"|\A(?!fælles)\w{3,}es (?:til|af|senest|hver|inden)\b",
    re.IGNORECASE,
)
LEGEND = re.compile(
    r"(?:\w*forklaring|farve(?:r|koder|rne|rnes betydning)|signatur(?:er)?|legende)[ :]*", re.IGNORECASE
)

Look = tuple[bool, int, Rgb | None]
PLAIN: Look = (False, 1, None)


class RowKind(Enum):
    """What a row below a header is; a GROUP is the project that the lines below it belong to."""

    LINE = auto()
    GROUP = auto()
    SECTION = auto()
    UNKNOWN_SECTION = auto()
    TITLE_GOES_ON = auto()
    NOTE = auto()
    NO_LINE = auto()


HEADINGS = (RowKind.SECTION, RowKind.UNKNOWN_SECTION, RowKind.GROUP)


class Row(NamedTuple):
    """A row as the rules see it: its texts, those of words, its title's cell, and whether its light says something.

    ``is_filled``: a light fills a cell of the row's own, and not the title's as well.
    """

    number: int
    texts: Sequence[GridCell]
    worded: Sequence[GridCell]
    title: GridCell | None
    is_lit: bool
    is_filled: bool

    @property
    def is_lone(self) -> bool:
        """Tell whether one text is all that the row has of its own."""
        return len(self.texts) == 1 and not self.is_filled


@dataclass(frozen=True)
class RowClassifier:
    """Tells what the rows of one table are, from what they hold and how the table's lines look."""

    grid: Grid
    layout: Layout
    terms: Terms

    def kinds(self, numbers: Sequence[int]) -> dict[int, RowKind]:
        """Classify rows, top to bottom: first each by itself, then the lone titles against the lines around them."""
        alone = {number: self._alone(number) for number in numbers}
        lines = [number for number, kind in alone.items() if kind is RowKind.LINE]
        looks = set(map(self.look, lines))
        kinds: dict[int, RowKind] = {}
        gap = False
        for number, kind in alone.items():
            gap = gap or number - 1 not in kinds or kind is RowKind.NO_LINE
            if kind is None:
                is_below = number > max(lines, default=number)
                at_foot = is_below and (gap or kinds[number - 1] is RowKind.NOTE or self._reads_as_note(number, lines))
                kind = self._lone(number, looks, kinds.get(number - 1), at_foot=at_foot)
            gap = gap and kind not in (RowKind.LINE, *HEADINGS)
            kinds[number] = kind
        return kinds

    def _reads_as_note(self, number: int, lines: Sequence[int]) -> bool:
        """Tell whether a lone text below the last line says when or by whom, or is far longer than the titles."""
        text = self.grid.texts(number)[0].text
        titles = [self.grid.text(line, self.layout.fields["title"]) for line in lines]
        says_when = SAYS_WHEN.search(text) and not any(map(SAYS_WHEN.search, titles))
        return bool(titles) and (bool(says_when) or len(text) > 2 * max(map(len, titles)))

    def look(self, number: int) -> Look:
        """Describe how a row's first text looks: bold, how many columns it is merged over, its fill."""
        cell = self.grid.rows[number].get(self.layout.fields["title"]) or next(iter(self.grid.texts(number)), None)
        if cell is None:
            return PLAIN
        fill = None if self.layout.light.words == "other" else cell.fill
        return cell.bold, self.grid.merged_columns(number, cell.column), fill

    def _alone(self, number: int) -> RowKind | None:
        texts, light = self.grid.texts(number), self._light_cell(number)
        title = self.grid.rows[number].get(self.layout.fields["title"])
        is_filled = light is not None and self._is_filled(light, title)
        is_lit = light is not None and (is_filled or self._says_a_light(light))
        worded = [cell for cell in texts if not NUMBER.fullmatch(cell.text)]
        is_own = light is not None and light.row == number
        row = Row(number, texts, worded, title, is_lit, is_filled and is_own)
        return next((kind for meets, kind in RULES if meets(self, row)), RowKind.NO_LINE)

    def _is_filled(self, light: GridCell, title: GridCell | None) -> bool:
        shown = self.layout.light.light_of(light.fill) is not None or bool(light.blend)
        return shown and (title is None or light.fill != title.fill)

    def _says_a_light(self, light: GridCell) -> bool:
        said = self.layout.light.said(light.text, self.terms)
        return said not in (None, Light.NOT_REPORTED) or light.conditional is not None

    def _light_cell(self, number: int) -> GridCell | None:
        light = self.layout.light
        if light.number:
            return self.grid.cell(number, light.number)
        marked = [self.grid.rows[number].get(column) for column in light.marks.values()]
        return next((cell for cell in marked if cell is not None and (cell.text or light_of(cell.fill))), None)

    def _is_legend(self, row: Row) -> bool:
        worded = [cell for cell in row.worded if not is_shape(cell.text)]
        title = row.title.text if row.title is not None else ""
        if not worded:
            return False
        if row.title is not None and not title and light_of(row.title.fill) is not None:
            return len(worded) == 1 and worded[0].fill != row.title.fill  # a patch of colour, and what it means
        if self._shows_lights(row, worded):
            return True
        first = worded[0].text if is_shape(title) else title or worded[0].text
        return explains_a_hue(worded, self.terms) or self._defines_a_light(first, is_short=len(worded) <= 2)

    def _shows_lights(self, row: Row, worded: Sequence[GridCell]) -> bool:
        """Tell whether a row is nothing but lights, or begins with one in its own colour and says what it means."""
        said = [light_word(cell.text, self.terms) for cell in worded]
        if len(said) == 2 and said[0] is not None and said[0] is light_of(worded[0].fill) and not row.is_lit:
            return True
        return len(set(said)) == len(said) > 1 and all(light is not None and light.is_reported for light in said)

    def _defines_a_light(self, text: str, *, is_short: bool) -> bool:
        words, definitions = normalised(text), _definitions(self.terms)
        if words in definitions:
            return True
        if is_short and light_word(text, self.terms) not in (None, Light.NOT_REPORTED):
            return not re.match(r"\w+\s*[-–]", text) or any(definition in words for definition in definitions)
        explained = re.match(r"\s*\(?([\w ]+?)\)?\s*[=:]\s*(\w.*)", text) if is_short else None
        return explained is not None and light_word(explained[1], self.terms) is not None

    def _heads_a_legend(self, row: Row) -> bool:
        around = [self.grid.texts(row.number + step) for step in (-1, 1)]
        said = light_word(around[1][0].text, self.terms) if around[1] else None
        return not row.is_lit and not around[0] and said is not None and said.is_reported

    def _is_in_legend(self, row: Row) -> bool:
        """Tell whether a row is a text with a colour of its own, in a block of such that a legend's heading begins."""
        above, seen = row.number, list[Rgb | None]()
        while len(self.grid.texts(above)) == 1 and (light := self._light_cell(above)) is not None and light.fill:
            seen.append(light.fill)
            above -= 1
        heading = [cell.text for cell in self.grid.texts(above)]
        is_headed = len(heading) == 1 and LEGEND.fullmatch(heading[0]) and not self.grid.texts(above - 1)
        return bool(seen and is_headed) and len(set(seen)) == len(seen)

    def _is_total(self, row: Row) -> bool:
        """Tell whether a row sums up: it begins with a word for a total ("Røde indsatser"), the rest are numbers."""
        first, title = normalised(row.texts[0].text), self.grid.text(row.number, self.layout.fields["title"])
        if self._is_called_total(normalised(title)) or (first in self.terms.totals and not row.is_lit):
            return True
        if row.is_lit or not all(NUMBER.fullmatch(c.text) and not isinstance(c.value, date) for c in row.texts[1:]):
            return False
        light, *others = first.split(" ")
        is_light = light_word(light, self.terms) not in (None, Light.DONE)
        counts = is_light and self.terms.legend_filling.issuperset(others)
        begun = _beginning(self.terms.totals).match(first)
        begins = begun is not None and len(first[begun.end() :].split()) <= FEW_WORDS
        return (len(row.texts) > 1 and (counts or begins)) or not any(map(str.isalpha, title or first))

    def _is_called_total(self, title: str) -> bool:
        """Tell whether a title is nothing but a word for a total, or one with the name of an udvalg or a tema."""
        begun = _beginning(self.terms.totals).match(title)
        return begun is not None and (title in self.terms.totals or bool(sections_of(title[begun.end() :], self.terms)))

    def _is_section(self, row: Row) -> bool:
        worded = row.worded
        introduced = len(worded) == 2 and LABEL.fullmatch(worded[0].text) is not None and not self._is_mark(worded[0])
        named = (len(worded) == 1 or introduced) and not row.is_lit
        return named and bool(sections_of(" ".join(cell.text for cell in worded), self.terms))

    def _is_mark(self, cell: GridCell) -> bool:
        fields, light = self.layout.fields, self.layout.light
        return cell.column in (fields.get("done"), fields.get("cross_cutting"), *light.columns)

    def _is_note(self, row: Row) -> bool:
        text = row.worded[0].text if row.worded else ""
        start = re.sub(r"\s+", " ", text.casefold()).lstrip(" *")
        if (row.is_lone and text.lstrip().startswith("*")) or re.fullmatch(r"side \d+( af \d+)?", start.strip()):
            return True
        begins = _beginning(tuple(word for word in self.terms.notes if word != "side")).match(start) is not None
        return begins and not (row.is_lit and " " in start and ":" not in start)  # "Forklaring af nye regler"

    def _has_errors(self, number: int) -> bool:
        columns = self.layout.read_columns
        return any(cell.row == number and cell.column in columns for cell in self.grid.errors)

    def _names_a_group(self, row: Row) -> bool:
        parent = self.grid.rows[row.number].get(self.layout.fields.get("parent", 0))
        return parent is not None and bool(parent.text) and not row.is_lit and not (row.title and row.title.text)

    def _lone(self, number: int, looks: set[Look], above: RowKind | None, *, at_foot: bool) -> RowKind:
        """Classify a lone title: it goes on with the one above, is a line, a heading, or a note."""
        (cell,) = self.grid.texts(number)
        is_title = cell.column == self.layout.fields["title"]
        directly = above in (RowKind.LINE, RowKind.TITLE_GOES_ON)
        if is_title and directly and self._goes_on(cell):
            return RowKind.TITLE_GOES_ON
        look = self.look(number)
        differs = look not in looks if looks else cell.bold
        if find_months(cell.text) and (not is_title or directly or (differs and bool(looks))):
            return RowKind.NOTE
        if is_title and not differs:
            return RowKind.NOTE if at_foot else RowKind.LINE
        return RowKind.UNKNOWN_SECTION if look != PLAIN and len(cell.text.split()) <= 8 else RowKind.NOTE

    def _goes_on(self, cell: GridCell) -> bool:
        """Tell whether a lone title continues the one above: that ends open, or this is only a code or in brackets."""
        told = split_title(cell.text, self.terms)
        is_code = told.code is not None and told.title == cell.text
        above = self.grid.text(cell.row - 1, cell.column)
        return is_code or cell.text[0] in "(&" or OPEN_END.search(above) is not None


# The first that a row meets says what it is; None: a lone title, which needs the lines around it.
RULES: tuple[tuple[Callable[[RowClassifier, Row], object], RowKind | None], ...] = (
    (lambda _, row: not row.texts and (row.is_filled or (row.title and row.title.is_struck)), RowKind.LINE),
    (lambda _, row: not row.texts, RowKind.NO_LINE),
    (RowClassifier._is_legend, RowKind.NO_LINE),
    (RowClassifier._heads_a_legend, RowKind.NO_LINE),
    (RowClassifier._is_in_legend, RowKind.NO_LINE),
    (RowClassifier._is_total, RowKind.NO_LINE),
    (RowClassifier._is_section, RowKind.SECTION),
    (RowClassifier._is_note, RowKind.NO_LINE),
    (lambda it, row: row.title and row.title.text and it._has_errors(row.number), RowKind.LINE),
    (RowClassifier._names_a_group, RowKind.GROUP),
    (lambda _, row: row.is_lone and (len(row.texts[0].text) > LONGEST_TITLE or not row.worded), RowKind.NO_LINE),
    (lambda _, row: row.is_lone, None),
    (lambda it, row: any(cell.column in it.layout.read_columns for cell in row.texts), RowKind.LINE),
)


@lru_cache(maxsize=4)
def _definitions(terms: Terms) -> frozenset[str]:
    return frozenset(normalised(entry.definition) for entry in terms.lights.values())


@lru_cache(maxsize=4)
def _beginning(words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(map(re.escape, words))})(?!\w)")
