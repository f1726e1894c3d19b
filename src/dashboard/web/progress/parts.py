"""The plan by tema, udvalg or art: which of them are getting better, small bars for each, and the numbers."""

from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st
from htpy import Element, Fragment, Node, a, b, div, fragment, h2, h3, i, p, section, span

from dashboard import queries
from dashboard.charts.palette import word
from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.domain.share import percent
from dashboard.domain.terms import terms
from dashboard.queries import Part
from dashboard.web.database import Selection, ask
from dashboard.web.figure import Cell, drawn_figure, figure_table
from dashboard.web.filters import KEY_OF, WITHOUT, choose_part
from dashboard.web.links import list_address, list_link
from dashboard.web.progress.better import SHARED, TITLES, Counts, better_figure, better_sentence, movements
from dashboard.web.progress.months import MONTH, NOT_DELIVERED
from dashboard.wording import phrases, texts

PANELS_KEY = "dele"
PARTS: tuple[Part, ...] = ("tema", "udvalg", "art", "responsible")
PER_PART = "Pr. {part}"
PART = "Vis per tema, udvalg, art eller ansvarlig"
NO_ACTIVE = "ingen aktive"
NO_SHARES_WITH_LIGHT = "Slå filteret på lys fra for at se, hvem der bliver bedre."
COUNTED = (*SHARED, Light.NOT_REPORTED, Light.DONE)
ALL: Mapping[str, tuple[str, ...]] = {
    "tema": (*(tema.key for tema in terms().tema), ""),
    "udvalg": tuple(udvalg.key for udvalg in terms().udvalg),
    "art": tuple(art.key for art in terms().art),
}
History = Mapping[Month, Counts]  # the months that were delivered


def show_parts(months: Sequence[Month], selection: Selection, as_share: bool) -> None:
    """Show who is better and worse in a sentence, the panels, and then everyone's change."""
    by = _choose_part()
    histories = _by_value(ask(queries.light_history, selection, by))
    moved = movements(histories, by, selection)
    said = bool(moved) and better_sentence(moved, by, selection)
    st.html(fragment[said, _panels(histories, months, selection, by, as_share)])
    if by == "udvalg":
        st.html(p(".quiet")[texts.IN_BOTH])
    if moved:
        st.html(better_figure(moved, by, selection))
    elif selection.light:
        st.html(fragment[h2[TITLES[by]], p(".quiet")[NO_SHARES_WITH_LIGHT]])


def _choose_part() -> Part:
    """Draw the heading with the choice of what to show it for, and give the choice."""
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        place = st.empty()
        part = choose_part(PART, "per", PARTS)
        place.html(h2[PER_PART.format(part=texts.PARTS[part].lower())], width="content")
    return part


def _by_value(history: pd.DataFrame) -> dict[str, dict[Month, Counts]]:
    found: dict[str, dict[Month, Counts]] = {}
    for row in history.to_dict("records"):
        counts = {light: int(row[light]) for light in Light}
        found.setdefault(str(row["value"]), {})[Month.parse(str(row["month"]))] = counts
    return found


def _active(counts: Counts) -> int:
    return sum(counts.get(light, 0) for light in SHARED)


def _panels(
    histories: Mapping[str, History], months: Sequence[Month], selection: Selection, by: Part, as_share: bool
) -> Fragment:
    """Draw a panel for each value, with its share of red and yellow and how many lines that is of."""
    values = _values_in_order(by, histories, selection)
    delivered = {month for history in histories.values() for month in history}
    most = max((sum(counts.values()) for history in histories.values() for counts in history.values()), default=1) or 1
    drawn = div(".panels")[
        (
            _panel(value, _told(histories, value, delivered), months, selection, by, None if as_share else most)
            for value in values
        )
    ]
    rows: list[list[Cell]] = [
        [phrases.part_name(by, value), phrases.month_name(month), *[histories[value][month][light] for light in Light]]
        for value in values
        for month in months
        if month in histories.get(value, {})
    ]
    heads = [texts.PARTS[by], MONTH, *[word(light) for light in Light]]
    return drawn_figure(PANELS_KEY, PER_PART.format(part=texts.PARTS[by].lower()), drawn, figure_table(heads, rows))


def _told(histories: Mapping[str, History], value: str, delivered: set[Month]) -> History:
    return {month: histories.get(value, {}).get(month, {}) for month in delivered}


def _values_in_order(by: Part, histories: Mapping[str, History], selection: Selection) -> list[str]:
    """Give what has a panel: every tema in its order, the udvalg and arts that there are, those without last."""
    asked: tuple[str, ...] = getattr(selection, by)
    known = [value for value in ALL.get(by, ()) if value in histories or (by == "tema" and not asked)]
    rest = [value for value in histories if value not in known]
    return sorted([*known, *rest], key=lambda value: value == "")


def _panel(
    value: str, history: History, months: Sequence[Month], selection: Selection, by: Part, most: int | None
) -> Element:
    key = {KEY_OF[by]: value or WITHOUT}
    return section(".panel")[
        h3[list_link(phrases.part_name(by, value), **key)],
        p(".panel-said")[_said(history.get(months[-1], {}), selection)],
        div(".panel-bars")[(_bar(history.get(month), month, selection, key, most) for month in months)],
        p(".panel-ends")[span[phrases.short_month(months[0])], span[phrases.short_month(months[-1])]],
    ]


def _said(now: Counts, selection: Selection) -> Node:
    if selection.light:
        return b[phrases.number(sum(now.values()))]
    active = _active(now)
    if active == 0:
        return NO_ACTIVE
    return [b[percent(active - now[Light.GREEN], active)], f" røde/gule af {phrases.number(active)}"]


def _bar(told: Counts | None, month: Month, selection: Selection, key: Mapping[str, str], most: int | None) -> Element:
    if told is None:
        return i(".panel-bar.gap", title=f"{phrases.month_name(month)}: {NOT_DELIVERED}")
    counts = {light: told.get(light, 0) for light in (SHARED if most is None else COUNTED)}
    total = sum(counts.values())
    said = f"{phrases.month_name(month)}: " + ", ".join(terms().lights[light].count(n) for light, n in counts.items())
    css = ["panel-bar", month == selection.month and "now"]
    if total == 0:
        return i(class_=[*css, "nothing"], title=said)
    height = "100%" if most is None else f"{100 * total / most:.1f}%"
    return a(class_=css, href=list_address(month, None, selection, **key), title=said, style=f"height:{height}")[
        (i(class_=["part", light], style=f"flex-grow:{n}") for light, n in reversed(counts.items()) if n)
    ]
