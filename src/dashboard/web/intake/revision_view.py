"""One revision: what was done to it, what it told otherwise, what was wrong, its file, and whether it counts."""

from collections.abc import Callable, Hashable, Mapping
from html import escape
from typing import Any

import streamlit as st

from dashboard import intake, queries
from dashboard.domain.month import Month
from dashboard.domain.scope import Scope
from dashboard.web import phrases as common
from dashboard.web.intake import phrases, texts
from dashboard.web.intake.difference_list import difference_list
from dashboard.web.intake.issue_table import issue_table
from dashboard.web.markup import tag
from dashboard.web.plan import ask, database
from dashboard.web.viewer import viewer_name

CHANGED, DONE = "revision_skiftet", "revision_besked"


def tell_what_was_done() -> None:
    """Say what a button in the dialog did; on the page, since nothing can be shown while the dialog answers it."""
    if DONE in st.session_state:
        st.toast(st.session_state.pop(DONE))


def show_revision(revision: Mapping[Hashable, Any], forget: Callable[[], None]) -> None:
    """Open a revision in a dialog; ``forget`` is what closing it does."""
    month, scope, number = Month.parse(revision["month"]), Scope(revision["scope"]), int(revision["revision"])

    st.session_state.pop(CHANGED, None)

    @st.dialog(f"{phrases.place(month, scope)} · revision {number}", width="large", on_dismiss=forget)
    def opened() -> None:
        if st.session_state.pop(CHANGED, False):
            st.rerun()  # the page behind is old, too
        snapshot, file_name = int(revision["snapshot_id"]), str(revision["file_name"])
        st.html(events(ask(queries.revision_events, snapshot).to_dict("records"), file_name))
        with st.container(horizontal=True, vertical_alignment="center"):
            _offer_original(month, scope, number, file_name)
            _offer_change(month, scope, number, forget, withdrawn=revision["state"] == "withdrawn")
        difference = intake.revision_difference(database(), month, scope, number)
        if difference is not None:
            st.html(tag("h3", escape(texts.SINCE_BEFORE.format(revision=number - 1))) + difference_list(difference))
        found = ask(queries.revision_issues, snapshot).to_dict("records")
        st.html(tag("h3", escape(texts.ISSUES)) + issue_table(found))

    opened()


def events(happened: list[dict[Hashable, Any]], file_name: str) -> str:
    """Say who did what to a revision, oldest first."""
    said = [
        f"{texts.HAPPENED[each['what']]} {common.moment(each['happened_at'])} af {each['who']}" for each in happened
    ]
    return tag("p", escape(file_name)) + tag("ul", "".join(tag("li", escape(line)) for line in said), "events")


def _offer_original(month: Month, scope: Scope, number: int, file_name: str) -> None:
    st.download_button(
        texts.ORIGINAL,
        lambda: intake.original_workbook(database(), month, scope, number).content,
        file_name=file_name,
        on_click="ignore",
        key="original",
    )


def _offer_change(month: Month, scope: Scope, number: int, forget: Callable[[], None], *, withdrawn: bool) -> None:
    st.button(
        texts.RESTORE if withdrawn else texts.WITHDRAW,
        on_click=_change,
        args=(month, scope, number, withdrawn, forget),
        help=None if withdrawn else texts.WITHDRAW_MEANS,
        key="skift",
    )


def _change(month: Month, scope: Scope, number: int, withdrawn: bool, forget: Callable[[], None]) -> None:
    act = intake.restore_revision if withdrawn else intake.withdraw_revision
    said = texts.RESTORED if withdrawn else texts.WITHDRAWN
    try:
        act(database(), month, scope, number, by=viewer_name())
        st.session_state[DONE] = said.format(place=phrases.place(month, scope), number=number)
    except intake.RevisionError as error:
        st.session_state[DONE] = str(error)
    forget()
    st.session_state[CHANGED] = True
