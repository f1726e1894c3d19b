"""A strip for every line of the plan, worst now first."""

from collections.abc import Sequence

import streamlit as st
from htpy import Element, Node, a, div, fragment, h2, i, p, span

from dashboard import queries
from dashboard.charts.palette import word
from dashboard.domain.light import ABSENT, Light, State
from dashboard.domain.month import Month
from dashboard.queries import LineLife
from dashboard.web.database import Selection, ask
from dashboard.web.figure import drawn_figure, figure_table
from dashboard.web.links import line_link
from dashboard.web.markup import skippable
from dashboard.web.strips import LEFT_WHEN_DONE, NOT_COVERED, Strips, strip_scale
from dashboard.wording import phrases

KEY, SHOW, ALL, FEW = "strimler", "strimler", "alle", "faa"
FIRST = 25
TITLE, WORST_FIRST = "Indsats for indsats", "værst nu øverst"
ALSO_AWAY = ", også {n}, som ikke længere er i planen"
FIRST_ONLY = "Vis kun de første {n}"
CONTINUES = "fortsætter en tidligere indsats"
UDVALG, LINE = "Udvalg", "Indsats"
GONE = "Udgået"
INHERITED = "Den indsats, som den fortsætter"


def show_strips(selection: Selection, months: Sequence[Month]) -> None:
    """Show the strips of the worst lines, or of all of them when that is asked for."""
    lines = ask(queries.line_lives, selection)
    shown = lines if st.query_params.get(SHOW) == ALL else lines[:FIRST]
    strips = Strips.of(selection, longest=len(months))
    drawn = div(".strips")[
        div(".strip-row.strip-head")[span, span, strip_scale(months)], (_row(line, strips) for line in shown)
    ]
    figure = drawn_figure(KEY, TITLE, [drawn, _legend(shown, strips)], _table(shown, strips))
    st.html(fragment[h2[TITLE, " ", span(".beside-title")[WORST_FIRST]], skippable(figure), _more(lines, shown)])


def _row(line: LineLife, strips: Strips) -> Element:
    css = {Light.DONE: "is-done", ABSENT: "is-gone"}.get(line.state)
    mark = span(".continues", title=CONTINUES, role="img", aria_label=CONTINUES)["↳"]
    return div(class_=["strip-row", css])[
        span(".strip-name", title=line.name)[
            bool(strips.inherited(line.indsats_id)) and mark, line_link(line.name, line.indsats_id)
        ],
        span(".strip-udvalg")[line.udvalg],
        strips.draw(line.indsats_id),
    ]


def _legend(lines: Sequence[LineLife], strips: Strips) -> Node:
    """Explain the cells that are no plain light, those that are on the page."""
    shown = [strips.shown(line.indsats_id) for line in lines]
    there = {state for states in shown for state in states.values()}
    told = {month for states in shown for month in states}
    seen = [
        ("lit not_reported", word(Light.NOT_REPORTED), Light.NOT_REPORTED in there),
        ("lit done", word(Light.DONE), Light.DONE in there),
        ("gap", NOT_COVERED, bool(set(strips.months) - told)),
        ("gone", GONE, ABSENT in there),
        ("left", LEFT_WHEN_DONE, any({ABSENT, Light.DONE} <= set(states.values()) for states in shown)),
        ("lit green inherited", INHERITED, any(strips.inherited(line.indsats_id) for line in lines)),
    ]
    said = [span[span(".strip")[i(class_=css)], name] for css, name, is_seen in seen if is_seen]
    return said and p(".legend")[said]


def _more(lines: Sequence[LineLife], shown: Sequence[LineLife]) -> Node:
    if len(lines) <= FIRST:
        return None
    is_all = len(shown) == len(lines)
    said = FIRST_ONLY.format(n=FIRST) if is_all else phrases.show_all(len(lines))
    away = sum(line.state is ABSENT for line in lines)
    if away and not is_all:
        said += ALSO_AWAY.format(n=phrases.number(away))
    return p[a(".show-all", href=f"?{SHOW}={FEW if is_all else ALL}")[said]]


def _table(lines: Sequence[LineLife], strips: Strips) -> str:
    rows = [
        [
            line.name,
            line.udvalg,
            *(_said(strips.shown(line.indsats_id).get(month)) for month in strips.months),
        ]
        for line in lines
    ]
    return figure_table([LINE, UDVALG, *map(phrases.short_month, strips.months)], rows)


def _said(state: State | None) -> str:
    return "" if state is None else word(state) if isinstance(state, Light) else GONE
