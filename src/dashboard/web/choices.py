"""What is chosen in a list whose choices come and go while somebody looks at them."""

from collections.abc import Collection
from typing import TypeVar

import streamlit as st

Choice = TypeVar("Choice")


def chosen(key: str, offered: Collection[Choice]) -> Choice | None:
    """Give what a widget holds, or None when it is not offered any longer.

    A click that was on its way while the list was drawn again arrives as the words on the screen, not as a choice.
    """
    held: Choice | None = st.session_state.get(key)
    return held if held in offered else None


def keep_to(key: str, offered: Collection[object], otherwise: object) -> None:
    """Turn what a widget holds into something else when it is not offered any longer; called before it is drawn.

    It is set, for what is only forgotten here goes on standing in the browser.
    """
    if st.session_state.get(key) not in offered:
        st.session_state[key] = otherwise
