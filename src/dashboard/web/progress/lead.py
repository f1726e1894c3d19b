"""The answer of Udvikling in one sentence: more or fewer red and yellow, and how many lines moved."""

from html import escape

import pandas as pd
import streamlit as st

from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.web import phrases
from dashboard.web.markup import tag
from dashboard.web.plan import Selection

SHARED = (Light.RED, Light.YELLOW, Light.GREEN)


MOVED = {"worsened": "forværret", "improved": "forbedret"}


def show_lead(history: pd.DataFrame, transitions: pd.DataFrame, selection: Selection) -> None:
    """Show the sentence, where there is something active and no filter on lights."""
    if said := lead(history, transitions, selection):
        st.html(tag("p", escape(said), "lead-answer"))


def lead(history: pd.DataFrame, transitions: pd.DataFrame, selection: Selection) -> str:
    """Write the sentence; only about the month when it is compared with none."""
    now = _red_or_yellow(history, selection.month)
    if now is None or selection.light:
        return ""
    sentence = f"{now} af de aktive er røde eller gule"
    before = _red_or_yellow(history, selection.compare) if selection.compare else None
    if selection.compare and before:
        counts = [
            f"{phrases.number(int(transitions.loc[transitions['kind'] == kind, 'n'].sum()))} {name}"
            for kind, name in MOVED.items()
        ]
        earlier = selection.compare.name if selection.compare.year == selection.month.year else selection.compare.label
        sentence += f" mod {before} i {earlier}: {' og '.join(counts)}"
    return f"{sentence}."


def _red_or_yellow(history: pd.DataFrame, month: Month) -> str | None:
    row = history[history["month"] == str(month)]
    if row.empty or (active := int(row[list(SHARED)].to_numpy().sum())) == 0:
        return None
    worse = int(row[[Light.RED, Light.YELLOW]].to_numpy().sum())
    return f"{phrases.percent(worse, active)} ({phrases.number(worse)} af {phrases.number(active)})"
