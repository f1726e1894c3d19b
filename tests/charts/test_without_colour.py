"""Figures told without colour: areas that touch stand apart in grey, and to who does not see red from green."""

from collections.abc import Sequence
from itertools import combinations, pairwise
from typing import Any

import pandas as pd
import pytest

from checked_figures import flow_figure, history_figure, parts_figure, reasons_figure, spells_figure, years_figure
from dashboard.charts.palette import PALETTE, bar_outline
from dashboard.charts.reasons import MISSING_TONE, OTHER_TONE, TONES
from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.domain.reason import MISSING, reason_keys

# Machado, Oliveira and Fernandes 2009: red and green are the same cone's to one in twelve men.
DEUTERANOPIA = ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881))
GREY = ((0.2126, 0.7152, 0.0722),) * 3
APART = 1.5  # of contrast, where two areas touch; a line between them must have it against one of them
STACKED = (Light.GREEN, Light.YELLOW, Light.RED, Light.NOT_REPORTED, Light.DONE)


def seen(colour: str, by: Sequence[Sequence[float]]) -> Sequence[float]:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return [min(1.0, max(0.0, sum(share * part for share, part in zip(row, linear, strict=True)))) for row in by]


def contrast(one: str, other: str, by: Sequence[Sequence[float]]) -> float:
    lights = (sum(map(float.__mul__, GREY[0], map(float, seen(each, by)))) for each in (one, other))
    low, high = sorted(lights)
    return (high + 0.05) / (low + 0.05)


def stand_apart(one: str, other: str, between: str, by: Sequence[Sequence[float]]) -> bool:
    return contrast(one, other, by) >= APART or all(contrast(each, between, by) >= APART for each in (one, other))


@pytest.mark.parametrize("by", [GREY, DEUTERANOPIA], ids=["grey", "deuteranopia"])
def test_lights_that_lie_on_each_other_stand_apart(by: Sequence[Sequence[float]]) -> None:
    touching = [
        (one, other) for place, one in enumerate(STACKED) for other in STACKED[place + 1 :]
    ]  # a month may lack those between
    for one, other in touching:
        line = bar_outline(Light.NOT_REPORTED if Light.NOT_REPORTED in (one, other) else one)
        assert stand_apart(PALETTE[one].color, PALETTE[other].color, line, by), (one, other)


@pytest.mark.parametrize("by", [GREY, DEUTERANOPIA], ids=["grey", "deuteranopia"])
def test_reasons_that_lie_on_each_other_stand_apart(by: Sequence[Sequence[float]]) -> None:
    for one, other in pairwise((*TONES, OTHER_TONE)):
        assert stand_apart(one.fill, other.fill, "#FFFFFF", by), (one, other)
    assert contrast(MISSING_TONE.fill, MISSING_TONE.outline, by) >= 3


PARTS = ("green", "yellow", "red", "not_reported", "done")
PAIRS = tuple(combinations(PARTS, 2))  # a month may lack the lights between any two
MONTHS = [Month(2026, 1).plus(number) for number in range(len(PAIRS))]
SUMS = [
    {"month": str(month), **{part: 2 * (part in pair) for part in PARTS}, "total": 4}
    for month, pair in zip(MONTHS, PAIRS, strict=True)
]
AMOUNTS = [
    {"value": "ØK", "month": "2026-10", "light": light, "year": 2026, "savings": -50.0, "expenses": 20.0}
    for light in PARTS
]
REASONS = [{"month": str(month), "reason": each, "n": 1} for month in MONTHS for each in (*reason_keys(), MISSING)]
FLOW = [{"month": "2026-10", "improved": 2, "worsened": 1, "new": 1, "gone": 1, "done": 1}]
SPELLS = [{"light": light, "in_row": n, "n": 2} for light in PARTS for n in (1, 3)]
NAMES = {"improved": "Forbedret", "worsened": "Forværret", "new": "Nye", "gone": "Udgået", "done": "Afsluttet"}
DRAWN = {
    "months": history_figure(pd.DataFrame(SUMS), MONTHS, as_share=False),
    "shares": history_figure(pd.DataFrame(SUMS), MONTHS, as_share=True),
    "amounts of years": years_figure(pd.DataFrame(AMOUNTS), str),
    "amounts of parts": parts_figure(pd.DataFrame(AMOUNTS), ["ØK"], ["ØK"], str),
    "reasons": reasons_figure(pd.DataFrame(REASONS), MONTHS, MONTHS),
    "flow": flow_figure(pd.DataFrame(FLOW), MONTHS, NAMES),
    "spells": spells_figure(pd.DataFrame(SPELLS)),
}


def touching(figure: Any) -> set[tuple[str, str, tuple[str, ...]]]:
    """Find the parts of bars that lie on each other, as they are drawn: their colours, and the lines of both."""
    stacks: dict[tuple[Any, ...], list[Any]] = {}
    for trace in (trace for trace in figure.data if trace.type == "bar"):
        at, long = (trace.y, trace.x) if trace.orientation == "h" else (trace.x, trace.y)
        for place, length in zip(at, long, strict=True):
            if length:
                stacks.setdefault((trace.xaxis, trace.offsetgroup, place, length > 0), []).append(trace.marker)
    pairs = [pair for stack in stacks.values() for pair in pairwise(stack)]
    return {
        (one.color, other.color, tuple(each.line.color if each.line.width else each.color for each in (one, other)))
        for one, other in pairs
    }


@pytest.mark.parametrize("by", [GREY, DEUTERANOPIA], ids=["grey", "deuteranopia"])
@pytest.mark.parametrize("figure", DRAWN)
def test_what_touches_in_a_drawn_figure_stands_apart(figure: str, by: Sequence[Sequence[float]]) -> None:
    found = touching(DRAWN[figure])
    assert found or figure in ("flow", "spells"), "nothing touches, so nothing was looked at"
    alike = [
        (one, other) for one, other, lines in found if not any(stand_apart(one, other, line, by) for line in lines)
    ]
    assert alike == []


def test_every_light_has_a_shape_of_its_own() -> None:
    assert (
        len({look.path for look in PALETTE.values()}) == len({look.symbol for look in PALETTE.values()}) == len(Light)
    )
