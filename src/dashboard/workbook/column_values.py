"""What stands in a column below its heading, as shares of its cells: the other half of what tells its role."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import date, time

from dashboard.domain.excerpt import Rgb
from dashboard.domain.heading_words import Column
from dashboard.domain.light import Light
from dashboard.domain.terms import terms
from dashboard.domain.words import light_word, read_code
from dashboard.workbook.cell_text import bare_date, is_shape
from dashboard.workbook.colour import light_of
from dashboard.workbook.grid import Grid, GridCell

NUMBER = re.compile(r"[-+–(]?[.,\s]*\d[\d.,\s]*+\)?\s*(?:%|kr\.?|mio\.?|t\.?kr\.?|pct\.?|timer)?")
DATE = re.compile(
    r"\d{1,2}[./-] ?\d{1,2}[./-] ?(?:\d{4}|\d{2})|20\d\d-\d\d?-\d\d?|\d{1,2}\. ?[a-zæøå]{3,9}\.?(?: 20\d\d)?"
)
LONG, SHORT, FEW, SCALE = 40, 25, 3, 5


@dataclass(frozen=True)
class TableColumn:
    """A column of a table: its heading, its cells in the lines, and the weight of each role that it may have.

    ``shown`` is the light that each row shows, ``shares`` how many of the cells are what.
    """

    heading: Column
    cells: tuple[GridCell, ...]
    shown: Mapping[int, Light]
    shares: Mapping[str, float]
    weights: Mapping[str, float] = field(default_factory=dict)

    @property
    def number(self) -> int:
        """Give the number of the column."""
        return self.heading.number

    @property
    def texts(self) -> list[str]:
        """List the texts that stand in it."""
        return [cell.text for cell in self.cells if cell.text]

    @property
    def lights(self) -> set[Light]:
        """Give the lights that its fills and words show."""
        return set(self.shown.values())


def look_at(grid: Grid, heading: Column, rows: Sequence[int], bands: Mapping[int, Set[Rgb | Light]]) -> TableColumn:
    """Look at a column in the given rows; ``bands`` are the fills that most of a row has, which say nothing there."""
    cells = tuple(cell for row in rows if (cell := grid.rows[row].get(heading.number)) is not None)
    texts = [cell for cell in cells if cell.text]
    signs = {cell.row: light_of(cell.ink) for cell in cells if is_shape(cell.text)}
    fills = {cell.row: None if cell.fill in bands[cell.row] else light_of(cell.fill) for cell in cells}
    lit = _known({cell.row: signs.get(cell.row) or cell.conditional or fills[cell.row] for cell in cells})
    said = _known({cell.row: light_word(cell.text) for cell in texts})
    telling = [cell for cell in cells if cell.text or cell.row in lit]
    ruled = {row for row in rows if (row, heading.number) in grid.unread_rules}  # it may show lights that are not known
    folded, kinds = [cell.text.casefold() for cell in texts], Counter(map(_kind, texts))
    different, marks = {*folded}, terms().yes - {"1"}
    coded = len(texts) >= FEW and all(map(is_short, different)) and len(different) <= max(FEW, len(texts) * 0.8)
    filled = len(texts) / max(len(rows), 1)
    shares = {
        **{kind: kinds[kind] / max(len(texts), 1) for kind in ("words", "dates", "numbers")},
        "long": _share(len(cell.text) > LONG for cell in texts),
        "marks": _share(text in marks for text in folded),
        "codes": _share(is_short(cell.text) and read_code(cell.text) is not None for cell in texts),
        "days": _share(bare_date(cell.value, grid.epoch) is not None for cell in texts),
        "lit": _share(row in lit or row in ruled for row in {*ruled, *(cell.row for cell in telling)}),
        "bare": _share(not cell.text for cell in telling),
        "lights": _share(said.get(cell.row, Light.DONE).is_reported for cell in telling),
        "different": len(different) / max(len(texts), 1),
        "coded": float(coded),
        "scale": float(len(different) > 1 and all(text.isdecimal() and 0 < int(text) <= SCALE for text in different)),
        "ones": float(different == {"1"}),
        "filled": filled,
        "empty": 1 - filled,
    }
    return TableColumn(heading, cells, {**said, **lit}, shares)


def _share(tests: Iterable[bool]) -> float:
    answers = list(tests)
    return sum(answers) / max(len(answers), 1)


def _known(lights: Mapping[int, Light | None]) -> dict[int, Light]:
    return {row: light for row, light in lights.items() if light is not None and light is not Light.NOT_REPORTED}


def fills_of_rows(grid: Grid, rows: Sequence[int], columns: Sequence[Column]) -> dict[int, Set[Rgb | Light]]:
    """Give the fills that more than half of a row's columns have, where there are at least three."""
    found: dict[int, Set[Rgb | Light]] = {}
    for row in rows:
        cells = (grid.cell(row, column.number) for column in columns)
        fills = [seen for cell in cells if cell is not None and (seen := cell.conditional or cell.fill)]
        most = Counter(fills) if len(fills) > 2 else {}
        found[row] = {fill for fill, n in most.items() if n * 2 > len(columns) and n > 2}
    return found


def is_short(text: str) -> bool:
    """Tell whether a text is so short that it may be a code for something."""
    return len(text) <= SHORT


def _kind(cell: GridCell) -> str | None:
    if isinstance(cell.value, date | time) or DATE.fullmatch(cell.text.casefold()):
        return "dates"
    is_number = isinstance(cell.value, int | float) and not isinstance(cell.value, bool) and not read_code(cell.text)
    if is_number or NUMBER.fullmatch(cell.text):
        return "numbers"
    return "words" if any(map(str.isalpha, cell.text)) else None
