"""Rows that hang under others: the parts of a line by number, outline, indent or dash, and the lines of a project."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from dashboard.domain.status_row import LinePart, StatusRow
from dashboard.workbook.grid import GridCell
from dashboard.workbook.row import HEADINGS, Row, RowKind

COUNT = r"(\d+(?:[.,]\d+)*?(?:\.?[a-zæøå])?)(?:[.,]0)*[.):]?"
COUNTED = re.compile(rf"^{COUNT}\s+(?=\D)")
DASH = re.compile(
    r"^(?:[-–—*>+]\s+|[•·▪○●➢→‣◦]\s*|(?:[a-zæøå]|[ivx]{2,4})\)\s*|o\s+|heraf:?\s+"
    r"|del(?:opgave|indsats|projekt|aktivitet)(?: \d+)?:\s*)",
    re.IGNORECASE,
)
SEVERAL, SENTENCE = 3, 4  # sentences, of so many words


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


def find_parts(rows: Sequence[Row]) -> tuple[dict[Row, Row], bool]:
    """Give the line that each part hangs under, and whether that is in doubt.

    Where only rows that hang under others have lights, the others are headings and these are the lines.
    """
    levels: dict[Row, Level] = {}
    heads = _sentences_below(rows)
    in_doubt = bool(heads)
    for stretch in _stretches(rows):
        levels |= stretch
        in_doubt |= _hang(stretch, heads)
    above = sorted(set(heads.values()), key=lambda row: row.number)
    peers = (row for row in levels.keys() - heads.keys() if above and not levels[row].is_deeper(levels[above[0]]))
    more = (cell for row in above for cell in row.texts if cell.column > row.layout.fields["title"])
    is_bare = all(cell.column in above[0].layout.light.columns for cell in more)
    if is_bare and _any_lit(heads) and not _any_lit(peers):
        for row in above:
            row.kind = RowKind.UNKNOWN_SECTION
        return find_parts(rows)
    in_doubt |= any(part.text("title").startswith("*") for part in heads)
    in_doubt |= any(len(levels[part].number) == len(levels[head].number) > 0 for part, head in heads.items())
    return heads, bool(heads) and (in_doubt or not _any_lit(above))


def _sentences_below(rows: Sequence[Row]) -> dict[Row, Row]:
    """Find the sentences that stand alone below lines, one below nearly each, where no other title is one."""
    lines = [row for row in rows if row.kind is RowKind.LINE]
    titled = [(row, row.text("title")) for row in lines]
    sentences = {row for row, text in titled if text.endswith((".", "!", "?")) and len(text.split()) >= SENTENCE}
    below = {row: above for above, row in pairwise(lines) if row in sentences and row.is_lone and not above.is_lone}
    adjoin = all(row.number == above.number + 1 for row, above in below.items())
    is_usual = len(below) * 5 >= (len(lines) - len(below)) * 3
    return below if adjoin and is_usual and SEVERAL <= len(below) == len(sentences) else {}


def _stretches(rows: Iterable[Row]) -> Iterable[dict[Row, Level]]:
    """Give the levels of the lines from one heading or project to the next."""
    stretches: dict[tuple[Row | None, str], dict[Row, Level]] = {}
    heading = None
    for row in rows:
        heading = row if row.kind in HEADINGS else heading
        if row.kind is RowKind.LINE and (cell := row.title) and cell.value is not None and cell.row == row.number:
            stretches.setdefault((heading, row.project), {})[row] = _level(row, cell)
    return stretches.values()


def _level(row: Row, title: GridCell) -> Level:
    text = str(title.value).expandtabs(4)
    bare = text.lstrip()
    told = [re.fullmatch(COUNT, row.text(name).replace("-", ".")) for name in ("number", "code")]
    counted = next(filter(None, [*told, COUNTED.match(bare)]), None)
    outline = row.grid.outline.get(row.number, 0) if title is row.own_title else -1
    indent = title.indent * 2 + (len(text) - len(bare)) // 2
    number = re.findall(r"\d+|[^\W\d]", counted[1]) if counted else []
    return Level(number, (outline, indent, DASH.match(bare) is not None))


def _hang(stretch: Mapping[Row, Level], heads: dict[Row, Row]) -> bool:
    """Hang rows under the line above them, or below them as outlines are often drawn; tell whether it is in doubt."""
    levels = list(stretch.values())
    is_upwards = levels[0].is_under(levels[-1])
    tops: list[Row] = []
    for row in reversed([*stretch]) if is_upwards else stretch:
        if tops and stretch[row].is_under(stretch[tops[-1]]):
            heads[row] = tops[-1]
        else:
            tops.append(row)
    by_outline = is_upwards and levels[0].depth[0] > levels[-1].depth[0]
    left_over = any(stretch[one].is_under(stretch[other]) for one, other in pairwise(tops))
    return left_over or (is_upwards and not by_outline)


def _any_lit(rows: Iterable[Row]) -> bool:
    return any(r.reading.light.is_reported or r.reading.done or r.reading.issue or r.text("done") for r in rows)


def are_counted(titles: Sequence[str]) -> bool:
    """Tell whether titles are numbered: nearly all begin with a number, and not all of these with a bare one."""
    counts = [told[0] for told in map(COUNTED.match, titles) if told is not None]
    return len(titles) > 1 and len(counts) * 5 >= len(titles) * 4 and bool(set("".join(counts)) & set(".)"))


def give_projects(rows: Sequence[Row]) -> None:
    """Give each row its project; where each stands in the first of its rows only, it is that of the ones below."""
    given = [row.text("parent") for row in rows]
    is_repeated = any(one and one == other for one, other in pairwise(given))
    now = ""
    for row, project in zip(rows, given, strict=True):
        if row.kind in (RowKind.SECTION, RowKind.UNKNOWN_SECTION):
            now = ""
        elif row.kind in (RowKind.LINE, RowKind.GROUP) and (project or is_repeated):
            now = project
        row.project = now


def hang_parts(read: Mapping[Row, StatusRow], parts: Mapping[Row, Row]) -> list[StatusRow]:
    """Give the lines among the rows that were read, each with its parts."""
    lines = {row: line for row, line in read.items() if row not in parts}
    for row, part in read.items():
        if (head := parts.get(row)) is not None and head in lines:
            subtask = LinePart(DASH.sub("", part.title), part.cell, part.light, part.done, part.status_text)
            lines[head] = replace(lines[head], subtasks=(*lines[head].subtasks, subtask))
    return list(lines.values())
