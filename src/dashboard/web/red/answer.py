"""The answer of the page: how many are red, how long they have been it, how much money lies in them, and why."""

from collections import Counter
from collections.abc import Sequence

import pandas as pd
import streamlit as st
from htpy import Element, Fragment, Node, b, dd, div, dl, dt, fragment, h2, i, p, span

from dashboard import queries
from dashboard.charts.reasons import counted, describe_reasons, reasons_figure, tone_of
from dashboard.domain.light import Light
from dashboard.domain.month import Month, calendar_months
from dashboard.domain.reason import MISSING, reason_keys, reason_name
from dashboard.domain.terms import terms
from dashboard.queries import LightCount, ListedLine
from dashboard.web import address, lasting, money
from dashboard.web.database import Selection, ask
from dashboard.web.figure import Cell, figure_table, show_plot
from dashboard.web.filters import COMPARE_KEY, MONTH_KEY
from dashboard.web.links import line_link, list_link
from dashboard.web.markup import shape
from dashboard.web.red.lines import reason
from dashboard.web.strips import LAST_YEAR
from dashboard.wording import phrases, texts

RED_LINES = ("rød indsats", "røde indsatser")
NEW_RED = "Nye røde"
LONG_RED = "Mindst {n} i træk"
LONGEST = "Længst"
LASTING = "Varer"
MONEY_IN_RED = "Beløb {year}"
LONG = next((signal.limit or 3 for signal in terms().signals if signal.rule == "red_long"), 3)
WHY = "Hvorfor er de røde?"
HISTORY = "Årsager måned for måned"
NOTE = "Antal røde i alt over søjlen."
HOW = "Klik på en søjle for at se måneden."
MONTH, TOTAL = "Måned", "Røde i alt"
NOT_DELIVERED = "ikke leveret"


def answer(counts: Sequence[LightCount], red: Sequence[ListedLine], selection: Selection) -> Element:
    """Draw the number of red lines with its change, and beside it what it is made of."""
    number = list_link(phrases.number(len(red)), "list-link red-n", lys=str(Light.RED))
    return div(".red-answer")[
        div(".red-count")[shape(Light.RED), number, span(".red-said")[RED_LINES[0 if len(red) == 1 else 1]]],
        p(".red-change")[_change(counts, selection)],
        bool(red) and dl(".red-facts")[_facts(red, selection)],
    ]


def _change(counts: Sequence[LightCount], selection: Selection) -> Element | Fragment:
    if selection.compare is None:
        return span[texts.NOTHING_TO_COMPARE]
    by = sum(count.n - (count.n_before or 0) for count in counts if count.light is Light.RED)
    since = phrases.since(selection.compare, selection.month)
    if by == 0:
        return span[f"{texts.UNCHANGED} {since}"]
    return fragment[span(class_=["change", by > 0 and "worse"])[phrases.change(by)], " ", span[since]]


def _facts(red: Sequence[ListedLine], selection: Selection) -> list[Node]:
    first = max(red, key=lambda line: line.in_row or 1)
    long = phrases.in_row(first.in_row or 1, first.since or selection.month, selection.month)
    sums = money.money_in_red(selection)
    year = money.year_of(sums, selection)
    facts: dict[str, Node] = {
        NEW_RED: b[phrases.number(sum(line.in_row == 1 for line in red))],
        LONG_RED.format(n=LONG): b[phrases.number(sum((line.in_row or 1) >= LONG for line in red))],
        LONGEST: [line_link(first.name, first.indsats_id), ", ", long],
        LASTING: lasting.half_out(queries.lasting(ask(queries.red_spells, selection))),
        MONEY_IN_RED.format(year=year): money.sums(sums, year),
    }
    return [(dt[label], dd[content]) for label, content in facts.items()]


def reasons_now(red: Sequence[ListedLine]) -> Fragment:
    """List the reasons of the red lines with how many each has; a missing one is told as a defect."""
    n = Counter(map(reason, red))
    most = max(n.values(), default=1)
    return fragment[h2[WHY], div(".why-list")[(_row(key, n[key], most) for key in reason_keys())]]


def show_reason_history(selection: Selection) -> None:
    """Show the reasons of every month."""
    delivered = ask(queries.delivered_months, selection)
    months = calendar_months(delivered, longest=LAST_YEAR)
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
        HOW,
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
        return address.href(address.RED)
    return address.href(address.RED, **{MONTH_KEY: str(month), COMPARE_KEY: None})


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
