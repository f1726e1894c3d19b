"""Columns of amounts: which years they are of, and in which unit, as headings, the cells around them or a note say."""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from dashboard.domain.amount import only_unit, read_amount, stated_unit, unit_at_end
from dashboard.domain.cell_name import cell_name
from dashboard.domain.heading_words import ACCOUNTS, Column, rank_of_amount
from dashboard.domain.identity import normalised
from dashboard.workbook.grid import Grid, GridCell

ROWS_ABOVE, SHORT_ROW = 3, 2  # rows that may say a unit: three above a heading, and notes of one cell or two
ABOUT = re.compile(r"^(?:ca\.?|cirka|omkring|over|under|knap|godt|~) ?")
OF_KEY_FIGURES = re.compile(
    r"\b(?:nøgletal|hovedtal|samlet|samlede|heraf|i alt|pr\.? (?:borger|indbygger|elev|barn|plads))\b"
)
FIGURE = re.compile(r"[-–+(]?\d[\d.,]* ?(?:%|pct|procent|(?:t\.? ?)?kr\b|mio\b|mia\b|mill\b)")
YEARS = range(2020, 2050)
GROUP = 30  # letters in the name of a group of years: "Forventet regnskab"


def find_amounts(grid: Grid, yearly: Sequence[Column]) -> dict[int, tuple[int, Decimal | None]]:
    """Give the column of each year's amount, and how many 1.000 kr. one unit is; None where nobody says it.

    The heading says it, a cell above or below it, which speaks for the years to its right too, or a note for all.
    """
    above = {row for heading in yearly for row in rows_above(grid, heading)}
    rows = (row for row in grid.rows if row in above or len(grid.texts(row)) <= SHORT_ROW)
    end = min((heading.row for heading in yearly), default=0)
    stated = stated_unit(_notes(grid, rows, end)) if yearly else None
    titles = (text for text in _notes(grid, above, end) if not OF_KEY_FIGURES.search(normalised(text)))
    said = {unit for text in titles if (unit := unit_at_end(text)) is not None}
    of_all = stated or (said.pop() if len(said) == 1 else None)
    return {
        heading.year: (heading.number, heading.unit or _unit_around(grid, heading, yearly) or of_all)
        for heading in sorted(yearly, key=lambda heading: _rank(grid, heading) > 1)
        if heading.year
    }


def _notes(grid: Grid, rows: Iterable[int], end: int) -> Iterator[str]:
    """Give what rows say that is no key figure: no text with a number beside it or below it."""
    return (cell.text for row in rows for cell in grid.texts(row) if not _is_key_figure(grid, cell, end))


def _is_key_figure(grid: Grid, cell: GridCell, end: int) -> bool:
    """Tell whether a text is what the number beside it or below it is called: "Samlet besparelse (mio. kr.)".

    Below it counts only above the years' headings, which stand in the row ``end``: under them numbers are of lines.
    """
    texts = grid.texts(cell.row)
    place = next((place for place, each in enumerate(texts) if each.column == cell.column), None)
    if place is None:
        return False
    beside = texts[max(place - 1, 0) : place] + texts[place + 1 : place + 2]
    near = {cell_name(cell.row, cell.column + 1)}
    if cell.row + 1 < end:
        beside += filter(None, [grid.rows.get(cell.row + 1, {}).get(cell.column)])
        near.add(cell_name(cell.row + 1, cell.column))
    return not grid.uncomputed.isdisjoint(near) or any(map(_is_figure, beside))


def _is_figure(cell: GridCell) -> bool:
    """Tell whether a cell holds a number that is neither a year nor a unit."""
    if only_unit(cell.text) is not None:
        return False
    text = ABOUT.sub("", cell.text.casefold())
    is_number = isinstance(cell.value, int | float) or read_amount(text) is not None or FIGURE.match(text)
    return bool(is_number) and not (text.isdecimal() and int(text) in YEARS)


def _unit_around(grid: Grid, heading: Column, yearly: Sequence[Column]) -> Decimal | None:
    below = only_unit(_text_from(grid, heading.row + 1, heading.number, yearly))
    cells = (_cell_from(grid, row, heading.number, yearly) for row in rows_above(grid, heading))
    said = (
        unit_at_end(cell.text) for cell in cells if cell is not None and not _is_key_figure(grid, cell, heading.row)
    )
    return below or next(filter(None, said), None)


def texts_above(grid: Grid, heading: Column, yearly: Sequence[Column]) -> list[str]:
    """List what stands above a year's heading, or above the nearest year to its left, the nearest row first."""
    return [_text_from(grid, row, heading.number, yearly) for row in rows_above(grid, heading)]


def plainest(grid: Grid, headings: Sequence[Column]) -> list[Column]:
    """Leave out what only a year makes an amount ("Provenu 2025") where a plainer heading, or one like it, names it."""
    years = [heading.year for heading in headings]
    return [heading for heading in headings if _rank(grid, heading) or years.count(heading.year) == 1]


def _rank(grid: Grid, heading: Column) -> int:
    return rank_of_amount(grid.text(heading.row, heading.number))  # without the group above it


def are_accounts(grid: Grid, heading: Column, yearly: Sequence[Column]) -> bool:
    """Tell whether a year stands under a heading for what was spent: "Regnskab"."""
    return any(len(text) <= GROUP and ACCOUNTS.search(normalised(text)) for text in texts_above(grid, heading, yearly))


def rows_above(grid: Grid, heading: Column) -> list[int]:
    """List the rows above a year's heading that may say something of it, the nearest first."""
    return [row for row in sorted(grid.rows, reverse=True) if row < heading.row][:ROWS_ABOVE]


def _text_from(grid: Grid, row: int, number: int, yearly: Sequence[Column]) -> str:
    cell = _cell_from(grid, row, number, yearly)
    return "" if cell is None else cell.text


def _cell_from(grid: Grid, row: int, number: int, yearly: Sequence[Column]) -> GridCell | None:
    columns = {column.number for column in yearly}
    while not grid.text(row, number) and number - 1 in columns:
        number -= 1
    merge = grid.merge_at(row, number)
    return None if merge is not None and merge.first_column < min(columns) - 1 else grid.cell(row, number)  # a title
