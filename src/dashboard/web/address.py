"""The address says what is shown: what a viewer chooses is written there, and what a link asks for is chosen.

Streamlit's own binding writes the options as they are worded on the screen, "Miljø- og Teknikudvalget (23)", and does
not let a link inside a session choose anything. So the few widgets that filter hold keys, and these functions stand
between them and the address. The navigation takes the filters along in the browser (links.js), so an address without
any means what it says: the way back from a list leads to what was seen before. Before the framework has started there
is no session, and the address stands alone (``alone``).
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Literal
from urllib.parse import urlencode

import streamlit as st

Kind = Literal["one", "several", "yes", "words"]
Values = tuple[str, ...]
YES = "ja"
_WRITTEN, _PAGE, _NARROWED = "address_written", "address_page", "address_narrowed"
CHOICE_WRITTEN = "choice_written_"
MEETING_KEY, ITEM_KEY, PART_KEY, LINE_KEY = "moede", "punkt", "del", "linje"
WHOLE_LIST, LIST_AGAIN = "liste", "slut"  # the pictures of the walk-through before and after the points
MEETING_PARTS = {"dagsorden": "Dagsorden", "gennemgang": "Gennemgang", "referat": "Referat"}
_ALONE: ContextVar[dict[str, Values] | None] = ContextVar("alone", default=None)


@contextmanager
def alone(held: Mapping[str, object]) -> Iterator[None]:
    """Let links keep what these filters hold, without a session."""
    before = _ALONE.set({key: _values(value) for key, value in held.items()})
    try:
        yield
    finally:
        _ALONE.reset(before)


def adopt(fields: Mapping[str, Kind]) -> None:
    """Let the widgets with these keys hold what the address asks for; called before they are drawn.

    A widget that was just touched wins: the browser's address may still be the one from before the choice before it.
    """
    written: dict[str, Values] | None = st.session_state.get(_WRITTEN)
    if written is not None and all(key in st.session_state for key in fields) and _chosen(fields) != written:
        return
    asked = {key: _asked(st.query_params.get_all, key) for key in fields}
    for key, kind in fields.items():
        if key not in st.session_state or asked != written:
            st.session_state[key] = _held(kind, asked[key])


def asked_for(fields: Mapping[str, Kind], get_all: Callable[[str], Sequence[str]]) -> dict[str, object]:
    """Give what widgets with these keys hold when an address that says this is opened."""
    return {key: _held(kind, _asked(get_all, key)) for key, kind in fields.items()}


def write(fields: Mapping[str, Kind]) -> None:
    """Write what the widgets hold into the address; called after they are drawn."""
    values = _chosen(fields)
    standing = {key: st.query_params.get_all(key) for key in st.query_params}
    wanted = {key: found for key, found in standing.items() if key not in fields}
    wanted |= {key: list(chosen) for key, chosen in values.items() if chosen}
    if wanted != standing:  # all at once, or the way back would lead through each of them
        st.query_params.from_dict(wanted)
    st.session_state[_WRITTEN] = values


def arrive(page: str) -> None:
    """Remember which page the viewer is on."""
    st.session_state[_PAGE] = page
    st.session_state[_NARROWED] = {}


def narrow(**filters: str | Values | None) -> None:
    """Let links to other pages keep what this page is narrowed to by more than its filters."""
    st.session_state[_NARROWED] = {key: _given(value) for key, value in filters.items()}


def here() -> str:
    """Give the path of the page that the viewer is on."""
    if _ALONE.get() is not None:
        return OVERBLIK
    page: str = st.session_state.get(_PAGE, "")
    return page


def written() -> dict[str, Values]:
    """Give what the filters have written into the address."""
    given = _ALONE.get()
    values: dict[str, Values] = st.session_state.get(_WRITTEN, {}) if given is None else given
    return values


def href(page: str | None = None, /, **changed: str | int | Values | None) -> str:
    """Make a link that keeps the filters but for those given: to a page (its path), or (None) to this one.

    None or an empty tuple takes a filter away.
    """
    is_narrowed = page not in (None, here()) and _ALONE.get() is None
    narrowed: dict[str, Values] = st.session_state.get(_NARROWED, {}) if is_narrowed else {}
    values = written() | narrowed | {key: _given(value) for key, value in changed.items()}
    query = urlencode([(key, value) for key, chosen in values.items() for value in chosen])
    return f"./{here() if page is None else page}?{query}"


def is_bare() -> bool:
    """Tell whether the page is shown alone on the screen of a meeting room."""
    return bool(st.query_params.get(BARE_KEY))


def _chosen(fields: Mapping[str, Kind]) -> dict[str, Values]:
    return {key: _values(st.session_state.get(key)) for key in fields}


def _asked(get_all: Callable[[str], Sequence[str]], key: str) -> Values:
    return tuple(value for value in get_all(key) if value)


def _given(value: str | int | Values | None) -> Values:
    if isinstance(value, tuple):
        return value
    return () if value is None or value == "" else (str(value),)


def _held(kind: Kind, values: Values) -> object:
    if kind == "several":
        return list(values)
    if kind == "yes":
        return values[:1] == (YES,)
    first = values[0] if values else None
    return first or "" if kind == "words" else first


def _values(held: object) -> Values:
    if isinstance(held, list):
        return tuple(held)
    if isinstance(held, bool):
        return (YES,) if held else ()
    return (str(held).strip(),) if held and str(held).strip() else ()


def chosen_of(key: str, names: Mapping[str, str], default: str) -> str:
    """Give what is chosen of a few, before they are drawn."""
    asked = st.query_params.get(key, default)
    if key not in st.session_state or asked != st.session_state.get(CHOICE_WRITTEN + key, default):
        st.session_state[key] = asked if asked in names else default
    return st.session_state[key] or default


def choose(label: str, key: str, names: Mapping[str, str], default: str) -> str:
    """Let one of a few be chosen; the address holds it under the key unless it is the default."""
    chosen_of(key, names, default)
    chosen: str | None = st.segmented_control(
        label, list(names), required=True, format_func=names.__getitem__, label_visibility="collapsed", key=key
    )
    chosen = chosen or default
    if chosen != default:
        st.query_params[key] = chosen
    elif key in st.query_params:
        del st.query_params[key]
    st.session_state[CHOICE_WRITTEN + key] = chosen
    return chosen


ASSETS = Path(__file__).with_name("assets")
PAGES = Path(__file__).parents[3] / "pages"

# how the pages are called in the address
OVERBLIK, MEETING, RED, UDVIKLING, UDVALG = "", "direktionsmoede", "roede-indsatser", "udvikling", "udvalg"
INDSATS, SIGNALS, HALF_YEAR = "indsats", "signaler", "halvaarsstatus"
BARE_KEY = "skaerm"  # the page alone on the screen


def meeting_href(
    meeting_id: int | None, part: str | None = None, item: int | str | None = None, *, bare: bool = False
) -> str:
    """Make a link to a meeting, one of its parts, one of its items or pictures, or (None) to the list of meetings."""
    asked = {MEETING_KEY: meeting_id, PART_KEY: part, ITEM_KEY: item, BARE_KEY: "ja" if bare else None}
    return f"./{MEETING}?{urlencode({key: value for key, value in asked.items() if value is not None})}"
