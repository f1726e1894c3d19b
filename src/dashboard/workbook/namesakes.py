"""Rows with only a tema's name: its heading, or an indsats that is called the same ("Norddjurs i bevægelse")."""

from collections.abc import Mapping
from dataclasses import dataclass

from dashboard.domain.identity import normalised
from dashboard.domain.terms import Terms
from dashboard.workbook.colour import light_of
from dashboard.workbook.grid import Grid
from dashboard.workbook.issue_log import IssueLog
from dashboard.workbook.layout import Layout
from dashboard.workbook.row_kinds import RowClassifier, RowKind
from dashboard.workbook.words import find_named

BEGUN = "temaet allerede er begyndt"
AMOUNTS = "der står beløb i rækken"
COLOURED = "rækken er farvet som en indsats"
OF_THE_TITLE = ("title", "code", "number", "parent")
ALONE = "tabellen ikke har andre temaer, og der står indsatser før den"


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
        temaer = {
            number: tema for number, kind in kinds.items() if kind is RowKind.SECTION and (tema := self._tema(number))
        }
        plain = set(self._plain(temaer, kinds))
        current = self.tema if self.is_first else None  # below a repeated header the heading is repeated too
        for number, tema in temaer.items():
            reason = self._doubtful_line(number, tema, current, temaer, kinds) if number in plain else None
            others_are_marked = any(other not in plain for other in temaer)
            if number in plain and (others_are_marked or self._holds_more(number) or self._counts_on(number, kinds)):
                settled[number] = RowKind.LINE
            elif reason is not None:
                settled[number] = RowKind.LINE
                self._tell("tema-as-line", number, reason)
            else:
                current = tema
        empty = [
            number for number in temaer if settled[number] is RowKind.SECTION and _is_empty(number, temaer, settled)
        ]
        if len(empty) == 1 and empty[0] in plain:  # several are a list of all temaer
            self._tell("tema-without-lines", empty[0])
        return settled

    def _tema(self, number: int) -> str | None:
        named = [find_named(cell.text, self.terms.tema) for cell in self.grid.texts(number)]
        return next((tema.key for tema in named if tema is not None), None)

    def _plain(self, temaer: Mapping[int, str], kinds: Mapping[int, RowKind]) -> list[int]:
        """Find the names that look like lines, with no introduction and no number of a section."""
        look = RowClassifier(self.grid, self.layout, self.terms).look
        lines = {look(number) for number, kind in kinds.items() if kind is RowKind.LINE}
        titles = {number: normalised(self.grid.text(number, self.layout.fields["title"])) for number in temaer}
        return [n for n, tema in temaer.items() if titles[n] == normalised(tema) and look(n) in lines]

    def _doubtful_line(
        self, number: int, tema: str, current: str | None, temaer: Mapping[int, str], kinds: Mapping[int, RowKind]
    ) -> str | None:
        """Say why a name is rather a line; None when it is rather a heading."""
        if tema == current:
            return BEGUN
        others = [other for other in temaer if other != number]
        if self._has_amounts(number) and not any(map(self._has_amounts, others)):
            return AMOUNTS
        cell = self.grid.cell(number, self.layout.light.number) if self.layout.light.number else None
        if cell is not None and cell.row == number and light_of(cell.fill) and not self._is_banding():
            return COLOURED
        before = [n for n, kind in kinds.items() if kind is RowKind.LINE and n < number]
        only_the_name = len(self.grid.texts(number)) == 1
        return ALONE if before and not others and self.tema is None and only_the_name else None

    def _is_banding(self) -> bool:
        return self.layout.light.shared_fill_is_background

    def _holds_more(self, number: int) -> bool:
        """Tell whether more than the name is given: a field of its own, or the tema itself in the column for it."""
        fields = {
            name: column
            for name, column in self.layout.fields.items()
            if name not in ("title", "code", "number", "parent")
        }
        light = {"light": self.layout.light.number} if self.layout.light.number else {}
        cells = ((name, self.grid.cell(number, column)) for name, column in (fields | light).items())
        return any(cell is not None and cell.text and (cell.row == number or name == "tema") for name, cell in cells)

    def _has_amounts(self, number: int) -> bool:
        return any(self.grid.text(number, column) for column, _ in self.layout.amounts.values())

    def _counts_on(self, number: int, kinds: Mapping[int, RowKind]) -> bool:
        """Tell whether the row's number lies between those of the lines around it."""
        own = self._running_number(number)
        lines = {n: self._running_number(n) for n, kind in kinds.items() if kind is RowKind.LINE}
        before = [running for n, running in lines.items() if n < number]
        after = [running for n, running in lines.items() if n > number]
        return own is not None and before[-1:] == [own - 1] and after[:1] in ([], [own + 1])

    def _running_number(self, number: int) -> int | None:
        left = [cell.text for cell in self.grid.texts(number) if cell.column < self.layout.fields["title"]]
        return int(left[0]) if left and left[0].isdecimal() else None

    def _tell(self, kind: str, number: int, reason: str = "") -> None:
        cell = self.grid.cell(number, self.layout.fields["title"])
        if cell is not None:
            self.log.tell(kind, cell.reference, cell.text, detail=reason)


def _is_empty(number: int, temaer: Mapping[int, str], kinds: Mapping[int, RowKind]) -> bool:
    """Tell whether no line stands between a heading and the next tema's."""
    end = next((n for n in temaer if n > number and kinds[n] is RowKind.SECTION), max(kinds) + 1)
    return not any(kind is RowKind.LINE for n, kind in kinds.items() if number < n < end)
