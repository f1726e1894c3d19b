"""Every revision there is: who, when, what it held, what differed, and withdrawing it or bringing it back."""

from collections.abc import Hashable, Mapping
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from dashboard import queries
from dashboard.domain.light import Light
from dashboard.domain.month import Month
from dashboard.domain.scope import Scope
from dashboard.web import phrases as common
from dashboard.web.intake import phrases, texts
from dashboard.web.intake.file_list import small_lights
from dashboard.web.intake.revision_view import show_revision
from dashboard.web.markup import tag, text
from dashboard.web.plan import ask

PAGE = "side"


def show_history() -> None:
    """Show the revisions, newest import first, each with a way into it."""
    revisions = ask(queries.revisions)
    st.html(tag("h2", escape(texts.HISTORY)))
    if revisions.empty:
        st.html(tag("p", escape(texts.NO_HISTORY), "quiet"))
        return
    pages = -(-len(revisions) // texts.PAGE_LENGTH)
    number = min(st.session_state.get(PAGE, 1), pages)
    shown = revisions.iloc[(number - 1) * texts.PAGE_LENGTH : number * texts.PAGE_LENGTH]
    with st.container(gap=None, key="historik"):
        for revision in shown.to_dict("records"):
            with st.container(horizontal=True, vertical_alignment="center", gap="small"):
                st.html(revision_row(revision))
                if st.button(texts.OPEN, key=f"aabn_{revision['snapshot_id']}", type="tertiary"):
                    show_revision(revision)
    if pages > 1:
        st.pagination(pages, key=PAGE)


def revision_row(revision: Mapping[Hashable, Any]) -> str:
    """Draw a revision in one line."""
    month, scope = Month.parse(revision["month"]), Scope(revision["scope"])
    lights = {light: int(revision[str(light)]) for light in Light}
    differs = texts.FIRST_REVISION
    if not pd.isna(revision["n_new"]):
        differs = texts.differs(revision["n_changed"], revision["n_new"], revision["n_gone"])
    received = f"{common.short_moment(revision['imported_at'])}, {revision['imported_by']}"
    return tag(
        "div",
        tag("b", escape(phrases.place(month, scope)))
        + text(f"revision {revision['revision']}")
        + text(texts.STATES[revision["state"]], f"state {revision['state']}")
        + small_lights(lights)
        + text(differs)
        + text(texts.wrong(int(revision["errors"]), int(revision["warnings"])))
        + text(revision["file_name"], "quiet file", title=revision["file_name"])
        + text(received, "quiet"),
        f"revision {revision['state']}",
    )
