"""Rows with only a tema's name: its heading, or an indsats that is called the same ("Norddjurs i bevægelse")."""

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.domain.identity import normalised
from dashboard.domain.terms import Terms
from dashboard.domain.words import find_named
from dashboard.workbook.colour import light_of
from dashboard.workbook.grid import Grid
from dashboard.workbook.issue_log import IssueLog
from dashboard.workbook.layout import Layout
from dashboard.workbook.row_kinds import RowClassifier, RowKind

NAMING = ("title", "code", "number", "parent")


@dataclass(frozen=True)
class Namesakes:
    """Settles what the rows named as a tema are. ``tema`` is the one in force, ``is_first`` tells of the first table.

    Only a name in the titles' own column that looks like the lines is in question: bold, filled or merged it is a
    heading. What cannot be told for certain is read as a line, which everyone sees, and it is told.
    """

    grid: Grid
    layout: Layout
    terms: Terms
    tema: str | None
    is_first: bool
    log: IssueLog

    def settle(self, kinds: Mapping[int, RowKind]) -> dict[int, RowKind]:
        """Make lines of the headings that are none, and tell of every doubt."""
        settled = dict(kinds)
        temaer = self._temaer(kinds)
        plain = self._plain(temaer, kinds)
        current = self.tema if self.is_first else None  # below a repeated header the heading is repeated too
        for number, tema in temaer.items():
            reason = self._why_line(number, tema == current, temaer, plain, kinds) if number in plain else None
            if reason:
                self._tell("tema-as-line", number, reason)
            if reason is None:
                current = tema
            else:
                settled[number] = RowKind.LINE
        self._tell_a_lone_empty(temaer, plain, settled)
        return settled

    def _tell_a_lone_empty(self, temaer: Mapping[int, str], plain: set[int], kinds: Mapping[int, RowKind]) -> None:
        """Tell of the one heading that no line stands below; several are a list of all temaer."""
        headings = [number for number in temaer if kinds[number] is RowKind.SECTION]
        lines = [number for number, kind in kinds.items() if kind is RowKind.LINE]
        ends = [*headings, max(kinds, default=0) + 1][1:]
        empty = [n for n, end in zip(headings, ends, strict=True) if not any(n < line < end for line in lines)]
        if len(empty) == 1 and empty[0] in plain:
            self._tell("tema-without-lines", empty[0])

    def _temaer(self, kinds: Mapping[int, RowKind]) -> dict[int, str]:
        sections = [number for number, kind in kinds.items() if kind is RowKind.SECTION]
        named = ((n, find_named(cell.text, self.terms.tema)) for n in sections for cell in self.grid.texts(n))
        return {number: tema.key for number, tema in named if tema is not None}

    def _plain(self, temaer: Mapping[int, str], kinds: Mapping[int, RowKind]) -> set[int]:
        """Find the names that look like lines, with no introduction and no number of a section."""
        look = RowClassifier(self.grid, self.layout, self.terms).look
        lines = {look(number) for number, kind in kinds.items() if kind is RowKind.LINE}
        titles = {number: normalised(self.grid.text(number, self.layout.fields["title"])) for number in temaer}
        return {n for n, tema in temaer.items() if titles[n] == normalised(tema) and look(n) in lines}

    def _why_line(
        self, number: int, is_begun: bool, temaer: Mapping[int, str], plain: set[int], kinds: Mapping[int, RowKind]
    ) -> str | None:
        """Say why a plain name is rather a line, nothing where that is certain; None when it is rather a heading."""
        others = [other for other in temaer if other != number]
        is_below_lines = any(kind is RowKind.LINE and n < number for n, kind in kinds.items())
        is_alone = not others and self.tema is None and len(self.grid.texts(number)) == 1
        reasons = {
            "": len(plain) < len(temaer) or self._holds_more(number) or self._counts_on(number, kinds),
            "temaet allerede er begyndt": is_begun,
            "der står beløb i rækken": self._has_amounts(number) and not any(map(self._has_amounts, others)),
            "rækken er farvet som en indsats": self._is_coloured(number),
            "tabellen ikke har andre temaer, og der står indsatser før den": is_alone and is_below_lines,
        }
        return next((reason for reason, holds in reasons.items() if holds), None)

    def _is_coloured(self, number: int) -> bool:
        light = self.layout.light
        cell = self.grid.rows[number].get(light.number or 0)
        return cell is not None and light_of(cell.fill) is not None and not light.shared_fill_is_background

    def _holds_more(self, number: int) -> bool:
        """Tell whether more than the name is given: a field of its own, or the tema itself in the column for it."""
        fields = {name: column for name, column in self.layout.fields.items() if name not in NAMING}
        light = {"light": self.layout.light.number} if self.layout.light.number else {}
        cells = ((name, self.grid.cell(number, column)) for name, column in (fields | light).items())
        return any(cell is not None and cell.text and (cell.row == number or name == "tema") for name, cell in cells)

    def _has_amounts(self, number: int) -> bool:
        return any(self.grid.text(number, column) for column, _ in self.layout.amounts.values())

    def _counts_on(self, number: int, kinds: Mapping[int, RowKind]) -> bool:
        own = self._running_number(number)
        lines = [n for n, kind in kinds.items() if kind is RowKind.LINE]
        before = [self._running_number(n) for n in lines if n < number][-1:]
        after = [self._running_number(n) for n in lines if n > number][:1]
        return own is not None and before == [own - 1] and after in ([], [own + 1])

    def _running_number(self, number: int) -> int | None:
        left = [cell.text for cell in self.grid.texts(number) if cell.column < self.layout.fields["title"]]
        return int(left[0]) if left and left[0].isdecimal() else None

    def _tell(self, kind: str, number: int, reason: str = "") -> None:
        cell = self.grid.cell(number, self.layout.fields["title"])
        if cell is not None:
            self.log.tell(kind, cell.reference, cell.text, detail=reason)
