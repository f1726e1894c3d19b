"""The shape of a table: which cells it has, in which row and column, and how they are merged."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from xml.etree.ElementTree import Element

from dashboard.domain.cell_name import MOST_COLUMNS, document_row
from dashboard.workbook.grid import Merge
from dashboard.workbook.word.package import W, inside
from dashboard.workbook.word.styles import is_on
from dashboard.workbook.word.texts import CHANGES, Change


@dataclass(frozen=True)
class TableCell:
    """A cell of a row: where it begins and ends in the table's own measure, and how it is merged downwards."""

    element: Element
    start: int
    end: int
    merge: str | None

    @property
    def properties(self) -> Element | None:
        """Give the cell's properties."""
        return self.element.find(f"{W}tcPr")


@dataclass(frozen=True)
class TableRow:
    """A row with its cells, whether it is hidden, its own shading, and what a tracked change did to all of it."""

    cells: tuple[TableCell, ...]
    is_hidden: bool
    change: Change | None
    shading: Element | None


class TableShape:
    """A table of a document by its number; its cells belong to the columns of its most usual row."""

    def __init__(self, table: Element, number: int) -> None:
        self.element, self.number = table, number
        widths = [int(each.get(f"{W}w", "0") or 0) for each in table.findall(f"{W}tblGrid/{W}gridCol")]
        self._edges = [0]
        for width in widths if all(width > 0 for width in widths) else [1] * len(widths):
            self._edges.append(self._edges[-1] + width)
        self.rows = [self._row(row) for row in inside(table, "tr")]
        self.merges: list[Merge] = []
        self.cells: dict[tuple[int, int], TableCell] = {}
        self._place()

    @cached_property
    def _starts(self) -> list[int]:
        """Give where the columns begin: as in the rows of the number of cells that most cells are in."""
        counted = Counter(len(row.cells) for row in self.rows)
        usual = max(counted, key=lambda n: (counted[n] * n, n), default=0)
        return next(([cell.start for cell in row.cells] for row in self.rows if len(row.cells) == usual), [])

    @property
    def columns(self) -> int:
        """Count the columns."""
        return max(len(self._starts), max((column for _, column in self.cells), default=0))

    @property
    def is_frame(self) -> bool:
        """Tell whether it is only there to place other tables on the page."""
        is_line = len(self.rows) == 1 or all(len(row.cells) == 1 for row in self.rows)
        return is_line and any(cell.element.find(f".//{W}tbl") is not None for row in self.rows for cell in row.cells)

    def _edge(self, place: int) -> int:
        beyond = place - len(self._edges) + 1
        return self._edges[place] if beyond <= 0 else self._edges[-1] + beyond

    def _row(self, row: Element) -> TableRow:
        told = row.find(f"{W}trPr")
        before = None if told is None else told.find(f"{W}gridBefore")
        place = 0 if before is None else min(MOST_COLUMNS, int(before.get(f"{W}val", "0")))
        cells: list[TableCell] = []
        for cell in inside(row, "tc"):
            properties = cell.find(f"{W}tcPr")
            span, merge, beside = 1, None, None
            if properties is not None:
                spanned, down, beside = (properties.find(f"{W}{name}") for name in ("gridSpan", "vMerge", "hMerge"))
                span = 1 if spanned is None else max(1, min(MOST_COLUMNS, int(spanned.get(f"{W}val", "1"))))
                merge = None if down is None else down.get(f"{W}val", "continue")
            end = place + span
            if beside is not None and beside.get(f"{W}val", "continue") == "continue" and cells:
                cells[-1] = TableCell(cells[-1].element, cells[-1].start, self._edge(end), cells[-1].merge)
            else:
                cells.append(TableCell(cell, self._edge(place), self._edge(end), merge))
            place = end
        is_hidden = is_on(None if told is None else told.find(f"{W}hidden"))
        return TableRow(tuple(cells), is_hidden, _change(told), row.find(f"{W}tblPrEx/{W}shd"))

    def _place(self) -> None:
        """Give each cell its row and column, and join those that are merged."""
        running: dict[int, tuple[int, int]] = {}  # by column: the row that a merged cell begins in, and its last column
        for number, row in enumerate(self.rows, 1):
            at = document_row(self.number, number)
            continued = {}
            for cell, (first, last) in zip(row.cells, self._columns(row.cells), strict=True):
                if cell.merge == "continue" and first in running:
                    continued[first] = running[first]
                    continue
                self.cells[at, first] = cell
                if cell.merge == "restart":
                    continued[first] = at, last
                elif last > first:
                    self.merges.append(Merge(at, first, at, last))
            self._end(running, continued, at - 1)
            running = continued
        self._end(running, {}, document_row(self.number, len(self.rows)))

    def _end(self, running: dict[int, tuple[int, int]], kept: dict[int, tuple[int, int]], last_row: int) -> None:
        for first, (row, last) in running.items():
            if kept.get(first) != (row, last) and (last_row > row or last > first):
                self.merges.append(Merge(row, first, last_row, last))

    def _columns(self, cells: Sequence[TableCell]) -> list[tuple[int, int]]:
        """Give first and last column of each cell of a row: those whose left edges are nearest to its own."""
        starts = self._starts
        if len(cells) == len(starts):
            return [(column, column) for column in range(1, len(cells) + 1)]
        firsts: list[int] = []
        for cell in cells:
            at = bisect_left(starts, cell.start)
            near = [n for n in (at - 1, at) if 0 <= n < len(starts)]
            nearest = min(near, key=lambda n: abs(starts[n] - cell.start), default=0) + 1
            firsts.append(max(nearest, firsts[-1] + 1 if firsts else 1))
        narrowest = min((b - a for a, b in pairwise(starts)), default=2) // 2
        end = max(*firsts[-1:], bisect_left(starts, cells[-1].end - narrowest)) if cells else 0
        return list(zip(firsts, [*(first - 1 for first in firsts[1:]), end], strict=True))


def _change(row: Element | None) -> Change | None:
    """Give what was done to a whole row."""
    for name in ("ins", "del"):
        found = None if row is None else row.find(f"{W}{name}")
        if found is not None:
            return Change(CHANGES[name], found.get(f"{W}author", ""), found.get(f"{W}date", "")[:10])
    return None
