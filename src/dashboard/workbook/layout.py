"""Which column of a table is read as what, decided by header words and then by what stands below them."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

from openpyxl.utils import get_column_letter

from dashboard.domain.issue import Issue, issue
from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.domain.terms import Terms
from dashboard.workbook.colour import light_of
from dashboard.workbook.grid import Grid
from dashboard.workbook.header import Column, Header
from dashboard.workbook.month import find_months
from dashboard.workbook.words import light_word

LightWords = Literal["light", "text", "other"]
RUNNING_NUMBER = re.compile(r"\d+(\.\d+)*\.?")


@dataclass(frozen=True)
class Layout:
    """The column number of each field, the column of each year's amount, and what the words in the light's cells are.

    ``light_words``: "light" when they say the light, "text" when they are the status text in a coloured cell, "other"
    when the coloured column is another field's.
    """

    fields: Mapping[str, int]
    amounts: Mapping[int, int] = field(default_factory=dict)
    light_words: LightWords = "light"
    unread: tuple[Column, ...] = ()


def decide_layout(
    grid: Grid, header: Header, rows: Sequence[int], month: Month | None, terms: Terms
) -> tuple[Layout, list[Issue]]:
    """Decide what is read from where in the table whose data rows are given."""
    by_field = dict(header.by_field)
    by_field.pop("previous", None)
    issues: list[Issue] = []
    fields: dict[str, int] = {}
    codes = [column for column in by_field.pop("code", []) if not _runs(grid, column.number, rows)]
    if codes:
        by_field["code"] = codes
    lights = by_field.pop("light", []) + by_field.pop("status", [])
    amounts = {column.year: column.number for column in by_field.pop("amount", []) if column.year is not None}
    for name, columns in by_field.items():
        chosen = next((column for column in columns if column.exact), columns[0])
        fields[name] = chosen.number
        issues += [_duplicate(grid, header, column, chosen) for column in columns if column is not chosen]
    light, light_words = _light_column(grid, lights, rows, month, terms)
    if light is None:
        light = _coloured_column(grid, rows)
        if light is not None:
            light_words = "other" if light in fields.values() else "text"
            issues.append(issue("light-column-by-colour", sheet=grid.sheet, detail=get_column_letter(light)))
        else:
            issues.append(issue("no-light-column", sheet=grid.sheet, cell=f"A{header.first_row}"))
    if light is not None:
        fields["light"] = light
    spare = [column for column in lights if column.number != light and not find_months(column.header)]
    if spare and "status_text" not in fields and light != spare[0].number:
        fields["status_text"] = spare[0].number
    read = set(fields.values()) | set(amounts.values())
    unread = tuple(column for column in header.columns if column.number not in read)
    return Layout(fields, amounts, light_words, unread), issues


def _light_column(
    grid: Grid,
    candidates: Sequence[Column],
    rows: Sequence[int],
    month: Month | None,
    terms: Terms,
) -> tuple[int | None, LightWords]:
    """Choose among the columns that may hold the light: the month's own first, then the one with most lights in it."""
    scored: list[tuple[tuple[bool, bool, int, int], int, LightWords]] = []
    for column in candidates:
        cells = [cell for row in rows if (cell := grid.cell(row, column.number)) is not None]
        texts = [cell.text for cell in cells if cell.text]
        words = sum(light_word(text, terms) not in (None, Light.NOT_REPORTED) for text in texts)
        colours = sum(light_of(cell.fill) is not None for cell in cells)
        strict = column.field == "light"
        if not strict and not words and not colours:
            continue
        months = {found.month for found in find_months(column.header)}
        own = month in months or not months
        latest = max((month.year * 12 + month.number for month in months), default=0)
        means: LightWords = "text" if not strict and words * 2 < len(texts) else "light"
        scored.append(((own, strict and bool(words or colours), latest, words + colours), column.number, means))
    if not scored:
        return None, "light"
    _, number, means = max(scored, key=lambda each: each[0])
    return number, means


def _coloured_column(grid: Grid, rows: Sequence[int]) -> int | None:
    """Find the one column whose cells are filled as lights though no header says so."""
    counts = Counter(cell.column for row in rows for cell in grid.rows[row].values() if light_of(cell.fill) is not None)
    most = max(counts.values(), default=0)
    best = [number for number, count in counts.items() if count == most]
    return best[0] if most and len(best) == 1 else None


def _runs(grid: Grid, column: int, rows: Sequence[int]) -> bool:
    """Tell whether a column only numbers its rows (1, 2, 3 … or 1.1, 1.2 …), which is no code."""
    texts = [text for row in rows if any(map(str.isdigit, text := grid.text(row, column)))]
    if not texts or not all(RUNNING_NUMBER.fullmatch(text) for text in texts):
        return False
    if any("." in text.rstrip(".") for text in texts):
        return True
    numbers = [int(text.rstrip(".")) for text in texts]
    steps = sum(after == before + 1 or after == 1 for before, after in pairwise(numbers))
    return len(numbers) == 1 or steps * 10 >= 8 * (len(numbers) - 1)


def _duplicate(grid: Grid, header: Header, column: Column, chosen: Column) -> Issue:
    cell = f"{get_column_letter(column.number)}{header.first_row}"
    detail = get_column_letter(chosen.number)
    return issue("duplicate-column", sheet=grid.sheet, cell=cell, value=column.header, detail=detail)
