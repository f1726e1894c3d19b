"""A sheet as plain values: only the cells that exist, with their text, fill and place."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from itertools import product
from typing import NamedTuple

from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.utils.datetime import WINDOWS_EPOCH

from dashboard.domain.cell_name import cell_name, column_letter
from dashboard.domain.excerpt import Rgb
from dashboard.domain.issue import Issue
from dashboard.domain.light import Light
from dashboard.domain.text_run import TextRun, standing_text
from dashboard.workbook.cell_text import as_text, drawn, is_error_text, is_shape, month_text
from dashboard.workbook.colour import Look, Looks, Palette, is_red, light_of
from dashboard.workbook.conditional import ICON_AND_FILL, read_rules
from dashboard.workbook.formula import NOW, ExcelError, Place, UnknownFormulaError
from dashboard.workbook.notes_and_drawings import SPARKLINE, Drawing
from dashboard.workbook.number_format import hides_minus, shown_number
from dashboard.workbook.sheet_part import EMPTY, SheetPart, StoredCell

HIDDEN_SHEET = "arket"
ONLY_A_YEAR = re.compile(r"(?:\[[^\]]*\])?(?:yy|yyyy)(?:;@)?", re.IGNORECASE)
Part = tuple[str, Rgb | None, bool]


class GridCell(NamedTuple):
    """One cell that holds something: a value, a fill, or both.

    ``text`` is what still holds; ``runs`` are there when some of it is red or struck. ``ink`` is the font's colour,
    ``conditional`` the light that conditional formatting gives it. An error (#REF!) is its value, and no text.
    ``blend`` are the colours of a fill that shows several lights. ``hides_minus``: it looks as if above zero.
    """

    row: int
    column: int
    value: object
    text: str
    fill: Rgb | None
    bold: bool
    ink: Rgb | None = None
    conditional: Light | None = None
    runs: tuple[TextRun, ...] = ()
    is_error: bool = False
    blend: tuple[Rgb, ...] = ()
    indent: int = 0
    hatched: bool = False
    hides_minus: bool = False

    @property
    def reference(self) -> str:
        """Give the cell's name: "G7"."""
        return cell_name(self.row, self.column)

    @property
    def is_struck(self) -> bool:
        """Tell whether nothing of what is written here still holds."""
        return bool(self.runs) and not self.text


class Merge(NamedTuple):
    """A merged range, first and last row and column included."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int

    def places(self, last_row: int, last_column: int) -> Iterator[Place]:
        """Walk the places in it, up to the last row and column that are used."""
        rows = range(self.first_row, min(self.last_row, last_row) + 1)
        return product(rows, range(self.first_column, min(self.last_column, last_column) + 1))


@dataclass(frozen=True)
class Grid:
    """One sheet: its cells by row and column number, and its merged ranges.

    ``hidden`` tells in words what is hidden on it; ``uncomputed`` are the cells whose formula has no stored result,
    ``errors`` those that hold an error. ``epoch`` is the day that its dates count from. ``comments`` are what people
    wrote on cells, ``drawings`` what lies over them, ``unread_rules`` what may colour them and is not known,
    ``daily_rules`` what colours them by the day it is, which was when the file was ``saved``.
    ``edges`` tell the light whose colour a border has, by row and column, ``coloured_tables`` where a style of tables
    has one. ``told`` is what was found out of the file while it was made a grid.
    """

    sheet: str
    rows: Mapping[int, Mapping[int, GridCell]]
    hidden: tuple[str, ...] = ()
    uncomputed: frozenset[str] = frozenset()
    errors: tuple[GridCell, ...] = ()
    epoch: datetime = WINDOWS_EPOCH
    comments: Mapping[Place, str] = field(default_factory=dict)
    drawings: tuple[Drawing, ...] = ()
    merged_into: Mapping[Place, Merge] = field(default_factory=dict)
    outline: Mapping[int, int] = field(default_factory=dict)
    unread_rules: Mapping[Place, str] = field(default_factory=dict)
    daily_rules: Mapping[Place, str] = field(default_factory=dict)
    saved: datetime | None = None
    edges: Mapping[int, Mapping[int, Light]] = field(default_factory=dict)
    coloured_tables: tuple[str, ...] = ()
    told: tuple[Issue, ...] = ()
    _texts: dict[int, list[GridCell]] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def is_hidden(self) -> bool:
        """Tell whether the whole sheet is hidden."""
        return HIDDEN_SHEET in self.hidden

    def cell(self, row: int, column: int) -> GridCell | None:
        """Give the cell there; inside a merged range the one that holds its value."""
        if self.merged_into and (merge := self.merged_into.get((row, column))) is not None:
            row, column = merge.first_row, merge.first_column
        return self.rows.get(row, {}).get(column)

    def merge_at(self, row: int, column: int) -> Merge | None:
        """Give the merged range that a cell lies in."""
        return self.merged_into.get((row, column))

    def text(self, row: int, column: int) -> str:
        """Give the text there, empty when there is none."""
        cell = self.cell(row, column)
        return "" if cell is None else cell.text

    def merged_columns(self, row: int, column: int) -> int:
        """Count the columns of the merged range that a cell lies in; 1 outside of any."""
        merge = self.merge_at(row, column)
        return 1 if merge is None else merge.last_column - merge.first_column + 1

    def texts(self, row: int) -> list[GridCell]:
        """List the cells of a row that hold text, left to right."""
        if row not in self._texts:
            self._texts[row] = [cell for cell in self.rows.get(row, {}).values() if cell.text]
        return self._texts[row]

    def up_to(self, last: int) -> "Grid":
        """Give the sheet without what stands to the right of a column."""
        if all(max(cells, default=0) <= last for cells in self.rows.values()):
            return self
        kept = {row: {n: cell for n, cell in cells.items() if n <= last} for row, cells in self.rows.items()}
        return replace(self, rows=kept)


def read_grid(sheet: str, part: SheetPart, looks: Looks, *, is_hidden: bool) -> Grid:
    """Make a grid of a sheet's stored cells: those that hold a value or are filled."""
    ruled = read_rules(part.formatting, _for_rules(part) if part.formatting else {}, part.covered, looks.palette)
    rows: dict[int, dict[int, GridCell]] = {}
    edges: dict[int, dict[int, Light]] = {}
    errors: list[GridCell] = []
    for place in sorted({*part.cells, *ruled.lights, *ruled.fills}):
        stored = part.cells.get(place, EMPTY)
        look = looks[stored.style]
        own, icon, light = light_of(look.fill), ruled.icons.get(place), ruled.lights.get(place)
        if place in ruled.fills:
            look = look._replace(fill=None if light_of(ruled.fills[place]) else ruled.fills[place], blend=())
        elif place in ruled.doubted and (own or look.blend):
            ruled.unread[place] = ruled.doubted[place]
            look = look._replace(fill=None, blend=())
        elif own and icon not in (None, own):
            ruled.unread[place] = ICON_AND_FILL
            look, light = look._replace(fill=None), None
        cell = _cell(place, stored, look, looks.palette, light or (None if look.fill else ruled.inks.get(place)))
        if look.edge is not None:
            edges.setdefault(place[0], {})[place[1]] = look.edge
        if cell is not None:
            rows.setdefault(cell.row, {})[cell.column] = cell
            errors += [cell] if cell.is_error else []
    last = max(rows, default=0), max((column for cells in rows.values() for column in cells), default=0)
    hidden = _hidden(part, rows, is_hidden=is_hidden)
    uncomputed = frozenset(cell_name(*place) for place in part.uncomputed)
    merged = {place: merge for merge in map(Merge._make, part.merges) for place in merge.places(*last)}
    return Grid(
        sheet, rows, hidden, uncomputed, tuple(errors), part.epoch, outline=part.outline,
        unread_rules=ruled.unread, daily_rules=ruled.daily, saved=part.saved, edges=edges, merged_into=merged,
        drawings=tuple(Drawing(*place, 0, SPARKLINE) for place in part.sparklines),
    )  # fmt: skip


def _for_rules(part: SheetPart) -> dict[Place, object]:
    """Give what rules find in cells; nobody knows it of a formula without a result, or of a day counted from 1904."""
    unknown, is_counted_so = UnknownFormulaError(), part.epoch == WINDOWS_EPOCH
    found: dict[Place, object] = {NOW: part.saved or unknown}
    for place, cell in part.cells.items():
        if place in part.uncomputed or (isinstance(cell.value, date) and not is_counted_so):
            found[place] = unknown
        elif cell.value is not None or place in part.blank:
            found[place] = ExcelError() if cell.is_error else "" if cell.value is None else cell.value
    return found


def _cell(place: Place, stored: StoredCell, look: Look, palette: Palette, rule: Light | None) -> GridCell | None:
    value, _, is_error = stored
    if value is None and look.fill is None and not look.blend and rule is None:
        return None
    value = drawn(value, look.symbol_font)
    text = month_text(value) if look.month_only and isinstance(value, date) else as_text(value, look.percent)
    if isinstance(value, date) and ONLY_A_YEAR.fullmatch(look.number_format):
        text = str(value.year)
    is_unseen = False
    if isinstance(value, int | float) and not isinstance(value, bool):
        text = shown_number(value, look.number_format) or text
        is_unseen = value < 0 and hides_minus(look.number_format)
    cell = written_cell(place, value, text, _parts(value, look, palette), look, rule, is_error=is_error)
    return cell._replace(hides_minus=True) if is_unseen else cell


def written_cell(
    place: Place,
    value: object,
    text: str,
    parts: Sequence[Part],
    look: Look,
    rule: Light | None = None,
    *,
    is_error: bool,
) -> GridCell:
    """Make the cell of a text that consists of parts, each with its colour and whether it is struck."""
    is_error = is_error or is_error_text(text)
    inks = {ink for part, ink, _ in parts if part.strip()}
    if len(inks) > 1 and is_shape(text):
        lit = [ink for ink in inks if ink and light_of(ink)]  # of three lamps the one that is lit
        inks, look = {*lit}, look._replace(blend=tuple(lit) if len(lit) > 1 else look.blend)
    ink = inks.pop() if len(inks) == 1 else look.ink
    runs = tuple(TextRun(part, is_red(ink), struck) for part, ink, struck in parts if not is_error)
    runs = runs if any(run.is_marked for run in runs) else ()
    if is_error or runs:
        text = standing_text(runs)
    return GridCell(
        *place, value, text, look.fill, look.bold, ink, rule, runs, is_error, look.blend, look.indent, look.hatched
    )


def _parts(value: object, look: Look, palette: Palette) -> list[Part]:
    """Give the parts of a text, each with its colour and whether it is struck; none of one that is all as its look."""
    if isinstance(value, CellRichText):
        return [
            (part.text, palette.rgb(part.font.color), bool(part.font.strike))
            if isinstance(part, TextBlock)
            else (str(part), look.ink, look.struck)
            for part in value
        ]
    return [(as_text(value), look.ink, look.struck)] if value is not None and (look.struck or is_red(look.ink)) else []


def _hidden(part: SheetPart, rows: Mapping[int, Mapping[int, GridCell]], *, is_hidden: bool) -> tuple[str, ...]:
    used = sorted({column for cells in rows.values() for column, cell in cells.items() if cell.text})
    columns = [column for column in used if any(column in hidden for hidden in part.hidden_columns)]
    said = {"række": filter(rows.__contains__, part.hidden_rows), "kolonne": map(column_letter, columns)}
    named = {kind: ", ".join(map(str, names)) for kind, names in said.items()}
    return (*([HIDDEN_SHEET] if is_hidden else []), *(f"{kind} {names}" for kind, names in named.items() if names))
