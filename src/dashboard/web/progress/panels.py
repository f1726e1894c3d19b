"""The same bars small, one panel for each tema, udvalg or art, all on one axis."""

from collections.abc import Hashable, Mapping, Sequence
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from dashboard.charts.palette import word
from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.domain.terms import terms
from dashboard.queries import Part
from dashboard.web import phrases
from dashboard.web.choice import choose
from dashboard.web.figure import Cell, drawn_figure, figure_table
from dashboard.web.filters import WITHOUT
from dashboard.web.links import list_address, list_link
from dashboard.web.markup import tag, text
from dashboard.web.plan import Selection
from dashboard.web.progress import texts

KEY = "dele"
SHARED = (Light.GREEN, Light.YELLOW, Light.RED)
COUNTED = (*SHARED, Light.NOT_REPORTED, Light.DONE)
ALL: Mapping[str, tuple[str, ...]] = {
    "tema": (*(tema.key for tema in terms().tema), ""),
    "udvalg": tuple(udvalg.key for udvalg in terms().udvalg),
    "art": tuple(art.key for art in terms().art),
}
Row = Mapping[Hashable, Any]


def choose_part() -> Part:
    """Draw the heading with the choice of what to show it for, and give the choice."""
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        place = st.empty()
        chosen = choose(texts.PART, "per", texts.PARTS, "tema")
        place.html(tag("h2", texts.PER_PART[chosen]), width="content")
    part: Part = "udvalg" if chosen == "udvalg" else "art" if chosen == "art" else "tema"
    return part


def values_in_order(by: Part, history: pd.DataFrame, selection: Selection) -> list[str]:
    """Give what has a panel: every tema in its order, the udvalg and arts that there are, those without last."""
    found = list(dict.fromkeys(history["value"]))
    asked: tuple[str, ...] = getattr(selection, by)
    known = [value for value in ALL[by] if value in found or (by == "tema" and not asked)]
    rest = [value for value in found if value not in known]
    return sorted([*known, *rest], key=lambda value: value == "")


def panels(history: pd.DataFrame, months: Sequence[Month], selection: Selection, by: Part, as_share: bool) -> str:
    """Draw a panel for each value, with its share of red and yellow and how many lines that is of."""
    values = values_in_order(by, history, selection)
    rows = {(str(row["value"]), str(row["month"])): row for row in history.to_dict("records")}
    delivered = set(history["month"])
    top = max((sum(int(row[light]) for light in COUNTED) for row in rows.values()), default=1) or 1
    drawn = "".join(
        _panel(
            value,
            {str(month): rows.get((value, str(month)), {}) for month in months if str(month) in delivered},
            months,
            selection,
            by,
            None if as_share else top,
        )
        for value in values
    )
    title = texts.PER_PART[by]
    return drawn_figure(KEY, title, tag("div", drawn, "panels"), _table(rows, values, months, by))


def _panel(
    value: str, rows: Mapping[str, Row], months: Sequence[Month], selection: Selection, by: Part, top: int | None
) -> str:
    name = phrases.part_name(by, value)
    key = {str(by): value or WITHOUT}
    bars = "".join(
        _gap(month) if str(month) not in rows else _bar(rows[str(month)], month, selection, key, top)
        for month in months
    )
    ends = text(phrases.short_month(months[0])) + text(phrases.short_month(months[-1]))
    now = rows.get(str(months[-1]), {})
    return tag(
        "section",
        tag("h3", list_link(escape(name), **key))
        + tag("p", _said(now, selection), "panel-said")
        + tag("div", bars, "panel-bars")
        + tag("p", ends, "panel-ends"),
        "panel",
    )


def _said(now: Row, selection: Selection) -> str:
    if selection.light:
        return tag("b", phrases.number(int(now.get("total", 0))))
    active = sum(int(now.get(light, 0)) for light in SHARED)
    if active == 0:
        return escape(texts.NO_ACTIVE)
    worse = active - int(now[Light.GREEN])
    return tag("b", phrases.percent(worse, active)) + escape(f" røde/gule af {phrases.number(active)}")


def _bar(row: Row, month: Month, selection: Selection, key: Mapping[str, str], top: int | None) -> str:
    lights = SHARED if top is None else COUNTED
    counts = {light: int(row.get(light, 0)) for light in lights}
    total = sum(counts.values())
    parts = "".join(tag("i", "", f"part {light}", style=f"flex-grow:{n}") for light, n in reversed(counts.items()) if n)
    said = f"{phrases.month_name(month)}: " + ", ".join(terms().lights[light].count(n) for light, n in counts.items())
    css = "panel-bar now" if month == selection.month else "panel-bar"
    height = "100%" if top is None else f"{100 * total / top:.1f}%"
    if total == 0:
        return tag("i", "", f"{css} nothing", title=said)
    return tag("a", parts, css, href=list_address(month, None, selection, **key), title=said, style=f"height:{height}")


def _gap(month: Month) -> str:
    return tag("i", "", "panel-bar gap", title=f"{phrases.month_name(month)}: {texts.NOT_DELIVERED}")


def _table(rows: Mapping[tuple[str, str], Row], values: Sequence[str], months: Sequence[Month], by: Part) -> str:
    body: list[list[Cell]] = [
        [phrases.part_name(by, value), phrases.month_name(month), *[int(row[light]) for light in Light]]
        for value in values
        for month in months
        if (row := rows.get((value, str(month)))) is not None
    ]
    return figure_table([texts.PARTS[by], texts.MONTH, *[word(light) for light in Light]], body)
