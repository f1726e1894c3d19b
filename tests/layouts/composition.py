"""Puts a draft onto sheets: blocks of columns in an order, rows in theirs, and what stands around them."""

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from dashboard.domain.light import Light
from layouts.draft import Column, Draft, Line
from layouts.paper import Cell, Paper, cell_of
from layouts.words import words

FRONT = ("number",)
GAP = Column("gap", "", lambda line: None)


def compose(draft: Draft) -> list[Paper]:
    """Make the sheets of a draft, in their order."""
    order = _ordered(draft, draft.rng)
    if draft.division == "udvalg":
        names = words()["udvalg"]
        by_name = draft.maybe(0.3)
        papers = []
        for place, key in enumerate(draft.udvalg_keys):
            own = [line for line in draft.lines if line.udvalg == key]
            columns = _ordered(draft, draft.rng) if place and draft.maybe(0.6) else order
            papers.append(Table(draft, columns, own).on(Paper(names[key][:31] if by_name else key)))
    else:
        papers = [Table(draft, order, draft.lines).on(Paper(draft.sheet))]
        others = [Table(draft, order, _of_the_past(draft)).on(Paper(name)) for name in draft.past_sheets]
        papers = [*papers, *others[::-1]] if draft.newest_first or draft.division == "archive" else [*others, *papers]
    if draft.legend_place == "sheet":
        papers.append(Paper({"da": "Farvekoder", "en": "Legend"}[draft.language]))
        _put_rows(papers[-1], draft.legend, 1, 1)
    for name, rows in draft.extra_sheets:
        papers.append(Paper(name))
        _put_rows(papers[-1], rows, 1, 1)
    return papers


def _of_the_past(draft: Draft) -> list[Line]:
    """Give the lines with the lights of another time: one of them since gone, another not there yet."""
    lights = [Light.GREEN, Light.GREEN, Light.YELLOW, Light.RED]
    lines = [replace(line, light=draft.rng.choice(lights), shown=Light.GREEN) for line in draft.lines[1:]]
    gone = {"da": "Sommerlukning af rådhuset", "en": "Retired project"}[draft.language]
    return [*lines, replace(draft.lines[0], title=gone, tail="", parts=[], light=draft.rng.choice(lights))]


def _ordered(draft: Draft, rng: Random) -> list[Column]:
    """Put the blocks of columns into an order: most often the title first, behind the running number."""
    title = [Column("title", draft.title_heading, draft.title_cell)]
    if draft.parent_column is not None:
        title.insert(0, draft.parent_column)
    lights = draft.light_columns
    shown = [Column("light", draft.light_heading, draft.light_of)] if lights is None else lights()
    front = [group for group in draft.groups if group[0].role in FRONT]
    rest = [group for group in draft.groups if group[0].role not in FRONT]
    behind = [*rest, shown, *([draft.done_columns] if draft.done_columns else [])]
    rng.shuffle(behind)
    if draft.title_first:
        blocks = [*front, title, *behind]
    else:
        behind.insert(rng.randint(1, len(behind)), title)
        blocks = [*front, *behind]
    for place in draft.gaps:
        blocks.insert(1 + place % len(blocks), [GAP])
    return [column for block in blocks for column in block]


def _put_rows(paper: Paper, rows: Sequence[Sequence[object]], top: int, left: int) -> int:
    """Write rows and give the row below them."""
    for row_number, row in enumerate(rows):
        for place, given in enumerate(row):
            cell = cell_of(given)
            paper.put(top + row_number, left + place, cell)
    return top + len(rows)


