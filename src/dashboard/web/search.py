"""The search box on every page: choose a line, or write what is remembered of one."""

from collections.abc import Mapping
from pathlib import Path

import streamlit as st

from dashboard import queries
from dashboard.domain.identity import normalised
from dashboard.domain.line_search import nearest_lines
from dashboard.domain.month import Month
from dashboard.web import address, filters
from dashboard.web.indsats import texts
from dashboard.web.indsats.asked import INDSATS_KEY, SEARCH_KEY
from dashboard.web.indsats.card import Row, rows
from dashboard.web.indsats.found import known_names
from dashboard.web.places import PAGES
from dashboard.web.plan import ask

KEY, CHOSEN = "soegefelt", "soegt"
PAGE: Path = PAGES / "indsats.py"


def show_search() -> None:
    """Show the box, and go where what was chosen or written leads."""
    month = shown_month()
    known = rows(ask(queries.known_names, month))
    if not known:
        return
    labels = line_labels(known)
    with st.container(key="soegning"):
        st.selectbox(
            texts.SEARCH,
            list(labels),
            index=None,
            key=KEY,
            placeholder=texts.SEARCH_PLACEHOLDER,
            label_visibility="collapsed",
            accept_new_options=True,
            on_change=_take,
        )
    asked: str | None = st.session_state.pop(CHOSEN, None)
    if asked is not None and asked.strip():
        st.switch_page(PAGE, query_params=_target(asked.strip(), labels, known))


def shown_month() -> Month | None:
    """Give the month that the filters stand at, or None where nothing is chosen yet."""
    selection = st.session_state.get(filters.STATE)
    return None if selection is None else selection.month


def line_labels(known: tuple[Row, ...]) -> Mapping[str, int]:
    """Name every line once for each name that it has had; two of one name are told apart by their udvalg."""
    labels: dict[str, int] = {}
    for row in known:
        name, now = _name(row["title"], row["code"]), _name(row["title_now"], row["code_now"])
        is_same = normalised(row["title"]) == normalised(row["title_now"])
        label = name if is_same else texts.EARLIER.format(name=name, now=now)
        if labels.get(label, row["indsats_id"]) != row["indsats_id"]:
            label = f"{label} · {row['udvalg']}"
        labels.setdefault(label, int(row["indsats_id"]))
    return labels


def _name(title: str, code: str | None) -> str:
    return f"{title} {code}" if code else title


def _take() -> None:
    """Keep what was chosen and empty the box, so that the next search begins anew."""
    st.session_state[CHOSEN] = st.session_state[KEY]
    st.session_state[KEY] = None


def _target(asked: str, labels: Mapping[str, int], known: tuple[Row, ...]) -> dict[str, str | list[str]]:
    """Lead to the card of what was chosen or of the only line that is near, else to the lines that are nearest."""
    kept: dict[str, str | list[str]] = {key: list(values) for key, values in address.written().items() if values}
    chosen = labels.get(asked)
    near = [chosen] if chosen is not None else nearest_lines(asked, known_names(known))
    return kept | ({INDSATS_KEY: str(near[0])} if len(near) == 1 else {SEARCH_KEY: asked})
