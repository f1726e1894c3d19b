"""Why lines are red: now as a list that is also the key to the figure, and month by month."""

from collections import Counter
from collections.abc import Sequence
from html import escape

import pandas as pd
import streamlit as st

from dashboard import queries
from dashboard.charts.reasons import counted, describe_reasons, reasons_figure, tone_of
from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.domain.reason import MISSING, reason_keys, reason_name
from dashboard.web import address, filters, phrases, places
from dashboard.web.figure import Cell, figure_table, show_plot
from dashboard.web.markup import tag, text
from dashboard.web.plan import Selection, ask
from dashboard.web.red import texts
from dashboard.web.red.lines import RedLine, shown_months


def reasons_now(lines: Sequence[RedLine]) -> str:
    """List the reasons of the red lines with how many each has; a missing one is told as a defect."""
    n = Counter(line.reason for line in lines if line.light is Light.RED)
    rows = "".join(_row(reason, n[reason], max(n.values(), default=1)) for reason in reason_keys())
    return tag("h2", escape(texts.WHY)) + tag("div", rows, "why-list")


def show_reason_history(selection: Selection) -> None:
    """Show the reasons of every month."""
    delivered = ask(queries.delivered_months, selection)
    months = shown_months(selection)
    shown = [month for month in delivered if month in months]
    counts = ask(queries.reason_counts, selection)
    st.html(tag("h2", escape(texts.WHY_HISTORY)))
    show_plot(
        reasons_figure(counts, months, shown, lambda month: _as_of(month, selection)),
        "aarsager",
        texts.WHY_HISTORY,
        describe_reasons(counts, shown),
        _table(counts, months, shown),
        texts.WHY_NOTE,
    )


def _row(reason: str, n: int, most: int) -> str:
    tone = tone_of(reason)
    look = f"background:{tone.fill};border-color:{tone.outline};"
    return tag(
        "div",
        tag("span", "", "reason-swatch", style=look)
        + text(reason_name(reason), "reason-name")
        + tag("span", tag("i", "", "", style=f"{look}width:{100 * n / most:.0f}%") if n else "", "reason-bar")
        + text(phrases.number(n), "reason-n"),
        "reason-row" + (" none" if n == 0 else " defect" if reason == MISSING else ""),
    )


def _as_of(month: Month, selection: Selection) -> str:
    if month == selection.month:
        return address.href(places.RED)
    return address.href(places.RED, **{filters.MONTH_KEY: str(month), filters.COMPARE_KEY: None})


def _table(counts: pd.DataFrame, months: Sequence[Month], delivered: Sequence[Month]) -> str:
    n = counted(counts)
    rows: list[list[Cell]] = []
    for month in months:
        cells: list[Cell] = [texts.NOT_DELIVERED] * (len(reason_keys()) + 1)
        if month in delivered:
            of = [n.get((month, reason), 0) for reason in reason_keys()]
            cells = [*of, sum(of)]
        rows.append([phrases.month_name(month), *cells])
    return figure_table([texts.MONTH, *map(reason_name, reason_keys()), texts.TOTAL], rows)
