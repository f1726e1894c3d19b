"""The card of one line. A part that is added takes a Card, and is called where it is to stand."""

import streamlit as st

from dashboard.web.head import show_notes
from dashboard.web.indsats.asked import Asked, asked_indsats
from dashboard.web.indsats.card import Card, load_card
from dashboard.web.indsats.card_head import show_card_head
from dashboard.web.indsats.decided import decided
from dashboard.web.indsats.facts import facts
from dashboard.web.indsats.life import life_strip
from dashboard.web.indsats.missing import missing_line
from dashboard.web.indsats.names import names
from dashboard.web.indsats.timeline import timeline
from dashboard.web.plan import Selection
from dashboard.web.signal_marks import show_line_signals


def show_asked_card(selection: Selection, asked: Asked) -> None:
    """Show the card that the address asks for, or say where the line is instead; ``asked`` is the list it was in."""
    indsats_id = asked_indsats()
    card = None if indsats_id is None else load_card(selection, indsats_id)
    if card is None:
        st.html(missing_line(selection, indsats_id))
    else:
        show_card(card, asked)


def show_card(card: Card, asked: Asked) -> None:
    """Show a line as known for the month: what it is, its life, how it stands, and what changed month by month."""
    show_card_head(card, asked)
    show_notes()
    st.html(life_strip(card))
    show_line_signals(card.selection, card.indsats_id)
    left, right = st.columns([1, 1.1], gap="large")
    with left:
        st.html(facts(card) + names(card))
    with right:
        st.html(decided(card) + timeline(card))
