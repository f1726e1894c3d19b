"""How long the lines have had their present light, and how long red usually lasts."""

from html import escape

import pandas as pd
import streamlit as st

from dashboard.charts.palette import word
from dashboard.charts.spells import LIGHTS, LONGEST, counted, describe_spells, spells_figure
from dashboard.domain.light import Light
from dashboard.queries import Recovery
from dashboard.web import address, phrases, places
from dashboard.web.figure import Cell, Leading, figure_table, show_plot
from dashboard.web.indsats.asked import LENGTH_KEY
from dashboard.web.markup import tag
from dashboard.web.progress import texts

KEY = "i_traek"


def show_spells(spells: pd.DataFrame, recovery: Recovery) -> None:
    """Show the histogram of the spells, and say how long red has lasted until it was recovered from."""
    st.html(tag("h2", escape(texts.SPELLS)) + tag("p", escape(recovery_sentence(recovery)), "answer"))
    show_plot(spells_figure(spells, _lead), KEY, texts.SPELLS, describe_spells(spells), _table(spells))


def recovery_sentence(recovery: Recovery) -> str:
    """Say how many statuses red has lasted, of how many recoveries, and how many are red now."""
    n = recovery.still_red
    still = f"{phrases.count_of(n, 'indsats', 'indsatser')} er {'rød' if n == 1 else 'røde'} nu."
    if recovery.median_months is None:
        return f"Ingen indsats er kommet ud af rød endnu. {still}"
    median = f"{recovery.median_months:.1f}".removesuffix(".0").replace(".", ",")
    status = "status" if median == "1" else "statusser"
    times = "1 gang" if recovery.recovered == 1 else f"{phrases.number(recovery.recovered)} gange"
    return f"Rød har varet {median} {status} (median), før det blev bedre; det er sket {times}. {still}"


def _table(spells: pd.DataFrame) -> str:
    rows: list[list[Cell]] = [
        [word(light), *(Leading(n, _lead(light, place)) for place, n in enumerate(counted(spells, light), 1))]
        for light in LIGHTS
    ]
    return figure_table([texts.IN_ROW, *[str(n) for n in range(1, LONGEST)], f"{LONGEST}+"], rows)


def _lead(light: Light, place: int) -> str:
    return address.href(places.INDSATS, lys=light, **{LENGTH_KEY: place})
