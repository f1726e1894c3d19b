"""Many workbooks at once: what each holds, whether it can be saved, and saving those that can."""

from collections.abc import Sequence

import streamlit as st
from htpy import Element, b, div, span, td, tr

from dashboard.domain.light import Light
from dashboard.domain.snapshot import count_lights
from dashboard.web.intake import phrases
from dashboard.web.intake.arrivals import Arrival, save
from dashboard.web.intake.shared_tables import light_cells, light_heads, table

FILE, HOLDS, DIFFERS, VERDICT = "Fil", "Måned og omfang", "Forskel fra det gemte", "Kan den indlæses?"
SHOWN_FILE, SAVE_SOUND = "Vis fil", "Indlæs {files} uden fejl"
SAME_PLACE = "Samme måned og omfang som {others}. Indlæses de samlet, gælder {last}."
SHOWN = "fil"


def choose(arrivals: Sequence[Arrival]) -> Arrival:
    """Show the workbooks as a table when there are several, and give the one the viewer looks at."""
    if len(arrivals) == 1:
        return arrivals[0]
    rows = [_row(arrival, _others_for_the_same(arrival, arrivals)) for arrival in arrivals]
    st.html(div(".scroll.files")[table("", (FILE, HOLDS, *light_heads(), DIFFERS, VERDICT), rows)])
    sound = [arrival for arrival in arrivals if arrival.is_sound]
    by_key = {arrival.key: arrival for arrival in arrivals}
    first = next((arrival for arrival in arrivals if arrival.saved is None and not arrival.is_sound), arrivals[0])
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        if sound:
            label = SAVE_SOUND.format(files=phrases.files(len(sound)))
            kwargs = {"accept_errors": False}
            st.button(label, type="primary", key="indlaes_alle", on_click=save, args=(sound,), kwargs=kwargs)
        chosen: str = st.selectbox(
            SHOWN_FILE,
            list(by_key),
            index=list(by_key).index(first.key),
            format_func=lambda key: by_key[key].name,
            key=SHOWN,
            width=420,
        )
    return by_key.get(chosen, first)


def _others_for_the_same(arrival: Arrival, arrivals: Sequence[Arrival]) -> list[str]:
    """List the other workbooks that would be saved for the same month and scope."""

    def speaks_for(each: Arrival) -> tuple[object, object]:
        return each.preview.receipt.month, each.preview.receipt.scope

    if arrival.saved is not None or None in speaks_for(arrival):
        return []
    open_ones = [other for other in arrivals if other.key != arrival.key and other.saved is None]
    return [other.name for other in open_ones if speaks_for(other) == speaks_for(arrival)]


def _row(arrival: Arrival, others: Sequence[str]) -> Element:
    receipt, compared = arrival.preview.receipt, arrival.preview.compared
    is_read = bool(receipt.rows) and not arrival.is_asked_about
    difference = phrases.difference_counts(compared.difference) if compared else phrases.NOTHING_STORED
    said = phrases.saved(arrival.saved).split(":")[0] if arrival.saved else phrases.verdict(arrival.preview)
    grade = "good" if arrival.saved or arrival.is_sound else "bad" if receipt.errors else ""
    last = max([arrival.name, *others])  # they are saved in the order of their names
    same = div(".quiet")[SAME_PLACE.format(others=", ".join(others), last=last)] if others else None
    return tr[
        td[b[arrival.name]],
        td[phrases.spoken_for(receipt), same],
        light_cells(count_lights(receipt.rows)) if is_read else td(colspan=str(len(Light))),
        td[difference if is_read else ""],
        td[span(class_=["verdict", grade])[said]],
    ]
