"""The head of a page: what is shown, how fresh it is, what the colours mean, and what was done last, to be undone."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass

import streamlit as st
from htpy import Element, Fragment, Node, a, dd, div, dl, dt, fragment, h1, h2, li, nav, p, span, ul
from markupsafe import Markup

from dashboard import queries
from dashboard.domain.light import Light
from dashboard.domain.settings import settings
from dashboard.domain.terms import terms
from dashboard.queries import Delivery, LightCount
from dashboard.web import address, filters
from dashboard.web.address import PAGES
from dashboard.web.database import Selection, ask
from dashboard.web.filters import chips, notes
from dashboard.web.markup import light
from dashboard.wording import phrases, texts

CONTENTS = "Indhold"
NOTICE_KEY, UNDO = "besked", "Fortryd"


@dataclass(frozen=True)
class Notice:
    """A sentence about what was done, how that is undone, and where on the pages it belongs."""

    sentence: str
    undo: Callable[[], object] | None
    place: Hashable


def show_head(
    title: str,
    selection: Selection,
    counts: Sequence[LightCount],
    *,
    also: Sequence[Node] = (),
    offer: Callable[[], None] | None = None,
) -> None:
    """Show the title, what the page shows and how fresh it is; the banner when it is example data.

    ``also`` are chips of the page's own, beside those of the filters; ``offer`` shows what can be taken along.
    """
    with st.container(gap=None, key="sidehoved"):
        show_title(h1[title], is_example=is_example(selection), offer=offer, on_screen=True)
        st.html(shown(selection, counts, also))
    show_notes()
    show_notice()


def shown(selection: Selection, counts: Sequence[LightCount], also: Sequence[Node] = ()) -> Fragment:
    """Say what is shown, and how fresh it is."""
    silent = sum(count.n for count in counts if count.light is Light.NOT_REPORTED)
    fresh = phrases.freshness(selection, _delivery(selection), silent)
    return fragment[_subtitle(selection, sum(count.n for count in counts), also), p(".freshness")[fresh]]


def show_title(
    drawn: Element | Fragment,
    *,
    is_example: bool,
    offer: Callable[[], None] | None = None,
    on_screen: bool = False,
) -> None:
    """Show a title, and beside it what stands on every page; ``on_screen`` offers to show the page alone."""
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="titel"):
        st.html(drawn)
        if is_example:
            st.html(example_mark(), width="content")
        _show_how_to_read()
        if offer:
            offer()
        if on_screen:
            st.html(way_to_screen(is_bare=address.is_bare()), width="content")
        st.html(way_to_copy(), width="content")


def example_mark() -> Element:
    """Say that what is shown is example data."""
    return p(".example")[texts.EXAMPLE]


def way_to_copy() -> Element:
    """Offer the address of what is shown."""
    return a(".copy-link", href="#", data_said=texts.LINK_COPIED)[texts.COPY_LINK]


def way_to_screen(*, is_bare: bool) -> Element:
    """Lead to the page alone on the screen, or back."""
    if is_bare:
        return a(".bare.leave", href=f"?{address.BARE_KEY}=")[texts.OFF_SCREEN]
    return a(".bare.enter", href=f"?{address.BARE_KEY}={address.YES}")[texts.ON_SCREEN]


def show_contents(ways: Mapping[str, str], heading: str = CONTENTS, here: str | None = None) -> None:
    """Show in the sidebar, where other pages have their filters, what is a click away: names by where they lead."""
    links = (li[span(aria_current="page")[name] if href == here else a(href=href)[name]] for href, name in ways.items())
    with st.sidebar:
        st.html(nav(".contents", aria_label=heading)[h2[heading], ul[links]])


def tell(said: str, undo: Callable[[], object] | None = None) -> None:
    """Say what was done, where it was done, with the way back; nothing is said any more with an empty sentence."""
    st.session_state[NOTICE_KEY] = Notice(said, undo, _place()) if said else None


def show_notice() -> None:
    """Show what was done last here, with the way back; gone with the next thing that is done.

    Its place is kept: Streamlit forgets a part of the page that draws itself again when what stands above it is gone.
    """
    notice: Notice | None = st.session_state.get(NOTICE_KEY)
    with st.container(horizontal=True, vertical_alignment="center", key="besked"):
        if notice is None or notice.place != _place():
            return
        st.html(p(".note", role="status")[notice.sentence], width="content")
        if notice.undo is not None:
            st.button(UNDO, key="fortryd", type="tertiary", on_click=_undo, args=(notice.undo,))


def _undo(undo: Callable[[], object]) -> None:
    tell("")
    undo()


def _place() -> Hashable:
    return address.here(), *map(st.query_params.get, (address.MEETING_KEY, address.PART_KEY))


def show_notes() -> None:
    """Say what was asked for and does not exist."""
    if notes():
        st.html(p(".note")[Markup("<br>").join(notes())])


def _show_how_to_read() -> None:
    """Offer how the page is read, and the meaning of the lights, word for word."""
    with st.popover(texts.HOW_TO_READ, type="tertiary"):
        st.html(fragment[p[texts.READ[address.here()]], p(".label")[texts.COLOURS], definitions()])


def definitions() -> Element:
    """List what each light means, worst first."""
    return dl(".definitions")[((dt[light(value)], dd[terms().lights[value].definition]) for value in Light)]


def is_example(selection: Selection) -> bool:
    """Tell whether what is shown rests on a workbook that calls itself invented."""
    return _delivery(selection).is_example


def _subtitle(selection: Selection, total: int, also: Sequence[Node]) -> Element:
    on = [*chips(selection), *also]
    return p(".subtitle")[
        f"{phrases.months_shown(selection)} · {phrases.scope_name(selection.scope)} · ",
        bool(on) and [span(".chips")[on], " · "],
        phrases.count_of(total, "indsats", "indsatser"),
    ]


def _delivery(selection: Selection) -> Delivery:
    here = (selection.month, selection.scope)
    return next(one for one in ask(queries.deliveries, plan=selection.plan) if (one.month, one.scope) == here)


def show_empty_database() -> None:
    """Say that nothing is imported yet, and how it is done."""
    st.html(_said(texts.EMPTY_TITLE, texts.EMPTY_NEXT))
    st.page_link(PAGES / "indlaesning.py", label=texts.GO_TO_INTAKE)


def show_no_lines(selection: Selection) -> None:
    """Say that the filters let nothing through, and offer to let go of them."""
    st.html(_said(texts.NO_LINES, filters.emptied_by(selection)))


def show_wrong_settings() -> None:
    """Say what is wrong in the settings, instead of any page."""
    said = texts.SETTINGS_WRONG.format(folder=settings().folder)
    st.html(div(".empty")[h2[texts.SETTINGS_TITLE], p[said], ul[(li[str(fault)] for fault in settings().faults)]])


def show_closed_database(reason: str) -> None:
    """Say why the database cannot be opened."""
    st.html(_said(texts.DATABASE_CLOSED, reason))


def _said(title: str, sentence: Node) -> Element:
    return div(".empty")[h2[title], p[sentence]]
