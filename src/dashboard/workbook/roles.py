"""What each column of a table is: the best assignment of roles as a whole, from the words of headings and from values.

Every column weighs each role that its heading may mean (heading_words.py), more or less so for what stands in it
(column_values.py); the weights are data (roles.toml). ``assign`` finds the assignment with the greatest sum.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from dashboard.domain.heading_words import Column, exact_weight, role_weights
from dashboard.domain.identity import normalised
from dashboard.domain.line_fields import ONE_COLUMN_ROLES
from dashboard.domain.month import Month
from dashboard.domain.period import months_of_heading
from dashboard.domain.terms import Terms
from dashboard.workbook.colour import light_of
from dashboard.workbook.column_values import ColumnValues, fills_of_rows, values_of
from dashboard.workbook.grid import Grid
from dashboard.workbook.header import Header
from dashboard.workbook.plan_months import planned_columns

NOTHING = "other"
Contested = tuple[str, list[tuple[float, int]]]  # a role, and what each column gains by it, best first
OVERALL = frozenset({"samlet", "overordnet", "samlede", "overall"})


@dataclass(frozen=True)
class WeighedColumn:
    """A column with its values, and the weight of each role that it may have."""

    column: Column
    values: ColumnValues
    weights: Mapping[str, float] = field(default_factory=dict)

    @property
    def number(self) -> int:
        """Give the number of the column."""
        return self.column.number


@dataclass(frozen=True)
class Assignment:
    """The role of each column by its number, and the sum of their weights."""

    roles: Mapping[int, str]
    total: float

    def column(self, role: str) -> int | None:
        """Give the column that has a role; the first of several."""
        return next((number for number, each in self.roles.items() if each == role), None)


def weigh_columns(
    grid: Grid, header: Header, rows: Sequence[int], month: Month | None, terms: Terms
) -> list[WeighedColumn]:
    """Weigh the roles of a table's columns, those without a heading included."""
    lines = [row for row in rows if _holds_more_than_a_text(grid, row)] or list(rows)
    columns = _with_unheaded(grid, header, lines)
    bands = fills_of_rows(grid, lines, [column.number for column in columns])
    held = {column: values_of(grid, column.number, lines, bands, terms) for column in columns}
    planned = planned_columns(held, month)
    first = next((column for column, values in held.items() if values.shares["words"] > 0.5), None)
    weighed = []
    for column, values in held.items():
        said = _by_words(column, month, is_plan=column in planned, is_first=column is first)
        weighed.append(WeighedColumn(column, values, _by_values(said, values)))
    return _levelled(weighed, len(lines))


def _holds_more_than_a_text(grid: Grid, row: int) -> bool:
    return sum(bool(cell.text or light_of(cell.fill)) for cell in grid.rows[row].values()) > 1


def assign(columns: Sequence[WeighedColumn], fixed: Mapping[int, str]) -> Assignment:
    """Find the roles with the greatest sum of weights; no two columns have the same one of those that are single."""
    open_columns = [column for column in columns if column.number not in fixed]
    shared = {column.number: _best_shared(column) for column in open_columns}
    contested = [(role, _gains(role, open_columns, shared)) for role in ONE_COLUMN_ROLES if role not in fixed.values()]
    contested = sorted((each for each in contested if each[1]), key=lambda each: -each[1][0][0])
    gained, chosen = _best(contested, frozenset())
    roles = {number: role for number, (role, _) in shared.items()} | chosen | dict(fixed)
    total = gained + sum(weight for _, weight in shared.values())
    total += sum(c.weights.get(fixed[c.number], 0) for c in columns if c.number in fixed)
    return Assignment(dict(sorted(roles.items())), total)


def _gains(
    role: str, columns: Sequence[WeighedColumn], shared: Mapping[int, tuple[str, float]]
) -> list[tuple[float, int]]:
    """Give what each column gains by a role over the best shared one; of two alike the first comes first."""
    found = [(c.weights[role] - shared[c.number][1] - c.number * 0.001, c.number) for c in columns if role in c.weights]
    return sorted((each for each in found if each[0] > 0), reverse=True)


def _best(contested: Sequence[Contested], taken: frozenset[int]) -> tuple[float, dict[int, str]]:
    """Give the greatest gain from giving each of the roles to one of its columns or to none, and who gets which."""
    if not contested:
        return 0, {}
    (role, found), rest = contested[0], contested[1:]
    wanted = {number for _, others in rest for _, number in others}
    best: tuple[float, dict[int, str]] = (-1, {})
    for gain, number in found:
        if number not in taken:
            more, chosen = _best(rest, taken | {number})
            best = max(best, (gain + more, chosen | {number: role}), key=lambda each: each[0])
            if number not in wanted:
                return best  # nobody else wants it: to give the role to a lesser one, or to none, gains nothing
    without, chosen = _best(rest, taken)
    return max(best, (without, chosen), key=lambda each: each[0])


