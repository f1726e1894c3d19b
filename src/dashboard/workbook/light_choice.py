"""Where the light of a table stands: in the column that has the role, in one for each light, or in a coloured one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from dashboard.domain.cell_name import column_name
from dashboard.domain.half_step import half_step
from dashboard.domain.month import Month
from dashboard.domain.period import named_months
from dashboard.domain.reading_answer import OTHER
from dashboard.domain.table_answers import TableAnswers
from dashboard.domain.terms import terms
from dashboard.domain.words import claims_a_light, is_misspelt_light, sign_of
from dashboard.workbook.colour import is_pale, light_of
from dashboard.workbook.column_values import TableColumn
from dashboard.workbook.grid import GridCell
from dashboard.workbook.header import Table
from dashboard.workbook.legend import Legend
from dashboard.workbook.light_column import (
    LightColumn,
    LightWords,
    beside_titles,
    may_be_a_light,
    shown_light,
    written_in,
)  # fmt: skip
from dashboard.workbook.roles import NOTHING, may_as_well_be, says_overall
from dashboard.workbook.sheet_reading import SheetReading

FEWEST_STRIPED = 4  # lines


@dataclass(frozen=True)
class LightChooser:
    """Chooses where the light of one table is read, its columns being weighed and assigned."""

    table: Table
    columns: Sequence[TableColumn]
    roles: Mapping[int, str]
    title: int
    month: Month | None
    legend: Legend
    answers: TableAnswers
    log: SheetReading

    def choose(self) -> LightColumn:
        """Choose; what two columns say otherwise of one line, or one says against its heading, is asked."""
        chosen = next(iter(self._with_role("light")), None)
        if "light" in self.answers.none:
            return self._without()
        if chosen is not None and self.answers.settles("light"):
            return self._read(chosen)
        marks = {c.heading.light: c.number for c in self._with_role("light_mark") if c.heading.light}
        if len(marks) > 1:
            return LightColumn(marks=marks)
        return self._said(chosen) or self._of_another_month(chosen) or self._by_colour(chosen)

    def _with_role(self, role: str) -> list[TableColumn]:
        return [column for column in self.columns if self.roles[column.number] == role]

    def _read(self, chosen: TableColumn) -> LightColumn:
        is_prose = chosen.heading.field == "status" and not self.answers.settles("light")
        cells = beside_titles(self.table.grid, chosen.number, self.table.rows, self.title)
        fills = {cell.fill for cell, _ in cells}
        light = light_of(fill) if len(fills) == 1 and (fill := fills.pop()) and is_pale(fill) else None
        if light and len(cells) >= FEWEST_STRIPED and not chosen.texts:
            self.log.tell("one-colour", chosen.heading.reference, terms().lights[light].word.lower())
        known = self.answers.words
        return written_in(self.table.grid, chosen.number, cells, self.legend, known, is_prose=is_prose)

    def _plainly(self, number: int, words: LightWords = "light") -> LightColumn:
        cells = beside_titles(self.table.grid, number, self.table.rows, self.title)
        return LightColumn(number, words, legend=self.legend, cells=cells)

    def _without(self) -> LightColumn:
        if self.answers.table is None and "light" not in self.answers.none:
            titles = [self.table.grid.text(row, self.title) for row in self.table.rows]
            headings = [column.heading for column in self.columns]
            self.log.unlit.append(self.answers.ask_about_table(headings, list(filter(None, titles))))
        elif self.answers.table != OTHER:
            self.log.tell("no-light-column")
        return LightColumn()

    def _said(self, chosen: TableColumn | None) -> LightColumn | None:
        """Read the column that has the role, where anything in it is a light; of several that agree the fullest."""
        if chosen is None or not self._speaks(chosen):
            return None
        rivals = [column for column in self._alike(chosen) if _differ(chosen, column)]
        if rivals:
            other, named = rivals[-1].heading.header, chosen.heading.name
            return self._ask("two-light-columns", [chosen, *rivals], other, named, proposed=chosen.number)
        agreeing = [column for column in self.columns if "light" in column.weights and _repeats(column, chosen)]
        # the fullest says something in the most rows, in a colour that a legend explains too
        said = [
            {*c.shown, *(cell.row for cell in c.cells if self.legend.meaning(cell.fill))} for c in (chosen, *agreeing)
        ]
        return self._read((chosen, *agreeing)[said.index(max(said, key=len))])

    def _speaks(self, column: TableColumn) -> bool:
        """Tell whether a column that may hold the light does: anything in its own, else fills or such words."""
        texts, lights = column.texts, [light for light in column.shown.values() if light.is_reported]
        is_lit = any(shown_light(c) or self.legend.meaning(c.fill) or c.blend for c in column.cells)
        if is_lit and not self._is_striped(column):
            return True
        if any((row, column.number) in self.table.grid.unread_rules for row in self.table.rows):
            return True
        if not texts or column.heading.field == "light":
            return bool(texts)
        shares = column.shares
        is_code = shares["coded"] > 0 or max(map(len, map(sign_of, texts))) <= 2
        is_counted = shares["dates"] + shares["numbers"] > 0.5  # as days and amounts are
        if shares["scale"] or (is_code and not is_counted) or len(lights) > 1 or len(column.shown) * 2 >= len(texts):
            return True
        tests = claims_a_light, half_step, may_be_a_light, is_misspelt_light
        return any(test(text) for text in texts for test in tests)

    def _alike(self, chosen: TableColumn) -> list[TableColumn]:
        """Find the columns whose heading and values say nearly as much for the light as those of the chosen one."""
        is_overall = says_overall(chosen.heading.header)
        is_sure = chosen.heading.exact and not is_overall
        settled, alike = {chosen.number, *self.answers.roles}, []
        for column in (column for column in self.columns if column.number not in settled):
            light, shares = column.weights.get("light", 0), column.shares
            if "aspect" in column.weights:
                is_alike = not (is_sure or is_overall)
            elif is_sure and column.heading.exact and light and shares["lights"] + shares["lit"] > 0.5:
                is_alike = light == max(column.weights.values())
            else:
                is_alike = light > 0 and may_as_well_be("light", column, self.columns, self.answers.roles)
            alike += [column] if is_alike else []
        return alike

    def _of_another_month(self, chosen: TableColumn | None) -> LightColumn | None:
        """Say that there are lights of other months only, where the month is known."""
        if self.month is None or (chosen and (chosen.heading.field == "light" or not chosen.shares["words"])):
            return None
        dated = [c for c in self._with_role("previous") if c.lights and named_months(c.heading.header)]
        if not dated:
            return None
        return self._ask("no-column-of-the-month", dated, dated[0].heading.header, self.month.label)

    def _by_colour(self, empty: TableColumn | None) -> LightColumn:
        """Look for the lights in the fills of other columns, where no column that should hold them does.

        A heading that says something else of a coloured column must be asked about, and so must labels or a column in
        one light beside an empty column with the right heading: they may be only for the eye.
        """
        if empty is not None and named_months(empty.heading.header):
            return self._plainly(empty.number)
        coloured = self._coloured()
        alone = self._coloured_alone(coloured)
        if alone and not self._is_striped(alone) and (empty is None or self._are_lights(alone)):
            is_other = alone.number == self.title or self.roles[alone.number] != NOTHING
            self.log.tell("light-column-by-colour", detail=column_name(alone.heading.row, alone.number))
            return self._plainly(alone.number, "other" if is_other else "text")
        if coloured:
            asked = [column for column in self.columns if column.number in coloured or column is empty]
            plain = [column for column in asked if not self._is_striped(column)]
            likely = (c.number for role in ("light", NOTHING, "aspect") for c in plain if self.roles[c.number] == role)
            return self._ask_which(asked, next(likely, None))
        if empty is not None and self._is_striped(empty):
            return self._ask_which([empty], None)
        if empty is not None and (empty.heading.field == "light" or not empty.texts):
            return self._plainly(empty.number)
        former = [column for column in self._with_role("previous") if column.lights]
        unread = [column for column in self._with_role(NOTHING) if not column.heading.is_period]
        asked = former or [column for column in unread if column.heading.weights.keys() & {"light", "status"}]
        if empty is not None:
            asked = [empty] if not empty.shares["words"] else []  # days or numbers where the light should be
        return self._ask_which(asked, None) if asked else self._without()

    def _is_striped(self, column: TableColumn) -> bool:
        """Tell whether every other line has the same fill, one that is a light: it only parts the lines."""
        lines = [row for row in self.table.rows if self.table.grid.text(row, self.title)]
        fills = [cell.fill if (cell := self.table.grid.cell(row, column.number)) else None for row in lines]
        odd, even = set(fills[::2]), set(fills[1::2])
        is_every_other = len(fills) >= FEWEST_STRIPED and len(odd) == len(even) == 1 and odd != even
        return is_every_other and len({*map(light_of, fills)} - {None}) == 1

    def _are_lights(self, alone: TableColumn) -> bool:
        """Tell whether fills differ as lights do, and not with the labels that stand in them."""
        is_label = alone.number != self.title and bool(alone.texts)
        return not is_label and len(set(map(shown_light, alone.cells)) - {None}) > 1

    def _ask_which(self, asked: Sequence[TableColumn], likely: int | None) -> LightColumn:
        letter, names = (
            column_name(asked[0].heading.row, likely or asked[0].number),
            ", ".join(c.heading.name for c in asked),
        )
        return self._ask("which-light", asked, letter, names, proposed=likely)

    def _coloured(self) -> dict[int, int]:
        """Count the cells that are lights by fill, or by word where most are, in columns with many or unlike ones."""
        n = sum(bool(self.table.grid.text(row, self.title)) for row in self.table.rows)
        settled = {*self.answers.roles, *(c.number for role in ("previous", "light") for c in self._with_role(role))}
        found = {c.number: [light for cell in c.cells if (light := shown_light(cell))] for c in self.columns}
        found |= {c.number: list(c.shown.values()) for c in self.columns if c.shares["lights"] > 0.5}
        lit = {number: lights for number, lights in found.items() if number not in settled}
        return {number: len(lights) for number, lights in lit.items() if len(set(lights)) > 1 or len(lights) * 2 > n}

    def _coloured_alone(self, coloured: dict[int, int]) -> TableColumn | None:
        """Give the one coloured column that nothing speaks against; the title's where whole rows are coloured."""
        best = [number for number, total in coloured.items() if total == max(coloured.values())]
        found = [c for c in self.columns if c.number in coloured and (c.number == self.title or not c.heading.weights)]
        if len(best) > 1 and self.title in best:
            return next(column for column in found if column.number == self.title)
        return found[0] if len(coloured) == 1 and found else None

    def _ask(
        self, kind: str, asked: Sequence[TableColumn], value: str, detail: str, *, proposed: int | None = None
    ) -> LightColumn:
        samples = [(column.heading, [_sample(cell) for cell in column.cells]) for column in asked]
        question = self.answers.ask_for_column("light", samples, proposed=proposed)
        self.log.ask([question], kind, asked[-1].heading.reference, value, detail=detail)
        return LightColumn()


def _differ(one: TableColumn, other: TableColumn) -> bool:
    return any(light is not one.shown.get(row, light) for row, light in other.shown.items())


def _repeats(one: TableColumn, other: TableColumn) -> bool:
    """Tell whether a column of lights says the same as another, for most of its lines at least."""
    both = len(one.shown.keys() & other.shown.keys())
    is_best = one.weights["light"] == max(one.weights.values())
    return is_best and not _differ(one, other) and both * 2 >= len(other.shown) > 0


def _sample(cell: GridCell) -> str:
    light = shown_light(cell)
    return cell.text or (f"({terms().lights[light].word.lower()})" if light else "")
