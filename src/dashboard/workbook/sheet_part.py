"""The XML of one sheet: values, styles and places of the cells that exist, and nothing that is only for the eye."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import IO, NamedTuple
from xml.etree.ElementTree import Element, iterparse

from openpyxl.cell.rich_text import CellRichText
from openpyxl.formatting.formatting import ConditionalFormatting
from openpyxl.utils.cell import coordinate_to_tuple, range_boundaries
from openpyxl.utils.datetime import from_excel, from_ISO8601
from openpyxl.workbook import Workbook
from openpyxl.xml.constants import SHEET_MAIN_NS

COLUMN, ROW, CELL, MERGE, FORMATTING, VALUE, FORMULA, INLINE, STRING, TEXT, RUN = (
    f"{{{SHEET_MAIN_NS}}}{name}"
    for name in ("col", "row", "c", "mergeCell", "conditionalFormatting", "v", "f", "is", "si", "t", "r")
)
ESCAPED_UNDERSCORE = "x005F_"
TRUE = ("1", "true")
NOT_A_DATE = "#VALUE!"

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
    part = SheetPart()
    row = 0
    for _, element in iterparse(source):
        if element.tag == ROW:
            row = _read_row(element, row, part, shared)
        elif element.tag == MERGE:
            first_column, first_row, last_column, last_row = range_boundaries(element.attrib["ref"])
            part.merges.append((first_row, first_column, last_row, last_column))
        elif element.tag == COLUMN:
            if element.get("hidden") in TRUE:
                part.hidden_columns.append((int(element.attrib["min"]), int(element.attrib["max"])))
        elif element.tag == FORMATTING:
            part.formatting += _rules(element, shared)
        else:
            continue
        element.clear()
    _uncover(part)
    return part


def _read_row(element: Element, before: int, part: SheetPart, shared: StoredBook) -> int:
    """Read a row and give its number; one that names none follows the one before."""
    given = element.get("r")
    number = before + 1 if given is None else int(float(given))
    if element.get("hidden") in TRUE:
        part.hidden_rows.add(number)
    if level := element.get("outlineLevel"):
        part.outline[number] = int(level)
    column = 0
    for cell in element.iterfind(CELL):
        named = cell.get("r")
        place = coordinate_to_tuple(named) if named else (number, column + 1)
        column = place[1]
        part.cells[place] = _cell(cell, place, part, shared)
    return number


def _cell(element: Element, place: Place, part: SheetPart, shared: StoredBook) -> StoredCell:
    style, kind = int(element.get("s", 0)), element.get("t", "n")
    children = {child.tag: child for child in element}
    stored = children[VALUE].text if VALUE in children else None
    value: object = None
    if kind == "inlineStr":
        value = _text(children[INLINE]) if INLINE in children else None
    elif stored:
        kind, value = _value(kind, stored, style, shared)
    elif FORMULA in children and kind != "str":  # as "str" an empty result is stored, and it is one
        part.uncomputed.add(place)
    return StoredCell(value, style, kind == "e")


def _value(kind: str, stored: str, style: int, shared: StoredBook) -> tuple[str, object]:
    """Read a stored value by its kind; a number of days under a date's style is a date."""
    match kind:
        case "n":
            number = float(stored) if any(sign in stored for sign in ".eE") else int(stored)
            if style not in shared.book._date_formats:
                return kind, number
            try:
                return kind, from_excel(number, shared.book.epoch, timedelta=style in shared.book._timedelta_formats)
            except (OverflowError, ValueError):
                return "e", NOT_A_DATE
        case "s":
            return kind, shared.texts[int(stored)]
        case "b":
            return kind, bool(int(stored))
        case "d":
            return kind, from_ISO8601(stored)
        case _:
            return kind, stored


def _rules(element: Element, shared: StoredBook) -> list[ConditionalFormatting]:
    """Read conditional formatting with the looks its rules give; none of a kind that openpyxl does not know."""
    try:
        formatting = ConditionalFormatting.from_tree(element)
    except TypeError:
        return []
    for rule in formatting.rules:
        if rule.dxfId is not None:
            rule.dxf = shared.book._differential_styles[rule.dxfId]
    return [formatting]


def _uncover(part: SheetPart) -> None:
    """Take away the cells that a merged one covers: nobody sees what they hold."""
    for first_row, first_column, last_row, last_column in part.merges:
        rows, columns = range(first_row, last_row + 1), range(first_column, last_column + 1)
        is_small = len(rows) * len(columns) < len(part.cells)
        inside = product(rows, columns) if is_small else [at for at in part.cells if at[0] in rows and at[1] in columns]
        for place in inside:
            if place != (first_row, first_column):
                part.cells.pop(place, None)
