"""A choice that only one page has, kept in the address like the filters (decision 0006)."""

from collections.abc import Mapping

import streamlit as st

WRITTEN = "choice_written_"


def choose(label: str, key: str, names: Mapping[str, str], default: str) -> str:
    """Let one of a few be chosen; the address holds it under the key unless it is the default."""
    asked = st.query_params.get(key, default)
    if key not in st.session_state or asked != st.session_state.get(WRITTEN + key, default):
        st.session_state[key] = asked if asked in names else default
    chosen: str | None = st.segmented_control(
        label, list(names), required=True, format_func=names.__getitem__, label_visibility="collapsed", key=key
    )
    chosen = chosen or default
    if chosen != default:
        st.query_params[key] = chosen
    elif key in st.query_params:
        del st.query_params[key]
    st.session_state[WRITTEN + key] = chosen
    return chosen
