"""What moved from each status to the next: improved upwards, worsened downwards, and the rest as numbers below."""

from collections.abc import Hashable, Mapping, Sequence
from typing import Any

import pandas as pd

from dashboard.charts.frame import Figure, Trace, bars, framed, gap_notes, month_axis
from dashboard.charts.palette import ACCENT, INK, MUTED
from dashboard.domain.month import Month

UP, DOWN = ACCENT, "#8A96A1"
PLOT, TOP, BOTTOM, NAMES, LETTERS = 168, 6, 38, 92, 19
BARS = {"improved": (1, UP), "worsened": (-1, DOWN)}
BELOW = ("new", "gone", "done")


def flow_figure(flow: pd.DataFrame, months: Sequence[Month], names: Mapping[str, str]) -> Figure:
    """Draw the steps to every month of the calendar; ``names`` are the words for the kinds, in order.

    ``flow`` has a column for each kind of change. Months without a step (the first, and those not delivered) are empty.
    """
    rows = {str(row["month"]): row for row in flow.to_dict("records")}
    told = [(place, month) for place, month in enumerate(months) if str(month) in rows]
    most = max([1, *(abs(int(row[kind])) for row in rows.values() for kind in BARS)])
    below = BOTTOM + LETTERS * len(BELOW) + 6
    axis = {"range": [-1.3 * most, 1.3 * most], "fixedrange": True, "showgrid": False, "showticklabels": False}
    return framed(
        [_bars(kind, rows, told, names) for kind in BARS],
        TOP + PLOT + below,
        left=NAMES,
        top=TOP,
        bottom=below,
        barmode="relative",
        bargap=0.3,
        xaxis={**month_axis(months), "showline": False},
        yaxis={**axis, "zeroline": True, "zerolinecolor": INK, "zerolinewidth": 1},
        annotations=[*_names(names), *_numbers(rows, told), *gap_notes(months, {str(months[0]), *rows}, 0)],
    )


def _bars(
    kind: str, rows: Mapping[str, Mapping[Hashable, Any]], told: Sequence[tuple[int, Month]], names: Mapping[str, str]
) -> Trace:
    sign, color = BARS[kind]
    counts = [int(rows[str(month)][kind]) for _, month in told]
    return bars(
        x=[place for place, _ in told],
        y=[sign * n for n in counts],
        name=names[kind],
        text=[str(n) if n else "" for n in counts],
        textposition="outside",
        textfont={"size": 13, "color": INK},
        cliponaxis=False,
        marker={"color": color},
        hovertext=[
            f"<b>{month.label.capitalize()}</b><br>"
            + "<br>".join(f"{name}: {int(rows[str(month)][each])}" for each, name in names.items())
            for _, month in told
        ],
    )


def describe_flow(flow: pd.DataFrame, names: Mapping[str, str]) -> str:
    """Say in words what the figure shows."""
    return "; ".join(
        f"{Month.parse(str(row['month'])).label}: " + ", ".join(f"{name} {row[kind]}" for kind, name in names.items())
        for row in flow.to_dict("records")
    )


def _names(names: Mapping[str, str]) -> list[dict[str, Any]]:
    beside = {"x": 0, "xref": "paper", "xshift": -NAMES, "xanchor": "left", "yref": "paper", "showarrow": False}
    look = {"font": {"size": 14, "color": INK}, "yanchor": "middle"}
    sides = [{**beside, **look, "text": names[kind], "y": y} for kind, y in (("improved", 0.75), ("worsened", 0.25))]
    return sides + [
        {**beside, **_line(line), "text": names[kind], "font": {"size": 13, "color": MUTED}}
        for line, kind in enumerate(BELOW)
    ]


def _numbers(rows: Mapping[str, Mapping[Hashable, Any]], told: Sequence[tuple[int, Month]]) -> list[dict[str, Any]]:
    written = []
    for line, kind in enumerate(BELOW):
        for place, month in told:
            n = int(rows[str(month)][kind])
            font = {"size": 13, "color": INK if n else MUTED}
            said = str(n) if n else "·"
            written.append({**_line(line), "x": place, "yref": "paper", "showarrow": False, "text": said, "font": font})
    return written


def _line(number: int) -> dict[str, Any]:
    """Place a line of numbers below the names of the months."""
    return {"y": 0, "yshift": -BOTTOM - LETTERS * number, "yanchor": "top"}