class Table:
    """One table of a draft on its way onto a sheet."""

    def __init__(self, draft: Draft, columns: list[Column], lines: Sequence[Line]) -> None:
        self.draft, self.columns, self.lines = draft, columns, lines
        self.left = 1 + draft.offset[1]
        self.written: dict[int, list[Cell]] = {}
        self.sums = dict.fromkeys(range(len(columns)), 0.0)

    def on(self, paper: Paper) -> Paper:
        """Write the table and what stands around it."""
        draft = self.draft
        row = _put_rows(paper, draft.tops, 1 + draft.offset[0], self.left)
        if draft.legend_place == "above":
            row = _put_rows(paper, draft.legend, row, self.left) + 1
        header_row = row
        row = self._header(paper, row, upper=True) + draft.gap_below_header
        first = row
        section = ""
        half = len(self.lines) // 2 if draft.repeated_header and len(self.lines) > 5 else -1
        for place, line in enumerate(self.lines):
            if place == half:
                row = self._header(paper, row, upper=False)
            if line.section != section:
                section = line.section
                row = self._section(paper, row, section)
            row = self._line(paper, row, line, place)
        last = row - 1
        lights = [place for place, column in enumerate(self.columns) if column.role == "light"]
        if draft.rules is not None and lights:
            draft.rules(paper, first, self.left + lights[0], last)
        if draft.total and any(self.sums.values()):
            row = self._total(paper, row)
        self._around(paper, row, header_row)
        return paper

    def _around(self, paper: Paper, row: int, header_row: int) -> None:
        draft = self.draft
        right = self.left + len(self.columns) + 1
        if draft.beside:
            _put_rows(paper, draft.beside, header_row, right)
            right += 3
        if draft.legend_place == "beside":
            _put_rows(paper, draft.legend, header_row, right)
        for block in (draft.below, draft.legend if draft.legend_place == "below" else [], draft.feet):
            if block:
                row = _put_rows(paper, block, row + 1, self.left)

    def _header(self, paper: Paper, row: int, *, upper: bool) -> int:
        draft = self.draft
        ink = "FFFFFFFF" if draft.header_fill == "FF1F4E78" else None
        if upper and any(column.over for column in self.columns):
            start = 0
            for place, column in enumerate(self.columns):
                if column.over and (place == 0 or self.columns[place - 1].over != column.over):
                    start = place
                    paper.put(row, self.left + place, Cell(column.over, draft.header_fill, True, ink))
                is_last = place + 1 == len(self.columns) or self.columns[place + 1].over != column.over
                if column.over and is_last and place > start:
                    paper.merged.append((row, self.left + start, row, self.left + place))
            row += 1
        for place, column in enumerate(self.columns):
            if column is not GAP:
                heading = column.heading or None
                paper.put(row, self.left + place, Cell(heading, draft.header_fill, draft.header_bold, ink))
        return row + 1

    def _section(self, paper: Paper, row: int, text: str) -> int:
        look = self.draft.section_look
        fill = "FFD6DCE4" if "filled" in look else None
        for place in range(len(self.columns)):
            paper.put(row, self.left + place, Cell(text if place == 0 else None, fill, place == 0))
        if "merged" in look and len(self.columns) > 1:
            paper.merged.append((row, self.left, row, self.left + len(self.columns) - 1))
        return row + 1

    def _line(self, paper: Paper, row: int, line: Line, place: int) -> int:
        draft = self.draft
        for one in (line, *line.parts):
            fill = draft.row_fill(one, place)
            for column_place, cell in enumerate(self._cells(one)):
                struck = line.struck and cell.value is not None
                paper.put(row, self.left + column_place, replace(cell, fill=cell.fill or fill, struck=struck))
            if draft.outlined and one.is_part:
                paper.outline[row] = 1
            row += 1
            if one.tail:
                title = next(place for place, column in enumerate(self.columns) if column.role == "title")
                paper.put(row, self.left + title, Cell(one.tail))
                row += 1
        return row + (draft.empty_rows and place % 3 == 2)

    def _cells(self, line: Line) -> list[Cell]:
        """Give a line's cells; a line that stands there twice says the same twice."""
        known = self.written.get(id(line))
        if known is None:
            known = self.written[id(line)] = [cell_of(column.cell(line)) for column in self.columns]
        for place, (column, cell) in enumerate(zip(self.columns, known, strict=True)):
            if column.role in ("amount", "sum") and isinstance(cell.value, int):
                self.sums[place] += cell.value
        return known

    def _total(self, paper: Paper, row: int) -> int:
        title = next(place for place, column in enumerate(self.columns) if column.role == "title")
        paper.put(row, self.left + title, Cell({"da": "I alt", "en": "Total"}[self.draft.language], bold=True))
        for place, amount in self.sums.items():
            if amount:
                paper.put(row, self.left + place, Cell(amount, bold=True))
        return row + 1
