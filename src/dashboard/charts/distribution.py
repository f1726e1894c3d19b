"""The lights of each udvalg, tema or art as bars that are compared by share, with the counts written in them."""

import textwrap
from collections.abc import Callable, Hashable, Mapping, Sequence

import pandas as pd
import plotly.graph_objects as go

from dashboard.charts.frame import HIDDEN_AXIS, framed
from dashboard.charts.palette import MUTED, PALETTE, marker, word
from dashboard.domain.light import Light

BAR_ORDER = (Light.GREEN, Light.YELLOW, Light.RED)
ROW = 36
BAR = 26
LINE = 19
LEGEND = 28
NAME_CHARACTERS = 30
NAME_GAP = 14
NUMBER_WIDTH = 62
LEGEND_STEP = 0.17
COUNT_SIZE = 15
ROOM_FOR_A_DIGIT = 0.055
ACTIVE = "aktive"


def distribution_figure(
    counts: pd.DataFrame, names: Sequence[str], lead: Callable[[int, Light], str] | None = None
) -> go.Figure:
    """Draw one bar a row, in the order given: green to the left, the number that the shares are of at the end.

    ``counts`` has a column for each light; done and not reported are no part of a share and stand in the hover text.
    ``lead`` gives the address that a segment leads to, by the place of its row and its light.
    """
    labels = ["<br>".join(textwrap.wrap(name, NAME_CHARACTERS)) for name in names]
    active = counts[[str(light) for light in BAR_ORDER]].sum(axis=1).astype(int)
    figure = go.Figure()
    middles, height = _rows(labels)
    for place, light in enumerate(BAR_ORDER, start=1):
        bar = _bar(light, counts, active, names, middles)
        figure.add_trace(bar.update(customdata=[lead(row, light) for row in range(len(names))]) if lead else bar)
        figure.add_trace(_legend_entry(light, place))
    _write_beside(figure, labels, [int(number) for number in active], middles)
    return _arranged(figure, _left_margin(labels), height)


def describe_distribution(counts: pd.DataFrame, names: Sequence[str]) -> str:
    """Say in words what the figure shows, for those who do not see it."""
    rows = zip(names, counts.to_dict("records"), strict=True)
    return "; ".join(f"{name}: " + ", ".join(_counted(row, light) for light in Light) for name, row in rows)


def _counted(row: Mapping[Hashable, object], light: Light) -> str:
    return f"{row[str(light)]} {word(light).lower()}"


def _rows(labels: Sequence[str]) -> tuple[list[float], int]:
    # One unit of the y axis is one pixel, so a name of three lines makes its own row higher and no other.
    middles, height = [], 0
    for label in labels:
        row = max(ROW, _lines(label) * LINE + 8)
        middles.append(height + row / 2)
        height += row
    return middles, height


def _lines(label: str) -> int:
    return label.count("<br>") + 1


def _left_margin(labels: Sequence[str]) -> int:
    return int(max((len(line) for label in labels for line in label.split("<br>")), default=0) * 7.2) + NAME_GAP


def _bar(
    light: Light, counts: pd.DataFrame, active: "pd.Series[int]", names: Sequence[str], middles: Sequence[float]
) -> go.Bar:
    look = PALETTE[light]
    rows = counts.to_dict("records")
    numbers = [int(row[str(light)]) for row in rows]
    shares = [number / of if of else 0.0 for number, of in zip(numbers, active, strict=True)]
    fits = [share >= ROOM_FOR_A_DIGIT * len(str(number)) for number, share in zip(numbers, shares, strict=True)]
    is_last = light is BAR_ORDER[-1]
    return go.Bar(
        x=shares,
        y=middles,
        width=BAR,
        orientation="h",
        name=word(light),
        text=[str(number) if number and (fit or is_last) else "" for number, fit in zip(numbers, fits, strict=True)],
        textposition=["inside" if fit else "outside" for fit in fits] if is_last else "inside",
        insidetextanchor="middle",
        textangle=0,
        constraintext="none",
        insidetextfont={"color": look.on_color, "size": COUNT_SIZE},
        outsidetextfont={"color": look.color, "size": COUNT_SIZE},
        cliponaxis=False,
        marker={"color": look.color, "line": {"color": "#FFFFFF", "width": 1}},
        hovertext=[
            f"<b>{name}</b><br>{_counted(row, light)} af {of}<br>"
            f"Hertil {_counted(row, Light.NOT_REPORTED)} og {_counted(row, Light.DONE)}"
            for name, row, of in zip(names, rows, active, strict=True)
        ],
        hoverinfo="text",
        showlegend=False,
    )


def _legend_entry(light: Light, place: int) -> go.Scatter:
    legend = "legend" if place == 1 else f"legend{place}"
    return go.Scatter(
        x=[None], y=[None], mode="markers", name=word(light), legend=legend, marker=marker(light), hoverinfo="skip"
    )


def _write_beside(figure: go.Figure, labels: Sequence[str], numbers: Sequence[int], middles: Sequence[float]) -> None:
    beside = {"xref": "paper", "showarrow": False}
    name = {**beside, "x": 0, "xshift": -_left_margin(labels), "xanchor": "left", "yanchor": "middle", "align": "left"}
    number = {**beside, "x": 1, "xshift": NUMBER_WIDTH, "xanchor": "right", "font": {"color": MUTED}}
    for y, label, n in zip(middles, labels, numbers, strict=True):
        figure.add_annotation(text=label, y=y, **name)
        figure.add_annotation(text=str(n), y=y, yanchor="middle", **number)
    figure.add_annotation(text=ACTIVE, y=1, yref="paper", yanchor="bottom", yshift=5, **number)


def _arranged(figure: go.Figure, left: int, height: int) -> go.Figure:
    framed(figure, LEGEND + height, left, NUMBER_WIDTH, LEGEND)
    return figure.update_layout(
        barmode="stack",
        xaxis={**HIDDEN_AXIS, "range": [0, 1]},
        yaxis={**HIDDEN_AXIS, "range": [height, 0]},
        showlegend=True,
        legend=_legend(0),
        legend2=_legend(1),
        legend3=_legend(2),
    )


def _legend(place: int) -> dict[str, object]:
    # One legend for each light: a single one is never wider than the bars, and hides what does not fit.
    return {
        "orientation": "h",
        "xref": "container",
        "x": place * LEGEND_STEP,
        "xanchor": "left",
        "y": 1,
        "yanchor": "bottom",
        "maxheight": 2 * LEGEND,
        "itemclick": False,
        "itemdoubleclick": False,
    }
