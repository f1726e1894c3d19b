"""Where the light of a table stands: in the column that has the role, in one for each light, or in a coloured one."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from dashboard.domain.cell_name import column_letter
from dashboard.domain.half_step import half_step
from dashboard.domain.heading_words import Column, role_weights
from dashboard.domain.identity import normalised
from dashboard.domain.issue import Issue, issue
from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.domain.period import named_months
from dashboard.domain.reading_answer import Question
from dashboard.domain.table_answers import TableAnswers, ask_for_column
from dashboard.domain.terms import Terms
from dashboard.domain.words import claims_a_light, light_word, sign_of
from dashboard.workbook.grid import Grid, GridCell
from dashboard.workbook.legend import Legend
from dashboard.workbook.light_column import LightColumn, column_cells, may_be_a_light, shown_light, written_in
from dashboard.workbook.roles import NOTHING, OVERALL, Assignment, WeighedColumn, assign


@dataclass(frozen=True)
class LightChoice:
    """Where the light stands, what is told of it, and what must be asked before it is certain."""

    column: LightColumn = field(default_factory=LightColumn)
    issues: tuple[Issue, ...] = ()
    questions: tuple[Question, ...] = ()


@dataclass(frozen=True)
class LightChooser:
    """Chooses where the light of one table is read, its columns being weighed and assigned."""

    grid: Grid
    columns: Sequence[WeighedColumn]
    assigned: Assignment
    rows: Sequence[int]
    title: int
    month: Month | None
    legend: Legend
    answers: TableAnswers
    terms: Terms

    def choose(self) -> LightChoice:
        """Choose; what two columns say otherwise of one line, or one says against its heading, is asked."""
        chosen = next((column for column in self.columns if self._role(column) == "light"), None)
        if "light" in self.answers.none:
            return self._without()
        if chosen is not None and self.answers.settles("light"):
            return self._read(chosen)
        return self._in_marks() or self._said(chosen) or self._of_another_month(chosen) or self._by_colour(chosen)

    def _role(self, column: WeighedColumn) -> str:
        return self.assigned.roles[column.number]

    def _read(self, chosen: WeighedColumn) -> LightChoice:
        is_prose = chosen.column.field == "status" and not self.answers.settles("light")
        grid, rows, words = self.grid, self.rows, self.answers.words
        return LightChoice(
            written_in(grid, chosen.number, rows, self.title, self.legend, words, self.terms, is_prose=is_prose)
        )

    def _empty(self, number: int) -> LightChoice:
        return LightChoice(LightColumn(number, legend=self.legend))

    def _without(self) -> LightChoice:
        return LightChoice(LightColumn(), (issue("no-light-column", sheet=self.grid.sheet),))

    def _in_marks(self) -> LightChoice | None:
        marks = {c.column.light: c.number for c in self.columns if self._role(c) == "light_mark" and c.column.light}
        return LightChoice(LightColumn(marks=marks)) if len(marks) > 1 else None

    def _said(self, chosen: WeighedColumn | None) -> LightChoice | None:
        """Read the column that has the role, where anything in it is a light; of several that agree the fullest."""
        if chosen is None or not self._speaks(chosen):
            return None
        rivals = [column for column in self._alike(chosen) if _differ(chosen, column)]
        if rivals:
            other, named = rivals[-1].column, _named(chosen.column)
            return self._ask("two-light-columns", [chosen, *rivals], other.header, named, proposed=chosen.number)
        agreeing = [column for column in self.columns if "light" in column.weights and _repeats(column, chosen)]
        return self._read(max([chosen, *agreeing], key=lambda column: len(column.values.shown)))

    def _speaks(self, column: WeighedColumn) -> bool:
        """Tell whether a column that may hold the light does: anything in its own, else fills or such words."""
        cells = column_cells(self.grid, column.number, self.rows)
        texts = [cell.text for cell in cells if cell.text]
        if any(shown_light(c) or self.legend.meaning(c.fill) or c.blend or c.conditional for c in cells):
            return True
        if not texts or column.column.field == "light":
            return bool(texts)
        is_code = max(column.values.shares["coded"], column.values.shares["scale"]) > 0
        return is_code or max(map(len, map(sign_of, texts))) <= 2 or self._are_lights(texts)

    def _are_lights(self, texts: Sequence[str]) -> bool:
        said = [light_word(text, self.terms) for text in texts]
        lights = sum(light is not None and light.is_reported for light in said)
        if lights > 1 or (lights + said.count(Light.DONE)) * 2 >= len(texts):
            return True
        tests = claims_a_light, half_step, may_be_a_light
        return any(test(text, self.terms) for text in texts for test in tests)

    def _alike(self, chosen: WeighedColumn) -> list[WeighedColumn]:
        """Find the columns whose heading and values say nearly as much for the light as those of the chosen one."""
        is_overall = not OVERALL.isdisjoint(normalised(chosen.column.header).split())
        settled = {chosen.number, *self.answers.roles}
        others = [column for column in self.columns if column.number not in settled]
        return [column for column in others if self._is_alike(column, chosen.column, is_overall=is_overall)]

    def _is_alike(self, column: WeighedColumn, chosen: Column, *, is_overall: bool) -> bool:
        light, shares = column.weights.get("light", 0), column.values.shares
        if "aspect" in column.weights:
            return not (chosen.exact or is_overall)
        if chosen.exact and not is_overall and column.column.exact and light and shares["lights"] + shares["lit"] > 0.5:
            return light == max(column.weights.values())
        fixed = {**self.answers.roles, column.number: "light"}
        return light > 0 and assign(self.columns, fixed).total > self.assigned.total - role_weights()["near"]

    def _of_another_month(self, chosen: WeighedColumn | None) -> LightChoice | None:
        """Say that there are lights of other months only, where the month is known."""
        if self.month is None or (chosen and (chosen.column.field == "light" or not chosen.values.shares["words"])):
            return None
        former = [column for column in self.columns if self._role(column) == "previous" and column.values.lights]
        dated = [column for column in former if named_months(column.column.header)]
        if not dated:
            return None
        return self._ask("no-column-of-the-month", dated, dated[0].column.header, self.month.label)

    def _by_colour(self, empty: WeighedColumn | None) -> LightChoice:
        """Look for the lights in the fills of other columns, where no column that should hold them does.

        A heading that says something else of a coloured column must be asked about.
        """
        if empty is not None and named_months(empty.column.header):
            return self._empty(empty.number)
        coloured = self._coloured()
        alone = self._coloured_alone(coloured)
        if alone is not None:
            is_other = alone.number == self.title or self._role(alone) != NOTHING
            told = issue("light-column-by-colour", sheet=self.grid.sheet, detail=column_letter(alone.number))
            column = LightColumn(alone.number, "other" if is_other else "text", legend=self.legend)
            return LightChoice(column, (told,))
        if coloured:
            return self._ask_which(coloured, empty)
        if empty is not None and (empty.column.field == "light" or not empty.values.cells):
            return self._empty(empty.number)
        former = [c for c in self.columns if self._role(c) == "previous" and c.values.lights]
        unsure = [c for c in self.columns if self._role(c) == NOTHING and _is_said_to_be_one(c)]
        asked = former or unsure
        if asked and empty is None:
            return self._ask("which-light", asked, column_letter(asked[0].number), _named(asked[0].column))
        return self._without()

    def _ask_which(self, coloured: dict[int, int], empty: WeighedColumn | None) -> LightChoice:
        asked = [column for column in self.columns if column.number in coloured or column is empty]
        likely = next((c.number for c in asked if self._role(c) in ("aspect", "light", NOTHING)), None)
        letter, names = column_letter(likely or asked[0].number), ", ".join(_named(c.column) for c in asked)
        return self._ask("which-light", asked, letter, names, proposed=likely)

    def _coloured(self) -> dict[int, int]:
        """Count the cells that are filled as lights, in the columns where most are, or where the lights differ."""
        lines = [row for row in self.rows if self.grid.text(row, self.title)]
        lights = {c.number: self._shown(c.number, lines) for c in self.columns if self._may_be_coloured(c)}
        return {number: n.total() for number, n in lights.items() if len(n) > 1 or n.total() * 2 > len(lines)}

    def _may_be_coloured(self, column: WeighedColumn) -> bool:
        return self._role(column) not in ("previous", "light") and column.number not in self.answers.roles

    def _shown(self, number: int, lines: Sequence[int]) -> Counter[Light]:
        cells = (cell for row in lines if (cell := self.grid.rows[row].get(number)) is not None)
        return Counter(light for light in map(shown_light, cells) if light is not None)

    def _coloured_alone(self, coloured: dict[int, int]) -> WeighedColumn | None:
        """Give the one coloured column that nothing speaks against; the title's where whole rows are coloured."""
        best = [number for number, total in coloured.items() if total == max(coloured.values())]
        found = [c for c in self.columns if c.number in coloured and (c.number == self.title or not c.column.weights)]
        if len(best) > 1 and self.title in best:
            return next(column for column in found if column.number == self.title)
        return found[0] if len(coloured) == 1 and found else None

    def _ask(
        self, kind: str, asked: Sequence[WeighedColumn], value: str, detail: str, *, proposed: int | None = None
    ) -> LightChoice:
        cell = asked[-1].column.reference
        found = issue(kind, sheet=self.grid.sheet, cell=cell, value=value, detail=detail)
        samples = [(c.column, [_sample(cell, self.terms) for cell in c.values.cells]) for c in asked]
        question = ask_for_column(self.grid.sheet, "light", samples, self.answers, proposed=proposed)
        return LightChoice(LightColumn(), (found,), (question,))


def _is_said_to_be_one(column: WeighedColumn) -> bool:
    """Tell whether a heading says light of a column whose values say otherwise ("Status (G/G/R)" above 1, 2, 3)."""
    return not column.column.is_period and not column.column.weights.keys().isdisjoint(("light", "status"))


def _differ(one: WeighedColumn, other: WeighedColumn) -> bool:
    return any(light is not one.values.shown.get(row, light) for row, light in other.values.shown.items())


def _repeats(one: WeighedColumn, other: WeighedColumn) -> bool:
    """Tell whether a column of lights says the same as another, for most of its lines at least."""
    both = len(one.values.shown.keys() & other.values.shown.keys())
    is_best = one.weights["light"] == max(one.weights.values())
    return is_best and not _differ(one, other) and both * 2 >= len(other.values.shown) > 0


def _named(column: Column) -> str:
    return f"{column_letter(column.number)} ({column.header or 'uden overskrift'})"


def _sample(cell: GridCell, terms: Terms) -> str:
    light = shown_light(cell)
    return cell.text or (f"({terms.lights[light].word.lower()})" if light else "")
