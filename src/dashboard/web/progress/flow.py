"""What moved from each status to the next."""

from collections.abc import Sequence
from html import escape

import pandas as pd
import streamlit as st

from dashboard.charts.flow import describe_flow, flow_figure
from dashboard.domain.month import Month
from dashboard.web import phrases
from dashboard.web.figure import Cell, figure_table, show_plot
from dashboard.web.markup import tag
from dashboard.web.progress import texts

KEY = "bevaegelse"


def show_flow(flow: pd.DataFrame, months: Sequence[Month]) -> None:
    """Show how many lines improved and worsened, or say that there is only one status."""
    st.html(tag("h2", escape(texts.FLOW)))
    if flow.empty:
        st.html(tag("p", escape(texts.ONE_MONTH), "quiet"))
        return
    figure = flow_figure(flow, months, texts.FLOW_KINDS)
    show_plot(figure, KEY, texts.FLOW, describe_flow(flow, texts.FLOW_KINDS), _table(flow), texts.FLOW_EXPLAINED)


def _table(flow: pd.DataFrame) -> str:
    rows: list[list[Cell]] = [
        [phrases.month_name(Month.parse(str(row["month"]))), *[int(row[kind]) for kind in texts.FLOW_KINDS]]
        for row in flow.to_dict("records")
    ]
    return figure_table([texts.MONTH, *texts.FLOW_KINDS.values()], rows)
