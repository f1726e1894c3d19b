"""Conditional formatting: the light that a rule or an icon gives a cell whose own words and fill say nothing."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from operator import contains, eq, ge, gt, le, lt, ne
from typing import Any

from openpyxl.formatting.formatting import ConditionalFormatting
from openpyxl.formatting.rule import Rule

from dashboard.domain.cell_name import column_number
from dashboard.domain.light import Light
from dashboard.workbook.colour import Palette, light_of
from dashboard.workbook.sheet_part import Place

# Icons from the lowest value to the highest. Arrows tell a direction, not a status; the default set has no name.
TRAFFIC = (Light.RED, Light.YELLOW, Light.GREEN)
ICONS: dict[str, tuple[Light | None, ...]] = {
    "3TrafficLights1": TRAFFIC, "3TrafficLights2": TRAFFIC, "3Flags": TRAFFIC, "3Signs": TRAFFIC, "3Symbols": TRAFFIC,
    "3Symbols2": TRAFFIC, "4TrafficLights": (None, *TRAFFIC), "4RedToBlack": (None, None, None, Light.RED),
}  # fmt: skip
COMPARISONS: dict[str, Callable[[Any, Any], bool]] = {
    "equal": eq, "=": eq, "notEqual": ne, "<>": ne, "greaterThan": gt, ">": gt, "lessThan": lt, "<": lt,
    "greaterThanOrEqual": ge, ">=": ge, "lessThanOrEqual": le, "<=": le,
}  # fmt: skip
TEXT_RULES: dict[str, Callable[[str, str], bool]] = {
    "containsText": contains, "notContainsText": lambda text, wanted: wanted not in text, "beginsWith": str.startswith,
    "endsWith": str.endswith,
}  # fmt: skip
CELL = r"\$?(?P<column>[A-Z]{1,3})\$?(?P<row>\d+)"
ON_ITS_OWN = re.compile(rf"{CELL}\s*(?P<operator><>|>=|<=|=|>|<)\s*(?P<other>.+)")
CONTAINS = re.compile(rf'(?:ISNUMBER\()?SEARCH\("(?P<text>.+?)",\s*{CELL}\)\)?', re.IGNORECASE)


def conditional_lights(
    formatting: Sequence[ConditionalFormatting], values: Mapping[Place, object], palette: Palette
) -> dict[Place, Light]:
    """Work out the lights that conditional formatting gives to the cells that hold a value, by row and column."""
    given: dict[Place, Light | None] = {}
    ruled = ((rule, area) for formatted in formatting for rule in formatted.rules for area in formatted.cells.ranges)
    for rule, area in sorted(ruled, key=lambda pair: pair[0].priority or 0):
        rows, columns = range(area.min_row, area.max_row + 1), range(area.min_col, area.max_col + 1)
        inside = {place: value for place, value in values.items() if place[0] in rows and place[1] in columns}
        for place, light in _apply(rule, inside, (area.min_row, area.min_col), palette):
            given.setdefault(place, light)
    return {place: light for place, light in given.items() if light is not None}


def _apply(
    rule: Rule, values: Mapping[Place, object], first: Place, palette: Palette
) -> Iterator[tuple[Place, Light | None]]:
    """Give the cells that a rule fires on, with the light it gives them."""
    if rule.type == "iconSet":
        return _icons(rule, values)
    light = _rule_light(rule, palette)
    return ((place, light) for place, value in values.items() if _fires(rule, value, place, first))


def _rule_light(rule: Rule, palette: Palette) -> Light | None:
    fill, font = (rule.dxf.fill, rule.dxf.font) if rule.dxf is not None else (None, None)
    colours = [fill and fill.bgColor, fill and fill.fgColor, font and font.color]
    return next(filter(None, (light_of(palette.rgb(colour)) for colour in colours)), None)


def _fires(rule: Rule, value: object, place: Place, first: Place) -> bool:
    if rule.type in TEXT_RULES:
        wanted = (rule.text or "").casefold()
        return bool(wanted) and TEXT_RULES[rule.type](str(value).casefold(), wanted)
    if rule.type == "cellIs":
        return _cell_is(rule, value)
    return rule.type == "expression" and bool(rule.formula) and _expression(rule.formula[0], value, place, first)


def _cell_is(rule: Rule, value: object) -> bool:
    bounds = [_constant(formula) for formula in rule.formula]
    if rule.operator in ("between", "notBetween") and len(bounds) == 2:
        inside = _compare(">=", value, bounds[0]) and _compare("<=", value, bounds[1])
        return inside is (rule.operator == "between")
    return bool(bounds) and _compare(rule.operator or "equal", value, bounds[0])


def _expression(formula: str, value: object, place: Place, first: Place) -> bool:
    """Evaluate a formula on the cell's own value; one about other cells says nothing that can be relied on."""
    match = CONTAINS.fullmatch(formula.strip()) or ON_ITS_OWN.fullmatch(formula.strip())
    if match is None or (int(match["row"]), column_number(match["column"])) != (first[0], place[1]):
        return False
    if match.re is CONTAINS:
        return match["text"].casefold() in str(value).casefold()
    return _compare(match["operator"], value, _constant(match["other"]))


def _constant(formula: str) -> object:
    text = formula.strip()
    if text.startswith('"') and text.endswith('"'):
        return text[1:-1].replace('""', '"')
    try:
        return float(text)
    except ValueError:
        return None


def _compare(operator: str, value: object, other: object) -> bool:
    if operator not in COMPARISONS:
        return False
    if isinstance(other, str):
        return COMPARISONS[operator](str(value).casefold(), other.casefold())
    return other is not None and _is_number(value) and COMPARISONS[operator](value, other)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _icons(rule: Rule, values: Mapping[Place, object]) -> Iterator[tuple[Place, Light | None]]:
    icon_set = rule.iconSet
    numbers = {place: float(str(value)) for place, value in values.items() if _is_number(value)}
    icons = ICONS.get(icon_set.iconSet or "3TrafficLights1", ()) if icon_set is not None else ()
    if not numbers or not icons or len(icons) != len(icon_set.cfvo):
        return
    steps = [_threshold(step.type, step.val, sorted(numbers.values())) for step in icon_set.cfvo]
    for place, number in numbers.items():
        reached = [index for index, step in enumerate(steps) if step is not None and number >= step]
        if reached:
            yield place, icons[::-1][max(reached)] if icon_set.reverse else icons[max(reached)]


def _threshold(kind: str, given: object, numbers: list[float]) -> float | None:
    """Give the number from which on an icon is shown; ``numbers`` are those of the cells, in order."""
    try:
        value = float(str(given))
    except ValueError:
        return numbers[0] if kind == "min" else numbers[-1] if kind == "max" else None
    if kind == "percent":
        return numbers[0] + (numbers[-1] - numbers[0]) * value / 100
    if kind == "percentile":
        return numbers[min(len(numbers) - 1, round((len(numbers) - 1) * value / 100))]
    return value
