"""What the twins of Overblik and Udvikling show, whatever they are drawn with: figures and tables of the same plan.

``benchmarks/pages.py`` writes the files that are read here; TWIN_DATA names their folder.
"""

import os
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd
import plotly.express as px
import plotly.graph_objects as go

LIGHTS = {"red": "Rød", "yellow": "Gul", "green": "Grøn", "not_reported": "Ikke indberettet", "done": "Afsluttet"}
COLOURS = {"red": "#C8102E", "yellow": "#F5B700", "green": "#00856F", "not_reported": "#B9C3CC", "done": "#4A5A6A"}
NAMED = {LIGHTS[light]: colour for light, colour in COLOURS.items()}
FILTERS = ("udvalg", "tema", "art", "responsible", "light")


@cache
def read(name: str) -> pd.DataFrame:
    """Read what the benchmark wrote: lines (every month), signals."""
    folder = Path(os.environ["TWIN_DATA"])
    return pd.read_json(folder / f"{name}.json", dtype={"code": str, "month": str}, convert_dates=False)


def months() -> list[str]:
    """Give the months, oldest first."""
    return sorted(read("lines")["month"].unique())


def values(name: str) -> list[str]:
    """Give what a filter can be set to."""
    return sorted(read("lines")[name].explode().dropna().unique())


def let_through(chosen: Mapping[str, Sequence[str]]) -> pd.DataFrame:
    """Give the lines of every month that the filters let through."""
    lines = read("lines")
    for name, wanted in chosen.items():
        if wanted and name == "udvalg":
            lines = lines[lines["udvalg"].map(lambda keys, wanted=set(wanted): bool(set(keys) & wanted))]
        elif wanted:
            lines = lines[lines[name].isin(wanted)]
    return lines


def counts(lines: pd.DataFrame) -> list[tuple[str, int, int]]:
    """Give for each light its word, how many have it now and how many more than the month before."""
    now, before = (lines[lines["month"] == month]["light"].value_counts() for month in months()[-1:-3:-1])
    return [
        (word, int(now.get(light, 0)), int(now.get(light, 0) - before.get(light, 0))) for light, word in LIGHTS.items()
    ]


def changed(lines: pd.DataFrame) -> list[tuple[str, list[tuple[str, str, str]]]]:
    """Give title, udvalg and text of each line whose light changed, under the change."""
    now, before = (lines[lines["month"] == month] for month in months()[-1:-3:-1])
    pairs = now.merge(before[["indsats_id", "light"]], on="indsats_id", how="left", suffixes=("", "_before"))
    pairs = pairs[pairs["light"] != pairs["light_before"].fillna("")].fillna({"light_before": "new"})
    words = {"new": "Ny", **LIGHTS}
    return [
        (
            " → ".join(words[str(light)] for light in pair),
            [
                (title, " ".join(udvalg), str(text)[:120])
                for title, udvalg, text in zip(group["title"], group["udvalg"], group["status_text"], strict=True)
            ],
        )
        for pair, group in pairs.groupby(["light_before", "light"])
    ]


def where(lines: pd.DataFrame) -> go.Figure:
    """Draw the lights of each udvalg."""
    by = lines[lines["month"] == months()[-1]].explode("udvalg").groupby(["udvalg", "light"]).size()
    told = by.reset_index(name="n").assign(lys=lambda rows: rows["light"].map(LIGHTS))
    return px.bar(told, x="n", y="udvalg", color="lys", orientation="h", color_discrete_map=NAMED)


def signals(lines: pd.DataFrame) -> pd.DataFrame:
    """Count the signals of each rule."""
    found = read("signals")
    return found[found["indsats_id"].isin(lines["indsats_id"])].groupby("rule").size().reset_index(name="n")


def by_month(lines: pd.DataFrame) -> go.Figure:
    """Draw how many have each light, month by month."""
    told = lines.groupby(["month", "light"]).size().reset_index(name="n").assign(lys=lambda r: r["light"].map(LIGHTS))
    return px.bar(told, x="month", y="n", color="lys", color_discrete_map=NAMED)


def by_tema(lines: pd.DataFrame) -> go.Figure:
    """Draw the same for each tema, small."""
    told = lines.groupby(["tema", "month", "light"]).size().reset_index(name="n")
    told["lys"] = told["light"].map(LIGHTS)
    return px.bar(
        told, x="month", y="n", color="lys", facet_col="tema", facet_col_wrap=3, color_discrete_map=NAMED, height=700
    )


def moves(lines: pd.DataFrame) -> pd.DataFrame:
    """Count from which light to which the lines went since the month before."""
    now, before = (lines[lines["month"] == month] for month in months()[-1:-3:-1])
    pairs = before.merge(now, on="indsats_id", suffixes=("_før", "_nu"))
    table = pd.crosstab(pairs["light_før"].map(LIGHTS), pairs["light_nu"].map(LIGHTS))
    return table.reset_index(names="før")


def strips(lines: pd.DataFrame) -> go.Figure:
    """Draw each line's light in the last twelve months, a row a line."""
    order = list(LIGHTS)
    cells = lines[lines["month"].isin(months()[-12:])].assign(n=lambda rows: rows["light"].map(order.index))
    wide = cells.pivot_table(index="title", columns="month", values="n", aggfunc="first")
    scale: list[Any] = [[n / 4, COLOURS[light]] for n, light in enumerate(order)]
    figure = go.Figure(
        go.Heatmap(z=wide, x=wide.columns, y=wide.index, colorscale=scale, zmin=0, zmax=4, xgap=3, ygap=3)
    )
    return figure.update_traces(showscale=False).update_layout(height=60 + 22 * len(wide))
