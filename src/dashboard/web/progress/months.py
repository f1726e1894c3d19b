"""The lights of every month up to the one shown, as shares or counts."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from dashboard.charts.history import describe_history, history_figure
from dashboard.charts.palette import word
from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.domain.terms import terms
from dashboard.web import phrases
from dashboard.web.choice import choose
from dashboard.web.figure import Cell, Leading, figure_table, show_plot
from dashboard.web.links import list_address
from dashboard.web.markup import tag
from dashboard.web.plan import Selection
from dashboard.web.progress import texts

KEY = "maaneder"


def choose_measure(selection: Selection) -> bool:
    """Draw the heading with the choice between share and count, and tell whether shares are to be shown."""
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.html(tag("h2", texts.MONTHS), width="content")
        measure = choose(texts.MEASURE, "vis", texts.MEASURES, texts.AS_SHARE)
    return measure == texts.AS_SHARE and not selection.light


def show_months(history: pd.DataFrame, months: Sequence[Month], selection: Selection, as_share: bool) -> None:
    """Show the bars of all months, what they are of, and what a filter on lights does to them."""
    said = texts.COUNT_WITH_LIGHT if selection.light else texts.OF_SHARE if as_share else texts.OF_COUNT
    show_plot(
        history_figure(
            history, months, as_share, terms().events, lambda month, light: list_address(month, light, selection)
        ),
        KEY,
        texts.MONTHS,
        describe_history(history),
        _table(history, months, selection),
        texts.ONE_MONTH if len(history) == 1 else said,
    )


def _table(history: pd.DataFrame, months: Sequence[Month], selection: Selection) -> str:
    rows = {str(row["month"]): row for row in history.to_dict("records")}
    body: list[list[Cell]] = []
    for month in months:
        row = rows.get(str(month))
        name = phrases.month_name(month)
        if row is None:
            body.append([name, *[texts.NOT_DELIVERED] * (len(Light) + 1)])
            continue
        counts = [Leading(int(row[light]), list_address(month, light, selection)) for light in Light]
        body.append([name, *counts, int(row["total"])])
    return figure_table([texts.MONTH, *[word(light) for light in Light], texts.TOTAL], body)
