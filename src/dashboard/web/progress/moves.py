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
from dashboard.web import address
from dashboard.web.database import Selection, ask
from dashboard.web.figure import Cell, Leading, drawn_figure, figure_table, show_plot
from dashboard.web.links import KINDS_KEY, LENGTH_KEY, list_link
from dashboard.web.markup import light
from dashboard.web.progress.months import MONTH, ONE_MONTH
from dashboard.wording import phrases, texts

MATRIX_KEY, FLOW_KEY, SPELLS_KEY = "overgange", "bevaegelse", "i_traek"
MONTHS_APART, MATRIX = "Fra måned til måned", "Fra {before} til {now}"
GONE, SUM = texts.KINDS["gone"], "I alt"
CAME = ("new", "returned")  # the rows of lines that did not stand before
NO_COMPARISON = "Vælg en måned under »Sammenlign med« for at se, hvordan lysene har flyttet sig."
WORSENED, UNCHANGED = "Forværret", "Uændret"
OPENS = "Hvert tal åbner listen."
LEFT_WHEN_DONE = "{n} af dem under »Udgået« var afsluttet og er ude af planen."
FLOW = "Forbedret og forværret hver måned"
FLOWING = ("improved", "worsened", "new", "returned", "gone", "done", "reopened", "not_reported", "reported_again")
FLOW_KINDS = {kind: texts.KINDS[kind] for kind in FLOWING} | {"new": "Nye"}
FLOW_EXPLAINED = "Fra hver status til den næste."
SPELLS, IN_ROW = "Statusser i træk i det nuværende lys", "Statusser i træk"
STATES: tuple[State, ...] = (*Light, ABSENT)
Pairs = Mapping[tuple[str, State], list[Transition]]  # by the light before, or how it came, and the light now


def show_matrix(transitions: Sequence[Transition], selection: Selection) -> None:
    """Show how many lines went from each light to each, or say that there is no month to compare with."""
    st.html(_matrix_figure(transitions, selection))


def _matrix_figure(transitions: Sequence[Transition], selection: Selection) -> Fragment:
    if selection.compare is None:
        has_earlier = ask(queries.previous_month, selection.month, selection.scope, plan=selection.plan)
        why = NO_COMPARISON if has_earlier else texts.NOTHING_EARLIER
        return fragment[h2[MONTHS_APART], p(".quiet")[why]]
    title = MATRIX.format(before=phrases.earlier(selection), now=selection.month.label)
    pairs: dict[tuple[str, State], list[Transition]] = {}
    for one in transitions:
        before = one.kind if one.kind in CAME else one.light_before
        pairs.setdefault((before, one.light_now), []).append(one)
    drawn = table(".matrix")[_head(), tbody[(_row(before, pairs) for before in _rows(pairs)), _sums(pairs)]]
    return fragment[h2[title], drawn_figure(MATRIX_KEY, title, [drawn, _legend(pairs)], _matrix_table(pairs))]


def _head() -> Element:
    return thead[
        tr[
            td,
            (th(scope="col")[span(".said")["→ "], light(value)] for value in Light),
            (th(scope="col")[name] for name in (GONE, SUM)),
        ]
    ]


def _rows(pairs: Pairs) -> list[str]:
    """Give the rows: the lights, what is new, and what is back where there is any."""
    return [*Light, "new", *(["returned"] if any(before == "returned" for before, _ in pairs) else [])]


def _row(before: str, pairs: Pairs) -> Element:
    return tr[
        th(scope="row")[light(before) if isinstance(before, Light) else texts.KINDS[before]],
        (_cell(before, now, pairs) for now in STATES),
        td(".sum")[phrases.number(sum(_n(pairs, before, now) for now in STATES))],
    ]


def _cell(before: str, now: State, pairs: Pairs) -> Element:
    if before in CAME and now is ABSENT:
        return td(".none")["–"]
    n = phrases.number(_n(pairs, before, now))
    if n == "0":
        return td(".none")[n]
    kind = next((one.kind for one in pairs[before, now] if not one.kind.startswith("moved")), "unchanged")
    way = {KINDS_KEY: before} if before in CAME else {"fra": before}
    return td(class_=kind, title=f"{n}: {_name(before)} → {_name(now)}")[list_link(n, "list-link", **way, til=now)]


def _sums(pairs: Pairs) -> Element:
    sums = [sum(_n(pairs, before, now) for before in _rows(pairs)) for now in STATES]
    return tr(".sums")[th(scope="row")[SUM], (td[phrases.number(n)] for n in [*sums, sum(sums)])]


def _n(pairs: Pairs, before: str, now: State) -> int:
    return sum(one.n for one in pairs.get((before, now), ()))


def _legend(pairs: Pairs) -> Element:
    left = _n(pairs, Light.DONE, ABSENT)
    return p(".legend")[
        span[i(".swatch.worsened"), WORSENED],
        span[i(".swatch.unchanged"), UNCHANGED],
        span[OPENS],
        left > 0 and span[LEFT_WHEN_DONE.format(n=left)],
    ]


def _matrix_table(pairs: Pairs) -> str:
    rows: list[list[Cell]] = [[_name(was), *(_n(pairs, was, now) for now in STATES)] for was in _rows(pairs)]
    return figure_table(["Fra \\ til", *map(_name, STATES)], rows)


def _name(state: str) -> str:
    return word(state) if isinstance(state, Light) else texts.KINDS.get(state, GONE)


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