def _best_shared(column: WeighedColumn) -> tuple[str, float]:
    """Give the best of the roles that any number of columns may have."""
    shared = {role: weight for role, weight in column.weights.items() if role not in ONE_COLUMN_ROLES} | {NOTHING: 0.0}
    return max(shared.items(), key=lambda each: each[1])


def _with_unheaded(grid: Grid, header: Header, lines: Sequence[int]) -> list[Column]:
    """Add the columns that hold something in most lines, or are coloured, and have no heading."""
    headed = {column.number for column in header.columns}
    held = [cell for row in lines for cell in grid.rows[row].values() if cell.column not in headed]
    places = {cell.column for cell in held if cell.column <= max(headed) + 1}
    unheaded = [Column(number, header.first_row, "") for number in places]
    return sorted([*header.columns, *unheaded], key=lambda column: column.number)


def _by_words(column: Column, month: Month | None, *, is_plan: bool, is_first: bool) -> dict[str, float]:
    """Weigh the roles that a heading may mean in a workbook of this month."""
    heading, weights = role_weights()["heading"], dict(column.weights)
    status, weak = weights.pop("status", 0.0), weights.pop("weak_title", 0.0)
    if column.is_period:
        is_status = status > 0 and not is_plan
        return _of_the_month(column, {"light": status}, month) if is_status else {"plan_month": exact_weight()}
    if status:
        weights["light"] = max(weights.get("light", 0), status + heading["status_light"] - heading["exact"])
        weights["status_text"] = max(weights.get("status_text", 0), status + heading["status_text"] - heading["exact"])
    if weak:
        weights["title"] = weak / 2
        if normalised(column.header) == "tekst":
            weights["status_text"] = weak / 2
    if not column.header:
        weights["title"] = heading["unheaded_first" if is_first else "unheaded"]
    if "light" in weights and OVERALL & set(normalised(column.header).split()):
        weights["light"] += heading["overall"]
    return _of_the_month(column, weights, month)


def _of_the_month(column: Column, weights: dict[str, float], month: Month | None) -> dict[str, float]:
    """Prefer the light of the workbook's own month, and give that of another month to no light."""
    dated, numbers = months_of_heading(column.header)
    if month is None or not (dated or numbers) or "light" not in weights:
        return weights
    if month in dated or month.number in numbers:
        return weights | {"light": weights["light"] + role_weights()["heading"]["own_month"]}
    return {"previous": weights["light"]}


def _by_values(weights: Mapping[str, float], values: ColumnValues) -> dict[str, float]:
    """Let the values speak for and against each role; a column whose heading says nothing may still hold the titles."""
    by_value = role_weights()["values"]
    if not weights:
        weights = {"title": 0.0}
    said = {
        role: weight + sum(per_share * values.shares[share] for share, per_share in by_value.get(role, {}).items())
        for role, weight in weights.items()
    }
    return {role: weight for role, weight in said.items() if weight > 0}


def _levelled(columns: Sequence[WeighedColumn], lines: int) -> list[WeighedColumn]:
    """Settle which of two columns of titles ("Projekt", "Opgave") is the line, and which what the line belongs to.

    The upper one is the line where it is another in every row.
    """
    level = {c.number: found for c in columns if "title" in c.weights and (found := _level(c)) is not None}
    lowest = [number for number, found in level.items() if found == max(level.values())]
    above = [c for c in columns if c.number in level and c.number not in lowest and c.number < min(lowest)]
    if not above:
        return list(columns)
    upper = max(above, key=lambda column: level[column.number])
    texts = sum(bool(cell.text) for cell in upper.values.cells)
    line_in = [upper.number] if texts >= lines and upper.values.shares["different"] == 1 else lowest
    return [_on_level(column, line_in, upper) for column in columns]


def _on_level(column: WeighedColumn, line_in: Sequence[int], upper: WeighedColumn) -> WeighedColumn:
    title = column.weights.get("title", 0)
    if column.number in line_in:
        return replace(column, weights={**column.weights, "title": title + role_weights()["heading"]["line"]})
    return replace(column, weights={"parent": title}) if column is upper else column


def _level(column: WeighedColumn) -> int | None:
    words = normalised(column.column.header)
    return next((place for place, level in enumerate(role_weights()["levels"]["order"]) if words in level), None)
