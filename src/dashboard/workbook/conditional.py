"""Conditional formatting: the light that a rule or an icon gives a cell, and the rules that are beyond us."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress

from openpyxl.formatting.formatting import ConditionalFormatting
from openpyxl.formatting.rule import Rule
from openpyxl.utils.cell import coordinate_to_tuple
from openpyxl.worksheet.cell_range import CellRange

from dashboard.domain.cell_name import cell_name
from dashboard.domain.issue import Issue, issue
from dashboard.domain.light import Light
from dashboard.domain.status_row import StatusRow
from dashboard.workbook.colour import Palette, light_of
from dashboard.workbook.formula import ExcelError, Place, UnknownFormulaError, truth, worked_out

# Icons from the lowest value to the highest. Arrows tell a direction, not a status; the default set has no name.
TRAFFIC = (Light.RED, Light.YELLOW, Light.GREEN)
ICONS: dict[str, tuple[Light | None, ...]] = {
    "3TrafficLights1": TRAFFIC, "3TrafficLights2": TRAFFIC, "3Flags": TRAFFIC, "3Signs": TRAFFIC, "3Symbols": TRAFFIC,
    "3Symbols2": TRAFFIC, "4TrafficLights": (None, *TRAFFIC), "4RedToBlack": (None, None, None, Light.RED),
}  # fmt: skip
OPERATORS = {
    "equal": "=", "notEqual": "<>", "greaterThan": ">", "lessThan": "<", "greaterThanOrEqual": ">=",
    "lessThanOrEqual": "<=",
}  # fmt: skip
WITHOUT_FORMULA = {
    "colorScale": "farveskala", "top10": "højeste eller laveste", "aboveAverage": "over eller under gennemsnit",
    "duplicateValues": "gentagne værdier", "uniqueValues": "entydige værdier",
}  # fmt: skip


def formatted_lights(
    formatting: Sequence[ConditionalFormatting],
    values: Mapping[Place, object],
    covered: Collection[Place],
    palette: Palette,
) -> tuple[dict[Place, Light], dict[Place, str]]:
    """Work out the lights that rules give the cells of the rows and columns that hold something, as Excel does.

    For cells that rules beyond us may colour it is told what these rules are.
    The first rule by priority that fills a cell decides, and so does one that stops the others. ``covered`` cells lie
    below a merged one.
    """
    lights: dict[Place, Light] = {}
    unread: dict[Place, str] = {}
    settled: set[Place] = set(covered)
    ruled = ((rule, formatted.cells.ranges) for formatted in formatting for rule in formatted.rules)
    for rule, areas in sorted(ruled, key=lambda pair: pair[0].priority or 0):
        light, is_seen = _look(rule, palette)
        places = _places(areas, values) - settled if is_seen else set()
        home = min(area.min_row for area in areas), min(area.min_col for area in areas)
        try:
            fired = _fired(rule, places, values, home, light)
        except UnknownFormulaError:
            said = WITHOUT_FORMULA.get(rule.type) or f"={rule.formula[0] if rule.formula else rule.type}"
            unread |= dict.fromkeys(places - unread.keys() if light or rule.type == "colorScale" else (), said)
            continue
        lights |= {place: given for place, given in fired.items() if given is not None and place not in unread}
        settled |= fired.keys()
    return lights, unread


def _places(areas: Sequence[CellRange], values: Mapping[Place, object]) -> set[Place]:
    rows, columns = {row for row, _ in values}, {column for _, column in values}
    return {
        (row, column)
        for area in areas
        for row in rows
        if area.min_row <= row <= area.max_row
        for column in columns
        if area.min_col <= column <= area.max_col
    }


def _look(rule: Rule, palette: Palette) -> tuple[Light | None, bool]:
    """Give the light that a rule's look means, and whether it settles anything at all: by a fill, a light or a stop."""
    fills, font = (palette.fills(rule.dxf), rule.dxf.font) if rule.dxf is not None else ([], None)
    light = next(filter(None, map(light_of, [*fills, palette.rgb(font and font.color)])), None)
    return light, light is not None or any(fills) or bool(rule.stopIfTrue) or rule.type in ("iconSet", "colorScale")


def _fired(
    rule: Rule, places: Collection[Place], values: Mapping[Place, object], home: Place, light: Light | None
) -> dict[Place, Light | None]:
    """Give the cells that a rule fires on with the light that it gives them; raise UnknownFormulaError."""
    if rule.type == "iconSet":
        return dict(_icons(rule, {place: values[place] for place in sorted(places) if place in values}))
    term = worked_out(_formula(rule, home), home)
    fired: dict[Place, Light | None] = {}
    for place in places:
        with suppress(ExcelError):
            fired |= {place: light} if truth(term(values, place)) else {}
    return fired


def _formula(rule: Rule, home: Place) -> str:
    """Write a rule as a formula for the first of its cells; raise UnknownFormulaError where it is none."""
    given = rule.formula
    if rule.type != "cellIs" and given and rule.type not in WITHOUT_FORMULA:
        return str(given[0])
    if rule.operator in ("between", "notBetween") and len(given) == 2:
        inside = f"AND({cell_name(*home)}>=({given[0]}),{cell_name(*home)}<=({given[1]}))"
        return inside if rule.operator == "between" else f"NOT({inside})"
    if rule.type != "cellIs" or not given or (rule.operator or "equal") not in OPERATORS:
        raise UnknownFormulaError
    return f"{cell_name(*home)}{OPERATORS[rule.operator or 'equal']}({given[0]})"


def tell_unread_rules(sheet: str, unread: Mapping[Place, str], rows: Sequence[StatusRow]) -> list[Issue]:
    """Tell of the lines without a light whose cell may be coloured by a rule that nobody here can work out."""
    found: dict[str, list[str]] = {}
    for row in (row for row in rows if row.shown_light is Light.NOT_REPORTED):
        if (rule := unread.get(coordinate_to_tuple(row.cell))) is not None:
            found.setdefault(rule, []).append(row.cell)
    named = ((rule, cells[0], ", ".join(cells)) for rule, cells in found.items())
    return [issue("unread-rule", sheet=sheet, cell=cell, value=rule, detail=cells) for rule, cell, cells in named]


def _icons(rule: Rule, values: Mapping[Place, object]) -> Iterator[tuple[Place, Light | None]]:
    icon_set = rule.iconSet
    numbers = {place: float(str(value)) for place, value in values.items() if type(value) in (int, float)}
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
