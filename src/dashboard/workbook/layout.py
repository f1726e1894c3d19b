"""Which column of a table is read as what, decided by header words and then by what stands below them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from openpyxl.utils import get_column_letter

from dashboard.domain.issue import Issue, issue
from dashboard.domain.month import Month
from dashboard.domain.table_reading import ColumnReading, TableReading
from dashboard.domain.terms import Terms
from dashboard.workbook.grid import Grid
from dashboard.workbook.header import Column, Header
from dashboard.workbook.legend import Legend
from dashboard.workbook.light_choice import choose_light_column
from dashboard.workbook.light_column import LightColumn, column_cells
from dashboard.workbook.month import named_months
from dashboard.workbook.symbol_font import CROSSES, TICKS
from dashboard.workbook.unexplained_fills import unexplained_fills
from dashboard.workbook.words import read_code


@dataclass(frozen=True)
class Layout:
    """The column of each field, the column and unit of each year's amount, where the light stands, and what is left.

    ``not_done`` are the signs in the column for done that mean the opposite of the ticks beside them.
    """

    fields: Mapping[str, int]
    light: LightColumn
    amounts: Mapping[int, tuple[int, Decimal]] = field(default_factory=dict)
    unread: tuple[Column, ...] = ()
    not_done: frozenset[str] = frozenset()

    @property
    def read_columns(self) -> set[int]:
        """Give the numbers of all columns that are read."""
        lights = {self.light.number} if self.light.number else set(self.light.marks.values())
        return {*self.fields.values(), *(number for number, _ in self.amounts.values()), *lights}


def decide_layout(
    grid: Grid, header: Header, rows: Sequence[int], month: Month | None, legend: Legend, terms: Terms
) -> tuple[Layout, list[Issue]]:
    """Decide what is read from where in the table whose data rows are given."""
    by_field = {name: list(columns) for name, columns in header.by_field.items()}
    by_field.pop("previous", None)
    issues: list[Issue] = []
    fields: dict[str, int] = {}
    by_field["code"] = [column for column in by_field.get("code", []) if _holds_codes(grid, column.number, rows, terms)]
    lights = by_field.pop("light", []) + by_field.pop("status", [])
    marks = {column.light: column.number for column in by_field.pop("light_mark", []) if column.light is not None}
    amounts = {
        column.year: (column.number, column.unit) for column in by_field.pop("amount", []) if column.year is not None
    }
    for name, columns in by_field.items():
        if not columns:
            continue
        chosen = _richest(grid, columns, rows) if name == "title" else _first_exact(columns)
        fields[name] = chosen.number
        issues += [_also(grid, column, chosen) for column in columns if column is not chosen]
    former = {column.number for column in header.by_field.get("previous", [])}
    light, found = choose_light_column(grid, lights, marks, rows, fields, former, month, legend, terms)
    issues += found + unexplained_fills(grid, light, fields, rows)
    spare = [c for c in lights if c.number != light.number and c.field == "status" and not named_months(c.header)]
    if spare and "status_text" not in fields:
        fields["status_text"] = spare[0].number
    layout = Layout(fields, light, amounts, not_done=_not_done(grid, fields.get("done"), rows))
    unread = tuple(column for column in header.columns if column.number not in layout.read_columns)
    issues += [
        issue("unread-marks", sheet=grid.sheet, cell=column.reference, value=column.header)
        for column in unread
        if column.field is None and _only_marks(grid, column.number, rows, terms)
    ]
    return replace(layout, unread=unread), issues


def _richest(grid: Grid, columns: Sequence[Column], rows: Sequence[int]) -> Column:
    """Choose the column with most different texts that hold letters."""
    return max(
        columns,
        key=lambda column: len(
            {cell.text for cell in column_cells(grid, column.number, rows) if any(map(str.isalpha, cell.text))}
        ),
    )


def _first_exact(columns: Sequence[Column]) -> Column:
    return next((column for column in columns if column.exact), columns[0])


def _holds_codes(grid: Grid, column: int, rows: Sequence[int], terms: Terms) -> bool:
    """Tell whether a column holds codes (letters with a number) and not only numbers that count its rows."""
    return any(read_code(cell.text, terms) for cell in column_cells(grid, column, rows) if len(cell.text) <= 20)


def _only_marks(grid: Grid, column: int, rows: Sequence[int], terms: Terms) -> bool:
    texts = [cell.text.casefold() for cell in column_cells(grid, column, rows) if cell.text]
    return bool(texts) and all(text in terms.yes and not text.isdigit() for text in texts)


def _not_done(grid: Grid, column: int | None, rows: Sequence[int]) -> frozenset[str]:
    """Give the drawn crosses of a column that has ticks as well."""
    signs = {cell.text for cell in column_cells(grid, column, rows)} if column else set()
    return CROSSES if signs & TICKS else frozenset()


def _also(grid: Grid, column: Column, chosen: Column) -> Issue:
    detail = f"{get_column_letter(chosen.number)} ({chosen.header})"
    return issue("duplicate-column", sheet=grid.sheet, cell=column.reference, value=column.header, detail=detail)


def read_as(header: Header, layout: Layout, sheet: str, lines: int) -> TableReading:
    """Tell what each column of a table became, and why the others were left unread."""
    fields = {number: name for name, number in layout.fields.items()}
    fields |= {number: "amount" for number, _ in layout.amounts.values()}
    fields |= dict.fromkeys(layout.light.marks.values(), "light")
    if layout.light.number:
        fields[layout.light.number] = "light"
    return TableReading(
        sheet,
        header.first_row,
        tuple(
            ColumnReading(column.reference, column.header, fields.get(column.number), _why_unread(column, fields))
            for column in header.columns
        ),
        lines,
    )


def _why_unread(column: Column, fields: Mapping[int, str]) -> str | None:
    if column.number in fields:
        return None
    if column.field == "previous" or (column.field in ("light", "status") and named_months(column.header)):
        return "en anden måned"
    if column.field == "code":
        return "løbenumre er ikke koder"
    if column.field is None:
        return "overskriften er ikke kendt"
    return "en anden kolonne er brugt til det samme"
