"""What is written around stacked bars: each light beside the last one, and what happened around the plan above."""

from collections.abc import Mapping, Sequence
from operator import attrgetter
from typing import Any

from dashboard.charts.frame import FEWEST, Trace, point
from dashboard.charts.palette import INK, marker, word
from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.domain.terms import Event

LABELS = 150  # pixels to the right of the bars
LETTERS = 19  # between two labels at least
EVENT_LETTERS, EVENT_LETTER = 17, 7  # pixels that a name of an event is high, and each of its letters wide
NARROW = 560  # pixels that the bars have on a page of two columns

Drawn = list[dict[str, Any]]


def labels_beside(
    parts: Mapping[Light, float], said: Mapping[Light, str], x: float, top: float, plot: int
) -> tuple[list[Trace], Drawn]:
    """Make the shapes and the words; ``parts`` lie on each other up to ``top``, which is ``plot`` pixels high."""
    below, middles = 0.0, []
    for part in parts.values():
        middles.append((below + part / 2) / top * plot)
        below += part
    markers: list[Trace] = []
    words: Drawn = []
    for light, height in zip(parts, apart(middles, plot), strict=True):
        y = height / plot * top
        markers.append(point(x=[x], y=[y], marker=marker(light)))
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


def event_marks(events: Sequence[Event], months: Sequence[Month], plot: int, above: int) -> tuple[Drawn, Drawn, int]:
    """Give a thin line before the month of each event, their names, and how many pixels there must be over the plot.

    ``above`` of them are taken already. A name that reaches the line of a later event stands over that event's name.
    """
    lines: Drawn = []
    names: Drawn = []
    placed: list[tuple[int, int]] = []
    for event in sorted(
        (event for event in events if event.month in months[1:]), key=attrgetter("month"), reverse=True
    ):
        place = months.index(event.month)
        end = place + (len(event.name) + 1) * EVENT_LETTER * max(len(months), FEWEST) / NARROW
        level = max((below + 1 for later, below in placed if later < end), default=0)
        placed.append((place, level))
        height = above + level * EVENT_LETTERS
        lines.append(
            {
                "type": "line", "x0": place - 0.5, "x1": place - 0.5, "yref": "paper", "y0": 0,
                "y1": 1 + (height + EVENT_LETTERS) / plot, "line": {"color": INK, "width": 1, "dash": "dot"},
            }
        )  # fmt: skip
        names.append(
            {
                "x": place - 0.5, "xanchor": "left", "xshift": 2, "y": 1, "yref": "paper", "yshift": height,
                "yanchor": "bottom", "text": event.name, "showarrow": False, "font": {"size": 13, "color": INK},
            }
        )  # fmt: skip
    return lines, names, above + EVENT_LETTERS * max((level + 1 for _, level in placed), default=0)
