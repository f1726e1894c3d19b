"""What stands in a column below its heading, as shares of its cells: the other half of what tells its role."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import date, time

from dashboard.domain.light import Light
from dashboard.domain.terms import Terms
from dashboard.domain.words import light_word, read_code
from dashboard.workbook.cell_text import bare_date
from dashboard.workbook.colour import Rgb, light_of
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
    lit = _known({cell.row: _fill_light(cell, bands) for cell in cells})
    said = _known({cell.row: light_word(cell.text, terms) for cell in texts})
    shares = _of_texts(texts, grid, terms) | _of_lights(cells, lit, said)
    shares["filled"] = len(texts) / max(len(rows), 1)
    shares["empty"] = 1 - shares["filled"]
    return ColumnValues(cells, {**said, **lit}, shares)


def _of_texts(texts: Sequence[GridCell], grid: Grid, terms: Terms) -> dict[str, float]:
    shares = {kind: _share(is_kind(cell) for cell in texts) for kind, is_kind in KINDS.items()}
    shares |= {
        "marks": _share(cell.text.casefold() in terms.yes - {"1"} for cell in texts),
        "codes": _share(is_short(cell.text) and read_code(cell.text, terms) is not None for cell in texts),
        "days": _share(bare_date(cell.value, grid.epoch) is not None for cell in texts),
    }
    return shares | _of_all({cell.text.casefold() for cell in texts}, len(texts))


def _of_lights(cells: Sequence[GridCell], lit: Mapping[int, Light], said: Mapping[int, Light]) -> dict[str, float]:
    telling = [cell for cell in cells if cell.text or cell.row in lit]
    return {
        "lit": _share(cell.row in lit for cell in telling),
        "bare": _share(not cell.text for cell in telling),
        "lights": _share(said.get(cell.row, Light.DONE).is_reported for cell in telling),
    }


def _share(tests: Iterable[bool]) -> float:
    answers = list(tests)
    return sum(answers) / max(len(answers), 1)


def _known(lights: Mapping[int, Light | None]) -> dict[int, Light]:
    return {row: light for row, light in lights.items() if light is not None and light is not Light.NOT_REPORTED}


def _of_all(different: Set[str], n: int) -> dict[str, float]:
    """Say what the texts of a column are together: how many differ, a few short codes, 1 to 5, or nothing but 1."""
    is_scale = len(different) > 1 and all(text.isdecimal() and 0 < int(text) <= SCALE for text in different)
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
