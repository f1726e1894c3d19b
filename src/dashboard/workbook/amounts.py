"""The amounts of a table's lines: as their cells show them, in the unit that is said or seen, and what is doubtful."""

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from dashboard.domain.amount import only_unit, own_unit, read_amount
from dashboard.domain.heading_words import USUAL_HEADER, Column
from dashboard.domain.identity import normalised
from dashboard.domain.words import is_ditto
from dashboard.workbook.amount_columns import rows_above, texts_above
from dashboard.workbook.cell_text import as_text
from dashboard.workbook.formula import Place
from dashboard.workbook.grid import Grid, GridCell
from dashboard.workbook.light_column import here
from dashboard.workbook.sheet_reading import SheetReading

DECIMALS = 3  # to the krone
LEAST, FAR_TOO_MUCH = Decimal("0.1"), 1_000_000  # 100 kr. and 1 mia. kr., for one line
PLAINLY_KRONER = 100_000  # 100 mio. kr., were it 1.000 kr.
FEW = 10  # so little that nobody would plan for a part of it in 1.000 kr.
USUAL = 100  # so much that it is no number of millions
SAVINGS = re.compile(r"\b(?:netto)?(?:besparelse|reduktion|effektivisering|mindreudgift)")
SIGN_SAID = re.compile(r"\bminus|negativ|fortegn")
OF_BOTH_SIGNS = re.compile(r"merudgift|invester|udvid|udgifter|omkostning|tilfør|\([-–+]\)|\bminus|negativ|fortegn")
UNIT_HEADINGS = frozenset({"enhed", "enheder", "beløbsenhed", "beløb i", "beløb angivet i", "angivet i", "unit"})
SEVERAL, NEARLY_ALL = 3, 0.8  # lines, and their share, that say nothing but a unit in a column of units


class SeenAmount(NamedTuple):
    """An amount as it is seen; ``stored`` is the number behind a format that shows thousands or millions of it."""

    cell: GridCell
    number: Decimal
    unit: Decimal | None
    stored: Decimal | None

    @property
    def is_sized(self) -> bool:
        """Tell whether its own unit leaves no doubt: millions or thousands."""
        return self.unit is not None and self.unit >= 1

    @property
    def is_kroner(self) -> bool:
        """Tell whether it only says kr., which many write for thousands too."""
        return self.unit is not None and self.unit < 1

    def is_kroner_by_format(self, unit: Decimal | None) -> bool:
        """Tell whether it only says kr. by its format, in a column that is said to be of thousands or millions."""
        is_number = isinstance(self.cell.value, int | float)
        return self.is_kroner and is_number and self.stored is None and unit is not None and unit >= 1

    def is_doubtful(self, unit: Decimal | None, *, are_kroner: bool, are_usual: bool) -> bool:
        """Tell whether it may as well be in another unit than the one of its column that it is read in.

        ``are_usual`` tells that amounts in this unit are as great as amounts are: a small one says nothing then.
        """
        if self.is_sized or not self.number:
            return False
        if self.stored is not None and unit is not None:
            return round(self.number * unit, 3) not in (round(self.stored / 1000, 3), round(self.stored, 3))
        if unit is not None:
            read = abs(self.in_thousands(unit, are_kroner=are_kroner))
            is_likely = (are_usual or read >= LEAST) and read < FAR_TOO_MUCH
            return not is_likely or (self.is_kroner and are_kroner and unit >= 1 and not self.is_kroner_by_format(unit))
        if are_kroner:
            return self.is_kroner == (self.stored is not None)
        is_of_millions = not are_usual and abs(self.number) < FEW and self.number % 1 != 0
        return self.is_kroner or self.stored is not None or is_of_millions or abs(self.number) >= PLAINLY_KRONER

    def in_thousands(self, unit: Decimal | None, *, are_kroner: bool) -> Decimal:
        """Give it in 1.000 kr., in a column of this unit."""
        if self.is_sized:
            return self.number
        if are_kroner and unit is None and (self.is_kroner or self.stored is not None):
            return (self.number if self.stored is None else self.stored) / 1000
        if are_kroner and self.is_kroner and self.stored is None and not self.is_kroner_by_format(unit):
            return self.number / 1000
        return self.number * (unit or 1)


def seen_amount(cell: GridCell) -> SeenAmount | None:
    """Read an amount as its cell shows it; None where it shows none."""
    stored = read_amount(cell.value) if isinstance(cell.value, int | float) else None
    is_as_stored = cell.text == as_text(cell.value)
    number = read_amount(cell.value if is_as_stored or stored == 0 else cell.text)
    if number is None:
        return None
    unit = None if stored is not None and is_as_stored else own_unit(cell.text)
    is_scaled = stored is not None and abs(number) * 100 < abs(stored)
    return SeenAmount(cell, number, unit, stored if is_scaled else None)


def _says_savings(text: str) -> bool:
    words = normalised(text) if len(text) <= USUAL_HEADER else ""
    return SAVINGS.search(words) is not None and not OF_BOTH_SIGNS.search(words)


