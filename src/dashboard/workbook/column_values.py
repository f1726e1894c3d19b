"""What stands in a column below its heading, as shares of its cells: the other half of what tells its role."""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import date, time

from dashboard.domain.light import Light
from dashboard.domain.terms import Terms
from dashboard.domain.words import light_word, read_code
from dashboard.workbook.colour import Rgb, light_of
from dashboard.workbook.dates import bare_date
from dashboard.workbook.grid import Grid, GridCell
from dashboard.workbook.symbol_font import is_shape

NUMBER = re.compile(r"[-+–(]?[\d.,\s]*\d[\d.,\s]*\)?\s*(?:%|kr\.?|mio\.?|t\.?kr\.?|pct\.?|timer)?")
DATE = re.compile(
    r"\d{1,2}[./-] ?\d{1,2}[./-] ?(?:\d{4}|\d{2})|20\d\d-\d\d?-\d\d?|\d{1,2}\. ?[a-zæøå]{3,9}\.?(?: 20\d\d)?"
)
LONG, SHORT, FEW, SCALE = 40, 25, 3, 5


@dataclass(frozen=True)
class ColumnValues:
    """The cells of a column in the rows of a table, the light that each shows, and shares of them by what they are."""

    cells: tuple[GridCell, ...] = ()
    shown: Mapping[int, Light] = field(default_factory=dict)
    shares: Mapping[str, float] = field(default_factory=dict)

    @property
    def lights(self) -> set[Light]:
        """Give the lights that its fills and words show."""
        return set(self.shown.values())


def values_of(
    grid: Grid, number: int, rows: Sequence[int], bands: Mapping[int, Set[Rgb]], terms: Terms
) -> ColumnValues:
    """Look at a column in the given rows; ``bands`` are the fills that most of a row has, which say nothing there."""
    cells = tuple(cell for row in rows if (cell := grid.rows[row].get(number)) is not None)
    texts = [cell for cell in cells if cell.text]
    lit = {cell.row: light for cell in cells if (light := _fill_light(cell, bands)) is not None}
    words = ((cell.row, light_word(cell.text, terms)) for cell in texts)
    said = {row: light for row, light in words if light is not None and light is not Light.NOT_REPORTED}
    shares = {kind: sum(is_kind(cell) for cell in texts) / max(len(texts), 1) for kind, is_kind in KINDS.items()}
    shares["marks"] = sum(cell.text.casefold() in terms.yes - {"1"} for cell in texts) / max(len(texts), 1)
    shares["codes"] = sum(is_short(c.text) and bool(read_code(c.text, terms)) for c in texts) / max(len(texts), 1)
    shares["days"] = sum(bare_date(cell.value, grid.epoch) is not None for cell in texts) / max(len(texts), 1)
    shares |= _of_all({cell.text.casefold() for cell in texts}, len(texts))
    telling = max(len(lit.keys() | {cell.row for cell in texts}), 1)
    shares["lit"] = len(lit) / telling
    shares["bare"] = sum(cell.row in lit and not cell.text for cell in cells) / telling
    shares["lights"] = sum(light.is_reported for light in said.values()) / telling
    return ColumnValues(cells, {**said, **lit}, shares)


def _of_all(different: Set[str], n: int) -> dict[str, float]:
    """Say what the texts of a column are together: how many differ, a few short codes, 1 to 5, or nothing but 1."""
    is_scale = n > 0 and all(text.isdecimal() and 0 < int(text) <= SCALE for text in different)
    is_coded = n > FEW - 1 and all(map(is_short, different)) and len(different) <= max(FEW, n * 0.8)
    return {
        "different": len(different) / max(n, 1),
        "coded": float(is_coded),
        "scale": float(is_scale),
        "ones": float(different == {"1"}),
    }


def fills_of_rows(grid: Grid, rows: Sequence[int], columns: Sequence[int]) -> dict[int, Set[Rgb]]:
    """Give the fills that more than half of a row's columns have, where there are at least three."""
    found: dict[int, Set[Rgb]] = {}
    for row in rows:
        fills = Counter(cell.fill for number in columns if (cell := grid.cell(row, number)) is not None and cell.fill)
        found[row] = {fill for fill, n in fills.items() if n * 2 > len(columns) and n > 2}
    return found


def _fill_light(cell: GridCell, bands: Mapping[int, Set[Rgb]]) -> Light | None:
    if is_shape(cell.text) and light_of(cell.ink) is not None:
        return light_of(cell.ink)
    if cell.conditional is not None:
        return cell.conditional
    return None if cell.fill in bands.get(cell.row, ()) else light_of(cell.fill)


def is_short(text: str) -> bool:
    """Tell whether a text is so short that it may be a code for something."""
    return len(text) <= SHORT


def _is_words(cell: GridCell) -> bool:
    return any(map(str.isalpha, cell.text)) and not _is_date(cell) and not _is_number(cell)


def _is_date(cell: GridCell) -> bool:
    return isinstance(cell.value, date | time) or DATE.fullmatch(cell.text.casefold()) is not None


def _is_number(cell: GridCell) -> bool:
    return not _is_date(cell) and (
        (isinstance(cell.value, int | float) and not isinstance(cell.value, bool))
        or NUMBER.fullmatch(cell.text) is not None
    )


KINDS: Mapping[str, Callable[[GridCell], bool]] = {
    "words": _is_words,
    "dates": _is_date,
    "numbers": _is_number,
    "long": lambda cell: len(cell.text) > LONG,
}
