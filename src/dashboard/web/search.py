"""The search box on every page: choose a line, or write what is remembered of one."""

from collections.abc import Mapping, Sequence

import streamlit as st

from dashboard import queries
from dashboard.domain.identity import normalised
from dashboard.domain.line_search import nearest_lines
from dashboard.domain.month import Month
from dashboard.queries import LineName
from dashboard.web import address, filters
from dashboard.web.address import PAGES
from dashboard.web.database import ask
from dashboard.web.links import INDSATS_KEY, SEARCH_KEY

KEY, CHOSEN = "soegefelt", "soegt"
SEARCH, PLACEHOLDER = "Søg indsats eller nummer", "Søg indsats eller nr. …"
EARLIER = "{name} (nu: {now})"


def show_search() -> None:
    """Show the box, and go where what was chosen or written leads."""
    known = ask(queries.known_names, _shown_month())
    if not known:
        return
    labels = line_labels(known)
    with st.container(key="soegning"):
        st.selectbox(
            SEARCH,
            list(labels),
            index=None,
            key=KEY,
            placeholder=PLACEHOLDER,
            label_visibility="collapsed",
            accept_new_options=True,
            on_change=_take,
        )
    asked: str | None = st.session_state.pop(CHOSEN, None)
    if asked is not None and asked.strip():
        st.switch_page(PAGES / "indsats.py", query_params=_target(asked.strip(), labels, known))


def _shown_month() -> Month | None:
    """Give the month that the filters stand at, or None where nothing is chosen yet."""
    selection = st.session_state.get(filters.STATE)
    return None if selection is None else selection.month


def line_labels(known: Sequence[LineName]) -> Mapping[str, int]:
    """Name every line once for each name that it has had; two of one name are told apart by their udvalg."""
    labels: dict[str, int] = {}
    for line in known:
        is_same = normalised(line.title) == normalised(line.title_now)
        label = line.name if is_same else EARLIER.format(name=line.name, now=line.name_now)
        if labels.get(label, line.indsats_id) != line.indsats_id:
            label = f"{label} · {line.udvalg}"
        labels.setdefault(label, line.indsats_id)
    return labels


def _take() -> None:
    """Keep what was chosen and empty the box, so that the next search begins anew."""
    st.session_state[CHOSEN] = st.session_state[KEY]
    st.session_state[KEY] = None


def _target(asked: str, labels: Mapping[str, int], known: Sequence[LineName]) -> dict[str, str | list[str]]:
    """Lead to the card of what was chosen or of the only line that is near, else to the lines that are nearest."""
    kept: dict[str, str | list[str]] = {key: list(values) for key, values in address.written().items() if values}
    chosen = labels.get(asked)
    near = [chosen] if chosen is not None else nearest_lines(asked, known)
    return kept | ({INDSATS_KEY: str(near[0])} if len(near) == 1 else {SEARCH_KEY: asked})
