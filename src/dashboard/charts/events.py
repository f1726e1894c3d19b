"""What happened around the plan: a thin line before the month, with its name above."""

from collections.abc import Sequence
from typing import Any

from dashboard.charts.palette import INK
from dashboard.domain.month import Month
from dashboard.domain.terms import Event

LETTERS = 17
CLOSE = 5  # months between two events whose names need a line each

Drawn = list[dict[str, Any]]


def event_marks(events: Sequence[Event], months: Sequence[Month], plot: int, above: int) -> tuple[Drawn, Drawn, int]:
    """Give the lines, the names, and how many pixels there must be over the plot, ``above`` of them already taken."""
    lines: Drawn = []
    names: Drawn = []
    level, levels, before = 0, 0, None
    for event in (event for event in events if event.month in months[1:]):
        place = months.index(event.month)
        level = 1 - level if before is not None and place - before < CLOSE else 0
        levels, before = max(levels, level + 1), place
        height = above + level * LETTERS
        lines.append(
            {
                "type": "line", "x0": place - 0.5, "x1": place - 0.5, "y0": 0, "y1": 1 + (height + LETTERS) / plot,
                "yref": "paper", "line": {"color": INK, "width": 1, "dash": "dot"},
            }
        )  # fmt: skip
        names.append(
            {
                "x": place - 0.5, "xanchor": "left", "xshift": 2, "y": 1, "yref": "paper", "yshift": height,
                "yanchor": "bottom", "text": event.name, "showarrow": False, "font": {"size": 13, "color": INK},
            }
        )  # fmt: skip
    return lines, names, above + LETTERS * levels
