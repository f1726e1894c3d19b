"""Conditional formatting: the light that a rule or an icon gives a cell, and the rules that are beyond us."""

import re
from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import NamedTuple

from openpyxl.formatting.formatting import ConditionalFormatting
from openpyxl.formatting.rule import FormatObject, Rule
from openpyxl.worksheet.cell_range import CellRange

from dashboard.domain.cell_name import cell_name
from dashboard.domain.excerpt import Rgb
from dashboard.domain.light import Light
from dashboard.workbook.colour import AUTOMATIC, Palette, light_of
from dashboard.workbook.formula import ExcelError, Place, UnknownFormulaError, cell_value, number, truth, worked_out

# Icons from the lowest value to the highest. Arrows tell a direction, not a status; the default set has no name.
TRAFFIC = (Light.RED, Light.YELLOW, Light.GREEN)
ICONS: dict[str, tuple[Light | None, ...]] = {
    "3TrafficLights1": TRAFFIC, "3TrafficLights2": TRAFFIC, "3Flags": TRAFFIC, "3Signs": TRAFFIC, "3Symbols": TRAFFIC,
    "3Symbols2": TRAFFIC, "4TrafficLights": (None, *TRAFFIC), "4RedToBlack": (None, None, None, Light.RED),
    "3Arrows": (None,) * 3, "4Arrows": (None,) * 4, "5Arrows": (None,) * 5, "3Triangles": (None,) * 3,
}  # fmt: skip
OPERATORS = {
    "equal": "=", "notEqual": "<>", "greaterThan": ">", "lessThan": "<", "greaterThanOrEqual": ">=",
    "lessThanOrEqual": "<=",
}  # fmt: skip
WITHOUT_FORMULA = {
    "colorScale": "farveskala", "top10": "højeste eller laveste", "aboveAverage": "over eller under gennemsnit",
    "duplicateValues": "gentagne værdier", "uniqueValues": "entydige værdier", "iconSet": "ikoner",
}  # fmt: skip
COLOURED = ("iconSet", "colorScale")
TEXT_OR_PLACE = re.compile(r'"[^"]*"|\b(?:ROW|COLUMN)\([^()]*\)', re.IGNORECASE)
OF_THE_DAY = re.compile(r"\b(?:TODAY|NOW)\(", re.IGNORECASE)
ICON_AND_FILL = "ikoner med et andet lys end fyldet"


@dataclass(frozen=True)
class RuledCells:
    """What rules make of cells: the lights of fills and icons, those of fonts, and the fills that hide the cell's own.

    ``unread`` says which rule beyond us may give a light, ``doubted`` which one may hide what the cell shows otherwise,
    ``daily`` which one goes by the day it is.
    """

    lights: dict[Place, Light] = field(default_factory=dict)
    icons: dict[Place, Light] = field(default_factory=dict)
    inks: dict[Place, Light] = field(default_factory=dict)
    fills: dict[Place, Rgb] = field(default_factory=dict)
    unread: dict[Place, str] = field(default_factory=dict)
    doubted: dict[Place, str] = field(default_factory=dict)
    daily: dict[Place, str] = field(default_factory=dict)


