"""All udvalg side by side: how many lines of each have which light, what changed, and how much money is red."""

from collections.abc import Mapping
from dataclasses import replace
from html import escape

import pandas as pd
import streamlit as st

from dashboard import queries
from dashboard.charts.palette import word
from dashboard.domain.light import Light
from dashboard.web import address, money_words, phrases, places
from dashboard.web.figure import Cell, drawn_figure, figure_table
from dashboard.web.filters import WITHOUT
from dashboard.web.links import list_link
from dashboard.web.markup import light, tag, text
from dashboard.web.plan import Selection, ask
from dashboard.web.udvalg import texts

KEY = "udvalgsmatrix"
MORE_IS_WORSE = (Light.RED, Light.NOT_REPORTED)
Counts = Mapping[Light, tuple[int, int | None]]


def show_matrix(matrix: pd.DataFrame, counts: pd.DataFrame, selection: Selection) -> None:
    """Show a row for each udvalg, most red first, and one for all lines counted once."""
    red = replace(selection, light=(str(Light.RED),))
    st.html(udvalg_matrix(matrix, counts, ask(queries.money, red, "udvalg"), ask(queries.money, red), selection))


def udvalg_matrix(
    matrix: pd.DataFrame, counts: pd.DataFrame, red_money: pd.DataFrame, all_red: pd.DataFrame, selection: Selection
) -> str:
    """Draw the matrix; ``matrix`` and ``red_money`` are by udvalg, ``counts`` and ``all_red`` of every line once."""
    year = money_words.year_of(selection)
    rows = {str(value): _counts(part) for value, part in matrix.groupby("value", sort=False)}
    order = sorted(rows, key=lambda key: [-rows[key][each][0] for each in Light])
    money = {str(value): part for value, part in red_money.groupby("value")}
    body = "".join(_row(key, rows[key], money.get(key), year) for key in order)
    total = _total_row(_counts(counts), all_red, year)
    table = tag("table", _head(year) + tag("tbody", body + total), "udvalg-matrix")
    n = int(counts["n"].sum())
    note = tag("p", escape(texts.counted_twice(n, int(matrix["n"].sum()))), "quiet")
    return drawn_figure(KEY, texts.MATRIX, table, _plain(rows, order, money, year)) + note


def _counts(part: pd.DataFrame) -> Counts:
    return {
        Light(row["light"]): (int(row["n"]), None if pd.isna(row["n_before"]) else int(row["n_before"]))
        for row in part.to_dict("records")
    }


def _head(year: int) -> str:
    lights = "".join(tag("th", light(value), scope="col", rowspan="2") for value in Light)
    money = tag("th", escape(texts.MONEY_IN_RED.format(year=year)), scope="colgroup", colspan="2")
    first = tag("tr", tag("th", escape(texts.UDVALG), scope="col", rowspan="2") + lights + _sum_head() + money)
    sides = "".join(tag("th", escape(phrases.capitalised(side)), scope="col") for side in money_words.SIDES.values())
    return tag("thead", first + tag("tr", sides))


def _sum_head() -> str:
    return tag("th", escape(texts.TOTAL), scope="col", rowspan="2")


def _row(key: str, counts: Counts, money: pd.DataFrame | None, year: int) -> str:
    name = phrases.part_name("udvalg", key)
    href = address.href(places.UDVALG, **{texts.CHOSEN_KEY: key})
    beside = text(key, "udvalg-key") if key and key != name else ""
    title = tag("a", escape(name), "line-link", href=href) + beside if key else escape(name)
    cells = "".join(_cell(value, counts[value], udvalg=key or WITHOUT) for value in Light)
    total = sum(n for n, _ in counts.values())
    return tag("tr", tag("th", title, scope="row") + cells + _sum(total, udvalg=key or WITHOUT) + _money(money, year))


def _total_row(counts: Counts, all_red: pd.DataFrame, year: int) -> str:
    cells = "".join(_cell(value, counts[value]) for value in Light)
    total = sum(n for n, _ in counts.values())
    name = tag("th", escape(texts.IN_ALL), scope="row")
    return tag("tr", name + cells + _sum(total) + _money(all_red, year), "sums")


def _cell(value: Light, count: tuple[int, int | None], **narrowed: str) -> str:
    n, before = count
    shown = list_link(tag("b", phrases.number(n)), lys=str(value), **narrowed) if n else tag("b", "0")
    if before is not None and before != n:
        is_worse = n > before and value in MORE_IS_WORSE
        shown += text(phrases.change(n - before), "change worse" if is_worse else "change")
    return tag("td", shown, f"n {value}" + ("" if n else " none"))


def _sum(total: int, **narrowed: str) -> str:
    return tag("td", list_link(phrases.number(total), **narrowed), "sum")


def _money(money: pd.DataFrame | None, year: int) -> str:
    return "".join(tag("td", escape(said), "amount") for said in _amounts(money, year))


def _amounts(money: pd.DataFrame | None, year: int) -> list[str]:
    if money is None or not money["with_amounts"].sum():
        return ["–", "–"]
    of_year = money[money["year"] == year]
    return [phrases.thousands(float(of_year[side].sum())) for side in money_words.SIDES]


def _plain(rows: Mapping[str, Counts], order: list[str], money: Mapping[str, pd.DataFrame], year: int) -> str:
    body: list[list[Cell]] = []
    for key in order:
        counts = [rows[key][value][0] for value in Light]
        body.append([phrases.part_name("udvalg", key), *counts, sum(counts), *_amounts(money.get(key), year)])
    money_heads = [f"{side} {year} ({money_words.UNIT})" for side in money_words.SIDES.values()]
    return figure_table(
        [texts.UDVALG, *map(word, Light), texts.TOTAL, *(f"Røde: {head}" for head in money_heads)], body
    )
