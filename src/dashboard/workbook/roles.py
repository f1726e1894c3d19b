"""What each column of a table is: the best assignment of roles as a whole, from the words of headings and from values.

Every column weighs each role that its heading may mean (heading_words.py), more or less so for what stands in it
(column_values.py); the weights are data (roles.toml). ``assign`` finds the assignment with the greatest sum.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace

from dashboard.domain.heading_words import Column, exact_weight, role_weights
from dashboard.domain.identity import normalised
from dashboard.domain.line_fields import ONE_COLUMN_ROLES
from dashboard.domain.month import Month
from dashboard.domain.period import months_of_heading
from dashboard.workbook.colour import light_of
from dashboard.workbook.column_values import TableColumn, fills_of_rows, look_at
from dashboard.workbook.header import Table

NOTHING = "other"
SINGLES = frozenset(ONE_COLUMN_ROLES)
OVERALL = frozenset({"samlet", "overordnet", "samlede", "overall", "hovedstatus", "helhedsvurdering", "alt", "total"})
OF_A_MONTH = ("light", "status_text")
SEVERAL, LONG_PLAN = 3, 6


def weigh_columns(table: Table, month: Month | None) -> list[TableColumn]:
    """Weigh the roles of a table's columns, those without a heading included."""
    grid = table.grid
    told = {row: sum(bool(cell.text or light_of(cell.fill)) for cell in grid.rows[row].values()) for row in table.rows}
    lines = [row for row, n in told.items() if n > 1] or list(table.rows)
    headed = {column.number for column in table.header.columns}
    held = {number for row in lines for number in grid.rows[row] if number <= max(headed) + 1}
    unheaded = [Column(number, table.header.first_row, "") for number in held - headed]
    headings = sorted([*table.header.columns, *unheaded], key=lambda column: column.number)
    bands = fills_of_rows(grid, lines, headings)
    columns = [look_at(grid, heading, lines, bands) for heading in headings]
    planned = _planned(columns, month)
    first = next((column for column in columns if column.shares["words"] > 0.5), None)
    weighed, titled = [], any("title" in c.heading.weights and not _is_of_lights(c) for c in columns)
    for column in columns:
        said = _by_words(column.heading, month, is_plan=column in planned, is_first=column is first)
        if titled and "title" in column.heading.weights and _is_of_lights(column):
            said["aspect"] = said.pop("title")  # "Delopgave 1", "Delopgave 2"
        weighed.append(replace(column, weights=_by_values(said, column.shares)))
    return _levelled(weighed, len(lines))


def _is_of_lights(column: TableColumn) -> bool:
    """Tell whether most of what a column holds is lights and no texts."""
    return max(column.shares["lights"], column.shares["bare"]) > 0.5


def says_overall(header: str) -> bool:
    """Tell whether a heading is that of the light of all parts: "Samlet status", "Status (i alt)"."""
    return not OVERALL.isdisjoint(re.findall(r"\w+", normalised(header)))


def assign(columns: Sequence[TableColumn], fixed: Mapping[int, str]) -> tuple[dict[int, str], float]:
    """Find the roles with the greatest sum of weights, and the sum; only one column has one of those that are single.

    Of two columns alike the first comes first.
    """
    wanted = Counter(role for column in columns for role in column.weights)
    contested = {role for role in SINGLES if wanted[role] > 1} | set(fixed.values())
    options = {c.number: [fixed[c.number]] if c.number in fixed else _options(c, contested) for c in columns}
    best: dict[frozenset[str], tuple[float, tuple[str, ...]]] = {SINGLES.intersection(fixed.values()): (0.0, ())}
    for place, column in enumerate(columns, 1):
        later = SINGLES.intersection(*[{role for each in columns[place:] for role in options[each.number]}])
        found: dict[frozenset[str], tuple[float, tuple[str, ...]]] = {}
        for taken, (total, roles) in best.items():
            for role in options[column.number]:
                if role not in taken or column.number in fixed:
                    reading = total + _gain(column, role), (*roles, role)
                    key = (taken | {role}) & later
                    found[key] = max(found.get(key, reading), reading, key=lambda each: each[0])
        best = found
    ((total, roles),) = best.values()
    return dict(zip((column.number for column in columns), roles, strict=True)), total


def may_as_well_be(
    role: str, column: TableColumn, columns: Sequence[TableColumn], fixed: Mapping[int, str], *, nearer: int = 1
) -> bool:
    """Tell whether the roles say nearly as much together when a column has this one."""
    best, other = assign(columns, fixed)[1], assign(columns, {**fixed, column.number: role})[1]
    return bool(other > best - role_weights()["near"] / nearer)


def _gain(column: TableColumn, role: str) -> float:
    return column.weights.get(role, 0.0) - (column.number * 0.001 if role in SINGLES else 0)


def _options(column: TableColumn, contested: Set[str]) -> list[str]:
    """Give the best role of a column, and lesser ones as long as other columns want those before them."""
    roles = sorted([*column.weights, NOTHING], key=lambda role: -_gain(column, role))
    last = next(place for place, role in enumerate(roles) if role not in contested)
    return roles[: last + 1]


