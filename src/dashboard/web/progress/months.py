"""The answer of Udvikling in one sentence, and month by month the plan as a figure and every line as a strip."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st
from htpy import Element, Node, a, div, fragment, h2, i, p, span

from dashboard import queries
from dashboard.charts.history import describe_history, history_figure
from dashboard.charts.palette import word
from dashboard.domain.light import ABSENT, Light, State
from dashboard.domain.month import Month
from dashboard.domain.share import percent
from dashboard.domain.terms import terms
from dashboard.queries import LineLife, Transition
from dashboard.web.address import choose
from dashboard.web.database import Selection, ask
from dashboard.web.figure import Cell, Leading, drawn_figure, figure_table, show_plot
from dashboard.web.links import line_link, list_address
from dashboard.web.markup import skippable
from dashboard.web.strips import LEFT_WHEN_DONE, NOT_COVERED, Strips, strip_scale
from dashboard.wording import phrases

KEY, TITLE = "maaneder", "Fordeling måned for måned"
AS_SHARE, AS_COUNT = "andel", "antal"
MEASURES = {AS_SHARE: "Andel", AS_COUNT: "Antal"}
MEASURE = "Vis andel eller antal"
OF_SHARE = "Andel af de aktive og indberettede; deres antal står over søjlen."
OF_COUNT = "Antal indsatser i alt over søjlen."
HOW = "Klik på et felt for at se indsatserne."
COUNT_WITH_LIGHT = "Filteret på lys er slået til, så her vises antal og ikke andele."
ONE_MONTH = "Der er kun én status for dette omfang. Udviklingen kan ses, når den næste er indlæst."
NOT_DELIVERED = "ikke leveret"
MONTH, TOTAL = "Måned", "I alt"
SHARED = [Light.RED, Light.YELLOW, Light.GREEN]
MOVED = {"worsened": "forværret", "improved": "forbedret"}
STRIPS_KEY, SHOW, ALL, FEW = "strimler", "strimler", "alle", "faa"
FIRST = 25
STRIPS_TITLE, WORST_FIRST = "Indsats for indsats", "værst nu øverst"
ALSO_AWAY = ", også {n}, som ikke længere er i planen"
FIRST_ONLY = "Vis kun de første {n}"
CONTINUES = "fortsætter en tidligere indsats"
UDVALG, LINE = "Udvalg", "Indsats"
GONE = "Udgået"
INHERITED = "Den indsats, som den fortsætter"


def show_lead(history: pd.DataFrame, transitions: Sequence[Transition], selection: Selection) -> None:
    """Say in a sentence whether more or fewer are red and yellow, and how many lines moved.

    Nothing where there is nothing active or a filter on lights; only about the month when it is compared with none.
    """
    now = _red_or_yellow(history, selection.month)
    if now is None or selection.light:
        return
    sentence = f"{now} af de aktive er røde eller gule"
    before = _red_or_yellow(history, selection.compare) if selection.compare else None
    if selection.compare and before:
        counts = [
            f"{phrases.number(sum(one.n for one in transitions if one.kind == kind))} {name}"
            for kind, name in MOVED.items()
        ]
        sentence += f" mod {before} i {phrases.earlier(selection)}: {' og '.join(counts)}"
    st.html(p(".lead-answer")[f"{sentence}."])


def _red_or_yellow(history: pd.DataFrame, month: Month) -> str | None:
    row = history[history["month"] == str(month)]
    if row.empty or (active := int(row[SHARED].to_numpy().sum())) == 0:
        return None
    worse = int(row[[Light.RED, Light.YELLOW]].to_numpy().sum())
    return f"{percent(worse, active)} ({phrases.number(worse)} af {phrases.number(active)})"


def choose_measure(selection: Selection) -> bool:
    """Draw the heading with the choice between share and count, and tell whether shares are to be shown."""
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.html(h2[TITLE], width="content")
        measure = choose(MEASURE, "vis", MEASURES, AS_SHARE)
    return measure == AS_SHARE and not selection.light


def show_months(history: pd.DataFrame, months: Sequence[Month], selection: Selection, as_share: bool) -> None:
    """Show the bars of all months, what they are of, and what a filter on lights does to them."""
    said = COUNT_WITH_LIGHT if selection.light else OF_SHARE if as_share else OF_COUNT

    def lead(month: Month, light: Light) -> str:
        return list_address(month, light, selection)

    show_plot(
        history_figure(history, months, as_share, terms().events, lead),
        KEY,
        TITLE,
        describe_history(history),
        _table(history, months, selection),
        ONE_MONTH if len(history) == 1 else said,
        HOW,
    )


def _table(history: pd.DataFrame, months: Sequence[Month], selection: Selection) -> str:
    rows = {str(row["month"]): row for row in history.to_dict("records")}
    body: list[list[Cell]] = []
    for month in months:
        row = rows.get(str(month))
        name = phrases.month_name(month)
        if row is None:
            body.append([name, *[NOT_DELIVERED] * (len(Light) + 1)])
            continue
        counts = [Leading(int(row[light]), list_address(month, light, selection)) for light in Light]
        body.append([name, *counts, int(row["total"])])
    return figure_table([MONTH, *[word(light) for light in Light], TOTAL], body)


def show_strips(selection: Selection, months: Sequence[Month]) -> None:
    """Show the strips of the worst lines, or of all of them when that is asked for."""
    lines = ask(queries.line_lives, selection)
    shown = lines if st.query_params.get(SHOW) == ALL else lines[:FIRST]
    strips = Strips.of(selection, (line.indsats_id for line in shown), longest=len(months))
    drawn = div(".strips")[
        div(".strip-row.strip-head")[span, span, strip_scale(months)], (_row(line, strips) for line in shown)
    ]
    figure = drawn_figure(STRIPS_KEY, STRIPS_TITLE, [drawn, _legend(shown, strips)], _strip_table(shown, strips))
    st.html(fragment[h2[STRIPS_TITLE, " ", span(".beside-title")[WORST_FIRST]], skippable(figure), _more(lines, shown)])


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


def _strip_table(lines: Sequence[LineLife], strips: Strips) -> str:
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
