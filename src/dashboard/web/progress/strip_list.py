"""A strip for every line of the plan, worst now first."""

from collections.abc import Hashable, Mapping, Sequence
from html import escape

import streamlit as st

from dashboard import queries
from dashboard.charts.palette import word
from dashboard.domain.light import ABSENT, Light, State
from dashboard.domain.month import Month
from dashboard.web import phrases
from dashboard.web.figure import drawn_figure, figure_table
from dashboard.web.links import line_link
from dashboard.web.markup import tag, text
from dashboard.web.plan import Selection, ask
from dashboard.web.progress import texts
from dashboard.web.strips import Strips, strip, strip_scale

KEY, SHOW, ALL, FEW = "strimler", "strimler", "alle", "faa"
FIRST = 25
States = Mapping[Month, State]
Line = Mapping[Hashable, object]
LEGEND = {
    "lit not_reported": texts.LEGEND_NOT_REPORTED,
    "lit done": texts.LEGEND_DONE,
    "gap": texts.LEGEND_GAP,
    "gone": texts.LEGEND_GONE,
    "left": texts.LEGEND_LEFT,
    "lit green inherited": texts.LEGEND_INHERITED,
}


def show_strips(selection: Selection, months: Sequence[Month]) -> None:
    """Show the strips of the worst lines, or of all of them when that is asked for."""
    lines = ask(queries.strip_lines, selection).to_dict("records")
    strips = Strips.of(selection, longest=len(months))
    shown = lines if st.query_params.get(SHOW) == ALL else lines[:FIRST]
    ids = {int(line["indsats_id"]) for line in shown}
    states = {one: strips.shown(one) for one in ids}
    inherited = {one: strips.inherited(one) for one in ids}
    rows = "".join(
        _row(line, states[int(line["indsats_id"])], inherited[int(line["indsats_id"])], months, selection)
        for line in shown
    )
    head = tag("div", text("") + text("") + str(strip_scale(months)), "strip-row strip-head")
    title = tag("h2", escape(texts.STRIPS) + " " + text(texts.WORST_FIRST, "beside-title"))
    drawn = tag("div", head + rows, "strips") + _legend(states, inherited, months)
    st.html(title + drawn_figure(KEY, texts.STRIPS, drawn, _table(shown, states, months)) + _more(lines, shown))


def _row(line: Line, states: States, inherited: set[Month], months: Sequence[Month], selection: Selection) -> str:
    name = _name(line)
    number = int(str(line["indsats_id"]))
    mark = text("↳", "continues", title=texts.CONTINUES, role="img", aria_label=texts.CONTINUES) if inherited else ""
    css = {"done": " is-done", "absent": " is-gone"}.get(str(line["state"]), "")
    return tag(
        "div",
        tag("span", mark + line_link(name, number), "strip-name", title=name)
        + text(str(line["udvalg"] or ""), "strip-udvalg")
        + str(strip(states, months, selection.month, number, inherited=inherited)),
        f"strip-row{css}",
    )


def _legend(states: Mapping[int, States], inherited: Mapping[int, set[Month]], months: Sequence[Month]) -> str:
    """Explain the cells that are no plain light, those that are on the page."""
    there = {state for line in states.values() for state in line.values()}
    told = {month for line in states.values() for month in line}
    seen = {
        "lit not_reported": Light.NOT_REPORTED in there,
        "lit done": Light.DONE in there,
        "gap": bool(set(months) - told),
        "gone": ABSENT in there,
        "left": any(ABSENT in line.values() and Light.DONE in line.values() for line in states.values()),
        "lit green inherited": any(inherited.values()),
    }
    said = "".join(
        tag("span", tag("span", tag("i", "", css), "strip") + escape(name)) for css, name in LEGEND.items() if seen[css]
    )
    return tag("p", said, "legend") if said else ""


def _more(lines: Sequence[Line], shown: Sequence[Line]) -> str:
    if len(lines) <= FIRST:
        return ""
    is_all = len(shown) == len(lines)
    said = texts.FIRST_ONLY.format(n=FIRST) if is_all else phrases.show_all(len(lines))
    away = sum(line["state"] == ABSENT for line in lines)
    if away and not is_all:
        said += texts.ALSO_AWAY.format(n=phrases.number(away))
    return tag("p", tag("a", escape(said), "show-all", href=f"?{SHOW}={FEW if is_all else ALL}"))


def _table(shown: Sequence[Line], states: Mapping[int, States], months: Sequence[Month]) -> str:
    heads = [texts.TITLE, texts.UDVALG, *(phrases.short_month(month) for month in months)]
    rows = [
        [_name(line), str(line["udvalg"] or ""), *(_said(states[int(str(line["indsats_id"]))].get(m)) for m in months)]
        for line in shown
    ]
    return figure_table(heads, rows)


def _said(state: str | None) -> str:
    return "" if state is None else texts.LEGEND_GONE if state == ABSENT else word(Light(state))


def _name(line: Line) -> str:
    code = line["code"]
    return f"{line['title']} {code}" if isinstance(code, str) and code else str(line["title"])
