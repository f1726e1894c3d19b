"""The figures of dashboard.charts as Plotly's own classes, which check every value that is in them."""

from collections.abc import Callable
from typing import ParamSpec

import plotly.graph_objects as go

from dashboard.charts import flow, history, money, reasons, spells
from dashboard.charts.frame import Figure

Given = ParamSpec("Given")


def _checked(draw: Callable[Given, Figure]) -> Callable[Given, go.Figure]:
    def checked(*args: Given.args, **kwargs: Given.kwargs) -> go.Figure:
        return go.Figure(draw(*args, **kwargs))

    return checked


flow_figure = _checked(flow.flow_figure)
history_figure = _checked(history.history_figure)
months_figure = _checked(money.months_figure)
parts_figure = _checked(money.parts_figure)
years_figure = _checked(money.years_figure)
reasons_figure = _checked(reasons.reasons_figure)
spells_figure = _checked(spells.spells_figure)
