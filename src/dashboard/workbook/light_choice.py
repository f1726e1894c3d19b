"""Where the light of a table stands: in a column that says so, in one for each light, or in a coloured one."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence, Set

from openpyxl.utils import get_column_letter

from dashboard.domain.issue import Issue, issue
from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.domain.terms import Terms
from dashboard.workbook.grid import Grid
from dashboard.workbook.half_step import half_step
from dashboard.workbook.header import Column
from dashboard.workbook.legend import Legend
from dashboard.workbook.light_column import LightColumn, LightWords, column_cells, shown_light, written_in
from dashboard.workbook.month import find_months, named_months
from dashboard.workbook.words import claims_a_light, light_word

OVERALL = re.compile(r"\b(?:samlet|overordnet|samlede)\b", re.IGNORECASE)


def choose_light_column(
    grid: Grid,
    candidates: Sequence[Column],
    marks: Mapping[Light, int],
    rows: Sequence[int],
    fields: Mapping[str, int],
    former: Set[int],
    month: Month | None,
    legend: Legend,
    terms: Terms,
) -> tuple[LightColumn, list[Issue]]:
    """Choose where the light is read in a table: columns that may hold it, columns of marks, or a coloured one."""
    if len(marks) >= 2:
        return LightColumn(marks=marks), []
    own, found = _of_the_month(grid, candidates, month)
    if found:
        return LightColumn(), found
    strict = [column for column in own if column.field == "light" and column.exact]
    usable = [column for column in strict or own if _speaks(grid, column, rows, legend, terms)] or (strict or own)[:1]
    strict = [column for column in usable if column.field == "light"] or usable
    overall = [column for column in strict if OVERALL.search(column.header)] or strict
    exact = [column for column in overall if column.exact] or overall
    if exact and _speaks(grid, exact[0], rows, legend, terms):
        rivals = [column for column in exact[1:] if _differ(grid, exact[0], column, rows, terms)]
        if rivals:
            detail = f"{get_column_letter(exact[0].number)} ({exact[0].header})"
            return LightColumn(), [
                issue(
                    "two-light-columns",
                    sheet=grid.sheet,
                    cell=rivals[0].reference,
                    value=rivals[0].header,
                    detail=detail,
                )
            ]
        return written_in(grid, exact[0], rows, fields, legend, terms), []
    if own and named_months(own[0].header):
        return LightColumn(own[0].number, legend=legend), []
    number = _coloured_column(grid, rows, fields, former)
    if number is not None:
        words: LightWords = "other" if number in fields.values() else "text"
        told = issue("light-column-by-colour", sheet=grid.sheet, detail=get_column_letter(number))
        return LightColumn(number, words, legend=legend), [told]
    if exact and exact[0].field == "light":
        return LightColumn(exact[0].number, legend=legend), []
    return LightColumn(), [issue("no-light-column", sheet=grid.sheet)]


def _of_the_month(grid: Grid, candidates: Sequence[Column], month: Month | None) -> tuple[list[Column], list[Issue]]:
    """Keep the columns of the workbook's own month: those that name it, else those that name none."""
    dated = {column: named_months(column.header) for column in candidates}
    if month is not None:
        own = [column for column, numbers in dated.items() if month.number in numbers and _year_fits(column, month)]
        if own:
            return own, []
    undated = [column for column, numbers in dated.items() if not numbers]
    if candidates and not undated and month is not None:
        first = candidates[0]
        return [], [
            issue(
                "no-column-of-the-month", sheet=grid.sheet, cell=first.reference, value=first.header, detail=month.label
            )
        ]
    return undated, []


def _year_fits(column: Column, month: Month) -> bool:
    named = {found.month for found in find_months(column.header)}
    return not named or month in named


def _speaks(grid: Grid, column: Column, rows: Sequence[int], legend: Legend, terms: Terms) -> bool:
    """Tell whether a column that may hold the light does: a light's own column with anything in it, or a status column
    with fills or mostly words of lights."""
    cells = column_cells(grid, column.number, rows)
    texts = [cell.text for cell in cells if cell.text]
    words = sum(light_word(text, terms) not in (None, Light.NOT_REPORTED) for text in texts)
    coloured = any(shown_light(cell) or legend.meaning(cell.fill) or cell.blend or cell.conditional for cell in cells)
    claimed = any(claims_a_light(text, terms) or half_step(text, terms) for text in texts)
    return coloured or claimed or (words * 2 >= len(texts) > 0) or (column.field == "light" and bool(texts))


def _coloured_column(grid: Grid, rows: Sequence[int], fields: Mapping[str, int], former: Set[int]) -> int | None:
    """Find the column whose cells are filled as lights though no header says so: most rows, or different lights.

    Where whole rows are coloured it is the title's. The columns of former lights are never this month's.
    """
    cells = [cell for row in rows if grid.text(row, fields["title"]) for cell in grid.rows[row].values()]
    lights: dict[int, Counter[Light]] = {}
    for cell in cells:
        light = shown_light(cell)
        if light is not None and cell.column not in former:
            lights.setdefault(cell.column, Counter())[light] += 1
    lines = sum(bool(grid.text(row, fields["title"])) for row in rows)
    enough = {number: n.total() for number, n in lights.items() if len(n) >= 2 or n.total() * 2 > lines}
    best = [number for number, total in enough.items() if total == max(enough.values())]
    if len(best) > 1 and fields["title"] in best:
        return fields["title"]
    return best[0] if len(best) == 1 else None


def _differ(grid: Grid, one: Column, other: Column, rows: Sequence[int], terms: Terms) -> bool:
    def light(row: int, column: Column) -> Light | None:
        cell = grid.cell(row, column.number)
        return None if cell is None else shown_light(cell) or light_word(cell.text, terms)

    pairs = [(light(row, one), light(row, other)) for row in rows]
    return any(a is not b for a, b in pairs if a and b and a.is_reported and b.is_reported)
