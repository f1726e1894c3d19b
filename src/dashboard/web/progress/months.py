"""The answer of Udvikling in one sentence, and the lights of every month up to the one shown, as shares or counts."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st
from htpy import h2, p

from dashboard.charts.history import describe_history, history_figure
from dashboard.charts.palette import word
from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.domain.share import percent
from dashboard.domain.terms import terms
from dashboard.queries import Transition
from dashboard.web.address import choose
from dashboard.web.database import Selection
from dashboard.web.figure import Cell, Leading, figure_table, show_plot
from dashboard.web.links import list_address
from dashboard.wording import phrases

KEY, TITLE = "maaneder", "Fordeling måned for måned"
AS_SHARE, AS_COUNT = "andel", "antal"
MEASURES = {AS_SHARE: "Andel", AS_COUNT: "Antal"}
MEASURE = "Vis andel eller antal"
OF_SHARE = "Andel af de aktive og indberettede; deres antal står over søjlen. Klik på et felt for at se indsatserne."
OF_COUNT = "Antal indsatser i alt over søjlen. Klik på et felt for at se indsatserne."
COUNT_WITH_LIGHT = "Filteret på lys er slået til, så her vises antal og ikke andele."
ONE_MONTH = "Der er kun én status for dette omfang. Udviklingen kan ses, når den næste er indlæst."
NOT_DELIVERED = "ikke leveret"
MONTH, TOTAL = "Måned", "I alt"
SHARED = [Light.RED, Light.YELLOW, Light.GREEN]
MOVED = {"worsened": "forværret", "improved": "forbedret"}


def show_lead(history: pd.DataFrame, transitions: Sequence[Transition], selection: Selection) -> None:
    """Say in a sentence whether more or fewer are red and yellow, and how many lines moved.

    Nothing where there is nothing active or a filter on lights; only about the month when it is compared with none.
    """
    now = _red_or_yellow(history, selection.month)
    if now is None or selection.light:
        return
    sentence = f"{now} af de aktive er røde eller gule"
    before = _red_or_yellow(history, selection.compare) if selection.compare else None
    if selection.compare and before:
        counts = [
            f"{phrases.number(sum(one.n for one in transitions if one.kind == kind))} {name}"
            for kind, name in MOVED.items()
        ]
        sentence += f" mod {before} i {phrases.earlier(selection)}: {' og '.join(counts)}"
    st.html(p(".lead-answer")[f"{sentence}."])


def _red_or_yellow(history: pd.DataFrame, month: Month) -> str | None:
    row = history[history["month"] == str(month)]
    if row.empty or (active := int(row[SHARED].to_numpy().sum())) == 0:
        return None
    worse = int(row[[Light.RED, Light.YELLOW]].to_numpy().sum())
    return f"{percent(worse, active)} ({phrases.number(worse)} af {phrases.number(active)})"


def choose_measure(selection: Selection) -> bool:
    """Draw the heading with the choice between share and count, and tell whether shares are to be shown."""
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.html(h2[TITLE], width="content")
        measure = choose(MEASURE, "vis", MEASURES, AS_SHARE)
    return measure == AS_SHARE and not selection.light


def show_months(history: pd.DataFrame, months: Sequence[Month], selection: Selection, as_share: bool) -> None:
    """Show the bars of all months, what they are of, and what a filter on lights does to them."""
    said = COUNT_WITH_LIGHT if selection.light else OF_SHARE if as_share else OF_COUNT

    def lead(month: Month, light: Light) -> str:
        return list_address(month, light, selection)

    show_plot(
        history_figure(history, months, as_share, terms().events, lead),
        KEY,
        TITLE,
        describe_history(history),
        _table(history, months, selection),
        ONE_MONTH if len(history) == 1 else said,
    )


def _table(history: pd.DataFrame, months: Sequence[Month], selection: Selection) -> str:
    rows = {str(row["month"]): row for row in history.to_dict("records")}
    body: list[list[Cell]] = []
    for month in months:
        row = rows.get(str(month))
        name = phrases.month_name(month)
        if row is None:
            body.append([name, *[NOT_DELIVERED] * (len(Light) + 1)])
            continue
        counts = [Leading(int(row[light]), list_address(month, light, selection)) for light in Light]
        body.append([name, *counts, int(row["total"])])
    return figure_table([MONTH, *[word(light) for light in Light], TOTAL], body)
