"""The XML of one sheet: values, styles and places of the cells that exist, and nothing that is only for the eye."""

import re
from collections.abc import Sequence
from datetime import datetime
from itertools import chain, islice, product
from typing import IO, NamedTuple, TypeAlias
from xml.etree.ElementTree import Element, iterparse

from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.formatting.formatting import ConditionalFormatting
from openpyxl.formatting.rule import Rule
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils.cell import coordinate_to_tuple, range_boundaries
from openpyxl.workbook import Workbook
from openpyxl.worksheet._reader import FORMULA_TAG, INLINE_STRING, WorkSheetParser
from openpyxl.xml.constants import SHEET_MAIN_NS

from dashboard.domain.cell_name import column_letter
from dashboard.workbook.cell_text import as_written
from dashboard.workbook.formula import Place

STRING, TEXT, RUN = (f"{{{SHEET_MAIN_NS}}}{name}" for name in ("si", "t", "r"))
OF_A_ROW = frozenset(f"{{{SHEET_MAIN_NS}}}{name}" for name in ("c", "v", "f", "is", "t"))  # read when it is whole
TRUE = ("1", "true")
LATER = "{http://schemas.microsoft.com/office/excel/2006/main}"  # of what Excel 2007 did not know
MOST_UNSTORED = 100_000
LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
LIGHTS_AS_ICONS = re.compile("Lights|Flags|Signs|Symbols|RedToBlack|Arrows(?!Gray)|Triangles")
CELL = re.compile(r"\b[A-Z]{1,3}[1-9]\d{0,6}\b")

Text: TypeAlias = str | CellRichText


class StoredCell(NamedTuple):
    """A cell as it is stored: its value, the number of its style, and whether the value is an error's name."""

    value: object
    style: int
    is_error: bool


EMPTY = StoredCell(None, 0, False)


def read_shared_texts(source: IO[bytes]) -> list[Text]:
    """Read the table of texts that a workbook's cells refer to by number."""
    texts = []
    for _, element in iterparse(source):
        if element.tag == STRING:
            texts.append(_text(element))
            element.clear()
    return texts


def _text(element: Element) -> Text:
    """Read one stored text. Nearly all are plain, and only the others are worth openpyxl's runs."""
    plain = element.findtext(TEXT)
    if plain:
        return as_written(plain)
    if element.find(RUN) is None:
        return ""
    runs = CellRichText.from_tree(element)
    return CellRichText(
        [TextBlock(r.font, as_written(r.text)) if isinstance(r, TextBlock) else as_written(r) for r in runs]
    )


def _icons(rule: Element) -> list[Element]:
    """Find what names the icons of a rule: those chosen one by one, else the set."""
    return rule.findall(".//{*}cfIcon") or rule.findall("{*}iconSet")


def _areas(written: str) -> str:
    """Write ranges of cells as openpyxl takes them: whole columns and rows as what they cover, the first cell first."""
    areas = []
    for text in written.split():
        left, top, right, bottom = range_boundaries(text)
        rows, columns = sorted((top or 1, bottom or LAST_ROW)), sorted((left or 1, right or LAST_COLUMN))
        areas.append(f"{column_letter(columns[0])}{rows[0]}:{column_letter(columns[1])}{rows[1]}")
    return " ".join(areas)


def _later_formatting(element: Element) -> ConditionalFormatting:
    """Read the rules that look at other sheets and the icons chosen one by one, which are stored apart."""
    formatting = ConditionalFormatting(_areas(element.findtext(f"{LATER}sqref") or ""))
    for told in element:
        look, formulas = told.find("{*}dxf"), [each.text for each in told.iterfind(f"{LATER}f")]
        if formulas:
            known = {name: told.get(name) for name in ("type", "priority", "operator", "stopIfTrue")}
            formatting.rules.append(
                Rule(**known, formula=formulas, dxf=None if look is None else DifferentialStyle.from_tree(look))
            )
        elif any(LIGHTS_AS_ICONS.search(icon.get("iconSet", "")) for icon in _icons(told)):
            formatting.rules.append(Rule("iconSet", priority=int(told.get("priority") or 0)))
    return formatting