def _planned(columns: Sequence[TableColumn], month: Month | None) -> list[TableColumn]:
    """Give the columns of a plan, among those headed by names of months and among those headed by dates."""
    periods = [c for c in columns if c.heading.is_period and "status" in c.heading.weights]
    dated = [column for column in periods if column.heading.header[:1].isdigit()]
    blocks = dated, [column for column in periods if column not in dated]
    return [column for block in blocks if _is_a_plan(block, month) for column in block]


def _is_a_plan(block: Sequence[TableColumn], month: Month | None) -> bool:
    """Tell whether months hold something else than lights, or bars: of one colour, or going on after the month."""
    if len(block) < SEVERAL:
        return any(_amounts(column) + column.shares["marks"] > 0.5 for column in block)
    if any(max(_amounts(c), c.shares["marks"], c.shares["words"]) > 0.2 for c in block if not c.lights):
        return True
    lights = set().union(*(column.lights for column in block))
    if len(lights) < 2:
        return bool(lights) or any(cell.fill for column in block for cell in column.cells)
    changes = len({each for c in block for each in c.shown.items()}) > len({row for c in block for row in c.shown})
    if len(block) >= LONG_PLAN and not changes:
        return True  # no line has different lights in different months
    named = [months_of_heading(column.heading.header) for column in block if column.lights]
    is_ahead = month and any(
        month < max(dated, default=month) or month.number < max(n, default=0) for dated, n in named
    )
    return bool(is_ahead)  # lights of months that have not come are bars


def _amounts(column: TableColumn) -> float:
    """Give the share of numbers that are no lights: 1, 2 and 3 may be, and only 1 is a mark."""
    return 0 if column.shares["scale"] and not column.shares["ones"] else column.shares["numbers"]


def _by_words(heading: Column, month: Month | None, *, is_plan: bool, is_first: bool) -> dict[str, float]:
    """Weigh the roles that a heading may mean in a workbook of this month."""
    by_words, weights, words = role_weights()["heading"], dict(heading.weights), normalised(heading.header)
    status, weak = weights.pop("status", 0.0), weights.pop("weak_title", 0.0)
    if heading.is_period:
        is_status = status > 0 and not is_plan
        return _of_the_month(heading, {"light": status}, month) if is_status else {"plan_month": exact_weight()}
    for role in ("light", "status_text") if status else ():
        weights[role] = max(weights.get(role, 0), status + by_words[f"status_as_{role}"] - by_words["exact"])
    if weak:
        weights["title"] = max(weights.get("title", 0), weak / 2)
        if words == "tekst":
            weights["status_text"] = weak / 2
    if not words:
        weights["title"] = by_words["unheaded_first" if is_first else "unheaded"]
    if "light" in weights and says_overall(words):
        weights["light"] += by_words["overall"]
    return _of_the_month(heading, weights, month)


def _of_the_month(heading: Column, weights: dict[str, float], month: Month | None) -> dict[str, float]:
    """Prefer light and text of the workbook's own month, and give the light of another month to no light."""
    dated, numbers = months_of_heading(heading.header)
    if month is None or not (dated or numbers):
        return weights
    if month in dated or month.number in numbers:
        own = role_weights()["heading"]["own_month"]
        return weights | {role: weights[role] + own for role in OF_A_MONTH if role in weights}
    return {"previous": weights["light"]} if "light" in weights else weights


def _by_values(weights: Mapping[str, float], shares: Mapping[str, float]) -> dict[str, float]:
    """Let the values speak for and against each role; a column whose heading says nothing may still hold the titles."""
    by_value = role_weights()["values"]
    said = {
        role: weight + sum(per_share * shares[share] for share, per_share in by_value.get(role, {}).items())
        for role, weight in (weights or {"title": 0.0}).items()
    }
    return {role: weight for role, weight in said.items() if weight > 0 and role != NOTHING}


def _levelled(columns: Sequence[TableColumn], lines: int) -> list[TableColumn]:
    """Settle which of two columns of titles ("Projekt", "Opgave") is the line, and which what the line belongs to.

    The upper one is the line where it is another in every row.
    """
    level = {c.number: found for c in columns if "title" in c.weights and (found := _level(c)) is not None}
    lowest = [number for number, found in level.items() if found == max(level.values())]
    above = [c for c in columns if c.number in level and c.number not in lowest and c.number < min(lowest)]
    if not above:
        return list(columns)
    upper = max(above, key=lambda column: level[column.number])
    is_line = len(upper.texts) >= lines and upper.shares["different"] == 1
    line = role_weights()["heading"]["line"]
    return [
        replace(c, weights={**c.weights, "title": c.weights.get("title", 0) + line})
        if c.number in ([upper.number] if is_line else lowest)
        else replace(c, weights={"parent": c.weights["title"]})
        if c is upper
        else c
        for c in columns
    ]


def _level(column: TableColumn) -> int | None:
    words = normalised(column.heading.header)
    return next((place for place, level in enumerate(role_weights()["levels"]) if words in level), None)
