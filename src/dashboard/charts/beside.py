"""A stacked bar's legend, written beside its last bar: shape, word and number, each at its own part."""

from collections.abc import Mapping, Sequence
from typing import Any

import plotly.graph_objects as go

from dashboard.charts.palette import PALETTE, word
from dashboard.domain.light import Light

LABELS = 150  # pixels to the right of the bars
LETTERS = 19  # between two labels at least


def labels_beside(
    parts: Mapping[Light, float], said: Mapping[Light, str], x: float, top: float, plot: int
) -> tuple[list[go.Scatter], list[dict[str, Any]]]:
    """Make the shapes and the words; ``parts`` lie on each other up to ``top``, which is ``plot`` pixels high."""
    below, middles = 0.0, []
    for part in parts.values():
        middles.append((below + part / 2) / top * plot)
        below += part
    markers: list[go.Scatter] = []
    words: list[dict[str, Any]] = []
    for light, height in zip(parts, apart(middles, plot), strict=True):
        y = height / plot * top
        markers.append(_shape(light, x, y))
        words.append(
            {
                "x": 1, "xref": "paper", "xshift": 10, "xanchor": "left", "y": y, "yanchor": "middle",
                "text": f"{word(light)} <b>{said[light]}</b>", "showarrow": False, "font": {"size": 14},
            }
        )  # fmt: skip
    return markers, words


def apart(middles: Sequence[float], plot: int) -> list[float]:
    """Move labels up until none lies over another, and then down from the top."""
    placed: list[float] = []
    for middle in middles:
        placed.append(max(middle, placed[-1] + LETTERS) if placed else max(middle, LETTERS / 2))
    ceiling = plot - LETTERS / 2
    for number in range(len(placed) - 1, -1, -1):
        placed[number] = min(placed[number], ceiling)
        ceiling = placed[number] - LETTERS
    return placed


def _shape(light: Light, x: float, y: float) -> go.Scatter:
    look = PALETTE[light]
    color = look.outline if light is Light.NOT_REPORTED else look.color
    line = {"color": look.outline, "width": look.outline_width}
    marker = {"symbol": look.symbol, "size": 11, "color": color, "line": line}
    return go.Scatter(x=[x], y=[y], mode="markers", cliponaxis=False, hoverinfo="skip", marker=marker)
