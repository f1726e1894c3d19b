"""What figures share: letters and numbers, the axis of months, and the months that no workbook came for.

A figure is what Plotly draws, as plain data. Its own classes check it value by value, which takes as long as all the
rest of a page; the tests let them.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from dashboard.charts.palette import FONT, INK, MUTED
from dashboard.domain.month import Month

HIDDEN_AXIS = {"visible": False, "fixedrange": True}
FEWEST = 6  # places, so that a single month does not become one broad bar
EDGE = 0.018  # of the axis, between the last bar and what is written beside it
FIRST_YEAR = 0.01  # of the axis, before the first bar, for the year that is wider than a narrow one
NOT_DELIVERED = "ikke leveret"
ROOM_FOR_WORDS = 3  # months beside each other
LOOK = {
    "dragmode": False,
    "clickmode": "event",
    "font": {"family": FONT, "size": 15, "color": INK},
    "showlegend": False,
    "separators": ",.",
    "hoverlabel": {
        "align": "left",
        "bgcolor": "#FFFFFF",
        "bordercolor": MUTED,
        "font": {"family": FONT, "size": 14, "color": INK},
    },
    "paper_bgcolor": "rgba(0,0,0,0)",
    "plot_bgcolor": "rgba(0,0,0,0)",
}
Trace = Mapping[str, Any]
Figure = dict[str, Any]


def framed(
    traces: Sequence[Trace], height: int, left: int = 0, right: int = 0, top: int = 0, bottom: int = 0, **layout: Any
) -> Figure:
    """Make a figure with its height, its margins and the look that all figures have."""
    margin = {"l": left, "r": right, "t": top, "b": bottom, "pad": 0, "autoexpand": False}
    return {"data": [*traces], "layout": {**LOOK, "height": height, "margin": margin, **layout}}


def bars(**told: Any) -> Trace:
    """Make the bars of one kind."""
    return {"type": "bar", "hoverinfo": "text", **told}


def point(**told: Any) -> Trace:
    """Make a shape of its own, of which nothing is said when it is pointed at."""
    return {"type": "scatter", "mode": "markers", "cliponaxis": False, "hoverinfo": "skip", **told}


def month_axis(months: Sequence[Month]) -> dict[str, Any]:
    """Make the x axis: short names, and the year under its first month."""
    return {
        "tickmode": "array",
        "tickvals": list(range(len(months))),
        "ticktext": [_tick(month, month == months[0]) for month in months],
        "tickangle": 0,
        "tickfont": {"size": 13, "color": MUTED},
        "ticklabeloverflow": "allow",
        "range": [min(0, len(months) - FEWEST) - 0.5 - FIRST_YEAR * len(months), right_edge(months)],
        "fixedrange": True,
        "showgrid": False,
        "zeroline": False,
        "showline": True,
        "linecolor": INK,
        "ticks": "",
    }


def right_edge(months: Sequence[Month]) -> float:
    """Give the place where the axis ends."""
    return len(months) - 0.5 + EDGE * max(len(months), FEWEST)


def gap_bars(months: Sequence[Month], delivered: set[str], top: float) -> Trace:
    """Draw a hatched bar for each month without a delivery."""
    places = [place for place, month in enumerate(months) if str(month) not in delivered]
    said = NOT_DELIVERED.capitalize()
    return bars(
        x=places,
        y=[top] * len(places),
        name=said,
        marker={
            "color": "#FFFFFF",
            "pattern": {"shape": "/", "fgcolor": "#DDE3E8", "bgcolor": "#FFFFFF", "size": 7, "solidity": 0.25},
            "line": {"color": "#FFFFFF", "width": 1},
        },
        hovertext=[f"<b>{months[place].label.capitalize()}</b><br>{said}" for place in places],
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


def runs_of_gaps(months: Sequence[Month], delivered: set[str]) -> list[tuple[int, int]]:
    """Give the first and last place of every run of months that were not delivered."""
    runs: list[tuple[int, int]] = []
    for place, month in enumerate(months):
        if str(month) in delivered:
            continue
        if runs and runs[-1][1] == place - 1:
            runs[-1] = (runs[-1][0], place)
        else:
            runs.append((place, place))
    return runs


def _tick(month: Month, is_first: bool) -> str:
    return month.name[:3] + (f"<br><b>{month.year}</b>" if is_first or month.number == 1 else "")
