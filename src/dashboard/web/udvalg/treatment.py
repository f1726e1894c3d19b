"""What stands before political treatment: in which udvalg, when, of what kind, the nearest first."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import streamlit as st
from htpy import Element, Node, details, div, fragment, h2, h3, p, section, span, summary

from dashboard import queries
from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.domain.political_treatment import political_treatment, treated_by
from dashboard.queries import ListedLine
from dashboard.web.database import Selection, ask
from dashboard.web.filters import WITHOUT
from dashboard.web.links import line_link, list_link
from dashboard.web.markup import light
from dashboard.wording import phrases

TITLE = "Står foran politisk behandling"
NONE = "Ingen indsatser er skrevet til at stå foran politisk behandling."
IN_EACH = "En indsats, der skal i flere udvalg, står under hvert af dem."
NO_DAY, PASSED = "uden dato", "skulle være behandlet"
FIRST = 5
LATEST = date.max


def show_treatments(selection: Selection, udvalg: Sequence[str] = ()) -> None:
    """Show the lines that stand before treatment in each udvalg, or in those given, whichever they belong to."""
    lines = ask(queries.line_list, replace(selection, udvalg=()) if udvalg else selection)
    groups: dict[str, list[ListedLine]] = {}
    for line in sorted(lines, key=_day):
        for key in treated_by(line.told["political_treatment"]):
            if not udvalg or key in udvalg:
                groups.setdefault(key, []).append(line)
    n = len({line.indsats_id for group in groups.values() for line in group})
    heading = h2(id="politisk")[TITLE, " ", span(".count")[phrases.number(n)]]
    said = IN_EACH if len(groups) > 1 else None if groups else NONE
    drawn = [
        _group(key, groups[key], selection.month, is_alone=bool(udvalg))
        for key in sorted(groups, key=lambda key: (key == "", key))
    ]
    st.html(fragment[heading, said and p(".quiet")[said], div(".treatments")[drawn]])


def _group(key: str, lines: Sequence[ListedLine], month: Month, *, is_alone: bool) -> Element:
    rows = [_row(line, month) for line in lines]
    way = list_link(phrases.part_name("treated_by", key), behandling=key or WITHOUT)
    return section[
        not is_alone and h3[way, " ", span(".count")[phrases.number(len(lines))]],
        rows[:FIRST],
        rows[FIRST:] and details(".rest")[summary[phrases.show_all(len(rows))], rows[FIRST:]],
    ]


def _row(line: ListedLine, month: Month) -> Element:
    said = line.told["political_treatment"]
    ahead = political_treatment(said)
    assert ahead is not None
    return div(".treatment", title=said)[
        span(".treatment-when")[_when(ahead.day, month)],
        span[light(Light(line.light_now))],
        span[line_link(line.name, line.indsats_id), " ", span(".quiet")[ahead.kind]],
    ]


def _when(day: date | None, month: Month) -> Node:
    if day is None:
        return span(".quiet")[NO_DAY]
    when = Month(day.year, day.month).label
    return [when, day <= month.last_day and span(".defect", title=PASSED)[PASSED]]


def _day(line: ListedLine) -> date:
    ahead = political_treatment(line.told["political_treatment"])
    return (ahead and ahead.day) or LATEST
