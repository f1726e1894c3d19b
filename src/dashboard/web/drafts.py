"""What is typed and not saved yet: kept by the browser until the server says that it has it (drafts.js)."""

import json
from collections.abc import Iterable
from typing import Literal

import streamlit as st
from htpy import Element, span

from dashboard.web.sign_in import own

SAVED, WAITS, BY_BUTTON = "Gemt kl. {time}", "Gemmes …", "Ikke gemt endnu."
SILENT = "Ikke gemt: der er ingen forbindelse. Teksten ligger i denne browser"
SENT_AGAIN, OFFERED_AGAIN = "og sendes, når forbindelsen er der igen.", "og tilbydes, når siden åbnes igen."
CONFIRMED = "drafts_confirmed"
Sends = Literal["never", "left", "pauses"]


def kept(
    field: str,
    name: str,
    saved: str = "",
    *,
    time: str = "",
    sends: Sends = "never",
    known: Iterable[str] = (),
    over: object = "",
) -> Element:
    """Draw the sign of a box that is typed in: saved, on its way, or not saved.

    ``field`` is the key of the box, ``name`` what the draft is called in the browser, ``saved`` what the server has.
    ``sends`` says when the text goes by itself, and again after a break: at every pause, once the box is left, or
    never, where a button saves it. ``known`` are texts that are saved elsewhere under the name, ``over`` the record
    that is written over, to be taken up again.
    """
    return span(
        ".kept",
        data_field=field,
        data_name=own(name),
        data_saved=saved.strip(),
        data_known=json.dumps([text.strip() for text in known], ensure_ascii=False),
        data_over=str(over or ""),
        data_sends=sends,
    )[
        span(".saved-at")[SAVED.format(time=time)] if time else None,
        span(".kept-waits")[WAITS if sends == "pauses" else BY_BUTTON],
        span(".kept-silent", role="status")[f"{SILENT} {OFFERED_AGAIN if sends == 'never' else SENT_AGAIN}"],
    ]


def confirm(name: str, text: str) -> None:
    """Let the browser forget a draft: its text was saved with a button."""
    st.session_state[CONFIRMED] = (name, text)


def show_confirmed() -> None:
    """Tell the browser which text was saved last."""
    if CONFIRMED in st.session_state:
        name, text = st.session_state[CONFIRMED]
        st.html(kept("", name, known=[text]))
