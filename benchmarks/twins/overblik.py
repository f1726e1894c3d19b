"""Overblik as one would write it in plain Streamlit: the same filters, counts, changes, figure and signals.

Run by benchmarks/pages.py over files that it wrote from the same database: TWIN_DATA names their folder.
"""

import os
from pathlib import Path

import pandas as pd
import plotly.express as px
import streamlit as st

DATA = Path(os.environ["TWIN_DATA"])
LIGHTS = {"red": "Rød", "yellow": "Gul", "green": "Grøn", "not_reported": "Ikke indberettet", "done": "Afsluttet"}
COLOURS = {"Rød": "#C8102E", "Gul": "#F5B700", "Grøn": "#00856F", "Ikke indberettet": "#B9C3CC", "Afsluttet": "#4A5A6A"}


@st.cache_data
def read(name: str) -> pd.DataFrame:
    """Read what the benchmark wrote."""
    return pd.read_json(DATA / f"{name}.json", dtype={"code": str, "month": str}, convert_dates=False)


def chosen(lines: pd.DataFrame) -> pd.DataFrame:
    """Draw the filters and give the lines that they leave."""
    with st.sidebar:
        st.selectbox("Måned", sorted(lines["month"].unique(), reverse=True), key="maaned")
        st.selectbox("Sammenlign med", sorted(lines["month"].unique()), key="sammenlign")
        st.selectbox("Omfang", ["Hele planen"], key="omfang")
        udvalg = st.multiselect("Udvalg", sorted(lines["udvalg"].explode().unique()), key="udvalg", select_all=False)
        wanted = {
            name: st.multiselect(name.capitalize(), sorted(lines[name].dropna().unique()), key=name)
            for name in ("tema", "art", "responsible", "light")
        }
        words = st.text_input("Fritekst", key="tekst").lower()
        only_cross_cutting = st.checkbox("Kun tværgående", key="tvaergaaende")
        without_done = st.checkbox("Uden afsluttede", key="uden_afsluttede")
    if udvalg:
        lines = lines[lines["udvalg"].map(lambda keys: bool(set(keys) & set(udvalg)))]
    for name, values in wanted.items():
        if values:
            lines = lines[lines[name].isin(values)]
    if words:
        lines = lines[lines["title"].str.lower().str.contains(words, regex=False)]
    if only_cross_cutting:
        lines = lines[lines["cross_cutting"]]
    return lines[lines["light"] != "done"] if without_done else lines


def show_changes(now: pd.DataFrame, before: pd.DataFrame) -> None:
    """List each line whose light changed, under the change."""
    pairs = now.merge(before[["indsats_id", "light"]], on="indsats_id", how="left", suffixes=("", "_before"))
    changed = pairs[pairs["light"] != pairs["light_before"].fillna("")]
    lights = {"new": "Ny", **LIGHTS}
    for pair, group in changed.fillna({"light_before": "new"}).groupby(["light_before", "light"]):
        with st.expander(f"{' → '.join(lights[str(light)] for light in pair)} ({len(group)})", expanded=True):
            for title, udvalg, text in zip(group["title"], group["udvalg"], group["status_text"], strict=True):
                st.markdown(f"**{title}** {' '.join(udvalg)}  \n{str(text)[:120]}")


def show_where(now: pd.DataFrame) -> None:
    """Draw the lights of each udvalg."""
    by = now.explode("udvalg").groupby(["udvalg", "light"]).size().reset_index(name="n")
    by["lys"] = by["light"].map(LIGHTS)
    st.plotly_chart(px.bar(by, x="n", y="udvalg", color="lys", orientation="h", color_discrete_map=COLOURS))


st.set_page_config(layout="wide")
lines = chosen(read("lines"))
months = sorted(read("lines")["month"].unique())
now, before = lines[lines["month"] == months[-1]], lines[lines["month"] == months[0]]
st.title("Overblik")
st.caption(f"{months[-1]} sammenlignet med {months[0]} · Hele planen · {len(now)} indsatser")
with st.container(key="counts"):
    for column, (light, word) in zip(st.columns(len(LIGHTS)), LIGHTS.items(), strict=True):
        n, n_before = int((now["light"] == light).sum()), int((before["light"] == light).sum())
        column.markdown(f"{word}\n## {n}\n{n - n_before:+}")  # st.metric brings a library for charts and is slower
left, right = st.columns(2)
with left:
    st.subheader("Ændret")
    show_changes(now, before)
with right:
    st.subheader("Hvor er der rødt?")
    show_where(now)
    st.subheader("Signaler")
    signals = read("signals")
    found = signals[signals["indsats_id"].isin(now["indsats_id"])]
    st.dataframe(found.groupby("rule").size().reset_index(name="n"), hide_index=True)
