"""A table of a draft on its way onto a sheet, with what stands around it."""

from collections.abc import Sequence
from dataclasses import replace

from layouts.draft import Column, Draft, Line
from layouts.paper import Cell, Paper, cell_of

GAP = Column("gap", "", lambda line: None)
TOTAL = {"da": "I alt", "en": "Total"}


def put_rows(paper: Paper, rows: Sequence[Sequence[object]], top: int, left: int) -> int:
    """Write rows and give the row below them."""
    for down, row in enumerate(rows):
        for right, given in enumerate(row):
            paper.put(top + down, left + right, given)
    return top + len(rows)


class Table:
    """Some lines of a draft below its columns in their order."""

    def __init__(self, draft: Draft, columns: list[Column], lines: Sequence[Line]) -> None:
        self.draft, self.columns, self.lines = draft, columns, lines
        self.left = 1 + draft.offset[1]
        self.title = next(place for place, column in enumerate(columns) if column.role == "title")
        self.written: dict[int, list[Cell]] = {}
        self.sums = dict.fromkeys(range(len(columns)), 0.0)
        self.parent = ""

    def on(self, paper: Paper) -> Paper:
        """Write the table and what stands around it."""
        draft = self.draft
        row = put_rows(paper, draft.tops_of.get(paper.name, draft.tops), 1 + draft.offset[0], self.left)
        if draft.legend_place == "above":
            row = put_rows(paper, draft.legend, row, self.left) + 1
        top = row
        if not (self._is_stacked and self.lines and self.lines[0].section):
            row = self._header(paper, row)
        first = row = row + draft.gap_below_header
        row = self._lines(paper, row)
        lights = [place for place, column in enumerate(self.columns) if column.role == "light"]
        if draft.rules is not None and lights:
            draft.rules(paper, first, self.left + lights[0], row - 1)
        if draft.total and any(self.sums.values()):
            row = self._total(paper, row)
        self._around(paper, row, top)
        return paper

    @property
    def _is_stacked(self) -> bool:
        return self.draft.section_look == "tables"

    def _lines(self, paper: Paper, row: int) -> int:
        draft = self.draft
        half = len(self.lines) // 2 if draft.repeated_header and len(self.lines) > 5 else -1
        section = ""
        starts: dict[str, int] = {}
        for place, line in enumerate(self.lines):
            if line.section != section:
                row = self._section(paper, row + (self._is_stacked and section != ""), line.section)
                section = line.section
            elif place == half:
                row = self._header(paper, row, upper=False)
            starts.setdefault(line.parent, row)
            row = self._line(paper, row, line, place)
            if draft.parents == "merged" and line.parent and self._is_last_of(line.parent, place):
                column = self.left + next(n for n, column in enumerate(self.columns) if column.role == "parent")
                if row - 1 > starts[line.parent]:
                    paper.merged.append((starts[line.parent], column, row - 1, column))
            row += draft.empty_rows and place % 3 == 2 and draft.parents != "merged"
        return row

    def _is_last_of(self, parent: str, place: int) -> bool:
        return place + 1 == len(self.lines) or self.lines[place + 1].parent != parent

    def _header(self, paper: Paper, row: int, *, upper: bool = True) -> int:
        draft = self.draft
        ink = "FFFFFFFF" if draft.header_fill == "FF1F4E78" else None
        if upper and any(column.over for column in self.columns):
            self._groups(paper, row, ink)
            row += 1
        for place, column in enumerate(self.columns):
            cell = cell_of(column.heading)
            text = draft.decorated(cell.value) if isinstance(cell.value, str) and cell.value else cell.value or None
            if column.role != "gap" or (draft.wide_title and place == self.title + 1):
                made = Cell(text, draft.header_fill, draft.header_bold, ink, shape=cell.shape)
                paper.put(row, self.left + place, made)
        self._merge_title(paper, row)
        return row + 1

    def _groups(self, paper: Paper, row: int, ink: str | None) -> None:
        """Write the upper one of two header rows."""
        start = 0
        for place, column in enumerate(self.columns):
            if place == 0 or self.columns[place - 1].over != column.over:
                start = place
                if column.over:
                    paper.put(row, self.left + place, Cell(column.over, self.draft.header_fill, True, ink))
            is_last = place + 1 == len(self.columns) or self.columns[place + 1].over != column.over
            if column.over and is_last and place > start:
                paper.merged.append((row, self.left + start, row, self.left + place))

    def _merge_title(self, paper: Paper, row: int) -> None:
        if self.draft.wide_title:
            paper.merged.append((row, self.left + self.title, row, self.left + self.title + 1))

    def _section(self, paper: Paper, row: int, text: str) -> int:
        look = self.draft.section_look
        fill = "FFD6DCE4" if "filled" in look else None
        for place in range(len(self.columns)):
            paper.put(row, self.left + place, Cell(text if place == 0 else None, fill, place == 0))
        if "merged" in look and len(self.columns) > 1:
            paper.merged.append((row, self.left, row, self.left + len(self.columns) - 1))
        return self._header(paper, row + 1) if self._is_stacked else row + 1

    def _line(self, paper: Paper, row: int, line: Line, place: int) -> int:
        """Write a line, the rest of its title and its parts."""
        draft = self.draft
        for one in (line, *line.parts):
            fill = draft.row_fill(one, place)
            for column_place, cell in enumerate(self._cells(one)):
                if self.columns[column_place].role == "parent" and not self._names_parent(line):
                    cell = Cell(fill=cell.fill)
                struck = line.struck and cell.value is not None
                paper.put(row, self.left + column_place, replace(cell, fill=cell.fill or fill, struck=struck))
            self._merge_title(paper, row)
            if draft.outlined and one.is_part:
                paper.outline[row] = 1
            self.parent = line.parent
            row += 1
            if one.tail:
                paper.put(row, self.left + self.title, Cell(one.tail, struck=line.struck))
                row += 1
        return row

    def _names_parent(self, line: Line) -> bool:
        return self.draft.parents == "repeated" or line.parent != self.parent

    def _cells(self, line: Line) -> list[Cell]:
        """Give a line's cells; a line that stands there twice says the same twice."""
        if id(line) not in self.written:
            self.written[id(line)] = [self._finished(column, cell_of(column.cell(line))) for column in self.columns]
        for place, (column, cell) in enumerate(zip(self.columns, self.written[id(line)], strict=True)):
            if column.role in ("amount", "sum") and isinstance(cell.value, int | float):
                self.sums[place] += cell.value
        return self.written[id(line)]

    def _finished(self, column: Column, cell: Cell) -> Cell:
        """Add the spaces and notes that people leave."""
        if column.role == "light" and self.draft.maybe(self.draft.noted):
            cell = replace(cell, note=self.draft.text())
        return replace(cell, value=cell.value + self.draft.space) if isinstance(cell.value, str) else cell

    def _total(self, paper: Paper, row: int) -> int:
        paper.put(row, self.left + self.title, Cell(TOTAL[self.draft.language], bold=True))
        for place, amount in self.sums.items():
            if amount:
                paper.put(row, self.left + place, Cell(amount, bold=True))
        return row + 1

    def _around(self, paper: Paper, row: int, top: int) -> None:
        """Write what stands beside and below the lines."""
        draft = self.draft
        right = self.left + len(self.columns) + 1
        for block in (draft.beside, draft.legend if draft.legend_place == "beside" else []):
            if block:
                put_rows(paper, block, top, right)
                right += 3
        for block in (draft.below, draft.legend if draft.legend_place == "below" else [], draft.feet):
            if block:
                row = put_rows(paper, block, row + 1, self.left)
