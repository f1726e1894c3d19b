"""Calendar months as an axis: every one has its place, also those that no workbook came for."""

from collections.abc import Sequence
from typing import Any

from dashboard.charts.palette import INK, MUTED
from dashboard.domain.month import Month

FEWEST = 6  # places, so that a single month does not become one broad bar
EDGE = 0.018  # of the axis, between the last bar and what is written beside it


def month_axis(months: Sequence[Month]) -> dict[str, Any]:
    """Make the x axis: short names, and the year under its first month."""
    return {
        "tickmode": "array",
        "tickvals": list(range(len(months))),
        "ticktext": [_tick(month, month == months[0]) for month in months],
        "tickangle": 0,
        "tickfont": {"size": 13, "color": MUTED},
        "range": [min(0, len(months) - FEWEST) - 0.5, right_edge(months)],
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
