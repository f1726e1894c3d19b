"""Why lines are red: now as a list that is also the key to the figure, and month by month."""

from collections import Counter
from collections.abc import Sequence

import pandas as pd
import streamlit as st
from htpy import Element, Fragment, div, fragment, h2, i, span

from dashboard import queries
from dashboard.charts.reasons import counted, describe_reasons, reasons_figure, tone_of
from dashboard.domain.month import Month
from dashboard.domain.reason import MISSING, reason_keys, reason_name
from dashboard.queries import ListedLine
from dashboard.web import address, phrases, places
from dashboard.web.database import Selection, ask
from dashboard.web.figure import Cell, figure_table, show_plot
from dashboard.web.filters import COMPARE_KEY, MONTH_KEY
from dashboard.web.red.lines import reason
from dashboard.web.strips import LAST_YEAR, strip_months

WHY = "Hvorfor er de røde?"
HISTORY = "Årsager måned for måned"
NOTE = "Antal røde i alt over søjlen. Klik på en søjle for at se måneden."
MONTH, TOTAL = "Måned", "Røde i alt"
NOT_DELIVERED = "ikke leveret"


def reasons_now(red: Sequence[ListedLine]) -> Fragment:
    """List the reasons of the red lines with how many each has; a missing one is told as a defect."""
    n = Counter(map(reason, red))
    most = max(n.values(), default=1)
    return fragment[h2[WHY], div(".why-list")[(_row(key, n[key], most) for key in reason_keys())]]


def show_reason_history(selection: Selection) -> None:
    """Show the reasons of every month."""
    delivered = ask(queries.delivered_months, selection)
    months = strip_months(delivered, longest=LAST_YEAR)
    shown = [month for month in delivered if month in months]
    counts = ask(queries.reason_counts, selection)
    st.html(h2[HISTORY])
    show_plot(
        reasons_figure(counts, months, shown, lambda month: _as_of(month, selection)),
        "aarsager",
        HISTORY,
        describe_reasons(counts, shown),
        _table(counts, months, shown),
        NOTE,
    )


def _row(key: str, n: int, most: int) -> Element:
    tone = tone_of(key)
    look = f"background:{tone.fill};border-color:{tone.outline};"
    return div(class_=["reason-row", "none" if n == 0 else key == MISSING and "defect"])[
        span(".reason-swatch", style=look),
        span(".reason-name")[reason_name(key)],
        span(".reason-bar")[(n and i(style=f"{look}width:{100 * n / most:.0f}%")) or None],
        span(".reason-n")[phrases.number(n)],
    ]


def _as_of(month: Month, selection: Selection) -> str:
    if month == selection.month:
        return address.href(places.RED)
    return address.href(places.RED, **{MONTH_KEY: str(month), COMPARE_KEY: None})


def _table(counts: pd.DataFrame, months: Sequence[Month], delivered: Sequence[Month]) -> str:
    n = counted(counts)
    rows: list[list[Cell]] = []
    for month in months:
        cells: list[Cell] = [NOT_DELIVERED] * (len(reason_keys()) + 1)
        if month in delivered:
            of = [n.get((month, key), 0) for key in reason_keys()]
            cells = [*of, sum(of)]
        rows.append([phrases.month_name(month), *cells])
    return figure_table([MONTH, *map(reason_name, reason_keys()), TOTAL], rows)
