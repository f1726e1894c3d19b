"""What every figure shares: letters, Danish numbers, a white hover label, and no axis that nobody reads."""

import plotly.graph_objects as go

from dashboard.charts.palette import FONT, INK, MUTED

HIDDEN_AXIS = {"visible": False, "fixedrange": True}


def framed(figure: go.Figure, height: int, left: int = 0, right: int = 0, top: int = 0, bottom: int = 0) -> go.Figure:
    """Give a figure its height, its margins and the look that all figures have."""
    return figure.update_layout(
        dragmode=False,
        clickmode="event",
        height=height,
        margin={"l": left, "r": right, "t": top, "b": bottom, "pad": 0, "autoexpand": False},
        font={"family": FONT, "size": 15, "color": INK},
        showlegend=False,
        separators=",.",
        hoverlabel={
            "align": "left",
            "bgcolor": "#FFFFFF",
            "bordercolor": MUTED,
            "font": {"family": FONT, "size": 14, "color": INK},
        },
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
    )
