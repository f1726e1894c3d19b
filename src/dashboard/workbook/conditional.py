"""Conditional formatting: the light that a rule or an icon gives a cell, and the rules that are beyond us."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import NamedTuple

from openpyxl.formatting.formatting import ConditionalFormatting
from openpyxl.formatting.rule import FormatObject, Rule
from openpyxl.utils.cell import coordinate_to_tuple
from openpyxl.worksheet.cell_range import CellRange

from dashboard.domain.cell_name import cell_name
from dashboard.domain.issue import Issue, issue
from dashboard.domain.light import Light
from dashboard.domain.status_row import StatusRow
from dashboard.workbook.colour import Palette, light_of
from dashboard.workbook.formula import ExcelError, Place, UnknownFormulaError, number, truth, worked_out

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
    "duplicateValues": "gentagne værdier", "uniqueValues": "entydige værdier", "iconSet": "ikoner",
}  # fmt: skip


@dataclass(frozen=True)
class RuledCells:
    """What rules make of cells: their lights, and the places whose own fill lies hidden below that of a rule.

    ``unread`` says which rule beyond us may give a light, ``doubted`` which one may hide what the cell shows otherwise.
    """

    lights: dict[Place, Light] = field(default_factory=dict)
    hidden: set[Place] = field(default_factory=set)
    unread: dict[Place, str] = field(default_factory=dict)
    doubted: dict[Place, str] = field(default_factory=dict)


class _Look(NamedTuple):
    """What a rule's look shows: a light, and whether it fills, is an icon, or keeps the rules after it away."""

    light: Light | None
    fills: bool
    icon: bool
    stops: bool


def read_rules(
    formatting: Sequence[ConditionalFormatting],
    values: Mapping[Place, object],
    covered: Collection[Place],
    palette: Palette,
) -> RuledCells:
    """Work out what rules make of the cells of the rows and columns that hold something, as Excel does.

    The first rule by priority that fills a cell decides, and so does one that stops the others; a font's colour counts
    only where nothing fills. ``covered`` cells lie below a merged one.
    """
    ruled = RuledCells()
    inks: dict[Place, Light] = {}
    settled: set[Place] = set(covered)
    rows, columns = {row for row, _ in values}, {column for _, column in values}
    every = ((rule, formatted.cells.ranges) for formatted in formatting for rule in formatted.rules)
    for rule, areas in sorted(every, key=lambda pair: pair[0].priority or 0):
        look = _look(rule, palette)
        if not any(look):
            continue
        places = _places(areas, rows, columns) - settled
        home = min(area.min_row for area in areas), min(area.min_col for area in areas)
        try:
            fired = _fired(rule, places, values, home, look.light)
        except UnknownFormulaError:
            said = WITHOUT_FORMULA.get(rule.type) or f"={rule.formula[0] if rule.formula else rule.type}"
            ruled.unread.update(dict.fromkeys(places - ruled.unread.keys() if look.light or look.icon else (), said))
            ruled.doubted.update(dict.fromkeys(places - ruled.doubted.keys() if look.fills or look.stops else (), said))
            continue
        given = {place: light for place, light in fired.items() if light is not None and place not in ruled.unread}
        if look.fills or look.icon:
            ruled.lights.update(given)
        else:
            inks = given | inks
        if look.fills:
            ruled.hidden.update(fired)
        if look.fills or look.icon or look.stops:
            settled |= fired.keys()
    ruled.lights.update({place: light for place, light in inks.items() if place not in ruled.lights})
    for place in ruled.doubted.keys() & ruled.lights.keys():
        ruled.unread[place] = ruled.doubted[place]
        del ruled.lights[place]
    return ruled


def _places(areas: Sequence[CellRange], rows: Collection[int], columns: Collection[int]) -> set[Place]:
    return {
        (row, column)
        for area in areas
        for row in rows
        if area.min_row <= row <= area.max_row
        for column in columns
        if area.min_col <= column <= area.max_col
    }


def _look(rule: Rule, palette: Palette) -> _Look:
    fills, font = (palette.fills(rule.dxf), rule.dxf.font) if rule.dxf is not None else ([], None)
    light = next(filter(None, map(light_of, [*fills, palette.rgb(font and font.color)])), None)
    fills_cell = any(fills) or rule.type == "colorScale"
    return _Look(light, fills_cell, rule.type in ("iconSet", "colorScale"), bool(rule.stopIfTrue))


def _fired(
    rule: Rule, places: Collection[Place], values: Mapping[Place, object], home: Place, light: Light | None
) -> dict[Place, Light | None]:
    """Give the cells that a rule fires on with the light that it gives them; raise UnknownFormulaError."""
    if rule.type == "iconSet":
        return dict(_icons(rule, {place: values[place] for place in sorted(places) if place in values}, values))
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


def _icons(
    rule: Rule, own: Mapping[Place, object], values: Mapping[Place, object]
) -> Iterator[tuple[Place, Light | None]]:
    """Give the cells of a rule the lights of their icons; raise UnknownFormulaError for icons chosen one by one."""
    icon_set = rule.iconSet
    if icon_set is None:
        raise UnknownFormulaError
    numbers = {place: float(str(value)) for place, value in own.items() if type(value) in (int, float)}
    icons = ICONS.get(icon_set.iconSet or "3TrafficLights1", ())
    if not numbers or not icons or len(icons) != len(icon_set.cfvo):
        return
    steps = [(_threshold(step, sorted(numbers.values()), values), step.gte is not False) for step in icon_set.cfvo]
    for place, given in numbers.items():
        reached = [n for n, (step, is_reached) in enumerate(steps) if given > step or (is_reached and given == step)]
        yield place, (icons[::-1] if icon_set.reverse else icons)[max(reached, default=0)]


def _threshold(step: FormatObject, numbers: Sequence[float], values: Mapping[Place, object]) -> float:
    """Give the number from which on an icon is shown; ``numbers`` are those of the cells, in order."""
    if step.type in ("min", "max"):
        return numbers[0] if step.type == "min" else numbers[-1]
    try:
        value = number(worked_out(str(step.val), (1, 1))(values, (1, 1)))
    except ExcelError:
        raise UnknownFormulaError from None
    if step.type == "percent":
        return numbers[0] + (numbers[-1] - numbers[0]) * value / 100
    if step.type == "percentile":
        below, part = divmod((len(numbers) - 1) * min(max(value, 0), 100) / 100, 1)
        above = numbers[min(int(below) + 1, len(numbers) - 1)]
        return numbers[int(below)] + (above - numbers[int(below)]) * part
    return value
