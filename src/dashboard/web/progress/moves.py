"""What moved: from each light to each between two months, from each status to the next, and how long lights last."""

from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st
from htpy import Element, Fragment, fragment, h2, i, p, span, table, tbody, td, th, thead, tr

from dashboard import queries
from dashboard.charts.flow import describe_flow, flow_figure
from dashboard.charts.palette import word
from dashboard.charts.spells import LIGHTS, LONGEST, counted, describe_spells, spells_figure
from dashboard.domain.light import ABSENT, Light, State
from dashboard.domain.month import Month
from dashboard.queries import Transition
from dashboard.web import address, phrases, texts
from dashboard.web.database import Selection, ask
from dashboard.web.figure import Cell, Leading, drawn_figure, figure_table, show_plot
from dashboard.web.links import LENGTH_KEY, list_link
from dashboard.web.markup import light
from dashboard.web.progress.months import MONTH, ONE_MONTH

MATRIX_KEY, FLOW_KEY, SPELLS_KEY = "overgange", "bevaegelse", "i_traek"
MONTHS_APART, MATRIX = "Fra måned til måned", "Fra {before} til {now}"
NEW, GONE, SUM = "Ny", "Udgået", "I alt"
NO_COMPARISON = "Vælg en måned under »Sammenlign med« for at se, hvordan lysene har flyttet sig."
WORSENED, UNCHANGED = "Forværret", "Uændret"
OPENS = "Hvert tal åbner listen."
LEFT_WHEN_DONE = "{n} af dem under »Udgået« var afsluttet og er ude af planen."
FLOW = "Forbedret og forværret hver måned"
FLOW_KINDS = {
    "improved": "Forbedret",
    "worsened": "Forværret",
    "new": "Nye",
    "gone": "Udgået",
    "done": "Afsluttet",
    "reopened": "Genåbnet",
    "not_reported": "Ikke længere indberettet",
    "reported_again": "Indberettet igen",
}
FLOW_EXPLAINED = "Fra hver status til den næste."
SPELLS, IN_ROW = "Statusser i træk i det nuværende lys", "Statusser i træk"
STATES: tuple[State, ...] = (*Light, ABSENT)
Pairs = Mapping[tuple[State, State], Transition]


def show_matrix(transitions: Sequence[Transition], selection: Selection) -> None:
    """Show how many lines went from each light to each, or say that there is no month to compare with."""
    st.html(_matrix_figure(transitions, selection))


def _matrix_figure(transitions: Sequence[Transition], selection: Selection) -> Fragment:
    if selection.compare is None:
        has_earlier = ask(queries.previous_month, selection.month, selection.scope, plan=selection.plan)
        why = NO_COMPARISON if has_earlier else texts.NOTHING_EARLIER
        return fragment[h2[MONTHS_APART], p(".quiet")[why]]
    title = MATRIX.format(before=phrases.earlier(selection), now=selection.month.label)
    pairs = {(one.light_before, one.light_now): one for one in transitions}
    drawn = table(".matrix")[_head(), tbody[(_row(state, pairs) for state in STATES), _sums(pairs)]]
    return fragment[h2[title], drawn_figure(MATRIX_KEY, title, [drawn, _legend(pairs)], _matrix_table(pairs))]


def _head() -> Element:
    return thead[
        tr[
            td,
            (th(scope="col")[span(".said")["→ "], light(value)] for value in Light),
            (th(scope="col")[name] for name in (GONE, SUM)),
        ]
    ]


def _row(before: State, pairs: Pairs) -> Element:
    return tr[
        th(scope="row")[light(before) if isinstance(before, Light) else NEW],
        (_cell(before, now, pairs) for now in STATES),
        td(".sum")[phrases.number(sum(_n(pairs, before, now) for now in STATES))],
    ]


def _cell(before: State, now: State, pairs: Pairs) -> Element:
    if before is ABSENT and now is ABSENT:
        return td(".none")["–"]
    moved = pairs.get((before, now))
    if moved is None:
        return td(".none")["0"]
    n = phrases.number(moved.n)
    return td(class_=moved.kind, title=f"{n}: {_name(before, NEW)} → {_name(now, GONE)}")[
        list_link(n, "list-link", fra=before, til=now)
    ]


def _sums(pairs: Pairs) -> Element:
    sums = [sum(_n(pairs, before, now) for before in STATES) for now in STATES]
    return tr(".sums")[th(scope="row")[SUM], (td[phrases.number(n)] for n in [*sums, sum(sums)])]


def _n(pairs: Pairs, before: State, now: State) -> int:
    moved = pairs.get((before, now))
    return 0 if moved is None else moved.n


def _legend(pairs: Pairs) -> Element:
    left = _n(pairs, Light.DONE, ABSENT)
    return p(".legend")[
        span[i(".swatch.worsened"), WORSENED],
        span[i(".swatch.unchanged"), UNCHANGED],
        span[OPENS],
        left > 0 and span[LEFT_WHEN_DONE.format(n=left)],
    ]


def _matrix_table(pairs: Pairs) -> str:
    rows: list[list[Cell]] = [[_name(was, NEW), *(_n(pairs, was, now) for now in STATES)] for was in STATES]
    return figure_table(["Fra \\ til", *(_name(state, GONE) for state in STATES)], rows)


def _name(state: State, absent: str) -> str:
    return word(state) if isinstance(state, Light) else absent


def show_flow(flow: pd.DataFrame, months: Sequence[Month]) -> None:
    """Show how many lines improved and worsened, or say that there is only one status."""
    st.html(h2[FLOW])
    if flow.empty:
        st.html(p(".quiet")[ONE_MONTH])
        return
    rows: list[list[Cell]] = [
        [phrases.month_name(Month.parse(str(row["month"]))), *[int(row[kind]) for kind in FLOW_KINDS]]
        for row in flow.to_dict("records")
    ]
    numbers = figure_table([MONTH, *FLOW_KINDS.values()], rows)
    figure = flow_figure(flow, months, FLOW_KINDS)
    show_plot(figure, FLOW_KEY, FLOW, describe_flow(flow, FLOW_KINDS), numbers, FLOW_EXPLAINED)


def show_spells(spells: pd.DataFrame) -> None:
    """Show how long the lines have had their light."""
    st.html(h2[SPELLS])
    rows: list[list[Cell]] = [
        [word(light), *(Leading(n, _lead(light, place)) for place, n in enumerate(counted(spells, light), 1))]
        for light in LIGHTS
    ]
    numbers = figure_table([IN_ROW, *[str(n) for n in range(1, LONGEST)], f"{LONGEST}+"], rows)
    show_plot(spells_figure(spells, _lead), SPELLS_KEY, SPELLS, describe_spells(spells), numbers)


def _lead(light: Light, place: int) -> str:
    return address.href(address.INDSATS, lys=light, **{LENGTH_KEY: place})
