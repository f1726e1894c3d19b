"""What is typed and not saved yet: kept by the browser until the server says that it has it (drafts.js)."""

import json
from collections.abc import Iterable

import streamlit as st
from htpy import Element, span

SAVED, WAITS, BY_BUTTON = "Gemt kl. {time}", "Gemmes …", "Ikke gemt endnu."
SILENT = "Ikke gemt: der er ingen forbindelse. Teksten ligger i denne browser"
SENT_AGAIN, OFFERED_AGAIN = "og sendes, når forbindelsen er der igen.", "og tilbydes, når siden åbnes igen."
CONFIRMED = "drafts_confirmed"


def kept(
    field: str,
    name: str,
    saved: str = "",
    *,
    time: str = "",
    by_itself: bool = False,
    known: Iterable[str] = (),
    over: object = "",
) -> Element:
    """Draw the sign of a box that is typed in: saved, on its way, or not saved.

    ``field`` is the key of the box, ``name`` what the draft is called in the browser, ``saved`` what the server has.
    ``by_itself`` sends the text at every pause, and again when the connection is back. ``known`` are texts that are
    saved elsewhere under the name, ``over`` the record that is written over, to be taken up again after a break.
    """
    sent = {"data_by_itself": "ja"} if by_itself else {}
    return span(
        ".kept",
        data_field=field,
        data_name=name,
        data_saved=saved.strip(),
        data_known=json.dumps([text.strip() for text in known], ensure_ascii=False),
        data_over=str(over or ""),
        **sent,
    )[
        span(".saved-at")[SAVED.format(time=time)] if time else None,
        span(".kept-waits")[WAITS if by_itself else BY_BUTTON],
        span(".kept-silent", role="status")[f"{SILENT} {SENT_AGAIN if by_itself else OFFERED_AGAIN}"],
    ]


def confirm(name: str, text: str) -> None:
    """Let the browser forget a draft: its text was saved with a button."""
    st.session_state[CONFIRMED] = (name, text)


def show_confirmed() -> None:
    """Tell the browser which text was saved last."""
    if CONFIRMED in st.session_state:
        name, text = st.session_state[CONFIRMED]
        st.html(kept("", name, known=[text]))
