"""What each column of a table is: the best assignment of roles as a whole, from the words of headings and from values.

Every column weighs each role that its heading may mean (heading_words.py), more or less so for what stands in it
(column_values.py); the weights are data (roles.toml). ``assign`` finds the assignment with the greatest sum.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from dashboard.domain.heading_words import Column, exact_weight, role_weights
from dashboard.domain.identity import normalised
from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.domain.period import months_of_heading
from dashboard.domain.terms import Terms
from dashboard.workbook.colour import light_of
from dashboard.workbook.column_values import ColumnValues, fills_of_rows, values_of
from dashboard.workbook.grid import Grid
from dashboard.workbook.header import Header

NOTHING = "other"
LONG_PLAN = 6  # months: so many with one colour a line are bars, not lights that never change
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
    lines = [row for row in rows if sum(bool(c.text or light_of(c.fill)) for c in grid.rows[row].values()) > 1]
    lines = lines or list(rows)
    columns = _with_unheaded(grid, header, lines)
    bands = fills_of_rows(grid, lines, [column.number for column in columns])
    values = [values_of(grid, column.number, lines, bands, terms) for column in columns]
    pairs = list(zip(columns, values, strict=True))
    periods = [pair for pair in pairs if pair[0].is_period and "status" in pair[0].weights]
    dated = [pair for pair in periods if pair[0].header[:1].isdigit()]
    plans = [each for each in (dated, [pair for pair in periods if pair not in dated]) if _is_a_plan(each, month)]
    planned = {column.number for plan in plans for column, _ in plan}
    first = next((column for column, held in pairs if held.shares["words"] > 0.5), None)
    words = [_by_words(c, month, is_plan=c.number in planned, is_first=c is first) for c in columns]
    weighed = [WeighedColumn(*pair, _by_values(said, pair[1])) for pair, said in zip(pairs, words, strict=True)]
    return _levelled(weighed, len(lines))


def assign(columns: Sequence[WeighedColumn], fixed: Mapping[int, str]) -> Assignment:
    """Find the roles with the greatest sum of weights; no two columns have the same one of those that are single."""
    single = [role for role in role_weights()["single"] if role not in fixed.values()]
    free = {c.number: _best_shared(c) for c in columns}
    gains: dict[str, list[tuple[float, int]]] = {role: [] for role in single}
    for place, column in enumerate(columns):
        for role, weight in column.weights.items():
            gain = weight - free[column.number][1] - place * 0.001  # of two alike the first
            if role in gains and gain > 0 and column.number not in fixed:
                gains[role].append((gain, column.number))
    contested = sorted(((role, sorted(found, reverse=True)) for role, found in gains.items() if found), key=_best_gain)
    gained, chosen = _best(contested, frozenset())
    roles = {number: role for number, (role, _) in free.items()} | chosen | dict(fixed)
    given = sum(column.weights.get(fixed[column.number], 0) for column in columns if column.number in fixed)
    shared = sum(weight for number, (_, weight) in free.items() if number not in fixed)
    return Assignment(dict(sorted(roles.items())), gained + shared + given)


def _best_gain(contested: Contested) -> float:
    return -contested[1][0][0]


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
    single = role_weights()["single"]
    shared = [(weight, role) for role, weight in column.weights.items() if role not in single]
    weight, role = max(shared, default=(0.0, NOTHING))
    return role, max(weight, 0.0)


def _with_unheaded(grid: Grid, header: Header, lines: Sequence[int]) -> list[Column]:
    """Add the columns that hold something in most lines, or are coloured, and have no heading."""
    headed = {column.number for column in header.columns}
    held = [cell for row in lines for cell in grid.rows[row].values() if cell.column not in headed]
    places = {cell.column for cell in held if cell.column <= max(headed) + 1}
    unheaded = [Column(number, header.first_row, "") for number in places]
    return sorted([*header.columns, *unheaded], key=lambda column: column.number)


def _is_a_plan(columns: Sequence[tuple[Column, ColumnValues]], month: Month | None) -> bool:
    """Tell whether columns headed by months are a plan's bars, marks or amounts, not the lights of each month.

    Bars have one colour, or go on after the month of the workbook.
    """
    held = [values for _, values in columns]
    if len(columns) < 3:
        return any(_amounts(values) + values.shares["marks"] > 0.5 for values in held)
    lights = set().union(*(values.lights for values in held))
    if not lights and any(cell.fill for values in held for cell in values.cells):
        return True
    told = [
        max(_amounts(values), values.shares["marks"], values.shares["words"]) for values in held if not values.lights
    ]
    if any(share > 0.2 for share in told):
        return True
    if len(columns) >= LONG_PLAN and not any(len(set(shown)) > 1 for shown in _by_row(held)):
        return True
    goes_on = month is not None and not all(_is_past(column, month) for column, values in columns if values.lights)
    return goes_on or len(lights) == 1


def _amounts(values: ColumnValues) -> float:
    """Give the share of numbers that are no lights: 1, 2 and 3 may be, and only 1 is a mark."""
    return 0 if values.shares["scale"] and not values.shares["ones"] else values.shares["numbers"]


def _by_row(held: Sequence[ColumnValues]) -> list[list[Light]]:
    rows: dict[int, list[Light]] = {}
    for values in held:
        for row, light in values.shown.items():
            rows.setdefault(row, []).append(light)
    return list(rows.values())


def _is_past(column: Column, month: Month) -> bool:
    dated, numbers = months_of_heading(column.header)
    return all(named <= month for named in dated) and all(number <= month.number for number in numbers)


def _by_words(column: Column, month: Month | None, *, is_plan: bool, is_first: bool) -> dict[str, float]:
    """Weigh the roles that a heading may mean in a workbook of this month."""
    heading, weights = role_weights()["heading"], dict(column.weights)
    status, weak = weights.pop("status", 0.0), weights.pop("weak_title", 0.0)
    if column.is_period:
        return _of_a_period(column, month, is_plan=is_plan)
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


def _of_a_period(column: Column, month: Month | None, *, is_plan: bool) -> dict[str, float]:
    light = column.weights.get("status", 0.0)
    if is_plan or not light:
        return {"plan_month": exact_weight()}
    return _of_the_month(column, {"light": light}, month)


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
    lowest = max(level.values(), default=0)
    lowest_from = min((number for number, found in level.items() if found == lowest), default=0)
    above = [c for c in columns if level.get(c.number, lowest) < lowest and c.number < lowest_from]
    if not above:
        return list(columns)
    upper = max(above, key=lambda column: level[column.number])
    is_line = sum(bool(cell.text) for cell in upper.values.cells) >= lines and upper.values.shares["different"] == 1
    lines_stand_in = {upper.number} if is_line else {number for number, found in level.items() if found == lowest}

    def settled(column: WeighedColumn) -> WeighedColumn:
        title = column.weights.get("title", 0)
        if column.number in lines_stand_in:
            return replace(column, weights={**column.weights, "title": title + role_weights()["heading"]["line"]})
        return replace(column, weights={"parent": title}) if column is upper else column

    return [settled(column) for column in columns]


def _level(column: WeighedColumn) -> int | None:
    words = normalised(column.column.header)
    return next((place for place, level in enumerate(role_weights()["levels"]["order"]) if words in level), None)
