"""Rows that hang under others: the parts of a line by number, outline, indent or dash, and the lines of a project."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

from dashboard.domain.status_row import StatusRow, Subtask
from dashboard.domain.terms import Terms
from dashboard.workbook.grid import Grid, GridCell
from dashboard.workbook.layout import Layout
from dashboard.workbook.light_cell import read_light
from dashboard.workbook.row_kinds import HEADINGS, RowKind

COUNT = r"(\d+(?:[.,]\d+)*?(?:\.?[a-zæøå])?)(?:[.,]0)*[.):]?"
COUNTED = re.compile(rf"^{COUNT}\s+(?=\D)")
DASH = re.compile(
    r"^(?:[-–—*>+]\s+|[•·▪○●➢→‣◦]\s*|(?:[a-zæøå]|[ivx]{2,4})\)\s*|o\s+|heraf:?\s+"
    r"|del(?:opgave|indsats|projekt|aktivitet)(?: \d+)?:\s*)",
    re.IGNORECASE,
)


class Level(NamedTuple):
    """How deep a row stands: the parts of its number, and its outline level, indent and dash."""

    number: list[str]
    depth: tuple[int, int, bool]

    def is_deeper(self, other: "Level") -> bool:
        """Tell whether a row stands deeper than another, by whatever shows it."""
        own, its = (len(self.number), *self.depth), (len(other.number), *other.depth)
        return any(one > another for one, another in zip(own, its, strict=True))

    def is_under(self, head: "Level") -> bool:
        """Tell whether a row is a part of another; numbers of unlike length say it before anything else."""
        if self.number and head.number and len(self.number) != len(head.number):
            return self.number[: len(head.number)] == head.number
        return self._replace(number=head.number).is_deeper(head)


@dataclass(frozen=True)
class Subtasks:
    """Finds the parts of the lines of one table, whose rows belong to ``projects``."""

    grid: Grid
    layout: Layout
    terms: Terms
    projects: Mapping[int, str]

    def find(self, kinds: dict[int, RowKind]) -> tuple[dict[int, RowKind], dict[int, int], bool]:
        """Give what the rows are, the line that each part hangs under, and whether that is in doubt.

        Where only rows that hang under others have lights, the others are headings and these are the lines.
        """
        levels: dict[int, Level] = {}
        heads: dict[int, int] = {}
        in_doubt = False
        for stretch in self._stretches(kinds):
            levels |= stretch
            in_doubt |= _hang(stretch, heads)
        above = sorted(set(heads.values()))
        peers = (n for n in levels.keys() - heads.keys() if above and not levels[n].is_deeper(levels[above[0]]))
        only_parts_are_lit = self._any_lit(heads) and not self._any_lit(peers)
        if only_parts_are_lit and not any(map(self._holds_more, above)):
            return self.find({**kinds, **dict.fromkeys(above, RowKind.UNKNOWN_SECTION)})
        in_doubt |= any(self.grid.text(part, self.layout.fields["title"]).startswith("*") for part in heads)
        in_doubt |= any(len(levels[part].number) == len(levels[head].number) > 0 for part, head in heads.items())
        return kinds, heads, bool(heads) and (in_doubt or not self._any_lit(above))

    def _stretches(self, kinds: Mapping[int, RowKind]) -> Iterable[dict[int, Level]]:
        """Give the levels of the lines from one heading or project to the next."""
        stretches: dict[tuple[int, str], dict[int, Level]] = {}
        heading = 0
        for number, kind in kinds.items():
            heading = number if kind in HEADINGS else heading
            cell = title_cell(self.grid, self.layout, number) if kind is RowKind.LINE else None
            if cell is not None and cell.value is not None and cell.row == number:
                stretches.setdefault((heading, self.projects[number]), {})[number] = self._level(cell)
        return stretches.values()

    def _level(self, cell: GridCell) -> Level:
        text = str(cell.value).expandtabs(4)
        bare = text.lstrip()
        columns = [self.layout.fields[name] for name in ("number", "code") if name in self.layout.fields]
        told = [re.fullmatch(COUNT, self.grid.text(cell.row, column).replace("-", ".")) for column in columns]
        counted = next(filter(None, [*told, COUNTED.match(bare)]), None)
        outline = self.grid.outline.get(cell.row, 0) if cell.column == self.layout.fields["title"] else -1
        indent = cell.indent * 2 + (len(text) - len(bare)) // 2
        number = re.findall(r"\d+|[^\W\d]", counted[1]) if counted else []
        return Level(number, (outline, indent, DASH.match(bare) is not None))

    def _any_lit(self, numbers: Iterable[int]) -> bool:
        done = self.layout.fields.get("done", 0)
        titles = ((number, title_cell(self.grid, self.layout, number)) for number in numbers)
        said = ((n, read_light(self.grid, n, title, self.layout.light, self.terms)) for n, title in titles)
        return any(it.light.is_reported or it.done or it.issue or self.grid.text(n, done) for n, it in said)

    def _holds_more(self, number: int) -> bool:
        title, lights = self.layout.fields["title"], self.layout.light.columns
        return any(c.column > title and c.column not in lights for c in self.grid.texts(number))


def are_counted(titles: Sequence[str]) -> bool:
    """Tell whether titles are numbered: nearly all begin with a number, and not all of these with a bare one."""
    counts = [told[0] for told in map(COUNTED.match, titles) if told is not None]
    return len(titles) > 1 and len(counts) * 5 >= len(titles) * 4 and bool(set("".join(counts)) & set(".)"))


def title_cell(grid: Grid, layout: Layout, number: int) -> GridCell | None:
    """Give the cell of a row's title; its project's where it has no title."""
    cell = grid.cell(number, layout.fields["title"])
    project = grid.rows[number].get(layout.fields.get("parent", 0))
    return project if (cell is None or cell.value is None) and project is not None else cell


def projects_of(grid: Grid, layout: Layout, kinds: Mapping[int, RowKind]) -> dict[int, str]:
    """Give the project of each row; where each stands in the first of its rows only, it is that of the ones below."""
    given = {number: grid.text(number, layout.fields.get("parent", 0)) for number in kinds}
    is_repeated = any(one and one == other for one, other in pairwise(given.values()))
    now, projects = "", {}
    for number, kind in kinds.items():
        if kind in (RowKind.SECTION, RowKind.UNKNOWN_SECTION):
            now = ""
        elif kind in (RowKind.LINE, RowKind.GROUP) and (given[number] or is_repeated):
            now = given[number]
        projects[number] = now
    return projects


def hang_parts(read: Mapping[int, StatusRow], parts: Mapping[int, int]) -> list[StatusRow]:
    """Give the lines among the rows that were read, each with its parts."""
    lines = {number: row for number, row in read.items() if number not in parts}
    for number, head in sorted(parts.items()):
        if number in read and head in lines:
            row = read[number]
            part = Subtask(DASH.sub("", row.title), row.cell, row.light, row.done, row.status_text)
            lines[head] = replace(lines[head], subtasks=(*lines[head].subtasks, part))
    return list(lines.values())


def _hang(stretch: Mapping[int, Level], heads: dict[int, int]) -> bool:
    """Hang rows under the line above them, or below them as outlines are often drawn; tell whether it is in doubt."""
    rows, levels = list(stretch), list(stretch.values())
    is_upwards = levels[0].is_under(levels[-1])
    tops: list[int] = []
    for number in reversed(rows) if is_upwards else rows:
        if tops and stretch[number].is_under(stretch[tops[-1]]):
            heads[number] = tops[-1]
        else:
            tops.append(number)
    by_outline = is_upwards and levels[0].depth[0] > levels[-1].depth[0]
    left_over = any(stretch[one].is_under(stretch[other]) for one, other in pairwise(tops))
    return left_over or (is_upwards and not by_outline)