class _Look(NamedTuple):
    """What a rule's look shows: the colours of its fill, the light of these or of its font, and what it keeps away."""

    fill: Sequence[Rgb]
    light: Light | None
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
    only where nothing fills, and an icon beside a fill. Stripes are no light, but may hide one. ``covered`` cells lie
    below a merged one.
    """
    ruled = RuledCells()
    stopped: set[Place] = set(covered)
    rows, columns = {row for row, _ in values}, {column for _, column in values}
    every = ((rule, formatted.cells.ranges) for formatted in formatting for rule in formatted.rules)
    for rule, areas in sorted(every, key=lambda pair: pair[0].priority or 0):
        look = _look(rule, palette)
        if not any(look):
            continue
        every_place = _places(areas, rows, columns)
        places = every_place - stopped - (ruled.icons if look.icon else ruled.fills).keys()
        try:
            fired = _icons(rule, every_place, values) if look.icon else _fired(rule, areas, places, values, look)
        except UnknownFormulaError:
            said = WITHOUT_FORMULA.get(rule.type) or f"={rule.formula[0] if rule.formula else rule.type}"
            may_light = (look.light or rule.type in COLOURED) and not _is_of_places(rule)
            ruled.unread.update(dict.fromkeys(places - ruled.unread.keys() if may_light else (), said))
            ruled.doubted.update(dict.fromkeys(places - ruled.doubted.keys() if look.fill or look.stops else (), said))
            continue
        if _is_of_places(rule):
            ruled.doubted.update(dict.fromkeys(fired.keys() - ruled.doubted.keys(), f"={rule.formula[0]}"))
            continue
        if not look.icon and OF_THE_DAY.search(formula := str(rule.formula[0] if rule.formula else "")):
            ruled.daily.update(dict.fromkeys(places - ruled.daily.keys(), f"={formula}"))
        given = {place: light for place, light in fired.items() if light and place in places - ruled.unread.keys()}
        if look.icon:
            ruled.icons.update(given)
            ruled.unread.update({place: WITHOUT_FORMULA["iconSet"] for place, icon in fired.items() if icon is None})
        elif look.fill:
            ruled.lights.update(given)
            ruled.fills.update(dict.fromkeys(fired, look.fill[0]))
        else:
            ruled.inks.update({place: given[place] for place in given.keys() & values.keys() - ruled.inks.keys()})
        if look.stops:
            stopped |= fired.keys()
    _join_icons(ruled)
    for place in ruled.doubted.keys() & ruled.lights.keys():
        ruled.unread[place] = ruled.doubted[place]
        del ruled.lights[place]
    return ruled


def _join_icons(ruled: RuledCells) -> None:
    """Let icons be lights, but where a fill shows another one: a person sees both."""
    for place, icon in ruled.icons.items():
        if ruled.lights.setdefault(place, icon) is not icon:
            ruled.unread[place] = ICON_AND_FILL
            del ruled.lights[place]


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
    fill, font = (palette.laid_over(rule.dxf), rule.dxf.font) if rule.dxf is not None else ([], None)
    fill = [AUTOMATIC] if rule.type == "colorScale" else sorted(fill, key=lambda rgb: light_of(rgb) is None)
    light = next(filter(None, map(light_of, [*fill, palette.rgb(font and font.color)])), None)
    return _Look(fill, light, rule.type == "iconSet", bool(rule.stopIfTrue))


def _is_of_places(rule: Rule) -> bool:
    """Tell whether a rule looks only at where a cell stands: it stripes the rows and says nothing of them."""
    formula = str(rule.formula[0]) if rule.formula and rule.type == "expression" else ""
    rest = TEXT_OR_PLACE.sub("", formula)
    return rest != formula and re.search(r"[A-Z]\$?\d|[A-Z]:", rest, re.IGNORECASE) is None


def _fired(
    rule: Rule, areas: Sequence[CellRange], places: Collection[Place], values: Mapping[Place, object], look: _Look
) -> dict[Place, Light | None]:
    """Give the cells that a rule fires on with the light that it gives them; raise UnknownFormulaError.

    A formula is written for the first of several areas, and programs differ in which one that is.
    """
    if len({light_of(rgb) for rgb in look.fill} - {None}) > 1:
        raise UnknownFormulaError
    starts = [(area.min_row, area.min_col) for area in areas]
    upper, left = min(starts), min(starts, key=lambda start: start[::-1])
    found = [_true(rule, home, places, values) for home in {upper, left, (upper[0], left[1])}]
    if any(fired != found[0] for fired in found):
        raise UnknownFormulaError
    return dict.fromkeys(found[0], look.light)


def _true(rule: Rule, home: Place, places: Collection[Place], values: Mapping[Place, object]) -> set[Place]:
    term = worked_out(_formula(rule, home), home)
    fired: set[Place] = set()
    for place in places:
        with suppress(ExcelError):
            fired |= {place} if truth(term(values, place)) else set()
    return fired


def _formula(rule: Rule, home: Place) -> str:
    """Write a rule as a formula for the first of its cells; raise UnknownFormulaError where it is none."""
    given = rule.formula
    if rule.type != "cellIs" and given and rule.type not in WITHOUT_FORMULA:
        return str(given[0])
    if rule.operator in ("between", "notBetween") and len(given) == 2:
        with suppress(ValueError):
            if float(given[0]) > float(given[1]):
                raise UnknownFormulaError
        inside = f"AND({cell_name(*home)}>=({given[0]}),{cell_name(*home)}<=({given[1]}))"
        return inside if rule.operator == "between" else f"NOT({inside})"
    if rule.type != "cellIs" or not given or (rule.operator or "equal") not in OPERATORS:
        raise UnknownFormulaError
    return f"{cell_name(*home)}{OPERATORS[rule.operator or 'equal']}({given[0]})"


def _icons(rule: Rule, places: Collection[Place], values: Mapping[Place, object]) -> dict[Place, Light | None]:
    """Give the cells of a rule the lights of their icons; raise UnknownFormulaError for icons chosen one by one."""
    icon_set = rule.iconSet
    if icon_set is None:
        raise UnknownFormulaError
    held = {place: cell_value(stored) for place in places if not isinstance(stored := values.get(place), Exception)}
    numbers = {place: value for place, value in held.items() if type(value) is float}
    icons = ICONS.get(icon_set.iconSet or "3TrafficLights1", ())
    if not numbers or not icons or len(icons) != len(icon_set.cfvo):
        return {}
    icons = icons[::-1] if icon_set.reverse else icons
    steps = [(_threshold(step, sorted(numbers.values()), values), step.gte is not False) for step in icon_set.cfvo]
    found: dict[Place, Light | None] = {}
    for place, given in numbers.items():
        reached = [n for n, (step, is_reached) in enumerate(steps) if given > step or (is_reached and given == step)]
        found[place] = icons[max(reached, default=0)]
    return found


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
