"""Saved views in the sidebar: a page with its filters under a name, the same for everybody.

A saved view is a plain link that loads the page anew: so everything in it counts, also what a page read only once.
"""

from collections.abc import Sequence
from urllib.parse import urlencode

import streamlit as st
from htpy import Element, a, p, span

from dashboard import queries
from dashboard.domain.municipality import own_words
from dashboard.queries import SavedView
from dashboard.records import forget_view, save_view
from dashboard.web import address
from dashboard.web.database import ask, database
from dashboard.web.drafts import confirm, kept
from dashboard.web.filters import selected
from dashboard.web.markup import plain
from dashboard.web.sign_in import acting
from dashboard.wording import phrases, texts

NAME, SAID, ASKED, DRAFT = "visning_navn", "visning_sagt", "visning_fjern", "visning"
PASSING = ("kilde", "afklar")  # dialogs that stand open
LONGEST = 60
PAGES = {
    address.OVERBLIK: texts.OVERBLIK,
    address.MEETING: texts.MEETING,
    address.RED: texts.RED,
    address.UDVIKLING: texts.UDVIKLING,
    address.UDVALG: texts.UDVALG_PAGE,
    address.INDSATS: texts.INDSATS,
    address.SIGNALS: texts.SIGNALS,
}

TITLE = "Gemte visninger"
EMPTY = "En visning er en side med dens filtre. Giv den et navn, så er den et klik væk for alle."
NAME_LABEL = "Gem denne visning som"
NAME_PLACEHOLDER = own_words("Fx {udvalg_4}, kun røde")
SAVE = "Gem"
FOLLOWS = "Er ingen måned valgt, viser den altid den nyeste."
SAVED = "»{name}« er gemt."
NO_NAME = "Giv visningen et navn."
TAKEN = "Der er allerede en visning, der hedder »{name}«. Vælg et andet navn, eller fjern den først."
SAVED_BY = "Gemt af {who} {moment}"
REMOVE, REMOVE_NAMED = "Fjern", "Fjern visningen »{name}«"
SURE = "Fjern »{name}« for alle?"
YES, NO = "Ja, fjern", "Behold"
REMOVED, UNDO, GONE = "»{name}« er fjernet.", "Fortryd", "visning_fjernet"


def show_saved_views() -> None:
    """Offer the saved views under the filters, and to save this one; nothing while the database is empty."""
    if selected() is None:
        return
    views = ask(queries.saved_views)
    label = f"{TITLE} ({len(views)})" if views else TITLE
    with st.sidebar, st.popover(label, width="stretch", key="visninger"), st.container(key="visningsliste"):
        for view in views:
            _show_view(view)
        if not views:
            st.html(p(".quiet")[EMPTY])
        _show_saving([view.name for view in views])


def _show_saving(names: Sequence[str]) -> None:
    st.text_input(NAME_LABEL, key=NAME, placeholder=NAME_PLACEHOLDER, max_chars=LONGEST)
    st.html(kept(NAME, DRAFT))
    st.button(SAVE, on_click=_save, args=(names,), type="primary", key="visning_gem")
    said = st.session_state.pop(SAID, None)
    st.html(p(class_="note" if said else "quiet", role="status")[said or FOLLOWS])
    gone: SavedView | None = st.session_state.pop(GONE, None)
    if gone is not None:
        st.button(UNDO, on_click=_bring_back, args=(gone,), type="tertiary", key="visning_fortryd")


def _show_view(view: SavedView) -> None:
    view_id = view.view_id
    if st.session_state.get(ASKED) == view_id:
        st.html(p[SURE.format(name=view.name)])
        with st.container(horizontal=True, gap="small"):
            st.button(YES, on_click=_forget, args=(view,), type="primary", key=f"visning_ja_{view_id}")
            st.button(NO, on_click=_ask_about, args=(None,), key=f"visning_nej_{view_id}")
        return
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute", gap="small"):
        st.html(view_link(view), width="stretch")
        named = REMOVE_NAMED.format(name=plain(view.name))
        st.button(
            REMOVE, help=named, on_click=_ask_about, args=(view_id,), type="tertiary", key=f"visning_fjern_{view_id}"
        )


def view_link(view: SavedView) -> Element:
    """Draw a saved view as a link to its page as it was saved, with who saved it when pointed at."""
    said = SAVED_BY.format(who=view.saved_by, moment=phrases.moment(view.saved_at))
    place = span(".quiet")[PAGES.get(view.page, phrases.capitalised(view.page))]
    return a(".saved-view", href=href(view.page, view.query), title=said, target="_self")[view.name, place]


def href(page: str, query: str) -> str:
    """Give the address of a saved view, written so that links.js lets it load the page anew."""
    return f"{page or '.'}?{query}"


def _save(names: Sequence[str]) -> None:
    name = " ".join(str(st.session_state[NAME]).split())
    if not name:
        st.session_state[SAID] = NO_NAME
    elif name.casefold() in [taken.casefold() for taken in names]:
        st.session_state[SAID] = TAKEN.format(name=name)
    else:
        save_view(database(), name, address.here(), _query(), acting("save_view"))
        st.session_state[SAID] = SAVED.format(name=name)
        confirm(DRAFT, st.session_state[NAME])
        st.session_state[NAME] = ""


def _query() -> str:
    """Give what stands in the address, but for the dialog that may be open."""
    kept = [(key, value) for key in st.query_params if key not in PASSING for value in st.query_params.get_all(key)]
    return urlencode(kept)


def _ask_about(view_id: int | None) -> None:
    st.session_state[ASKED] = view_id


def _forget(view: SavedView) -> None:
    forget_view(database(), view.view_id, acting("save_view"))
    st.session_state[GONE], st.session_state[SAID] = view, REMOVED.format(name=view.name)
    _ask_about(None)


def _bring_back(view: SavedView) -> None:
    save_view(database(), view.name, view.page, view.query, acting("save_view"))
    st.session_state[SAID] = SAVED.format(name=view.name)
