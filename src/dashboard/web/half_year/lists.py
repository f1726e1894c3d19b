"""The share that follows the plan, what is highlighted, and the three lists side by side, each with its rule."""

from collections.abc import Sequence

import streamlit as st
from htpy import Element, b, details, div, fragment, h2, p, section, span, summary

from dashboard.domain.half_year import HalfYearList
from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.queries import HalfYearLine, HalfYearWord, LightCount
from dashboard.web.cards import bar
from dashboard.web.database import Selection
from dashboard.web.half_year.placing import place_link
from dashboard.web.links import line_link
from dashboard.web.markup import light
from dashboard.wording import half_year as words
from dashboard.wording import phrases

NONE = "Ingen indsatser."
FIRST = 7


def show_share(counts: Sequence[LightCount], selection: Selection, missing: str) -> None:
    """Show the share that follows the plan beside the last half-year's, or what is missing to say so."""
    said = p(".answer")[words.follows(counts, selection)]
    st.html(fragment[missing and p(".note")[missing], said, bar(counts, selection)])


def show_lists(lines: Sequence[HalfYearLine], month: Month) -> None:
    """Show what is highlighted, then each list with its rule; outside the lists comes last, where there is any."""
    by_list = {each: [line for line in lines if line.listed_in is each] for each in HalfYearList}
    outside = by_list.pop(HalfYearList.OUTSIDE)
    drawn = [_list(each, listed, month) for each, listed in by_list.items()]
    rest = _list(HalfYearList.OUTSIDE, outside, month) if outside else None
    st.html(fragment[_highlights(lines), div(".half-lists")[drawn], rest])


def _highlights(lines: Sequence[HalfYearLine]) -> Element:
    rows = [_highlighted(line, line.highlight) for line in lines if line.highlight]
    heading = h2[words.HIGHLIGHTED, " ", span(".count")[phrases.number(len(rows))]]
    return section(".half-highlights")[heading, rows or p(".quiet")[words.NOTHING_HIGHLIGHTED]]


def _highlighted(line: HalfYearLine, word: HalfYearWord) -> Element:
    said_by = f"{word.written_by}, {phrases.short_moment(word.written_at)}"
    return div(".half-line")[
        light(Light(line.line.light_now)),
        span[
            line_link(line.line.name, line.line.indsats_id),
            " ",
            span(".highlight")[word.text],
            " ",
            span(".quiet")[said_by],
        ],
        place_link(line),
    ]


def _list(listed_in: HalfYearList, lines: Sequence[HalfYearLine], month: Month) -> Element:
    rows = [_row(line) for line in lines]
    rest = rows[FIRST:] and details(".rest")[summary[phrases.show_all(len(rows))], rows[FIRST:]]
    return section(".half-list")[
        h2[words.LISTS[listed_in], " ", span(".count")[phrases.number(len(rows))]],
        p(".quiet")[words.rule(listed_in, month)],
        rows[:FIRST],
        rest,
        not rows and p(".quiet")[NONE],
    ]


def _row(line: HalfYearLine) -> Element:
    told = line.line
    ahead, placed = words.treatment(line), words.placed(line)
    udvalg = not ahead and span(".quiet")[", ".join(told.udvalg)]
    return div(".half-line")[
        light(Light(told.light_now)),
        span[
            line_link(told.name, told.indsats_id),
            " ",
            span(".ahead")[ahead] if ahead else udvalg,
            bool(line.highlight) and span(".highlighted")[b[words.HIGHLIGHTED]],
            placed and span(".placed")[placed],
        ],
        place_link(line),
    ]
