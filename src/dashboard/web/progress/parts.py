"""The plan by tema, udvalg or art: which of them are getting better, small bars for each, and the numbers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd
import streamlit as st
from htpy import Element, Fragment, Node, a, b, div, fragment, h2, h3, i, p, section, span
from markupsafe import Markup

from dashboard import queries
from dashboard.charts.palette import word
from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.domain.terms import terms
from dashboard.queries import Part
from dashboard.web import phrases, texts
from dashboard.web.database import Selection, ask
from dashboard.web.figure import Cell, drawn_figure, figure_table
from dashboard.web.filters import KEY_OF, WITHOUT, choose_part
from dashboard.web.links import list_address, list_link
from dashboard.web.progress.months import MONTH, NOT_DELIVERED

PANELS_KEY, BETTER_KEY = "dele", "bedre"
PARTS: tuple[Part, ...] = ("tema", "udvalg", "art", "responsible")
PER_PART = "Per {part}"
PART = "Vis per tema, udvalg, art eller ansvarlig"
NO_ACTIVE = "ingen aktive"
BETTER = {
    "tema": "Hvilke temaer bliver bedre?",
    "udvalg": "Hvilke udvalg bliver bedre?",
    "art": "Hvilke arter bliver bedre?",
    "responsible": "Hvis indsatser bliver bedre?",
}
UNCHANGED_ALL = "Ingen af dem har fået en anden andel røde og gule {since}."
BETTER_SAID, WORSE_SAID, SAME_SAID = "bedre", "værre", "uændret"
NO_SHARES_WITH_LIGHT = "Slå filteret på lys fra for at se andele."
ACTIVE = "Aktive og indberettede"
NAMED = 2  # on each side in the sentence
SHARED = (Light.GREEN, Light.YELLOW, Light.RED)
COUNTED = (*SHARED, Light.NOT_REPORTED, Light.DONE)
ALL: Mapping[str, tuple[str, ...]] = {
    "tema": (*(tema.key for tema in terms().tema), ""),
    "udvalg": tuple(udvalg.key for udvalg in terms().udvalg),
    "art": tuple(art.key for art in terms().art),
}
Counts = Mapping[Light, int]
History = Mapping[Month, Counts]  # the months that were delivered


@dataclass(frozen=True)
class Movement:
    """How many of how many were red or yellow, before and now; the share's change in points."""

    value: str
    before: int
    active_before: int
    now: int
    active_now: int

    @property
    def points(self) -> float:
        """Give the change of the share: less than nothing is better."""
        return 100 * self.now / self.active_now - 100 * self.before / self.active_before


def show_parts(months: Sequence[Month], selection: Selection, as_share: bool) -> None:
    """Show who is better and worse in a sentence, the panels, and then everyone's change."""
    by = _choose_part()
    histories = _by_value(ask(queries.light_history, selection, by))
    moved = [] if selection.light else _movements(histories, selection)
    said = bool(moved) and _answer(moved, by, selection)
    st.html(fragment[said, _panels(histories, months, selection, by, as_share)])
    if by == "udvalg":
        st.html(p(".quiet")[texts.IN_BOTH])
    if moved:
        st.html(fragment[h2[BETTER[by]], _better_figure(moved, by, selection)])
    elif selection.light:
        st.html(fragment[h2[BETTER[by]], p(".quiet")[NO_SHARES_WITH_LIGHT]])


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


def _movements(histories: Mapping[str, History], selection: Selection) -> list[Movement]:
    """Give what can be compared, most improved first."""
    if selection.compare is None:
        return []
    found = []
    for value, history in histories.items():
        before, now = history.get(selection.compare, {}), history.get(selection.month, {})
        if _active(before) and _active(now):
            worse = [_active(counts) - counts[Light.GREEN] for counts in (before, now)]
            found.append(Movement(value, worse[0], _active(before), worse[1], _active(now)))
    return sorted(found, key=lambda movement: movement.points)


def _answer(moved: Sequence[Movement], by: Part, selection: Selection) -> Element:
    """Name the most improved and the most worsened in a sentence."""
    better = [one for one in moved if one.points < 0][:NAMED]
    worse = [one for one in reversed(moved) if one.points > 0][:NAMED]
    if not better and not worse:
        assert selection.compare is not None
        return p(".answer")[UNCHANGED_ALL.format(since=phrases.since(selection.compare, selection.month))]
    said = [
        fragment[
            b[phrases.capitalised(word)],
            ": ",
            ", ".join(f"{phrases.part_name(by, one.value)} ({_points(one.points)} point)" for one in side),
        ]
        for word, side in ((BETTER_SAID, better), (WORSE_SAID, worse))
        if side
    ]
    return p(".answer")[Markup(" &nbsp; ").join(said)]


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
    return [b[phrases.percent(active - now[Light.GREEN], active)], f" røde/gule af {phrases.number(active)}"]


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


def _better_figure(moved: Sequence[Movement], by: Part, selection: Selection) -> Fragment:
    """Draw what is better and worse as bars to the left and right, most improved first."""
    assert selection.compare is not None
    shown = (selection.compare, selection.month)
    most = max((abs(one.points) for one in moved), default=0) or 1
    before, now = (span[phrases.short_month(month)] for month in shown)
    drawn = div(".better")[
        div(".better-row.better-head")[span, before, span, now, span, span, span],
        (_better_row(one, by, most) for one in moved),
    ]
    rows: list[list[Cell]] = [
        [phrases.part_name(by, one.value), one.before, one.active_before, one.now, one.active_now, round(one.points)]
        for one in moved
    ]
    heads = [head for month in shown for head in (f"Røde og gule {month.label}", f"{ACTIVE} {month.label}")]
    numbers = figure_table([texts.PARTS[by], *heads, "Ændring i point"], rows)
    return drawn_figure(BETTER_KEY, BETTER[by], drawn, numbers)


def _better_row(one: Movement, by: Part, most: float) -> Element:
    width = f"width:{50 * abs(one.points) / most:.1f}%"
    side = "better-side" if one.points < 0 else "worse-side"
    said = SAME_SAID if one.points == 0 else BETTER_SAID if one.points < 0 else WORSE_SAID
    return div(".better-row")[
        span(".better-name")[list_link(phrases.part_name(by, one.value), **{KEY_OF[by]: one.value or WITHOUT})],
        span(".better-n")[f"{one.before} af {one.active_before}"],
        span(".arrow", aria_hidden="true")["→"],
        span(".better-n")[f"{one.now} af {one.active_now}"],
        span(".better-axis")[i(".better-zero"), one.points != 0 and i(class_=["better-bar", side], style=width)],
        span(".better-points")[_points(one.points)],
        span(".better-said")[said],
    ]


def _points(points: float) -> str:
    rounded = round(points)
    if rounded == 0 and points:
        return "under 1"
    return phrases.change(rounded) if rounded else "0"
