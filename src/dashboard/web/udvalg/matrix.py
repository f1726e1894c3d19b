"""All udvalg side by side: how many lines of each have which light, what changed, and how much money is red."""

from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st
from htpy import Element, Node, a, b, fragment, p, span, table, tbody, td, th, thead, tr

from dashboard import queries
from dashboard.charts.palette import word
from dashboard.domain.light import Light
from dashboard.queries import LightCount, Part
from dashboard.web import address
from dashboard.web import money as amounts
from dashboard.web.database import Selection, ask
from dashboard.web.figure import Cell, drawn_figure, figure_table
from dashboard.web.filters import KEY_OF, WITHOUT, choose_part
from dashboard.web.links import list_link
from dashboard.web.markup import light
from dashboard.web.udvalg.part import CHOSEN_KEY
from dashboard.wording import phrases, texts

KEY, TITLE, ROWS = "udvalgsmatrix", "Lys efter {part}", "Vis rækker efter"
IN_ALL, TOTAL = "I alt, hver indsats én gang", "I alt"
MONEY_IN_RED = "I røde {year}, 1.000 kr."
ONCE_IN_EACH = "En indsats i flere udvalg tæller én gang i hvert af dem og én gang i alt."
MORE_THAN_LINES = "Rækkerne giver derfor {rows}, men der er {lines}."
MORE_IS_WORSE = (Light.RED, Light.NOT_REPORTED)
Counts = Mapping[Light, LightCount]
Money = Mapping[str, pd.DataFrame]


def show_matrix(counts: Sequence[LightCount], selection: Selection) -> None:
    """Show a row for each udvalg, or whatever part is chosen, most red first, and one for all lines counted once."""
    by = choose_part(ROWS, "raekker")
    matrix = ask(queries.matrix, selection, by)
    in_red = amounts.money_in_red(selection)
    year = amounts.year_of(in_red, selection)
    unsorted: dict[str, Counts] = {}
    for one in matrix:
        unsorted[one.value] = {**unsorted.get(one.value, {}), one.light: one}
    rows = dict(sorted(unsorted.items(), key=lambda row: [-row[1][each].n for each in Light]))
    money = {str(value): part for value, part in amounts.money_in_red(selection, by).groupby("value")}
    drawn = table(".udvalg-matrix")[
        _head(by, year),
        tbody[
            (_row(_name(by, key), rows[key], money.get(key), year, **{KEY_OF[by]: key or WITHOUT}) for key in rows),
            _row(IN_ALL, {count.light: count for count in counts}, in_red, year),
        ],
    ]
    figure = drawn_figure(KEY, TITLE.format(part=texts.PARTS[by].lower()), drawn, _plain(by, rows, money, year))
    twice = by == "udvalg" and _counted_twice(sum(count.n for count in counts), sum(one.n for one in matrix))
    st.html(fragment[figure, twice and p(".quiet")[twice]])


def _counted_twice(n: int, rows: int) -> str:
    """Say why the rows add up to more than there are lines."""
    if rows == n:
        return ONCE_IN_EACH
    more = MORE_THAN_LINES.format(rows=phrases.number(rows), lines=phrases.count_of(n, "indsats", "indsatser"))
    return f"{ONCE_IN_EACH} {more}"


def _head(by: Part, year: int) -> Element:
    return thead[
        tr[
            th(scope="col", rowspan="2")[texts.PARTS[by]],
            (th(scope="col", rowspan="2")[light(value)] for value in Light),
            th(scope="col", rowspan="2")[TOTAL],
            th(scope="colgroup", colspan="2")[MONEY_IN_RED.format(year=year)],
        ],
        tr[(th(scope="col")[phrases.capitalised(side)] for side in amounts.SIDES.values())],
    ]


def _name(by: Part, key: str) -> Node:
    name = phrases.part_name(by, key)
    if not key or by != "udvalg":
        return name
    way = a(".line-link", href=address.href(address.UDVALG, **{CHOSEN_KEY: key}))[name]
    return [way, key != name and span(".udvalg-key")[key]]


def _row(name: Node, counts: Counts, money: pd.DataFrame | None, year: int, **narrowed: str) -> Element:
    total = phrases.number(sum(count.n for count in counts.values()))
    return tr(class_=None if narrowed else "sums")[
        th(scope="row")[name],
        (_cell(value, counts[value], narrowed) for value in Light),
        td(".sum")[list_link(total, **narrowed)],
        (td(".amount")[said] for said in _amounts(money, year)),
    ]


def _cell(value: Light, count: LightCount, narrowed: Mapping[str, str]) -> Element:
    n = count.n
    by = 0 if count.n_before is None else n - count.n_before
    return td(class_=["n", value, n == 0 and "none"])[
        list_link(b[phrases.number(n)], lys=str(value), **narrowed) if n else b["0"],
        by != 0 and span(class_=["change", by > 0 and value in MORE_IS_WORSE and "worse"])[phrases.change(by)],
    ]


def _amounts(money: pd.DataFrame | None, year: int) -> list[str]:
    if money is None or not money["with_amounts"].sum():
        return ["–", "–"]
    of_year = money[money["year"] == year]
    return [phrases.thousands(float(of_year[side].sum())) for side in amounts.SIDES]


def _plain(by: Part, rows: Mapping[str, Counts], money: Money, year: int) -> str:
    """Write the rows as plain figures."""
    heads = [f"Røde: {side} {year} ({amounts.UNIT})" for side in amounts.SIDES.values()]
    body: list[list[Cell]] = []
    for key, counts in rows.items():
        n = [counts[value].n for value in Light]
        body.append([phrases.part_name(by, key), *n, sum(n), *_amounts(money.get(key), year)])
    return figure_table([texts.PARTS[by], *map(word, Light), TOTAL, *heads], body)
