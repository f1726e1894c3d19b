"""How long the lines have had their present light: a small histogram for each light, on one axis."""

from collections.abc import Callable, Sequence
from typing import Any

import pandas as pd

from dashboard.charts.frame import HIDDEN_AXIS, Figure, Trace, bars, framed, point
from dashboard.charts.palette import INK, MUTED, PALETTE, marker, word
from dashboard.domain.light import Light
from dashboard.domain.terms import terms

LIGHTS = (Light.RED, Light.YELLOW, Light.GREEN)
LONGEST = 12
Lead = Callable[[Light, int], str]
PLOT, HEAD, BOTTOM, GAP = 110, 38, 24, 0.05


def spells_figure(spells: pd.DataFrame, lead: Lead | None = None) -> Figure:
    """Draw how many lines have had red, yellow and green for one status, two in a row, and so on, twelve at most."""
    counts = {light: counted(spells, light) for light in LIGHTS}
    most = max(max(by_length) for by_length in counts.values()) or 1
    top = most * (1 + HEAD / PLOT)
    drawn = [_bars(light, number, counts[light], lead) for number, light in enumerate(LIGHTS)]
    axes: dict[str, Any] = {}
    for number in range(len(LIGHTS)):
        axes |= _axes(number, top)
    return framed(
        [*drawn, *(_shape(light, number, top) for number, light in enumerate(LIGHTS))],
        PLOT + HEAD + BOTTOM,
        bottom=BOTTOM,
        **axes,
        bargap=0.2,
        annotations=[_name(light, number, sum(counts[light]), top) for number, light in enumerate(LIGHTS)],
    )


def describe_spells(spells: pd.DataFrame) -> str:
    """Say in words what the figure shows."""
    told = {
        light: [f"{n} {in_row(place)}" for place, n in enumerate(counted(spells, light), 1) if n] for light in LIGHTS
    }
    return "; ".join(f"{word(light)}: {', '.join(said) or 'ingen'}" for light, said in told.items())


def counted(spells: pd.DataFrame, light: Light) -> list[int]:
    """Count the lines of a light by length, the longest together."""
    counts = [0] * LONGEST
    for length, n in spells.loc[spells["light"] == light, ["in_row", "n"]].itertuples(index=False):
        counts[min(int(length), LONGEST) - 1] += int(n)
    return counts


def _bars(light: Light, number: int, counts: Sequence[int], lead: Lead | None) -> Trace:
    return bars(
        x=list(range(1, LONGEST + 1)),
        y=counts,
        xaxis=f"x{_axis(number)}",
        yaxis=f"y{_axis(number)}",
        text=[str(n) if n else "" for n in counts],
        textposition="outside",
        textangle=0,
        cliponaxis=False,
        textfont={"size": 12, "color": INK},
        marker={"color": PALETTE[light].color},
        customdata=[lead(light, place) for place in range(1, LONGEST + 1)] if lead else None,
        hovertext=[f"{terms().lights[light].count(n)}<br>{in_row(place)}" for place, n in enumerate(counts, 1)],
    )


def _shape(light: Light, number: int, top: float) -> Trace:
    axes = {"xaxis": f"x{_axis(number)}", "yaxis": f"y{_axis(number)}"}
    return point(x=[0.7], y=[_head(top)], marker=marker(light), **axes)


def _name(light: Light, number: int, n: int, top: float) -> dict[str, Any]:
    place = {"x": 0.7, "xref": f"x{_axis(number)}", "xshift": 9, "y": _head(top), "yref": f"y{_axis(number)}"}
    look = {"xanchor": "left", "yanchor": "middle", "showarrow": False, "font": {"size": 14}}
    return {**place, **look, "text": f"{word(light)} <b>{n}</b>"}


def _axes(number: int, top: float) -> dict[str, Any]:
    width = (1 - GAP * (len(LIGHTS) - 1)) / len(LIGHTS)
    start = number * (width + GAP)
    ticks = {"tickvals": [1, 3, 6, 9, LONGEST], "ticktext": ["1", "3", "6", "9", f"{LONGEST}+"], "tickangle": 0}
    look = {"tickfont": {"size": 13, "color": MUTED}, "showline": True, "linecolor": INK, "showgrid": False}
    across = {"domain": [start, start + width], "anchor": f"y{_axis(number)}", "range": [0.3, LONGEST + 0.7]}
    return {
        f"xaxis{_axis(number)}": {**across, "fixedrange": True, "tickmode": "array", **ticks, **look},
        f"yaxis{_axis(number)}": {**HIDDEN_AXIS, "anchor": f"x{_axis(number)}", "range": [0, top]},
    }


def _axis(number: int) -> str:
    return str(number + 1) if number else ""


def _head(top: float) -> float:
    """Give the height of the names, over the bars."""
    return top * (1 - 8 / (PLOT + HEAD))


def in_row(place: int) -> str:
    """Say for how long: "i 3 statusser i træk", the longest together with all beyond it."""
    if place == 1:
        return "i første status"
    return f"i {place} statusser i træk" if place < LONGEST else f"i {LONGEST} statusser i træk eller flere"
