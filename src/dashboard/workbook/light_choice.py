"""Where the light of a table stands: in the column that has the role, in one for each light, or in a coloured one."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from openpyxl.utils import get_column_letter

from dashboard.domain.half_step import half_step
from dashboard.domain.heading_words import role_weights
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
from dashboard.workbook.light_column import (
    LightColumn,
    LightWords,
    column_cells,
    may_be_a_light,
    shown_light,
    written_in,
)
from dashboard.workbook.roles import OVERALL, Assignment, WeighedColumn, assign


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
        number = self.assigned.column("light")
        answered = self.answers.settles("light")
        if "light" in self.answers.none:
            return self._without("no-light-column")
        marks = {c.column.light: c.number for c in self.columns if self.assigned.roles[c.number] == "light_mark"}
        if len(marks) >= 2 and not answered:
            return LightChoice(LightColumn(marks={light: n for light, n in marks.items() if light is not None}))
        if number is None:
            return self._of_another_month() or self._by_colour(None)
        chosen = self._column(number)
        if answered:
            return self._read(chosen)
        if self._speaks(chosen):
            rivals = [column for column in self._alike(chosen) if _differ(chosen, column)]
            if rivals:
                return self._ask("two-light-columns", [chosen, *rivals])
            agreeing = [c for c in self.columns if "light" in c.weights and _repeats(c, chosen)]
            return self._read(max([chosen, *agreeing], key=lambda column: len(column.values.shown)))
        if chosen.column.field != "light" and chosen.values.shares["words"]:
            former = self._of_another_month()
            if former is not None:
                return former
        if named_months(chosen.column.header):
            return LightChoice(LightColumn(number, legend=self.legend))
        return self._by_colour(chosen)

    def _column(self, number: int) -> WeighedColumn:
        return next(column for column in self.columns if column.number == number)

    def _read(self, chosen: WeighedColumn) -> LightChoice:
        is_prose = chosen.column.field == "status" and not self.answers.settles("light")
        words = self.answers.words
        return LightChoice(
            written_in(
                self.grid, chosen.number, self.rows, self.title, self.legend, words, self.terms, is_prose=is_prose
            )
        )

    def _without(self, kind: str) -> LightChoice:
        return LightChoice(LightColumn(), (issue(kind, sheet=self.grid.sheet),))

    def _speaks(self, column: WeighedColumn) -> bool:
        """Tell whether a column that may hold the light does: anything in its own, else fills or such words."""
        cells = column_cells(self.grid, column.number, self.rows)
        texts = [cell.text for cell in cells if cell.text]
        if any(shown_light(c) or self.legend.meaning(c.fill) or c.blend or c.conditional for c in cells):
            return True
        if not texts or column.column.field == "light" or all(len(sign_of(text)) <= 2 for text in texts):
            return bool(texts)
        said = [light_word(text, self.terms) for text in texts]
        lights = sum(light is not None and light.is_reported for light in said)
        is_code = column.values.shares["coded"] or column.values.shares["scale"]
        return bool(is_code) or lights > 1 or (lights + said.count(Light.DONE)) * 2 >= len(texts) or any(
            claims_a_light(text, self.terms) or half_step(text, self.terms) or may_be_a_light(text, self.terms)
            for text in texts
        )  # fmt: skip

    def _alike(self, chosen: WeighedColumn) -> list[WeighedColumn]:
        """Find the columns whose heading and values say nearly as much for the light as those of the chosen one."""
        least = self.assigned.total - role_weights()["near"]
        is_plain = chosen.column.exact and not OVERALL & set(normalised(chosen.column.header).split())

        def is_alike(column: WeighedColumn) -> bool:
            light, shares = column.weights.get("light", 0), column.values.shares
            if "aspect" in column.weights:
                return not chosen.column.exact
            if is_plain and column.column.exact and light and shares["lights"] + shares["lit"] > 0.5:
                return light == max(column.weights.values())
            fixed = {**self.answers.roles, column.number: "light"}
            return light > 0 and assign(self.columns, fixed).total > least

        settled = {chosen.number, *self.answers.roles}
        return [column for column in self.columns if column.number not in settled and is_alike(column)]

    def _of_another_month(self) -> LightChoice | None:
        """Say that there are lights of other months only, where the month is known."""
        others = [
            c for c in self.columns
            if self.assigned.roles[c.number] == "previous" and c.values.lights and named_months(c.column.header)
        ]  # fmt: skip
        if not others or self.month is None:
            return None
        return self._ask("no-column-of-the-month", others, proposed=None)

    def _by_colour(self, empty: WeighedColumn | None) -> LightChoice:
        """Look for the lights in the fills of other columns, where no column that should hold them does.

        Where whole rows are coloured it is the title's; a heading that says something else of a coloured column must be
        asked about.
        """
        coloured = self._coloured()
        number = self._coloured_alone(coloured)
        if number is not None:
            words: LightWords = "other" if number == self.title or self._has_a_role(number) else "text"
            told = issue("light-column-by-colour", sheet=self.grid.sheet, detail=get_column_letter(number))
            return LightChoice(LightColumn(number, words, legend=self.legend), (told,))
        if coloured:
            asked = [column for column in self.columns if column.number in coloured]
            return self._ask("which-light", asked + ([empty] if empty else []), proposed=None)
        if empty is not None and (empty.column.field == "light" or not empty.values.cells):
            return LightChoice(LightColumn(empty.number, legend=self.legend))
        return self._without("no-light-column")

    def _has_a_role(self, number: int) -> bool:
        return self.assigned.roles[number] != "other"

    def _coloured(self) -> dict[int, int]:
        """Count the cells that are filled as lights, in the columns where most are, or where the lights differ."""
        lines = [row for row in self.rows if self.grid.text(row, self.title)]
        lights: dict[int, Counter[Light]] = {}
        for row in lines:
            for cell in self.grid.rows[row].values():
                light = shown_light(cell)
                role = self.assigned.roles.get(cell.column, "previous")
                if light and role not in ("previous", "light") and cell.column not in self.answers.roles:
                    lights.setdefault(cell.column, Counter())[light] += 1
        return {number: n.total() for number, n in lights.items() if len(n) >= 2 or n.total() * 2 > len(lines)}

    def _coloured_alone(self, coloured: dict[int, int]) -> int | None:
        """Give the one coloured column that nothing speaks against."""
        best = [number for number, total in coloured.items() if total == max(coloured.values())]
        if len(best) > 1 and self.title in best:
            return self.title
        silent = [number for number in coloured if number == self.title or not self._column(number).column.weights]
        return silent[0] if len(coloured) == 1 and silent else None

    def _ask(self, kind: str, asked: Sequence[WeighedColumn], *, proposed: int | None = -1) -> LightChoice:
        first, other = asked[0].column, asked[-1].column
        names = ", ".join(f"{get_column_letter(c.number)} ({c.column.header or 'uden overskrift'})" for c in asked)
        details = {"two-light-columns": f"{get_column_letter(first.number)} ({first.header})", "which-light": names}
        values = {"two-light-columns": other.header, "which-light": get_column_letter(first.number)}
        found = issue(
            kind, sheet=self.grid.sheet, cell=other.reference, value=values.get(kind, first.header),
            detail=details.get(kind, self.month.label if self.month else ""),
        )  # fmt: skip
        samples = [(c.column, [_sample(cell, self.terms) for cell in c.values.cells]) for c in asked]
        question = ask_for_column(
            self.grid.sheet, "light", samples, self.answers, proposed=first.number if proposed == -1 else proposed
        )
        return LightChoice(LightColumn(), (found,), (question,))


def _differ(one: WeighedColumn, other: WeighedColumn) -> bool:
    return any(light is not one.values.shown.get(row, light) for row, light in other.values.shown.items())


def _repeats(one: WeighedColumn, other: WeighedColumn) -> bool:
    """Tell whether a column of lights says the same as another, for most of its lines at least."""
    both = len(one.values.shown.keys() & other.values.shown.keys())
    is_best = one.weights["light"] == max(one.weights.values())
    return is_best and not _differ(one, other) and both * 2 >= len(other.values.shown) > 0


def _sample(cell: GridCell, terms: Terms) -> str:
    light = shown_light(cell)
    return cell.text or (f"({terms.lights[light].word.lower()})" if light else "")
