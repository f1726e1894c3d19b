"""What each row below a header is: a line, a section, or neither."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache

from dashboard.domain.identity import normalised
from dashboard.domain.light import Light
from dashboard.domain.terms import Terms
from dashboard.workbook.colour import Rgb, light_of
from dashboard.workbook.grid import Grid, GridCell
from dashboard.workbook.layout import Layout
from dashboard.workbook.legend import explains_a_hue
from dashboard.workbook.month import find_months
from dashboard.workbook.sections import sections_of
from dashboard.workbook.symbol_font import is_shape
from dashboard.workbook.words import light_word, split_title

LONGEST_TITLE = 200
LABEL = re.compile(r"(?:tema|hovedpunkt|fagudvalg|udvalg|art|[a-z]|[ivx]{1,4})[.:)]?", re.IGNORECASE)
NUMBER = re.compile(r"[\d.,%\s()+−–-]*(?:kr\.?|mio\.?|pct\.?)?[\d.,%\s]*")

Look = tuple[bool, int, Rgb | None]


class RowKind(Enum):
    """What a row below a header is."""

    LINE = auto()
    SECTION = auto()
    UNKNOWN_SECTION = auto()
    TITLE_GOES_ON = auto()
    NOTE = auto()
    NO_LINE = auto()


@dataclass(frozen=True)
class RowClassifier:
    """Tells what the rows of one table are, from what they hold and how the table's lines look."""

    grid: Grid
    layout: Layout
    terms: Terms

    def kinds(self, numbers: Sequence[int]) -> dict[int, RowKind]:
        """Classify rows, top to bottom: first each by itself, then the lone titles against the lines around them."""
        alone = {number: self._alone(number) for number in numbers}
        looks = {self.look(number) for number, kind in alone.items() if kind is RowKind.LINE}
        last_line = max((number for number, kind in alone.items() if kind is RowKind.LINE), default=0)
        kinds: dict[int, RowKind] = {}
        before, gap = 0, False
        for number, kind in alone.items():
            gap = last_line > 0 and (gap or number > before + 1 or kind is RowKind.NO_LINE)
            if kind is None:
                kind = self._lone(number, looks, kinds.get(before), before)
                if kind is RowKind.LINE and gap and number > last_line:
                    kind = RowKind.NOTE
            elif kind is RowKind.LINE and number == before + 1 and self._continues(number, kinds.get(before)):
                kind = RowKind.TITLE_GOES_ON
            elif kind is RowKind.LINE and gap and number >= last_line - 3 and self._is_patch(number, alone):
                kind = RowKind.NO_LINE
            if kind in (RowKind.SECTION, RowKind.UNKNOWN_SECTION, RowKind.LINE):
                gap = False
            kinds[number] = kind
            before = number
        return kinds

    def _alone(self, number: int) -> RowKind | None:
        """Classify a row by itself; None for a lone title, which needs the lines around it."""
        texts = self.grid.texts(number)
        title = self.grid.rows[number].get(self.layout.fields["title"])
        light = self._light_cell(number)
        fills_own = (
            light is not None
            and (self.layout.light.light_of(light.fill) is not None or bool(light.blend))
            and (title is None or light.fill != title.fill)
        )
        if not texts:
            struck = title is not None and title.is_struck
            return (
                RowKind.LINE if (fills_own and light is not None and light.row == number) or struck else RowKind.NO_LINE
            )
        worded = [cell for cell in texts if not NUMBER.fullmatch(cell.text)]
        if self._is_legend(worded, title) or self._is_total(texts, light, fills_own):
            return RowKind.NO_LINE
        joined = " ".join(cell.text for cell in worded)
        introduced = len(worded) == 2 and LABEL.fullmatch(worded[0].text) is not None and not self._is_mark(worded[0])
        if (len(worded) == 1 or introduced) and not fills_own and sections_of(joined, self.terms):
            return RowKind.SECTION
        if worded and self._is_note(worded[0].text):
            return RowKind.NO_LINE
        if title is not None and title.text and self._holds_error(number):
            return RowKind.LINE
        if len(texts) == 1 and not fills_own:
            return RowKind.NO_LINE if len(texts[0].text) > LONGEST_TITLE or not worded else None
        return RowKind.LINE if any(cell.column in self.layout.read_columns for cell in texts) else RowKind.NO_LINE

    def _holds_error(self, number: int) -> bool:
        """Tell whether something that is read stands in a row, though it cannot be: it is a line all the same."""
        columns = self.layout.read_columns
        return any(cell.row == number and cell.column in columns for cell in self.grid.errors)

    def _is_mark(self, cell: GridCell) -> bool:
        """Tell whether an X stands where it says something of a line."""
        marked = {self.layout.fields.get("done"), self.layout.fields.get("cross_cutting"), self.layout.light.number}
        return cell.column in marked | set(self.layout.light.marks.values())

    def _lone(self, number: int, looks: set[Look], before: RowKind | None, row_before: int) -> RowKind:
        (cell,) = self.grid.texts(number)
        title_column = self.layout.fields["title"]
        directly = row_before == number - 1 and before in (RowKind.LINE, RowKind.TITLE_GOES_ON)
        if cell.column == title_column and directly and self._goes_on(cell, row_before):
            return RowKind.TITLE_GOES_ON
        look = self.look(number)
        differs = bool(looks) and look not in looks
        if find_months(cell.text) and (differs or cell.column != title_column or directly):
            return RowKind.NOTE
        if cell.column != title_column or differs or (not looks and cell.bold):
            marked = look[0] or look[1] > 1 or look[2] is not None
            return RowKind.UNKNOWN_SECTION if marked and len(cell.text.split()) <= 8 else RowKind.NOTE
        return RowKind.LINE

    def _goes_on(self, cell: GridCell, row_before: int) -> bool:
        """Tell whether a lone title continues the one above: it begins small, is only a code, or follows a hyphen."""
        above = self.grid.text(row_before, self.layout.fields["title"])
        only_code = split_title(cell.text, self.terms)
        return (
            cell.text[0].islower() or cell.text[0] in "(&" or above.rstrip().endswith(("-", ",", " og"))
            or (only_code.code is not None and only_code.title == cell.text)
        )  # fmt: skip

    def _continues(self, number: int, before: RowKind | None) -> bool:
        """Tell whether a row only goes on with the texts above: a title that begins small, nothing of its own."""
        title = self.grid.rows[number].get(self.layout.fields["title"])
        if before not in (RowKind.LINE, RowKind.TITLE_GOES_ON) or title is None or not title.text[:1].islower():
            return False
        own = [self.layout.fields[name] for name in ("udvalg", "responsible", "code") if name in self.layout.fields]
        light = self._light_cell(number)
        return not any(self.grid.text(number, column) for column in own) and (
            light is None or light.row != number or (not light.text and light_of(light.fill) is None)
        )

    def look(self, number: int) -> Look:
        """Describe how a row's first text looks: bold, how many columns it is merged over, its fill."""
        cell = self.grid.rows[number].get(self.layout.fields["title"]) or next(iter(self.grid.texts(number)), None)
        if cell is None:
            return False, 1, None
        fill = None if self.layout.light.words == "other" else cell.fill
        return cell.bold, self.grid.merged_columns(number, cell.column), fill

    def _light_cell(self, number: int) -> GridCell | None:
        light = self.layout.light
        if light.number:
            return self.grid.cell(number, light.number)
        marked = [self.grid.rows[number].get(column) for column in light.marks.values()]
        return next((cell for cell in marked if cell is not None and (cell.text or light_of(cell.fill))), None)

    def _is_legend(self, worded: Sequence[GridCell], title: GridCell | None) -> bool:
        worded = [cell for cell in worded if not is_shape(cell.text)]
        if not worded:
            return False
        if title is not None and not title.text and light_of(title.fill) is not None:
            return len(worded) == 1 and worded[0].fill != title.fill  # a patch of colour, and what it means
        title = None if title is not None and is_shape(title.text) else title
        if explains_a_hue(worded, self.terms):
            return True
        definitions = _definitions(self.terms)
        first = worded[0].text if title is None or not title.text else title.text
        words = normalised(first)
        if words in definitions or (
            light_word(first, self.terms) not in (None, Light.NOT_REPORTED) and len(worded) <= 2
        ):
            explains = words in definitions or not re.match(r"\w+\s*[-–]", first)
            return explains or any(definition in words for definition in definitions)
        explained = re.match(r"\s*\(?([\w ]+?)\)?\s*[=:]\s*(\w.*)", first)
        return explained is not None and light_word(explained[1], self.terms) is not None and len(worded) <= 2

    def _is_total(self, texts: Sequence[GridCell], light: GridCell | None, fills_own: bool) -> bool:
        """Tell whether a row sums up: it begins with a word for a total, and the rest are numbers."""
        said = light_word(light.text, self.terms) if light is not None and light.text else None
        if fills_own or (said is not None and said is not Light.NOT_REPORTED):
            return False
        title = self.grid.text(texts[0].row, self.layout.fields["title"])
        first = normalised(texts[0].text)
        others_are_numbers = all(NUMBER.fullmatch(cell.text) for cell in texts[1:])
        if (
            others_are_numbers
            and len(texts) > 1
            and light_word(first.split(" ")[0], self.terms) not in (None, Light.DONE)
        ):
            return True  # "Grønne indsatser | 12"
        if any(text in self.terms.totals for text in (first, normalised(title))):
            return True
        begins = _beginning(self.terms.totals).match(first) is not None
        return others_are_numbers and ((begins and len(texts) > 1) or not any(map(str.isalpha, title or first)))

    def _is_note(self, text: str) -> bool:
        start = re.sub(r"\s+", " ", text.casefold()).lstrip(" *")
        if text.lstrip().startswith("*") or re.fullmatch(r"side \d+( af \d+)?", start.strip()):
            return True
        return _beginning(tuple(word for word in self.terms.notes if word != "side")).match(start) is not None

    def _is_patch(self, number: int, alone: dict[int, RowKind | None]) -> bool:
        """Tell whether a coloured row below a gap is a legend's: only one text, where lines have more."""
        if len(self.grid.texts(number)) > 1 or self._holds_error(number):
            return False
        sizes = [len(self.grid.texts(row)) for row, kind in alone.items() if kind is RowKind.LINE and row < number]
        return bool(sizes) and sorted(sizes)[len(sizes) // 2] > 1


@lru_cache(maxsize=4)
def _definitions(terms: Terms) -> frozenset[str]:
    return frozenset(normalised(entry.definition) for entry in terms.lights.values())


@lru_cache(maxsize=4)
def _beginning(words: tuple[str, ...]) -> re.Pattern[str]:
    """Match a text that begins with one of the words."""
    return re.compile(rf"(?:{'|'.join(map(re.escape, words))})(?!\w)")
