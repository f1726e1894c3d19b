"""The head of a page: what is shown, how fresh it is, what it rests on, and what the colours mean."""

from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from dashboard import queries
from dashboard.domain.light import Light
from dashboard.domain.scope import Scope
from dashboard.domain.terms import terms
from dashboard.web import phrases, texts
from dashboard.web.filter_chips import chips
from dashboard.web.filters import notes
from dashboard.web.markup import light, tag
from dashboard.web.plan import Selection, ask


def show_head(title: str, selection: Selection, counts: pd.DataFrame, *, also: str = "") -> None:
    """Show the title, what the page shows and how fresh it is; the banner when it is example data.

    ``also`` are chips of the page's own, beside those of the filters.
    """
    total, silent = int(counts["n"].sum()), int(counts.loc[counts["light"] == Light.NOT_REPORTED, "n"].sum())
    delivery = _delivery(selection)
    fresh = phrases.freshness(
        selection, delivery["imported_at"], Scope(delivery["basis_scope"]), int(delivery["revision"]), silent
    )
    with st.container(gap=None, key="sidehoved"):
        show_title(tag("h1", escape(title)), is_example=is_example(selection))
        st.html(_subtitle(selection, total, also) + tag("p", escape(fresh), "freshness"))
    show_notes()


def show_title(drawn: str, *, is_example: bool) -> None:
    """Show a title, ready-made, and beside it what stands on every page."""
    with st.container(horizontal=True, vertical_alignment="center", gap="medium"):
        st.html(drawn)
        if is_example:
            st.html(tag("p", escape(texts.EXAMPLE), "example"), width="content")
        show_definitions()
        st.html(tag("a", escape(texts.COPY_LINK), "copy-link", href="#", data_said=texts.LINK_COPIED), width="content")


def show_notes() -> None:
    """Say what was asked for and does not exist."""
    if notes():
        st.html(tag("p", "<br>".join(escape(sentence) for sentence in notes()), "note"))


def show_definitions() -> None:
    """Offer the meaning of the lights, word for word."""
    with st.popover(texts.DEFINITIONS, type="tertiary"):
        st.html(definitions())


def definitions() -> str:
    """List what each light means, worst first."""
    rows = "".join(tag("dt", light(value)) + tag("dd", escape(terms().lights[value].definition)) for value in Light)
    return tag("dl", rows, "definitions")


def is_example(selection: Selection) -> bool:
    """Tell whether what is shown rests on a workbook that calls itself invented."""
    return bool(_delivery(selection)["is_example"])


def _subtitle(selection: Selection, total: int, also: str) -> str:
    shown = [phrases.months_shown(selection), phrases.scope_name(selection.scope)]
    on = chips(selection) + also
    parts = [*map(escape, shown), *([tag("span", on, "chips")] if on else [])]
    return tag("p", " · ".join([*parts, escape(phrases.count_of(total, "indsats", "indsatser"))]), "subtitle")


def _delivery(selection: Selection) -> "pd.Series[Any]":
    offered = ask(queries.deliveries)
    asked = (offered["month"] == str(selection.month)) & (offered["scope"] == str(selection.scope))
    return offered[asked].iloc[0]
