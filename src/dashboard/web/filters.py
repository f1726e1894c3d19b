"""The filters in the sidebar, the same on every page and bound to the URL.

A filter nobody has touched holds nothing and shows its default as placeholder, so it follows when the month changes;
what a viewer picks stays in the URL, as the names on the screen.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

import pandas as pd
import streamlit as st

from dashboard import queries
from dashboard.domain.month import Month
from dashboard.domain.scope import Scope
from dashboard.web import phrases, texts
from dashboard.web.plan import Selection, ask

MONTH_KEY, COMPARE_KEY, SCOPE_KEY = SINGLE = ("maaned", "sammenlign", "omfang")
MULTIPLE = ("udvalg", "tema", "art")
NONE = "ingen"
STATE = "selection"
NOTES = "filter_notes"


def show_filters() -> None:
    """Draw the filters and remember what they select for the page; draw none while the database is empty."""
    offered = ask(queries.deliveries)
    st.session_state[NOTES] = []
    st.session_state[STATE] = None if offered.empty else _show(offered)


def selected() -> Selection | None:
    """Give what the filters select, or None while nothing is imported."""
    selection: Selection | None = st.session_state[STATE]
    return selection


def notes() -> list[str]:
    """Give a sentence for each thing that was asked for, by a link or before the month changed, and does not exist."""
    sentences: list[str] = st.session_state[NOTES]
    return sentences


def reset() -> None:
    """Let go of every filter."""
    for key in SINGLE:
        st.session_state[key] = None
    for key in MULTIPLE:
        st.session_state[key] = []


def _show(offered: pd.DataFrame) -> Selection:
    with st.sidebar:
        months = list(dict.fromkeys(offered["month"]))
        month = _one(texts.MONTH, "maaned", months, months[0], lambda key: phrases.month_name(Month.parse(key)))
        compare_place = st.container()
        scopes = list(offered.loc[offered["month"] == month, "scope"])
        scope = _one(texts.SCOPE, "omfang", scopes, scopes[0], lambda key: phrases.scope_name(Scope(key)))
        with compare_place:
            compare = _compare(offered, month, scope)
        selection = Selection(Month.parse(month), compare, Scope(scope))
        options = ask(queries.filter_options, selection)
        udvalg, tema, art = (_several(field, options) for field in MULTIPLE)
        st.button(texts.RESET, on_click=reset, type="tertiary", key="nulstil")
    return replace(selection, udvalg=udvalg, tema=tema, art=art)


def _compare(offered: pd.DataFrame, month: str, scope: str) -> Month | None:
    earlier = list(offered.loc[(offered["scope"] == scope) & (offered["month"] < month), "month"])
    choice = _one(
        texts.COMPARE,
        "sammenlign",
        [*earlier, NONE],
        earlier[0] if earlier else NONE,
        lambda key: texts.NO_COMPARISON if key == NONE else phrases.month_name(Month.parse(key)),
    )
    return None if choice == NONE else Month.parse(choice)


def _one(label: str, key: str, options: Sequence[str], default: str, name: Callable[[str], str]) -> str:
    _leave_out_unknown(label, key, options, name)
    chosen: str | None = st.selectbox(
        label,
        options,
        index=None,
        format_func=name,
        key=key,
        placeholder=name(default),
        bind="query-params",
        filter_mode="contains",
    )
    return default if chosen is None else chosen


def _several(field: str, options: pd.DataFrame) -> tuple[str, ...]:
    values = list(options.loc[options["field"] == field, "value"])

    def name(value: str) -> str:
        return phrases.part_name(field, value)

    _leave_out_unknown(texts.PARTS[field], field, values, name)
    chosen = st.multiselect(
        texts.PARTS[field],
        values,
        format_func=name,
        key=field,
        placeholder=texts.ALL,
        bind="query-params",
        filter_mode="contains",
        select_all=False,
    )
    return tuple(chosen)


def _leave_out_unknown(label: str, key: str, options: Sequence[str], name: Callable[[str], str]) -> None:
    names = {name(option) for option in options}
    if key not in st.session_state:
        unknown = [written for written in st.query_params.get_all(key) if written and written not in names]
    else:
        held = st.session_state[key]
        several = held if isinstance(held, list) else [] if held is None else [held]
        known = [value for value in several if value in options]
        unknown = [name(value) for value in several if value not in options]
        if unknown:  # said explicitly, or the URL would keep what the widget drops
            st.session_state[key] = known if isinstance(held, list) else None
    st.session_state[NOTES] += [phrases.left_out(label, value) for value in unknown]
