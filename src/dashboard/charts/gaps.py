"""Months that no workbook came for: they keep their place on the axis, and are visibly empty."""

from collections.abc import Sequence
from typing import Any

import plotly.graph_objects as go

from dashboard.charts.month_axis import runs_of_gaps
from dashboard.charts.palette import MUTED
from dashboard.domain.month import Month

NOT_DELIVERED = "ikke leveret"
ROOM_FOR_WORDS = 3  # months beside each other


def gap_bars(months: Sequence[Month], delivered: set[str], top: float) -> go.Bar:
    """Draw a hatched bar for each month without a delivery."""
    places = [place for place, month in enumerate(months) if str(month) not in delivered]
    said = NOT_DELIVERED.capitalize()
    return go.Bar(
        x=places,
        y=[top] * len(places),
        name=said,
        marker={
            "color": "#FFFFFF",
            "pattern": {"shape": "/", "fgcolor": "#DDE3E8", "bgcolor": "#FFFFFF", "size": 7, "solidity": 0.25},
            "line": {"color": "#FFFFFF", "width": 1},
        },
        hovertext=[f"<b>{months[place].label.capitalize()}</b><br>{said}" for place in places],
        hoverinfo="text",
    )


def gap_notes(months: Sequence[Month], delivered: set[str], y: float) -> list[dict[str, Any]]:
    """Write on each run of such months that they were not delivered."""
    return [
        {
            "x": (first + last) / 2,
            "y": y,
            "text": NOT_DELIVERED,
            "showarrow": False,
            "textangle": 0 if last - first + 1 >= ROOM_FOR_WORDS else -90,
            "font": {"size": 13, "color": MUTED},
            "bgcolor": "#FFFFFF",
            "borderpad": 2,
        }
        for first, last in runs_of_gaps(months, delivered)
    ]
