"""What the page has no card for: the lines nearest to what was searched for, and a line that is not here."""

import streamlit as st
from htpy import Element, a, div, fragment, h1, h2, li, p, span, ul

from dashboard import queries
from dashboard.domain.line_search import nearest_lines
from dashboard.domain.month import Month
from dashboard.queries import LineName, LinePlace
from dashboard.web import address, filters, phrases, places
from dashboard.web.database import Selection, ask
from dashboard.web.head import is_example, show_title
from dashboard.web.links import INDSATS_KEY, line_link
from dashboard.web.markup import light

FOUND_TITLE = "Søgning: »{asked}«"
FOUND = "{n} ligner det, der er søgt efter; den bedste står øverst."
FOUND_NONE = "Ingen indsats hedder noget, der ligner »{asked}«."
FOUND_NONE_NEXT = (
    "Prøv med et andet ord eller et nummer. Ord i selve statusteksterne søges der efter under Fritekst til venstre."
)
EARLIER_NAME = "tidligere: {name}"
LAST_TOLD = "sidst i {month}"
UNKNOWN_TITLE = "Indsatsen findes ikke"
UNKNOWN = "Der er ingen indsats med det nummer i databasen. Linket er måske fra en anden database."
NOT_HERE = "Indsatsen står ikke her"
NOT_HERE_SENTENCE = "»{name}« står ikke i {scope} i {month} eller tidligere."
SEE_IT = "Se den i {scope}, {month}"
SHOW_LIST = "Vis listen over indsatser"


def show_found(asked: str, selection: Selection) -> None:
    """Show the nearest lines, best first, each with its light now, or say that none is near."""
    known = ask(queries.known_names, selection.month)
    found = nearest_lines(asked, known)
    show_title(h1[FOUND_TITLE.format(asked=asked)], is_example=is_example(selection))
    if not found:
        st.html(div(".empty")[p[FOUND_NONE.format(asked=asked)], p[FOUND_NONE_NEXT]])
        return
    lines = [[name for name in known if name.indsats_id == indsats_id] for indsats_id in found]
    count = phrases.count_of(len(found), "indsats", "indsatser")
    drawn = ul(".found")[(_line(names, selection.month) for names in lines)]
    st.html(fragment[p(".subtitle")[FOUND.format(n=count)], drawn])


def _line(names: list[LineName], month: Month) -> Element:
    newest = names[0]
    beside = [newest.udvalg] if newest.udvalg else []
    beside += [LAST_TOLD.format(month=newest.told_month.label)] if newest.told_month != month else []
    earlier = dict.fromkeys(name.title for name in names if name.title != newest.title_now)
    beside += [EARLIER_NAME.format(name=" · ".join(earlier))] if earlier else []
    return li[
        span(".found-light")[light(newest.light)],
        span[line_link(newest.name_now, newest.indsats_id), " ", span(".quiet")[" · ".join(beside)]],
    ]


def missing_line(selection: Selection, indsats_id: int | None) -> Element:
    """Say that a line does not exist (None: it cannot), or where it is to be found instead."""
    told = () if indsats_id is None else ask(queries.line_places, selection, indsats_id)
    if not told or indsats_id is None:
        return div(".empty")[h2[UNKNOWN_TITLE], p[UNKNOWN], _to_list()]
    sentence = NOT_HERE_SENTENCE.format(
        name=told[0].name, scope=phrases.scope_name(selection.scope), month=selection.month.label
    )
    elsewhere = [place for place in told if place.scope != selection.scope] or [told[0]]
    return div(".empty")[h2[NOT_HERE], p[sentence], (_to_place(place, indsats_id) for place in elsewhere), _to_list()]


def _to_list() -> Element:
    return p[a(".way", href=address.href(places.INDSATS))[SHOW_LIST]]


def _to_place(place: LinePlace, indsats_id: int) -> Element:
    month = place.nearest_month or place.first_month
    there = {filters.MONTH_KEY: str(month), filters.SCOPE_KEY: str(place.scope), filters.COMPARE_KEY: None}
    href = address.href(places.INDSATS, **{INDSATS_KEY: indsats_id}, **there)
    return p[a(".way", href=href)[SEE_IT.format(scope=phrases.scope_name(place.scope), month=month.label)]]
