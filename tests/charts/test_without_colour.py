"""Figures told without colour: areas that touch stand apart in grey, and to who does not see red from green."""

from collections.abc import Sequence
from itertools import pairwise

import pytest

from dashboard.charts.palette import PALETTE, bar_outline
from dashboard.charts.reasons import MISSING_TONE, OTHER_TONE, TONES
from dashboard.domain.light import Light

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


def test_every_light_has_a_shape_of_its_own() -> None:
    assert (
        len({look.path for look in PALETTE.values()}) == len({look.symbol for look in PALETTE.values()}) == len(Light)
    )
