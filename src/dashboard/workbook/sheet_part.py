"""The XML of one sheet: values, styles and places of the cells that exist, and nothing that is only for the eye."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import IO, NamedTuple
from xml.etree.ElementTree import Element, iterparse

from openpyxl.cell.rich_text import CellRichText
from openpyxl.formatting.formatting import ConditionalFormatting
from openpyxl.utils.cell import range_boundaries
from openpyxl.workbook import Workbook
from openpyxl.worksheet._reader import FORMULA_TAG, WorkSheetParser
from openpyxl.xml.constants import SHEET_MAIN_NS

STRING, TEXT, RUN = (f"{{{SHEET_MAIN_NS}}}{name}" for name in ("si", "t", "r"))
ESCAPED_UNDERSCORE = "x005F_"
TRUE = ("1", "true")

Place = tuple[int, int]


class StoredCell(NamedTuple):
    """A cell as it is stored: its value, the number of its style, and whether the value is an error's name."""

    value: object
    style: int
    is_error: bool


@dataclass(frozen=True)
class StoredBook:
    """What the sheets of a workbook share: texts, and openpyxl's book with its first day and its styles."""

    texts: Sequence[str | CellRichText]
    book: Workbook


@dataclass
class SheetPart:
    """One sheet as it is stored. ``uncomputed`` are the formulas without a stored result."""

    cells: dict[Place, StoredCell] = field(default_factory=dict)
    merges: list[tuple[int, int, int, int]] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    formatting: list[ConditionalFormatting] = field(default_factory=list)
    uncomputed: set[Place] = field(default_factory=set)
    outline: dict[int, int] = field(default_factory=dict)


def read_shared_texts(source: IO[bytes]) -> list[str | CellRichText]:
    """Read the table of texts that a workbook's cells refer to by number."""
    texts = []
    for _, element in iterparse(source):
        if element.tag == STRING:
            texts.append(_text(element))
            element.clear()
    return texts


def _text(element: Element) -> str | CellRichText:
    """Read one stored text. Nearly all are plain, and only the others are worth openpyxl's runs."""
    plain = element.findtext(TEXT)
    if plain:
        return plain.replace(ESCAPED_UNDERSCORE, "")
    if element.find(RUN) is None:
        return ""
    rich = CellRichText.from_tree(element)
    return rich[0] if len(rich) == 1 and isinstance(rich[0], str) else rich


def read_sheet_part(source: IO[bytes], shared: StoredBook) -> SheetPart:
    """Read a sheet's XML from beginning to end, forgetting each row when it is read."""
    parser = _Parser(shared)
    part = parser.part
    for _, element in iterparse(source):
        match element.tag.rpartition("}")[2]:
            case "row":
                number, _ = parser.parse_row(element)
                part.hidden_rows |= {number} if element.get("hidden") in TRUE else set()
                part.outline |= {number: int(level)} if (level := element.get("outlineLevel")) else {}
            case "mergeCell":
                first_column, first_row, last_column, last_row = range_boundaries(element.attrib["ref"])
                part.merges.append((first_row, first_column, last_row, last_column))
            case "col":
                hidden = [(int(element.attrib["min"]), int(element.attrib["max"]))]
                part.hidden_columns += hidden if element.get("hidden") in TRUE else []
            case "conditionalFormatting":
                parser.parse_formatting(element)
            case _:
                continue
        element.clear()
    for rule in (rule for formatting in parser.formatting for rule in formatting.rules if rule.dxfId is not None):
        rule.dxf = shared.book._differential_styles[rule.dxfId]
    part.formatting = parser.formatting
    _uncover(part)
    return part


class _Parser(WorkSheetParser):  # type: ignore[misc]  # openpyxl tells no types
    """Keeps the cells that openpyxl parses, and those whose formula has no stored result."""

    def __init__(self, shared: StoredBook) -> None:
        book = shared.book
        dates = book.epoch, book._date_formats, book._timedelta_formats
        super().__init__(None, shared.texts, True, *dates, rich_text=True)
        self.part = SheetPart()

    def parse_cell(self, element: Element) -> None:
        """Keep one cell; as "str" an empty result of a formula is stored, and it is one."""
        cell = super().parse_cell(element)
        place, value = (cell["row"], cell["column"]), cell["value"]
        self.part.cells[place] = StoredCell(value, cell["style_id"], cell["data_type"] == "e")
        if value is None and element.get("t") != "str" and element.find(FORMULA_TAG) is not None:
            self.part.uncomputed.add(place)


def _uncover(part: SheetPart) -> None:
    """Take away the cells that a merged one covers: nobody sees what they hold."""
    for first_row, first_column, last_row, last_column in part.merges:
        rows, columns = range(first_row, last_row + 1), range(first_column, last_column + 1)
        is_small = len(rows) * len(columns) < len(part.cells)
        inside = product(rows, columns) if is_small else [at for at in part.cells if at[0] in rows and at[1] in columns]
        for place in inside:
            if place != (first_row, first_column):
                part.cells.pop(place, None)