@dataclass(frozen=True)
class AmountReader:
    """Reads the amounts of a table's lines; ``columns`` are the column and the unit of each year, as it is said.

    ``headings`` are those of all columns of the table.
    """

    grid: Grid
    headings: Mapping[int, Column]
    columns: Mapping[int, tuple[int, Decimal | None]]
    lines: Sequence[int]
    log: SheetReading

    def read(self, row: int, places: dict[str, str]) -> dict[int, Decimal]:
        """Read the amount of each year that has one, and note in which cell it stands."""
        amounts = {}
        for year, (column, unit) in self.columns.items():
            cell = self.grid.cell(row, column)
            unit = self._own.get(row, unit)
            if cell is None or not (any(map(str.isalnum, cell.text)) or is_ditto(cell.text)):
                continue
            if (seen := self._seen.get((row, column))) is None:
                self.log.tell("unreadable-amount", cell.reference, cell.text)
            else:
                amounts[year] = round(seen.in_thousands(unit, are_kroner=self.are_kroner), DECIMALS)
                places[str(year)] = cell.reference
        return amounts

    def tell_doubts(self) -> None:
        """Tell once of a unit that is not clear, of savings that have no minus, and of a minus that nobody sees."""
        is_said_of_some = any(unit not in (None, 1) for _, unit in self.columns.values())
        for seen, unit in self._all:
            is_left_out = is_said_of_some and unit is None and seen.number and not seen.is_sized
            if is_left_out or seen.is_doubtful(unit, are_kroner=self.are_kroner, are_usual=unit in self.usual):
                read = as_text(float(seen.in_thousands(unit, are_kroner=self.are_kroner)))
                self.log.tell("amount-unit-unclear", seen.cell.reference, seen.cell.text, detail=read)
                break
        yearly = [self.headings[column] for column, _ in self.columns.values()]
        above = {row for heading in yearly for row in rows_above(self.grid, heading)}
        self._tell_unseen_minus(yearly)
        if not any(SIGN_SAID.search(normalised(cell.text)) for row in above for cell in self.grid.texts(row)):
            self._tell_savings(yearly)

    def _tell_unseen_minus(self, yearly: Sequence[Column]) -> None:
        """Tell once of amounts below zero that look like others above it, but not of savings that are all below it."""
        doubtful = []
        for heading in yearly:
            seen = self._seen_in(heading)
            are_savings = self._called_savings(heading, yearly) and all(each.number < 0 for each in seen)
            doubtful += [each.cell for each in seen if each.cell.hides_minus and not are_savings]
        if doubtful:
            first, *more = doubtful
            self.log.tell("minus-unseen", first.reference, as_text(first.value), detail=here(len(more)))

    def _seen_in(self, heading: Column) -> list[SeenAmount]:
        return [seen for (_, column), seen in self._seen.items() if column == heading.number and seen.number]

    def _called_savings(self, heading: Column, yearly: Sequence[Column]) -> str | None:
        texts = [heading.header, *texts_above(self.grid, heading, yearly)]
        return next((text for text in texts if _says_savings(text)), None)

    def _tell_savings(self, yearly: Sequence[Column]) -> None:
        """Tell of the first column of savings that has no minus, where nobody says which sign they have."""
        for heading in sorted(yearly, key=lambda heading: heading.number):
            said = self._called_savings(heading, yearly)
            numbers = [seen.number for seen in self._seen_in(heading)]
            if said and numbers and min(numbers) > 0:
                self.log.tell("savings-without-minus", heading.reference, said)
                return

    @cached_property
    def are_kroner(self) -> bool:
        """Tell whether amounts with kr. are kroner, since one of them would be far too much in 1.000 kr."""
        return any(
            abs(seen.number if seen.stored is None else seen.stored) >= PLAINLY_KRONER
            for seen, unit in self._all
            if (unit is None and seen.stored is not None and not seen.is_sized)
            or ((unit is None or unit >= 1) and seen.is_kroner and not seen.is_kroner_by_format(unit))
        )

    @cached_property
    def usual(self) -> Set[Decimal | None]:
        """Give the units in which some amount is as great as amounts are; None for those that nobody says."""
        kroner = self.are_kroner
        return {
            unit
            for seen, unit in self._all
            if not seen.is_sized and abs(seen.number) >= USUAL and abs(seen.in_thousands(unit, are_kroner=kroner)) >= 1
        }

    @cached_property
    def _all(self) -> Sequence[tuple[SeenAmount, Decimal | None]]:
        """Give all amounts, each with the unit that is said of it."""
        units = dict(self.columns.values())
        return [(seen, self._own.get(row, units[column])) for (row, column), seen in self._seen.items()]

    @cached_property
    def _seen(self) -> Mapping[Place, SeenAmount]:
        """Give the amounts of all lines by row and column, column by column."""
        places = ((row, column) for column, _ in self.columns.values() for row in self.lines)
        cells = ((place, self.grid.cell(*place)) for place in places)
        seen = ((place, seen_amount(cell)) for place, cell in cells if cell is not None)
        return {place: amount for place, amount in seen if amount is not None}

    @cached_property
    def _own(self) -> Mapping[int, Decimal]:
        """Give the unit of each line that says it in a column of its own."""
        cells = [cell for number in self.headings for cell in self._units_in(number)]
        return {cell.row: unit for cell in cells if (unit := only_unit(cell.text)) is not None}

    def _units_in(self, number: int) -> list[GridCell]:
        """Give the cells of a column whose heading says that units stand there, or where nothing else does."""
        if number in {column for column, _ in self.columns.values()}:
            return []
        cells = [cell for row in self.lines if (cell := self.grid.cell(row, number)) is not None and cell.text]
        if normalised(self.headings[number].header) in UNIT_HEADINGS:
            return cells
        are_most = len(cells) >= SEVERAL and len(cells) >= NEARLY_ALL * len(self.lines)
        are_units = are_most and all(only_unit(cell.text) is not None for cell in cells)
        return cells if are_units and not all(cell.text[0].isdigit() for cell in cells) else []  # not all are amounts