class SheetPart(WorkSheetParser):  # type: ignore[misc]  # openpyxl tells no types
    """One sheet as it is stored: cells and merged ranges by row and column, rules, and what is hidden.

    openpyxl parses each piece, and row and column dimensions; ``uncomputed`` are the formulas without a stored result,
    ``blank`` those whose result is an empty text, and ``saved`` tells when the file was. In a workbook that
    ``is_uncalculated`` nought is no result.
    """

    def __init__(self, source: IO[bytes], texts: Sequence[Text], book: Workbook, *, is_uncalculated: bool) -> None:
        dates = book.epoch, book._date_formats, book._timedelta_formats
        super().__init__(source, texts, True, *dates, rich_text=True)
        self.cells: dict[Place, StoredCell] = {}
        self.merges: list[tuple[int, int, int, int]] = []
        self.uncomputed: set[Place] = set()
        self.blank: set[Place] = set()
        self.saved: datetime | None = book.properties.modified
        self._is_uncalculated = is_uncalculated
        self.sparklines: list[Place] = []
        self.covered: set[Place] = set()
        self._read()
        self._add_unstored(book)
        looks = dict(enumerate(book._differential_styles.styles))
        for rule in (rule for formatting in self.formatting for rule in formatting.rules if rule.dxfId is not None):
            rule.dxf = looks.get(rule.dxfId)
        self._uncover()

    @property
    def hidden_rows(self) -> list[int]:
        """List the hidden rows."""
        return [int(row) for row, told in self.row_dimensions.items() if told.get("hidden") in TRUE]

    @property
    def hidden_columns(self) -> list[range]:
        """List the hidden columns, those beside each other together."""
        hidden = (told for told in self.column_dimensions.values() if told.get("hidden") in TRUE)
        return [range(int(told["min"]), int(told["max"]) + 1) for told in hidden]

    @property
    def outline(self) -> dict[int, int]:
        """Give the outline level of each row that has one."""
        levels = ((int(row), told.get("outlineLevel")) for row, told in self.row_dimensions.items())
        return {row: int(level) for row, level in levels if level}

    def _read(self) -> None:
        """Read from beginning to end, forgetting each row when it is read."""
        for _, element in iterparse(self.source):
            if element.tag in OF_A_ROW:
                continue
            match element.tag.rpartition("}")[2]:
                case "row":
                    self.parse_row(element)
                case "col":
                    self.parse_column_dimensions(element)
                case "conditionalFormatting" if element.tag.startswith(f"{{{SHEET_MAIN_NS}}}"):
                    self.parse_formatting(element)
                case "conditionalFormatting":
                    self.formatting.append(_later_formatting(element))
                case "mergeCell":
                    first_column, first_row, last_column, last_row = range_boundaries(element.attrib["ref"])
                    self.merges.append((first_row, first_column, last_row, last_column))
                case "sparkline":
                    self.sparklines += map(coordinate_to_tuple, CELL.findall(element.findtext("{*}sqref") or "")[:1])
                case _:
                    continue
            element.clear()

    def parse_formatting(self, element: Element) -> None:
        """Read rules; of those that openpyxl would leave out it is kept that they may show lights."""
        element.set("sqref", _areas(element.get("sqref") or ""))
        try:
            self.formatting.append(ConditionalFormatting.from_tree(element))
        except TypeError:
            kinds = {"iconSet", "colorScale"}.intersection(told.get("type", "") for told in element)
            unknown = ConditionalFormatting(element.get("sqref"))
            unknown.rules += [Rule(kind, priority=0) for kind in sorted(kinds)]
            self.formatting.append(unknown)

    def parse_cell(self, element: Element) -> None:
        """Keep one cell; as "str" an empty result of a formula is stored, and it is one."""
        kind = element.get("t")
        if kind == "inlineStr":
            element.set("t", "str")  # or its text would be read by openpyxl as well
        cell = super().parse_cell(element)
        place, value = (cell["row"], cell["column"]), cell["value"]
        if kind == "inlineStr" and (inline := element.find(INLINE_STRING)) is not None:
            value = _text(inline)
        elif kind == "str" and value is not None:
            value = as_written(value)
        if not value and kind != "b" and element.find(FORMULA_TAG) is not None:
            if self._is_uncalculated:
                value = None
            if value is None:
                (self.blank if kind == "str" else self.uncomputed).add(place)
        self.cells[place] = StoredCell(value, cell["style_id"], cell["data_type"] == "e")

    def _add_unstored(self, book: Workbook) -> None:
        """Add the empty cells that are seen in the fill of their whole row or column, where others hold something."""
        filled = {number for number, style in enumerate(book._cell_styles) if style.fillId}
        held = [place for place, cell in self.cells.items() if cell.value is not None]
        used_rows, used_columns = {row for row, _ in held}, {column for _, column in held}
        said = ((row, told.get("s")) for row, told in self.row_dimensions.items() if told.get("customFormat") in TRUE)
        rows = {int(row): style for row, told in said if (style := int(told or 0)) in filled and int(row) in used_rows}
        ranges = [(told, int(told.get("style", 0))) for told in self.column_dimensions.values()]
        wide = [(range(int(told["min"]), int(told["max"]) + 1), style) for told, style in ranges if style in filled]
        columns = {column: style for span, style in wide for column in used_columns if column in span}
        of_rows = (((row, column), style) for column in sorted(used_columns) for row, style in rows.items())
        of_columns = (((row, column), style) for column, style in columns.items() for row in used_rows)
        for place, style in islice(chain(of_rows, of_columns), MOST_UNSTORED):
            self.cells.setdefault(place, StoredCell(None, style, False))

    def _uncover(self) -> None:
        """Take away the cells that a merged one covers: nobody sees what they hold."""
        for first_row, first_column, last_row, last_column in self.merges:
            rows, columns = range(first_row, last_row + 1), range(first_column, last_column + 1)
            is_small = len(rows) * len(columns) < len(self.cells)
            held = (place for place in self.cells if place[0] in rows and place[1] in columns)
            covered = set(product(rows, columns) if is_small else held) - {(first_row, first_column)}
            self.covered |= covered
            for place in covered:
                self.cells.pop(place, None)
